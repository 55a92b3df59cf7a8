//! Files as schools send them, and files as nobody should.

mod bombs;
mod kinds;
mod texts;
mod workbooks;

use domain::roster::FileProblem;

use super::{Sheet, Wanted, read};

/// Reads with everything guessed.
fn guessed(file: &[u8]) -> Result<Sheet, FileProblem> {
    read(file, Wanted::default())
}

/// The cells of every row, with its line.
fn cells(sheet: &Sheet) -> Vec<(u32, Vec<&str>)> {
    sheet.table.rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect()
}
