//! What holds of finding a child by name whatever the names are (S54).

use domain::name_match::{LONGEST_KEY, MOST_KEYS, Named, keys_of, keys_typed};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::name_rows::homonyms_of;
use crate::names::{finds, named};

/// Names with everything that could be read in two ways.
fn tricky() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ä", "ae", "a", "e", "ö", "oe", "ü", "u", "å", "đ", "dj", "j", "ø", "ß", "İ", "ı", " ", "-", "van", " von ",
        " de", "Anna", "J.", "'", "(", ")", "ая", "Й", "и", "ё", "ς", "Σ", "ου", "أ", "ة", " (x)",
    ]);
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_child_is_found_by_its_own_name(first in "\\PC{1,30}", last in "\\PC{1,30}", also in "\\PC{0,30}") {
        let child = Named { first: &first, last: &last, also: &also };
        let keys = keys_of(&child);
        prop_assert!(keys.len() <= MOST_KEYS && keys.iter().all(|key| key.as_str().len() <= LONGEST_KEY));
        let typed = keys_typed(&first, &last);
        prop_assert_eq!(typed.is_empty(), keys_of(&named(&first, &last)).is_empty());
        prop_assert!(typed.is_empty() || !typed.is_disjoint(&keys));
    }

    #[test]
    fn what_is_typed_means_the_same_in_any_case_form_and_joining(first in tricky(), last in tricky()) {
        let typed = keys_typed(&first, &last);
        let changes: [fn(&str) -> String; 6] = [
            |name| name.nfd().collect(),
            |name| name.nfc().collect(),
            str::to_uppercase,
            |name| format!(" {name}\u{a0}"),
            |name| name.replace('-', "\u{2011}").replace('\'', "’"),
            |name| name.replace(' ', "\u{202f}\u{200b} "),
        ];
        for change in changes {
            prop_assert_eq!(&keys_typed(&change(&first), &change(&last)), &typed);
            prop_assert_eq!(&keys_typed(&change(&last), &change(&first)), &typed);
        }
    }

    #[test]
    fn one_letter_more_or_less_or_another_never_matches(
        first in "[a-zA-Z]{1,9}", last in "[a-zA-Z]{1,9}", at in any::<prop::sample::Index>(), letter in "[a-z]",
    ) {
        // S54: never fuzzy
        let child = named(&first, &last);
        let mut more = first.clone();
        more.insert_str(at.index(first.len() + 1), &letter);
        let mut less = last.clone();
        less.remove(at.index(last.len()));
        let mut other = last.clone();
        other.replace_range(at.index(last.len())..=at.index(last.len()), &letter);
        prop_assert!(!finds((&more, &last), &child));
        prop_assert!(!finds((&first, &less), &child));
        let same = other.eq_ignore_ascii_case(&last);
        let swapped = other.eq_ignore_ascii_case(&first) && first.eq_ignore_ascii_case(&last);
        prop_assert_eq!(finds((&first, &other), &child), same || swapped);
    }

    #[test]
    fn one_typed_name_finds_two_children_only_if_they_are_homonyms(
        children in prop::collection::vec((tricky(), tricky()), 2..6), typed in (tricky(), tricky()),
    ) {
        // S54; names typed in Cyrillic or Greek are the exception that `homonyms` tells of.
        let children: Vec<Named<'_>> = children.iter().map(|(first, last)| named(first, last)).collect();
        let same = homonyms_of(&children);
        let is_latin = |text: &str| text.chars().all(|c| !matches!(c, '\u{370}'..='\u{4ff}'));
        let mut asked: Vec<(&str, &str)> = children.iter().map(|child| (child.first, child.last)).collect();
        asked.push((&typed.0, &typed.1));
        for one in asked.into_iter().filter(|(first, last)| is_latin(first) && is_latin(last)) {
            let found: Vec<usize> = (0..children.len()).filter(|at| finds(one, &children[*at])).collect();
            prop_assert!(found.len() < 2 || found.iter().all(|at| same.contains(at)), "{one:?} finds {found:?}");
        }
    }
}
