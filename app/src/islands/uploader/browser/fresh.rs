//! What arrives shows in the page that stands: asked for while something is being prepared, and put in place.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::futures::spawn_local;
use js_sys::{Array, Map};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Node};

use super::Engine;
use super::request::{Body, FORM, fields, send, sleep};
use crate::islands::dom::{document, find, find_all, parsed, window};
use crate::islands::uploader::answer::Trouble;
use crate::islands::uploader::parts::back_off;

/// The part of the page that shows the gallery's photographs.
const PHOTOGRAPHS: &str = "#photographs";
/// Other parts that count them.
const COUNTS: &str = ".tabs [aria-current] .count";
/// A photograph that is being prepared.
const BUSY: &str = "#photographs .busy";
/// The photographs inside, one element for each.
const TILES: &str = "ul.tiles";
/// Says that there are none.
const NONE_YET: &str = "p.facts";
/// What a photograph is recognised by.
const TICK: &str = "input[type=checkbox]";
/// The part of the page that shows what lies in the gallery: folders become sub-galleries.
const SUB_GALLERIES: &str = "#sub-galleries";
/// Milliseconds between two questions.
const BEAT: i32 = 1_500;

/// What the page shows by now.
#[derive(Default)]
pub struct Fresh {
    watching: Cell<bool>,
    shown: Cell<Option<Arrival>>,
}

/// How many photographs of the gallery, and of those in it, are in which state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
struct Arrival {
    processing: u64,
    failed: u64,
    ready: u64,
}

/// Goes on watching after a reload, if the page shows that something is still being prepared.
pub fn go_on_watching(engine: &Rc<Engine>) {
    if document().query_selector(BUSY).is_ok_and(|busy| busy.is_some()) {
        watch(engine);
    }
}

/// Asks until nothing is under way or being prepared any more.
pub fn watch(engine: &Rc<Engine>) {
    if !engine.fresh.watching.replace(true) {
        spawn_local(watching(Rc::clone(engine)));
    }
}

async fn watching(engine: Rc<Engine>) {
    let mut failures = 0;
    loop {
        let wait = back_off(failures).as_millis();
        sleep(i32::try_from(wait).unwrap_or(i32::MAX).max(BEAT), |_| {}).await;
        let busy = engine.queue.borrow().is_busy();
        let arrival = match arrival(&engine).await {
            Ok(arrival) => arrival,
            Err(trouble) if busy || trouble == Trouble::Lost => {
                failures += 1;
                continue;
            }
            Err(_) => break,
        };
        failures = 0;
        if engine.fresh.shown.get() != Some(arrival) && refresh(&engine).await.is_ok() {
            engine.fresh.shown.set(Some(arrival));
        }
        engine.around(|around| around.preparing = arrival.processing);
        if !busy && arrival.processing == 0 {
            break;
        }
    }
    engine.fresh.watching.set(false);
    // Something may have been dropped while the last answer came.
    if engine.queue.borrow().is_busy() {
        watch(&engine);
    }
}

async fn arrival(engine: &Engine) -> Result<Arrival, Trouble> {
    let form = fields(&[("studio", &engine.studio), ("gallery", &engine.gallery)]);
    let answer = send(engine, "POST", "/api/photos/arrival", Body::Text(&form, FORM), |_| {}).await;
    answer.read()
}

/// Puts the photographs of the page as it is now on the server into the page that stands.
async fn refresh(engine: &Engine) -> Result<(), JsValue> {
    let answer = send(engine, "GET", &window().location().href()?, Body::Nothing, |_| {}).await;
    let page = parsed(&answer.body)?;
    let (Some(old), Some(new)) = (document().query_selector(PHOTOGRAPHS)?, page.query_selector(PHOTOGRAPHS)?) else {
        return Err(JsValue::NULL);
    };
    if let (Some(old), Some(new)) = (document().query_selector(COUNTS)?, page.query_selector(COUNTS)?) {
        old.set_text_content(new.text_content().as_deref());
    }
    exchange_sub_galleries(&page)?;
    let (Some(tiles), Some(new_tiles)) = (find(&old, TILES), find(&new, TILES)) else {
        old.replace_children_with_node(&adopted(&new));
        return Ok(());
    };
    if let (Some(none), None) = (find(&old, NONE_YET), find(&new, NONE_YET)) {
        none.remove();
    }
    exchange_tiles(&tiles, &new_tiles)
}

