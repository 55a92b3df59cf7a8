//! Where in the picture each module of a code is: perspective, and the bow of paper that is bent.

use super::finders::Place;
use super::grey::Grey;
use super::known::Group;

/// A code's modules in a picture.
#[derive(Debug, Clone)]
pub struct Grid {
    /// Modules on a side.
    pub side: usize,
    /// Pixels a module, about.
    module: f32,
    /// The middles of the three finder patterns, and the fourth corner of their square: x and y of each. Then how
    /// far the middle of horizontal lines, and of vertical ones, is off from straight.
    shape: [f32; 12],
}

/// A [`Grid`] ready to be asked: from modules to pixels.
pub struct Mapping {
    matrix: [f32; 8],
    bow: [f32; 4],
    scale: f32,
}

impl Grid {
    /// Flat and seen from far away.
    pub fn through([corner, right, lower]: [Place; 3], side: usize, module: f32) -> Self {
        let (x, y) = (right.x + lower.x - corner.x, right.y + lower.y - corner.y);
        let shape = [corner.x, corner.y, right.x, right.y, lower.x, lower.y, x, y, 0.0, 0.0, 0.0, 0.0];
        Self { side, module, shape }
    }

    /// With the fourth corner where the known parts fit best; and how well they do: 1 is exactly.
    pub fn roughly(self, grey: &Grey, known: &[Group]) -> (f32, Self) {
        let mut best = (self.likeness(grey, known), self.clone());
        for down in -3..=3_i8 {
            for right in -3..=3_i8 {
                let mut grid = self.clone();
                grid.shape[6] += f32::from(right) * self.module * 1.2;
                grid.shape[7] += f32::from(down) * self.module * 1.2;
                let likeness = grid.likeness(grey, known);
                if likeness > best.0 {
                    best = (likeness, grid);
                }
            }
        }
        best
    }

    /// Moved and bent until the known parts fit no better; and how well they do.
    pub fn fitted(mut self, grey: &Grey, known: &[Group]) -> (f32, Self) {
        let mut likeness = self.likeness(grey, known);
        let mut step = self.module * 0.8;
        while step > self.module * 0.04 {
            let mut better = false;
            for number in 0..self.shape.len() {
                for step in [step, -step] {
                    let old = self.shape[number];
                    self.shape[number] += step;
                    let now = self.likeness(grey, known);
                    if now > likeness {
                        (likeness, better) = (now, true);
                        break;
                    }
                    self.shape[number] = old;
                }
            }
            if !better {
                step *= 0.6;
            }
        }
        (likeness, self)
    }

    /// How much the known parts look as they should: 1 is exactly, 0 is not at all.
    pub fn likeness(&self, grey: &Grey, known: &[Group]) -> f32 {
        let mapping = self.mapping();
        let (mut sum, mut weights) = (0.0, 0.0);
        for group in known {
            sum += group.weight * likeness(grey, &mapping, group);
            weights += group.weight;
        }
        sum / weights
    }

    /// Heckbert's mapping from the unit square to four points (Fundamentals of Texture Mapping, 2.2.3).
    pub fn mapping(&self) -> Mapping {
        let [x0, y0, x1, y1, x3, y3, x2, y2, bow @ ..] = self.shape;
        let (dx1, dx2, dx3) = (x1 - x2, x3 - x2, x0 - x1 + x2 - x3);
        let (dy1, dy2, dy3) = (y1 - y2, y3 - y2, y0 - y1 + y2 - y3);
        let whole = dx1 * dy2 - dx2 * dy1;
        let whole = if whole.abs() < 1e-6 { 1e-6 } else { whole };
        let g = (dx3 * dy2 - dx2 * dy3) / whole;
        let h = (dx1 * dy3 - dx3 * dy1) / whole;
        let matrix = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h];
        Mapping { matrix, bow, scale: 1.0 / (self.side as f32 - 7.0) }
    }
}

impl Mapping {
    /// The pixel at a column and a row of modules.
    #[expect(clippy::many_single_char_names, reason = "as in the source")]
    pub fn at(&self, column: f32, row: f32) -> (f32, f32) {
        let (u, v) = ((column - 3.5) * self.scale, (row - 3.5) * self.scale);
        let [a, b, c, d, e, f, g, h] = self.matrix;
        let depth = 1.0 / (g * u + h * v + 1.0);
        let (along_u, along_v) = (4.0 * u * (1.0 - u), 4.0 * v * (1.0 - v));
        let x = (a * u + b * v + c) * depth + self.bow[0] * along_u + self.bow[2] * along_v;
        let y = (d * u + e * v + f) * depth + self.bow[1] * along_u + self.bow[3] * along_v;
        (x, y)
    }
}

/// The correlation between what a group's modules are and what they should be. It does not depend on how bright
/// and how strong the light is.
fn likeness(grey: &Grey, mapping: &Mapping, group: &Group) -> f32 {
    let (mut sum, mut squares, mut light_sum, mut lights) = (0.0, 0.0, 0.0, 0.0);
    for (column, row, light) in &group.modules {
        let (x, y) = mapping.at(*column, *row);
        let value = grey.at(x, y);
        sum += value;
        squares += value * value;
        if *light {
            light_sum += value;
            lights += 1.0;
        }
    }
    let count = group.modules.len() as f32;
    let spread = squares * count - sum * sum;
    if spread <= count {
        return 0.0;
    }
    (light_sum * count - sum * lights) / (spread * lights * (count - lights)).sqrt()
}
