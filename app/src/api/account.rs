//! A member's own account. `studio` is the studio on whose pages the form stands; without one it is the page that everybody
//! has who signs in.

use leptos::prelude::*;

use crate::api::Answer;

/// Saves the member's name and e-mail.
#[server(endpoint = "account/change")]
pub async fn change_account(
    #[server(default)] studio: Option<String>,
    name: String,
    email: String,
    password: String,
) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let own = ctx.own_account(studio.as_deref()).await?;
    ctx.change_account(&own.member, &name, &email, &password).await?;
    ctx.go(&format!("{}?did=saved", own.path("account")))
}

/// Ends one of the member's other sessions.
#[server(endpoint = "account/end_session")]
pub async fn end_session(#[server(default)] studio: Option<String>, session: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let own = ctx.own_account(studio.as_deref()).await?;
    ctx.store().end_open_session(own.member.id, &session).await?;
    ctx.go(&format!("{}?did=ended", own.path("devices")))
}

/// Ends every session of the member but this one.
#[server(endpoint = "account/end_others")]
pub async fn end_other_sessions(#[server(default)] studio: Option<String>) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let own = ctx.own_account(studio.as_deref()).await?;
    ctx.store().end_other_sessions(own.member.id, ctx.member_session()?).await?;
    ctx.go(&format!("{}?did=ended", own.path("devices")))
}

/// Saves another password; every other session of the member ends.
#[server(endpoint = "account/password")]
pub async fn change_password(
    #[server(default)] studio: Option<String>,
    password: String,
    new_password: String,
) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let own = ctx.own_account(studio.as_deref()).await?;
    ctx.change_password(&own.member, &password, &new_password).await?;
    ctx.go(&format!("{}?did=password", own.path("account")))
}
