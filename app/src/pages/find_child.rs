//! `/{studio}/find/{job}`: a parent who typed the connection code finds their own child (S44 to S54): in a list, or by its name.

use domain::ids::PhotoJobId;
use domain::name_match::sought;
use domain::photo_job::Told;
use leptos::prelude::*;
use store::{ListedSubject, PhotoJob};

use crate::api::{Answer, ApiError, Field};
use crate::ctx::{AtStudio, Ctx, job_id, subject_id};
use crate::islands;
use crate::shell::{Page, Side};
use crate::ui::brand::accent_style;
use crate::ui::door::{Foot, pause};
use crate::ui::failure::message;
use crate::ui::fields::TextField;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::visit::{Visited, bar, title};
use crate::ui::words::Words;

const FIND: &str = "/api/children/find";
const CONFIRM: &str = "/api/children/confirm";
/// Whoever waits longer than so many seconds before a child of the list has opened too many children.
const MINUTES: u32 = 900;
/// Whoever waits longer than so many seconds may as well come back tomorrow.
const HOUR: u32 = 3_600;
/// So many names are seen at a glance.
const WITHOUT_FILTER: usize = 8;

/// The way to one's own child.
#[component]
pub fn FindChild() -> impl IntoView {
    let (visited, job) = (Visited::current(), param("job"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = visited.enter(&ctx).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let (job, told) = ctx.connected_job(&at, job_id(&job)?).await?;
        let posted = Posted::current();
        let (heading, content) = match told {
            Told::Here if posted.get("read").is_none() && posted.get("__path").is_none() => {
                (words.text("parent-notice-title"), notice(&at, &job, words))
            }
            Told::Here if job.finding => (words.text("find-title"), finding(&at, &job, &posted, words)),
            Told::Here => match posted.get("child") {
                Some(child) => {
                    let child = subject_id(child)?;
                    let (_, name) = ctx.listed_child(&at, child).await?;
                    let form = confirming(&at, job.id, &child.to_string(), &name, &posted, words);
                    (words.text("confirm-title"), form)
                }
                None => (words.text("list-title"), list(&ctx, &at, &job, &posted, words).await?),
            },
            Told::Expected => {
                let organisation = [("organisation", job.organisation.clone().into())];
                (job.organisation.clone(), said(words.with("job-planning", &organisation)))
            }
            Told::Archived => (job.organisation.clone(), said(words.text("job-archived"))),
            Told::Ended => (job.organisation.clone(), said(words.text("job-ended"))),
        };
        let style = accent_style(&at.studio.brand);
        Ok(view! {
            <Page title=title(&heading, &at) words class="visit finding" side=Side::Visitor style>
                {bar(&at, false, words)}
                <main id="main">
                    <header class="head">
                        <div>
                            <h1>{heading}</h1>
                            <p class="facts">{job.organisation.clone()}</p>
                        </div>
                    </header>
                    {content}
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}

fn said(sentence: String) -> AnyView {
    view! { <div class="notice"><p>{sentence}</p></div> }.into_any()
}

/// What this page is for, who sees what, and what is kept of it (S50).
fn notice(at: &AtStudio, job: &PhotoJob, words: Words) -> AnyView {
    let to = at.path(&format!("/find/{}?read=yes", job.id));
    view! {
        <div class="stack narrow">
            <p class="lines">{words.text("parent-notice-body")}</p>
            <p class="acts"><a class="button" href=to>{words.text("parent-continue")}</a></p>
        </div>
    }
    .into_any()
}

/// Two fields and the statement, in one form: the answer comes after all three (SECURITY section 4).
fn finding(at: &AtStudio, job: &PhotoJob, posted: &Posted, words: Words) -> AnyView {
    let error = posted.error_of(FIND);
    let slow = pausing(error, words);
    let failed = error.filter(|_| slow.is_none()).and_then(|error| match error {
        ApiError::Rejected => Some(words.text("find-not-found")),
        ApiError::Field { .. } | ApiError::Fields(_) => None,
        error => Some(message(error, words)),
    });
    let field = |field| posted.field(FIND, field, words);
    let asked = (posted.get("class") == Some("asked") && failed.is_none() && slow.is_none())
        .then(|| view! { <div class="notice" role="status"><p>{words.text("find-class-asked")}</p></div> });
    let class = job.asks_for_class().then(|| {
        view! { <TextField name="group" label=words.text("find-group") hint=words.text("find-group-hint") max=100 autocomplete="off" error=None /> }
    });
    let form = view! {
        <form class="stack narrow" method="post" action=FIND>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=job.id.to_string() />
            {asked}
            {failed.map(|failed| view! { <p class="notice" role="alert">{failed}</p> })}
            {slow}
            <TextField name="first_name" label=words.text("find-first") max=200 autocomplete="off" error=field(Field::FirstName) />
            <TextField name="last_name" label=words.text("find-last") max=200 autocomplete="off" error=field(Field::LastName) />
            {class}
            {entitled(words.text("confirm-unnamed"), field(Field::Entitled))}
            <p class="hint">{words.text("confirm-recorded")}</p>
            <div class="acts"><button class="button">{words.text("find-button")}</button></div>
        </form>
    };
    view! { <islands::Form>{form}</islands::Form> }.into_any()
}

/// The statement of the right to see a child's pictures; it does not come ticked.
fn entitled(sentence: String, error: Option<String>) -> AnyView {
    let invalid = error.is_some().then_some("true");
    view! {
        <div class="field">
            <label class="option">
                <input
                    type="checkbox"
                    name="entitled"
                    value="yes"
                    autocomplete="off"
                    aria-invalid=invalid
                    aria-describedby=invalid.map(|_| "entitled-error")
                />
                <span>{sentence}</span>
            </label>
            {error.map(|error| view! { <p class="error" id="entitled-error" role="alert">{error}</p> })}
        </div>
    }
    .into_any()
}

/// That somebody has to wait, and how long. The QR code of a card and the like help nobody here: whoever reads this is in.
fn pausing(error: Option<ApiError>, words: Words) -> Option<AnyView> {
    let Some(ApiError::Slow { retry_after, .. }) = error else { return None };
    let said = if retry_after > HOUR { words.text("pause-day") } else { pause(retry_after, words) };
    Some(view! { <div class="notice" role="alert"><p>{said}</p></div> }.into_any())
}

/// All names by group, each with its button (S47).
async fn list(ctx: &Ctx, at: &AtStudio, job: &PhotoJob, posted: &Posted, words: Words) -> Answer<AnyView> {
    let all = ctx.store().listed_subjects(at.studio.id, job).await?;
    let slow = pausing(posted.error_of(CONFIRM), words);
    if all.is_empty() {
        return Ok(said(words.text("job-not-published")));
    }
    let count = all.len();
    let mut groups: Vec<(String, Vec<ListedSubject>)> = Vec::new();
    for subject in all {
        match groups.last_mut().filter(|(name, _)| *name == subject.group) {
            Some((_, subjects)) => subjects.push(subject),
            None => groups.push((subject.group.clone(), vec![subject])),
        }
    }
    let open = groups.len() == 1;
    let to = |subject: &ListedSubject| at.path(&format!("/find/{}?read=yes&child={}", job.id, subject.id));
    let groups = groups.into_iter().map(|(name, subjects)| {
        let name = if name.is_empty() { words.text("list-no-group") } else { name };
        let rows = subjects.iter().map(|subject| {
            let label = words.with("list-login-of", &[("name", subject.name.clone().into())]);
            view! {
                <li data-find=found_by(&subject.name)>
                    <span>{subject.name.clone()}</span>
                    <a class="button quiet" href=to(subject) aria-label=label>{words.text("list-login")}</a>
                </li>
            }
        });
        view! {
            <details class="names" open=open>
                <summary><h2>{name}</h2></summary>
                <ul>{rows.collect_view()}</ul>
            </details>
        }
    });
    let filter = (count > WITHOUT_FILTER).then(|| {
        view! {
            <islands::NameFilter none=words.text("list-empty")>
                <search class="field">
                    <label for="filter">{words.text("list-filter")}</label>
                    <input type="search" id="filter" autocomplete="off" autocapitalize="off" spellcheck="false" />
                </search>
                <p class="facts" role="status"></p>
            </islands::NameFilter>
        }
    });
    Ok(view! {
        {slow}
        {filter}
        {groups.collect_view()}
    }
    .into_any())
}

/// The words by whose beginnings a name is found, where they are not those of the name itself.
fn found_by(name: &str) -> Option<String> {
    let words = || sought(name).into_iter().collect::<Vec<_>>().join(" ");
    (!name.chars().all(|sign| sign.is_ascii_alphabetic() || sign == ' ')).then(words)
}

/// The statement about one child of the list (S48).
fn confirming(at: &AtStudio, job: PhotoJobId, child: &str, name: &str, posted: &Posted, words: Words) -> AnyView {
    let error = posted.field(CONFIRM, Field::Entitled, words);
    // A network is let in again within minutes, a device the next day.
    let slow = match posted.error_of(CONFIRM) {
        Some(ApiError::Slow { retry_after, .. }) if retry_after > MINUTES => {
            Some(view! { <div class="notice" role="alert"><p>{words.text("too-many-children")}</p></div> }.into_any())
        }
        error => pausing(error, words),
    };
    let back = at.path(&format!("/find/{job}?read=yes"));
    let sentence = words.with("confirm-sentence", &[("name", name.to_owned().into())]);
    let form = view! {
        <form class="stack narrow" method="post" action=CONFIRM>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="child" value=child.to_owned() />
            {slow}
            {entitled(sentence, error)}
            <p class="hint">{words.text("confirm-recorded")}</p>
            <div class="acts">
                <button class="button">{words.text("confirm-button")}</button>
                <a class="button quiet" href=back>{words.text("confirm-cancel")}</a>
            </div>
        </form>
    };
    view! { <islands::Form>{form}</islands::Form> }.into_any()
}
