//! The end of a job (SECURITY section 4: retention). In one transaction its names, codes, confirmations and lists are gone, and
//! nothing of it is seen by anybody; its photographs are marked, and work deletes their objects and then their rows. What stays is
//! what the organisation knows anyhow, and numbers.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::PhotoJobId;
use domain::photo_job::erased_after_end;
use uuid::Uuid;

use crate::blobs::ErasureKind;
use crate::erasing::erase_at_once;
use crate::erasures::note_erasure;
use crate::{Desk, Error, Result, Store, db};

/// So many jobs that are over are listed.
const LISTED: i64 = 50;

/// What stays of a job that has ended.
#[derive(Clone, Debug)]
pub struct EndedJob {
    /// The id that it had.
    pub id: PhotoJobId,
    /// Its name.
    pub name: String,
    /// The organisation that it was for.
    pub organisation: String,
    /// The day of the shoot.
    pub shot_on: NaiveDate,
    /// When everything of it was deleted.
    pub ended_at: DateTime<Utc>,
    /// How many subjects it had.
    pub subjects: i64,
    /// How many photographs it had.
    pub photos: i64,
    /// How many confirmations were given.
    pub confirmations: i64,
}

/// A job whose end is near, or over.
#[derive(Clone, Debug)]
pub struct EndingJob {
    /// Its id.
    pub id: PhotoJobId,
    /// Its name.
    pub name: String,
    /// Its last day.
    pub ends_on: NaiveDate,
}

#[derive(sqlx::FromRow)]
struct EndedRow {
    id: Uuid,
    name: String,
    organisation: String,
    shot_on: NaiveDate,
    ended_at: DateTime<Utc>,
    subjects: i64,
    photos: i64,
    confirmations: i64,
}

/// Why a job ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Somebody wants it.
    Now,
    /// Its last day is over, if that is so.
    IfOver,
    /// It ended before, at that moment, and is on the deletion list.
    Again(DateTime<Utc>),
}

/// The numbers that stay of a job, with what it was called.
const NOTE: &str =
    "insert into ended_job (studio_id, id, name, organisation, shot_on, ended_at, subjects, photos, confirmations)
 select j.studio_id, j.id, j.name, j.organisation, j.shot_on, $3,
        (select count(*) from subject s where s.studio_id = j.studio_id and s.job_id = j.id and s.extra is null),
        (select count(*) from photo p join gallery g on g.studio_id = p.studio_id and g.id = p.gallery_id
          where g.studio_id = j.studio_id and g.job_id = j.id and p.deleted_at is null),
        (select count(*) from confirmation c where c.studio_id = j.studio_id and c.job_id = j.id)
 from photo_job j where j.studio_id = $1 and j.id = $2";

/// Everything that hangs on a job but its galleries and photographs, in this order. Search keys, confirmations and who is not on a
/// photograph go with the subject that they are of.
const FORGET: [&str; 12] = [
    "delete from session_grant where studio_id = $1 and (subject_id = $2
       or subject_id in (select id from subject where studio_id = $1 and job_id = $2))",
    "delete from access_code where studio_id = $1 and (subject_id = $2
       or subject_id in (select id from subject where studio_id = $1 and job_id = $2))",
    "delete from ended_code where studio_id = $1 and (subject_id = $2
       or subject_id in (select id from subject where studio_id = $1 and job_id = $2))",
    "delete from event where studio_id = $1 and (subject_id = $2
       or subject_id in (select id from subject where studio_id = $1 and job_id = $2))",
    "delete from guess_alert where studio_id = $1 and subject_id = $2",
    "delete from name_word where studio_id = $1 and (subject_id = $2
       or subject_id in (select id from subject where studio_id = $1 and job_id = $2))",
    "delete from name_word where studio_id = $1
       and subject_id in (select id from gallery where studio_id = $1 and job_id = $2)",
    "delete from photo_without where studio_id = $1
       and subject_id in (select id from subject where studio_id = $1 and job_id = $2)",
    "delete from confirmation where studio_id = $1 and job_id = $2",
    "delete from subject where studio_id = $1 and job_id = $2",
    "delete from job_group where studio_id = $1 and job_id = $2",
    "delete from photo_job where studio_id = $1 and id = $2",
];

