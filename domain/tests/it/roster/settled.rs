//! Doubtful rows that a person settles (S60).

use std::collections::BTreeMap;

use domain::ids::SubjectId;
use domain::roster::{Column, Comparison, Known, Settled, compare, read};

use super::{rows, table};

const COLUMNS: [Column; 4] = [Column::LastName, Column::FirstName, Column::Group, Column::Identifier];

fn id(number: u8) -> SubjectId {
    SubjectId::from_random([number; 16])
}

fn known(lines: &[&str]) -> Vec<Known> {
    let rows = rows(&COLUMNS, lines);
    rows.into_iter().zip(1..).map(|(row, number)| Known { id: id(number), particulars: row.particulars }).collect()
}

/// What an import would do once somebody said so, and how many rows were doubtful before.
fn settled(existing: &[&str], file: &[&str], said: &[(u32, Settled)]) -> (Comparison, usize) {
    let existing = known(existing);
    let rows = read(&table(file), &COLUMNS, false).rows;
    let mut comparison = compare(&existing, &rows);
    let before = comparison.ambiguous.len();
    comparison.settle(&existing, &said.iter().copied().collect::<BTreeMap<_, _>>());
    (comparison, before)
}

/// The lines that are new, that change somebody, that change nothing, that are doubtful; and who is missing.
fn told(of: &Comparison) -> [Vec<u32>; 4] {
    [
        of.new.iter().map(|row| row.line).collect(),
        of.changed.iter().map(|changed| changed.line).collect(),
        of.unchanged.iter().map(|unchanged| unchanged.line).collect(),
        of.ambiguous.iter().map(|doubtful| doubtful.row.line).collect(),
    ]
}

/// Two Annas who moved up, and nobody can tell which is which.
const BEFORE: [&str; 3] = ["Müller;Anna;1a;", "Müller;Anna;1b;", "Kaya;Elif;1a;"];
const AFTER: [&str; 3] = ["Müller;Anna;2a;", "Müller;Anna;2b;", "Kaya;Elif;2a;"];

// S60
#[test]
fn each_doubtful_row_becomes_who_a_person_says_it_is() {
    let is = |line, number| (line, Settled::Is(id(number)));
    let (nothing, before) = settled(&BEFORE, &AFTER, &[]);
    assert_eq!((before, told(&nothing)), (2, [vec![], vec![3], vec![], vec![1, 2]]));
    let (both, _) = settled(&BEFORE, &AFTER, &[is(1, 2), is(2, 1)]);
    assert_eq!(told(&both), [vec![], vec![1, 2, 3], vec![], vec![]]);
    let becomes: Vec<_> = both.changed.iter().map(|of| (of.id, of.becomes.group.as_deref())).collect();
    assert_eq!(becomes, [(id(2), Some("2a")), (id(1), Some("2b")), (id(3), Some("2a"))]);
    assert_eq!(both.missing, []);
    // One of them left, and a namesake came.
    let (one, _) = settled(&BEFORE, &AFTER, &[is(1, 1), (2, Settled::New)]);
    assert_eq!(told(&one), [vec![2], vec![1, 3], vec![], vec![]]);
    assert_eq!(one.missing, [id(2)]);
    // Of the other row nobody says anything: it is left out, and may still be the second.
    let (half, _) = settled(&BEFORE, &AFTER, &[is(1, 1)]);
    assert_eq!((told(&half), half.missing), ([vec![], vec![1, 3], vec![], vec![2]], vec![]));
}

// S60
#[test]
fn what_cannot_be_stays_doubtful() {
    let is = |line, number| (line, Settled::Is(id(number)));
    // One subject for two rows; somebody whom the row does not mean; somebody who is another row; nobody at all.
    for said in [vec![is(1, 1), is(2, 1)], vec![is(1, 3)], vec![is(1, 9)]] {
        let (comparison, _) = settled(&BEFORE, &AFTER, &said);
        assert_eq!(told(&comparison), [vec![], vec![3], vec![], vec![1, 2]], "{said:?}");
    }
    // What is sure is not for anybody to say.
    let (comparison, _) = settled(&BEFORE, &AFTER, &[(3, Settled::New)]);
    assert_eq!(told(&comparison)[..2], [vec![], vec![3]]);
    // A row that is gone takes nobody from one that is there.
    let (comparison, _) = settled(&BEFORE, &AFTER, &[is(77, 1), is(1, 1)]);
    assert_eq!(told(&comparison)[1], [1, 3]);
}

// S60
#[test]
fn a_number_that_means_another_child_now_is_whom_a_person_says() {
    let (nothing, _) = settled(&["Abel;Ida;1a;1"], &["Bach;Mia;1a;1"], &[]);
    assert_eq!(told(&nothing)[3], [1]);
    let (married, _) = settled(&["Abel;Ida;1a;1"], &["Bach;Mia;1a;1"], &[(1, Settled::Is(id(1)))]);
    assert_eq!(married.changed[0].becomes.last_name.as_deref(), Some("Bach"));
    let (other, _) = settled(&["Abel;Ida;1a;1"], &["Bach;Mia;1a;1"], &[(1, Settled::New)]);
    assert_eq!((told(&other)[0].clone(), other.missing), (vec![1], vec![id(1)]));
}
