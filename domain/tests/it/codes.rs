//! Codes: what is refused, what the check symbol finds, how strong they are.

use std::collections::HashSet;

use domain::code::{Code, CodeProblem, Strength, Typed, check_symbol};
use proptest::prelude::*;

use crate::code_spellings::canonical;

#[test]
fn a_code_has_8_to_64_symbols_that_count() {
    let problem = |typed: &str| Code::parse(typed).unwrap_err();
    for nothing in ["", " ", "- . _", "\u{200b}\u{ad}", "\u{301}", "\0"] {
        assert_eq!(problem(nothing), CodeProblem::Missing, "{nothing:?}"); // S2
    }
    assert_eq!(problem("ABC DEFG"), CodeProblem::TooShort { min: 8 }); // S3
    assert_eq!(canonical("ABC DEFGH"), "ABCDEFGH");
    assert_eq!(canonical(&"A".repeat(64)).len(), 64);
    assert_eq!(problem(&"A".repeat(65)), CodeProblem::TooLong { max: 64 });
    assert_eq!(canonical(&"A ".repeat(64)).len(), 64);
    assert_eq!(problem(&format!("ABCDEFGH{}", " ".repeat(121))), CodeProblem::TooLong { max: 64 });
    assert_eq!(problem(&"\u{fdfa}".repeat(100)), CodeProblem::TooLong { max: 64 });
    assert_eq!(problem(&"A".repeat(1_000_000)), CodeProblem::TooLong { max: 64 });
}

#[test]
fn a_generated_code_is_shown_in_fours_and_a_chosen_one_as_typed() {
    assert_eq!(Code::generated([0; 11]).display(), "0000-0000-0000");
    assert_eq!(Code::generated([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).display(), "0123-4567-89AB");
    assert_eq!(Code::parse("0123456789ab").unwrap().display(), "0123-4567-89AB");
    assert_eq!(Code::parse(" Rosen & Tulpen\u{200b}\0 ").unwrap().display(), "Rosen & Tulpen");
    // the shape of a generated code, but people wrote it
    assert_eq!(check_symbol("ROSEN-ALLEE-52"), Typed::Plausible);
    assert_eq!(Code::parse("ROSEN-ALLEE-52").unwrap().display(), "ROSEN-ALLEE-52");
}

#[test]
fn a_code_is_never_printed_by_accident() {
    assert_eq!(format!("{:?}", Code::generated([7; 11])), "Code(..)");
}

#[test]
fn a_code_that_holds_a_name_is_told() {
    let code = Code::parse("Müllers-Hochzeit-24").unwrap();
    assert!(code.contains_name("MULLER"));
    assert!(code.contains_name("hochzeit "));
    assert!(!code.contains_name("Meier"));
    assert!(!code.contains_name("24"));
    assert!(!code.contains_name(""));
}

#[test]
fn the_code_field_says_what_it_can_before_anything_is_sent() {
    for (typed, expected) in [
        ("", Typed::Unfinished),
        ("0123-4567", Typed::Unfinished),
        ("0123-4567-89AB", Typed::Plausible),
        (" o123 4567_89.ab\n", Typed::Plausible),
        ("0l23-4567-89ab", Typed::Plausible),
        ("0123-4567-89AC", Typed::Mistyped),
        ("0213-4567-89AB", Typed::Mistyped),
        ("0123-4567-89AB-B", Typed::NotGenerated),
        ("0123-U", Typed::NotGenerated),
        ("Müller-Hochzeit", Typed::NotGenerated),
    ] {
        assert_eq!(check_symbol(typed), expected, "{typed:?}");
    }
}

#[test]
fn what_is_easily_guessed_is_called_weak() {
    for weak in [
        "Hochzeit 2024",
        "Familie Müller",
        "password",
        "AAAAAAAAAAAA",
        "12345678",
        "ABCDEFGHIJKL",
        "19.08.1984",
        "anna-und-max-2025",
        "schule24",
        "abababababababab",
        "Katharina",
        "qwertz123456",
        "testtesttesttest",
        "0000-0000-0000",
        "hochzeit-hochzeit-hochzeit",
        "SCHOOL2026A",
    ] {
        assert_eq!(Code::parse(weak).unwrap().strength(), Strength::Weak, "{weak}"); // S3
    }
}

// S3
#[test]
fn a_code_that_is_little_more_than_names_words_and_years_is_obvious() {
    let names = ["Atelier Nordlicht", "nordlicht-koeln", "Familie Brandt-Özdemir"];
    for obvious in
        ["Nordlicht2026", "brandt-2026", "Ozdemir Hochzeit", "KOELN-1234", "sommer 2026", "abcdefgh", "11111111"]
    {
        assert!(Code::parse(obvious).unwrap().is_obvious(&names), "{obvious}");
    }
    for better in ["rose garden 41", "brandt-zebra-tunnel", "K7QX-29MV", "83042951"] {
        assert!(!Code::parse(better).unwrap().is_obvious(&names), "{better}");
    }
    assert!(!Code::parse("brandt-ozdemir-7").unwrap().is_obvious(&[]));
}

#[test]
fn a_longer_or_stranger_code_is_stronger() {
    for (code, strength) in [
        ("K7QX-29MV", Strength::Fair),
        ("zebra-tunnel-quark", Strength::Fair),
        ("zebra tunnel quark violett", Strength::Strong),
        ("8430 2951 7706 39", Strength::Strong),
        ("X4-PELIKAN-9Q-TURM-7", Strength::Strong),
    ] {
        assert_eq!(Code::parse(code).unwrap().strength(), strength, "{code}"); // S3
    }
}

/// A row of numbers that looks random and is always the same.
fn numbers() -> impl Iterator<Item = u64> {
    (0u64..).map(|n| {
        let mut mixed = n.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    })
}

fn generated(number: u64) -> Code {
    let mut bytes = [0; 11];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = (number >> (5 * place)).to_le_bytes()[0];
    }
    Code::generated(bytes)
}

