//! What is laid over the photograph: the card, the thumb that holds it, the shadow, all out of focus or moved.

use super::card::Card;
use super::pose::Pose;

/// A part of the picture with light and cover of each pixel: red, green, blue, how much is hidden behind it.
pub struct Layer {
    /// Its left and upper edge in the picture.
    pub at: (usize, usize),
    /// Pixels across.
    pub width: usize,
    /// Light that is already weighed by the cover.
    pub pixels: Vec<[f32; 4]>,
}

/// What makes a held card look like one.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// How much brighter it is on the right and at the bottom than in the middle, as parts of the whole.
    pub slope: (f32, f32),
    /// A lamp's reflection: where in millimetres from the middle, how wide, how bright of 255.
    pub glare: Option<((f32, f32), f32, f32)>,
    /// Where the thumb comes from and where it ends, in millimetres from the card's upper left corner.
    pub thumb: ((f32, f32), (f32, f32)),
}

const PAPER: [f32; 3] = [226.0, 224.0, 218.0];
const INK: [f32; 3] = [38.0, 37.0, 40.0];
const SKIN: [f32; 3] = [214.0, 164.0, 138.0];
const THUMB: f32 = 8.5;

impl Layer {
    /// Draws into a picture of `size`, with `margin` pixels around for what blurs out.
    pub fn draw(card: &Card, pose: &Pose, look: &Look, size: (usize, usize), margin: usize) -> Self {
        let (width, height) = card.size;
        let (half_width, half_height) = (width / 2.0, height / 2.0);
        let thumb = [look.thumb.0, look.thumb.1].map(|(x, y)| (x - half_width, y - half_height));
        let mut seen: Vec<(f32, f32)> = Vec::new();
        for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (0.0, -1.0), (0.0, 1.0)] {
            seen.push(pose.place_of(x * (half_width + 4.0), y * (half_height + 4.0)));
        }
        for (x, y) in thumb {
            for (right, down) in [(-THUMB, -THUMB), (THUMB, -THUMB), (-THUMB, THUMB), (THUMB, THUMB)] {
                seen.push(pose.place_of(x + right, y + down));
            }
        }
        let side = |places: Vec<f32>, end: usize| {
            let (low, high) = places.into_iter().fold((f32::MAX, 0.0_f32), |(low, high), v| (low.min(v), high.max(v)));
            ((low.max(0.0) as usize).saturating_sub(margin), (high as usize + margin + 1).min(end))
        };
        let (left, right) = side(seen.iter().map(|(x, _)| *x).collect(), size.0);
        let (top, bottom) = side(seen.iter().map(|(_, y)| *y).collect(), size.1);
        let fine = 3;
        let share = 1.0 / (fine * fine) as f32;
        let mut pixels = Vec::with_capacity((right - left) * (bottom - top));
        for y in top..bottom {
            for x in left..right {
                let mut pixel = [0.0; 4];
                for sample in 0..fine * fine {
                    let (across, down) = (sample % fine, sample / fine);
                    let place = |pixel: usize, part: usize| pixel as f32 + (part as f32 + 0.5) / fine as f32;
                    let Some(point) = pose.seen_at(place(x, across), place(y, down)) else { continue };
                    let Some((colour, cover)) = light(card, look, thumb, point) else { continue };
                    for (sum, part) in pixel.iter_mut().zip(colour) {
                        *sum += part * cover * share;
                    }
                    pixel[3] += cover * share;
                }
                pixels.push(pixel);
            }
        }
        Self { at: (left, top), width: right - left, pixels }
    }

    /// Averages each pixel with its neighbours along a line of that many pixels to the right and down, in both
    /// directions.
    pub fn smear(&mut self, (right, down): (f32, f32)) {
        let steps = right.abs().max(down.abs()).ceil() as i32;
        if steps == 0 {
            return;
        }
        let height = self.pixels.len() / self.width;
        let (width, last_row) = (self.width as i32, height as i32 - 1);
        let offsets: Vec<(i32, i32)> = (-steps..=steps)
            .map(|k| k as f32 / steps as f32)
            .map(|part| ((right * part).round() as i32, (down * part).round() as i32))
            .collect();
        let share = 1.0 / offsets.len() as f32;
        let from = std::mem::take(&mut self.pixels);
        self.pixels = Vec::with_capacity(from.len());
        for y in 0..=last_row {
            for x in 0..width {
                let mut sum = [0.0; 4];
                for (dx, dy) in &offsets {
                    let (x, y) = ((x + dx).clamp(0, width - 1), (y + dy).clamp(0, last_row));
                    let pixel = from[(y * width + x) as usize];
                    sum = [sum[0] + pixel[0], sum[1] + pixel[1], sum[2] + pixel[2], sum[3] + pixel[3]];
                }
                self.pixels.push(sum.map(|part| part * share));
            }
        }
    }

    /// Out of focus: Gauss's bell of that standard deviation in pixels.
    pub fn blur(&mut self, deviation: f32) {
        let reach = (deviation * 2.5).ceil() as i32;
        let bell: Vec<f32> = (-reach..=reach).map(|k| (-0.5 * (k as f32 / deviation).powi(2)).exp()).collect();
        let whole: f32 = bell.iter().sum();
        let height = self.pixels.len() / self.width;
        let last = self.pixels.len() as i32 - 1;
        for step in [1, self.width as i32] {
            let from = std::mem::take(&mut self.pixels);
            self.pixels = Vec::with_capacity(self.width * height);
            for at in 0..=last {
                let mut sum = [0.0; 4];
                for (k, weight) in (-reach..=reach).zip(&bell) {
                    let pixel = from[(at + k * step).clamp(0, last) as usize];
                    for (sum, part) in sum.iter_mut().zip(pixel) {
                        *sum += part * weight;
                    }
                }
                self.pixels.push(sum.map(|part| part / whole));
            }
        }
    }
}

