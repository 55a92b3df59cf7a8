//! Puts what is placed into the PDF.

use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;

use super::fonts::Fonts;
use super::layout::{Area, Placed, Tone, What};
use super::shape::{FRAME, Line};

/// Draws, with these typefaces.
pub struct Ink<'a> {
    fonts: &'a Fonts,
}

impl<'a> Ink<'a> {
    /// With these typefaces.
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts }
    }

    /// Draws all of it.
    pub fn draw(&self, surface: &mut Surface, placed: &[Placed]) {
        for Placed { area, what } in placed {
            match what {
                What::Line(line, size, tone) => self.line(surface, line, *size, *tone, *area),
                What::Room => {}
                What::Rule(tone) => {
                    surface.set_fill(Some(fill(*tone)));
                    path(surface, |path| push(path, *area));
                }
                What::Symbol(symbol) => {
                    let module = area.width / f32::from(symbol.side);
                    surface.set_fill(Some(fill(Tone(0))));
                    surface.push_transform(&Transform::from_row(module, 0.0, 0.0, module, area.x, area.y));
                    surface.draw_path(&symbol.outline);
                    surface.pop();
                }
            }
        }
    }

    fn line(&self, surface: &mut Surface, line: &Line, size: f32, tone: Tone, area: Area) {
        surface.set_fill(Some(fill(tone)));
        let baseline = area.y + line.ascent * size;
        for run in &line.runs {
            let x = area.x + run.x * size;
            match run.face {
                Some(face) => {
                    let font = self.fonts.typeface(face).font.clone();
                    surface.draw_glyphs(Point::from_xy(x, baseline), &run.glyphs, font, &run.text, size, false);
                }
                None => path(surface, |path| {
                    let mut x = x;
                    for _ in run.text.chars() {
                        frame(path, x, baseline, size);
                        x += FRAME * size;
                    }
                }),
            }
        }
    }
}

fn fill(tone: Tone) -> Fill {
    Fill { paint: luma::Color::new(tone.0).into(), opacity: NormalizedF32::ONE, rule: FillRule::EvenOdd }
}

fn path(surface: &mut Surface, build: impl FnOnce(&mut PathBuilder)) {
    let mut builder = PathBuilder::new();
    build(&mut builder);
    let finished: Option<Path> = builder.finish();
    if let Some(path) = finished {
        surface.draw_path(&path);
    }
}

/// Stands for a letter that no typeface has: everybody sees that one is missing, and how many.
fn frame(path: &mut PathBuilder, x: f32, baseline: f32, size: f32) {
    let (side, line) = ((FRAME - 0.12) * size, 0.045 * size);
    let outer = Area { x: x + 0.06 * size, y: baseline - side, width: side, height: side };
    push(path, outer);
    push(path, outer.inset(line, line));
}

fn push(path: &mut PathBuilder, area: Area) {
    if let Some(rect) = Rect::from_xywh(area.x, area.y, area.width, area.height) {
        path.push_rect(rect);
    }
}
