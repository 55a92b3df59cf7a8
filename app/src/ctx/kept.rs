//! What somebody typed at a door that told them to wait. A browser with scripts still shows it; for one without, it comes
//! back with the page, sealed in a cookie, and the button is all that is left to press (see `store::Store::hold`).

use std::borrow::Cow;

use http::header;
use leptos::prelude::use_context;
use store::HELD_SECONDS;

use super::Ctx;
use crate::api::{Answer, ApiError, Field, Problem};

impl Ctx {
    /// What to try at a door: what was typed, and where nothing was, what is kept for this very door.
    ///
    /// # Errors
    /// [`ApiError::Field`] when there is neither: nothing was tried.
    pub(super) fn typed_or_kept<'a>(&self, typed: &'a str, field: Field, place: &[&str]) -> Answer<Cow<'a, str>> {
        if !typed.is_empty() {
            return Ok(Cow::Borrowed(typed));
        }
        self.kept(place).map(Cow::Owned).ok_or(ApiError::Field { field, problem: Problem::Missing })
    }

    /// Whether something is kept for the door that `place` names.
    pub fn keeps(&self, place: &[&str]) -> bool {
        self.kept(place).is_some()
    }

    fn kept(&self, place: &[&str]) -> Option<String> {
        let sealed = self.visit.kept.as_deref()?;
        self.store().held(sealed, place, self.now()).map(|typed| typed.to_string())
    }

    /// Keeps what could not be tried yet; forgets it once it was.
    pub(super) fn keep_untried<T>(&self, tried: &Answer<T>, typed: &str, place: &[&str]) {
        let cookies = self.house.cookies;
        let sealed = match tried {
            Err(ApiError::Slow { .. } | ApiError::Busy | ApiError::Failed) => {
                let sealed = is_without_scripts().then(|| self.store().hold(typed, place, self.now())).flatten();
                sealed.map(|sealed| (sealed, i64::from(HELD_SECONDS)))
            }
            _ => self.visit.kept.is_some().then(|| (String::new(), 0)),
        };
        if let Some((sealed, seconds)) = sealed {
            Self::set_cookie(&cookies.write(cookies.kept(), &sealed, Some(seconds)));
        }
    }
}

/// Whether the browser itself sent the form, and shows the page that answers: all else still holds what was typed.
fn is_without_scripts() -> bool {
    let parts = use_context::<http::request::Parts>();
    let accepts = parts.as_ref().and_then(|parts| parts.headers.get(header::ACCEPT)?.to_str().ok());
    accepts.is_some_and(|kinds| kinds.contains("text/html") && !kinds.contains("redirect=told"))
}
