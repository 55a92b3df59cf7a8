//! The rule for the passwords of people.

use std::collections::BTreeSet;

/// Why a member's password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// Fewer than 12 characters.
    #[error("shorter than {min} characters")]
    TooShort {
        /// The fewest characters.
        min: usize,
    },
    /// More than 256 bytes, so that hashing has a bound.
    #[error("longer than {max} bytes")]
    TooLong {
        /// The most bytes.
        max: usize,
    },
    /// Among the first that anyone would try.
    #[error("too easy to guess")]
    Common,
}

/// The rule for the password of a person (SECURITY section 3): 12 characters to 256 bytes, and not
/// a common one.
pub struct PersonalPassword;

impl PersonalPassword {
    /// The fewest characters.
    pub const MIN: usize = 12;
    /// The most bytes.
    pub const MAX: usize = 256;

    /// Checks a password that a person chooses. Spaces count; nothing is trimmed.
    pub fn check(password: &str) -> Result<(), PasswordProblem> {
        if password.len() > Self::MAX {
            return Err(PasswordProblem::TooLong { max: Self::MAX });
        }
        if password.chars().count() < Self::MIN {
            return Err(PasswordProblem::TooShort { min: Self::MIN });
        }
        if is_common(password) {
            return Err(PasswordProblem::Common);
        }
        Ok(())
    }
}

/// What the common long passwords are made of. One of these with digits and signs around it is no
/// secret. Where one begins with another, the longer comes first.
const COMMON: &str = "
    1q2w3e4r5t6y 1qaz2wsx3edc administrator asdfghjkl changeme correcthorsebatterystaple fotografie
    fotograf fotostudio hallo hello ichliebedich iloveyou letmein passepartout passw0rd passwort
    password photographer photography photostudio qazwsxedc qwertyuiop qwertzuiop schatz sommer
    summer trustno welcome willkommen winter
";

/// A common word with trimmings, few different characters, or a run along the alphabet or digits.
fn is_common(password: &str) -> bool {
    let symbols: Vec<char> = password.to_lowercase().chars().collect();
    let different: BTreeSet<&char> = symbols.iter().collect();
    let next_to = |pair: &&[char]| u32::from(pair[0]).abs_diff(u32::from(pair[1])) <= 1;
    let steps = symbols.windows(2).filter(next_to).count();
    different.len() < 5 || steps * 3 >= symbols.len() * 2 || is_a_common_word(&symbols)
}

fn is_a_common_word(symbols: &[char]) -> bool {
    let all: String = symbols.iter().filter(|c| c.is_alphanumeric()).collect();
    let rest = COMMON.split_whitespace().fold(all.clone(), |rest, word| rest.replace(word, ""));
    rest.len() < all.len() && rest.len() < 9 && rest.chars().filter(|c| c.is_alphabetic()).count() < 3
}
