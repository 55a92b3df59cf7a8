//! The settings of a studio.

use domain::access::{AccessMode, Rules, Switch};
use domain::studio::{Language, StudioName, Tagline};

use crate::api::{Answer, ApiError, Field, Problems};

/// The studio's settings, as they were typed.
#[derive(Debug)]
pub struct StudioForm {
    /// Its name.
    pub name: String,
    /// The line under it.
    pub tagline: String,
    /// Its language.
    pub language: String,
}

/// The studio's settings.
#[derive(Debug)]
pub struct StudioSettings {
    /// Its name.
    pub name: StudioName,
    /// The line under it; may be empty.
    pub tagline: Tagline,
    /// Its language.
    pub language: Language,
}

impl StudioForm {
    /// Reads it.
    pub fn read(self) -> Answer<StudioSettings> {
        let mut bad = Problems::default();
        let name = bad.keep(Field::StudioName, StudioName::parse(&self.name));
        let tagline = bad.keep(Field::Tagline, Tagline::parse(&self.tagline));
        let (Some(name), Some(tagline)) = (name, tagline) else {
            return Err(ApiError::Fields(bad));
        };
        let language = Language::parse(&self.language).ok_or(ApiError::NotFound)?;
        Ok(StudioSettings { name, tagline, language })
    }
}

/// Reads whether client logins are on (S1), and the access mode (S30).
pub fn read_rules(client_logins: bool, mode: &str) -> Answer<Rules> {
    let mode = AccessMode::parse(mode).ok_or(ApiError::NotFound)?;
    Ok(Rules { client_logins: Switch::from(client_logins), mode })
}
