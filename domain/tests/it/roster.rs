//! The roster of a photo job (S60): what columns are, what rows say, what an import would change.

mod again;
mod columns;
mod differences;
mod outlook;
mod rows;
mod settled;

use domain::roster::{Column, Roster, Table, TableRow, guess, read};

/// A table of lines with `;` between the cells, each with its number.
fn table(lines: &[&str]) -> Table {
    let rows = lines.iter().zip(1..).filter(|(line, _)| !line.is_empty());
    Table {
        rows: rows.map(|(text, line)| TableRow { line, cells: text.split(';').map(str::to_owned).collect() }).collect(),
    }
}

/// A table read as it was guessed.
fn roster(lines: &[&str]) -> Roster {
    let table = table(lines);
    let guess = guess(&table);
    read(&table, &guess.columns, guess.has_header)
}

/// A roster of these columns without a header and without a problem.
fn rows(columns: &[Column], lines: &[&str]) -> Vec<domain::roster::RosterRow> {
    let roster = read(&table(lines), columns, false);
    assert_eq!(roster.problems, [], "{lines:?}");
    roster.rows
}
