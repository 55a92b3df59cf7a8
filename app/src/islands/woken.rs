//! The marks that tell the browser which parts of a page to wake.
//!
//! A visitor's islands are woken by hand: the server renders plain HTML, and a function of the WASM module listens to it.
//! Nothing is rendered in the browser, so no framework travels there; a photographer's islands (`#[island]`) stand beside
//! them in the same page, and `start.js` wakes both kinds alike.

use std::sync::Arc;

use leptos::prelude::*;

use crate::shell::SiteFiles;

/// Wraps a `<form method="post">` so that nothing typed is ever lost.
///
/// Once awake it sends what the browser would send, and goes where the browser would go. If the form comes back with an
/// error, the sentences and marks of the new page move into the form that stands, and the fields keep what they hold.
/// Without scripts it is the form alone.
#[component]
pub fn Form(
    /// The form.
    children: Children,
) -> impl IntoView {
    view! { <leptos-island data-component="wake_form">{children()}</leptos-island> }
}

/// Wraps the field a code is typed into, with its line of help: see `code_field.rs`.
#[component]
pub fn CodeField(
    /// Label, field and line of help.
    children: Children,
) -> impl IntoView {
    view! { <leptos-island data-component="wake_code_field">{children()}</leptos-island> }
}

/// Wraps the field that finds a name in the lists of names of the page: see `name_filter.rs`. Without scripts it is not there.
#[component]
pub fn NameFilter(
    /// What is said when nothing is found.
    none: String,
    /// The field, and a line for what is said.
    children: Children,
) -> impl IntoView {
    view! { <leptos-island data-component="wake_name_filter" data-none=none hidden>{children()}</leptos-island> }
}

/// Wraps a photograph and the ways to its neighbours: see `viewer.rs`.
#[component]
pub fn Viewer(
    /// What to ask `photos/around` for, all but the photograph: `studio=a&gallery=b&photo=`.
    ask: String,
    /// The head with the way back, and the photograph.
    children: Children,
) -> impl IntoView {
    view! { <leptos-island data-component="wake_viewer" data-ask=ask>{children()}</leptos-island> }
}

/// Wraps the ticket of a form that may be slow: see `patience.rs`. It has a bundle of its own, which `start.js` loads when
/// the form is slow.
#[component]
pub fn Patience(
    /// The fields of the ticket and its solution, and a line that says that it takes a moment.
    children: Children,
) -> impl IntoView {
    let files = use_context::<Arc<SiteFiles>>().unwrap_or_default().puzzle.clone();
    view! {
        <leptos-island data-component="wake_patience" data-js=files.js data-wasm=files.wasm>{children()}</leptos-island>
    }
}
