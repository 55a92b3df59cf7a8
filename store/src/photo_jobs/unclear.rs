//! Photographs of which nobody knows whether somebody is on them who was erased, and was protected or refused (S63). With the
//! row of that person goes what held them back; so they are held back by themselves until a member has looked at each.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::ids::PhotoId;
use uuid::Uuid;

use crate::{Desk, Error, Result, Store, db};

/// The groups of a subject, `$2`, those that it has left included.
macro_rules! groups_of {
    () => {
        "(select s.group_id from subject s where s.studio_id = $1 and s.id = $2
          union select b.group_id from group_before b where b.studio_id = $1 and b.subject_id = $2)"
    };
}
pub(super) use groups_of;

/// Each of its groups remembers when somebody was erased from it, for photographs that come back there later.
pub(super) const ERASED_FROM: &str =
    concat!("update job_group set erased_at = $3 where studio_id = $1 and id in ", groups_of!());

/// What is on its way to a job waits for a member to look once it is here.
pub(super) const HOLD_UPLOADS: &str = "update upload set unclear_since = $3
 where studio_id = $1 and photo_id is null and gallery_id in (select id from gallery where studio_id = $1 and job_id = $2)";

/// Inside a transaction that holds the job: from now on what is not sorted, `$unsorted` being the gallery of it, waits for a member
/// to look. So does what is on its way: the upload is marked first, for whoever ends it at this moment is waited for, and its
/// photograph is seen by what follows. A card may yet be found to be a photograph. The job remembers when, for what comes back
/// among the unsorted later ([`Store::unsort_photos`]).
macro_rules! hold_unsorted {
    ($tx:ident, $studio:expr, $job:expr, $unsorted:expr, $now:expr) => {{
        sqlx::query("update photo_job set unclear_since = $3 where studio_id = $1 and id = $2")
            .bind($studio)
            .bind($job)
            .bind($now)
            .execute(&mut *$tx)
            .await?;
        sqlx::query($crate::photo_jobs::unclear::HOLD_UPLOADS)
            .bind($studio)
            .bind($job)
            .bind($now)
            .execute(&mut *$tx)
            .await?;
        sqlx::query(
            "insert into photo_kept_back (studio_id, photo_id, unclear_since)
             select studio_id, id, $4 from photo
             where studio_id = $1 and state <> 'gone' and gallery_id in (
               select id from gallery where studio_id = $1 and job_id = $2) and (gallery_id = $3 or state = 'card')
             on conflict (studio_id, photo_id) do update set unclear_since = excluded.unclear_since
             where photo_kept_back.unclear_since is not null",
        )
        .bind($studio)
        .bind($job)
        .bind($unsorted)
        .bind($now)
        .execute(&mut *$tx)
        .await?;
    }};
}
pub(super) use hold_unsorted;

/// Inside a transaction: a picture is about to leave the group that it hangs with, not because somebody wants it shown elsewhere.
/// If the group holds it back, or would, it is held back by itself from now on, until a member has looked.
macro_rules! keep_hold {
    ($tx:ident, $studio:expr, $photo:expr, $now:expr) => {
        sqlx::query(
            "insert into photo_kept_back (studio_id, photo_id, unclear_since)
             select p.studio_id, p.id, $3 from photo p
             join job_group g on g.studio_id = p.studio_id and g.gallery_id = p.gallery_id
             where p.studio_id = $1 and p.id = $2
               and not exists (select 1 from shown_photo v where v.studio_id = p.studio_id and v.id = p.id)
               and (g.unclear_since is not null or exists (
                 select 1 from subject s where s.studio_id = g.studio_id
                   and (s.protected or s.consent <> 'given' or s.group_consent <> 'given')
                   and (s.group_id = g.id or s.id in (select b.subject_id from group_before b
                          where b.studio_id = g.studio_id and b.group_id = g.id))))
             on conflict do nothing",
        )
        .bind($studio)
        .bind($photo)
        .bind($now)
        .execute(&mut *$tx)
        .await?;
    };
}
pub(super) use keep_hold;

