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

/// Saves another password; every other session of the member ends.
#[server(endpoint = "account/password")]
pub async fn change_password(studio: String, password: String, new_password: String) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::KeepAccount).await?;
    ctx.change_password(&at, &password, &new_password).await?;
    ctx.go(&at.path("/settings/account?did=password"))
}
