//! The way of one file: its digest, its missing parts, its end; again and again while the connection is lost.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, File};

use super::Engine;
use super::digest;
use super::request::{Body, FORM, fields, send, sleep};
use crate::islands::uploader::answer::{Begun, Ended, Halt, Reason, Trouble, trouble};
use crate::islands::uploader::parts::{back_off, range, there};
use crate::islands::uploader::queue::{FileId, FolderId, State};

/// How often something that does not fit is tried.
const ATTEMPTS: u32 = 4;

#[derive(Serialize)]
struct Begin<'a> {
    studio: &'a str,
    gallery: &'a str,
    client_key: &'a str,
    file_name: &'a str,
    bytes: u64,
    sha256: &'a str,
}

/// How a file came to its end.
enum End {
    Became(String),
    AlreadyThere,
}

/// Brings one file to a gallery; `None` is the one of the page.
pub async fn bring(engine: Rc<Engine>, id: FileId, gallery: Option<String>) {
    let epoch = engine.epoch.get();
    let gallery = gallery.unwrap_or_else(|| engine.gallery.clone());
    let end = persist(&engine, id, &gallery, epoch).await;
    if engine.epoch.get() != epoch {
        return;
    }
    match end {
        Ok(End::Became(photo)) => engine.queue.borrow_mut().became(id, photo),
        Ok(End::AlreadyThere) => engine.queue.borrow_mut().set(id, State::Skipped),
        Err(trouble) => settle(&engine, trouble, |reason| {
            engine.queue.borrow_mut().set(id, State::Refused(reason));
        }),
    }
    engine.pump();
}

/// Asks for the gallery that a folder becomes.
pub async fn ask_folder(engine: Rc<Engine>, id: FolderId, parent: Option<String>, name: String) {
    let epoch = engine.epoch.get();
    let parent = parent.unwrap_or_else(|| engine.gallery.clone());
    let form = fields(&[("studio", &engine.studio), ("parent", &parent), ("name", &name)]);
    let mut failures = 0;
    let found = loop {
        let answer = send(&engine, "POST", "/api/galleries/folder", Body::Text(&form, FORM), |_| {}).await;
        let found = match answer.read::<String>() {
            Err(_) if answer.status == 404 => Err(Trouble::Halt(Halt::NoGallery)),
            found => found,
        };
        if engine.epoch.get() != epoch {
            return;
        }
        failures += 1;
        match found {
            Err(Trouble::Lost) => {}
            Err(Trouble::Broken) if failures < ATTEMPTS => {}
            found => break found,
        }
        pause(&engine, failures).await;
    };
    match found {
        Ok(gallery) => engine.queue.borrow_mut().answer_folder(id, Ok(gallery)),
        Err(trouble) => settle(&engine, trouble, |reason| {
            engine.queue.borrow_mut().answer_folder(id, Err(reason));
        }),
    }
    engine.pump();
}

/// What is not waited for any more: a reason for one, or a halt for all.
fn settle(engine: &Rc<Engine>, trouble: Trouble, refuse: impl FnOnce(Reason)) {
    match trouble {
        Trouble::Refused(reason) => refuse(reason),
        Trouble::Lost | Trouble::Broken => refuse(Reason::Failed),
        Trouble::Halt(why) => {
            engine.queue.borrow_mut().halt(why);
            engine.call_back();
        }
    }
}

/// Tries until there is an end. A lost connection is waited for, however long it takes.
async fn persist(engine: &Rc<Engine>, id: FileId, gallery: &str, epoch: u32) -> Result<End, Trouble> {
    let gone = Trouble::Refused(Reason::Unreachable);
    let file = engine.files.borrow().get(&id).cloned().ok_or(gone)?;
    let digest = digest::of_file(engine, &file).await.map_err(|_| gone)?;
    let (mut failures, mut broken, mut before) = (0, 0, 0);
    loop {
        if engine.epoch.get() != epoch {
            return Err(Trouble::Lost);
        }
        let trouble = match attempt(engine, id, gallery, &file, &digest, epoch).await {
            Ok(end) => return Ok(end),
            Err(trouble) => trouble,
        };
        if engine.epoch.get() != epoch {
            return Err(trouble);
        }
        let sent = sent(engine, id);
        if sent > before {
            (failures, before) = (0, sent);
        }
        failures += 1;
        match trouble {
            Trouble::Lost => engine.set(id, State::Patient(sent)),
            Trouble::Broken if broken + 1 < ATTEMPTS => broken += 1,
            trouble => return Err(trouble),
        }
        pause(engine, failures).await;
    }
}

