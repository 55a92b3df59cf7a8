//! Numbers as people write them. All our languages write them with the digits 0 to 9, Arabic too: codes, cards and file
//! names bear those, and a parent compares.

use crate::studio::Language;

impl Language {
    /// The sign between groups of three digits: 1,000 in English, 1.000 in German (Unicode CLDR).
    pub fn thousands(self) -> char {
        match self {
            Self::En | Self::Ar => ',',
            Self::De | Self::Es | Self::It | Self::Nl | Self::Tr => '.',
            // No line ends inside a number.
            Self::Fr => '\u{202f}',
            Self::Pl | Self::Uk => '\u{a0}',
        }
    }

    /// A number in its groups. Spanish and Polish write four digits together.
    pub fn number(self, number: u64) -> String {
        match self {
            Self::Es | Self::Pl if number < 10_000 => number.to_string(),
            _ => grouped(number, self.thousands()),
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
        for (number, en, de) in
            [(0, "0", "0"), (999, "999", "999"), (1_000, "1,000", "1.000"), (1_234_567, "1,234,567", "1.234.567")]
        {
            assert_eq!((Language::En.number(number), Language::De.number(number)), (en.into(), de.into()));
        }
    }

    // S77
    #[test]
    fn every_language_groups_digits_in_its_own_way() {
        let written =
            |number| Language::ALL.iter().map(|language| language.number(number)).collect::<Vec<_>>().join(" ");
        assert_eq!(written(1_200), "1,200 1.200 1\u{202f}200 1200 1.200 1.200 1200 1.200 1\u{a0}200 1,200");
        assert_eq!(
            written(20_000),
            "20,000 20.000 20\u{202f}000 20.000 20.000 20.000 20\u{a0}000 20.000 20\u{a0}000 20,000"
        );
    }
}
