//! How far an upload is: files, bytes, and how long it may still take.

use std::collections::VecDeque;

use super::queue::{Queue, State};

/// The whole of an upload in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Files that were taken up.
    pub files: usize,
    /// Photographs that are in the gallery now.
    pub here: usize,
    /// Those that were there before.
    pub skipped: usize,
    /// Files that are not taken.
    pub refused: usize,
    /// Files that are under way.
    pub running: usize,
    /// Those of them that wait for the connection.
    pub patient: usize,
    /// Length of all that can be sent.
    pub bytes: u64,
    /// How much of it is done with.
    pub done: u64,
}

impl Totals {
    /// Adds a queue up.
    pub fn of(queue: &Queue) -> Self {
        let mut sum = Self::default();
        for (_, item) in queue.items() {
            sum.files += 1;
            sum.running += usize::from(item.state.is_running());
            let done = match item.state {
                State::Refused(_) => {
                    sum.refused += 1;
                    continue;
                }
                State::Waiting | State::Reading => 0,
                State::Patient(sent) => {
                    sum.patient += 1;
                    sent
                }
                State::Sending(sent) => sent,
                State::Finishing => item.bytes,
                State::Here => {
                    sum.here += 1;
                    item.bytes
                }
                State::Skipped => {
                    sum.skipped += 1;
                    item.bytes
                }
            };
            sum.bytes += item.bytes;
            sum.done += done.min(item.bytes);
        }
        sum
    }

    /// Whether something is still to be done.
    pub fn is_busy(&self) -> bool {
        self.here + self.skipped + self.refused < self.files
    }

    /// Whether nothing at all goes on because the connection is lost.
    pub fn is_patient(&self) -> bool {
        self.patient > 0 && self.patient == self.running
    }
}

/// How long something may still take, as exactly as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// Less than a minute.
    Moment,
    /// About so many minutes.
    Minutes(u64),
    /// About so many hours.
    Hours(u64),
}

/// The pace of the last seconds: quick enough to follow a change, slow enough to be believed.
#[derive(Clone, Debug, Default)]
pub struct Pace {
    samples: VecDeque<(f64, u64)>,
}

/// Milliseconds of which the pace is made.
const WINDOW: f64 = 20_000.0;
/// Milliseconds before which nothing is said.
const EARLIEST: f64 = 3_000.0;

impl Pace {
    /// At `now` (milliseconds), so many bytes are done with. Less than before means that a new count began.
    pub fn note(&mut self, now: f64, done: u64) {
        if self.samples.back().is_some_and(|(_, before)| done < *before) {
            self.samples.clear();
        }
        self.samples.push_back((now, done));
        while self.samples.len() > 2 && now - self.samples[1].0 >= WINDOW {
            self.samples.pop_front();
        }
    }

    /// How long `left` bytes take at this pace; nothing while there is none.
    pub fn remaining(&self, left: u64) -> Option<Remaining> {
        let (first, last) = (self.samples.front()?, self.samples.back()?);
        let (millis, bytes) = (last.0 - first.0, last.1 - first.1);
        if millis < EARLIEST || bytes == 0 {
            return None;
        }
        #[allow(clippy::cast_precision_loss, reason = "an estimate")]
        let seconds = millis / 1000.0 * (left as f64 / bytes as f64);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and positive")]
        let minutes = (seconds / 60.0).ceil() as u64;
        Some(match minutes {
            0 | 1 => Remaining::Moment,
            2..=90 => Remaining::Minutes(minutes),
            _ => Remaining::Hours((minutes + 30) / 60),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::Reason;
    use super::*;

    const MB: u64 = 1_000_000;

    // S70
    #[test]
    fn the_total_counts_what_is_sent_and_leaves_out_what_is_refused() {
        let mut queue = Queue::default();
        let states = [
            State::Here,
            State::Skipped,
            State::Refused(Reason::Damaged),
            State::Sending(2 * MB),
            State::Patient(MB),
            State::Waiting,
        ];
        for (n, state) in states.into_iter().enumerate() {
            let id = queue.add(&[], &format!("{n}.jpg"), 10 * MB).unwrap();
            queue.set(id, state);
        }
        let expected =
            Totals { files: 6, here: 1, skipped: 1, refused: 1, running: 2, patient: 1, bytes: 50 * MB, done: 23 * MB };
        assert_eq!(Totals::of(&queue), expected);
        assert!(expected.is_busy() && !expected.is_patient());
    }

    // S70
    #[test]
    fn the_pace_of_the_last_seconds_tells_how_long_it_takes() {
        let mut pace = Pace::default();
        pace.note(0.0, 0);
        pace.note(1_000.0, MB);
        assert_eq!(pace.remaining(MB), None, "too early to say");
        for second in 2..=10_u32 {
            pace.note(f64::from(second) * 1_000.0, u64::from(second) * MB);
        }
        assert_eq!(pace.remaining(30 * MB), Some(Remaining::Moment));
        assert_eq!(pace.remaining(170 * MB), Some(Remaining::Minutes(3)));
        assert_eq!(pace.remaining(10_800 * MB), Some(Remaining::Hours(3)));
    }

    // S70
    #[test]
    fn a_change_of_pace_is_believed_after_some_seconds() {
        let mut pace = Pace::default();
        for second in 0..60_u32 {
            pace.note(f64::from(second) * 1_000.0, u64::from(second) * 100 * MB);
        }
        for second in 60..90_u32 {
            pace.note(f64::from(second) * 1_000.0, 5_900 * MB + u64::from(second - 59) * MB);
        }
        assert_eq!(pace.remaining(120 * MB), Some(Remaining::Minutes(2)));
    }

    // S70
    #[test]
    fn nothing_is_promised_while_nothing_moves() {
        let mut pace = Pace::default();
        pace.note(0.0, 5);
        pace.note(60_000.0, 5);
        assert_eq!(pace.remaining(MB), None);
        pace.note(61_000.0, 0);
        pace.note(62_000.0, 1);
        assert_eq!(pace.remaining(MB), None, "a new count begins anew");
    }
}
