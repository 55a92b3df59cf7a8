//! How every change of who sees what goes its way (S31): shown first where somebody would notice, done at once where not.

use domain::access::Change;
use domain::ids::ClientLoginId;
use domain::studio::Act;
use store::{AppliedChange, Proposal};

use super::{AtDesk, Ctx};
use crate::api::forms::Ticks;
use crate::api::{Answer, ApiError};
use crate::ui::changes::{Named, onward};

impl AtDesk {
    /// Goes on only if the member may do this; else there is no such thing.
    pub fn must(&self, act: Act) -> Answer {
        if self.may(act) { Ok(()) } else { Err(ApiError::NotFound) }
    }
}

impl Ctx {
    /// Asks for a change: leads to the page that shows its difference, or to where it leads once it is done.
    pub async fn propose(&self, at: &AtDesk, change: Change) -> Answer {
        at.must(change.act())?;
        let proposal = self.store().propose(&at.desk, change, self.now()).await?;
        self.go_on_with(at, &proposal).await
    }

    /// The same for a member to whom a script has shown already what the change changes, under the name `shown`.
    pub async fn propose_shown(&self, at: &AtDesk, change: Change, shown: &str) -> Answer {
        at.must(change.act())?;
        let proposal = self.store().propose_shown(&at.desk, change, shown, self.now()).await?;
        self.go_on_with(at, &proposal).await
    }

    /// What this member ticked for a login on other parts of a large tree, and has not saved: nothing, if it is not known
    /// or another login's.
    pub async fn draft(&self, at: &AtDesk, login: ClientLoginId, draft: Option<&str>) -> Answer<Ticks> {
        let Some(id) = draft.and_then(|draft| draft.parse().ok()) else {
            return Ok(Ticks::default());
        };
        match self.store().waiting_change(&at.desk, id, self.now()).await.map_err(ApiError::from) {
            Ok(Change::Release { login: this, add, remove }) if this == login => Ok(Ticks { add, remove }),
            Ok(_) | Err(ApiError::NotFound) => Ok(Ticks::default()),
            Err(error) => Err(error),
        }
    }

    /// Leads to the question, or to where it is told what was done.
    pub async fn go_on_with(&self, at: &AtDesk, proposal: &Proposal) -> Answer {
        match proposal {
            Proposal::Asks(id) => self.go(&at.path(&format!("/changes/{id}"))),
            Proposal::Done(done) => self.go_on_from(at, done).await,
        }
    }

    /// Leads to where a change is told that was done or taken back.
    pub async fn go_on_from(&self, at: &AtDesk, done: &AppliedChange) -> Answer {
        let named = Named::of_done(self, at, done).await?;
        self.go(&at.path(&onward(done, &named)))
    }
}
