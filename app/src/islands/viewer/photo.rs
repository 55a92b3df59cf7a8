//! A photograph as `photos/around` describes it, and its element.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::islands::dom::find_all;

#[wasm_bindgen]
extern "C" {
    /// The answer of `photos/around` (`crate::api::photos::Around`).
    pub type Around;
    #[wasm_bindgen(method, getter)]
    pub fn previous(this: &Around) -> Option<Shown>;
    #[wasm_bindgen(method, getter)]
    pub fn next(this: &Around) -> Option<Shown>;

    /// A photograph in it (`crate::api::photos::Shown`).
    pub type Shown;
    #[wasm_bindgen(method, getter)]
    pub fn id(this: &Shown) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn href(this: &Shown) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn back(this: &Shown) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn label(this: &Shown) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn small(this: &Shown) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn srcset(this: &Shown) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn sizes(this: &Shown) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn width(this: &Shown) -> u32;
    #[wasm_bindgen(method, getter)]
    pub fn height(this: &Shown) -> u32;
    #[wasm_bindgen(method, getter)]
    pub fn ratio(this: &Shown) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn colour(this: &Shown) -> String;
}

/// The element of a photograph, made from another one's. Its images load at once, shown or not.
pub fn build(pattern: &Element, shown: &Shown) -> Option<HtmlElement> {
    let photo: HtmlElement = pattern.clone_node_with_deep(true).ok()?.unchecked_into();
    let (width, height) = (shown.width().to_string(), shown.height().to_string());
    let images = find_all(&photo, "img");
    for image in &images {
        image.set_attribute("width", &width).ok()?;
        image.set_attribute("height", &height).ok()?;
    }
    let [small, large] = images.as_slice() else {
        return None;
    };
    small.set_attribute("src", &shown.small()).ok()?;
    large.remove_attribute("src").ok()?;
    large.set_attribute("sizes", &shown.sizes()).ok()?;
    large.set_attribute("srcset", &shown.srcset()).ok()?;
    large.set_attribute("alt", &shown.label()).ok()?;
    let style = photo.style();
    style.set_property("--r", &shown.ratio()).ok()?;
    style.set_property("--w", &[width.as_str(), "px"].concat()).ok()?;
    style.set_property("background", &shown.colour()).ok()?;
    Some(photo)
}
