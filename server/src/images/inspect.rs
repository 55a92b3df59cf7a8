//! Headers, read before anything is decoded: what a file is, how large, and whether it goes on to its end.

use domain::photo::{MAX_BYTES, MAX_PIXELS, MAX_SIDE, MediaType, Unreadable};

use super::segments::{Walk, Want};

/// What a file's header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// The format, told by the content.
    pub media: MediaType,
    /// Pixels across, as stored: before EXIF orientation.
    pub width: u32,
    /// Pixels down, as stored.
    pub height: u32,
}

/// Reads the header in the first bytes of a file of `total_len` bytes (S70). A mebibyte of `head` is always
/// enough for an honest photograph; the whole file may be given too.
///
/// # Errors
/// What makes the file unacceptable whatever follows. A `head` without the header's end is
/// [`Unreadable::Incomplete`].
pub fn inspect(head: &[u8], total_len: u64) -> Result<Header, Unreadable> {
    let mut inspection = Inspection::new(total_len)?;
    for part in head.chunks(4096) {
        inspection.push(part)?;
        if let Some(header) = inspection.header() {
            return Ok(header);
        }
    }
    Err(Unreadable::Incomplete)
}

/// Follows a file from its first byte to its last, part by part, without keeping it: the header as soon as
/// it is there, and at the end whether the file is whole. It decodes nothing; it skips from marker to marker.
#[derive(Debug)]
pub struct Inspection {
    total_len: u64,
    seen: u64,
    skip: u64,
    gathered: Vec<u8>,
    want: Want,
    walk: Walk,
    header: Option<Header>,
}

impl Inspection {
    /// Starts with the length that the sender announced.
    ///
    /// # Errors
    /// [`Unreadable::Empty`] and [`Unreadable::TooManyBytes`] need no byte.
    pub fn new(total_len: u64) -> Result<Self, Unreadable> {
        match total_len {
            0 => Err(Unreadable::Empty),
            1..=MAX_BYTES => Ok(Self {
                total_len,
                seen: 0,
                skip: 0,
                gathered: Vec::new(),
                want: Want::Bytes(2),
                walk: Walk::Signature,
                header: None,
            }),
            _ => Err(Unreadable::TooManyBytes),
        }
    }

    /// Takes the next bytes, of any number.
    ///
    /// # Errors
    /// As soon as the file is known to be unacceptable.
    pub fn push(&mut self, mut part: &[u8]) -> Result<(), Unreadable> {
        self.seen += part.len() as u64;
        while !part.is_empty() {
            let over = usize::try_from(self.skip).unwrap_or(usize::MAX).min(part.len());
            self.skip -= over as u64;
            part = &part[over..];
            part = match self.want {
                Want::Bytes(wanted) => self.gather(part, wanted)?,
                Want::Marker => match part.iter().position(|byte| *byte == 0xff) {
                    Some(at) => {
                        self.want = Want::Bytes(1);
                        &part[at + 1..]
                    }
                    None => &[],
                },
                Want::Nothing => &[],
            };
        }
        Ok(())
    }

    fn gather<'a>(&mut self, part: &'a [u8], wanted: usize) -> Result<&'a [u8], Unreadable> {
        let here = (wanted - self.gathered.len()).min(part.len());
        self.gathered.extend_from_slice(&part[..here]);
        if self.gathered.len() == wanted {
            let step = self.walk.step(&self.gathered, self.total_len)?;
            self.gathered.clear();
            (self.walk, self.skip, self.want) = (step.walk, step.skip, step.want);
            if let Some(header) = step.header {
                self.header = Some(within_limits(header)?);
            }
        }
        Ok(&part[here..])
    }

    /// The header, once it has been read.
    pub fn header(&self) -> Option<Header> {
        self.header
    }

    /// After the last byte: the header of a file that is whole.
    ///
    /// # Errors
    /// [`Unreadable::Incomplete`] when the file stops before its own end mark or before the length announced.
    pub fn finish(self) -> Result<Header, Unreadable> {
        match self.walk {
            // Too short for any signature: not an image at all.
            Walk::Signature => Err(Unreadable::UnknownFormat),
            Walk::Done if self.seen == self.total_len => self.header.ok_or(Unreadable::Damaged),
            _ => Err(Unreadable::Incomplete),
        }
    }
}

fn within_limits(header: Header) -> Result<Header, Unreadable> {
    let Header { width, height, .. } = header;
    if width == 0 || height == 0 {
        return Err(Unreadable::Damaged);
    }
    if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Unreadable::TooManyPixels);
    }
    Ok(header)
}
