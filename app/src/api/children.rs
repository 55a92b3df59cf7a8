//! A parent finds their own child (S47 to S55).

use leptos::prelude::*;

use crate::api::Answer;

/// A parent types a child's names and states that they may see its pictures (S52, S53). Found: the child's pictures. A name
/// that nobody has, a protected child, one whose consent is refused, a homonym without its class: one and the same answer (S54).
#[server(endpoint = "children/find")]
pub async fn find_child(
    studio: String,
    job: String,
    first_name: String,
    last_name: String,
    #[server(default)] group: Option<String>,
    #[server(default)] entitled: Option<String>,
) -> Answer {
    use crate::ctx::{Ctx, Sought, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_studio(&studio).await?;
    let sought = Sought { first_name, last_name, group: group.unwrap_or_default() };
    ctx.find_child(&at, job_id(&job)?, &sought, entitled.is_some()).await
}

/// A parent chose a child from the list and states that they may see its pictures (S48).
#[server(endpoint = "children/confirm")]
pub async fn confirm_child(studio: String, child: String, #[server(default)] entitled: Option<String>) -> Answer {
    use crate::ctx::{Ctx, subject_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_studio(&studio).await?;
    ctx.confirm_child(&at, subject_id(&child)?, entitled.is_some()).await
}
