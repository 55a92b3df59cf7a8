//! The outer structure of JPEG (ITU-T T.81 annex B), PNG and WebP (RIFF) files, one step at a time.

use domain::photo::{MediaType, Unreadable};

use super::inspect::Header;

/// What the walk wants next from the file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Want {
    /// So many bytes together.
    Bytes(usize),
    /// The byte after the next 0xFF.
    Marker,
    /// What follows does not belong to the image.
    Nothing,
}

/// Where in the file the walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Walk {
    /// The first two bytes: no two of the formats share them.
    Signature,
    JpegMarker,
    JpegSegment,
    JpegFrame,
    PngStart,
    PngChunk,
    PngEnd,
    WebpStart,
    WebpFrame,
    /// Behind the image's end.
    Done,
}

/// One step of the walk: where it is now, how many bytes to pass over, and what to read then.
#[derive(Debug)]
pub(super) struct Step {
    pub walk: Walk,
    pub skip: u64,
    pub want: Want,
    pub header: Option<Header>,
}

impl Step {
    fn to(walk: Walk, skip: u64, want: Want) -> Self {
        Self { walk, skip, want, header: None }
    }

    fn done() -> Self {
        Self::to(Walk::Done, 0, Want::Nothing)
    }
}

impl Walk {
    /// Reads the bytes that the last step wanted, all of them.
    pub(super) fn step(self, bytes: &[u8], total_len: u64) -> Result<Step, Unreadable> {
        match self {
            Self::Signature => signature(bytes),
            Self::JpegMarker => jpeg_marker(bytes[0]),
            Self::JpegSegment => jpeg_segment(bytes),
            Self::JpegFrame => jpeg_frame(bytes),
            Self::PngStart => png_start(bytes),
            Self::PngChunk => Ok(png_chunk(bytes)),
            Self::WebpStart => webp_start(bytes, total_len),
            Self::WebpFrame => webp_frame(bytes),
            Self::PngEnd | Self::Done => Ok(Step::done()),
        }
    }
}

fn signature(bytes: &[u8]) -> Result<Step, Unreadable> {
    match bytes {
        b"\xff\xd8" => Ok(Step::to(Walk::JpegMarker, 0, Want::Marker)),
        b"\x89P" => Ok(Step::to(Walk::PngStart, 0, Want::Bytes(22))),
        b"RI" => Ok(Step::to(Walk::WebpStart, 0, Want::Bytes(10))),
        _ => Err(Unreadable::UnknownFormat),
    }
}

fn jpeg_marker(code: u8) -> Result<Step, Unreadable> {
    match code {
        // A fill byte: the marker's code is still to come.
        0xff => Ok(Step::to(Walk::JpegMarker, 0, Want::Bytes(1))),
        // A stuffed zero in the picture's data, or a marker that stands alone.
        0x00 | 0x01 | 0xd0..=0xd8 => Ok(Step::to(Walk::JpegMarker, 0, Want::Marker)),
        0xd9 => Ok(Step::done()),
        // Baseline, extended and progressive, Huffman or arithmetic.
        0xc0..=0xc2 | 0xc9 | 0xca => Ok(Step::to(Walk::JpegFrame, 0, Want::Bytes(7))),
        // Lossless and hierarchical: no camera or browser writes or reads them.
        0xc3 | 0xc5..=0xc7 | 0xcb | 0xcd..=0xcf => Err(Unreadable::UnknownFormat),
        _ => Ok(Step::to(Walk::JpegSegment, 0, Want::Bytes(2))),
    }
}

fn jpeg_segment(bytes: &[u8]) -> Result<Step, Unreadable> {
    let rest = be16(bytes, 0).checked_sub(2).ok_or(Unreadable::Damaged)?;
    Ok(Step::to(Walk::JpegMarker, rest.into(), Want::Marker))
}

fn jpeg_frame(bytes: &[u8]) -> Result<Step, Unreadable> {
    let rest = be16(bytes, 0).checked_sub(7).ok_or(Unreadable::Damaged)?;
    if bytes[2] != 8 {
        return Err(Unreadable::UnknownFormat); // 12 bits a sample: for medicine.
    }
    let header = Header { media: MediaType::Jpeg, width: be16(bytes, 5).into(), height: be16(bytes, 3).into() };
    Ok(Step { header: Some(header), ..Step::to(Walk::JpegMarker, rest.into(), Want::Marker) })
}

fn png_start(bytes: &[u8]) -> Result<Step, Unreadable> {
    if &bytes[..14] != b"NG\r\n\x1a\n\0\0\0\x0dIHDR" {
        return Err(Unreadable::UnknownFormat);
    }
    let header = Header { media: MediaType::Png, width: be32(bytes, 14), height: be32(bytes, 18) };
    // Five more bytes of IHDR and its checksum.
    Ok(Step { header: Some(header), ..Step::to(Walk::PngChunk, 9, Want::Bytes(8)) })
}

fn png_chunk(bytes: &[u8]) -> Step {
    match &bytes[4..] {
        // Its checksum is the last of the file.
        b"IEND" => Step::to(Walk::PngEnd, 0, Want::Bytes(4)),
        _ => Step::to(Walk::PngChunk, u64::from(be32(bytes, 0)) + 4, Want::Bytes(8)),
    }
}

fn webp_start(bytes: &[u8], total_len: u64) -> Result<Step, Unreadable> {
    if &bytes[..2] != b"FF" || &bytes[6..] != b"WEBP" {
        return Err(Unreadable::UnknownFormat);
    }
    if u64::from(le(bytes, 2, 4)) + 8 > total_len {
        return Err(Unreadable::Incomplete);
    }
    Ok(Step::to(Walk::WebpFrame, 0, Want::Bytes(18)))
}

/// The first chunk: a picture, or what is said about the whole file before it.
fn webp_frame(bytes: &[u8]) -> Result<Step, Unreadable> {
    let (width, height) = match (&bytes[..4], &bytes[11..14]) {
        (b"VP8 ", b"\x9d\x01\x2a") => (le(bytes, 14, 2) & 0x3fff, le(bytes, 16, 2) & 0x3fff),
        (b"VP8L", _) if bytes[8] == 0x2f => ((le(bytes, 9, 4) & 0x3fff) + 1, (le(bytes, 9, 4) >> 14 & 0x3fff) + 1),
        (b"VP8X", _) => (le(bytes, 12, 3) + 1, le(bytes, 15, 3) + 1),
        _ => return Err(Unreadable::Damaged),
    };
    Ok(Step { header: Some(Header { media: MediaType::Webp, width, height }), ..Step::done() })
}

/// The number in `count` bytes, the lowest first.
fn le(bytes: &[u8], at: usize, count: usize) -> u32 {
    bytes[at..at + count].iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn be16(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes([bytes[at], bytes[at + 1]])
}

fn be32(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
