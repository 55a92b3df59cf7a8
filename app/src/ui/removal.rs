//! What was done with photographs of a gallery, at the foot of its page: a removal can be taken back there.

use domain::access::Grant;
use leptos::prelude::*;

use crate::api::forms::moment_of;
use crate::api::{Answer, ApiError};
use crate::ctx::{AtDesk, Ctx};
use crate::ui::desk::Toast;
use crate::ui::posted::Posted;
use crate::ui::words::Words;

/// A removal that can be taken back, or what was done else.
pub async fn removal(ctx: &Ctx, at: &AtDesk, grant: &Grant, posted: &Posted, words: Words) -> Answer<Option<AnyView>> {
    let done = match posted.get("did") {
        Some("restored") => Some("photos-restored"),
        Some("cover") => Some("photos-cover-chosen"),
        _ => None,
    };
    if let Some(done) = done {
        return Ok(Some(view! { <Toast text=words.text(done) /> }.into_any()));
    }
    let Some(removed) = posted.get("removed") else {
        return Ok(None);
    };
    let removed_at = moment_of(removed).ok_or(ApiError::NotFound)?;
    let count = ctx.store().removed_photos(&at.desk, grant, removed_at).await?;
    let wait = posted.get("wait").and_then(|wait| wait.parse().ok());
    let wait = wait.filter(|wait| *wait > 0).map(|wait| words.count("photos-wait", wait));
    if count == 0 {
        return Ok(wait.map(|wait| view! { <Toast text=wait /> }.into_any()));
    }
    let undo = view! {
        <form method="post" action="/api/photos/restore">
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="gallery" value=grant.gallery().to_string() />
            <input type="hidden" name="removed" value=removed_at.timestamp_millis().to_string() />
            <button class="button">{words.text("undo")}</button>
        </form>
    };
    let text = [Some(words.count("photos-deleted", count)), wait].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(Some(view! { <Toast text>{undo}</Toast> }.into_any()))
}
