//! From a table to rows of subjects, with all that is wrong told by line.

mod cell;
mod doubles;

use super::date::{self, DateProblem, Order};
use super::{Column, MAX_COLUMNS, MAX_LABEL, MAX_NAME, MAX_ROWS, Particulars, Table, TableRow, full_name};
use crate::code::Code;
use crate::studio::Email;
use cell::{plain, spellings};
use doubles::Doubles;

named! {
    /// What is wrong with a row, a cell or the whole table.
    pub enum ProblemKind {
        /// More than [`MAX_ROWS`] rows: those from this line on are left out.
        TooManyRows = "too_many_rows",
        /// More than [`MAX_COLUMNS`] columns: those after are left out.
        TooManyColumns = "too_many_columns",
        /// Two columns of the same kind: the first counts.
        ColumnTwice = "column_twice",
        /// Neither a name nor an identifier: the row is left out.
        NobodyNamed = "nobody_named",
        /// A full name that could be split in two ways: the row is left out. Two columns help, or `Last, First`.
        NameUnclear = "name_unclear",
        /// There is no first name (S44).
        FirstNameMissing = "first_name_missing",
        /// There is no last name (S44).
        LastNameMissing = "last_name_missing",
        /// Longer than a name, a group or an identifier can be, or too many spellings: the text is left out.
        TooLong = "too_long",
        /// Not a day: left out.
        BirthDateUnreadable = "birth_date_unreadable",
        /// A day that could be two, because the column writes it in both orders: left out.
        BirthDateUnclear = "birth_date_unclear",
        /// Not an e-mail address: left out.
        EmailUnreadable = "email_unreadable",
        /// Not a code: left out.
        CodeUnusable = "code_unusable",
        /// The code of a row before: left out.
        CodeTwice = "code_twice",
        /// The identifier of a row before: the row is left out.
        IdentifierTwice = "identifier_twice",
        /// Name, group and day of birth of a row before, and no identifiers that tell them apart: the row is left out.
        Double = "double",
    }
}

impl ProblemKind {
    /// Whether the row is not imported.
    pub const fn leaves_the_row_out(self) -> bool {
        matches!(self, Self::TooManyRows | Self::NobodyNamed | Self::NameUnclear | Self::IdentifierTwice | Self::Double)
    }
}

/// Something that is wrong with a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Problem {
    /// The line in the file.
    pub line: u32,
    /// What it is.
    pub kind: ProblemKind,
    /// Which column it is about, if it is about one.
    pub column: Option<Column>,
    /// The line before that is like this one.
    pub like: Option<u32>,
}

/// A subject as the file tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// The line in the file.
    pub line: u32,
    /// What it tells: a first or last name or an identifier at least.
    pub particulars: Particulars,
}

/// A table that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// At most [`MAX_ROWS`], each somebody else.
    pub rows: Vec<RosterRow>,
    /// By line.
    pub problems: Vec<Problem>,
}

/// Reads a table whose columns are known. Columns for which `columns` says nothing are ignored.
///
/// Marks of direction and other signs that nobody sees are taken out, a line break in a cell becomes a space. In what
/// order days are written (`03/04/2017`) is decided for the whole column.
pub fn read(table: &Table, columns: &[Column], has_header: bool) -> Roster {
    let mut problems = Vec::new();
    let places = places(table, columns, &mut problems);
    let rows = table.rows.iter().skip(usize::from(has_header));
    let full = |row: &&TableRow| row.cells.iter().take(MAX_COLUMNS).any(|cell| !plain(cell).is_empty());
    let mut full = rows.filter(full);
    let kept: Vec<&TableRow> = full.by_ref().take(MAX_ROWS).collect();
    let days = kept.iter().filter_map(|row| places.of(row, Column::BirthDate));
    let order = date::order(days);
    let mut reader = Reader { places, order, problems, doubles: Doubles::default() };
    let rows = kept.into_iter().filter_map(|row| reader.row(row)).collect();
    let mut problems = reader.problems;
    if let Some(row) = full.next() {
        problems.push(Problem { line: row.line, kind: ProblemKind::TooManyRows, column: None, like: None });
    }
    problems.sort_by_key(|problem| problem.line);
    Roster { rows, problems }
}

/// The spellings that a cell "also accept" holds, as [`Particulars::also_accept`] has them.
pub fn also_accepted(cell: &str) -> Vec<String> {
    spellings(cell).0
}

/// Where each kind of column is.
struct Places(Vec<Option<usize>>);

impl Places {
    fn of<'a>(&self, row: &'a TableRow, column: Column) -> Option<&'a str> {
        let place = self.0[column as usize]?;
        row.cells.get(place).map(String::as_str).filter(|cell| !cell.trim().is_empty())
    }
}

