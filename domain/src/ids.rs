//! Ids: 128 random bits, each kind a type of its own, written as 26 lower-case Crockford base32
//! symbols.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::crockford;

/// The length of every id as text.
const LENGTH: usize = 26;

/// A text that is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id: 26 lower-case base32 symbols are wanted")]
pub struct NotAnId;

/// Makes one newtype per kind of thing, so that a gallery's id never stands where a photograph's
/// belongs.
macro_rules! id {
    ($($(#[$about:meta])* $Name:ident;)+) => {$(
        $(#[$about])*
        ///
        /// As text: 26 lower-case Crockford base32 symbols, exactly one spelling per id.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $Name(Uuid);

        impl $Name {
            /// The id that a database row holds.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// A new id (a version 4 UUID) of 16 random bytes.
            pub const fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// The id as a database row holds it.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&spell(self.0))
            }
        }

        impl fmt::Debug for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($Name), "({})"), self)
            }
        }

        impl FromStr for $Name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read(text).map(Self).ok_or(NotAnId)
            }
        }

        impl From<$Name> for String {
            fn from(id: $Name) -> Self {
                spell(id.0)
            }
        }

        impl TryFrom<String> for $Name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }
    )+};
}

id! {
    /// A studio, the tenant that nothing crosses.
    StudioId;
    /// A person who works in a studio.
    MemberId;
    /// A gallery or sub-gallery.
    GalleryId;
    /// A photograph.
    PhotoId;
    /// A client login.
    ClientLoginId;
    /// An open or secure link to a gallery.
    LinkId;
    /// An upload under way.
    UploadId;
    /// A studio's logo: another one with each upload.
    LogoId;
    /// An invitation to work in a studio.
    InvitationId;
    /// A change of who sees what that a member was shown before it happened.
    AccessChangeId;
    /// What takes back the deletion of a gallery and all below it.
    DeletionId;
    /// A photo job: one shoot at one organisation.
    PhotoJobId;
    /// A group of a photo job: a class.
    GroupId;
    /// A person photographed in a photo job.
    SubjectId;
    /// A school's list that was read and is not imported yet.
    RosterDraftId;
    /// The recorded statement of the right to see a subject's gallery.
    ConfirmationId;
}

fn spell(uuid: Uuid) -> String {
    let bits = uuid.as_u128();
    (0..LENGTH)
        .rev()
        .map(|place| {
            let [.., low] = (bits >> (5 * place)).to_be_bytes();
            let symbol = crockford::SYMBOLS[usize::from(low % 32)];
            char::from(symbol.to_ascii_lowercase())
        })
        .collect()
}

/// Strict, so that one id has one address: no upper case, no look-alikes, nothing above 128 bits.
fn read(text: &str) -> Option<Uuid> {
    if text.len() != LENGTH || text.as_bytes()[0] > b'7' {
        return None;
    }
    text.bytes()
        .try_fold(0u128, |bits, symbol| {
            let value = crockford::value(symbol.to_ascii_uppercase())?;
            (!symbol.is_ascii_uppercase()).then_some(bits << 5 | u128::from(value))
        })
        .map(Uuid::from_u128)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_id_is_26_symbols_whatever_its_value() {
        let least = GalleryId::from_uuid(Uuid::nil());
        let greatest = GalleryId::from_uuid(Uuid::max());
        assert_eq!(least.to_string(), "00000000000000000000000000");
        assert_eq!(greatest.to_string(), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
        assert_eq!(format!("{least:?}"), "GalleryId(00000000000000000000000000)");
    }

    #[test]
    fn another_spelling_of_an_id_is_no_id() {
        for spelling in [
            "",
            "0",
            "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
            "8zzzzzzzzzzzzzzzzzzzzzzzzz",
            "0000000000000000000000000o",
            "0000000000000000000000000l",
            "0000000000000000000000000u",
            "000000000000000000000000000",
            " 0000000000000000000000000",
            "ä000000000000000000000000",
            "00000000-0000-0000-0000-000000000000",
        ] {
            assert_eq!(spelling.parse::<GalleryId>(), Err(NotAnId), "{spelling:?}");
        }
    }

    #[test]
    fn a_random_id_is_a_version_4_uuid() {
        assert_eq!(PhotoId::from_random([0xff; 16]).uuid().get_version_num(), 4);
    }

    proptest! {
        #[test]
        fn every_id_reads_back_from_its_text_and_sorts_like_it(a: u128, b: u128) {
            let (a, b) = (LinkId::from_uuid(Uuid::from_u128(a)), LinkId::from_uuid(Uuid::from_u128(b)));
            prop_assert_eq!(a.to_string().parse(), Ok(a));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
            let json = serde_json::to_string(&a).unwrap();
            prop_assert_eq!(&json, &format!("\"{a}\""));
            prop_assert_eq!(serde_json::from_str::<LinkId>(&json).unwrap(), a);
        }

        #[test]
        fn what_reads_as_an_id_is_spelled_as_that_id(text in "[0-9a-zA-Z]{26}") {
            if let Ok(id) = text.parse::<StudioId>() {
                prop_assert_eq!(id.to_string(), text);
            }
        }
    }
}
