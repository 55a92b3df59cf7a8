//! The document around every page: head, style, and the few lines that wake its islands.

use std::sync::Arc;

use leptos::{nonce::use_nonce, prelude::*};
use serde::Deserialize;

use crate::ui::words::Words;

/// The names of the built files, content hash included, as paths from the root; provided as context for every page.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SiteFiles {
    /// The display face, asked for early because the first line of a page is set in it.
    pub font: String,
    /// What a visitor's pages load.
    pub visitor: SideFiles,
    /// What a photographer's pages load.
    pub studio: SideFiles,
    /// What a visitor's forms load while their door is slow.
    #[serde(default)]
    pub puzzle: LateFiles,
}

/// What is loaded when it is needed: islands apart from those of their page.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct LateFiles {
    /// The module with the bindings.
    pub js: String,
    /// The islands themselves.
    pub wasm: String,
}

/// What the pages of one side load.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SideFiles {
    /// The style sheet.
    pub css: String,
    /// The module that starts the islands.
    pub js: String,
    /// The islands themselves.
    pub wasm: String,
}

/// For whom a page is: each side has its own style sheet and its own islands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Clients, guests, parents.
    Visitor,
    /// The photographer and the studio's members.
    Studio,
}

/// A whole document. Title and language come from the caller, who has them in the reader's language.
///
/// It stands in place of `leptos_meta`, whose title is not escaped in 0.8.7, and of `HydrationScripts` (SECURITY B53).
#[component]
pub fn Page(
    /// The text of the browser's tab.
    #[prop(into)]
    title: String,
    /// The words it is written in: they tell the language and the direction of writing.
    words: Words,
    /// The class of the body: which kind of page it is.
    class: &'static str,
    /// Style of this page alone: proportions, placeholder colours, a studio's accent. Made of numbers, never of what a person typed.
    #[prop(optional, into)]
    style: String,
    /// For whom it is.
    side: Side,
    /// Whether it holds islands; a page without them sends no script at all.
    #[prop(default = true)]
    islands: bool,
    /// The body.
    children: Children,
) -> impl IntoView {
    // Islands carry their own data; nothing else of the page is for the browser's WASM to know.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let files = use_context::<Arc<SiteFiles>>().unwrap_or_default();
    let ours = match side {
        Side::Visitor => &files.visitor,
        Side::Studio => &files.studio,
    };
    let style = (!style.is_empty()).then(|| view! { <style nonce=use_nonce() inner_html=style></style> });
    let script = islands.then(|| view! { <Wake js=ours.js.clone() wasm=ours.wasm.clone() /> });
    view! {
        <!DOCTYPE html>
        <html lang=words.tag() dir=words.direction()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                <link rel="stylesheet" href=ours.css.clone() />
                <link rel="preload" href=files.font.clone() r#as="font" r#type="font/woff2" crossorigin="anonymous" />
                <link rel="icon" href="/favicon.svg" />
                <meta name="robots" content="noindex, noimageindex" />
                {style}
            </head>
            <body class=class data-not-sent=islands.then(|| words.text("not-sent"))>
                {children()} {script}
            </body>
        </html>
    }
}

/// Loads the islands once the page and its first photographs are there, so that they never wait for a script.
#[component]
fn Wake(js: String, wasm: String) -> impl IntoView {
    let script =
        format!("addEventListener('load',()=>{{const w=fetch('{wasm}');import('{js}').then(m=>m.start(m,w))}})");
    view! { <script type="module" nonce=use_nonce()>{script}</script> }
}
