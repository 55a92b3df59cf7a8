//! A column of texts that always fits: it shrinks as a whole, and lets go of what matters least.

use std::borrow::Cow;
use std::rc::Rc;

use super::fonts::{Fonts, Style};
use super::layout::{Area, MM, Placed, Tone, What};
use super::wrap::{Text, Wrapped, name};

/// Which end of the column something stands at; what is left of the height goes around the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// At the top.
    Head,
    /// In the middle.
    Body,
    /// At the bottom.
    Foot,
}

/// How a text takes its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As large as it goes: see [`name`].
    Name,
    /// As many lines as it needs.
    Sentence,
    /// One line, smaller where the column is too narrow.
    OneLine,
    /// No text: a line to write on.
    ToWriteOn,
    /// No text: the height of a line is kept free, as [`What::Room`].
    Room,
}

/// To the left, to the middle, or to the side from which the text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the left.
    Left,
    /// To the middle.
    Centre,
    /// To the side from which it is read.
    Start,
}

/// A text in a column. Sizes in points.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// Must be clean; a sentence, a name or a line without text takes no room.
    pub text: Cow<'a, str>,
    /// Which typeface.
    pub style: Style,
    /// How it takes its lines.
    pub kind: Kind,
    /// The size to begin with.
    pub size: f32,
    /// A size it keeps as long as there is something to let go of.
    pub least: f32,
    /// How dark.
    pub tone: Tone,
    /// What is kept free above it.
    pub gap: f32,
    /// Where in the column.
    pub block: Block,
    /// The highest goes first where all do not fit; 0 never goes.
    pub rank: u8,
    /// To which side.
    pub align: Align,
}

/// An item in its lines.
struct Solved {
    lines: Vec<Rc<super::shape::Line>>,
    size: f32,
    gap: f32,
    height: f32,
}

/// Sets the items into the area, one below the other. Nothing is cut.
pub fn set(fonts: &Fonts, items: &[Item], area: Area) -> Vec<Placed> {
    let mut items: Vec<(&Item, Text)> = items
        .iter()
        .filter(|item| !item.text.is_empty() || matches!(item.kind, Kind::ToWriteOn | Kind::Room))
        .map(|item| (item, Text::new(fonts, item.style, &item.text)))
        .collect();
    loop {
        let highest = items.iter().map(|(item, _)| item.rank).max().unwrap_or_default();
        for step in 0..=60_u8 {
            let factor = 1.0 - f32::from(step) * 0.015;
            let solved: Vec<Solved> =
                items.iter().map(|(item, text)| solve(fonts, item, text, area.width, factor)).collect();
            if fits(&solved, area.height) {
                return place(&items, &solved, area);
            }
            let too_small = items.iter().any(|(item, _)| item.size * factor < item.least);
            if highest > 0 && too_small {
                break;
            }
        }
        if highest == 0 {
            // Nothing a form lets through is so long; smaller than this nobody reads it, but it is still whole.
            let solved: Vec<Solved> =
                items.iter().map(|(item, text)| solve(fonts, item, text, area.width, 0.04)).collect();
            return place(&items, &solved, area);
        }
        items.retain(|(item, _)| item.rank < highest);
    }
}

fn fits(solved: &[Solved], height: f32) -> bool {
    solved.iter().map(|item| item.gap + item.height).sum::<f32>() <= height
}

fn solve(fonts: &Fonts, item: &Item, text: &Text, width: f32, factor: f32) -> Solved {
    let (wanted, gap) = (item.size * factor, item.gap * factor);
    let (wrapped, size) = match item.kind {
        Kind::ToWriteOn => {
            return Solved { lines: vec![], size: wanted, gap, height: wanted.max(8.0 * MM) };
        }
        Kind::Room => {
            let main = fonts.main(item.style);
            return Solved { lines: vec![], size: wanted, gap, height: (main.ascent + main.descent) * wanted };
        }
        Kind::Name => name(text, width, wanted),
        Kind::Sentence => (text.wrap(width / wanted), wanted),
        Kind::OneLine => {
            let whole = text.wrap(f32::INFINITY);
            let widest = whole.lines.iter().map(|line| line.width).fold(0.01, f32::max);
            (whole, wanted.min(width / widest))
        }
    };
    let height = wrapped.height() * size;
    let Wrapped { lines, .. } = wrapped;
    Solved { lines: lines.into_iter().map(Rc::new).collect(), size, gap, height }
}

fn place(items: &[(&Item, Text)], solved: &[Solved], area: Area) -> Vec<Placed> {
    let used: f32 = solved.iter().map(|item| item.gap + item.height).sum();
    let spare = (area.height - used).max(0.0) / 2.0;
    let mut y = area.y;
    let mut block = Block::Head;
    let mut placed = vec![];
    for ((item, _), solved) in items.iter().zip(solved) {
        if item.block > block {
            let blocks_passed = if block == Block::Head && item.block == Block::Foot { 2.0 } else { 1.0 };
            y += spare * blocks_passed;
            block = item.block;
        }
        y += solved.gap;
        if item.kind == Kind::ToWriteOn {
            let rule = Area { x: area.x, y: y + solved.height - 1.0, width: area.width, height: 0.6 };
            placed.push(Placed { area: rule, what: What::Rule(item.tone) });
            y += solved.height;
        }
        if item.kind == Kind::Room {
            placed.push(Placed { area: Area { y, height: solved.height, ..area }, what: What::Room });
            y += solved.height;
        }
        for line in &solved.lines {
            let (width, height) = (line.width * solved.size, (line.ascent + line.descent) * solved.size);
            let free = area.width - width;
            let x = area.x
                + match item.align {
                    Align::Centre => free / 2.0,
                    Align::Start if line.rtl => free,
                    Align::Left | Align::Start => 0.0,
                };
            let what = What::Line(Rc::clone(line), solved.size, item.tone);
            placed.push(Placed { area: Area { x, y, width, height }, what });
            y += height;
        }
    }
    placed
}
