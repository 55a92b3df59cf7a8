//! Finds galleries in a tree while one types: the others are hidden, with the way to what is found kept.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::dom::{document, find, find_all, listen};

/// A gallery's line in the tree.
struct Line {
    item: HtmlElement,
    name: String,
}

/// Wakes a `TreeFind`.
#[wasm_bindgen]
pub fn wake_tree_find(island: HtmlElement) {
    let (Some(input), Some(status)) = (find(&island, "input"), find(&island, "[role=status]")) else {
        return;
    };
    island.set_hidden(false);
    let input: HtmlInputElement = input.unchecked_into();
    let field = input.clone();
    let none = island.get_attribute("data-none");
    let lines = lines();
    // Enter asks the server where the field is part of a form of its own; in another form it must not send that one.
    if input.name().is_empty() {
        listen(&input, "keydown", |event| {
            let event: web_sys::KeyboardEvent = event.unchecked_into();
            if event.key() == "Enter" {
                event.prevent_default();
            }
        });
    }
    let look = move || {
        let found = show_found(&lines, &field.value());
        status.set_text_content(none.as_deref().filter(|_| !found));
    };
    // The browser may have filled it in already, on the way back. What the server found stays as it is.
    if input.name().is_empty() {
        look();
    }
    listen(&input, "input", move |_| look());
}

fn lines() -> Vec<Line> {
    let Some(page) = document().document_element() else {
        return Vec::new();
    };
    let line = |item: Element| {
        let row = find(&item, ".row")?;
        Some(Line { name: find(&row, ".name")?.text_content()?.to_lowercase(), item: item.unchecked_into() })
    };
    find_all(&page, ".tree li[data-gallery]").into_iter().filter_map(line).collect()
}

/// Shows what contains `typed`, and hides the rest; answers whether something was found.
fn show_found(lines: &[Line], typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    let mut found = false;
    for line in lines {
        line.item.set_hidden(!typed.is_empty());
    }
    for line in lines {
        if typed.is_empty() || !line.name.contains(&typed) {
            continue;
        }
        found = true;
        let mut at = Some(Element::from(line.item.clone()));
        while let Some(item) = at {
            let _ = item.remove_attribute("hidden");
            at = item.parent_element().and_then(|list| list.closest("li[data-gallery]").ok().flatten());
            if let Some(twist) = at.as_ref().and_then(|above| find(above, ":scope > .row > .twist")) {
                let _ = twist.set_attribute("open", "");
            }
        }
    }
    found || typed.is_empty()
}
