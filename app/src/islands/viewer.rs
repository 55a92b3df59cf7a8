//! The photo viewer: steps from photograph to photograph without leaving the page, loads the neighbours ahead, zooms.
//!
//! Every photograph has a page of its own, and every way to it is a link; this only takes the waiting away. What comes
//! next is asked of `photos/around` at every step, so that whatever is no longer shown ends the visit at once (S8).

mod gestures;
mod photo;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::futures::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent, UrlSearchParams};

use self::photo::{Around, Shown, build};
use super::dom::{document, find, listen, post, text, window};

/// One of the two ways on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Previous,
    Next,
}

/// A viewer that is awake.
struct Viewer {
    /// What to ask for, all but the photograph's id.
    ask: String,
    /// What follows "Photograph 3 of 48" in the title.
    title: String,
    heading: HtmlElement,
    back: HtmlElement,
    previous: HtmlElement,
    next: HtmlElement,
    stage: HtmlElement,
    /// A photograph's element as the server made it.
    pattern: Element,
    /// The one that is looked at: element and id.
    here: RefCell<(HtmlElement, String)>,
    /// What is around it, once the server has said so.
    around: RefCell<Option<Around>>,
    /// Its neighbours, loading.
    ahead: RefCell<[Option<HtmlElement>; 2]>,
    /// Where to go as soon as that is known.
    wanted: Cell<Option<Step>>,
    busy: Cell<bool>,
}

/// Wakes a `Viewer`.
#[wasm_bindgen]
pub fn wake_viewer(island: Element) {
    let Some(viewer) = Viewer::of(&island) else {
        return;
    };
    let viewer = Rc::new(viewer);
    for (link, step) in [(&viewer.previous, Step::Previous), (&viewer.next, Step::Next)] {
        let viewer = viewer.clone();
        listen(link, "click", move |event| {
            if plain(event.unchecked_ref()) {
                event.prevent_default();
                viewer.want(step);
            }
        });
    }
    let leaving = viewer.clone();
    listen(&viewer.back, "click", move |event| {
        if plain(event.unchecked_ref()) {
            event.prevent_default();
            leaving.leave();
        }
    });
    let typing = viewer.clone();
    listen(&window(), "keydown", move |event| typing.key(event.unchecked_ref()));
    gestures::follow(&viewer);
    viewer.busy.set(true);
    spawn_local(run(viewer));
}

/// Asks for what is around and takes the steps that are wanted, one after the other.
async fn run(viewer: Rc<Viewer>) {
    loop {
        let known = viewer.around.borrow().is_some();
        if !known && !viewer.look_around().await.unwrap_or(false) {
            break;
        }
        let Some(step) = viewer.wanted.take() else {
            break;
        };
        viewer.take(step);
    }
    viewer.wanted.set(None);
    viewer.busy.set(false);
}

impl Viewer {
    fn of(island: &Element) -> Option<Self> {
        let photo = find(island, ".photo")?;
        let heading = find(island, "h1")?;
        let title = document().title();
        let label = heading.text_content()?;
        Some(Self {
            ask: island.get_attribute("data-ask")?,
            title: title.strip_prefix(&label)?.to_owned(),
            heading,
            back: find(island, ".back")?,
            previous: find(island, ".prev")?,
            next: find(island, ".next")?,
            stage: find(island, ".stage")?,
            pattern: photo.clone_node_with_deep(true).ok()?.unchecked_into(),
            here: RefCell::new((photo.clone(), photo.get_attribute("data-photo")?)),
            around: RefCell::new(None),
            ahead: RefCell::new([None, None]),
            wanted: Cell::new(None),
            busy: Cell::new(false),
        })
    }

    fn want(self: &Rc<Self>, step: Step) {
        self.wanted.set(Some(step));
        if !self.busy.replace(true) {
            spawn_local(run(self.clone()));
        }
    }

    /// Learns what is around; `false` when the server cannot be reached or shows this photograph no more.
    async fn look_around(&self) -> Result<bool, JsValue> {
        let fields = [self.ask.as_str(), &self.here.borrow().1].concat();
        let answer = post("/api/photos/around", &UrlSearchParams::new_with_str(&fields)?, "application/json").await?;
        if !answer.ok() {
            // Its own page says what there is to say.
            window().location().reload()?;
            return Ok(false);
        }
        let around: Around = js_sys::JSON::parse(&text(&answer).await?)?.unchecked_into();
        let (previous, next) = (around.previous(), around.next());
        self.lead(&self.previous, previous.as_ref());
        self.lead(&self.next, next.as_ref());
        let ahead = [previous, next].map(|shown| build(&self.pattern, &shown?));
        self.ahead.replace(ahead);
        self.around.replace(Some(around));
        Ok(true)
    }

    /// Points a link at a neighbour, or takes it away where there is none.
    fn lead(&self, link: &HtmlElement, to: Option<&Shown>) {
        let focused = document().active_element().is_some_and(|at| at.is_same_node(Some(link)));
        link.set_hidden(to.is_none());
        match to {
            Some(to) => drop(link.set_attribute("href", &to.href())),
            // Whoever held it keeps a place on the page.
            None if focused => drop(self.back.focus()),
            None => {}
        }
    }

    /// Shows the neighbour, if there is one.
    fn take(&self, step: Step) {
        let around = self.around.borrow();
        let shown = around.as_ref().and_then(|around| match step {
            Step::Previous => around.previous(),
            Step::Next => around.next(),
        });
        let photo = self.ahead.borrow_mut()[step as usize].take();
        drop(around);
        let (Some(shown), Some(photo)) = (shown, photo) else {
            return;
        };
        let label = shown.label();
        let _ = self.here.borrow().0.replace_with_with_node_1(&photo);
        self.here.replace((photo, shown.id()));
        self.around.replace(None);
        self.heading.set_text_content(Some(&label));
        document().set_title(&[label.as_str(), &self.title].concat());
        let _ = self.back.set_attribute("href", &shown.back());
        if let Ok(history) = window().history() {
            // In place, so that going back leads to the grid and not through every photograph.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&shown.href()));
        }
    }

    fn key(self: &Rc<Self>, event: &KeyboardEvent) {
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let to_the_left = if right_to_left() { Step::Next } else { Step::Previous };
        let to_the_right = if right_to_left() { Step::Previous } else { Step::Next };
        match event.key().as_str() {
            // The arrows move a photograph that is zoomed.
            "ArrowLeft" if !self.is_zoomed() => self.want(to_the_left),
            "ArrowRight" if !self.is_zoomed() => self.want(to_the_right),
            "Escape" if self.is_zoomed() => self.zoom_out(),
            "Escape" => self.leave(),
            _ => {}
        }
    }

    /// Back to the grid, at this photograph; the viewer leaves no trace in the history.
    fn leave(&self) {
        if let Some(back) = self.back.get_attribute("href") {
            let _ = window().location().replace(&back);
        }
    }
}

/// A click that means "here", not "in a new tab".
fn plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

fn right_to_left() -> bool {
    document().document_element().is_some_and(|page| page.get_attribute("dir").as_deref() == Some("rtl"))
}
