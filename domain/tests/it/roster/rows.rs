//! What the rows of a table say, and what is wrong with them.

use chrono::NaiveDate;
use domain::roster::{Column, MAX_ROWS, ProblemKind, Table, TableRow, read};

use super::{roster, rows, table};
use ProblemKind::{
    BirthDateUnreadable, CodeTwice, CodeUnusable, EmailUnreadable, FirstNameMissing, LastNameMissing, NameUnclear,
    NobodyNamed, TooLong,
};

const NAMED: [Column; 3] = [Column::LastName, Column::FirstName, Column::Group];

fn kinds(columns: &[Column], lines: &[&str]) -> Vec<(u32, ProblemKind, Option<u32>)> {
    let roster = read(&table(lines), columns, false);
    roster.problems.iter().map(|problem| (problem.line, problem.kind, problem.like)).collect()
}

// S60
#[test]
fn a_row_is_read_as_it_is_meant() {
    let roster = roster(&[
        "Nachname;Vorname;Klasse;Schülernummer;Geburtsdatum;E-Mail Erziehungsberechtigte;Auch akzeptieren;Code",
        "",
        " Mu\u{308}ller ;\u{200f}Anna\u{a0} Lena;1a;0047;14.03.2018; Eltern@Example.ORG;Anna Mueller / Mueller, Ana|anna  mueller;rose-41-haus",
    ]);
    assert_eq!(roster.problems, []);
    let [row] = &roster.rows[..] else { panic!("{roster:?}") };
    assert_eq!(row.line, 3);
    let of = &row.particulars;
    assert_eq!((of.last_name.as_deref(), of.first_name.as_deref()), (Some("Müller"), Some("Anna Lena")));
    assert_eq!((of.group.as_deref(), of.identifier.as_deref()), (Some("1a"), Some("0047")));
    assert_eq!(of.birth_date, NaiveDate::from_ymd_opt(2018, 3, 14));
    assert_eq!(of.guardian_email.as_ref().map(AsRef::as_ref), Some("eltern@example.org"));
    assert_eq!(of.also_accept, ["Anna Mueller", "Mueller, Ana"]);
    assert_eq!(of.code.as_ref().map(domain::code::Code::display).as_deref(), Some("rose-41-haus"));
}

// S60
#[test]
fn blank_lines_are_no_rows_and_a_line_break_in_a_cell_is_a_space() {
    let table = table(&["Müller;Anna", " ; ", "\u{feff};\u{200b}", "Schmidt;Ben\nJonas"]);
    let roster = read(&table, &[Column::LastName, Column::FirstName], false);
    let names: Vec<_> = roster.rows.iter().map(|row| (row.line, row.particulars.first_name.as_deref())).collect();
    assert_eq!(names, [(1, Some("Anna")), (4, Some("Ben Jonas"))]);
    assert_eq!(roster.problems, []);
}

// S44
#[test]
fn who_lacks_a_name_is_told_and_kept_if_the_identifier_says_who_it_is() {
    let columns = [Column::LastName, Column::FirstName, Column::Identifier, Column::Ignored];
    let lines = ["Müller;;1", ";Ben;2", ";;3", "; ;;the list ends here"];
    let told = kinds(&columns, &lines);
    let told: Vec<_> = told.into_iter().map(|(line, kind, _)| (line, kind)).collect();
    let wanted =
        [(1, FirstNameMissing), (2, LastNameMissing), (3, FirstNameMissing), (3, LastNameMissing), (4, NobodyNamed)];
    assert_eq!(told, wanted);
    assert_eq!(read(&table(&lines), &columns, false).rows.len(), 3);
}

// S60
#[test]
fn a_row_that_stands_twice_is_told_with_the_line_before() {
    let columns = [Column::LastName, Column::FirstName, Column::Group, Column::Identifier, Column::BirthDate];
    let lines = [
        "Müller;Anna;1a;7;",
        "Schmidt;Ben;1a;7;",
        "MÜLLER;anna;1a;;",
        "Müller;Anna;1a;8;",
        "Müller;Anna;1b;;2018-03-14",
        "Müller;Anna;1b;;2018-03-15",
        "Müller;Anna;1b;;14.03.2018",
        "Müller;Anna;1b;9;14.03.2018",
    ];
    let wanted = [
        (2, ProblemKind::IdentifierTwice, Some(1)),
        (3, ProblemKind::Double, Some(1)),
        (7, ProblemKind::Double, Some(5)),
        (8, ProblemKind::Double, Some(5)),
    ];
    assert_eq!(kinds(&columns, &lines), wanted);
    let lines: Vec<u32> = read(&table(&lines), &columns, false).rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [1, 4, 5, 6]);
}