#[test]
fn a_hundred_thousand_codes_are_all_different_and_read_back() {
    let mut all = HashSet::new();
    for code in numbers().take(100_000).map(generated) {
        assert_eq!(check_symbol(code.canonical()), Typed::Plausible);
        assert!(all.insert(code.canonical().to_owned()));
    }
}

#[test]
fn generated_codes_are_strong() {
    let strong = numbers().take(2_000).map(generated).filter(|code| code.strength() == Strength::Strong).count();
    assert!(strong >= 1_995, "{strong}"); // S3
}

proptest! {
    #[test]
    fn nothing_that_is_typed_makes_it_panic(typed: String) {
        let _ = Code::parse(&typed).map(|code| code.strength());
        check_symbol(&typed);
    }

    #[test]
    fn every_wrong_symbol_is_found(random: [u8; 11], place in 0..12usize, wrong in "[0-9A-HJKMNP-TV-Z]") {
        let right = Code::generated(random).canonical().to_owned();
        let mut typed = right.clone();
        typed.replace_range(place..=place, &wrong);
        let expected = if typed == right { Typed::Plausible } else { Typed::Mistyped };
        prop_assert_eq!(check_symbol(&typed), expected);
    }

    #[test]
    fn every_swap_of_neighbours_is_found_but_that_of_0_and_z(random: [u8; 11], place in 0..11usize) {
        let right = Code::generated(random).canonical().to_owned();
        let mut symbols: Vec<char> = right.chars().collect();
        symbols.swap(place, place + 1);
        let typed: String = symbols.iter().collect();
        let same = typed == right || matches!((symbols[place], symbols[place + 1]), ('0', 'Z') | ('Z', '0'));
        prop_assert_eq!(check_symbol(&typed), if same { Typed::Plausible } else { Typed::Mistyped });
    }
}

#[test]
fn every_single_mistake_in_some_codes_is_found() {
    let symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for code in numbers().take(50).map(generated) {
        let right = code.canonical();
        for place in 0..12 {
            for wrong in symbols.chars().filter(|c| !right[place..].starts_with(*c)) {
                let typed = format!("{}{wrong}{}", &right[..place], &right[place + 1..]);
                assert_eq!(check_symbol(&typed), Typed::Mistyped, "{right} {typed}");
            }
        }
    }
}
