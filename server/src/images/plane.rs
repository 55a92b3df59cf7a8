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
fn lanczos() -> ResizeOptions {
    ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).use_alpha(false)
}

const FITS: &str = "the buffers fit the sides, and no side is zero";

/// Scales planes, with memory that is kept from one to the next: new memory costs more than the scaling.
#[derive(Default)]
pub(super) struct Scaler {
    resizer: Resizer,
    low: Vec<u8>,
    four_rows: Vec<u8>,
}

impl Scaler {
    /// Scales the upper left part of `shown` pixels, which need not be whole, to `width` x `height`.
    ///
    /// Down first, which goes along rows. Then across with four rows woven into one of four channels: across a
    /// single channel the SIMD code is five times slower.
    pub fn scale(&mut self, plane: PlaneRef, shown: (f64, f64), width: usize, height: usize) -> Plane {
        let woven_height = height.div_ceil(4);
        self.low.resize(self.low.len().max(plane.width * woven_height * 4), 0);
        let low = &mut self.low[..plane.width * woven_height * 4];
        self.resizer
            .resize(
                &view(plane.width, plane.height, plane.pixels, PixelType::U8),
                &mut view_mut(plane.width, height, &mut low[..plane.width * height], PixelType::U8),
                &lanczos().crop(0.0, 0.0, float(plane.width), shown.1),
            )
            .expect(FITS);
        weave(low, plane.width, &mut self.four_rows);
        let mut pixels = vec![0; width * woven_height * 4];
        self.resizer
            .resize(
                &view(plane.width, woven_height, low, PixelType::U8x4),
                &mut view_mut(width, woven_height, &mut pixels, PixelType::U8x4),
                &lanczos().crop(0.0, 0.0, shown.0, float(woven_height)),
            )
            .expect(FITS);
        unweave(&mut pixels, width, &mut self.four_rows);
        pixels.truncate(width * height);
        Plane { width, height, pixels }
    }

    /// Scales pixels of several channels side by side.
    pub fn scale_channels(&mut self, from: &ImageRef, to: &mut Image) {
        self.resizer.resize(from, to, &lanczos()).expect(FITS);
    }

    /// Scales pixels whose last channel is alpha: what cannot be seen leaves no trace in what can.
    pub fn scale_with_alpha(&mut self, from: &ImageRef, to: &mut Image) {
        self.resizer.resize(from, to, &lanczos().use_alpha(true)).expect(FITS);
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

/// Every four rows become one whose pixels have four channels. Four bytes at once in one word: so the compiler
/// finds SIMD instructions for it.
fn weave(rows: &mut [u8], width: usize, four_rows: &mut Vec<u8>) {
    for woven in rows.chunks_exact_mut(4 * width) {
        four_rows.clear();
        four_rows.extend_from_slice(woven);
        let [a, b, c, d] = [0, 1, 2, 3].map(|row| &four_rows[row * width..][..width]);
        for ((((to, a), b), c), d) in woven.as_chunks_mut().0.iter_mut().zip(a).zip(b).zip(c).zip(d) {
            let four = u32::from(*a) | u32::from(*b) << 8 | u32::from(*c) << 16 | u32::from(*d) << 24;
            *to = four.to_le_bytes();
        }
    }
}

/// The reverse of [`weave`].
fn unweave(woven: &mut [u8], width: usize, four_rows: &mut Vec<u8>) {
    for rows in woven.chunks_exact_mut(4 * width) {
        four_rows.clear();
        four_rows.extend_from_slice(rows);
        let pixels: &[[u8; 4]] = four_rows.as_chunks().0;
        for (channel, row) in rows.chunks_exact_mut(width).enumerate() {
            for (to, from) in row.iter_mut().zip(pixels) {
                *to = (u32::from_le_bytes(*from) >> (8 * channel)).to_le_bytes()[0];
            }
        }
    }
}

/// Pixels as `fast_image_resize` reads them. Sides are at most 20,000.
pub(super) fn view(width: usize, height: usize, pixels: &[u8], format: PixelType) -> ImageRef<'_> {
    ImageRef::new(side(width), side(height), pixels, format).expect(FITS)
}

/// Pixels as `fast_image_resize` writes them.
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
