//! Coming in and leaving: codes, links, gallery passwords, sign-in.

use domain::code::Code;
use domain::ids::{GalleryId, MemberId};
use domain::studio::StudioAddress;
use store::{Door, Entrance, SessionToken};

use super::brakes::unhurried;
use super::guards::Beside;
use super::{AtStudio, Ctx};
use crate::api::{Answer, ApiError, Field};

impl Ctx {
    /// A code at the front door: brakes, then one look-up, then a session. Nothing tells one failure from another.
    pub async fn enter_by_code(&self, address: &str, code: &str, beside: &Beside) -> Answer {
        unhurried(Box::pin(self.try_code(address, code, beside))).await
    }

    async fn try_code(&self, address: &str, code: &str, beside: &Beside) -> Answer {
        let place = ["studio", address];
        let code = self.typed_or_kept(code, Field::Code, &place)?;
        let tried = self.try_typed_code(address, &code, beside).await;
        self.keep_untried(&tried, &code, &place);
        tried
    }

    async fn try_typed_code(&self, address: &str, code: &str, beside: &Beside) -> Answer {
        let studio = match StudioAddress::parse(address) {
            Ok(address) => self.store().studio(&address).await?,
            Err(_) => None,
        };
        let code = Code::parse(code).ok();
        let id = studio.as_ref().map(|studio| studio.id);
        let companion = beside.companion.as_deref().filter(|companion| !companion.is_empty());
        let fits = companion.map(|companion| match (id, &code) {
            (Some(studio), Some(code)) => self.store().is_companion(companion, studio, code),
            _ => false,
        });
        let guard = match (fits, id) {
            (Some(true), Some(studio)) => self.guard_companion(studio),
            _ => self.guard_studio(address, id, code.as_ref()),
        };
        let attempt = async {
            // A companion that does not fit is a guess, whatever stands beside it.
            let code = code.as_ref().filter(|_| fits != Some(false)).ok_or(ApiError::Rejected)?;
            let entered =
                self.store().enter_by_code(studio.as_ref(), code, self.visit.guest.as_ref(), self.now()).await?;
            entered.zip(studio.as_ref()).ok_or(ApiError::Rejected)
        };
        let ((token, entrance), studio) = self.braked(&guard, beside, attempt).await?;
        self.set_guest(&token);
        let by = format!("{} {}", studio.id, code.as_ref().map_or("", Code::canonical));
        let parents = match entrance {
            Entrance::Connection(job) => Some(Door::Parents(job)),
            _ => None,
        };
        self.remember_device(Door::Studio(studio.id), &by, parents).await?;
        let address = &studio.address;
        match entrance {
            Entrance::Overview => self.go(&format!("/{address}/overview")),
            Entrance::Children => self.go(&format!("/{address}/children")),
            Entrance::Staff(job) => self.go(&format!("/{address}/jobs/{job}")),
            Entrance::Connection(job) => self.go(&format!("/{address}/find/{job}")),
        }
    }

    /// A gallery's password, at its own locked door. Whoever does not stand before that door is told that there is none.
    pub async fn unlock(&self, address: &str, gallery: &str, password: &str, beside: &Beside) -> Answer {
        unhurried(Box::pin(self.try_password(address, gallery, password, beside))).await
    }

    async fn try_password(&self, address: &str, gallery: &str, password: &str, beside: &Beside) -> Answer {
        let at = self.at_studio(address).await?;
        let gallery: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        let inside = format!("/{}/g/{gallery}", at.studio.address);
        match at.sight.sight.grant(gallery) {
            Ok(_) => {
                // It was opened in another way since: what was typed here is needed no more.
                self.forget_typed();
                return self.go(&inside);
            }
            Err(domain::access::Denied::Hidden) => return Err(ApiError::NotFound),
            Err(domain::access::Denied::PasswordNeeded) => {}
        }
        let name = gallery.to_string();
        let place = ["gallery", &*name];
        let password = self.typed_or_kept(password, Field::Password, &place)?;
        let tried = self.try_typed_password(&at, gallery, &password, beside).await;
        self.keep_untried(&tried, &password, &place);
        tried?;
        self.go(&inside)
    }

