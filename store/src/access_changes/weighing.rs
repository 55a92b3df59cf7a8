//! What a change would change, worked out: of very many logins page by page, so that memory does not grow with them.

use chrono::{DateTime, Utc};
use domain::access::{Access, Change, Difference, Fingerprint};
use domain::ids::DeletionId;

use super::loading::Touched;
use crate::secrets::random;
use crate::{Desk, Error, Result, Store};

/// So many groups of people are told apart; of the others the number is told.
const GROUPS: usize = 40;

/// How much of it is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Whether anybody would notice.
    Whether,
    /// What everybody would notice.
    Whole,
    /// And what taking it back would change.
    WithUndo,
}

/// What a change would change.
pub(super) struct Weighed {
    /// What takes it back.
    pub undo: Change,
    /// What it would change.
    pub difference: Difference,
    /// The name of that.
    pub digest: String,
    /// The name of what taking it back changes, if nobody does anything in between.
    pub back: String,
    /// The studio's version of who sees what at which all this holds.
    pub version: i64,
}

/// What is known of it so far.
#[derive(Default)]
struct Told {
    difference: Difference,
    digest: Fingerprint,
    back: Fingerprint,
}

impl Store {
    /// # Errors
    /// [`Error::NotFound`] for what the change names and is not there; [`Error::NotInTree`] for a move that cannot be.
    pub(super) async fn weigh(
        &self,
        desk: &Desk,
        change: &Change,
        depth: Depth,
        now: DateTime<Utc>,
    ) -> Result<Weighed> {
        let Touched { mut access, version, all_logins } = self.access_touched_by(desk, change).await?;
        let deletion = DeletionId::from_random(random());
        let undo = access.inverse(change, deletion).ok_or(Error::NotFound)?;
        let mut told = Told::default();
        let mut from = None;
        loop {
            if all_logins {
                (access.passes, from) = self.page_of_logins(desk.studio(), from).await?;
            }
            told.add(&access, change, depth, now)?;
            let is_enough = depth == Depth::Whether && !told.difference.is_empty();
            if from.is_none() || is_enough {
                break;
            }
        }
        let Told { difference, digest, back } = told;
        Ok(Weighed { undo, difference, digest: digest.finish(), back: back.finish(), version })
    }
}

impl Told {
    fn add(&mut self, before: &Access, change: &Change, depth: Depth, now: DateTime<Utc>) -> Result<()> {
        let after = before.after(change).map_err(|_| Error::NotInTree("into itself"))?;
        let difference = Difference::between(before, &after, now);
        self.digest.add(&difference);
        self.difference.absorb(difference, GROUPS);
        if depth == Depth::WithUndo {
            self.back.add(&Difference::between(&after, before, now));
        }
        Ok(())
    }
}
