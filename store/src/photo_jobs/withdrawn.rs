//! What becomes of the photographs of somebody whose consent was withdrawn, once the day for taking that back is over (S63, T40).
//!
//! A subject whose consent was withdrawn stays in the job, and nobody is shown anything of it; only its photographs go. Three kinds
//! of pictures lie in its gallery:
//!
//! - Photographs that were read. They are known to be its own and to be no cards: no other picture goes astray without them, so
//!   they wait for nothing, and the studio is told the moment from which they are deleted.
//! - Cards, its own and others that somebody put there. They stay, as the row does that has the name and the code: what follows
//!   them, and what is on its way and will follow them, would otherwise follow the card before, and be shown to that child's
//!   family. What is sorted to this subject by them later is erased at the next round. Of its own cards the pictures are
//!   erased, wherever they lie: they show its name, and whoever holds the card in their hands.
//! - What is not read. It may be a card. While it may still be read it is left for the next round; after a day more it is erased
//!   all the same, and so is at once what cannot be read. What was not sorted by then may belong after that card: it is held back
//!   until a member has looked at it, as when somebody protected is erased.

use chrono::{DateTime, Utc};
use domain::photo_job::unread_after_withdrawal;
use uuid::Uuid;

use super::groups::hold_job;
use super::unclear::hold_unsorted;
use crate::blobs::ErasureKind;
use crate::erasing::erase_at_once;
use crate::erasures::note_erasure;
use crate::{Result, Store, db};

/// What lies in the gallery of a subject and is neither a card nor gone.
const THEIRS: &str = "select p.id, p.state, p.created_at, p.deleted_at is not null as removed from photo p
 join subject s on s.studio_id = p.studio_id and s.gallery_id = p.gallery_id
 where p.studio_id = $1 and s.id = $2 and p.state not in ('card', 'gone')";

/// Whether a withdrawal of that moment was noted.
const NOTED: &str =
    "select 1 from erasure where studio_id = $1 and of_id = $2 and kind = 'withdrawn' and erased_at >= $3 limit 1";

/// Pictures of its cards, `$2`, that are not erased yet, are from now on.
pub(super) const NO_PICTURES: &str =
    "update photo_card set erased_at = $3 where studio_id = $1 and subject_id = $2 and erased_at is null";
/// Each with the work that erases it.
pub(super) const ERASE_PICTURES: &str = "insert into work_item (id, studio_id, kind, subject_id, run_at)
 select p.id, p.studio_id, 'erase', p.id, $3 from photo_card c join photo p on p.studio_id = c.studio_id and p.id = c.photo_id
 where c.studio_id = $1 and c.subject_id = $2 and c.erased_at = $3 and p.state = 'card' on conflict do nothing";

/// Inside a transaction: pictures of a subject's cards are erased, and what they were is not forgotten.
macro_rules! erase_card_pictures {
    ($tx:ident, $studio:expr, $subject:expr, $now:expr) => {
        for erase in [$crate::photo_jobs::withdrawn::NO_PICTURES, $crate::photo_jobs::withdrawn::ERASE_PICTURES] {
            sqlx::query(erase).bind($studio).bind($subject).bind($now).execute(&mut *$tx).await?;
        }
    };
}
pub(super) use erase_card_pictures;

#[derive(sqlx::FromRow)]
struct TheirsRow {
    id: Uuid,
    state: String,
    created_at: DateTime<Utc>,
    removed: bool,
}

impl Store {
    /// Erases photographs of a subject whose consent was withdrawn at that moment, a day ago. Answers how many.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::Error::NotFound) when the job is gone.
    pub(super) async fn erase_of_withdrawn(
        &self,
        studio: Uuid,
        subject: Uuid,
        withdrawn_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<u64> {
        let erased = db::write!(&self.db, tx => {
            let job: Uuid = sqlx::query_scalar("select job_id from subject where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(subject)
                .fetch_one(&mut *tx)
                .await?;
            let unsorted = hold_job!(tx, studio, job);
            // Asked once more, and held until the end: consent may have been given again meanwhile.
            let withdrawn = sqlx::query(
                "update subject set consent = consent where studio_id = $1 and id = $2 and withdrawn_at = $3",
            )
            .bind(studio)
            .bind(subject)
            .bind(withdrawn_at)
            .execute(&mut *tx)
            .await?;
            if withdrawn.rows_affected() != 1 {
                return Ok(0);
            }
            let theirs: Vec<TheirsRow> =
                sqlx::query_as(THEIRS).bind(studio).bind(subject).fetch_all(&mut *tx).await?;
            let (mut erased, mut unread) = (0, false);
            for row in theirs {
                if row.state == "processing" && now < unread_after_withdrawal(withdrawn_at, row.created_at) {
                    continue;
                }
                unread |= row.state != "ready" && !row.removed;
                erased += erase_at_once!(tx, "id = $2", studio, row.id, now);
            }
            erase_card_pictures!(tx, studio, subject, now);
            if unread {
                hold_unsorted!(tx, studio, job, unsorted, now);
            }
            // Once for each withdrawal at the least: an older database would show its group's photographs, and list the name.
            let noted: Option<i32> =
                sqlx::query_scalar(NOTED).bind(studio).bind(subject).bind(withdrawn_at).fetch_optional(&mut *tx).await?;
            if erased > 0 || noted.is_none() {
                note_erasure!(tx, (ErasureKind::Withdrawn, unread, Vec::new()), studio, subject, job, now);
            }
            Ok(erased)
        });
        Ok(erased)
    }
}
