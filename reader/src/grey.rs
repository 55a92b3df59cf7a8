//! A picture's brightness at several scales.

use std::borrow::Cow;

/// One byte a pixel.
pub struct Grey<'a> {
    pub width: usize,
    pub height: usize,
    pub pixels: Cow<'a, [u8]>,
}

impl<'a> Grey<'a> {
    /// The picture, and then each time half as large, down to sixteen pixels.
    pub fn scales(pixels: &'a [u8], width: usize, height: usize) -> Vec<Self> {
        let mut scales = vec![Self { width, height, pixels: Cow::Borrowed(pixels) }];
        while let Some(last) = scales.last().filter(|last| last.width.min(last.height) >= 32) {
            let half = last.half();
            scales.push(half);
        }
        scales
    }

    /// Each pixel the mean of four; an odd row or column at the end is left out.
    fn half(&self) -> Grey<'static> {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut pixels = Vec::with_capacity(width * height);
        for rows in self.pixels.chunks_exact(self.width * 2) {
            let (upper, lower) = rows.split_at(self.width);
            let pairs = upper.as_chunks().0.iter().zip(lower.as_chunks().0);
            pixels.extend(pairs.map(|([a, b], [c, d]): (&[u8; 2], &[u8; 2])| {
                ((u16::from(*a) + u16::from(*b) + u16::from(*c) + u16::from(*d) + 2) >> 2) as u8
            }));
        }
        Grey { width, height, pixels: Cow::Owned(pixels) }
    }

    /// Each pixel the mean of the five by five around it.
    pub fn softened(&self) -> Vec<u8> {
        const REACH: usize = 2;
        let (width, height) = (self.width, self.height);
        let mut columns: Vec<u16> = vec![0; width];
        let row = |y: usize| &self.pixels[y.min(height - 1) * width..][..width];
        for y in 0..=REACH * 2 {
            for (sum, pixel) in columns.iter_mut().zip(row(y.saturating_sub(REACH))) {
                *sum += u16::from(*pixel);
            }
        }
        let mut soft = Vec::with_capacity(width * height);
        for y in 0..height {
            let at = |x: usize| columns[x.saturating_sub(REACH).min(width - 1)];
            let mut sum: u16 = (0..=REACH * 2).map(at).sum();
            soft.push((sum / 25) as u8);
            for x in 1..width {
                sum = sum + at(x + REACH * 2) - at(x - 1);
                soft.push((sum / 25) as u8);
            }
            let (next, last) = (row(y + REACH + 1), row(y.saturating_sub(REACH)));
            for ((sum, next), last) in columns.iter_mut().zip(next).zip(last) {
                *sum = *sum + u16::from(*next) - u16::from(*last);
            }
        }
        soft
    }

    /// The brightness between pixels, whose middles are at halves. Beyond the edge it is the edge's.
    #[expect(clippy::many_single_char_names, reason = "a place and four pixels")]
    pub fn at(&self, x: f32, y: f32) -> f32 {
        let (x, y) = ((x - 0.5).clamp(0.0, (self.width - 1) as f32), (y - 0.5).clamp(0.0, (self.height - 1) as f32));
        let (left, top) = ((x as usize).min(self.width - 2), (y as usize).min(self.height - 2));
        let (right_part, lower_part) = (x - left as f32, y - top as f32);
        let start = top * self.width + left;
        let [a, b, c, d] =
            [start, start + 1, start + self.width, start + self.width + 1].map(|at| f32::from(self.pixels[at]));
        let (upper, lower) = (a + (b - a) * right_part, c + (d - c) * right_part);
        upper + (lower - upper) * lower_part
    }
}
