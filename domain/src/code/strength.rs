//! How hard a code is to guess: a rough, pessimistic count of bits.
//!
//! The brakes let a studio's attacker try about 600 codes an hour, 5 million (22 bits) a year
//! (SECURITY section 3).

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

/// What people take first, in ASCII: passwords, occasions, months, names.
const COMMON: &str = "
    passwort password passw willkommen welcome geheim secret qwertz qwerty asdf hallo hello
    login zugang access kunden kunde client code test demo admin letmein fotograf photograph
    fotos foto photos photo bilder pictures galerie gallery album studio shooting portrait
    hochzeit wedding verlobung braut bride taufe baptism familie family baby newborn kinder
    children schule school klasse class kita kindergarten abitur abschluss graduation liebe love
    sommer summer winter herbst autumn frühling spring weihnachten christmas januar january
    februar february march april juni june juli july august september oktober october november
    dezember december anna emma mia sophie marie maria lena laura julia lisa sarah max paul leon
    felix lukas jonas peter thomas michael daniel müller mueller schmidt schneider fischer weber
    smith jones brown
";

/// Bits of one of a few thousand words, and of one of a hundred years.
const WORD: f64 = 10.0;
const YEAR: f64 = 6.5;

pub(super) fn of(canonical: &str) -> Strength {
    match bits(canonical) {
        bits if bits < 32.0 => Strength::Weak,
        bits if bits < 44.0 => Strength::Fair,
        _ => Strength::Strong,
    }
}

fn bits(canonical: &str) -> f64 {
    let symbols: Vec<char> = canonical.chars().collect();
    let per_symbol = bits_per_symbol(canonical);
    let words: Vec<Vec<char>> = COMMON
        .split_whitespace()
        .map(|word| super::canonical::form(word).chars().collect())
        .collect();

    let mut bits = 0.0;
    let mut place = 0;
    while place < symbols.len() {
        let (taken, gained) = if let Some(period) = repeats(&symbols, place) {
            (period, 1.0)
        } else if let Some(word) = words
            .iter()
            .filter(|word| symbols[place..].starts_with(word))
            .map(Vec::len)
            .max()
        {
            (word, WORD)
        } else if is_year(&symbols[place..]) {
            (4, YEAR)
        } else if goes_on(&symbols, place) {
            (1, 1.0)
        } else {
            (1, per_symbol)
        };
        bits += gained;
        place += taken;
    }
    bits
}

/// Five bits where symbols were drawn, far less where people wrote words (look-alike digits hide in
/// them) or numbers.
fn bits_per_symbol(canonical: &str) -> f64 {
    if super::check::is_generated_shape(canonical) {
        return 5.0;
    }
    let digits = canonical.chars().filter(char::is_ascii_digit).count();
    let sure_digits = canonical.chars().filter(|c| matches!(c, '2'..='9')).count();
    match canonical.chars().count() {
        all if digits == all => 3.3,
        all if sure_digits * 6 < all => 2.5,
        _ => 4.0,
    }
}

/// Three or more symbols were seen just before, in the same order: how many.
fn repeats(symbols: &[char], place: usize) -> Option<usize> {
    (2..=place)
        .rev()
        .find(|length| symbols[place..].starts_with(&symbols[place - length..place]))
}

fn is_year(symbols: &[char]) -> bool {
    match symbols {
        [century @ .., a, b] if century.len() == 2 => {
            matches!(century, ['1', '9'] | ['2', '0']) && a.is_ascii_digit() && b.is_ascii_digit()
        }
        [_, _, _, _, ..] => is_year(&symbols[..4]),
        _ => false,
    }
}

/// The third and later symbols of `AAA`, `ABC` or `321`.
fn goes_on(symbols: &[char], place: usize) -> bool {
    let Some(before) = place.checked_sub(2) else {
        return false;
    };
    let step =
        |at: usize| i64::from(u32::from(symbols[at + 1])) - i64::from(u32::from(symbols[at]));
    step(before) == step(before + 1) && step(before).abs() <= 1
}
