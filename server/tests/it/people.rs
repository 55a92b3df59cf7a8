//! The people of a studio: invited, joined, promoted, removed; and what becomes of forgotten passwords.

use chrono::TimeDelta;
use domain::studio::Email;
use http::StatusCode;
use store::Role;
use store::fixtures::{PASSWORD, Scene, all_rows};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const PEOPLE: &str = "/studio/nordlicht/settings/people";
const NEW_PASSWORD: &str = "quite another sentence";

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

/// Invites somebody and answers the path of the link, as the owner copies it.
async fn invite(owner: &mut Browser, email: &str, role: &str) -> String {
    let fields = [STUDIO, ("email", email), ("role", role), ("password", PASSWORD)];
    let answer = owner.post("/api/people/invite", &fields).await;
    let made = answer.location().to_owned();
    assert!(made.starts_with("/studio/nordlicht/settings/people?made="), "{made}");
    let page = owner.get(&made).await.body;
    let start = page.find(&format!("{PUBLIC_URL}/invitation/")).expect("the link") + PUBLIC_URL.len();
    page[start..].split('"').next().unwrap().to_owned()
}

fn token(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// Opens a link, and what it leads to.
async fn open(browser: &mut Browser, path: &str) -> Answer {
    let answer = browser.get(path).await;
    match answer.location().to_owned().as_str() {
        "" => answer,
        page => browser.get(page).await,
    }
}

/// Opens a link, and joins.
async fn join(browser: &mut Browser, path: &str) -> Answer {
    browser.get(path).await;
    join_by_letter(browser).await
}

/// Fills in the form of the link that this browser has opened.
async fn join_by_letter(browser: &mut Browser) -> Answer {
    let fields = [("studio", "nordlicht"), ("name", "Kim Neu"), ("password", NEW_PASSWORD)];
    browser.call("/api/invitations/join", &fields).await
}

fn role_of<'a>(people: &'a [store::Colleague], email: &str) -> Option<&'a Role> {
    people.iter().find(|one| one.email == email).map(|one| &one.role)
}

#[tokio::test]
async fn whoever_is_invited_sees_studio_and_role_and_joins_once() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let mut anna = anna(&house).await;
    let path = invite(&mut anna, "Kim@Neu.example", "assistant").await;
    let rows = all_rows(&house.store).await;
    assert!(!format!("{rows:?}").to_lowercase().contains(token(&path)), "the secret end is kept");
    // Shown for a few minutes to who made it, and to nobody else.
    let page = anna.get(PEOPLE).await.body;
    assert!(page.contains("kim@neu.example") && !page.contains("/invitation/"), "{page}");
    let mut kim = house.browser();
    let page = open(&mut kim, &path).await.body;
    assert!(page.contains("Atelier Nordlicht") && page.contains("Assistant") && page.contains("kim@neu.example"));
    let short = [("studio", "nordlicht"), ("name", " "), ("password", "short")];
    assert_eq!(kim.call("/api/invitations/join", &short).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut other = kim.clone();
    assert_eq!(join(&mut kim, &path).await.status, StatusCode::OK);
    assert_eq!(kim.get("/studio/nordlicht").await.status, StatusCode::OK);
    assert_eq!(kim.get(PEOPLE).await.status, StatusCode::NOT_FOUND);
    assert_eq!(role_of(&scene.store.colleagues(&scene.desk).await.unwrap(), "kim@neu.example"), Some(&Role::Assistant));
    // Used: as if it had never been.
    let never = other.get(&format!("/invitation/{}", "0".repeat(64))).await;
    let used = other.get(&path).await;
    assert_eq!((used.status, used.body), (StatusCode::NOT_FOUND, never.body));
    assert_eq!(join(&mut other, &path).await.body, "\"not_found\"");
    let mut again = house.browser();
    let signed_in = again
        .post("/api/sign_in", &[("email", "kim@neu.example"), ("password", NEW_PASSWORD)])
        .await
        .location()
        .to_owned();
    assert_eq!(signed_in, "/studios");
}