/// Inside a transaction that holds the job: notes what is held back when the subject is erased, while its row is there. That is
/// what is not sorted, and whatever hangs or will hang with its groups, but for photographs of which a member has said that it
/// is not on them.
macro_rules! hold_unclear {
    ($tx:ident, $studio:expr, $job:expr, $unsorted:expr, $subject:expr, $now:expr) => {{
        $crate::photo_jobs::unclear::hold_unsorted!($tx, $studio, $job, $unsorted, $now);
        sqlx::query(concat!(
            "insert into photo_looked_at (studio_id, photo_id)
             select w.studio_id, w.photo_id from job_group g
             join photo p on p.studio_id = g.studio_id and p.gallery_id = g.gallery_id
             join photo_without w on w.studio_id = p.studio_id and w.photo_id = p.id and w.subject_id = $2
             where g.studio_id = $1 and g.unclear_since is null and g.id in ",
            $crate::photo_jobs::unclear::groups_of!(),
            " on conflict do nothing"
        ))
        .bind($studio)
        .bind($subject)
        .execute(&mut *$tx)
        .await?;
        sqlx::query(concat!(
            "update job_group set unclear_since = $3 where studio_id = $1 and id in ",
            $crate::photo_jobs::unclear::groups_of!()
        ))
        .bind($studio)
        .bind($subject)
        .bind($now)
        .execute(&mut *$tx)
        .await?;
    }};
}
pub(super) use hold_unclear;

/// Photographs that wait for somebody to look, of one gallery: since when. `$rest` says more of photographs, `p`.
macro_rules! unclear {
    ($rest:literal) => {
        concat!(
            "select p.id, k.unclear_since, case when l.photo_id is null then g.unclear_since end as of_group
             from photo p
             left join job_group g on g.studio_id = p.studio_id and g.gallery_id = p.gallery_id
             left join photo_kept_back k on k.studio_id = p.studio_id and k.photo_id = p.id
             left join photo_looked_at l on l.studio_id = p.studio_id and l.photo_id = p.id
             where p.studio_id = $1 and p.gallery_id = $2 and p.deleted_at is null and p.state = 'ready'
               and (k.photo_id is null or k.unclear_since is not null)
               and (k.photo_id is not null or (g.unclear_since is not null and l.photo_id is null))",
            $rest
        )
    };
}

/// The photograph, since when it waits itself, and since when with its group.
type UnclearRow = (Uuid, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

impl Store {
    /// The photographs of a gallery of a job that nobody is shown until a member has looked at each, and since when.
    pub async fn unclear_photos(&self, desk: &Desk, gallery: &Grant) -> Result<BTreeMap<PhotoId, DateTime<Utc>>> {
        let (studio, gallery) = desk.at(gallery)?;
        let rows: Vec<UnclearRow> = db::read!(&self.db, c => {
            sqlx::query_as(unclear!("")).bind(studio).bind(gallery).fetch_all(c).await
        })?;
        let one = |(id, own, of_group): UnclearRow| Some((PhotoId::from_uuid(id), own.max(of_group)?));
        Ok(rows.into_iter().filter_map(one).collect())
    }

    /// A member has looked at photographs of a gallery: nobody who was erased is on them. `seen` is the latest moment since
    /// when one of them was said to wait. Of photographs that do not wait nothing is said.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when one waits since a later moment: somebody else was erased, and the member did not know;
    /// [`Error::NotFound`] when none waits. Then nothing is changed.
    pub async fn looked_at(&self, desk: &Desk, gallery: &Grant, photos: &[PhotoId], seen: DateTime<Utc>) -> Result<()> {
        let (studio, gallery) = desk.at(gallery)?;
        db::write!(&self.db, tx => {
            // Held until the end: nobody of the job is erased meanwhile.
            sqlx::query(
                "update photo_job set state = state
                 where studio_id = $1 and id = (select job_id from gallery where studio_id = $1 and id = $2)",
            )
            .bind(studio)
            .bind(gallery)
            .execute(&mut *tx)
            .await?;
            let mut told = 0;
            for photo in photos {
                let waits: Option<UnclearRow> = sqlx::query_as(unclear!(" and p.id = $3"))
                    .bind(studio)
                    .bind(gallery)
                    .bind(photo.uuid())
                    .fetch_optional(&mut *tx)
                    .await?;
                let Some((id, own, of_group)) = waits else { continue };
                // A form carries milliseconds.
                if own.max(of_group).is_some_and(|since| since.timestamp_millis() > seen.timestamp_millis()) {
                    return Err(Error::ChangedMeanwhile);
                }
                sqlx::query("delete from photo_kept_back where studio_id = $1 and photo_id = $2")
                    .bind(studio)
                    .bind(id)
                    .execute(&mut *tx)
                    .await?;
                if of_group.is_some() {
                    sqlx::query("insert into photo_looked_at (studio_id, photo_id) values ($1, $2)")
                        .bind(studio)
                        .bind(id)
                        .execute(&mut *tx)
                        .await?;
                }
                told += 1;
            }
            if told > 0 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }
}
