//! Fingers and mouse: swipe to a neighbour, tap or click twice to zoom there, drag what is zoomed.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::PointerEvent;

use super::{Step, Viewer, plain, right_to_left};
use crate::islands::dom::{find, listen, window};

/// What moves less than this, in CSS pixels, is a tap.
const STILL: i32 = 10;
/// What moves sideways at least this far turns the page.
const SWIPE: i32 = 48;
/// Two taps within this time, in milliseconds, are one double tap.
const TWICE: f64 = 350.0;

/// A pointer that is down: where it went down, and how far the stage was scrolled then.
#[derive(Clone, Copy)]
struct Down {
    x: i32,
    y: i32,
    left: i32,
    top: i32,
}

/// A tap that may become a double tap.
#[derive(Clone, Copy)]
struct Tap {
    x: i32,
    y: i32,
    at: f64,
}

/// Listens to pointers on the stage and to the links that zoom.
pub fn follow(viewer: &Rc<Viewer>) {
    let down = Rc::new(Cell::new(None::<Down>));
    let tapped = Cell::new(None::<Tap>);
    let stage = viewer.stage.clone();

    let (started, of) = (down.clone(), viewer.clone());
    listen(&stage, "pointerdown", move |event| {
        let event: PointerEvent = event.unchecked_into();
        // A second finger pinches: that is the browser's.
        let counts = event.is_primary() && event.button() == 0;
        started.set(counts.then(|| Down {
            x: event.client_x(),
            y: event.client_y(),
            left: of.stage.scroll_left(),
            top: of.stage.scroll_top(),
        }));
        of.shift(0);
    });

    let (moving, of) = (down.clone(), viewer.clone());
    listen(&stage, "pointermove", move |event| {
        let event: PointerEvent = event.unchecked_into();
        let Some(from) = moving.get() else { return };
        let (dx, dy) = (event.client_x() - from.x, event.client_y() - from.y);
        if of.is_zoomed() {
            // Fingers scroll by themselves.
            if event.pointer_type() == "mouse" {
                of.stage.set_scroll_left(from.left - dx);
                of.stage.set_scroll_top(from.top - dy);
            }
        } else if dx.abs() > STILL && dx.abs() > dy.abs() {
            of.shift(dx);
        }
    });

    let (ended, of) = (down.clone(), viewer.clone());
    listen(&stage, "pointerup", move |event| {
        let event: PointerEvent = event.unchecked_into();
        let Some(from) = ended.take() else { return };
        of.shift(0);
        let (x, y, at) = (event.client_x(), event.client_y(), event.time_stamp());
        let (dx, dy) = (x - from.x, y - from.y);
        if dx.abs() < STILL && dy.abs() < STILL {
            let before = tapped.replace(Some(Tap { x, y, at }));
            let twice = |tap: Tap| at - tap.at < TWICE && (x - tap.x).abs() < 30 && (y - tap.y).abs() < 30;
            if before.is_some_and(twice) {
                tapped.set(None);
                if of.is_zoomed() { of.zoom_out() } else { of.zoom_in(x, y) }
            }
        } else if !of.is_zoomed() && dx.abs() >= SWIPE && dx.abs() > 2 * dy.abs() {
            of.want(if (dx < 0) == right_to_left() { Step::Previous } else { Step::Next });
        }
    });

    let of = viewer.clone();
    listen(&stage, "pointercancel", move |_| {
        down.set(None);
        of.shift(0);
    });
    // A picture that is dragged would follow the mouse as a ghost.
    listen(&stage, "dragstart", |event| event.prevent_default());

    let of = viewer.clone();
    let links =
        [".zoom", ".fit"].map(|link| stage.owner_document()?.document_element().and_then(|page| find(&page, link)));
    for (place, link) in links.into_iter().flatten().enumerate() {
        let of = of.clone();
        listen(&link, "click", move |event| {
            if plain(event.unchecked_ref()) {
                event.prevent_default();
                if place == 0 {
                    let stage = of.stage.get_bounding_client_rect();
                    of.zoom_in(
                        (stage.left() + stage.width() / 2.0) as i32,
                        (stage.top() + stage.height() / 2.0) as i32,
                    );
                } else {
                    of.zoom_out();
                }
            }
        });
    }
}

impl Viewer {
    /// Full size, told by the address, as the page does it without scripts.
    pub(super) fn is_zoomed(&self) -> bool {
        window().location().hash().is_ok_and(|hash| hash == "#zoom")
    }

    /// Zooms so that the point of the photograph that is at `x`, `y` of the window comes to the middle.
    pub(super) fn zoom_in(&self, x: i32, y: i32) {
        let photo = self.here.borrow().0.clone();
        let before = photo.get_bounding_client_rect();
        let across = (f64::from(x) - before.left()) / before.width();
        let down = (f64::from(y) - before.top()) / before.height();
        let _ = window().location().replace("#zoom");
        let now = photo.get_bounding_client_rect();
        let stage = &self.stage;
        stage.set_scroll_left((across * now.width()) as i32 - stage.client_width() / 2);
        stage.set_scroll_top((down * now.height()) as i32 - stage.client_height() / 2);
        if let Some(large) = find(&photo, "img + img") {
            let width = large.get_attribute("width").unwrap_or_default();
            let _ = large.set_attribute("sizes", &[width.as_str(), "px"].concat());
        }
    }

    /// The whole photograph again.
    pub(super) fn zoom_out(&self) {
        let _ = window().location().replace("#");
    }

    /// The photograph follows the finger.
    fn shift(&self, pixels: i32) {
        let photo = &self.here.borrow().0;
        let style = photo.style();
        let _ = if pixels == 0 {
            style.remove_property("translate").map(drop)
        } else {
            style.set_property("translate", &[pixels.to_string().as_str(), "px"].concat())
        };
    }
}
