//! How a roster's two fields may be read: with all given names or the first alone, and with the
//! particles of a family name where lists put them.

use unicode_normalization::UnicodeNormalization;

use super::Spelling;
use super::letters::{Marks, letters};

/// Beginnings of a given name that are no name alone: `Abd al-Rahman` is not `Abd`. `Van` may be
/// part of `Vân Anh`, or the middle name `Văn` without its mark.
const BOUND: &[&str] =
    &["abd", "abdal", "abdel", "abdul", "abdoul", "abu", "al", "el", "umm", "van", "عبد", "ابو", "ام", "ال"];
/// The middle names of Vietnamese that say girl or boy. The name comes after: `Thị Mai` is `Mai`.
const MIDDLE: &[&str] = &["thị", "thi", "văn"];
/// What lists of names put after the name that it stands before: `Berg van der, Jan`, `Berg, Jan van der`.
const PARTICLES: &[&str] = &[
    "af", "av", "das", "de", "del", "della", "den", "der", "des", "dos", "ten", "ter", "van", "vom", "von", "zu",
    "zum", "zur",
];

/// All readings, five at most; the name as it is written comes first.
pub(super) fn readings(name: &Spelling) -> Vec<Spelling> {
    let mut readings = vec![name.clone()];
    // Particles are kept: `Jan van der` with `Berg` is `Jan` with `van der Berg`, never with `Berg`.
    let whole = match particles_at_end(&name.first) {
        Some((given, particles)) => Spelling::new(given, &format!("{particles} {}", name.last)),
        None => name.clone(),
    };
    let turned =
        particles_at_end(&name.last).map(|(family, particles)| whole.with_last(&format!("{particles} {family}")));
    for reading in [whole].into_iter().chain(turned) {
        readings.extend(first_alone(&reading.first).map(|first| reading.with_first(first)));
        if reading != *name {
            readings.push(reading);
        }
    }
    readings
}

/// The first of several given names. A hyphen makes one name of two: `Anna-Lena` is never `Anna`.
/// An initial is no name.
fn first_alone(given: &str) -> Option<&str> {
    let end = end_of_first(given)?;
    let (first, rest) = (given[..end].trim(), given[end..].trim());
    if MIDDLE.contains(&first.nfc().collect::<String>().to_lowercase().as_str()) {
        return Some(rest);
    }
    let letters = |text: &str| letters(text, Marks::LeftOut);
    let of_first = letters(first);
    let is_initial = of_first.chars().count() < 2 && of_first.chars().all(has_case);
    if letters(rest).is_empty() || is_initial || BOUND.contains(&of_first.as_str()) {
        return None;
    }
    Some(first)
}

/// Where the first space is that no hyphen stands next to.
fn end_of_first(given: &str) -> Option<usize> {
    let given = given.trim_end();
    let is_space = |c: char| c.is_whitespace() || matches!(c, ',' | '/');
    let mut at = given.len() - given.trim_start().len();
    while let Some(space) = given[at..].find(is_space).map(|found| at + found) {
        let next = given[space..].find(|c| !is_space(c)).map_or(given.len(), |found| space + found);
        if !given[..space].ends_with(is_dash) && !given[next..].starts_with(is_dash) {
            return Some(space);
        }
        at = next;
    }
    None
}

fn particles_at_end(name: &str) -> Option<(&str, &str)> {
    let is_space = |c: char| c.is_whitespace() || c == ',';
    let mut split = name.trim_end().len();
    while let Some(space) = name[..split].trim_end_matches(is_space).rfind(is_space) {
        let word = name[space..split].trim_matches(is_space).to_lowercase();
        if !PARTICLES.contains(&word.as_str()) {
            break;
        }
        split = space;
    }
    let (before, particles) = (name[..split].trim_end_matches(is_space), name[split..].trim_matches(is_space));
    (!particles.is_empty()).then_some((before, particles))
}

/// Scripts with two cases are those in which a name is shortened to an initial.
fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Dashes of every script and width.
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{301c}'
                | '\u{30a0}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
    )
}
