//! What is said of a school's list (S60): how it is read, what its columns are, what is wrong with it.

use domain::roster::{Column, Delimiter, Encoding, FileProblem, Problem, ProblemKind};

use crate::ui::words::Words;

/// What a column tells.
pub fn column(column: Column, words: Words) -> String {
    words.text(match column {
        Column::FirstName => "first-name",
        Column::LastName => "last-name",
        Column::FullName => "roster-full-name",
        Column::Group => "group-label",
        Column::Identifier => "roster-identifier",
        Column::Code => "roster-code",
        Column::AlsoAccept => "roster-also-accept",
        Column::GuardianEmail => "roster-email",
        Column::BirthDate => "roster-birth-date",
        Column::Ignored => "roster-ignored",
    })
}

/// An encoding, by whom it is written.
pub fn encoding(encoding: Encoding, words: Words) -> String {
    let (place, name) = match encoding {
        Encoding::Utf8 => return "UTF-8".to_owned(),
        Encoding::Utf16Le => return "UTF-16 LE".to_owned(),
        Encoding::Utf16Be => return "UTF-16 BE".to_owned(),
        Encoding::Windows1252 => ("encoding-west", "Windows-1252"),
        Encoding::Windows1250 => ("encoding-central", "Windows-1250"),
        Encoding::Windows1251 => ("encoding-cyrillic", "Windows-1251"),
        Encoding::Windows1253 => ("encoding-greek", "Windows-1253"),
        Encoding::Windows1254 => ("encoding-turkish", "Windows-1254"),
        Encoding::Windows1256 => ("encoding-arabic", "Windows-1256"),
        Encoding::Windows1257 => ("encoding-baltic", "Windows-1257"),
        Encoding::Macintosh => ("encoding-west", "Macintosh"),
    };
    format!("{} ({name})", words.text(place))
}

/// What stands between cells.
pub fn delimiter(delimiter: Delimiter, words: Words) -> String {
    let word = words.text(match delimiter {
        Delimiter::Semicolon => "delimiter-semicolon",
        Delimiter::Comma => "delimiter-comma",
        Delimiter::Tab => return words.text("delimiter-tab"),
        Delimiter::Pipe => "delimiter-pipe",
    });
    format!("{word} ({})", delimiter.sign())
}

/// Why a file is no list, as an address spells it.
pub fn file_problem(why: &str, words: Words) -> String {
    words.text(match FileProblem::parse(why) {
        Some(FileProblem::Empty) => "roster-empty",
        Some(FileProblem::TooLarge) => "roster-too-large",
        Some(FileProblem::OldExcel) => "roster-old-excel",
        Some(FileProblem::BinaryExcel) => "roster-binary-excel",
        Some(FileProblem::OpenDocument) => "roster-open-document",
        Some(FileProblem::Encrypted) => "roster-encrypted",
        Some(FileProblem::Pdf) => "roster-pdf",
        Some(FileProblem::Picture) => "roster-picture",
        Some(FileProblem::NotATable) => "roster-not-a-table",
        Some(FileProblem::Damaged) => "roster-damaged",
        Some(FileProblem::WrongEncoding) => "roster-wrong-encoding",
        None => "failed",
    })
}

/// What is wrong with a row or a cell, as a sentence after its line.
pub fn problem(problem: &Problem, words: Words) -> String {
    let key = match problem.kind {
        ProblemKind::TooManyRows => "problem-too-many-rows",
        ProblemKind::TooManyColumns => "problem-too-many-columns",
        ProblemKind::ColumnTwice => "problem-column-twice",
        ProblemKind::NobodyNamed => "problem-nobody-named",
        ProblemKind::NameUnclear => "problem-name-unclear",
        ProblemKind::FirstNameMissing => "problem-first-name-missing",
        ProblemKind::LastNameMissing => "problem-last-name-missing",
        ProblemKind::TooLong => "problem-too-long",
        ProblemKind::BirthDateUnreadable => "problem-birth-date-unreadable",
        ProblemKind::BirthDateUnclear => "problem-birth-date-unclear",
        ProblemKind::EmailUnreadable => "problem-email-unreadable",
        ProblemKind::CodeUnusable => "problem-code-unusable",
        ProblemKind::CodeTwice => "problem-code-twice",
        ProblemKind::IdentifierTwice => "problem-identifier-twice",
        ProblemKind::Double => "problem-double",
    };
    let of = problem.column.map(|of| column(of, words)).unwrap_or_default();
    words.with(key, &[("column", of.into()), ("like", problem.like.unwrap_or_default().into())])
}
