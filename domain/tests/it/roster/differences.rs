//! What an import would change.

use domain::ids::SubjectId;
use domain::roster::{Column, Comparison, Known, RosterRow, compare, read};

use super::{rows, table};

const COLUMNS: [Column; 5] =
    [Column::LastName, Column::FirstName, Column::Group, Column::Identifier, Column::BirthDate];

fn id(number: u8) -> SubjectId {
    SubjectId::from_random([number; 16])
}

fn known(lines: &[&str]) -> Vec<Known> {
    let rows = rows(&COLUMNS, lines);
    rows.into_iter().zip(1..).map(|(row, number)| Known { id: id(number), particulars: row.particulars }).collect()
}

fn compared(existing: &[&str], file: &[&str]) -> Comparison {
    compare(&known(existing), &rows(&COLUMNS, file))
}

fn lines(rows: &[RosterRow]) -> Vec<u32> {
    rows.iter().map(|row| row.line).collect()
}

/// Lines with the subjects whom they could mean.
fn could_be(comparison: &Comparison) -> Vec<(u32, Vec<SubjectId>)> {
    comparison.ambiguous.iter().map(|ambiguous| (ambiguous.row.line, ambiguous.could_be.clone())).collect()
}

/// Subjects with what changes of them.
fn changes(comparison: &Comparison) -> Vec<(SubjectId, Column, Option<&str>, Option<&str>)> {
    let of = |changed: &'_ domain::roster::Changed| changed.id;
    comparison
        .changed
        .iter()
        .flat_map(|changed| changed.changes.iter().map(move |change| (of(changed), change)))
        .map(|(id, change)| (id, change.column, change.old.as_deref(), change.new.as_deref()))
        .collect()
}

// S60
#[test]
fn an_import_tells_who_is_new_who_changed_and_who_is_missing() {
    let existing = ["Müller;Anna;1a;7;", "Schmidt;Ben;1a;8;", "Weber;Mia;1b;;", "Kaya;Elif;1b;9;"];
    let file = ["Müller;Anna;2a;7;", "Schmidt;Ben;1a;8;", "weber;Mia;1b;11;2018-03-14", "Neu;Tom;1a;12;"];
    let comparison = compared(&existing, &file);
    assert_eq!(lines(&comparison.new), [4]);
    assert_eq!(
        changes(&comparison),
        [
            (id(1), Column::Group, Some("1a"), Some("2a")),
            (id(3), Column::LastName, Some("Weber"), Some("weber")),
            (id(3), Column::Identifier, None, Some("11")),
            (id(3), Column::BirthDate, None, Some("2018-03-14")),
        ]
    );
    assert_eq!(comparison.unchanged.iter().map(|unchanged| unchanged.id).collect::<Vec<_>>(), [id(2)]);
    assert_eq!(comparison.missing, [id(4)]);
    assert_eq!(comparison.ambiguous, []);
}

// S60
#[test]
fn an_empty_cell_empties_nothing() {
    let comparison = compared(&["Müller;Anna;1a;7;2018-03-14"], &["Müller;Anna;;7;"]);
    assert_eq!((comparison.changed.len(), comparison.unchanged.len()), (0, 1));
    let comparison = compared(&["Müller;Anna;1a;7;2018-03-14"], &["Müller;Anne;;7;"]);
    let becomes = &comparison.changed[0].becomes;
    assert_eq!((becomes.first_name.as_deref(), becomes.group.as_deref()), (Some("Anne"), Some("1a")));
    assert!(becomes.birth_date.is_some());
}

// S60
#[test]
fn children_of_one_name_are_told_apart_by_group_and_day_of_birth_or_asked_about() {
    let twins = ["Müller;Anna;1a;;2018-03-14", "Müller;Anna;1a;;2018-09-01", "Müller;Anna;2b;;"];
    let comparison = compared(&twins, &twins);
    assert_eq!(comparison.unchanged.len(), 3);
    // Nobody says which of the two in 1a.
    let comparison = compared(&twins, &["Müller;Anna;1a;;", "Müller;Anna;2b;;"]);
    assert_eq!(could_be(&comparison), [(1, vec![id(1), id(2)])]);
    assert_eq!(comparison.missing, []);
    // She may have moved, or be somebody else: there are two in the file.
    let comparison = compared(&["Müller;Anna;1a;;", "Müller;Anna;1b;;"], &["Müller;Anna;1a;;", "Müller;Anna;3c;;"]);
    assert_eq!(could_be(&comparison), [(2, vec![id(2)])]);
    // So are there if one of them is known by her number.
    let comparison = compared(&["Müller;Anna;1a;7;", "Müller;Anna;1b;;"], &["Müller;Anna;1a;7;", "Müller;Anna;3c;;"]);
    assert_eq!(could_be(&comparison), [(2, vec![id(2)])]);
    // Alone on both sides, she has moved.
    let comparison = compared(&["Müller;Anna;1a;;"], &["Müller;Anna;3c;;"]);
    assert_eq!(changes(&comparison), [(id(1), Column::Group, Some("1a"), Some("3c"))]);
    // With another day of birth in another class she is somebody else.
    let comparison = compared(&["Müller;Anna;1a;;2018-03-14"], &["Müller;Anna;3c;;2016-01-01"]);
    assert_eq!((lines(&comparison.new), comparison.missing), (vec![1], vec![id(1)]));
}

