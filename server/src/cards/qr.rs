//! QR codes (ISO/IEC 18004) as outlines: one path to fill, without seams between the modules.

use krilla::geom::{Path, PathBuilder};
use qrcode::{Color, EcLevel, QrCode};

/// The empty border that readers need, in modules.
pub const QUIET: u16 = 4;

/// A QR code's outline. The unit is a module; the quiet zone is inside.
pub struct Symbol {
    /// Of the symbol with its quiet zone, in modules.
    pub side: u16,
    /// To be filled by the even-odd rule.
    pub outline: Path,
}

impl Symbol {
    /// Of a text, with error correction M: where a camera sees the card from afar, larger modules help more than more
    /// correction. Nothing for a text that is too long.
    pub fn new(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let dark: Vec<bool> = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
        let mut path = PathBuilder::new();
        for ring in rings(&dark, width) {
            let mut corners = ring.into_iter().map(|(x, y)| (f32::from(x + QUIET), f32::from(y + QUIET)));
            let (x, y) = corners.next()?;
            path.move_to(x, y);
            corners.for_each(|(x, y)| path.line_to(x, y));
            path.close();
        }
        Some(Self { side: u16::try_from(width).ok()? + 2 * QUIET, outline: path.finish()? })
    }
}

/// The borders between dark and light, each as its corners.
fn rings(dark: &[bool], width: usize) -> Vec<Vec<(u16, u16)>> {
    let mut borders = Borders::of(dark, width);
    let mut rings = vec![];
    for start in 0..borders.right.len() {
        while let Some(next) = borders.take(start, Heading::Right) {
            rings.push(borders.walk(start, next));
        }
    }
    rings
}

#[derive(Clone, Copy)]
enum Heading {
    Right,
    Down,
    Left,
    Up,
}

/// The edges of modules that part dark from light and are not walked yet, by the crossing they leave: there is one more
/// crossing in a row than modules.
struct Borders {
    side: usize,
    right: Vec<bool>,
    down: Vec<bool>,
}

impl Borders {
    fn of(dark: &[bool], width: usize) -> Self {
        // Counted from 1, with light all around.
        let inside = 1..=width;
        let is_dark = |x: usize, y: usize| inside.contains(&x) && inside.contains(&y) && dark[(y - 1) * width + x - 1];
        let side = width + 1;
        let at = |crossing: usize| (crossing % side, crossing / side);
        let crossings = || (0..side * side).map(at);
        Self {
            side,
            right: crossings().map(|(x, y)| is_dark(x + 1, y) != is_dark(x + 1, y + 1)).collect(),
            down: crossings().map(|(x, y)| is_dark(x, y + 1) != is_dark(x + 1, y + 1)).collect(),
        }
    }

    /// Takes the edge away that leaves a crossing this way, if there is one; gives the crossing at its end.
    fn take(&mut self, from: usize, heading: Heading) -> Option<usize> {
        let (edge, to) = match heading {
            Heading::Right => (self.right.get_mut(from), from + 1),
            Heading::Down => (self.down.get_mut(from), from + self.side),
            Heading::Left => (self.right.get_mut(from.checked_sub(1)?), from - 1),
            Heading::Up => (self.down.get_mut(from.checked_sub(self.side)?), from - self.side),
        };
        std::mem::take(edge?).then_some(to)
    }

    /// Follows a border back to where it starts. An even number of edges meets at each crossing, so there is always a
    /// way on; where four meet, any of them will do, for the outline is filled by the even-odd rule.
    fn walk(&mut self, start: usize, mut at: usize) -> Vec<(u16, u16)> {
        let side = self.side;
        let corner =
            |at: usize| (u16::try_from(at % side).unwrap_or_default(), u16::try_from(at / side).unwrap_or_default());
        let mut ring = vec![corner(start)];
        let mut heading = Heading::Right;
        while at != start {
            if let Some(next) = self.take(at, heading) {
                at = next;
                continue;
            }
            let turns = match heading {
                Heading::Right | Heading::Left => [Heading::Down, Heading::Up],
                Heading::Down | Heading::Up => [Heading::Right, Heading::Left],
            };
            let Some((next, turned)) = turns.into_iter().find_map(|turn| Some((self.take(at, turn)?, turn))) else {
                break;
            };
            ring.push(corner(at));
            (at, heading) = (next, turned);
        }
        ring
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // S61
    #[test]
    fn every_module_is_inside_the_outline_exactly_when_it_is_dark() {
        let code =
            QrCode::with_error_correction_level("https://fotos.example.org/#c=7K2M9QX4TBHR", EcLevel::M).unwrap();
        let width = code.width();
        let dark: Vec<bool> = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
        let rings = rings(&dark, width);
        let crossed = |x: usize, y: usize| {
            let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
            let upright = edges.filter(|(a, b)| a.0 == b.0 && usize::from(a.0) <= x);
            upright.filter(|(a, b)| (a.1.min(b.1)..a.1.max(b.1)).contains(&u16::try_from(y).unwrap())).count()
        };
        for (at, dark) in dark.iter().enumerate() {
            assert_eq!(crossed(at % width, at / width) % 2 == 1, *dark, "module {at}");
        }
        assert!(rings.iter().flatten().count() < width * width, "corners only");
    }
}
