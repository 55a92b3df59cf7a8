//! Which galleries a client login holds (S7).

use leptos::prelude::*;

use crate::api::Answer;

/// Saves *Add/remove galleries*, after it was shown what that changes (S31): what is ticked now against what was ticked when
/// the page was opened, so that two members who edit at once do not undo each other. `draft` are ticks that were made on
/// other parts of a large tree; `shown` is the name of the difference that the page has shown already.
#[server(endpoint = "releases/change")]
pub async fn change_releases(
    studio: String,
    login: String,
    #[server(default)] was: String,
    #[server(default)] here: String,
    #[server(default)] galleries: Vec<String>,
    #[server(default)] draft: Option<String>,
    #[server(default)] shown: Option<String>,
) -> Answer {
    use crate::api::ApiError;
    use crate::api::forms::TicksForm;
    use crate::ctx::{Ctx, login_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = login_id(&login)?;
    ctx.store().client_login(&at.desk, login).await?;
    let draft = ctx.draft(&at, login, draft.as_deref()).await?;
    let change = TicksForm { was, here, galleries }.read(&draft)?.of(login);
    let asked = match shown.filter(|shown| !shown.is_empty()) {
        Some(shown) => ctx.propose_shown(&at, change, &shown).await,
        None => ctx.propose(&at, change).await,
    };
    asked.map_err(|error| match error {
        // Of the galleries that were ticked, one has gone since.
        ApiError::NotFound => ApiError::ChangedMeanwhile,
        error => error,
    })
}

/// Opens another part of a large tree, and keeps what was ticked on this one: nothing is saved yet. `to` says which part, as
/// the address of the page does; `find` is a name to look for. `did` goes along: what a page says of a login that was made a
/// moment ago stands on its other parts too.
#[server(endpoint = "releases/browse")]
pub async fn browse_releases(
    studio: String,
    login: String,
    #[server(default)] was: String,
    #[server(default)] here: String,
    #[server(default)] galleries: Vec<String>,
    #[server(default)] draft: Option<String>,
    #[server(default)] to: Option<String>,
    #[server(default)] find: Option<String>,
    #[server(default)] did: Option<String>,
) -> Answer {
    use crate::api::forms::{Ticks, TicksForm, part_of_tree};
    use crate::ctx::{Ctx, login_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = login_id(&login)?;
    let draft = ctx.draft(&at, login, draft.as_deref()).await?;
    let Ticks { add, remove } = TicksForm { was, here, galleries }.read(&draft)?;
    let kept = ctx.store().keep_ticks(&at.desk, login, add, remove, ctx.now()).await?;
    let part = part_of_tree(to.as_deref(), find.as_deref())?;
    let draft = kept.map(|kept| format!("draft={kept}")).unwrap_or_default();
    let did = did.filter(|did| did == "made").map(|did| format!("&did={did}")).unwrap_or_default();
    ctx.go(&at.path(&format!("/logins/{login}/galleries?{draft}{did}{part}")))
}
