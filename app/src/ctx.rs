//! One door to whoever is asking. Pages and server functions learn the viewer here and nowhere else.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Grant, Sight};
use domain::code::Code;
use domain::ids::GalleryId;
use domain::studio::{Language, StudioAddress};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;
use store::{Budget, Desk, Error, GuestSight, Member, SessionToken, Store, Studio};

use crate::api::{Answer, ApiError};

mod desk;

pub use desk::{Opening, login_id};

/// No answer about a secret comes sooner: how long the work took says nothing.
const FLOOR: Duration = Duration::from_millis(150);

/// What the server's first layer has learnt of a request; it stands in the request's extensions.
#[derive(Clone, Debug)]
pub struct Visit {
    /// When the request came.
    pub now: DateTime<Utc>,
    /// A guest's session, as the cookie claims.
    pub guest: Option<SessionToken>,
    /// A member's session, as the cookie claims.
    pub member: Option<SessionToken>,
    /// The language that the browser prefers among ours, or that the visitor chose.
    pub language: Option<Language>,
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

/// How cookies are written: with `__Host-` and `Secure` everywhere but on a loopback address without TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookies {
    /// `__Host-...; Secure`.
    Secure,
    /// Plain names, for http on a loopback address.
    Loopback,
}

impl Cookies {
    /// The name of the cookie that holds a guest's session.
    pub fn guest(self) -> &'static str {
        match self {
            Self::Secure => "__Host-guest",
            Self::Loopback => "guest",
        }
    }

    /// The name of the cookie that holds a member's session.
    pub fn member(self) -> &'static str {
        match self {
            Self::Secure => "__Host-studio",
            Self::Loopback => "studio",
        }
    }

    fn write(self, name: &str, value: &str, max_age: Option<i64>) -> String {
        let secure = if self == Self::Secure { "; Secure" } else { "" };
        let age = max_age.map(|age| format!("; Max-Age={age}")).unwrap_or_default();
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")
    }
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
    /// The address of one of the studio's own pages: `rest` is empty or begins with a slash.
    pub fn path(&self, rest: &str) -> String {
        format!("/studio/{}{rest}", self.studio.address)
    }
}

/// A guest in a studio.
#[derive(Clone, Debug)]
pub struct AtStudio {
    /// The studio.
    pub studio: Studio,
    /// The guest and what they see.
    pub sight: GuestSight,
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

    /// The language that the visitor prefers, or else the studio's.
    pub fn language(&self, studio: Option<&Studio>) -> Language {
        self.visit.language.or(studio.map(|studio| studio.language)).unwrap_or_default()
    }

    /// The studio at an address of which nobody knows yet whether it exists.
    pub async fn studio(&self, address: &str) -> Answer<Studio> {
        let address = StudioAddress::parse(address).map_err(|_| ApiError::NotFound)?;
        self.store().studio(&address).await?.ok_or(ApiError::NotFound)
    }

    /// Who the asker is as a guest of a studio, and everything they see there.
    pub async fn at_studio(&self, address: &str) -> Answer<AtStudio> {
        let studio = self.studio(address).await?;
        let sight = self.store().guest_sight(self.visit.guest.as_ref(), &studio, self.now()).await?;
        Ok(AtStudio { studio, sight })
    }

    /// The person who is signed in.
    pub async fn member(&self) -> Answer<Member> {
        let token = self.visit.member.as_ref().ok_or(ApiError::SignIn)?;
        self.store().member(token, self.now()).await?.ok_or(ApiError::SignIn)
    }

    /// The member at work in the studio of that address. A studio where they do not work does not exist for them.
    pub async fn at_desk(&self, address: &str) -> Answer<AtDesk> {
        let member = self.member().await?;
        let address = StudioAddress::parse(address).map_err(|_| ApiError::NotFound)?;
        let (studio, desk) = self.store().desk(member.id, &address).await?.ok_or(ApiError::NotFound)?;
        Ok(AtDesk { member, studio, desk })
    }

