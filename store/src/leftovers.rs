//! Objects without a row: a crash between object and row leaves one (SECURITY section 6). They are moved to `trash/` and
//! kept there for a month: after an older backup of the database was restored, newer photographs look just like them.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::StudioId;
use futures::TryStreamExt;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::blobs::{Found, Kind};
use crate::{Result, Store, db};

/// An object may be this old before its row is missed: whoever writes it needs seconds.
const GRACE: TimeDelta = TimeDelta::hours(24);
/// How long the trash is kept.
const KEPT: TimeDelta = TimeDelta::days(30);
/// Objects that are looked up in one question.
const BATCH: usize = 500;

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Objects without a row that were moved to the trash.
    pub moved: u64,
    /// Objects that had been in the trash for a month, and files that a crash left half-written.
    pub deleted: u64,
}

impl Store {
    /// Goes through all objects of the studios that this database knows; those of others are not ours to judge, another
    /// installation may keep them there. Broken off anywhere it can begin again, and several may do it at once.
    pub async fn sweep_objects(&self, now: DateTime<Utc>) -> Result<Swept> {
        let studios: Vec<Uuid> =
            db::read!(&self.db, c => sqlx::query_scalar("select id from studio order by id").fetch_all(c).await)?;
        let mut swept = Swept::default();
        for studio in studios {
            for kind in [Kind::Original, Kind::Sized, Kind::Part, Kind::Logo] {
                swept.moved += self.sweep_kind(StudioId::from_uuid(studio), kind, now).await?;
            }
        }
        swept.deleted += self.blobs.empty_trash((now - KEPT).date_naive()).await?;
        swept.deleted += self.blobs.delete_half_written(now - GRACE).await?;
        Ok(swept)
    }

    async fn sweep_kind(&self, studio: StudioId, kind: Kind, now: DateTime<Utc>) -> Result<u64> {
        let mut objects = self.blobs.found(kind, studio);
        let mut moved = 0;
        loop {
            let mut batch: Vec<Found> = Vec::new();
            while batch.len() < BATCH
                && let Some(found) = objects.try_next().await?
            {
                if found.written_at <= now - GRACE {
                    batch.push(found);
                }
            }
            if batch.is_empty() {
                return Ok(moved);
            }
            let known = self.known(studio, kind, batch.iter().map(|found| found.subject).collect()).await?;
            for found in batch.iter().filter(|found| !known.contains(&found.subject)) {
                self.blobs.discard(found, now.date_naive()).await?;
                moved += 1;
            }
        }
    }

    /// Which of these the database has a row for, a deleted one included.
    async fn known(&self, studio: StudioId, kind: Kind, subjects: BTreeSet<Uuid>) -> Result<BTreeSet<Uuid>> {
        let known: Vec<Uuid> = db::read!(&self.db, c => {
            let (known, among) = match kind {
                Kind::Original | Kind::Sized => ("select id from photo where studio_id = ", " and id in "),
                Kind::Part => ("select id from upload where studio_id = ", " and id in "),
                Kind::Logo => ("select logo_id from studio where id = ", " and logo_id in "),
            };
            let mut query = QueryBuilder::new(known);
            query.push_bind(studio.uuid()).push(among);
            db::among!(query, subjects.iter().copied());
            query.build_query_scalar().fetch_all(c).await
        })?;
        Ok(known.into_iter().collect())
    }
}
