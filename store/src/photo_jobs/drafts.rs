//! Lists of schools that were read and wait to be imported (S60): each for the member who sent it, for a day, sealed.

use std::collections::BTreeMap;

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{PhotoJobId, RosterDraftId};
use domain::roster::{Delimiter, Encoding, Guess, Settled, Table};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::keyring::Belongs;
use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

/// How long a list waits.
const KEPT: TimeDelta = TimeDelta::days(1);
/// The most lists of a studio that wait; the oldest go.
const MOST: i64 = 10;
/// What the sealed copies belong to.
const READING: &str = "roster";
const FILE: &str = "roster file";

/// How a list was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Its rows.
    pub table: Table,
    /// The encoding of a text file; none of a workbook.
    pub encoding: Option<Encoding>,
    /// What stands between the cells of a text file; none of a workbook.
    pub delimiter: Option<Delimiter>,
    /// What its columns are, as guessed or corrected.
    pub columns: Guess,
}

/// What lies sealed of a list.
#[derive(Serialize, Deserialize)]
struct Kept {
    reading: Reading,
    settled: BTreeMap<u32, Settled>,
}

/// A list that waits to be imported.
#[derive(Clone, Debug)]
pub struct RosterDraft {
    /// Its id.
    pub id: RosterDraftId,
    /// The job that it is for.
    pub job: PhotoJobId,
    /// How it was read.
    pub reading: Reading,
    /// What somebody said of rows that no rule can tell, by their lines.
    pub settled: BTreeMap<u32, Settled>,
    /// Grows each time it is read in another way, and each time a row is settled.
    pub(super) version: i64,
}

impl Store {
    /// Keeps a list that this member sent for a job, in the place of the one before. `file` is a text file as it came, which
    /// may have to be read in another way.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a job that is not the studio's.
    pub async fn keep_roster(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        reading: &Reading,
        file: Option<Bytes>,
        now: DateTime<Utc>,
    ) -> Result<RosterDraftId> {
        let id = RosterDraftId::from_random(random());
        let sealed = self.sealed_reading(desk, id, reading, BTreeMap::new())?;
        let file = file.map(|file| self.keys.seal_bytes(&file, belongs(desk, FILE, id)));
        let studio = desk.studio().uuid();
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from roster_draft where studio_id = $1 and job_id = $2 and member_id = $3")
                .bind(studio)
                .bind(job.uuid())
                .bind(desk.member().uuid())
                .execute(&mut *tx)
                .await?;
            sqlx::query(
                "delete from roster_draft where studio_id = $1 and id in (select id from roster_draft
                   where studio_id = $1 order by created_at desc, id limit 1000 offset $2)",
            )
            .bind(studio)
            .bind(MOST - 1)
            .execute(&mut *tx)
            .await?;
            let kept = sqlx::query(
                "insert into roster_draft (studio_id, id, job_id, member_id, reading, file, created_at)
                 select j.studio_id, $3, j.id, $4, $5, $6, $7 from photo_job j
                 where j.studio_id = $1 and j.id = $2 and j.deleted_at is null",
            )
            .bind(studio)
            .bind(job.uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .bind(&sealed)
            .bind(&file)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            if kept.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(id)
    }

