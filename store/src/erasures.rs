//! What was erased of people and photo jobs is noted, so that no older database brings it back (SECURITY section 4).
//!
//! An erasure writes a row here in its own transaction; the row is then put on the deletion list, which lies beside the photographs
//! and outside every backup of the database. Why in this order: an object that was written before the transaction could name
//! somebody who was not erased after all, for the erasure was refused or the machine stopped, and the next restored database
//! would erase them. One that is written after it alone could be missing for ever. The row is there exactly if the erasure is; it
//! is put on the list at once, else by the worker, else at the next start. A backup that is made in between has the row, and so
//! the erasure. Lost is an erasure alone whose database is lost before the list could be reached once.
//!
//! At each start, before anybody is served, what the list has and the database does not know is erased again
//! ([`Store::erase_again`]); and what the database knows and the list has lost is put there again, for an older database may yet
//! be restored.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::blobs::{Erasure, ErasureKind};
use crate::{Error, Result, Store, db};

/// How long an erasure stays on the list. Backups end sooner, after 35 days at the latest.
const KEPT: TimeDelta = TimeDelta::days(400);
/// The list is read from so long before the newest erasure that the database knows: others may have begun theirs before it,
/// by another machine's clock, and come to an end after it.
const MARGIN: TimeDelta = TimeDelta::days(1);
/// How long an older database may be restored: backups end after 35 days. So long an erasure's row keeps its photographs, and so
/// far back it is made sure that the list has it.
const RESTORED: TimeDelta = TimeDelta::days(36);
/// Rows that are taken in one go.
const BATCH: i64 = 100;

/// The moment of the newest erasure.
pub(crate) const NEWEST: &str = "select erased_at from erasure order by erased_at desc limit 1";

/// The photographs of a job that are gone, and those that are held back for good; some may be so for another reason.
pub(crate) const PHOTOS: &str = "select p.id, p.state = 'gone' as gone
 from gallery g join photo p on p.studio_id = g.studio_id and p.gallery_id = g.id
 left join photo_kept_back k on k.studio_id = p.studio_id and k.photo_id = p.id and k.unclear_since is null
 where g.studio_id = $1 and g.job_id = $2 and (p.state = 'gone' or k.photo_id is not null) order by p.id";

/// An erasure's row.
pub(crate) const NOTE: &str =
    "insert into erasure (studio_id, id, kind, of_id, photos, erased_at) values ($1, $2, $3, $4, $5, $6)";

/// Inside a transaction that has just erased something of a job: notes it, with all photographs of the job that are gone or held
/// back for good now, and whether whoever was erased might not be shown.
macro_rules! note_erasure {
    ($tx:ident, ($kind:expr, $held:expr, $groups:expr), $studio:expr, $of:expr, $job:expr, $now:expr) => {{
        let photos: Vec<(uuid::Uuid, bool)> =
            sqlx::query_as($crate::erasures::PHOTOS).bind($studio).bind($job).fetch_all(&mut *$tx).await?;
        let newest: Option<DateTime<Utc>> =
            sqlx::query_scalar($crate::erasures::NEWEST).fetch_optional(&mut *$tx).await?;
        sqlx::query($crate::erasures::NOTE)
            .bind($studio)
            .bind(uuid::Uuid::from_bytes($crate::secrets::random()))
            .bind($crate::blobs::ErasureKind::as_str($kind))
            .bind($of)
            .bind($crate::erasures::ErasedPhotos::of(&photos, $held.then_some($job), $groups).text())
            .bind($crate::erasures::moment($now, newest))
            .execute(&mut *$tx)
            .await?;
    }};
}
pub(crate) use note_erasure;

/// The moment that is noted: none before what is known, though a clock went back, for the list is read from the newest on.
pub(crate) fn moment(now: DateTime<Utc>, newest: Option<DateTime<Utc>>) -> DateTime<Utc> {
    let at = newest.map_or(now, |newest| newest.max(now));
    // As exact as either database and the name on the list.
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// The photographs of an erasure.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ErasedPhotos {
    /// Gone for good.
    pub gone: Vec<Uuid>,
    /// Held back for good: somebody who was erased may be on them.
    pub kept: Vec<Uuid>,
    /// The job, where whoever was erased might not be shown: what is not sorted in it is held back besides.
    pub held: Option<Uuid>,
    /// Its groups of whose photographs the same is true.
    pub groups: Vec<Uuid>,
}

impl ErasedPhotos {
    pub(crate) fn of(photos: &[(Uuid, bool)], held: Option<Uuid>, groups: Vec<Uuid>) -> Self {
        let those = |wanted: bool| photos.iter().filter(|(_, gone)| *gone == wanted).map(|(photo, _)| *photo).collect();
        Self { gone: those(true), kept: those(false), held, groups }
    }

