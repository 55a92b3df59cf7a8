//! The typefaces of the cards: `server/fonts`, with where they are from and their licences.

use harfrust::{FontRef, ShaperData};
use krilla::text::Font;
use skrifa::MetadataProvider as _;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};

/// What a text is, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Names and titles.
    Name,
    /// Sentences.
    Words,
    /// A code: all letters as wide.
    Code,
}

/// A typeface, by its place in [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face(usize);

const NAME: Face = Face(0);
const WORDS: Face = Face(1);
const CODE: Face = Face(2);
/// For the letters that the others lack: Arabic, Hebrew, Georgian, Armenian.
const MORE: [Face; 4] = [Face(3), Face(4), Face(5), Face(6)];

static FILES: [&[u8]; 7] = [
    include_bytes!("../../fonts/eb-garamond.ttf"),
    include_bytes!("../../fonts/card-sans.ttf"),
    include_bytes!("../../fonts/card-mono.ttf"),
    include_bytes!("../../fonts/noto-naskh-arabic.ttf"),
    include_bytes!("../../fonts/noto-serif-hebrew.ttf"),
    include_bytes!("../../fonts/noto-serif-georgian.ttf"),
    include_bytes!("../../fonts/noto-serif-armenian.ttf"),
];

/// A typeface, read.
pub struct Typeface {
    /// For shaping.
    pub file: FontRef<'static>,
    /// For shaping.
    pub shaping: ShaperData,
    /// For the PDF.
    pub font: Font,
    /// Above the baseline, in em.
    pub ascent: f32,
    /// Below the baseline, in em, positive.
    pub descent: f32,
    /// Units of one em.
    pub units: f32,
    letters: Charmap<'static>,
}

impl Typeface {
    fn read(bytes: &'static [u8]) -> Self {
        let file = FontRef::new(bytes).expect("our own font, read by every test");
        let metrics = file.metrics(Size::unscaled(), LocationRef::default());
        let units = f32::from(metrics.units_per_em);
        Self {
            shaping: ShaperData::new(&file),
            font: Font::new(bytes.into(), 0).expect("our own font, read by every test"),
            ascent: metrics.ascent / units,
            descent: -metrics.descent / units,
            units,
            letters: file.charmap(),
            file,
        }
    }
}

/// All typefaces.
pub struct Fonts(Vec<Typeface>);

impl Fonts {
    /// Reads them; costs a few milliseconds.
    pub fn new() -> Self {
        Self(FILES.into_iter().map(Typeface::read).collect())
    }

    /// A typeface.
    pub fn typeface(&self, face: Face) -> &Typeface {
        &self.0[face.0]
    }

    /// Whether this typeface has the letter.
    pub fn has(&self, face: Face, letter: char) -> bool {
        self.0[face.0].letters.map(letter).is_some()
    }

    /// The typeface that shows a letter in this style.
    pub fn face(&self, style: Style, letter: char) -> Option<Face> {
        let first: &[Face] = match style {
            Style::Name => &[NAME],
            Style::Words => &[WORDS],
            Style::Code => &[CODE, WORDS],
        };
        first.iter().chain(&MORE).copied().find(|face| self.has(*face, letter))
    }

    /// Whether a name or a group can be shown with this letter in it.
    pub fn knows(&self, letter: char) -> bool {
        self.face(Style::Name, letter).is_some() && self.face(Style::Words, letter).is_some()
    }

    /// What stands first in a style: gives the height of a line.
    pub fn main(&self, style: Style) -> &Typeface {
        self.typeface(match style {
            Style::Name => NAME,
            Style::Words => WORDS,
            Style::Code => CODE,
        })
    }
}
