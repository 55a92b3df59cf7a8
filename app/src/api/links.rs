//! Links to a gallery (S16).

use leptos::prelude::*;

use crate::api::Answer;

/// Makes a link: open or secure, for somebody, until a day or without an end.
#[server(endpoint = "links/create")]
pub async fn create_link(
    studio: String,
    gallery: String,
    kind: String,
    label: String,
    #[server(default)] until: Option<String>,
) -> Answer {
    use crate::api::forms::read_link;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    let new = read_link(&kind, &label, &until.unwrap_or_default(), ctx.today())?;
    ctx.store().create_link(&at.desk, &grant, &new, ctx.now()).await?;
    ctx.go(&at.path(&format!("/galleries/{}/links?did=made", grant.gallery())))
}

/// Ends a link, for those who have followed it too.
#[server(endpoint = "links/revoke")]
pub async fn revoke_link(studio: String, gallery: String, link: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    let link = link.parse().map_err(|_| ApiError::NotFound)?;
    ctx.store().revoke_link(&at.desk, link, ctx.now()).await?;
    ctx.go(&at.path(&format!("/galleries/{}/links?did=revoked", grant.gallery())))
}
