//! Finding things of a studio by their names: a name is found by the beginnings of its words, in any
//! order, whatever their case and marks. `som bran` finds *Familie Brandt, Sommer*.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest piece of a word that counts, in characters.
const LONGEST: usize = 32;
/// The most words of a name, or of what was typed, that count.
const MOST: usize = 24;

/// The words of a name as they are compared: lower case, without marks, each once.
pub fn words(name: &str) -> BTreeSet<String> {
    let plain: String =
        name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).flat_map(spelled).collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST).collect())
        .take(MOST)
        .collect()
}

/// Letters without a mark that could be taken off, as people type them in its place.
fn spelled(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ı' => ('i', None),
        other => (other, None),
    };
    [Some(first), second].into_iter().flatten()
}

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    words: Vec<String>,
}

impl Wanted {
    /// What was typed; none if there is no letter and no digit in it.
    pub fn parse(typed: &str) -> Option<Self> {
        let words: Vec<String> = words(typed).into_iter().collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// The beginnings of words that were typed; at least one.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether each beginning that was typed is that of a word of `name`.
    pub fn finds(&self, name: &str) -> bool {
        let of_name = words(name);
        self.words.iter().all(|wanted| of_name.iter().any(|word| word.starts_with(wanted)))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::{MOST, Wanted, words};

    fn finds(typed: &str, name: &str) -> bool {
        Wanted::parse(typed).is_some_and(|wanted| wanted.finds(name))
    }

    #[test]
    fn a_name_is_found_by_the_beginnings_of_its_words_in_any_order() {
        for typed in ["sommer", "SOM", "bra fam", "2026 som", "Müll", "mull", "muller", "groß", "gross"] {
            assert!(finds(typed, "Familie Brandt-Müller, Sommer 2026 (groß)"), "{typed}");
        }
        for typed in ["ommer", "som winter", "", "--", "2027"] {
            assert!(!finds(typed, "Familie Brandt-Müller, Sommer 2026 (groß)"), "{typed}");
        }
    }

    #[test]
    fn every_script_has_words() {
        assert!(finds("сем", "Семья Ковальчук"));
        assert!(finds("łuk", "Łukasz") && finds("lukasz", "Łukasz"));
        assert!(finds("محمد", "محمد علي"));
    }

    proptest! {
        #[test]
        fn a_name_finds_itself(name in "\\PC{0,60}") {
            let found = Wanted::parse(&name).map(|wanted| wanted.finds(&name));
            prop_assert_ne!(found, Some(false));
            prop_assert!(words(&name).len() <= MOST);
        }
    }
}
