//! Without scripts nobody types a code twice: what could not be tried yet comes back with the page, sealed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE;
use chrono::TimeDelta;
use domain::ids::GalleryId;
use http::StatusCode;
use store::LinkKind;
use store::fixtures::Scene;

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

pub const CODE: &str = "7KQM-2XRD-9TFA";
pub const PASSWORD: &str = "rosenrot";
const SAID: &str = "What you typed is kept";

/// Wrong codes from as many networks as it takes until strangers wait; with `from` another each time.
async fn flood(house: &TestHouse, from: u8) {
    let tries = (0..70).map(|number| {
        let mut guesser = house.browser();
        guesser.address = [100, from, number, 7];
        let code = format!("{number:04}-WRNG-{from:04}");
        async move { guesser.call("/api/front_door", &[("studio", "nordlicht"), ("code", &code)]).await.status }
    });
    let answers = futures::future::join_all(tries).await;
    assert!(answers.contains(&StatusCode::TOO_MANY_REQUESTS), "nobody was slowed down");
}

/// A studio with a code that is right, where strangers wait.
pub async fn flooded(house: &TestHouse) -> Scene<'_> {
    let scene = house.scene().await;
    scene.login("Familie Brandt", CODE, &[]).await;
    flood(house, 0).await;
    scene
}

pub fn stranger(house: &TestHouse) -> Browser {
    let mut browser = house.browser();
    browser.address = [198, 51, 100, 7];
    browser
}

/// Somebody who came by a link, at the door of its gallery; and where that is.
pub async fn at_a_door(house: &TestHouse, scene: &Scene<'_>, gallery: GalleryId) -> (Browser, String) {
    let link = scene.link(gallery, LinkKind::Open, None).await;
    let door = format!("/nordlicht/g/{gallery}");
    let mut client = stranger(house);
    client.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
    client.referer = Some(format!("{PUBLIC_URL}{door}"));
    (client, door)
}

/// The page that a form leads to.
pub async fn shown(browser: &mut Browser, answer: &Answer) -> String {
    browser.referer = Some(format!("{PUBLIC_URL}{}", answer.location()));
    browser.get(answer.location()).await.body
}

fn ticket(page: &str) -> String {
    let field = page.split("name=\"ticket\" value=\"").nth(1).expect("a ticket");
    field.split('"').next().unwrap().to_owned()
}

/// Presses the button of the front door's page, with nothing typed.
pub async fn press(browser: &mut Browser, ticket: &str) -> Answer {
    let fields = [("studio", "nordlicht"), ("ticket", ticket), ("solution", ""), ("companion", ""), ("code", "")];
    browser.post("/api/front_door", &fields).await
}

/// Whether the page asks for a code, and its button cannot be pressed without one.
fn asks(page: &str) -> bool {
    let field = page.split("<input").find(|field| field.contains("name=\"code\"")).expect("a field for the code");
    field.split('>').next().unwrap().contains("required")
}

// T19
#[tokio::test]
async fn after_the_wait_the_button_alone_lets_in_whoever_had_typed_the_right_code() {
    let house = TestHouse::new().await;
    flooded(&house).await;
    let mut client = stranger(&house);
    let slowed = client.enter("nordlicht", CODE).await;
    let cookie = slowed.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.starts_with("kept=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=900"),
        "{cookie}"
    );
    assert!(!slowed.location().contains("KQM"), "{}", slowed.location());
    let page = client.get(slowed.location()).await;
    assert_eq!(page.headers["cache-control"], "no-store");
    assert!(page.body.contains(SAID) && !asks(&page.body), "{}", page.body);
    for typed in [CODE, "7KQM2XRD9TFA", &store::fixtures::hex(CODE.as_bytes())] {
        assert!(!page.body.contains(typed) && !client.cookies["kept"].contains(typed), "{typed}");
    }
    let again = client.get(slowed.location()).await.body;
    assert!(again.contains(SAID), "it is gone when the page is opened once more");
    let ticket = ticket(&again);
    house.clock.advance(TimeDelta::seconds(30));
    flood(&house, 1).await;
    let entered = press(&mut client, &ticket).await;
    assert_eq!(entered.location(), "/nordlicht/overview");
    assert!(!client.cookies.contains_key("kept"), "it stays after it was tried");
}

// S17
#[tokio::test]
async fn a_gallery_s_password_is_kept_at_its_door_too() {
    let house = TestHouse::new().await;
    let scene = flooded(&house).await;
    let summer = scene.gallery("Summer").await;
    scene.lock(summer, PASSWORD).await;
    let (mut client, door) = at_a_door(&house, &scene, summer).await;
    let gallery = summer.to_string();
    let typed = [("studio", "nordlicht"), ("gallery", &*gallery), ("password", PASSWORD)];
    let slowed = client.post("/api/gallery/unlock", &typed).await;
    let page = shown(&mut client, &slowed).await;
    assert!(page.contains(SAID) && !page.contains(PASSWORD), "{page}");
    let ticket = ticket(&page);
    let pressed = [("studio", "nordlicht"), ("gallery", &*gallery), ("password", ""), ("ticket", &*ticket)];
    house.clock.advance(TimeDelta::seconds(30));
    flood(&house, 1).await;
    assert_eq!(client.post("/api/gallery/unlock", &pressed).await.location(), door);
    assert!(client.get(&door).await.body.contains("Summer"));
}

