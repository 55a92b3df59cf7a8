//! Where everything stands, before it is drawn.

use std::rc::Rc;

use super::*;
use crate::cards::fonts::{Fonts, Style};
use crate::cards::layout::{Area, MM, Placed, What};
use crate::cards::shape::{Paragraph, clean};

fn within(inner: Area, outer: Area) -> bool {
    const HAIR: f32 = 0.05;
    inner.x >= outer.x - HAIR
        && inner.y >= outer.y - HAIR
        && inner.x + inner.width <= outer.x + outer.width + HAIR
        && inner.y + inner.height <= outer.y + outer.height + HAIR
}

fn apart(one: Area, other: Area) -> bool {
    const HAIR: f32 = 0.05;
    one.x + one.width <= other.x + HAIR
        || other.x + other.width <= one.x + HAIR
        || one.y + one.height <= other.y + HAIR
        || other.y + other.height <= one.y + HAIR
}

fn all_apart(areas: &[Area]) -> bool {
    areas.iter().enumerate().all(|(place, area)| areas[..place].iter().all(|other| apart(*area, *other)))
}

fn placed(composer: &Composer, card: &Card, cell: Area) -> Vec<Placed> {
    composer.card(card, &Rc::new(Symbol::new(&card.link).unwrap()), cell)
}

/// The lines of a card as they were typed, with their sizes.
fn lines(placed: &[Placed]) -> Vec<(String, f32)> {
    let line = |placed: &Placed| match &placed.what {
        What::Line(line, size, _) => Some((line.runs.iter().map(|run| run.text.as_str()).collect(), *size)),
        _ => None,
    };
    placed.iter().filter_map(line).collect()
}

// S61
#[test]
fn cards_lie_apart_on_the_paper_as_many_as_asked_for_or_the_next_that_fits() {
    let cards_on = |per_page| Grid::of(sheet(per_page)).cells.len();
    assert_eq!((0..=12).map(cards_on).collect::<Vec<_>>(), [1, 1, 2, 4, 4, 6, 6, 8, 8, 10, 10, 10, 10]);
    assert_eq!(Grid::of(Sheet { large_print: true, ..sheet(10) }).cells.len(), 2);
    for sheet in every_sheet() {
        let grid = Grid::of(sheet);
        assert!(all_apart(&grid.cells), "{sheet:?}");
        assert!(grid.cells.iter().all(|cell| within(*cell, grid.page.inset(8.0 * MM, 8.0 * MM))), "{sheet:?}");
    }
}

// S61
#[test]
fn nothing_leaves_its_card_and_nothing_lies_on_the_qr_or_on_other_text() {
    let fonts = Fonts::new();
    for sheet in every_sheet() {
        let composer = Composer::new(&fonts, &job(), sheet);
        for cell in Grid::of(sheet).cells {
            for card in roster() {
                let placed = placed(&composer, &card, cell);
                let areas: Vec<Area> = placed.iter().map(|placed| placed.area).collect();
                assert!(areas.iter().all(|area| within(*area, cell)), "{sheet:?} {:?}", card.name);
                let seen = placed.iter().filter(|placed| !matches!(placed.what, What::Room));
                assert!(all_apart(&seen.map(|placed| placed.area).collect::<Vec<_>>()), "{sheet:?} {:?}", card.name);
            }
        }
    }
}

// S61
#[test]
fn a_qr_is_at_least_25_mm_wide_without_its_quiet_zone() {
    let fonts = Fonts::new();
    for sheet in every_sheet() {
        let composer = Composer::new(&fonts, &job(), sheet);
        let cell = Grid::of(sheet).cells[0];
        for Placed { area, what } in placed(&composer, &card(0, NAMES[0]), cell) {
            let What::Symbol(symbol) = what else { continue };
            let modules = f32::from(symbol.side - 2 * qr::QUIET) / f32::from(symbol.side);
            assert!(area.width * modules >= 25.0 * MM, "{sheet:?}: {} mm", area.width * modules / MM);
        }
    }
}

// S61
#[test]
fn a_name_is_whole_however_long_and_still_to_be_read() {
    let fonts = Fonts::new();
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(|letter| *letter != ' ').collect();
        letters.sort_unstable();
        letters
    };
    let silent = Job {
        studio: String::new(),
        organisation: String::new(),
        date: String::new(),
        words: vec![],
        address: String::new(),
    };
    for sheet in every_sheet() {
        let composer = Composer::new(&fonts, &silent, sheet);
        let cell = Grid::of(sheet).cells[0];
        for name in NAMES.iter().chain([&LONG]) {
            let only_named = Card { group: String::new(), code: String::new(), ..card(0, name) };
            let (shown, sizes): (Vec<_>, Vec<_>) = lines(&placed(&composer, &only_named, cell)).into_iter().unzip();
            let least = if *name == LONG { 5.0 } else { 8.0 };
            assert!(sizes.iter().all(|size| *size >= least), "{sheet:?} {name} {sizes:?}");
            // A card that is a page shows the name on both halves.
            let halves = if sheet.per_page == 1 { 2 } else { 1 };
            assert_eq!(letters(&shown.concat()), letters(&name.repeat(halves)), "{sheet:?} {name}");
        }
    }
}

