//! What guessing costs others, and what it tells (T16, T21, T22 of SECURITY section 7).

use std::collections::HashSet;
use std::fs::read_to_string;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use chrono::TimeDelta;
use domain::access::{Rules, Switch};
use domain::code::Code;
use http::{Request, StatusCode, header};
use server::clock::Clock;
use store::fixtures::{Scene, noon};
use store::{Places, Store};
use tower::ServiceExt;

use crate::around::{around_at, get, say};

const CODE: &str = "7KQM-2XRD-9TFA";
/// How long the flood lasts, and how many wrong codes come in a second.
const FLOOD: Duration = Duration::from_mins(1);
const A_SECOND: u32 = 200;
/// How often each kind of failure is timed, and how many of a kind at once: fewer than would be told to wait.
const TIMED: usize = 1_000;
const AT_ONCE: u8 = 8;

/// Measures and prints.
pub async fn measure() {
    let folder = tempfile::tempdir_in("/dev/shm").expect("a folder in memory");
    let places = Places { data: folder.path().to_owned(), database_url: None, photos_url: None };
    let store = Arc::new(Store::open(&places, noon()).await.expect("a store"));
    let scene = Scene::first(&store, "nordlicht").await;
    let summer = scene.gallery("Summer by the water").await;
    for number in 0..50 {
        scene.photo(summer, &format!("IMG_{number}.jpg"), noon()).await;
    }
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let clock = Clock::manual(noon());
    let house = around_at(&store, &clock);
    let session = scene.enter(CODE).await.expect("the code is right");
    let visitor = (format!("/nordlicht/g/{summer}"), format!("guest={}", *session.reveal()));
    flood(&store, &house, &visitor).await;
    answers(&store, &scene, &house, &clock).await;
    million();
}

/// T16: one address sends wrong codes; somebody else looks at pictures meanwhile.
async fn flood(store: &Store, house: &Router, (path, cookie): &(String, String)) {
    let quiet = pages(house, path, cookie, FLOOD / 6).await;
    let (hashed, before) = (store.passwords().hashed(), resident());
    let guessers = async {
        let mut beat = tokio::time::interval(Duration::from_secs(1) / A_SECOND);
        let mut flying = tokio::task::JoinSet::new();
        let end = Instant::now() + FLOOD;
        let mut number = 0_u32;
        while Instant::now() < end {
            beat.tick().await;
            number += 1;
            let code = format!("{number:05}-WRNG-{number:05}");
            flying.spawn(typed(house.clone(), "nordlicht", code, [192, 0, 2, 66]));
        }
        flying.join_all().await.into_iter().filter(|status| *status == StatusCode::FORBIDDEN).count()
    };
    let (looked_up, flooded) = tokio::join!(guessers, pages(house, path, cookie, FLOOD));
    say("another visitor's page, quiet: 99 of 100 within", quiet, "ms");
    say("another visitor's page, 200 wrong codes a second: 99 of 100 within", flooded, "ms");
    say("the same, beside quiet", flooded / quiet.max(0.001), "times");
    say("resident memory that a minute of it leaves", resident() - before, "MB");
    say("wrong codes that were looked up, of 12,000", number(looked_up), "count");
    let hashed = usize::try_from(store.passwords().hashed() - hashed).expect("few");
    say("passwords that were hashed meanwhile", number(hashed), "count");
}

/// Looks at a page again and again, as somebody who turns pages: how long 99 of 100 took at most.
async fn pages(house: &Router, path: &str, cookie: &str, long: Duration) -> f64 {
    let end = Instant::now() + long;
    let mut took = Vec::new();
    while Instant::now() < end {
        let begun = Instant::now();
        get(house, path, cookie).await;
        took.push(begun.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    took.sort();
    milliseconds(took[took.len() * 99 / 100])
}

/// T21: each kind of failure as often as any other, in turn; the medians may not tell which it was.
async fn answers(store: &Store, scene: &Scene<'_>, house: &Router, clock: &Clock) {
    let other = Scene::another(store, "meerblick").await;
    other.login("Elsewhere", "8KQM-2XRD-9TFB", &[]).await;
    let mut closed = Scene::another(store, "geschlossen").await;
    closed.login("Nobody comes in", "2KQM-2XRD-9TFD", &[]).await;
    closed.set_rules(Rules { client_logins: Switch::Off, ..closed.studio.rules }).await;
    let deleted = scene.login("Verlag", "9KQM-2XRD-9TFC", &[]).await;
    store.delete_client_login(&scene.desk, deleted, noon()).await.expect("own login");
    let kinds = [
        ("nordlicht", "AAAA-AAAA-AAAA"),
        ("nordlicht", "9KQM-2XRD-9TFC"),
        ("nordlicht", "8KQM-2XRD-9TFB"),
        ("geschlossen", "2KQM-2XRD-9TFD"),
        ("nowhere", CODE),
    ];
    let mut took = vec![Vec::new(); kinds.len()];
    while took[0].len() < TIMED {
        // All budgets are whole again.
        clock.advance(TimeDelta::hours(2));
        let round = (0..AT_ONCE).flat_map(|lane| kinds.iter().enumerate().map(move |(kind, it)| (lane, kind, it)));
        let round = round.map(|(lane, kind, (studio, code))| {
            let address = [100, lane, u8::try_from(kind).expect("few kinds"), 7];
            let house = house.clone();
            async move {
                let begun = Instant::now();
                let status = typed(house, studio, (*code).to_owned(), address).await;
                assert_eq!(status, StatusCode::FORBIDDEN, "{studio} {code}");
                (kind, begun.elapsed())
            }
        });
        for (kind, time) in futures::future::join_all(round).await {
            took[kind].push(time);
        }
    }
    let medians: Vec<f64> = took
        .iter_mut()
        .map(|times| {
            times.sort();
            milliseconds(times[times.len() / 2])
        })
        .collect();
    let slowest = medians.iter().copied().fold(f64::MIN, f64::max);
    let quickest = medians.iter().copied().fold(f64::MAX, f64::min);
    say("a code that opens nothing: quickest reason, median", quickest, "ms");
    say("a code that opens nothing: between the reasons' medians", slowest - quickest, "ms");
}

/// T22: codes that would meet.
fn million() {
    let mut seen = HashSet::new();
    let met = (0..1_000_000).filter(|_| {
        let code = Code::generated(store::code_entropy());
        let typed = code.display().replace('0', "o").replace('1', "l").to_lowercase();
        !seen.insert(Code::parse(&typed).expect("a code").canonical().to_owned())
    });
    say("codes that meet another, of 1,000,000", number(met.count()), "count");
}

async fn typed(house: Router, studio: &str, code: String, address: [u8; 4]) -> StatusCode {
    let form = format!("studio={studio}&code={code}");
    let mut request = Request::post("/api/front_door")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(form))
        .expect("a request");
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from((address, 50_000))));
    house.oneshot(request).await.expect("an answer").status()
}

/// This process' memory, in MB.
fn resident() -> f64 {
    let status = read_to_string("/proc/self/status").expect("Linux says");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a line of it");
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    kilobytes / 1_000.0
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

#[expect(clippy::cast_precision_loss, reason = "there are not that many")]
fn number(count: usize) -> f64 {
    count as f64
}