/// What was kept by somebody who typed the right code at this studio's door.
async fn kept(house: &TestHouse, studio: &str) -> String {
    let mut client = stranger(house);
    client.enter(studio, CODE).await;
    client.cookies["kept"].clone()
}

#[tokio::test]
async fn what_is_forged_stale_or_of_another_door_is_as_if_nothing_were_typed() {
    let house = TestHouse::new().await;
    let scene = flooded(&house).await;
    let other = Scene::another(&house.store, "meerblick").await;
    let summer = scene.gallery("Summer").await;
    // The same code at another studio, whose door is slow as well: this network has guessed ten times.
    other.login("Verlag", CODE, &[]).await;
    for number in 0..10 {
        let code = format!("{number:04}-WRNG-MEER");
        stranger(&house).call("/api/front_door", &[("studio", "meerblick"), ("code", &code)]).await;
    }
    let (right, foreign) = (kept(&house, "nordlicht").await, kept(&house, "meerblick").await);
    let at_a_gallery = house.store.hold(CODE, &["gallery", &summer.to_string()], house.clock.now()).unwrap();
    let elsewhere = TestHouse::new().await.store.hold(CODE, &["studio", "nordlicht"], house.clock.now()).unwrap();
    let mut forged = right.clone().into_bytes();
    forged[60] = if forged[60] == b'0' { b'1' } else { b'0' };
    let forged = String::from_utf8(forged).unwrap();
    // The door is open to strangers again: whoever typed the code would come in.
    house.clock.advance(TimeDelta::minutes(15));
    let early = house.store.hold(CODE, &["studio", "nordlicht"], house.clock.now() + TimeDelta::seconds(1)).unwrap();
    let guesses = store::fixtures::all_rows(&house.store).await["rate_bucket"].clone();
    for (what, kept) in [
        ("nothing", ""),
        ("forged", &forged),
        ("cut", &right[2..]),
        ("no digits", "zz"),
        ("of another studio", &foreign),
        ("of a gallery's door", &at_a_gallery),
        ("of another installation", &elsewhere),
        ("of a time to come", &early),
    ] {
        let mut client = stranger(&house);
        client.cookies.insert("kept".to_owned(), kept.to_owned());
        let answer = press(&mut client, "").await;
        assert!(!client.cookies.contains_key("guest"), "{what}");
        let page = shown(&mut client, &answer).await;
        assert!(asks(&page) && page.contains("Please fill this in") && !page.contains(SAID), "{what}: {page}");
    }
    assert_eq!(store::fixtures::all_rows(&house.store).await["rate_bucket"], guesses, "nothing typed is a guess");
    // As it was given, and to the last moment, it opens; a moment later it asks.
    let mut client = stranger(&house);
    client.cookies.insert("kept".to_owned(), right.clone());
    assert_eq!(press(&mut client, "").await.location(), "/nordlicht/overview");
    house.clock.advance(TimeDelta::milliseconds(1));
    let mut late = stranger(&house);
    late.cookies.insert("kept".to_owned(), right);
    let answer = press(&mut late, "").await;
    assert!(shown(&mut late, &answer).await.contains("Please fill this in"));
}

#[tokio::test]
async fn what_is_typed_goes_before_what_is_kept_and_a_wrong_code_is_kept_no_longer() {
    let house = TestHouse::new().await;
    let scene = flooded(&house).await;
    scene.login("Verlag", "8KQM-2XRD-9TFB", &[]).await;
    let kept = kept(&house, "nordlicht").await;
    house.clock.advance(TimeDelta::minutes(2));
    let mut client = stranger(&house);
    client.cookies.insert("kept".to_owned(), kept.clone());
    client.enter("nordlicht", "8KQM-2XRD-9TFB").await;
    assert!(client.get("/nordlicht/overview").await.body.contains("Verlag"));
    let mut mistaken = stranger(&house);
    mistaken.cookies.insert("kept".to_owned(), kept);
    let wrong = mistaken.enter("nordlicht", "AAAA-AAAA-AAAA").await;
    assert!(!mistaken.cookies.contains_key("kept"));
    assert!(asks(&shown(&mut mistaken, &wrong).await));
}

