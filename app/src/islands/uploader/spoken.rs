//! The uploader's words in the language of the page, out of the message files.

use domain::photo::Unreadable;
use fluent_bundle::FluentValue;

use super::answer::Reason;
use super::words::{Counted, UploaderWords};
use crate::ui::words::Words;

impl UploaderWords {
    /// The same for a photo job, where folders are no galleries: who is on a photograph says where it goes.
    pub fn of_job(words: Words) -> Self {
        Self { hint: words.text("upload-hint-job"), ..Self::of(words) }
    }

    /// Every word of the uploader in one language.
    pub fn of(words: Words) -> Self {
        let text = |key| words.text(key);
        Self {
            invitation: text("upload-invitation"),
            hint: text("upload-hint"),
            choose: text("upload-choose"),
            choose_folder: text("upload-choose-folder"),
            needs_scripts: text("upload-needs-scripts"),
            all: text("upload-all"),
            list: text("upload-list"),
            looking: text("upload-looking"),
            here: counted(words, "upload-here"),
            bytes: words
                .with("upload-bytes", &[place("done", "{done}"), place("all", "{all}"), place("unit", "{unit}")]),
            decimal: text("upload-decimal"),
            left_moment: text("upload-left-moment"),
            left_minutes: counted(words, "upload-left-minutes"),
            left_hours: counted(words, "upload-left-hours"),
            skipped: counted(words, "upload-skipped"),
            attention: counted(words, "upload-attention"),
            preparing: counted(words, "upload-preparing"),
            sidecars: counted(words, "upload-sidecars"),
            waiting: counted(words, "upload-waiting"),
            more_refused: counted(words, "upload-more-refused"),
            reading: text("upload-reading"),
            finishing: text("upload-finishing"),
            patient: text("upload-patient"),
            done: text("upload-done"),
            already: text("upload-already"),
            begun: counted(words, "upload-begun"),
            lost: text("upload-lost"),
            sign_in: text("upload-sign-in"),
            sign_in_link: text("upload-sign-in-link"),
            no_space: text("upload-no-space"),
            no_gallery: text("upload-no-gallery"),
            go_on: text("upload-go-on"),
            again: text("upload-again"),
            dismiss: text("upload-dismiss"),
            stop: text("upload-stop"),
            close: text("upload-close"),
            reasons: Reason::ALL.into_iter().map(|reason| (reason.key().to_owned(), sentence(reason, words))).collect(),
        }
    }
}

/// Why a file cannot become a photograph, in a sentence for the photographer.
pub fn unreadable(unreadable: Unreadable, words: Words) -> String {
    sentence(unreadable.into(), words)
}

fn sentence(reason: Reason, words: Words) -> String {
    words.text(match reason {
        Reason::Empty => "unreadable-empty",
        Reason::TooManyBytes => "unreadable-too-many-bytes",
        Reason::TooManyPixels => "unreadable-too-many-pixels",
        Reason::UnknownFormat => "unreadable-unknown-format",
        Reason::Incomplete => "unreadable-incomplete",
        Reason::Damaged => "unreadable-damaged",
        Reason::TookTooLong => "unreadable-took-too-long",
        Reason::Unreachable => "unreadable-unreachable",
        Reason::Name => "unreadable-name",
        Reason::TooDeep => "unreadable-too-deep",
        Reason::Failed => "unreadable-failed",
    })
}

/// The message for one and for several, the number itself left open.
fn counted(words: Words, key: &'static str) -> Counted {
    let form = |count: i64| {
        let count = ("count", FluentValue::from(count));
        words.with(key, &[count, place("n", "{n}"), place("here", "{here}")])
    };
    Counted { one: form(1), other: form(2), thousands: words.thousands() }
}

fn place(name: &'static str, mark: &'static str) -> (&'static str, FluentValue<'static>) {
    (name, FluentValue::from(mark))
}

#[cfg(test)]
mod tests {
    use domain::studio::DeskLanguage;

    use super::*;

    // S70, S77
    #[test]
    fn every_reason_has_a_sentence_of_its_own_in_every_language() {
        for language in [DeskLanguage::En, DeskLanguage::De] {
            let words = UploaderWords::of(Words::at_desk(language));
            let mut sentences: Vec<_> = words.reasons.values().collect();
            sentences.sort();
            sentences.dedup();
            assert_eq!(sentences.len(), Reason::ALL.len());
            assert!(sentences.iter().all(|sentence| sentence.ends_with(['.', '?'])));
        }
    }

    // S77
    #[test]
    fn the_open_places_survive_the_message_files() {
        for language in [DeskLanguage::En, DeskLanguage::De] {
            let words = UploaderWords::of(Words::at_desk(language));
            assert!(words.here.other.contains("{here}") && words.here.other.contains("{n}"));
            assert!(words.bytes(5_000_000, 9_000_000).contains('5'));
            assert_eq!(words.decimal.len(), 1);
            assert!(!words.left_minutes.of(7).contains('{'));
            assert_ne!(words.begun.of(1), words.begun.of(2));
        }
    }
}
