//! `/studio/{studio}/jobs/{job}`: how far a job is, what is missing next, what a parent would be told now, and who is in it
//! (S40, S57).

use domain::photo_job::{Consent, JobState, Told};
use domain::studio::Act;
use leptos::prelude::*;
use store::{Group, JobCard, Subject};

use crate::api::Field;
use crate::ctx::{AtDesk, Ctx, job_id};
use crate::islands;
use crate::ui::alerts::guesses_at_job;
use crate::ui::card_printing::unnamed;
use crate::ui::desk::Toast;
use crate::ui::fields::{TextField, form_error};
use crate::ui::job_frame::{JobFrame, JobTab};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const STATE: &str = "/api/jobs/state";
const ADD_GROUP: &str = "/api/jobs/add_group";
const ADD_SUBJECT: &str = "/api/jobs/add_subject";

/// One photo job.
#[component]
pub fn StudioJob() -> impl IntoView {
    let (address, job) = (param("studio"), param("job"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::SortPhotographs).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let card = ctx.store().photo_job(&at.desk, job_id(&job)?).await?;
        let groups = ctx.store().groups(&at.desk, card.job.id).await?;
        let subjects = ctx.store().subjects(&at.desk, card.job.id).await?;
        let extra = ctx.store().extra_cards(&at.desk, card.job.id).await?;
        let unnamed = unnamed(&at, &card, &extra, words);
        let nameless = ctx.store().connection(&at.desk, card.job.id).await?.nameless;
        let nameless =
            (nameless > 0).then(|| view! { <div class="notice"><p>{words.count("job-nameless", nameless)}</p></div> });
        let guesses = guesses_at_job(&ctx, &at, card.job.id, false, words).await?;
        let posted = Posted::current();
        let toast = toast(&posted, words);
        let now = ctx.today();
        let told_now = Told::of(card.job.state, card.job.ends_on, now);
        // What is over has no next step but a later last day, which stands above.
        let next = (told_now != Told::Ended).then(|| next(&at, &card, &subjects, words));
        let told = told(&card, told_now, words);
        let states = at.may(Act::LetIn).then(|| states(&at, &card, &posted, words));
        let add = at.may(Act::LetIn).then(|| add(&at, &card, &groups, &posted, words));
        let listed = listed(&at, &card, &groups, subjects, words);
        Ok(view! {
            <JobFrame at=at.clone() words card=card.clone() tab=JobTab::Overview above=toast.into_any()>
                {guesses}
                <div class="settings">
                    <section aria-labelledby="s-state">
                        <header><h2 id="s-state">{words.text("job-state")}</h2></header>
                        <div class="stack">{next} {told} {states}</div>
                    </section>
                    {unnamed}
                    {add}
                    <section aria-labelledby="s-subjects">
                        <header><h2 id="s-subjects">{words.text("job-subjects")}</h2></header>
                        <div class="stack">{nameless} {listed}</div>
                    </section>
                </div>
            </JobFrame>
        }
        .into_any())
    })
}

fn toast(posted: &Posted, words: Words) -> Option<AnyView> {
    let done = match posted.get("did") {
        Some("group") => "job-did-group",
        Some("subject") => "job-did-subject",
        Some("erased") => "subject-erased",
        Some("planning" | "published" | "archived") => "saved",
        _ => return None,
    };
    Some(view! { <Toast text=words.text(done) /> }.into_any())
}

/// The one thing that is missing next.
fn next(at: &AtDesk, card: &JobCard, subjects: &[Subject], words: Words) -> AnyView {
    let to = |rest: &str| at.path(&format!("/jobs/{}{rest}", card.job.id));
    let (sentence, way) = match card.job.state {
        _ if card.subjects == 0 => {
            let way = at.may(Act::LetIn).then(|| (to("/roster"), words.text("roster-import")));
            (words.text("job-next-subjects"), way)
        }
        JobState::Archived => (words.text("job-next-archived"), None),
        _ if card.photos == 0 && card.unsorted == 0 => {
            (words.text("job-next-photos"), Some((to("/photos"), words.text("job-bring-photos"))))
        }
        _ if card.unsorted > 0 => {
            (words.count("job-next-sort", card.unsorted), Some((to("/photos"), words.text("job-sort"))))
        }
        _ if card.unnamed > 0 => (words.count("extra-cards-unnamed", card.unnamed), None),
        JobState::Published if card.without_photos > 0 => {
            let missing = (to("/photos"), words.text("job-who-is-missing"));
            (words.count("job-next-missing-published", card.without_photos), Some(missing))
        }
        _ if card.without_photos > 0 => (words.count("job-next-missing", card.without_photos), None),
        JobState::Planning => (words.text("job-next-publish"), None),
        JobState::Published => {
            (words.count("job-next-nothing", i64::try_from(subjects.len()).unwrap_or_default()), None)
        }
    };
    let way = way.map(|(to, word)| view! { <p><a class="button" href=to>{word}</a></p> });
    view! { <p><strong>{sentence}</strong></p> {way} }.into_any()
}

/// What a parent with a code would read now (S57).
fn told(card: &JobCard, told: Told, words: Words) -> AnyView {
    let organisation = [("organisation", card.job.organisation.clone().into())];
    let sentence = match told {
        Told::Expected => words.with("job-planning", &organisation),
        Told::Here => words.text("job-told-here"),
        Told::Archived => words.text("job-archived"),
        Told::Ended => words.text("job-ended"),
    };
    view! {
        <div class="notice">
            <p><strong>{words.text("job-told")}</strong> " " {sentence}</p>
            <p class="facts">{words.with("job-ends", &[("date", words.date(card.job.ends_on).into())])}</p>
        </div>
    }
    .into_any()
}

