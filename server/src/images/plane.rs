//! One channel of a picture: scaled, turned, averaged.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// One byte a pixel, row after row without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plane {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

/// A [`Plane`] that lies in someone else's memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlaneRef<'a> {
    pub width: usize,
    pub height: usize,
    pub pixels: &'a [u8],
}

/// How scaling is done everywhere: Lanczos with three lobes, chosen by measuring (docs/images.md).
pub(super) fn lanczos() -> ResizeOptions {
    ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).use_alpha(false)
}

const FITS: &str = "the buffers fit the sides, and no side is zero";

impl PlaneRef<'_> {
    /// Scales the upper left part of `shown` pixels, which need not be whole, to `width` x `height`.
    ///
    /// Down first, which goes along rows. Then across with four rows woven into one of four channels: across a
    /// single channel the SIMD code is five times slower.
    pub fn resized(self, resizer: &mut Resizer, shown: (f64, f64), width: usize, height: usize) -> Plane {
        let woven_height = height.div_ceil(4);
        let mut low = vec![0; self.width * woven_height * 4];
        resizer
            .resize(
                &view(self.width, self.height, self.pixels, PixelType::U8),
                &mut view_mut(self.width, height, &mut low[..self.width * height], PixelType::U8),
                &lanczos().crop(0.0, 0.0, float(self.width), shown.1),
            )
            .expect(FITS);
        let low = woven(&low, self.width);
        let mut small = vec![0; width * woven_height * 4];
        resizer
            .resize(
                &view(self.width, woven_height, &low, PixelType::U8x4),
                &mut view_mut(width, woven_height, &mut small, PixelType::U8x4),
                &lanczos().crop(0.0, 0.0, shown.0, float(woven_height)),
            )
            .expect(FITS);
        let mut pixels = unwoven(&small, width);
        pixels.truncate(width * height);
        Plane { width, height, pixels }
    }
}

impl Plane {
    /// To be read from.
    pub fn view(&self) -> PlaneRef<'_> {
        PlaneRef { width: self.width, height: self.height, pixels: &self.pixels }
    }

    /// The upper left `width` x `height` pixels; beyond its own the last column and row are repeated.
    pub fn reframed(self, width: usize, height: usize) -> Self {
        if (width, height) == (self.width, self.height) {
            return self;
        }
        let mut pixels = Vec::with_capacity(width * height);
        for row in self.pixels.chunks_exact(self.width).take(height) {
            pixels.extend_from_slice(&row[..width.min(self.width)]);
            pixels.resize(pixels.len().next_multiple_of(width), row[self.width - 1]);
        }
        while pixels.len() < width * height {
            pixels.extend_from_within(pixels.len() - width..);
        }
        Self { width, height, pixels }
    }

    /// Mirrored over the diagonal from the upper left corner: columns become rows.
    pub fn transposed(&self) -> Self {
        const TILE: usize = 32; // Small enough for the first cache.
        let mut pixels = vec![0; self.pixels.len()];
        for top in (0..self.height).step_by(TILE) {
            for left in (0..self.width).step_by(TILE) {
                for x in left..(left + TILE).min(self.width) {
                    for y in top..(top + TILE).min(self.height) {
                        pixels[x * self.height + y] = self.pixels[y * self.width + x];
                    }
                }
            }
        }
        Self { width: self.height, height: self.width, pixels }
    }

    /// Left and right exchanged.
    pub fn mirror(&mut self) {
        for row in self.pixels.chunks_exact_mut(self.width) {
            row.reverse();
        }
    }

    /// Top and bottom exchanged.
    pub fn flip(&mut self) {
        let (top, bottom) = self.pixels.split_at_mut(self.height / 2 * self.width);
        for (above, below) in top.chunks_exact_mut(self.width).zip(bottom.chunks_exact_mut(self.width).rev()) {
            above.swap_with_slice(below);
        }
    }

    /// The mean, rounded down.
    pub fn mean(&self) -> u8 {
        let sum: u64 = self.pixels.iter().map(|pixel| u64::from(*pixel)).sum();
        u8::try_from(sum / (self.pixels.len() as u64).max(1)).unwrap_or(u8::MAX)
    }
}

fn woven(rows: &[u8], width: usize) -> Vec<u8> {
    let mut woven = vec![0; rows.len()];
    for (rows, woven) in rows.chunks_exact(4 * width).zip(woven.chunks_exact_mut(4 * width)) {
        let [a, b, c, d] = [0, 1, 2, 3].map(|row| &rows[row * width..][..width]);
        for ((((to, a), b), c), d) in woven.as_chunks_mut().0.iter_mut().zip(a).zip(b).zip(c).zip(d) {
            *to = [*a, *b, *c, *d];
        }
    }
    woven
}

fn unwoven(woven: &[u8], width: usize) -> Vec<u8> {
    let mut rows = vec![0; woven.len()];
    for (woven, rows) in woven.chunks_exact(4 * width).zip(rows.chunks_exact_mut(4 * width)) {
        let four: &[[u8; 4]] = woven.as_chunks().0;
        for (channel, row) in rows.chunks_exact_mut(width).enumerate() {
            for (to, from) in row.iter_mut().zip(four) {
                *to = from[channel];
            }
        }
    }
    rows
}

/// Pixels as fast_image_resize reads them. Sides are at most 20,000.
pub(super) fn view(width: usize, height: usize, pixels: &[u8], format: PixelType) -> ImageRef<'_> {
    ImageRef::new(side(width), side(height), pixels, format).expect(FITS)
}

/// Pixels as fast_image_resize writes them.
pub(super) fn view_mut(width: usize, height: usize, pixels: &mut [u8], format: PixelType) -> Image<'_> {
    Image::from_slice_u8(side(width), side(height), pixels, format).expect(FITS)
}

fn side(pixels: usize) -> u32 {
    u32::try_from(pixels).expect(FITS)
}

/// A side as a fraction-ready number: exact, for sides are far below 2^53.
#[expect(clippy::cast_precision_loss)]
pub(super) fn float(side: usize) -> f64 {
    side as f64
}
