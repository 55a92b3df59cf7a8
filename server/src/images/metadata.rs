//! What an original says about itself: orientation, hour, colour profile. Only this is taken over; everything
//! else stays behind in the original (S71).

use chrono::{Datelike, NaiveDateTime};
use exif::{In, Reader, Tag, Value};

use super::plane::Plane;

/// How the picture is to be turned to stand upright: EXIF's orientation, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation {
    transpose: bool,
    mirror: bool,
    flip: bool,
}

impl Orientation {
    /// Nothing to do.
    pub const UPRIGHT: Self = Self::of(false, false, false);

    const fn of(transpose: bool, mirror: bool, flip: bool) -> Self {
        Self { transpose, mirror, flip }
    }

    /// EXIF 2.32, tag 274: where the stored first row and column belong. Anything unknown is upright.
    fn from_exif(value: u32) -> Self {
        match value {
            2 => Self::of(false, true, false),
            3 => Self::of(false, true, true),
            4 => Self::of(false, false, true),
            5 => Self::of(true, false, false),
            6 => Self::of(true, true, false),
            7 => Self::of(true, true, true),
            8 => Self::of(true, false, true),
            _ => Self::UPRIGHT,
        }
    }

    /// The sides after turning.
    pub fn applied<T>(self, (width, height): (T, T)) -> (T, T) {
        if self.transpose { (height, width) } else { (width, height) }
    }

    /// One plane, turned.
    pub fn turn(self, plane: Plane) -> Plane {
        let mut plane = if self.transpose { plane.transposed() } else { plane };
        if self.mirror {
            plane.mirror();
        }
        if self.flip {
            plane.flip();
        }
        plane
    }
}

/// What is read of EXIF.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    pub orientation: Orientation,
    pub at: Option<NaiveDateTime>,
    /// Model and serial number of the camera; may be empty.
    pub camera: String,
}

impl Taken {
    /// From a TIFF block, the format of EXIF. What cannot be read counts as absent: a photograph without a
    /// date is still a photograph.
    pub fn from_exif(tiff: Option<Vec<u8>>) -> Self {
        let exif = tiff.and_then(|tiff| Reader::new().read_raw(tiff).ok());
        let field = |tag| exif.as_ref().and_then(|exif| exif.get_field(tag, In::PRIMARY));
        Self {
            orientation: Orientation::from_exif(
                field(Tag::Orientation).and_then(|field| field.value.get_uint(0)).unwrap_or(1),
            ),
            at: field(Tag::DateTimeOriginal).and_then(|field| date(&field.value)),
            camera: [Tag::Model, Tag::BodySerialNumber]
                .into_iter()
                .filter_map(|tag| field(tag).and_then(|field| words(&field.value)))
                .collect::<Vec<_>>()
                .join(" "),
        }
    }
}

/// A short text; what is no text, or none of a camera, counts as absent.
fn words(value: &Value) -> Option<String> {
    let Value::Ascii(texts) = value else { return None };
    let text = str::from_utf8(texts.first()?).ok()?.trim();
    let usual = text.len() <= CAMERA && text.chars().all(|sign| !sign.is_control());
    (usual && !text.is_empty()).then(|| text.to_owned())
}

/// The most bytes that are taken over of a camera's model, and of its serial number.
const CAMERA: usize = 64;

fn date(value: &Value) -> Option<NaiveDateTime> {
    let Value::Ascii(texts) = value else { return None };
    let text = str::from_utf8(texts.first()?).ok()?;
    NaiveDateTime::parse_from_str(text.trim_end(), "%Y:%m:%d %H:%M:%S").ok()
}

/// Whether a clock may show this: EXIF writes a year with four digits (CIPA DC-008), and not every database writes others alike.
pub fn is_moment(moment: &NaiveDateTime) -> bool {
    (1..=9999).contains(&moment.year())
}

/// Whether a camera may be called so: a model and a serial number, without signs that separate one picture from the next.
pub fn is_camera(camera: &str) -> bool {
    camera.len() <= 2 * CAMERA + 1 && !camera.chars().any(char::is_control)
}

/// What stands before the picture in a JPEG.
#[derive(Debug, Default)]
pub(super) struct JpegMetadata {
    /// The TIFF block of EXIF.
    pub exif: Option<Vec<u8>>,
    /// The ICC profile, its chunks put together (ICC.1:2022 annex B.4).
    pub profile: Option<Vec<u8>>,
    /// Written in Adobe's way, where CMYK is stored inverted.
    pub adobe: bool,
}

impl JpegMetadata {
    /// Reads the segments up to the picture's data.
    pub fn read(jpeg: &[u8]) -> Self {
        let mut metadata = Self::default();
        let mut chunks = Vec::new();
        let mut rest = jpeg.get(2..).unwrap_or_default();
        while let [0xff, code, after @ ..] = rest {
            match code {
                0xff => {
                    rest = &rest[1..];
                    continue;
                }
                0xda | 0xd9 => break,
                _ => {}
            }
            let [high, low, ..] = after else { break };
            let Some((segment, next)) = after.split_at_checked(usize::from(u16::from_be_bytes([*high, *low]))) else {
                break;
            };
            match (code, segment.get(2..).unwrap_or_default()) {
                (0xe1, [b'E', b'x', b'i', b'f', 0, _, tiff @ ..]) if metadata.exif.is_none() => {
                    metadata.exif = Some(tiff.to_vec());
                }
                (0xe2, body) if body.starts_with(b"ICC_PROFILE\0") && body.len() > 14 => {
                    chunks.push((body[12], &body[14..]));
                }
                (0xee, body) if body.starts_with(b"Adobe") => metadata.adobe = true,
                _ => {}
            }
            rest = next;
        }
        chunks.sort_by_key(|(number, _)| *number);
        if !chunks.is_empty() {
            metadata.profile = Some(chunks.iter().flat_map(|(_, chunk)| chunk.iter().copied()).collect());
        }
        metadata
    }
}
