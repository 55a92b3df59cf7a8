//! Colours of whatever space to sRGB, which is what a picture without a profile means on the web.

use std::sync::Arc;

use domain::photo::Unreadable;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformExecutor, TransformOptions};

use super::raster::{Channels, Raster};

/// A profile's way to sRGB.
pub(super) struct Conversion {
    channels: Channels,
    transform: Arc<dyn TransformExecutor<u8> + Send + Sync>,
}

impl Conversion {
    /// For pixels of such channels with this ICC profile. `None` where there is nothing to convert by: no
    /// profile, one that does not fit the channels or cannot be read, or one that means sRGB.
    pub fn of(channels: Channels, profile: Option<&[u8]>) -> Option<Self> {
        let profile = ColorProfile::new_from_slice(profile?).ok()?;
        let layout = match (channels, profile.color_space) {
            (Channels::Grey, DataColorSpace::Gray) => Layout::Gray,
            (Channels::Rgb, DataColorSpace::Rgb) => Layout::Rgb,
            // Four channels, whatever moxcms calls them.
            (Channels::Cmyk, DataColorSpace::Cmyk) => Layout::Rgba,
            _ => return None,
        };
        let srgb = ColorProfile::new_srgb();
        let transform = profile.create_transform_8bit(layout, &srgb, Layout::Rgb, TransformOptions::default()).ok()?;
        let conversion = Self { channels, transform };
        let changes = channels != Channels::Rgb || conversion.changes_a_colour();
        changes.then_some(conversion)
    }

    /// Whether any of 125 colours becomes a visibly different one: sRGB is written in many profiles.
    fn changes_a_colour(&self) -> bool {
        let levels = [0, 64, 128, 192, 255];
        let colours: Vec<u8> = (0..125).flat_map(|n| [levels[n / 25], levels[n / 5 % 5], levels[n % 5]]).collect();
        self.apply(&colours)
            .is_ok_and(|after| after.iter().zip(&colours).any(|(after, before)| after.abs_diff(*before) > 2))
    }

    /// Red, green and blue in sRGB for each pixel.
    ///
    /// # Errors
    /// When the pixels' channels are not those of the conversion.
    pub fn apply(&self, pixels: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let mut rgb = vec![0; pixels.len() / self.channels.count() * 3];
        self.transform.transform(pixels, &mut rgb).map_err(|_| Unreadable::Damaged)?;
        Ok(rgb)
    }
}

/// Red, green and blue in sRGB for each pixel of a raster.
///
/// # Errors
/// When its number of bytes is not what its sides say.
pub(super) fn to_srgb(raster: Raster, profile: Option<&[u8]>) -> Result<Vec<u8>, Unreadable> {
    if let Some(conversion) = Conversion::of(raster.channels, profile) {
        return conversion.apply(&raster.pixels);
    }
    let rgb: Vec<u8> = match raster.channels {
        Channels::Rgb => return Ok(raster.pixels),
        Channels::Grey => raster.pixels.iter().flat_map(|grey| [*grey; 3]).collect(),
        Channels::Cmyk => raster.pixels.as_chunks().0.iter().flat_map(|ink| without_profile(*ink)).collect(),
    };
    // Grey pixels may carry a profile for RGB.
    match Conversion::of(Channels::Rgb, profile) {
        Some(conversion) => conversion.apply(&rgb),
        None => Ok(rgb),
    }
}

/// Ink on white paper where nothing says which ink: each takes away its share of light.
fn without_profile([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    let light = |ink: u8| {
        let left = u32::from(255 - ink) * u32::from(255 - black);
        u8::try_from((left + 127) / 255).unwrap_or(u8::MAX)
    };
    [cyan, magenta, yellow].map(light)
}