#[tokio::test]
async fn an_invitation_that_was_taken_back_replaced_or_is_a_week_old_is_like_one_that_never_was() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut anna = anna(&house).await;
    // Each is opened while it can be used: what the browser keeps of it is worth no more than the link.
    let opened = async |path: String, role: &str| {
        let mut browser = house.browser();
        assert!(open(&mut browser, &path).await.body.contains(role));
        assert_eq!(browser.cookies["letter"], token(&path));
        (path, browser)
    };
    let replaced = opened(invite(&mut anna, "kim@neu.example", "assistant").await, "Assistant").await;
    let revoked = opened(invite(&mut anna, "kim@neu.example", "photographer").await, "Photographer").await;
    let page = anna.get(PEOPLE).await.body;
    let id = page.split("name=\"invitation\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    anna.post("/api/people/uninvite", &[STUDIO, ("invitation", id)]).await;
    let old = opened(invite(&mut anna, "kim@neu.example", "owner").await, "Owner").await;
    house.clock.advance(TimeDelta::days(7));
    let path = format!("/invitation/{}", "0".repeat(64));
    let mut never = house.browser();
    never.cookies.insert("letter".to_owned(), "0".repeat(64));
    let expected = (never.get("/invitation").await.body, never.get(&path).await.body);
    assert_eq!(join_by_letter(&mut never).await.body, "\"not_found\"");
    for (path, mut browser) in [replaced, revoked, old, ("/invitation/nonsense".to_owned(), house.browser())] {
        let (page, link) = (browser.get("/invitation").await, browser.get(&path).await);
        assert_eq!((page.status, link.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{path}");
        assert_eq!((page.body, link.body), expected, "{path}");
        assert_eq!(join_by_letter(&mut browser).await.body, "\"not_found\"", "{path}");
        let known = [STUDIO, ("email", "anna@nordlicht.example"), ("password", PASSWORD)];
        assert_eq!(browser.call("/api/invitations/accept", &known).await.body, "\"not_found\"", "{path}");
    }
}

#[tokio::test]
async fn of_two_who_use_an_invitation_at_once_one_joins() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let path = invite(&mut anna(&house).await, "kim@neu.example", "assistant").await;
    let (mut one, mut two) = (house.browser(), house.browser());
    let (one, two) = tokio::join!(join(&mut one, &path), join(&mut two, &path));
    let mut answers = [one.status, two.status];
    answers.sort();
    assert_eq!(answers[0], StatusCode::OK);
    assert_ne!(answers[1], StatusCode::OK);
    assert_eq!(scene.store.colleagues(&scene.desk).await.unwrap().len(), 2);
}

#[tokio::test]
async fn whoever_has_an_account_joins_with_it_and_it_is_not_made_anew() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    let mut anna = anna(&house).await;
    let path = invite(&mut anna, "owner@meerblick.example", "photographer").await;
    let mut jonas = house.browser();
    // Nobody takes the account over with a password of their own.
    assert!(join(&mut jonas, &path).await.body.contains("taken"));
    let wrong = [("studio", "nordlicht"), ("email", "owner@meerblick.example"), ("password", NEW_PASSWORD)];
    assert_eq!(jonas.call("/api/invitations/accept", &wrong).await.body, "\"rejected\"");
    assert!(!jonas.cookies.contains_key("studio"));
    let right = [("studio", "nordlicht"), ("email", "owner@meerblick.example"), ("password", PASSWORD)];
    assert_eq!(jonas.post("/api/invitations/accept", &right).await.location(), "/studio/nordlicht");
    assert!(jonas.get("/studios").await.body.contains("meerblick"));
    // Signed in already: one press. The role of who works there already does not change, and nothing is used up.
    let path = invite(&mut anna, "somebody@else.example", "assistant").await;
    assert!(open(&mut jonas, &path).await.body.contains("signed in as Jonas Meer"));
    assert_eq!(jonas.post("/api/invitations/accept", &[STUDIO]).await.location(), "/studio/nordlicht");
    let people = scene.store.colleagues(&scene.desk).await.unwrap();
    assert_eq!(role_of(&people, "owner@meerblick.example"), Some(&Role::Photographer));
    let mut stranger = house.browser();
    assert_eq!(open(&mut stranger, &path).await.status, StatusCode::OK);
    assert_eq!(stranger.call("/api/invitations/accept", &[STUDIO]).await.body, "\"sign_in\"");
    // Who works here already is not invited.
    let again = [STUDIO, ("email", "owner@meerblick.example"), ("role", "assistant"), ("password", PASSWORD)];
    let answer = anna.call("/api/people/invite", &again).await;
    assert!(answer.body.contains("works_here"), "{}", answer.body);
}

