//! One menu for all rows of a list: the button of a row opens it, filled in for that row.
//!
//! Without it the button asks the server for the same page with the row's actions in it.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::dom::{find, find_all, listen};

/// Wakes a `RowMenu`: rows are `li[data-gallery]`, each with a `button[name=more]`.
#[wasm_bindgen]
pub fn wake_row_menu(island: Element) {
    let Some(menu) = find(&island, ".menu[popover]") else {
        return;
    };
    for button in find_all(&island, "button[name=more]") {
        // No longer a button of the form: the browser opens the menu, closes it at Escape and gives the focus back.
        let _ = button.set_attribute("type", "button");
        let _ = button.set_attribute("popovertarget", &menu.id());
    }
    listen(&island, "click", move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = pressed.and_then(|at| at.closest("button[name=more]").ok().flatten());
        if let Some(row) = button.and_then(|button| button.closest("li[data-gallery]").ok().flatten()) {
            fill(&menu, &row);
        }
    });
}

/// Makes it the menu of a row.
fn fill(menu: &HtmlElement, row: &Element) {
    let id = row.get_attribute("data-gallery").unwrap_or_default();
    if menu.get_attribute("data-gallery").as_ref() != Some(&id) {
        // Open for another row it would only be closed by this press.
        let _ = menu.hide_popover();
    }
    let _ = menu.set_attribute("data-gallery", &id);
    for link in find_all(menu, "a") {
        let to = link.get_attribute("data-to").unwrap_or_default();
        let _ = link.set_attribute("href", &to.replace("{}", &id));
    }
    for button in find_all(menu, "button") {
        let _ = button.set_attribute("value", &id);
        let end = match button.get_attribute("name").as_deref() {
            Some("up") => row.previous_element_sibling().is_none(),
            Some("down") => row.next_element_sibling().is_none(),
            _ => false,
        };
        if let Some(item) = button.parent_element() {
            let _ = item.toggle_attribute_with_force("hidden", end);
        }
    }
}