    /// The member's proof for one gallery, its id as a form or an address spells it.
    pub async fn desk_grant(&self, at: &AtDesk, gallery: &str) -> Answer<Grant> {
        let gallery: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        Ok(self.store().member_grant(&at.desk, gallery, self.now()).await?)
    }

    /// The guest's proof for one gallery.
    pub fn guest_grant(sight: &Sight, gallery: &str) -> Answer<Grant> {
        let gallery: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        sight.grant(gallery).map_err(|_| ApiError::NotFound)
    }

    /// A code at the front door: brakes, then one look-up, then a session. Nothing tells one failure from another.
    pub async fn enter_by_code(&self, address: &str, code: &str) -> Answer {
        let floor = tokio::time::Instant::now() + FLOOR;
        let answer = self.try_code(address, code).await;
        tokio::time::sleep_until(floor).await;
        answer
    }

    async fn try_code(&self, address: &str, code: &str) -> Answer {
        let attempt = async {
            let code = Code::parse(code).map_err(|_| ApiError::Rejected)?;
            let studio = match StudioAddress::parse(address) {
                Ok(address) => self.store().studio(&address).await?,
                Err(_) => None,
            };
            let entered =
                self.store().enter_by_code(studio.as_ref(), &code, self.visit.guest.as_ref(), self.now()).await?;
            entered.zip(studio).ok_or(ApiError::Rejected)
        };
        let (token, studio) = self.braked(&self.budgets("studio", address), attempt).await?;
        self.set_guest(&token);
        self.go(&format!("/{}/overview", studio.address))
    }

    /// A gallery's password, at its own locked door. Whoever does not stand before that door is told that there is none.
    pub async fn unlock(&self, address: &str, gallery: &str, password: &str) -> Answer {
        let floor = tokio::time::Instant::now() + FLOOR;
        let answer = self.try_password(address, gallery, password).await;
        tokio::time::sleep_until(floor).await;
        answer
    }

    async fn try_password(&self, address: &str, gallery: &str, password: &str) -> Answer {
        let at = self.at_studio(address).await?;
        let gallery: GalleryId = gallery.parse().map_err(|_| ApiError::NotFound)?;
        let inside = format!("/{}/g/{gallery}", at.studio.address);
        match at.sight.sight.grant(gallery) {
            Ok(_) => return self.go(&inside),
            Err(domain::access::Denied::Hidden) => return Err(ApiError::NotFound),
            Err(domain::access::Denied::PasswordNeeded) => {}
        }
        let mut budgets = self.budgets("studio", at.studio.address.as_str());
        budgets.push(budget("gallery password", &gallery.to_string(), 10, 120));
        let attempt = async {
            let password = domain::gallery::GalleryPassword::parse(password).map_err(|_| ApiError::Rejected)?;
            let guest = self.visit.guest.as_ref();
            let opened = self.store().unlock_gallery(guest, at.studio.id, gallery, &password, self.now()).await?;
            opened.ok_or(ApiError::Rejected)
        };
        let token = self.braked(&budgets, attempt).await?;
        self.set_guest(&token);
        self.go(&inside)
    }

    /// A link was followed: the session holds it from now on, and the browser goes to its gallery.
    pub async fn follow_link(&self, address: &str, token: &str) -> Answer {
        let studio = self.studio(address).await?;
        let token = SessionToken::parse(token).ok_or(ApiError::NotFound)?;
        let opened = self.store().follow_link(&studio, &token, self.visit.guest.as_ref(), self.now()).await?;
        self.set_guest(&opened.session);
        self.go(&format!("/{}/g/{}", studio.address, opened.gallery))
    }

