//! Photographs: what is taken in (S70), what becomes of it (S71), and what a hostile file can do (SECURITY T36,
//! T37): nothing.

#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "samples are made of small numbers"
)]

mod cage;
mod colours;
mod headers;
mod hostile;
mod orientation;
mod privacy;
mod samples;
mod sizes;

use std::path::Path;
use std::process::{Command, ExitStatus, Stdio, exit};

use bytes::Bytes;
use domain::photo::{Size, Unreadable};
use server::images::{Look, RenderError, Rendered, render};

/// The real program: its subcommand is the child.
fn exe() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_passepartout"))
}

async fn rendered(original: Vec<u8>) -> Rendered {
    render(exe(), original.into(), Look::Only).await.expect("a photograph")
}

async fn refused(original: Vec<u8>) -> Unreadable {
    match render(exe(), original.into(), Look::Only).await {
        Err(RenderError::Unreadable(why)) => why,
        other => panic!("neither taken nor refused: {other:?}"),
    }
}

const ALONE: &str = "PASSEPARTOUT_TEST_ALONE";
const DONE: i32 = 42;

/// Does `inside` in a process of its own, which exits with [`DONE`] unless something else ends it: runs this very
/// program once more with the name of the `test` that asks.
fn alone(test: &str, inside: fn()) -> ExitStatus {
    if std::env::var_os(ALONE).is_some() {
        inside();
        exit(DONE);
    }
    let mut again = Command::new(std::env::current_exe().unwrap());
    again.args([test, "--exact", "--nocapture"]).env(ALONE, "1");
    again.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap()
}

/// A decoded JPEG, to look at.
struct Seen {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

impl Seen {
    fn of(jpeg: &[u8]) -> Self {
        let image = turbojpeg::decompress(jpeg, turbojpeg::PixelFormat::RGB).expect("a JPEG");
        Self { width: image.width, height: image.height, rgb: image.pixels }
    }

    /// The pixel that lies so far from the left and the top, as parts of the sides.
    fn at(&self, across: f64, down: f64) -> [u8; 3] {
        let (x, y) = ((self.width as f64 * across) as usize, (self.height as f64 * down) as usize);
        self.rgb.as_chunks().0[y * self.width + x]
    }
}

fn size(photo: &Rendered, wanted: Size) -> &Bytes {
    &photo.sizes.iter().find(|(size, _)| *size == wanted).expect("every size is made").1
}

/// Asserts that a colour is the wanted one but for what a JPEG loses.
#[track_caller]
fn assert_near(seen: [u8; 3], wanted: [u8; 3], tolerance: u8) {
    let near = seen.iter().zip(wanted).all(|(seen, wanted)| seen.abs_diff(wanted) <= tolerance);
    assert!(near, "seen {seen:?}, wanted {wanted:?}");
}
