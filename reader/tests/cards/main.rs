//! QR codes of cards that are photographed before the child (S62): cards are rendered into real photographs and read.

#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::print_stdout,
    reason = "pictures are made of small numbers, and the report is printed"
)]

mod card;
mod chance;
mod kinds;
mod layer;
mod photograph;
mod pose;
mod scene;

use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use reader::{Seen, codes_in, seen_in};
use turbojpeg::PixelFormat;

use self::chance::Chance;
use self::kinds::KINDS;
use self::photograph::Photograph;
use self::scene::{Kind, Taken};

/// What is seen in a JPEG's brightness.
fn see(jpeg: &[u8]) -> Seen {
    let grey = turbojpeg::decompress(jpeg, PixelFormat::GRAY).unwrap();
    seen_in(&grey.pixels, grey.width, grey.height)
}

/// Does `work` for each number below `count`, on two threads; what it gives in the numbers' order.
fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let worker = || {
            let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
            numbers.take_while(|number| *number < count).map(|number| (number, work(number))).collect::<Vec<_>>()
        };
        let workers = [scope.spawn(worker), scope.spawn(worker)];
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, done)| done).collect()
}

// S62
#[test]
fn cards_in_photographs_are_read_and_none_is_read_wrongly() {
    let pictures: Vec<(&Kind, u64)> =
        KINDS.iter().flat_map(|kind| (0..kind.pictures).map(move |number| (kind, number))).collect();
    assert!(pictures.len() >= 60, "{}", pictures.len());
    let seen = each(pictures.len(), |number| {
        let (kind, number) = pictures[number];
        let Taken { jpeg, text } = kind.take(number);
        let Seen { texts, unread } = see(&jpeg);
        assert!(texts.is_empty() || texts == [&*text], "{} {number}: {texts:?}, not {text}", kind.name);
        (!texts.is_empty(), unread)
    });
    let mut table = String::from(
        "| photographs | cards | read | at least | seen and not read | taken for two |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut kept = true;
    for kind in &KINDS {
        let all = || pictures.iter().zip(&seen).filter(|((of, _), _)| of.name == kind.name).map(|(_, seen)| *seen);
        let count = |wanted: (bool, bool)| all().filter(|seen| *seen == wanted).count();
        let right = all().filter(|(read, _)| *read).count();
        kept &= right >= kind.floor;
        let (unread, two) = (count((false, true)), count((true, true)));
        writeln!(table, "| {} | {} | {right} | {} | {unread} | {two} |", kind.name, kind.pictures, kind.floor).unwrap();
    }
    let right = seen.iter().filter(|(read, _)| *read).count();
    writeln!(table, "| all | {} | {right} | | | |", seen.len()).unwrap();
    assert!(kept, "{table}");
    // A card that nobody notices leaves the next child's photographs with the one before.
    let noticed = seen.iter().filter(|seen| **seen == (false, true)).count();
    assert!(noticed >= 2, "{table}");
    // `cargo test -- --nocapture` shows it.
    println!("{table}");
}

// S62
#[test]
fn nothing_is_seen_in_photographs_without_a_card() {
    let all = Photograph::all();
    assert!(all.len() >= 20, "{}", all.len());
    each(all.len(), |number| {
        let photograph = &all[number];
        assert_eq!(see(&std::fs::read(photograph).unwrap()), Seen::default(), "{}", photograph.display());
    });
}

// S62
#[test]
fn of_two_cards_in_one_photograph_both_are_read() {
    let [one, other] = [0, 1].map(|number| KINDS[0].take(number + 100));
    let [left, right] = [&one, &other].map(|taken| turbojpeg::decompress(&taken.jpeg, PixelFormat::GRAY).unwrap());
    let (width, height) = (left.width + right.width, left.height.max(right.height));
    let mut both = vec![128; width * height];
    for (picture, start) in [(&left, 0), (&right, left.width)] {
        for (to, from) in both.chunks_mut(width).zip(picture.pixels.chunks(picture.width)) {
            to[start..start + picture.width].copy_from_slice(from);
        }
    }
    let mut texts = codes_in(&both, width, height);
    texts.sort();
    let mut wanted = vec![one.text, other.text];
    wanted.sort();
    assert_eq!(texts, wanted);
}

// S62
#[test]
fn pictures_that_are_small_narrow_plain_or_noise_have_no_code() {
    let chance = &mut Chance::new(7);
    let noise: Vec<u8> = (0..640 * 480).map(|_| chance.next().to_le_bytes()[0]).collect();
    for (width, height) in [(0, 0), (1, 1), (63, 400), (64, 64), (65, 67), (640, 480), (2000, 64), (64, 2001)] {
        for value in [0, 128, 255] {
            assert!(codes_in(&vec![value; width * height], width, height).is_empty(), "{value}");
        }
        let noise: Vec<u8> = noise.iter().cycle().take(width * height).copied().collect();
        assert!(codes_in(&noise, width, height).is_empty(), "{width} x {height}");
        let bars: Vec<u8> = (0..width * height).map(|at| if at % 14 < 6 { 0 } else { 255 }).collect();
        assert!(codes_in(&bars, width, height).is_empty(), "{width} x {height}");
    }
    assert!(codes_in(&[0; 100], 640, 480).is_empty(), "less than was promised");
}

// S62
#[test]
fn a_photograph_with_a_card_cut_off_at_the_edge_is_no_trouble() {
    let taken = KINDS[0].take(3);
    let grey = turbojpeg::decompress(&taken.jpeg, PixelFormat::GRAY).unwrap();
    for part in 1..16 {
        let (width, height) = (grey.width * part / 16, grey.height * part / 16);
        let rows = grey.pixels.chunks(grey.width).take(height);
        let corner: Vec<u8> = rows.flat_map(|row| &row[..width]).copied().collect();
        let texts = codes_in(&corner, width, height);
        assert!(texts.is_empty() || texts == [&*taken.text], "{texts:?}");
    }
}
