//! Who stated when that they may see whom (S55), on the pages of a photo job and of one subject.

use domain::device::Device;
use domain::ids::{PhotoJobId, SubjectId};
use domain::studio::Language;
use leptos::prelude::*;
use store::{Confirmation, ConfirmationsPart};

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::ui::devices::device_name;
use crate::ui::posted::Posted;
use crate::ui::times;
use crate::ui::words::Words;

/// So many stand on one page.
const PART: i64 = 50;

/// The section about them: of the whole job, or of one subject of it.
pub async fn confirmations(
    ctx: &Ctx,
    at: &AtDesk,
    (job, subject): (PhotoJobId, Option<SubjectId>),
    posted: &Posted,
    words: Words,
) -> Answer<AnyView> {
    let skip = posted.get("skip").and_then(|skip| skip.parse().ok()).unwrap_or(0);
    let part = ctx.store().confirmations_part(&at.desk, job, subject, (skip, PART)).await?;
    let rows = part.confirmations.iter().map(|confirmation| {
        let name = subject.is_none().then(|| {
            let to = at.path(&format!("/jobs/{job}/subjects/{}", confirmation.subject));
            view! { <a class="name whole" href=to>{confirmation.name.clone()}</a> }
        });
        view! {
            <li>
                {name}
                <span class="facts">{times::moment(confirmation.at, words)}</span>
                <span class="facts">{how(confirmation, words)}</span>
            </li>
        }
    });
    let body = if part.confirmations.is_empty() {
        view! { <p class="facts">{words.text("confirmations-none")}</p> }.into_any()
    } else {
        view! { <ul class="list acted">{rows.collect_view()}</ul> }.into_any()
    };
    let (title, more) = match subject {
        None => ("confirmations", "confirmations-more"),
        Some(_) => ("confirmations-of-one", "confirmations-of-one-more"),
    };
    Ok(view! {
        <section aria-labelledby="s-confirmed">
            <header><h2 id="s-confirmed">{words.text(title)}</h2><p>{words.text(more)}</p></header>
            <div class="stack">{body} {ways(&part, words)}</div>
        </section>
    }
    .into_any())
}

/// In which language which version of the statement was read, and on what.
fn how(confirmation: &Confirmation, words: Words) -> String {
    let language = Language::parse(&confirmation.language).map(Language::name).unwrap_or_default();
    words.with(
        "confirmations-how",
        &[
            ("language", language.into()),
            // As text: no group of digits.
            ("version", confirmation.version.to_string().into()),
            ("device", device_name(Device::parse(&confirmation.device), words).into()),
        ],
    )
}

/// Which ones these are of how many, and the ways to those before and after; nothing where all are there.
fn ways(part: &ConfirmationsPart, words: Words) -> Option<AnyView> {
    if part.total <= PART {
        return None;
    }
    let shown = i64::try_from(part.confirmations.len()).unwrap_or_default();
    let (first, last) = (part.skipped + 1, part.skipped + shown);
    let counted = [("first", first.into()), ("last", last.into()), ("total", part.total.into())];
    let link = |skip: i64, word| {
        view! { <a class="button quiet" href=format!("?skip={skip}#s-confirmed")>{words.text(word)}</a> }
    };
    let later = (part.skipped > 0).then(|| link((part.skipped - PART).max(0), "confirmations-later"));
    let earlier = (last < part.total).then(|| link(part.skipped + PART, "confirmations-earlier"));
    let ways = view! {
        <nav class="acts parts" aria-label=words.text("confirmations-all")>
            <p class="facts">{words.with("confirmations-part", &counted)}</p>
            {later}
            {earlier}
        </nav>
    };
    Some(ways.into_any())
}
