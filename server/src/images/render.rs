//! The parent's side: starts the child, gives it the original, and checks what comes back.

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use bytes::Bytes;
use chrono::NaiveDateTime;
use domain::photo::{MediaType, Size, Unreadable};
use domain::studio::{Ground, LOGO_BOX};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::time::timeout;

use super::answer::{Answer, Look, MAX_ANSWER, question, read_answer};
use super::inspect::inspect;

/// How long a child may live, waiting for a busy machine included. Its CPU limit is stricter.
const WALL_CLOCK: Duration = Duration::from_mins(2);

/// A photograph made ready to be shown (S71).
#[derive(Debug, Clone)]
pub struct Rendered {
    /// Pixels across of the original as it is to be seen: after EXIF orientation.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The mean colour (red, green, blue in sRGB): what stands in its place until it is loaded.
    pub colour: [u8; 3],
    /// EXIF `DateTimeOriginal`: the camera's own clock, without a time zone.
    pub taken_at: Option<NaiveDateTime>,
    /// Model and serial number of the camera, as EXIF has them; may be empty.
    pub camera: String,
    /// The texts of QR codes on it, if they were looked for.
    pub codes: Vec<String>,
    /// Whether something on it looks like a QR code and could not be read.
    pub unread: bool,
    /// A JPEG in sRGB without metadata for every [`Size`], none enlarged.
    pub sizes: Vec<(Size, Bytes)>,
}

/// A logo made ready to be shown (S76).
#[derive(Debug, Clone)]
pub struct RenderedLogo {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What must be behind it.
    pub ground: Ground,
    /// A PNG in sRGB without metadata.
    pub png: Bytes,
}

/// Why there are no sizes.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// It is the file: trying again will not help.
    #[error("the photograph cannot be read: {0}")]
    Unreadable(#[from] Unreadable),
    /// It is the machine: the child was not started or was ended by others. Try again later.
    #[error("the child process did not run to its end")]
    NotRun(#[from] io::Error),
}

/// Makes the sizes of one original in a child process: `exe` is this program, `render` its subcommand.
/// The child is killed when the future is dropped. One at a time for every core is what a machine takes.
///
/// # Errors
/// [`RenderError`] says whether the file or the machine is at fault.
pub async fn render(exe: &Path, original: Bytes, look: Look) -> Result<Rendered, RenderError> {
    render_within(WALL_CLOCK, exe, original, look).await
}

/// [`render`] with another limit of time than two minutes.
///
/// # Errors
/// As [`render`]; [`Unreadable::TookTooLong`] when the limit is reached.
pub async fn render_within(limit: Duration, exe: &Path, original: Bytes, look: Look) -> Result<Rendered, RenderError> {
    let Answered { answer: Answer::Made(made), blobs } = ask(limit, exe, "render", original, look).await? else {
        return Err(io::Error::other("not an answer to this").into());
    };
    Ok(Rendered {
        width: made.width,
        height: made.height,
        colour: made.colour,
        taken_at: made.taken_at,
        camera: made.camera,
        codes: made.codes,
        unread: made.unread,
        sizes: sizes(&made.sizes, blobs).ok_or(Unreadable::Damaged)?,
    })
}

/// Makes a studio's logo (S76) in such a child: `render-logo` is its subcommand.
///
/// # Errors
/// As [`render`].
pub async fn render_logo(exe: &Path, original: Bytes) -> Result<RenderedLogo, RenderError> {
    let Answered { answer: Answer::Logo(made), blobs } =
        ask(WALL_CLOCK, exe, "render-logo", original, Look::Only).await?
    else {
        return Err(io::Error::other("not an answer to this").into());
    };
    let header = inspect(&blobs, blobs.len() as u64).map_err(|_| Unreadable::Damaged)?;
    let announced = (made.bytes, made.width, made.height, MediaType::Png);
    let fits = header.width <= LOGO_BOX.0 && header.height <= LOGO_BOX.1;
    if !fits || announced != (blobs.len(), header.width, header.height, header.media) {
        return Err(Unreadable::Damaged.into());
    }
    Ok(RenderedLogo { width: made.width, height: made.height, ground: made.ground, png: blobs })
}

/// What a child said: its header, and the bytes that follow it.
struct Answered {
    answer: Answer,
    blobs: Bytes,
}

async fn ask(limit: Duration, exe: &Path, what: &str, original: Bytes, look: Look) -> Result<Answered, RenderError> {
    let mut child = Command::new(exe)
        .arg(what)
        .env_clear()
        // For glibc: use memory again instead of giving it back and asking for new pages.
        .envs(["MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"].map(|name| (name, "1073741824")))
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
        // A child that refuses early stops reading; its answer or its exit says why.
        let _ = input.write_all(&question(&original, look)).await;
        let _ = input.write_all(&original).await;
    };
    let hear = async move {
        let mut answer = Vec::new();
        output.take(MAX_ANSWER).read_to_end(&mut answer).await.map(|_| Bytes::from(answer))
    };
    let whole_life = async {
        let ((), answer) = tokio::join!(feed, hear);
        Ok::<_, io::Error>((answer?, child.wait().await?))
    };
    let Ok(ended) = timeout(limit, whole_life).await else {
        child.kill().await?;
        return Err(Unreadable::TookTooLong.into());
    };
    let (answer, status) = ended?;
    judge(answer, status)
}

fn judge(answer: Bytes, status: ExitStatus) -> Result<Answered, RenderError> {
    if status.success() {
        return match read_answer(answer) {
            Some((Answer::Unreadable(why), _)) => Err(why.into()),
            Some((answer, blobs)) => Ok(Answered { answer, blobs }),
            None => Err(io::Error::other("not an answer").into()),
        };
    }
    match (status.signal(), status.code()) {
        // Out of CPU; out of memory, where Rust aborts.
        (Some(SIGXCPU | SIGABRT), _) => Err(Unreadable::TookTooLong.into()),
        (Some(SIGILL | SIGBUS | SIGFPE | SIGSEGV | SIGSYS | SIGXFSZ), _) | (_, Some(PANIC)) => {
            Err(Unreadable::Damaged.into())
        }
        _ => Err(io::Error::other(status.to_string()).into()),
    }
}

// Of signal(7), the same on every Linux but MIPS; and the exit code of a Rust panic.
const SIGILL: i32 = 4;
const SIGABRT: i32 = 6;
const SIGBUS: i32 = 7;
const SIGFPE: i32 = 8;
const SIGSEGV: i32 = 11;
const SIGXCPU: i32 = 24;
const SIGXFSZ: i32 = 25;
const SIGSYS: i32 = 31;
const PANIC: i32 = 101;

/// The child has touched hostile bytes, so its word is not enough: each size once, each a JPEG not larger than
/// its size allows, nothing left over.
fn sizes(announced: &[(Size, usize)], mut blobs: Bytes) -> Option<Vec<(Size, Bytes)>> {
    if !announced.iter().map(|(size, _)| size).eq(Size::ALL) {
        return None;
    }
    let mut sizes = Vec::with_capacity(announced.len());
    for (size, len) in announced {
        if *len > blobs.len() {
            return None;
        }
        let bytes = blobs.split_to(*len);
        let header = inspect(&bytes, bytes.len() as u64).ok()?;
        if header.media != MediaType::Jpeg || header.width.max(header.height) > size.longest_side() {
            return None;
        }
        sizes.push((*size, bytes));
    }
    blobs.is_empty().then_some(sizes)
}
