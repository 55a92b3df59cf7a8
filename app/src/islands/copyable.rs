//! Copies an address or a code with one press.

use js_sys::futures::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::dom::{find, listen, window};

/// Wakes a `Copyable`: the button shows where the browser lets a page copy.
#[wasm_bindgen]
pub fn wake_copyable(island: Element) {
    let (Some(source), Some(button)) = (find(&island, "input, output"), find(&island, "button")) else {
        return;
    };
    // Browsers offer it on secure addresses only.
    let navigator = window().navigator();
    if !js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) {
        return;
    }
    button.set_hidden(false);
    let copied = island.get_attribute("data-copied");
    listen(&button.clone(), "click", move |_| {
        let text = match source.dyn_ref::<HtmlInputElement>() {
            Some(field) => {
                field.select();
                field.value()
            }
            None => source.text_content().unwrap_or_default(),
        };
        let (button, copied) = (button.clone(), copied.clone());
        let copying = window().navigator().clipboard().write_text(&text);
        spawn_local(async move {
            if copying.await.is_ok() {
                button.set_text_content(copied.as_deref());
            }
        });
    });
}
