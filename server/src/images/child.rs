//! The child process: `passepartout render` reads one original on its input, writes the answer on its output
//! and ends. Started by [`render`](super::render()) only.

use std::io::{stdin, stdout};
use std::process::ExitCode;

use super::answer::{Answer, read_question, write_answer};
use super::confine::{Limits, confine};
use super::make::make;

/// The child's whole life. To be called before anything else in the program opens a file or starts a thread.
/// It decodes nothing unless the limits hold, and fails in silence: its parent sees the exit.
pub fn main() -> ExitCode {
    if confine(&Limits::PHOTOGRAPH).is_err() {
        return ExitCode::FAILURE;
    }
    let Ok(original) = read_question(stdin().lock()) else {
        return ExitCode::FAILURE;
    };
    let written = match make(&original) {
        Ok((made, sizes)) => {
            let sizes: Vec<&[u8]> = sizes.iter().map(|bytes| &**bytes).collect();
            write_answer(stdout().lock(), &Answer::Made(made), &sizes)
        }
        Err(why) => write_answer(stdout().lock(), &Answer::Unreadable(why), &[]),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
