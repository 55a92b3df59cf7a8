//! The uploader in the browser: what is dropped goes into the queue, and the queue's steps become requests.

mod digest;
mod entries;
mod fresh;
mod gestures;
mod request;
mod transfer;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Promise;
use js_sys::futures::spawn_local;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{File, XmlHttpRequest};

use super::board::{Around, Board};
use super::progress::{Pace, Totals};
use super::queue::{FileId, Queue, State, Step};
use super::words::UploaderWords;
use super::{Panel, Wish};
use crate::islands::dom::window;

/// Milliseconds between two pictures of the board.
const FRAME: i32 = 200;

/// The uploader of this page.
struct Engine {
    studio: String,
    gallery: String,
    words: UploaderWords,
    panel: Panel,
    queue: RefCell<Queue>,
    files: RefCell<BTreeMap<FileId, File>>,
    pace: RefCell<Pace>,
    around: Cell<Around>,
    /// Rises when everything under way is called back, so that late answers change nothing.
    epoch: Cell<u32>,
    requests: RefCell<BTreeMap<u32, XmlHttpRequest>>,
    next_request: Cell<u32>,
    /// Who waits for the connection, woken before their time when it is back.
    sleepers: RefCell<Vec<js_sys::Function>>,
    /// Settles when nobody reads a whole file any more: one at a time is in memory.
    reader: RefCell<Promise>,
    drawing: Cell<bool>,
    guard: gestures::Guard,
    fresh: fresh::Fresh,
}

/// Brings the uploader to life.
pub fn wake(panel: Panel, studio: String, gallery: String, words: UploaderWords) {
    let engine = Rc::new(Engine {
        studio,
        gallery,
        words,
        panel,
        queue: RefCell::default(),
        files: RefCell::default(),
        pace: RefCell::default(),
        around: Cell::default(),
        epoch: Cell::default(),
        requests: RefCell::default(),
        next_request: Cell::default(),
        sleepers: RefCell::default(),
        reader: RefCell::new(Promise::resolve(&JsValue::UNDEFINED)),
        drawing: Cell::default(),
        guard: gestures::Guard::default(),
        fresh: fresh::Fresh::default(),
    });
    Effect::new(move |_| {
        panel.awake.set(true);
        gestures::listen_to_the_page(&engine);
        fresh::go_on_watching(&engine);
        let engine = Rc::clone(&engine);
        Effect::new(move |_| {
            if let Some(wish) = panel.wish.get() {
                engine.heed(wish);
            }
        });
    });
}

impl Engine {
    fn heed(self: &Rc<Self>, wish: Wish) {
        match wish {
            Wish::Pick => gestures::open(self.panel.files),
            Wish::PickFolder => gestures::open(self.panel.folder),
            Wish::GoOn => self.queue.borrow_mut().go_on(),
            Wish::Again(id) => self.queue.borrow_mut().again(id),
            Wish::Dismiss(id) => self.queue.borrow_mut().dismiss(id),
            Wish::Close if self.queue.borrow().is_busy() => {
                self.queue.borrow_mut().stop();
                self.call_back();
            }
            Wish::Close => self.queue.borrow_mut().clear(),
        }
        self.pump();
    }

    /// Takes up one file; `folders` are those it came in, outermost first.
    fn take(&self, folders: &[String], file: File) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length in bytes")]
        let bytes = file.size() as u64;
        let id = self.queue.borrow_mut().add(folders, &file.name(), bytes);
        if let Some(id) = id {
            self.files.borrow_mut().insert(id, file);
        }
    }

    /// Begins whatever may begin, and draws.
    fn pump(self: &Rc<Self>) {
        loop {
            let step = self.queue.borrow_mut().step();
            match step {
                None => break,
                Some(Step::File(id, gallery)) => spawn_local(transfer::bring(Rc::clone(self), id, gallery)),
                Some(Step::Folder { id, parent, name }) => {
                    spawn_local(transfer::ask_folder(Rc::clone(self), id, parent, name));
                }
            }
        }
        let busy = self.queue.borrow().is_busy();
        self.guard.keep(busy);
        if busy {
            fresh::watch(self);
        }
        self.draw();
    }

    /// Everything under way ends without an effect.
    fn call_back(&self) {
        self.epoch.set(self.epoch.get() + 1);
        let requests = self.requests.take();
        for request in requests.values() {
            let _ = request.abort();
        }
        self.wake_sleepers();
    }

    fn wake_sleepers(&self) {
        for sleeper in self.sleepers.take() {
            let _ = sleeper.call0(&JsValue::UNDEFINED);
        }
    }

    fn set(self: &Rc<Self>, id: FileId, state: State) {
        self.queue.borrow_mut().set(id, state);
        self.draw();
    }

    /// Draws soon; many changes make one picture.
    fn draw(self: &Rc<Self>) {
        if self.drawing.replace(true) {
            return;
        }
        let engine = Rc::clone(self);
        request::after(FRAME, move || {
            engine.drawing.set(false);
            let queue = engine.queue.borrow();
            let mut pace = engine.pace.borrow_mut();
            if queue.halted().is_none() {
                pace.note(now(), Totals::of(&queue).done);
            }
            let board = Board::of(&queue, &pace, engine.around.get(), &engine.words);
            drop((queue, pace));
            engine.forget_settled();
            engine.panel.board.set(board);
        });
    }

    /// Files that came to an end are let go, unless they may be tried again.
    fn forget_settled(&self) {
        let queue = self.queue.borrow();
        self.files.borrow_mut().retain(|id, _| match queue.item(*id).map(|item| &item.state) {
            None | Some(State::Here | State::Skipped) => false,
            Some(State::Refused(reason)) => reason.may_pass(),
            Some(_) => true,
        });
    }

    fn around(self: &Rc<Self>, change: impl FnOnce(&mut Around)) {
        let mut around = self.around.get();
        change(&mut around);
        self.around.set(around);
        self.draw();
    }
}

/// Milliseconds on a clock that never goes back.
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
