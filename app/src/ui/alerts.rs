//! What a studio is told of people who guess, in plain words (SECURITY section 3, "Alerts").

use chrono::TimeDelta;
use fluent_bundle::FluentValue;
use leptos::prelude::*;
use store::Guessed;

use crate::api::{Answer, ApiError};
use crate::ctx::{AtDesk, Ctx};
use crate::ui::words::Words;

/// More doors than these are not named.
const NAMED: usize = 6;

/// A notice of what was guessed at in the last hour; nothing where little was.
pub async fn guesses(ctx: &Ctx, at: &AtDesk, words: Words) -> Answer<Option<AnyView>> {
    let alerts = ctx.store().guess_alerts(&at.desk, ctx.now() - TimeDelta::hours(1)).await?;
    if alerts.is_empty() {
        return Ok(None);
    }
    let mut lines = Vec::new();
    for alert in alerts.into_iter().take(NAMED) {
        let count = ("count", FluentValue::from(alert.failures));
        let told = match alert.what {
            Guessed::Codes => words.with("guessed-codes", &[count]),
            Guessed::Password(id) => match ctx.store().tree_line(&at.desk, id).await.map_err(ApiError::from) {
                // Deleted since: nothing to protect.
                Err(ApiError::NotFound) => continue,
                gallery => words.with("guessed-password", &[count, ("name", gallery?.name.into())]),
            },
            Guessed::Names(id) | Guessed::Children(id) => {
                let key = if alert.what == Guessed::Names(id) { "guessed-names" } else { "guessed-children" };
                match ctx.store().photo_job(&at.desk, id).await.map_err(ApiError::from) {
                    Err(ApiError::NotFound) => continue,
                    job => words.with(key, &[count, ("name", job?.job.name.into())]),
                }
            }
        };
        lines.push(view! { <p>{told}</p> });
    }
    let view = view! {
        <section class="notice guesses" aria-labelledby="guesses">
            <h2 id="guesses">{words.text("guessed-title")}</h2>
            {lines}
            <p>{words.text("guessed-calm")}</p>
        </section>
    };
    Ok(Some(view.into_any()))
}
