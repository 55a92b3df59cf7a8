//! An original's bytes to pixels. Runs in the child only.

use std::borrow::Cow;
use std::io::Cursor;

use domain::photo::{MAX_SIDE, MediaType, Size, Unreadable};
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{ColorType, ImageDecoder, ImageError, Limits};
use reader::{Seen, seen_in};
use turbojpeg::{
    Colorspace, DecompressHeader, Decompressor, Image, PixelFormat, ScalingFactor, Subsamp, YuvImage, yuv_pixels_len,
};

use super::answer::Look;
use super::colour::{Conversion, to_srgb};
use super::metadata::{JpegMetadata, Taken};
use super::plane::{PlaneRef, Scaler};
use super::planes::Planes;
use super::raster::{Channels, Raster, flatten, to_bytes};

/// The largest size of an original, not yet turned upright.
pub(super) struct Decoded {
    /// In sRGB.
    pub planes: Planes,
    pub taken: Taken,
    /// Codes of cards, if they were looked for.
    pub seen: Seen,
}

/// Decodes and scales to [`Size::Large`] at once, so that no more than one picture of full size is in memory.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn decode(
    original: &[u8],
    media: MediaType,
    look: Look,
    scaler: &mut Scaler,
) -> Result<Decoded, Unreadable> {
    match media {
        MediaType::Jpeg => jpeg(original, look, scaler),
        MediaType::Png => other(PngDecoder::with_limits(Cursor::new(original), limits()), look, scaler),
        MediaType::Webp => other(WebPDecoder::new(Cursor::new(original)), look, scaler),
    }
}

fn jpeg(original: &[u8], look: Look, scaler: &mut Scaler) -> Result<Decoded, Unreadable> {
    let JpegMetadata { exif, profile, adobe } = JpegMetadata::read(original);
    let profile = profile.as_deref();
    let mut decompressor = Decompressor::new().map_err(damaged)?;
    decompressor.set_scan_limit(SCANS).map_err(damaged)?;
    let header = decompressor.read_header(original).map_err(damaged)?;
    let scale = scale(header.width.max(header.height));
    decompressor.set_scaling_factor(scale).map_err(damaged)?;
    let header = header.scaled(scale);
    let (planes, seen) = if header.colorspace == Colorspace::YCbCr && header.subsamp != Subsamp::Unknown {
        let (planes, seen) = jpeg_planes(original, header, look, &mut decompressor, scaler)?;
        let planes = match Conversion::of(Channels::Rgb, profile) {
            Some(conversion) => Planes::from_rgb(planes.width, planes.height, &conversion.apply(&planes.to_rgb())?),
            None => planes,
        };
        (planes, seen)
    } else {
        from_raster(jpeg_raster(original, header, adobe, &mut decompressor)?, profile, look, scaler)?
    };
    Ok(Decoded { planes, taken: Taken::from_exif(exif), seen })
}

/// What is seen of cards in brightness, a byte a pixel.
fn seen<'a>(look: Look, luma: impl FnOnce() -> Cow<'a, [u8]>, width: usize, height: usize) -> Seen {
    match look {
        Look::Only => Seen::default(),
        Look::ForCards => seen_in(&luma(), width, height),
    }
}

/// What nearly every photograph is: never turned into RGB, unless its colours must be converted.
fn jpeg_planes(
    original: &[u8],
    header: DecompressHeader,
    look: Look,
    decompressor: &mut Decompressor,
    scaler: &mut Scaler,
) -> Result<(Planes, Seen), Unreadable> {
    let DecompressHeader { width, height, subsamp, .. } = header;
    let mut pixels = vec![0; yuv_pixels_len(width, 1, height, subsamp).map_err(damaged)?];
    let image = YuvImage { pixels: &mut pixels[..], width, align: 1, height, subsamp };
    whole(decompressor.decompress_to_yuv(original, image))?;

    let shared = subsamp.size();
    let (across, down) = (width.div_ceil(shared.0), height.div_ceil(shared.1));
    let (luma, chroma) = pixels.split_at(across * shared.0 * down * shared.1);
    let (blue, red) = chroma.split_at(across * down);
    let planes = [
        PlaneRef { width: across * shared.0, height: down * shared.1, pixels: luma },
        PlaneRef { width: across, height: down, pixels: blue },
        PlaneRef { width: across, height: down, pixels: red },
    ];
    // The plane may be a pixel wider and higher than the picture: no code minds.
    let seen = seen(look, || luma.into(), across * shared.0, down * shared.1);
    Ok((Planes::fitted(scaler, (width, height), planes, shared, Size::Large.longest_side()), seen))
}

