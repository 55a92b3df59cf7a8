//! What answers cost, measured inside one process on a store in memory: `cargo xtask bench answers` runs it and shows the
//! table. Prints one JSON line for each figure: `{"what": ..., "ours": ..., "unit": ...}`.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::ctx::{Cookies, House};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use domain::code::Code;
use http::{Request, header};
use server::clock::Clock;
use server::listen::Patience;
use server::router::{Parts, router};
use server::visit::{Proxies, Reading};
use server::worker::Bell;
use store::fixtures::{Scene, noon};
use store::{Places, Store};
use tower::ServiceExt;

const PHOTOGRAPHS: usize = 1_000;
const ROUNDS: u32 = 200;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = tempfile::tempdir_in("/dev/shm").expect("a folder in memory");
    let places = Places { data: folder.path().to_owned(), database_url: None, photos_url: None };
    let store = Arc::new(Store::open(&places, noon()).await.expect("a store"));
    let scene = Scene::first(&store, "nordlicht").await;
    let summer = scene.gallery("Summer by the water").await;
    let mut photo = None;
    for number in 0..PHOTOGRAPHS {
        photo = Some(scene.photo(summer, &format!("IMG_{number}.jpg"), noon()).await);
    }
    let photo = photo.expect("photographs");
    scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[summer]).await;
    let session = scene.enter("7KQM-2XRD-9TFA").await.expect("the code is right");
    let house = around(&store);
    let cookie = format!("guest={}", *session.reveal());

    for (what, path) in [
        ("front door", "/nordlicht".to_owned()),
        ("overview", "/nordlicht/overview".to_owned()),
        ("gallery of 1,000", format!("/nordlicht/g/{summer}")),
        ("one photograph", format!("/nordlicht/g/{summer}/{photo}")),
    ] {
        let weight = get(&house, &path, &cookie).await.len();
        say(&format!("{what}: HTML, compressed"), kilobytes(weight), "kB");
        let spent = cpu(ROUNDS, async || {
            get(&house, &path, &cookie).await;
        })
        .await;
        say(&format!("{what}: server CPU, compression included"), spent, "ms");
    }
    let path = format!("/m/{photo}/s");
    let spent = cpu(ROUNDS, async || {
        get(&house, &path, &cookie).await;
    })
    .await;
    say("one thumbnail, access checked", spent, "ms");
    look_ups(&scene).await;
}

/// A wrong code costs the same look-up as a right one, and writes nothing.
async fn look_ups(scene: &Scene<'_>) {
    let wrong = Code::parse("AAAA-AAAA-AAAA").expect("a code");
    let mut codes = 1;
    for many in [1_000, 100_000] {
        while codes < many {
            let code = Code::generated(store::code_entropy());
            scene.login("Somebody", &code.display(), &[]).await;
            codes += 1;
        }
        let spent = cpu(5_000, async || {
            let found = scene.store.enter_by_code(Some(&scene.studio), &wrong, None, noon()).await;
            assert!(matches!(found, Ok(None)), "a wrong code opened something");
        })
        .await;
        say(&format!("front-door look-up among {many} codes"), spent, "ms");
    }
}

fn around(store: &Arc<Store>) -> Router {
    let house = House {
        store: Arc::clone(store),
        cookies: Cookies::Loopback,
        public_url: "http://127.0.0.1:3000".into(),
        first_run_token: None,
    };
    let reading = Reading { clock: Clock::manual(noon()), cookies: Cookies::Loopback, proxies: Proxies(0) };
    router(Parts { house, reading, bell: Bell::default(), patience: Patience::default() })
}

async fn get(house: &Router, path: &str, cookie: &str) -> Vec<u8> {
    let mut request = Request::get(path)
        .header(header::COOKIE, cookie)
        .header(header::ACCEPT_ENCODING, "gzip, br")
        .body(Body::empty())
        .expect("a request");
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 50_000))));
    let answer = house.clone().oneshot(request).await.expect("an answer");
    assert!(answer.status().is_success(), "{path}: {}", answer.status());
    axum::body::to_bytes(answer.into_body(), usize::MAX).await.expect("a body").to_vec()
}

/// Milliseconds of this process' CPU for one round, all threads: the rest of the machine may be busy.
async fn cpu(rounds: u32, round: impl AsyncFn()) -> f64 {
    round().await;
    let before = spent();
    for _ in 0..rounds {
        round().await;
    }
    spent().saturating_sub(before).as_secs_f64() * 1_000.0 / f64::from(rounds)
}

fn spent() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.try_into().expect("a time since the process began")
}

#[expect(clippy::cast_precision_loss, reason = "a page is not that long")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1_000.0
}

#[expect(clippy::print_stdout, reason = "this is what it is for")]
fn say(what: &str, ours: f64, unit: &str) {
    println!("{}", serde_json::json!({ "what": what, "ours": ours, "unit": unit }));
}
