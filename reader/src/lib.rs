//! QR codes in a photograph (S62): a card in a hand, anywhere, tilted, small, dim.
//!
//! First a quick look along rows at several scales for finder patterns, the squares in a code's corners: nearly all
//! that a photograph without a code costs. Where three of them may belong together, the code's known parts are
//! fitted to the grey pixels, modules are measured, and the rest is left to rqrr: format, error correction, text.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "pictures have sides of at most 20,000 pixels, codes of 57 modules, and places are clamped to them"
)]

mod corners;
mod equalise;
mod finders;
mod grey;
mod grid;
mod known;
mod modules;

use std::ops::RangeInclusive;

use self::corners::{Corners, corners};
use self::finders::finders;
use self::grey::Grey;
use self::grid::Grid;
use self::known::{Group, known};
use self::modules::text_of;

/// What was found in a photograph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The texts of the codes, each once. They passed the codes' error correction and are UTF-8, no more: whether they
    /// mean anything is for the caller to say.
    pub texts: Vec<String>,
    /// Whether something beside them has the finder patterns of a code, and could not be read.
    pub unread: bool,
}

/// The texts of all QR codes of 25 to 57 modules (versions 2 to 10) that are found: [`seen_in`] tells what they are worth.
pub fn codes_in(luma: &[u8], width: usize, height: usize) -> Vec<String> {
    seen_in(luma, width, height).texts
}

/// Looks for QR codes of 25 to 57 modules (versions 2 to 10).
///
/// `luma` has one byte a pixel and at least `width` x `height` of them, row after row. A module must take about
/// 2.5 pixels. In a picture of less than 64 pixels on a side nothing is seen.
pub fn seen_in(luma: &[u8], width: usize, height: usize) -> Seen {
    let mut seen = Seen::default();
    if width < SMALLEST || height < SMALLEST || luma.len() < width * height {
        return seen;
    }
    let scales = Grey::scales(&luma[..width * height], width, height);
    let finders = finders(&scales);
    // Finder patterns of codes that are read: they are in no other.
    let mut taken: Vec<usize> = Vec::new();
    let mut failed: Vec<[usize; 3]> = Vec::new();
    let sizes: Vec<(usize, Vec<Group>)> = SIDES.step_by(4).map(|side| (side, known(side))).collect();
    let mut tries = 0;
    for corners in corners(&finders).into_iter().take(LOOKS) {
        if corners.finders.iter().any(|finder| taken.contains(finder)) {
            continue;
        }
        let Some(code) = Code::between(&scales, &sizes, &corners) else { continue };
        tries += 1;
        match code.read() {
            Some(text) => {
                taken.extend(corners.finders);
                if !seen.texts.contains(&text) {
                    seen.texts.push(text);
                }
            }
            None => failed.push(corners.finders),
        }
        if tries == TRIES {
            break;
        }
    }
    // What looked like a code with a corner of one that was read later was no code of its own.
    seen.unread = failed.iter().any(|finders| finders.iter().all(|finder| !taken.contains(finder)));
    seen
}

/// Modules on a side of the codes that are read: versions 2 to 10 (ISO/IEC 18004, table 1).
const SIDES: RangeInclusive<usize> = 25..=57;

/// Below so many pixels on a side there is nothing to look at.
const SMALLEST: usize = 64;

/// How many threes of finder patterns are looked at in one photograph, the most likely first: some hundredths of a
/// millisecond each.
const LOOKS: usize = 400;

/// How many of those are tried that look right: some milliseconds each.
const TRIES: usize = 12;

/// How much known parts must look as they should (1: exactly): the finder patterns before anything is fitted, all
/// parts after that. In photographs without codes 0.31 was the most, in what can be read 0.7 the least.
const AT_FIRST: f32 = 0.4;
const FITTED: f32 = 0.5;

/// What may be a code.
struct Code<'a> {
    grey: &'a Grey<'a>,
    /// One for each number of modules that it may have.
    grids: Vec<(Grid, &'a [Group])>,
}

impl<'a> Code<'a> {
    /// The code between three finder patterns, if they look like it.
    fn between(scales: &'a [Grey<'a>], sizes: &'a [(usize, Vec<Group>)], corners: &Corners) -> Option<Self> {
        // Modules of three to six pixels: enough to tell them apart, and grain is averaged away.
        let level = (corners.module / 3.0).log2().floor().clamp(0.0, (scales.len() - 1) as f32) as usize;
        let grey = &scales[level];
        let places = corners.places.map(|place| place.at_level(level));
        let module = corners.module / (1 << level) as f32;
        let sizes = sizes.iter().filter(|(side, _)| corners.may_have(*side));
        let grids: Vec<_> = sizes.map(|(side, known)| (Grid::through(places, *side, module), &known[..])).collect();
        let looks_right = grids.iter().any(|(grid, known)| grid.likeness(grey, &known[..3]) > AT_FIRST);
        looks_right.then_some(Self { grey, grids })
    }

    /// Its text.
    fn read(self) -> Option<String> {
        let rough = self.grids.into_iter().map(|(grid, known)| (grid.roughly(self.grey, known), known));
        let mut rough: Vec<_> = rough.collect();
        rough.sort_by(|((one, _), _), ((other, _), _)| other.total_cmp(one));
        rough.into_iter().take(2).find_map(|((_, grid), known)| {
            let (likeness, grid) = grid.fitted(self.grey, known);
            if likeness > FITTED { text_of(self.grey, &grid, known) } else { None }
        })
    }
}