// S60
#[test]
fn an_identifier_that_means_another_child_now_moves_no_photographs() {
    // A list numbered anew, one line down.
    let existing = ["Abel;Ida;1a;1;", "Abel;Jan;1a;2;", "Bach;Mia;1a;3;"];
    let file = ["Aal;Tom;1a;1;", "Abel;Ida;1a;2;", "Abel;Jan;1a;3;", "Bach;Mia;1a;4;"];
    let comparison = compared(&existing, &file);
    assert_eq!(
        (comparison.new.len(), comparison.changed.len(), comparison.unchanged.len()),
        (0, 0, 0),
        "{comparison:?}"
    );
    let asked: Vec<u32> = could_be(&comparison).iter().map(|(line, _)| *line).collect();
    assert_eq!(asked, [1, 2, 3, 4]);
    // The same child by day of birth, though both names are written anew.
    let comparison = compared(&["Шевченко;Тарас;1a;5;2018-03-14"], &["Shevchenko;Taras;1a;5;2018-03-14"]);
    assert_eq!(comparison.changed.len(), 1);
    // Sisters: another day of birth.
    let comparison = compared(&["Abel;Ida;1a;1;2018-03-14"], &["Abel;Eva;1a;1;2016-01-01"]);
    assert_eq!(could_be(&comparison), [(1, vec![id(1)])]);
    // A name that another child has, and half a name.
    let comparison = compared(&["Abel;Ida;1a;1;", "Abel;Eva;1b;5;"], &["Abel;Eva;1a;1;"]);
    assert_eq!(could_be(&comparison), [(1, vec![id(1)])]);
    let half = read(&table(&["Kaya;;1a;1;"]), &COLUMNS, false).rows;
    assert_eq!(could_be(&compare(&known(&["Abel;Ida;1a;1;"]), &half)), [(1, vec![id(1)])]);
    // Another number for the same name in the same class is asked about, too.
    let comparison = compared(&["Abel;Ida;1a;1;"], &["Abel;Ida;1a;99;"]);
    assert_eq!(could_be(&comparison), [(1, vec![id(1)])]);
}

// S60
#[test]
fn swapped_names_are_a_change_of_the_same_child() {
    let comparison = compared(&["Anna;Müller;1a;7;"], &["Müller;Anna;1a;7;"]);
    assert_eq!(comparison.changed.len(), 1);
}

// S60
#[test]
fn a_school_of_namesakes_is_asked_about_in_short() {
    let many: Vec<String> = (0..200).map(|number| format!("Müller;Anna;{number};;")).collect();
    let existing: Vec<&str> = many.iter().map(String::as_str).collect();
    let comparison = compared(&existing, &["Müller;Anna;x;;", "Müller;Anna;y;;"]);
    assert_eq!(comparison.ambiguous.iter().map(|row| row.could_be.len()).collect::<Vec<_>>(), [10, 10]);
    assert_eq!(comparison.missing, []);
}

// S60
#[test]
fn spellings_in_another_order_are_no_change() {
    let columns = [Column::LastName, Column::FirstName, Column::AlsoAccept];
    let of = |line: &str| rows(&columns, &[line]);
    let known = vec![Known { id: id(1), particulars: of("Müller;Anna;Ana | Anne")[0].particulars.clone() }];
    assert_eq!(compare(&known, &of("Müller;Anna;Anne / Ana")).unchanged.len(), 1);
    let comparison = compare(&known, &of("Müller;Anna;Anni"));
    assert_eq!(changes(&comparison), [(id(1), Column::AlsoAccept, Some("Ana; Anne"), Some("Anni"))]);
    assert_eq!(compare(&known, &of("Müller;Anna;")).unchanged.len(), 1);
}

// S60
#[test]
fn a_new_code_is_told_without_either() {
    let columns = [Column::LastName, Column::FirstName, Column::Code];
    let of = |line: &str| rows(&columns, &[line]);
    let known = vec![Known { id: id(1), particulars: of("Müller;Anna;ROSE-41-HAUS")[0].particulars.clone() }];
    assert_eq!(compare(&known, &of("Müller;Anna;rose 41 haus")).unchanged.len(), 1);
    assert_eq!(changes(&compare(&known, &of("Müller;Anna;BLAU-77-WALD"))), [(id(1), Column::Code, None, None)]);
}
