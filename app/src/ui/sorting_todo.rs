//! What sorting a job by its cards would do, and what it leaves to people (S62).

use std::collections::{HashMap, HashSet};

use domain::ids::SubjectId;
use domain::photo_job::sorting::Way;
use domain::studio::Act;
use leptos::prelude::*;
use store::{SortProposal, Subject};

use crate::api::{ApiError, Field};
use crate::islands;
use crate::ui::failure::message;
use crate::ui::fields::form_error;
use crate::ui::sorting_desk::Sorting;
use crate::ui::words::Words;

const SORT_BY: &str = "/api/jobs/sort_by";

/// The most names in one line.
const NAMES: usize = 12;

impl Sorting<'_> {
    fn path(&self, rest: &str) -> String {
        self.at.path(&format!("/jobs/{}/photos{rest}", self.card.job.id))
    }

    /// The ways to sort, and that something is to be waited for.
    pub fn ways(&self, proposal: &SortProposal) -> AnyView {
        let words = self.words;
        let unread = (proposal.unread > 0)
            .then(|| view! { <p class="notice">{words.count("sort-unread", number(proposal.unread))}</p> });
        let arriving = (proposal.arriving > 0)
            .then(|| view! { <p class="notice">{words.count("sort-arriving", number(proposal.arriving))}</p> });
        let link = |way: Way, word| {
            let to = self.path(&format!("?propose={way}#sort-by"));
            view! { <a class="button quiet" href=to>{words.text(word)}</a> }
        };
        view! {
            <p class="facts">{words.text("sort-by-more")}</p>
            {unread}
            {arriving}
            <div class="acts">{link(Way::Cards, "sort-by-cards")} {link(Way::Names, "sort-by-names")}</div>
        }
        .into_any()
    }

    /// What would happen, and the button that does it.
    pub fn proposal(&self, proposal: &SortProposal, way: Way) -> AnyView {
        let words = self.words;
        let unseen = self.posted.field(SORT_BY, Field::Looked, words);
        let error = self.posted.error_of(SORT_BY).filter(|_| unseen.is_none()).map(|error| match error {
            ApiError::ChangedMeanwhile => words.text("sort-meanwhile"),
            error => message(error, words),
        });
        let count = proposal.count();
        if count == 0 {
            return view! {
                <div class="notice">{form_error(error)} <p>{words.text("sort-nothing")}</p></div>
            }
            .into_any();
        }
        let gained: HashMap<SubjectId, usize> = proposal.gains.iter().copied().collect();
        let mut gains: Vec<(&Subject, usize)> =
            self.subjects.iter().filter_map(|subject| Some((subject, *gained.get(&subject.id)?))).collect();
        gains.sort_by_key(|(subject, _)| self.groups.iter().position(|group| Some(group.id) == subject.group));
        let rows = gains.into_iter().map(|(subject, count)| {
            view! {
                <li>
                    <span class="name whole">{self.name_of(subject)}</span>
                    <span class="facts">{words.count("photographs", number(count))}</span>
                </li>
            }
        });
        let rows = rows.collect_view();
        let people = words.count("sort-people", number(proposal.gains.len()));
        let listed = (!proposal.gains.is_empty()).then(|| {
            view! { <details class="names"><summary><h3>{people}</h3></summary><ul class="list">{rows}</ul></details> }
        });
        let back = (proposal.back > 0).then(|| view! { <p>{words.count("sort-back", number(proposal.back))}</p> });
        let failed = (way == Way::Cards && proposal.failed > 0)
            .then(|| view! { <p>{words.count("todo-failed", number(proposal.failed))}</p> });
        let before = self.before(proposal);
        let looked = (way == Way::Cards && !proposal.waits(way)).then(|| looked(unseen, words));
        let go = if proposal.waits(way) {
            ().into_any()
        } else {
            view! { <button class="button">{words.count("sort-go", number(count))}</button> }.into_any()
        };
        let form = view! {
            <form method="post" action=SORT_BY>
                <input type="hidden" name="studio" value=self.at.studio.address.to_string() />
                <input type="hidden" name="job" value=self.card.job.id.to_string() />
                <input type="hidden" name="way" value=way.as_str() />
                <input type="hidden" name="digest" value=proposal.digest.clone() />
                {form_error(error)}
                <p><strong>{words.count("sort-would", number(count))}</strong></p>
                {back}
                {failed}
                {listed}
                {before}
                {looked}
                <div class="acts">{go} <a class="button quiet" href=self.path("")>{words.text("cancel")}</a></div>
            </form>
        };
        view! { <div class="notice">{form}</div> }.into_any()
    }

    /// What to look at before: whose photographs no card ends, for those of the class may be among them; what goes from one
    /// family to another; and what is deleted afterwards.
    fn before(&self, proposal: &SortProposal) -> Option<AnyView> {
        let last: HashSet<SubjectId> = proposal.rule.last().iter().map(|series| series.subject).collect();
        let named = [("sort-last", last), ("todo-withdrawn", self.withdrawn(proposal))];
        let lines: Vec<_> = named.iter().filter_map(|(key, subjects)| self.named(key, subjects)).collect();
        let astray = self.astray(proposal);
        (astray.is_some() || !lines.is_empty()).then(|| view! { <ul class="todo">{astray} {lines}</ul> }.into_any())
    }

    /// Whoever takes part no more and would get photographs: those are deleted, but only once somebody has sorted them.
    fn withdrawn(&self, proposal: &SortProposal) -> HashSet<SubjectId> {
        let gains: HashSet<SubjectId> = proposal.gains.iter().map(|(subject, _)| *subject).collect();
        let may = self.at.may(Act::LetIn);
        let is_withdrawn = |subject: &&Subject| may && subject.withdrawn_at.is_some() && gains.contains(&subject.id);
        self.subjects.iter().filter(is_withdrawn).map(|subject| subject.id).collect()
    }

    /// What hangs with one family and would be another's, each with a way to where it hangs now.
    fn astray(&self, proposal: &SortProposal) -> Option<AnyView> {
        let words = self.words;
        let astray = &proposal.astray;
        if astray.is_empty() {
            return None;
        }
        let who = |id: SubjectId| self.subjects.iter().find(|subject| subject.id == id);
        let known = astray.iter().filter_map(|((from, to), count)| Some((who(*from)?, who(*to)?, *count)));
        let pairs = known.take(NAMES).map(|(from, to, count)| {
            let at = self.path(&format!("?of={}", from.gallery));
            let (with, whose) = (self.name_of(from), self.name_of(to));
            let said = words.with(
                "todo-astray-one",
                &[("from", with.into()), ("to", whose.into()), ("count", number(count).into())],
            );
            view! { " "<a href=at>{said}</a> }
        });
        let pairs = pairs.collect_view();
        let more = astray.len().saturating_sub(NAMES);
        let more = (more > 0).then(|| view! { " "{words.count("todo-more", number(more))} });
        let count = number(astray.values().sum());
        Some(view! { <li>{words.count("todo-astray", count)} {pairs} {more}</li> }.into_any())
    }

    /// What people have to look at.
    pub fn todo(&self, proposal: &SortProposal) -> AnyView {
        let words = self.words;
        let rule = &proposal.rule;
        let count = |key, count: usize| (count > 0).then(|| words.count(key, number(count)));
        let said = [
            count("todo-before", rule.before.len()),
            count("todo-doubt", rule.after_doubt.len()),
            count("todo-failed", proposal.failed),
        ];
        let said = said.into_iter().flatten().map(|text| view! { <li>{text}</li> }).collect_view();
        let without: HashSet<SubjectId> =
            self.subjects.iter().filter(|subject| subject.photos == 0).map(|subject| subject.id).collect();
        let empty =
            rule.empty().iter().map(|series| series.subject).filter(|subject| without.contains(subject)).collect();
        let long = rule.long().iter().map(|series| series.subject).collect();
        let carded: HashSet<SubjectId> = rule.series.iter().map(|series| series.subject).collect();
        let (extra, listed): (Vec<&Subject>, Vec<&Subject>) =
            self.subjects.iter().partition(|subject| subject.extra.is_some());
        let is_missing = |subject: &&Subject| subject.photos == 0 && !carded.contains(&subject.id);
        let missing = listed.into_iter().filter(is_missing).map(|subject| subject.id).collect();
        let back = proposal.back_from.iter().copied().collect();
        let unnamed = extra.into_iter().filter(|subject| subject.photos > 0).map(|subject| subject.id).collect();
        let lists = [
            ("todo-back", back),
            ("todo-withdrawn", self.withdrawn(proposal)),
            ("todo-empty", empty),
            ("todo-long", long),
            ("extra-cards-unnamed", unnamed),
            ("todo-missing", missing),
        ];
        let is_empty = lists.iter().all(|(_, subjects): &(_, HashSet<SubjectId>)| subjects.is_empty());
        let lists = lists.into_iter().map(|(key, subjects)| self.named(key, &subjects)).collect_view();
        let loose = rule.before.len() + rule.after_doubt.len() + proposal.failed + proposal.astray.len();
        if is_empty && loose == 0 {
            return ().into_any();
        }
        view! {
            <section aria-labelledby="s-todo">
                <header><h2 id="s-todo">{words.text("todo-title")}</h2></header>
                <ul class="todo">{said} {self.astray(proposal)} {lists}</ul>
            </section>
        }
        .into_any()
    }

    /// A line with the names that it is about, each with a way to its photographs; an extra card, to where it gets a name.
    fn named(&self, key: &'static str, subjects: &HashSet<SubjectId>) -> Option<AnyView> {
        let words = self.words;
        if subjects.is_empty() {
            return None;
        }
        let link = |subject: &Subject| {
            let to = match subject.extra {
                Some(_) => self.at.path(&format!("/jobs/{}/subjects/{}", self.card.job.id, subject.id)),
                None => self.path(&format!("?of={}", subject.gallery)),
            };
            view! { " "<a href=to>{self.name_of(subject)}</a> }
        };
        let known = self.subjects.iter().filter(|subject| subjects.contains(&subject.id));
        let names = known.take(NAMES).map(link).collect_view();
        let more = subjects.len().saturating_sub(NAMES);
        let more = (more > 0).then(|| view! { " "{words.count("todo-more", number(more))} });
        Some(view! { <li>{words.count(key, number(subjects.len()))} {names} {more}</li> }.into_any())
    }

    /// The section of cards: what waits for somebody to decide, or every card.
    pub fn card_section(&self, pictures: &[store::CardPicture], all: bool) -> AnyView {
        let words = self.words;
        let may_see = self.at.may(Act::LetIn);
        let (title, other, word) = if all {
            ("cards-all", self.path(""), "cards-show-undecided")
        } else {
            ("cards-undecided", self.path("?cards=all#s-cards"), "cards-show-all")
        };
        let desk = if pictures.is_empty() {
            view! { <p class="facts">{words.text(if all { "cards-none-at-all" } else { "cards-none" })}</p> }.into_any()
        } else {
            self.cards(pictures, may_see)
        };
        view! {
            <section aria-labelledby="s-cards">
                <header>
                    <h2 id="s-cards">{words.text(title)}</h2>
                    <p>{words.text("cards-more")} " "<a href=other>{words.text(word)}</a></p>
                </header>
                {desk}
            </section>
        }
        .into_any()
    }

    /// The form around the ways and the proposal.
    pub fn sort_by(&self, cards: &SortProposal, proposed: Option<(&SortProposal, Way)>) -> AnyView {
        let words = self.words;
        let shown = proposed.map(|(proposal, way)| self.proposal(proposal, way));
        let shown = shown.map(|shown| view! { <islands::Form>{shown}</islands::Form> });
        view! {
            <section id="sort-by" aria-labelledby="s-sort-by">
                <header><h2 id="s-sort-by">{words.text("sort-by")}</h2></header>
                <div class="stack">{self.ways(cards)} {shown}</div>
            </section>
        }
        .into_any()
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The box of whoever has looked for cards that were not noticed.
fn looked(error: Option<String>, words: Words) -> AnyView {
    let invalid = error.is_some().then_some("true");
    view! {
        <div class="field">
            <label class="option">
                <input type="checkbox" name="looked" value="yes" autocomplete="off" aria-invalid=invalid aria-describedby=invalid.map(|_| "looked-error") />
                <span><strong>{words.text("sort-looked")}</strong> " " <small>{words.text("sort-looked-more")}</small></span>
            </label>
            {error.map(|error| view! { <p class="error" id="looked-error" role="alert">{error}</p> })}
        </div>
    }
    .into_any()
}
