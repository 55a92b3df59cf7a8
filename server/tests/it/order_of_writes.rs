//! T03: what is answered as kept has reached the disk, in the one order that survives a power cut. Only the kernel can
//! say so: strace listens to the real program.

use std::collections::HashMap;
use std::process::Command;

use http::StatusCode;
use store::fixtures::{Scene, Throwaway};

use crate::program::Program;
use crate::uploads::a_jpeg;

/// A system call: from one line of the trace to another, with others in between where threads run side by side.
#[derive(Debug)]
struct Call {
    text: String,
    began: usize,
    ended: usize,
}

/// The calls of a trace. A line is `PID call(arguments) = result`; a call that others interrupt has two.
fn calls(trace: &str) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut open = HashMap::new();
    for (number, line) in trace.lines().enumerate() {
        let Some((thread, text)) = line.split_once(' ') else { continue };
        let text = text.trim_start();
        if let Some(text) = text.strip_suffix("<unfinished ...>") {
            open.insert(thread, (number, text.to_owned()));
        } else if text.starts_with("<... ") {
            let Some((began, text)) = open.remove(thread) else { continue };
            calls.push(Call { text, began, ended: number });
        } else {
            calls.push(Call { text: text.to_owned(), began: number, ended: number });
        }
    }
    calls
}

/// Asserts that an object was written down as it should be before `answer` was sent.
fn assert_in_order(trace: &str, object: &str, answer: &str) {
    let calls = calls(trace);
    let (folder, _) = object.rsplit_once('/').unwrap();
    let next = |after: usize, what: &str, is: &dyn Fn(&str) -> bool| {
        let found = calls.iter().filter(|call| call.began >= after && is(&call.text)).min_by_key(|call| call.began);
        found.unwrap_or_else(|| panic!("{object}: after line {after} there is no {what} in\n{trace}"))
    };
    let sync = |text: &str| text.starts_with("fsync(") || text.starts_with("fdatasync(");
    let file = next(0, "fsync of the file", &|text| sync(text) && text.contains(&format!("/{object}#")));
    let rename = next(0, "rename", &|text| text.starts_with("rename") && text.contains(&format!("/{object}\"")));
    assert!(file.ended < rename.began, "{object}: renamed before it was on the disk\n{trace}");
    let entry = next(rename.ended, "fsync of the folder", &|text| sync(text) && text.contains(&format!("/{folder}>")));
    let commit = next(entry.ended, "commit", &|text| sync(text) && text.contains("passepartout.sqlite-wal>"));
    next(commit.ended, "answer", &|text| text.contains(answer));
    let early = calls.iter().find(|call| call.began < commit.ended && call.text.contains(answer));
    assert!(early.is_none(), "{object}: answered before it was kept\n{trace}");
}

// T03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_is_answered_when_file_folder_and_row_are_on_the_disk_in_this_order() {
    let place = Throwaway::sqlite().await;
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (id, gallery) = (studio.studio.id, studio.gallery("Summer").await.to_string());
    place.store.close().await;
    let trace = place.folder.path().join("trace");
    // `-D`: the program is our child, and strace listens beside it. `-y`: with the names of open files.
    let mut strace = Command::new("strace");
    strace.args(["-D", "-f", "-y", "-q", "-s", "48", "--seccomp-bpf"]).arg("-o").arg(&trace);
    strace.args(["-e", "trace=fsync,fdatasync,rename,renameat,renameat2,write,writev,sendto,sendmsg"]);
    strace.arg(env!("CARGO_BIN_EXE_passepartout"));
    let program = Program::start_by(strace, &place.places.data, 0);
    let cookie = program.sign_in("anna@nordlicht.example").await;
    let jpeg = a_jpeg("traced", 0);
    let (_, begun) = program.announce(&cookie, &gallery, "traced.jpg", &jpeg).await.unwrap();
    let upload = begun["upload"].as_str().unwrap();
    assert_eq!(program.put(&cookie, upload, 0, &jpeg).await.unwrap().0, StatusCode::NO_CONTENT);
    let (status, done) = program.complete(&cookie, upload).await.unwrap();
    assert_eq!(status, StatusCode::CREATED, "{done}");
    let photo = done["photo"].as_str().unwrap();
    // Whatever a thread did is in the trace before strace lets it end.
    program.kill();
    let trace = std::fs::read_to_string(trace).unwrap();
    assert_in_order(&trace, &format!("u/{id}/{upload}/0"), "HTTP/1.1 204");
    assert_in_order(&trace, &format!("o/{id}/{photo}"), "HTTP/1.1 201");
}
