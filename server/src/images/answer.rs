//! What goes through the pipes between server and child.
//!
//! In: whether to look for cards (1 byte), the original's length (8 bytes, little-endian), then its bytes. Out: the length of a JSON header
//! (4 bytes, little-endian), the header, then the sizes' bytes one after the other.

use std::io::{self, Read, Write};

use bytes::Bytes;
use chrono::NaiveDateTime;
use domain::photo::{Size, Unreadable};
use domain::studio::Ground;
use serde::{Deserialize, Serialize};

/// What is asked of a photograph besides its sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Nothing.
    Only,
    /// Which access cards are on it (S62).
    ForCards,
}

/// The child's header.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Unreadable(Unreadable),
    Made(Made),
    Logo(MadeLogo),
}

/// All but the bytes of the sizes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Made {
    pub width: u32,
    pub height: u32,
    pub colour: [u8; 3],
    pub taken_at: Option<NaiveDateTime>,
    pub camera: String,
    /// The texts of QR codes, if they were looked for.
    pub codes: Vec<String>,
    /// Whether something looked like one and could not be read.
    pub unread: bool,
    /// Each size with its number of bytes, in the order in which they follow.
    pub sizes: Vec<(Size, usize)>,
}

/// All but the bytes of a logo.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MadeLogo {
    pub width: u32,
    pub height: u32,
    pub ground: Ground,
    pub bytes: usize,
}

/// The most that the parent reads of an answer. Three sizes of noise at the highest quality are below 20 MiB.
pub(super) const MAX_ANSWER: u64 = 32 << 20;

/// What the parent writes before the original.
pub(super) fn question(original: &[u8], look: Look) -> [u8; 9] {
    let mut question = [u8::from(look == Look::ForCards); 9];
    question[1..].copy_from_slice(&(original.len() as u64).to_le_bytes());
    question
}

/// The child's side of [`question`]. The input may end early when the parent is gone.
pub(super) fn read_question(mut input: impl Read) -> io::Result<(Vec<u8>, Look)> {
    let mut look = [0; 1];
    input.read_exact(&mut look)?;
    let look = if look == [0] { Look::Only } else { Look::ForCards };
    let mut len = [0; 8];
    input.read_exact(&mut len)?;
    let mut original = vec![0; usize::try_from(u64::from_le_bytes(len)).map_err(io::Error::other)?];
    input.read_exact(&mut original)?;
    Ok((original, look))
}

pub(super) fn write_answer(mut output: impl Write, answer: &Answer, blobs: &[&[u8]]) -> io::Result<()> {
    let header = serde_json::to_vec(answer)?;
    output.write_all(&u32::try_from(header.len()).map_err(io::Error::other)?.to_le_bytes())?;
    output.write_all(&header)?;
    for blob in blobs {
        output.write_all(blob)?;
    }
    output.flush()
}

/// Takes an answer apart: its header and what follows. `None` for anything else than an answer.
pub(super) fn read_answer(mut bytes: Bytes) -> Option<(Answer, Bytes)> {
    let len = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?);
    let end = 4 + usize::try_from(len).ok()?;
    let answer = serde_json::from_slice(bytes.get(4..end)?).ok()?;
    Some((answer, bytes.split_off(end)))
}