// S61
#[test]
fn sentences_are_as_large_on_every_card_of_a_sheet() {
    let fonts = Fonts::new();
    for sheet in every_sheet() {
        let composer = Composer::new(&fonts, &job(), sheet);
        let cell = Grid::of(sheet).cells[0];
        let of =
            |card: &Card| lines(&placed(&composer, card, cell)).into_iter().filter(|(line, _)| line.contains("Schl"));
        let expected: Vec<_> = of(&card(0, "Ada Lim")).collect();
        assert!(!expected.is_empty());
        assert!(roster().iter().all(|card| of(card).eq(expected.clone())), "{sheet:?}");
        if sheet.large_print {
            assert!(expected.iter().all(|(_, size)| *size >= 12.0), "{sheet:?} {expected:?}");
        }
    }
}

// S61
#[test]
fn every_letter_of_a_roster_has_a_glyph_in_names_and_in_groups() {
    let fonts = Fonts::new();
    for style in [Style::Name, Style::Words] {
        for name in NAMES.map(clean) {
            let line = Paragraph::new(&fonts, style, &name).line(0..name.len());
            for run in &line.runs {
                assert!(run.face.is_some(), "{name}: {}", run.text);
                assert!(run.glyphs.iter().all(|glyph| glyph.glyph_id.to_u32() != 0), "{name}: {}", run.text);
            }
        }
    }
    assert!(unprintable(&roster()).is_empty());
}

// S61
#[test]
fn a_name_from_right_to_left_starts_at_the_right_and_its_letters_join() {
    let fonts = Fonts::new();
    let name = "محمد (Mohammed) الحسن";
    let line = Paragraph::new(&fonts, Style::Name, name).line(0..name.len());
    assert!(line.rtl);
    let runs: Vec<&str> = line.runs.iter().map(|run| run.text.trim()).filter(|text| text.len() > 1).collect();
    assert_eq!(runs, ["الحسن", "Mohammed", "محمد"]);
    assert!(line.runs.is_sorted_by(|a, b| a.x <= b.x));
    // The two letters meem of one word have different shapes: at its beginning, and inside.
    let first = &line.runs.last().unwrap().glyphs;
    let meem = |at: usize| first.iter().find(|glyph| glyph.text_range.start == at).unwrap().glyph_id;
    assert_ne!(meem(0), meem("مح".len()));
}

// S61
#[test]
fn letters_of_no_typeface_are_told_and_shown_as_frames_and_a_name_of_them_can_be_written_by_hand() {
    let fonts = Fonts::new();
    let cards = [card(0, "王小明 (Xiaoming Wang)"), card(1, "Ada Lim"), card(2, "王小明")];
    assert_eq!(unprintable(&cards), [0, 2]);
    let composer = Composer::new(&fonts, &job(), sheet(8));
    let cell = Grid::of(sheet(8)).cells[0];
    let frames = |card: &Card| {
        let runs = placed(&composer, card, cell).into_iter().flat_map(|placed| match placed.what {
            What::Line(line, ..) => line.runs.clone(),
            _ => vec![],
        });
        runs.filter(|run| run.face.is_none()).map(|run| run.text.chars().count()).sum::<usize>()
    };
    let rules =
        |card: &Card| placed(&composer, card, cell).iter().filter(|it| matches!(it.what, What::Rule(_))).count();
    assert_eq!(cards.each_ref().map(frames), [3, 0, 0]);
    assert_eq!(cards.each_ref().map(rules), [0, 0, 1]);
}

// S61
#[test]
fn an_extra_card_has_a_line_for_a_name_and_a_code() {
    let fonts = Fonts::new();
    for sheet in every_sheet() {
        let blank = Card { name: None, ..card(7, "") };
        let placed = placed(&Composer::new(&fonts, &job(), sheet), &blank, Grid::of(sheet).cells[0]);
        let rule = placed.iter().find(|placed| matches!(placed.what, What::Rule(_))).unwrap();
        assert!(rule.area.width >= 30.0 * MM, "{sheet:?}");
        assert!(lines(&placed).iter().any(|(line, _)| *line == blank.code), "{sheet:?}");
    }
}

// S61
#[test]
fn a_name_can_not_turn_the_direction_of_what_follows_it() {
    assert_eq!(clean(" Ada\u{202e}\tLim\u{2066}\n"), "Ada Lim");
    assert_eq!(clean("\u{200b}"), "");
}
