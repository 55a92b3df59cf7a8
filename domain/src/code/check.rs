//! The check symbol of generated codes: Luhn modulo 32.
//!
//! It detects every single wrong symbol and every swap of neighbours but one: of the first symbol
//! with the last of the alphabet, `0` and `Z`. ASCII alone, so that the code field in the browser
//! needs no Unicode tables.

use crate::crockford::{SYMBOLS, value};

/// The length of a generated code with its check symbol.
const LENGTH: usize = 12;

/// What the code field can say about a text before it is sent. It is a hint: the server decides,
/// and a code in free words may be of any shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Fewer than 12 symbols so far.
    Unfinished,
    /// Twelve symbols that do not fit together: if this is a generated code, it has a typing error.
    Mistyped,
    /// Twelve symbols that fit together.
    Plausible,
    /// Not the shape of a generated code.
    NotGenerated,
}

/// Looks at a typed text as a generated code, in any case and with spaces, dashes and look-alikes.
pub fn check_symbol(typed: &str) -> Typed {
    let mut symbols = [0; LENGTH];
    let mut count = 0;
    for byte in typed.bytes() {
        let symbol = match byte.to_ascii_uppercase() {
            b' ' | b'\t' | b'\r' | b'\n' | b'-' | b'.' | b'_' => continue,
            b'O' => b'0',
            b'I' | b'L' => b'1',
            other => other,
        };
        if value(symbol).is_none() || count == LENGTH {
            return Typed::NotGenerated;
        }
        symbols[count] = symbol;
        count += 1;
    }
    match symbols {
        _ if count < LENGTH => Typed::Unfinished,
        _ if fits(&symbols) => Typed::Plausible,
        _ => Typed::Mistyped,
    }
}

/// Whether a canonical form has the length, the symbols and the check symbol of a generated code.
pub(super) fn is_generated_shape(canonical: &str) -> bool {
    canonical.len() == LENGTH && fits(canonical.as_bytes())
}

/// The symbol that makes `symbols` fit.
pub(super) fn luhn_symbol(symbols: &[u8]) -> u8 {
    let sum = luhn_sum(symbols, 2).unwrap_or_default();
    SYMBOLS[usize::from((32 - sum % 32) % 32)]
}

fn fits(symbols: &[u8]) -> bool {
    luhn_sum(symbols, 1).is_some_and(|sum| sum % 32 == 0)
}

/// From the last symbol to the first, every other value is doubled and its two digits in base 32
/// are added. None if a symbol is not of the alphabet.
fn luhn_sum(symbols: &[u8], first_factor: u8) -> Option<u8> {
    let mut factor = first_factor;
    symbols.iter().rev().try_fold(0, |sum, symbol| {
        let product = value(*symbol)? * factor;
        factor = 3 - factor;
        Some((sum + product / 32 + product % 32) % 32)
    })
}
