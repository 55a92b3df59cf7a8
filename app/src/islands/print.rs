//! Prints the page that is open.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::dom::{find, listen, window};

/// Wakes a `Print`: its button opens the browser's own dialog.
#[wasm_bindgen]
pub fn wake_print(island: Element) {
    let Some(button) = find(&island, "button") else {
        return;
    };
    button.set_hidden(false);
    listen(&button, "click", |_| drop(window().print()));
}
