//! A decoded picture that is not in JPEG's three planes: pixels side by side, a byte a channel.

use std::borrow::Cow;

use fast_image_resize::PixelType;

use super::plane::{Scaler, view, view_mut};
use super::planes::fitted;
use super::ycc::luma_of;

/// What the channels mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Channels {
    Grey,
    Rgb,
    /// Ink: none at 0, full at 255.
    Cmyk,
}

impl Channels {
    /// Bytes of a pixel.
    pub const fn count(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
            Self::Cmyk => 4,
        }
    }
}

/// Pixels row after row without gaps.
#[derive(Debug)]
pub(super) struct Raster {
    pub width: usize,
    pub height: usize,
    pub channels: Channels,
    pub pixels: Vec<u8>,
}

impl Raster {
    /// How bright each pixel is, as nearly as dark and light need be told apart.
    pub fn brightness(&self) -> Cow<'_, [u8]> {
        match self.channels {
            Channels::Grey => Cow::Borrowed(&self.pixels),
            Channels::Rgb => self.pixels.as_chunks().0.iter().map(|pixel| luma_of(*pixel)).collect(),
            Channels::Cmyk => {
                let left = |ink: u8, black: u8| 255 - ink.saturating_add(black);
                let rgb =
                    self.pixels.as_chunks().0.iter().map(|[c, m, y, k]| [left(*c, *k), left(*m, *k), left(*y, *k)]);
                rgb.map(luma_of).collect()
            }
        }
    }

    /// Scaled so that the longest side is at most `longest` pixels, never larger than it is.
    pub fn fit(self, scaler: &mut Scaler, longest: u32) -> Self {
        let (width, height) = fitted(self.width, self.height, longest);
        if (width, height) == (self.width, self.height) {
            return self;
        }
        let format = match self.channels {
            Channels::Grey => PixelType::U8,
            Channels::Rgb => PixelType::U8x3,
            Channels::Cmyk => PixelType::U8x4,
        };
        let mut pixels = vec![0; width * height * self.channels.count()];
        scaler.scale_channels(
            &view(self.width, self.height, &self.pixels, format),
            &mut view_mut(width, height, &mut pixels, format),
        );
        Self { width, height, pixels, ..self }
    }
}

/// 16-bit samples (of this machine's byte order) to 8-bit ones, in place.
pub(super) fn to_bytes(samples: &mut Vec<u8>) {
    let count = samples.len() / 2;
    for at in 0..count {
        let sample = u32::from(u16::from_ne_bytes([samples[2 * at], samples[2 * at + 1]]));
        samples[at] = byte((sample * 255 + 32_767) / 65_535);
    }
    samples.truncate(count);
}

fn byte(value: u32) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

/// Lays pixels of `count` channels, the last of them alpha, on white paper and drops alpha, in place.
pub(super) fn flatten(samples: &mut Vec<u8>, count: usize) {
    let pixels = samples.len() / count;
    for pixel in 0..pixels {
        let alpha = u32::from(samples[pixel * count + count - 1]);
        for channel in 0..count - 1 {
            let value = u32::from(samples[pixel * count + channel]);
            samples[pixel * (count - 1) + channel] = byte((value * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    samples.truncate(pixels * (count - 1));
}
