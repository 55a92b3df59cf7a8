//! One door to whoever is asking. Pages and server functions learn the viewer here and nowhere else.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::device::Device;
use domain::ids::GalleryId;
use domain::studio::{Act, DeskLanguage, Language, StudioAddress};
use http::StatusCode;
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;
use store::{Desk, Error, GuestSight, KnownDevice, Member, SessionToken, Store, Studio};

use crate::api::{Answer, ApiError};

mod brakes;
mod changes;
mod children;
mod cookies;
mod desk;
mod entry;
mod guards;
mod jobs;
mod kept;
mod operator;
mod people;
mod preview;

pub use children::{STATEMENT, Sought};
pub use cookies::Cookies;
pub use desk::{Opening, TOP, code_of_link, login_id};
pub use guards::{Beside, Guard};
pub use jobs::{draft_id, job_id, subject_id};
pub use people::OwnAccount;
pub use preview::Previewed;

/// What the server's first layer has learnt of a request; it stands in the request's extensions.
#[derive(Clone, Debug)]
pub struct Visit {
    /// When the request came.
    pub now: DateTime<Utc>,
    /// A guest's session, as the cookie claims.
    pub guest: Option<SessionToken>,
    /// A member's session, as the cookie claims.
    pub member: Option<SessionToken>,
    /// A session of the operator's page, as the cookie claims.
    pub operator: Option<SessionToken>,
    /// The secret end of the link in a letter (an invitation, a new password) or to the operator's page that was opened a
    /// moment ago.
    pub letter: Option<SessionToken>,
    /// The device, as the cookie claims.
    pub known_device: Option<KnownDevice>,
    /// What was typed at a slow door, sealed, as the cookie claims.
    pub kept: Option<String>,
    /// The languages of ours that the visitor reads, the dearest first: the one they chose, then what the browser prefers.
    pub languages: Vec<Language>,
    /// What it comes with, in families.
    pub device: Device,
    /// Where the request comes from, for the brakes on guessing.
    pub network: Network,
}

/// The two networks that share a budget of failures (SECURITY section 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// IPv4 /32 or IPv6 /64.
    pub near: String,
    /// IPv4 /24 or IPv6 /48.
    pub far: String,
}

/// What the whole program knows; provided once.
#[derive(Clone, Debug)]
pub struct House {
    /// Everything that is kept.
    pub store: Arc<Store>,
    /// How cookies are written.
    pub cookies: Cookies,
    /// Scheme, host and port that browsers use, without a slash at the end.
    pub public_url: Arc<str>,
    /// The one-time token of the first run, while nobody has set the installation up.
    pub first_run_token: Option<Arc<str>>,
}

/// One request, with everything that pages and server functions may ask.
#[derive(Clone, Debug)]
pub struct Ctx {
    house: House,
    visit: Visit,
    path: String,
}

/// A member at work in a studio.
#[derive(Clone, Debug)]
pub struct AtDesk {
    /// The person.
    pub member: Member,
    /// The studio.
    pub studio: Studio,
    /// The proof.
    pub desk: Desk,
}

impl AtDesk {
    /// Whether the member's role may do that: what one may not do is not shown.
    pub fn may(&self, act: Act) -> bool {
        self.desk.role().may(act)
    }

    /// The address of one of the studio's own pages: `rest` is empty or begins with a slash.
    pub fn path(&self, rest: &str) -> String {
        format!("/studio/{}{rest}", self.studio.address)
    }
}

/// A guest in a studio, or a member who looks through a guest's eyes (S34).
#[derive(Clone, Debug)]
pub struct AtStudio {
    /// The studio.
    pub studio: Studio,
    /// The guest and what they see.
    pub sight: GuestSight,
    /// Whose eyes a member looks through; none for a guest.
    pub preview: Option<Previewed>,
}

impl AtStudio {
    /// The address under which the pages of this visit lie; `rest` is empty or begins with a slash.
    pub fn path(&self, rest: &str) -> String {
        match &self.preview {
            None => format!("/{}{rest}", self.studio.address),
            Some(preview) => format!("{}{rest}", preview.path(&self.studio)),
        }
    }
}

impl Ctx {
    /// The request that is being answered by a page or a server function.
    ///
    /// # Errors
    /// [`ApiError::Failed`] outside a request.
    pub fn current() -> Answer<Self> {
        let house = use_context::<House>().ok_or(ApiError::Failed)?;
        let parts = use_context::<http::request::Parts>().ok_or(ApiError::Failed)?;
        Self::of(house, &parts)
    }

    /// The request that is being answered by a route of the server.
    ///
    /// # Errors
    /// [`ApiError::Failed`] when the server's first layer has not seen it.
    pub fn of(house: House, parts: &http::request::Parts) -> Answer<Self> {
        let visit = parts.extensions.get::<Visit>().cloned().ok_or(ApiError::Failed)?;
        let path = parts.uri.path().to_owned();
        Ok(Self { house, visit, path })
    }

