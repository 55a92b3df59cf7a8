//! T35: a proxy in front that keeps whatever it may. What one guest looked at is not there for the next.

use std::collections::HashMap;

use http::{HeaderMap, Method, StatusCode, header};
use store::LinkKind;
use store::fixtures::noon;

use crate::browser::{Browser, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";

/// How a proxy reads RFC 9111.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    /// As a shared cache may: sections 3 (what may be stored), 4.1 (`Vary`) and 4.2.2 (a time that nobody said is guessed).
    Carefully,
    /// By the address alone: whatever does not say `no-store` or `private` is everybody's, for ever.
    Naively,
}

/// An answer that is kept, for requests whose fields say the same.
struct Kept {
    varies: Vec<(String, Option<String>)>,
    status: StatusCode,
    bytes: Vec<u8>,
}

/// A cache in front of the router, shared by everybody.
struct Proxy {
    reads: Reads,
    kept: HashMap<String, Vec<Kept>>,
}

/// What came through it.
struct Answer {
    status: StatusCode,
    headers: Option<HeaderMap>,
    bytes: Vec<u8>,
}

impl Answer {
    fn is_kept_one(&self) -> bool {
        self.headers.is_none()
    }
}

/// The words of all fields of a name, in lower case.
fn words(headers: &HeaderMap, name: header::HeaderName) -> Vec<String> {
    let all = headers.get_all(name).iter().map(|value| value.to_str().unwrap());
    all.flat_map(|value| value.split(',')).map(|one| one.trim().to_ascii_lowercase()).collect()
}

impl Proxy {
    fn new(reads: Reads) -> Self {
        Self { reads, kept: HashMap::new() }
    }

    fn may_store(&self, status: StatusCode, headers: &HeaderMap) -> bool {
        let said = words(headers, header::CACHE_CONTROL);
        let says = |word: &str| said.iter().any(|one| one.split('=').next() == Some(word));
        // What needs to be asked for again each time is kept, too: a cache that forgets to ask would give it out.
        let timed = says("max-age") || says("s-maxage") || says("public") || headers.contains_key(header::EXPIRES);
        let by_itself = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501].contains(&status.as_u16());
        let allowed = !says("no-store") && !says("private");
        allowed && (self.reads == Reads::Naively || ((timed || by_itself) && words(headers, header::VARY) != ["*"]))
    }

    /// What a request's fields say of those that an answer varies on.
    fn varies(&self, names: &[String], browser: &Browser, sent: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
        if self.reads == Reads::Naively {
            return Vec::new();
        }
        let says = |name: &String| match name.as_str() {
            "cookie" => Some(format!("{:?}", browser.cookies)),
            name => sent.iter().find(|(sent, _)| *sent == name).map(|(_, value)| (*value).to_owned()),
        };
        names.iter().map(|name| (name.clone(), says(name))).collect()
    }

    async fn get(&mut self, browser: &mut Browser, path: &str) -> Answer {
        let sent = [("accept", "text/html")];
        for kept in self.kept.get(path).into_iter().flatten() {
            let names: Vec<String> = kept.varies.iter().map(|(name, _)| name.clone()).collect();
            if self.varies(&names, browser, &sent) == kept.varies {
                return Answer { status: kept.status, headers: None, bytes: kept.bytes.clone() };
            }
        }
        let asked = browser.clone();
        let answer = browser.send(Method::GET, path, &sent, Vec::new()).await;
        if self.may_store(answer.status, &answer.headers) {
            let varies = self.varies(&words(&answer.headers, header::VARY), &asked, &sent);
            let kept = Kept { varies, status: answer.status, bytes: answer.bytes.clone() };
            self.kept.entry(path.to_owned()).or_default().push(kept);
        }
        Answer { status: answer.status, headers: Some(answer.headers), bytes: answer.bytes }
    }
}

