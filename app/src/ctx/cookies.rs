//! The cookies: of guests, members, the operator and devices, of the language, of what was typed at a slow door (`kept`) and
//! of the link in a letter or to the operator's page (`letter`).

use domain::studio::Language;
use http::{HeaderValue, header};
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;
use store::SessionToken;

use super::Ctx;

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

    /// The name of the cookie by which a device is known at the doors that let it in.
    pub fn device(self) -> &'static str {
        match self {
            Self::Secure => "__Host-dev",
            Self::Loopback => "dev",
        }
    }

    /// The name of the cookie that keeps what was typed at a slow door.
    pub fn kept(self) -> &'static str {
        match self {
            Self::Secure => "__Host-kept",
            Self::Loopback => "kept",
        }
    }

    /// The name of the cookie that holds the secret end of an opened letter's link.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Secure => "__Host-letter",
            Self::Loopback => "letter",
        }
    }

    /// The name of the cookie that holds a session of the operator's page.
    pub fn operator(self) -> &'static str {
        match self {
            Self::Secure => "__Host-operator",
            Self::Loopback => "operator",
        }
    }

    /// The operator's is sent from our own pages alone; by a link from elsewhere one comes to the others signed in.
    pub(super) fn write(self, name: &str, value: &str, max_age: Option<i64>) -> String {
        let site = if name == self.operator() { "Strict" } else { "Lax" };
        let secure = if self == Self::Secure { "; Secure" } else { "" };
        let age = max_age.map(|age| format!("; Max-Age={age}")).unwrap_or_default();
        format!("{name}={value}; Path=/; HttpOnly; SameSite={site}{secure}{age}")
    }
}

impl Ctx {
    pub(super) fn set_guest(&self, token: &SessionToken) {
        Self::set_cookie(&self.house.cookies.write(self.house.cookies.guest(), &token.reveal(), None));
    }

    /// The cookie goes, and whatever the browser kept with it (SECURITY section 5).
    pub(super) fn forget(&self, name: &str) {
        Self::set_cookie(&self.house.cookies.write(name, "", Some(0)));
        let clear = HeaderValue::from_static(r#""cache", "storage""#);
        expect_context::<ResponseOptions>().insert_header(header::HeaderName::from_static("clear-site-data"), clear);
    }

    /// Remembers the visitor's choice of language for a year; it is no secret and no trace.
    pub fn remember_language(&self, language: Language) {
        let secure = if self.house.cookies == Cookies::Secure { "; Secure" } else { "" };
        Self::set_cookie(&format!("lang={language}; Path=/; SameSite=Lax{secure}; Max-Age=31536000"));
    }

    pub(super) fn set_cookie(cookie: &str) {
        if let Ok(value) = HeaderValue::from_str(cookie) {
            expect_context::<ResponseOptions>().append_header(header::SET_COOKIE, value);
        }
    }
}
