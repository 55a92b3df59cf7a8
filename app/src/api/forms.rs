//! What was typed into the studio's forms, read into what the store takes. Every bad field is named.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SubsecRound, TimeDelta, Utc};
use domain::code::Code;
use domain::gallery::{GalleryName, GalleryPassword, LinkLabel, LoginName, Note};
use domain::ids::{GalleryId, PhotoId};
use domain::studio::Email;
use store::{ClientLoginDetails, Gallery, GallerySettings, LinkKind, NewLink, PasswordChange, Studio};

use crate::api::problems::at;
use crate::api::{Answer, ApiError, Field, Problem, Problems};

mod jobs;
mod studio;
mod ticks;

pub use jobs::{JobForm, StaffTermsForm, SubjectForm, extra_cards, last_day_of_job, settled_rows};
pub use studio::{BrandForm, StudioForm, UNPICKED};
pub use ticks::{Ticks, TicksForm, part_of_tree};

/// The years that a date may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1826..=2199;

/// The settings of a gallery, as they were typed.
#[derive(Debug)]
pub struct SettingsForm {
    /// The version that the form was filled from.
    pub version: String,
    /// Its name.
    pub name: String,
    /// The day it was photographed on, `2026-08-14`, or nothing.
    pub date: String,
    /// Whether visitors may download.
    pub downloads: bool,
}

impl SettingsForm {
    /// Reads it. Who sees the gallery stays as it is: that goes its own way (S31).
    pub fn read(self, gallery: &Gallery) -> Answer<GallerySettings> {
        let mut bad = Problems::default();
        let name = bad.keep(Field::Name, GalleryName::parse(&self.name));
        let shot_on = bad.keep(Field::Date, day(&self.date));
        let (Some(name), Some(shot_on)) = (name, shot_on) else {
            return Err(ApiError::Fields(bad));
        };
        Ok(GallerySettings {
            name,
            shot_on,
            navigation: gallery.navigation,
            downloads: self.downloads,
            password: PasswordChange::Keep,
            password_active: gallery.password_active,
            version: self.version.parse().map_err(|_| ApiError::NotFound)?,
        })
    }
}

/// What becomes of a gallery's password. `kept` is the one it has: the same one typed again stays, so that nobody is
/// asked for it once more. One that is being asked is not removed but kept for later: whether it is asked is a change
/// that can be taken back.
pub fn password_change(typed: &str, asked: bool, kept: Option<&str>, active: bool) -> Answer<PasswordChange> {
    let problem = |problem| at(Field::Password)(problem);
    match typed.trim() {
        "" if asked => Err(problem(Problem::Missing)),
        "" if kept.is_none() || active => Ok(PasswordChange::Keep),
        "" => Ok(PasswordChange::Remove),
        typed => {
            let typed = GalleryPassword::parse(typed).map_err(|found| problem(found.into()))?;
            let same = kept == Some(typed.as_str());
            Ok(if same { PasswordChange::Keep } else { PasswordChange::Set(typed) })
        }
    }
}

/// A client login, as it was typed (S2).
#[derive(Debug)]
pub struct LoginForm {
    name: String,
    code: String,
    email: String,
    note: String,
}

impl LoginForm {
    /// Takes the fields; the optional ones may be missing.
    pub fn new(name: String, code: String, email: Option<String>, note: Option<String>) -> Self {
        Self { name, code, email: email.unwrap_or_default(), note: note.unwrap_or_default() }
    }

    /// Reads a login that has a code already: none typed keeps it.
    pub fn read(self, studio: &Studio) -> Answer<ClientLoginDetails> {
        let mut bad = Problems::default();
        let name = bad.keep(Field::Name, LoginName::parse(&self.name));
        let code = match self.code.trim() {
            "" => Some(None),
            _ => bad.keep(Field::Code, code(&self.code, &self.name, studio)).map(Some),
        };
        let email = match self.email.trim() {
            "" => Some(None),
            typed => bad.keep(Field::Email, Email::parse(typed)).map(Some),
        };
        let note = bad.keep(Field::Note, Note::parse(&self.note));
        let (Some(name), Some(code), Some(email), Some(note)) = (name, code, email, note) else {
            return Err(ApiError::Fields(bad));
        };
        let code = code.map(|code| {
            let shown = code.display();
            (code, shown)
        });
        Ok(ClientLoginDetails { name, code, email, note })
    }