    /// A member signs in.
    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        let floor = tokio::time::Instant::now() + FLOOR;
        let answer = self.try_sign_in(email, password).await;
        tokio::time::sleep_until(floor).await;
        answer
    }

    async fn try_sign_in(&self, email: &str, password: &str) -> Answer {
        let email = domain::studio::Email::parse(email).ok();
        let guarded = email.as_ref().map_or("", domain::studio::Email::as_str);
        let attempt = async {
            if password.len() > domain::studio::PersonalPassword::MAX {
                return Err(ApiError::Rejected);
            }
            self.store().member_by_password(email.as_ref(), password).await?.ok_or(ApiError::Rejected)
        };
        let member = self.braked(&self.budgets("member", guarded), attempt).await?;
        self.begin_member_session(member).await?;
        self.go("/studios")
    }

    /// Signs a member in without asking again: after the first run.
    pub async fn begin_member_session(&self, member: domain::ids::MemberId) -> Answer {
        let token = self.store().start_member_session(member, self.now()).await?;
        Self::set_cookie(&self.house.cookies.write(self.house.cookies.member(), &token.reveal(), Some(90 * 86_400)));
        Ok(())
    }

    /// The guest leaves.
    pub async fn end_guest_session(&self) -> Answer {
        if let Some(token) = &self.visit.guest {
            self.store().end_session(token).await?;
        }
        self.forget(self.house.cookies.guest());
        Ok(())
    }

    /// The member signs out.
    pub async fn end_member_session(&self) -> Answer {
        if let Some(token) = &self.visit.member {
            self.store().end_session(token).await?;
        }
        self.forget(self.house.cookies.member());
        Ok(())
    }

    /// Tries a secret under its brakes. An attempt is taken before, and given back unless the secret was wrong: neither
    /// success nor being turned away for another reason is a guess.
    ///
    /// # Errors
    /// [`ApiError::Slow`] when a budget is used up; what the attempt answers, [`ApiError::Rejected`] for a wrong secret.
    pub async fn braked<T>(&self, budgets: &[Budget], attempt: impl Future<Output = Answer<T>>) -> Answer<T> {
        let reserved = self.store().take_attempt(budgets, self.now()).await?;
        let outcome = attempt.await;
        if !matches!(outcome, Err(ApiError::Rejected)) {
            self.store().give_back(reserved).await?;
        }
        outcome
    }

    /// What guards `kind` and `subject` together, and the asker's networks against this kind: ten failures at once and
    /// then one a minute from one network; 120 an hour from the network around it; 120 at once and then 600 an hour
    /// against one subject (SECURITY section 3).
    pub fn budgets(&self, kind: &str, subject: &str) -> Vec<Budget> {
        vec![
            budget(&format!("{kind}, network"), &self.visit.network.near, 10, 60),
            budget(&format!("{kind}, wide network"), &self.visit.network.far, 120, 30),
            budget(kind, subject, 120, 6),
        ]
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

    fn set_guest(&self, token: &SessionToken) {
        Self::set_cookie(&self.house.cookies.write(self.house.cookies.guest(), &token.reveal(), None));
    }

    /// The cookie goes, and whatever the browser kept with it (SECURITY section 5).
    fn forget(&self, name: &str) {
        Self::set_cookie(&self.house.cookies.write(name, "", Some(0)));
        let clear = HeaderValue::from_static(r#""cache", "storage""#);
        expect_context::<ResponseOptions>().insert_header(header::HeaderName::from_static("clear-site-data"), clear);
    }

    /// Remembers the visitor's choice of language for a year; it is no secret and no trace.
    pub fn remember_language(&self, language: Language) {
        let secure = if self.house.cookies == Cookies::Secure { "; Secure" } else { "" };
        Self::set_cookie(&format!("lang={language}; Path=/; SameSite=Lax{secure}; Max-Age=31536000"));
    }

    fn set_cookie(cookie: &str) {
        if let Ok(value) = HeaderValue::from_str(cookie) {
            expect_context::<ResponseOptions>().append_header(header::SET_COOKIE, value);
        }
    }
}

/// `burst` failures at once, one more each time `seconds` have passed.
fn budget(kind: &str, subject: &str, burst: i32, seconds: i64) -> Budget {
    Budget {
        key: vec![kind.to_owned(), subject.chars().take(300).collect()],
        burst,
        interval: TimeDelta::seconds(seconds),
    }
}

/// The door between what went wrong and what a browser is told: the cause goes to the log, a fact goes out.
impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::Slow { retry_after } => Self::Slow { retry_after },
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
