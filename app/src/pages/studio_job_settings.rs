//! `/studio/{studio}/jobs/{job}/settings`: name, organisation, day and last day of a job (S40), and its deletion (S63).

use domain::studio::Act;
use leptos::prelude::*;
use store::JobCard;

use crate::api::Field;
use crate::ctx::{AtDesk, Ctx, job_id};
use crate::islands;
use crate::ui::desk::Toast;
use crate::ui::fields::{TextField, form_error};
use crate::ui::job_frame::{JobFrame, JobTab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const CHANGE: &str = "/api/jobs/change";
const DELETE: &str = "/api/jobs/delete";

/// The settings of a job.
#[component]
pub fn StudioJobSettings() -> impl IntoView {
    let (address, job) = (param("studio"), param("job"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let card = ctx.store().photo_job(&at.desk, job_id(&job)?).await?;
        let posted = Posted::current();
        let toast = (posted.get("did") == Some("saved")).then(|| view! { <Toast text=words.text("saved") /> });
        let details = details(&at, &card, &posted, words);
        let loss = ctx.store().job_loss(&at.desk, card.job.id).await?;
        let deletion = deletion(&at, &card, loss, &posted, words);
        Ok(view! {
            <JobFrame at=at.clone() words card=card.clone() tab=JobTab::Settings above=toast.into_any()>
                {details}
                {deletion}
            </JobFrame>
        }
        .into_any())
    })
}

fn details(at: &AtDesk, card: &JobCard, posted: &Posted, words: Words) -> AnyView {
    let job = &card.job;
    let error = |field| posted.field(CHANGE, field, words);
    let (shot_on, ends_on) = (job.shot_on.to_string(), job.ends_on.to_string());
    let form = view! {
        <form class="settings" method="post" action=CHANGE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=job.id.to_string() />
            {form_error(posted.general(CHANGE, words))}
            <section aria-labelledby="s-job">
                <header><h2 id="s-job">{words.text("tab-job")}</h2></header>
                <div>
                    <TextField name="name" label=words.text("job-name") value=job.name.clone() hint=words.text("job-name-hint") max=200 autocomplete="off" error=error(Field::Name) />
                    <TextField name="organisation" label=words.text("job-organisation") value=job.organisation.clone() max=200 autocomplete="off" error=error(Field::Organisation) />
                    <TextField name="date" kind="date" label=words.text("job-date") value=shot_on error=error(Field::Date) />
                </div>
            </section>
            <section aria-labelledby="s-end">
                <header><h2 id="s-end">{words.text("job-end")}</h2><p>{words.text("job-end-more")}</p></header>
                <div class="stack">
                    <TextField name="ends" kind="date" label=words.text("job-last-day") value=ends_on hint=words.text("job-last-day-hint") error=error(Field::Ends) />
                    <button class="button">{words.text("save")}</button>
                </div>
            </section>
        </form>
    };
    view! { <islands::Form>{form}</islands::Form> }.into_any()
}

/// Deletes the job now. What goes is said in numbers, and that nothing brings it back.
fn deletion(at: &AtDesk, card: &JobCard, (photos, confirmed): (i64, i64), posted: &Posted, words: Words) -> AnyView {
    let job = &card.job;
    let counts = [
        words.count("subjects", card.subjects),
        words.count("photographs", photos),
        words.count("job-confirmations", confirmed),
    ];
    let again = words.with("job-delete-again", &[("name", job.name.clone().into())]);
    let error = |field| posted.field(DELETE, field, words);
    let form = view! {
        <form class="stack" method="post" action=DELETE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=job.id.to_string() />
            {form_error(posted.general(DELETE, words))}
            <p>{words.text("job-delete-what")} " " <strong>{counts.join(" · ")}</strong></p>
            <p>{words.text("job-delete-how")}</p>
            <TextField name="again" label=again max=200 autocomplete="off" error=error(Field::Again) />
            <TextField name="password" kind="password" label=words.text("your-password") autocomplete="current-password" error=error(Field::Password) />
            <div class="acts"><button class="button danger">{words.text("job-delete-now")}</button></div>
        </form>
    };
    view! {
        <div class="settings more">
            <section aria-labelledby="s-delete">
                <header><h2 id="s-delete">{words.text("job-delete")}</h2></header>
                <islands::Form>{form}</islands::Form>
            </section>
        </div>
    }
    .into_any()
}
