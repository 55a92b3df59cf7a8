//! Who needs a look after an import.

use domain::ids::SubjectId;
use domain::roster::{After, Column, Known, RosterRow, Table, TableRow, compare, join_groups, outlook, read};

const COLUMNS: [Column; 5] =
    [Column::LastName, Column::FirstName, Column::Group, Column::Identifier, Column::AlsoAccept];

fn rows(lines: &[&str]) -> Vec<RosterRow> {
    let cells = |line: &str| line.split('|').map(str::to_owned).collect();
    let rows = lines.iter().zip(1..).map(|(text, line)| TableRow { line, cells: cells(text) }).collect();
    read(&Table { rows }, &COLUMNS, false).rows
}

fn known(lines: &[&str]) -> Vec<Known> {
    let id = |number| SubjectId::from_random([number; 16]);
    rows(lines).into_iter().zip(1..).map(|(row, at)| Known { id: id(at), particulars: row.particulars }).collect()
}

/// First name and line in the file, or nothing for somebody whom the import does not change.
fn told<'a>(list: &[After<'a>]) -> Vec<(Option<&'a str>, Option<u32>)> {
    list.iter().map(|after| (after.particulars.first_name.as_deref(), after.line)).collect()
}

// S45
#[test]
fn whoever_lacks_a_name_is_counted_whether_the_file_names_them_or_not() {
    let existing = known(&["Müller||1a|1|", "Kaya||1a|2|", "Rossi|Carla|1a|3|"]);
    let file = rows(&["Kaya|Elif|1a|2|", "|Ole|1b|4|", "||1b|5|"]);
    let comparison = compare(&existing, &file);
    let outlook = outlook(&existing, &comparison);
    assert_eq!(told(&outlook.nameless), [(None, None), (Some("Ole"), Some(2)), (None, Some(3))]);
}

// S54
#[test]
fn a_new_namesake_of_somebody_known_is_told_with_that_one() {
    let existing = known(&["Müller|Anna|1a|1|", "Kaya|Elif|1a|2|"]);
    let file = rows(&["Mueller|Anna|1b|7|", "Kaya|Elif|1a|2|"]);
    let comparison = compare(&existing, &file);
    let both = outlook(&existing, &comparison).homonyms;
    assert_eq!(told(&both), [(Some("Anna"), None), (Some("Anna"), Some(1))]);
    // Another spelling that is accepted counts too, and a name that changes no more.
    let file = rows(&["Kaya|Elif|1a|2|Anna Müller; Müller, Anna"]);
    let comparison = compare(&existing, &file);
    assert_eq!(outlook(&existing, &comparison).homonyms.len(), 2);
    let file = rows(&["Kaya|Elif|1a|2|", "Schulz|Anna|1a|1|", "Müller|Anna|1b|7|"]);
    let comparison = compare(&existing, &file);
    assert_eq!(comparison.changed.len(), 0, "a name of two people is no change: {comparison:?}");
}

// S54
#[test]
fn a_name_that_no_latin_keyboard_finds_is_told_until_a_spelling_is_accepted() {
    let file = rows(&["المصري|محمد|1a|1|", "Шевченко|Тарас|1a|2|", "المصري|عمر|1a|3|Al-Masri, Omar"]);
    let comparison = compare(&[], &file);
    assert_eq!(told(&outlook(&[], &comparison).without_latin), [(Some("محمد"), Some(1))]);
}

// S60
#[test]
fn groups_that_differ_in_case_and_spaces_alone_are_one_and_the_jobs_spelling_stays() {
    let mut file =
        rows(&["Müller|Anna|1A|1|", "Kaya|Elif|1a|2|", "Rossi|Carla|3 B|3|", "Weber|Mia|3  b|4|", "Neu|Tom||5|"]);
    join_groups(&mut file, ["1a", "2c"]);
    let groups: Vec<_> = file.iter().map(|row| row.particulars.group.as_deref()).collect();
    assert_eq!(groups, [Some("1a"), Some("1a"), Some("3 B"), Some("3 B"), None]);
    // Where the job has both, both stay.
    let mut file = rows(&["Müller|Anna|1A|1|", "Kaya|Elif|1a|2|"]);
    join_groups(&mut file, ["1a", "1A"]);
    let groups: Vec<_> = file.iter().map(|row| row.particulars.group.as_deref()).collect();
    assert_eq!(groups, [Some("1A"), Some("1a")]);
}
