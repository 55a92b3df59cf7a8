//! Lists that schools send (S60), once they were read: imported as they were shown, or forgotten. Their bytes come another way
//! (`server::rosters`).

use leptos::prelude::*;

use crate::api::Answer;

/// Imports a list into its job, if that still does what was shown under `digest`. Whoever was erased comes back if that is
/// ticked.
#[server(endpoint = "jobs/import_roster")]
pub async fn import_roster(
    studio: String,
    draft: String,
    digest: String,
    #[server(default)] back: Option<String>,
) -> Answer {
    use crate::ctx::{Ctx, draft_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let done = ctx.store().import_roster(&at.desk, draft_id(&draft)?, &digest, back.is_some(), ctx.now()).await?;
    let store::Imported { job, added, changed, unchanged, missing, ambiguous, erased } = done;
    let told =
        format!("new={added}&changed={changed}&same={unchanged}&kept={missing}&asked={ambiguous}&erased={erased}");
    ctx.go(&at.path(&format!("/jobs/{job}/roster?{told}")))
}

/// Notes who doubtful rows of a list are. Each choice is the row's line and, after a space, `new`, the id of a subject, or nothing
/// for a row that is left out. Nothing is imported yet: what it would do is shown again.
#[server(endpoint = "jobs/settle_roster")]
pub async fn settle_roster(studio: String, draft: String, #[server(default)] choices: Option<Vec<String>>) -> Answer {
    use crate::api::forms::settled_rows;
    use crate::ctx::{Ctx, draft_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let draft = draft_id(&draft)?;
    let said = settled_rows(&choices.unwrap_or_default())?;
    let job = ctx.store().settle_roster(&at.desk, draft, &said, ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/roster/{draft}?did=settled")))
}

/// Forgets a list that was not imported.
#[server(endpoint = "jobs/drop_roster")]
pub async fn drop_roster(studio: String, draft: String) -> Answer {
    use crate::ctx::{Ctx, draft_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = ctx.store().drop_roster(&at.desk, draft_id(&draft)?).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/roster")))
}
