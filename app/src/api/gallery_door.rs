//! The locked door of a gallery.

use leptos::prelude::*;

use crate::api::Answer;

/// A visitor types the password of the gallery whose locked door they stand before (S17). It opens that gallery and no
/// other; typed anywhere else it opens nothing (S19).
#[server(endpoint = "gallery/unlock")]
pub async fn unlock(
    studio: String,
    gallery: String,
    password: String,
    #[server(default)] ticket: Option<String>,
    #[server(default)] solution: Option<String>,
) -> Answer {
    use crate::ctx::{Beside, Ctx};
    let ctx = Ctx::current()?;
    ctx.unlock(&studio, &gallery, &password, &Beside { ticket, solution, companion: None }).await
}
