//! What stands where on a card: the QR as large as it goes, the name, and what a family reads.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::column::{Align, Block, Item, Kind, set};
use super::design::{Design, Sizes, plan};
use super::fonts::{Fonts, Style};
use super::layout::{Area, MM, Placed, Tone, What};
use super::qr::Symbol;
use super::shape::clean;
use super::{Card, CardWords, Job, Sheet};

/// The part of its width that the QR takes on the half for the camera.
const PAGE_QR: f32 = 0.64;

const BLACK: Tone = Tone(0);
const TEXT: Tone = Tone(0x22);
const QUIET: Tone = Tone(0x58);

/// Makes the cards of one job for one sheet.
pub struct Composer<'a> {
    fonts: &'a Fonts,
    job: Job,
    occasion: String,
    design: Design,
    sizes: Sizes,
    /// What is the same on all cards, set once: by which it is, and the width and height it was set for.
    shared: RefCell<HashMap<(usize, u32, u32), Vec<Placed>>>,
}

impl<'a> Composer<'a> {
    /// For this job and sheet.
    pub fn new(fonts: &'a Fonts, job: &Job, sheet: Sheet) -> Self {
        let (design, sizes) = plan(sheet);
        let job = cleaned(job);
        let parts = [job.organisation.as_str(), job.date.as_str()].into_iter().filter(|part| !part.is_empty());
        let occasion = parts.collect::<Vec<_>>().join(" · ");
        Self { fonts, job, occasion, design, sizes, shared: RefCell::default() }
    }

    /// One card in its cell.
    pub fn card(&self, card: &Card, symbol: &Rc<Symbol>, cell: Area) -> Vec<Placed> {
        match self.design {
            Design::Page => self.page(card, symbol, cell),
            Design::Wide => self.wide(card, symbol, cell),
            Design::Tall => self.tall(card, symbol, cell),
            Design::Crown => self.crown(card, symbol, cell),
        }
    }

    fn wide(&self, card: &Card, symbol: &Rc<Symbol>, cell: Area) -> Vec<Placed> {
        let side = (cell.height - 2.0 * MM).min(cell.width * self.sizes.qr);
        let (left, right) = cell.split_left(side + MM);
        let qr = Area { x: left.x + MM, width: side, ..left }.square();
        let text = Area { width: right.width - self.sizes.pad.min(6.0 * MM), ..right }.inset(0.0, self.sizes.pad);
        self.column(card, symbol, qr, text, Align::Start)
    }

    fn tall(&self, card: &Card, symbol: &Rc<Symbol>, cell: Area) -> Vec<Placed> {
        let side = (cell.width - 2.0 * MM).min(cell.height * self.sizes.qr);
        let (above, below) = cell.split_top(side + MM);
        let qr = Area { y: above.y + MM, height: side, ..above }.square();
        let text = Area { height: below.height - self.sizes.pad, ..below }.inset(self.sizes.pad, 0.0);
        self.column(card, symbol, qr, text, Align::Centre)
    }

    /// The QR, and all texts in one column.
    fn column(&self, card: &Card, symbol: &Rc<Symbol>, qr: Area, text: Area, align: Align) -> Vec<Placed> {
        let (head, body) = text.split_top(self.head());
        let mut placed = vec![symbol_at(symbol, qr)];
        placed.extend(set(self.fonts, &self.who(card, self.sizes, align), head));
        placed.extend(self.body(card, body, true, align));
        placed
    }

    fn crown(&self, card: &Card, symbol: &Rc<Symbol>, cell: Area) -> Vec<Placed> {
        let inner = cell.inset(self.sizes.pad, self.sizes.pad);
        let (head, rest) = inner.split_top(self.head());
        let (middle, foot) = rest.split_top(rest.height - self.sizes.code * 1.4);
        let side = middle.height.min(cell.width * self.sizes.qr);
        let quiet = side * f32::from(super::qr::QUIET) / f32::from(symbol.side);
        let (left, right) = middle.split_left(side - quiet);
        let qr = Area { x: left.x - quiet, width: side, ..left }.inset(0.0, (middle.height - side) / 2.0);
        let mut placed = vec![symbol_at(symbol, qr)];
        placed.extend(set(self.fonts, &self.who(card, self.sizes, Align::Left), head));
        placed.extend(self.body(card, right.inset(0.0, quiet - (side - middle.height) / 2.0), false, Align::Start));
        placed.extend(self.code(card, foot, Align::Left));
        placed
    }