    /// As the list has it: one a line.
    pub(crate) fn text(&self) -> String {
        let lines = |word: &'static str, ids: &[Uuid]| -> Vec<String> {
            ids.iter().map(|id| format!("{word} {}", id.simple())).collect()
        };
        let held = lines("held", self.held.as_slice());
        [lines("gone", &self.gone), lines("kept", &self.kept), held, lines("group", &self.groups)].concat().join("\n")
    }

    fn read(text: &str) -> Option<Self> {
        let mut photos = Self::default();
        for line in text.lines() {
            let (word, id) = line.split_once(' ')?;
            let id = id.parse().ok()?;
            match word {
                "gone" => photos.gone.push(id),
                "kept" => photos.kept.push(id),
                "held" => photos.held = Some(id),
                "group" => photos.groups.push(id),
                _ => return None,
            }
        }
        Some(photos)
    }
}

#[derive(sqlx::FromRow)]
struct ErasureRow {
    studio_id: Uuid,
    id: Uuid,
    kind: String,
    of_id: Uuid,
    photos: String,
    erased_at: DateTime<Utc>,
}

impl ErasureRow {
    fn erasure(&self) -> Result<Erasure> {
        let kind = ErasureKind::parse(&self.kind).ok_or(Error::Corrupt("kind of erasure"))?;
        Ok(Erasure { at: self.erased_at, id: self.id, kind, studio: self.studio_id, of: self.of_id })
    }
}

impl Store {
    /// Puts what was erased on the deletion list, the oldest first; broken off anywhere it can begin again. Answers how many.
    pub async fn list_erasures(&self, now: DateTime<Utc>) -> Result<usize> {
        let mut listed = 0;
        loop {
            let waiting: Vec<ErasureRow> = db::read!(&self.db, c => {
                sqlx::query_as(
                    "select studio_id, id, kind, of_id, photos, erased_at from erasure
                     where listed_at is null order by erased_at limit $1",
                )
                .bind(BATCH)
                .fetch_all(c)
                .await
            })?;
            if waiting.is_empty() {
                return Ok(listed);
            }
            for row in waiting {
                self.blobs.list_erasure(&row.erasure()?, row.photos).await?;
                db::write_aside!(&self.db, tx => {
                    sqlx::query("update erasure set listed_at = $3 where studio_id = $1 and id = $2")
                        .bind(row.studio_id)
                        .bind(row.id)
                        .bind(now)
                        .execute(&mut *tx)
                        .await?;
                    Ok(())
                });
                listed += 1;
            }
        }
    }

    /// As [`Store::list_erasures`], for whoever has just erased something. That is done; the list is tried again.
    pub(crate) async fn list_erasures_soon(&self, now: DateTime<Utc>) {
        if let Err(error) = self.list_erasures(now).await {
            tracing::error!(%error, "what was erased could not be put on the deletion list yet");
        }
    }

