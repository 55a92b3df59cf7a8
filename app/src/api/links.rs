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

/// Says anew who a link is for and when it ends; its address stays.
#[server(endpoint = "links/change")]
pub async fn change_link(
    studio: String,
    gallery: String,
    link: String,
    label: String,
    #[server(default)] until: Option<String>,
) -> Answer {
    use crate::api::ApiError;
    use crate::api::forms::read_link_terms;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let grant = ctx.desk_grant(&at, &gallery).await?;
    let link = link.parse().map_err(|_| ApiError::NotFound)?;
    let (label, expires_at) = read_link_terms(&label, &until.unwrap_or_default(), ctx.today())?;
    ctx.store().change_link(&at.desk, &grant, link, label.as_str(), expires_at, ctx.now()).await?;
    ctx.go(&at.path(&format!("/galleries/{}/links?did=saved", grant.gallery())))
}

/// Ends a link, for those who have followed it too; asks first where somebody would notice (S31).
#[server(endpoint = "links/revoke")]
pub async fn revoke_link(studio: String, gallery: String, link: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::Ctx;
    use domain::access::Change;
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::LetIn).await?;
    ctx.desk_grant(&at, &gallery).await?;
    let link = link.parse().map_err(|_| ApiError::NotFound)?;
    ctx.propose(&at, Change::RevokeLink { link }).await
}
