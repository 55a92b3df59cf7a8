//! How access cards are to be printed (S61), and extra cards that wait for a name.

use std::collections::BTreeMap;

use domain::photo_job::EXTRA_CARDS;
use domain::studio::Language;
use leptos::prelude::*;
use store::{ExtraCard, Group, JobCard, Subject};

use crate::api::Field;
use crate::ctx::AtDesk;
use crate::islands;
use crate::ui::fields::{Switch, TextField, error_line, form_error, hint_line};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const PRINT: &str = "/api/jobs/print_cards";
const NAME: &str = "/api/jobs/name_extra";

/// What a subject is called at the desk: an extra card without a name, by the number that stands on it.
pub fn name_at_desk(subject: &Subject, words: Words) -> String {
    match subject.extra {
        Some(number) => words.with("extra-card", &[("number", number.into())]),
        None => subject.name(),
    }
}

/// How the cards are to be printed, and how many extra ones.
pub fn print_form(at: &AtDesk, card: &JobCard, extra: &[ExtraCard], posted: &Posted, words: Words) -> AnyView {
    let counts = [1, 2, 4, 6, 8, 10].map(|count: i64| {
        view! { <option value=count.to_string() selected=count == 4>{words.count("cards-per-page", count)}</option> }
    });
    let languages = Language::ALL.iter().filter(|language| **language != at.studio.language).map(|language| {
        view! { <option value=language.as_str() lang=language.as_str()>{language.name()}</option> }
    });
    view! {
        <form class="stack" method="post" action=PRINT>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            {form_error(posted.general(PRINT, words))}
            <div class="field">
                <label for="per_page">{words.text("cards-size")}</label>
                <select id="per_page" name="per_page">{counts.collect_view()}</select>
            </div>
            <div class="field">
                <label for="paper">{words.text("cards-paper")}</label>
                <select id="paper" name="paper">
                    <option value="a4">"A4"</option>
                    <option value="letter">"US Letter"</option>
                </select>
            </div>
            <div class="field">
                <label for="also">{words.text("cards-also")}</label>
                <select id="also" name="also">
                    <option value="">{words.text("cards-also-none")}</option>
                    {languages.collect_view()}
                </select>
            </div>
            {extra_field(posted, words)}
            <Switch name="large" on=false label=words.text("cards-large") hint=words.text("cards-large-more") />
            <div class="acts">
                <button class="button">{words.text("cards-print")}</button>
                <button class="button quiet" name="only" value="extra">{words.text("cards-print-extra")}</button>
            </div>
            {sheets(extra, words)}
        </form>
    }
    .into_any()
}

/// The sheets that were made before, the latest first, with the cards on them that nobody has used: each can be printed again.
fn sheets(extra: &[ExtraCard], words: Words) -> AnyView {
    let mut sheets: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    for card in extra.iter().filter(|card| !card.used) {
        if let Some(at) = card.printed_at {
            sheets.entry(at).or_default().push(card.number);
        }
    }
    let sheet = |(at, numbers): (chrono::DateTime<chrono::Utc>, Vec<i64>)| {
        let again = numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(".");
        let count = i64::try_from(numbers.len()).unwrap_or(i64::MAX);
        let numbers = numbers.into_iter().map(|number| words.number(number)).collect::<Vec<_>>().join(", ");
        let date = words.date(at.date_naive());
        let values = [("count", count.into()), ("numbers", numbers.into()), ("date", date.into())];
        view! {
            <li>
                <span class="facts">{words.with("extra-cards-printed", &values)}</span>
                <button class="button quiet" name="again" value=again>{words.text("extra-cards-again")}</button>
            </li>
        }
    };
    let rows: Vec<_> = sheets.into_iter().rev().map(sheet).collect();
    (!rows.is_empty()).then(|| view! { <ul class="list">{rows}</ul> }).into_any()
}

/// The number of extra cards that are to be printed.
fn extra_field(posted: &Posted, words: Words) -> AnyView {
    let error = posted.field(PRINT, Field::Extra, words);
    let invalid = error.is_some().then_some("true");
    let described = if error.is_some() { "extra-error extra-hint" } else { "extra-hint" };
    view! {
        <div class="field">
            <label for="extra">{words.text("extra-cards")}</label>
            <input id="extra" name="extra" type="number" min="0" max=EXTRA_CARDS step="1" value="0" autocomplete="off" aria-invalid=invalid aria-describedby=described />
            {error_line("extra", error)}
            {hint_line("extra", Some(words.text("extra-cards-more")))}
        </div>
    }
    .into_any()
}

/// The name of whoever has an extra card, to be typed.
pub fn name_form(at: &AtDesk, subject: &Subject, groups: &[Group], posted: &Posted, words: Words) -> AnyView {
    let error = |field| posted.field(NAME, field, words);
    let options = groups.iter().map(|group| view! { <option value=group.id.to_string()>{group.name.clone()}</option> });
    let form = view! {
        <form class="stack" method="post" action=NAME>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="subject" value=subject.id.to_string() />
            {form_error(posted.general(NAME, words))}
            <TextField name="first_name" label=words.text("first-name") max=200 autocomplete="off" optional=String::new() error=error(Field::FirstName) />
            <TextField name="last_name" label=words.text("last-name") max=200 autocomplete="off" optional=String::new() error=error(Field::LastName) />
            <div class="field">
                <label for="group">{words.text("group-label")}</label>
                <select id="group" name="group">
                    <option value="">{words.text("group-none")}</option>
                    {options.collect_view()}
                </select>
            </div>
            <div class="acts"><button class="button">{words.text("save")}</button></div>
        </form>
    };
    view! {
        <section aria-labelledby="s-extra">
            <header><h2 id="s-extra">{words.text("extra-card-name")}</h2><p>{words.text("extra-card-name-more")}</p></header>
            <islands::Form>{form}</islands::Form>
        </section>
    }
    .into_any()
}

/// Extra cards with photographs and without a name, each with the way to where it gets one.
pub fn unnamed(at: &AtDesk, card: &JobCard, extra: &[ExtraCard], words: Words) -> Option<AnyView> {
    let link = |extra: &ExtraCard| {
        let to = at.path(&format!("/jobs/{}/subjects/{}", card.job.id, extra.subject.id));
        let name = name_at_desk(&extra.subject, words);
        let photos = words.count("photographs", extra.subject.photos);
        view! { <li><a class="name whole" href=to>{name}</a><span class="facts">{photos}</span></li> }
    };
    let rows: Vec<_> = extra.iter().filter(|extra| extra.subject.photos > 0).map(link).collect();
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let section = |rows: Vec<_>| {
        view! {
            <section aria-labelledby="s-unnamed">
                <header>
                    <h2 id="s-unnamed">{words.count("extra-cards-unnamed", count)}</h2>
                    <p>{words.text("extra-card-name-more")}</p>
                </header>
                <ul class="list">{rows}</ul>
            </section>
        }
    };
    (!rows.is_empty()).then(|| section(rows).into_any())
}
