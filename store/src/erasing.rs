//! The end of what was deleted. For a month it can be taken back; then it is marked as gone for good, its objects are
//! deleted by work that can be repeated, and its rows go last: never a row without its object that somebody might ask for.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{PhotoId, StudioId, UploadId};
use domain::photo::Size;
use uuid::Uuid;

use crate::secrets::random;
use crate::work::end_work;
use crate::{BlobKey, Error, Lease, Result, Store, WorkKind, db};

/// How long what was deleted can be taken back.
pub(crate) const TAKEN_BACK: TimeDelta = TimeDelta::days(30);

/// Inside a transaction: photographs of photo jobs, `$which` says which of them by `$2`, are gone for good at once, those that
/// could be taken back too. Each comes with the work that erases it; the names of their files, which may be names of children, do
/// not wait for that, and neither do the uploads that they came by, which have them too. Needs the studio and the moment. Answers
/// how many.
macro_rules! erase_at_once {
    ($tx:ident, $which:expr, $studio:expr, $of:expr, $now:expr) => {{
        let gone = sqlx::query(concat!(
            "update photo set state = 'gone', file_name = '', sort_key = '', deleted_at = coalesce(deleted_at, $3)
             where studio_id = $1 and state <> 'gone' and ",
            $which
        ))
        .bind($studio)
        .bind($of)
        .bind($now)
        .execute(&mut *$tx)
        .await?;
        // No index tells them by their photographs: they are swept after two days, so a studio has few enough to look through.
        // Their parts went when they were finished; if a stop came in between, `store::leftovers` finds them.
        if gone.rows_affected() > 0 {
            sqlx::query(concat!(
                "delete from upload where studio_id = $1 and photo_id in (
                   select id from photo where studio_id = $1 and state = 'gone' and ",
                $which,
                ")"
            ))
            .bind($studio)
            .bind($of)
            .execute(&mut *$tx)
            .await?;
        }
        sqlx::query(concat!(
            "delete from work_item where kind = 'render' and subject_id in (
               select id from photo where studio_id = $1 and state = 'gone' and ",
            $which,
            ")"
        ))
        .bind($studio)
        .bind($of)
        .execute(&mut *$tx)
        .await?;
        // An item that is there already does the same.
        sqlx::query(concat!(
            "insert into work_item (id, studio_id, kind, subject_id, run_at)
             select id, studio_id, 'erase', id, $3 from photo where studio_id = $1 and state = 'gone' and ",
            $which,
            " on conflict do nothing"
        ))
        .bind($studio)
        .bind($of)
        .bind($now)
        .execute(&mut *$tx)
        .await?;
        gone.rows_affected()
    }};
}
pub(crate) use erase_at_once;

