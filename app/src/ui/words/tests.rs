use std::collections::{BTreeMap, BTreeSet};

use super::*;

mod reach;

/// The messages of a file: each one's key, and the variables it uses.
type Found = BTreeMap<String, BTreeSet<String>>;

/// What visitors read in a language.
fn visitors(language: Language) -> Found {
    messages("visitors", language.as_str())
}

/// What members read besides.
fn members(language: DeskLanguage) -> Found {
    messages("studio", language.as_str())
}

fn messages(whose: &str, tag: &str) -> Found {
    let file = format!("{}/words/{whose}/{tag}.ftl", env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut found = Found::new();
    let mut key = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            key = name.to_owned();
            found.entry(key.clone()).or_default();
        }
        for variable in line.split('$').skip(1) {
            let name = variable.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            found.entry(key.clone()).or_default().insert(name);
        }
    }
    found
}

// S77
#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let spoken = Language::ALL.iter().map(|language| (language.as_str(), visitors(*language), visitors(Language::En)));
    let worked =
        DeskLanguage::ALL.iter().map(|language| (language.as_str(), members(*language), members(DeskLanguage::En)));
    for (tag, theirs, english) in spoken.chain(worked) {
        assert!(english.len() > 50);
        let missing: Vec<_> = english.keys().filter(|key| !theirs.contains_key(*key)).collect();
        assert!(missing.is_empty(), "missing in {tag}: {missing:?}");
        for (key, variables) in theirs {
            assert_eq!(english.get(&key), Some(&variables), "{key} in {tag}, with its variables");
        }
    }
}

/// Every source of the program that is not a test.
fn sources(folder: &std::path::Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_message_is_said_somewhere() {
    let mut said = String::new();
    for crate_of in ["app", "server"] {
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../{crate_of}/src")), &mut said);
    }
    let keys = visitors(Language::En).into_keys().chain(members(DeskLanguage::En).into_keys());
    let never: Vec<String> = keys.filter(|key| !said.contains(&format!("\"{key}\""))).collect();
    assert_eq!(never, Vec::<String>::new());
}

// S55: a confirmation keeps the number of what was ticked
#[test]
fn whoever_changes_the_statement_gives_it_another_version() {
    let sentences = Language::ALL.iter().flat_map(|language| {
        let words = Words::of(*language);
        [words.text("confirm-unnamed"), words.with("confirm-sentence", &[("name", "Anna Müller".into())])]
    });
    // FNV-1, 64 bits.
    let hash = sentences
        .flat_map(String::into_bytes)
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| hash.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte));
    assert_eq!((crate::ctx::STATEMENT, hash), (2, 0x20e1_2332_83df_f13f), "another version, then this");
}

