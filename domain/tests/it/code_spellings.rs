//! The corpus of spellings: however a code is typed, it is the same code.

use std::collections::HashSet;

use domain::code::Code;
use proptest::prelude::*;

pub fn canonical(typed: &str) -> String {
    Code::parse(typed).unwrap().canonical().to_owned()
}

/// Every symbol moved by the same distance, where `from` says that it can be.
fn moved(code: &str, from: impl Fn(char) -> bool, by: u32) -> String {
    let moved = |c: char| {
        if from(c) { char::from_u32(u32::from(c) + by).unwrap() } else { c }
    };
    code.chars().map(moved).collect()
}

fn digits_from(code: &str, zero: char) -> String {
    moved(code, |c| c.is_ascii_digit(), u32::from(zero) - u32::from('0'))
}

fn joined_by(code: &str, separator: &str) -> String {
    code.split('-').collect::<Vec<_>>().join(separator)
}

type Spell = fn(&str) -> String;

/// Ways in which people and their devices spell one code.
const SPELLINGS: &[(&str, Spell)] = &[
    ("as printed", |code| code.to_owned()),
    ("lower case", |code| code.to_lowercase()),
    ("mixed case", |code| format!("{}{}", code[..5].to_lowercase(), &code[5..])),
    ("without dashes", |code| joined_by(code, "")),
    ("with spaces", |code| joined_by(code, " ")),
    ("with spaces around", |code| format!("  \t{code}\r\n")),
    ("with a space after each symbol", |code| code.chars().flat_map(|c| [c, ' ']).collect()),
    ("with no-break spaces", |code| joined_by(code, "\u{a0}")),
    ("with narrow no-break spaces", |code| joined_by(code, "\u{202f}")),
    ("with ideographic spaces", |code| joined_by(code, "\u{3000}")),
    ("with zero-width spaces", |code| joined_by(code, "\u{200b}")),
    ("with word joiners and a byte order mark", |code| format!("\u{feff}{}", joined_by(code, "\u{2060}"))),
    ("with soft hyphens", |code| joined_by(code, "\u{ad}")),
    ("with marks of direction", |code| format!("\u{200e}{code}\u{200f}")),
    ("isolated", |code| format!("\u{2068}{code}\u{2069}")),
    ("with no-break hyphens", |code| joined_by(code, "\u{2011}")),
    ("with en dashes", |code| joined_by(code, " – ")),
    ("with em dashes", |code| joined_by(code, "—")),
    ("with minus signs", |code| joined_by(code, "\u{2212}")),
    ("with full-width hyphens", |code| joined_by(code, "\u{ff0d}")),
    ("with dots", |code| joined_by(code, ".")),
    ("with underscores", |code| joined_by(code, "_")),
    ("in quotes", |code| format!("\"{code}\"")),
    ("in German quotes", |code| format!("„{code}“")),
    ("in guillemets", |code| format!("»{code}«")),
    ("with a dot at the end", |code| format!("{code}.")),
    ("O for 0", |code| code.replace('0', "O")),
    ("small o for 0", |code| code.replace('0', "o")),
    ("l for 1", |code| code.replace('1', "l")),
    ("I for 1", |code| code.replace('1', "I")),
    ("i for 1", |code| code.replace('1', "i")),
    ("dotless i for 1", |code| code.replace('1', "ı")),
    ("full width", |code| moved(code, |c| c.is_ascii_alphanumeric(), 0xff01 - 0x21)),
    ("full width, lower case", |code| moved(&code.to_lowercase(), |c| c.is_ascii_graphic(), 0xff01 - 0x21)),
    ("bold", |code| moved(code, |c| c.is_ascii_uppercase(), 0x1d400 - 0x41)),
    ("Arabic digits", |code| digits_from(code, '\u{660}')),
    ("Persian digits", |code| digits_from(code, '\u{6f0}')),
    ("Devanagari digits", |code| digits_from(code, '\u{966}')),
    ("Thai digits", |code| digits_from(code, '\u{e50}')),
    ("Adlam digits", |code| digits_from(code, '\u{1e950}')),
    ("with accents", |code| code.chars().flat_map(|c| [c, '\u{301}']).collect()),
    ("with variation selectors", |code| code.chars().flat_map(|c| [c, '\u{fe0f}']).collect()),
];

