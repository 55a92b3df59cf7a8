//! Photographs: what is taken in, the sizes they are shown in, why one cannot be read.

mod file_name;

use std::fmt;

pub use file_name::{FileName, natural_cmp};

/// The most bytes of one original: 200 MiB.
pub const MAX_BYTES: u64 = 200 * 1024 * 1024;
/// The longest side of an original, in pixels.
pub const MAX_SIDE: u32 = 20_000;
/// The most pixels of an original: 100 megapixels.
pub const MAX_PIXELS: u64 = 100_000_000;

named! {
    /// A size that photographs are shown in. Its name stands in addresses: `/m/{photo}/m`.
    pub enum Size {
        /// For cards and grids: 400 pixels.
        Small = "s",
        /// For a screen: 1,600 pixels.
        Medium = "m",
        /// For a large screen and for zooming: 2,560 pixels.
        Large = "l",
    }
}

impl Size {
    /// The longest side, in pixels. A smaller photograph is not enlarged.
    pub const fn longest_side(self) -> u32 {
        match self {
            Self::Small => 400,
            Self::Medium => 1600,
            Self::Large => 2560,
        }
    }
}

named! {
    /// A kind of image file that is taken in and handed out, told by the decoder and not by a name.
    pub enum MediaType {
        /// JPEG.
        Jpeg = "jpeg",
        /// PNG.
        Png = "png",
        /// WebP.
        Webp = "webp",
    }
}

impl MediaType {
    /// The `Content-Type`.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// The usual ending of a file name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

named! {
    /// Why a file cannot become a photograph (S70): the photographer reads it beside the file's
    /// name.
    #[derive(thiserror::Error)]
    pub enum Unreadable {
        /// No bytes at all.
        Empty = "empty",
        /// More than [`MAX_BYTES`].
        TooManyBytes = "too_many_bytes",
        /// More than [`MAX_PIXELS`], or a side above [`MAX_SIDE`].
        TooManyPixels = "too_many_pixels",
        /// Not one of [`MediaType`].
        UnknownFormat = "unknown_format",
        /// It ends in the middle.
        Incomplete = "incomplete",
        /// It cannot be decoded.
        Damaged = "damaged",
        /// Decoding went beyond its limits of time or memory.
        TookTooLong = "took_too_long",
    }
}

/// A photograph's proportions: width / height in hundredths, from 0.25 to 4, as the page's styles
/// know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Ratio(u16);

impl Ratio {
    /// The proportions of an image of so many pixels, rounded; an extreme one is shown cropped.
    pub fn of(width: u32, height: u32) -> Self {
        let (width, height) = (u64::from(width), u64::from(height.max(1)));
        let hundredths = (width * 100 + height / 2) / height;
        Self::from(u16::try_from(hundredths).unwrap_or(u16::MAX))
    }

    /// Width for a height of one hundred: 25 to 400.
    pub const fn hundredths(self) -> u16 {
        self.0
    }
}

impl From<u16> for Ratio {
    fn from(hundredths: u16) -> Self {
        Self(hundredths.clamp(25, 400))
    }
}

impl From<Ratio> for u16 {
    fn from(ratio: Ratio) -> Self {
        ratio.0
    }
}

impl fmt::Display for Ratio {
    /// As CSS writes it: `1.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
