//! The arithmetic of pictures: which address, how many pixels, which colour stands in its place.

use domain::ids::PhotoId;
use domain::photo::{Ratio, Size};
use store::{Cover, PhotoOnPage};

/// A picture of which only numbers are known.
#[derive(Clone, Copy, Debug)]
pub struct Picture {
    /// The photograph.
    pub id: PhotoId,
    /// Pixels of the original, oriented.
    pub width: u32,
    /// Pixels of the original, oriented.
    pub height: u32,
    /// Average colour, `0xRRGGBB`.
    pub colour: u32,
}

impl Picture {
    fn new(id: PhotoId, width: i64, height: i64, colour: i64) -> Self {
        let pixels = |side: i64| u32::try_from(side).unwrap_or_default().max(1);
        Self { id, width: pixels(width), height: pixels(height), colour: u32::try_from(colour).unwrap_or_default() }
    }

    /// Pixels of one of its sizes: the longest side is the size's, and nothing is enlarged.
    pub fn at(&self, size: Size) -> (u32, u32) {
        let longest = self.width.max(self.height);
        let wanted = size.longest_side().min(longest);
        let side = |of: u32| {
            let scaled = (u64::from(of) * u64::from(wanted) + u64::from(longest) / 2) / u64::from(longest);
            u32::try_from(scaled).unwrap_or(wanted).max(1)
        };
        (side(self.width), side(self.height))
    }

    /// The address of one of its sizes.
    pub fn src(&self, size: Size) -> String {
        format!("/m/{}/{size}", self.id)
    }

    /// The sizes for a whole screen, each with its width; a size that would be the same picture again is left out.
    pub fn srcset(&self) -> String {
        let (medium, large) = (self.at(Size::Medium).0, self.at(Size::Large).0);
        let mut set = format!("{} {medium}w", self.src(Size::Medium));
        if large > medium {
            set = format!("{set}, {} {large}w", self.src(Size::Large));
        }
        set
    }

    /// Its proportions.
    pub fn ratio(&self) -> Ratio {
        Ratio::of(self.width, self.height)
    }

    /// Its colour in three digits: near enough for a moment, and few enough to be classes of one page.
    pub fn short_colour(&self) -> u16 {
        let digit = |shift: u32| ((self.colour >> shift & 0xff) + 8) / 17;
        let short = digit(16) << 8 | digit(8) << 4 | digit(0);
        u16::try_from(short).unwrap_or_default()
    }

    /// That colour as CSS writes it.
    pub fn css_colour(&self) -> String {
        format!("#{:03x}", self.short_colour())
    }
}

impl From<&PhotoOnPage> for Picture {
    fn from(photo: &PhotoOnPage) -> Self {
        Self::new(photo.id, photo.width, photo.height, photo.colour)
    }
}

impl From<&Cover> for Picture {
    fn from(cover: &Cover) -> Self {
        Self::new(cover.photo, cover.width, cover.height, cover.colour)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A picture of so many pixels; `n` tells it from others.
    pub(crate) fn picture(n: u8, width: u32, height: u32, colour: u32) -> Picture {
        let id = PhotoId::from_random([n; 16]);
        Picture { id, width, height, colour }
    }

    // S72
    #[test]
    fn a_size_keeps_the_proportions_and_never_enlarges() {
        let landscape = picture(1, 6000, 4000, 0);
        assert_eq!(landscape.at(Size::Small), (400, 267));
        assert_eq!(landscape.at(Size::Large), (2560, 1707));
        assert_eq!(picture(1, 4000, 6000, 0).at(Size::Medium), (1067, 1600));
        assert_eq!(picture(1, 451, 300, 0).at(Size::Medium), (451, 300));
        assert_eq!(picture(1, 20_000, 3, 0).at(Size::Small), (400, 1));
    }

    #[test]
    fn a_size_that_would_be_the_same_picture_again_is_not_offered() {
        let large = picture(1, 6000, 4000, 0);
        let id = large.id;
        assert_eq!(large.srcset(), format!("/m/{id}/m 1600w, /m/{id}/l 2560w"));
        assert_eq!(picture(1, 451, 300, 0).srcset(), format!("/m/{id}/m 451w"));
    }

    #[test]
    fn a_colour_is_rounded_to_the_nearest_of_three_digits() {
        assert_eq!(picture(1, 1, 1, 0x00_00_00).css_colour(), "#000");
        assert_eq!(picture(1, 1, 1, 0xff_ff_ff).css_colour(), "#fff");
        assert_eq!(picture(1, 1, 1, 0x8a_4b_2a).css_colour(), "#842");
        assert_eq!(picture(1, 1, 1, 0x00_09_08).css_colour(), "#010");
    }
}
