//! Cards whose code is gone: the companion on them still fits, and must not open a way around the brakes.

use chrono::TimeDelta;
use domain::code::Code;
use http::StatusCode;
use store::Guessed;
use store::fixtures::Scene;

use crate::browser::{Browser, TestHouse};

const DEAD: &str = "7KQM-2XRD-9TFA";
const GOOD: &str = "8KQM-2XRD-9TFB";

/// A card with `code` of this studio, as its QR code sends it.
async fn card(browser: &mut Browser, scene: &Scene<'_>, code: &str) -> StatusCode {
    let companion = scene.store.companion(scene.studio.id, &Code::parse(code).unwrap());
    let fields = [("studio", scene.studio.address.as_str()), ("code", code), ("companion", &*companion)];
    browser.call("/api/front_door", &fields).await.status
}

fn at(house: &TestHouse, network: u8) -> Browser {
    let mut browser = house.browser();
    browser.address = [198, 51, network, 7];
    browser
}

/// A studio with a card that counts and one whose login was deleted.
async fn with_a_dead_card(house: &TestHouse) -> Scene<'_> {
    let scene = house.scene().await;
    let gone = scene.login("Familie Brandt", DEAD, &[]).await;
    scene.login("Verlag", GOOD, &[]).await;
    house.store.delete_client_login(&scene.desk, gone, house.clock.now()).await.unwrap();
    scene
}

// T19
#[tokio::test]
async fn a_dead_card_is_slowed_down_after_ten_tries_with_its_network_and_nobody_else() {
    let house = TestHouse::new().await;
    let scene = with_a_dead_card(&house).await;
    let other = Scene::another(&house.store, "meerblick").await;
    other.login("Verlag", GOOD, &[]).await;
    let mut holder = at(&house, 1);
    for _ in 0..10 {
        assert_eq!(card(&mut holder, &scene, DEAD).await, StatusCode::FORBIDDEN);
    }
    assert_eq!(card(&mut holder, &scene, DEAD).await, StatusCode::TOO_MANY_REQUESTS);
    // Elsewhere the same card is looked up, and one that counts comes in.
    assert_eq!(card(&mut at(&house, 2), &scene, DEAD).await, StatusCode::FORBIDDEN);
    assert_eq!(card(&mut at(&house, 2), &scene, GOOD).await, StatusCode::OK);
    // In the same network codes are typed as before, at this studio and at another.
    for studio in ["nordlicht", "meerblick"] {
        assert_eq!(at(&house, 1).enter(studio, GOOD).await.location(), format!("/{studio}/overview"));
    }
    house.clock.advance(TimeDelta::seconds(61));
    assert_eq!(card(&mut holder, &scene, DEAD).await, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_dead_card_has_sixty_tries_an_hour_in_one_network() {
    let house = TestHouse::new().await;
    let scene = with_a_dead_card(&house).await;
    let mut looked_up = 0;
    for _ in 0..7 {
        let tries = (0..12).map(|_| {
            let (mut holder, scene) = (at(&house, 1), &scene);
            async move { card(&mut holder, scene, DEAD).await }
        });
        let answers = futures::future::join_all(tries).await;
        looked_up += answers.into_iter().filter(|status| *status == StatusCode::FORBIDDEN).count();
        house.clock.advance(TimeDelta::minutes(10));
    }
    assert_eq!(looked_up, 60);
}

#[tokio::test]
async fn a_card_that_counts_is_never_used_up() {
    let house = TestHouse::new().await;
    let scene = with_a_dead_card(&house).await;
    for _ in 0..15 {
        assert_eq!(card(&mut at(&house, 1), &scene, GOOD).await, StatusCode::OK);
    }
}

// SECURITY section 3, "Alerts"
#[tokio::test]
async fn the_studio_is_told_of_dead_cards() {
    let house = TestHouse::new().await;
    let scene = with_a_dead_card(&house).await;
    for network in 1..=3 {
        for _ in 0..10 {
            card(&mut at(&house, network), &scene, DEAD).await;
        }
    }
    let alerts = house.store.guess_alerts(&scene.desk, house.clock.now() - TimeDelta::hours(1)).await.unwrap();
    let told: Vec<_> = alerts.iter().map(|alert| (alert.what, alert.failures)).collect();
    assert_eq!(told, [(Guessed::Codes, 30)]);
}
