//! What an import of a school's list would do, in lists (S60): fifty rows of each at a time.

use std::collections::HashMap;

use domain::ids::SubjectId;
use domain::roster::{After, Change, Changed, Particulars, Problem, RosterRow};
use leptos::prelude::*;
use store::{RefusedCode, RosterPreview};

use crate::ui::posted::Posted;
use crate::ui::roster_told::{column, problem};
use crate::ui::words::Words;

/// So many rows are shown at once.
pub const ROWS: usize = 50;
/// A list that is not longer stands open.
pub const SHORT: usize = 10;

/// A list: its name in the address, its heading, what it means, its rows.
struct Named<'a> {
    key: &'static str,
    title: &'static str,
    more: &'static str,
    rows: Vec<Row<'a>>,
}

/// A row before it is written.
enum Row<'a> {
    New(&'a RosterRow),
    Changed(&'a Changed),
    Kept(&'a Particulars),
    Wrong(&'a Problem),
    Refused(&'a RefusedCode),
    After(After<'a>),
}

fn after(list: Vec<After<'_>>) -> Vec<Row<'_>> {
    list.into_iter().map(Row::After).collect()
}

/// All lists that have a row, the most important first.
pub fn lists(preview: &RosterPreview, posted: &Posted, words: Words) -> Vec<AnyView> {
    let by_id: HashMap<SubjectId, &Particulars> =
        preview.known.iter().map(|known| (known.id, &known.particulars)).collect();
    let comparison = &preview.comparison;
    let outlook = preview.outlook();
    let missing = comparison.missing.iter().filter_map(|id| by_id.get(id)).map(|of| Row::Kept(of));
    let named = |key, title, more, rows| Named { key, title, more, rows };
    let all = [
        named("erased", "roster-erased", "roster-erased-more", preview.erased.iter().map(Row::New).collect()),
        named("wrong", "roster-wrong", "roster-wrong-more", preview.roster.problems.iter().map(Row::Wrong).collect()),
        named("codes", "roster-refused", "roster-refused-more", preview.refused.iter().map(Row::Refused).collect()),
        named("nameless", "roster-nameless", "roster-nameless-more", after(outlook.nameless)),
        named("namesakes", "roster-namesakes", "roster-namesakes-more", after(outlook.homonyms)),
        named("latin", "roster-latin", "roster-latin-more", after(outlook.without_latin)),
        named(
            "changed",
            "roster-changed",
            "roster-changed-more",
            comparison.changed.iter().map(Row::Changed).collect(),
        ),
        named("new", "roster-new", "roster-new-more", comparison.new.iter().map(Row::New).collect()),
        named("kept", "roster-kept", "roster-kept-more", missing.collect()),
    ];
    let shown = all.into_iter().filter(|list| !list.rows.is_empty());
    shown.map(|list| written(&list, &by_id, posted, words)).collect()
}

fn written(list: &Named<'_>, by_id: &HashMap<SubjectId, &Particulars>, posted: &Posted, words: Words) -> AnyView {
    let count = list.rows.len();
    let chosen = posted.get("list") == Some(list.key);
    let page = page_of(list.key, count, posted);
    let rows = list.rows.iter().skip((page - 1) * ROWS).take(ROWS).map(|row| row_view(row, by_id, words));
    let pages = pages(list.key, page, count, words);
    let title = words.count(list.title, i64::try_from(count).unwrap_or(i64::MAX));
    view! {
        <details class="names" id=list.key open=chosen || count <= SHORT>
            <summary><h3>{title}</h3></summary>
            <p class="facts">{words.text(list.more)}</p>
            <ul class="list">{rows.collect_view()}</ul>
            {pages}
        </details>
    }
    .into_any()
}

/// The page of a list of so many rows that the address names, from 1.
pub fn page_of(key: &str, count: usize, posted: &Posted) -> usize {
    let chosen = posted.get("list") == Some(key);
    let page = posted.get("page").and_then(|page| page.parse::<usize>().ok()).filter(|_| chosen).unwrap_or(1);
    page.clamp(1, count.div_ceil(ROWS).max(1))
}

/// The ways to the other pages of a list, where there are some.
pub fn pages(key: &'static str, page: usize, count: usize, words: Words) -> Option<AnyView> {
    let last = count.div_ceil(ROWS);
    let to = |page: usize| format!("?list={key}&page={page}#{key}");
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    (last > 1).then(|| {
        let range = [
            ("from", number((page - 1) * ROWS + 1).into()),
            ("to", number((page * ROWS).min(count)).into()),
            ("count", number(count).into()),
        ];
        let first = (page > 1).then(|| view! { <a class="link" href=to(1)>{words.text("list-from-start")}</a> });
        let next =
            (page < last).then(|| view! { <a class="button quiet" href=to(page + 1)>{words.text("list-further")}</a> });
        view! {
            <nav class="acts further" aria-label=words.text("pages")>
                <span class="facts">{words.with("roster-range", &range)}</span>
                {first}
                {next}
            </nav>
        }
        .into_any()
    })
}

fn row_view(row: &Row<'_>, by_id: &HashMap<SubjectId, &Particulars>, words: Words) -> AnyView {
    let line = |line: u32| words.with("roster-line", &[("line", line.into())]);
    let (name, told, at) = match row {
        Row::New(row) => (name(&row.particulars), place(&row.particulars), Some(row.line)),
        Row::Changed(changed) => {
            let old = by_id.get(&changed.id).map_or_else(|| name(&changed.becomes), |of| name(of));
            (old, changes(&changed.changes, words), Some(changed.line))
        }
        Row::Kept(of) => (name(of), place(of), None),
        Row::Wrong(of) => (line(of.line), problem(of, words), None),
        Row::Refused(of) => {
            let why = if of.taken { "roster-code-taken" } else { "roster-code-guessed" };
            (line(of.line), words.text(why), None)
        }
        Row::After(of) => (name(of.particulars), place(of.particulars), of.line),
    };
    view! {
        <li>
            <span class="name"><bdi>{name}</bdi></span>
            <span class="facts"><bdi>{told}</bdi></span>
            {at.map(|at| view! { <span class="facts">{line(at)}</span> })}
        </li>
    }
    .into_any()
}

/// Both names, or what the organisation says instead.
pub fn name(of: &Particulars) -> String {
    let names: Vec<&str> = [&of.first_name, &of.last_name].into_iter().flatten().map(String::as_str).collect();
    if names.is_empty() { of.identifier.clone().unwrap_or_default() } else { names.join(" ") }
}

/// Group and identifier.
pub fn place(of: &Particulars) -> String {
    let parts: Vec<&str> = [&of.group, &of.identifier].into_iter().flatten().map(String::as_str).collect();
    parts.join(" · ")
}

/// `Group: 1a → 2a`, one after the other. A code is a secret.
fn changes(changes: &[Change], words: Words) -> String {
    let one = |change: &Change| {
        let of = column(change.column, words);
        match (&change.old, &change.new) {
            (None, None) => words.text("roster-code-changes"),
            (None, Some(new)) => format!("{of}: {new}"),
            (old, new) => {
                let text = |text: &Option<String>| text.clone().unwrap_or_default();
                format!("{of}: {} → {}", text(old), text(new))
            }
        }
    };
    changes.iter().map(one).collect::<Vec<_>>().join(" · ")
}
