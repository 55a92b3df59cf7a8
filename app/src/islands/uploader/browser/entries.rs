//! What was dropped or picked, folder by folder, in the order in which people count.

use std::rc::Rc;

use domain::photo::natural_cmp;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::Engine;
use crate::islands::uploader::answer::Reason;
use crate::islands::uploader::queue::State;

/// What a drop holds. It has to be taken out while the event is told, before anything is waited for.
pub struct Dropped {
    entries: Vec<FileSystemEntry>,
    files: Vec<File>,
}

/// Takes out what a drop holds.
pub fn dropped(data: &DataTransfer) -> Dropped {
    let items = data.items();
    let (mut entries, mut files) = (Vec::new(), Vec::new());
    for item in (0..items.length()).filter_map(|place| items.get(place)) {
        match item.webkit_get_as_entry() {
            Ok(Some(entry)) => entries.push(entry),
            _ => files.extend(item.get_as_file().ok().flatten()),
        }
    }
    Dropped { entries, files }
}

/// Takes up everything that was dropped; folders are looked into one after the other, and what was found is begun with.
pub async fn take_dropped(engine: Rc<Engine>, dropped: Dropped) {
    engine.queue.borrow_mut().begin_batch();
    engine.around(|around| around.looking = true);
    take_files(&engine, dropped.files.into_iter().map(|file| (Vec::new(), file)).collect());
    let mut levels = vec![(Vec::new(), dropped.entries)];
    while let Some((path, mut entries)) = levels.pop() {
        entries.sort_by(|a, b| natural_cmp(&a.name(), &b.name()));
        let (folders, files): (Vec<_>, Vec<_>) = entries.into_iter().partition(FileSystemEntry::is_directory);
        for entry in files {
            let name = entry.name();
            match file_of(entry.unchecked_into()).await {
                Ok(file) => engine.take(&path, file),
                Err(_) => cannot_read(&engine, &path, &name),
            }
        }
        engine.pump();
        // The last pushed comes first.
        for folder in folders.into_iter().rev() {
            let mut inside = path.clone();
            inside.push(folder.name());
            match entries_of(folder.unchecked_into()).await {
                Ok(entries) => levels.push((inside, entries)),
                Err(_) => cannot_read(&engine, &path, inside.last().map_or("", String::as_str)),
            }
        }
    }
    engine.around(|around| around.looking = false);
}

/// Takes up what was picked; of a folder, each file knows its path.
pub fn take_picked(engine: &Rc<Engine>, list: &FileList) {
    engine.queue.borrow_mut().begin_batch();
    let files = (0..list.length()).filter_map(|place| list.get(place));
    take_files(engine, files.map(|file| (folders_of(&file), file)).collect());
    engine.pump();
}

fn take_files(engine: &Rc<Engine>, mut files: Vec<(Vec<String>, File)>) {
    files.sort_by(|(a, one), (b, other)| {
        let folders = natural_cmp(&a.join("/"), &b.join("/"));
        folders.then_with(|| natural_cmp(&one.name(), &other.name()))
    });
    for (folders, file) in files {
        engine.take(&folders, file);
    }
}

/// The folders of a file that was picked with its folder: `webkitRelativePath` without the name.
fn folders_of(file: &File) -> Vec<String> {
    let path = Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    let path = path.unwrap_or_default();
    let mut folders: Vec<String> = path.split('/').map(str::to_owned).collect();
    folders.pop();
    folders
}

fn cannot_read(engine: &Engine, folders: &[String], name: &str) {
    let mut queue = engine.queue.borrow_mut();
    if let Some(id) = queue.add(folders, name, 0) {
        queue.set(id, State::Refused(Reason::Unreachable));
    }
}

async fn file_of(entry: FileSystemFileEntry) -> Result<File, JsValue> {
    let file = Promise::new(&mut |resolve, reject| entry.file_with_callback_and_callback(&resolve, &reject));
    Ok(file.await?.unchecked_into())
}

/// Everything in a folder; the browser hands it out in portions.
async fn entries_of(folder: FileSystemDirectoryEntry) -> Result<Vec<FileSystemEntry>, JsValue> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let some = Promise::new(&mut |resolve, reject| {
            let _ = reader.read_entries_with_callback_and_callback(&resolve, &reject);
        });
        let some: Array = some.await?.unchecked_into();
        if some.length() == 0 {
            return Ok(all);
        }
        all.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}