/// A guest, and every address that they look at.
async fn a_visit(house: &TestHouse) -> (Browser, Vec<String>) {
    let scene = house.scene().await;
    let (summer, party) = (scene.gallery("Summer by the water").await, scene.gallery("The party").await);
    let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
    scene.lock(party, "rosenrot").await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let link = scene.link(party, LinkKind::Open, None).await;
    let mut guest = house.browser();
    guest.enter("nordlicht", CODE).await;
    let link = format!("/nordlicht/l/{}", *link.reveal());
    guest.get(&link).await;
    let visited = vec![
        "/nordlicht".to_owned(),
        "/nordlicht/overview".to_owned(),
        "/nordlicht/overview?find=summer".to_owned(),
        format!("/nordlicht/g/{summer}"),
        format!("/nordlicht/g/{summer}/{photo}"),
        format!("/nordlicht/g/{party}"),
        format!("/m/{photo}/s"),
        format!("/m/{photo}/m"),
        format!("/m/{photo}/l"),
        "/studio/nordlicht".to_owned(),
        link,
    ];
    (guest, visited)
}

/// Whether an answer holds what only the guest may read: her pictures, and pages with her names on them.
fn is_hers(path: &str, status: StatusCode, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let named = ["Summer by the water", "Familie Brandt", "The party"].iter().any(|it| text.contains(it));
    named || (path.starts_with("/m/") && status.is_success())
}

// T35
#[tokio::test]
async fn behind_a_proxy_that_keeps_what_it_may_the_next_guest_gets_no_byte_of_the_last_one_s() {
    for reads in [Reads::Carefully, Reads::Naively] {
        let house = TestHouse::new().await;
        let (mut guest, visited) = a_visit(&house).await;
        let mut proxy = Proxy::new(reads);
        let mut hers = 0;
        for path in &visited {
            // As often as it takes to be kept.
            for _ in 0..2 {
                let answer = proxy.get(&mut guest, path).await;
                hers += usize::from(is_hers(path, answer.status, &answer.bytes));
                assert!(!answer.is_kept_one(), "{reads:?} kept {path}");
                let Some(headers) = answer.headers else { continue };
                assert!(
                    words(&headers, header::CACHE_CONTROL).iter().any(|it| it == "no-store" || it == "private"),
                    "{path}"
                );
            }
        }
        assert_eq!(hers, 2 * 7, "what she looked at was hers");
        for path in &visited {
            let answer = proxy.get(&mut house.browser(), path).await;
            assert!(
                !answer.is_kept_one() && !is_hers(path, answer.status, &answer.bytes),
                "{reads:?}: {path} {}",
                answer.status
            );
        }
        // The proxy does keep what it may: the files that are the same for all.
        assert!(!proxy.get(&mut guest, "/favicon.svg").await.is_kept_one());
        assert!(proxy.get(&mut house.browser(), "/favicon.svg").await.is_kept_one());
    }
}

// T35: a proxy that goes by the ending of an address finds nothing there that would be anybody's
#[tokio::test]
async fn under_an_address_that_looks_like_a_file_there_is_nothing_and_nobody_may_keep_it() {
    let house = TestHouse::new().await;
    let (mut guest, visited) = a_visit(&house).await;
    for path in visited.iter().filter(|path| !path.contains('?') && !path.contains("/l/")) {
        for ending in [
            ".jpg", ".css", "/x.css", "/foo.jpg", ";a.css", "%3ba.css", "%2fx.css", "%2ejpg", "%00.css", "%0a.css",
            "%23.css",
        ] {
            let asked = format!("{path}{ending}");
            let answer = guest.get(&asked).await;
            // Some lead elsewhere: to the door of a locked gallery, to the members' door.
            assert!(answer.status.is_client_error() || answer.status.is_redirection(), "{asked}: {}", answer.status);
            assert!(!is_hers(path, answer.status, &answer.bytes), "{asked}");
            assert_eq!(answer.headers["cache-control"], "no-store", "{asked}");
        }
        // A question mark is no ending: the page as it is, which may not be kept either.
        let asked = format!("{path}?x.css");
        let said = words(&guest.get(&asked).await.headers, header::CACHE_CONTROL);
        assert!(said.iter().any(|it| it == "no-store" || it == "private"), "{asked}: {said:?}");
    }
    for asked in [
        "/nordlicht/%2e%2e/nordlicht/overview",
        "/pkg/%2E%2e/nordlicht/overview",
        "/pkg/..%2fnordlicht%2foverview",
        "/pkg/../nordlicht/overview",
        "/nordlicht/./overview",
        "/nordlicht//overview",
        "/favicon.svg/%2e%2e/nordlicht/overview",
    ] {
        let answer = guest.get(asked).await;
        assert!(
            answer.status.is_client_error() && !is_hers(asked, answer.status, &answer.bytes),
            "{asked}: {}",
            answer.status
        );
    }
}
