//! What the photographer does to the page: dropping, picking, leaving; and the connection that comes back.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::futures::spawn_local;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{BeforeUnloadEvent, DragEvent, HtmlInputElement};

use super::{Engine, entries};
use crate::islands::dom::{document, listen, window};

/// Files may be dropped anywhere on the page: beside the frame, the browser would leave the page for the file.
pub fn listen_to_the_page(engine: &Rc<Engine>) {
    let page = document();
    let over = engine.panel.over;
    for kind in ["dragenter", "dragover"] {
        listen(&page, kind, move |event| {
            if holds_files(event.unchecked_ref()) {
                event.prevent_default();
                over.set(true);
            }
        });
    }
    listen(&page, "dragleave", move |event| {
        // Out of the window, not from one element to the next.
        let event: DragEvent = event.unchecked_into();
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = Rc::clone(engine);
    listen(&page, "drop", move |event| {
        let event: DragEvent = event.unchecked_into();
        if !holds_files(&event) {
            return;
        }
        event.prevent_default();
        over.set(false);
        if let Some(data) = event.data_transfer() {
            spawn_local(entries::take_dropped(Rc::clone(&dropped), entries::dropped(&data)));
        }
    });
    for (picker, folders) in [(engine.panel.files, false), (engine.panel.folder, true)] {
        if let Some(picker) = picker.get_untracked() {
            let input: HtmlInputElement = picker.unchecked_into();
            input.set_webkitdirectory(folders);
            let engine = Rc::clone(engine);
            listen(&input.clone(), "change", move |_| {
                if let Some(list) = input.files() {
                    entries::take_picked(&engine, &list);
                }
                // The same files can be picked once more.
                input.set_value("");
            });
        }
    }
    let engine = Rc::clone(engine);
    listen(&window(), "online", move |_| engine.wake_sleepers());
}

fn holds_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// Opens the browser's dialog.
pub fn open(picker: NodeRef<Input>) {
    if let Some(picker) = picker.get_untracked() {
        picker.click();
    }
}

/// Asks before the page is left, while something would be lost by it. Not longer: a page that always asks is never kept
/// for the way back.
#[derive(Default)]
pub struct Guard(RefCell<Option<Closure<dyn FnMut(BeforeUnloadEvent)>>>);

impl Guard {
    /// Whether to ask from now on.
    pub fn keep(&self, asking: bool) {
        let mut guard = self.0.borrow_mut();
        match (guard.take(), asking) {
            (None, true) => {
                let ask = Closure::<dyn FnMut(BeforeUnloadEvent)>::new(|event: BeforeUnloadEvent| {
                    event.prevent_default();
                    event.set_return_value(" ");
                });
                let _ = window().add_event_listener_with_callback("beforeunload", ask.as_ref().unchecked_ref());
                *guard = Some(ask);
            }
            (Some(ask), false) => {
                let _ = window().remove_event_listener_with_callback("beforeunload", ask.as_ref().unchecked_ref());
            }
            (kept, _) => *guard = kept,
        }
    }
}
