//! What a studio is told of people who guess, in plain words (SECURITY section 3, "Alerts").
//!
//! Each member is told on the studio's first page of what was since they last looked at it, however long ago that is, and of the
//! last day in any case; on the pages of a photo job it stands for two weeks, whoever has read it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::PhotoJobId;
use domain::studio::Act;
use fluent_bundle::FluentValue;
use leptos::prelude::*;
use store::{GuessAlert, Guessed};

use crate::api::{Answer, ApiError};
use crate::ctx::{AtDesk, Ctx};
use crate::ui::times;
use crate::ui::words::Words;

/// More than these are counted, not told one by one.
const TOLD: usize = 6;
/// So long what was guessed is told of.
const KEPT: TimeDelta = TimeDelta::days(14);
/// So long it stays on the first page for those too who have seen it there.
const AGAIN: TimeDelta = TimeDelta::days(1);
/// What ended less than this ago is still going on.
const LATELY: TimeDelta = TimeDelta::hours(1);

/// A notice of what was guessed at since the member last looked, which was `before`; nothing where little was.
pub async fn guesses(ctx: &Ctx, at: &AtDesk, before: Option<DateTime<Utc>>, words: Words) -> Answer<Option<AnyView>> {
    let now = ctx.now();
    let unseen = before.map_or(now - KEPT, |before| before.min(now - AGAIN));
    let mut alerts = ctx.store().guess_alerts(&at.desk, now - KEPT).await?;
    alerts.retain(|alert| alert.until > unseen);
    notice(ctx, at, &alerts, true, words).await
}

/// The same of one photo job for two weeks, where somebody sees to it; on its page of codes (`doors`) of the front door too, where
/// its codes are typed.
pub async fn guesses_at_job(
    ctx: &Ctx,
    at: &AtDesk,
    job: PhotoJobId,
    doors: bool,
    words: Words,
) -> Answer<Option<AnyView>> {
    let mut alerts = ctx.store().guess_alerts(&at.desk, ctx.now() - KEPT).await?;
    alerts.retain(|alert| match alert.what {
        Guessed::Names(of) | Guessed::Children(of) | Guessed::Crowd(of) => of == job,
        Guessed::Codes => doors,
        Guessed::Password(_) => false,
    });
    notice(ctx, at, &alerts, false, words).await
}

/// The notice. `leads`: each line about a photo job has the way to its codes.
async fn notice(ctx: &Ctx, at: &AtDesk, alerts: &[GuessAlert], leads: bool, words: Words) -> Answer<Option<AnyView>> {
    let mut lines = Vec::new();
    let mut more = 0;
    for alert in alerts {
        if lines.len() == TOLD {
            more += 1;
        } else if let Some(line) = line(ctx, at, alert, leads, words).await? {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        return Ok(None);
    }
    let going_on = |alert: &GuessAlert| alert.until > ctx.now() - LATELY;
    let title = if alerts.iter().any(going_on) { "guessed-title" } else { "guessed-title-before" };
    let slow = alerts.iter().any(|alert| going_on(alert) && alert.what == Guessed::Codes);
    let calm = slow.then(|| view! { <p>{words.text("guessed-calm")}</p> });
    let more = (more > 0).then(|| view! { <p>{words.count("and-more", more)}</p> });
    let stays = words.text(if leads { "guessed-stays" } else { "guessed-stays-here" });
    let view = view! {
        <section class="notice guesses" aria-labelledby="guesses">
            <h2 id="guesses">{words.text(title)}</h2>
            {lines}
            {more}
            {calm}
            <p class="facts">{stays}</p>
        </section>
    };
    Ok(Some(view.into_any()))
}

/// When, what and how often; nothing about what is gone since: there is nothing to protect any more.
async fn line(ctx: &Ctx, at: &AtDesk, alert: &GuessAlert, leads: bool, words: Words) -> Answer<Option<AnyView>> {
    let now = ctx.now();
    let lately = alert.from > now - LATELY - TimeDelta::minutes(10);
    let when = if lately { words.text("guessed-lately") } else { times::span(alert.from, alert.until.min(now), words) };
    let (when, count) = (("when", when.into()), ("count", FluentValue::from(alert.failures)));
    let told = match alert.what {
        Guessed::Codes => words.with("guessed-codes", &[when, count]),
        Guessed::Password(id) => match ctx.store().tree_line(&at.desk, id).await.map_err(ApiError::from) {
            Err(ApiError::NotFound) => return Ok(None),
            gallery => words.with("guessed-password", &[when, count, ("name", gallery?.name.into())]),
        },
        Guessed::Names(id) | Guessed::Children(id) | Guessed::Crowd(id) => {
            let key = match alert.what {
                Guessed::Names(_) => "guessed-names",
                Guessed::Crowd(_) => "guessed-crowd",
                _ => "guessed-children",
            };
            match ctx.store().photo_job(&at.desk, id).await.map_err(ApiError::from) {
                Err(ApiError::NotFound) => return Ok(None),
                job => words.with(key, &[when, count, ("name", job?.job.name.into())]),
            }
        }
    };
    let way = match alert.what {
        Guessed::Names(job) | Guessed::Children(job) | Guessed::Crowd(job) if leads && at.may(Act::LetIn) => {
            let to = at.path(&format!("/jobs/{job}/access"));
            Some(view! { " " <a href=to>{words.text("guessed-look")}</a> })
        }
        _ => None,
    };
    Ok(Some(view! { <p>{told} {way}</p> }.into_any()))
}
