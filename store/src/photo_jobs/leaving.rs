//! What becomes of one subject's pictures and data: consent that is withdrawn (SECURITY section 4: consent record), and erasure
//! (GDPR Art. 17).

use chrono::{DateTime, Utc};
use domain::ids::{StudioId, SubjectId};
use domain::photo_job::{GroupPhotos, erased_after_withdrawal};
use uuid::Uuid;

use super::adding::note_homonyms;
use super::erased::Who;
use super::groups::hold_job;
use super::proposing::series_of;
use super::shots::pictures;
use super::unclear::{ERASED_FROM, groups_of, hold_unclear, hold_unsorted};
use crate::blobs::ErasureKind;
use crate::erasing::erase_at_once;
use crate::erasures::note_erasure;
use crate::{Desk, Error, Result, Store, db};

/// What hangs on a subject beside its photographs and what goes with its row.
const FORGET: [&str; 6] = [
    "delete from session_grant where studio_id = $1 and subject_id = $2",
    "delete from access_code where studio_id = $1 and subject_id = $2",
    "delete from ended_code where studio_id = $1 and subject_id = $2",
    "delete from event where studio_id = $1 and subject_id = $2",
    "delete from name_word where studio_id = $1 and subject_id = $2",
    "delete from name_word where studio_id = $1
       and subject_id in (select gallery_id from subject where studio_id = $1 and id = $2)",
];

/// How somebody is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    /// With what becomes of photographs of the group.
    Now(GroupPhotos),
    /// As the deletion list says, which photographs have been settled by; `held` when they might not be shown then.
    Again { held: bool },
}

/// The groups that somebody is or was in.
const GROUPS: &str = concat!("select id from job_group where studio_id = $1 and id in ", groups_of!());

/// Somebody who is about to be erased, held until the end: nobody protects or renames it meanwhile.
const LEAVING: &str = "update subject set consent = consent where studio_id = $1 and id = $2
 returning first_name, last_name, identifier,
   coalesce((select g.name from job_group g where g.studio_id = $1 and g.id = group_id), '') as group_name,
   protected or consent <> 'given' or group_consent <> 'given' as held";

#[derive(sqlx::FromRow)]
struct LeavingRow {
    first_name: String,
    last_name: String,
    identifier: String,
    group_name: String,
    held: bool,
}

impl LeavingRow {
    fn who(&self) -> Who<'_> {
        let Self { first_name, last_name, identifier, group_name, .. } = self;
        Who { first_name, last_name, group: group_name, identifier }
    }
}

/// The files in its gallery, `$2`, that cannot be read.
const UNREADABLE: &str =
    "select count(*) from photo where studio_id = $1 and gallery_id = $2 and state = 'failed' and deleted_at is null";

/// Cards that are not known to be its own go back among the unsorted: without them what follows would follow the card before.
const RESCUE_CARDS: &str = "update photo set gallery_id = $3
 where studio_id = $1 and gallery_id = $2 and state = 'card' and not exists (
   select 1 from photo_card c where c.studio_id = photo.studio_id and c.photo_id = photo.id and c.subject_id = $4)";

/// Two people may have one name in one group.
const REMEMBER: &str =
    "insert into erased_subject (studio_id, job_id, key_id, idx) values ($1, $2, $3, $4) on conflict do nothing";

/// The photographs of its groups that a subject, `$2`, may be on.
macro_rules! with_subject {
    () => {
        concat!(
            "gallery_id in (select g.gallery_id from job_group g where g.studio_id = $1 and g.id in ",
            groups_of!(),
            ") and id not in (select photo_id from photo_without where studio_id = $1 and subject_id = $2)"
        )
    };
}
pub(super) use with_subject;

/// Photographs of its groups are held back for good.
const KEEP_BACK: &str = concat!(
    "insert into photo_kept_back (studio_id, photo_id) select studio_id, id from photo where studio_id = $1 and ",
    with_subject!(),
    " on conflict (studio_id, photo_id) do update set unclear_since = null"
);

