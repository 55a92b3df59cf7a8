//! The secret of a session, and of a link: a token that the browser holds and the database knows by its hash alone.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::secrets::{hex, random, unhex};

/// A session's secret: 256 random bits. The browser holds the token, the database only its SHA-256.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken([u8; 32]);

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken")
    }
}

impl SessionToken {
    pub(crate) fn new() -> Self {
        Self(random())
    }

    /// A token that the keyring made.
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The text of a cookie or a link: 64 hexadecimal digits.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(&self.0))
    }

    /// Reads what a browser sent; `None` unless it has exactly the shape of a token.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }

    /// What the database knows of it; also the key of anything cached for the session.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_one_spelling() {
        let token = SessionToken::new();
        assert_eq!(SessionToken::parse(&token.reveal()), Some(token.clone()));
        assert_eq!(SessionToken::parse(&token.reveal().to_uppercase().replace('0', "A")), None);
        assert_eq!(SessionToken::parse(""), None);
        assert!(!format!("{token:?}").contains(token.reveal().as_str()));
    }
}
