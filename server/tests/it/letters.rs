//! What opens by a link in a letter (an invitation, a new password), what a member must show who it is for, and the account
//! of whoever works nowhere.

use chrono::TimeDelta;
use domain::studio::Email;
use http::{StatusCode, header};
use store::Role;
use store::fixtures::{PASSWORD, Scene};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const PEOPLE: &str = "/studio/nordlicht/settings/people";
const NEW_PASSWORD: &str = "quite another sentence";

/// The path of the link that an owner copies.
async fn invited(owner: &mut Browser, studio: &str, email: &str) -> String {
    let fields = [("studio", studio), ("email", email), ("role", "assistant"), ("password", PASSWORD)];
    let made = owner.post("/api/people/invite", &fields).await.location().to_owned();
    let page = owner.get(&made).await.body;
    let start = page.find(&format!("{PUBLIC_URL}/invitation/")).expect("the link") + PUBLIC_URL.len();
    page[start..].split('"').next().unwrap().to_owned()
}

// SECURITY section 5: histories and logs of proxies keep addresses
#[tokio::test]
async fn the_secret_end_of_a_letter_s_link_leaves_the_address_at_once_and_is_in_no_page() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let email = Email::parse("anna@nordlicht.example").unwrap();
    let reset = house.store.begin_reset(&email, house.clock.now()).await.unwrap().unwrap();
    let links = [
        (invited(&mut anna, "nordlicht", "kim@neu.example").await, "/invitation"),
        (format!("/reset/{}", reset.reveal().as_str()), "/reset"),
    ];
    for (link, page) in links {
        let mut browser = house.browser();
        let opened = browser.get(&link).await;
        assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, page));
        assert_eq!(opened.headers[header::REFERRER_POLICY], "no-referrer");
        assert_eq!(opened.headers[header::CACHE_CONTROL], "no-store");
        let cookie = opened.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("Max-Age=3600"), "{cookie}");
        let shown = browser.get(page).await;
        let secret = link.rsplit('/').next().unwrap();
        assert!(shown.status == StatusCode::OK && !shown.body.contains(secret), "{page}");
        assert_eq!(house.browser().get(page).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_form_counts_for_the_letter_it_was_filled_in_for_and_no_later_one() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let other = Scene::another(&house.store, "meerblick").await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let mut jonas = house.owner_of("owner@meerblick.example").await;
    let ours = invited(&mut anna, "nordlicht", "kim@neu.example").await;
    let theirs = invited(&mut jonas, "meerblick", "kim@neu.example").await;
    let mut kim = house.browser();
    kim.get(&ours).await;
    // In another tab.
    kim.get(&theirs).await;
    let fields = [STUDIO, ("name", "Kim Neu"), ("password", NEW_PASSWORD)];
    assert_eq!(kim.call("/api/invitations/join", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.store.colleagues(&other.desk).await.unwrap().len(), 1);
    kim.get(&ours).await;
    assert_eq!(kim.call("/api/invitations/join", &fields).await.status, StatusCode::OK);
    assert_eq!(scene.store.colleagues(&scene.desk).await.unwrap().len(), 2);
    assert!(!kim.cookies.contains_key("letter"), "the letter is kept after it was used");
    let mut at = async |of: &str| {
        let email = Email::parse(of).unwrap();
        let token = house.store.begin_reset(&email, house.clock.now()).await.unwrap().unwrap();
        kim.get(&format!("/reset/{}", token.reveal().as_str())).await;
        let fields = [("email", "anna@nordlicht.example"), ("password", NEW_PASSWORD)];
        kim.call("/api/password/reset", &fields).await.status
    };
    assert_eq!(at("owner@meerblick.example").await, StatusCode::NOT_FOUND);
    assert_eq!(at("anna@nordlicht.example").await, StatusCode::OK);
}

// SECURITY section 5: as for showing a code
#[tokio::test]
async fn whoever_invites_changes_a_role_or_removes_somebody_gives_the_password_again() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let path = invited(&mut anna, "nordlicht", "kim@neu.example").await;
    let mut kim = house.browser();
    kim.get(&path).await;
    kim.post("/api/invitations/join", &[STUDIO, ("name", "Kim Neu"), ("password", NEW_PASSWORD)]).await;
    let people = scene.store.colleagues(&scene.desk).await.unwrap();
    let id = people.iter().find(|one| one.email == "kim@neu.example").unwrap().id.to_string();
    anna.referer = Some(format!("{PUBLIC_URL}{PEOPLE}"));
    let wrong = ("password", NEW_PASSWORD);
    for (path, fields) in [
        ("/api/people/invite", vec![STUDIO, ("email", "eve@neu.example"), ("role", "photographer"), wrong]),
        ("/api/people/invite", vec![STUDIO, ("email", "eve@neu.example"), ("role", "assistant")]),
        ("/api/people/role", vec![STUDIO, ("member", &*id), ("role", "owner"), wrong]),
        ("/api/people/remove", vec![STUDIO, ("member", &*id), wrong]),
    ] {
        let answer = anna.post(path, &fields).await.location().to_owned();
        assert!(anna.get(&answer).await.body.contains("This is not your password."), "{path}: {answer}");
    }
    let page = anna.get(PEOPLE).await.body;
    let form = page.split("action=\"/api/people/invite\"").nth(1).unwrap().split("</form>").next().unwrap();
    let field = form.split("<input").find(|field| field.contains("name=\"password\"")).unwrap();
    assert!(field.contains("required"), "it may be left empty for nobody: {field}");
    let now = scene.store.colleagues(&scene.desk).await.unwrap();
    assert!(now.iter().any(|one| one.email == "kim@neu.example" && one.role == Role::Assistant));
    let waiting = scene.store.invitations(&scene.desk, house.clock.now()).await.unwrap();
    assert!(waiting.is_empty(), "{waiting:?}");
    let role = [STUDIO, ("member", &*id), ("role", "photographer"), ("password", PASSWORD)];
    assert!(anna.post("/api/people/role", &role).await.location().ends_with("did=saved"));
    let remove = [STUDIO, ("member", &*id), ("password", PASSWORD)];
    assert!(anna.post("/api/people/remove", &remove).await.location().ends_with("did=saved"));
    assert_eq!(scene.store.colleagues(&scene.desk).await.unwrap().len(), 1);
}

