//! Crockford's base32: ten digits and the letters without I, L, O and U, which read like 1, 1, 0
//! and V.

/// The 32 symbols in the order of their values, upper case.
pub(crate) const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The value (0 to 31) of an upper-case symbol.
pub(crate) fn value(symbol: u8) -> Option<u8> {
    match symbol {
        b'0'..=b'9' => Some(symbol - b'0'),
        b'A'..=b'H' => Some(symbol - b'A' + 10),
        b'J' | b'K' => Some(symbol - b'J' + 18),
        b'M' | b'N' => Some(symbol - b'M' + 20),
        b'P'..=b'T' => Some(symbol - b'P' + 22),
        b'V'..=b'Z' => Some(symbol - b'V' + 27),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_has_its_place_as_value_and_nothing_else_has_one() {
        for byte in 0..=u8::MAX {
            let place = SYMBOLS.iter().position(|symbol| *symbol == byte);
            assert_eq!(value(byte).map(usize::from), place, "byte {byte}");
        }
    }
}
