//! What the brakes on guessing count, and what they do not.

use app::api::ApiError;
use app::ctx::{Beside, Ctx, Network, Visit};
use chrono::TimeDelta;
use domain::device::Device;
use http::{Request, StatusCode};
use store::fixtures::{PASSWORD, noon};

use crate::browser::{Browser, TestHouse, house_of};

fn ctx(house: &TestHouse) -> Ctx {
    let network = Network { near: "192.0.2.1/32".to_owned(), far: "192.0.2.0/24".to_owned() };
    let device = Device::UNKNOWN;
    let visit = Visit {
        now: noon(),
        guest: None,
        member: None,
        operator: None,
        letter: None,
        languages: Vec::new(),
        known_device: None,
        kept: None,
        device,
        network,
    };
    let (parts, ()) = Request::builder().extension(visit).body(()).unwrap().into_parts();
    Ctx::of(house_of(&house.store), &parts).unwrap()
}

#[tokio::test]
async fn only_a_wrong_secret_is_a_guess() {
    let house = TestHouse::new().await;
    let ctx = ctx(&house);
    let guard = ctx.guard_strangers("member", "anna@nordlicht.example");
    let nothing = Beside::default();
    for turned_away in [ApiError::Busy, ApiError::Failed, ApiError::NoSpace, ApiError::NotFound] {
        for _ in 0..11 {
            let answer = ctx.braked(&guard, &nothing, async { Err::<(), _>(turned_away) }).await;
            assert_eq!(answer, Err(turned_away));
        }
    }
    for _ in 0..11 {
        assert_eq!(ctx.braked(&guard, &nothing, async { Ok(7) }).await, Ok(7));
    }
    for _ in 0..10 {
        assert_eq!(
            ctx.braked(&guard, &nothing, async { Err::<(), _>(ApiError::Rejected) }).await,
            Err(ApiError::Rejected)
        );
    }
    let slowed = ctx.braked(&guard, &nothing, async { Ok(7) }).await;
    assert!(matches!(slowed, Err(ApiError::Slow { .. })), "{slowed:?}");
}

#[tokio::test]
async fn who_mistypes_codes_keeps_the_photographer_behind_the_same_router_from_nothing() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut browser = house.browser();
    for _ in 0..12 {
        browser.enter("nordlicht", "AAAA-AAAA-AAAA").await;
    }
    let fields = [("email", "anna@nordlicht.example"), ("password", PASSWORD)];
    assert_eq!(browser.post("/api/sign_in", &fields).await.location(), "/studios");
}

// S17, SECURITY section 3: thirty guesses an hour for one gallery, from wherever they come
#[tokio::test]
async fn a_gallerys_password_cannot_be_tried_from_many_networks() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let (wedding, party) = (scene.gallery("Wedding").await, scene.gallery("Party").await);
    for gallery in [wedding, party] {
        scene.lock(gallery, "bouquet").await;
    }
    let secret = store::LinkKind::Open;
    let (link, other) = (scene.link(wedding, secret, None).await, scene.link(party, secret, None).await);
    let arrive = async |network: u8, link: &store::SessionToken| -> Browser {
        let mut browser = house.browser();
        browser.address = [network, 51, 100, 7];
        browser.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
        browser
    };
    let typed = async |browser: &mut Browser, gallery: domain::ids::GalleryId, password: &str| {
        let fields = [("studio", "nordlicht"), ("gallery", &*gallery.to_string()), ("password", password)];
        browser.call("/api/gallery/unlock", &fields).await.body
    };
    for network in 1..=15 {
        assert!(typed(&mut arrive(network, &link).await, wedding, "flowers").await.contains("rejected"));
    }
    let mut client = arrive(31, &link).await;
    assert!(typed(&mut client, wedding, "bouquet").await.contains("slow"));
    // Another gallery's door stands as before, and this one is tried again after four minutes.
    assert!(!typed(&mut arrive(32, &other).await, party, "bouquet").await.contains("slow"));
    house.clock.advance(TimeDelta::seconds(241));
    assert!(!typed(&mut client, wedding, "bouquet").await.contains("slow"));
    assert!(client.get(&format!("/nordlicht/g/{wedding}")).await.status.is_success());
}

// S17: not by waiting and not with puzzles
#[tokio::test]
async fn one_visitor_leaves_newcomers_something_of_a_gallerys_budget() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = scene.gallery("Wedding").await;
    scene.lock(wedding, "bouquet").await;
    let link = scene.link(wedding, store::LinkKind::Open, None).await;
    let arrive = async |network: u8| -> Browser {
        let mut browser = house.browser();
        browser.address = [network, 51, 100, 7];
        browser.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
        browser
    };
    let gallery = wedding.to_string();
    let mut visitor = arrive(1).await;
    let mut looked_at = 0;
    for _ in 0..16 {
        let ticket = house.store.ticket(&["gallery", &gallery, "1.51.100.7/32"], house.clock.now());
        let solution = (0..).step_by(1000).find_map(|from| domain::puzzle::search(&ticket, from, 1000)).unwrap();
        let solution = solution.to_string();
        let fields = [
            ("studio", "nordlicht"),
            ("gallery", &*gallery),
            ("password", "flowers"),
            ("ticket", &*ticket),
            ("solution", &*solution),
        ];
        looked_at += usize::from(visitor.call("/api/gallery/unlock", &fields).await.body.contains("rejected"));
    }
    assert_eq!(looked_at, 10);
    let fields = [("studio", "nordlicht"), ("gallery", &*gallery), ("password", "bouquet")];
    assert!(!arrive(2).await.call("/api/gallery/unlock", &fields).await.body.contains("slow"));
}

#[tokio::test]
async fn whoever_follows_a_link_over_and_over_is_stopped_and_nobody_else() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let link = scene.link(summer, store::LinkKind::Open, None).await;
    let path = format!("/nordlicht/l/{}", *link.reveal());
    let mut statuses = std::collections::BTreeMap::new();
    for _ in 0..502 {
        // Each time as somebody who was never here.
        *statuses.entry(house.browser().get(&path).await.status).or_insert(0) += 1;
    }
    assert_eq!(statuses, [(StatusCode::FOUND, 500), (StatusCode::TOO_MANY_REQUESTS, 2)].into());
    let mut elsewhere = house.browser();
    elsewhere.address = [198, 51, 100, 7];
    assert_eq!(elsewhere.get(&path).await.status, StatusCode::FOUND);
    house.clock.advance(TimeDelta::seconds(1));
    assert_eq!(house.browser().get(&path).await.status, StatusCode::FOUND, "after a second one more");
}
