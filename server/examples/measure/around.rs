//! What the measuring programs have in common: a house around a store, a request, the CPU that was spent.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::ctx::{Cookies, House};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{Request, header};
use server::clock::Clock;
use server::listen::Patience;
use server::logo::Press;
use server::router::{Parts, router};
use server::visit::{Proxies, Reading};
use server::worker::Bell;
use store::Store;
use store::fixtures::noon;
use tower::ServiceExt;

/// The program around a store, at noon.
pub fn around(store: &Arc<Store>) -> Router {
    around_at(store, &Clock::manual(noon()))
}

/// The same, at the time of a clock.
pub fn around_at(store: &Arc<Store>, clock: &Clock) -> Router {
    let house = House {
        store: Arc::clone(store),
        cookies: Cookies::Loopback,
        public_url: "http://127.0.0.1:3000".into(),
        first_run_token: None,
    };
    let reading = Reading { clock: clock.clone(), cookies: Cookies::Loopback, proxies: Proxies(0) };
    router(Parts {
        house,
        reading,
        bell: Bell::default(),
        press: Press::new("passepartout".into()),
        patience: Patience::default(),
    })
}

/// A page, as a browser gets it.
pub async fn get(house: &Router, path: &str, cookie: &str) -> Vec<u8> {
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

/// Milliseconds of this process' CPU for one round, all threads: the rest of the machine may be busy. As many rounds come
/// before those that count: each connection to the database fills a cache of its own, and they take turns.
pub async fn cpu(rounds: u32, round: impl AsyncFn()) -> f64 {
    for _ in 0..rounds {
        round().await;
    }
    let before = spent();
    for _ in 0..rounds {
        round().await;
    }
    spent().saturating_sub(before).as_secs_f64() * 1_000.0 / f64::from(rounds)
}

/// The CPU that this process has spent.
pub fn spent() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.try_into().expect("a time since the process began")
}

/// Thousands of bytes.
#[expect(clippy::cast_precision_loss, reason = "a page is not that long")]
pub fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1_000.0
}

/// One figure, for the table.
#[expect(clippy::print_stdout, reason = "this is what it is for")]
pub fn say(what: &str, ours: f64, unit: &str) {
    println!("{}", serde_json::json!({ "what": what, "ours": ours, "unit": unit }));
}
