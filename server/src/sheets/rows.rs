//! The rows of a table as they come in, and when there are enough.

use std::ops::ControlFlow;

use domain::roster::{FileProblem, MAX_COLUMNS, MAX_ROWS, Table, TableRow};

/// The most characters of a cell that are kept; more than any column of a roster takes.
const MAX_CELL: usize = 5_000;
/// The most bytes of all cells.
const MAX_TEXT: usize = 16 << 20;
/// A header, all rows, and one more, by which it is seen that there are too many.
const MAX_LINES: usize = MAX_ROWS + 2;

/// A table in the making.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<TableRow>,
    text: usize,
}

impl Rows {
    /// Adds a row; one without text is left out. Breaks off when there are enough.
    ///
    /// # Errors
    /// [`FileProblem::TooLarge`] if all is more text than a roster has.
    pub(super) fn push(&mut self, line: u32, cells: &mut Vec<String>) -> Result<ControlFlow<()>, FileProblem> {
        let mut cells = std::mem::take(cells);
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        cells.truncate(filled.min(MAX_COLUMNS + 1));
        if cells.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        self.text += cells.iter().map(String::len).sum::<usize>();
        if self.text > MAX_TEXT {
            return Err(FileProblem::TooLarge);
        }
        self.rows.push(TableRow { line, cells });
        Ok(if self.rows.len() == MAX_LINES { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// # Errors
    /// [`FileProblem::Empty`] if there is no row.
    pub(super) fn into_table(self) -> Result<Table, FileProblem> {
        if self.rows.is_empty() { Err(FileProblem::Empty) } else { Ok(Table { rows: self.rows }) }
    }
}

/// A cell's text, cut where no roster reads any more.
pub(super) fn cut(cell: &str) -> String {
    cell.char_indices().nth(MAX_CELL).map_or(cell, |(end, _)| &cell[..end]).to_owned()
}
