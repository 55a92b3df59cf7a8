//! The real client gets in while somebody guesses: a device that was let in once is counted alone.

use chrono::TimeDelta;
use domain::ids::GalleryId;
use domain::studio::Email;
use http::StatusCode;
use store::fixtures::{PASSWORD, Scene};
use store::{Door, KnownDevice, LinkKind, SessionToken};

use crate::browser::{Answer, Browser, FIRST_RUN_TOKEN, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";
const WRONG: &str = "AAAA-AAAA-AAAA";

async fn typed(browser: &mut Browser, code: &str) -> Answer {
    browser.call("/api/front_door", &[("studio", "nordlicht"), ("code", code)]).await
}

/// Somebody types wrong codes from many networks until the door takes no more from strangers.
async fn flood(house: &TestHouse) {
    let tries = (1..=250_u8).map(|network| {
        let mut guesser = house.browser();
        guesser.address = [203, network, 113, 7];
        async move { typed(&mut guesser, &format!("{network:04}-WRNG-C0DE")).await.status }
    });
    let answers = futures::future::join_all(tries).await;
    assert!(answers.contains(&StatusCode::TOO_MANY_REQUESTS), "nobody was slowed down");
}

// T19
#[tokio::test]
async fn a_device_that_was_let_in_once_comes_in_while_somebody_guesses() {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    let mut known = house.browser();
    known.address = [198, 51, 100, 7];
    let first = known.enter("nordlicht", CODE).await;
    let cookies: Vec<_> = first.headers.get_all("set-cookie").iter().map(|it| it.to_str().unwrap()).collect();
    let device = cookies.iter().find(|cookie| cookie.starts_with("dev=")).expect("a device cookie");
    assert!(device.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000"), "{device}");
    known.cookies.remove("guest");
    flood(&house).await;
    let mut stranger = house.browser();
    stranger.address = [198, 51, 101, 8];
    assert_eq!(typed(&mut stranger, CODE).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(known.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
}

#[tokio::test]
async fn a_known_device_that_fails_six_times_waits_alone() {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    let mut known = house.browser();
    known.enter("nordlicht", CODE).await;
    for _ in 0..5 {
        assert_eq!(typed(&mut known, WRONG).await.status, StatusCode::FORBIDDEN);
    }
    let slowed = typed(&mut known, CODE).await;
    // Twelve minutes, and no ticket: a puzzle would be worth nothing.
    assert_eq!(slowed.body, r#"{"slow":{"retry_after":720,"ticket":false}}"#);
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
    // Its network goes on: ten of a stranger's failures are still free.
    let mut neighbour = house.browser();
    for _ in 0..10 {
        assert_eq!(typed(&mut neighbour, WRONG).await.status, StatusCode::FORBIDDEN);
    }
    // Ten failures an hour: after twelve minutes there is one more.
    house.clock.advance(TimeDelta::seconds(721));
    assert_eq!(known.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
}

#[tokio::test]
async fn a_device_of_another_studio_or_a_forged_one_is_a_stranger() {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    Scene::another(&house.store, "meerblick").await.login("Verlag", "8KQM-2XRD-9TFB", &[]).await;
    let mut elsewhere = house.browser();
    assert_eq!(elsewhere.enter("meerblick", "8KQM-2XRD-9TFB").await.location(), "/meerblick/overview");
    let mut forged = house.browser();
    forged.cookies.insert("dev".to_owned(), format!("{}.{}", "0".repeat(32), "5a".repeat(16)));
    flood(&house).await;
    for (mut browser, network) in [(elsewhere.clone(), 101), (forged, 102)] {
        browser.address = [198, 51, network, 7];
        assert_eq!(typed(&mut browser, CODE).await.status, StatusCode::TOO_MANY_REQUESTS);
    }
    // One cookie serves both studios.
    house.clock.advance(TimeDelta::hours(2));
    assert_eq!(elsewhere.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
    flood(&house).await;
    assert_eq!(elsewhere.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
    assert_eq!(elsewhere.enter("meerblick", "8KQM-2XRD-9TFB").await.location(), "/meerblick/overview");
}

#[tokio::test]
async fn one_right_code_does_not_make_devices_without_end() {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    let mut made = 0;
    for _ in 0..30 {
        let mut browser = house.browser();
        assert_eq!(browser.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
        made += usize::from(browser.cookies.contains_key("dev"));
    }
    assert_eq!(made, 20);
}

// T19
#[tokio::test]
async fn known_devices_together_have_an_end_and_are_strangers_beyond_it() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    scene.login("Familie Brandt", CODE, &[]).await;
    let known = || {
        let mut browser = house.browser();
        browser.cookies.insert("dev".to_owned(), house.store.remember(None, Door::Studio(scene.studio.id)).cookie());
        browser
    };
    let tries = (0..64).map(|device| {
        let mut guesser = known();
        async move {
            let mut looked_up = 0;
            for number in 0..5 {
                let answer = typed(&mut guesser, &format!("{device:04}-WRNG-{number:04}")).await;
                looked_up += usize::from(answer.status == StatusCode::FORBIDDEN);
            }
            looked_up
        }
    });
    let looked_up: usize = futures::future::join_all(tries).await.into_iter().sum();
    // Three hundred as known devices, then ten as strangers of one network.
    assert_eq!(looked_up, 310);
    let mut client = known();
    client.address = [198, 51, 100, 7];
    assert_eq!(client.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
}

/// Stands before a gallery's locked door, by a link.
async fn arrive(browser: &mut Browser, network: u8, link: &SessionToken) {
    browser.address = [network, 51, 100, 7];
    browser.cookies.remove("guest");
    browser.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
}

/// Whether a password was looked at: right or wrong, and not told to wait.
async fn tried(browser: &mut Browser, gallery: GalleryId, password: &str) -> bool {
    let fields = [("studio", "nordlicht"), ("gallery", &*gallery.to_string()), ("password", password)];
    let status = browser.call("/api/gallery/unlock", &fields).await.status;
    assert!([StatusCode::OK, StatusCode::FORBIDDEN, StatusCode::TOO_MANY_REQUESTS].contains(&status), "{status}");
    status != StatusCode::TOO_MANY_REQUESTS
}

// S17, SECURITY section 3
#[tokio::test]
async fn the_devices_of_one_code_share_their_guesses_at_a_gallerys_password() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = scene.gallery("Wedding").await;
    scene.lock(wedding, "bouquet").await;
    let link = scene.link(wedding, LinkKind::Open, None).await;
    scene.login("Familie Brandt", CODE, &[]).await;
    let mut guessed = 0;
    for _ in 0..16 {
        let mut device = house.browser();
        device.enter("nordlicht", CODE).await;
        arrive(&mut device, 1, &link).await;
        for _ in 0..4 {
            guessed += usize::from(tried(&mut device, wedding, "flowers").await);
        }
    }
    // Fifteen at once as devices that a code let in, then ten as strangers of one network.
    assert_eq!(guessed, 25);
    let mut newcomer = house.browser();
    arrive(&mut newcomer, 2, &link).await;
    assert!(tried(&mut newcomer, wedding, "bouquet").await);
    assert!(newcomer.get(&format!("/nordlicht/g/{wedding}")).await.status.is_success());
}

// S17
#[tokio::test]
async fn a_changed_password_forgets_the_devices_that_gave_the_old_one() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = scene.gallery("Wedding").await;
    scene.lock(wedding, "bouquet").await;
    let link = scene.link(wedding, LinkKind::Open, None).await;
    let mut client = house.browser();
    arrive(&mut client, 1, &link).await;
    assert!(tried(&mut client, wedding, "bouquet").await);
    for network in 2..=32 {
        let mut guesser = house.browser();
        arrive(&mut guesser, network, &link).await;
        tried(&mut guesser, wedding, "flowers").await;
    }
    arrive(&mut client, 1, &link).await;
    assert!(tried(&mut client, wedding, "flowers").await, "a device that gave the password waits");
    scene.lock(wedding, "tulips").await;
    assert!(!tried(&mut client, wedding, "tulips").await, "a device that gave another password is known");
}

// T23
#[tokio::test]
async fn a_flood_on_an_e_mail_does_not_shut_its_owner_out() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    owner.post("/api/sign_out", &[]).await;
    let wrong = [("email", "anna@nordlicht.example"), ("password", "not the password")];
    let mut slowed = false;
    for network in 1..=130 {
        let mut guesser = house.browser();
        guesser.address = [203, network, 113, 7];
        slowed = guesser.call("/api/sign_in", &wrong).await.status == StatusCode::TOO_MANY_REQUESTS;
    }
    assert!(slowed);
    let right = [("email", "anna@nordlicht.example"), ("password", PASSWORD)];
    let mut stranger = house.browser();
    let slowed = stranger.call("/api/sign_in", &right).await;
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(slowed.body.ends_with(r#""ticket":false}}"#), "nobody solves puzzles here: {}", slowed.body);
    assert_eq!(owner.post("/api/sign_in", &right).await.location(), "/studios");
    // Who is inside is not asked to wait either.
    let login = scene.login("Familie Brandt", CODE, &[]).await.to_string();
    owner.cookies.remove("dev");
    let fields = [("studio", "nordlicht"), ("login", &*login), ("password", PASSWORD)];
    assert!(owner.post("/api/logins/reveal", &fields).await.location().ends_with("did=revealed"));
}

// T23
#[tokio::test]
async fn whoever_opens_the_first_studio_joins_or_resets_a_password_is_known_at_the_members_door() {
    let house = TestHouse::new().await;
    let knows = |browser: &Browser, email: &str| {
        let device = browser.cookies.get("dev").and_then(|cookie| KnownDevice::parse(cookie)).expect("a known device");
        house.store.knows(&device, Door::Member(&Email::parse(email).unwrap()))
    };
    let mut mara = house.browser();
    let first = [
        ("token", FIRST_RUN_TOKEN),
        ("name", "Mara Lindt"),
        ("email", "mara@nordlicht.example"),
        ("password", PASSWORD),
        ("studio_name", "Atelier Nordlicht"),
        ("address", "nordlicht"),
        ("language", "de"),
    ];
    assert_eq!(mara.post("/api/first_run", &first).await.location(), "/studio/nordlicht");
    assert!(knows(&mara, "mara@nordlicht.example"));
    let fields = [("studio", "nordlicht"), ("email", "kim@neu.example"), ("role", "assistant"), ("password", PASSWORD)];
    let made = mara.post("/api/people/invite", &fields).await.location().to_owned();
    let page = mara.get(&made).await.body;
    let token = page.split("/invitation/").nth(1).expect("the link").split('"').next().unwrap();
    let mut kim = house.browser();
    kim.get(&format!("/invitation/{token}")).await;
    let fields = [("studio", "nordlicht"), ("name", "Kim Neu"), ("password", PASSWORD)];
    assert_eq!(kim.post("/api/invitations/join", &fields).await.location(), "/studio/nordlicht");
    assert!(knows(&kim, "kim@neu.example") && !knows(&kim, "mara@nordlicht.example"));
    // Under another e-mail it is another door.
    let fields = [("studio", "nordlicht"), ("name", "Kim Neu"), ("email", "kim@alt.example"), ("password", PASSWORD)];
    kim.post("/api/account/change", &fields).await;
    assert!(knows(&kim, "kim@alt.example"));
    let email = Email::parse("mara@nordlicht.example").unwrap();
    let token = house.store.begin_reset(&email, house.clock.now()).await.unwrap().unwrap().reveal().to_string();
    let mut elsewhere = house.browser();
    elsewhere.get(&format!("/reset/{token}")).await;
    let fields = [("email", "mara@nordlicht.example"), ("password", "quite another sentence")];
    assert_eq!(elsewhere.post("/api/password/reset", &fields).await.location(), "/studios");
    assert!(knows(&elsewhere, "mara@nordlicht.example"));
}
