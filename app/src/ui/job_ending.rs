//! That a job ends soon, or is over: on its own pages, in the list of jobs, and on the studio's first page (SECURITY section 4:
//! retention).

use chrono::NaiveDate;
use domain::photo_job::{Ending, erased_after_end};
use leptos::prelude::*;

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::ui::words::Words;

/// More jobs than these are not named on the first page.
const NAMED: usize = 6;

/// How near the end of a job is, in a sentence; nothing while it is far away.
pub fn ending(ends_on: NaiveDate, today: NaiveDate, words: Words) -> Option<String> {
    let date = |day| [("date", words.date(day).into())];
    Some(match Ending::of(ends_on, today)? {
        Ending::Over => words.with("job-ending-over", &date(erased_after_end(ends_on).date_naive())),
        Ending::Week(0) => words.text("job-ending-today"),
        Ending::Week(days) | Ending::Month(days) => words.count("job-ending-days", days),
    })
}

/// Whether it is so near that it is told plainly.
pub fn is_urgent(ends_on: NaiveDate, today: NaiveDate) -> bool {
    matches!(Ending::of(ends_on, today), Some(Ending::Week(_) | Ending::Over))
}

/// The notice on each page of a job.
pub fn notice(at: &AtDesk, job: &store::PhotoJob, today: NaiveDate, words: Words) -> Option<AnyView> {
    let told = ending(job.ends_on, today, words)?;
    let class = if is_urgent(job.ends_on, today) { "notice bad" } else { "notice" };
    let way = at.may(domain::studio::Act::LetIn).then(|| {
        let to = at.path(&format!("/jobs/{}/settings", job.id));
        view! { " "<a href=to>{words.text("job-ending-change")}</a> }
    });
    Some(view! { <div class=class><p>{told} " " {words.text("job-ending-what")} {way}</p></div> }.into_any())
}

/// The notice on the studio's first page: the jobs whose end is near.
pub async fn endings(ctx: &Ctx, at: &AtDesk, words: Words) -> Answer<Option<AnyView>> {
    let today = ctx.today();
    let jobs = ctx.store().ending_jobs(&at.desk, Ending::horizon(today)).await?;
    if jobs.is_empty() {
        return Ok(None);
    }
    let urgent = jobs.iter().any(|job| is_urgent(job.ends_on, today));
    let lines = jobs.iter().take(NAMED).filter_map(|job| {
        let told = ending(job.ends_on, today, words)?;
        let to = at.path(&format!("/jobs/{}", job.id));
        Some(view! { <p><a href=to>{job.name.clone()}</a>": " {told}</p> })
    });
    let view = view! {
        <section class=if urgent { "notice bad" } else { "notice" } aria-labelledby="endings">
            <h2 id="endings">{words.text("job-endings")}</h2>
            {lines.collect_view()}
        </section>
    };
    Ok(Some(view.into_any()))
}
