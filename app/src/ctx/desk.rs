//! What only members ask for: the first run, the password once more, the sight of the whole studio.

use chrono::NaiveDate;
use domain::access::Grant;
use domain::code::Code;
use domain::ids::ClientLoginId;
use domain::studio::{Email, Language, MemberName, PersonalPassword, StudioName};
use store::{Error, FirstRun, Member, NewMember, NewStudio, Reveal};
use subtle::ConstantTimeEq;

use super::brakes::unhurried;
use super::guards::Beside;
use super::{AtDesk, Ctx};
use crate::api::problems::{address, taken};
use crate::api::{Answer, ApiError, Field, Problem, Problems};

/// The form of the first run, as it was typed.
#[derive(Clone)]
pub struct Opening {
    /// The one-time token from the terminal.
    pub token: String,
    /// The operator's name.
    pub name: String,
    /// The operator's e-mail.
    pub email: String,
    /// The operator's password.
    pub password: String,
    /// The studio's name.
    pub studio_name: String,
    /// The studio's address.
    pub address: String,
    /// The studio's language.
    pub language: String,
}

impl Ctx {
    /// Whether nobody has set this installation up yet, and somebody could.
    pub async fn awaits_first_run(&self) -> Answer<bool> {
        Ok(self.first_run_token().is_some() && self.store().is_new().await?)
    }

    /// Creates the operator and the first studio, and signs the operator in. Once: afterwards there is no such thing.
    pub async fn open_first_studio(&self, typed: &Opening) -> Answer {
        let Some(token) = self.first_run_token().map(str::to_owned) else {
            return Err(ApiError::NotFound);
        };
        if !self.store().is_new().await? {
            return Err(ApiError::NotFound);
        }
        let right = typed.token.trim().as_bytes().ct_eq(token.as_bytes());
        let attempt = async { if right.into() { Ok(()) } else { Err(ApiError::Rejected) } };
        let mut bad = Problems::default();
        match self.braked(&self.guard_strangers("first run", ""), &Beside::default(), attempt).await {
            Err(ApiError::Rejected) => bad.note(Field::Token, Problem::Wrong),
            held => held?,
        }
        let name = bad.keep(Field::Name, MemberName::parse(&typed.name));
        let email = bad.keep(Field::Email, Email::parse(&typed.email));
        let password = bad.keep(Field::Password, PersonalPassword::check(&typed.password));
        let studio_name = bad.keep(Field::StudioName, StudioName::parse(&typed.studio_name));
        let address = bad.keep(Field::Address, address(&typed.address));
        let (Some(name), Some(email), Some(()), Some(studio_name), Some(address)) =
            (name, email, password, studio_name, address)
        else {
            return Err(ApiError::Fields(bad));
        };
        if bad != Problems::default() {
            return Err(ApiError::Fields(bad));
        }
        let password_hash = self.store().passwords().hash(&typed.password, store::Queue::Strangers).await?;
        let first = FirstRun {
            operator: NewMember { email, name, password_hash },
            studio: NewStudio {
                address: address.clone(),
                name: studio_name,
                language: Language::parse(&typed.language).unwrap_or_default(),
            },
        };
        let (member, _) = match self.store().first_run(&first, self.now()).await {
            // Another browser was quicker.
            Err(Error::Taken("installation")) => return Err(ApiError::NotFound),
            made => made.map_err(|error| taken(error, Field::Address))?,
        };
        self.begin_member_session(member).await?;
        self.remember_member(&first.operator.email).await?;
        self.go(&format!("/studio/{address}"))
    }

    /// The member gives the password once more, before something that a passer-by at an open desk must not do
    /// (SECURITY section 5). Ten failures an hour, and the same time as for signing in.
    pub async fn confirm_password(&self, member: &Member, password: &str) -> Answer {
        unhurried(Box::pin(self.try_to_confirm(member, password))).await
    }

    async fn try_to_confirm(&self, member: &Member, password: &str) -> Answer {
        let attempt = async {
            let email = Email::parse(&member.email).ok();
            let known = match password.len() {
                0..=PersonalPassword::MAX => {
                    self.store().member_by_password(email.as_ref(), password, store::Queue::Known).await?
                }
                _ => None,
            };
            known.filter(|known| *known == member.id).map(drop).ok_or(ApiError::Rejected)
        };
        match self.braked(&Self::guard_inside(member.id), &Beside::default(), attempt).await {
            Err(ApiError::Rejected) => Err(ApiError::field(Field::Password)(Problem::Wrong)),
            answer => answer,
        }
    }

    /// From now on, and for a while, this session may read the code of a login.
    pub async fn allow_reveal(&self, at: &AtDesk, login: ClientLoginId, why: Reveal) -> Answer {
        Ok(self.store().allow_reveal(&at.desk, self.member_session()?, login, why, self.now()).await?)
    }

    /// The code of a login, while this session may read it for this reason.
    pub async fn revealed_code(&self, at: &AtDesk, login: ClientLoginId, why: Reveal) -> Answer<Option<String>> {
        Ok(self.store().revealed_code(&at.desk, self.member_session()?, login, why, self.now()).await?)
    }

    /// The address that a QR code of a login holds: the code and its companion behind `#`, which browsers send to nobody.
    pub fn code_link(&self, at: &AtDesk, code: &str) -> String {
        let spelled: String = url::form_urlencoded::byte_serialize(code.as_bytes()).collect();
        let companion = Code::parse(code).map(|code| self.store().companion(at.studio.id, &code)).unwrap_or_default();
        format!("{}/{}#c={spelled}&t={companion}", self.public_url(), at.studio.address)
    }

    /// The proof for the gallery that something is put into; nothing for the top.
    pub async fn parent_grant(&self, at: &AtDesk, parent: Option<String>) -> Answer<Option<Grant>> {
        match parent.as_deref() {
            None | Some("" | TOP) => Ok(None),
            Some(parent) => Ok(Some(self.desk_grant(at, parent).await?)),
        }
    }

    /// The day it is.
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The code in such an address (see [`Ctx::code_link`]), of whatever house: where it is in use is for the store to say.
pub fn code_of_link(text: &str) -> Option<Code> {
    let (_, behind) = text.split_once('#')?;
    let (_, code) = url::form_urlencoded::parse(behind.as_bytes()).find(|(name, _)| name == "c")?;
    Code::parse(&code).ok()
}

/// How a form names the top, where a gallery lies in no other one. Nothing chosen is not that.
pub const TOP: &str = "top";

/// The id of a login, as a form or an address spells it.
pub fn login_id(text: &str) -> Answer<ClientLoginId> {
    text.parse().map_err(|_| ApiError::NotFound)
}
