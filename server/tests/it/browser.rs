//! A house with a router around it, and browsers that keep cookies.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use app::ctx::{Cookies, House};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use server::clock::Clock;
use server::listen::Patience;
use server::logo::Press;
use server::router::{Parts, router};
use server::visit::{Proxies, Reading};
use server::worker::{Bell, Worker};
use store::fixtures::{Database, PASSWORD, Scene, Throwaway, noon};
use store::{Places, Store};
use tower::ServiceExt;

pub const PUBLIC_URL: &str = "http://127.0.0.1:3000";
pub const FIRST_RUN_TOKEN: &str = "AAAA-BBBB-CCCC-DDDD";

/// A running house.
pub struct TestHouse {
    pub store: Arc<Store>,
    pub clock: Clock,
    pub places: Places,
    router: Router,
    _folder: tempfile::TempDir,
    _database: Option<Database>,
}

impl TestHouse {
    pub async fn new() -> Self {
        Self::at(Throwaway::sqlite().await)
    }

    pub async fn on_postgres() -> Self {
        Self::at(Throwaway::postgres().await)
    }

    /// A house that keeps its things in this place.
    pub fn at(place: Throwaway) -> Self {
        let Throwaway { store, places, folder, database } = place;
        let store = Arc::new(store);
        let clock = Clock::manual(noon());
        let router = around(&store, &clock);
        Self { store, clock, places, router, _folder: folder, _database: database }
    }

    pub async fn scene(&self) -> Scene<'_> {
        Scene::first(&self.store, "nordlicht").await
    }

    /// The real program's hands: they decode in a child process of it.
    pub fn worker(&self) -> Worker {
        let program = env!("CARGO_BIN_EXE_passepartout").into();
        Worker { store: Arc::clone(&self.store), clock: self.clock.clone(), bell: Bell::default(), program }
    }

    pub fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookies: BTreeMap::new(), address: [192, 0, 2, 1], referer: None }
    }

    /// A browser with the owner of `address` signed in.
    pub async fn owner_of(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        let answer = browser.post("/api/sign_in", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(answer.location(), "/studios", "{}", answer.body);
        browser
    }
}

/// What pages and functions ask.
pub fn house_of(store: &Arc<Store>) -> House {
    House {
        store: Arc::clone(store),
        cookies: Cookies::Loopback,
        public_url: PUBLIC_URL.into(),
        first_run_token: Some(FIRST_RUN_TOKEN.into()),
    }
}

/// A router of its own on the same store: another instance, or the same one after a restart.
pub fn around(store: &Arc<Store>, clock: &Clock) -> Router {
    around_with(store, clock, Patience::default(), Proxies(0))
}

/// The same, with as much patience, and behind proxies.
pub fn around_with(store: &Arc<Store>, clock: &Clock, patience: Patience, proxies: Proxies) -> Router {
    let house = house_of(store);
    let reading = Reading { clock: clock.clone(), cookies: Cookies::Loopback, proxies };
    let press = Press::new(env!("CARGO_BIN_EXE_passepartout").into());
    router(Parts { house, reading, bell: Bell::default(), press, patience })
}

/// A browser: it keeps cookies, says where a form was sent from, and does not follow redirects by itself.
#[derive(Clone)]
pub struct Browser {
    pub router: Router,
    pub cookies: BTreeMap<String, String>,
    pub address: [u8; 4],
    pub referer: Option<String>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    pub body: String,
}

impl Answer {
    /// Where the browser is sent, without scheme and host.
    pub fn location(&self) -> &str {
        let location = self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap());
        location.strip_prefix(PUBLIC_URL).unwrap_or(location)
    }
}

impl Browser {
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, &[("accept", "text/html")], Vec::new()).await
    }

    /// A plain HTML form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("accept", "text/html"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send(Method::POST, path, &headers, body.into_bytes()).await
    }

    /// A form that a script sends, which is answered by JSON.
    pub async fn call(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
        self.send(Method::POST, path, &headers, body.into_bytes()).await
    }

    pub async fn send(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let (parts, body) = self.begin(method, path, headers, body).await.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let body = without_nonces(&String::from_utf8_lossy(&bytes));
        Answer { status: parts.status, headers: parts.headers, bytes, body }
    }

    /// The same, without reading more of the answer than its head.
    pub async fn begin(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if !body.is_empty() {
            request = request.header(header::CONTENT_LENGTH, body.len());
        }
        let referer = self.referer.clone().unwrap_or_else(|| format!("{PUBLIC_URL}/nordlicht"));
        request = request.header(header::REFERER, referer);
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((self.address, 50_000))));
        let response = self.router.clone().oneshot(request).await.unwrap();
        self.keep(response.headers().get_all(header::SET_COOKIE).iter());
        response
    }

    fn keep<'a>(&mut self, cookies: impl Iterator<Item = &'a HeaderValue>) {
        for cookie in cookies {
            let text = cookie.to_str().unwrap();
            let (name, value) = text.split(';').next().unwrap().split_once('=').unwrap();
            if text.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Sends a form from a page and confirms what it asks (S31); answers with where that leads, and what is there.
    pub async fn send_and_confirm(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> (String, Answer) {
        self.referer = Some(format!("{PUBLIC_URL}{page}"));
        let asked = self.post(action, fields).await.location().to_owned();
        assert!(asked.contains("/changes/"), "{action} does not ask, it leads to {asked}");
        let question = self.get(&asked).await.body;
        let value = |name: &str| {
            let (_, rest) = question.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let studio = asked.split('/').nth(2).unwrap().to_owned();
        let fields = [("studio", studio), ("digest", value("digest")), ("change", value("change"))];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.referer = Some(format!("{PUBLIC_URL}{asked}"));
        let location = self.post("/api/changes/confirm", &fields).await.location().to_owned();
        let answer = self.get(&location).await;
        (location, answer)
    }

    /// Types a code at a front door.
    pub async fn enter(&mut self, studio: &str, code: &str) -> Answer {
        self.post("/api/front_door", &[("studio", studio), ("code", code)]).await
    }
}

/// A page with its nonces, which differ each time by their nature, taken out.
fn without_nonces(page: &str) -> String {
    let mut parts = page.split("nonce=\"");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str("nonce");
        plain.push_str(part.split_once('"').map_or(part, |(_, rest)| rest));
    }
    plain
}
