//! A studio may have any colour, and everybody can read what is written in it and on it (S76, S78).

use domain::colour::{Colour, READABLE};
use proptest::prelude::*;

const LIGHT: [&str; 3] = ["#faf9f6", "#ffffff", "#f1eee8"];
const DARK: [&str; 3] = ["#131312", "#1c1c1a", "#20201e"];

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap()
}

#[track_caller]
fn can_be_read(typed: Colour) {
    let shades = typed.shades();
    for (shade, grounds) in [(shades.light, LIGHT), (shades.dark, DARK)] {
        assert!(shade.accent.contrast(shade.on) >= READABLE, "{typed}: {shade:?}");
        for ground in grounds {
            assert!(shade.accent.contrast(colour(ground)) >= READABLE, "{typed} on {ground}: {shade:?}");
        }
    }
    // No more is changed than must be: one that can be read stays what it is.
    assert_eq!(typed.contrast(colour("#f1eee8")) >= READABLE, shades.light.accent == typed, "{typed}");
    assert_eq!(typed.contrast(colour("#20201e")) >= READABLE, shades.dark.accent == typed, "{typed}");
    assert_eq!(shades.light.accent.shades().light, shades.light, "{typed}");
    assert_eq!(shades.dark.accent.shades().dark, shades.dark, "{typed}");
}

// S76, S78
#[test]
fn colours_from_all_over_the_cube_can_be_read() {
    let levels: Vec<u8> = (0..=255).step_by(17).collect();
    for red in &levels {
        for green in &levels {
            for blue in &levels {
                can_be_read(Colour([*red, *green, *blue]));
            }
        }
    }
}

proptest! {
    // S76, S78
    #[test]
    fn any_colour_can_be_read(parts in any::<[u8; 3]>()) {
        can_be_read(Colour(parts));
    }

    #[test]
    fn a_colour_is_read_as_it_was_written(parts in any::<[u8; 3]>()) {
        prop_assert_eq!(Colour::parse(&Colour(parts).to_string()), Ok(Colour(parts)));
    }

    #[test]
    fn a_shade_stays_near_the_hue(parts in any::<[u8; 3]>()) {
        // The strongest of the three channels stays the strongest, where one stands out.
        let typed = Colour(parts);
        let strongest = |colour: Colour| (0..3).max_by_key(|part| colour.0[*part]);
        let mut sorted = parts;
        sorted.sort_unstable();
        prop_assume!(sorted[2] - sorted[1] > 90);
        prop_assert_eq!(strongest(typed.shades().light.accent), strongest(typed), "{} {:?}", typed, typed.shades());
    }
}

#[test]
fn contrast_is_what_wcag_says_it_is() {
    let ratio = |one, two| (colour(one).contrast(colour(two)) * 100.0).round() / 100.0;
    assert!((ratio("#000", "#fff") - 21.0).abs() < 0.001);
    assert!((ratio("#767676", "#ffffff") - 4.54).abs() < 0.001);
    assert!((ratio("#777777", "#ffffff") - 4.48).abs() < 0.001);
    assert!((ratio("#8a4b2a", "#8a4b2a") - 1.0).abs() < 0.001);
}

#[test]
fn a_colour_is_typed_as_people_write_it_and_nothing_else_is_one() {
    for typed in ["#8A4B2A", "8a4b2a", " #8a4b2a "] {
        assert_eq!(colour(typed).to_string(), "#8a4b2a");
    }
    assert_eq!(colour("#840").to_string(), "#884400");
    for none in ["", "#", "red", "#8a4b2", "#8a4b2a0", "##8a4b2a", "rgb(1,2,3)", "#8a4b2g", "}:root{"] {
        assert!(Colour::parse(none).is_err(), "{none}");
    }
}