impl Store {
    /// Records that the consent to show a subject was withdrawn: it is out of every list and gallery from the next request on,
    /// photographs of its group that it is on included, and within a day its own photographs are erased. Until then consent
    /// that is given again takes it back ([`Store::protect_subject`]).
    pub async fn withdraw_consent(&self, desk: &Desk, subject: SubjectId, now: DateTime<Utc>) -> Result<()> {
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "update subject set consent = 'refused', withdrawn_at = coalesce(withdrawn_at, $3)
                 where studio_id = $1 and id = $2",
            )
            .bind(desk.studio().uuid())
            .bind(subject.uuid())
            .bind(now)
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }

    /// Marks the own photographs of subjects whose consent was withdrawn a day ago as gone for good, each with the work that
    /// erases it, and so the pictures of their cards. What is not read yet waits ([`erase_of_withdrawn`](Store::erase_of_withdrawn)). Answers how many.
    pub async fn erase_withdrawn(&self, now: DateTime<Utc>) -> Result<u64> {
        let withdrawn: Vec<(Uuid, Uuid, DateTime<Utc>)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select s.studio_id, s.id, s.withdrawn_at from subject s
                 where s.withdrawn_at is not null and (
                   exists (select 1 from photo p where p.studio_id = s.studio_id and p.gallery_id = s.gallery_id
                     and p.state not in ('card', 'gone'))
                   or exists (select 1 from photo_card c where c.studio_id = s.studio_id and c.subject_id = s.id
                     and c.erased_at is null)
                   or not exists (select 1 from erasure e where e.studio_id = s.studio_id and e.of_id = s.id
                     and e.kind = 'withdrawn' and e.erased_at >= s.withdrawn_at))",
            )
            .fetch_all(c)
            .await
        })?;
        let mut erased = 0;
        for (studio, subject, at) in withdrawn {
            if now < erased_after_withdrawal(at) {
                continue;
            }
            // One that fails is tried again at the next round, and holds up no other.
            match self.erase_of_withdrawn(studio, subject, at, now).await {
                Ok(done) => erased += done,
                Err(Error::NotFound) => {}
                Err(error) => tracing::error!(%error, "photographs of somebody could not be erased"),
            }
        }
        Ok(erased)
    }

    /// How many photographs of its groups a subject may be on.
    pub async fn group_photos_with(&self, desk: &Desk, subject: SubjectId) -> Result<i64> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                concat!("select count(*) from photo where studio_id = $1 and deleted_at is null and ", with_subject!()),
            )
            .bind(desk.studio().uuid())
            .bind(subject.uuid())
            .fetch_one(c)
            .await
        })?)
    }

    /// Erases a subject: names (digests keep the next list from bringing it back), code, consent, confirmations and its own photographs, those included that could be taken back.
    /// Photographs of its group that it may be on are deleted too, or held back for good: whatever held them back for it
    /// goes with its row. If it was protected or refused, what is not sorted yet and what comes to its group later is held back
    /// until a member has looked ([`Store::looked_at`]). So is what is not sorted yet if a file in its gallery cannot be read.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] while pictures that may follow its card are not read or on their way: without the card
    /// they would follow the one before, and be shown to that child's family. So may what hangs with it and is not read.
    pub async fn erase_subject(
        &self,
        desk: &Desk,
        subject: SubjectId,
        group_photos: GroupPhotos,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.erase_person(desk.studio(), subject, Leaving::Now(group_photos), now).await?;
        self.list_erasures_soon(now).await;
        Ok(())
    }

    /// As [`Store::erase_subject`], by whoever may.
    pub(super) async fn erase_person(
        &self,
        of: StudioId,
        subject: SubjectId,
        leaving: Leaving,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let studio = of.uuid();
        db::write!(&self.db, tx => {
            let (job, gallery): (Uuid, Uuid) =
                sqlx::query_as("select job_id, gallery_id from subject where studio_id = $1 and id = $2")
                    .bind(studio)
                    .bind(subject.uuid())
                    .fetch_one(&mut *tx)
                    .await?;
            let unsorted = hold_job!(tx, studio, job);
            let leaves: LeavingRow = sqlx::query_as(LEAVING).bind(studio).bind(subject.uuid()).fetch_one(&mut *tx).await?;
            for digest in self.erased_digests(of, job, &leaves.who()) {
                sqlx::query(REMEMBER)
                    .bind(studio)
                    .bind(job)
                    .bind(self.keys.id())
                    .bind(digest)
                    .execute(&mut *tx)
                    .await?;
            }
            let groups: Vec<Uuid> =
                sqlx::query_scalar(GROUPS).bind(studio).bind(subject.uuid()).fetch_all(&mut *tx).await?;
            let held = leaves.held || leaving == Leaving::Again { held: true };
            // One may be a card, and is erased: what would follow it would follow the card before.
            let unreadable: i64 =
                sqlx::query_scalar(UNREADABLE).bind(studio).bind(gallery).fetch_one(&mut *tx).await?;
            if held {
                hold_unclear!(tx, studio, job, unsorted, subject.uuid(), now);
            } else if unreadable > 0 {
                hold_unsorted!(tx, studio, job, unsorted, now);
            }
            sqlx::query(ERASED_FROM).bind(studio).bind(subject.uuid()).bind(now).execute(&mut *tx).await?;
            // Without its cards what follows them would follow the card before, and be shown to that child's family.
            // What is deleted can come back, and goes too; what is not read yet cannot be told.
            let pictures = pictures!(self.db, Deleted, unsorted, studio, job, &mut *tx);
            if pictures.may_follow(subject) {
                return Err(Error::ChangedMeanwhile);
            }
            sqlx::query(RESCUE_CARDS)
                .bind(studio)
                .bind(gallery)
                .bind(unsorted)
                .bind(subject.uuid())
                .execute(&mut *tx)
                .await?;
            // Before its photographs: what arrives meanwhile finds no gallery, and what came just before is seen below. It is
            // called by the first name.
            sqlx::query(
                "update gallery set name = '', cover_id = null, deletion_id = null, deleted_at = coalesce(deleted_at, $3)
                 where studio_id = $1 and id = $2",
            )
            .bind(studio)
            .bind(gallery)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            for photo in series_of(&pictures, subject) {
                erase_at_once!(tx, "id = $2", studio, photo, now);
            }
            match leaving {
                Leaving::Now(GroupPhotos::KeepBack) => {
                    sqlx::query(KEEP_BACK).bind(studio).bind(subject.uuid()).execute(&mut *tx).await?;
                }
                Leaving::Now(GroupPhotos::Delete) => {
                    erase_at_once!(tx, with_subject!(), studio, subject.uuid(), now);
                }
                Leaving::Again { .. } => {}
            }
            erase_at_once!(
                tx,
                "gallery_id in (select gallery_id from subject where studio_id = $1 and id = $2)",
                studio,
                subject.uuid(),
                now
            );
            // Pictures of its card show its name and its code.
            erase_at_once!(
                tx,
                "id in (select photo_id from photo_card where studio_id = $1 and subject_id = $2)",
                studio,
                subject.uuid(),
                now
            );
            // A list that waits to be imported may name it. It is sealed: all of the job's go.
            sqlx::query("delete from roster_draft where studio_id = $1 and job_id = $2")
                .bind(studio)
                .bind(job)
                .execute(&mut *tx)
                .await?;
            for forget in FORGET {
                sqlx::query(forget).bind(studio).bind(subject.uuid()).execute(&mut *tx).await?;
            }
            sqlx::query("delete from subject where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(subject.uuid())
                .execute(&mut *tx)
                .await?;
            note_homonyms!(tx, studio, job);
            if matches!(leaving, Leaving::Now(_)) {
                let held_with = if held { groups } else { Vec::new() };
                let waits = held || unreadable > 0;
                note_erasure!(tx, (ErasureKind::Subject, waits, held_with), studio, subject.uuid(), job, now);
            }
            Ok(())
        });
        Ok(())
    }
}
