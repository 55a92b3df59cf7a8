//! The child process: `passepartout read-sheet` reads one workbook on its input, writes its rows on its output and ends.
//! Started by [`read_apart`](super::read_apart) only.

use std::io::{Read, Write, stdin, stdout};
use std::process::ExitCode;

use super::{MAX_FILE, Wanted, read};
use crate::images::{Limits, confine};

/// What a workbook may use up. A true one of 4 MiB takes a fifth of the memory and a second.
const LIMITS: Limits = Limits { memory: 512 << 20, cpu: 10 };

/// The child's whole life. To be called before anything else in the program opens a file or starts a thread.
/// It reads nothing unless the limits hold, and fails in silence: its parent sees the exit.
pub fn main() -> ExitCode {
    if confine(&LIMITS).is_err() {
        return ExitCode::FAILURE;
    }
    let mut file = Vec::new();
    let limit = u64::try_from(MAX_FILE).unwrap_or(u64::MAX).saturating_add(1);
    if stdin().lock().take(limit).read_to_end(&mut file).is_err() {
        return ExitCode::FAILURE;
    }
    let answer = serde_json::to_vec(&read(&file, Wanted::default()));
    match answer.map(|answer| stdout().lock().write_all(&answer)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
