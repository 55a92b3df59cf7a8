//! The sizes: how large, and from which files.

use domain::photo::{Size, Unreadable};
use image::ExtendedColorType;
use turbojpeg::{Colorspace, Subsamp};

use crate::samples::{self, GREEN, RED, jpeg, jpeg_as, plain, png, quarters, webp};
use crate::{Seen, assert_near, refused, rendered, size};

async fn sides(width: usize, height: usize) -> Vec<(usize, usize)> {
    let photo = rendered(jpeg(width, height, &quarters(width, height))).await;
    assert_eq!((photo.width as usize, photo.height as usize), (width, height));
    Size::ALL
        .iter()
        .map(|wanted| {
            let seen = Seen::of(size(&photo, *wanted));
            (seen.width, seen.height)
        })
        .collect()
}

// S71
#[tokio::test]
async fn the_longest_side_is_that_of_the_size_and_nothing_is_enlarged() {
    assert_eq!(sides(3000, 2000).await, [(400, 267), (1600, 1067), (2560, 1707)]);
    assert_eq!(sides(2000, 3000).await, [(267, 400), (1067, 1600), (1707, 2560)]);
    assert_eq!(sides(1000, 1000).await, [(400, 400), (1000, 1000), (1000, 1000)]);
    assert_eq!(sides(301, 201).await, [(301, 201); 3]);
    assert_eq!(sides(1, 1).await, [(1, 1); 3]);
    // A panorama as narrow as a hair.
    assert_eq!(sides(12_000, 3).await, [(400, 1), (1600, 1), (2560, 1)]);
}

// S71: the decoder's own scaling, at 1/2 and 1/4.
#[tokio::test]
async fn large_originals_look_as_small_ones_do() {
    for width in [7_680, 16_000] {
        let photo = rendered(jpeg(width, 600, &quarters(width, 600))).await;
        for (_, jpeg) in &photo.sizes {
            let seen = Seen::of(jpeg);
            assert_near(seen.at(0.25, 0.25), RED, 8);
            assert_near(seen.at(0.75, 0.25), GREEN, 8);
        }
    }
}

// S71: a size of odd height, where half a pixel of chroma hangs over.
#[tokio::test]
async fn colours_do_not_drift_from_shapes() {
    // Two colours of one brightness, so that chroma alone makes the edge.
    let (over, under) = ([180, 60, 60], [60, 112, 100]);
    let rgb = [plain(1500, 930, over), plain(1500, 70, under)].concat();
    let photo = rendered(jpeg(1500, 1000, &rgb)).await;
    let seen = Seen::of(size(&photo, Size::Small));
    assert_eq!(seen.height, 267);
    // How many rows are of the upper colour, parts of rows included.
    let red: f64 = (0..267).map(|row| f64::from(seen.at(0.5, (f64::from(row) + 0.5) / 267.0)[0])).sum();
    let rows = (red - 60.0 * 267.0) / 120.0;
    assert!((rows - 0.93 * 267.0).abs() < 0.5, "the edge is at {rows}");
}

// S71
#[tokio::test]
async fn the_placeholder_is_the_mean_colour() {
    let half = [plain(200, 50, [200, 40, 40]), plain(200, 50, [100, 140, 40])].concat();
    assert_near(rendered(jpeg(200, 100, &half)).await.colour, [150, 90, 40], 3);
}

// S71
#[tokio::test]
async fn every_kind_of_jpeg_is_read() {
    let rgb = quarters(161, 99);
    for subsamp in [Subsamp::None, Subsamp::Sub2x1, Subsamp::Sub2x2, Subsamp::Sub1x2, Subsamp::Sub4x1, Subsamp::Sub1x4]
    {
        for progressive in [false, true] {
            let photo = rendered(jpeg_as(161, 99, &rgb, subsamp, Colorspace::YCbCr, progressive)).await;
            assert_quarters(size(&photo, Size::Large));
        }
    }
    let photo = rendered(jpeg_as(161, 99, &rgb, Subsamp::None, Colorspace::RGB, false)).await;
    assert_quarters(size(&photo, Size::Large));
    let grey = rendered(jpeg_as(160, 100, &plain(160, 100, [90; 3]), Subsamp::Gray, Colorspace::Gray, false)).await;
    assert_near(Seen::of(size(&grey, Size::Large)).at(0.5, 0.5), [90; 3], 2);
}

