//! What members ask for about photo jobs.

use domain::access::Grant;
use domain::code::Code;
use domain::ids::{GalleryId, PhotoJobId, RosterDraftId, SubjectId};
use store::JobCode;

use super::{AtDesk, Ctx};
use crate::api::problems::taken;
use crate::api::{Answer, ApiError, Field, Problem};

impl Ctx {
    /// The member's proof for a gallery of a job, its id as a form or an address spells it.
    pub async fn job_grant(&self, at: &AtDesk, gallery: &str) -> Answer<Grant> {
        let gallery: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        Ok(self.store().job_grant(&at.desk, gallery).await?)
    }

    /// The member's proof for a gallery that photographs are brought into or taken from: one of a tree or of a job.
    pub async fn photos_grant(&self, at: &AtDesk, gallery: &str) -> Answer<Grant> {
        match self.desk_grant(at, gallery).await {
            Err(ApiError::NotFound) => self.job_grant(at, gallery).await,
            grant => grant,
        }
    }

    /// The studio's own page of the photographs of a gallery, one of a tree or of a job, with what is said of it there.
    pub async fn photos_page(&self, at: &AtDesk, grant: &Grant, said: &str) -> Answer<String> {
        let gallery = grant.gallery();
        Ok(match self.store().job_of_gallery(&at.desk, grant).await? {
            Some(job) => at.path(&format!("/jobs/{job}/photos?of={gallery}&{said}")),
            None => at.path(&format!("/galleries/{gallery}?{said}")),
        })
    }

    /// Gives a job a code that was typed. It is not shown for that: with it all codes of the job would be, and nobody gave the
    /// password.
    pub async fn set_job_code(&self, at: &AtDesk, job: PhotoJobId, which: JobCode, typed: &str) -> Answer {
        let problem = ApiError::field(Field::Code);
        let code = Code::parse(typed).map_err(|found| problem(found.into()))?;
        let it = self.store().photo_job(&at.desk, job).await?.job;
        let names = [at.studio.name.as_str(), at.studio.address.as_str(), &it.name, &it.organisation];
        if names.iter().any(|name| code.contains_name(name)) || code.is_obvious(&names) {
            return Err(problem(Problem::TooCommon));
        }
        let set = self.store().set_job_code(&at.desk, job, which, &code, self.now()).await;
        set.map_err(|error| taken(error, Field::Code))?;
        self.go(&at.path(&format!("/jobs/{job}/access?did=coded")))
    }
}

/// The id of a job, as a form or an address spells it.
pub fn job_id(text: &str) -> Answer<PhotoJobId> {
    text.parse().map_err(|_| ApiError::NotFound)
}

/// The id of a subject, as a form or an address spells it.
pub fn subject_id(text: &str) -> Answer<SubjectId> {
    text.parse().map_err(|_| ApiError::NotFound)
}

/// The id of a list that waits to be imported, as a form or an address spells it.
pub fn draft_id(text: &str) -> Answer<RosterDraftId> {
    text.parse().map_err(|_| ApiError::NotFound)
}
