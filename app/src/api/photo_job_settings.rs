//! What becomes of a photo job: its settings (S40), how far its staff code reaches (S41 to S43), and its end (S63).

use leptos::prelude::*;

use crate::api::Answer;

/// Saves a job's name, organisation, day and last day.
#[server(endpoint = "jobs/change")]
pub async fn change_job(
    studio: String,
    job: String,
    name: String,
    organisation: String,
    date: String,
    ends: String,
) -> Answer {
    use crate::api::forms::{JobForm, last_day_of_job};
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&job)?).await?.job;
    let details = JobForm { name, organisation, date }.read();
    let (details, ends_on) = last_day_of_job(details, &ends, job.ends_on, ctx.today())?;
    ctx.store().change_photo_job(&at.desk, job.id, &details, ends_on).await?;
    ctx.go(&at.path(&format!("/jobs/{}/settings?did=saved", job.id)))
}

/// Says how far the staff code of a job reaches: one group or all, until when, protected people, files.
#[server(endpoint = "jobs/staff_terms")]
pub async fn set_staff_terms(
    studio: String,
    job: String,
    #[server(default)] group: Option<String>,
    #[server(default)] until: Option<String>,
    #[server(default)] protected: Option<String>,
    #[server(default)] downloads: Option<String>,
) -> Answer {
    use crate::api::forms::StaffTermsForm;
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&job)?).await?.job.id;
    let typed = StaffTermsForm {
        group: group.unwrap_or_default(),
        until: until.unwrap_or_default(),
        protected: protected.is_some(),
        downloads: downloads.is_some(),
    };
    ctx.store().set_staff_terms(&at.desk, job, typed.read(ctx.today())?).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/access?did=saved")))
}

/// Deletes a job with everything of it, now and for good: its name is typed once more, and the member's password (SECURITY
/// sections 4 and 5).
#[server(endpoint = "jobs/delete")]
pub async fn delete_job(studio: String, job: String, again: String, password: String) -> Answer {
    use crate::api::{ApiError, Field, Problem};
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&job)?).await?.job;
    let is_meant = domain::photo_job::JobName::parse(&again).is_ok_and(|again| again.as_str() == job.name);
    if !is_meant {
        return Err(ApiError::field(Field::Again)(Problem::Wrong));
    }
    ctx.confirm_password(&at.member, &password).await?;
    ctx.store().delete_photo_job(&at.desk, job.id, ctx.now()).await?;
    ctx.go(&at.path("/jobs?did=deleted"))
}
