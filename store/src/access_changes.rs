//! Changes of who sees what, shown before they happen (S31): proposed, confirmed as shown, and taken back.

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Access, Change, Difference};
use domain::gallery::MAX_DEPTH;
use domain::ids::{AccessChangeId, LinkId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

mod applying;
mod loading;

/// How long a member may think about a proposal, and how long what was done can be taken back.
const KEPT: TimeDelta = TimeDelta::days(1);
/// How often a change is worked out anew while others change the same studio.
const TRIES: usize = 5;

/// A change that waits for its member to confirm it.
#[derive(Clone, Debug)]
pub struct ProposedChange {
    /// Its id.
    pub id: AccessChangeId,
    /// The change.
    pub change: Change,
    /// What it would change, as things stand.
    pub difference: Difference,
    /// Names this difference: what is confirmed must be what was shown.
    pub digest: String,
}

/// What became of a change that a member asked for.
#[derive(Clone, Debug)]
pub enum Proposal {
    /// Somebody would notice: it waits to be confirmed.
    Asks(AccessChangeId),
    /// Nobody notices: it was done at once.
    Done(AppliedChange),
}

/// A change that was done.
#[derive(Clone, Debug)]
pub struct AppliedChange {
    /// Its id.
    pub id: AccessChangeId,
    /// The change.
    pub change: Change,
    /// Whether it can be taken back.
    pub can_be_undone: bool,
    /// Whether it was.
    pub undone: bool,
    /// What takes back the deletion of galleries.
    pub deletion: Option<Uuid>,
}

/// What takes a change back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Undo {
    /// Another change.
    Change(Change),
    /// The galleries of a deletion come back.
    Restore(Uuid),
    /// A link counts again.
    Revive(LinkId),
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    change: String,
    undo: Option<String>,
    state: String,
}

/// A change with the state of things in which it was worked out.
struct Weighed {
    change: Change,
    before: Access,
    difference: Difference,
    version: i64,
}

impl Store {
    /// What a change would change, as things stand.
    ///
    /// # Errors
    /// [`Error::NotFound`] for what the change names and is not there; [`Error::NotInTree`] for a move that cannot be.
    pub async fn difference(&self, desk: &Desk, change: &Change, now: DateTime<Utc>) -> Result<Difference> {
        Ok(self.weigh(desk, change.clone(), now).await?.difference)
    }

    /// Keeps a change until its member confirms it; does it at once where nobody would notice. The end of a login cannot
    /// be taken back, so it always asks.
    ///
    /// # Errors
    /// As [`Store::difference`].
    pub async fn propose(&self, desk: &Desk, change: Change, now: DateTime<Utc>) -> Result<Proposal> {
        let difference = self.difference(desk, &change, now).await?;
        let id = AccessChangeId::from_random(random());
        let text = serde_json::to_string(&change).map_err(|_| Error::Corrupt("change of access"))?;
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from access_change where studio_id = $1 and created_at < $2")
                .bind(desk.studio().uuid())
                .bind(now - KEPT)
                .execute(&mut *tx)
                .await?;
            sqlx::query(
                "insert into access_change (studio_id, id, member_id, change, state, created_at)
                 values ($1, $2, $3, $4, 'proposed', $5)",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .bind(&text)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        if !difference.is_empty() || matches!(change, Change::DeleteLogin { .. }) {
            return Ok(Proposal::Asks(id));
        }
        match self.confirm_change(desk, id, &digest(&difference)?, now).await {
            // Just now somebody came to whom it makes a difference.
            Err(Error::ChangedMeanwhile) => Ok(Proposal::Asks(id)),
            done => done.map(Proposal::Done),
        }
    }