impl Store {
    /// Deletes a job now, with everything of it. Nothing brings it back.
    pub async fn delete_photo_job(&self, desk: &Desk, job: PhotoJobId, now: DateTime<Utc>) -> Result<()> {
        let ended = self.end_job(desk.studio().uuid(), job.uuid(), End::Now, now).await?;
        self.list_erasures_soon(now).await;
        if ended { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Ends the jobs that are over since half a day. Answers how many.
    pub async fn end_jobs(&self, now: DateTime<Utc>) -> Result<usize> {
        let over: Vec<(Uuid, Uuid)> = db::read!(&self.db, c => {
            sqlx::query_as("select studio_id, id from photo_job where ends_on < $1 order by ends_on, id")
                .bind(now.date_naive())
                .fetch_all(c)
                .await
        })?;
        let mut ended = 0;
        for (studio, job) in over {
            // One that fails is tried again at the next round, and holds up no other.
            match self.end_job(studio, job, End::IfOver, now).await {
                Ok(done) => ended += usize::from(done),
                Err(error) => tracing::error!(%error, "a photo job could not be ended"),
            }
        }
        Ok(ended)
    }

    /// Answers whether it was there and, [`End::IfOver`], whether it was over; else nothing is done.
    pub(super) async fn end_job(&self, studio: Uuid, job: Uuid, end: End, now: DateTime<Utc>) -> Result<bool> {
        let ended = db::write!(&self.db, tx => {
            // Held until the end: whoever gives it a later last day, or adds somebody, comes before or finds nothing.
            let ends_on: Option<NaiveDate> = sqlx::query_scalar(
                "update photo_job set state = state where studio_id = $1 and id = $2 returning ends_on",
            )
            .bind(studio)
            .bind(job)
            .fetch_optional(&mut *tx)
            .await?;
            if ends_on.is_none_or(|ends_on| end == End::IfOver && now < erased_after_end(ends_on)) {
                return Ok(false);
            }
            // Before the photographs: what arrives meanwhile finds no gallery, and what came just before is seen below. Those of
            // subjects are called by their first names.
            sqlx::query(
                "update gallery set name = '', cover_id = null, deletion_id = null, deleted_at = coalesce(deleted_at, $3)
                 where studio_id = $1 and job_id = $2",
            )
            .bind(studio)
            .bind(job)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            let ended_at = if let End::Again(then) = end { then } else { now };
            sqlx::query(NOTE).bind(studio).bind(job).bind(ended_at).execute(&mut *tx).await?;
            for forget in FORGET {
                sqlx::query(forget).bind(studio).bind(job).execute(&mut *tx).await?;
            }
            erase_at_once!(
                tx,
                "gallery_id in (select id from gallery where studio_id = $1 and job_id = $2)",
                studio,
                job,
                now
            );
            if !matches!(end, End::Again(_)) {
                note_erasure!(tx, (ErasureKind::Job, false, Vec::new()), studio, job, job, now);
            }
            Ok(true)
        });
        Ok(ended)
    }

    /// What stays of the studio's jobs that have ended, the latest first.
    pub async fn ended_jobs(&self, desk: &Desk) -> Result<Vec<EndedJob>> {
        let rows: Vec<EndedRow> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select id, name, organisation, shot_on, ended_at, subjects, photos, confirmations from ended_job
                 where studio_id = $1 order by ended_at desc, id limit $2",
            )
            .bind(desk.studio().uuid())
            .bind(LISTED)
            .fetch_all(c)
            .await
        })?;
        Ok(rows.into_iter().map(EndedRow::job).collect())
    }

    /// The jobs whose last day is not after `until`, the nearest first.
    pub async fn ending_jobs(&self, desk: &Desk, until: NaiveDate) -> Result<Vec<EndingJob>> {
        let rows: Vec<(Uuid, String, NaiveDate)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select id, name, ends_on from photo_job
                 where studio_id = $1 and ends_on <= $2 and deleted_at is null order by ends_on, id limit $3",
            )
            .bind(desk.studio().uuid())
            .bind(until)
            .bind(LISTED)
            .fetch_all(c)
            .await
        })?;
        let ending = |(id, name, ends_on)| EndingJob { id: PhotoJobId::from_uuid(id), name, ends_on };
        Ok(rows.into_iter().map(ending).collect())
    }

    /// How many photographs of a job there are, and how many confirmations were given: what ends with it.
    pub async fn job_loss(&self, desk: &Desk, job: PhotoJobId) -> Result<(i64, i64)> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_as(
                "select (select count(*) from photo p join gallery g on g.studio_id = p.studio_id and g.id = p.gallery_id
                          where g.studio_id = $1 and g.job_id = $2 and p.deleted_at is null),
                        (select count(*) from confirmation c where c.studio_id = $1 and c.job_id = $2)",
            )
            .bind(desk.studio().uuid())
            .bind(job.uuid())
            .fetch_one(c)
            .await
        })?)
    }
}

impl EndedRow {
    fn job(self) -> EndedJob {
        EndedJob {
            id: PhotoJobId::from_uuid(self.id),
            name: self.name,
            organisation: self.organisation,
            shot_on: self.shot_on,
            ended_at: self.ended_at,
            subjects: self.subjects,
            photos: self.photos,
            confirmations: self.confirmations,
        }
    }
}
