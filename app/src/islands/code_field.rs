//! The field a code is typed into: says while typing whether a symbol seems wrong, and hides the code from people who
//! look on.

use domain::code::{Typed, check_symbol};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::dom::{find, listen};

/// Wakes a `CodeField`: an `<input>`, and a `.code-help` with a status and a button.
#[wasm_bindgen]
pub fn wake_code_field(island: Element) {
    let parts =
        (find(&island, "input"), find(&island, ".code-help"), find(&island, "[role=status]"), find(&island, "button"));
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
