//! A picture in three channels as JPEG has them (JFIF: Y, Cb, Cr of full range), from the decoder to the
//! encoder. Scaling these is cheaper than scaling RGB, and nothing is converted on the way.

use domain::photo::Unreadable;
use turbojpeg::{Compressor, Subsamp, YuvPlanesImage};

use super::metadata::Orientation;
use super::plane::{Plane, PlaneRef, Scaler, float};
use super::ycc::{chroma_of, luma_of, rgb_of};

/// Luma of every pixel, chroma of every two by two. The luma plane is a whole number of such blocks, so that it
/// may be a pixel wider and higher than the picture: the last ones are there twice.
#[derive(Debug)]
pub(super) struct Planes {
    pub width: usize,
    pub height: usize,
    luma: Plane,
    chroma: [Plane; 2],
}

/// What our JPEGs are encoded with: docs/images.md has the figures.
const QUALITY: i32 = 82;

impl Planes {
    /// Puts planes of the picture's own size together.
    fn new(width: usize, height: usize, luma: Plane, chroma: [Plane; 2]) -> Self {
        let (across, down) = (width.div_ceil(2), height.div_ceil(2));
        let luma = luma.reframed(across * 2, down * 2);
        let chroma = chroma.map(|plane| plane.reframed(across, down));
        Self { width, height, luma, chroma }
    }

    /// Scaled so that the longest side is at most `longest` pixels, never larger than it is.
    pub fn fit(&self, scaler: &mut Scaler, longest: u32) -> Self {
        let planes = [&self.luma, &self.chroma[0], &self.chroma[1]].map(Plane::view);
        Self::fitted(scaler, (self.width, self.height), planes, (2, 2), longest)
    }

    /// Scaled from a decoder's planes of a picture of `size`, where `shared` pixels across and down have one
    /// chroma value.
    pub fn fitted(
        scaler: &mut Scaler,
        (width, height): (usize, usize),
        [luma, blue, red]: [PlaneRef; 3],
        shared: (usize, usize),
        longest: u32,
    ) -> Self {
        let (new_width, new_height) = fitted(width, height, longest);
        let luma = scaler.scale(luma, (float(width), float(height)), new_width, new_height);
        // Of an odd side the last row of chroma would hang over by half: it is left out and later repeated, or
        // else all colours would drift.
        let (across, down) = ((new_width / 2).max(1), (new_height / 2).max(1));
        let shown = (
            float(width) / float(shared.0) * (float(across * 2) / float(new_width)).min(1.0),
            float(height) / float(shared.1) * (float(down * 2) / float(new_height)).min(1.0),
        );
        let chroma = [blue, red].map(|plane| scaler.scale(plane, shown, across, down));
        Self::new(new_width, new_height, luma, chroma)
    }

    /// Turned upright. An odd side may move the colours by half a pixel of theirs, which no eye sees.
    pub fn upright(self, orientation: Orientation) -> Self {
        if orientation == Orientation::UPRIGHT {
            return self;
        }
        let (width, height) = orientation.applied((self.width, self.height));
        let luma = orientation.turn(self.luma.reframed(self.width, self.height));
        Self::new(width, height, luma, self.chroma.map(|plane| orientation.turn(plane)))
    }

    /// From three bytes a pixel, red, green, blue.
    pub fn from_rgb(width: usize, height: usize, rgb: &[u8]) -> Self {
        let luma = rgb.as_chunks().0.iter().map(|pixel| luma_of(*pixel)).collect();
        let (across, down) = (width.div_ceil(2), height.div_ceil(2));
        let mut chroma = [0, 1].map(|_| Vec::with_capacity(across * down));
        for rows in rgb.chunks(width * 6) {
            let (upper, lower) = rows.split_at(width * 3);
            let lower = if lower.is_empty() { upper } else { lower };
            for (upper, lower) in upper.chunks(6).zip(lower.chunks(6)) {
                // The four pixels of the block; at an odd edge the last ones again.
                let sum = |channel: usize| {
                    let right = upper.len() - 3 + channel;
                    [upper[channel], upper[right], lower[channel], lower[right]].map(i32::from).iter().sum()
                };
                let [blue, red] = chroma_of([sum(0), sum(1), sum(2)]);
                chroma[0].push(blue);
                chroma[1].push(red);
            }
        }
        let chroma = chroma.map(|pixels| Plane { width: across, height: down, pixels });
        Self::new(width, height, Plane { width, height, pixels: luma }, chroma)
    }

    /// To three bytes a pixel, red, green, blue.
    pub fn to_rgb(&self) -> Vec<u8> {
        let [blue, red] = &self.chroma;
        let mut rgb = Vec::with_capacity(self.width * self.height * 3);
        for y in 0..self.height {
            let luma = &self.luma.pixels[y * self.luma.width..][..self.width];
            let at = y / 2 * blue.width;
            for (luma, (blue, red)) in luma.chunks(2).zip(blue.pixels[at..].iter().zip(&red.pixels[at..])) {
                for luma in luma {
                    rgb.extend(rgb_of(*luma, *blue, *red));
                }
            }
        }
        rgb
    }

    /// The mean colour: red, green, blue.
    pub fn colour(&self) -> [u8; 3] {
        rgb_of(self.luma.mean(), self.chroma[0].mean(), self.chroma[1].mean())
    }

    /// A baseline JPEG without any metadata.
    ///
    /// # Errors
    /// What the encoder refuses; nothing known.
    pub fn to_jpeg(&self) -> Result<Vec<u8>, Unreadable> {
        let [blue, red] = &self.chroma;
        let image = YuvPlanesImage {
            y_plane: &self.luma.pixels[..],
            u_plane: &blue.pixels[..],
            v_plane: &red.pixels[..],
            width: self.width,
            height: self.height,
            y_stride: self.luma.width,
            u_stride: blue.width,
            v_stride: red.width,
            subsamp: Subsamp::Sub2x2,
        };
        let encode = || {
            let mut compressor = Compressor::new()?;
            compressor.set_quality(QUALITY)?;
            compressor.set_optimize(true)?;
            compressor.compress_yuv_planes_to_vec(&image)
        };
        encode().map_err(|_| Unreadable::Damaged)
    }
}

/// The sides of a picture whose longest is at most `longest`: in proportion, rounded, at least one pixel.
pub(super) fn fitted(width: usize, height: usize, longest: u32) -> (usize, usize) {
    let (longest, own) = (longest as usize, width.max(height));
    if own <= longest {
        return (width, height);
    }
    let scaled = |side: usize| ((side * longest + own / 2) / own).max(1);
    (scaled(width), scaled(height))
}
