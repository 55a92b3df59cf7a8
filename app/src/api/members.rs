//! Members come in and leave; the first of them sets the installation up.

use leptos::prelude::*;

use crate::api::Answer;

/// The first run: whoever holds the token from the terminal becomes the operator and owner of the first studio.
#[server(endpoint = "first_run")]
pub async fn open_first_studio(
    token: String,
    name: String,
    email: String,
    password: String,
    studio_name: String,
    address: String,
    language: String,
) -> Answer {
    use crate::ctx::{Ctx, Opening};
    let typed = Opening { token, name, email, password, studio_name, address, language };
    Ctx::current()?.open_first_studio(&typed).await
}

/// A member signs in with e-mail and password. A wrong password and an unknown e-mail are one and the same.
#[server(endpoint = "sign_in")]
pub async fn sign_in(email: String, password: String) -> Answer {
    crate::ctx::Ctx::current()?.sign_in(&email, &password).await
}

/// A member signs out: the session ends, on this device and on the server.
#[server(endpoint = "sign_out")]
pub async fn sign_out() -> Answer {
    let ctx = crate::ctx::Ctx::current()?;
    ctx.end_member_session().await?;
    ctx.go("/sign-in")
}
