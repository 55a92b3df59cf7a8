//! Photographs: their names, sizes, proportions, and the reasons why one cannot be read.

use std::cmp::Ordering;

use domain::photo::{FileName, MediaType, Ratio, Size, Unreadable, natural_cmp};
use domain::{TextProblem, UnknownName};
use proptest::prelude::*;

#[test]
fn a_file_keeps_its_name_and_loses_its_folders() {
    for (path, name) in [
        ("IMG_0012.JPG", "IMG_0012.JPG"),
        ("Hochzeit/Kirche/IMG 1.jpg", "IMG 1.jpg"),
        ("C:\\fakepath\\Süße.jpeg", "Süße.jpeg"),
        ("../../etc/passwd", "passwd"),
        (".hidden", ".hidden"),
        ("photo\u{202e}gpj.exe", "photogpj.exe"),
        ("a\r\nb\0.jpg", "ab.jpg"),
        (" spaced .jpg ", "spaced .jpg"),
    ] {
        assert_eq!(FileName::parse(path).unwrap().as_str(), name, "{path:?}"); // S70
    }
}

#[test]
fn a_file_without_a_name_or_with_an_endless_one_is_refused() {
    for path in ["", "folder/", "..", "a/..", ". .", "\u{200b}", "\n"] {
        assert_eq!(FileName::parse(path), Err(TextProblem::Missing), "{path:?}"); // S70
    }
    assert!(FileName::parse(&"a".repeat(255)).is_ok());
    assert_eq!(FileName::parse(&"a".repeat(256)), Err(TextProblem::TooLong { max: 255 }));
    assert_eq!(FileName::parse(&"ä".repeat(128)), Err(TextProblem::TooLong { max: 255 }));
    assert!(FileName::parse(&format!("{}/a.jpg", "long".repeat(2_000))).is_ok());
}

#[test]
fn the_stem_of_a_name_is_what_lists_for_other_programs_need() {
    let stem = |name: &str| FileName::parse(name).unwrap().stem().to_owned();
    assert_eq!(stem("IMG_2.jpg"), "IMG_2");
    assert_eq!(stem("a.b.jpeg"), "a.b");
    assert_eq!(stem(".jpg"), ".jpg");
    assert_eq!(stem("plain"), "plain");
}

#[test]
fn numbers_in_names_count_as_numbers() {
    let mut names = [
        "IMG_10.jpg",
        "img_2.jpg",
        "IMG_1.jpg",
        "IMG_0002.jpg",
        "b",
        "a",
        "B1",
        "99999999999999999999999999",
        "100",
        "IMG_1_20.jpg",
        "IMG_1_3.jpg",
        "Ä",
        "",
    ];
    names.sort_by(|a, b| natural_cmp(a, b));
    assert_eq!(
        names,
        [
            "",
            "100",
            "99999999999999999999999999",
            "a",
            "b",
            "B1",
            "IMG_1.jpg",
            "IMG_1_3.jpg",
            "IMG_1_20.jpg",
            "IMG_0002.jpg",
            "img_2.jpg",
            "IMG_10.jpg",
            "Ä",
        ]
    );
}

proptest! {
    #[test]
    fn the_natural_order_is_a_total_order(a in "[aA0-2._ä]{0,6}", b in "[aA0-2._ä]{0,6}", c in "[aA0-2._ä]{0,6}") {
        prop_assert_eq!(natural_cmp(&a, &b), natural_cmp(&b, &a).reverse());
        prop_assert_eq!(natural_cmp(&a, &b) == Ordering::Equal, a == b);
        if natural_cmp(&a, &b).is_le() && natural_cmp(&b, &c).is_le() {
            prop_assert!(natural_cmp(&a, &c).is_le());
        }
    }

    #[test]
    fn a_file_name_is_never_a_path_and_reads_back(path: String) {
        if let Ok(name) = FileName::parse(&path) {
            prop_assert!(!name.as_str().contains(['/', '\\', '\0', '\n']));
            prop_assert_eq!(FileName::parse(name.as_str()), Ok(name));
        }
    }
}

#[test]
fn proportions_are_rounded_and_bounded() {
    for (width, height, css) in [
        (6000, 4000, "1.50"),
        (4000, 6000, "0.67"),
        (100, 100, "1.00"),
        (20_000, 1, "4.00"),
        (1, 20_000, "0.25"),
        (0, 0, "0.25"),
        (u32::MAX, 1, "4.00"),
    ] {
        assert_eq!(Ratio::of(width, height).to_string(), css, "{width} x {height}"); // S72
    }
    assert_eq!(Ratio::from(150).hundredths(), 150);
    assert_eq!(serde_json::from_str::<Ratio>("9000").unwrap().hundredths(), 400);
}

#[test]
fn sizes_have_their_pixels_and_their_letters() {
    let sizes = Size::ALL.iter().map(|size| (size.to_string(), size.longest_side()));
    let expected = [("s", 400), ("m", 1600), ("l", 2560)];
    assert!(sizes.eq(expected.map(|(name, side)| (name.to_owned(), side)))); // S71
    assert_eq!(Size::parse("m"), Some(Size::Medium));
    assert_eq!("M".parse::<Size>(), Err(UnknownName { choice: "Size" }));
}

#[test]
fn stable_names_read_back() {
    for reason in Unreadable::ALL {
        assert_eq!(Unreadable::parse(reason.as_str()), Some(*reason)); // S70
        assert_eq!(serde_json::to_string(reason).unwrap(), format!("\"{reason}\""));
    }
    for media in MediaType::ALL {
        assert_eq!(MediaType::try_from(media.to_string()), Ok(*media));
        assert!(media.mime().starts_with("image/") && !media.extension().starts_with('.'));
    }
}
