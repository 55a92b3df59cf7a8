//! Normalising (SECURITY section 3, "Normalise").
//!
//! The case is folded by going up, after everything has been decomposed: `ß` becomes `SS` and `ı`
//! becomes `I` by that alone, and no letter comes out whose decomposition would differ in a second
//! pass.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text;

/// The one spelling of everything that is meant by `typed`. Applying it again changes nothing.
pub(super) fn form(typed: &str) -> String {
    typed
        .nfkd()
        .filter(|c| !is_separator(*c) && !is_combining_mark(*c))
        .flat_map(char::to_uppercase)
        .flat_map(spelled_in_ascii)
        .map(without_look_alikes)
        .nfc()
        .collect()
}

/// The typed text without what nobody sees.
pub(super) fn visible(typed: &str) -> String {
    let visible: String = typed.chars().filter(|c| !c.is_control() && !text::is_invisible(*c)).collect();
    visible.trim().to_owned()
}

/// White space and what is invisible; dashes, dots, underscores and quotes of every script.
fn is_separator(c: char) -> bool {
    text::is_blank(c)
        || text::is_unprintable(c)
        || matches!(
            c,
            '-' | '.' | '_' | '\'' | '"' | '`' | '´' | '·' | '«' | '»' | '‹' | '›'
                | '\u{2b9}'..='\u{2c9}' | '\u{58a}' | '\u{5be}' | '\u{5f3}' | '\u{5f4}' | '\u{1400}' | '\u{1806}'
                | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '\u{2022}' | '\u{2024}'..='\u{2027}'
                | '\u{2032}'..='\u{2037}' | '\u{203f}' | '\u{2043}' | '\u{2053}' | '\u{2212}' | '\u{2e3a}' | '\u{2e3b}'
                | '\u{3001}' | '\u{3002}' | '\u{300c}'..='\u{300f}' | '\u{301c}'..='\u{301f}' | '\u{3030}' | '\u{30fb}'
                | '\u{a78b}' | '\u{a78c}'
        )
}

/// Letters that carry no mark that could be stripped, and the digits of other scripts.
fn spelled_in_ascii(upper: char) -> impl Iterator<Item = char> {
    let (first, second) = match upper {
        'ẞ' => ('S', Some('S')),
        'Æ' => ('A', Some('E')),
        'Œ' => ('O', Some('E')),
        'Þ' => ('T', Some('H')),
        'Ø' => ('O', None),
        'Ł' => ('L', None),
        'Đ' | 'Ð' | 'Ɖ' => ('D', None),
        other => (ascii_digit(other).unwrap_or(other), None),
    };
    [Some(first), second].into_iter().flatten()
}

pub(super) fn without_look_alikes(c: char) -> char {
    match c {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// Every other script's zero (Unicode 14, general category Nd); its one to nine follow it.
const ZEROS: &[char] = &[
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e950}',
];

fn ascii_digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    let place = ZEROS.partition_point(|zero| *zero <= c).checked_sub(1)?;
    char::from_digit(u32::from(c) - u32::from(ZEROS[place]), 10)
}