impl Store {
    /// Marks photographs that were deleted a month ago, themselves or with their gallery, as gone for good, each with the
    /// work that erases it; erasing that was given up is taken up again. Answers how many; a few hundred at most, so that
    /// other work has its turn in between.
    pub async fn begin_erasing(&self, now: DateTime<Utc>) -> Result<usize> {
        let limit = now - TAKEN_BACK;
        let gone: Vec<(Uuid, Uuid)> = db::write!(&self.db, tx => {
            // Without its deletion a gallery cannot be taken back.
            sqlx::query("update gallery set deletion_id = null where deleted_at <= $1 and deletion_id is not null")
                .bind(limit)
                .execute(&mut *tx)
                .await?;
            let mut gone: Vec<(Uuid, Uuid)> = sqlx::query_as(
                "update photo set state = 'gone' where deleted_at <= $1 and state <> 'gone' and id in (
                   select id from photo where deleted_at <= $1 and state <> 'gone' order by deleted_at limit 250
                 ) returning studio_id, id",
            )
            .bind(limit)
            .fetch_all(&mut *tx)
            .await?;
            let with_galleries: Vec<(Uuid, Uuid)> = sqlx::query_as(
                "update photo set state = 'gone', deleted_at = $2 where deleted_at is null and id in (
                   select p.id from gallery g join photo p on p.studio_id = g.studio_id and p.gallery_id = g.id
                   where g.deleted_at <= $1 and g.deletion_id is null and p.deleted_at is null limit 250
                 ) returning studio_id, id",
            )
            .bind(limit)
            .bind(now)
            .fetch_all(&mut *tx)
            .await?;
            gone.extend(with_galleries);
            for (studio, photo) in &gone {
                sqlx::query("delete from work_item where subject_id = $1 and kind = $2")
                    .bind(photo)
                    .bind(WorkKind::Render.as_str())
                    .execute(&mut *tx)
                    .await?;
                sqlx::query(
                    "insert into work_item (id, studio_id, kind, subject_id, run_at) values ($1, $2, $3, $4, $5)",
                )
                .bind(Uuid::from_bytes(random()))
                .bind(studio)
                .bind(WorkKind::Erase.as_str())
                .bind(photo)
                .bind(now)
                .execute(&mut *tx)
                .await?;
            }
            sqlx::query(
                "update work_item set state = 'waiting', attempts = 0, run_at = $1 where kind = $2 and state = 'dead'",
            )
            .bind(now)
            .bind(WorkKind::Erase.as_str())
            .execute(&mut *tx)
            .await?;
            Ok(gone)
        });
        Ok(gone.len())
    }

    /// Erases the photograph that the worker holds the lease for: its objects, then its row. Of a card whose picture is erased
    /// the row stays: see `photo_card`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the lease was lost meanwhile; whoever holds it now does all of it again.
    pub async fn erase_photo(&self, lease: &Lease) -> Result<()> {
        let photo = PhotoId::from_uuid(lease.subject);
        let alive: i64 = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select count(*) from photo p where p.studio_id = $1 and p.id = $2 and p.state <> 'gone'
                   and (p.state <> 'card' or not exists (select 1 from photo_card c
                     where c.studio_id = p.studio_id and c.photo_id = p.id and c.erased_at is not null))",
            )
                .bind(lease.studio.uuid())
                .bind(lease.subject)
                .fetch_one(c)
                .await
        })?;
        if alive > 0 {
            return Err(Error::Corrupt("a photograph that is not gone was to be erased"));
        }
        for size in Size::ALL {
            self.blobs.delete(BlobKey::Sized(lease.studio, photo, *size)).await?;
        }
        self.blobs.delete(BlobKey::Original(lease.studio, photo)).await?;
        db::write!(&self.db, tx => {
            end_work!(tx, lease);
            sqlx::query("update gallery set cover_id = null where studio_id = $1 and cover_id = $2")
                .bind(lease.studio.uuid())
                .bind(lease.subject)
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from photo where studio_id = $1 and id = $2 and state = 'gone'")
                .bind(lease.studio.uuid())
                .bind(lease.subject)
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// Drops galleries that were deleted a month ago and are empty by now, with their releases, links and uploads; those of photo
    /// jobs, which nobody can take back, at once. Answers how many; the lowest of a tree first, so that whoever calls it goes on until none is left.
    pub async fn drop_galleries(&self, now: DateTime<Utc>) -> Result<usize> {
        let limit = now - TAKEN_BACK;
        let (dropped, uploads) = db::write!(&self.db, tx => {
            let empty: Vec<(Uuid, Uuid)> = sqlx::query_as(
                "select g.studio_id, g.id from gallery g
                 where g.deleted_at is not null and (g.deleted_at <= $1 or g.job_id is not null) and g.deletion_id is null
                   and not exists (select 1 from photo p where p.studio_id = g.studio_id and p.gallery_id = g.id)
                   and not exists (select 1 from gallery c where c.studio_id = g.studio_id and c.parent_id = g.id)
                 order by g.deleted_at limit 100",
            )
            .bind(limit)
            .fetch_all(&mut *tx)
            .await?;
            let mut uploads: Vec<(Uuid, Uuid, i64)> = Vec::new();
            for (studio, gallery) in &empty {
                for dependent in DEPENDENTS {
                    sqlx::query(dependent).bind(studio).bind(gallery).execute(&mut *tx).await?;
                }
                let ended: Vec<(Uuid, i64)> = sqlx::query_as(
                    "delete from upload where studio_id = $1 and gallery_id = $2 returning id, bytes",
                )
                .bind(studio)
                .bind(gallery)
                .fetch_all(&mut *tx)
                .await?;
                uploads.extend(ended.into_iter().map(|(upload, bytes)| (*studio, upload, bytes)));
                sqlx::query("delete from name_word where studio_id = $1 and subject_id = $2")
                    .bind(studio)
                    .bind(gallery)
                    .execute(&mut *tx)
                    .await?;
                sqlx::query("delete from gallery where studio_id = $1 and id = $2")
                    .bind(studio)
                    .bind(gallery)
                    .execute(&mut *tx)
                    .await?;
            }
            Ok((empty.len(), uploads))
        });
        for (studio, upload, bytes) in uploads {
            self.delete_parts(StudioId::from_uuid(studio), UploadId::from_uuid(upload), bytes).await?;
        }
        Ok(dropped)
    }
}

/// What hangs on a gallery and goes with it.
const DEPENDENTS: [&str; 5] = [
    "delete from release where studio_id = $1 and gallery_id = $2",
    "delete from ended_release where studio_id = $1 and gallery_id = $2",
    "delete from session_grant where studio_id = $1 and kind = 'link'
       and subject_id in (select id from link where studio_id = $1 and gallery_id = $2)",
    "delete from session_grant where studio_id = $1 and kind = 'unlocked' and subject_id = $2",
    "delete from link where studio_id = $1 and gallery_id = $2",
];
