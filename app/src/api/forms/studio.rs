//! The settings of a studio.

use domain::colour::Colour;
use domain::studio::{Greeting, Language, StudioName, Tagline};

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

/// The colour that a studio without one is shown in its field to pick from.
pub const UNPICKED: Colour = Colour([0x8a, 0x4b, 0x2a]);

/// The studio's brand, as it was typed and picked.
#[derive(Debug)]
pub struct BrandForm {
    /// Its colour, typed; nothing takes it away.
    pub accent: String,
    /// Its colour, picked: such a field always holds one.
    pub picked: String,
    /// Its greeting.
    pub greeting: String,
}

impl BrandForm {
    /// Reads it. Of the two fields for the colour the one counts that says something new.
    pub fn read(self, now: Option<Colour>) -> Answer<(Option<Colour>, Greeting)> {
        let mut bad = Problems::default();
        let typed = match self.accent.trim() {
            "" => Some(None),
            typed => bad.keep(Field::Accent, Colour::parse(typed)).map(Some),
        };
        let greeting = bad.keep(Field::Greeting, Greeting::parse(&self.greeting));
        let (Some(typed), Some(greeting)) = (typed, greeting) else {
            return Err(ApiError::Fields(bad));
        };
        let picked = Colour::parse(&self.picked).ok().filter(|picked| *picked != now.unwrap_or(UNPICKED));
        let accent = if typed == now { picked.or(now) } else { typed };
        Ok((accent, greeting))
    }
}
