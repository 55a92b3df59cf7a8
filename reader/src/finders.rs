//! Finder patterns: a dark square of three modules in a light ring in a dark ring, so that any line through the
//! middle crosses dark, light, dark, light, dark in the proportions 1:1:3:1:1 (ISO/IEC 18004, 6.3.3).

use std::cmp::Reverse;

use super::grey::Grey;

/// A point of the picture at full size, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub x: f32,
    pub y: f32,
}

/// Something that looks like a finder pattern.
#[derive(Debug, Clone, Copy)]
pub struct Finder {
    /// Its middle.
    pub place: Place,
    /// Pixels a module, at full size.
    pub module: f32,
    /// On how many rows it was seen.
    pub seen: u32,
}

impl Place {
    /// The same place in the picture that was halved so many times.
    pub fn at_level(self, level: usize) -> Self {
        let scale = (1 << level) as f32;
        Self { x: self.x / scale, y: self.y / scale }
    }
}

/// Pixels a module that are looked for at each scale: the next has what is larger.
const MODULE: (f32, f32) = (1.6, 6.0);

/// Pixels through a finder pattern of the largest modules, aslant.
const LONGEST: u32 = 67;

/// No photograph has so many; what is made to have them is not worth more time.
const WORTH: usize = 2000;

/// Only so many are kept, those that were seen most.
const MOST: usize = 48;

/// All that look like finder patterns at any scale, those that were seen most first.
pub fn finders(scales: &[Grey]) -> Vec<Finder> {
    let mut found: Vec<Finder> = Vec::new();
    // The threshold is the mean of about twenty by twenty pixels, taken from the picture that was halved twice more.
    for (level, (grey, small)) in scales.iter().zip(&scales[2.min(scales.len())..]).enumerate() {
        let thresholds = small.softened().into_iter().map(darkest_light).collect();
        let search = Search { grey, thresholds, across: small.width, down: small.height };
        let scale = (1 << level) as f32;
        search.each(|x, y, module| {
            let finder = Finder { place: Place { x: x * scale, y: y * scale }, module: module * scale, seen: 1 };
            let room = found.len() < WORTH;
            match found.iter_mut().find(|known| known.is(&finder)) {
                Some(known) => known.see(&finder),
                None if room => found.push(finder),
                None => {}
            }
        });
    }
    found.sort_by_key(|finder| Reverse(finder.seen));
    found.truncate(MOST);
    found
}

impl Finder {
    fn is(&self, other: &Self) -> bool {
        let near = |one: f32, other: f32| (one - other).abs() < self.module * 1.5;
        near(self.place.x, other.place.x)
            && near(self.place.y, other.place.y)
            && (0.6..1.6).contains(&(self.module / other.module))
    }

    fn see(&mut self, again: &Self) {
        let (old, all) = (self.seen as f32, self.seen as f32 + 1.0);
        let mean = |one: f32, other: f32| (one * old + other) / all;
        self.place = Place { x: mean(self.place.x, again.place.x), y: mean(self.place.y, again.place.y) };
        self.module = mean(self.module, again.module);
        self.seen += 1;
    }
}

/// One scale, and from what brightness on a pixel is light, for every four by four.
struct Search<'a> {
    grey: &'a Grey<'a>,
    thresholds: Vec<u8>,
    across: usize,
    down: usize,
}

