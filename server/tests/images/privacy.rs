//! Nothing that a photograph says about people and places leaves the original (SECURITY T37).

use image::ExtendedColorType;

use crate::rendered;
use crate::samples::{jpeg, png_with, quarters, tiff, webp, with_chunk, with_exif, with_segment};

const SECRET: &str = "N48.8566 serial 0815 Anna";

/// The markers of a JPEG up to its data, and that nothing follows its end.
fn markers(jpeg: &[u8]) -> Vec<u8> {
    let mut markers = Vec::new();
    let mut rest = &jpeg[2..];
    while let [0xff, marker, high, low, ..] = rest {
        markers.push(*marker);
        if *marker == 0xda {
            break;
        }
        rest = &rest[2 + usize::from(u16::from_be_bytes([*high, *low]))..];
    }
    assert!(jpeg.ends_with(&[0xff, 0xd9]));
    markers
}

async fn assert_silent(original: Vec<u8>) {
    assert!(original.windows(SECRET.len()).any(|bytes| bytes == SECRET.as_bytes()), "the sample says nothing itself");
    let photo = rendered(original).await;
    for (size, jpeg) in &photo.sizes {
        // JFIF, quantisation, frame, Huffman, scan: no EXIF, XMP, ICC, IPTC or comment.
        assert!(markers(jpeg).iter().all(|marker| [0xe0, 0xdb, 0xc0, 0xc4, 0xda].contains(marker)), "size {size}");
        assert!(
            !jpeg.windows(5).any(|bytes| SECRET.as_bytes().windows(5).any(|secret| secret == bytes)),
            "size {size}"
        );
        assert!(jpeg[2..].windows(3).all(|bytes| bytes != [0xff, 0xd8, 0xff]), "a picture within size {size}");
    }
}

// S71, SECURITY T37
#[tokio::test]
async fn place_serial_number_thumbnail_and_names_are_in_no_size_of_a_jpeg() {
    let thumbnail = jpeg(160, 120, &quarters(160, 120));
    let stored = jpeg(1800, 1200, &quarters(1800, 1200));
    let stored = with_exif(&stored, &tiff(1, SECRET, &thumbnail));
    let stored = with_segment(
        &stored,
        0xe1,
        format!("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{SECRET}</x:xmpmeta>").as_bytes(),
    );
    let stored = with_segment(&stored, 0xed, format!("Photoshop 3.0\08BIM\x04\x04{SECRET}").as_bytes());
    let stored = with_segment(&stored, 0xfe, SECRET.as_bytes());
    assert_silent([&stored, SECRET.as_bytes()].concat()).await;
}

// S71, SECURITY T37
#[tokio::test]
async fn nor_of_a_png_or_a_webp() {
    let rgb = quarters(500, 300);
    let png = png_with(500, 300, &rgb, ExtendedColorType::Rgb8, None, Some(tiff(1, SECRET, &[])));
    assert_silent(with_chunk(&png, *b"tEXt", format!("Author\0{SECRET}").as_bytes())).await;

    let mut webp = webp(500, 300, &rgb, ExtendedColorType::Rgb8);
    let body = format!("{SECRET:<30}");
    webp.extend([b"XMP ", &30_u32.to_le_bytes()[..], body.as_bytes()].concat());
    let len = u32::try_from(webp.len() - 8).unwrap().to_le_bytes();
    webp[4..8].copy_from_slice(&len);
    assert_silent(webp).await;
}
