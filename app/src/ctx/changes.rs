//! How every change of who sees what goes its way (S31): shown first where somebody would notice, done at once where not.

use domain::access::Change;
use domain::studio::Act;
use store::{AppliedChange, Proposal};

use super::{AtDesk, Ctx};
use crate::api::{Answer, ApiError};
use crate::ui::changes::{names_for, onward};

/// What a member must be allowed to do to make this change: asked when it is proposed and again when it is confirmed or
/// taken back, since a role may have changed in between.
pub fn act_of(change: &Change) -> Act {
    match change {
        Change::Navigation { .. } | Change::PasswordAsked { .. } | Change::Move { .. } | Change::Delete { .. } => {
            Act::ChangeGalleries
        }
        Change::Release { .. } | Change::RevokeLink { .. } | Change::DeleteLogin { .. } => Act::LetIn,
        Change::Mode { .. } | Change::ClientLogins { .. } => Act::ChangeStudio,
    }
}

impl AtDesk {
    /// Goes on only if the member may do this; else there is no such thing.
    pub fn must(&self, act: Act) -> Answer {
        if self.may(act) { Ok(()) } else { Err(ApiError::NotFound) }
    }
}

impl Ctx {
    /// Asks for a change: leads to the page that shows its difference, or to where it leads once it is done.
    pub async fn propose(&self, at: &AtDesk, change: Change) -> Answer {
        at.must(act_of(&change))?;
        match self.store().propose(&at.desk, change, self.now()).await? {
            Proposal::Asks(id) => self.go(&at.path(&format!("/changes/{id}"))),
            Proposal::Done(done) => self.go_on_from(at, &done).await,
        }
    }

    /// Leads to where a change is told that was done or taken back.
    pub async fn go_on_from(&self, at: &AtDesk, done: &AppliedChange) -> Answer {
        let names = names_for(self, at, &done.change).await?;
        self.go(&at.path(&onward(done, &names)))
    }
}
