//! Importing again: nothing is made twice, nothing changes back, nobody disappears.

use std::collections::BTreeSet;

use domain::ids::SubjectId;
use domain::roster::{Column, Comparison, Known, RosterRow, Table, TableRow, compare, read};
use proptest::prelude::*;

const COLUMNS: [Column; 8] = [
    Column::LastName,
    Column::FirstName,
    Column::Group,
    Column::Identifier,
    Column::BirthDate,
    Column::GuardianEmail,
    Column::AlsoAccept,
    Column::Code,
];

/// Few values of each, so that names, classes and numbers meet in every way.
fn row() -> impl Strategy<Value = Vec<String>> {
    let one_of = |values: &'static [&'static str]| prop::sample::select(values).prop_map(str::to_owned);
    (
        one_of(&["Müller", "müller", "Kaya", ""]),
        one_of(&["Anna", "Ben", "Anna", ""]),
        one_of(&["1a", "1b", "1A", ""]),
        one_of(&["", "", "", "1", "2", "3"]),
        one_of(&["", "", "2018-03-14", "2018-09-01"]),
        one_of(&["", "a@example.org", "b@example.org"]),
        one_of(&["", "Ana", "Ana; Anne", "Anne; Ana"]),
        one_of(&["", "", "ROSE-41-HAUS", "BLAU-77-WALD"]),
    )
        .prop_map(|(a, b, c, d, e, f, g, h)| vec![a, b, c, d, e, f, g, h])
}

fn file() -> impl Strategy<Value = Vec<RosterRow>> {
    prop::collection::vec(row(), 0..9).prop_map(|cells| {
        let rows = cells.into_iter().zip(1..).map(|(cells, line)| TableRow { line, cells }).collect();
        read(&Table { rows }, &COLUMNS, false).rows
    })
}

/// What an import does: adds who is new, changes who changed, touches nobody else.
fn applied(existing: &[Known], comparison: &Comparison) -> Vec<Known> {
    let mut known = existing.to_vec();
    for changed in &comparison.changed {
        for of in known.iter_mut().filter(|of| of.id == changed.id) {
            of.particulars = changed.becomes.clone();
        }
    }
    for row in &comparison.new {
        let number = u8::try_from(known.len() + 1).unwrap();
        known.push(Known { id: SubjectId::from_random([number; 16]), particulars: row.particulars.clone() });
    }
    known
}

fn imported(files: &[Vec<RosterRow>]) -> Vec<Known> {
    files.iter().fold(Vec::new(), |known, file| applied(&known, &compare(&known, file)))
}

proptest! {
    // S60
    #[test]
    fn the_same_file_a_second_time_is_all_unchanged(file in file()) {
        let known = imported(std::slice::from_ref(&file));
        prop_assert_eq!(known.len(), file.len());
        let again = compare(&known, &file);
        prop_assert_eq!(again.unchanged.len(), file.len(), "{:?}", again);
        prop_assert_eq!((again.new.len(), again.changed.len(), again.ambiguous.len()), (0, 0, 0));
        prop_assert!(again.missing.is_empty());
    }

    // S60
    #[test]
    fn what_was_applied_is_no_change_the_next_time(before in prop::collection::vec(file(), 0..3), file in file()) {
        let known = imported(&before);
        let first = compare(&known, &file);
        let known = applied(&known, &first);
        let again = compare(&known, &file);
        prop_assert!(again.new.is_empty() && again.changed.is_empty(), "first {:?}\nagain {:?}", first, again);
    }

    // S60
    #[test]
    fn every_row_is_told_once_and_nobody_is_lost(before in prop::collection::vec(file(), 0..3), file in file()) {
        let known = imported(&before);
        let told = compare(&known, &file);
        let rows = told.new.iter().map(|row| row.line);
        let rows = rows.chain(told.changed.iter().map(|row| row.line)).chain(told.unchanged.iter().map(|row| row.line));
        let mut rows: Vec<u32> = rows.chain(told.ambiguous.iter().map(|row| row.row.line)).collect();
        rows.sort_unstable();
        prop_assert_eq!(rows, file.iter().map(|row| row.line).collect::<Vec<_>>());

        let matched = told.changed.iter().map(|one| one.id).chain(told.unchanged.iter().map(|one| one.id));
        let matched: Vec<SubjectId> = matched.collect();
        prop_assert_eq!(matched.iter().collect::<BTreeSet<_>>().len(), matched.len(), "nobody is matched twice");
        let asked = told.ambiguous.iter().flat_map(|row| row.could_be.iter().copied());
        let all: BTreeSet<SubjectId> = matched.iter().copied().chain(asked).chain(told.missing.iter().copied()).collect();
        prop_assert_eq!(all, known.iter().map(|one| one.id).collect::<BTreeSet<_>>());
        for changed in &told.changed {
            prop_assert!(!changed.changes.is_empty());
        }
    }
}
