//! What a member does with the photographs of a gallery of a tree or of a photo job, once they are there.

use leptos::prelude::*;

use crate::api::Answer;

/// Removes photographs: gone for every visitor at once. It can be taken back. What a photo job has not read yet is put among the
/// unsorted instead, where no family sees it. If none was there, or all lie there already, it says so.
#[server(endpoint = "photos/delete")]
pub async fn delete_photos(studio: String, gallery: String, #[server(default)] photos: Vec<String>) -> Answer {
    use crate::api::forms::{moment, photo_ids};
    use crate::api::problems::at as of;
    use crate::api::{Field, Problem};
    use crate::ctx::Ctx;
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::SortPhotographs).await?;
    let grant = ctx.photos_grant(&at, &gallery).await?;
    let photos = photo_ids(&photos)?;
    let removed_at = moment(ctx.now());
    let gone = ctx.store().delete_photos(&at.desk, &grant, &photos, removed_at).await?;
    let wait = ctx.store().unsort_unread(&at.desk, &grant, &photos, at.may(Act::LetIn)).await?;
    if gone + wait == 0 {
        return Err(of(Field::Photos)(Problem::Unread));
    }
    let wait = if wait > 0 { format!("wait={wait}&") } else { String::new() };
    let done = format!("{wait}removed={}", removed_at.timestamp_millis());
    ctx.go(&ctx.photos_page(&at, &grant, &done).await?)
}

/// Brings back the photographs that were removed at one moment.
#[server(endpoint = "photos/restore")]
pub async fn restore_photos(studio: String, gallery: String, removed: String) -> Answer {
    use crate::api::ApiError;
    use crate::api::forms::moment_of;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::SortPhotographs).await?;
    let grant = ctx.photos_grant(&at, &gallery).await?;
    let removed_at = moment_of(&removed).ok_or(ApiError::NotFound)?;
    ctx.store().restore_removed(&at.desk, &grant, removed_at).await?;
    ctx.go(&ctx.photos_page(&at, &grant, "did=restored").await?)
}

/// Makes a photograph the cover of its gallery: the first of those that were chosen.
#[server(endpoint = "photos/cover")]
pub async fn choose_cover(studio: String, gallery: String, #[server(default)] photos: Vec<String>) -> Answer {
    use crate::api::forms::photo_ids;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::SortPhotographs).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    for photo in photo_ids(&photos)?.into_iter().take(1) {
        ctx.store().choose_cover(&at.desk, &grant, photo).await?;
    }
    ctx.go(&at.path(&format!("/galleries/{}?did=cover", grant.gallery())))
}
