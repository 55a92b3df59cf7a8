//! Everything that is kept about one subject, to be handed out (GDPR Art. 15 and 20). Its code is not among it: it is a key, and
//! not information about anybody.

use bytes::Bytes;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::ids::{PhotoId, PhotoJobId, SubjectId};
use uuid::Uuid;

use super::{PhotoJob, Subject};
use crate::{BlobKey, Desk, Error, Result, Store, db};

/// A confirmation of one subject.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RecordedConfirmation {
    /// When it was given.
    pub at: DateTime<Utc>,
    /// The version of the text that was ticked.
    pub text_version: i64,
    /// The language it was read in.
    pub language: String,
    /// The family of browser and system.
    pub device: String,
}

/// A photograph in a subject's own gallery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPhoto {
    /// Its id.
    pub id: PhotoId,
    /// The name of the file.
    pub file_name: String,
    /// When it was taken, by the camera's own clock.
    pub taken_at: Option<NaiveDateTime>,
    /// When it was uploaded.
    pub uploaded_at: DateTime<Utc>,
}

/// Everything about a subject.
#[derive(Clone, Debug)]
pub struct SubjectRecord {
    /// The job.
    pub job: PhotoJob,
    /// Names, consent, and the gallery.
    pub subject: Subject,
    /// The name of its group.
    pub group: Option<String>,
    /// What the organisation calls it; may be empty.
    pub identifier: String,
    /// Other spellings that find it; may be empty.
    pub also_accept: String,
    /// The e-mail of a guardian; may be empty.
    pub email: String,
    /// Its day of birth.
    pub birth_date: Option<NaiveDate>,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// Who stated when that they may see it, the first first.
    pub confirmations: Vec<RecordedConfirmation>,
    /// Its own photographs, in their order.
    pub photos: Vec<OwnPhoto>,
    /// How many photographs of its group it may be on. They show others too.
    pub group_photos: i64,
}

#[derive(sqlx::FromRow)]
struct DetailsRow {
    name: Option<String>,
    identifier: String,
    also_accept: String,
    email: String,
    birth_date: Option<NaiveDate>,
    created_at: DateTime<Utc>,
}

impl Store {
    /// Everything that is kept about a subject of a job.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not one of the job's.
    pub async fn subject_record(&self, desk: &Desk, job: PhotoJobId, subject: SubjectId) -> Result<SubjectRecord> {
        let (found, of) = self.subject(desk, subject).await?;
        if of != job {
            return Err(Error::NotFound);
        }
        let studio = desk.studio().uuid();
        let details: DetailsRow = db::read!(&self.db, c => {
            sqlx::query_as(
                "select g.name, s.identifier, s.also_accept, s.email, s.birth_date, s.created_at
                 from subject s left join job_group g on g.studio_id = s.studio_id and g.id = s.group_id
                 where s.studio_id = $1 and s.id = $2",
            )
            .bind(studio)
            .bind(subject.uuid())
            .fetch_one(c)
            .await
        })?;
        let confirmations = db::read!(&self.db, c => {
            sqlx::query_as(
                "select at, text_version, language, device from confirmation
                 where studio_id = $1 and subject_id = $2 order by at, id",
            )
            .bind(studio)
            .bind(subject.uuid())
            .fetch_all(c)
            .await
        })?;
        let photos: Vec<(Uuid, String, Option<NaiveDateTime>, DateTime<Utc>)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select id, file_name, taken_at, created_at from photo
                 where studio_id = $1 and gallery_id = $2 and state = 'ready' and deleted_at is null
                 order by sort_key, id",
            )
            .bind(studio)
            .bind(found.gallery.uuid())
            .fetch_all(c)
            .await
        })?;
        let own = |(id, file_name, taken_at, uploaded_at)| OwnPhoto {
            id: PhotoId::from_uuid(id),
            file_name,
            taken_at,
            uploaded_at,
        };
        Ok(SubjectRecord {
            job: self.photo_job(desk, job).await?.job,
            group: details.name,
            identifier: details.identifier,
            also_accept: details.also_accept,
            email: details.email,
            birth_date: details.birth_date,
            created_at: details.created_at,
            confirmations,
            photos: photos.into_iter().map(own).collect(),
            group_photos: self.group_photos_with(desk, subject).await?,
            subject: found,
        })
    }

    /// The file of a photograph as it was uploaded, of a subject's own ones.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one that hangs elsewhere or is gone.
    pub async fn own_original(&self, desk: &Desk, subject: SubjectId, photo: PhotoId) -> Result<Bytes> {
        let there: bool = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select exists (select 1 from photo p
                   join subject s on s.studio_id = p.studio_id and s.gallery_id = p.gallery_id
                   where p.studio_id = $1 and p.id = $2 and s.id = $3
                     and p.state = 'ready' and p.deleted_at is null)",
            )
            .bind(desk.studio().uuid())
            .bind(photo.uuid())
            .bind(subject.uuid())
            .fetch_one(c)
            .await
        })?;
        if there { self.blobs.get(BlobKey::Original(desk.studio(), photo)).await } else { Err(Error::NotFound) }
    }
}
