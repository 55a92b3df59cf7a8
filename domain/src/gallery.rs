//! Galleries and client logins: the texts that a photographer gives them.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::text::{self, TextProblem};

/// How deep a tree of galleries may grow; a gallery at the top has depth 1.
pub const MAX_DEPTH: usize = 50;

text! {
    /// A gallery's name: 1 to 200 characters in one line.
    pub struct GalleryName: TextProblem;
}

impl GalleryName {
    /// Trims, composes and checks a typed name.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::line(typed, 200).map(Self)
    }
}

text! {
    /// A client login's name (S2): 1 to 200 characters in one line.
    pub struct LoginName: TextProblem;
}

impl LoginName {
    /// Trims, composes and checks a typed name.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::line(typed, 200).map(Self)
    }
}

text! {
    /// The label of a link (S16): 1 to 200 characters in one line, for the studio alone.
    pub struct LinkLabel: TextProblem;
}

impl LinkLabel {
    /// Trims, composes and checks a typed label.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::line(typed, 200).map(Self)
    }
}

text! {
    /// The studio's own note on a client login: at most 4,000 characters, several lines, often
    /// empty.
    ///
    /// It never leaves the studio's pages (S4).
    pub struct Note: TextProblem;
}

impl Note {
    /// Trims, composes and checks a typed note.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::lines(typed, 4000).map(Self)
    }

    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Why a text cannot be a gallery's password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GalleryPasswordProblem {
    /// Fewer than [`GalleryPassword::MIN`] characters.
    #[error("shorter than {min} characters")]
    TooShort {
        /// The fewest characters.
        min: usize,
    },
    /// More than 64 characters.
    #[error("longer than {max} characters")]
    TooLong {
        /// The most characters.
        max: usize,
    },
    /// A control character, or one that turns the direction of text.
    #[error("contains characters that cannot be printed")]
    Unprintable,
}

/// The password of one gallery's direct links (S17): 6 to 64 characters, trimmed and composed,
/// compared exactly. With thirty guesses an hour (SECURITY section 3), six digits last for years.
///
/// A secret: its `Debug` is silent and it is never serialised.
#[derive(Clone, PartialEq, Eq)]
pub struct GalleryPassword(String);

impl GalleryPassword {
    /// The fewest characters.
    pub const MIN: usize = 6;
    /// The most characters.
    pub const MAX: usize = 64;

    /// Trims, composes and checks a typed password.
    pub fn parse(typed: &str) -> Result<Self, GalleryPasswordProblem> {
        let (min, max) = (Self::MIN, Self::MAX);
        let password: String = typed.trim().nfc().take(max + 1).collect();
        match password.chars().count() {
            few if few < min => Err(GalleryPasswordProblem::TooShort { min }),
            many if many > max => Err(GalleryPasswordProblem::TooLong { max }),
            _ if password.chars().any(text::is_unprintable) => Err(GalleryPasswordProblem::Unprintable),
            _ => Ok(Self(password)),
        }
    }

    /// The secret itself, to be hashed, sealed or shown to the studio.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for GalleryPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GalleryPassword(..)")
    }
}
