//! The language of the pages.
#![allow(clippy::unused_async, reason = "a server function is async by its nature")]

use leptos::prelude::*;

use crate::api::Answer;

/// Remembers which language a visitor wants (S77). The browser goes back to the page where it was asked; a language that
/// we do not speak changes nothing.
#[server(endpoint = "language")]
pub async fn choose_language(language: String) -> Answer {
    use crate::ctx::Ctx;
    use domain::studio::Language;
    if let Some(language) = Language::parse(&language) {
        Ctx::current()?.remember_language(language);
    }
    Ok(())
}
