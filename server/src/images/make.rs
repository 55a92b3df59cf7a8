//! One original to all its sizes. Runs in the child only.

use bytes::Bytes;
use domain::photo::{Size, Unreadable};

use super::answer::{Look, Made};
use super::decode::{Decoded, decode};
use super::inspect::inspect;
use super::plane::Scaler;

/// Makes each size from the next larger one. What is already small enough is encoded once for all of them.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn make(original: &[u8], look: Look) -> Result<(Made, Vec<Bytes>), Unreadable> {
    let header = inspect(original, original.len() as u64)?;
    let mut scaler = Scaler::default();
    let Decoded { planes, taken, seen } = decode(original, header.media, look, &mut scaler)?;
    let (width, height) = taken.orientation.applied((header.width, header.height));
    let mut planes = planes.upright(taken.orientation);
    let mut jpegs: Vec<Bytes> = Vec::new();
    for size in Size::ALL.iter().rev() {
        let longest = size.longest_side();
        let fits = planes.width.max(planes.height) <= longest as usize;
        if !fits {
            planes = planes.fit(&mut scaler, longest);
        }
        match jpegs.last() {
            Some(larger) if fits => jpegs.push(larger.clone()),
            _ => jpegs.push(planes.to_jpeg()?.into()),
        }
    }
    jpegs.reverse();
    let made = Made {
        width,
        height,
        colour: planes.colour(),
        taken_at: taken.at,
        camera: taken.camera,
        codes: seen.texts,
        unread: seen.unread,
        sizes: Size::ALL.iter().zip(&jpegs).map(|(size, jpeg)| (*size, jpeg.len())).collect(),
    };
    Ok((made, jpegs))
}
