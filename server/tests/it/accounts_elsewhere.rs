//! Whether an e-mail has an account in this installation is told to few, and seldom: it may be of another studio.

use chrono::TimeDelta;
use http::StatusCode;
use store::fixtures::{PASSWORD, Scene};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const ELSEWHERE: &str = "owner@meerblick.example";
const NEW_PASSWORD: &str = "quite another sentence";

async fn house() -> TestHouse {
    let house = TestHouse::new().await;
    house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    house
}

/// What a member is told who asks for an e-mail as their own.
async fn asked(anna: &mut Browser, email: &str) -> (StatusCode, bool) {
    let fields = [STUDIO, ("name", "Anna Lindt"), ("email", email), ("password", PASSWORD)];
    let answer = anna.call("/api/account/change", &fields).await;
    (answer.status, answer.body.contains("taken"))
}

// SECURITY section 3
#[tokio::test]
async fn a_member_asks_for_few_e_mails_whether_they_are_taken_or_free() {
    let house = house().await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let taken = (StatusCode::UNPROCESSABLE_ENTITY, true);
    let slow = (StatusCode::TOO_MANY_REQUESTS, false);
    for _ in 0..3 {
        assert_eq!(asked(&mut anna, ELSEWHERE).await, taken);
    }
    assert_eq!(asked(&mut anna, "anna@neu.example").await, (StatusCode::OK, false));
    assert_eq!(asked(&mut anna, "anna@nordlicht.example").await, (StatusCode::OK, false));
    assert_eq!(asked(&mut anna, ELSEWHERE).await, slow);
    assert_eq!(asked(&mut anna, "anna@neu.example").await, slow);
    // The name alone asks for nothing, and somebody else is not slowed down.
    assert_eq!(asked(&mut anna, "anna@nordlicht.example").await, (StatusCode::OK, false));
    let mut jonas = house.owner_of(ELSEWHERE).await;
    let fields = [("name", "Jonas"), ("email", "anna@nordlicht.example"), ("password", PASSWORD)];
    assert!(jonas.call("/api/account/change", &fields).await.body.contains("taken"));
    house.clock.advance(TimeDelta::minutes(12));
    assert_eq!(asked(&mut anna, ELSEWHERE).await, taken);
    assert_eq!(asked(&mut anna, ELSEWHERE).await, slow);
}

/// A browser in which the invitation of an e-mail was opened.
async fn invited(house: &TestHouse, anna: &mut Browser, email: &str) -> Browser {
    let fields = [STUDIO, ("email", email), ("role", "assistant"), ("password", PASSWORD)];
    let made = anna.post("/api/people/invite", &fields).await.location().to_owned();
    let page = anna.get(&made).await.body;
    let link = page.split(&format!("{PUBLIC_URL}/invitation/")).nth(1).expect("the link").split('"').next().unwrap();
    let mut browser = house.browser();
    browser.get(&format!("/invitation/{link}")).await;
    browser
}

async fn join(browser: &mut Browser) -> StatusCode {
    let fields = [STUDIO, ("name", "Kim Neu"), ("password", NEW_PASSWORD)];
    browser.call("/api/invitations/join", &fields).await.status
}

// SECURITY section 3
#[tokio::test]
async fn whoever_opens_their_own_invitations_learns_of_few_e_mails_that_they_are_taken() {
    let house = house().await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let mut kim = invited(&house, &mut anna, "kim@neu.example").await;
    assert_eq!(join(&mut kim).await, StatusCode::OK);
    let mut probe = invited(&house, &mut anna, ELSEWHERE).await;
    for _ in 0..10 {
        assert_eq!(join(&mut probe).await, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut lee = invited(&house, &mut anna, "lee@neu.example").await;
    for browser in [&mut probe, &mut lee] {
        assert_eq!(join(browser).await, StatusCode::TOO_MANY_REQUESTS);
    }
    house.clock.advance(TimeDelta::minutes(6));
    assert_eq!(join(&mut lee).await, StatusCode::OK);
    assert_eq!(join(&mut probe).await, StatusCode::UNPROCESSABLE_ENTITY, "an account that is made costs nothing");
}
