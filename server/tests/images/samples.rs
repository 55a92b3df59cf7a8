//! Files to try, made here: honest ones and others.

use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder};
use turbojpeg::{Colorspace, Compressor, Image, PixelFormat, Subsamp};

pub const RED: [u8; 3] = [200, 30, 30];
pub const GREEN: [u8; 3] = [30, 160, 60];
pub const BLUE: [u8; 3] = [40, 60, 190];
pub const WHITE: [u8; 3] = [240, 240, 240];

/// Red, green, blue and white: upper left, upper right, lower left, lower right.
pub fn quarters(width: usize, height: usize) -> Vec<u8> {
    (0..width * height)
        .flat_map(|at| match (at / width * 2 >= height, at % width * 2 >= width) {
            (false, false) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (true, true) => WHITE,
        })
        .collect()
}

/// One colour everywhere.
pub fn plain(width: usize, height: usize, colour: [u8; 3]) -> Vec<u8> {
    colour.repeat(width * height)
}

/// Something that compresses badly.
pub fn noise(width: usize, height: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_u32;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 24) as u8
    };
    (0..width * height * 3).map(|_| next()).collect()
}

pub fn jpeg(width: usize, height: usize, rgb: &[u8]) -> Vec<u8> {
    jpeg_as(width, height, rgb, Subsamp::Sub2x2, Colorspace::YCbCr, false)
}

pub fn jpeg_as(
    width: usize,
    height: usize,
    rgb: &[u8],
    subsamp: Subsamp,
    colorspace: Colorspace,
    progressive: bool,
) -> Vec<u8> {
    let mut compressor = Compressor::new().unwrap();
    compressor.set_quality(95).unwrap();
    compressor.set_subsamp(subsamp).unwrap();
    compressor.set_colorspace(colorspace).unwrap();
    compressor.set_progressive(progressive).unwrap();
    compressor
        .compress_to_vec(Image { pixels: rgb, width, pitch: width * 3, height, format: PixelFormat::RGB })
        .unwrap()
}

/// A JPEG of four inks. libjpeg marks such a file as Adobe's, where no ink is 255.
pub fn cmyk_jpeg(width: usize, height: usize, ink: [u8; 4], colorspace: Colorspace) -> Vec<u8> {
    let pixels = ink.map(|ink| 255 - ink).repeat(width * height);
    let mut compressor = Compressor::new().unwrap();
    compressor.set_quality(95).unwrap();
    compressor.set_colorspace(colorspace).unwrap();
    compressor
        .compress_to_vec(Image { pixels: &pixels[..], width, pitch: width * 4, height, format: PixelFormat::CMYK })
        .unwrap()
}

/// A segment put in behind the start of a JPEG.
pub fn with_segment(jpeg: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let len = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &len, body, &jpeg[2..]].concat()
}

pub fn with_exif(jpeg: &[u8], tiff: &[u8]) -> Vec<u8> {
    with_segment(jpeg, 0xe1, &[b"Exif\0\0", tiff].concat())
}

/// An ICC profile, in two chunks to make it harder.
pub fn with_profile(jpeg: &[u8], profile: &[u8]) -> Vec<u8> {
    let (first, second) = profile.split_at(profile.len() / 2);
    let jpeg = with_segment(jpeg, 0xe2, &[b"ICC_PROFILE\0\x02\x02", second].concat());
    with_segment(&jpeg, 0xe2, &[b"ICC_PROFILE\0\x01\x02", first].concat())
}

