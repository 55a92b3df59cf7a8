//! How hard a code is to guess: a rough, pessimistic count of bits, in tenths.
//!
//! The brakes let a studio's attacker try about 600 codes an hour, 5 million (22 bits) a year
//! (SECURITY section 3).

use super::{canonical, check};

/// How a code stands against somebody who guesses for a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Below 32 bits: a list of words and years finds it.
    Weak,
    /// 32 bits and more: one guess in a thousand years succeeds, as long as few codes are like it.
    Fair,
    /// 44 bits and more, as every generated code has.
    Strong,
}

/// What people take first, in plain letters: passwords, occasions, months, names.
const COMMON: &str = "
    passwort password passw willkommen welcome geheim secret qwertz qwerty asdf hallo hello
    login zugang access kunden kunde client code test demo admin letmein fotograf photograph
    fotos foto photos photo bilder pictures galerie gallery album studio shooting portrait
    hochzeit wedding verlobung braut bride taufe baptism familie family baby newborn kinder
    children schule school klasse class kita kindergarten abitur abschluss graduation liebe love
    sommer summer winter herbst autumn fruhling spring weihnachten christmas januar january
    februar february march und and mit for april juni june juli july august september oktober
    october november dezember december anna emma mia sophie marie maria lena laura julia lisa
    sarah max paul leon felix lukas jonas peter thomas michael daniel muller mueller schmidt
    schneider fischer weber smith jones brown
";

/// A code of fewer bits than these, in tenths, falls to a guesser within weeks.
const OBVIOUS: usize = 180;

pub(super) fn of(canonical: &str) -> Strength {
    match tenths_of_bits(canonical, &[]) {
        ..320 => Strength::Weak,
        320..440 => Strength::Fair,
        _ => Strength::Strong,
    }
}

/// Whether the code is among the first quarter of a million that somebody tries who knows these canonical `words`.
pub(super) fn is_obvious(canonical: &str, words: &[String]) -> bool {
    tenths_of_bits(canonical, words) < OBVIOUS
}

/// What would be guessed in one go counts as one thing, every other symbol by itself.
fn tenths_of_bits(canonical: &str, words: &[String]) -> usize {
    let symbols: Vec<char> = canonical.chars().collect();
    let mut others = Vec::new();
    let (mut sum, mut place) = (0, 0);
    while let Some(symbol) = symbols.get(place) {
        if let Some((taken, tenths)) = in_one_go(&symbols, place, words) {
            sum += tenths;
            place += taken;
        } else {
            others.push(*symbol);
            place += 1;
        }
    }
    let drawn = check::is_generated_shape(canonical);
    let per_symbol = if drawn { 50 } else { per_symbol(&others) };
    sum + others.len() * per_symbol
}

/// Four bits where letters and digits are mixed, 3.3 for numbers, 2.5 for what people write in
/// words. `0` and `1` may be letters.
fn per_symbol(symbols: &[char]) -> usize {
    let digits = symbols.iter().filter(|c| c.is_ascii_digit()).count();
    let sure_digits = symbols.iter().filter(|c| matches!(c, '2'..='9')).count();
    match symbols.len() {
        all if digits == all => 33,
        all if sure_digits * 6 < all => 25,
        _ => 40,
    }
}

/// How many symbols from `place` on are one guess, and its tenths of bits: a repetition of what
/// stands before, a known or a common word, a year, one more of `AAA`, `ABC` or `321`.
fn in_one_go(symbols: &[char], place: usize, words: &[String]) -> Option<(usize, usize)> {
    let (before, rest) = symbols.split_at(place);
    let repeated = || (2..=place).rev().find(|n| rest.starts_with(&before[place - n..]));
    if let Some(length) = repeated() {
        Some((length, 10))
    } else if let Some(length) = known_word(rest, words) {
        Some((length, 30))
    } else if let Some(length) = common_word(rest) {
        Some((length, 100.min(length * 25)))
    } else if starts_with_year(rest) {
        Some((4, 65))
    } else {
        goes_on(before, rest[0]).then_some((1, 10))
    }
}

/// The length of the longest of these words that `symbols` start with.
fn known_word(symbols: &[char], words: &[String]) -> Option<usize> {
    let starts = |word: &&String| word.chars().eq(symbols.iter().copied().take(word.chars().count()));
    words.iter().filter(starts).map(|word| word.chars().count()).max()
}

/// The length of the longest common word that `symbols` start with.
fn common_word(symbols: &[char]) -> Option<usize> {
    let folded = |letter: char| canonical::without_look_alikes(letter.to_ascii_uppercase());
    let starts = |word: &&str| word.chars().map(folded).eq(symbols.iter().copied().take(word.len()));
    COMMON.split_whitespace().filter(starts).map(str::len).max()
}

fn starts_with_year(symbols: &[char]) -> bool {
    let century = symbols.starts_with(&['1', '9']) || symbols.starts_with(&['2', '0']);
    century && symbols.len() >= 4 && symbols[2..4].iter().all(char::is_ascii_digit)
}

fn goes_on(before: &[char], symbol: char) -> bool {
    let step = |from: char, to: char| i64::from(u32::from(to)) - i64::from(u32::from(from));
    match before {
        [.., a, b] => step(*a, *b) == step(*b, symbol) && step(*a, *b).abs() <= 1,
        _ => false,
    }
}
