//! Files made to do harm, and children that have come to harm: the server goes on (SECURITY T36).

use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::Bytes;
use domain::photo::Unreadable;
use image::ExtendedColorType;
use server::images::{Look, RenderError, render, render_within};
use turbojpeg::{Colorspace, Subsamp};

use crate::samples::{jpeg, jpeg_as, noise, plain, png, png_header, png_with, quarters};
use crate::{DONE, alone, exe, refused, rendered};

/// This process's resident memory, in bytes.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

/// A program from `children/` that stands in for ours.
fn child(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/images/children").join(name)
}

/// How many children of this process run that program.
fn running(program: &Path) -> usize {
    let parent = format!("PPid:\t{}\n", std::process::id());
    let is_ours = |process: &Path| {
        let read = |name: &str| std::fs::read(process.join(name)).unwrap_or_default();
        let line = read("cmdline");
        String::from_utf8_lossy(&line).contains(&*program.to_string_lossy())
            && String::from_utf8_lossy(&read("status")).contains(&parent)
    };
    std::fs::read_dir("/proc").unwrap().filter(|entry| entry.as_ref().is_ok_and(|entry| is_ours(&entry.path()))).count()
}

/// A JPEG whose frame says other sides than its data has.
fn with_sides(mut jpeg: Vec<u8>, frame: u8, width: u16, height: u16) -> Vec<u8> {
    let at = jpeg.windows(2).position(|bytes| bytes == [0xff, frame]).unwrap();
    jpeg[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

/// A progressive JPEG with its last scan many times over.
fn with_scans(count: usize) -> Vec<u8> {
    let jpeg = jpeg_as(64, 64, &noise(64, 64), Subsamp::Sub2x2, Colorspace::YCbCr, true);
    let (body, end) = jpeg.split_at(jpeg.len() - 2);
    let last = body.windows(2).rposition(|bytes| bytes == [0xff, 0xda]).unwrap();
    [body, &body[last..].repeat(count), end].concat()
}

// SECURITY B41, T36
#[test]
fn bombs_go_off_in_the_child_and_the_server_does_not_grow() {
    let status = alone("hostile::bombs_go_off_in_the_child_and_the_server_does_not_grow", || {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(bombs());
    });
    assert_eq!(status.code(), Some(DONE));
}

async fn bombs() {
    let small = || jpeg(64, 64, &noise(64, 64));
    let progressive = jpeg_as(64, 64, &noise(64, 64), Subsamp::None, Colorspace::YCbCr, true);
    let bombs = [
        // Little data, a hundred megapixels to fill.
        png_header(10_000, 10_000),
        with_sides(small(), 0xc0, 10_000, 10_000),
        with_sides(progressive, 0xc2, 10_000, 10_000),
        // A scan for every few bytes.
        with_scans(2_000),
        // Noise where the picture should be.
        [&small()[..300], &noise(100, 100)[..], &[0xff, 0xd9]].concat(),
    ];
    // Megabytes of a profile, packed into a few kilobytes: the picture itself is honest.
    let packed = png_with(64, 64, &quarters(64, 64), ExtendedColorType::Rgb8, Some(vec![0; 32 << 20]), None);
    let before = resident();
    for bomb in bombs {
        let why = refused(bomb).await;
        assert!(matches!(why, Unreadable::Incomplete | Unreadable::Damaged | Unreadable::TookTooLong), "{why}");
    }
    let _ = render(exe(), packed.into(), Look::Only).await;
    assert!(resident() < before + (50 << 20), "grown by {} bytes", resident() - before);
}

// SECURITY T36: the largest that is taken in, and it compresses to nearly nothing.
#[tokio::test]
async fn a_hundred_megapixels_are_within_the_cage() {
    let photo = rendered(png(20_000, 5_000, &vec![80; 100_000_000], ExtendedColorType::L8)).await;
    assert_eq!((photo.width, photo.height, photo.colour), (20_000, 5_000, [80; 3]));
}

// SECURITY T36: what is refused from the header never reaches a decoder.
#[tokio::test]
async fn the_child_looks_at_the_header_again() {
    assert_eq!(refused(png_header(100_000, 100_000)).await, Unreadable::TooManyPixels);
    assert_eq!(refused(b"Dear diary".to_vec()).await, Unreadable::UnknownFormat);
    assert_eq!(refused(Vec::new()).await, Unreadable::Empty);
}

// SECURITY T36
#[tokio::test]
async fn a_child_that_hangs_is_killed() {
    // More than a pipe holds: the parent is still writing.
    let original = Bytes::from(plain(1000, 1000, [0; 3]));
    let answer = render_within(Duration::from_millis(300), &child("hangs"), original, Look::Only).await;
    assert!(matches!(answer, Err(RenderError::Unreadable(Unreadable::TookTooLong))), "{answer:?}");
    assert_eq!(running(&child("hangs")), 0);
}

// SECURITY B42, T36
#[tokio::test]
async fn a_child_that_dies_of_its_file_makes_the_file_unreadable() {
    let original = Bytes::from(jpeg(8, 8, &quarters(8, 8)));
    for (program, wanted) in [("faults", Unreadable::Damaged), ("starves", Unreadable::TookTooLong)] {
        let answer = render(&child(program), original.clone(), Look::Only).await;
        assert!(matches!(answer, Err(RenderError::Unreadable(why)) if why == wanted), "{program}: {answer:?}");
    }
}

// SECURITY T10: what is not the file's fault is tried again.
#[tokio::test]
async fn a_child_that_others_end_says_nothing_about_the_file() {
    let original = Bytes::from(jpeg(8, 8, &quarters(8, 8)));
    for program in ["stops", "babbles", "is_not_there"] {
        let answer = render(&child(program), original.clone(), Look::Only).await;
        assert!(matches!(answer, Err(RenderError::NotRun(_))), "{program}: {answer:?}");
    }
}

// SECURITY B40: a decoder that was taken over still cannot make the server hand out a page.
#[tokio::test]
async fn what_a_child_calls_a_picture_is_looked_at() {
    let answer = render(&child("lies"), Bytes::from(jpeg(8, 8, &quarters(8, 8))), Look::Only).await;
    assert!(matches!(answer, Err(RenderError::Unreadable(Unreadable::Damaged))), "{answer:?}");
}
