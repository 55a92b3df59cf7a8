//! Which galleries a client login holds (S7).

use leptos::prelude::*;

use crate::api::Answer;

/// Saves *Add/remove galleries*, after it was shown what that changes (S31): what is ticked now against what was ticked when the page was opened, so that two
/// members who edit at once do not undo each other.
#[server(endpoint = "releases/change")]
pub async fn change_releases(
    studio: String,
    login: String,
    #[server(default)] was: String,
    #[server(default)] galleries: Vec<String>,
) -> Answer {
    use crate::api::ApiError;
    use crate::api::forms::{gallery_ids, release_change};
    use crate::ctx::{Ctx, login_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let login = login_id(&login)?;
    let was = gallery_ids(was.split_whitespace())?;
    let now = gallery_ids(galleries.iter().map(String::as_str))?;
    ctx.store().client_login(&at.desk, login).await?;
    let change = release_change(login, &was, &now);
    ctx.propose(&at, change).await.map_err(|error| match error {
        // Of the galleries that were ticked, one has gone since.
        ApiError::NotFound => ApiError::ChangedMeanwhile,
        error => error,
    })
}
