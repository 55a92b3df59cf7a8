//! Colours come out as they were meant, whatever space they were stored in. What is wanted is reckoned here
//! from the published matrices, not by the library under test.

use domain::photo::Size;
use image::ExtendedColorType;
use moxcms::ColorProfile;
use turbojpeg::{Colorspace, Subsamp};

use crate::samples::{cmyk_jpeg, jpeg, jpeg_as, plain, png_with, with_profile};
use crate::{Seen, assert_near, rendered, size};

/// Within the gamut of sRGB whichever of the spaces they are read in.
const COLOURS: [[u8; 3]; 4] = [[150, 120, 90], [100, 140, 160], [190, 120, 130], [128, 128, 128]];

/// Linear light to linear light; both whites are D65.
const ADOBE_RGB: [[f64; 3]; 3] = [[1.39836, -0.39836, 0.0], [0.0, 1.0, 0.0], [0.0, -0.04293, 1.04293]];
const DISPLAY_P3: [[f64; 3]; 3] = [[1.22494, -0.22494, 0.0], [-0.04206, 1.04206, 0.0], [-0.01964, -0.07864, 1.09827]];

fn srgb_to_light(value: f64) -> f64 {
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn light_to_srgb(light: f64) -> u8 {
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (value * 255.0).round().clamp(0.0, 255.0) as u8
}

fn converted(colour: [u8; 3], to_light: fn(f64) -> f64, matrix: [[f64; 3]; 3]) -> [u8; 3] {
    let light = colour.map(|value| to_light(f64::from(value) / 255.0));
    matrix.map(|row| light_to_srgb(row.iter().zip(light).map(|(part, light)| part * light).sum()))
}

async fn seen(file: Vec<u8>) -> [u8; 3] {
    Seen::of(size(&rendered(file).await, Size::Large)).at(0.5, 0.5)
}

async fn assert_converts(profile: ColorProfile, wanted: impl Fn([u8; 3]) -> [u8; 3]) {
    let profile = profile.encode().unwrap();
    for colour in COLOURS {
        let rgb = plain(48, 32, colour);
        assert_near(seen(with_profile(&jpeg(48, 32, &rgb), &profile)).await, wanted(colour), 4);
        let png = png_with(48, 32, &rgb, ExtendedColorType::Rgb8, Some(profile.clone()), None);
        assert_near(seen(png).await, wanted(colour), 4);
    }
}

// S71
#[tokio::test]
async fn adobe_rgb_becomes_srgb() {
    let gamma = |value: f64| value.powf(563.0 / 256.0);
    assert_converts(ColorProfile::new_adobe_rgb(), |colour| converted(colour, gamma, ADOBE_RGB)).await;
}

// S71
#[tokio::test]
async fn display_p3_becomes_srgb() {
    assert_converts(ColorProfile::new_display_p3(), |colour| converted(colour, srgb_to_light, DISPLAY_P3)).await;
}

// S71
#[tokio::test]
async fn srgb_stays_as_it_is() {
    assert_converts(ColorProfile::new_srgb(), |colour| colour).await;
}

// S71
#[tokio::test]
async fn a_grey_profile_is_heeded() {
    let profile = ColorProfile::new_gray_with_gamma(1.0).encode().unwrap();
    let grey = jpeg_as(48, 32, &plain(48, 32, [100; 3]), Subsamp::Gray, Colorspace::Gray, false);
    assert_near(seen(with_profile(&grey, &profile)).await, [light_to_srgb(100.0 / 255.0); 3], 3);
}

// S71
#[tokio::test]
async fn a_profile_that_does_not_fit_or_is_broken_is_left_out() {
    let colour = [150, 120, 90];
    let grey = ColorProfile::new_gray_with_gamma(1.0).encode().unwrap();
    for profile in [grey, b"no profile at all".to_vec()] {
        assert_near(seen(with_profile(&jpeg(48, 32, &plain(48, 32, colour)), &profile)).await, colour, 4);
    }
}

// S71
#[tokio::test]
async fn inks_become_light() {
    let cases = [
        ([0, 0, 0, 0], [255, 255, 255]),
        ([255, 0, 0, 0], [0, 255, 255]),
        ([0, 200, 100, 0], [255, 55, 155]),
        ([0, 0, 0, 255], [0, 0, 0]),
        ([0, 128, 255, 51], [204, 102, 0]),
    ];
    for (ink, light) in cases {
        for colorspace in [Colorspace::CMYK, Colorspace::YCCK] {
            assert_near(seen(cmyk_jpeg(48, 32, ink, colorspace)).await, light, 5);
        }
    }
}

/// An ICC.1:2001 printer profile with one table (`lut8Type`) from four inks to Lab: black is black, cyan has
/// the colour below, the other inks leave no trace.
const CYAN: [f64; 3] = [60.0, -37.0, -50.0];

fn inks_profile() -> Vec<u8> {
    let mut table = b"mft1\0\0\0\0\x04\x03\x02\0".to_vec();
    let one = 0x1_0000_u32.to_be_bytes();
    table.extend((0..9).flat_map(|at| if at % 4 == 0 { one } else { [0; 4] }));
    let identity: Vec<u8> = (0..=255).collect();
    table.extend(identity.repeat(4));
    for corner in 0..16 {
        let (cyan, black) = (corner & 8 != 0, corner & 1 != 0);
        let lab = if black {
            [0.0; 3]
        } else if cyan {
            CYAN
        } else {
            [100.0, 0.0, 0.0]
        };
        table.extend([lab[0] * 2.55, lab[1] + 128.0, lab[2] + 128.0].map(|value| value.round() as u8));
    }
    table.extend(identity.repeat(3));

    let len = u32::try_from(table.len()).unwrap();
    let mut profile = [0; 128];
    profile[..4].copy_from_slice(&(144 + len).to_be_bytes());
    profile[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    profile[12..24].copy_from_slice(b"prtrCMYKLab ");
    profile[36..40].copy_from_slice(b"acsp");
    profile[68..80].copy_from_slice(&[0xf6d6_u32, 0x1_0000, 0xd32d].map(u32::to_be_bytes).concat());
    [&profile[..], &1_u32.to_be_bytes(), b"A2B0", &144_u32.to_be_bytes(), &len.to_be_bytes(), &table].concat()
}

/// Lab under D50 to sRGB, with Bradford's adaptation to D65.
fn lab_to_srgb([lightness, a, b]: [f64; 3]) -> [u8; 3] {
    let y = (lightness + 16.0) / 116.0;
    let cube = |t: f64| if t > 6.0 / 29.0 { t.powi(3) } else { (t - 4.0 / 29.0) * 108.0 / 841.0 };
    let xyz = [cube(y + a / 500.0) * 0.96422, cube(y), cube(y - b / 200.0) * 0.82521];
    [[3.13386, -1.61687, -0.49062], [-0.97877, 1.91614, 0.03345], [0.07194, -0.22899, 1.40524]]
        .map(|row| light_to_srgb(row.iter().zip(xyz).map(|(part, value)| part * value).sum()))
}

// S71
#[tokio::test]
async fn a_profile_for_inks_is_heeded() {
    let profile = inks_profile();
    let half = 128.0 / 255.0;
    let pale = [100.0 - 40.0 * half, -37.0 * half, -50.0 * half];
    for (ink, wanted) in [([128, 0, 0, 0], lab_to_srgb(pale)), ([0, 90, 200, 0], [255; 3]), ([0, 0, 0, 255], [0; 3])] {
        for colorspace in [Colorspace::CMYK, Colorspace::YCCK] {
            assert_near(seen(with_profile(&cmyk_jpeg(48, 32, ink, colorspace), &profile)).await, wanted, 6);
        }
    }
}
