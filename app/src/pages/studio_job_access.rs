//! `/studio/{studio}/jobs/{job}/access`: who comes in how: staff, parents by the connection code, each subject by its own
//! (S41 to S46, S51, S55, S56, S58).

use chrono::{DateTime, Utc};
use domain::code::Code;
use domain::studio::Act;
use leptos::prelude::*;
use store::{Connection, JobCard, JobCode, Subject, SubjectCode};

use crate::api::{Answer, ApiError, Field};
use crate::ctx::{AtDesk, Ctx, job_id};
use crate::islands;
use crate::pages::studio_job_staff::staff_section;
use crate::ui::alerts::guesses_at_job;
use crate::ui::card_printing::print_form;
use crate::ui::confirmations::confirmations;
use crate::ui::desk::Toast;
use crate::ui::fields::{Switch, TextField, form_error};
use crate::ui::job_frame::{JobFrame, JobTab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::times;
use crate::ui::words::Words;

const CONNECTION: &str = "/api/jobs/connection_code";
const FINDING: &str = "/api/jobs/finding";
const END: &str = "/api/jobs/end_code";
const NAMES_ALONE: &str = "/api/jobs/names_alone";
const REVEAL: &str = "/api/jobs/reveal";

/// The codes of a job.
#[component]
pub fn StudioJobAccess() -> impl IntoView {
    let (address, job) = (param("studio"), param("job"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let card = ctx.store().photo_job(&at.desk, job_id(&job)?).await?;
        let job = card.job.id;
        let posted = Posted::current();
        let open = ctx.store().may_read_job_codes(&at.desk, ctx.member_session()?, job, ctx.now()).await?;
        let code = async |which| Ok::<_, ApiError>(ctx.store().job_code(&at.desk, job, which).await?);
        let (staff, connection) = (code(JobCode::Staff).await?, code(JobCode::Connection).await?);
        let terms = ctx.store().connection(&at.desk, job).await?;
        let guesses = guesses_at_job(&ctx, &at, job, true, words).await?;
        let reveal = (!open).then(|| reveal(&at, &card, &posted, words));
        let groups = ctx.store().groups(&at.desk, job).await?;
        let staff = staff_section(&at, &card, staff, &groups, (open, ctx.today()), &posted, words)?;
        let parents = parents_section(&at, &card, connection, terms, open, &posted, words)?;
        let subjects = subjects_section(&ctx, &at, &card, open, &posted, words).await?;
        let confirmed = confirmations(&ctx, &at, (job, None), &posted, words).await?;
        let toast = match posted.get("did") {
            Some("coded") => Some("job-did-code"),
            Some("ended") => Some("job-did-end-code"),
            Some("names_alone") => Some("job-did-names-alone"),
            Some("saved") => Some("saved"),
            _ => None,
        };
        let toast = toast.map(|key| view! { <Toast text=words.text(key) /> });
        Ok(view! {
            <JobFrame at=at.clone() words card=card.clone() tab=JobTab::Access above=toast.into_any()>
                {guesses}
                {reveal}
                <div class="settings">{staff} {parents} {subjects} {confirmed}</div>
            </JobFrame>
        }
        .into_any())
    })
}

/// Codes are shown after the password, for ten minutes.
fn reveal(at: &AtDesk, card: &JobCard, posted: &Posted, words: Words) -> AnyView {
    let error = posted.field(REVEAL, Field::Password, words);
    let form = view! {
        <form class="line" method="post" action=REVEAL>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            {form_error(posted.general(REVEAL, words))}
            <TextField name="password" kind="password" label=words.text("your-password") autocomplete="current-password" error=error />
            <button class="button quiet">{words.text("job-show-codes")}</button>
        </form>
    };
    view! {
        <div class="notice">
            <p>{words.text("job-codes-hidden")}</p>
            <islands::Form>{form}</islands::Form>
        </div>
    }
    .into_any()
}

/// A code that nobody has yet.
pub fn generated() -> Answer<String> {
    let mut random = [0; 11];
    getrandom::fill(&mut random).map_err(|_| ApiError::Failed)?;
    Ok(Code::generated(random).display())
}

/// A code that is there: as it reads, or that it is hidden.
pub fn there(code: &str, open: bool, words: Words) -> AnyView {
    if open {
        view! { <p class="secret"><code dir="ltr">{code.to_owned()}</code></p> }.into_any()
    } else {
        view! { <p class="facts">{words.text("job-code-set")}</p> }.into_any()
    }
}

/// A button that ends a code of the whole job.
pub fn end(at: &AtDesk, card: &JobCard, which: &'static str, word: String) -> AnyView {
    view! {
        <form method="post" action=END>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            <button class="button quiet" name="which" value=which>{word}</button>
        </form>
    }
    .into_any()
}

/// What takes a code that was given out away, folded: a new code that stands beside the old one would be given out by mistake.
/// Open while an error is shown.
pub fn other_code(ending: AnyView, form: AnyView, open: bool, words: Words) -> AnyView {
    view! {
        <details class="ask" open=open>
            <summary class="button quiet">{words.text("job-code-other")}</summary>
            <div class="stack">
                <p>{words.text("job-code-other-more")}</p>
                {ending}
                {form}
            </div>
        </details>
    }
    .into_any()
}

/// Names were guessed: since when the class is asked for, and the way back.
fn class_asked(at: &AtDesk, card: &JobCard, now: DateTime<Utc>, words: Words) -> Option<AnyView> {
    let since = times::ago(card.job.class_asked_at?, now, words);
    let told = words.with("connection-class-asked", &[("when", since.into())]);
    let notice = view! {
        <div class="notice bad" role="status">
            <p>{told}</p>
            <form method="post" action=NAMES_ALONE>
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                <input type="hidden" name="job" value=card.job.id.to_string() />
                <button class="button quiet">{words.text("connection-names-alone")}</button>
            </form>
        </div>
    };
    Some(notice.into_any())
}

fn parents_section(
    at: &AtDesk,
    card: &JobCard,
    code: Option<String>,
    terms: Connection,
    open: bool,
    posted: &Posted,
    words: Words,
) -> Answer<AnyView> {
    let asked = class_asked(at, card, Ctx::current()?.now(), words);
    let header = view! {
        <header><h2 id="s-parents">{words.text("connection-code")}</h2><p>{words.text("connection-code-more")}</p></header>
    };
    let ending = || end(at, card, "connection", words.text("job-end-connection"));
    let shown = code.as_deref().map(|code| there(code, open, words));
    let may_have = terms.allowed && terms.nameless == 0;
    let hindered = if !terms.allowed {
        Some(view! { <div class="notice"><p>{words.text("connection-not-allowed")}</p></div> }.into_any())
    } else if terms.nameless > 0 {
        Some(
            view! { <div class="notice bad"><p>{words.count("connection-nameless", terms.nameless)}</p></div> }
                .into_any(),
        )
    } else {
        None
    };
    let body = match (code.is_some(), may_have) {
        (true, true) => {
            let refused = posted.error_of(CONNECTION).is_some();
            let other = other_code(ending(), connection_form(at, card, true, posted, words)?, refused, words);
            view! { {shown} {finding_form(at, card, posted, words)} {other} }.into_any()
        }
        (true, false) => view! { {hindered} {ending()} }.into_any(),
        (false, true) => connection_form(at, card, false, posted, words)?,
        (false, false) => hindered.into_any(),
    };
    Ok(view! { <section aria-labelledby="s-parents">{header}<div class="stack">{asked} {body}</div></section> }
        .into_any())
}

/// A code for all parents: the first one with the way by which they find their child, another one as it was.
fn connection_form(at: &AtDesk, card: &JobCard, another: bool, posted: &Posted, words: Words) -> Answer<AnyView> {
    let error = posted.field(CONNECTION, Field::Code, words);
    let agreed = posted.field(CONNECTION, Field::Agreed, words);
    let invalid = agreed.is_some().then_some("true");
    let button = words.text(if another { "job-code-change" } else { "job-code-save" });
    let finding = (!another).then(|| finding_switch(card, words));
    let form = view! {
        <form class="stack" method="post" action=CONNECTION>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            {form_error(posted.general(CONNECTION, words))}
            <TextField name="code" id="connection-code" label=words.text("connection-code-new") value=generated()? spelled=true autocomplete="off" max=128 error=error hint=words.text("job-code-hint") />
            {finding}
            <div class="field">
                <label class="option">
                    <input type="checkbox" name="agreed" value="yes" autocomplete="off" aria-invalid=invalid aria-describedby=invalid.map(|_| "agreed-error") />
                    <span><strong>{words.text("connection-agreed")}</strong> " " <small>{words.text("connection-agreed-more")}</small></span>
                </label>
                {agreed.map(|error| view! { <p class="error" id="agreed-error" role="alert">{error}</p> })}
            </div>
            <div class="acts"><button class="button quiet">{button}</button></div>
        </form>
    };
    Ok(view! { <islands::Form>{form}</islands::Form> }.into_any())
}

/// The way by which parents find their child, changed without a new code (S51).
fn finding_form(at: &AtDesk, card: &JobCard, posted: &Posted, words: Words) -> AnyView {
    let form = view! {
        <form class="stack" method="post" action=FINDING>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            {form_error(posted.general(FINDING, words))}
            {finding_switch(card, words)}
            <div class="acts"><button class="button quiet">{words.text("connection-finding-save")}</button></div>
        </form>
    };
    view! { <islands::Form>{form}</islands::Form> }.into_any()
}

fn finding_switch(card: &JobCard, words: Words) -> AnyView {
    let (label, hint) = (words.text("connection-finding"), words.text("connection-finding-more"));
    view! { <Switch name="finding" on=card.job.finding label=label hint=hint /> }.into_any()
}

/// Each subject's own code (S58).
async fn subjects_section(
    ctx: &Ctx,
    at: &AtDesk,
    card: &JobCard,
    open: bool,
    posted: &Posted,
    words: Words,
) -> Answer<AnyView> {
    let list = if open {
        let subjects = ctx.store().subjects(&at.desk, card.job.id).await?;
        let codes = ctx.store().subject_codes(&at.desk, card.job.id).await?;
        let code_of = |subject: &Subject| codes.iter().find(|code| code.subject == subject.id);
        let rows: Vec<_> =
            subjects.iter().filter_map(|subject| code_of(subject).map(|code| code_row(subject, code))).collect();
        view! { <ul class="list">{rows}</ul> }.into_any()
    } else {
        view! { <p class="facts">{words.count("job-subject-codes", card.subjects)}</p> }.into_any()
    };
    let extra = ctx.store().extra_cards(&at.desk, card.job.id).await?;
    let cards = open.then(|| print_form(at, card, &extra, posted, words));
    Ok(view! {
        <section aria-labelledby="s-codes">
            <header><h2 id="s-codes">{words.text("subject-codes")}</h2><p>{words.text("subject-codes-more")}</p></header>
            <div class="stack">{cards} {list}</div>
        </section>
    }
    .into_any())
}

fn code_row(subject: &Subject, code: &SubjectCode) -> AnyView {
    view! { <li><span class="name">{subject.name()}</span><code class="facts" dir="ltr">{code.code.display()}</code></li> }
        .into_any()
}
