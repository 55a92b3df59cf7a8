//! `/studio/{studio}/jobs/{job}/roster`: a school's list is sent (S60), and what became of it is said.

use domain::ids::RosterDraftId;
use domain::studio::Act;
use leptos::prelude::*;
use store::JobCard;

use crate::ctx::{AtDesk, Ctx, job_id};
use crate::ui::desk::{DeskPage, Part, Trail};
use crate::ui::fields::{error_line, hint_line};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::roster_told::file_problem;
use crate::ui::words::Words;

/// Takes the file.
const SEND: &str = "/api/jobs/roster";

/// Sending a list.
#[component]
pub fn StudioRoster() -> impl IntoView {
    let (address, job) = (param("studio"), param("job"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let card = ctx.store().photo_job(&at.desk, job_id(&job)?).await?;
        let waiting = ctx.store().waiting_roster(&at.desk, card.job.id, ctx.now()).await?;
        let posted = Posted::current();
        let steps = vec![
            (at.path("/jobs"), words.text("desk-jobs")),
            (at.path(&format!("/jobs/{}", card.job.id)), card.job.name.clone()),
        ];
        let done = done(&at, &card, &posted, words);
        let waiting = waiting.map(|draft| waits(&at, &card, draft, words));
        let title = words.text("roster-import");
        Ok(view! {
            <DeskPage at=at.clone() words title=title.clone() part=Part::Jobs first=false>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{title}</h1>
                        <p class="facts">{words.text("roster-lead")}</p>
                    </div>
                </header>
                {done}
                {waiting}
                <div class="settings">{send(&at, &card, &posted, words)}</div>
            </DeskPage>
        }
        .into_any())
    })
}

/// What an import did, in numbers that its address says.
fn done(at: &AtDesk, card: &JobCard, posted: &Posted, words: Words) -> Option<AnyView> {
    let number = |name: &str| posted.get(name).and_then(|number| number.parse::<u32>().ok()).map(i64::from);
    let added = number("new")?;
    let told = [
        ("roster-done-new", added),
        ("roster-done-changed", number("changed").unwrap_or_default()),
        ("roster-done-same", number("same").unwrap_or_default()),
        ("roster-done-kept", number("kept").unwrap_or_default()),
        ("roster-done-asked", number("asked").unwrap_or_default()),
        ("roster-done-erased", number("erased").unwrap_or_default()),
    ];
    let told = told.into_iter().filter(|(key, count)| *count > 0 || *key == "roster-done-new");
    let told = told.map(|(key, count)| view! { <li>{words.count(key, count)}</li> }).collect_view();
    let to = |rest: &str| at.path(&format!("/jobs/{}{rest}", card.job.id));
    Some(
        view! {
            <div class="notice" role="status">
                <p><strong>{words.text("roster-done")}</strong></p>
                <ul class="told">{told}</ul>
                <p class="acts">
                    <a class="button" href=to("")>{words.text("roster-to-job")}</a>
                    <a class="button quiet" href=to("/access")>{words.text("roster-to-cards")}</a>
                </p>
            </div>
        }
        .into_any(),
    )
}

fn waits(at: &AtDesk, card: &JobCard, draft: RosterDraftId, words: Words) -> AnyView {
    let to = at.path(&format!("/jobs/{}/roster/{draft}", card.job.id));
    view! { <div class="notice"><p>{words.text("roster-waits")} " " <a href=to>{words.text("roster-go-on")}</a></p></div> }
        .into_any()
}

/// A plain form: a file is sent.
fn send(at: &AtDesk, card: &JobCard, posted: &Posted, words: Words) -> AnyView {
    let error = posted.get("file").map(|why| file_problem(why, words));
    let described = if error.is_some() { "list-error list-hint" } else { "list-hint" };
    let invalid = error.is_some().then_some("true");
    view! {
        <section aria-labelledby="s-send">
            <header><h2 id="s-send">{words.text("roster-send")}</h2><p>{words.text("roster-send-more")}</p></header>
            <div class="stack">
                <form class="stack" method="post" action=SEND enctype="multipart/form-data">
                    <input type="hidden" name="studio" value=at.studio.address.to_string() />
                    <input type="hidden" name="job" value=card.job.id.to_string() />
                    <div class="field">
                        <label for="list">{words.text("roster-file")}</label>
                        <input
                            id="list"
                            name="list"
                            type="file"
                            accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                            required
                            aria-describedby=described
                            aria-invalid=invalid
                        />
                        {error_line("list", error)}
                        {hint_line("list", Some(words.text("roster-file-hint")))}
                    </div>
                    <div class="acts"><button class="button">{words.text("roster-read")}</button></div>
                </form>
            </div>
        </section>
    }
    .into_any()
}
