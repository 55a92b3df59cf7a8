//! What the pages of one photo job have in common: its name, its state, its tabs.

use domain::photo_job::JobState;
use domain::studio::Act;
use leptos::prelude::*;
use store::JobCard;

use crate::ctx::{AtDesk, Ctx};
use crate::ui::desk::{DeskPage, Part, Trail};
use crate::ui::job_ending;
use crate::ui::words::Words;

/// The tabs of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobTab {
    /// How far it is, and who is in it.
    Overview,
    /// Photographs that are not sorted.
    Photographs,
    /// Codes for staff, parents and each subject.
    Access,
    /// Name, days, and the end of it.
    Settings,
}

/// A page about one job.
#[component]
pub fn JobFrame(
    /// Who is at work, and where.
    at: AtDesk,
    /// The words it is written in.
    words: Words,
    /// The job.
    card: JobCard,
    /// The tab that is open.
    tab: JobTab,
    /// What lies above the page: dialogs, a toast.
    #[prop(optional)]
    above: Option<AnyView>,
    /// What the tab shows.
    children: Children,
) -> impl IntoView {
    let job = &card.job;
    let base = at.path(&format!("/jobs/{}", job.id));
    let link = |to: JobTab, rest: &str, word: &'static str, count: Option<String>| {
        view! {
            <a href=format!("{base}{rest}") aria-current=(to == tab).then_some("page")>
                {words.text(word)} {count.map(|count| view! { " "<span class="count">{count}</span> })}
            </a>
        }
    };
    let unsorted = (card.unsorted > 0).then(|| words.number(card.unsorted));
    let tabs = [
        Some(link(JobTab::Overview, "", "tab-job", None)),
        Some(link(JobTab::Photographs, "/photos", "tab-unsorted", unsorted)),
        at.may(Act::LetIn).then(|| link(JobTab::Access, "/access", "tab-access", None)),
        at.may(Act::LetIn).then(|| link(JobTab::Settings, "/settings", "tab-job-settings", None)),
    ];
    let facts = format!("{} · {} · {}", job.organisation, words.date(job.shot_on), state(job.state, words));
    let steps = vec![(at.path("/jobs"), words.text("desk-jobs"))];
    let ending = Ctx::current().ok().and_then(|ctx| job_ending::notice(&at, job, ctx.today(), words));
    let title = job.name.clone();
    view! {
        <DeskPage at words title=title.clone() part=Part::Jobs first=false wide=tab == JobTab::Photographs above=above.into_any()>
            <header class="head">
                <div>
                    <Trail label=words.text("trail") steps />
                    <h1>{title}</h1>
                    <p class="facts">{facts}</p>
                </div>
            </header>
            <nav class="tabs" aria-label=words.text("job-tabs")>{tabs.into_iter().flatten().collect_view()}</nav>
            {ending}
            {children()}
        </DeskPage>
    }
}

/// A state in one word.
pub fn state(state: JobState, words: Words) -> String {
    words.text(match state {
        JobState::Planning => "job-state-planning",
        JobState::Published => "job-state-published",
        JobState::Archived => "job-state-archived",
    })
}
