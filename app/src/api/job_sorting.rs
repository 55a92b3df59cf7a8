//! Photographs of a job find their subjects (S62).

use leptos::prelude::*;

use crate::api::Answer;

/// Hangs photographs of a job into the gallery of a subject or a group, or back among those that are not sorted. `next` is
/// the photograph that the page goes on with, `skip` how many come before those that it shows. Where somebody of a group is
/// protected or refused, only whoever decides that takes its photographs out of it (S63).
#[server(endpoint = "jobs/sort")]
pub async fn sort_photos(
    studio: String,
    from: String,
    to: String,
    back: String,
    #[server(default)] photos: Option<Vec<String>>,
    #[server(default)] next: Option<String>,
    #[server(default)] skip: Option<i64>,
) -> Answer {
    use crate::api::forms::{moment, photo_ids};
    use crate::api::{ApiError, Field, Problem};
    use crate::ctx::{Ctx, job_id};
    use domain::ids::PhotoId;
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::SortPhotographs).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&back)?).await?.job;
    let photos = photo_ids(&photos.unwrap_or_default())?;
    if to.is_empty() {
        return Err(ApiError::Field { field: Field::Subject, problem: Problem::Unchosen });
    }
    let (from, to) = (ctx.job_grant(&at, &from).await?, ctx.job_grant(&at, &to).await?);
    let sorted_at = moment(ctx.now());
    ctx.store().sort_photos(&at.desk, &from, &to, &photos, at.may(Act::LetIn), sorted_at).await?;
    let (from, to, sorted) = (from.gallery(), to.gallery(), sorted_at.timestamp_millis());
    let next = next.and_then(|next| next.parse::<PhotoId>().ok()).map(|next| format!("&at={next}"));
    let next = next.unwrap_or_default();
    let skip = skip.map(|skip| format!("&skip={skip}")).unwrap_or_default();
    ctx.go(&at.path(&format!("/jobs/{}/photos?of={from}&to={to}&sorted={sorted}{next}{skip}", job.id)))
}

/// Takes back what was sorted by hand at one moment: from where it hangs now to where it came from.
#[server(endpoint = "jobs/unsort")]
pub async fn unsort_photos(studio: String, from: String, to: String, back: String, sorted: String) -> Answer {
    use crate::api::ApiError;
    use crate::api::forms::moment_of;
    use crate::ctx::{Ctx, job_id};
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::SortPhotographs).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&back)?).await?.job.id;
    let (from, to) = (ctx.job_grant(&at, &from).await?, ctx.job_grant(&at, &to).await?);
    let sorted_at = moment_of(&sorted).ok_or(ApiError::NotFound)?;
    ctx.store().unsort_photos(&at.desk, &from, &to, sorted_at, at.may(Act::LetIn), ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/photos?of={}&did=unsorted", to.gallery())))
}

/// Sorts a job by its cards or by names of files, as it was shown under `digest`. By cards only for whoever has `looked`: a card
/// that no program noticed would be shown to the family of the child before, with the next child's name and code.
#[server(endpoint = "jobs/sort_by")]
pub async fn sort_by(
    studio: String,
    job: String,
    way: String,
    digest: String,
    #[server(default)] looked: Option<String>,
) -> Answer {
    use crate::api::{ApiError, Field, Problem};
    use crate::ctx::{Ctx, job_id};
    use domain::photo_job::sorting::Way;
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::SortPhotographs).await?;
    let job = job_id(&job)?;
    let way = Way::parse(&way).ok_or(ApiError::NotFound)?;
    if way == Way::Cards && looked.is_none() {
        return Err(ApiError::Field { field: Field::Looked, problem: Problem::Unticked });
    }
    let moved = ctx.store().sort_job(&at.desk, job, way, (&digest, at.may(Act::LetIn)), ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/photos?moved={moved}")))
}

/// Says that pictures are of one subject's card: `to` is the subject's gallery.
#[server(endpoint = "jobs/card")]
pub async fn tell_cards(
    studio: String,
    to: String,
    back: String,
    #[server(default)] photos: Option<Vec<String>>,
) -> Answer {
    use crate::api::forms::photo_ids;
    use crate::api::{ApiError, Field, Problem};
    use crate::ctx::{Ctx, job_id};
    use domain::studio::Act;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, Act::SortPhotographs).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&back)?).await?.job.id;
    let photos = photo_ids(&photos.unwrap_or_default())?;
    let unchosen = ApiError::Field { field: Field::Subject, problem: Problem::Unchosen };
    if to.is_empty() {
        return Err(unchosen);
    }
    let gallery = ctx.job_grant(&at, &to).await?.gallery();
    let listed = ctx.store().subjects(&at.desk, job).await?;
    let extra = ctx.store().extra_cards(&at.desk, job).await?;
    let all = listed.iter().chain(extra.iter().map(|card| &card.subject));
    if !all.into_iter().any(|subject| subject.gallery == gallery) {
        return Err(unchosen);
    }
    ctx.store().tell_cards(&at.desk, job, gallery, &photos, at.may(Act::LetIn), ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/photos?did=card")))
}

/// Says that pictures are photographs, and not of cards. Only for whoever may see codes: one may be legible on them.
#[server(endpoint = "jobs/no_card")]
pub async fn no_cards(studio: String, back: String, #[server(default)] photos: Option<Vec<String>>) -> Answer {
    use crate::api::forms::photo_ids;
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&back)?).await?.job.id;
    let photos = photo_ids(&photos.unwrap_or_default())?;
    ctx.store().no_cards(&at.desk, job, &photos).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/photos?did=no-card")))
}