    /// Takes off the list what was erased 400 days ago: no backup is that old. The newest stays, for the list is read from
    /// there. Answers how many. Photographs of an erasure are forgotten sooner, once no backup is without it.
    pub async fn forget_erasures(&self, now: DateTime<Utc>) -> Result<usize> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("update erasure set photos = '' where erased_at < $1 and photos <> '' and listed_at is not null")
                .bind(now - RESTORED)
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        let old: Vec<ErasureRow> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select studio_id, id, kind, of_id, photos, erased_at from erasure
                 where listed_at is not null and erased_at < $1 and erased_at < (select max(erased_at) from erasure)
                 order by erased_at limit $2",
            )
            .bind(now - KEPT)
            .bind(BATCH)
            .fetch_all(c)
            .await
        })?;
        for row in &old {
            self.blobs.unlist_erasure(&row.erasure()?).await?;
            db::write_aside!(&self.db, tx => {
                sqlx::query("delete from erasure where studio_id = $1 and id = $2")
                    .bind(row.studio_id)
                    .bind(row.id)
                    .execute(&mut *tx)
                    .await?;
                Ok(())
            });
        }
        Ok(old.len())
    }

    /// Erases what the deletion list has and this database does not know, for it was restored from a backup; to be called before
    /// anybody is served. Several may do it at once, and broken off anywhere it can begin again. What was not put on the list
    /// yet, or is there no more, is put there. Answers how many erasures were done again.
    ///
    /// # Errors
    /// [`Error::ErasedList`] when the list cannot be read or understood: then nobody may be served.
    pub async fn erase_again(&self, now: DateTime<Utc>) -> Result<usize> {
        let unknown = self.unknown_erasures().await?;
        for erasure in &unknown {
            // Another machine that starts now was quicker, and may serve already.
            if self.knows_erasure(erasure).await? {
                continue;
            }
            let text = self.blobs.erased_photos(erasure).await?;
            let photos =
                ErasedPhotos::read(&text).ok_or_else(|| Error::ErasedList(format!("what does {erasure} say?")))?;
            match erasure.kind {
                ErasureKind::Subject => self.erase_subject_again(erasure, &photos, now).await?,
                ErasureKind::Withdrawn => self.withdraw_again(erasure, &photos, now).await?,
                ErasureKind::Job => self.end_job_again(erasure, &photos, now).await?,
            }
            self.know_erasure(erasure, text, now).await?;
            tracing::warn!(%erasure, photographs = photos.gone.len(), "erased again");
        }
        self.list_what_was_lost(now).await?;
        self.list_erasures_soon(now).await;
        Ok(unknown.len())
    }

    /// What was listed and is not on the list any more is to be listed again: the list was lost, or these are other photographs.
    async fn list_what_was_lost(&self, now: DateTime<Utc>) -> Result<()> {
        let since = now - RESTORED;
        let known: Vec<ErasureRow> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select studio_id, id, kind, of_id, photos, erased_at from erasure
                 where listed_at is not null and erased_at > $1",
            )
            .bind(since)
            .fetch_all(c)
            .await
        })?;
        if known.is_empty() {
            return Ok(());
        }
        let listed = self.blobs.listed_since(Some(since)).await?;
        for row in known {
            let erasure = row.erasure()?;
            if listed.contains(&erasure.to_string()) {
                continue;
            }
            tracing::warn!(%erasure, "not on the deletion list any more: it is put there again");
            db::write_aside!(&self.db, tx => {
                sqlx::query("update erasure set listed_at = null where studio_id = $1 and id = $2")
                    .bind(row.studio_id)
                    .bind(row.id)
                    .execute(&mut *tx)
                    .await?;
                Ok(())
            });
        }
        Ok(())
    }

    /// What the list has of studios that are there, and the database does not know. The oldest comes first, and each is known
    /// before the next is begun: whoever breaks off leaves no gap behind the newest.
    async fn unknown_erasures(&self) -> Result<Vec<Erasure>> {
        let newest: Option<DateTime<Utc>> =
            db::read!(&self.db, c => sqlx::query_scalar(NEWEST).fetch_optional(c).await)?;
        let mut listed = self.blobs.erasures_since(newest.map(|newest| newest - MARGIN)).await?;
        if listed.is_empty() {
            return Ok(listed);
        }
        let studios: Vec<Uuid> =
            db::read!(&self.db, c => sqlx::query_scalar("select id from studio").fetch_all(c).await)?;
        let mut known: BTreeSet<Uuid> = BTreeSet::new();
        for some in db::in_parts(listed.iter().map(|erasure| erasure.id)) {
            let found: Vec<Uuid> = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new("select id from erasure where id in ");
                db::among!(query, some);
                query.build_query_scalar().fetch_all(c).await
            })?;
            known.extend(found);
        }
        // Another installation may keep its own list here.
        listed.retain(|erasure| studios.contains(&erasure.studio) && !known.contains(&erasure.id));
        Ok(listed)
    }

    async fn knows_erasure(&self, erasure: &Erasure) -> Result<bool> {
        let known: Option<i32> = db::read!(&self.db, c => {
            sqlx::query_scalar("select 1 from erasure where studio_id = $1 and id = $2")
                .bind(erasure.studio)
                .bind(erasure.id)
                .fetch_optional(c)
                .await
        })?;
        Ok(known.is_some())
    }

    async fn know_erasure(&self, erasure: &Erasure, photos: String, now: DateTime<Utc>) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query(
                "insert into erasure (studio_id, id, kind, of_id, photos, erased_at, listed_at)
                 values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
            )
            .bind(erasure.studio)
            .bind(erasure.id)
            .bind(erasure.kind.as_str())
            .bind(erasure.of)
            .bind(photos)
            .bind(erasure.at)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn photographs_of_an_erasure_are_read_as_they_were_written() {
        let [one, two, three, job, group] = [1, 2, 3, 4, 5].map(Uuid::from_u128);
        let photos = ErasedPhotos::of(&[(one, true), (two, false), (three, true)], Some(job), vec![group]);
        assert_eq!((&photos.gone, &photos.kept), (&vec![one, three], &vec![two]));
        assert_eq!(ErasedPhotos::read(&photos.text()), Some(photos));
        assert_eq!(ErasedPhotos::read(""), Some(ErasedPhotos::default()));
        for nonsense in ["gone", "gone x", "held", "held x", "left 00000000000000000000000000000001"] {
            assert_eq!(ErasedPhotos::read(nonsense), None, "{nonsense}");
        }
    }

    // The list is read from the newest on: an older moment would be overlooked.
    #[test]
    fn no_erasure_is_noted_before_one_that_is_known() {
        let at = |micros| DateTime::from_timestamp_micros(micros).unwrap();
        let now = at(5) + TimeDelta::nanoseconds(999);
        assert_eq!(moment(now, None), at(5));
        assert_eq!(moment(now, Some(at(3))), at(5));
        assert_eq!(moment(now, Some(at(9))), at(9));
    }
}
