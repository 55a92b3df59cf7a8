//! A studio and the people who work in it.

mod brand;
mod language;
mod password;
mod role;

use unicode_normalization::UnicodeNormalization;

use crate::text::{self, TextProblem};
pub use brand::{Greeting, Ground, LOGO_BOX, LOGO_BYTES, LOGO_PIXELS};
pub use language::{DeskLanguage, Language};
pub use password::{PasswordProblem, PersonalPassword};
pub use role::{Act, Role};

/// Addresses that no studio can have, because the program answers there itself or may one day.
#[rustfmt::skip]
pub const RESERVED: &[&str] = &[
    "account", "admin", "api", "app", "assets", "client", "clients", "code", "codes", "css",
    "docs", "download", "downloads", "error", "favicon", "favicon-ico", "files", "first-run",
    "fonts", "galleries", "gallery", "health", "healthz", "help", "home", "images", "img",
    "impressum", "imprint", "install", "invitation", "js", "legal", "link", "links", "login", "logout", "m",
    "mail", "media", "members", "metrics", "new", "operator", "overview", "passepartout",
    "password", "photo", "photos", "pkg", "privacy", "public", "readyz", "reset", "robots", "school",
    "search", "settings", "setup", "sign-in", "sign-out", "sign-up", "sitemap", "static",
    "status", "studio", "studios", "style", "support", "system", "terms", "upload", "uploads",
    "user", "users", "well-known", "www", "zip",
];

/// Why a text cannot be a studio's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressProblem {
    /// Not 3 to 40 characters.
    #[error("not {min} to {max} characters long")]
    Length {
        /// The fewest characters.
        min: usize,
        /// The most characters.
        max: usize,
    },
    /// Something other than `a` to `z`, digits and single dashes between them.
    #[error("only a to z, digits and single dashes between them")]
    Spelling,
    /// One of [`RESERVED`].
    #[error("this address is reserved")]
    Reserved,
}

text! {
    /// The studio's part of every address, `/{studio}`: 3 to 40 of `a-z`, `0-9` and single dashes
    /// inside.
    ///
    /// Strict, without trimming or lower-casing, so that a studio has one address.
    pub struct StudioAddress: AddressProblem;
}

impl StudioAddress {
    /// Takes an address as it stands.
    pub fn parse(typed: &str) -> Result<Self, AddressProblem> {
        let (min, max) = (3, 40);
        if !(min..=max).contains(&typed.chars().count()) {
            return Err(AddressProblem::Length { min, max });
        }
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let dashes_inside = !typed.starts_with('-') && !typed.ends_with('-') && !typed.contains("--");
        if !typed.chars().all(allowed) || !dashes_inside {
            return Err(AddressProblem::Spelling);
        }
        if RESERVED.contains(&typed) {
            return Err(AddressProblem::Reserved);
        }
        Ok(Self(typed.to_owned()))
    }
}

text! {
    /// The studio's name as clients read it: 1 to 100 characters.
    pub struct StudioName: TextProblem;
}

impl StudioName {
    /// Trims, composes and checks a typed name.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::line(typed, 100).map(Self)
    }
}

text! {
    /// The line under a studio's name: at most 200 characters, often empty.
    pub struct Tagline: TextProblem;
}

impl Tagline {
    /// Trims, composes and checks a typed line.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        match text::line(typed, 200) {
            Err(TextProblem::Missing) => Ok(Self(String::new())),
            line => line.map(Self),
        }
    }
}

text! {
    /// A member's name: 1 to 100 characters.
    pub struct MemberName: TextProblem;
}

impl MemberName {
    /// Trims, composes and checks a typed name.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::line(typed, 100).map(Self)
    }
}

/// Why a text cannot be an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailProblem {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Missing,
    /// More than 254 bytes, which no mail server takes (RFC 5321, section 4.5.3.1.3).
    #[error("longer than {max} bytes")]
    TooLong {
        /// The most bytes.
        max: usize,
    },
    /// Not one `@` with something on both sides, or with spaces in it.
    #[error("not an e-mail address")]
    NotAnAddress,
}

text! {
    /// An e-mail address, trimmed and in lower case: at most 254 bytes, one `@`.
    ///
    /// Lower case as a whole, because people sign in with it and no mailbox of today tells case
    /// apart.
    pub struct Email: EmailProblem;
}

impl Email {
    /// Takes a typed address to its one spelling.
    pub fn parse(typed: &str) -> Result<Self, EmailProblem> {
        let max = 254;
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(EmailProblem::Missing);
        }
        if typed.len() > max {
            return Err(EmailProblem::TooLong { max });
        }
        let email: String = typed.nfc().flat_map(char::to_lowercase).nfc().collect();
        if email.len() > max {
            return Err(EmailProblem::TooLong { max });
        }
        let stray = |c: char| text::is_blank(c) || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"');
        match email.split_once('@') {
            Some((who, host))
                if !who.is_empty()
                    && !host.is_empty()
                    && !host.contains('@')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
                    && !email.contains(stray) =>
            {
                Ok(Self(email))
            }
            _ => Err(EmailProblem::NotAnAddress),
        }
    }
}