    /// The sentences with the address, and with the code if it has no other place.
    fn body(&self, card: &Card, area: Area, with_code: bool, align: Align) -> Vec<Placed> {
        let mut placed = self.shared(0, area, || {
            let mut items: Vec<Item> = self.job.words.iter().flat_map(|words| self.invite(words, align)).collect();
            let [address, room] = self.way_in(align);
            items.push(address);
            items.extend(with_code.then_some(room));
            items.extend(self.job.words.iter().flat_map(|words| self.keep(words, align)));
            items.extend(self.foot(align));
            items
        });
        placed.extend(self.code_in_room(card, &placed, align));
        placed
    }

    /// Sets items that are the same on all cards. `which` tells them from others.
    fn shared<'b>(&'b self, which: usize, area: Area, items: impl FnOnce() -> Vec<Item<'b>>) -> Vec<Placed> {
        let mut shared = self.shared.borrow_mut();
        let at_origin = Area { x: 0.0, y: 0.0, ..area };
        let once = || set(self.fonts, &items(), at_origin);
        let placed = shared.entry((which, area.width.to_bits(), area.height.to_bits())).or_insert_with(once);
        let moved = |placed: &Placed| Placed { area: placed.area.moved(area.x, area.y), ..placed.clone() };
        placed.iter().map(moved).collect()
    }

    fn code_in_room(&self, card: &Card, placed: &[Placed], align: Align) -> Vec<Placed> {
        let room = placed.iter().find(|placed| matches!(placed.what, What::Room)).map(|placed| placed.area);
        room.map(|room| self.code(card, room, align)).unwrap_or_default()
    }

    /// The code, as large as the room is high, or as wide.
    fn code(&self, card: &Card, room: Area, align: Align) -> Vec<Placed> {
        let main = self.fonts.main(Style::Code);
        let item = self.sentence("", align, 0.0);
        let size = room.height / (main.ascent + main.descent) * 0.999;
        let item =
            Item { text: clean(&card.code).into(), style: Style::Code, kind: Kind::OneLine, size, tone: BLACK, ..item };
        set(self.fonts, &[item], room)
    }

    /// The height for name and group: the same on all cards, so that all that follows is as large on each.
    fn head(&self) -> f32 {
        self.sizes.name * self.sizes.head + self.sizes.group * 1.35
    }

    /// The name and the group.
    fn who<'b>(&self, card: &'b Card, sizes: Sizes, align: Align) -> Vec<Item<'b>> {
        let name = card.name.as_deref().map(clean).filter(|name| name.chars().any(|letter| self.fonts.knows(letter)));
        let align = if align == Align::Start { Align::Left } else { align };
        let item = Item {
            text: Cow::Borrowed(""),
            style: Style::Name,
            kind: Kind::ToWriteOn,
            size: sizes.name,
            least: 0.0,
            tone: QUIET,
            gap: 0.0,
            block: Block::Head,
            rank: 0,
            align,
        };
        let named = |name: String| Item { text: name.into(), kind: Kind::Name, tone: BLACK, ..item.clone() };
        let group = Item {
            text: clean(&card.group).into(),
            style: Style::Words,
            kind: Kind::Sentence,
            size: sizes.group,
            tone: TEXT,
            ..item.clone()
        };
        vec![name.map_or_else(|| item.clone(), named), group]
    }

    /// "Your pictures. Scan, or type the code at"
    fn invite<'b>(&self, words: &'b CardWords, align: Align) -> [Item<'b>; 2] {
        let item = self.sentence(&words.title, align, self.sizes.words * 0.3);
        let title = Item { style: Style::Name, size: self.sizes.title, tone: BLACK, rank: 2, ..item };
        [title, self.sentence(&words.scan, align, 0.0)]
    }

    fn sentence<'b>(&self, text: &'b str, align: Align, gap: f32) -> Item<'b> {
        Item {
            text: text.into(),
            style: Style::Words,
            kind: Kind::Sentence,
            size: self.sizes.words,
            least: self.sizes.least,
            tone: TEXT,
            gap,
            block: Block::Body,
            rank: 0,
            align,
        }
    }

    /// The address, and room for the code.
    fn way_in(&self, align: Align) -> [Item<'_>; 2] {
        let align = if align == Align::Start { Align::Left } else { align };
        let item = self.sentence(&self.job.address, align, self.sizes.words * 0.3);
        let room = Item { kind: Kind::Room, style: Style::Code, size: self.sizes.code, gap: 0.0, ..item.clone() };
        [Item { size: self.sizes.words * 1.12, tone: BLACK, ..item }, room]
    }

    fn keep<'b>(&self, words: &'b CardWords, align: Align) -> [Item<'b>; 2] {
        let until = words.until.as_deref().unwrap_or_default();
        [self.sentence(&words.keep, align, self.sizes.words * 0.3), self.sentence(until, align, 0.0)]
    }

    /// The studio; the organisation and the day.
    fn foot(&self, align: Align) -> [Item<'_>; 2] {
        let align = if align == Align::Start { Align::Left } else { align };
        let item = self.sentence(&self.job.studio, align, self.sizes.foot * 0.5);
        let item = Item { size: self.sizes.foot, least: 0.0, kind: Kind::OneLine, block: Block::Foot, ..item };
        let occasion = Item { text: self.occasion.as_str().into(), tone: QUIET, gap: 0.0, rank: 1, ..item.clone() };
        [Item { style: Style::Name, size: self.sizes.foot * 1.25, ..item }, occasion]
    }

    fn page(&self, card: &Card, symbol: &Rc<Symbol>, cell: Area) -> Vec<Placed> {
        let (home, camera) = cell.split_top(cell.height / 2.0);
        let mut placed = self.home(card, symbol, home.inset(self.sizes.pad, 7.0 * MM));
        let (left, right) = camera.inset(2.0 * MM, 4.0 * MM).split_left(camera.width * PAGE_QR);
        placed.push(symbol_at(symbol, left.square()));
        let sizes = Sizes { name: 46.0, group: 22.0, ..self.sizes };
        let who = self.who(card, sizes, Align::Left);
        let middle = who.into_iter().map(|item| Item { block: Block::Body, ..item }).collect::<Vec<_>>();
        placed.extend(set(self.fonts, &middle, right.inset(2.0 * MM, 6.0 * MM)));
        placed
    }

    /// The half that a family keeps.
    fn home(&self, card: &Card, symbol: &Rc<Symbol>, area: Area) -> Vec<Placed> {
        let (head, rest) = area.split_top(area.height * 0.26);
        let foot = self.foot(Align::Left).into_iter();
        let mut lines: Vec<Item> = foot.map(|item| Item { block: Block::Head, gap: 0.0, ..item }).collect();
        let who = self.who(card, self.sizes, Align::Left);
        lines.extend(who.into_iter().map(|item| Item { block: Block::Foot, ..item }));
        let mut placed = set(self.fonts, &lines, head);

        let (words, way_in) = rest.split_top(rest.height * 0.5);
        let columns = u8::try_from(self.job.words.len()).unwrap_or(u8::MAX).max(1);
        let gap = 8.0 * MM;
        let width = (words.width - gap * f32::from(columns - 1)) / f32::from(columns);
        for (column, said) in (0..columns).zip(&self.job.words) {
            let x = words.x + (width + gap) * f32::from(column);
            placed.extend(self.shared(usize::from(column) + 1, Area { x, width, ..words }, || {
                // The address follows below, so the sentence that leads to it stands last.
                let [title, scan] = self.invite(said, Align::Start);
                let [keep, until] = self.keep(said, Align::Start);
                vec![title, keep, until, Item { gap: self.sizes.words * 0.6, ..scan }]
            }));
        }

        let (left, right) = way_in.split_left(way_in.height + 3.0 * MM);
        let qr = Area { width: way_in.height, ..left };
        // The quiet zone looks like a margin: the modules stand in line with the text above.
        let quiet = qr.width * f32::from(super::qr::QUIET) / f32::from(symbol.side);
        placed.push(symbol_at(symbol, Area { x: qr.x - quiet, ..qr }));
        let way_in = self.shared(0, right, || self.way_in(Align::Left).to_vec());
        placed.extend(self.code_in_room(card, &way_in, Align::Left));
        placed.extend(way_in);
        placed
    }
}

fn symbol_at(symbol: &Rc<Symbol>, area: Area) -> Placed {
    Placed { area, what: What::Symbol(Rc::clone(symbol)) }
}

fn cleaned(job: &Job) -> Job {
    let words = |words: &CardWords| CardWords {
        language: words.language.clone(),
        title: clean(&words.title),
        scan: clean(&words.scan),
        keep: clean(&words.keep),
        until: words.until.as_deref().map(clean),
    };
    Job {
        studio: clean(&job.studio),
        organisation: clean(&job.organisation),
        date: clean(&job.date),
        address: clean(&job.address),
        words: job.words.iter().map(words).collect(),
    }
}