#[test]
fn a_generated_code_may_be_typed_in_every_one_of_200_spellings() {
    // S3, S10: the corpus T22 of SECURITY section 7
    let mut spelled = HashSet::new();
    for bytes in
        [[0; 11], [31; 11], *b"passepartou", *b"A1 code 123", [1; 11], [240, 1, 47, 33, 200, 0, 7, 64, 95, 128, 31]]
    {
        let code = Code::generated(bytes);
        for (how, spell) in SPELLINGS {
            let typed = spell(&code.display());
            assert_eq!(canonical(&typed), code.canonical(), "{how}: {typed:?}");
            spelled.insert(typed);
        }
    }
    assert!(spelled.len() >= 200, "{}", spelled.len());
}

#[test]
fn of_a_hundred_thousand_codes_no_two_meet_however_they_are_typed() {
    // T22; `cargo xtask bench guessing` makes a million
    let mut seen = HashSet::new();
    // A generator of random numbers (splitmix64): the same ones each time, so that a failure comes again.
    let mut state = 0_u64;
    let mut random = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)).to_le_bytes()
    };
    for number in 0..100_000 {
        let (low, high) = (random(), random());
        let bytes: Vec<u8> = low.into_iter().chain(high).take(11).collect();
        let code = Code::generated(bytes.try_into().unwrap());
        let typed = code.display().replace('0', "o").replace('1', "l").to_lowercase();
        assert!(seen.insert(canonical(&typed)), "code {number} was there before: {typed}");
    }
}

#[test]
fn words_may_be_typed_in_any_of_their_spellings() {
    for (spellings, expected) in [
        (
            &["Familie Weiß 2024", "FAMILIE WEISS 2024", "familie-weiss-2024", "Familie WEIẞ 2024"][..],
            "FAM111EWE1SS2024",
        ),
        (&["Crème brûlée", "creme brulee", "CRE\u{300}ME BRU\u{302}LE\u{301}E"], "CREMEBRU1EE"),
        (&["Łódź-Øresund", "lodz oresund", "LODZ.ORESUND"], "10DZ0RESUND"),
        (&["Þór & Ægir", "thor & aegir"], "TH0R&AEG1R"),
        (&["Œuvre d'été", "oeuvre d’ete"], "0EUVREDETE"),
        (&["İstanbul ışık", "istanbul isik"], "1STANBU11S1K"),
        (&["ﬁnal ﬂight", "final flight"], "F1NA1F11GHT"),
        (&["Свадьба Иры", "свадьба иры"], "СВАДЬБАИРЫ"),
        (&["Ελένη Νίκος", "ελενη νικος", "ΕΛΕΝΗ ΝΙΚΟΣ"], "ΕΛΕΝΗΝΙΚΟΣ"),
    ] {
        for typed in spellings {
            assert_eq!(canonical(typed), expected, "{typed}"); // S3
        }
    }
}

#[test]
fn normalising_any_character_twice_changes_nothing_more() {
    let characters: Vec<char> = ('\0'..='\u{323af}').collect();
    for four in characters.chunks(4) {
        let typed = format!("ABCD{}EFGH", four.iter().collect::<String>());
        let once = canonical(&typed);
        assert_eq!(canonical(&once), once, "{typed:?}");
    }
}

proptest! {
    #[test]
    fn normalising_is_idempotent_and_display_keeps_the_code(typed in "\\PC{0,40}") {
        if let Ok(code) = Code::parse(&typed) {
            prop_assert_eq!(canonical(code.canonical()), code.canonical());
            let shown = Code::parse(&code.display()).unwrap();
            prop_assert_eq!(&shown, &code);
            prop_assert_eq!(shown.display(), code.display());
        }
    }
}
