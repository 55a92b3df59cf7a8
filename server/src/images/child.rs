//! The child process: `passepartout render` (for a logo: `render-logo`) reads one original on its input, writes the answer on its output
//! and ends. Started by [`render`](super::render()) only.

use std::io::{stdin, stdout};
use std::process::ExitCode;

use bytes::Bytes;
use domain::photo::Unreadable;

use super::answer::{Answer, Look, read_question, write_answer};
use super::confine::{Limits, confine};
use super::logo::make_logo;
use super::make::make;

/// The child's whole life. To be called before anything else in the program opens a file or starts a thread.
/// It decodes nothing unless the limits hold, and fails in silence: its parent sees the exit.
pub fn main() -> ExitCode {
    run(|original, look| make(original, look).map(|(made, sizes)| (Answer::Made(made), sizes)))
}

/// The whole life of a child that makes a studio's logo.
pub fn logo_main() -> ExitCode {
    run(|original, _| make_logo(original).map(|(made, png)| (Answer::Logo(made), vec![png])))
}

fn run(work: impl FnOnce(&[u8], Look) -> Result<(Answer, Vec<Bytes>), Unreadable>) -> ExitCode {
    if confine(&Limits::PHOTOGRAPH).is_err() {
        return ExitCode::FAILURE;
    }
    let Ok((original, look)) = read_question(stdin().lock()) else {
        return ExitCode::FAILURE;
    };
    let written = match work(&original, look) {
        Ok((made, blobs)) => {
            let blobs: Vec<&[u8]> = blobs.iter().map(|bytes| &**bytes).collect();
            write_answer(stdout().lock(), &made, &blobs)
        }
        Err(why) => write_answer(stdout().lock(), &Answer::Unreadable(why), &[]),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
