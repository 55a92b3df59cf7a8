//! The cell "also accept" of a roster: other spellings by which a child may be found.
//!
//! Entries are separated by a semicolon, a slash, a bar or a new line. An entry is
//! - `Mohamed`: another first name, with the child's own last name;
//! - `Al-Masri, Mohamed`: last name, first name;
//! - `Al-Masri,` with nothing after the comma: another last name, with the child's own first name;
//! - `Mohamed, Muhammad, Mehmet`, several commas: as many other first names;
//! - `Sascha Müller`, several words: first and last name if the child's own last name ends (or
//!   begins) it, else other first names. For a child whose last name has no Latin spelling, words
//!   in Latin letters are first and last name, wherever between them the boundary may be.

use std::collections::BTreeSet;

use super::letters::{Marks, letters};
use super::{Named, own_forms, roman};

/// The most entries of a cell that are read.
const MOST_ENTRIES: usize = 12;

/// A first and a last name by which a child may be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// Given names.
    pub first: String,
    /// Family name.
    pub last: String,
}

impl Spelling {
    pub(super) fn new(first: &str, last: &str) -> Self {
        Self { first: without_brackets(first), last: without_brackets(last) }
    }

    pub(super) fn with_last(&self, last: &str) -> Self {
        Self { first: self.first.clone(), last: last.to_owned() }
    }

    pub(super) fn with_first(&self, first: &str) -> Self {
        Self { first: first.to_owned(), last: self.last.clone() }
    }
}

/// The child's own name, and how the cell "also accept" was read: at most 12 entries, in its order.
/// A preview of the import shows this.
pub fn spellings(name: &Named<'_>) -> Vec<Spelling> {
    let own = Spelling::new(name.first, name.last);
    let mut spellings = vec![own.clone()];
    let entries = name.also.split([';', '/', '|', '\n', '\r', '\t', '؛', '；']).map(str::trim);
    for entry in entries.filter(|entry| has_letters(entry)).take(MOST_ENTRIES) {
        let parts: Vec<&str> = entry.split([',', '،', '，', '、']).map(str::trim).collect();
        match parts[..] {
            [words] => spellings.extend(of_words(words, &own)),
            [last, first] => spellings.push(of_comma(last, first, &own)),
            _ => spellings.extend(parts.iter().filter(|first| has_letters(first)).map(|first| own.with_first(first))),
        }
    }
    spellings
}

fn of_comma(last: &str, first: &str, own: &Spelling) -> Spelling {
    let [first, last] =
        [(first, &own.first), (last, &own.last)].map(|(typed, own)| if has_letters(typed) { typed } else { own });
    Spelling::new(first, last)
}

fn of_words(entry: &str, own: &Spelling) -> Vec<Spelling> {
    let own_last = all_forms(&own.last);
    let splits: Vec<(&str, &str)> = entry
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| (entry[..at].trim(), entry[at..].trim()))
        .filter(|(before, after)| has_letters(before) && has_letters(after))
        .collect();
    let is_own = |part: &str| !own_last.is_disjoint(&all_forms(part));
    let full: Vec<Spelling> = splits
        .iter()
        .filter_map(|(before, after)| match () {
            () if is_own(after) => Some(Spelling::new(before, after)),
            () if is_own(before) => Some(Spelling::new(after, before)),
            () => None,
        })
        .collect();
    let is_latin = |forms: BTreeSet<String>| forms.iter().any(|form| form.is_ascii());
    if !full.is_empty() {
        full
    } else if !splits.is_empty() && !is_latin(own_last) && is_latin(own_forms(entry)) {
        splits.iter().map(|(first, last)| Spelling::new(first, last)).collect()
    } else {
        vec![Spelling::new(entry, &own.last)]
    }
}

fn all_forms(field: &str) -> BTreeSet<String> {
    let romanised = roman::families(field).into_iter().flat_map(|family| roman::forms(field, family));
    own_forms(field).into_iter().chain(romanised).collect()
}

fn has_letters(text: &str) -> bool {
    !letters(text, Marks::LeftOut).is_empty()
}

/// Without `(the nickname)` or `[a remark]`, unless that is all there is.
fn without_brackets(field: &str) -> String {
    let mut left = String::with_capacity(field.len());
    let mut depth = 0_u32;
    for c in field.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => left.push(c),
            _ => {}
        }
    }
    if depth == 0 && has_letters(&left) { left } else { field.to_owned() }
}
