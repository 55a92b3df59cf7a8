//! The name of a class as parents type it.

use super::letters::{Marks, letters};

/// "Class" in the languages of the parents' pages, as `letters` leaves it. Only this word may be
/// left out: "group 1" and "class 1" can stand in one job.
const CLASS: &[&str] = &[
    "klasse",
    "kl",
    "class",
    "classe",
    "clase",
    "klas",
    "klasa",
    "sinif",
    "sinifi",
    "клас",
    "класс",
    "صف",
    "الصف",
    "فصل",
    "الفصل",
];

/// The one spelling of a class's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupKey(String);

impl GroupKey {
    /// The text that is compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The class's name without case, accents (`ä` is `ae`), spaces, dashes, dots, leading zeros, and
/// without the word "class": `3 b`, `3B`, `3-b`, `03b`, `Klasse 3b` and `3b sınıfı` are one. None if
/// there is no letter and no digit.
///
/// Two numbers stay two: `1/1` is `1-1` and not `11`. Roman numerals, and `Б` for `B`, are not read.
pub fn group_key(typed: &str) -> Option<GroupKey> {
    let pieces = pieces(typed);
    let named: Vec<&String> = pieces.iter().filter(|piece| !CLASS.contains(&piece.as_str())).collect();
    let kept = if named.is_empty() { pieces.iter().collect() } else { named };
    let mut key = String::new();
    for piece in kept {
        if piece.starts_with(|c: char| c.is_ascii_digit()) && key.ends_with(|c: char| c.is_ascii_digit()) {
            key.push('-');
        }
        key.push_str(piece);
    }
    (!key.is_empty()).then_some(GroupKey(key))
}

/// The runs of letters and of digits; digits without leading zeros.
fn pieces(typed: &str) -> Vec<String> {
    // `3ª` and `3º` are ordinals, not `3a` and `3o`.
    let typed: String = typed.chars().filter(|c| !matches!(c, 'ª' | 'º')).map(in_ascii).collect();
    let mut pieces: Vec<String> = Vec::new();
    for word in typed.split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c)) {
        let word = letters(word, Marks::SpelledOut);
        let mut rest = word.as_str();
        while let Some(first) = rest.chars().next() {
            let numeric = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != numeric).unwrap_or(rest.len());
            let piece = &rest[..end];
            let short = piece.trim_start_matches('0');
            pieces.push(if numeric && !short.is_empty() { short } else { piece }.to_owned());
            rest = &rest[end..];
        }
    }
    pieces
}

/// The digits of Arabic and Persian keyboards.
fn in_ascii(c: char) -> char {
    let digit = match c {
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
        _ => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}