    /// What the server's first layer has learnt of the request.
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    /// Everything that is kept.
    pub fn store(&self) -> &Store {
        &self.house.store
    }

    /// When the request came.
    pub fn now(&self) -> DateTime<Utc> {
        self.visit.now
    }

    /// The path that was asked for.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Scheme, host and port that browsers use, without a slash at the end.
    pub fn public_url(&self) -> &str {
        &self.house.public_url
    }

    /// The one-time token of the first run, while it is worth something.
    pub fn first_run_token(&self) -> Option<&str> {
        self.house.first_run_token.as_deref()
    }

    /// The language of a visitor's page: the one that they prefer, or else the studio's.
    pub fn language(&self, studio: Option<&Studio>) -> Language {
        self.visit.languages.first().copied().or(studio.map(|studio| studio.language)).unwrap_or_default()
    }

    /// The language of a member's page: the one that they prefer among those in which a studio is worked, or else the
    /// studio's, or else English (S77).
    pub fn desk_language(&self, studio: Option<&Studio>) -> DeskLanguage {
        let mut wanted = self.visit.languages.iter().copied().chain(studio.map(|studio| studio.language));
        wanted.find_map(Language::at_desk).unwrap_or_default()
    }

    /// The studio at an address of which nobody knows yet whether it exists.
    pub async fn studio(&self, address: &str) -> Answer<Studio> {
        let address = StudioAddress::parse(address).map_err(|_| ApiError::NotFound)?;
        self.store().studio(&address).await?.ok_or(ApiError::NotFound)
    }

    /// Who the asker is as a guest of a studio, and everything they see there.
    pub async fn at_studio(&self, address: &str) -> Answer<AtStudio> {
        self.at_studio_for(address, None).await
    }

    /// The same; for a page of one gallery, of a job in which they see everything, no more than lies in that.
    pub async fn at_studio_for(&self, address: &str, gallery: Option<GalleryId>) -> Answer<AtStudio> {
        let studio = self.studio(address).await?;
        let (guest, now) = (self.visit.guest.as_ref(), self.now());
        let sight = match gallery {
            Some(gallery) => self.store().guest_sight_at(guest, &studio, gallery, now).await?,
            None => self.store().guest_sight(guest, &studio, now).await?,
        };
        Ok(AtStudio { studio, sight, preview: None })
    }

    /// The person who is signed in.
    pub async fn member(&self) -> Answer<Member> {
        let token = self.visit.member.as_ref().ok_or(ApiError::SignIn)?;
        self.store().member(token, self.now()).await?.ok_or(ApiError::SignIn)
    }

    /// The member at work in the studio of that address, to do what `act` says. A studio where they do not work does not
    /// exist for them, nor does what their role may not do: the one place where that is asked.
    pub async fn at_desk(&self, address: &str, act: Act) -> Answer<AtDesk> {
        let member = self.member().await?;
        let address = StudioAddress::parse(address).map_err(|_| ApiError::NotFound)?;
        let (studio, desk) = self.store().desk(member.id, &address).await?.ok_or(ApiError::NotFound)?;
        let at = AtDesk { member, studio, desk };
        if at.may(act) { Ok(at) } else { Err(ApiError::NotFound) }
    }

    /// The member's proof for one gallery, its id as a form or an address spells it.
    pub async fn desk_grant(&self, at: &AtDesk, gallery: &str) -> Answer<Grant> {
        let gallery: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        Ok(self.store().member_grant(&at.desk, gallery, self.now()).await?)
    }

    /// Sends the browser on after a form.
    pub fn go(&self, path: &str) -> Answer {
        leptos_axum::redirect(path);
        Ok(())
    }

    /// An address that came back from a form, made safe to send the browser to: a studio's, or nothing.
    pub fn known_address(address: &str) -> String {
        StudioAddress::parse(address).map(|address| address.to_string()).unwrap_or_default()
    }

    /// The status of the page.
    pub fn set_status(&self, status: StatusCode) {
        expect_context::<ResponseOptions>().set_status(status);
    }
}

/// The door between what went wrong and what a browser is told: the cause goes to the log, a fact goes out.
impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::LastOwner => Self::LastOwner,
            Error::Slow { retry_after } => Self::Slow { retry_after, ticket: false },
            Error::ChangedMeanwhile => Self::ChangedMeanwhile,
            Error::NotInTree("into itself") => Self::IntoItself,
            Error::NotInTree(_) => Self::TooDeep,
            Error::NoSpace => Self::NoSpace,
            Error::Busy => Self::Busy,
            error => {
                tracing::error!(%error, "could not answer");
                Self::Failed
            }
        }
    }
}
