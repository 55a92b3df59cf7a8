//! Photo jobs at the desk (S40 to S46, S57, S58).

use leptos::prelude::*;

use crate::api::Answer;

/// Makes a job, in planning (S40).
#[server(endpoint = "jobs/create")]
pub async fn create_job(studio: String, name: String, organisation: String, date: String) -> Answer {
    use crate::api::forms::JobForm;
    use crate::ctx::Ctx;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let new = JobForm { name, organisation, date }.read()?;
    let made = ctx.store().create_photo_job(&at.desk, &new, ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{made}")))
}

/// Takes a job to another state (S57).
#[server(endpoint = "jobs/state")]
pub async fn set_job_state(studio: String, job: String, state: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::{Ctx, job_id};
    use domain::photo_job::JobState;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = job_id(&job)?;
    let state = JobState::parse(&state).ok_or(ApiError::NotFound)?;
    let before = ctx.store().photo_job(&at.desk, job).await?.job;
    ctx.store().set_job_state(&at.desk, job, state).await?;
    if state == JobState::Published && before.state != state {
        ctx.store().keep_after_release(&at.desk, &before, ctx.today()).await?;
    }
    ctx.go(&at.path(&format!("/jobs/{job}?did={state}")))
}

/// Adds a group to a job.
#[server(endpoint = "jobs/add_group")]
pub async fn add_group(studio: String, job: String, group: String) -> Answer {
    use crate::api::Field;
    use crate::api::problems::{at as at_field, taken};
    use crate::ctx::{Ctx, job_id};
    use domain::photo_job::GroupName;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = job_id(&job)?;
    let name = GroupName::parse(&group).map_err(at_field(Field::Group))?;
    let made = ctx.store().create_group(&at.desk, job, &name, ctx.now()).await;
    made.map_err(|error| taken(error, Field::Group))?;
    ctx.go(&at.path(&format!("/jobs/{job}?did=group")))
}

/// Adds a subject to a job, with a code of its own (S58).
#[server(endpoint = "jobs/add_subject")]
pub async fn add_subject(
    studio: String,
    job: String,
    first_name: String,
    last_name: String,
    #[server(default)] group: Option<String>,
) -> Answer {
    use crate::api::forms::SubjectForm;
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = job_id(&job)?;
    let new = SubjectForm { first_name, last_name, group: group.unwrap_or_default() }.read()?;
    ctx.store().add_subjects(&at.desk, job, &[new], ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}?did=subject")))
}

/// Says whether a subject is protected, and what those who answer for it agree to (S63). `was` is what the form was filled in
/// on: an old page may not undo what a colleague has said meanwhile.
#[server(endpoint = "jobs/protect")]
pub async fn protect_subject(
    studio: String,
    subject: String,
    was: String,
    #[server(default)] protected: Option<String>,
    #[server(default)] consent: Option<String>,
    #[server(default)] group_consent: Option<String>,
) -> Answer {
    use crate::ctx::{Ctx, subject_id};
    use domain::photo_job::Consent;
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let subject = subject_id(&subject)?;
    let (_, job) = ctx.store().subject(&at.desk, subject).await?;
    let given = |ticked: Option<String>| if ticked.is_some() { Consent::Given } else { Consent::Refused };
    let (consent, group_consent) = (given(consent), given(group_consent));
    ctx.store().protect_subject(&at.desk, subject, protected.is_some(), consent, group_consent, &was).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/subjects/{subject}?did=saved")))
}

/// Shows the codes of a job for a while, after the member's password was given again.
#[server(endpoint = "jobs/reveal")]
pub async fn reveal_job_codes(studio: String, job: String, password: String) -> Answer {
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&job)?).await?.job.id;
    ctx.confirm_password(&at.member, &password).await?;
    ctx.store().allow_job_codes(&at.desk, ctx.member_session()?, job, ctx.now()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/access?did=revealed")))
}

/// Gives a job a staff code, or another one: what the old one let in ends (S41, S43).
#[server(endpoint = "jobs/staff_code")]
pub async fn set_staff_code(studio: String, job: String, code: String) -> Answer {
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    ctx.set_job_code(&at, job_id(&job)?, store::JobCode::Staff, &code).await
}

/// Gives a job a connection code (S44 to S46, S51): only where the operator allows it, where every subject has both names, and
/// if the studio says that it is agreed with the organisation.
#[server(endpoint = "jobs/connection_code")]
pub async fn set_connection_code(
    studio: String,
    job: String,
    code: String,
    #[server(default)] agreed: Option<String>,
    #[server(default)] finding: Option<String>,
) -> Answer {
    use crate::api::{ApiError, Field, Problem};
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = job_id(&job)?;
    let connection = ctx.store().connection(&at.desk, job).await?;
    if !connection.allowed || connection.nameless > 0 {
        return Err(ApiError::NotFound);
    }
    if agreed.is_none() {
        return Err(ApiError::Field { field: Field::Agreed, problem: Problem::Unticked });
    }
    let first = ctx.store().job_code(&at.desk, job, store::JobCode::Connection).await?.is_none();
    // The code first: if it is refused, nothing has changed, and nobody knows a new one yet. Another code changes no more than
    // that.
    ctx.set_job_code(&at, job, store::JobCode::Connection, &code).await?;
    if first {
        ctx.store().set_finding(&at.desk, job, finding.is_some()).await?;
    }
    Ok(())
}

/// By which way parents find their child, with the code that there is (S51): `finding` by its name, else in a list. Without a
/// code it is refused, and while the code may not be used (S44, S45).
#[server(endpoint = "jobs/finding")]
pub async fn set_finding(studio: String, job: String, #[server(default)] finding: Option<String>) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = job_id(&job)?;
    let connection = ctx.store().connection(&at.desk, job).await?;
    if !connection.allowed || connection.nameless > 0 {
        return Err(ApiError::NotFound);
    }
    ctx.store().job_code(&at.desk, job, store::JobCode::Connection).await?.ok_or(ApiError::NotFound)?;
    ctx.store().set_finding(&at.desk, job, finding.is_some()).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/access?did=saved")))
}

/// Names were guessed, and a member has looked: names alone find a child again (S64).
#[server(endpoint = "jobs/names_alone")]
pub async fn ask_for_names_alone(studio: String, job: String) -> Answer {
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = job_id(&job)?;
    ctx.ask_for_names_alone(&at, job).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/access?did=names_alone")))
}

/// Takes a code of a whole job away (S43, S51): `which` is `staff` or `connection`.
#[server(endpoint = "jobs/end_code")]
pub async fn end_job_code(studio: String, job: String, which: String) -> Answer {
    use crate::api::ApiError;
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = job_id(&job)?;
    let which = match which.as_str() {
        "staff" => store::JobCode::Staff,
        "connection" => store::JobCode::Connection,
        _ => return Err(ApiError::NotFound),
    };
    ctx.store().end_job_code(&at.desk, job, which).await?;
    ctx.go(&at.path(&format!("/jobs/{job}/access?did=ended")))
}
