//! `/studio/{studio}/jobs`: the studio's photo jobs, and a new one (S40).

use chrono::NaiveDate;
use domain::studio::Act;
use leptos::prelude::*;
use store::{EndedJob, JobCard};

use crate::api::Field;
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::ui::desk::{DeskPage, Dialog, Part, Toast};
use crate::ui::fields::{TextField, form_error};
use crate::ui::job_ending;
use crate::ui::job_frame::state;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const CREATE: &str = "/api/jobs/create";

/// All photo jobs of a studio.
#[component]
pub fn StudioJobs() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let jobs = ctx.store().photo_jobs(&at.desk).await?;
        let posted = Posted::current();
        let may = at.may(Act::LetIn);
        let button =
            may.then(|| view! { <button class="button" popovertarget="new-job">{words.text("job-new")}</button> });
        let body = if jobs.is_empty() {
            view! {
                <div class="empty">
                    <h2>{words.text("jobs-none")}</h2>
                    <p>{words.text("jobs-none-more")}</p>
                    {button}
                </div>
            }
            .into_any()
        } else {
            let today = ctx.today();
            let rows = jobs.into_iter().map(|card| row(&at, card, today, words)).collect_view();
            view! {
                <div class="acts">{button}</div>
                <ul class="list">{rows}</ul>
            }
            .into_any()
        };
        let ended = ended(ctx.store().ended_jobs(&at.desk).await?, words);
        let dialog = may.then(|| new_job(&at, &posted, words));
        let toast = (posted.get("did") == Some("deleted")).then(|| view! { <Toast text=words.text("job-deleted") /> });
        let dialog = view! { {dialog} {toast} }.into_any();
        Ok(view! {
            <DeskPage at=at.clone() words title=words.text("desk-jobs") part=Part::Jobs above=dialog>
                <header class="head">
                    <div>
                        <h1>{words.text("desk-jobs")}</h1>
                        <p class="facts">{words.text("jobs-lead")}</p>
                    </div>
                </header>
                {body}
                {ended}
            </DeskPage>
        }
        .into_any())
    })
}

/// What stays of jobs that were deleted.
fn ended(jobs: Vec<EndedJob>, words: Words) -> Option<AnyView> {
    if jobs.is_empty() {
        return None;
    }
    let rows = jobs.into_iter().map(|job| {
        let facts = format!("{} · {}", job.organisation, words.date(job.shot_on));
        let counts = [
            words.count("subjects", job.subjects),
            words.count("photographs", job.photos),
            words.count("job-confirmations", job.confirmations),
        ];
        let when = words.with("job-ended-on", &[("date", words.date(job.ended_at.date_naive()).into())]);
        view! {
            <li>
                <span class="name">{job.name}</span>
                <span class="facts">{facts}</span>
                <span class="facts">{when} " · " {counts.join(" · ")}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let view = view! {
        <section class="waiting" aria-labelledby="ended">
            <h2 id="ended">{words.text("jobs-ended")}</h2>
            <p class="facts">{words.text("jobs-ended-more")}</p>
            <ul class="list">{rows}</ul>
        </section>
    };
    Some(view.into_any())
}

fn row(at: &AtDesk, card: JobCard, today: NaiveDate, words: Words) -> impl IntoView + use<> {
    let job = card.job;
    let facts = format!("{} · {}", job.organisation, words.date(job.shot_on));
    let class = if job_ending::is_urgent(job.ends_on, today) { "badge bad" } else { "badge" };
    let ending = job_ending::ending(job.ends_on, today, words).map(|told| view! { <span class=class>{told}</span> });
    view! {
        <li>
            <a class="name whole" href=at.path(&format!("/jobs/{}", job.id))>{job.name}</a>
            <span class="facts">{facts}</span>
            <span class="facts">{words.count("subjects", card.subjects)} " · " {state(job.state, words)}</span>
            {ending}
        </li>
    }
}

fn new_job(at: &AtDesk, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let error = |field| posted.field(CREATE, field, words);
    let open = posted.error_of(CREATE).is_some();
    let form = view! {
        <form class="stack" method="post" action=CREATE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            {form_error(posted.general(CREATE, words))}
            <TextField name="name" label=words.text("job-name") hint=words.text("job-name-hint") max=200 autocomplete="off" error=error(Field::Name) />
            <TextField name="organisation" label=words.text("job-organisation") max=200 autocomplete="off" error=error(Field::Organisation) />
            <TextField name="date" kind="date" label=words.text("job-date") error=error(Field::Date) />
            <div class="acts">
                <button class="button">{words.text("job-create")}</button>
                <button class="button quiet" type="button" popovertarget="new-job" popovertargetaction="hide">{words.text("cancel")}</button>
            </div>
        </form>
    };
    view! { <Dialog id="new-job" title=words.text("job-new") open=open><islands::Form>{form}</islands::Form></Dialog> }
}
