//! The first run, and members coming in and leaving, over HTTP.

use http::StatusCode;
use store::fixtures::PASSWORD;

use crate::browser::{Browser, FIRST_RUN_TOKEN, PUBLIC_URL, TestHouse};

const GOOD: [(&str, &str); 7] = [
    ("token", FIRST_RUN_TOKEN),
    ("name", "Mara Lindt"),
    ("email", "mara@nordlicht.example"),
    ("password", "a sentence that is long enough"),
    ("studio_name", "Atelier Nordlicht"),
    ("address", "nordlicht"),
    ("language", "de"),
];

/// The form with some fields typed differently.
fn with(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let typed = |(name, value)| {
        let change = changes.iter().find(|(changed, _)| *changed == name);
        (name, change.map_or(value, |(_, value)| *value))
    };
    GOOD.into_iter().map(typed).collect()
}

async fn typed(house: &TestHouse, changes: &[(&'static str, &'static str)]) -> (Browser, String) {
    let mut browser = house.browser();
    browser.referer = Some(format!("{PUBLIC_URL}/first-run"));
    let answer = browser.post("/api/first_run", &with(changes)).await;
    let location = answer.location().to_owned();
    (browser, location)
}

#[tokio::test]
async fn whoever_holds_the_token_opens_the_first_studio_and_is_signed_in_and_then_there_is_no_such_page() {
    let house = TestHouse::new().await;
    let page = house.browser().get("/first-run").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains(FIRST_RUN_TOKEN), "the page tells the token");
    let (mut mara, location) = typed(&house, &[]).await;
    assert_eq!(location, "/studio/nordlicht");
    let home = mara.get("/studio/nordlicht").await;
    assert!(home.body.contains("Mara") && home.body.contains("Atelier Nordlicht"));
    assert_eq!(house.browser().get("/first-run").await.status, StatusCode::NOT_FOUND);
    let (mut late, location) = typed(&house, &[("email", "late@nordlicht.example"), ("address", "late")]).await;
    assert!(location.contains("__err="), "{location}");
    assert_eq!(late.get("/studio/late").await.location(), "/sign-in");
}

#[tokio::test]
async fn every_bad_field_of_the_first_run_is_named_at_its_field_and_nothing_is_made() {
    let house = TestHouse::new().await;
    let bad = [("token", "WRONG"), ("password", "Password1234"), ("address", "api"), ("name", "  ")];
    let (mut browser, location) = typed(&house, &bad).await;
    let page = browser.get(&location).await;
    for field in ["token", "password", "address", "name"] {
        assert!(page.body.contains(&format!("id=\"{field}-error\"")), "{field} is not named");
    }
    assert!(!page.body.contains("id=\"email-error\"") && !page.body.contains("id=\"studio_name-error\""));
    assert!(!location.contains("Password1234") && !location.contains("WRONG"), "{location}");
    assert!(house.store.is_new().await.unwrap());
}

#[tokio::test]
async fn an_address_that_the_program_needs_itself_is_refused() {
    let house = TestHouse::new().await;
    for reserved in ["api", "studio", "first-run", "sign-in", "m"] {
        let (mut browser, location) = typed(&house, &[("address", reserved)]).await;
        assert!(browser.get(&location).await.body.contains("id=\"address-error\""), "{reserved}");
    }
    assert!(house.store.is_new().await.unwrap());
}

#[tokio::test]
async fn tokens_cannot_be_tried_without_end() {
    let house = TestHouse::new().await;
    for _ in 0..10 {
        typed(&house, &[("token", "GUESS")]).await;
    }
    let (mut browser, location) = typed(&house, &[]).await;
    assert!(location.starts_with("/first-run"), "the right token counts while the brakes hold: {location}");
    let page = browser.get(&location).await;
    assert!(page.body.contains("role=\"alert\"") && !page.body.contains("id=\"token-error\""));
}

// S80
#[tokio::test]
async fn a_member_signs_in_by_e_mail_and_password_goes_straight_to_the_only_studio_and_signs_out() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    assert_eq!(anna.get("/studios").await.location(), "/studio/nordlicht");
    assert_eq!(anna.get("/sign-in").await.location(), "/studios");
    let kept = anna.clone();
    assert_eq!(anna.post("/api/sign_out", &[]).await.location(), "/sign-in");
    for mut gone in [anna, kept] {
        assert_eq!(gone.get("/studio/nordlicht").await.location(), "/sign-in");
    }
}

#[tokio::test]
async fn signing_in_ends_the_session_that_this_browser_had_before() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let mut before = anna.clone();
    anna.post("/api/sign_in", &[("email", "anna@nordlicht.example"), ("password", PASSWORD)]).await;
    assert_eq!(anna.get("/studio/nordlicht").await.status, StatusCode::OK);
    assert_eq!(before.get("/studio/nordlicht").await.location(), "/sign-in");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_e_mail_are_answered_alike() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut pages = Vec::new();
    for (email, password) in [("anna@nordlicht.example", "not the password"), ("nobody@nordlicht.example", PASSWORD)] {
        let mut browser = house.browser();
        browser.referer = Some(format!("{PUBLIC_URL}/sign-in"));
        let location =
            browser.post("/api/sign_in", &[("email", email), ("password", password)]).await.location().to_owned();
        let page = browser.get(&location).await;
        assert!(page.body.contains("id=\"password-error\""));
        pages.push((location, page.body));
    }
    assert_eq!(pages[0], pages[1]);
}
