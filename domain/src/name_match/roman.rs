//! Cyrillic and Greek names in Latin letters, as papers, schools and people write them.
//!
//! Each romanisation is one convention from the first letter of a field to its last, so that it
//! can be exact. French ones are left out (`ch` is `ш` there and `ч` elsewhere), and so are all
//! translations (`Alexander` for `Александр`): they are for the column "also accept".

mod tables;

use std::collections::BTreeSet;

use super::given::is_dash;
use super::letters::{Marks, letters};
pub(super) use tables::Family;
use tables::{BULGARIAN, GREEK, PLAIN, RUSSIAN, Rules, SERBIAN, UKRAINIAN};

/// Whether there is a letter to romanise.
pub(super) fn has(field: &str) -> bool {
    letters(field, Marks::LeftOut).chars().any(|c| plain(c).is_some())
}

/// Whose conventions a name may follow, by the letters that only some languages have.
pub(super) fn families(name: &str) -> Vec<Family> {
    let name = letters(name, Marks::LeftOut);
    let has = |only: &[char]| name.contains(only);
    if !has_cyrillic(&name) {
        return if name.contains(|c| plain(c).is_some()) { vec![GREEK] } else { Vec::new() };
    }
    if has(&['ј', 'љ', 'њ', 'ђ', 'ћ', 'џ', 'ѓ', 'ќ', 'ѕ']) {
        return vec![SERBIAN];
    }
    match (has(&['ы', 'э', 'ё']), has(&['і', 'ї', 'є', 'ґ']), has(&['ъ'])) {
        (true, false, _) => vec![RUSSIAN],
        (false, true, _) => vec![UKRAINIAN],
        (true, true, _) => vec![RUSSIAN, UKRAINIAN],
        (false, false, true) => vec![RUSSIAN, BULGARIAN],
        (false, false, false) => vec![RUSSIAN, UKRAINIAN, BULGARIAN],
    }
}

/// The field in Latin letters, once for each different result of a family.
pub(super) fn forms(field: &str, family: Family) -> BTreeSet<String> {
    let is_break = |c: char| c.is_whitespace() || is_dash(c) || matches!(c, ',' | '.' | '/');
    let words: Vec<Vec<char>> =
        field.split(is_break).map(|word| letters(word, Marks::LeftOut).chars().collect()).collect();
    let forms = family.iter().map(|rules| words.iter().map(|word| romanised(word, rules)).collect::<String>());
    forms.filter(|form| !form.is_empty()).collect()
}

/// Letters as two names in one script are compared: `ё` is often written `е`.
pub(super) fn native(letters: &str) -> String {
    letters.replace('ё', "е")
}

fn romanised(word: &[char], rules: Rules) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < word.len() {
        let (latin, taken) = match greek_u(word, at) {
            Some(latin) => (latin, 2),
            None => match rules.iter().find_map(|(pattern, latin)| Some((*latin, fits(pattern, word, at)?))) {
                Some(found) => found,
                None => (plain(word[at]).unwrap_or_default(), 1),
            },
        };
        if latin.is_empty() && plain(word[at]).is_none() {
            out.push(word[at]);
        }
        out.push_str(latin);
        at += taken;
    }
    out
}

/// How many letters of `word` from `at` on the pattern takes.
fn fits(pattern: &str, word: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|before| word[before]);
    let (at_place, pattern) = match pattern.strip_prefix('^') {
        Some(rest) => (before.is_none(), rest),
        None => match pattern.strip_prefix('<') {
            Some(rest) => (before.is_none_or(|c| "аеёиоуыэюяьъ".contains(c)), rest),
            None => (true, pattern),
        },
    };
    let (at_end, pattern) = pattern.strip_suffix('$').map_or((false, pattern), |rest| (true, rest));
    let length = pattern.chars().count();
    let same = word[at..].len() >= length && pattern.chars().eq(word[at..at + length].iter().copied());
    (at_place && same && (!at_end || at + length == word.len())).then_some(length)
}

/// `αυ` and `ευ` sound, and are written, after what follows them.
fn greek_u(word: &[char], at: usize) -> Option<&'static str> {
    let voiceless = word.get(at + 2).is_none_or(|next| "θκξπστφχψ".contains(*next));
    match (word[at], word.get(at + 1)?, voiceless) {
        ('α', 'υ', true) => Some("af"),
        ('α', 'υ', false) => Some("av"),
        ('ε', 'υ', true) => Some("ef"),
        ('ε', 'υ', false) => Some("ev"),
        _ => None,
    }
}

fn plain(letter: char) -> Option<&'static str> {
    if !matches!(letter, '\u{370}'..='\u{4ff}') {
        return None;
    }
    PLAIN.iter().find(|(from, _)| *from == letter).map(|(_, latin)| *latin)
}

fn has_cyrillic(letters: &str) -> bool {
    letters.contains(|c: char| matches!(c, '\u{400}'..='\u{4ff}') && plain(c).is_some())
}
