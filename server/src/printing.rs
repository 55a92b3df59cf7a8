//! `GET /studio/{studio}/jobs/{job}/cards.pdf`: the access cards of a photo job (S61). It holds every subject's code, so it
//! opens as the codes do: for whoever lets people in, for ten minutes after the password was given.

use std::collections::{BTreeSet, HashMap};

use app::api::{Answer, ApiError};
use app::ctx::{AtDesk, Ctx, House, job_id};
use app::pages::first_run::host;
use app::ui::words::Words;
use axum::extract::{Path, Query, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::photo_job::EXTRA_CARDS;
use domain::studio::{Act, Language};
use http::header;
use serde::Deserialize;

use crate::cards::{Card, CardWords, Job, Paper, Sheet, cards_pdf};
use crate::status;

/// How the cards are to be, as the form says it. What it does not know is left at the usual.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    per_page: Option<u8>,
    paper: Option<String>,
    large: Option<String>,
    /// The second language.
    also: Option<String>,
    /// The numbers of extra cards, with dots between them.
    extra: Option<String>,
    /// Nobody's cards but those.
    only: Option<String>,
}

/// Answers with the PDF; whoever may not read the codes now is led to where the password is asked.
pub async fn cards(
    State(house): State<House>,
    Path((studio, job)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    match printed(house, &parts, (&studio, &job), &wanted).await {
        Ok(Printed::Pdf(pdf)) => {
            let headers = [
                (header::CONTENT_TYPE, "application/pdf"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"cards.pdf\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, pdf).into_response()
        }
        Ok(Printed::AskFirst(path)) => Redirect::to(&path).into_response(),
        Err(ApiError::SignIn) => Redirect::to("/sign-in").into_response(),
        Err(error) => status::of(&error).into_response(),
    }
}

enum Printed {
    Pdf(Vec<u8>),
    AskFirst(String),
}

async fn printed(house: House, parts: &http::request::Parts, of: (&str, &str), wanted: &Wanted) -> Answer<Printed> {
    let ctx = Ctx::of(house, parts)?;
    let at = ctx.at_desk(of.0, Act::LetIn).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(of.1)?).await?.job;
    if !ctx.store().may_read_job_codes(&at.desk, ctx.member_session()?, job.id, ctx.now()).await? {
        return Ok(Printed::AskFirst(at.path(&format!("/jobs/{}/access", job.id))));
    }
    let mut cards = if wanted.only.is_some() { Vec::new() } else { all(&ctx, &at, job.id).await? };
    cards.extend(extra(&ctx, &at, job.id, wanted.extra.as_deref().unwrap_or_default()).await?);
    if cards.is_empty() {
        return Ok(Printed::AskFirst(at.path(&format!("/jobs/{}/access", job.id))));
    }
    let first = at.studio.language;
    let second = wanted.also.as_deref().and_then(Language::parse).filter(|second| *second != first);
    let words = [Some(first), second].into_iter().flatten().map(|language| sentences(language, job.ends_on)).collect();
    let shared = Job {
        studio: at.studio.name.to_string(),
        organisation: job.organisation,
        date: Words::of(first).date(job.shot_on),
        address: format!("{}{}", host(ctx.public_url()), at.studio.address),
        words,
    };
    let sheet = Sheet {
        per_page: wanted.per_page.unwrap_or(4),
        paper: if wanted.paper.as_deref() == Some("letter") { Paper::Letter } else { Paper::A4 },
        large_print: wanted.large.is_some(),
        crop_marks: true,
    };
    let made = tokio::task::spawn_blocking(move || cards_pdf(&cards, &shared, &sheet)).await;
    match made {
        Ok(Ok(pdf)) => Ok(Printed::Pdf(pdf)),
        Ok(Err(error)) => {
            tracing::error!(%error, "cards could not be made");
            Err(ApiError::Failed)
        }
        Err(_) => Err(ApiError::Failed),
    }
}

/// A card for each subject that has a code, by group and name.
async fn all(ctx: &Ctx, at: &AtDesk, job: domain::ids::PhotoJobId) -> Answer<Vec<Card>> {
    let store = ctx.store();
    let groups = store.groups(&at.desk, job).await?;
    let place: HashMap<_, _> =
        groups.iter().enumerate().map(|(place, group)| (group.id, (place, &group.name))).collect();
    let codes = store.subject_codes(&at.desk, job).await?;
    let codes: HashMap<_, _> = codes.into_iter().map(|code| (code.subject, code.code.display())).collect();
    let mut subjects = store.subjects(&at.desk, job).await?;
    // They come by name; the order within a group stays.
    subjects.sort_by_key(|subject| {
        subject.group.and_then(|group| place.get(&group)).map_or(usize::MAX, |(place, _)| *place)
    });
    let card = |subject: store::Subject| {
        let code = codes.get(&subject.id)?.clone();
        let group = subject.group.and_then(|group| place.get(&group)).map(|(_, name)| (*name).clone());
        let link = ctx.code_link(at, &code);
        Some(Card { name: Some(subject.name()), group: group.unwrap_or_default(), code, link })
    };
    Ok(subjects.into_iter().filter_map(card).collect())
}

/// The extra cards of these numbers, as far as they were made for a sheet and nobody has used them: each with its number and a line
/// to write a name on.
async fn extra(ctx: &Ctx, at: &AtDesk, job: domain::ids::PhotoJobId, numbers: &str) -> Answer<Vec<Card>> {
    let numbers: BTreeSet<i64> = numbers.split('.').filter_map(|number| number.parse().ok()).collect();
    let words = Words::of(at.studio.language);
    let codes = ctx.store().subject_codes(&at.desk, job).await?;
    let codes: HashMap<_, _> = codes.into_iter().map(|code| (code.subject, code.code.display())).collect();
    let all = ctx.store().extra_cards(&at.desk, job).await?.into_iter();
    let unused = all.filter(|card| card.printed_at.is_some() && !card.used && numbers.contains(&card.number));
    let card = |extra: store::ExtraCard| {
        let code = codes.get(&extra.subject.id)?.clone();
        let link = ctx.code_link(at, &code);
        let group = words.with("extra-card", &[("number", extra.number.into())]);
        Some(Card { name: None, group, code, link })
    };
    Ok(unused.take(EXTRA_CARDS).filter_map(card).collect())
}

/// What a card says in a language.
fn sentences(language: Language, ends_on: chrono::NaiveDate) -> CardWords {
    let words = Words::of(language);
    CardWords {
        language: language.as_str().to_owned(),
        title: words.text("card-title"),
        scan: words.text("card-scan"),
        keep: words.text("card-keep"),
        until: Some(words.with("card-until", &[("date", words.date(ends_on).into())])),
    }
}
