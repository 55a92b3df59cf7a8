//! Coming in and leaving.

use leptos::prelude::*;

use crate::api::{Answer, ApiError};

/// A client types a code at the front door of a studio (S10). Right: a session and the overview. Wrong, switched off,
/// deleted, of another studio, or no such studio: one and the same answer (S12).
#[server(endpoint = "front_door")]
pub async fn enter(
    studio: String,
    code: String,
    #[server(default)] ticket: Option<String>,
    #[server(default)] solution: Option<String>,
    #[server(default)] companion: Option<String>,
) -> Result<(), ApiError> {
    use crate::ctx::{Beside, Ctx};
    let ctx = Ctx::current()?;
    ctx.enter_by_code(&studio, &code, &Beside { ticket, solution, companion }).await
}

/// A guest leaves: the session ends, on this device and on the server.
#[server(endpoint = "leave")]
pub async fn leave(studio: String) -> Answer {
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    ctx.end_guest_session().await?;
    ctx.go(&format!("/{}", Ctx::known_address(&studio)))
}
