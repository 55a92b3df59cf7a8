//! Numbers as people write them.

use crate::studio::Language;

impl Language {
    /// The sign between groups of three digits: 1,000 in English, 1.000 in German.
    pub fn thousands(self) -> char {
        match self {
            Self::En => ',',
            Self::De => '.',
        }
    }
}

/// A number in groups of three digits, with `sign` between them.
pub fn grouped(number: u64, sign: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    // S77
    #[test]
    fn large_numbers_stand_in_groups_of_three_digits() {
        let written = |number, language: Language| grouped(number, language.thousands());
        for (number, en, de) in
            [(0, "0", "0"), (999, "999", "999"), (1_000, "1,000", "1.000"), (1_234_567, "1,234,567", "1.234.567")]
        {
            assert_eq!((written(number, Language::En), written(number, Language::De)), (en.into(), de.into()));
        }
    }
}
