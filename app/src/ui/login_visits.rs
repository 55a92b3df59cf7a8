//! The visits that a client login let in, on its page.

use domain::ids::ClientLoginId;
use leptos::prelude::*;

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::ui::times;
use crate::ui::words::Words;

/// More visits than these are counted, not listed.
const LISTED: usize = 10;

/// Who is here by this login, and the button that ends it.
pub async fn login_visits(ctx: &Ctx, at: &AtDesk, login: ClientLoginId, words: Words) -> Answer<AnyView> {
    let visits = ctx.store().open_visits(&at.desk, login, ctx.now()).await?;
    if visits.is_empty() {
        return Ok(view! { <p class="facts">{words.text("visits-none")}</p> }.into_any());
    }
    let more = visits.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| words.count("and-more", more.try_into().unwrap_or_default()));
    let rows = visits.into_iter().take(LISTED).map(|visit| {
        let times = [
            ("since", times::ago(visit.since, ctx.now(), words).into()),
            ("seen", times::ago(visit.seen, ctx.now(), words).into()),
        ];
        view! { <li>{words.with("visits-row", &times)}</li> }
    });
    Ok(view! {
        <div class="stack">
            <ul class="visits">{rows.collect_view()} {more.map(|more| view! { <li>{more}</li> })}</ul>
            <form method="post" action="/api/logins/end_visits">
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                <button class="button quiet" name="login" value=login.to_string()>{words.text("visits-end")}</button>
            </form>
            <p class="hint">{words.text("visits-end-hint")}</p>
        </div>
    }
    .into_any())
}
