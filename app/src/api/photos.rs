//! Photographs as visitors look at them.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::Answer;

/// Everything that is needed to show one photograph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Its id.
    pub id: String,
    /// Its own page.
    pub href: String,
    /// Its place on its gallery's page.
    pub back: String,
    /// "Photograph 3 of 48", in the visitor's language.
    pub label: String,
    /// The address of its small size, which the grid has shown already.
    pub small: String,
    /// Its larger sizes, each with its width (`srcset`).
    pub srcset: String,
    /// How wide it is shown (`sizes`).
    pub sizes: String,
    /// Pixels of its largest size.
    pub width: u32,
    /// Pixels of its largest size.
    pub height: u32,
    /// Width / height, as CSS writes it.
    pub ratio: String,
    /// Its average colour, as CSS writes it.
    pub colour: String,
}

/// A photograph and its neighbours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// The one before.
    pub previous: Option<Shown>,
    /// The one asked for.
    pub here: Shown,
    /// The one after.
    pub next: Option<Shown>,
}

/// What the viewer asks at each step. Whatever is hidden, gone or behind a password is not found (S8, S32). `eyes` are
/// those that a member looks through (S34).
#[server(endpoint = "photos/around")]
pub async fn look_around(
    studio: String,
    #[server(default)] eyes: Option<String>,
    gallery: String,
    photo: String,
) -> Answer<Around> {
    use crate::api::ApiError;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let here = gallery.parse().map_err(|_| ApiError::NotFound)?;
    let at = ctx.at_visit(&studio, eyes.as_deref(), Some(here)).await?;
    let grant = at.sight.sight.grant(here).map_err(|_| ApiError::NotFound)?;
    crate::ui::shown::around(&ctx, &at, &grant, &photo).await
}
