//! The letters of a name, in one spelling.
//!
//! Marks fall away where they are accents: over Latin, Greek, Cyrillic, Arabic and Hebrew letters.
//! In other scripts they are vowels and tones, and stay: `राम` is not `रमा`, `が` is not `か`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text;

/// What becomes of the marks of `ä ö ü å ø đ`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// `Müller` is `muller`.
    LeftOut,
    /// `Müller` is `mueller`.
    SpelledOut,
}

/// The letters and digits of `text` in lower case, without marks, joined. Applying it again changes
/// nothing.
pub(super) fn letters(text: &str, marks: Marks) -> String {
    let mut out = String::with_capacity(text.len());
    let mut base = None;
    for c in text.nfkd().filter(|c| !text::is_invisible(*c)) {
        if is_combining_mark(c) {
            mark(&mut out, base, c, marks);
        } else {
            let before = out.len();
            c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase).for_each(|c| {
                letter(&mut out, c, marks);
            });
            base = out[before..].chars().last();
        }
    }
    out.nfc().collect()
}

fn mark(out: &mut String, base: Option<char>, mark: char, marks: Marks) {
    match (base, mark, marks) {
        (Some('a' | 'o' | 'u'), '\u{308}', Marks::SpelledOut) => out.push('e'),
        (Some('a'), '\u{30a}', Marks::SpelledOut) => out.push('a'),
        // й ў ё ї ѓ ќ are letters of their own.
        (Some('и' | 'у'), '\u{306}', _) | (Some('е' | 'і'), '\u{308}', _) | (Some('г' | 'к'), '\u{301}', _) => {
            out.push(mark);
        }
        (Some(_), _, _) if !is_accent(mark) => out.push(mark),
        _ => {}
    }
}

fn letter(out: &mut String, lower: char, marks: Marks) {
    let spelled = match (lower, marks) {
        ('ø', Marks::SpelledOut) | ('œ', _) => "oe",
        ('đ', Marks::SpelledOut) => "dj",
        ('ø' | 'ɔ' | 'ɵ', _) => "o",
        ('đ' | 'ð' | 'ɖ' | 'ɗ', _) => "d",
        ('þ', _) => "th",
        ('æ', _) => "ae",
        ('ł', _) => "l",
        ('ħ', _) => "h",
        ('ŧ', _) => "t",
        ('ŋ', _) => "n",
        ('ə' | 'ǝ' | 'ɛ', _) => "e",
        ('ɓ', _) => "b",
        ('ǥ' | 'ɣ', _) => "g",
        ('ɨ', _) => "i",
        ('ƙ' | 'ĸ', _) => "k",
        ('ƴ', _) => "y",
        ('ƶ', _) => "z",
        // One letter on different keyboards, or as one writes it in a hurry. A hamza that stands
        // alone stays: علاء is not علا.
        ('ٱ', _) => "ا",
        ('ى' | 'ی', _) => "ي",
        ('ک', _) => "ك",
        ('ة' | 'ۃ' | 'ہ', _) => "ه",
        _ if is_silent(lower) || !lower.is_alphanumeric() => return,
        _ => return out.push(lower),
    };
    out.push_str(spelled);
}

/// Counted as letters by Unicode, but apostrophes, and the bar that stretches Arabic.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{2b0}'..='\u{2ff}' | '\u{640}' | '\u{a78b}' | '\u{a78c}')
}

/// Marks of the scripts where they are accents.
fn is_accent(mark: char) -> bool {
    matches!(
        mark,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{8ca}'..='\u{8ff}'
            | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
    )
}

/// The same for both values of [`Marks`]: what [`Marks::SpelledOut`] may have added is taken away.
pub(super) fn without_choices(letters: &str) -> String {
    let mut out = String::with_capacity(letters.len());
    let mut kept = ' ';
    for c in letters.chars() {
        if !matches!((kept, c), ('a', 'a' | 'e') | ('o' | 'u', 'e') | ('d', 'j')) {
            out.push(c);
            kept = c;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Marks, letters, without_choices};

    #[test]
    fn normalising_any_character_twice_changes_nothing_more() {
        let characters: Vec<char> = ('\0'..='\u{323af}').collect();
        for marks in [Marks::LeftOut, Marks::SpelledOut] {
            for four in characters.chunks(4) {
                let typed = format!("u{}o", four.iter().collect::<String>());
                let once = letters(&typed, marks);
                assert_eq!(letters(&once, marks), once, "{typed:?}"); // S54
                assert!(!once.contains(['|', '~', '#']), "{typed:?} has what separates the parts of a key");
            }
        }
    }

    #[test]
    fn both_spellings_of_a_letter_are_one_without_the_choice() {
        let marked = ["ä", "ö", "ü", "å", "ø", "đ", "a", "e", "o", "u", "d", "j"];
        for first in marked {
            for second in marked {
                for third in marked {
                    let name = format!("{first}{second}{third}");
                    let [left, spelled] = [Marks::LeftOut, Marks::SpelledOut].map(|marks| letters(&name, marks));
                    assert_eq!(without_choices(&left), without_choices(&spelled), "{name}");
                }
            }
        }
    }
}
