//! Coming to work in a studio, and one's own account: invitations, passwords, links for forgotten ones.

use domain::ids::{InvitationId, MemberId};
use domain::studio::{Act, Email, MemberName, PersonalPassword, Role};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;
use store::{Error, Invited, Member, Queue, SessionToken, Studio};

use super::brakes::unhurried;
use super::guards::{emails_asked, emails_taken};
use super::{AtDesk, Ctx};
use crate::api::problems::taken;
use crate::api::{Answer, ApiError, Field, Problem, Problems};

/// A member's account, and on whose pages it stands.
#[derive(Clone, Debug)]
pub struct OwnAccount {
    /// The person.
    pub member: Member,
    /// The studio; none for the page that everybody has who signs in.
    pub studio: Option<Studio>,
}

impl OwnAccount {
    /// The address of a page of the account: `account` or `devices`. Without a studio it is one page.
    pub fn path(&self, page: &str) -> String {
        match &self.studio {
            Some(studio) => format!("/studio/{}/settings/{page}", studio.address),
            None => "/account".to_owned(),
        }
    }

    /// What its forms say of the studio.
    pub fn field(&self) -> String {
        self.studio.as_ref().map(|studio| studio.address.to_string()).unwrap_or_default()
    }
}

impl Ctx {
    /// The session of the member who asks.
    pub fn member_session(&self) -> Answer<&SessionToken> {
        self.visit.member.as_ref().ok_or(ApiError::SignIn)
    }

    /// Invites somebody to the studio, after the member's password was given.
    pub async fn invite(&self, at: &AtDesk, email: &str, role: &str, password: &str) -> Answer<InvitationId> {
        let role = Role::parse(role).ok_or(ApiError::NotFound)?;
        let field = ApiError::field(Field::Email);
        let email = Email::parse(email).map_err(|problem| field(problem.into()))?;
        self.confirm_password(&at.member, password).await?;
        match self.store().invite(&at.desk, self.member_session()?, &email, role, self.now()).await {
            Err(Error::Taken(_)) => Err(field(Problem::WorksHere)),
            made => Ok(made?),
        }
    }

    /// Somebody who works in the studio, as a form spells the id.
    pub async fn colleague(&self, at: &AtDesk, id: &str) -> Answer<MemberId> {
        let id: MemberId = id.parse().map_err(|_| ApiError::NotFound)?;
        let people = self.store().colleagues(&at.desk).await?;
        if people.iter().any(|one| one.id == id) { Ok(id) } else { Err(ApiError::NotFound) }
    }

    /// The secret end of a fresh invitation's link, in the session that made it.
    pub async fn fresh_invitation(&self, at: &AtDesk, id: &str) -> Answer<Option<SessionToken>> {
        let id: InvitationId = id.parse().map_err(|_| ApiError::NotFound)?;
        Ok(self.store().fresh_invitation(&at.desk, self.member_session()?, id, self.now()).await?)
    }

    /// The link of an invitation was opened.
    pub async fn open_invitation(&self, token: &str) -> Answer {
        let token = SessionToken::parse(token).ok_or(ApiError::NotFound)?;
        self.store().invited(&token, self.now()).await?.ok_or(ApiError::NotFound)?;
        self.keep_letter(&token, "/invitation")
    }

    /// What the invitation says whose link was opened. One that was used, taken back or has ended is like one that never
    /// was.
    pub async fn invited(&self) -> Answer<(SessionToken, Invited)> {
        let token = self.visit.letter.clone().ok_or(ApiError::NotFound)?;
        let invited = self.store().invited(&token, self.now()).await?.ok_or(ApiError::NotFound)?;
        Ok((token, invited))
    }

    /// The same, if it leads to the studio that the form was filled in for: another link may have been opened since.
    async fn invited_to(&self, studio: &str) -> Answer<(SessionToken, Invited)> {
        let found = self.invited().await?;
        if found.1.studio.address.as_str() == studio { Ok(found) } else { Err(ApiError::NotFound) }
    }

    /// Somebody new uses an invitation.
    pub async fn join_as_new(&self, studio: &str, name: &str, password: &str) -> Answer {
        let (token, invited) = self.invited_to(studio).await?;
        let mut bad = Problems::default();
        let name = bad.keep(Field::Name, MemberName::parse(name));
        let good = bad.keep(Field::NewPassword, PersonalPassword::check(password));
        let (Some(name), Some(())) = (name, good) else { return Err(ApiError::Fields(bad)) };
        let hash = self.store().passwords().hash(password, Queue::Strangers).await?;
        let told = self.store().take_attempt(&[emails_taken(invited.studio.id)], self.now()).await?;
        let joined = self.store().join_as_new(&token, &name, &hash, self.now()).await;
        if !matches!(joined, Err(Error::Taken(_))) {
            self.store().give_back(told).await?;
        }
        self.enter_as(joined.map_err(|error| taken(error, Field::NewPassword))?).await?;
        self.remember_address(&invited.email).await?;
        self.throw_letter_away();
        self.go(&format!("/studio/{}", invited.studio.address))
    }

