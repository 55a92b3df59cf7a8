//! Where members are signed in and clients let in, and how that ends.

use http::{Method, StatusCode};
use store::fixtures::{Scene, all_rows};

use crate::browser::{Browser, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const DEVICES: &str = "/studio/nordlicht/settings/devices";

/// The owner, signed in with a browser of that user agent.
async fn anna_with(house: &TestHouse, user_agent: &str) -> Browser {
    let mut browser = house.browser();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("accept", "text/html"),
        ("user-agent", user_agent),
    ];
    let body = b"email=anna%40nordlicht.example&password=a+long+enough+password".to_vec();
    let answer = browser.send(Method::POST, "/api/sign_in", &headers, body).await;
    assert_eq!(answer.location(), "/studios");
    browser
}

const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";
const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/26.0 Mobile Safari/604.1 Trail/7KQ";

fn named(page: &str, field: &str) -> String {
    let start = page.split(&format!("name=\"{field}\" value=\"")).nth(1).unwrap_or_else(|| panic!("{field}: {page}"));
    start.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_member_finds_their_devices_in_plain_words_and_ends_one_or_all_others() {
    let house = TestHouse::new().await;
    house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    let mut here = anna_with(&house, FIREFOX).await;
    let mut phone = anna_with(&house, PHONE).await;
    let page = here.get(DEVICES).await.body;
    assert!(page.contains("Firefox on Windows") && page.contains("Safari on iPhone"), "{page}");
    let rows = format!("{:?}", all_rows(&house.store).await);
    assert!(!rows.contains("Trail/7KQ") && !rows.contains("192.0.2.1"), "no more is kept than the page says");
    let session = named(&page, "session");
    // Nobody else's.
    let mut jonas = house.owner_of("owner@meerblick.example").await;
    let theirs = [("studio", "meerblick"), ("session", session.as_str())];
    assert_eq!(jonas.call("/api/account/end_session", &theirs).await.status, StatusCode::NOT_FOUND);
    assert_eq!(phone.get("/studio/nordlicht").await.status, StatusCode::OK);
    let ended = here.post("/api/account/end_session", &[STUDIO, ("session", &session)]).await;
    assert_eq!(ended.location(), format!("{DEVICES}?did=ended"));
    assert_eq!(phone.get("/studio/nordlicht").await.location(), "/sign-in");
    let mut others = [anna_with(&house, PHONE).await, anna_with(&house, FIREFOX).await];
    here.post("/api/account/end_others", &[STUDIO]).await;
    for other in &mut others {
        assert_eq!(other.get("/studio/nordlicht").await.location(), "/sign-in");
    }
    assert!(here.get(DEVICES).await.body.contains("This device"));
}

#[tokio::test]
async fn the_visits_of_a_login_are_listed_and_ended_at_once_even_for_pictures() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer by the water").await;
    let photo = scene.photo(gallery, "IMG_1.jpg", store::fixtures::noon()).await;
    let login = scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[gallery]).await.to_string();
    let mut anna = anna_with(&house, FIREFOX).await;
    let page = format!("/studio/nordlicht/logins/{login}");
    assert!(anna.get(&page).await.body.contains("Nobody is here now."));
    let mut client = house.browser();
    client.enter("nordlicht", "7KQM-2XRD-9TFA").await;
    let image = format!("/m/{photo}/s");
    assert_eq!(client.get(&image).await.status, StatusCode::OK);
    assert!(anna.get(&page).await.body.contains("Came just now, last seen just now"));
    anna.post("/api/logins/end_visits", &[STUDIO, ("login", &login)]).await;
    assert_eq!(client.get(&image).await.status, StatusCode::NOT_FOUND);
    assert!(anna.get(&page).await.body.contains("Nobody is here now."));
    client.enter("nordlicht", "7KQM-2XRD-9TFA").await;
    assert_eq!(client.get(&image).await.status, StatusCode::OK);
}