/// The light that comes from a point of the card's plane, and how much of what is behind it hides.
fn light(card: &Card, look: &Look, thumb: [(f32, f32); 2], (x, y): (f32, f32)) -> Option<([f32; 3], f32)> {
    let (half_width, half_height) = (card.size.0 / 2.0, card.size.1 / 2.0);
    let [(from_x, from_y), (to_x, to_y)] = thumb;
    let (along_x, along_y) = (to_x - from_x, to_y - from_y);
    let length = along_x * along_x + along_y * along_y;
    let part = (((x - from_x) * along_x + (y - from_y) * along_y) / length).clamp(0.0, 1.0);
    let (dx, dy) = (x - from_x - part * along_x, y - from_y - part * along_y);
    let off = (dx * dx + dy * dy) / (THUMB * THUMB);
    if off < 1.0 {
        let nail = if part > 0.97 && off < 0.35 { 1.12 } else { 1.0 };
        return Some((SKIN.map(|colour| colour * (1.0 - 0.55 * off * off) * nail), 1.0));
    }
    let Some(ink) = card.ink(x + half_width, y + half_height) else {
        // The card's shadow falls down and to the left.
        let shadow = card.ink(x + half_width + 2.0, y + half_height - 2.5).is_some();
        return shadow.then_some(([0.0; 3], 0.35));
    };
    let slope = 1.0 + look.slope.0 * x / half_width + look.slope.1 * y / half_height;
    let shadow = if off < 1.5 { 0.75 + 0.25 * (off - 1.0) / 0.5 } else { 1.0 };
    let glare = look.glare.map_or(0.0, |((at_x, at_y), wide, bright)| {
        bright * (-((x - at_x).powi(2) + (y - at_y).powi(2)) / (2.0 * wide * wide)).exp()
    });
    Some(((if ink { INK } else { PAPER }).map(|colour| colour * slope * shadow + glare), 1.0))
}
