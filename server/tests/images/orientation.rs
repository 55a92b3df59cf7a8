//! However the camera was held, the photograph stands upright.

use chrono::NaiveDate;
use domain::photo::Size;
use image::ExtendedColorType;
use turbojpeg::{Colorspace, Subsamp};

use crate::samples::{BLUE, GREEN, RED, WHITE, jpeg_as, noise, png_with, quarters, tiff, with_exif};
use crate::{Seen, assert_near, rendered, size};

/// EXIF 2.32, tag 274: what is to be seen of [`quarters`], from the upper left, row by row.
const UPRIGHT: [[[u8; 3]; 4]; 8] = [
    [RED, GREEN, BLUE, WHITE],
    [GREEN, RED, WHITE, BLUE],
    [WHITE, BLUE, GREEN, RED],
    [BLUE, WHITE, RED, GREEN],
    [RED, BLUE, GREEN, WHITE],
    [BLUE, RED, WHITE, GREEN],
    [WHITE, GREEN, BLUE, RED],
    [GREEN, WHITE, RED, BLUE],
];

#[track_caller]
fn assert_quarters(jpeg: &[u8], quarters: [[u8; 3]; 4]) {
    let seen = Seen::of(jpeg);
    for (quarter, (across, down)) in quarters.into_iter().zip([(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)])
    {
        assert_near(seen.at(across, down), quarter, 6);
    }
}

// S71
#[tokio::test]
async fn every_orientation_is_turned_upright_in_every_size() {
    for (orientation, upright) in (1..).zip(UPRIGHT) {
        // Once smaller than every size, once odd and larger than two of them.
        for (width, height) in [(64, 48), (2003, 1501)] {
            let stored = jpeg_as(width, height, &quarters(width, height), Subsamp::Sub2x2, Colorspace::YCbCr, false);
            let photo = rendered(with_exif(&stored, &tiff(orientation, "", &[]))).await;
            let (width, height) = if orientation < 5 { (width, height) } else { (height, width) };
            assert_eq!((photo.width as usize, photo.height as usize), (width, height), "orientation {orientation}");
            for (_, jpeg) in &photo.sizes {
                assert_quarters(jpeg, upright);
                let seen = Seen::of(jpeg);
                assert_eq!(seen.width > seen.height, width > height, "orientation {orientation}");
            }
        }
    }
}

// S71
#[tokio::test]
async fn a_png_is_turned_upright_too() {
    let photo =
        rendered(png_with(80, 50, &quarters(80, 50), ExtendedColorType::Rgb8, None, Some(tiff(6, "", &[])))).await;
    assert_eq!((photo.width, photo.height), (50, 80));
    assert_quarters(size(&photo, Size::Large), UPRIGHT[5]);
}

// S71
#[tokio::test]
async fn an_orientation_that_does_not_exist_is_upright() {
    let stored = jpeg_as(64, 48, &quarters(64, 48), Subsamp::None, Colorspace::YCbCr, false);
    let photo = rendered(with_exif(&stored, &tiff(9, "", &[]))).await;
    assert_quarters(size(&photo, Size::Large), UPRIGHT[0]);
}

// S71: sorting by the hour needs it.
#[tokio::test]
async fn the_hour_of_the_photograph_is_the_cameras() {
    let stored = jpeg_as(64, 48, &quarters(64, 48), Subsamp::None, Colorspace::YCbCr, false);
    let photo = rendered(with_exif(&stored, &tiff(1, "", &[]))).await;
    assert_eq!(photo.taken_at, NaiveDate::from_ymd_opt(2024, 6, 1).and_then(|day| day.and_hms_opt(14, 30, 5)));
    assert_eq!(rendered(stored).await.taken_at, None);
}

// SECURITY B42
#[tokio::test]
async fn broken_exif_costs_the_photograph_nothing_but_its_orientation() {
    let stored = jpeg_as(64, 48, &quarters(64, 48), Subsamp::None, Colorspace::YCbCr, false);
    // A directory that names itself as the next one; one of 65,535 fields; noise; nothing.
    let circle = [b"II*\0\x08\0\0\0".as_slice(), &[0, 0], &8_u32.to_le_bytes()].concat();
    let endless = [b"MM\0*\0\0\0\x08\xff\xff".as_slice(), &noise(20, 20)].concat();
    for tiff in [circle, endless, noise(30, 30), Vec::new()] {
        let photo = rendered(with_exif(&stored, &tiff)).await;
        assert_quarters(size(&photo, Size::Small), UPRIGHT[0]);
    }
}
