//! Whom the brakes hold responsible, where a proxy stands in front and where somebody only says so.

use std::sync::atomic::{AtomicU32, Ordering};

use http::{Method, StatusCode};
use server::listen::Patience;
use server::visit::Proxies;

use crate::browser::{Browser, TestHouse, around_with};

const PROXY: [u8; 4] = [10, 0, 0, 1];
/// What one network may get wrong at once.
const BURST: u32 = 10;
static GUESSES: AtomicU32 = AtomicU32::new(0);

fn behind_one_proxy(house: &TestHouse) -> Browser {
    let router = around_with(&house.store, &house.clock, Patience::default(), Proxies(1));
    Browser { router, ..house.browser() }
}

/// A wrong code from a peer, with what the request says about where it comes from.
async fn guess(browser: &Browser, peer: [u8; 4], forwarded: &str) -> StatusCode {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("x-forwarded-for", forwarded),
    ];
    let mut browser = Browser { address: peer, ..browser.clone() };
    // Each begins differently: codes that begin alike have a budget of their own.
    let begin = 1000 + GUESSES.fetch_add(1, Ordering::Relaxed);
    let body = format!("studio=nordlicht&code={begin}-2XRD-9TFA");
    browser.send(Method::POST, "/api/front_door", &headers, body.into_bytes()).await.status
}

// T17, B22
#[tokio::test]
async fn whoever_comes_past_the_proxy_is_one_network_whatever_it_says() {
    let house = TestHouse::new().await;
    house.scene().await;
    let browser = behind_one_proxy(&house);
    for number in 0..BURST {
        let status = guess(&browser, [203, 0, 113, 1], &format!("198.51.{number}.1")).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
    }
    assert_eq!(guess(&browser, [203, 0, 113, 1], "198.51.100.1").await, StatusCode::TOO_MANY_REQUESTS);
}

// T17, B22
#[tokio::test]
async fn what_a_visitor_writes_before_the_proxy_s_own_word_counts_for_nothing() {
    let house = TestHouse::new().await;
    house.scene().await;
    let browser = behind_one_proxy(&house);
    for number in 0..BURST {
        let forwarded = format!("198.51.{number}.1, 203.0.113.9:{}", 40_000 + number);
        assert_eq!(guess(&browser, PROXY, &forwarded).await, StatusCode::FORBIDDEN);
    }
    assert_eq!(guess(&browser, PROXY, "198.51.100.1, 203.0.113.9").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(guess(&browser, PROXY, "198.51.100.2").await, StatusCode::FORBIDDEN, "a neighbour is shut out");
}

// T18
#[tokio::test]
async fn a_household_s_many_ipv6_addresses_share_one_budget_behind_a_proxy() {
    let house = TestHouse::new().await;
    house.scene().await;
    let browser = behind_one_proxy(&house);
    for number in 0..BURST {
        let status = guess(&browser, PROXY, &format!("[2001:db8:1:2::{number}]:443")).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
    }
    assert_eq!(guess(&browser, PROXY, "2001:db8:1:2:ffff::1").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(guess(&browser, PROXY, "2001:db8:1:3::1").await, StatusCode::FORBIDDEN, "a neighbour is shut out");
}