impl Search<'_> {
    /// Calls `found` with the middle and the module of what looks right along a row and then along its column.
    fn each(&self, mut found: impl FnMut(f32, f32, f32)) {
        let width = self.grey.width;
        let mut dark = vec![0_u8; width];
        let mut wide = vec![0_u8; width];
        for y in (1..self.grey.height).step_by(3) {
            let thresholds = &self.thresholds[(y / 4).min(self.down - 1) * self.across..][..self.across];
            for (wide, threshold) in wide.as_chunks_mut::<4>().0.iter_mut().zip(thresholds) {
                *wide = [*threshold; 4];
            }
            wide[self.across * 4..].fill(thresholds[self.across - 1]);
            let row = &self.grey.pixels[y * width..][..width];
            for ((dark, pixel), threshold) in dark.iter_mut().zip(row).zip(&wide) {
                *dark = u8::from(pixel < threshold);
            }
            along(&dark, |start, runs| {
                if let Some((x, y, module)) = self.confirmed(start, y, runs) {
                    found(x, y, module);
                }
            });
        }
    }

    fn dark(&self, x: usize, y: usize) -> bool {
        let threshold = self.thresholds[(y / 4).min(self.down - 1) * self.across + (x / 4).min(self.across - 1)];
        self.grey.pixels[y * self.grey.width + x] < threshold
    }

    /// What was seen along a row, looked at along its column, and along a row again through the new middle.
    fn confirmed(&self, start: usize, y: usize, runs: [u32; 5]) -> Option<(f32, f32, f32)> {
        let x = start as f32 + (runs[0] + runs[1]) as f32 + runs[2] as f32 / 2.0;
        let across: u32 = runs.iter().sum();
        let (middle_y, down) = self.through(x as usize, y, across, |x, y| (x, y), self.grey.height)?;
        let (middle_x, across) =
            self.through(middle_y as usize, x as usize, down as u32, |y, x| (x, y), self.grey.width)?;
        let module = (across + down) / 14.0;
        (MODULE.0..MODULE.1).contains(&module).then_some((middle_x, middle_y, module))
    }

    /// The middle and the length of a finder pattern along a line: `other` is where the line is, `from` is dark and
    /// in its middle; `point` tells column and row; the line ends before `end`. The length may be from 0.4 to 2.5
    /// times `expected`.
    fn through(
        &self,
        other: usize,
        from: usize,
        expected: u32,
        point: impl Fn(usize, usize) -> (usize, usize),
        end: usize,
    ) -> Option<(f32, f32)> {
        let dark = |at: usize| {
            let (x, y) = point(other, at);
            self.dark(x, y)
        };
        if !dark(from) {
            return None;
        }
        let most = expected as usize * 2;
        let mut runs = [0_u32; 5];
        let mut at = from;
        // Backward from the middle: dark, light, dark.
        for (run, wanted) in [(2, true), (1, false), (0, true)] {
            while at > 0 && dark(at) == wanted && from - at < most {
                runs[run] += 1;
                at -= 1;
            }
        }
        let start = at + 1;
        at = from + 1;
        for (run, wanted) in [(2, true), (3, false), (4, true)] {
            while at < end && dark(at) == wanted && at - from < most {
                runs[run] += 1;
                at += 1;
            }
        }
        let length: u32 = runs.iter().sum();
        if !proportioned(runs) || length * 5 < expected * 2 || length * 2 > expected * 5 {
            return None;
        }
        Some((start as f32 + (runs[0] + runs[1]) as f32 + runs[2] as f32 / 2.0, length as f32))
    }
}

/// A pixel is light from this brightness on: a little less than the mean around, so that what is plain is light.
fn darkest_light(mean: u8) -> u8 {
    mean - mean / 32 - u8::from(mean > 0)
}

/// Calls `found` with the start and the lengths of every five runs that are dark, light, dark, light, dark in the
/// right proportions. `dark` is 1 or 0 each.
fn along(dark: &[u8], mut found: impl FnMut(usize, [u32; 5])) {
    let mut runs = [0_u32; 5];
    let mut start = 0;
    let mut change = |end: usize| {
        runs = [runs[1], runs[2], runs[3], runs[4], (end - start) as u32];
        start = end;
        if dark[end] == 0 && proportioned(runs) {
            found(end - runs.iter().sum::<u32>() as usize, runs);
        }
    };
    // Eight at once: a byte of the difference is 1 where a pixel is not as the one before it.
    let mut before = dark.first().copied().unwrap_or(0);
    for (word, eight) in dark.as_chunks::<8>().0.iter().enumerate() {
        let now = u64::from_le_bytes(*eight);
        let mut changes = now ^ (now << 8 | u64::from(before));
        before = eight[7];
        while changes != 0 {
            change(word * 8 + changes.trailing_zeros() as usize / 8);
            changes &= changes - 1;
        }
    }
    for at in (dark.len() / 8 * 8).max(1)..dark.len() {
        if dark[at] != dark[at - 1] {
            change(at);
        }
    }
}

/// 1:1:3:1:1, as nearly as a few blurred pixels can be.
fn proportioned(runs: [u32; 5]) -> bool {
    let length: u32 = runs.iter().sum();
    let [a, b, middle, c, d] = runs;
    // Nearly everything ends here.
    if middle < a.max(b).max(c).max(d) || length > LONGEST {
        return false;
    }
    let module = length as f32 / 7.0;
    if a == 0 || b == 0 || c == 0 || d == 0 || module < MODULE.0 {
        return false;
    }
    let off = |run: u32, modules: f32| (run as f32 - modules * module).abs();
    let much = module * 0.6 + 0.2;
    off(a, 1.0) < much
        && off(b, 1.0) < much
        && off(c, 1.0) < much
        && off(d, 1.0) < much
        && off(middle, 3.0) < much * 2.2
}
