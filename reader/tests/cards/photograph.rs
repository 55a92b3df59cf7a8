//! A real photograph, and what the camera makes of a scene: dark, warm, grainy, packed as JPEG.

use std::path::{Path, PathBuf};

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use turbojpeg::{Compressor, PixelFormat, Subsamp};

use super::chance::Chance;
use super::layer::Layer;

/// Red, green and blue of each pixel.
pub struct Photograph {
    /// Pixels across and down.
    pub size: (usize, usize),
    rgb: Vec<u8>,
}

/// How a photograph is taken.
#[derive(Debug, Clone, Copy)]
pub struct Exposure {
    /// How bright it becomes, as a part.
    pub bright: f32,
    /// How much more red and less blue there is, as a part.
    pub warm: f32,
    /// The grain's standard deviation of 255.
    pub grain: f32,
    /// The JPEG's quality.
    pub quality: i32,
}

impl Photograph {
    /// The photographs that the demo has.
    pub fn all() -> Vec<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/demo");
        let mut all: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        all.retain(|path| path.extension().is_some_and(|extension| extension == "jpg"));
        all.sort();
        all
    }

    /// Opens one and scales it so that it fills `size`.
    pub fn open(path: &Path, size: (usize, usize)) -> Self {
        let from = turbojpeg::decompress(&std::fs::read(path).unwrap(), PixelFormat::RGB).unwrap();
        let mut rgb = vec![0; size.0 * size.1 * 3];
        let [width, height, to_width, to_height] = [from.width, from.height, size.0, size.1].map(|side| side as u32);
        let view = ImageRef::new(width, height, &from.pixels, PixelType::U8x3).unwrap();
        let mut to = Image::from_slice_u8(to_width, to_height, &mut rgb, PixelType::U8x3).unwrap();
        let options = ResizeOptions::new().fit_into_destination(None);
        Resizer::new().resize(&view, &mut to, &options).unwrap();
        Self { size, rgb }
    }

    /// Puts a layer before it.
    pub fn cover(&mut self, layer: &Layer) {
        for (row, pixels) in layer.pixels.chunks(layer.width).enumerate() {
            let start = ((layer.at.1 + row) * self.size.0 + layer.at.0) * 3;
            let under = &mut self.rgb[start..start + layer.width * 3];
            for (pixel, over) in under.as_chunks_mut::<3>().0.iter_mut().zip(pixels).filter(|(_, over)| over[3] > 0.0) {
                for (under, over_part) in pixel.iter_mut().zip(over) {
                    *under = (f32::from(*under) * (1.0 - over[3]) + over_part) as u8;
                }
            }
        }
    }

    /// Takes it.
    pub fn jpeg(mut self, exposure: Exposure, chance: &mut Chance) -> Vec<u8> {
        let gains = [1.0 + exposure.warm, 1.0, 1.0 - exposure.warm].map(|gain| gain * exposure.bright);
        let tables =
            gains.map(|gain| (0..=255_u8).map(|value| (f32::from(value) * gain).min(255.0) as i16).collect::<Vec<_>>());
        // Twelve dice are nearly Gauss's bell.
        let grain: Vec<i16> = (0..4099)
            .map(|_| (0..12).map(|_| chance.within((-0.5, 0.5))).sum::<f32>())
            .map(|bell| (bell * exposure.grain).round() as i16)
            .collect();
        for row in self.rgb.chunks_mut(self.size.0 * 3) {
            let mut grain = grain.iter().cycle().skip((chance.next() % 4099) as usize);
            for [red, green, blue] in row.as_chunks_mut::<3>().0 {
                for (value, table) in [red, green, blue].into_iter().zip(&tables) {
                    *value = (table[usize::from(*value)] + grain.next().unwrap_or(&0)).clamp(0, 255) as u8;
                }
            }
        }
        let mut compressor = Compressor::new().unwrap();
        compressor.set_quality(exposure.quality).unwrap();
        compressor.set_subsamp(Subsamp::Sub2x2).unwrap();
        let (width, height) = self.size;
        compressor
            .compress_to_vec(turbojpeg::Image {
                pixels: &self.rgb[..],
                width,
                pitch: width * 3,
                height,
                format: PixelFormat::RGB,
            })
            .unwrap()
    }
}
