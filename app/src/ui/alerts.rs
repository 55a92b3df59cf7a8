//! What a studio is told of people who guess, in plain words (SECURITY section 3, "Alerts").

use chrono::TimeDelta;
use fluent_bundle::FluentValue;
use leptos::prelude::*;
use store::{GalleryRowInTree, Guessed};

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::ui::words::Words;

/// A notice of what was guessed at in the last hour; nothing where little was. `galleries` give the names.
pub async fn guesses(ctx: &Ctx, at: &AtDesk, galleries: &[GalleryRowInTree], words: Words) -> Answer<Option<AnyView>> {
    let alerts = ctx.store().guess_alerts(&at.desk, ctx.now() - TimeDelta::hours(1)).await?;
    if alerts.is_empty() {
        return Ok(None);
    }
    let lines = alerts.into_iter().filter_map(|alert| {
        let count = ("count", FluentValue::from(alert.failures));
        let told = match alert.what {
            Guessed::Codes => words.with("guessed-codes", &[count]),
            Guessed::Password(id) => {
                // Deleted since: nothing to protect.
                let name = galleries.iter().find(|gallery| gallery.id == id)?.name.clone();
                words.with("guessed-password", &[count, ("name", name.into())])
            }
        };
        Some(view! { <p>{told}</p> })
    });
    let lines = lines.collect_view();
    let view = view! {
        <section class="notice guesses" aria-labelledby="guesses">
            <h2 id="guesses">{words.text("guessed-title")}</h2>
            {lines}
            <p>{words.text("guessed-calm")}</p>
        </section>
    };
    Ok(Some(view.into_any()))
}
