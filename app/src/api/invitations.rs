//! What whoever holds a link of ours may do: use an invitation, choose a new password.

use leptos::prelude::*;

use crate::api::Answer;

/// Somebody new uses an invitation, with a name and a password.
#[server(endpoint = "invitations/join")]
pub async fn join(token: String, name: String, password: String) -> Answer {
    crate::ctx::Ctx::current()?.join_as_new(&token, &name, &password).await
}

/// Somebody who has an account uses an invitation: signed in already, or with e-mail and password.
#[server(endpoint = "invitations/accept")]
pub async fn accept(
    token: String,
    #[server(default)] email: Option<String>,
    #[server(default)] password: Option<String>,
) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    match (email, password) {
        (Some(email), Some(password)) => ctx.join_by_password(&token, &email, &password).await,
        _ => ctx.join(&token).await,
    }
}

/// Sets a new password in the place of a forgotten one.
#[server(endpoint = "password/reset")]
pub async fn reset_password(token: String, password: String) -> Answer {
    crate::ctx::Ctx::current()?.reset_password(&token, &password).await
}
