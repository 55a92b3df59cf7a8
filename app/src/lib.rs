//! The pages of Passepartout: rendered on the server (`ssr`), woken island by island in the browser (`hydrate`).

// A page is one type, as deep as its elements lie in each other.
#![recursion_limit = "512"]
// `#[component]`, `#[island]` and `#[server]` make a public struct of the parameters. What a parameter means stands at the
// parameter where its name does not say it.
// A server function's parameters are its form's fields; a page is as long as what stands on it.
#![allow(clippy::too_many_arguments, clippy::too_many_lines, reason = "forms and pages are flat lists")]
#![allow(missing_docs, reason = "fields of generated structs; checked for everything else by hand")]

#[cfg(any(feature = "ssr", feature = "studio"))]
pub mod api;
#[cfg(feature = "ssr")]
pub mod ctx;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod ui;

#[cfg(feature = "ssr")]
pub use routes::{App, Lost};

/// Makes the browser ready for islands; `islands/start.js` calls it once, before it wakes the first of them.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    // A visitor's islands are woken by hand (`islands::woken`): their bundle holds no framework.
    #[cfg(feature = "studio")]
    leptos::mount::hydrate_islands();
}
