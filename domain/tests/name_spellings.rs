//! Whom a typed name finds on the roster of the demo's school (S54; T29 of SECURITY section 7).
//! `name_spellings.txt` lists spellings one by one and is where to read what the rule means;
//! the tests here add what a program can make up.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use domain::name_match::{NameKey, group_key, has_latin_key, homonyms, keys_of, keys_typed};
use unicode_normalization::UnicodeNormalization;

mod spellings;

use spellings::{Child, TABLE, children, table};

static CHILDREN: LazyLock<Vec<Child>> = LazyLock::new(children);
static INDEX: LazyLock<Index<'static>> = LazyLock::new(|| Index::of(&CHILDREN));

/// The children by their keys, as a database holds them.
struct Index<'a>(BTreeMap<NameKey, BTreeSet<&'a str>>);

impl<'a> Index<'a> {
    fn of(children: &'a [Child]) -> Self {
        let mut index: BTreeMap<NameKey, BTreeSet<&str>> = BTreeMap::new();
        for child in children {
            for key in keys_of(&child.named()) {
                index.entry(key).or_default().insert(&child.number);
            }
        }
        Self(index)
    }

    /// The numbers of those whom the typed name finds.
    fn found(&self, first: &str, last: &str) -> BTreeSet<&'a str> {
        keys_typed(first, last).iter().filter_map(|key| self.0.get(key)).flatten().copied().collect()
    }
}

/// The spellings that the table says find somebody.
fn listed() -> HashSet<(String, String)> {
    table().into_iter().filter(|(_, found, ..)| *found).map(|(.., first, last)| (first, last)).collect()
}

