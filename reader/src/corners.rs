//! Which finder patterns may be the three corners of one code.

use super::finders::{Finder, Place};

/// Three of them, as they stand in an upright code.
pub struct Corners {
    /// Upper left, upper right, lower left: numbers of finder patterns.
    pub finders: [usize; 3],
    /// Their middles.
    pub places: [Place; 3],
    /// Pixels a module, about.
    pub module: f32,
    /// Modules between two middles, measured, about.
    modules: f32,
    unlikely: f32,
}

impl Corners {
    /// Whether the code may have so many modules on a side: what was measured, and about a third less or more.
    pub fn may_have(&self, side: usize) -> bool {
        (0.72..1.4).contains(&((side as f32 - 7.0) / self.modules))
    }
}

/// All threes that a camera could see of a code, the most likely first.
pub fn corners(finders: &[Finder]) -> Vec<Corners> {
    let mut all = Vec::new();
    for corner in 0..finders.len() {
        for one in 0..finders.len() {
            for other in one + 1..finders.len() {
                if one != corner && other != corner {
                    all.extend(three(finders, corner, one, other));
                }
            }
        }
    }
    all.sort_by(|one, other| one.unlikely.total_cmp(&other.unlikely));
    all
}

fn three(finders: &[Finder], corner: usize, one: usize, other: usize) -> Option<Corners> {
    let [a, b, c] = [corner, one, other].map(|finder| finders[finder]);
    let sizes = [a.module, b.module, c.module];
    let [least, most] = [sizes.iter().copied().fold(f32::MAX, f32::min), sizes.iter().copied().fold(0.0, f32::max)];
    if most > least * 1.7 {
        return None;
    }
    let [to_b, to_c] = [b, c].map(|end| (end.place.x - a.place.x, end.place.y - a.place.y));
    let [long_b, long_c] = [to_b, to_c].map(|(x, y)| x.hypot(y));
    // Lines along rows and columns cross a turned finder pattern aslant: up to 1.4 times as long.
    let straight = |(x, y): (f32, f32), long: f32| x.abs().max(y.abs()) / long;
    let module = sizes.iter().sum::<f32>() / 6.0 * (straight(to_b, long_b) + straight(to_c, long_c));
    let modules = long_b.max(long_c) / module;
    let shape = long_b.max(long_c) / long_b.min(long_c).max(1.0);
    // The sine and the cosine of the angle at the corner.
    let sine = (to_b.0 * to_c.1 - to_b.1 * to_c.0) / (long_b * long_c);
    let cosine = (to_b.0 * to_c.0 + to_b.1 * to_c.1) / (long_b * long_c);
    if !(13.0..75.0).contains(&modules) || shape > 1.8 || cosine.abs() > 0.6 {
        return None;
    }
    // Codes are not mirrored: from the upper side clockwise to the left side.
    let (right, lower) = if sine > 0.0 { (one, other) } else { (other, one) };
    let rows = [a, b, c].iter().map(|finder| finder.seen).min()?;
    let unlikely = (most / least - 1.0) + (shape - 1.0) + cosine.abs() + 2.0 / rows as f32;
    let places = [corner, right, lower].map(|finder| finders[finder].place);
    Some(Corners { finders: [corner, right, lower], places, module, modules, unlikely })
}