fn places(table: &Table, columns: &[Column], problems: &mut Vec<Problem>) -> Places {
    let about = |line, kind, column| Problem { line, kind, column, like: None };
    if let Some(row) = table.rows.iter().find(|row| row.cells.len() > MAX_COLUMNS) {
        problems.push(about(row.line, ProblemKind::TooManyColumns, None));
    }
    let mut places = vec![None; Column::ALL.len()];
    for (place, column) in
        columns.iter().take(MAX_COLUMNS).enumerate().filter(|(_, column)| **column != Column::Ignored)
    {
        if places[*column as usize].is_none() {
            places[*column as usize] = Some(place);
        } else {
            let line = table.rows.first().map_or(1, |row| row.line);
            problems.push(about(line, ProblemKind::ColumnTwice, Some(*column)));
        }
    }
    Places(places)
}

struct Reader {
    places: Places,
    order: Order,
    problems: Vec<Problem>,
    doubles: Doubles,
}

impl Reader {
    fn row(&mut self, row: &TableRow) -> Option<RosterRow> {
        let line = row.line;
        let (first_name, last_name) = self.names(row)?;
        let mut particulars = Particulars {
            first_name,
            last_name,
            group: self.label(row, Column::Group),
            identifier: self.label(row, Column::Identifier),
            code: self.code(row),
            also_accept: self.also_accept(row),
            guardian_email: self.email(row),
            birth_date: self.birth_date(row),
        };
        let (first, last) = (particulars.first_name.is_some(), particulars.last_name.is_some());
        if !first && !last && particulars.identifier.is_none() {
            self.tell(line, ProblemKind::NobodyNamed, None);
            return None;
        }
        if !first {
            self.tell(line, ProblemKind::FirstNameMissing, Some(Column::FirstName));
        }
        if !last {
            self.tell(line, ProblemKind::LastNameMissing, Some(Column::LastName));
        }
        if let Some((kind, column, before)) = self.doubles.of(line, &particulars) {
            self.problems.push(Problem { line, kind, column, like: Some(before) });
            return None;
        }
        if let Some(before) = self.doubles.of_code(line, particulars.code.as_ref()) {
            let (kind, column) = (ProblemKind::CodeTwice, Some(Column::Code));
            self.problems.push(Problem { line, kind, column, like: Some(before) });
            particulars.code = None;
        }
        Some(RosterRow { line, particulars })
    }

    fn tell(&mut self, line: u32, kind: ProblemKind, column: Option<Column>) {
        self.problems.push(Problem { line, kind, column, like: None });
    }

    /// First and last name; `None` if they stand in one cell that cannot be split.
    fn names(&mut self, row: &TableRow) -> Option<(Option<String>, Option<String>)> {
        let first = self.text(row, Column::FirstName, MAX_NAME);
        let last = self.text(row, Column::LastName, MAX_NAME);
        if first.is_some() && last.is_some() {
            return Some((first, last));
        }
        let Some(full) = self.text(row, Column::FullName, 2 * MAX_NAME) else { return Some((first, last)) };
        let Some((its_first, its_last)) = full_name::split(&full) else {
            self.tell(row.line, ProblemKind::NameUnclear, Some(Column::FullName));
            return None;
        };
        Some((first.or_else(|| Some(its_first.to_owned())), last.or_else(|| Some(its_last.to_owned()))))
    }

    fn label(&mut self, row: &TableRow, column: Column) -> Option<String> {
        self.text(row, column, MAX_LABEL)
    }

    fn text(&mut self, row: &TableRow, column: Column, max: usize) -> Option<String> {
        let text = plain(self.places.of(row, column)?);
        if text.chars().nth(max).is_some() {
            self.tell(row.line, ProblemKind::TooLong, Some(column));
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    fn code(&mut self, row: &TableRow) -> Option<Code> {
        let code = Code::parse(self.places.of(row, Column::Code)?);
        self.or_tell(row, code.ok(), ProblemKind::CodeUnusable, Column::Code)
    }

    fn email(&mut self, row: &TableRow) -> Option<Email> {
        let email = Email::parse(&plain(self.places.of(row, Column::GuardianEmail)?));
        self.or_tell(row, email.ok(), ProblemKind::EmailUnreadable, Column::GuardianEmail)
    }

    fn birth_date(&mut self, row: &TableRow) -> Option<chrono::NaiveDate> {
        let day = date::parse(&plain(self.places.of(row, Column::BirthDate)?), self.order);
        let kind = match day {
            Err(DateProblem::Unclear) => ProblemKind::BirthDateUnclear,
            _ => ProblemKind::BirthDateUnreadable,
        };
        self.or_tell(row, day.ok(), kind, Column::BirthDate)
    }

    fn also_accept(&mut self, row: &TableRow) -> Vec<String> {
        let Some(cell) = self.places.of(row, Column::AlsoAccept) else { return Vec::new() };
        let (spellings, all) = spellings(cell);
        if !all {
            self.tell(row.line, ProblemKind::TooLong, Some(Column::AlsoAccept));
        }
        spellings
    }

    fn or_tell<T>(&mut self, row: &TableRow, value: Option<T>, kind: ProblemKind, column: Column) -> Option<T> {
        if value.is_none() {
            self.tell(row.line, kind, Some(column));
        }
        value
    }
}
