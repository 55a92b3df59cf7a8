//! Shows at once how the studio's brand looks as it is typed and picked. Nothing of it is saved.

use domain::colour::{Colour, Shade, Shades};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::dom::{find, find_all, listen};

/// Wakes a `BrandSample`: the fields of the colour and the greeting, what is said of the colour, and the samples.
#[wasm_bindgen]
pub fn wake_brand_sample(island: Element) {
    let parts = (find(&island, "[name=accent]"), find(&island, "[name=picked]"), find(&island, "[name=greeting]"));
    let (Some(accent), Some(picked), Some(greeting)) = parts else {
        return;
    };
    let (accent, picked): (HtmlInputElement, HtmlInputElement) = (accent.unchecked_into(), picked.unchecked_into());
    // A text area has its value where a field has it.
    let greeting: HtmlInputElement = greeting.unchecked_into();

    let (page, typed, picker) = (island.clone(), accent.clone(), picked.clone());
    listen(&accent, "input", move |_| {
        let typed = typed.value();
        let colour = Colour::parse(&typed).ok();
        if let Some(colour) = colour {
            picker.set_value(&colour.to_string());
        }
        // Half a colour changes nothing yet.
        if colour.is_some() || typed.trim().is_empty() {
            show_colour(&page, colour);
        }
    });
    let (page, picker) = (island.clone(), picked.clone());
    listen(&picked, "input", move |_| {
        accent.set_value(&picker.value());
        show_colour(&page, Colour::parse(&picker.value()).ok());
    });
    let typed = greeting.clone();
    listen(&greeting, "input", move |_| {
        let text = typed.value();
        for line in find_all(&island, ".sample .greeting") {
            let _ = line.toggle_attribute_with_force("hidden", text.trim().is_empty());
            line.set_text_content(Some(text.trim()));
        }
        is_not_saved(&island);
    });
}

fn show_colour(island: &Element, colour: Option<Colour>) {
    let shades = colour.map_or(Shades::OURS, Colour::shades);
    for (sample, shade) in [(".sample.day", shades.light), (".sample.night", shades.dark)] {
        take_on(island, sample, shade);
    }
    if let Some(notice) = find(island, ".adjusted") {
        let words = match colour.map(|colour| (shades.light.accent == colour, shades.dark.accent == colour)) {
            None | Some((true, true)) => None,
            Some((false, true)) => island.get_attribute("data-day"),
            Some((true, false)) => island.get_attribute("data-night"),
            Some((false, false)) => island.get_attribute("data-both"),
        };
        notice.set_hidden(words.is_none());
        let words = words.unwrap_or_default();
        let words = words.replace("{day}", &shades.light.accent.to_string());
        notice.set_text_content(Some(&words.replace("{night}", &shades.dark.accent.to_string())));
    }
    is_not_saved(island);
}

fn take_on(island: &Element, sample: &str, shade: Shade) {
    if let Some(sample) = find(island, sample) {
        let style = sample.style();
        let _ = style.set_property("--accent", &shade.accent.to_string());
        let _ = style.set_property("--on-accent", &shade.on.to_string());
    }
}

/// The samples show what is typed from now on, no longer what is saved.
fn is_not_saved(island: &Element) {
    if let Some(line) = find(island, "[data-typed]") {
        line.set_text_content(line.get_attribute("data-typed").as_deref());
    }
}