#[tokio::test]
async fn a_removed_member_sees_nothing_from_that_moment_and_a_new_role_counts_at_once() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer by the water").await;
    let photo = scene.photo(gallery, "IMG_1.jpg", store::fixtures::noon()).await;
    let mut anna = anna(&house).await;
    let path = invite(&mut anna, "kim@neu.example", "photographer").await;
    let mut kim = house.browser();
    join(&mut kim, &path).await;
    let people = scene.store.colleagues(&scene.desk).await.unwrap();
    let id = people.iter().find(|one| one.email == "kim@neu.example").unwrap().id.to_string();
    let image = format!("/m/{photo}/s");
    assert_eq!(kim.get("/studio/nordlicht/logins").await.status, StatusCode::OK);
    assert_eq!(kim.get(&image).await.status, StatusCode::OK);
    anna.post("/api/people/role", &[STUDIO, ("member", &id), ("role", "assistant"), ("password", PASSWORD)]).await;
    assert_eq!(kim.get("/studio/nordlicht/logins").await.status, StatusCode::NOT_FOUND);
    let home = kim.get("/studio/nordlicht").await.body;
    assert!(!home.contains("/studio/nordlicht/logins") && !home.contains("/settings/people"), "{home}");
    // What an assistant may not do is not shown, and a forged form does nothing.
    let forged = [STUDIO, ("member", id.as_str()), ("role", "owner"), ("password", NEW_PASSWORD)];
    assert_eq!(kim.call("/api/people/role", &forged).await.body, "\"not_found\"");
    anna.post("/api/people/remove", &[STUDIO, ("member", &id), ("password", PASSWORD)]).await;
    for path in ["/studio/nordlicht", &image] {
        assert_eq!(kim.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_last_owner_stays_one_and_is_told_why() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let mut anna = anna(&house).await;
    let id = scene.desk.member().to_string();
    let page = anna.get(PEOPLE).await.body;
    assert!(page.contains("A studio needs one.") && !page.contains(&format!("popovertarget=\"role-{id}")), "{page}");
    for (path, fields) in [
        ("/api/people/role", vec![STUDIO, ("member", id.as_str()), ("role", "assistant"), ("password", PASSWORD)]),
        ("/api/people/remove", vec![STUDIO, ("member", id.as_str()), ("password", PASSWORD)]),
    ] {
        anna.referer = Some(format!("{PUBLIC_URL}{PEOPLE}"));
        let location = anna.post(path, &fields).await.location().to_owned();
        assert!(anna.get(&location).await.body.contains("Make somebody else an owner first."), "{path}");
    }
    assert_eq!(scene.store.colleagues(&scene.desk).await.unwrap()[0].role, Role::Owner);
}

#[tokio::test]
async fn an_account_is_changed_with_its_password_alone_and_other_sessions_end() {
    let house = TestHouse::new().await;
    house.scene().await;
    let (mut here, mut there) = (anna(&house).await, anna(&house).await);
    let home = "/studio/nordlicht";
    let account = |name, email, password| [STUDIO, ("name", name), ("email", email), ("password", password)];
    let wrong = here.call("/api/account/change", &account("Eve", "eve@evil.example", "a wrong password")).await;
    assert!(wrong.body.contains("wrong"), "{}", wrong.body);
    // A name alone signs nobody out.
    here.post("/api/account/change", &account("Anna L.", "anna@nordlicht.example", PASSWORD)).await;
    assert!(there.get(home).await.body.contains("Anna L."));
    here.post("/api/account/change", &account("Anna L.", "anna@neu.example", PASSWORD)).await;
    assert_eq!(there.get(home).await.location(), "/sign-in");
    assert_eq!(here.get(home).await.status, StatusCode::OK);
    let mut there = house.owner_of("anna@neu.example").await;
    let password = [STUDIO, ("password", PASSWORD), ("new_password", NEW_PASSWORD)];
    let weak = [STUDIO, ("password", PASSWORD), ("new_password", "password1234")];
    assert_eq!(here.call("/api/account/password", &weak).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(here.post("/api/account/password", &password).await.location().ends_with("did=password"));
    assert_eq!(there.get(home).await.location(), "/sign-in");
    assert_eq!(here.get(home).await.status, StatusCode::OK);
    let sign_in = |password| [("email", "anna@neu.example"), ("password", password)];
    assert_eq!(house.browser().call("/api/sign_in", &sign_in(PASSWORD)).await.body, "\"rejected\"");
    assert_eq!(house.browser().post("/api/sign_in", &sign_in(NEW_PASSWORD)).await.location(), "/studios");
}

#[tokio::test]
async fn a_link_for_a_new_password_works_once_and_for_half_an_hour_and_ends_every_session() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut signed_in = anna(&house).await;
    let email = Email::parse("anna@nordlicht.example").unwrap();
    let link = async || {
        let token = house.store.begin_reset(&email, house.clock.now()).await.unwrap().unwrap();
        token.reveal().to_string()
    };
    // Each is opened while it can be used: what the browser keeps of it is worth no more than the link.
    let opened = async |token: &str| {
        let mut browser = house.browser();
        assert!(open(&mut browser, &format!("/reset/{token}")).await.body.contains("anna@nordlicht.example"));
        browser
    };
    let reset = async |mut browser: Browser| {
        let fields = [("email", "anna@nordlicht.example"), ("password", NEW_PASSWORD)];
        browser.call("/api/password/reset", &fields).await.body
    };
    let replaced = opened(&link().await).await;
    let token = link().await;
    let (one, another) = (opened(&token).await, opened(&token).await);
    assert_eq!(reset(replaced).await, "\"not_found\"");
    assert_eq!(reset(one).await, "null");
    assert_eq!(reset(another).await, "\"not_found\"");
    assert_eq!(signed_in.get("/studio/nordlicht").await.location(), "/sign-in");
    let late = link().await;
    house.clock.advance(TimeDelta::minutes(29));
    let in_time = opened(&late).await;
    house.clock.advance(TimeDelta::minutes(2));
    let mut stranger = house.browser();
    let never = stranger.get(&format!("/reset/{}", "0".repeat(64))).await;
    let over = stranger.get(&format!("/reset/{late}")).await;
    assert_eq!((over.status, over.body), (StatusCode::NOT_FOUND, never.body));
    assert_eq!(in_time.cookies["letter"], late);
    assert_eq!(reset(in_time).await, "\"not_found\"");
    let nobody = Email::parse("nobody@nordlicht.example").unwrap();
    assert!(house.store.begin_reset(&nobody, house.clock.now()).await.unwrap().is_none());
}
