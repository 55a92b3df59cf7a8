//! Changes of who sees what, shown before they happen (S31): proposed, confirmed as shown, and taken back.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Change, Difference};
use domain::ids::{AccessChangeId, ClientLoginId, DeletionId, GalleryId};
use uuid::Uuid;

use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

mod applying;
mod loading;
mod parts;
mod weighing;

use applying::Doing;
use weighing::{Depth, Weighed};

/// How long a member may think about a proposal, and how long what was done can be taken back by its own button.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(1);
/// How often a change is worked out anew while others change the same studio.
const TRIES: usize = 5;

/// A change that waits for its member to confirm it.
#[derive(Clone, Debug)]
pub struct ProposedChange {
    /// Its id.
    pub id: AccessChangeId,
    /// The change.
    pub change: Change,
    /// Whether it takes back what the member did before.
    pub undoes: bool,
    /// What it would change, as things stand. Of very many people the first groups are told and the others counted.
    pub difference: Difference,
    /// Names this difference: what is confirmed must be what was shown.
    pub digest: String,
}

/// What became of a change that a member asked for.
#[derive(Clone, Debug)]
pub enum Proposal {
    /// Somebody would notice: it waits to be confirmed.
    Asks(AccessChangeId),
    /// It was done at once: nobody notices, or it is what the member was shown.
    Done(AppliedChange),
}

/// A change that was done.
#[derive(Clone, Debug)]
pub struct AppliedChange {
    /// Its id.
    pub id: AccessChangeId,
    /// The change.
    pub change: Change,
    /// What takes it back.
    pub undo: Change,
    /// Whether it was taken back.
    pub undone: bool,
}

impl AppliedChange {
    /// Of a deletion of galleries, what they are found by.
    pub fn deletion(&self) -> Option<DeletionId> {
        match self.undo {
            Change::Restore { deletion } => Some(deletion),
            _ => None,
        }
    }
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    change: String,
    undo: Option<String>,
    back: Option<String>,
    undoes: Option<Uuid>,
    state: String,
}

impl Store {
    /// What a change would change, as things stand, and the name of that, under which it can be asked for
    /// ([`Store::propose_shown`]).
    ///
    /// # Errors
    /// [`Error::NotFound`] for what the change names and is not there; [`Error::NotInTree`] for a move that cannot be.
    pub async fn difference(&self, desk: &Desk, change: &Change, now: DateTime<Utc>) -> Result<(Difference, String)> {
        let weighed = self.weigh(desk, change, Depth::Whole, now).await?;
        Ok((weighed.difference, weighed.digest))
    }

    /// Keeps a change until its member confirms it; does it at once where nobody would notice. The end of a login always
    /// asks: its code opens nothing any more, whatever it held.
    ///
    /// # Errors
    /// As [`Store::difference`].
    pub async fn propose(&self, desk: &Desk, change: Change, now: DateTime<Utc>) -> Result<Proposal> {
        self.ask(desk, &change, None, now).await
    }

    /// As [`Store::propose`] for a member who was shown already what the change changes, under the name `shown`: if it is
    /// that, it is done at once.
    ///
    /// # Errors
    /// As [`Store::difference`].
    pub async fn propose_shown(
        &self,
        desk: &Desk,
        change: Change,
        shown: &str,
        now: DateTime<Utc>,
    ) -> Result<Proposal> {
        self.ask(desk, &change, Some(shown), now).await
    }

    async fn ask(&self, desk: &Desk, change: &Change, shown: Option<&str>, now: DateTime<Utc>) -> Result<Proposal> {
        let depth = if shown.is_some() { Depth::Whole } else { Depth::Whether };
        let weighed = self.weigh(desk, change, depth, now).await?;
        let id = self.keep_change(desk, change, None, now).await?;
        let is_known = weighed.difference.is_empty() || shown == Some(&*weighed.digest);
        if !is_known || matches!(change, Change::DeleteLogin { .. }) {
            return Ok(Proposal::Asks(id));
        }
        match self.confirm_change(desk, id, &weighed.digest, now).await {
            // Just now somebody came to whom it makes a difference, or others leave no time to be sure.
            Err(Error::ChangedMeanwhile | Error::Busy) => Ok(Proposal::Asks(id)),
            done => done.map(Proposal::Done),
        }
    }

    /// Keeps what a member is about to release to a login and has not asked for yet, for a day: ticks on a part of a large
    /// tree. What is not there to be ticked or unticked is left out; of nothing nothing is kept.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a login that is not there.
    pub async fn keep_ticks(
        &self,
        desk: &Desk,
        login: ClientLoginId,
        mut add: BTreeSet<GalleryId>,
        mut remove: BTreeSet<GalleryId>,
        now: DateTime<Utc>,
    ) -> Result<Option<AccessChangeId>> {
        remove = &remove & &self.releases(desk, login).await?;
        let there = self.part_of_trees(desk.studio(), &BTreeSet::new(), &add).await?;
        add.retain(|gallery| there.node(*gallery).is_some());
        if add.is_empty() && remove.is_empty() {
            return Ok(None);
        }
        self.keep_change(desk, &Change::Release { login, add, remove }, None, now).await.map(Some)
    }