/// Grey, inks, and colours that share nothing.
fn jpeg_raster(
    original: &[u8],
    header: DecompressHeader,
    adobe: bool,
    decompressor: &mut Decompressor,
) -> Result<Raster, Unreadable> {
    let DecompressHeader { width, height, .. } = header;
    let (channels, format) = match header.colorspace {
        Colorspace::Gray => (Channels::Grey, PixelFormat::GRAY),
        Colorspace::CMYK | Colorspace::YCCK => (Channels::Cmyk, PixelFormat::CMYK),
        Colorspace::RGB | Colorspace::YCbCr => (Channels::Rgb, PixelFormat::RGB),
    };
    let pitch = width * channels.count();
    let mut pixels = vec![0; pitch * height];
    whole(decompressor.decompress(original, Image { pixels: &mut pixels[..], width, pitch, height, format }))?;
    if channels == Channels::Cmyk && adobe {
        // Adobe's programs store what is left of the paper.
        for ink in &mut pixels {
            *ink = 255 - *ink;
        }
    }
    Ok(Raster { width, height, channels, pixels })
}

fn damaged(_: turbojpeg::Error) -> Unreadable {
    Unreadable::Damaged
}

/// More scans than any honest progressive JPEG has; each may cost a pass over the whole picture.
const SCANS: u32 = 100;

/// The least of 1/1 to 1/8 that leaves half as many pixels again as the largest size needs on a side: scaling by
/// the decoder is cheap but rough, and the rest is scaled well (docs/images.md).
fn scale(longest: usize) -> ScalingFactor {
    let enough = Size::Large.longest_side() as usize * 3 / 2;
    [ScalingFactor::ONE_EIGHTH, ScalingFactor::ONE_QUARTER, ScalingFactor::ONE_HALF]
        .into_iter()
        .find(|scale| scale.scale(longest) >= enough)
        .unwrap_or(ScalingFactor::ONE)
}

/// libjpeg decodes on through mistakes and names the last one. What browsers and cameras get wrong without
/// harm to the picture is let through.
fn whole(decoded: turbojpeg::Result<()>) -> Result<(), Unreadable> {
    const HARMLESS: [&str; 3] = ["extraneous bytes before marker", "unknown JFIF revision", "Invalid SOS parameters"];
    match decoded {
        Ok(()) => Ok(()),
        Err(turbojpeg::Error::TurboJpegError(text)) if HARMLESS.iter().any(|harmless| text.contains(harmless)) => {
            Ok(())
        }
        Err(turbojpeg::Error::TurboJpegError(text)) if text.to_lowercase().contains("premature end") => {
            Err(Unreadable::Incomplete)
        }
        Err(_) => Err(Unreadable::Damaged),
    }
}

fn other(
    decoder: Result<impl ImageDecoder, ImageError>,
    look: Look,
    scaler: &mut Scaler,
) -> Result<Decoded, Unreadable> {
    let mut decoder = decoder.map_err(why)?;
    decoder.set_limits(limits()).map_err(why)?;
    let (width, height) = decoder.dimensions();
    let profile = decoder.icc_profile().ok().flatten();
    let exif = decoder.exif_metadata().ok().flatten();
    let colour = decoder.color_type();
    let mut pixels = vec![0; usize::try_from(decoder.total_bytes()).map_err(|_| Unreadable::TooManyPixels)?];
    decoder.read_image(&mut pixels).map_err(why)?;

    if matches!(colour, ColorType::L16 | ColorType::La16 | ColorType::Rgb16 | ColorType::Rgba16) {
        to_bytes(&mut pixels);
    }
    if colour.has_alpha() {
        flatten(&mut pixels, colour.channel_count().into());
    }
    let channels = if colour.has_color() { Channels::Rgb } else { Channels::Grey };
    let raster = Raster { width: width as usize, height: height as usize, channels, pixels };
    let (planes, seen) = from_raster(raster, profile.as_deref(), look, scaler)?;
    Ok(Decoded { planes, taken: Taken::from_exif(exif), seen })
}

/// Colours are converted after scaling, where there are fewer of them.
fn from_raster(
    raster: Raster,
    profile: Option<&[u8]>,
    look: Look,
    scaler: &mut Scaler,
) -> Result<(Planes, Seen), Unreadable> {
    let seen = seen(look, || raster.brightness(), raster.width, raster.height);
    let raster = raster.fit(scaler, Size::Large.longest_side());
    let (width, height) = (raster.width, raster.height);
    Ok((Planes::from_rgb(width, height, &to_srgb(raster, profile)?), seen))
}

/// The decoders' own limits, which they keep as far as they can; the process's limits hold in any case.
pub(super) fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(1 << 30);
    limits
}

pub(super) fn why(error: ImageError) -> Unreadable {
    match error {
        ImageError::Limits(_) => Unreadable::TookTooLong,
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Unreadable::Incomplete,
        _ => Unreadable::Damaged,
    }
}
