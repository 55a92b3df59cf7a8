//! How a school's list was read, to be corrected (S60): in a form that works without a script.

use domain::roster::{Column, Delimiter, Encoding, Table};
use leptos::prelude::*;
use store::{Reading, RosterDraft};

use crate::ctx::AtDesk;
use crate::ui::fields::error_line;
use crate::ui::roster_told::{column, delimiter, encoding};
use crate::ui::words::Words;

/// Takes the corrections: beside the upload, since the file is read anew.
const AGAIN: &str = "/api/jobs/roster_again";
/// So many cells of a column are shown, each cut to so many characters.
const CELLS: usize = 4;
const SIGNS: usize = 40;

/// How it was read, and what else it could be. `error` is why the way that was chosen last is none.
pub fn reading_form(at: &AtDesk, draft: &RosterDraft, error: Option<String>, words: Words) -> AnyView {
    let Reading { table, encoding: written, delimiter: between, columns } = &draft.reading;
    let described = error.is_some().then_some("encoding-error");
    let encodings = written.map(|written| {
        let options = Encoding::ALL.iter().map(|one| (one.as_str(), encoding(*one, words), *one == written));
        choice("encoding", words.text("roster-encoding"), options.collect(), described)
    });
    let delimiters = between.map(|between| {
        let options = Delimiter::ALL.iter().map(|one| (one.as_str(), delimiter(*one, words), *one == between));
        choice("delimiter", words.text("roster-delimiter"), options.collect(), None)
    });
    let fields: Vec<AnyView> = columns
        .columns
        .iter()
        .enumerate()
        .map(|(place, chosen)| column_field(table, columns.has_header, place, *chosen, words))
        .collect();
    view! {
        <form class="stack reading" method="post" action=AGAIN enctype="multipart/form-data">
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="draft" value=draft.id.to_string() />
            <div class="pair">{encodings} {delimiters}</div>
            {error_line("encoding", error)}
            <label class="option">
                <input type="checkbox" name="header" value="yes" checked=columns.has_header autocomplete="off" />
                <span><strong>{words.text("roster-header")}</strong></span>
            </label>
            <ul class="list columns">{fields}</ul>
            <div class="acts"><button class="button quiet">{words.text("roster-read-again")}</button></div>
        </form>
    }
    .into_any()
}

/// One of a few, of which each has a name, a word, and whether it is chosen.
fn choice(
    name: &'static str,
    label: String,
    options: Vec<(&'static str, String, bool)>,
    described: Option<&'static str>,
) -> AnyView {
    let invalid = described.map(|_| "true");
    let options =
        options.into_iter().map(|(name, word, chosen)| view! { <option value=name selected=chosen>{word}</option> });
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name autocomplete="off" aria-describedby=described aria-invalid=invalid>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}

/// What a column is, with the first of its cells.
fn column_field(table: &Table, has_header: bool, place: usize, chosen: Column, words: Words) -> AnyView {
    let id = format!("column-{place}");
    let cell = |row: usize| table.rows.get(row).and_then(|row| row.cells.get(place)).map(|cell| cell.trim());
    let number = i64::try_from(place + 1).unwrap_or(i64::MAX);
    let head = cell(0).filter(|cell| has_header && !cell.is_empty());
    let head = head.map_or_else(|| words.with("roster-column", &[("number", number.into())]), str::to_owned);
    let first = usize::from(has_header);
    let cells = (first..table.rows.len()).filter_map(cell).filter(|cell| !cell.is_empty()).take(CELLS);
    let sample: Vec<String> = cells.map(|cell| cell.chars().take(SIGNS).collect()).collect();
    let options = Column::ALL
        .iter()
        .map(|one| view! { <option value=one.as_str() selected=*one == chosen>{column(*one, words)}</option> });
    view! {
        <li>
            <label class="name" for=id.clone()><bdi>{head}</bdi></label>
            <select id=id name="columns" autocomplete="off">{options.collect_view()}</select>
            <span class="facts"><bdi>{sample.join(" · ")}</bdi></span>
        </li>
    }
    .into_any()
}
