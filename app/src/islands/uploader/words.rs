//! The words of the uploader, as the page hands them to the browser: sentences with places to fill in.

use std::collections::BTreeMap;

use domain::number::grouped;
use serde::{Deserialize, Serialize};

use super::answer::{Halt, Reason};
use super::progress::Remaining;

/// A sentence about a number of things; `{n}` is the number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// About one.
    pub one: String,
    /// About none or several.
    pub other: String,
    /// The sign between groups of digits.
    pub thousands: char,
}

impl Counted {
    /// The sentence about `n` things.
    pub fn of(&self, n: u64) -> String {
        let sentence = if n == 1 { &self.one } else { &self.other };
        sentence.replace("{n}", &self.number(n))
    }

    /// A number as the sentence writes it.
    pub fn number(&self, n: u64) -> String {
        grouped(n, self.thousands)
    }
}

/// Everything that the uploader says, in the language of the page. Made by `UploaderWords::of` on the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploaderWords {
    /// What one can do here.
    pub invitation: String,
    /// What can be dropped.
    pub hint: String,
    /// The button that picks files.
    pub choose: String,
    /// The button that picks a folder.
    pub choose_folder: String,
    /// Said instead, without scripts.
    pub needs_scripts: String,
    /// Name of the total's progress.
    pub all: String,
    /// Name of the list.
    pub list: String,
    /// While folders are read.
    pub looking: String,
    /// `{here}` of `{n}` are here.
    pub here: Counted,
    /// `{done}` of `{all}` `{unit}`.
    pub bytes: String,
    /// The sign between whole and part of a number.
    pub decimal: String,
    /// Less than a minute is left.
    pub left_moment: String,
    /// Minutes are left.
    pub left_minutes: Counted,
    /// Hours are left.
    pub left_hours: Counted,
    /// So many were here already.
    pub skipped: Counted,
    /// So many cannot be taken.
    pub attention: Counted,
    /// So many are being prepared.
    pub preparing: Counted,
    /// So many notes of editors were left out.
    pub sidecars: Counted,
    /// So many wait for their turn.
    pub waiting: Counted,
    /// So many more cannot be taken than are listed.
    pub more_refused: Counted,
    /// Of one file: it is looked at.
    pub reading: String,
    /// Of one file: the server looks at it.
    pub finishing: String,
    /// Of one file: it waits for the connection.
    pub patient: String,
    /// Of one file: it is here.
    pub done: String,
    /// Of one file: it was here before.
    pub already: String,
    /// Said when the upload begins.
    pub begun: Counted,
    /// Said when the connection is lost.
    pub lost: String,
    /// Said when the photographer was signed out.
    pub sign_in: String,
    /// Link to the sign-in page.
    pub sign_in_link: String,
    /// Said when the disk is full.
    pub no_space: String,
    /// Said when the gallery is gone.
    pub no_gallery: String,
    /// The button that goes on after that.
    pub go_on: String,
    /// The button that tries one file again.
    pub again: String,
    /// The button that takes one file off the list.
    pub dismiss: String,
    /// The button that drops what is not done.
    pub stop: String,
    /// The button that closes the list.
    pub close: String,
    /// Why a file is not taken, by [`Reason::key`].
    pub reasons: BTreeMap<String, String>,
}

impl UploaderWords {
    /// Why a file is not taken.
    pub fn reason(&self, reason: Reason) -> &str {
        self.reasons.get(reason.key()).map_or("", String::as_str)
    }

    /// Why no file is taken.
    pub fn halt(&self, halt: Halt) -> &str {
        match halt {
            Halt::SignIn => &self.sign_in,
            Halt::NoSpace => &self.no_space,
            Halt::NoGallery => &self.no_gallery,
        }
    }

    /// How long it may still take.
    pub fn remaining(&self, remaining: Remaining) -> String {
        match remaining {
            Remaining::Moment => self.left_moment.clone(),
            Remaining::Minutes(n) => self.left_minutes.of(n),
            Remaining::Hours(n) => self.left_hours.of(n),
        }
    }

    /// So many bytes of so many, in the unit of the whole.
    pub fn bytes(&self, done: u64, all: u64) -> String {
        let (unit, name, tenths) = match all {
            0..10_000_000 => (1_000_000, "MB", true),
            10_000_000..1_000_000_000 => (1_000_000, "MB", false),
            _ => (1_000_000_000, "GB", true),
        };
        let written = |bytes: u64| {
            if tenths {
                let tenths = bytes * 10 / unit;
                format!("{}{}{}", tenths / 10, self.decimal, tenths % 10)
            } else {
                (bytes / unit).to_string()
            }
        };
        self.bytes.replace("{done}", &written(done)).replace("{all}", &written(all)).replace("{unit}", name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // S70, S77
    #[test]
    fn bytes_are_told_in_the_unit_of_the_whole_and_the_sign_of_the_language() {
        let words =
            UploaderWords { bytes: "{done} von {all} {unit}".into(), decimal: ",".into(), ..UploaderWords::default() };
        assert_eq!(words.bytes(0, 3_260_000), "0,0 von 3,2 MB");
        assert_eq!(words.bytes(212_000_000, 640_900_000), "212 von 640 MB");
        assert_eq!(words.bytes(999_000_000, 12_000_000_000), "0,9 von 12,0 GB");
    }
}