// S60
#[test]
fn a_cell_that_cannot_be_used_is_told_and_left_out() {
    let columns =
        [Column::FullName, Column::Code, Column::GuardianEmail, Column::BirthDate, Column::AlsoAccept, Column::Group];
    let many: Vec<String> = (0..13).map(|number| format!("Lea {number}")).collect();
    let long = "x".repeat(101);
    let lines = [
        "Anna Müller;short;nobody;31.02.2018".to_owned(),
        "Anna Maria Müller;;;".to_owned(),
        "Ben Schmidt;ROSE-41-HAUS;;".to_owned(),
        "Mia Weber;rose 41 haus;;".to_owned(),
        format!("Lea Kurz;;;;{};{long}", many.join("/")),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut told = kinds(&columns, &lines);
    told.sort_by_key(|(line, kind, _)| (*line, *kind));
    let wanted = [
        (1, BirthDateUnreadable, None),
        (1, EmailUnreadable, None),
        (1, CodeUnusable, None),
        (2, NameUnclear, None),
        (4, CodeTwice, Some(3)),
        (5, TooLong, None),
        (5, TooLong, None),
    ];
    assert_eq!(told, wanted);
    assert_eq!(read(&table(&lines), &columns, false).rows.len(), 4);
}

// S60
#[test]
fn the_order_of_a_day_is_that_of_its_column() {
    let columns = [Column::LastName, Column::BirthDate];
    let days = |lines: &[&str]| -> Vec<Option<String>> {
        let rows = read(&table(lines), &columns, false).rows;
        rows.iter().map(|row| row.particulars.birth_date.map(|day| day.to_string())).collect()
    };
    let some = |day: &str| Some(day.to_owned());
    assert_eq!(days(&["A;03/04/2017", "B;25/04/2017"]), [some("2017-04-03"), some("2017-04-25")]);
    assert_eq!(days(&["A;03/04/2017", "B;04/25/2017"]), [some("2017-03-04"), some("2017-04-25")]);
    let told = kinds(&columns, &["A;03/04/2017", "B;25/04/2017", "C;04/25/2017"]);
    assert!(told.contains(&(1, ProblemKind::BirthDateUnclear, None)), "{told:?}");
}

// S60
#[test]
fn what_is_too_much_is_told() {
    let row = |line: u32| TableRow { line, cells: vec![format!("Name {line}"), "Anna".to_owned(), "1a".to_owned()] };
    let limit = u32::try_from(MAX_ROWS).unwrap();
    let full = Table { rows: (1..=limit).map(row).collect() };
    assert_eq!(read(&full, &NAMED, false).problems, []);
    let more = Table { rows: (1..=limit + 7).map(row).collect() };
    let roster = read(&more, &NAMED, false);
    assert_eq!(roster.rows.len(), MAX_ROWS);
    let told: Vec<_> = roster.problems.iter().map(|problem| (problem.line, problem.kind)).collect();
    assert_eq!(told, [(limit + 1, ProblemKind::TooManyRows)]);
    assert!(told[0].1.leaves_the_row_out());

    let wide = TableRow { line: 1, cells: vec!["Anna".to_owned(); 101] };
    let told = read(&Table { rows: vec![wide] }, &[Column::FirstName, Column::FirstName], false).problems;
    let kinds: Vec<_> = told.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, [ProblemKind::TooManyColumns, ProblemKind::ColumnTwice, LastNameMissing]);
}

// S60
#[test]
fn a_correction_by_the_photographer_counts() {
    let swapped = rows(&[Column::FirstName, Column::LastName, Column::Ignored], &["Müller;Anna;1a"]);
    assert_eq!(swapped[0].particulars.first_name.as_deref(), Some("Müller"));
    assert_eq!(swapped[0].particulars.group, None);
}
