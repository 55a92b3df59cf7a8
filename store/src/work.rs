//! Work in the background: a table in the same database, so that work is enqueued in the transaction that makes it
//! necessary. Any instance may take an item; it holds a lease with a token, and only the holder may finish it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::StudioId;
use uuid::Uuid;

use crate::secrets::random;
use crate::{Error, Result, Store, db};

/// A lease ends by itself after this, unless renewed: the holder has died.
const LEASE: TimeDelta = TimeDelta::seconds(60);
/// After so many failures the item is given up.
const MAX_ATTEMPTS: i64 = 6;

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkKind {
    /// Make the display sizes of a photograph.
    Render,
    /// Delete the objects and the row of a photograph that is gone for good.
    Erase,
}

impl WorkKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Render => "render",
            Self::Erase => "erase",
        }
    }

    fn parse(text: &str) -> Result<Self> {
        match text {
            "render" => Ok(Self::Render),
            "erase" => Ok(Self::Erase),
            _ => Err(Error::Corrupt("kind of work")),
        }
    }
}

/// An item that this process holds.
#[derive(Clone, Debug)]
pub struct Lease {
    /// The studio it is for.
    pub studio: StudioId,
    /// What to do.
    pub kind: WorkKind,
    /// What to do it to.
    pub subject: Uuid,
    pub(crate) item: Uuid,
    pub(crate) token: Uuid,
    attempts: i64,
}

#[derive(sqlx::FromRow)]
struct WorkRow {
    id: Uuid,
    studio_id: Uuid,
    kind: String,
    subject_id: Uuid,
    attempts: i64,
}

/// A photograph whose work was given up.
const FAIL_PHOTO: &str = "update photo set state = 'failed' where studio_id = $1 and id = $2 and state = 'processing'";

/// Ends an item inside the transaction of what it brought about: whoever lost the lease meanwhile brings nothing about.
macro_rules! end_work {
    ($tx:ident, $lease:ident) => {
        let done = sqlx::query("delete from work_item where id = $1 and lease_token = $2")
            .bind($lease.item)
            .bind($lease.token)
            .execute(&mut *$tx)
            .await?;
        if done.rows_affected() != 1 {
            return Err(Error::NotFound);
        }
    };
}

pub(crate) use end_work;

impl Store {
    /// Takes the item whose turn it is, if there is one. A lease that ran out counts as free.
    /// An item that was taken six times and never answered kills its holders: it is given up like one that failed.
    pub async fn take_work(&self, now: DateTime<Utc>) -> Result<Option<Lease>> {
        while let Some(lease) = self.take_next(now).await? {
            if lease.attempts <= MAX_ATTEMPTS {
                return Ok(Some(lease));
            }
            self.postpone_work(&lease, "its holder died each time", now).await?;
        }
        Ok(None)
    }

    async fn take_next(&self, now: DateTime<Utc>) -> Result<Option<Lease>> {
        let token = Uuid::from_bytes(random());
        // On PostgreSQL two instances that pick the same row: the second waits for the first, then finds the row no longer
        // free (the condition is repeated outside) and takes nothing this time.
        let row: Option<WorkRow> = db::write_aside!(&self.db, tx => {
            Ok(sqlx::query_as(
                "update work_item set state = 'leased', attempts = attempts + 1, lease_until = $2, lease_token = $3
                 where id = (
                     select id from work_item
                     where (state = 'waiting' and run_at <= $1) or (state = 'leased' and lease_until <= $1)
                     order by run_at, id limit 1
                 ) and ((state = 'waiting' and run_at <= $1) or (state = 'leased' and lease_until <= $1))
                 returning id, studio_id, kind, subject_id, attempts",
            )
            .bind(now)
            .bind(now + LEASE)
            .bind(token)
            .fetch_optional(&mut *tx)
            .await?)
        });
        row.map(|row| {
            Ok(Lease {
                studio: StudioId::from_uuid(row.studio_id),
                kind: WorkKind::parse(&row.kind)?,
                subject: row.subject_id,
                item: row.id,
                token,
                attempts: row.attempts,
            })
        })
        .transpose()
    }

    /// The work failed for a reason that may pass: tried again after 5 s, 20 s, 80 s ...; given up in the end.
    /// `error` is for the operator; it must name no person and no code. Nothing happens when the lease was lost.
    pub async fn postpone_work(&self, lease: &Lease, error: &str, now: DateTime<Utc>) -> Result<()> {
        let exponent = u32::try_from(lease.attempts.clamp(1, MAX_ATTEMPTS) - 1).unwrap_or(0);
        let state = if lease.attempts >= MAX_ATTEMPTS { "dead" } else { "waiting" };
        db::write_aside!(&self.db, tx => {
            let held = sqlx::query(
                "update work_item set state = $3, run_at = $4, lease_until = null, lease_token = null, last_error = $5
                 where id = $1 and lease_token = $2",
            )
            .bind(lease.item)
            .bind(lease.token)
            .bind(state)
            .bind(now + TimeDelta::seconds(5) * 4_i32.pow(exponent))
            .bind(error)
            .execute(&mut *tx)
            .await?;
            if state == "dead" && held.rows_affected() == 1 {
                sqlx::query(FAIL_PHOTO).bind(lease.studio.uuid()).bind(lease.subject).execute(&mut *tx).await?;
            }
            Ok(())
        });
        Ok(())
    }

    /// Gives an item back unfinished, as if it had not been taken: the server is stopping.
    pub async fn return_work(&self, lease: &Lease) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query(
                "update work_item set state = 'waiting', attempts = attempts - 1, lease_until = null, lease_token = null
                 where id = $1 and lease_token = $2",
            )
            .bind(lease.item)
            .bind(lease.token)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }

    /// Holds an item for another minute. `false`: the lease was lost, stop.
    pub async fn renew_work(&self, lease: &Lease, now: DateTime<Utc>) -> Result<bool> {
        let kept = db::write_aside!(&self.db, tx => {
            let done = sqlx::query("update work_item set lease_until = $3 where id = $1 and lease_token = $2")
                .bind(lease.item)
                .bind(lease.token)
                .bind(now + LEASE)
                .execute(&mut *tx)
                .await?;
            Ok(done.rows_affected() == 1)
        });
        Ok(kept)
    }
}