    /// What this member is about to do, as it was kept.
    ///
    /// # Errors
    /// [`Error::NotFound`] as [`Store::proposed_change`].
    pub async fn waiting_change(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<Change> {
        self.change_row(desk, id, now).await?.proposed()
    }

    /// What this member proposed and has not confirmed, worked out anew.
    ///
    /// # Errors
    /// [`Error::NotFound`] for another member's, for one that was done or is older than a day.
    pub async fn proposed_change(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<ProposedChange> {
        let row = self.change_row(desk, id, now).await?;
        let change = row.proposed()?;
        let Weighed { difference, digest, .. } = self.weigh(desk, &change, Depth::Whole, now).await?;
        Ok(ProposedChange { id, change, undoes: row.undoes.is_some(), difference, digest })
    }

    /// Does what was proposed, if it still changes what was shown under `digest`: all of it or nothing.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when it would change something else by now; [`Error::NotFound`] as
    /// [`Store::proposed_change`], and for whoever may not make such a change any more; [`Error::Busy`] when others change
    /// the studio all the time.
    pub async fn confirm_change(
        &self,
        desk: &Desk,
        id: AccessChangeId,
        shown: &str,
        now: DateTime<Utc>,
    ) -> Result<AppliedChange> {
        for _ in 0..TRIES {
            let row = self.change_row(desk, id, now).await?;
            let change = row.proposed()?;
            let weighed = self.weigh(desk, &change, Depth::WithUndo, now).await?;
            if weighed.digest != shown {
                return Err(Error::ChangedMeanwhile);
            }
            let undoes = row.undoes.map(AccessChangeId::from_uuid);
            if self.apply(desk, &change, &weighed, Doing::Proposed { id, undoes }, now).await? {
                return Ok(AppliedChange { id, change, undo: weighed.undo, undone: false });
            }
        }
        Err(Error::Busy)
    }

    /// What this member has done, for a day.
    pub async fn applied_change(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<AppliedChange> {
        let row = self.change_row(desk, id, now).await?;
        let undo = row.undo()?.ok_or(Error::NotFound)?;
        Ok(AppliedChange { id, change: read(&row.change)?, undo, undone: row.state == "undone" })
    }

    /// Takes back what this member has done: at once, if that brings back what was and nothing else. If others changed
    /// something in between, so that it would change more or less than that, it waits to be confirmed; and always where
    /// something goes that may hold more by now than it did, a gallery or a login.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it cannot be taken back any more: something it needs has gone, or it was already.
    /// [`Error::NotInTree`] when a gallery's old place has come to lie in the gallery itself.
    pub async fn undo_change(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<Proposal> {
        let row = self.change_row(desk, id, now).await?;
        let undo = row.undo()?.filter(|_| row.state == "applied").ok_or(Error::NotFound)?;
        for _ in 0..TRIES {
            let weighed = self.weigh(desk, &undo, Depth::Whole, now).await?;
            let as_it_was = weighed.difference.is_empty() || row.back.as_ref() == Some(&weighed.digest);
            if !as_it_was || undo.takes_away() {
                break;
            }
            if self.apply(desk, &undo, &weighed, Doing::Undo(id), now).await? {
                return Ok(Proposal::Done(AppliedChange { id, change: read(&row.change)?, undo, undone: true }));
            }
        }
        Ok(Proposal::Asks(self.keep_change(desk, &undo, Some(id), now).await?))
    }

    /// Keeps a change that waits. What is older than a day goes, but for what a younger one takes back.
    async fn keep_change(
        &self,
        desk: &Desk,
        change: &Change,
        undoes: Option<AccessChangeId>,
        now: DateTime<Utc>,
    ) -> Result<AccessChangeId> {
        let id = AccessChangeId::from_random(random());
        let text = write(change)?;
        db::write_aside!(&self.db, tx => {
            for statement in TOO_OLD {
                sqlx::query(statement).bind(desk.studio().uuid()).bind(now - KEPT).execute(&mut *tx).await?;
            }
            sqlx::query(
                "insert into access_change (studio_id, id, member_id, change, undoes, state, created_at)
                 values ($1, $2, $3, $4, $5, 'proposed', $6)",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(desk.member().uuid())
            .bind(&text)
            .bind(undoes.map(AccessChangeId::uuid))
            .bind(now)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(id)
    }

    async fn change_row(&self, desk: &Desk, id: AccessChangeId, now: DateTime<Utc>) -> Result<ChangeRow> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as(
                "select change, undo, back, undoes, state from access_change
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

const TOO_OLD: [&str; 2] = [
    "delete from access_change where studio_id = $1 and created_at < $2 and id not in (
       select u.undoes from access_change u where u.studio_id = $1 and u.created_at >= $2 and u.undoes is not null)",
    "delete from ended_release where studio_id = $1 and ended_at < $2",
];

impl ChangeRow {
    /// The change, while it waits.
    fn proposed(&self) -> Result<Change> {
        if self.state == "proposed" { read(&self.change) } else { Err(Error::NotFound) }
    }

    /// What takes it back, once it was done.
    fn undo(&self) -> Result<Option<Change>> {
        self.undo.as_deref().map(read).transpose()
    }
}

fn read(change: &str) -> Result<Change> {
    serde_json::from_str(change).map_err(|_| Error::Corrupt("change of access"))
}

fn write(change: &Change) -> Result<String> {
    serde_json::to_string(change).map_err(|_| Error::Corrupt("change of access"))
}
