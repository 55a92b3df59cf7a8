//! Groups of a job: classes mostly.

use chrono::{DateTime, Utc};
use domain::ids::{GalleryId, GroupId, PhotoJobId};
use domain::photo_job::GroupName;
use uuid::Uuid;

use crate::photo_order::sort_key;
use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

/// A group of a job.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// The gallery of its group photographs.
    pub gallery: GalleryId,
    /// Its name.
    pub name: String,
    /// How many subjects belong to it.
    pub subjects: i64,
    /// How many photographs of the group there are.
    pub photos: i64,
    /// How many of them are held back on behalf of somebody in the group (S63).
    pub held: i64,
}

/// Inside a transaction: a gallery of a job, which lies in no tree of the studio's. `parent` is the job's own gallery.
macro_rules! job_gallery {
    ($tx:ident, $studio:expr, $job:expr, $parent:expr, $name:expr, $now:expr) => {{
        let id = domain::ids::GalleryId::from_random($crate::secrets::random()).uuid();
        sqlx::query(
            "insert into gallery (studio_id, id, root_id, parent_id, position, name, created_at, job_id)
             values ($1, $2, $3, $4, 0, $5, $6, $7)",
        )
        .bind($studio)
        .bind(id)
        .bind($parent.unwrap_or(id))
        .bind($parent)
        .bind($name)
        .bind($now)
        .bind($job)
        .execute(&mut *$tx)
        .await?;
        id
    }};
}
pub(super) use job_gallery;

/// Inside a transaction: the job's own gallery; the job is held until the end, so that two who sort it do not meet.
macro_rules! hold_job {
    ($tx:ident, $studio:expr, $job:expr) => {{
        let gallery: Option<uuid::Uuid> = sqlx::query_scalar(
            "update photo_job set state = state where studio_id = $1 and id = $2 and deleted_at is null
             returning gallery_id",
        )
        .bind($studio)
        .bind($job)
        .fetch_optional(&mut *$tx)
        .await?;
        gallery.ok_or($crate::Error::NotFound)?
    }};
}
pub(super) use hold_job;

#[derive(sqlx::FromRow)]
struct GroupRow {
    id: Uuid,
    gallery_id: Uuid,
    name: String,
    subjects: i64,
    photos: i64,
    shown: i64,
}

impl Store {
    /// The groups of a job, as people order their names.
    pub async fn groups(&self, desk: &Desk, job: PhotoJobId) -> Result<Vec<Group>> {
        let rows: Vec<GroupRow> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select g.id, g.gallery_id, g.name,
                        (select count(*) from subject s where s.studio_id = g.studio_id and s.group_id = g.id) as subjects,
                        (select count(*) from photo p where p.studio_id = g.studio_id and p.gallery_id = g.gallery_id
                           and p.deleted_at is null and p.state = 'ready') as photos,
                        (select count(*) from shown_photo p where p.studio_id = g.studio_id
                           and p.gallery_id = g.gallery_id) as shown
                 from job_group g join photo_job j on j.studio_id = g.studio_id and j.id = g.job_id
                 where g.studio_id = $1 and g.job_id = $2 and j.deleted_at is null order by g.name_key, g.id",
            )
            .bind(desk.studio().uuid())
            .bind(job.uuid())
            .fetch_all(c)
            .await
        })?;
        let group = |row: GroupRow| Group {
            id: GroupId::from_uuid(row.id),
            gallery: GalleryId::from_uuid(row.gallery_id),
            name: row.name,
            subjects: row.subjects,
            photos: row.photos,
            held: row.photos - row.shown,
        };
        Ok(rows.into_iter().map(group).collect())
    }

    /// Makes a group.
    ///
    /// # Errors
    /// [`Error::Taken`] when the job has one of that name.
    pub async fn create_group(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        name: &GroupName,
        now: DateTime<Utc>,
    ) -> Result<GroupId> {
        let id = GroupId::from_random(random());
        let studio = desk.studio().uuid();
        db::write!(&self.db, tx => {
            let parent = hold_job!(tx, studio, job.uuid());
            let there: i64 = sqlx::query_scalar(
                "select count(*) from job_group where studio_id = $1 and job_id = $2 and name_key = $3",
            )
            .bind(studio)
            .bind(job.uuid())
            .bind(sort_key(name.as_str()))
            .fetch_one(&mut *tx)
            .await?;
            if there > 0 {
                return Err(Error::Taken("group"));
            }
            let gallery = job_gallery!(tx, studio, job.uuid(), Some(parent), name.as_str(), now);
            sqlx::query(
                "insert into job_group (studio_id, id, job_id, gallery_id, name, name_key)
                 values ($1, $2, $3, $4, $5, $6)",
            )
            .bind(studio)
            .bind(id.uuid())
            .bind(job.uuid())
            .bind(gallery)
            .bind(name.as_str())
            .bind(sort_key(name.as_str()))
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(id)
    }
}
