//! The designs, and how large everything is in each.
//!
//! *Wide*, for 2, 8 and 10 a page: the QR on the left, as high as the card, all text right of it. *Tall*, for 4: the QR
//! above, the text below. *Crown*, for 6: the name above all, the code below all, between them the QR and the sentences.
//! *Page*, for 1: folded in the middle, the upper half for home, the lower half for the camera with nothing but the QR
//! and the name.

use super::Sheet;
use super::layout::{MM, columns_and_rows};

/// How a card is laid out.
#[derive(Clone, Copy, Debug)]
pub enum Design {
    /// Two halves.
    Page,
    /// The QR left of the text.
    Wide,
    /// The QR above the text.
    Tall,
    /// The QR below the name.
    Crown,
}

/// The sizes of a design, in points where nothing else is said.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The part of the card's width (tall: of its height) that the QR may take with its quiet zone.
    pub qr: f32,
    /// From the text to the card's edge.
    pub pad: f32,
    /// A name, at most.
    pub name: f32,
    /// The height that is kept for a name, as a multiple of its size.
    pub head: f32,
    /// The class or group.
    pub group: f32,
    /// "Your pictures"
    pub title: f32,
    /// The sentences.
    pub words: f32,
    /// The sentences, as long as there is something to let go of for them.
    pub least: f32,
    /// The code.
    pub code: f32,
    /// The studio and the occasion.
    pub foot: f32,
}

/// The design for a sheet, and its sizes.
pub fn plan(sheet: Sheet) -> (Design, Sizes) {
    let (design, sizes) = match columns_and_rows(sheet) {
        (_, 1) => (Design::Page, PAGE),
        (1, _) => (Design::Wide, HALF),
        (_, 2) => (Design::Tall, QUARTER),
        (_, 3) => (Design::Crown, SIXTH),
        (_, 4) => (Design::Wide, EIGHTH),
        _ => (Design::Wide, TENTH),
    };
    if !sheet.large_print {
        return (design, sizes);
    }
    let large = Sizes { qr: 0.46, group: 17.0, title: 19.0, words: 16.0, least: 12.0, code: 32.0, foot: 12.0, ..sizes };
    (design, large)
}

const PAGE: Sizes = Sizes {
    qr: 0.64,
    pad: 8.0 * MM,
    name: 26.0,
    head: 1.8,
    group: 14.0,
    title: 19.0,
    words: 12.5,
    least: 9.0,
    code: 30.0,
    foot: 10.5,
};

const HALF: Sizes = Sizes {
    qr: 0.61,
    pad: 12.0 * MM,
    name: 34.0,
    head: 1.8,
    group: 17.0,
    title: 18.0,
    words: 12.0,
    least: 9.0,
    code: 26.0,
    foot: 9.5,
};

const QUARTER: Sizes = Sizes {
    qr: 0.525,
    pad: 4.5 * MM,
    name: 22.0,
    head: 1.45,
    group: 12.0,
    title: 13.0,
    words: 8.5,
    least: 7.0,
    code: 19.0,
    foot: 7.0,
};

const SIXTH: Sizes = Sizes {
    qr: 0.61,
    pad: 5.0 * MM,
    name: 19.0,
    head: 1.45,
    group: 11.0,
    title: 12.0,
    words: 7.5,
    least: 6.5,
    code: 21.0,
    foot: 6.5,
};

const EIGHTH: Sizes = Sizes {
    qr: 0.56,
    pad: 4.5 * MM,
    name: 18.0,
    head: 1.8,
    group: 10.0,
    title: 11.0,
    words: 7.5,
    least: 6.5,
    code: 14.0,
    foot: 6.0,
};

const TENTH: Sizes = Sizes {
    qr: 0.53,
    pad: 3.0 * MM,
    name: 16.0,
    head: 1.8,
    group: 9.0,
    title: 10.0,
    words: 7.0,
    least: 6.0,
    code: 13.5,
    foot: 6.0,
};
