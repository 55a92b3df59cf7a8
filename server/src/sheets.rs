//! Tables that schools send (S60): the bytes of a CSV file or an Excel workbook become rows of text.
//!
//! [`read`] does it in this process, [`read_apart`] as the server must: text here, and a workbook in a child process
//! that can do nothing else (SECURITY B40 to B42). A workbook is a ZIP of XML. What is in it is bounded before it is
//! read, but the reader of its XML trusts numbers that the file tells it, and takes memory for them at once.

mod apart;
pub mod child;
mod encoding;
mod kind;
mod rows;
mod text;
mod unpacked;
mod workbook;

#[cfg(test)]
mod tests;

use domain::roster::{Delimiter, Encoding, FileProblem, Table};
use serde::{Deserialize, Serialize};

pub use apart::{SheetError, read_apart};
use kind::Kind;

/// The most bytes of a file. Whoever receives it stops there.
pub const MAX_FILE: usize = 4 << 20;

/// What the photographer corrected; what is not said is guessed. Both are for text files only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// What stands between cells.
    pub delimiter: Option<Delimiter>,
}

/// A file that was read, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Rows with text in them, each with its line or row number. One more than a roster with a header may have is kept,
    /// so that it can be told; none after it.
    pub table: Table,
    /// The encoding of a text file; none of a workbook.
    pub encoding: Option<Encoding>,
    /// What stands between the cells of a text file; none of a workbook.
    pub delimiter: Option<Delimiter>,
}

/// Reads a file in this process. For a workbook that means: in a child that [`child::main`] has confined, or in a test.
///
/// # Errors
/// Why it is no table.
pub fn read(file: &[u8], wanted: Wanted) -> Result<Sheet, FileProblem> {
    if file.len() > MAX_FILE {
        return Err(FileProblem::TooLarge);
    }
    match kind::of(file) {
        Kind::Text => text::read(file, wanted),
        Kind::Packed => workbook::read(file),
        Kind::Other(problem) => Err(problem),
    }
}
