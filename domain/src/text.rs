//! Text that people type: names, notes. Trimmed, composed (NFC), measured in characters, and
//! printable.

use unicode_normalization::UnicodeNormalization;

/// Why a typed text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// Nothing that one could see was typed.
    #[error("nothing was typed")]
    Missing,
    /// More than `max` characters (a file name: bytes).
    #[error("longer than {max}")]
    TooLong {
        /// The most that is taken.
        max: usize,
    },
    /// A control character, or one that turns the direction of the text around it.
    #[error("contains characters that cannot be printed")]
    Unprintable,
}

/// Makes a newtype around a checked text. `parse` is written by hand next to it; everything that
/// builds one, deserialising included, goes through it.
macro_rules! text {
    ($(#[$about:meta])* pub struct $Name:ident: $Problem:ty;) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $Name(String);

        impl $Name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl AsRef<str> for $Name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<$Name> for String {
            fn from(text: $Name) -> Self {
                text.0
            }
        }

        impl std::str::FromStr for $Name {
            type Err = $Problem;

            fn from_str(typed: &str) -> Result<Self, Self::Err> {
                Self::parse(typed)
            }
        }

        impl TryFrom<String> for $Name {
            type Error = $Problem;

            fn try_from(typed: String) -> Result<Self, Self::Error> {
                Self::parse(&typed)
            }
        }
    };
}

/// One line, 1 to `max` characters.
pub(crate) fn line(typed: &str, max: usize) -> Result<String, TextProblem> {
    let line = composed(typed, max)?;
    if line.chars().all(is_blank) {
        return Err(TextProblem::Missing);
    }
    if line.chars().any(is_unprintable) {
        return Err(TextProblem::Unprintable);
    }
    Ok(line)
}

/// Any number of lines, none included, at most `max` characters; line ends become `\n`.
pub(crate) fn lines(typed: &str, max: usize) -> Result<String, TextProblem> {
    let lines = composed(&typed.replace("\r\n", "\n"), max)?;
    if lines.chars().any(|c| is_unprintable(c) && !matches!(c, '\n' | '\t')) {
        return Err(TextProblem::Unprintable);
    }
    Ok(lines)
}

/// Stops composing at the limit, so that a megabyte costs no more than a name.
fn composed(typed: &str, max: usize) -> Result<String, TextProblem> {
    let text: String = typed.trim().nfc().take(max + 1).collect();
    if text.chars().count() > max {
        return Err(TextProblem::TooLong { max });
    }
    Ok(text)
}

/// Control characters, line and paragraph separators, and what overrides the direction of text.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Takes no ink: white space, joiners, marks of direction, soft hyphens, fillers.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Formatting that nobody sees and that copying carries along.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
