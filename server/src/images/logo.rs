//! A studio's logo (S76): decoded with its transparency, made small, written as a PNG without metadata. Runs in the child
//! only.

use std::io::Cursor;

use bytes::Bytes;
use domain::colour::Colour;
use domain::photo::{MediaType, Unreadable};
use domain::studio::{Ground, LOGO_BOX, LOGO_PIXELS};
use fast_image_resize::PixelType;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError};

use super::answer::{Look, MadeLogo};
use super::colour::Conversion;
use super::decode::{decode, limits, why};
use super::inspect::inspect;
use super::plane::{Scaler, view, view_mut};
use super::raster::Channels;

/// Bytes of a pixel: red, green, blue, alpha.
const PIXEL: usize = 4;

/// A picture with its transparency, in sRGB.
struct Inked {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

/// Makes a logo ready to be shown.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn make_logo(original: &[u8]) -> Result<(MadeLogo, Bytes), Unreadable> {
    let header = inspect(original, original.len() as u64)?;
    if u64::from(header.width) * u64::from(header.height) > LOGO_PIXELS {
        return Err(Unreadable::TooManyPixels);
    }
    let mut scaler = Scaler::default();
    let whole = match header.media {
        MediaType::Jpeg => opaque(original, &mut scaler)?,
        MediaType::Png => inked(PngDecoder::with_limits(Cursor::new(original), limits()))?,
        MediaType::Webp => inked(WebPDecoder::new(Cursor::new(original)))?,
    };
    let logo = whole.fitted(&mut scaler);
    let png = Bytes::from(logo.to_png()?);
    let side = |side: usize| u32::try_from(side).map_err(|_| Unreadable::TooManyPixels);
    let made = MadeLogo {
        width: side(logo.width)?,
        height: side(logo.height)?,
        ground: ground(&logo.pixels),
        bytes: png.len(),
    };
    Ok((made, png))
}

fn opaque(original: &[u8], scaler: &mut Scaler) -> Result<Inked, Unreadable> {
    let decoded = decode(original, MediaType::Jpeg, Look::Only, scaler)?;
    let planes = decoded.planes.upright(decoded.taken.orientation);
    let pixels =
        planes.to_rgb().as_chunks().0.iter().flat_map(|[red, green, blue]| [*red, *green, *blue, 255]).collect();
    Ok(Inked { width: planes.width, height: planes.height, pixels })
}

fn inked(decoder: Result<impl ImageDecoder, ImageError>) -> Result<Inked, Unreadable> {
    let mut decoder = decoder.map_err(why)?;
    decoder.set_limits(limits()).map_err(why)?;
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(why)?.into_rgba8();
    let (width, height) = (image.width() as usize, image.height() as usize);
    let mut pixels = image.into_raw();
    if let Some(conversion) = Conversion::of(Channels::Rgb, profile.as_deref()) {
        let rgb: Vec<u8> = pixels.as_chunks::<PIXEL>().0.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect();
        let rgb = conversion.apply(&rgb)?;
        for (pixel, colour) in pixels.chunks_exact_mut(PIXEL).zip(rgb.chunks_exact(3)) {
            pixel[..3].copy_from_slice(colour);
        }
    }
    Ok(Inked { width, height, pixels })
}

impl Inked {
    /// Scaled into [`LOGO_BOX`], never larger than it is. Colours under full transparency count for nothing.
    fn fitted(self, scaler: &mut Scaler) -> Self {
        let (most_across, most_down) = (LOGO_BOX.0 as usize, LOGO_BOX.1 as usize);
        let (width, height) = if self.width * most_down > self.height * most_across {
            let width = self.width.min(most_across);
            (width, (self.height * width / self.width).max(1))
        } else {
            let height = self.height.min(most_down);
            ((self.width * height / self.height).max(1), height)
        };
        if (width, height) == (self.width, self.height) {
            return self;
        }
        let mut pixels = vec![0; width * height * PIXEL];
        scaler.scale_with_alpha(
            &view(self.width, self.height, &self.pixels, PixelType::U8x4),
            &mut view_mut(width, height, &mut pixels, PixelType::U8x4),
        );
        Self { width, height, pixels }
    }

    fn to_png(&self) -> Result<Vec<u8>, Unreadable> {
        let mut png = Vec::new();
        let side = |side: usize| u32::try_from(side).map_err(|_| Unreadable::TooManyPixels);
        let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive);
        let opaque = self.pixels.chunks_exact(PIXEL).all(|pixel| pixel[3] == 255);
        let written = if opaque {
            let rgb: Vec<u8> =
                self.pixels.as_chunks::<PIXEL>().0.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect();
            encoder.write_image(&rgb, side(self.width)?, side(self.height)?, ExtendedColorType::Rgb8)
        } else {
            encoder.write_image(&self.pixels, side(self.width)?, side(self.height)?, ExtendedColorType::Rgba8)
        };
        written.map_err(|_| Unreadable::Damaged)?;
        Ok(png)
    }
}

/// WCAG's least contrast for a picture that says something (1.4.11).
const SEEN: f64 = 3.0;
/// So much of the ink must be seen on a page.
const ENOUGH: f64 = 0.7;

/// What must be behind a logo, told by its ink. One that fills its rectangle brings its own ground.
fn ground(pixels: &[u8]) -> Ground {
    let (paper, night) = (Colour::PAPER, Colour::NIGHT);
    let (mut ink, mut on_paper, mut on_night, mut all) = (0.0, 0.0, 0.0, 0.0);
    for [red, green, blue, alpha] in pixels.as_chunks::<PIXEL>().0 {
        let (colour, much) = (Colour([*red, *green, *blue]), f64::from(*alpha) / 255.0);
        all += 1.0;
        ink += much;
        on_paper += if colour.contrast(paper) >= SEEN { much } else { 0.0 };
        on_night += if colour.contrast(night) >= SEEN { much } else { 0.0 };
    }
    if ink > all * 0.97 {
        return Ground::Any;
    }
    match (on_paper >= ink * ENOUGH, on_night >= ink * ENOUGH) {
        (true, true) => Ground::Any,
        (true, false) => Ground::Light,
        (false, false) if on_paper >= on_night => Ground::Light,
        (false, _) => Ground::Dark,
    }
}
