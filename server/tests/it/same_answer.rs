//! T21: from the answer to a code that opens nothing nobody learns why.

use domain::access::{Rules, Switch};
use domain::code::Code;
use domain::gallery::{LoginName, Note};
use http::{HeaderMap, Method, StatusCode};
use store::ClientLoginDetails;
use store::fixtures::{Scene, noon};

use crate::browser::{Browser, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";
const FOREIGN: &str = "8KQM-2XRD-9TFB";
const FORMER: &str = "9KQM-2XRD-9TFC";
const CLOSED: &str = "2KQM-2XRD-9TFD";

/// Everything that an answer says, nonces apart: they differ each time by their nature.
pub fn said(headers: &HeaderMap) -> Vec<(String, String)> {
    let mut all: Vec<_> =
        headers.iter().map(|(name, value)| (name.to_string(), plain(value.to_str().unwrap()))).collect();
    all.sort();
    all
}

/// The same of somebody who typed this; the cookie that keeps it for a browser without scripts is as long as what was typed,
/// and longer by the same for everybody.
fn said_to(code: &str, headers: &HeaderMap) -> Vec<(String, String)> {
    let mut all = said(headers);
    for (_, value) in all.iter_mut().filter(|(name, _)| name == "set-cookie") {
        let (sealed, attributes) = value.split_once(';').unwrap();
        let (name, sealed) = sealed.split_once('=').unwrap();
        *value = format!("{name}={};{attributes}", sealed.len() - 2 * code.len());
    }
    all
}

fn plain(value: &str) -> String {
    let mut parts = value.split("'nonce-");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + "'nonce" + part.split_once('\'').map_or("", |(_, rest)| rest))
}

/// A studio where every kind of code has failed to be one.
async fn studios(house: &TestHouse) {
    let scene = house.scene().await;
    let other = Scene::another(&house.store, "meerblick").await;
    let mut closed = Scene::another(&house.store, "geschlossen").await;
    let deleted = scene.login("Familie Brandt", CODE, &[]).await;
    house.store.delete_client_login(&scene.desk, deleted, noon()).await.unwrap();
    let changed = scene.login("Verlag", FORMER, &[]).await;
    let details = ClientLoginDetails {
        name: LoginName::parse("Verlag").unwrap(),
        code: Some((Code::parse("3KQM-2XRD-9TFE").unwrap(), "3KQM-2XRD-9TFE".to_owned())),
        email: None,
        note: Note::parse("").unwrap(),
    };
    house.store.change_client_login(&scene.desk, changed, &details).await.unwrap();
    other.login("Elsewhere", FOREIGN, &[]).await;
    closed.login("Nobody comes in", CLOSED, &[]).await;
    closed.set_rules(Rules { client_logins: Switch::Off, ..closed.studio.rules }).await;
}

/// Why, the studio and the code. A login to which nothing is released yet comes in, to an empty overview (S6); codes have no
/// last day.
const FAILURES: [(&str, &str, &str); 8] = [
    ("wrong", "nordlicht", "AAAA-AAAA-AAAA"),
    ("its login was deleted", "nordlicht", CODE),
    ("it was changed", "nordlicht", FORMER),
    ("of another studio", "nordlicht", FOREIGN),
    ("of a studio without client logins", "geschlossen", CLOSED),
    ("no such studio", "nowhere", CODE),
    ("no studio can be called so", "No Where", CODE),
    ("no code at all", "nordlicht", "x"),
];

/// The form as a browser without scripts, ours with scripts, and a program send it.
const SENT: [&str; 3] = ["text/html,application/xhtml+xml", "text/html;redirect=told", "*/*"];

async fn send(mut browser: Browser, accept: &str, fields: &[(&str, &str)]) -> crate::browser::Answer {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let headers =
        [("content-type", "application/x-www-form-urlencoded"), ("accept", accept), ("sec-fetch-site", "same-origin")];
    browser.send(Method::POST, "/api/front_door", &headers, body.into_bytes()).await
}

// S1, S12, S19, T21
#[tokio::test]
async fn a_code_that_opens_nothing_is_answered_the_same_whatever_the_reason_and_however_it_was_sent() {
    let house = TestHouse::new().await;
    studios(&house).await;
    for (way, accept) in SENT.into_iter().enumerate() {
        for companion in ["", "00000000000000000000000000000000"] {
            let tries = FAILURES.into_iter().enumerate().map(|(kind, (why, studio, code))| {
                let mut browser = house.browser();
                let with = u8::from(!companion.is_empty());
                browser.address = [100, u8::try_from(way).unwrap(), u8::try_from(kind).unwrap(), with];
                async move {
                    let fields = [("studio", studio), ("code", code), ("companion", companion)];
                    let answer = send(browser, accept, &fields).await;
                    (why, answer.status, answer.bytes, said(&answer.headers))
                }
            });
            let answers = futures::future::join_all(tries).await;
            let (_, status, bytes, headers) = &answers[0];
            let expected = [StatusCode::FOUND, StatusCode::NO_CONTENT, StatusCode::FORBIDDEN][way];
            assert_eq!(*status, expected, "{accept}");
            assert!(headers.iter().all(|(name, _)| name != "set-cookie"), "{accept}");
            for (why, other_status, other_bytes, other_headers) in &answers {
                assert_eq!((status, bytes, headers), (other_status, other_bytes, other_headers), "{accept}: {why}");
            }
        }
    }
}

// T21: what is right is not found out by a wait either
#[tokio::test]
async fn whoever_has_to_wait_is_told_the_same_with_a_right_code_and_with_a_wrong_one() {
    let house = TestHouse::new().await;
    studios(&house).await;
    let right = ("right", "nordlicht", "3KQM-2XRD-9TFE");
    let tired = |studio: &'static str, kind: u8| {
        let mut browser = house.browser();
        browser.address = [100, 9, kind, 7];
        async move {
            for number in 0..10 {
                let code = format!("{number}{kind:03}-WRNG-2222");
                send(browser.clone(), "*/*", &[("studio", studio), ("code", &code)]).await;
            }
            browser
        }
    };
    let mut answers = Vec::new();
    for (kind, (why, studio, code)) in FAILURES.into_iter().chain([right]).enumerate() {
        let browser = tired(studio, u8::try_from(kind).unwrap()).await;
        for accept in &SENT {
            let answer = send(browser.clone(), accept, &[("studio", studio), ("code", code)]).await;
            answers.push((why, accept, answer.status, answer.bytes, said_to(code, &answer.headers)));
        }
    }
    for (why, accept, status, bytes, headers) in &answers {
        let (_, _, right_status, right_bytes, right_headers) =
            answers.iter().rfind(|(_, of, ..)| of == accept).unwrap();
        assert_eq!((status, bytes, headers), (right_status, right_bytes, right_headers), "{why}");
        let expected = [StatusCode::FOUND, StatusCode::NO_CONTENT, StatusCode::TOO_MANY_REQUESTS];
        assert_eq!(SENT.iter().zip(expected).find(|(of, _)| of == accept).unwrap().1, *status, "{why}");
        let kept: Vec<_> = headers.iter().filter(|(name, _)| name == "set-cookie").map(|(_, value)| value).collect();
        let as_it_is = "kept=96; Path=/; HttpOnly; SameSite=Lax; Max-Age=900";
        assert_eq!(kept, if **accept == SENT[0] { vec![as_it_is] } else { vec![] }, "{why}");
    }
}
