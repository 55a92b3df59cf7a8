//! How a typed name finds a child (S51 to S54): exact on normalised forms, never fuzzy.
//!
//! A name is compared as its letters. What is no letter falls away: case, accents, spaces, hyphens,
//! apostrophes, dots, and what is in brackets (`letters`). So `Müller-Lüdenscheid` is
//! `MULLER LUDENSCHEID`, `Anna-Lena` is `Annalena`, `O’Connor` is `OConnor`. Nothing else is let
//! go: one letter more or less is another name, and half of a double name is none.
//!
//! Where a letter has more than one usual spelling, each makes a key, and two names match if their
//! sets of keys meet:
//! - `ä ö ü å ø đ`: without the mark, or `ae oe ue aa oe dj`. A field is spelled in one way or the
//!   other; the two fields need not agree. `ß` is always `ss`, `æ` `ae`, `þ` `th`.
//! - Cyrillic and Greek: their own letters, or a usual romanisation (`roman`), of the roster as of
//!   what is typed. Two names in these scripts are compared by their own letters alone: what only
//!   a romanisation makes equal, `Марья` and `Мария`, stays apart.
//! - A name of the roster with several given names: all of them, or the first alone (`given`).
//!   What is typed is never shortened: who types more than the roster has is not answered.
//! - What the roster's column "also accept" says (`also`), which is also the only way from Latin
//!   letters to Arabic, Hebrew, Han, Hangul and other scripts: [`has_latin_key`] tells.
//!
//! Both orders of the two fields are one: a key holds them sorted. The boundary between them counts.
//!
//! SECURITY section 4 lists keys K0 to K3. K0 (with marks) needs no key of its own: what meets in it
//! meets in K1. K3 is made of conventions that people's papers follow, since letter for letter
//! transliteration gives what nobody types (`mhmd` for محمد).
//!
//! Keys are stored. Whoever changes what comes out here has to make those of all children again.

mod also;
mod given;
mod group;
mod letters;
mod roman;
mod sought;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

pub use also::{Spelling, spellings};
pub use group::{GroupKey, group_key};
use letters::{Marks, letters};
pub use sought::sought;

/// The most keys of one name of a roster. A Latin name has at most 20: five readings (`given`),
/// each field in two spellings; most have one or two. A Cyrillic one has up to some dozens, by the
/// romanisations of both fields. The rest is for "also accept". What is over is not taken: the
/// romanisations go first, those of the last entries of "also accept" before others.
pub const MOST_KEYS: usize = 128;
/// The longest first or last name that may be typed, in characters.
pub const LONGEST_FIELD: usize = 200;
/// The longest key, in bytes; of a longer one the beginning is kept and a digest takes the rest's place.
pub const LONGEST_KEY: usize = 200;
const KEPT_OF_LONG: usize = 120;
/// Before a key that only Latin letters may be compared with: a romanisation of the roster's.
const ROMANISED: char = '~';

/// A child as the roster has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'a> {
    /// Given names, as in the roster.
    pub first: &'a str,
    /// Family name, as in the roster.
    pub last: &'a str,
    /// The cell "also accept", as in the roster ([`spellings`] tells how it is read).
    pub also: &'a str,
}

/// One exact spelling of a name: the letters of both fields, sorted, with a `|` between; at most
/// [`LONGEST_KEY`] bytes. A text for the database, equal only to itself.
///
/// A child's name can be read from it: it is erased with the child, and `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(String);

impl NameKey {
    /// The text that is stored and compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of(pair: &Pair) -> Self {
        let text = format!("{}|{}", pair.0, pair.1);
        if text.len() < LONGEST_KEY {
            return Self(text);
        }
        let mut cut: String = text.chars().scan(0, |bytes, c| upto(bytes, c, KEPT_OF_LONG)).collect();
        cut.push('#');
        for byte in Sha256::digest(text.as_bytes()) {
            let _ = write!(cut, "{byte:02x}");
        }
        Self(cut)
    }

    fn romanised(pair: &Pair) -> Self {
        Self(format!("{ROMANISED}{}", Self::of(pair).0))
    }
}

impl AsRef<str> for NameKey {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<NameKey> for String {
    fn from(key: NameKey) -> Self {
        key.0
    }
}

impl std::fmt::Debug for NameKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NameKey(..)")
    }
}

fn upto(bytes: &mut usize, c: char, most: usize) -> Option<char> {
    *bytes += c.len_utf8();
    (*bytes <= most).then_some(c)
}

/// The letters of the two fields in one spelling, the lesser first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Pair(String, String);

impl Pair {
    fn new(a: &str, b: &str) -> Self {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        Self(a.to_owned(), b.to_owned())
    }

    fn is_latin(&self) -> bool {
        self.0.is_ascii() && self.1.is_ascii()
    }