/// A field of a TIFF directory; a value of more than four bytes stands elsewhere, at `offset`.
pub fn field(tag: u16, kind: u16, count: u32, value: [u8; 4]) -> Vec<u8> {
    [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
}

/// A TIFF block with an orientation, an hour, a serial number, a place and a thumbnail, little-endian.
pub fn tiff(orientation: u16, secret: &str, thumbnail: &[u8]) -> Vec<u8> {
    const TAKEN: &[u8; 20] = b"2024:06:01 14:30:05\0";
    let at = |offset: usize| u32::try_from(offset).unwrap().to_le_bytes();
    let short = |value: u16| [value.to_le_bytes(), [0, 0]].concat().try_into().unwrap();
    let secret = format!("{secret}\0");
    let count = u32::try_from(secret.len()).unwrap();
    // The header, then 3 directories of 3, 2 and 1 fields and one of 2 for the thumbnail, then the values.
    let directory = |fields: usize| 2 + 12 * fields + 4;
    let (first, exif) = (8, 8 + directory(3));
    let gps = exif + directory(2);
    let small = gps + directory(1);
    let values = small + directory(2);
    let [taken, serial] = [values, values + TAKEN.len()];
    let thumb = serial + secret.len();
    let mut tiff = [b"II*\0".as_slice(), &at(first)].concat();
    let mut write = |fields: &[Vec<u8>], next: usize| {
        tiff.extend(u16::try_from(fields.len()).unwrap().to_le_bytes());
        tiff.extend(fields.concat());
        tiff.extend(at(next));
    };
    write(
        &[field(0x0112, 3, 1, short(orientation)), field(0x8769, 4, 1, at(exif)), field(0x8825, 4, 1, at(gps))],
        small,
    );
    write(&[field(0x9003, 2, 20, at(taken)), field(0xa431, 2, count, at(serial))], 0);
    write(&[field(0x001d, 2, count, at(serial))], 0);
    write(&[field(0x0201, 4, 1, at(thumb)), field(0x0202, 4, 1, at(thumbnail.len()))], 0);
    [&tiff, &TAKEN[..], secret.as_bytes(), thumbnail].concat()
}

pub fn png(width: u32, height: u32, samples: &[u8], colour: ExtendedColorType) -> Vec<u8> {
    png_with(width, height, samples, colour, None, None)
}

pub fn png_with(
    width: u32,
    height: u32,
    samples: &[u8],
    colour: ExtendedColorType,
    profile: Option<Vec<u8>>,
    exif: Option<Vec<u8>>,
) -> Vec<u8> {
    let mut png = Vec::new();
    let mut encoder = PngEncoder::new(&mut png);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).unwrap();
    }
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).unwrap();
    }
    encoder.write_image(samples, width, height, colour).unwrap();
    png
}

/// A PNG that says it has these sides, and goes no further.
pub fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut png = png(1, 1, &[0, 0, 0], ExtendedColorType::Rgb8);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let checksum = crc32(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&checksum);
    png
}

/// A chunk put in behind a PNG's header.
pub fn with_chunk(png: &[u8], kind: [u8; 4], body: &[u8]) -> Vec<u8> {
    let named = [&kind[..], body].concat();
    let len = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&png[..33], &len, &named, &crc32(&named).to_be_bytes(), &png[33..]].concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

pub fn webp(width: u32, height: u32, samples: &[u8], colour: ExtendedColorType) -> Vec<u8> {
    let mut webp = Vec::new();
    WebPEncoder::new_lossless(&mut webp).write_image(samples, width, height, colour).unwrap();
    webp
}

/// A WebP of two frames, each shown for a tenth of a second.
pub fn animated_webp(width: u32, height: u32, frames: [[u8; 3]; 2]) -> Vec<u8> {
    let three = |value: u32| value.to_le_bytes()[..3].to_vec();
    let chunk = |kind: &[u8; 4], body: &[u8]| {
        [
            &kind[..],
            &u32::try_from(body.len()).unwrap().to_le_bytes(),
            body,
            if body.len() % 2 == 1 { &[0] } else { &[] },
        ]
        .concat()
    };
    let mut body = b"WEBP".to_vec();
    body.extend(chunk(b"VP8X", &[&[0x02, 0, 0, 0], &three(width - 1)[..], &three(height - 1)].concat()));
    body.extend(chunk(b"ANIM", &[0; 6]));
    for colour in frames {
        let still = webp(width, height, &plain(width as usize, height as usize, colour), ExtendedColorType::Rgb8);
        let place = [three(0), three(0), three(width - 1), three(height - 1), three(100), vec![0]].concat();
        body.extend(chunk(b"ANMF", &[&place[..], &still[12..]].concat()));
    }
    chunk(b"RIFF", &body)
}