    /// What this member proposed and has not confirmed, worked out anew.
    ///
    /// # Errors
    /// [`Error::NotFound`] for another member's, for one that was done or is older than a day.
    pub async fn proposed_change(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<ProposedChange> {
        let row = self.change_row(desk, id, now).await?;
        if row.state != "proposed" {
            return Err(Error::NotFound);
        }
        let weighed = self.weigh(desk, row.change()?, now).await?;
        let digest = digest(&weighed.difference)?;
        Ok(ProposedChange { id, change: weighed.change, difference: weighed.difference, digest })
    }

    /// Does what was proposed, if it still changes what was shown under `digest`: all of it or nothing.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when it would change something else by now; [`Error::NotFound`] as
    /// [`Store::proposed_change`].
    pub async fn confirm_change(
        &self,
        desk: &Desk,
        id: AccessChangeId,
        shown: &str,
        now: DateTime<Utc>,
    ) -> Result<AppliedChange> {
        for _ in 0..TRIES {
            let row = self.change_row(desk, id, now).await?;
            if row.state != "proposed" {
                return Err(Error::NotFound);
            }
            let weighed = self.weigh(desk, row.change()?, now).await?;
            if digest(&weighed.difference)? != shown {
                return Err(Error::ChangedMeanwhile);
            }
            let undo = match &weighed.change {
                Change::Delete { .. } => Some(Undo::Restore(Uuid::from_bytes(random()))),
                Change::RevokeLink { link } => Some(Undo::Revive(*link)),
                change => weighed.before.inverse(change).map(Undo::Change),
            };
            if self.apply(desk, id, &weighed, undo.as_ref(), now).await? {
                return Ok(AppliedChange::of(id, weighed.change, undo, false));
            }
        }
        Err(Error::Busy)
    }

    /// What this member has done, for a day.
    pub async fn applied_change(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<AppliedChange> {
        let row = self.change_row(desk, id, now).await?;
        if row.state == "proposed" {
            return Err(Error::NotFound);
        }
        let undone = row.state == "undone";
        Ok(AppliedChange::of(id, row.change()?, row.undo()?, undone))
    }

    /// Takes back what this member has done. Nothing is asked: it brings back what was.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it cannot be taken back any more: something it needs has gone, or it was already.
    /// [`Error::NotInTree`] when a gallery's old place has come to lie in the gallery itself.
    pub async fn undo_change(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<AppliedChange> {
        let row = self.change_row(desk, id, now).await?;
        let undo = row.undo()?.filter(|_| row.state == "applied").ok_or(Error::NotFound)?;
        self.take_back(desk, id, &undo, now).await?;
        Ok(AppliedChange::of(id, row.change()?, Some(undo), true))
    }

    async fn weigh(&self, desk: &Desk, change: Change, now: DateTime<Utc>) -> Result<Weighed> {
        let (before, version) = self.access_touched_by(desk, &change).await?;
        let after = before.after(&change).map_err(|_| Error::NotInTree("into itself"))?;
        if matches!(change, Change::Move { .. }) && after.tree.levels() > MAX_DEPTH {
            return Err(Error::NotInTree("too deep"));
        }
        let difference = Difference::between(&before, &after, now);
        Ok(Weighed { change, before, difference, version })
    }

    async fn change_row(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<ChangeRow> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as(
                "select change, undo, state from access_change
                 where studio_id = $1 and id = $2 and member_id = $3 and created_at >= $4",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .bind(now - KEPT)
            .fetch_one(c)
            .await
        })?;
        Ok(row)
    }
}

impl ChangeRow {
    fn change(&self) -> Result<Change> {
        serde_json::from_str(&self.change).map_err(|_| Error::Corrupt("change of access"))
    }

    fn undo(&self) -> Result<Option<Undo>> {
        let undo = self.undo.as_deref().map(serde_json::from_str).transpose();
        undo.map_err(|_| Error::Corrupt("change of access"))
    }
}

impl AppliedChange {
    fn of(id: AccessChangeId, change: Change, undo: Option<Undo>, undone: bool) -> Self {
        let deletion = match undo {
            Some(Undo::Restore(deletion)) => Some(deletion),
            _ => None,
        };
        Self { id, change, can_be_undone: undo.is_some() && !undone, undone, deletion }
    }
}

/// A name for a difference, the same for the same difference alone.
fn digest(difference: &Difference) -> Result<String> {
    let text = serde_json::to_vec(difference).map_err(|_| Error::Corrupt("difference"))?;
    Ok(crate::secrets::hex(&Sha256::digest(text)))
}
