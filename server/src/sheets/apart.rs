//! The parent's side: starts the child, gives it the workbook, hears the rows.

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use bytes::Bytes;
use domain::roster::FileProblem;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::time::timeout;

use super::kind::{self, Kind};
use super::{MAX_FILE, Sheet, Wanted, read};

/// How long a child may live, waiting for a busy machine included. Its CPU limit is stricter.
const WALL_CLOCK: Duration = Duration::from_mins(1);
/// The most that the parent reads of an answer: more than the text of a table can be, written as JSON.
const MAX_ANSWER: u64 = 64 << 20;

/// Why there are no rows.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// It is the file: trying again will not help.
    #[error("the file is not a table: {0}")]
    File(FileProblem),
    /// It is the machine: the child was not started or was ended by others. Try again later.
    #[error("the file could not be read now")]
    NotRun(#[from] io::Error),
}

/// Reads a file: text in this process, a workbook in a child. `exe` is this program, `read-sheet` its subcommand.
/// The child is killed when the future is dropped.
///
/// # Errors
/// [`SheetError`] says whether the file or the machine is at fault.
pub async fn read_apart(exe: &Path, file: Bytes, wanted: Wanted) -> Result<Sheet, SheetError> {
    if file.len() <= MAX_FILE && kind::of(&file) == Kind::Packed {
        return ask(exe, file).await;
    }
    let here = tokio::task::spawn_blocking(move || read(&file, wanted)).await.map_err(io::Error::other)?;
    here.map_err(SheetError::File)
}

async fn ask(exe: &Path, file: Bytes) -> Result<Sheet, SheetError> {
    let mut child = Command::new(exe)
        .arg("read-sheet")
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::Error::other("no pipes").into());
    };
    let feed = async move {
        // A child that ends early says why by its exit; the end of the input is the end of the file.
        let _ = input.write_all(&file).await;
    };
    let hear = async move {
        let mut answer = Vec::new();
        output.take(MAX_ANSWER).read_to_end(&mut answer).await.map(|_| answer)
    };
    let whole_life = async {
        let ((), answer) = tokio::join!(feed, hear);
        Ok::<_, io::Error>((answer?, child.wait().await?))
    };
    let Ok(ended) = timeout(WALL_CLOCK, whole_life).await else {
        child.kill().await?;
        return Err(SheetError::File(FileProblem::TooLarge));
    };
    let (answer, status) = ended?;
    judge(&answer, status)
}

fn judge(answer: &[u8], status: ExitStatus) -> Result<Sheet, SheetError> {
    if status.success() {
        let answer: Result<Sheet, FileProblem> = serde_json::from_slice(answer).map_err(io::Error::other)?;
        return answer.map_err(SheetError::File);
    }
    match (status.signal(), status.code()) {
        // Out of CPU; out of memory, where Rust aborts.
        (Some(SIGXCPU | SIGABRT), _) => Err(SheetError::File(FileProblem::TooLarge)),
        (Some(SIGSEGV | SIGBUS), _) | (_, Some(PANIC)) => Err(SheetError::File(FileProblem::Damaged)),
        _ => Err(io::Error::other(status.to_string()).into()),
    }
}

// Of signal(7), the same on every Linux but MIPS; and the exit code of a Rust panic.
const SIGABRT: i32 = 6;
const SIGBUS: i32 = 7;
const SIGSEGV: i32 = 11;
const SIGXCPU: i32 = 24;
const PANIC: i32 = 101;
