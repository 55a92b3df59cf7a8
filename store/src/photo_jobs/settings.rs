//! What a studio changes of a job afterwards: its name, its days (S40), and how far the staff code reaches (S41 to S43).

use chrono::NaiveDate;
use domain::access::StaffTerms;
use domain::gallery::GalleryName;
use domain::ids::{GroupId, PhotoJobId};
use domain::photo_job::end_after_release;

use super::groups::hold_job;
use super::{JobDetails, PhotoJob};
use crate::names::{Named, index_name};
use crate::{Desk, Error, Result, Store, db};

impl Store {
    /// Saves a job's name, organisation, day and last day. What is shown of it follows from the next request on.
    pub async fn change_photo_job(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        new: &JobDetails,
        ends_on: NaiveDate,
    ) -> Result<()> {
        let studio = desk.studio().uuid();
        let name = GalleryName::parse(new.name.as_str()).map_err(|_| Error::Corrupt("name of a job"))?;
        db::write!(&self.db, tx => {
            let gallery = hold_job!(tx, studio, job.uuid());
            sqlx::query(
                "update photo_job set name = $3, organisation = $4, shot_on = $5, ends_on = $6
                 where studio_id = $1 and id = $2",
            )
            .bind(studio)
            .bind(job.uuid())
            .bind(new.name.as_str())
            .bind(new.organisation.as_str())
            .bind(new.shot_on)
            .bind(ends_on)
            .execute(&mut *tx)
            .await?;
            index_name!(tx, studio, Named::Job, job.uuid(), &new.found_by());
            sqlx::query("update gallery set name = $3 where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(gallery)
                .bind(name.as_str())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// A job was released on a day: unless somebody chose its end, it is kept for a year from then on.
    pub async fn keep_after_release(&self, desk: &Desk, job: &PhotoJob, released_on: NaiveDate) -> Result<()> {
        let later = end_after_release(job.shot_on, job.ends_on, released_on);
        db::write!(&self.db, tx => {
            // Somebody who chose another end meanwhile chose it.
            sqlx::query("update photo_job set ends_on = $3 where studio_id = $1 and id = $2 and ends_on = $4")
                .bind(desk.studio().uuid())
                .bind(job.id.uuid())
                .bind(later)
                .bind(job.ends_on)
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// Says how far the staff code of a job reaches. It holds from the next request on, in open visits too.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a group that is not one of the job's; then nothing is changed.
    pub async fn set_staff_terms(&self, desk: &Desk, job: PhotoJobId, terms: StaffTerms) -> Result<()> {
        let studio = desk.studio().uuid();
        db::write!(&self.db, tx => {
            hold_job!(tx, studio, job.uuid());
            if let Some(group) = terms.group {
                let there: i64 = sqlx::query_scalar(
                    "select count(*) from job_group where studio_id = $1 and job_id = $2 and id = $3",
                )
                .bind(studio)
                .bind(job.uuid())
                .bind(group.uuid())
                .fetch_one(&mut *tx)
                .await?;
                if there == 0 {
                    return Err(Error::NotFound);
                }
            }
            sqlx::query(
                "update photo_job set staff_group_id = $3, staff_until = $4, staff_protected = $5, staff_downloads = $6
                 where studio_id = $1 and id = $2",
            )
            .bind(studio)
            .bind(job.uuid())
            .bind(terms.group.map(GroupId::uuid))
            .bind(terms.until)
            .bind(terms.protected)
            .bind(terms.downloads)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }
}
