//! Photographs that were uploaded and are being prepared.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::ApiError;

/// How many photographs are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// Those that are being prepared.
    pub processing: u64,
    /// Those that cannot be shown.
    pub failed: u64,
    /// Those that can.
    pub ready: u64,
}

/// How far the photographs of a gallery and of all galleries in it are. The gallery's page asks while any is being
/// prepared.
#[server(endpoint = "photos/arrival")]
pub async fn ask_arrival(studio: String, gallery: String) -> Result<Arrival, ApiError> {
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::SortPhotographs).await?;
    let grant = ctx.photos_grant(&at, &gallery).await?;
    let photos = ctx.store().arrival(&at.desk, &grant).await?;
    Ok(Arrival { processing: photos.processing, failed: photos.failed, ready: photos.ready })
}