    /// A list that this member sent.
    ///
    /// # Errors
    /// [`Error::NotFound`] for another member's, for one that was imported, and after a day.
    pub async fn roster_draft(&self, desk: &Desk, id: RosterDraftId, now: DateTime<Utc>) -> Result<RosterDraft> {
        let (job, sealed, version): (Uuid, Vec<u8>, i64) = db::read!(&self.db, c => {
            sqlx::query_as(
                "select d.job_id, d.reading, d.version from roster_draft d
                 join photo_job j on j.studio_id = d.studio_id and j.id = d.job_id and j.deleted_at is null
                 where d.studio_id = $1 and d.id = $2 and d.member_id = $3 and d.created_at > $4",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .bind(now - KEPT)
            .fetch_one(c)
            .await
        })?;
        let open = self.keys.open_bytes(&sealed, belongs(desk, READING, id))?;
        let Kept { reading, settled } = serde_json::from_slice(&open).map_err(|_| Error::Corrupt("roster"))?;
        Ok(RosterDraft { id, job: PhotoJobId::from_uuid(job), reading, settled, version })
    }

    /// The file of a list as it came; none of a workbook, which can be read in one way alone.
    ///
    /// # Errors
    /// As [`Store::roster_draft`].
    pub async fn roster_file(&self, desk: &Desk, id: RosterDraftId, now: DateTime<Utc>) -> Result<Option<Bytes>> {
        let sealed: Option<Vec<u8>> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select file from roster_draft where studio_id = $1 and id = $2 and member_id = $3 and created_at > $4",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .bind(now - KEPT)
            .fetch_one(c)
            .await
        })?;
        let open = |sealed: Vec<u8>| self.keys.open_bytes(&sealed, belongs(desk, FILE, id));
        Ok(sealed.map(open).transpose()?.map(|file| Bytes::copy_from_slice(&file)))
    }

    /// The list that this member sent for a job and has not imported yet.
    pub async fn waiting_roster(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        now: DateTime<Utc>,
    ) -> Result<Option<RosterDraftId>> {
        let found: Option<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select id from roster_draft where studio_id = $1 and job_id = $2 and member_id = $3 and created_at > $4",
            )
            .bind(desk.studio().uuid())
            .bind(job.uuid())
            .bind(desk.member().uuid())
            .bind(now - KEPT)
            .fetch_optional(c)
            .await
        })?;
        Ok(found.map(RosterDraftId::from_uuid))
    }

    /// Keeps how a list was read in another way. Its rows are others then: nothing is settled any more.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is no longer there.
    pub async fn read_roster_anew(&self, desk: &Desk, id: RosterDraftId, reading: &Reading) -> Result<()> {
        let sealed = self.sealed_reading(desk, id, reading, BTreeMap::new())?;
        db::write_aside!(&self.db, tx => {
            let done = sqlx::query(
                "update roster_draft set reading = $4, version = version + 1
                 where studio_id = $1 and id = $2 and member_id = $3",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .bind(&sealed)
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }

    /// Notes what somebody says of doubtful rows of a list: who each is, or nothing for one that is to be left out. What is said of
    /// other rows stays. What that does is shown again before it is imported ([`Store::roster_preview`]).
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when it is read in another way by now; [`Error::NotFound`] as [`Store::roster_draft`].
    pub async fn settle_roster(
        &self,
        desk: &Desk,
        id: RosterDraftId,
        said: &BTreeMap<u32, Option<Settled>>,
        now: DateTime<Utc>,
    ) -> Result<PhotoJobId> {
        let RosterDraft { job, reading, mut settled, version, .. } = self.roster_draft(desk, id, now).await?;
        for (line, who) in said {
            match who {
                Some(who) => settled.insert(*line, *who),
                None => settled.remove(line),
            };
        }
        let sealed = self.sealed_reading(desk, id, &reading, settled)?;
        db::write_aside!(&self.db, tx => {
            let done = sqlx::query(
                "update roster_draft set reading = $4, version = version + 1
                 where studio_id = $1 and id = $2 and member_id = $3 and version = $5",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .bind(&sealed)
            .bind(version)
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::ChangedMeanwhile) }
        });
        Ok(job)
    }

    /// Forgets a list. Answers which job it was for.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not this member's, or no longer there.
    pub async fn drop_roster(&self, desk: &Desk, id: RosterDraftId) -> Result<PhotoJobId> {
        let job: Uuid = db::write_aside!(&self.db, tx => {
            let job = sqlx::query_scalar(
                "delete from roster_draft where studio_id = $1 and id = $2 and member_id = $3 returning job_id",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .fetch_one(&mut *tx)
            .await?;
            Ok(job)
        });
        Ok(PhotoJobId::from_uuid(job))
    }

    /// Forgets lists that nobody imported for a day.
    pub async fn sweep_rosters(&self, now: DateTime<Utc>) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from roster_draft where created_at <= $1").bind(now - KEPT).execute(&mut *tx).await?;
            Ok(())
        });
        Ok(())
    }

    fn sealed_reading(
        &self,
        desk: &Desk,
        id: RosterDraftId,
        reading: &Reading,
        settled: BTreeMap<u32, Settled>,
    ) -> Result<Vec<u8>> {
        let kept = Kept { reading: reading.clone(), settled };
        let text = zeroize::Zeroizing::new(serde_json::to_vec(&kept).map_err(|_| Error::Corrupt("roster"))?);
        Ok(self.keys.seal_bytes(&text, belongs(desk, READING, id)))
    }
}

fn belongs(desk: &Desk, kind: &'static str, id: RosterDraftId) -> Belongs<'static> {
    Belongs { studio: desk.studio(), kind, id: id.uuid() }
}