    /// Reads a new login: the code must be there too (S2).
    pub fn read_new(mut self, studio: &Studio) -> Answer<(ClientLoginDetails, Code)> {
        if self.code.trim().is_empty() {
            // Nothing that anybody could see was typed: as missing as a code of eight spaces.
            self.code = String::from("-");
        }
        let details = self.read(studio)?;
        let code = details.code.clone().map(|(code, _)| code);
        code.map(|code| (details, code)).ok_or(at(Field::Code)(Problem::Missing))
    }
}

/// A code that somebody chose, unless a stranger would try it early.
fn code(typed: &str, login_name: &str, studio: &Studio) -> Result<Code, Problem> {
    let code = Code::parse(typed)?;
    let studio = [studio.name.as_str(), studio.address.as_str()];
    if studio.iter().any(|name| code.contains_name(name)) || code.is_obvious(&[studio[0], studio[1], login_name]) {
        return Err(Problem::TooCommon);
    }
    Ok(code)
}

/// Reads a new link. It ends when its last day is over (UTC).
pub fn read_link(kind: &str, label: &str, until: &str, today: NaiveDate) -> Answer<NewLink> {
    let (label, expires_at) = read_link_terms(label, until, today)?;
    Ok(NewLink { kind: LinkKind::parse(kind).ok_or(ApiError::NotFound)?, label: label.to_string(), expires_at })
}

/// Reads who a link is for, and its last day. It ends when that day is over (UTC).
pub fn read_link_terms(label: &str, until: &str, today: NaiveDate) -> Answer<(LinkLabel, Option<DateTime<Utc>>)> {
    let mut bad = Problems::default();
    let label = bad.keep(Field::Label, LinkLabel::parse(label));
    let until = match day(until) {
        Ok(Some(day)) if day < today => Err(Problem::Past),
        day => day,
    };
    let until = bad.keep(Field::Date, until);
    let (Some(label), Some(until)) = (label, until) else {
        return Err(ApiError::Fields(bad));
    };
    Ok((label, until.map(end_of)))
}

/// The moment at which a day is over.
fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::days(1)
}

/// The last day on which something counts that ends at a moment.
pub fn last_day(expires_at: DateTime<Utc>) -> NaiveDate {
    (expires_at - TimeDelta::seconds(1)).date_naive()
}

/// A day as `<input type="date">` sends it, `2026-08-14`, or nothing. No photograph is older than photography, and no
/// date is so far away that one more day gives its year a fifth digit, which SQLite would sort wrongly.
fn day(typed: &str) -> Result<Option<NaiveDate>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let plain = typed.len() == 10 && typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok().filter(|day| plain && YEARS.contains(&day.year()));
    day.map(Some).ok_or(Problem::NotADate)
}

/// Ids of galleries, as a form spells them.
pub fn gallery_ids<'a>(typed: impl Iterator<Item = &'a str>) -> Answer<BTreeSet<GalleryId>> {
    typed.map(|id| id.parse().map_err(|_| ApiError::NotFound)).collect()
}

/// Ids of photographs, as a form spells them: one at least.
pub fn photo_ids(typed: &[String]) -> Answer<Vec<PhotoId>> {
    if typed.is_empty() {
        return Err(at(Field::Photos)(Problem::Missing));
    }
    typed.iter().map(|id| id.parse().map_err(|_| ApiError::NotFound)).collect()
}

/// A moment that an address can name: whole milliseconds.
pub fn moment(now: DateTime<Utc>) -> DateTime<Utc> {
    now.trunc_subsecs(3)
}

/// The moment that an address names.
pub fn moment_of(milliseconds: &str) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(milliseconds.parse().ok()?)
}

#[cfg(test)]
mod tests;