/// One attempt: the server says what is missing, that is sent, and the upload is ended.
async fn attempt(
    engine: &Rc<Engine>,
    id: FileId,
    gallery: &str,
    file: &File,
    digest: &[u8; 32],
    epoch: u32,
) -> Result<End, Trouble> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length in bytes")]
    let bytes = file.size() as u64;
    let (name, hex) = (file.name(), digest::hex(digest));
    let begin = Begin {
        studio: &engine.studio,
        gallery,
        client_key: &format!("{hex} {name}"),
        file_name: &name,
        bytes,
        sha256: &hex,
    };
    let begin = serde_json::to_string(&begin).map_err(|_| Trouble::Refused(Reason::Name))?;
    let answer = send(engine, "POST", "/api/uploads", Body::Text(&begin, "application/json"), |_| {}).await;
    let (upload, part_bytes, missing) = match answer.read() {
        Ok(Begun::Photo { .. }) => return Ok(End::AlreadyThere),
        Ok(Begun::Parts { upload, part_bytes, missing }) => (upload, part_bytes.max(1), missing),
        // Of the page's own gallery nothing is left to upload to; another was made for a folder and deleted since.
        Err(_) if answer.status == 404 && gallery == engine.gallery => return Err(Trouble::Halt(Halt::NoGallery)),
        Err(trouble) => return Err(trouble),
    };
    let address = format!("/api/uploads/{}/{upload}", engine.studio);
    let mut done = there(&missing, part_bytes, bytes);
    for number in missing {
        if engine.epoch.get() != epoch {
            return Err(Trouble::Lost);
        }
        engine.set(id, State::Sending(done));
        let (start, end) = range(number, part_bytes, bytes);
        let part = part(file, start, end, digest).await;
        let (part, header) = part.map_err(|_| Trouble::Refused(Reason::Unreachable))?;
        let watcher = Rc::clone(engine);
        let progress = move |sent: u64| {
            if watcher.epoch.get() == epoch {
                watcher.set(id, State::Sending(done + sent.min(end - start)));
            }
        };
        let answer = send(engine, "PUT", &format!("{address}/{number}"), Body::Bytes(&part, &header), progress).await;
        if !(200..300).contains(&answer.status) {
            if engine.epoch.get() == epoch {
                engine.set(id, State::Sending(done));
            }
            return Err(trouble(answer.status, &answer.body));
        }
        done += end - start;
    }
    if engine.epoch.get() == epoch {
        engine.set(id, State::Finishing);
    }
    let answer = send(engine, "POST", &format!("{address}/complete"), Body::Nothing, |_| {}).await;
    answer.read().map(|Ended { photo }| End::Became(photo))
}

/// A part of a file with the header of its digest. A file of one part has been digested already.
async fn part(file: &File, start: u64, end: u64, whole: &[u8; 32]) -> Result<(Blob, String), JsValue> {
    #[allow(clippy::cast_precision_loss, reason = "lengths far below 2^53")]
    let part = file.slice_with_f64_and_f64(start as f64, end as f64)?;
    #[allow(clippy::cast_precision_loss, reason = "lengths far below 2^53")]
    let is_whole = start == 0 && end as f64 >= file.size();
    let header = if is_whole { digest::header(whole)? } else { digest::header(&digest::sha256(&part).await?)? };
    Ok((part, header))
}

fn sent(engine: &Engine, id: FileId) -> u64 {
    let queue = engine.queue.borrow();
    match queue.item(id).map(|item| &item.state) {
        Some(State::Sending(sent) | State::Patient(sent)) => *sent,
        // Everything was sent, and the answer to the end was lost.
        Some(State::Finishing) => queue.item(id).map_or(0, |item| item.bytes),
        _ => 0,
    }
}

async fn pause(engine: &Engine, failures: u32) {
    let millis = i32::try_from(back_off(failures).as_millis()).unwrap_or(i32::MAX);
    sleep(millis, |wake| engine.sleepers.borrow_mut().push(wake)).await;
}
