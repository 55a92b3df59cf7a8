//! Erasures that are done again, after an older database was restored (SECURITY section 4: the deletion list). What was gone is gone
//! again; what this database takes for somebody's who was erased, and what was not erased then, may show them or somebody else,
//! for others may have sorted it since: it is neither erased nor shown until a member has looked at it.

use chrono::{DateTime, Utc};
use domain::ids::{StudioId, SubjectId};
use uuid::Uuid;

use super::ending::End;
use super::groups::hold_job;
use super::leaving::{Leaving, with_subject};
use super::proposing::series_of;
use super::shots::pictures;
use super::unclear::{HOLD_UPLOADS, groups_of, hold_unsorted};
use super::withdrawn::erase_card_pictures;
use crate::blobs::Erasure;
use crate::erasing::erase_at_once;
use crate::erasures::ErasedPhotos;
use crate::{Error, Result, Store, db};

/// Whatever objects a photograph has that this database may not know: it came later.
const ERASE_OBJECTS: &str = "insert into work_item (id, studio_id, kind, subject_id, run_at)
 select $2, $1, 'erase', $2, $3 where not exists (
   select 1 from photo where studio_id = $1 and id = $2 and state <> 'gone'
 ) on conflict do nothing";

/// Held back for good again.
const KEEP_BACK: &str = "insert into photo_kept_back (studio_id, photo_id)
 select studio_id, id from photo where studio_id = $1 and id = $2
 on conflict (studio_id, photo_id) do update set unclear_since = null";

/// One photograph waits for a member to look.
const HOLD: &str = "insert into photo_kept_back (studio_id, photo_id, unclear_since)
 select studio_id, id, $3 from photo where studio_id = $1 and id = $2 and state <> 'gone' on conflict do nothing";

