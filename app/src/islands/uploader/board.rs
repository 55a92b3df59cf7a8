//! What is shown of an upload: a few lines and sums, however many files there are.

use super::answer::Halt;
use super::progress::{Pace, Totals};
use super::queue::{FileId, Item, Queue, State};
use super::words::UploaderWords;

/// How many refused files are named; more are counted.
const REFUSED: usize = 200;
/// How many finished files are named.
const LAST: usize = 5;

/// Everything the view shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// Whether there is anything to show.
    pub shown: bool,
    /// How many photographs are here.
    pub title: String,
    /// Bytes, time that is left, numbers of what is special.
    pub facts: String,
    /// Thousandths of the whole.
    pub permille: u64,
    /// The named files.
    pub lines: Vec<Line>,
    /// The files that are not named.
    pub rest: Vec<String>,
    /// Whether something is still to be done.
    pub busy: bool,
    /// Why nothing goes on.
    pub halt: Option<Halt>,
    /// What a screen reader says when it changes.
    pub news: String,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub id: FileId,
    /// Its name, with the folders it came in.
    pub name: String,
    /// What becomes of it, in words.
    pub text: String,
    /// How it is shown.
    pub kind: Kind,
}

impl Line {
    /// How long its bar is.
    pub fn percent(&self) -> u64 {
        match self.kind {
            Kind::Running(percent) => percent,
            _ => 100,
        }
    }
}

/// How a line is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// With a bar, so many per cent long.
    Running(u64),
    /// With a mark.
    Done,
    /// Quietly.
    Skipped,
    /// As an error.
    Refused {
        /// Whether trying again may help.
        again: bool,
    },
}

/// What the board cannot see in the queue.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around {
    /// Folders are being read.
    pub looking: bool,
    /// So many photographs of the gallery are being prepared.
    pub preparing: u64,
}

impl Board {
    /// What is shown at this moment.
    pub fn of(queue: &Queue, pace: &Pace, around: Around, words: &UploaderWords) -> Self {
        let totals = Totals::of(queue);
        let here = words.here.number((totals.here + totals.skipped) as u64);
        let here = words.here.of(totals.files as u64).replace("{here}", &here);
        Self {
            shown: totals.files > 0 || around.looking || queue.sidecars() > 0,
            facts: facts(queue, pace, around, &totals, words),
            permille: (totals.done * 1000).checked_div(totals.bytes).unwrap_or(0),
            lines: lines(queue, words),
            rest: rest(&totals, words),
            busy: totals.is_busy(),
            halt: queue.halted(),
            news: news(queue, &totals, &here, words),
            title: here,
        }
    }

    /// A line by the number of its file.
    pub fn line(&self, id: FileId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }
}

fn facts(queue: &Queue, pace: &Pace, around: Around, totals: &Totals, words: &UploaderWords) -> String {
    let mut facts = Vec::new();
    if around.looking {
        facts.push(words.looking.clone());
    }
    if totals.is_busy() {
        facts.push(words.bytes(totals.done, totals.bytes));
        if totals.is_patient() {
            facts.push(words.lost.clone());
        } else if queue.halted().is_none() {
            let left = pace.remaining(totals.bytes - totals.done);
            facts.extend(left.map(|left| words.remaining(left)));
        }
    }
    let mut count = |sentence: &super::words::Counted, n: u64| {
        if n > 0 {
            facts.push(sentence.of(n));
        }
    };
    count(&words.skipped, totals.skipped as u64);
    count(&words.attention, totals.refused as u64);
    count(&words.preparing, around.preparing);
    count(&words.sidecars, queue.sidecars().into());
    facts.join(" · ")
}

fn lines(queue: &Queue, words: &UploaderWords) -> Vec<Line> {
    let some = |wanted: fn(&State) -> bool| {
        queue.items().filter(move |(_, item)| wanted(&item.state)).map(|(id, item)| line(queue, id, item, words))
    };
    let refused = some(|state| matches!(state, State::Refused(_))).take(REFUSED);
    let running = some(State::is_running);
    let mut last: Vec<_> = queue
        .items()
        .rev()
        .filter(|(_, item)| matches!(item.state, State::Here | State::Skipped))
        .take(LAST)
        .map(|(id, item)| line(queue, id, item, words))
        .collect();
    // What runs stands first: it is three lines at most, and the refused may be hundreds.
    let mut lines: Vec<_> = running.chain(refused).collect();
    lines.append(&mut last);
    lines
}

fn line(queue: &Queue, id: FileId, item: &Item, words: &UploaderWords) -> Line {
    let percent = |sent: u64| (sent * 100).checked_div(item.bytes).unwrap_or(0);
    let (kind, text) = match &item.state {
        State::Waiting => (Kind::Skipped, String::new()),
        State::Reading => (Kind::Running(0), words.reading.clone()),
        State::Sending(sent) => (Kind::Running(percent(*sent)), format!("{} %", percent(*sent))),
        State::Patient(sent) => (Kind::Running(percent(*sent)), words.patient.clone()),
        State::Finishing => (Kind::Running(100), words.finishing.clone()),
        State::Here => (Kind::Done, words.done.clone()),
        State::Skipped => (Kind::Skipped, words.already.clone()),
        State::Refused(reason) => {
            let again = reason.may_pass();
            (Kind::Refused { again }, words.reason(*reason).to_owned())
        }
    };
    Line { id, name: queue.path(item), text, kind }
}

fn rest(totals: &Totals, words: &UploaderWords) -> Vec<String> {
    let settled = totals.here + totals.skipped + totals.refused;
    let waiting = totals.files - settled - totals.running;
    let refused = totals.refused.saturating_sub(REFUSED);
    let mut rest = Vec::new();
    if waiting > 0 {
        rest.push(words.waiting.of(waiting as u64));
    }
    if refused > 0 {
        rest.push(words.more_refused.of(refused as u64));
    }
    rest
}

/// Changes at the turns of an upload only, so that a screen reader is not interrupted by every percent.
fn news(queue: &Queue, totals: &Totals, here: &str, words: &UploaderWords) -> String {
    if let Some(halt) = queue.halted() {
        return words.halt(halt).to_owned();
    }
    if totals.is_patient() {
        return words.lost.clone();
    }
    if totals.is_busy() {
        return words.begun.of(totals.files as u64);
    }
    if totals.files == 0 {
        return String::new();
    }
    let mut news = vec![here.to_owned()];
    if totals.skipped > 0 {
        news.push(words.skipped.of(totals.skipped as u64));
    }
    if totals.refused > 0 {
        news.push(words.attention.of(totals.refused as u64));
    }
    news.join(" · ")
}

#[cfg(test)]
mod tests;
