//! From text to glyphs: both directions of writing (UAX 9), the typeface for each letter, the shapes of Arabic.

use std::ops::Range;

use harfrust::{Direction, ShapeOptions, UnicodeBuffer};
use krilla::text::{GlyphId, KrillaGlyph};
use unicode_bidi::{BidiInfo, Level};

use super::fonts::{Face, Fonts, Style};

/// How wide the frame is that stands for a letter we can not show, in em.
pub const FRAME: f32 = 0.72;

/// A line of text, in em: it has no size yet.
#[derive(Clone, Debug)]
pub struct Line {
    /// From left to right.
    pub runs: Vec<Run>,
    /// From the start of the first run to the end of the last.
    pub width: f32,
    /// Above the baseline.
    pub ascent: f32,
    /// Below the baseline, positive.
    pub descent: f32,
    /// Whether its paragraph is read from right to left.
    pub rtl: bool,
}

/// Glyphs of one typeface in one direction.
#[derive(Clone, Debug)]
pub struct Run {
    /// Where it starts in its line.
    pub x: f32,
    /// Nothing for letters that no typeface has: a frame for each.
    pub face: Option<Face>,
    /// What it says.
    pub text: String,
    /// In their order on paper.
    pub glyphs: Vec<KrillaGlyph>,
}

/// The text as it can be printed: in one paragraph, without controls, also without those that turn the direction of
/// writing, for a name has no business to change the order of others.
pub fn clean(text: &str) -> String {
    let words =
        text.split(char::is_whitespace).map(|word| word.chars().filter(|c| !is_control(*c)).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_control(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    ) || letter.is_control()
}

/// Whether a text is read from right to left: its first strong letter decides.
pub fn is_rtl(text: &str) -> bool {
    BidiInfo::new(text, None).paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl())
}

/// A text whose directions are known, to take lines from.
pub struct Paragraph<'a> {
    fonts: &'a Fonts,
    style: Style,
    bidi: BidiInfo<'a>,
}

impl<'a> Paragraph<'a> {
    /// `text` must be [`clean`].
    pub fn new(fonts: &'a Fonts, style: Style, text: &'a str) -> Self {
        Self { fonts, style, bidi: BidiInfo::new(text, None) }
    }

    /// A part of the text as one line.
    pub fn line(&self, part: Range<usize>) -> Line {
        let main = self.fonts.main(self.style);
        let mut line = Line { runs: vec![], width: 0.0, ascent: main.ascent, descent: main.descent, rtl: false };
        let Some(paragraph) = self.bidi.paragraphs.first() else { return line };
        line.rtl = paragraph.level.is_rtl();
        let (levels, runs) = self.bidi.visual_runs(paragraph, part);
        for run in runs {
            let level = levels[run.start];
            let mut pieces = self.faces(run);
            if level.is_rtl() {
                pieces.reverse();
            }
            for (piece, face) in pieces {
                self.push(&mut line, piece, face, level);
            }
        }
        line
    }

    /// Cuts a run where the typeface changes. A mark stays with its letter, a blank with what is before it.
    fn faces(&self, run: Range<usize>) -> Vec<(Range<usize>, Option<Face>)> {
        let mut pieces: Vec<(Range<usize>, Option<Face>)> = vec![];
        for (at, letter) in self.bidi.text[run.clone()].char_indices() {
            let at = run.start + at;
            let after = at + letter.len_utf8();
            let last = pieces.last_mut();
            if let Some((piece, Some(face))) = last
                && (joins(letter) || (letter == ' ' && self.fonts.has(*face, letter)))
            {
                piece.end = after;
                continue;
            }
            let face = self.fonts.face(self.style, letter);
            match pieces.last_mut() {
                Some((piece, same)) if *same == face => piece.end = after,
                _ => pieces.push((at..after, face)),
            }
        }
        pieces
    }

    fn push(&self, line: &mut Line, piece: Range<usize>, face: Option<Face>, level: Level) {
        let text = self.bidi.text[piece].to_owned();
        let x = line.width;
        let Some(face) = face else {
            line.width += text.chars().map(|_| FRAME).sum::<f32>();
            line.runs.push(Run { x, face: None, text, glyphs: vec![] });
            return;
        };
        let typeface = self.fonts.typeface(face);
        line.ascent = line.ascent.max(typeface.ascent);
        line.descent = line.descent.max(typeface.descent);
        let glyphs = shape(self.fonts, face, &text, level);
        line.width += glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>();
        line.runs.push(Run { x, face: Some(face), text, glyphs });
    }
}

/// Marks over and under letters, and what joins or parts letters without being seen.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{200c}' | '\u{200d}')
}

fn shape(fonts: &Fonts, face: Face, text: &str, level: Level) -> Vec<KrillaGlyph> {
    let typeface = fonts.typeface(face);
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if level.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight });
    let shaped = typeface.shaping.shaper(&typeface.file).build().shape(buffer, ShapeOptions::new());

    let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|glyph| glyph.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let em = |units: i32| in_em(units, typeface.units);
    let glyph = |(info, at): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| {
        let start = info.cluster as usize;
        let end = starts.get(starts.partition_point(|s| *s <= start)).copied().unwrap_or(text.len());
        let id = GlyphId::new(info.glyph_id);
        KrillaGlyph::new(id, em(at.x_advance), em(at.x_offset), em(at.y_offset), em(at.y_advance), start..end, None)
    };
    shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(glyph).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a glyph is some thousand units wide at most")]
fn in_em(units: i32, em: f32) -> f32 {
    units as f32 / em
}
