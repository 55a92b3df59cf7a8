//! The text of one cell.

use unicode_normalization::UnicodeNormalization;

use crate::roster::{MAX_NAME, MAX_SPELLINGS, folded};
use crate::text;

/// A cell's text in one line: composed (NFC), single spaces, nothing that nobody sees. Joiners stay: scripts need them.
pub(super) fn plain(cell: &str) -> String {
    let joiner = |c: char| matches!(c, '\u{200c}' | '\u{200d}');
    let unseen = |c: char| text::is_unprintable(c) || (text::is_invisible(c) && !joiner(c));
    let visible: String = cell.nfc().filter(|c| c.is_whitespace() || !unseen(*c)).collect();
    let words: Vec<&str> = visible.split_whitespace().filter(|word| !word.chars().all(text::is_blank)).collect();
    // What was taken out may have stood between a letter and its mark.
    words.join(" ").nfc().collect()
}

/// Spellings of a name with `;`, `/`, `|` or a line break between them. A comma stays: `Al-Masri, Mohamed` is one. The
/// second answer says whether all of them are there: at most [`MAX_SPELLINGS`], each of at most [`MAX_NAME`] characters.
pub(super) fn spellings(cell: &str) -> (Vec<String>, bool) {
    let parts = cell.split([';', '/', '|', '\n', '\r', '\t', '؛', '；']);
    let (mut spellings, mut all) = (Vec::<String>::new(), true);
    for spelling in parts.map(plain).filter(|spelling| !spelling.is_empty()) {
        if spellings.iter().any(|other| folded(other) == folded(&spelling)) {
            continue;
        }
        if spellings.len() == MAX_SPELLINGS || spelling.chars().nth(MAX_NAME).is_some() {
            all = false;
            if spellings.len() == MAX_SPELLINGS {
                break;
            }
            continue;
        }
        spellings.push(spelling);
    }
    (spellings, all)
}
