//! What comes out on paper: the PDF as another program (poppler) reads and draws it.

use std::path::Path;
use std::process::Command;

use image::{GrayImage, imageops};

use super::*;
use crate::cards::layout::MM;

/// Points in dots of a picture.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "somewhere on a page")]
fn dots(points: f32) -> u32 {
    (points * 150.0 / 72.0).round() as u32
}

fn poppler(program: &str, words: &[&str], folder: &Path) -> String {
    let command = Command::new(program).args(words).current_dir(folder).output();
    let done = command.expect("poppler-utils is installed");
    assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn saved(cards: &[Card], sheet: Sheet) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("cards.pdf"), cards_pdf(cards, &job(), &sheet).unwrap()).unwrap();
    folder
}

/// The pages in grey, at 150 dots an inch.
fn pictures(cards: &[Card], sheet: Sheet) -> Vec<GrayImage> {
    let folder = saved(cards, sheet);
    poppler("pdftoppm", &["-r", "150", "-gray", "-png", "cards.pdf", "page"], folder.path());
    let mut pages: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
    pages.retain(|file| file.extension().is_some_and(|end| end == "png"));
    pages.sort();
    pages.iter().map(|page| image::open(page).unwrap().into_luma8()).collect()
}

/// What the QRs of a picture say.
fn links(picture: &GrayImage) -> Vec<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        picture.get_pixel(u32::try_from(x).unwrap(), u32::try_from(y).unwrap()).0[0]
    });
    seen.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}

/// As many cards as a page has; the longest name and an extra card are always among them if there are two.
fn a_page(sheet: Sheet) -> Vec<Card> {
    let mut cards = roster();
    cards.reverse();
    cards.truncate(Grid::of(sheet).cells.len());
    cards
}

// S61, S58
#[test]
fn the_qr_of_every_card_is_read_back_from_the_printed_page() {
    for sheet in every_sheet() {
        let cells = Grid::of(sheet).cells;
        let cards = a_page(sheet);
        let [page] = &pictures(&cards, sheet)[..] else { panic!("one page") };
        for (cell, card) in cells.iter().zip(&cards) {
            let [x, y, width, height] = [cell.x, cell.y, cell.width, cell.height].map(dots);
            let cut = imageops::crop_imm(page, x, y, width, height).to_image();
            // A card that is a page has one on each half.
            let times = if cells.len() == 1 { 2 } else { 1 };
            assert_eq!(links(&cut), vec![card.link.clone(); times], "{sheet:?}");
        }
    }
}

// S61
#[test]
fn no_ink_lies_where_cards_are_cut() {
    for sheet in every_sheet() {
        let grid = Grid::of(sheet);
        for page in pictures(&a_page(sheet), sheet) {
            for cell in &grid.cells {
                let (left, right) = (dots(cell.x), dots(cell.x + cell.width));
                let (top, bottom) = (dots(cell.y), dots(cell.y + cell.height));
                let across = (left..right).flat_map(|x| [(x, top), (x, bottom)]);
                let down = (top..bottom).flat_map(|y| [(left, y), (right, y)]);
                assert!(across.chain(down).all(|(x, y)| page.get_pixel(x, y).0[0] == 255), "{sheet:?}");
            }
        }
    }
}

// S61
#[test]
fn marks_to_cut_stand_in_the_margin_at_each_edge_of_a_card() {
    let with = Sheet { crop_marks: true, ..sheet(10) };
    let page = &pictures(&roster(), with)[0];
    let dark = |x: f32, y: f32| (dots(x).saturating_sub(1)..dots(x) + 2).any(|x| page.get_pixel(x, dots(y)).0[0] < 230);
    for cell in Grid::of(with).cells {
        assert!(dark(cell.x, 4.0 * MM) && dark(cell.x + cell.width, 4.0 * MM));
    }
    assert_ne!(pictures(&roster(), sheet(10))[0], *page);
}

// S61
#[test]
fn names_and_codes_are_text_in_embedded_subset_fonts() {
    let folder = saved(&roster(), sheet(10));
    let text = poppler("pdftotext", &["-layout", "cards.pdf", "-"], folder.path());
    for said in ["Nguyễn Thị Minh Khai", "Łucja Wiśniewska", "İpek Yıldırım", "Олександра Коваленко", "7K2M-9QX4-1003"]
    {
        assert!(text.contains(said), "{said}");
    }
    let fonts = poppler("pdffonts", &["cards.pdf"], folder.path());
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(fonts.len(), 7, "each typeface once: {fonts:?}");
    assert!(fonts.iter().all(|font| font.contains("yes yes yes")), "embedded, subset, with letters: {fonts:?}");
}

// S61
#[test]
fn the_file_tells_the_job_but_no_child_and_no_code() {
    let folder = saved(&roster(), sheet(8));
    let about =
        poppler("pdfinfo", &["cards.pdf"], folder.path()) + &poppler("pdfinfo", &["-meta", "cards.pdf"], folder.path());
    assert!(about.contains("Grundschule am Seeufer, 12. Mai 2026"));
    assert!(!roster().iter().any(|card| about.contains(&card.code)));
    assert!(!NAMES.iter().any(|name| about.contains(name)));
}

// S61
#[test]
fn the_same_cards_give_the_same_bytes_and_each_card_adds_few() {
    let many = |count: usize| {
        cards_pdf(&(0..count).map(|place| card(place, NAMES[place % 16])).collect::<Vec<_>>(), &job(), &sheet(8))
            .unwrap()
    };
    let (few, more) = (many(16), many(96));
    assert!(few == many(16));
    assert!((more.len() - few.len()) / 80 < 3000, "{} bytes a card", (more.len() - few.len()) / 80);
}

// S61
#[test]
fn without_cards_or_with_a_link_too_long_for_a_qr_there_is_no_file() {
    assert!(matches!(cards_pdf(&[], &job(), &sheet(8)), Err(CardsError::None)));
    let mut cards = roster();
    cards[9].link = "x".repeat(2400);
    assert!(matches!(cards_pdf(&cards, &job(), &sheet(8)), Err(CardsError::Link(9))));
}
