//! Whose photograph it is by the name of its file (S62): tethered cameras and older programs write what the organisation
//! calls a subject, or its code, into the name.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::Code;
use crate::ids::SubjectId;

/// Words of a name that may belong together.
const WORDS: usize = 6;

/// The fewest letters and digits of an identifier that counts in the middle of a name.
const PLAIN: usize = 4;

/// What names of files may hold, of all subjects of one job.
#[derive(Debug, Default)]
pub struct FileNames {
    identifiers: BTreeMap<String, BTreeSet<SubjectId>>,
    codes: BTreeMap<String, BTreeSet<SubjectId>>,
}

impl FileNames {
    /// Adds a subject: what the organisation calls it (may be empty), and its code.
    pub fn add(&mut self, subject: SubjectId, identifier: &str, code: Option<&Code>) {
        let words = words(identifier);
        if !words.is_empty() {
            self.identifiers.entry(words.join(" ")).or_default().insert(subject);
        }
        if let Some(code) = code {
            self.codes.entry(code.canonical().to_owned()).or_default().insert(subject);
        }
    }

    /// The one subject that a file's name speaks of; none if it speaks of nobody, or of several.
    ///
    /// At the beginning any identifier counts, as whole words. Further on it counts only with a letter in it and four
    /// signs long: cameras count their pictures there, and `IMG_1017` is not pupil 1017.
    pub fn subject_of(&self, file_name: &str) -> Option<SubjectId> {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let words = words(stem);
        let mut found: BTreeSet<SubjectId> = BTreeSet::new();
        for from in 0..words.len() {
            for to in from + 1..=words.len().min(from + WORDS) {
                let run = &words[from..to];
                if from == 0 || is_plain(run) {
                    found.extend(self.identifiers.get(&run.join(" ")).into_iter().flatten());
                }
                if let Ok(code) = Code::parse(&run.concat()) {
                    found.extend(self.codes.get(code.canonical()).into_iter().flatten());
                }
            }
        }
        let mut found = found.into_iter();
        found.next().filter(|_| found.next().is_none())
    }
}

/// Runs of letters and digits, in lower case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn is_plain(run: &[String]) -> bool {
    let signs = || run.iter().flat_map(|word| word.chars());
    signs().count() >= PLAIN && signs().any(char::is_alphabetic)
}
