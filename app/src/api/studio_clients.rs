//! How a studio lets in clients who come back.

use leptos::prelude::*;

use crate::api::Answer;

/// Saves the switch of client logins (S1) and the access mode (S30).
#[server(endpoint = "studio/clients")]
pub async fn change_client_access(
    studio: String,
    #[server(default)] client_logins: Option<String>,
    mode: String,
) -> Answer {
    use crate::api::forms::read_rules;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::ChangeStudio).await?;
    let rules = read_rules(client_logins.is_some(), &mode)?;
    ctx.store().change_rules(&at.desk, rules).await?;
    ctx.go(&at.path("/settings/clients?did=saved"))
}
