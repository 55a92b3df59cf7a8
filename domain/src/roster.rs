//! The roster of a photo job (S60): the table of subjects that a school sends.
//!
//! A file becomes a [`Table`]; [`guess`] says what its columns are and the photographer corrects it; [`read()`] makes
//! rows of it and tells what is wrong; [`compare`] says what an import would change before it happens. Nothing here
//! deletes: who is missing from a file is told and kept, and an empty cell empties nothing.

mod compare;
mod date;
mod file;
mod full_name;
mod groups;
mod guess;
mod heading;
mod outlook;
mod read;
mod shape;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::ids::SubjectId;
use crate::studio::Email;
pub use compare::{Ambiguous, Change, Changed, Comparison, Settled, Unchanged, compare};
pub use file::{Delimiter, Encoding, FileProblem};
pub use groups::join_groups;
pub use guess::{Guess, guess};
pub use outlook::{After, Outlook, outlook};
pub use read::{Problem, ProblemKind, Roster, RosterRow, also_accepted, read};

/// The most subjects of a roster.
pub const MAX_ROWS: usize = 5_000;
/// The most columns of a table that are looked at.
pub const MAX_COLUMNS: usize = 100;
/// The most characters of a first or a last name, and of another spelling of both.
pub const MAX_NAME: usize = 200;
/// The most characters of a group's name or of an identifier.
pub const MAX_LABEL: usize = 100;
/// The most other spellings of one subject's name.
pub const MAX_SPELLINGS: usize = 12;

/// A file as rows of text. Not every row need be as long as the others; rows without any text may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// From the first to the last, a header included.
    pub rows: Vec<TableRow>,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// Where it begins in the file: the line of a text, the row of a sheet. From 1.
    pub line: u32,
    /// What stands in it, from the left, as it stands.
    pub cells: Vec<String>,
}

impl Table {
    /// How many columns the longest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

named! {
    /// What a column of a roster tells.
    pub enum Column {
        /// The first name, or all given names.
        FirstName = "first_name",
        /// The last name.
        LastName = "last_name",
        /// Both names in one cell, split as `Müller, Anna` and `Anna Müller` tell: see [`ProblemKind::NameUnclear`].
        FullName = "full_name",
        /// The group: the class.
        Group = "group",
        /// What tells subjects apart at the school for good: a number or another text. Not a running number.
        Identifier = "identifier",
        /// The subject's own access code (S58).
        Code = "code",
        /// Other spellings of the name that find the subject (S54), several with `;`, `/` or `|` between them.
        AlsoAccept = "also_accept",
        /// The e-mail address of a guardian.
        GuardianEmail = "guardian_email",
        /// The day of birth.
        BirthDate = "birth_date",
        /// Nothing that is needed here.
        Ignored = "ignored",
    }
}

/// What a roster tells of one subject. Every text is trimmed, composed (NFC) and one line; what is not known is not
/// there. It is never serialised, because of the code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Particulars {
    /// The first name: 1 to [`MAX_NAME`] characters.
    pub first_name: Option<String>,
    /// The last name: 1 to [`MAX_NAME`] characters.
    pub last_name: Option<String>,
    /// The group's name: 1 to [`MAX_LABEL`] characters.
    pub group: Option<String>,
    /// The school's identifier: 1 to [`MAX_LABEL`] characters.
    pub identifier: Option<String>,
    /// The subject's code.
    pub code: Option<Code>,
    /// Other spellings of the name as they were typed (`Mohamed`; `Al-Masri, Mohamed`), at most [`MAX_SPELLINGS`], each
    /// once. Joined by `; ` they are the cell again.
    pub also_accept: Vec<String>,
    /// A guardian's address.
    pub guardian_email: Option<Email>,
    /// The day of birth.
    pub birth_date: Option<NaiveDate>,
}

/// A subject whom the photo job has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who it is.
    pub id: SubjectId,
    /// What is known.
    pub particulars: Particulars,
}

/// A text without the difference of case and of spaces: what names and groups are compared by here.
pub fn folded(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