    fn of_both(firsts: &BTreeSet<String>, lasts: &BTreeSet<String>) -> Vec<Self> {
        firsts.iter().flat_map(|first| lasts.iter().map(move |last| Self::new(first, last))).collect()
    }
}

/// The keys of a child of the roster: at most [`MOST_KEYS`]. None if the first or the last name has
/// no letter.
pub fn keys_of(name: &Named<'_>) -> BTreeSet<NameKey> {
    let spelled = all_readings(name);
    let own = spelled.iter().flat_map(own_pairs).map(|pair| NameKey::of(&pair));
    let romanised = spelled.iter().flat_map(roman_pairs).map(|pair| NameKey::romanised(&pair));
    let mut keys = BTreeSet::new();
    for key in own.chain(romanised) {
        if keys.len() == MOST_KEYS {
            break;
        }
        keys.insert(key);
    }
    keys
}

/// The keys of what a parent typed. It finds a child if one of them is a key of the child's
/// ([`keys_of`]); if it finds more than one child, it is to be answered as if it had found none.
///
/// None if one of the fields has no letter, or more than [`LONGEST_FIELD`] characters.
pub fn keys_typed(first: &str, last: &str) -> BTreeSet<NameKey> {
    if [first, last].iter().any(|field| field.chars().nth(LONGEST_FIELD).is_some()) {
        return BTreeSet::new();
    }
    let typed = Spelling::new(first, last);
    let mut keys = BTreeSet::new();
    for pair in own_pairs(&typed) {
        if pair.is_latin() {
            keys.insert(NameKey::romanised(&pair));
        }
        keys.insert(NameKey::of(&pair));
    }
    keys.extend(roman_pairs(&typed).iter().map(NameKey::of));
    keys
}

/// Whether the child can be found from a keyboard that has only the letters A to Z. If not, the
/// photographer is asked for an "also accept".
pub fn has_latin_key(name: &Named<'_>) -> bool {
    let spelled = all_readings(name);
    spelled.iter().any(|spelling| own_pairs(spelling).iter().chain(&roman_pairs(spelling)).any(Pair::is_latin))
}

/// Those of a job's children that share a spelling with another one, so that one typed name could
/// mean either (S54). If there are any, everyone in the job types the class as well.
///
/// Takes every key of every child, in any order, as [`keys_of`] made them; O(n log n). It asks
/// rather too often than too rarely: `Muller` and `Mueller` share no key, but `Müller` would find
/// both. One case is left out: a name typed in Cyrillic or Greek may fit two children whom the
/// roster has in two different romanisations. This is why a look-up that finds two finds none.
pub fn homonyms<Id: Ord + Clone>(keys: impl IntoIterator<Item = (Id, impl AsRef<str>)>) -> BTreeSet<Id> {
    let mut holders: BTreeMap<String, BTreeSet<Id>> = BTreeMap::new();
    for (id, key) in keys {
        holders.entry(without_choices(key.as_ref())).or_default().insert(id);
    }
    holders.into_values().filter(|sharing| sharing.len() > 1).flatten().collect()
}

/// A key without the choice between a mark and a second letter: every spelling of one typed name
/// comes out the same.
fn without_choices(key: &str) -> String {
    let key = key.strip_prefix(ROMANISED).unwrap_or(key);
    let (first, last) = key.split_once('|').unwrap_or((key, ""));
    let Pair(first, last) = Pair::new(&letters::without_choices(first), &letters::without_choices(last));
    format!("{first}|{last}")
}

/// The name and what is also accepted, each in all its readings; the name's own come first.
fn all_readings(name: &Named<'_>) -> Vec<Spelling> {
    spellings(name).iter().flat_map(given::readings).collect()
}

/// The spellings in the name's own script.
fn own_pairs(spelling: &Spelling) -> Vec<Pair> {
    let (firsts, lasts) = (own_forms(&spelling.first), own_forms(&spelling.last));
    Pair::of_both(&firsts, &lasts)
}

/// The spellings in Latin letters of a name that is not wholly written in them.
fn roman_pairs(spelling: &Spelling) -> Vec<Pair> {
    let families = roman::families(&format!("{} {}", spelling.first, spelling.last));
    let mut pairs = Vec::new();
    for family in families {
        let forms = |field: &str| if roman::has(field) { roman::forms(field, family) } else { own_forms(field) };
        pairs.extend(Pair::of_both(&forms(&spelling.first), &forms(&spelling.last)));
    }
    pairs
}

/// One or two, none if there is no letter: with the marks left out, and with `ä` as `ae`.
fn own_forms(field: &str) -> BTreeSet<String> {
    let forms = [Marks::LeftOut, Marks::SpelledOut].map(|marks| roman::native(&letters(field, marks)));
    forms.into_iter().filter(|form| form.chars().any(char::is_alphanumeric)).collect()
}
