//! Folders that come with an upload.

use leptos::prelude::*;

use crate::api::ApiError;

/// The gallery that a folder becomes: the one of that name in another, made last in it if there is none yet (S70).
/// Answers its id. In a photo job a folder is nothing: its photographs come into the gallery that they were dropped on.
#[server(endpoint = "galleries/folder")]
pub async fn gallery_of_folder(studio: String, parent: String, name: String) -> Result<String, ApiError> {
    use crate::api::{Field, problems::at as bad};
    use crate::ctx::Ctx;
    use domain::gallery::GalleryName;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::SortPhotographs).await?;
    let parent = match ctx.desk_grant(&at, &parent).await {
        Err(ApiError::NotFound) => return Ok(ctx.job_grant(&at, &parent).await?.gallery().to_string()),
        parent => parent?,
    };
    let name = GalleryName::parse(&name).map_err(bad(Field::Name))?;
    let gallery = ctx.store().gallery_of_folder(&at.desk, &parent, &name, ctx.now()).await?;
    Ok(gallery.to_string())
}
