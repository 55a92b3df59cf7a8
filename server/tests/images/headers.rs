//! What is refused from the header alone, before a byte of it is kept.

use domain::photo::{MAX_BYTES, MediaType, Unreadable};
use image::ExtendedColorType;
use server::images::{Header, Inspection, inspect};

use crate::samples::{self, jpeg, png, png_header, quarters, webp, with_exif, with_segment};

fn whole(file: &[u8]) -> Result<Header, Unreadable> {
    let mut inspection = Inspection::new(file.len() as u64)?;
    inspection.push(file)?;
    inspection.finish()
}

// S70
#[test]
fn the_content_tells_the_format_and_the_sides() {
    let rgb = quarters(70, 40);
    let header = |media| Ok(Header { media, width: 70, height: 40 });
    assert_eq!(whole(&jpeg(70, 40, &rgb)), header(MediaType::Jpeg));
    assert_eq!(whole(&png(70, 40, &rgb, ExtendedColorType::Rgb8)), header(MediaType::Png));
    assert_eq!(whole(&webp(70, 40, &rgb, ExtendedColorType::Rgb8)), header(MediaType::Webp));
    assert_eq!(whole(&samples::animated_webp(70, 40, [samples::RED, samples::BLUE])), header(MediaType::Webp));
}

// S70
#[test]
fn nothing_and_too_much_need_no_look() {
    assert_eq!(inspect(&[], 0), Err(Unreadable::Empty));
    assert_eq!(inspect(&jpeg(8, 8, &quarters(8, 8)), MAX_BYTES + 1), Err(Unreadable::TooManyBytes));
}

// S70, SECURITY B37
#[test]
fn whatever_is_called_jpg_but_is_none_is_refused() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let html = b"<!doctype html><script>alert(1)</script>";
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;";
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    for file in [
        &svg[..],
        html,
        gif,
        heic,
        b"%PDF-1.7",
        b"<?xml version='1.0'?>",
        b"Dear diary",
        b"PK\x03\x04",
        b"\xff",
        b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0",
    ] {
        assert_eq!(whole(file), Err(Unreadable::UnknownFormat), "{}", String::from_utf8_lossy(file));
    }
}

// S70, SECURITY T36
#[test]
fn giants_are_refused_by_their_header() {
    for (width, height) in [(100_000, 100_000), (20_001, 1), (1, 20_001), (10_001, 10_000), (u32::MAX, u32::MAX)] {
        let png = png_header(width, height);
        assert_eq!(inspect(&png[..33], 2_000_000), Err(Unreadable::TooManyPixels), "{width} x {height}");
    }
    assert!(inspect(&png_header(10_000, 10_000), 2_000_000).is_ok());
    assert_eq!(inspect(&png_header(0, 10), 2_000_000), Err(Unreadable::Damaged));

    let mut jpeg = jpeg(8, 8, &quarters(8, 8));
    let frame = jpeg.windows(2).position(|bytes| bytes == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    assert_eq!(whole(&jpeg), Err(Unreadable::TooManyPixels));
}

// S70
#[test]
fn a_file_that_ends_in_the_middle_is_incomplete() {
    let rgb = samples::noise(90, 60);
    for file in
        [jpeg(90, 60, &rgb), png(90, 60, &rgb, ExtendedColorType::Rgb8), webp(90, 60, &rgb, ExtendedColorType::Rgb8)]
    {
        for part in [file.len() / 2, file.len() * 9 / 10, file.len() - 1] {
            assert_eq!(whole(&file[..part]), Err(Unreadable::Incomplete), "{part} of {}", file.len());
        }
    }
}

// S70
#[test]
fn fewer_bytes_than_announced_are_incomplete() {
    let file = jpeg(90, 60, &quarters(90, 60));
    let mut inspection = Inspection::new(file.len() as u64 + 1).unwrap();
    inspection.push(&file).unwrap();
    assert_eq!(inspection.finish(), Err(Unreadable::Incomplete));
}

// S70: phones and panorama programs add bytes of their own.
#[test]
fn bytes_behind_the_end_do_no_harm() {
    let file = [jpeg(90, 60, &quarters(90, 60)), b"\0\0\0\x18ftypmp42 a film".repeat(50)].concat();
    assert!(whole(&file).is_ok());
}

// S70: the end mark of the thumbnail is not the end of the photograph.
#[test]
fn a_thumbnail_inside_does_not_make_a_cut_photograph_whole() {
    let thumbnail = jpeg(16, 12, &quarters(16, 12));
    let file = with_exif(&jpeg(900, 600, &samples::noise(900, 600)), &samples::tiff(1, "x", &thumbnail));
    assert_eq!(whole(&file), Ok(Header { media: MediaType::Jpeg, width: 900, height: 600 }));
    assert_eq!(whole(&file[..file.len() / 2]), Err(Unreadable::Incomplete));
}

// S70: parts of an upload are cut anywhere.
#[test]
fn it_does_not_matter_how_a_file_is_cut_into_parts() {
    let rgb = samples::noise(40, 30);
    let jpeg = with_segment(&jpeg(40, 30, &rgb), 0xfe, &[0xff; 300]);
    for file in [jpeg, png(40, 30, &rgb, ExtendedColorType::Rgb8), webp(40, 30, &rgb, ExtendedColorType::Rgb8)] {
        let expected = whole(&file).unwrap();
        for size in [1, 2, 3, 7, 29, 64, 1000] {
            let mut inspection = Inspection::new(file.len() as u64).unwrap();
            for part in file.chunks(size) {
                inspection.push(part).unwrap();
            }
            assert_eq!(inspection.header(), Some(expected));
            assert_eq!(inspection.finish(), Ok(expected), "in parts of {size}");
        }
    }
}
