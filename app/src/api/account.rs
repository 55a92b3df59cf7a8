//! A member's own account.

use leptos::prelude::*;

use crate::api::Answer;

/// Saves the member's name and e-mail.
#[server(endpoint = "account/change")]
pub async fn change_account(studio: String, name: String, email: String, password: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::KeepAccount).await?;
    ctx.change_account(&at, &name, &email, &password).await?;
    ctx.go(&at.path("/settings/account?did=saved"))
}

/// Ends one of the member's other sessions.
#[server(endpoint = "account/end_session")]
pub async fn end_session(studio: String, session: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::KeepAccount).await?;
    ctx.store().end_open_session(at.member.id, &session).await?;
    ctx.go(&at.path("/settings/devices?did=ended"))
}

/// Ends every session of the member but this one.
#[server(endpoint = "account/end_others")]
pub async fn end_other_sessions(studio: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::KeepAccount).await?;
    ctx.store().end_other_sessions(at.member.id, ctx.member_session()?).await?;
    ctx.go(&at.path("/settings/devices?did=ended"))
}

/// Saves another password; every other session of the member ends.
#[server(endpoint = "account/password")]
pub async fn change_password(studio: String, password: String, new_password: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::KeepAccount).await?;
    ctx.change_password(&at, &password, &new_password).await?;
    ctx.go(&at.path("/settings/account?did=password"))
}
