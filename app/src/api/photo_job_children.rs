//! What a studio does about one child of a photo job: who is on a photograph of a group (S63), consent that is withdrawn, a copy
//! of everything, and erasure (SECURITY section 4).

use leptos::prelude::*;

use crate::api::Answer;

/// Says who of those that were shown is on a photograph of their group. `on` are those that were ticked, `was` is what the form
/// was filled in on: an old page may not undo what a colleague has said meanwhile.
#[server(endpoint = "jobs/who_is_on")]
pub async fn say_who_is_on(
    studio: String,
    job: String,
    photo: String,
    was: String,
    shown: Vec<String>,
    #[server(default)] on: Option<Vec<String>>,
) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::{Ctx, job_id, subject_id};
    use std::collections::BTreeSet;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = job_id(&job)?;
    let photo = photo.parse().map_err(|_| ApiError::NotFound)?;
    let shown = shown.iter().map(|id| subject_id(id)).collect::<Answer<Vec<_>>>()?;
    let on = on.unwrap_or_default().iter().map(|id| subject_id(id)).collect::<Answer<BTreeSet<_>>>()?;
    ctx.store().say_who_is_on(&at.desk, job, photo, &shown, &on, &was).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/on/{photo}?did=saved")))
}

/// Says that a member has looked at photographs of a gallery, and nobody who was erased is on them: until then nobody is shown
/// them (S63). `seen` is the latest moment since when the page said that one of them waits.
#[server(endpoint = "jobs/looked_at")]
pub async fn looked_at(
    studio: String,
    back: String,
    gallery: String,
    seen: String,
    #[server(default)] photos: Option<Vec<String>>,
) -> Answer {
    use crate::api::ApiError;
    use crate::api::forms::{moment_of, photo_ids};
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&back)?).await?.job.id;
    let photos = photo_ids(&photos.unwrap_or_default())?;
    let grant = ctx.job_grant(&at, &gallery).await?;
    let seen = moment_of(&seen).ok_or(ApiError::NotFound)?;
    ctx.store().looked_at(&at.desk, &grant, &photos, seen).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/photos?of={}&did=looked", grant.gallery())))
}

/// Records that the consent to show somebody was withdrawn: out of everything at once, and their own photographs are erased
/// within a day.
#[server(endpoint = "jobs/withdraw")]
pub async fn withdraw_consent(studio: String, subject: String) -> Answer {
    use crate::ctx::{Ctx, subject_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let (subject, job) = ctx.store().subject(&at.desk, subject_id(&subject)?).await?;
    ctx.store().withdraw_consent(&at.desk, subject.id, ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/subjects/{}?did=withdrawn", subject.id)))
}

/// Erases somebody with everything of theirs, after the member's password was given again. `group_photos` says what becomes of
/// photographs of the group that they may be on.
#[server(endpoint = "jobs/erase_subject")]
pub async fn erase_subject(studio: String, subject: String, group_photos: String, password: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::{Ctx, subject_id};
    use domain::photo_job::GroupPhotos;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let (subject, job) = ctx.store().subject(&at.desk, subject_id(&subject)?).await?;
    let group_photos = GroupPhotos::parse(&group_photos).ok_or(ApiError::NotFound)?;
    ctx.confirm_password(&at.member, &password).await?;
    ctx.store().erase_subject(&at.desk, subject.id, group_photos, ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}?did=erased")))
}

/// Draws another code for somebody whose card was lost or stolen, after the member's password was given again: the one before
/// opens nothing any more.
#[server(endpoint = "jobs/renew_code")]
pub async fn renew_code(studio: String, subject: String, password: String) -> Answer {
    use crate::ctx::{Ctx, subject_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let (subject, job) = ctx.store().subject(&at.desk, subject_id(&subject)?).await?;
    ctx.confirm_password(&at.member, &password).await?;
    ctx.store().renew_subject_code(&at.desk, subject.id).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/subjects/{}?did=renewed", subject.id)))
}

/// Leads to a copy of everything that is kept about somebody, after the member's password was given again.
#[server(endpoint = "jobs/copy_subject")]
pub async fn copy_subject(studio: String, subject: String, password: String) -> Answer {
    use crate::ctx::{Ctx, subject_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let (subject, job) = ctx.store().subject(&at.desk, subject_id(&subject)?).await?;
    ctx.confirm_password(&at.member, &password).await?;
    ctx.store().allow_job_codes(&at.desk, ctx.member_session()?, job, ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/subjects/{}/copy.zip", subject.id)))
}
