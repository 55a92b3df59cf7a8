//! What the studio's settings say about client logins; each asks first where somebody would notice (S31).

use leptos::prelude::*;

use crate::api::Answer;

/// Switches client logins on or off (S1).
#[server(endpoint = "studio/logins")]
pub async fn switch_client_logins(studio: String, on: String) -> Answer {
    use crate::ctx::Ctx;
    use domain::access::Change;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeStudio).await?;
    ctx.propose(&at, Change::ClientLogins { on: on == "yes" }).await
}

/// Chooses the access mode (S30).
#[server(endpoint = "studio/mode")]
pub async fn choose_mode(studio: String, mode: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::Ctx;
    use domain::access::{AccessMode, Change};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeStudio).await?;
    let mode = AccessMode::parse(&mode).ok_or(ApiError::NotFound)?;
    ctx.propose(&at, Change::Mode { mode }).await
}
