//! The files of an upload and what becomes of each: a state machine without a browser.

use std::collections::{BTreeMap, BTreeSet};

use domain::photo::{FileName, MAX_BYTES};

use super::answer::{Halt, Reason};
use folders::{Folders, Wanted};

mod folders;

/// How many files are under way at once.
pub const AT_ONCE: usize = 3;

/// A file's number in its queue.
pub type FileId = u32;
/// A folder's number in its queue; `None` is the gallery of the page.
pub type FolderId = usize;

/// What became of a file so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Its turn has not come.
    Waiting,
    /// It is read and hashed.
    Reading,
    /// So many of its bytes are on the server.
    Sending(u64),
    /// All of it is sent; the server looks at it.
    Finishing,
    /// The connection was lost, or the server is busy; it goes on by itself. So many bytes are there.
    Patient(u64),
    /// It is a photograph of the gallery.
    Here,
    /// The gallery had it already.
    Skipped,
    /// It cannot become a photograph.
    Refused(Reason),
}

impl State {
    /// Whether it is under way.
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Reading | Self::Sending(_) | Self::Finishing | Self::Patient(_))
    }

    /// Whether nothing more happens to it by itself.
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::Here | Self::Skipped | Self::Refused(_))
    }
}

/// A file that was dropped or picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name, without folders.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// The folder it came in.
    pub folder: Option<FolderId>,
    /// What became of it.
    pub state: State,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask for the gallery of this name under `parent`.
    Folder {
        /// The folder.
        id: FolderId,
        /// The gallery it lies in; `None` is the one of the page.
        parent: Option<String>,
        /// Its name.
        name: String,
    },
    /// Send this file to this gallery; `None` is the one of the page.
    File(FileId, Option<String>),
}

/// All files of a page's upload.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    items: BTreeMap<FileId, Item>,
    next: FileId,
    folders: Folders,
    photos: BTreeSet<String>,
    sidecars: u32,
    halt: Option<Halt>,
}

impl Queue {
    /// Adds a file that lies in `folders`, outermost first. Answers its number, or nothing when it is left out: a file
    /// that systems hide, or a note of an editor beside a photograph. What cannot be taken is settled at once.
    pub fn add(&mut self, folders: &[String], name: &str, bytes: u64) -> Option<FileId> {
        if is_hidden(name) || folders.iter().any(|folder| is_hidden(folder)) {
            return None;
        }
        if is_sidecar(name) {
            self.sidecars += 1;
            return None;
        }
        let state = match bytes {
            0 => State::Refused(Reason::Empty),
            _ if bytes > MAX_BYTES => State::Refused(Reason::TooManyBytes),
            _ if FileName::parse(name).is_err() => State::Refused(Reason::Name),
            _ => State::Waiting,
        };
        // It becomes a gallery once a file that can be taken has its turn, and not for any other.
        let folder = self.folders.place(folders);
        let id = self.next;
        self.next += 1;
        let name = name.to_owned();
        let item = Item { name, bytes, folder, state };
        self.items.insert(id, item);
        Some(id)
    }

    /// Forgets what has come to a good end, so that a new batch counts from nothing; only while nothing is under way.
    pub fn begin_batch(&mut self) {
        if self.is_busy() {
            return;
        }
        self.items.retain(|_, item| !matches!(item.state, State::Here | State::Skipped));
        self.sidecars = 0;
        self.photos.clear();
        self.folders.forget();
    }

    /// The next thing to do, marked as begun. Nothing while as much as may is under way, or everything was halted.
    pub fn step(&mut self) -> Option<Step> {
        let running = self.items.values().filter(|i| i.state.is_running()).count();
        if self.halt.is_some() || running >= AT_ONCE {
            return None;
        }
        loop {
            let (&id, item) = self.items.iter().find(|(_, item)| item.state == State::Waiting)?;
            match item.folder.map(|folder| self.folders.wanted(folder)) {
                None => {
                    self.set(id, State::Reading);
                    return Some(Step::File(id, None));
                }
                Some(Wanted::Known(gallery)) => {
                    self.set(id, State::Reading);
                    return Some(Step::File(id, Some(gallery)));
                }
                // A folder has one answer for all; those behind wait for it.
                Some(Wanted::Asked) => return None,
                Some(Wanted::Refused(reason)) => self.set(id, State::Refused(reason)),
                Some(Wanted::Ask(folder, parent)) => {
                    let name = self.folders.ask(folder);
                    return Some(Step::Folder { id: folder, parent, name });
                }
            }
        }
    }

    /// The folder's gallery is known, or why there is none.
    pub fn answer_folder(&mut self, folder: FolderId, gallery: Result<String, Reason>) {
        self.folders.answer(folder, gallery);
    }

    /// Says what became of a file. Nothing becomes of one that was dismissed or stopped.
    pub fn set(&mut self, id: FileId, state: State) {
        if let Some(item) = self.items.get_mut(&id) {
            item.state = state;
        }
    }

    /// The file became this photograph, unless another of the same batch did before.
    pub fn became(&mut self, id: FileId, photo: String) {
        let first = self.photos.insert(photo);
        self.set(id, if first { State::Here } else { State::Skipped });
    }

    /// Nothing new is begun until somebody says so; what is under way waits for its turn again.
    pub fn halt(&mut self, why: Halt) {
        self.halt = Some(why);
        for item in self.items.values_mut() {
            if item.state.is_running() {
                item.state = State::Waiting;
            }
        }
        self.folders.call_back();
    }

    /// Goes on after a halt.
    pub fn go_on(&mut self) {
        self.halt = None;
    }

    /// Tries a refused file once more.
    pub fn again(&mut self, id: FileId) {
        if let Some(item) = self.items.get_mut(&id)
            && let State::Refused(reason) = item.state
            && reason.may_pass()
        {
            if let Some(folder) = item.folder {
                self.folders.forget_line(folder);
            }
            item.state = State::Waiting;
        }
    }

    /// Takes a file that came to an end off the list.
    pub fn dismiss(&mut self, id: FileId) {
        if self.item(id).is_some_and(|item| item.state.is_settled()) {
            self.items.remove(&id);
        }
    }

    /// Drops every file that is not at its end.
    pub fn stop(&mut self) {
        self.items.retain(|_, item| item.state.is_settled());
        self.halt = None;
    }

    /// Forgets everything that came to an end.
    pub fn clear(&mut self) {
        self.items.retain(|_, item| !item.state.is_settled());
        self.sidecars = 0;
    }

    /// A file.
    pub fn item(&self, id: FileId) -> Option<&Item> {
        self.items.get(&id)
    }

    /// A file's name with the folders it came in.
    pub fn path(&self, item: &Item) -> String {
        self.folders.path(item.folder, &item.name)
    }

    /// Every file, in the order in which they came.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = (FileId, &Item)> {
        self.items.iter().map(|(id, item)| (*id, item))
    }

    /// Whether anything is still to be done.
    pub fn is_busy(&self) -> bool {
        self.items.values().any(|item| !item.state.is_settled())
    }

    /// Why nothing is begun.
    pub fn halted(&self) -> Option<Halt> {
        self.halt
    }

    /// How many notes of editors were left out.
    pub fn sidecars(&self) -> u32 {
        self.sidecars
    }
}

/// What systems leave in folders without showing it.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
        || ["thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r"].contains(&name.to_lowercase().as_str())
}

/// What editors write beside a photograph.
fn is_sidecar(name: &str) -> bool {
    name.to_lowercase().ends_with(".xmp")
}

#[cfg(test)]
mod tests;
