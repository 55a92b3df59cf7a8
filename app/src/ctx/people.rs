//! Coming to work in a studio, and one's own account: invitations, passwords, links for forgotten ones.

use domain::ids::{InvitationId, MemberId};
use domain::studio::{Email, MemberName, PersonalPassword, Role};
use store::{Error, Invited, Queue, SessionToken};

use super::brakes::unhurried;
use super::{AtDesk, Ctx};
use crate::api::problems::taken;
use crate::api::{Answer, ApiError, Field, Problem, Problems};

impl Ctx {
    /// The session of the member who asks.
    pub fn member_session(&self) -> Answer<&SessionToken> {
        self.visit.member.as_ref().ok_or(ApiError::SignIn)
    }

    /// Invites somebody to the studio.
    pub async fn invite(&self, at: &AtDesk, email: &str, role: &str) -> Answer<InvitationId> {
        let role = Role::parse(role).ok_or(ApiError::NotFound)?;
        let field = ApiError::field(Field::Email);
        let email = Email::parse(email).map_err(|problem| field(problem.into()))?;
        match self.store().invite(&at.desk, self.member_session()?, &email, role, self.now()).await {
            Err(Error::Taken(_)) => Err(field(Problem::WorksHere)),
            made => Ok(made?),
        }
    }

    /// The secret end of a fresh invitation's link, in the session that made it.
    pub async fn fresh_invitation(&self, at: &AtDesk, id: &str) -> Answer<Option<SessionToken>> {
        let id: InvitationId = id.parse().map_err(|_| ApiError::NotFound)?;
        Ok(self.store().fresh_invitation(&at.desk, self.member_session()?, id, self.now()).await?)
    }

    /// What an invitation says. One that was used, taken back or has ended is like one that never was.
    pub async fn invited(&self, token: &str) -> Answer<(SessionToken, Invited)> {
        let token = SessionToken::parse(token).ok_or(ApiError::NotFound)?;
        let invited = self.store().invited(&token, self.now()).await?.ok_or(ApiError::NotFound)?;
        Ok((token, invited))
    }

    /// Somebody new uses an invitation.
    pub async fn join_as_new(&self, token: &str, name: &str, password: &str) -> Answer {
        let (token, invited) = self.invited(token).await?;
        let mut bad = Problems::default();
        let name = bad.keep(Field::Name, MemberName::parse(name));
        let good = bad.keep(Field::NewPassword, PersonalPassword::check(password));
        let (Some(name), Some(())) = (name, good) else { return Err(ApiError::Fields(bad)) };
        let hash = self.store().passwords().hash(password, Queue::Strangers).await?;
        let joined = self.store().join_as_new(&token, &name, &hash, self.now()).await;
        self.enter_as(joined.map_err(|error| taken(error, Field::NewPassword))?).await?;
        self.remember_address(&invited.email).await?;
        self.go(&format!("/studio/{}", invited.studio.address))
    }

    /// Whoever is signed in uses an invitation.
    pub async fn join(&self, token: &str) -> Answer {
        let (token, invited) = self.invited(token).await?;
        self.take_place(&token, &invited, self.member().await?.id).await
    }

    /// Somebody who has an account signs in with it and uses an invitation, in one step.
    pub async fn join_by_password(&self, token: &str, email: &str, password: &str) -> Answer {
        unhurried(Box::pin(async {
            let (token, invited) = self.invited(token).await?;
            let member = self.member_by_password(email, password).await?;
            self.enter_as(member).await?;
            self.take_place(&token, &invited, member).await
        }))
        .await
    }

    async fn take_place(&self, token: &SessionToken, invited: &Invited, member: MemberId) -> Answer {
        match self.store().join(token, member, self.now()).await {
            Err(Error::Taken(_)) => {}
            joined => joined?,
        }
        // Whoever works there already is where they wanted to be, and the invitation is still somebody else's.
        self.go(&format!("/studio/{}", invited.studio.address))
    }

    /// A member changes their name and e-mail; the password was asked for.
    pub async fn change_account(&self, at: &AtDesk, name: &str, email: &str, password: &str) -> Answer {
        let mut bad = Problems::default();
        let name = bad.keep(Field::Name, MemberName::parse(name));
        let email = bad.keep(Field::Email, Email::parse(email));
        let (Some(name), Some(email)) = (name, email) else { return Err(ApiError::Fields(bad)) };
        self.confirm_password(at, password).await?;
        let changed = self.store().change_account(at.member.id, &name, &email, self.member_session()?).await;
        changed.map_err(|error| taken(error, Field::Email))?;
        // Under another e-mail it is another door.
        self.remember_member(&email).await
    }

    /// A member chooses another password; the one before was asked for. Every other session of theirs ends.
    pub async fn change_password(&self, at: &AtDesk, password: &str, new: &str) -> Answer {
        let field = ApiError::field(Field::NewPassword);
        PersonalPassword::check(new).map_err(|problem| field(problem.into()))?;
        self.confirm_password(at, password).await?;
        let hash = self.store().passwords().hash(new, Queue::Known).await?;
        Ok(self.store().change_password(at.member.id, &hash, self.member_session()?).await?)
    }

    /// Whose password a link changes.
    pub async fn reset_for(&self, token: &str) -> Answer<String> {
        let token = SessionToken::parse(token).ok_or(ApiError::NotFound)?;
        self.store().reset_for(&token, self.now()).await?.ok_or(ApiError::NotFound)
    }

    /// Sets a new password by such a link, and signs its owner in.
    pub async fn reset_password(&self, token: &str, new: &str) -> Answer {
        let email = self.reset_for(token).await?;
        let token = SessionToken::parse(token).ok_or(ApiError::NotFound)?;
        let field = ApiError::field(Field::NewPassword);
        PersonalPassword::check(new).map_err(|problem| field(problem.into()))?;
        let hash = self.store().passwords().hash(new, Queue::Known).await?;
        let member = self.store().finish_reset(&token, &hash, self.now()).await?;
        self.enter_as(member).await?;
        self.remember_address(&email).await?;
        self.go("/studios")
    }

    /// The members' door knows the device from now on, by an e-mail as it is kept.
    async fn remember_address(&self, email: &str) -> Answer {
        match Email::parse(email) {
            Ok(email) => self.remember_member(&email).await,
            Err(_) => Ok(()),
        }
    }
}