#[track_caller]
fn assert_quarters(jpeg: &[u8]) {
    let seen = Seen::of(jpeg);
    assert_near(seen.at(0.2, 0.2), RED, 6);
    assert_near(seen.at(0.8, 0.2), GREEN, 6);
    assert_near(seen.at(0.2, 0.8), samples::BLUE, 6);
    assert_near(seen.at(0.8, 0.8), samples::WHITE, 6);
}

// S71
#[tokio::test]
async fn png_and_webp_are_read() {
    let rgb = quarters(640, 480);
    for file in [png(640, 480, &rgb, ExtendedColorType::Rgb8), webp(640, 480, &rgb, ExtendedColorType::Rgb8)] {
        let photo = rendered(file).await;
        assert_eq!((photo.width, photo.height), (640, 480));
        for (_, jpeg) in &photo.sizes {
            assert_quarters(jpeg);
        }
    }
}

// S71
#[tokio::test]
async fn sixteen_bits_a_channel_are_read() {
    // PNG's own byte order is the other one; the encoder takes this machine's.
    let words = |rgb: &[u8]| rgb.iter().flat_map(|value| (u16::from(*value) * 257).to_ne_bytes()).collect::<Vec<_>>();
    let photo = rendered(png(640, 480, &words(&quarters(640, 480)), ExtendedColorType::Rgb16)).await;
    assert_quarters(size(&photo, Size::Large));
    let grey = rendered(png(20, 20, &words(&[77; 400]), ExtendedColorType::L16)).await;
    assert_near(Seen::of(size(&grey, Size::Large)).at(0.5, 0.5), [77; 3], 2);
}

// S71
#[tokio::test]
async fn what_is_transparent_lies_on_white_paper() {
    let pixels = [[[200, 0, 0, 0]; 400], [[200, 0, 0, 255]; 400]].concat().concat();
    for file in [png(20, 40, &pixels, ExtendedColorType::Rgba8), webp(20, 40, &pixels, ExtendedColorType::Rgba8)] {
        let seen = Seen::of(size(&rendered(file).await, Size::Large));
        assert_near(seen.at(0.5, 0.2), [255; 3], 3);
        assert_near(seen.at(0.5, 0.8), [200, 0, 0], 6);
    }
    let grey = png(20, 20, &[0, 128].repeat(400), ExtendedColorType::La8);
    assert_near(Seen::of(size(&rendered(grey).await, Size::Large)).at(0.5, 0.5), [127; 3], 2);
}

// S71
#[tokio::test]
async fn of_a_film_the_first_picture_is_shown() {
    let photo = rendered(samples::animated_webp(60, 40, [RED, GREEN])).await;
    assert_near(Seen::of(size(&photo, Size::Large)).at(0.5, 0.5), RED, 6);
}

// S70: a file cut in the middle is not shown with a grey lower half.
#[tokio::test]
async fn what_is_cut_is_refused_by_the_decoder_too() {
    let rgb = samples::noise(300, 200);
    for progressive in [false, true] {
        let file = jpeg_as(300, 200, &rgb, Subsamp::Sub2x2, Colorspace::YCbCr, progressive);
        assert_eq!(refused(file[..file.len() / 2].to_vec()).await, Unreadable::Incomplete);
    }
    for file in [png(300, 200, &rgb, ExtendedColorType::Rgb8), webp(300, 200, &rgb, ExtendedColorType::Rgb8)] {
        refused(file[..file.len() / 2].to_vec()).await;
    }
}
