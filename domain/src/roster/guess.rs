//! What the columns of a table are, as far as it can be told. The photographer sees it and changes it.

use serde::{Deserialize, Serialize};

use super::heading::{Heading, Headings};
use super::shape::{Kind, Shape, shape};
use super::{Column, MAX_COLUMNS, Table};

/// How many rows are looked at.
const SAMPLE: usize = 200;

/// The columns that say who somebody is.
const NAMES: [Column; 3] = [Column::FirstName, Column::LastName, Column::FullName];

/// What a table seems to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// Whether the first row says what the columns are.
    pub has_header: bool,
    /// What each column is, from the left; each but [`Column::Ignored`] at most once.
    pub columns: Vec<Column>,
}

/// Guesses by the heads of the columns, in ten languages, and where they say nothing by what stands below.
///
/// A running number (`Nr.`) is no identifier: sorted anew, it would be another child's.
pub fn guess(table: &Table) -> Guess {
    let width = table.width().min(MAX_COLUMNS);
    let head = heads(table, width);
    let below: Vec<Shape> = (0..width).map(|place| shape(&column(table, place, 1))).collect();
    let has_header = says_what_columns_are(&head) || stands_out(table, &below);
    let mut columns = vec![Column::Ignored; width];
    if !has_header {
        let shapes: Vec<Shape> = (0..width).map(|place| shape(&column(table, place, 0))).collect();
        by_shape(&shapes, &vec![Heading::Unknown; width], &mut columns);
        return Guess { has_header, columns };
    }
    by_heading(&head, &below, &mut columns);
    let first_row = &table.rows[0].cells;
    let named = NAMES.iter().any(|name| columns.contains(name));
    // Where the heads are understood, an unknown one is something else: a teacher, a day of entry.
    let closed: Vec<Heading> = (0..width)
        .map(|place| match head[place] {
            Heading::Unknown if named && first_row.get(place).is_some_and(|cell| !cell.trim().is_empty()) => {
                Heading::Known
            }
            heading => heading,
        })
        .collect();
    by_shape(&below, &closed, &mut columns);
    Guess { has_header, columns }
}

fn heads(table: &Table, width: usize) -> Vec<Heading> {
    let headings = Headings::new();
    let cells = table.rows.first().map_or(&[][..], |row| &row.cells);
    (0..width).map(|place| cells.get(place).map_or(Heading::Unknown, |cell| headings.read(cell))).collect()
}

fn column(table: &Table, place: usize, from: usize) -> Vec<&str> {
    table.rows.iter().skip(from).take(SAMPLE).filter_map(|row| row.cells.get(place)).map(String::as_str).collect()
}

/// Two heads that are understood, or one of at most two.
fn says_what_columns_are(head: &[Heading]) -> bool {
    let understood = head.iter().filter(|heading| **heading != Heading::Unknown).count();
    understood >= 2 || (understood == 1 && head.len() <= 2)
}

/// In a language that is not understood: the first row differs from days, addresses or classes below it, and is not
/// itself among them (`Vorklasse` over `1a`).
fn stands_out(table: &Table, below: &[Shape]) -> bool {
    let Some(first) = table.rows.first() else { return false };
    first.cells.iter().zip(below).enumerate().any(|(place, (cell, below))| {
        let telling = matches!(below.kind, Some(Kind::Day | Kind::Email | Kind::Class));
        telling
            && !cell.trim().is_empty()
            && shape(&[cell.as_str()]).kind != below.kind
            && !column(table, place, 1).contains(&cell.as_str())
    })
}

fn by_heading(head: &[Heading], below: &[Shape], columns: &mut [Column]) {
    for (place, heading) in head.iter().enumerate() {
        if let Heading::Is(column) = heading {
            set(columns, place, *column);
        }
    }
    let has = |columns: &[Column], column| columns.contains(&column);
    for (place, _) in head.iter().enumerate().filter(|(_, heading)| **heading == Heading::SomeName) {
        let column = match (has(columns, Column::FirstName), has(columns, Column::LastName)) {
            (true, true) => Column::Ignored,
            (true, false) => Column::LastName,
            (false, true) => Column::FirstName,
            (false, false) if below[place].kind == Some(Kind::Name) => Column::LastName,
            (false, false) => Column::FullName,
        };
        set(columns, place, column);
    }
}

/// Fills what heads left open. Of two columns of names, that with more common first names is the first name; if neither
/// has more, the last name is before it, as schools write.
fn by_shape(shapes: &[Shape], head: &[Heading], columns: &mut [Column]) {
    let open: Vec<usize> = (0..shapes.len())
        .filter(|place| head[*place] == Heading::Unknown && columns[*place] == Column::Ignored)
        .collect();
    for place in &open {
        match shapes[*place].kind {
            Some(Kind::Email) => set(columns, *place, Column::GuardianEmail),
            Some(Kind::Day) => set(columns, *place, Column::BirthDate),
            Some(Kind::Class) => set(columns, *place, Column::Group),
            Some(Kind::Code) => set(columns, *place, Column::Code),
            Some(Kind::Number) => set(columns, *place, Column::Identifier),
            Some(Kind::Name | Kind::FullName) | None => {}
        }
    }
    let named = NAMES.iter().any(|name| columns.contains(name));
    let is_name = |place: &usize| matches!(shapes[*place].kind, Some(Kind::Name | Kind::FullName));
    let names: Vec<usize> = open.into_iter().filter(is_name).collect();
    if named {
        return;
    }
    match names[..] {
        [] => {}
        [only] => set(
            columns,
            only,
            if shapes[only].kind == Some(Kind::FullName) { Column::FullName } else { Column::LastName },
        ),
        [one, other, ..] => {
            let swapped = shapes[one].first_names > shapes[other].first_names;
            let (last, first) = if swapped { (other, one) } else { (one, other) };
            set(columns, last, Column::LastName);
            set(columns, first, Column::FirstName);
        }
    }
}

/// The first column of a kind is it.
fn set(columns: &mut [Column], place: usize, column: Column) {
    if !columns.contains(&column) {
        columns[place] = column;
    }
}
