//! Choices whose names are kept: one stable text for the database, for addresses and for JSON.

/// A text that names none of a choice's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown name of a {choice}")]
pub struct UnknownName {
    /// The choice that was asked for, as the type is called.
    pub choice: &'static str,
}

/// Makes an enum whose variants have stable names: `ALL`, `as_str`, `parse`, `Display`, `FromStr`,
/// `TryFrom<String>` and serde all use the same text. A name once released is never changed.
macro_rules! named {
    ($(#[$about:meta])* pub enum $Name:ident { $($(#[$of:meta])* $Variant:ident = $text:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $Name {
            $($(#[$of])* #[serde(rename = $text)] $Variant,)+
        }

        impl $Name {
            /// Every value, in the order of the declaration.
            pub const ALL: &[Self] = &[$(Self::$Variant),+];

            /// The stable name.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $text,)+
                }
            }

            /// The value of a stable name, spelled exactly.
            pub fn parse(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$Variant),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $Name {
            type Err = $crate::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                Self::parse(name).ok_or($crate::UnknownName { choice: stringify!($Name) })
            }
        }

        impl TryFrom<String> for $Name {
            type Error = $crate::UnknownName;

            fn try_from(name: String) -> Result<Self, Self::Error> {
                name.parse()
            }
        }
    };
}
