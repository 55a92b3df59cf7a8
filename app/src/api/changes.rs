//! Changes of who sees what that wait for their member (S31).

use leptos::prelude::*;

use crate::api::Answer;

/// Does what was proposed, if it still changes what was shown under `digest`.
#[server(endpoint = "changes/confirm")]
pub async fn confirm_change(studio: String, change: String, digest: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::Ctx;
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::KeepAccount).await?;
    let id = change.parse().map_err(|_| ApiError::NotFound)?;
    let done = ctx.store().confirm_change(&at.desk, id, &digest, ctx.now()).await?;
    ctx.go_on_from(&at, &done).await
}

/// Takes back what was done. Asks first if others changed something in between, so that this would change more or less.
#[server(endpoint = "changes/undo")]
pub async fn undo_change(studio: String, change: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::Ctx;
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::KeepAccount).await?;
    let id = change.parse().map_err(|_| ApiError::NotFound)?;
    at.must(ctx.store().applied_change(&at.desk, id, ctx.now()).await?.undo.act())?;
    let undone = ctx.store().undo_change(&at.desk, id, ctx.now()).await?;
    ctx.go_on_with(&at, &undone).await
}
