//! What whoever opened the link of a letter may do: use an invitation, choose a new password. The secret end of the link is
//! in a cookie by then (`Ctx::open_invitation`, `Ctx::open_reset`).

use leptos::prelude::*;

use crate::api::Answer;

/// Somebody new uses an invitation to this studio, with a name and a password.
#[server(endpoint = "invitations/join")]
pub async fn join(studio: String, name: String, password: String) -> Answer {
    crate::ctx::Ctx::current()?.join_as_new(&studio, &name, &password).await
}

/// Somebody who has an account uses an invitation to this studio: signed in already, or with e-mail and password.
#[server(endpoint = "invitations/accept")]
pub async fn accept(
    studio: String,
    #[server(default)] email: Option<String>,
    #[server(default)] password: Option<String>,
) -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    match (email, password) {
        (Some(email), Some(password)) => ctx.join_by_password(&studio, &email, &password).await,
        _ => ctx.join(&studio).await,
    }
}

/// Sets a new password in the place of a forgotten one, for the member with this e-mail.
#[server(endpoint = "password/reset")]
pub async fn reset_password(email: String, password: String) -> Answer {
    crate::ctx::Ctx::current()?.reset_password(&email, &password).await
}
