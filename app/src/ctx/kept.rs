//! What somebody typed at a door that told them to wait. A browser with scripts still shows it; for one without, it comes
//! back with the page, sealed in a cookie, and the button is all that is left to press (see `store::Store::hold`).

use std::ops::Deref;

use chrono::TimeDelta;
use http::header;
use leptos::prelude::use_context;
use store::HELD_SECONDS;

use super::Ctx;
use crate::api::{Answer, ApiError, Field, Problem};

/// What is tried at a door.
pub(super) enum Typed<'a> {
    /// It was typed just now.
    Now(&'a str),
    /// It was typed at most a quarter of an hour ago, and the browser kept it.
    Before(String),
}

impl Deref for Typed<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Now(typed) => typed,
            Self::Before(typed) => typed,
        }
    }
}

impl Ctx {
    /// What to try at a door: what was typed, and where nothing was, what is kept for this very door.
    ///
    /// # Errors
    /// [`ApiError::Field`] when there is neither: nothing was tried.
    pub(super) fn typed_or_kept<'a>(&self, typed: &'a str, field: Field, place: &[&str]) -> Answer<Typed<'a>> {
        if !typed.is_empty() {
            return Ok(Typed::Now(typed));
        }
        self.kept(place, 0).map(Typed::Before).ok_or(ApiError::Field { field, problem: Problem::Missing })
    }

    /// Whether something is kept for the door that `place` names, and will be for `wait` more seconds and one to press the
    /// button.
    pub fn keeps(&self, place: &[&str], wait: u32) -> bool {
        self.kept(place, i64::from(wait) + 1).is_some()
    }

    fn kept(&self, place: &[&str], seconds: i64) -> Option<String> {
        let sealed = self.visit.kept.as_deref()?;
        self.store().held(sealed, place, self.now() + TimeDelta::seconds(seconds)).map(|typed| typed.to_string())
    }

    /// Keeps what could not be tried yet, in the place of what was typed before it; forgets it once it was tried.
    pub(super) fn keep_untried<T>(&self, tried: &Answer<T>, typed: &Typed<'_>, place: &[&str]) {
        let untried = matches!(tried, Err(ApiError::Slow { .. } | ApiError::Busy | ApiError::Failed));
        match typed {
            // A quarter of an hour counts from when it was typed, however often the button is pressed.
            Typed::Before(_) if untried => {}
            Typed::Now(typed) if untried && is_without_scripts() => self.keep(typed, place),
            _ => self.forget_typed(),
        }
    }

    fn keep(&self, typed: &str, place: &[&str]) {
        let cookies = self.house.cookies;
        match self.store().hold(typed, place, self.now()) {
            Some(sealed) => Self::set_cookie(&cookies.write(cookies.kept(), &sealed, Some(HELD_SECONDS.into()))),
            None => self.forget_typed(),
        }
    }

    /// What the browser kept goes: it was tried, something else was typed since, or whoever typed it is in or has left.
    pub(super) fn forget_typed(&self) {
        if self.visit.kept.is_some() {
            let cookies = self.house.cookies;
            Self::set_cookie(&cookies.write(cookies.kept(), "", Some(0)));
        }
    }
}

/// Whether the browser itself sent the form, and shows the page that answers: all else still holds what was typed.
fn is_without_scripts() -> bool {
    let parts = use_context::<http::request::Parts>();
    let accepts = parts.as_ref().and_then(|parts| parts.headers.get(header::ACCEPT)?.to_str().ok());
    accepts.is_some_and(|kinds| kinds.contains("text/html") && !kinds.contains("redirect=told"))
}