#[test]
fn every_listed_spelling_finds_its_child_and_every_other_finds_nobody() {
    // S54, T29
    let lines = table();
    let mut wrong = Vec::new();
    for (expected, found, first, last) in &lines {
        let expected: BTreeSet<&str> = expected.iter().filter(|_| *found).map(String::as_str).collect();
        let found = INDEX.found(first, last);
        if found != expected {
            wrong.push(format!("{first} | {last} finds {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let found = lines.iter().filter(|(_, found, ..)| *found).count();
    assert!(found >= 500 && lines.len() - found >= 400, "{found} of {}", lines.len());
    assert_eq!(lines.iter().map(|(.., first, last)| (first, last)).collect::<HashSet<_>>().len(), lines.len());
}

#[test]
fn the_table_names_the_children_as_the_roster_does() {
    assert!(CHILDREN.len() >= 340);
    for heading in TABLE.lines().filter_map(|line| line.strip_prefix("= ")).filter(|heading| *heading != "nobody") {
        let (numbers, names) = heading.split_once(": ").unwrap();
        let of = |number| CHILDREN.iter().find(|child| child.number == number).unwrap();
        let shown: Vec<String> =
            numbers.split(' ').map(of).map(|child| format!("{} {}", child.first, child.last)).collect();
        assert_eq!(shown.join(", ").nfc().collect::<String>(), names);
    }
}

type Spell = fn(&str) -> String;

/// What may be done to both fields of any name.
const SPELLINGS: &[(&str, Spell)] = &[
    ("as in the roster", str::to_owned),
    ("in capitals", str::to_uppercase),
    ("in small letters", str::to_lowercase),
    ("composed", |name| name.nfc().collect()),
    ("decomposed", |name| name.nfd().collect()),
    ("with spaces around", |name| format!(" \t{name}\u{a0}")),
    ("with hyphens for spaces", |name| name.replace(' ', "\u{2011}")),
    ("with spaces for hyphens", |name| name.replace('-', " ")),
    ("joined", |name| name.replace([' ', '-'], "")),
    ("without apostrophes", |name| name.replace(['\'', '’'], "")),
    ("with a dot at the end", |name| format!("{name}.")),
    ("in full width", |name| name.chars().map(full_width).collect()),
    ("with what nobody sees", |name| name.chars().flat_map(|c| [c, '\u{200b}']).collect()),
];

fn full_width(c: char) -> char {
    if c.is_ascii_alphabetic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c }
}

#[test]
fn every_child_is_found_in_every_mechanical_spelling_and_in_either_order() {
    // S54, T29
    for child in CHILDREN.iter() {
        let own = INDEX.found(&child.first, &child.last);
        assert!(own.contains(child.number.as_str()));
        for (how, spell) in SPELLINGS {
            let (first, last) = (spell(&child.first), spell(&child.last));
            assert_eq!(INDEX.found(&first, &last), own, "{how}: {first} {last}");
            assert_eq!(INDEX.found(&last, &first), own, "{how}, the last name first: {first} {last}");
        }
    }
}

#[test]
fn nobody_is_found_by_a_first_and_a_last_name_of_two_children() {
    // T29: names as a guesser makes them. What is another child's name, or a spelling that the table lists, is left out.
    let listed = listed();
    let own: HashMap<&str, Vec<&str>> = CHILDREN.iter().fold(HashMap::new(), |mut own, child| {
        let names: &mut Vec<&str> = own.entry(child.last.as_str()).or_default();
        names.extend([child.first.as_str(), child.first.split(' ').next().unwrap()]);
        own
    });
    let (mut tried, mut wrong) = (0, Vec::new());
    for (at, one) in CHILDREN.iter().enumerate() {
        for step in 1..=9 {
            let other = &CHILDREN[(at + step * 37) % CHILDREN.len()];
            let is_own = own[other.last.as_str()].contains(&one.first.as_str());
            if is_own || listed.contains(&(one.first.clone(), other.last.clone())) {
                continue;
            }
            let found = INDEX.found(&one.first, &other.last);
            if !found.is_empty() {
                wrong.push(format!("{} {} finds {found:?}", one.first, other.last));
            }
            tried += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried >= 3_000, "{tried}");
}

/// A name with one letter left out, doubled, made another one, or moved behind the next: each letter
/// in one of these ways.
fn near_misses(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.nfc().collect();
    let is_letter = |at: &usize| letters[*at].is_alphabetic() && !"qQ".contains(letters[*at]);
    (0..letters.len())
        .filter(is_letter)
        .filter_map(|at| {
            let (piece, after) = match (at % 4, letters.get(at + 1)) {
                (0, _) => (vec![], at + 1),
                // `å` is `aa`: twice the letter is a spelling of it.
                (1, _) if !"åÅ".contains(letters[at]) => (vec![letters[at]; 2], at + 1),
                (2, Some(next)) if next.is_alphabetic() => (vec![*next, letters[at]], at + 2),
                _ => (vec!['q'], at + 1),
            };
            let near = [&letters[..at], &piece, &letters[after..]].concat();
            (near.iter().flat_map(|c| c.to_lowercase()).ne(letters.iter().flat_map(|c| c.to_lowercase())))
                .then(|| near.into_iter().collect())
        })
        .collect()
}

#[test]
fn nobody_is_found_by_a_name_with_one_letter_wrong() {
    // S54, T29: never fuzzy, in any script. What happens to be a spelling that the table lists is left out.
    let listed = listed();
    let (mut tried, mut wrong) = (0, Vec::new());
    for child in CHILDREN.iter().filter(|child| !child.first.contains('(')) {
        let firsts = near_misses(&child.first).into_iter().map(|first| (first, child.last.clone()));
        let lasts = near_misses(&child.last).into_iter().map(|last| (child.first.clone(), last));
        for (first, last) in firsts.chain(lasts).filter(|typed| !listed.contains(typed)) {
            let found = INDEX.found(&first, &last);
            if !found.is_empty() {
                wrong.push(format!("{first} {last} finds {found:?}"));
            }
            tried += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried >= 4_000, "{tried}");
}

#[test]
fn who_could_be_meant_by_one_name_is_known_beforehand() {
    // S54: the job asks for the class
    let keys =
        CHILDREN.iter().flat_map(|child| keys_of(&child.named()).into_iter().map(move |key| (&*child.number, key)));
    let same = homonyms(keys);
    let names: BTreeSet<String> = CHILDREN
        .iter()
        .filter(|child| same.contains(&*child.number))
        .map(|child| format!("{} {}", child.first, child.last))
        .collect();
    let expected = ["Anna Müller", "Hà My Phạm", "Hạ My Phạm", "Leon Schmidt", "Martin Paul", "Paul Martin"];
    assert_eq!(names, expected.map(str::to_owned).into());
    for (_, _, first, last) in table() {
        let found = INDEX.found(&first, &last);
        assert!(found.len() < 2 || found.is_subset(&same), "{first} {last} finds {found:?}");
    }
    let classes = |first: &str, last: &str| -> BTreeSet<_> {
        let found = INDEX.found(first, last);
        CHILDREN.iter().filter(|child| found.contains(&*child.number)).map(|child| group_key(&child.class)).collect()
    };
    assert_eq!(classes("Anna", "Müller").len(), 2, "the class tells them apart");
    assert_eq!(classes("Leon", "Schmidt").len(), 1, "no class tells them apart; they need their own codes");
}

#[test]
fn the_photographer_sees_who_cannot_be_found_from_a_latin_keyboard() {
    // S54, S60
    let without: Vec<String> = CHILDREN
        .iter()
        .filter(|child| !has_latin_key(&child.named()))
        .map(|child| format!("{} {}", child.first, child.last))
        .collect();
    assert_eq!(without, ["يوسف منصور"]);
}