#[test]
fn no_message_stands_among_visitors_words_and_members_words() {
    let visitors = visitors(Language::En);
    let both = members(DeskLanguage::En).into_keys().filter(|key| visitors.contains_key(key));
    assert_eq!(both.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn numbers_and_days_are_written_as_each_language_does() {
    assert_eq!(Words::of(Language::En).count("photographs", 1_048), "1,048 photographs");
    assert_eq!(Words::at_desk(DeskLanguage::De).count("photographs", 20_000), "20.000 Fotos");
    assert_eq!(Words::of(Language::De).number(1_000_000), "1.000.000");
    assert_eq!(Words::of(Language::Ar).number(-1_000), "-1,000");
    let day = |number| NaiveDate::from_ymd_opt(2026, 8, number).unwrap();
    for (language, written) in [
        (Language::En, "14 August 2026"),
        (Language::De, "14. August 2026"),
        (Language::Fr, "14 août 2026"),
        (Language::Es, "14 de agosto de 2026"),
        (Language::It, "14 agosto 2026"),
        (Language::Nl, "14 augustus 2026"),
        (Language::Pl, "14 sierpnia 2026"),
        (Language::Tr, "14 Ağustos 2026"),
        (Language::Uk, "14 серпня 2026 р."),
        (Language::Ar, "14 أغسطس 2026"),
    ] {
        assert_eq!(Words::of(language).date(day(14)), written);
    }
    assert_eq!(Words::of(Language::Fr).date(day(1)), "1er août 2026");
    assert_eq!(Words::of(Language::It).date(day(1)), "1º agosto 2026");
}

// S77
#[test]
fn every_language_counts_in_its_own_forms() {
    for (language, told) in [
        (Language::En, vec![(1, "1 photograph"), (2, "2 photographs"), (0, "0 photographs")]),
        (Language::De, vec![(1, "1 Foto"), (2, "2 Fotos")]),
        (Language::Fr, vec![(0, "0 photo"), (1, "1 photo"), (2, "2 photos")]),
        (Language::Es, vec![(1, "1 foto"), (1_500, "1500 fotos")]),
        (Language::It, vec![(1, "1 foto"), (2, "2 foto")]),
        (Language::Nl, vec![(1, "1 foto"), (2, "2 foto’s")]),
        (Language::Pl, vec![(1, "1 zdjęcie"), (2, "2 zdjęcia"), (5, "5 zdjęć"), (12, "12 zdjęć"), (22, "22 zdjęcia")]),
        (Language::Tr, vec![(1, "1 fotoğraf"), (2, "2 fotoğraf")]),
        (Language::Uk, vec![(1, "1 фотографія"), (21, "21 фотографія"), (3, "3 фотографії"), (11, "11 фотографій")]),
        (
            Language::Ar,
            vec![(0, "لا صور"), (1, "صورة واحدة"), (2, "صورتان"), (3, "3 صور"), (11, "11 صورة"), (100, "100 صورة")],
        ),
    ] {
        for (count, sentence) in told {
            assert_eq!(Words::of(language).count("photographs", count), sentence);
        }
    }
}

// S77
#[test]
fn arabic_runs_from_right_to_left_and_a_member_reads_it_in_english() {
    assert_eq!(Words::of(Language::Ar).direction(), "rtl");
    assert_eq!(Words::of(Language::Ar).for_member(), Words::at_desk(DeskLanguage::En));
    assert_eq!(Words::of(Language::De).for_member().languages(), [Language::En, Language::De]);
    assert_eq!(Words::of(Language::De).languages(), Language::ALL);
}

// S77
#[test]
fn every_message_of_every_language_can_be_filled_in() {
    let values = ["day", "month", "count", "seconds", "min", "max", "minutes", "position", "number"];
    let texts = ["name", "link", "address", "code", "studio", "year", "group", "organisation", "date"];
    for language in Language::ALL {
        let words = Words::of(*language);
        for key in visitors(*language).keys() {
            for number in [0, 1, 2, 3, 11, 100] {
                let numbers = values.iter().map(|name| (*name, FluentValue::from(number)));
                let args: FluentArgs =
                    numbers.chain(texts.iter().map(|name| (*name, FluentValue::from("x")))).collect();
                let pattern = words.bundle().get_message(key).and_then(|message| message.value());
                let mut errors = Vec::new();
                let told = words.bundle().format_pattern(pattern.unwrap(), Some(&args), &mut errors);
                assert!(errors.is_empty(), "{key} in {language}: {errors:?}");
                assert!(!told.trim().is_empty(), "{key} in {language}");
            }
        }
    }
}

#[test]
fn what_goes_with_a_gallery_is_named_and_what_is_not_there_is_not() {
    let gone = |language, galleries, photos| Words::at_desk(language).gone_with(galleries, photos);
    assert_eq!(gone(DeskLanguage::En, 0, 0), "");
    assert_eq!(gone(DeskLanguage::En, 0, 4), ", with 4 photographs");
    assert_eq!(gone(DeskLanguage::En, 1, 0), ", with 1 sub-gallery");
    assert_eq!(gone(DeskLanguage::De, 2, 1), ", mit 2 Untergalerien und 1 Foto");
}
