//! Makes codes, and says how strong a typed one is (S3).

use domain::code::{Code, CodeProblem, Strength};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::dom::{find, listen, window};

/// Wakes a `CodeMaker`: the button makes a new code, and the line follows what is typed.
#[wasm_bindgen]
pub fn wake_code_maker(island: Element) {
    let parts = (find(&island, "input"), find(&island, "button"), find(&island, ".strength"));
    let (Some(input), Some(button), Some(line)) = parts else {
        return;
    };
    let input: HtmlInputElement = input.unchecked_into();
    let field = input.clone();
    let look = move || {
        let (class, words) = match Code::parse(&field.value()).map(|code| code.strength()) {
            Ok(Strength::Weak) => ("strength weak", "data-weak"),
            Ok(Strength::Fair) => ("strength fair", "data-fair"),
            Ok(Strength::Strong) => ("strength strong", "data-strong"),
            Err(CodeProblem::TooShort { .. }) => ("strength weak", "data-short"),
            Err(_) => ("strength", ""),
        };
        line.set_class_name(class);
        line.set_text_content(island.get_attribute(words).as_deref());
    };
    look();
    let typed = look.clone();
    listen(&input, "input", move |_| typed());
    button.set_hidden(false);
    listen(&button, "click", move |_| {
        let mut random = [0; 11];
        let made = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random));
        if made.is_ok() {
            input.set_value(&Code::generated(random).display());
            look();
        }
    });
}