fn states(at: &AtDesk, card: &JobCard, posted: &Posted, words: Words) -> AnyView {
    let button = |to: JobState, word: &'static str, quiet: bool| {
        let class = if quiet { "button quiet" } else { "button" };
        (card.job.state != to)
            .then(|| view! { <button class=class name="state" value=to.as_str()>{words.text(word)}</button> })
    };
    view! {
        <form method="post" action=STATE>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            {form_error(posted.general(STATE, words))}
            <div class="acts">
                {button(JobState::Published, "job-publish", card.photos == 0)}
                {button(JobState::Planning, "job-back-to-planning", true)}
                {button(JobState::Archived, "job-archive", true)}
            </div>
        </form>
    }
    .into_any()
}

fn add(at: &AtDesk, card: &JobCard, groups: &[Group], posted: &Posted, words: Words) -> AnyView {
    let hidden = || {
        view! {
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
        }
    };
    let options = groups.iter().map(|group| view! { <option value=group.id.to_string()>{group.name.clone()}</option> });
    let roster = at.path(&format!("/jobs/{}/roster", card.job.id));
    let error = |field| posted.field(ADD_SUBJECT, field, words);
    let group = view! {
        <form class="line" method="post" action=ADD_GROUP>
            {hidden()}
            {form_error(posted.general(ADD_GROUP, words))}
            <TextField name="group" id="new-group" label=words.text("group-new") max=100 autocomplete="off" error=posted.field(ADD_GROUP, Field::Group, words) />
            <button class="button quiet">{words.text("group-add")}</button>
        </form>
    };
    let subject = view! {
        <form class="stack" method="post" action=ADD_SUBJECT>
            {hidden()}
            {form_error(posted.general(ADD_SUBJECT, words))}
            <TextField name="first_name" label=words.text("first-name") max=200 autocomplete="off" optional=String::new() error=error(Field::FirstName) />
            <TextField name="last_name" label=words.text("last-name") max=200 autocomplete="off" optional=String::new() error=error(Field::LastName) />
            <div class="field">
                <label for="group">{words.text("group-label")}</label>
                <select id="group" name="group">
                    <option value="">{words.text("group-none")}</option>
                    {options.collect_view()}
                </select>
            </div>
            <div class="acts"><button class="button quiet">{words.text("subject-add")}</button></div>
        </form>
    };
    view! {
        <section aria-labelledby="s-add">
            <header><h2 id="s-add">{words.text("job-add")}</h2><p>{words.text("job-add-more")}</p></header>
            <div class="stack">
                <p><a class="button quiet" href=roster>{words.text("roster-import")}</a></p>
                <islands::Form>{group}</islands::Form>
                <islands::Form>{subject}</islands::Form>
            </div>
        </section>
    }
    .into_any()
}

/// Everybody by group.
fn listed(at: &AtDesk, card: &JobCard, groups: &[Group], subjects: Vec<Subject>, words: Words) -> AnyView {
    if subjects.is_empty() && groups.is_empty() {
        return view! { <p class="facts">{words.text("job-nobody")}</p> }.into_any();
    }
    let of = |group: Option<&Group>| {
        let id = group.map(|group| group.id);
        let name = group.map_or_else(|| words.text("group-none"), |group| group.name.clone());
        let held = group.filter(|group| group.held > 0).map(|group| words.count("group-held", group.held));
        let rows: Vec<_> = subjects.iter().filter(|subject| subject.group == id).collect();
        if group.is_none() && rows.is_empty() {
            return None;
        }
        let count = words.count("subjects", i64::try_from(rows.len()).unwrap_or_default());
        let photos = group.map(|group| {
            let to = at.path(&format!("/jobs/{}/photos?of={}", card.job.id, group.gallery));
            view! { " · "<a href=to>{words.count("group-photographs", group.photos)}</a> }
        });
        let rows = rows.into_iter().map(|subject| row(at, card, subject, words)).collect_view();
        Some(view! {
            <details class="names" open=subjects.len() <= 60>
                <summary><h3>{name}</h3><span class="facts">{count}</span></summary>
                <p class="facts">{held} {photos}</p>
                <ul class="list">{rows}</ul>
            </details>
        })
    };
    let all: Vec<_> = groups.iter().map(Some).chain([None]).filter_map(of).collect();
    view! { {all} }.into_any()
}

fn row(at: &AtDesk, card: &JobCard, subject: &Subject, words: Words) -> impl IntoView + use<> {
    let to = at.path(&format!("/jobs/{}/subjects/{}", card.job.id, subject.id));
    let mut signs = Vec::new();
    if subject.protected {
        signs.push(words.text("subject-protected"));
    }
    if subject.consent == Consent::Refused {
        signs.push(words.text("subject-refused"));
    } else if subject.group_consent == Consent::Refused {
        signs.push(words.text("subject-refused-group"));
    }
    let photos = if subject.photos == 0 {
        words.text("subject-not-photographed")
    } else {
        words.count("photographs", subject.photos)
    };
    let signs = (!signs.is_empty()).then(|| view! { <span class="badge">{signs.join(", ")}</span> });
    view! {
        <li>
            <a class="name whole" href=to>{subject.name()}</a>
            <span class="facts">{photos}</span>
            {signs}
        </li>
    }
}
