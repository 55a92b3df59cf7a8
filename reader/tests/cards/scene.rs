//! Kinds of photographs of cards, from easy to hard.

use std::f32::consts::{PI, TAU};
use std::path::PathBuf;

use super::card::Card;
use super::chance::Chance;
use super::layer::{Layer, Look};
use super::photograph::{Exposure, Photograph};
use super::pose::{Hold, Pose};

type Range = (f32, f32);

/// One kind. Each picture takes its own values from the ranges.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    pub name: &'static str,
    pub pictures: u64,
    /// At least so many are read.
    pub floor: usize,
    /// Pixels on the longer side; the shorter has two thirds of it.
    pub longest: usize,
    /// The QR code's side as a part of the picture's longer side, before the tilt.
    pub share: Range,
    /// Degrees between card and picture.
    pub tilt: Range,
    /// Degrees that the card is turned in its plane, to both sides.
    pub turn: f32,
    pub bright: Range,
    pub grain: Range,
    /// Out of focus by a bell of so many modules' standard deviation.
    pub blur: Range,
    /// Moved by so many modules to both sides.
    pub motion: Range,
    pub glare: bool,
    pub bent: bool,
    /// The thumb lies on the code's edge and not beside it.
    pub thumb_on_code: bool,
}

/// A photograph of a card, and what the card says.
pub struct Taken {
    pub jpeg: Vec<u8>,
    pub text: String,
}

impl Kind {
    /// The picture of that number.
    pub fn take(&self, number: u64) -> Taken {
        self.take_saying(number, None)
    }

    /// The same with a card that says `text`.
    pub fn take_saying(&self, number: u64, text: Option<&str>) -> Taken {
        let seed = self.name.bytes().fold(number, |seed, byte| seed.wrapping_mul(131).wrapping_add(u64::from(byte)));
        let chance = &mut Chance::new(seed);
        let all: Vec<PathBuf> = Photograph::all();
        let upright = chance.next().is_multiple_of(3);
        let size = if upright { (self.longest * 2 / 3, self.longest) } else { (self.longest, self.longest * 2 / 3) };
        let mut photograph = Photograph::open(chance.one_of::<PathBuf>(&all), size);

        let card = Card::print(chance, text);
        let scale = chance.within(self.share) * self.longest as f32 / card.qr.2;
        let module = scale * card.qr.2 / card.modules as f32;
        let pose = Pose::new(self.hold(&card, scale, size, chance), size);
        let deviation = (chance.within(self.blur) * module).hypot(0.6);
        let moved = chance.within(self.motion) * module;
        let margin = (deviation * 3.0 + moved) as usize + 2;
        let mut layer = Layer::draw(&card, &pose, &self.look(&card, chance), size, margin);
        let (down, right) = chance.within((0.0, PI)).sin_cos();
        layer.smear((right * moved, down * moved));
        layer.blur(deviation);
        photograph.cover(&layer);
        let exposure = Exposure {
            bright: chance.within(self.bright),
            warm: chance.within((-0.04, 0.16)),
            grain: chance.within(self.grain),
            quality: chance.within((80.0, 90.5)) as i32,
        };
        Taken { jpeg: photograph.jpeg(exposure, chance), text: card.text }
    }

    fn hold(&self, card: &Card, scale: f32, size: (usize, usize), chance: &mut Chance) -> Hold {
        let reach = card.size.0.hypot(card.size.1) / 2.0 * scale;
        let mut within = |side: usize| {
            let room = (0.5 - reach / side as f32).clamp(0.0, 0.5);
            0.5 + chance.within((-room, room))
        };
        let at = (within(size.0), within(size.1));
        let bent = self.bent.then(|| chance.within((70.0, 160.0)) * if chance.next() & 1 == 0 { 1.0 } else { -1.0 });
        Hold {
            at,
            scale,
            tilt: chance.within(self.tilt).to_radians(),
            towards: chance.within((0.0, TAU)),
            turn: chance.within((-self.turn, self.turn)).to_radians(),
            radius: bent,
        }
    }

    fn look(&self, card: &Card, chance: &mut Chance) -> Look {
        let (left, top, side) = card.qr;
        let slope = if self.glare { 0.3 } else { 0.12 };
        let glare = self.glare.then(|| {
            let middle = (left + side / 2.0 - card.size.0 / 2.0, top + side / 2.0 - card.size.1 / 2.0);
            let off = side * 0.6;
            let at = (middle.0 + chance.within((-off, off)), middle.1 + chance.within((-off, off)));
            (at, chance.within((8.0, 20.0)), chance.within((60.0, 140.0)))
        });
        // Below the code, or over its lower edge, where no finder pattern is.
        let across = left + side * chance.within((0.6, 0.8));
        let end = if self.thumb_on_code {
            top + side + chance.within((5.0, 7.5))
        } else {
            top + side + 13.0_f32.min(card.size.1 - top - side + 4.0) + 1.0
        };
        Look {
            slope: (chance.within((-slope, slope)), chance.within((-slope, slope))),
            glare,
            thumb: ((across + 24.0, card.size.1 + 70.0), (across, end)),
        }
    }
}
