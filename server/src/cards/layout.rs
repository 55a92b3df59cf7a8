//! Where cards lie on paper. All in points from the page's upper left corner.

use std::rc::Rc;

use super::qr::Symbol;
use super::shape::Line;
use super::{Paper, Sheet};

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// What printers leave white, and where marks stand.
const MARGIN: f32 = 8.0 * MM;

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Of its left side.
    pub x: f32,
    /// Of its upper side.
    pub y: f32,
    /// To the right.
    pub width: f32,
    /// Downwards.
    pub height: f32,
}

impl Area {
    /// The rectangle without a border.
    pub fn inset(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y, width: self.width - 2.0 * x, height: self.height - 2.0 * y }
    }

    /// The same, somewhere else.
    pub fn moved(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    /// Its left part, and what is right of it.
    pub fn split_left(self, width: f32) -> (Self, Self) {
        (Self { width, ..self }, Self { x: self.x + width, width: self.width - width, ..self })
    }

    /// Its upper part, and what is below.
    pub fn split_top(self, height: f32) -> (Self, Self) {
        (Self { height, ..self }, Self { y: self.y + height, height: self.height - height, ..self })
    }

    /// A square in its middle.
    pub fn square(self) -> Self {
        let side = self.width.min(self.height);
        self.inset((self.width - side) / 2.0, (self.height - side) / 2.0)
    }
}

/// How dark: 0 is black. Grey is printed with black alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone(pub u8);

/// Something on a page, and the room it takes.
#[derive(Clone)]
pub struct Placed {
    /// Nothing of it is outside.
    pub area: Area,
    /// What it is.
    pub what: What,
}

/// What can be on a page.
#[derive(Clone)]
pub enum What {
    /// A line of text of this size; its baseline is the line's ascent below the upper side.
    Line(Rc<Line>, f32, Tone),
    /// A QR with its quiet zone.
    Symbol(Rc<Symbol>),
    /// The area itself, filled.
    Rule(Tone),
    /// Nothing yet.
    Room,
}

/// A page: its cards in the order they are filled, row by row, and what stands around them.
pub struct Grid {
    /// The paper.
    pub page: Area,
    /// The cards; they touch.
    pub cells: Vec<Area>,
    /// Where to cut and to fold.
    pub marks: Vec<Placed>,
}

/// Columns and rows for so many cards a page.
pub fn columns_and_rows(sheet: Sheet) -> (u8, u8) {
    let wanted = if sheet.large_print { sheet.per_page.min(2) } else { sheet.per_page };
    match wanted {
        0 | 1 => (1, 1),
        2 => (1, 2),
        3 | 4 => (2, 2),
        5 | 6 => (2, 3),
        7 | 8 => (2, 4),
        _ => (2, 5),
    }
}

impl Grid {
    /// As the sheet says.
    pub fn of(sheet: Sheet) -> Self {
        let (width, height) = match sheet.paper {
            Paper::A4 => (210.0 * MM, 297.0 * MM),
            Paper::Letter => (8.5 * 72.0, 11.0 * 72.0),
        };
        let page = Area { x: 0.0, y: 0.0, width, height };
        let inner = page.inset(MARGIN, MARGIN);
        let (columns, rows) = columns_and_rows(sheet);
        let (width, height) = (inner.width / f32::from(columns), inner.height / f32::from(rows));
        let cell = |row: u8, column: u8| Area {
            x: inner.x + width * f32::from(column),
            y: inner.y + height * f32::from(row),
            width,
            height,
        };
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| cell(row, column))).collect();
        // A card that is a page is folded in the middle.
        let steps = if rows == 1 { 2 } else { rows };
        let across = (0..=columns).map(|column| inner.x + width * f32::from(column)).collect::<Vec<_>>();
        let down =
            (0..=steps).map(|row| inner.y + inner.height / f32::from(steps) * f32::from(row)).collect::<Vec<_>>();
        let marks = if sheet.crop_marks { marks(page, &across, &down) } else { vec![] };
        Self { page, cells, marks }
    }
}

/// Hairlines in the margin at each line to cut.
fn marks(page: Area, across: &[f32], down: &[f32]) -> Vec<Placed> {
    const LONG: f32 = 4.0 * MM;
    const FROM_EDGE: f32 = 2.5 * MM;
    const HAIR: f32 = 0.4;
    let upright = |x: &f32, y: f32| Area { x: x - HAIR / 2.0, y, width: HAIR, height: LONG };
    let lying = |x: f32, y: &f32| Area { x, y: y - HAIR / 2.0, width: LONG, height: HAIR };
    let far = |length: f32| length - FROM_EDGE - LONG;
    let uprights = across.iter().flat_map(|x| [upright(x, FROM_EDGE), upright(x, far(page.height))]);
    let lyings = down.iter().flat_map(|y| [lying(FROM_EDGE, y), lying(far(page.width), y)]);
    uprights.chain(lyings).map(|area| Placed { area, what: What::Rule(Tone(0x60)) }).collect()
}
