//! The rows of photographs on a gallery's page, and the style that the page needs for them.
//!
//! A page may hold a thousand, so the rows are written as one text: ids and numbers alone, and one label of our own; no
//! word that a person typed ever gets in here.

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::photo::{Ratio, Size};

use crate::ui::picture::Picture;
use crate::ui::words::Words;

/// The most photographs on one page.
pub const PAGE: i64 = 1000;
/// How many are there at once; the others load when they come near.
const AT_ONCE: usize = 8;

/// The items of the list `.rows`: each a link to its photograph's page, in exact proportions.
///
/// `gallery` is the last part of the page's own address: links lead on from it. `first` is the place of the first
/// photograph in the gallery, from 1.
pub fn photo_rows(pictures: &[Picture], gallery: &str, first: i64, words: Words) -> String {
    let (before, after) = label(words);
    let mut rows = String::with_capacity(pictures.len() * 256);
    for (place, picture) in pictures.iter().enumerate() {
        let id = picture.id.to_string();
        let (width, height) = picture.at(Size::Small);
        let load = match place {
            0 => r#" fetchpriority="high""#,
            1..AT_ONCE => "",
            _ => r#" loading="lazy""#,
        };
        let number = first + i64::try_from(place).unwrap_or_default();
        // Writing to a text cannot fail.
        let _ = writeln!(
            rows,
            r#"<li><a class="r{} c{:03x}" id="p-{id}" href="{gallery}/{id}"><img src="/m/{id}/s" width="{width}" height="{height}"{load} alt="{before}{}{after}"></a>"#,
            picture.ratio().hundredths(),
            picture.short_colour(),
            words.number(number),
        );
    }
    rows
}

/// One class for each ratio and each colour that occurs.
pub fn photo_style(pictures: &[Picture]) -> String {
    let ratios: BTreeSet<Ratio> = pictures.iter().map(Picture::ratio).collect();
    let colours: BTreeSet<u16> = pictures.iter().map(Picture::short_colour).collect();
    let mut style = String::new();
    for ratio in ratios {
        let _ = write!(style, ".r{}{{--r:{ratio}}}", ratio.hundredths());
    }
    for colour in colours {
        let _ = write!(style, ".c{colour:03x}{{background:#{colour:03x}}}");
    }
    style
}

/// What stands before and after the number of a photograph: asked once, not a thousand times.
fn label(words: Words) -> (String, String) {
    let label = words.with("photograph-number", &[("number", "\0".into())]);
    let (before, after) = label.split_once('\0').unwrap_or((&label, ""));
    (escaped(before), escaped(after))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use domain::studio::Language;

    use super::*;
    use crate::ui::picture::tests::picture;

    fn en() -> Words {
        Words::of(Language::En)
    }

    // S72
    #[test]
    fn a_photograph_is_a_link_with_its_exact_proportions_its_colour_and_a_label() {
        let one = picture(1, 6000, 4000, 0x8a_4b_2a);
        let id = one.id;
        assert_eq!(
            photo_rows(&[one], "gal", 41, en()),
            format!(
                "<li><a class=\"r150 c842\" id=\"p-{id}\" href=\"gal/{id}\"><img src=\"/m/{id}/s\" width=\"400\" \
                 height=\"267\" fetchpriority=\"high\" alt=\"Photograph 41\"></a>\n"
            )
        );
    }

    // S72
    #[test]
    fn the_first_photograph_comes_first_and_those_further_down_wait() {
        let many: Vec<Picture> = (0..20).map(|n| picture(n, 300, 400, 0)).collect();
        let rows = photo_rows(&many, "gal", 1, en());
        let rows: Vec<&str> = rows.lines().collect();
        assert_eq!(rows.len(), 20);
        let lazy = |row: &&&str| row.contains("loading=\"lazy\"");
        assert_eq!(rows.iter().filter(lazy).count(), 20 - AT_ONCE);
        assert!(rows[..AT_ONCE].iter().all(|row| !row.contains("lazy")));
        assert_eq!(rows.iter().filter(|row| row.contains("fetchpriority")).count(), 1);
    }

    #[test]
    fn the_style_names_each_ratio_and_colour_once() {
        let all = [picture(1, 3, 2, 0x88_88_88), picture(2, 6, 4, 0x88_88_88), picture(3, 2, 3, 0x00_00_00)];
        assert_eq!(photo_style(&all), ".r67{--r:0.67}.r150{--r:1.50}.c000{background:#000}.c888{background:#888}");
    }

    #[test]
    fn a_label_of_a_translation_cannot_end_the_attribute() {
        assert_eq!(escaped("\"<&"), "&quot;&lt;&amp;");
    }
}
