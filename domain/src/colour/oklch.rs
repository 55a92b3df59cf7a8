//! OKLCH: lightness, chroma and hue as eyes see them (Björn Ottosson, 2020). A colour that is made
//! darker or lighter there stays the same colour.

use super::Colour;

/// A colour in OKLCH.
#[derive(Debug, Clone, Copy)]
pub(super) struct Oklch {
    /// 0 is black, 1 is white.
    pub lightness: f64,
    chroma: f64,
    /// In radians.
    hue: f64,
}

impl Oklch {
    pub fn of(colour: Colour) -> Self {
        let light = colour.0.map(linear);
        let cones = times(TO_CONES, light).map(f64::cbrt);
        let [lightness, a, b] = times(CONES_TO_LAB, cones);
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    /// The same hue and chroma at another lightness.
    pub fn at(self, lightness: f64) -> Self {
        Self { lightness, ..self }
    }

    /// The nearest colour that a screen can show: the same lightness and hue, and as much chroma as there is.
    pub fn colour(self) -> Colour {
        let (mut least, mut most) = (0.0, self.chroma);
        let mut light = self.with_chroma(most);
        if !shown(light) {
            for _ in 0..20 {
                let middle = f64::midpoint(least, most);
                if shown(self.with_chroma(middle)) {
                    least = middle;
                } else {
                    most = middle;
                }
            }
            light = self.with_chroma(least);
        }
        Colour(light.map(encoded))
    }

    /// Linear red, green and blue; outside 0 to 1 where a screen cannot show it.
    fn with_chroma(self, chroma: f64) -> [f64; 3] {
        let lab = [self.lightness, chroma * self.hue.cos(), chroma * self.hue.sin()];
        times(TO_LIGHT, times(LAB_TO_CONES, lab).map(|cone| cone * cone * cone))
    }
}

fn shown(light: [f64; 3]) -> bool {
    light.iter().all(|part| (-0.0005..=1.0005).contains(part))
}

/// A byte of sRGB as light, 0 to 1 (IEC 61966-2-1).
pub(super) fn linear(byte: u8) -> f64 {
    let part = f64::from(byte) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 0 and 255")]
fn encoded(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let part = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (part * 255.0).round() as u8
}

fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(factor, part)| factor * part).sum())
}

const TO_CONES: [[f64; 3]; 3] = [
    [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
    [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
    [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];
const CONES_TO_LAB: [[f64; 3]; 3] = [
    [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
    [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
    [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
];
const LAB_TO_CONES: [[f64; 3]; 3] = [
    [1.0, 0.396_337_777_4, 0.215_803_757_3],
    [1.0, -0.105_561_345_8, -0.063_854_172_8],
    [1.0, -0.089_484_177_5, -1.291_485_548_0],
];
const TO_LIGHT: [[f64; 3]; 3] = [
    [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
    [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
    [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
];