#[tokio::test]
async fn what_is_typed_later_takes_the_place_of_what_was_kept_even_where_it_is_kept_nowhere() {
    let house = TestHouse::new().await;
    flooded(&house).await;
    let kept = kept(&house, "nordlicht").await;
    let too_long = "A".repeat(513);
    for (accept, code) in [("text/html;redirect=told", "AAAA-AAAA-AAAA"), ("text/html", &*too_long)] {
        let mut client = stranger(&house);
        client.cookies.insert("kept".to_owned(), kept.clone());
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", accept)];
        let form = format!("studio=nordlicht&code={code}").into_bytes();
        let headers = [headers[0], headers[1], ("sec-fetch-site", "same-origin")];
        let slowed = client.send(http::Method::POST, "/api/front_door", &headers, form).await;
        assert!(slowed.location().contains("__err="), "{accept}");
        assert!(!client.cookies.contains_key("kept"), "{accept}");
        let page = shown(&mut client, &slowed).await;
        assert!(page.contains("A short pause") && asks(&page), "{accept}: {page}");
    }
}

// T19
#[tokio::test]
async fn pressing_the_button_before_its_time_keeps_nothing_for_longer() {
    let house = TestHouse::new().await;
    flooded(&house).await;
    let mut client = stranger(&house);
    client.enter("nordlicht", CODE).await;
    let kept = client.cookies["kept"].clone();
    for (round, seconds, says) in [(1, 600, true), (2, 290, false)] {
        house.clock.advance(TimeDelta::seconds(seconds));
        flood(&house, round).await;
        let slowed = press(&mut client, "").await;
        assert_eq!(slowed.headers.get("set-cookie"), None);
        assert_eq!(client.cookies["kept"], kept);
        // Ten seconds before its end half a minute is too long to promise anything.
        let page = shown(&mut client, &slowed).await;
        assert!(page.contains("A short pause"), "{page}");
        assert_eq!((page.contains(SAID), asks(&page)), (says, !says), "{page}");
    }
    house.clock.advance(TimeDelta::seconds(11));
    let late = press(&mut client, "").await;
    assert!(shown(&mut client, &late).await.contains("Please fill this in"));
}

#[tokio::test]
async fn only_a_browser_without_scripts_is_given_it_and_only_what_can_be_a_code() {
    let house = TestHouse::new().await;
    flooded(&house).await;
    for (sent, status) in [("text/html;redirect=told", StatusCode::NO_CONTENT), ("*/*", StatusCode::TOO_MANY_REQUESTS)]
    {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", sent)];
        let form = format!("studio=nordlicht&code={CODE}").into_bytes();
        let answer = stranger(&house).send(http::Method::POST, "/api/front_door", &headers, form).await;
        assert_eq!((answer.status, answer.headers.get("set-cookie")), (status, None), "{sent}");
    }
    let mut longest = stranger(&house);
    longest.enter("nordlicht", &"\u{1f338}".repeat(128)).await;
    assert_eq!(longest.cookies["kept"].len(), 2 * (24 + 8 + 512 + 16));
    let mut too_long = stranger(&house);
    let slowed = too_long.enter("nordlicht", &"A".repeat(513)).await;
    assert!(!too_long.cookies.contains_key("kept"));
    let page = shown(&mut too_long, &slowed).await;
    assert!(page.contains("A short pause") && asks(&page) && !page.contains(SAID), "{page}");
    // A studio that is not there keeps what was typed as this one does.
    let nowhere = |number: u8| {
        let mut guesser = house.browser();
        guesser.address = [100, 2, number, 7];
        async move { guesser.enter("nowhere", &format!("{number:04}-WRNG-2222")).await }
    };
    futures::future::join_all((0..70).map(nowhere)).await;
    let mut lost = stranger(&house);
    lost.enter("nowhere", CODE).await;
    assert_eq!(lost.cookies["kept"].len(), kept(&house, "nordlicht").await.len());
}

#[tokio::test]
async fn a_page_promises_nothing_that_will_be_gone_when_the_wait_is_over() {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    let mut client = stranger(&house);
    client.enter("nordlicht", CODE).await;
    let page = async |client: &mut Browser, retry_after: u32| {
        let slow = URL_SAFE.encode(format!("{{\"slow\":{{\"retry_after\":{retry_after},\"ticket\":false}}}}"));
        client.get(&format!("/nordlicht?__path=%2Fapi%2Ffront_door&__err={slow}")).await.body
    };
    let sealed = house.store.hold(CODE, &["studio", "nordlicht"], house.clock.now()).unwrap();
    client.cookies.insert("kept".to_owned(), sealed);
    let (short, long) = (page(&mut client, 899).await, page(&mut client, 900).await);
    assert!(short.contains(SAID) && !asks(&short), "{short}");
    assert!(long.contains("A short pause") && !long.contains(SAID) && asks(&long), "{long}");
    house.clock.advance(TimeDelta::minutes(10));
    let (short, long) = (page(&mut client, 299).await, page(&mut client, 300).await);
    assert!(short.contains(SAID) && !asks(&short) && !long.contains(SAID) && asks(&long), "{short} {long}");
}