#[tokio::test]
async fn whoever_has_an_account_and_chooses_a_new_password_is_told_where_to_join() {
    let house = TestHouse::new().await;
    house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let path = invited(&mut anna, "nordlicht", "owner@meerblick.example").await;
    let mut jonas = house.browser();
    jonas.get(&path).await;
    jonas.referer = Some(format!("{PUBLIC_URL}/invitation"));
    let fields = [STUDIO, ("name", "Jonas Meer"), ("password", NEW_PASSWORD)];
    let back = jonas.post("/api/invitations/join", &fields).await.location().to_owned();
    let page = jonas.get(&back).await.body;
    let known = page.split("<details").nth(1).unwrap().split('>').next().unwrap();
    assert!(page.contains("there is an account here already") && known.contains("open"), "{page}");
    assert!(!page.contains("id=\"new-password-error\""), "the password is not what is the matter");
}

#[tokio::test]
async fn whoever_works_nowhere_any_more_still_reaches_their_account_and_devices() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let path = invited(&mut anna, "nordlicht", "kim@neu.example").await;
    let mut kim = house.browser();
    kim.get(&path).await;
    kim.post("/api/invitations/join", &[STUDIO, ("name", "Kim Neu"), ("password", NEW_PASSWORD)]).await;
    let people = scene.store.colleagues(&scene.desk).await.unwrap();
    let id = people.iter().find(|one| one.email == "kim@neu.example").unwrap().id.to_string();
    anna.post("/api/people/remove", &[STUDIO, ("member", &id), ("password", PASSWORD)]).await;
    house.clock.advance(TimeDelta::minutes(5));
    let mut kim = house.browser();
    let here = kim.post("/api/sign_in", &[("email", "kim@neu.example"), ("password", NEW_PASSWORD)]).await;
    assert_eq!(here.location(), "/studios");
    let page = kim.get("/studios").await.body;
    assert!(page.contains("You work in no studio") && page.contains("href=\"/account\""), "{page}");
    let account = kim.get("/account").await.body;
    assert!(account.contains("kim@neu.example") && account.contains("This device"), "{account}");
    let fields = [("name", "Kim Alt"), ("email", "kim@neu.example"), ("password", NEW_PASSWORD)];
    assert_eq!(kim.post("/api/account/change", &fields).await.location(), "/account?did=saved");
    assert!(kim.get("/account?did=saved").await.body.contains("Kim Alt"));
    let fields = [("password", NEW_PASSWORD), ("new_password", PASSWORD)];
    assert_eq!(kim.post("/api/account/password", &fields).await.location(), "/account?did=password");
    let ended = kim.post("/api/account/end_others", &[("studio", "")]).await;
    assert_eq!(ended.location(), "/account?did=ended");
    // Where one does not work there is still nothing.
    let theirs = [STUDIO, ("name", "Kim"), ("email", "kim@neu.example"), ("password", PASSWORD)];
    assert_eq!(kim.call("/api/account/change", &theirs).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.browser().get("/account").await.location(), "/sign-in");
}
