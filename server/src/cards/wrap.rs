//! Lines: where a text may break, and how large a name can be.

use std::ops::Range;

use super::fonts::{Fonts, Style};
use super::shape::{Line, Paragraph, clean};

/// A text in lines of at most the width that was asked for.
#[derive(Clone, Debug)]
pub struct Wrapped {
    /// From top to bottom.
    pub lines: Vec<Line>,
}

impl Wrapped {
    /// The height of all lines, in em.
    pub fn height(&self) -> f32 {
        self.lines.iter().map(|line| line.ascent + line.descent).sum()
    }
}

/// A text with the widths of its words, to be set in lines of any width.
pub struct Text<'a> {
    paragraph: Paragraph<'a>,
    letters: &'a str,
    /// What may not be broken, without the blank after it; and its width in em.
    words: Vec<(Range<usize>, f32)>,
    blank: f32,
}

impl<'a> Text<'a> {
    /// `text` must be [`clean`].
    pub fn new(fonts: &'a Fonts, style: Style, text: &'a str) -> Self {
        debug_assert_eq!(text, clean(text));
        let paragraph = Paragraph::new(fonts, style, text);
        let measured = |part: Range<usize>| (part.clone(), paragraph.line(part).width);
        let words = words(text, style).into_iter().map(measured).collect();
        let blank = Paragraph::new(fonts, style, "n n").line(1..2).width;
        Self { paragraph, letters: text, words, blank }
    }

    /// In lines of at most `width` em. Only a word that is wider than a line is broken inside.
    pub fn wrap(&self, width: f32) -> Wrapped {
        let (parts, _) = self.breaks(width);
        Wrapped { lines: parts.into_iter().map(|part| self.paragraph.line(part)).collect() }
    }

    /// The parts of the text that make a line each, and whether a word had to be broken.
    fn breaks(&self, width: f32) -> (Vec<Range<usize>>, bool) {
        let mut parts = vec![];
        let mut torn = false;
        let mut line: Option<(Range<usize>, f32)> = None;
        for (word, advance) in &self.words {
            if let Some((so_far, used)) = &mut line {
                let gap = if word.start > so_far.end { self.blank } else { 0.0 };
                if *used + gap + advance <= width {
                    so_far.end = word.end;
                    *used += gap + advance;
                    continue;
                }
                parts.push(so_far.clone());
            }
            line = if *advance <= width {
                Some((word.clone(), *advance))
            } else {
                torn = true;
                Some(self.tear(word.clone(), width, &mut parts))
            };
        }
        parts.extend(line.map(|(rest, _)| rest));
        (parts, torn)
    }

    /// Fills lines with a word's beginning; gives what is left for the last.
    fn tear(&self, word: Range<usize>, width: f32, parts: &mut Vec<Range<usize>>) -> (Range<usize>, f32) {
        let mut start = word.start;
        let mut end = word.start;
        for letter in self.letters[word.clone()].chars() {
            let next = end + letter.len_utf8();
            if end > start && self.paragraph.line(start..next).width > width {
                parts.push(start..end);
                start = end;
            }
            end = next;
        }
        (start..end, self.paragraph.line(start..end).width)
    }
}

/// The parts between which a line may break: at blanks, after hyphens and, in addresses, after slashes.
fn words(text: &str, style: Style) -> Vec<Range<usize>> {
    let mut words = vec![];
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        match letter {
            _ if style == Style::Code => {}
            ' ' => {
                words.push(start..at);
                start = after;
            }
            '-' | '\u{2010}' | '\u{2013}' | '/' => {
                words.push(start..after);
                start = after;
            }
            _ => {}
        }
    }
    words.push(start..text.len());
    words.retain(|word| !word.is_empty());
    words
}

/// A size to try for a name, as a part of the largest, and in how many lines.
const STEPS: [(f32, usize); 14] = [
    (1.0, 1),
    (0.94, 1),
    (0.88, 1),
    (0.82, 1),
    (0.76, 1),
    (0.7, 1),
    (0.82, 2),
    (0.76, 2),
    (0.7, 2),
    (0.64, 2),
    (0.58, 2),
    (0.52, 2),
    (0.52, 3),
    (0.46, 4),
];

/// A name as large as it goes in `width` points, `largest` points first: it shrinks a little, then takes a second line,
/// then shrinks again. Never cut, and a word is broken only where it is wider than the line in the smallest size.
pub fn name(text: &Text, width: f32, largest: f32) -> (Wrapped, f32) {
    let mut least = largest;
    for (part, lines) in STEPS {
        let size = largest * part;
        let (parts, torn) = text.breaks(width / size);
        if !torn && parts.len() <= lines {
            return (text.wrap(width / size), size);
        }
        least = size;
    }
    (text.wrap(width / least), least)
}