fn exchange_sub_galleries(page: &Document) -> Result<(), JsValue> {
    let (Some(old), Some(new)) = (document().query_selector(SUB_GALLERIES)?, page.query_selector(SUB_GALLERIES)?)
    else {
        return Ok(());
    };
    // What was folded or unfolded by hand stays so.
    if let (Some(folded), Some(other)) = (find(&old, "details"), find(&new, "details")) {
        other.toggle_attribute_with_force("open", folded.has_attribute("open"))?;
    }
    if !old.is_equal_node(Some(&new)) {
        old.replace_children_with_node(&adopted(&new));
    }
    Ok(())
}

/// Exchanges only the tiles that changed: pictures do not flicker, ticks and the focus stay.
fn exchange_tiles(old: &Element, new: &Element) -> Result<(), JsValue> {
    let focused = document().active_element().filter(|focused| old.contains(Some(focused)));
    let holder = focused.as_ref().and_then(|focused| focused.closest("li").ok().flatten());
    let standing = Map::new();
    for tile in children(old) {
        standing.set(&key(&tile).into(), &tile);
    }
    let tiles = Array::new();
    for tile in children(new) {
        let before = standing.get(&key(&tile).into()).dyn_into::<Element>().ok();
        let same = before.as_ref().filter(|before| before.is_equal_node(Some(&tile)));
        if let Some(same) = same {
            tiles.push(same);
            continue;
        }
        let tile = document().import_node_with_deep(&tile, true)?;
        if let Some(before) = before {
            keep_ticks(&before, tile.unchecked_ref());
        }
        tiles.push(&tile);
    }
    if !stand_already(old, &tiles) {
        old.replace_children_with_node(&tiles);
    }
    // Whatever was moved lost the focus; what was exchanged has its tick in the new one's place.
    let Some(focused) = focused else { return Ok(()) };
    if focused.is_connected() {
        return focused.unchecked_into::<HtmlElement>().focus();
    }
    let key_of_holder = holder.map(|holder| key(&holder)).unwrap_or_default();
    let successor = children(old).into_iter().find(|tile| key(tile) == key_of_holder);
    successor.and_then(|tile| find(&tile, TICK)).map_or(Ok(()), |tick| tick.focus())
}

fn stand_already(list: &Element, tiles: &Array) -> bool {
    let standing = children(list);
    standing.len() == tiles.length() as usize
        && standing.iter().zip(tiles.iter()).all(|(one, other)| one.is_same_node(other.dyn_ref::<Node>()))
}

fn key(tile: &Element) -> String {
    let tick = find(tile, TICK);
    tick.and_then(|tick| tick.get_attribute("value")).unwrap_or_default()
}

fn keep_ticks(before: &Element, after: &Element) {
    let tick = |tile| find(tile, TICK).map(|tick| tick.unchecked_into::<HtmlInputElement>());
    if let (Some(before), Some(after)) = (tick(before), tick(after)) {
        after.set_checked(before.checked());
    }
}

fn children(of: &Element) -> Vec<Element> {
    find_all(of, ":scope > *")
}

fn adopted(from: &Element) -> Array {
    let nodes = from.child_nodes();
    let all: Vec<Node> = (0..nodes.length()).filter_map(|place| nodes.get(place)).collect();
    all.iter().filter_map(|node| document().import_node_with_deep(node, true).ok()).collect()
}
