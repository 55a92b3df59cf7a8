//! A browser that comes in and fills in forms.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{Method, Request, StatusCode, header};
use store::SessionToken;
use tower::ServiceExt;

/// A browser with its cookies, at an address of its own.
pub struct Visitor {
    cookies: BTreeMap<String, String>,
    address: [u8; 4],
}

impl Visitor {
    /// One of whom nothing is known yet; each number has an address of its own.
    pub fn from(number: u32) -> Self {
        let [.., high, low] = number.to_be_bytes();
        Self { cookies: BTreeMap::new(), address: [100, high, low, 7] }
    }

    /// A member's, with a session.
    pub fn of_member(session: &SessionToken) -> Self {
        Self { cookies: BTreeMap::from([("studio".to_owned(), session.reveal().to_string())]), ..Self::from(0) }
    }

    /// What it would send.
    pub fn cookie(&self) -> String {
        let all: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        all.join("; ")
    }

    /// A code at the front door.
    pub async fn types(&mut self, house: &Router, code: &str) {
        self.sends(house, "/api/front_door", &[("studio", "nordlicht"), ("code", code)]).await;
    }

    /// A page.
    pub async fn looks(&mut self, house: &Router, path: &str) -> String {
        let (status, body) = self.asks(house, Method::GET, path, String::new()).await;
        assert!(status.is_success(), "{path}: {status}");
        body
    }

    /// A form.
    pub async fn sends(&mut self, house: &Router, path: &str, fields: &[(&str, &str)]) {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let (status, body) = self.asks(house, Method::POST, path, form).await;
        assert!(status.is_success() || status.is_redirection(), "{path}: {status} {body}");
    }

    async fn asks(&mut self, house: &Router, method: Method, path: &str, form: String) -> (StatusCode, String) {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, self.cookie())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::REFERER, "http://127.0.0.1:3000/nordlicht")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(form))
            .expect("a request");
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((self.address, 50_000))));
        let answer = house.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().ok().and_then(|it| it.split(';').next()).and_then(|it| it.split_once('='));
            self.cookies.extend(pair.map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
        (parts.status, String::from_utf8_lossy(&bytes).into_owned())
    }
}
