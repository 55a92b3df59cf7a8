//! The field a code is typed into: says while typing whether a symbol seems wrong, and hides the code from people who
//! look on. A code that came in the address of a QR code is put into the field and taken out of the address at once.

use domain::code::{Typed, check_symbol};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, UrlSearchParams};

use super::dom::{find, listen, window};

/// Wakes a `CodeField`: an `<input>`, and a `.code-help` with a status and a button.
#[wasm_bindgen]
pub fn wake_code_field(island: Element) {
    let parts =
        (find(&island, "#code"), find(&island, ".code-help"), find(&island, "[role=status]"), find(&island, "button"));
    let (Some(input), Some(help), Some(status), Some(button)) = parts else {
        return;
    };
    let input: HtmlInputElement = input.unchecked_into();
    let mistyped = status.get_attribute("data-mistyped");
    let typed = input.clone();
    let look = move || {
        let code = typed.value();
        help.set_hidden(code.is_empty());
        let wrong = check_symbol(&code) == Typed::Mistyped;
        status.set_text_content(mistyped.as_deref().filter(|_| wrong));
    };
    if let Some(companion) = find(&island, "[name=companion]") {
        let (field, beside, looked) = (input.clone(), companion.clone(), look.clone());
        let take = move || {
            if take_from_address(&field, &beside).is_some() {
                looked();
            }
        };
        take();
        listen(&window(), "hashchange", move |_| take());
        // A companion belongs to the code that it came with, and to no other.
        listen(&input, "input", move |_| drop(companion.set_attribute("value", "")));
    }
    // The browser may have filled it in already, on the way back.
    look();
    listen(&input, "input", move |_| look());

    let label = button.clone();
    listen(&button, "click", move |_| {
        let veiled = input.class_list().toggle("veiled").unwrap_or(false);
        let word = if veiled { "data-show" } else { "data-hide" };
        label.set_text_content(label.get_attribute(word).as_deref());
        let _ = input.focus();
    });
}

/// Moves `#c=CODE&t=COMPANION` from the address into the fields. The person presses the button: a preview of the link must
/// not come in. What stands behind `#` is sent to nobody, and here it goes before anybody could read or keep it.
fn take_from_address(code: &HtmlInputElement, companion: &Element) -> Option<()> {
    let location = window().location();
    let hash = location.hash().ok().filter(|hash| hash.starts_with("#c="))?;
    let address = [location.pathname().ok()?, location.search().ok()?].concat();
    let history = window().history().ok()?;
    history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()?;
    let given = UrlSearchParams::new_with_str(hash.get(1..)?).ok()?;
    code.set_value(&given.get("c")?);
    companion.set_attribute("value", &given.get("t").unwrap_or_default()).ok()
}