    /// Whoever is signed in uses an invitation.
    pub async fn join(&self, studio: &str) -> Answer {
        let (token, invited) = self.invited_to(studio).await?;
        self.take_place(&token, &invited, self.member().await?.id).await
    }

    /// Somebody who has an account signs in with it and uses an invitation, in one step.
    pub async fn join_by_password(&self, studio: &str, email: &str, password: &str) -> Answer {
        unhurried(Box::pin(async {
            let (token, invited) = self.invited_to(studio).await?;
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
        self.throw_letter_away();
        // Whoever works there already is where they wanted to be, and the invitation is still somebody else's.
        self.go(&format!("/studio/{}", invited.studio.address))
    }

    /// Whose account a form is about: the member's own, on the pages of the studio that it was sent from, or of none.
    pub async fn own_account(&self, studio: Option<&str>) -> Answer<OwnAccount> {
        match studio.filter(|studio| !studio.is_empty()) {
            Some(studio) => {
                let at = self.at_desk(studio, Act::KeepAccount).await?;
                Ok(OwnAccount { member: at.member, studio: Some(at.studio) })
            }
            None => Ok(OwnAccount { member: self.member().await?, studio: None }),
        }
    }

    /// A member changes their name and e-mail; the password was asked for.
    pub async fn change_account(&self, member: &Member, name: &str, email: &str, password: &str) -> Answer {
        let mut bad = Problems::default();
        let name = bad.keep(Field::Name, MemberName::parse(name));
        let email = bad.keep(Field::Email, Email::parse(email));
        let (Some(name), Some(email)) = (name, email) else { return Err(ApiError::Fields(bad)) };
        self.confirm_password(member, password).await?;
        if email.as_str() != member.email {
            // Never given back: that an e-mail is free tells as much as that it is taken.
            let _counted = self.store().take_attempt(&[emails_asked(member.id)], self.now()).await?;
        }
        let changed = self.store().change_account(member.id, &name, &email, self.member_session()?).await;
        changed.map_err(|error| taken(error, Field::Email))?;
        // Under another e-mail it is another door.
        self.remember_member(&email).await
    }

    /// A member chooses another password; the one before was asked for. Every other session of theirs ends.
    pub async fn change_password(&self, member: &Member, password: &str, new: &str) -> Answer {
        let field = ApiError::field(Field::NewPassword);
        PersonalPassword::check(new).map_err(|problem| field(problem.into()))?;
        self.confirm_password(member, password).await?;
        let hash = self.store().passwords().hash(new, Queue::Known).await?;
        Ok(self.store().change_password(member.id, &hash, self.member_session()?).await?)
    }

    /// The link for a new password was opened.
    pub async fn open_reset(&self, token: &str) -> Answer {
        let token = SessionToken::parse(token).ok_or(ApiError::NotFound)?;
        self.store().reset_for(&token, self.now()).await?.ok_or(ApiError::NotFound)?;
        self.keep_letter(&token, "/reset")
    }

    /// Whose password the link changes that was opened.
    pub async fn reset_for(&self) -> Answer<(SessionToken, String)> {
        let token = self.visit.letter.clone().ok_or(ApiError::NotFound)?;
        let email = self.store().reset_for(&token, self.now()).await?.ok_or(ApiError::NotFound)?;
        Ok((token, email))
    }

    /// Sets a new password by such a link, and signs its owner in. `email` is whose the form was filled in for: another
    /// link may have been opened since.
    pub async fn reset_password(&self, email: &str, new: &str) -> Answer {
        let (token, of) = self.reset_for().await?;
        if of != email {
            return Err(ApiError::NotFound);
        }
        let field = ApiError::field(Field::NewPassword);
        PersonalPassword::check(new).map_err(|problem| field(problem.into()))?;
        let hash = self.store().passwords().hash(new, Queue::Known).await?;
        let member = self.store().finish_reset(&token, &hash, self.now()).await?;
        self.enter_as(member).await?;
        self.remember_address(email).await?;
        self.throw_letter_away();
        self.go("/studios")
    }

    /// The secret end of a letter's link goes out of the address at once, where histories and logs keep it, into a cookie:
    /// for an hour, for this browser. It is used up by what is done with it, not by being opened.
    pub(super) fn keep_letter(&self, token: &SessionToken, page: &str) -> Answer {
        Self::set_cookie(&self.house.cookies.write(self.house.cookies.letter(), &token.reveal(), Some(3600)));
        self.lead_away(page)
    }

    /// Leads away from an address that has a secret end; no page is told of it.
    pub(super) fn lead_away(&self, page: &str) -> Answer {
        let response = expect_context::<ResponseOptions>();
        response.insert_header(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        self.go(page)?;
        self.set_status(StatusCode::SEE_OTHER);
        Ok(())
    }

    /// The letter is used up, or whoever opened it has left.
    pub(super) fn throw_letter_away(&self) {
        Self::set_cookie(&self.house.cookies.write(self.house.cookies.letter(), "", Some(0)));
    }

    /// The members' door knows the device from now on, by an e-mail as it is kept.
    async fn remember_address(&self, email: &str) -> Answer {
        match Email::parse(email) {
            Ok(email) => self.remember_member(&email).await,
            Err(_) => Ok(()),
        }
    }
}
