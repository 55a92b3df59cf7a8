//! Access codes (S3; SECURITY section 3): how a typed code is read, how a new one is made, how
//! strong it is.
//!
//! Stored and typed codes go through the same [`Code::parse`], so that case, spaces, dashes,
//! full-width or Arabic digits and look-alikes (`O` and `0`; `I`, `L` and `1`) never keep a client
//! out. Two codes are the same if their canonical forms are.

mod canonical;
mod check;
mod strength;

use std::fmt;

use crate::crockford::SYMBOLS;
pub use check::{Typed, check_symbol};
pub use strength::Strength;

/// The fewest symbols of a canonical form.
pub const MIN: usize = 8;
/// The most symbols of a canonical form.
pub const MAX: usize = 64;
/// The most characters that are looked at; what is longer is refused unread.
pub const MAX_TYPED: usize = 128;

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeProblem {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Missing,
    /// Fewer than [`MIN`] symbols after normalising.
    #[error("shorter than {min} symbols")]
    TooShort {
        /// The fewest symbols.
        min: usize,
    },
    /// More than [`MAX`] symbols after normalising, or more than [`MAX_TYPED`] characters before.
    #[error("longer than {max} symbols")]
    TooLong {
        /// The most symbols.
        max: usize,
    },
}

/// An access code: 8 to 64 symbols after normalising.
///
/// A secret: its `Debug` is silent and it is never serialised. To show it again later, keep
/// [`Code::display`].
#[derive(Clone)]
pub struct Code {
    canonical: String,
    display: String,
}

impl Code {
    /// Reads a code that someone typed, pasted or scanned, or that was kept as its display.
    pub fn parse(typed: &str) -> Result<Self, CodeProblem> {
        if typed.chars().nth(MAX_TYPED).is_some() {
            return Err(CodeProblem::TooLong { max: MAX });
        }
        let canonical = canonical::form(typed);
        match canonical.chars().count() {
            0 => Err(CodeProblem::Missing),
            1..MIN => Err(CodeProblem::TooShort { min: MIN }),
            MIN..=MAX => Ok(Self { display: display(typed, &canonical), canonical }),
            _ => Err(CodeProblem::TooLong { max: MAX }),
        }
    }

    /// A new code of 11 random bytes: five bits of each become a symbol (55 bits), and a twelfth
    /// symbol checks them.
    pub fn generated(random: [u8; 11]) -> Self {
        let mut symbols: Vec<u8> = random.iter().map(|byte| SYMBOLS[usize::from(byte % 32)]).collect();
        symbols.push(check::luhn_symbol(&symbols));
        let canonical: String = symbols.into_iter().map(char::from).collect();
        Self { display: in_fours(&canonical), canonical }
    }

    /// The form that is compared and indexed: upper case, no separators, no look-alikes.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// The form that people read: `XXXX-XXXX-XXXX` for a code of the generated shape, else as it
    /// was typed.
    pub fn display(&self) -> String {
        self.display.clone()
    }

    /// How hard the code is to guess.
    pub fn strength(&self) -> Strength {
        strength::of(&self.canonical)
    }

    /// Whether a guesser who knows these names (the studio's, its address, the client's) would try the code early:
    /// names, common words, years and rows of symbols and little else (SECURITY section 3).
    pub fn is_obvious(&self, names: &[&str]) -> bool {
        let words = names.iter().flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()));
        let words: Vec<String> = words.map(canonical::form).filter(|word| word.chars().count() >= 3).collect();
        strength::is_obvious(&self.canonical, &words)
    }

    /// Whether the code gives away a name of four symbols or more (the studio's, the client's),
    /// however spelled.
    pub fn contains_name(&self, name: &str) -> bool {
        let name = canonical::form(name);
        name.chars().count() >= 4 && self.canonical.contains(&name)
    }
}

impl PartialEq for Code {
    /// Two spellings of a code are the same code.
    fn eq(&self, other: &Self) -> bool {
        self.canonical == other.canonical
    }
}

impl Eq for Code {}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

/// Groups what looks generated, unless letters would turn into other ones (`CATHERINE-24X` stays).
fn display(typed: &str, canonical: &str) -> String {
    let shown = canonical::visible(typed);
    let plain = shown.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase());
    if check::is_generated_shape(canonical) && plain.eq(canonical.chars()) { in_fours(canonical) } else { shown }
}

fn in_fours(canonical: &str) -> String {
    let mut display = String::new();
    for (place, symbol) in canonical.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            display.push('-');
        }
        display.push(symbol);
    }
    display
}
