//! What the cells of a column look like when no head says what they are.

use std::collections::BTreeSet;

use super::date;
use crate::studio::Email;

/// First names that are common where schools are photographed: enough to tell a column of first names from one of
/// last names.
#[rustfmt::skip]
const FIRST_NAMES: &[&str] = &[
    "adam", "ahmad", "ahmed", "aleksander", "ali", "alice", "amelie", "ana", "anna", "antoni", "ayşe", "ben", "camille", "carlos", "charlotte", "clara", "daan", "daniel", "david", "elias",
    "elif", "ella", "emil", "emilia", "emily", "emma", "fatima", "fatma", "felix", "finn", "francesco", "giulia", "hanna", "hannah", "hugo", "ibrahim", "ida", "jakob", "jakub", "jan", "johanna",
    "jonas", "jonathan", "julia", "karl", "lara", "laura", "lea", "leni", "leo", "leon", "leonie", "levi", "liam", "lina", "linh", "louis", "luca", "lucas", "lucía", "luis", "luisa", "lukas",
    "manon", "maria", "marie", "mateo", "mathilda", "matteo", "max", "maximilian", "mehmet", "mia", "mila", "minh", "mohamed", "mohammed", "moritz", "muhammad", "mustafa", "nele", "noah",
    "noor", "olivia", "omar", "oscar", "oskar", "paul", "paula", "pia", "romy", "samuel", "sara", "sarah", "sem", "sofia", "sophia", "sophie", "szymon", "tessa", "theo", "thomas", "tim", "tom",
    "valentina", "yusuf", "zeynep", "zofia", "zuzanna", "анна", "андрій", "артем", "дмитро", "іван", "марія", "максим", "олена", "олександр", "софія", "тарас", "أحمد", "علي", "عمر", "فاطمة", "مريم", "محمد",
    "يوسف", "سارة", "نور",
];

/// What most cells of one column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// E-mail addresses.
    Email,
    /// Days.
    Day,
    /// Short and shared with others, as classes are.
    Class,
    /// Mixtures of letters and digits, each its own.
    Code,
    /// Numbers of at least three digits, each its own, that do not count up.
    Number,
    /// Names of one word.
    Name,
    /// Names of two words or more.
    FullName,
}

/// What the cells of one column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// What four of five cells are, of those that are not blank.
    pub kind: Option<Kind>,
    /// How many are common first names.
    pub first_names: usize,
}

/// The shape of a column's cells.
pub(super) fn shape(cells: &[&str]) -> Shape {
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let first_names = cells.iter().filter(|cell| is_first_name(cell)).count();
    Shape { kind: kind(&cells), first_names }
}

fn kind(cells: &[&str]) -> Option<Kind> {
    let most = |is: &dyn Fn(&str) -> bool| {
        !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 5 >= cells.len() * 4
    };
    let different = cells.iter().collect::<BTreeSet<_>>().len();
    let shared = different * 2 <= cells.len();
    let each_its_own = different == cells.len();
    if most(&|cell| Email::parse(cell).is_ok()) {
        Some(Kind::Email)
    } else if most(&date::is_day) {
        Some(Kind::Day)
    } else if (shared || cells.len() < 12) && most(&|cell| is_class(cell, shared)) {
        Some(Kind::Class)
    } else if each_its_own && most(&is_code) {
        Some(Kind::Code)
    } else if each_its_own && most(&is_long_number) && !counts_up(cells) {
        Some(Kind::Number)
    } else if !most(&is_name) {
        None
    } else if most(&|cell| cell.contains(char::is_whitespace) || cell.contains(',')) {
        Some(Kind::FullName)
    } else {
        Some(Kind::Name)
    }
}

fn is_first_name(cell: &str) -> bool {
    let first = cell.split([' ', '-']).next().unwrap_or_default().to_lowercase();
    FIRST_NAMES.contains(&first.as_str())
}

/// `1a`, `10 B`, `Klasse 3c`, `5/2`, `6ème B`, `CE1`: short, with a digit or two. A bare number only if others share it.
fn is_class(cell: &str, shared: bool) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let short = cell.chars().count() <= 12 && (1..=2).contains(&digits);
    let plain = cell.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '/' | '-' | '.' | '°' | 'º' | 'ª'));
    let bare = cell.chars().all(|c| c.is_ascii_digit());
    short && plain && (!bare || shared) && !is_code(cell)
}

fn is_code(cell: &str) -> bool {
    let letters = cell.chars().filter(char::is_ascii_alphabetic).count();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let plain = cell.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    plain && letters > 0 && digits > 0 && (8..=20).contains(&(letters + digits))
}

fn is_long_number(cell: &str) -> bool {
    (3..=20).contains(&cell.len()) && cell.chars().all(|c| c.is_ascii_digit())
}

/// A running number says where a row stands, not who it is.
fn counts_up(cells: &[&str]) -> bool {
    let numbers: Vec<u128> = cells.iter().filter_map(|cell| cell.parse().ok()).collect();
    numbers.len() > 1 && numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]))
}

fn is_name(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && cell.chars().count() <= 80
        && !cell.chars().any(|c| c.is_numeric() || matches!(c, '@' | '/' | '_' | ':'))
}
