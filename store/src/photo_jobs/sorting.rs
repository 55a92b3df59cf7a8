//! Photographs find their subject (S62): from the job's own gallery to that of a subject or a group, and back.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::ids::{PhotoId, PhotoJobId};
use uuid::Uuid;

use super::extra_cards::USED;
use super::unclear::keep_hold;
use crate::{Desk, Error, Result, Store, db};

/// A row of `photo` may be taken from the gallery that it hangs in: by whoever decides what is shown (`$held`), or because
/// nobody holds it back there. What is held back on behalf of somebody of a group would be shown in another gallery, where
/// nobody's refusal holds it (S63); what is not ready yet may be held back by then.
macro_rules! may_leave {
    ($held:literal) => {
        concat!(
            "(",
            $held,
            " or exists (select 1 from shown_photo s where s.studio_id = photo.studio_id and s.id = photo.id)
              or not exists (select 1 from job_group g
                where g.studio_id = photo.studio_id and g.gallery_id = photo.gallery_id))"
        )
    };
}
pub(super) use may_leave;

/// What members have said of a photograph in one group, and of the people of that group alone.
pub(super) const SAID_OF_GROUP: [&str; 2] = [
    "delete from photo_without where studio_id = $1 and photo_id = $2",
    "delete from photo_looked_at where studio_id = $1 and photo_id = $2",
];

/// A photograph that hangs where it hung before it was sorted at that moment: if somebody was erased since, and what hung there
/// was held back then, so is this one.
const ERASED_MEANWHILE: &str = "insert into photo_kept_back (studio_id, photo_id, unclear_since)
 select p.studio_id, p.id, $4 from photo p
 where p.studio_id = $1 and p.id = $2 and (
   exists (select 1 from job_group g
     where g.studio_id = p.studio_id and g.gallery_id = p.gallery_id and g.erased_at >= $3)
   or exists (select 1 from photo_job j
     where j.studio_id = p.studio_id and j.gallery_id = p.gallery_id and j.unclear_since >= $3))
 on conflict do nothing";

/// Inside a transaction: holds the job of a gallery until the end, and makes sure that another gallery is of the same job.
macro_rules! hold_job_of {
    ($tx:ident, $studio:expr, $from:expr, $to:expr) => {{
        sqlx::query(
            "update photo_job set state = state
             where studio_id = $1 and id = (select job_id from gallery where studio_id = $1 and id = $2)",
        )
        .bind($studio)
        .bind($from)
        .execute(&mut *$tx)
        .await?;
        let of_one_job: i64 = sqlx::query_scalar(
            "select count(*) from gallery a join gallery b on b.studio_id = a.studio_id and b.job_id = a.job_id
             where a.studio_id = $1 and a.id = $2 and b.id = $3 and a.deleted_at is null and b.deleted_at is null",
        )
        .bind($studio)
        .bind($from)
        .bind($to)
        .fetch_one(&mut *$tx)
        .await?;
        if of_one_job == 0 {
            return Err(Error::NotFound);
        }
    }};
}