/// So does whatever is a subject's, `$2`: in its own gallery, on photographs of its groups, and what may follow its card once it
/// is read. `$3` is the gallery of what is not sorted.
const HOLD_ALL: &str = concat!(
    "insert into photo_kept_back (studio_id, photo_id, unclear_since)
     select studio_id, id, $4 from photo where studio_id = $1 and state <> 'gone' and (
       gallery_id in (select gallery_id from subject where studio_id = $1 and id = $2)
       or (gallery_id = $3 and state = 'processing'
           and exists (select 1 from photo_card c where c.studio_id = $1 and c.subject_id = $2))
       or (",
    with_subject!(),
    ")) on conflict do nothing"
);

/// What hangs in its own gallery is not sorted any more.
const UNSORT: &str = "update photo set gallery_id = $3, sorted = null where studio_id = $1 and state <> 'gone'
   and gallery_id in (select gallery_id from subject where studio_id = $1 and id = $2)";

/// Its cards, which are gone, are not followed any more.
const NO_CARDS: &str = "delete from photo_card where studio_id = $1 and subject_id = $2";

/// Each photograph of a group waits for a member to look, those that come later too.
const HOLD_GROUP: &str = "update job_group set unclear_since = $3, erased_at = $3 where studio_id = $1 and id = $2 and unclear_since is null";

/// What hangs in a subject's own gallery, but for its cards, waits for a member to look, and is not sorted any more.
const HOLD_OWN: &str = "insert into photo_kept_back (studio_id, photo_id, unclear_since)
 select studio_id, id, $3 from photo where studio_id = $1 and state not in ('card', 'gone')
   and gallery_id in (select gallery_id from subject where studio_id = $1 and id = $2) on conflict do nothing";
const UNSORT_OWN: &str =
    "update photo set gallery_id = $3, sorted = null where studio_id = $1 and state not in ('card', 'gone')
   and gallery_id in (select gallery_id from subject where studio_id = $1 and id = $2)";

/// Inside a transaction: the photographs of an erasure, as they were left then.
macro_rules! erase_photos_again {
    ($tx:ident, $studio:expr, $photos:expr, $now:expr) => {
        for photo in &$photos.gone {
            erase_at_once!(
                $tx,
                "id = $2 and gallery_id in (select id from gallery where studio_id = $1 and job_id is not null)",
                $studio,
                *photo,
                $now
            );
            sqlx::query(ERASE_OBJECTS).bind($studio).bind(*photo).bind($now).execute(&mut *$tx).await?;
        }
        for photo in &$photos.kept {
            sqlx::query(KEEP_BACK).bind($studio).bind(*photo).execute(&mut *$tx).await?;
        }
    };
}

impl Store {
    /// Erases a subject once more.
    pub(crate) async fn erase_subject_again(
        &self,
        erasure: &Erasure,
        photos: &ErasedPhotos,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (studio, subject) = (StudioId::from_uuid(erasure.studio), SubjectId::from_uuid(erasure.of));
        let erased = async {
            if self.set_aside(erasure, photos, now).await? {
                self.erase_person(studio, subject, Leaving::Again { held: !photos.groups.is_empty() }, now).await?;
            }
            Ok(())
        };
        match erased.await {
            // Another machine that starts now was quicker.
            Ok(()) | Err(Error::NotFound) => self.hold_again(erasure.studio, photos, now).await,
            Err(error) => Err(error),
        }
    }

    /// Holds back what was held back when somebody was erased who might not be shown, whoever this database knows: it may not know
    /// who that was, or think it in another group.
    async fn hold_again(&self, studio: Uuid, photos: &ErasedPhotos, now: DateTime<Utc>) -> Result<()> {
        let Some(job) = photos.held else { return Ok(()) };
        let held = async {
            db::write!(&self.db, tx => {
                let unsorted = hold_job!(tx, studio, job);
                hold_unsorted!(tx, studio, job, unsorted, now);
                for group in &photos.groups {
                    sqlx::query(HOLD_GROUP).bind(studio).bind(*group).bind(now).execute(&mut *tx).await?;
                }
                Ok(())
            });
            Ok(())
        };
        match held.await {
            // The job came later than the backup, or ended.
            Ok(()) | Err(Error::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Does with photographs what was done then, and leaves the subject with none: whoever erases it then finds nothing that
    /// could be somebody else's, and no card that could be followed. Answers whether the subject is there.
    async fn set_aside(&self, erasure: &Erasure, photos: &ErasedPhotos, now: DateTime<Utc>) -> Result<bool> {
        let (studio, subject) = (erasure.studio, erasure.of);
        let there = db::write!(&self.db, tx => {
            let job: Option<Uuid> = sqlx::query_scalar("select job_id from subject where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(subject)
                .fetch_optional(&mut *tx)
                .await?;
            let Some(job) = job else {
                erase_photos_again!(tx, studio, photos, now);
                // It came by a list since. One that waits to be imported may name it.
                sqlx::query("delete from roster_draft where studio_id = $1").bind(studio).execute(&mut *tx).await?;
                return Ok(false);
            };
            let unsorted = hold_job!(tx, studio, job);
            // What was on its way then may follow its card, which goes.
            sqlx::query(HOLD_UPLOADS).bind(studio).bind(job).bind(now).execute(&mut *tx).await?;
            let pictures = pictures!(self.db, Deleted, unsorted, studio, job, &mut *tx);
            erase_photos_again!(tx, studio, photos, now);
            for photo in series_of(&pictures, SubjectId::from_uuid(subject)) {
                sqlx::query(HOLD).bind(studio).bind(photo).bind(now).execute(&mut *tx).await?;
            }
            sqlx::query(HOLD_ALL).bind(studio).bind(subject).bind(unsorted).bind(now).execute(&mut *tx).await?;
            // Pictures of its card show its name and its code.
            erase_at_once!(
                tx,
                "id in (select photo_id from photo_card where studio_id = $1 and subject_id = $2)",
                studio,
                subject,
                now
            );
            sqlx::query(UNSORT).bind(studio).bind(subject).bind(unsorted).execute(&mut *tx).await?;
            sqlx::query(NO_CARDS).bind(studio).bind(subject).execute(&mut *tx).await?;
            Ok(true)
        });
        Ok(there)
    }

    /// Withdraws consent once more. What hangs with the subject here and was not erased then hung elsewhere by then: it is not
    /// erased for this, goes back among the unsorted, and waits for a member.
    pub(crate) async fn withdraw_again(
        &self,
        erasure: &Erasure,
        photos: &ErasedPhotos,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let studio = erasure.studio;
        db::write!(&self.db, tx => {
            let job: Option<Uuid> = sqlx::query_scalar("select job_id from subject where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(erasure.of)
                .fetch_optional(&mut *tx)
                .await?;
            let Some(job) = job else {
                erase_photos_again!(tx, studio, photos, now);
                return Ok(());
            };
            let unsorted = hold_job!(tx, studio, job);
            sqlx::query(
                "update subject set consent = 'refused', withdrawn_at = coalesce(withdrawn_at, $3)
                 where studio_id = $1 and id = $2",
            )
            .bind(studio)
            .bind(erasure.of)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            erase_photos_again!(tx, studio, photos, now);
            erase_card_pictures!(tx, studio, erasure.of, now);
            sqlx::query(HOLD_OWN).bind(studio).bind(erasure.of).bind(now).execute(&mut *tx).await?;
            sqlx::query(UNSORT_OWN).bind(studio).bind(erasure.of).bind(unsorted).execute(&mut *tx).await?;
            Ok(())
        });
        self.hold_again(studio, photos, now).await
    }

    /// Ends a job once more, as one that ended when it did.
    pub(crate) async fn end_job_again(
        &self,
        erasure: &Erasure,
        photos: &ErasedPhotos,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.end_job(erasure.studio, erasure.of, End::Again(erasure.at), now).await?;
        let studio = erasure.studio;
        db::write!(&self.db, tx => {
            erase_photos_again!(tx, studio, photos, now);
            Ok(())
        });
        Ok(())
    }
}