    async fn try_typed_password(&self, at: &AtStudio, gallery: GalleryId, password: &str, beside: &Beside) -> Answer {
        // Read before the password is tried: one that changes meanwhile leaves the device unknown.
        let door = self.store().gallery_door(at.studio.id, gallery).await?;
        let guard = self.guard_gallery(at.studio.address.as_str(), at.studio.id, gallery, door);
        let attempt = async {
            let password = domain::gallery::GalleryPassword::parse(password).map_err(|_| ApiError::Rejected)?;
            let guest = self.visit.guest.as_ref();
            let opened = self.store().unlock_gallery(guest, at.studio.id, gallery, &password, self.now()).await?;
            opened.ok_or(ApiError::Rejected)
        };
        let token = self.braked(&guard, beside, attempt).await?;
        self.set_guest(&token);
        self.remember_device(door, &gallery.to_string(), None).await
    }

    /// A link was followed: the session holds it from now on, and the browser goes to its gallery.
    pub async fn follow_link(&self, address: &str, token: &str) -> Answer {
        let studio = self.studio(address).await?;
        let token = SessionToken::parse(token).ok_or(ApiError::NotFound)?;
        // Never given back: each time may write a session.
        let _counted = self.store().take_attempt(&[self.crowd()], self.now()).await?;
        let opened = self.store().follow_link(&studio, &token, self.visit.guest.as_ref(), self.now()).await?;
        self.set_guest(&opened.session);
        self.forget_typed();
        self.go(&format!("/{}/g/{}", studio.address, opened.gallery))
    }

    /// A member signs in.
    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        unhurried(Box::pin(self.try_sign_in(email, password))).await
    }

    async fn try_sign_in(&self, email: &str, password: &str) -> Answer {
        let member = self.member_by_password(email, password).await?;
        self.enter_as(member).await?;
        self.go("/studios")
    }

    /// Whose e-mail and password these are, under the brakes. To be called within the floor of time.
    pub(super) async fn member_by_password(&self, email: &str, password: &str) -> Answer<MemberId> {
        let email = domain::studio::Email::parse(email).ok();
        let guard = self.guard_member(email.as_ref());
        let queue = guard.queue;
        let attempt = async {
            if password.len() > domain::studio::PersonalPassword::MAX {
                return Err(ApiError::Rejected);
            }
            self.store().member_by_password(email.as_ref(), password, queue).await?.ok_or(ApiError::Rejected)
        };
        let member = self.braked(&guard, &Beside::default(), attempt).await?;
        if let Some(email) = &email {
            self.remember_member(email).await?;
        }
        Ok(member)
    }

    /// Signs a member in, in the place of whoever was signed in here before.
    pub(super) async fn enter_as(&self, member: MemberId) -> Answer {
        // The cookie of whoever was signed in here before is about to go: nobody else shall go on with it.
        if let Some(before) = &self.visit.member {
            self.store().end_session(before).await?;
        }
        self.begin_member_session(member).await
    }

    /// Signs a member in without asking again: after the first run.
    pub async fn begin_member_session(&self, member: MemberId) -> Answer {
        let token = self.store().start_member_session(member, self.visit.device, self.now()).await?;
        Self::set_cookie(&self.house.cookies.write(self.house.cookies.member(), &token.reveal(), Some(90 * 86_400)));
        Ok(())
    }

    /// The guest leaves. Whoever uses the browser next finds nothing that was typed here.
    pub async fn end_guest_session(&self) -> Answer {
        if let Some(token) = &self.visit.guest {
            self.store().end_session(token).await?;
        }
        self.forget(self.house.cookies.guest());
        self.forget_typed();
        Ok(())
    }

    /// The member signs out. Whoever uses the browser next finds nothing that was typed or opened here.
    pub async fn end_member_session(&self) -> Answer {
        if let Some(token) = &self.visit.member {
            self.store().end_session(token).await?;
        }
        self.forget(self.house.cookies.member());
        self.forget_typed();
        self.throw_letter_away();
        Ok(())
    }
}
