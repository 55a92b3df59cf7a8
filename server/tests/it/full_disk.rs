//! T05: the disk is full while the server runs. A small disk takes root to mount; a limit on the length of files does not,
//! and is met at the same places: a write in the middle of a file is refused.

use std::path::Path;
use std::process::Command;

use http::StatusCode;
use serde_json::{Value, json};
use store::fixtures::{Scene, Throwaway, noon};

use crate::program::Program;
use crate::uploads::a_jpeg;

const MIB: u64 = 1 << 20;

/// The program, not killed but refused when a file gets too long.
fn start(data: &Path) -> Program {
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_passepartout")]);
    Program::start_by(shell, data, 0)
}

fn no_space() -> (StatusCode, Value) {
    (StatusCode::INSUFFICIENT_STORAGE, json!("no_space"))
}

// T05, S70
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_uploads_are_refused_nothing_is_half_there_and_everything_else_goes_on() {
    let place = Throwaway::sqlite().await;
    let studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    let photo = studio.photo(summer, "IMG_1.jpg", noon()).await;
    let gallery = summer.to_string();
    place.store.close().await;
    let program = start(&place.places.data);
    let cookie = program.sign_in("anna@nordlicht.example").await;
    let there = place.files().await;
    let (small, one_part, two_parts) = (a_jpeg("small", 0), a_jpeg("one part", 100), a_jpeg("two parts", 130));
    let begin = async |name: &str, whole: &[u8]| {
        let (status, begun) = program.announce(&cookie, &gallery, name, whole).await.unwrap();
        assert_eq!(status, StatusCode::OK, "{begun}");
        begun["upload"].as_str().unwrap().to_owned()
    };
    let goes_on = async || {
        assert_eq!(program.look(&cookie, &format!("/studio/nordlicht/galleries/{gallery}")).await, StatusCode::OK);
        assert_eq!(program.look(&cookie, &format!("/m/{photo}/s")).await, StatusCode::OK);
    };
    let kept = (StatusCode::NO_CONTENT, Value::Null);

    // A part does not fit.
    let one = begin("one.jpg", &one_part).await;
    program.limit_files(Some(5 * MIB));
    assert_eq!(program.put(&cookie, &one, 0, &one_part).await.unwrap(), no_space());
    assert_eq!(place.files().await, there);
    goes_on().await;
    program.sign_in("anna@nordlicht.example").await;
    // What is small enough arrives meanwhile.
    let little = begin("little.jpg", &small).await;
    assert_eq!(program.put(&cookie, &little, 0, &small).await.unwrap(), kept);
    assert_eq!(program.complete(&cookie, &little).await.unwrap().0, StatusCode::CREATED);

    // The parts do, the whole does not.
    let two = begin("two.jpg", &two_parts).await;
    program.limit_files(Some(8 * MIB + 1024));
    for number in 0..2 {
        assert_eq!(program.put(&cookie, &two, number, &two_parts).await.unwrap(), kept);
    }
    assert_eq!(program.complete(&cookie, &two).await.unwrap(), no_space());
    goes_on().await;

    // Nothing may be written at all, into the database neither.
    program.limit_files(Some(0));
    assert_eq!(program.announce(&cookie, &gallery, "more.jpg", &a_jpeg("more", 0)).await.unwrap(), no_space());
    assert_eq!(program.complete(&cookie, &two).await.unwrap(), no_space());
    goes_on().await;

    // There is room again: the same uploads go on, and what has come is not sent again.
    program.limit_files(None);
    assert_eq!(program.put(&cookie, &one, 0, &one_part).await.unwrap(), kept);
    for upload in [&one, &two] {
        assert_eq!(program.complete(&cookie, upload).await.unwrap().0, StatusCode::CREATED);
    }
    program.kill();
    // What a worker was writing at that moment does not count.
    let files = |kind: &str| count(&place.places.data.join("photos").join(kind));
    assert_eq!((files("o"), files("u")), (4, 0), "something was left behind, whole or half-written");
}

fn count(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}
