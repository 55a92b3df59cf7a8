//! Colours of the screen, whether one can be read on another (WCAG 2.2), and shades of a studio's
//! colour that can (S76, S78).

mod oklch;

use std::fmt;

use oklch::Oklch;

/// The least contrast between a text and what is behind it: WCAG 2.2, 1.4.3 (AA).
pub const READABLE: f64 = 4.5;

/// A text that is not a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ColourProblem {
    /// Not six hexadecimal digits, or three.
    #[error("not a colour: six hexadecimal digits are wanted")]
    NotAColour,
}

/// A colour in sRGB: red, green, blue. As text `#8a4b2a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// The background of a page in the light.
    pub const PAPER: Self = Self([0xfa, 0xf9, 0xf6]);
    /// The background of a page in the dark.
    pub const NIGHT: Self = Self([0x13, 0x13, 0x12]);
    /// The darkest ground that a light page has for a text.
    const WASH: Self = Self([0xf1, 0xee, 0xe8]);
    /// The lightest ground that a dark page has for a text.
    const NIGHT_WASH: Self = Self([0x20, 0x20, 0x1e]);
    /// Text on an accent in the light.
    const WHITE: Self = Self([0xff; 3]);
    /// Text on an accent in the dark.
    const NEARLY_BLACK: Self = Self([0x16, 0x13, 0x10]);

    /// Takes `#8a4b2a`, `8A4B2A` or `#840`, as people write colours.
    pub fn parse(typed: &str) -> Result<Self, ColourProblem> {
        let typed = typed.trim();
        let digits = typed.strip_prefix('#').unwrap_or(typed);
        let digits: Vec<u8> = digits
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()
            .ok_or(ColourProblem::NotAColour)?;
        match *digits.as_slice() {
            [_, _, _, _, _, _] => Ok(Self([0, 2, 4].map(|at| digits[at] * 16 + digits[at + 1]))),
            [red, green, blue] => Ok(Self([red, green, blue].map(|digit| digit * 17))),
            _ => Err(ColourProblem::NotAColour),
        }
    }

    /// How much light it gives, from 0 to 1: WCAG's relative luminance.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(oklch::linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// WCAG's contrast to another colour, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The shades of this colour that can be read, as text and under text.
    pub fn shades(self) -> Shades {
        Shades {
            light: Shade { accent: self.darkened(), on: Self::WHITE },
            dark: Shade { accent: self.lightened(), on: Self::NEARLY_BLACK },
        }
    }

    /// Itself, or as little darker as a light page needs.
    fn darkened(self) -> Self {
        let typed = Oklch::of(self);
        let steps = std::iter::successors(Some(typed.lightness), |light| Some(light - STEP));
        self.first_readable(typed, steps.take_while(|light| *light > 0.0), Self::WASH).unwrap_or(Self([0; 3]))
    }

    /// Itself, or as little lighter as a dark page needs.
    fn lightened(self) -> Self {
        let typed = Oklch::of(self);
        let steps = std::iter::successors(Some(typed.lightness), |light| Some(light + STEP));
        self.first_readable(typed, steps.take_while(|light| *light < 1.0), Self::NIGHT_WASH).unwrap_or(Self::WHITE)
    }

    fn first_readable(self, typed: Oklch, mut lights: impl Iterator<Item = f64>, ground: Self) -> Option<Self> {
        if self.contrast(ground) >= READABLE {
            return Some(self);
        }
        lights.find_map(|lightness| {
            let shade = typed.at(lightness).colour();
            (shade.contrast(ground) >= READABLE).then_some(shade)
        })
    }
}

/// How far apart the lightnesses are that are tried: nobody sees a smaller step.
const STEP: f64 = 0.004;

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A studio's colour as pages use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// On a light page.
    pub light: Shade,
    /// On a dark page.
    pub dark: Shade,
}

impl Shades {
    /// Those of a studio that has chosen no colour, as `tokens.css` has them.
    pub const OURS: Self = Self {
        light: Shade { accent: Colour([0x8a, 0x4b, 0x2a]), on: Colour::WHITE },
        dark: Shade { accent: Colour([0xd9, 0x9a, 0x72]), on: Colour::NEARLY_BLACK },
    };
}

/// An accent and the text on it. Both the text on the accent and the accent on the page have a
/// contrast of [`READABLE`] at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    /// The accent.
    pub accent: Colour,
    /// What is written on it.
    pub on: Colour,
}
