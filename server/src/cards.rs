//! Access cards to print (S61): for each child its name, its code and a QR that opens the gallery (S58), as a PDF.
//!
//! A card is read twice: by the photographer's camera, which sees it in the child's hand, and by a family at home.
//! So the QR is as large as the card lets it be, then comes the name, then all that is to be read.
//! The same cards give the same bytes.

mod column;
mod compose;
mod design;
mod draw;
mod fonts;
mod layout;
mod qr;
mod shape;
#[cfg(test)]
mod tests;
mod wrap;

use krilla::Document;
use krilla::error::KrillaError;
use krilla::metadata::{Metadata, TextDirection};
use krilla::page::PageSettings;

use self::compose::Composer;
use self::draw::Ink;
use self::fonts::Fonts;
use self::layout::Grid;
use self::qr::Symbol;

/// One card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The child's name as the roster writes it; nothing for an extra card, which gets a line to write it on.
    pub name: Option<String>,
    /// The class or group; may be empty.
    pub group: String,
    /// The code as it is typed: `XXXX-XXXX-XXXX`.
    pub code: String,
    /// What the QR holds: the address that opens the gallery.
    pub link: String,
}

/// What is the same on all cards of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Who photographs.
    pub studio: String,
    /// The school, the kindergarten, the club.
    pub organisation: String,
    /// The day, as it is to be read; may be empty.
    pub date: String,
    /// Where the code is typed, without `https://`.
    pub address: String,
    /// The sentences, the family's first language first. Two languages have room on every card.
    pub words: Vec<CardWords>,
}

/// The sentences of a card in one language. Any of them may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardWords {
    /// The language, as BCP 47 names it.
    pub language: String,
    /// "Your pictures"
    pub title: String,
    /// "Scan, or type the code at"; the address follows.
    pub scan: String,
    /// "Keep this card: it is the key to your child's pictures."
    pub keep: String,
    /// "The pictures can be seen until 31 August 2026."
    pub until: Option<String>,
}

/// How the cards lie on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Cards on a page: 1, 2, 4, 6, 8 or 10. A number between is as the next of these; 0 is 1, more than 10 is 10.
    pub per_page: u8,
    /// The paper, upright.
    pub paper: Paper,
    /// The sentences in 12 points and more, if two languages of usual length leave the room; at most two cards a page.
    pub large_print: bool,
    /// Marks where to cut, and where to fold a card that is a page.
    pub crop_marks: bool,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// Why there are no cards.
#[derive(Debug, thiserror::Error)]
pub enum CardsError {
    /// A PDF has a page.
    #[error("there are no cards to print")]
    None,
    /// The link of this card, counted from 0, has more than a QR can hold (2,331 bytes).
    #[error("the link of card {0} is too long for a QR code")]
    Link(usize),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0:?}")]
    Pdf(KrillaError),
}

/// The cards, in their order, row by row. Takes the time of a page view for a class, seconds for a large school: not
/// for an async thread.
///
/// A name stands on its card whole, however long. Letters that no font of ours has (Chinese, Japanese, Korean, Indian
/// scripts, ...) are drawn as empty frames; a name all of such letters becomes a line to write it on: [`unprintable`]
/// tells which, to be said before printing.
pub fn cards_pdf(cards: &[Card], job: &Job, sheet: &Sheet) -> Result<Vec<u8>, CardsError> {
    if cards.is_empty() {
        return Err(CardsError::None);
    }
    let fonts = Fonts::new();
    let composer = Composer::new(&fonts, job, *sheet);
    let grid = Grid::of(*sheet);
    let mut document = Document::new();
    document.set_metadata(metadata(job));
    let ink = Ink::new(&fonts);
    for (number, page) in cards.chunks(grid.cells.len()).enumerate() {
        let settings = PageSettings::from_wh(grid.page.width, grid.page.height).expect("paper has a size");
        let mut sheet_of_paper = document.start_page_with(settings);
        let mut surface = sheet_of_paper.surface();
        for (place, (card, cell)) in page.iter().zip(&grid.cells).enumerate() {
            let symbol = Symbol::new(&card.link).ok_or(CardsError::Link(number * grid.cells.len() + place))?;
            ink.draw(&mut surface, &composer.card(card, &symbol.into(), *cell));
        }
        ink.draw(&mut surface, &grid.marks);
        surface.finish();
        sheet_of_paper.finish();
    }
    document.finish().map_err(CardsError::Pdf)
}

/// Which cards, counted from 0, hold letters in name or group that can not be printed.
pub fn unprintable(cards: &[Card]) -> Vec<usize> {
    let fonts = Fonts::new();
    let known = |text: &str| shape::clean(text).chars().all(|letter| fonts.knows(letter));
    let is_bad = |card: &Card| !known(card.name.as_deref().unwrap_or_default()) || !known(&card.group);
    cards.iter().enumerate().filter(|(_, card)| is_bad(card)).map(|(place, _)| place).collect()
}

/// Says whose cards these are, and nothing of a child.
fn metadata(job: &Job) -> Metadata {
    let title = [job.organisation.as_str(), job.date.as_str()].into_iter().filter(|part| !part.is_empty());
    let metadata = Metadata::new().title(title.collect::<Vec<_>>().join(", ")).creator("Passepartout".to_owned());
    let metadata = match job.studio.as_str() {
        "" => metadata,
        studio => metadata.authors(vec![studio.to_owned()]),
    };
    let Some(first) = job.words.first() else { return metadata };
    let direction = if shape::is_rtl(&first.scan) { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    metadata.language(first.language.clone()).text_direction(direction)
}