impl Store {
    /// The job that a gallery of the studio is of; nothing for one of a tree.
    pub async fn job_of_gallery(&self, desk: &Desk, gallery: &Grant) -> Result<Option<PhotoJobId>> {
        let (studio, gallery) = desk.at(gallery)?;
        let job: Option<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar("select job_id from gallery where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(gallery)
                .fetch_one(c)
                .await
        })?;
        Ok(job.map(PhotoJobId::from_uuid))
    }

    /// Hangs photographs of one gallery of a job into another gallery of the same job. No rule moves them from there. `held`
    /// says whether they may be taken out of a group's gallery where they are held back (S63).
    ///
    /// # Errors
    /// [`Error::NotFound`] when the galleries are not of one job, or a photograph does not hang in the first, is the picture
    /// of a card, or may not leave; then none is moved.
    pub async fn sort_photos(
        &self,
        desk: &Desk,
        from: &Grant,
        to: &Grant,
        photos: &[PhotoId],
        held: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let ((studio, from), (_, to)) = (desk.at(from)?, desk.at(to)?);
        db::write!(&self.db, tx => {
            hold_job_of!(tx, studio, from, to);
            sqlx::query(USED).bind(studio).bind(to).bind(now).execute(&mut *tx).await?;
            for photo in photos {
                let moved = sqlx::query(concat!(
                    "update photo set gallery_id = $4, sorted = 'hand', sorted_at = $5
                     where studio_id = $1 and gallery_id = $2 and id = $3 and deleted_at is null and state <> 'card' and ",
                    may_leave!("$6")
                ))
                .bind(studio)
                .bind(from)
                .bind(photo.uuid())
                .bind(to)
                .bind(now)
                .bind(held)
                .execute(&mut *tx)
                .await?;
                if moved.rows_affected() != 1 {
                    return Err(Error::NotFound);
                }
                // Who is not on it was said of another group.
                for said in SAID_OF_GROUP {
                    sqlx::query(said).bind(studio).bind(photo.uuid()).execute(&mut *tx).await?;
                }
            }
            Ok(())
        });
        Ok(())
    }

    /// Takes what is not read yet out of the gallery of a subject or a group, back among the unsorted of its job, where no family
    /// sees it: it cannot be deleted yet, for it may be a card. `held` is that of [`Store::sort_photos`]. Answers how many; none
    /// of a gallery that is of no job, or is that of the unsorted.
    pub async fn unsort_unread(&self, desk: &Desk, from: &Grant, photos: &[PhotoId], held: bool) -> Result<u64> {
        let (studio, from) = desk.at(from)?;
        let own: Option<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select j.gallery_id from gallery g join photo_job j on j.studio_id = g.studio_id and j.id = g.job_id
                 where g.studio_id = $1 and g.id = $2 and j.gallery_id <> g.id",
            )
            .bind(studio)
            .bind(from)
            .fetch_optional(c)
            .await
        })?;
        let Some(own) = own else { return Ok(0) };
        let moved = db::write!(&self.db, tx => {
            hold_job_of!(tx, studio, from, own);
            let mut moved = 0;
            for photo in photos {
                let done = sqlx::query(concat!(
                    "update photo set gallery_id = $4, sorted = null, sorted_at = null
                     where studio_id = $1 and gallery_id = $2 and id = $3 and deleted_at is null and state = 'processing' and ",
                    may_leave!("$5")
                ))
                .bind(studio)
                .bind(from)
                .bind(photo.uuid())
                .bind(own)
                .bind(held)
                .execute(&mut *tx)
                .await?;
                moved += done.rows_affected();
            }
            Ok(moved)
        });
        Ok(moved)
    }

    /// How many photographs were sorted by hand into a gallery at that moment and are still there, and how many of them
    /// whoever may take out what is `held` back, or may not, can take back.
    pub async fn sorted_photos(
        &self,
        desk: &Desk,
        to: &Grant,
        sorted_at: DateTime<Utc>,
        held: bool,
    ) -> Result<(i64, i64)> {
        let (studio, to) = desk.at(to)?;
        Ok(db::read!(&self.db, c => {
            sqlx::query_as(concat!(
                "select count(*), count(case when ",
                may_leave!("$4"),
                " then 1 end) from photo
                 where studio_id = $1 and gallery_id = $2 and deleted_at is null and sorted = 'hand' and sorted_at = $3"
            ))
            .bind(studio)
            .bind(to)
            .bind(sorted_at)
            .bind(held)
            .fetch_one(c)
            .await
        })?)
    }

    /// Hangs what was sorted by hand at that moment back into the gallery that it came from, as if it had not been touched: what
    /// would be held back there by now is held back, and what its group holds back goes on to be. `held` is that of
    /// [`Store::sort_photos`].
    ///
    /// # Errors
    /// [`Error::NotFound`] when the galleries are not of one job, or nothing of it is there any more that may leave.
    pub async fn unsort_photos(
        &self,
        desk: &Desk,
        from: &Grant,
        to: &Grant,
        sorted_at: DateTime<Utc>,
        held: bool,
        now: DateTime<Utc>,
    ) -> Result<u64> {
        let ((studio, from), (_, to)) = (desk.at(from)?, desk.at(to)?);
        let back = db::write!(&self.db, tx => {
            hold_job_of!(tx, studio, from, to);
            let leaving: Vec<Uuid> = sqlx::query_scalar(concat!(
                "select id from photo where studio_id = $1 and gallery_id = $2 and deleted_at is null and sorted = 'hand'
                   and sorted_at = $3 and ",
                may_leave!("$4")
            ))
            .bind(studio)
            .bind(from)
            .bind(sorted_at)
            .bind(held)
            .fetch_all(&mut *tx)
            .await?;
            for photo in leaving {
                keep_hold!(tx, studio, photo, now);
            }
            let back: Vec<Uuid> = sqlx::query_scalar(concat!(
                "update photo set gallery_id = $4, sorted = null, sorted_at = null
                 where studio_id = $1 and gallery_id = $2 and deleted_at is null and sorted = 'hand' and sorted_at = $3
                   and ",
                may_leave!("$5"),
                " returning id"
            ))
            .bind(studio)
            .bind(from)
            .bind(sorted_at)
            .bind(to)
            .bind(held)
            .fetch_all(&mut *tx)
            .await?;
            for photo in &back {
                sqlx::query(ERASED_MEANWHILE)
                    .bind(studio)
                    .bind(photo)
                    .bind(sorted_at)
                    .bind(now)
                    .execute(&mut *tx)
                    .await?;
            }
            for (photo, said) in back.iter().flat_map(|photo| SAID_OF_GROUP.map(|said| (photo, said))) {
                sqlx::query(said).bind(studio).bind(photo).execute(&mut *tx).await?;
            }
            Ok(back.len() as u64)
        });
        if back == 0 { Err(Error::NotFound) } else { Ok(back) }
    }
}
