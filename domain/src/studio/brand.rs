//! What makes a studio's pages its own (S76).

use crate::text::{self, TextProblem};

text! {
    /// A few lines for clients above their galleries: at most 500 characters, often empty.
    pub struct Greeting: TextProblem;
}

impl Greeting {
    /// The most characters.
    pub const MAX: usize = 500;

    /// Trims, composes and checks what was typed.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::lines(typed, Self::MAX).map(Self)
    }
}

named! {
    /// The ground on which a logo can be seen, told by its own pixels.
    #[derive(Default)]
    pub enum Ground {
        /// Any, or its own.
        #[default]
        Any = "any",
        /// Light: its ink is dark.
        Light = "light",
        /// Dark: its ink is light.
        Dark = "dark",
    }
}

/// The most bytes of a logo's file: 2 MiB.
pub const LOGO_BYTES: usize = 2 * 1024 * 1024;
/// The most pixels of a logo's file: 16 megapixels.
pub const LOGO_PIXELS: u64 = 16_000_000;
/// A logo is made to fit into so many pixels across and down: what a front door shows, twice as fine.
pub const LOGO_BOX: (u32, u32) = (960, 320);
