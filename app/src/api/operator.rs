//! What whoever runs the installation may do on the operator's page (S45). The secret end of the link is in a cookie by then
//! (`Ctx::open_operator_link`).

use leptos::prelude::*;

use crate::api::Answer;

/// Uses the link that was opened, once: this browser is the operator's for some hours.
#[server(endpoint = "operator/enter")]
pub async fn enter_as_operator() -> Answer {
    crate::ctx::Ctx::current()?.enter_as_operator().await
}

/// The operator signs out: the session ends, in this browser and on the server.
#[server(endpoint = "operator/leave")]
pub async fn leave_as_operator() -> Answer {
    crate::ctx::Ctx::current()?.leave_as_operator().await
}

/// Allows the studio of that address its connection codes, `on`, or forbids them, `off`. `jobs` is how many jobs have such a code,
/// as it was shown: without that number the browser is led to where it is shown, and nothing is done.
#[server(endpoint = "operator/connection_codes")]
pub async fn switch_connection_codes(studio: String, switch: String, #[server(default)] jobs: Option<i64>) -> Answer {
    crate::ctx::Ctx::current()?.switch_connection_codes(&studio, &switch, jobs).await
}
