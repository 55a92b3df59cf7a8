//! *View as client* (S34): what a member is shown is what the client would be shown, and it leaves no trace.

use std::collections::BTreeSet;

use domain::access::{AccessMode, Rules, Switch};
use domain::ids::{ClientLoginId, GalleryId, LinkId};
use http::{StatusCode, header};
use store::LinkKind;
use store::fixtures::{Scene, all_rows, noon};

use crate::browser::{Browser, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";
const OWNER: &str = "anna@nordlicht.example";

/// A > { B1 > { C }, B2 (locked) } and D, with photographs; navigation is on at A.
struct Wedding {
    galleries: Vec<GalleryId>,
    login: ClientLoginId,
}

async fn wedding(scene: &Scene<'_>) -> Wedding {
    let top = scene.gallery("Wedding").await;
    let portraits = scene.under(top, "Portraits").await;
    let rings = scene.under(portraits, "Rings").await;
    let party = scene.under(top, "The party").await;
    let other = scene.gallery("Somebody else").await;
    scene.open_navigation(top).await;
    scene.lock(party, "bouquet").await;
    let galleries = vec![top, portraits, rings, party, other];
    for gallery in &galleries {
        scene.photo(*gallery, "IMG_1.jpg", noon()).await;
        scene.photo(*gallery, "IMG_2.jpg", noon()).await;
    }
    let login = scene.login("Familie Brandt", CODE, &[portraits]).await;
    Wedding { galleries, login }
}

/// Status and what a page shows: its pictures, and where it leads, below `base`.
pub fn shown(answer: &crate::browser::Answer, base: &str) -> (StatusCode, BTreeSet<String>) {
    let parts = ["href=\"", "src=\""].into_iter().flat_map(|name| answer.body.split(name).skip(1));
    let values = parts.filter_map(|part| part.split_once('"')).map(|(value, _)| value);
    let ours = values.filter_map(|value| match value.strip_prefix(base) {
        Some(rest) => Some(rest.to_owned()),
        None => (value.starts_with("/m/") || value.starts_with(char::is_alphanumeric)).then(|| value.to_owned()),
    });
    (answer.status, ours.filter(|value| value != "/phone" && !value.is_empty()).collect())
}

/// Every page that a guest could ask for shows a member who looks through their eyes the same.
async fn is_the_same(guest: &mut Browser, member: &mut Browser, eyes: &str, galleries: &[GalleryId]) {
    let (visit, preview) = ("/nordlicht", format!("/studio/nordlicht/as/{eyes}"));
    let mut pages = vec!["/overview".to_owned()];
    for gallery in galleries {
        pages.push(format!("/g/{gallery}"));
    }
    let mut seen = 0;
    while let Some(page) = pages.pop() {
        let real = shown(&guest.get(&format!("{visit}{page}")).await, visit);
        let looked = shown(&member.get(&format!("{preview}{page}")).await, &preview);
        assert_eq!(looked, real, "{eyes} at {page}");
        seen += usize::from(real.0 == StatusCode::OK);
        let photo =
            real.1.iter().find(|link| link.matches('/').count() == 1 && link.starts_with(char::is_alphanumeric));
        if let Some(photo) = photo.filter(|_| page.starts_with("/g/")) {
            let photo = photo.split_once('/').unwrap().1;
            if !page[3..].contains('/') {
                pages.push(format!("{page}/{photo}"));
            }
        }
    }
    assert!(seen > 1, "{eyes} sees something");
}

// S34
#[tokio::test]
async fn a_preview_shows_what_the_client_s_own_browser_shows_in_either_mode() {
    for mode in [AccessMode::Staircase, AccessMode::Explicit] {
        let house = TestHouse::new().await;
        let mut scene = house.scene().await;
        scene.set_rules(Rules { client_logins: Switch::On, mode }).await;
        let wedding = wedding(&scene).await;
        let mut client = house.browser();
        client.enter("nordlicht", CODE).await;
        let mut owner = house.owner_of(OWNER).await;
        let eyes = format!("login/{}", wedding.login);
        is_the_same(&mut client, &mut owner, &eyes, &wedding.galleries).await;
    }
}

async fn link_id(scene: &Scene<'_>, gallery: GalleryId) -> LinkId {
    let grant = scene.grant(gallery).await;
    scene.store.links(&scene.desk, &grant).await.unwrap().last().unwrap().id
}

// S34, S16
#[tokio::test]
async fn a_preview_of_a_link_shows_what_the_link_shows() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = wedding(&scene).await;
    for kind in [LinkKind::Open, LinkKind::Secure] {
        let portraits = wedding.galleries[1];
        let token = scene.link(portraits, kind, None).await;
        let mut visitor = house.browser();
        visitor.get(&format!("/nordlicht/l/{}", *token.reveal())).await;
        let mut owner = house.owner_of(OWNER).await;
        let eyes = format!("link/{}", link_id(&scene, portraits).await);
        is_the_same(&mut visitor, &mut owner, &eyes, &wedding.galleries).await;
        let led = owner.get(&format!("/studio/nordlicht/as/{eyes}")).await;
        assert_eq!(led.location(), format!("/studio/nordlicht/as/{eyes}/g/{portraits}"));
        let grant = scene.grant(portraits).await;
        let id = link_id(&scene, portraits).await;
        assert_eq!(scene.store.links(&scene.desk, &grant).await.unwrap().len(), 1);
        scene.store.revoke_link(&scene.desk, id, noon()).await.unwrap();
        let gone = owner.get(&format!("/studio/nordlicht/as/{eyes}/g/{portraits}")).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND, "a revoked link shows nothing, to nobody");
    }
}

// S34: no visit is counted, no lock-out counter touched, no token in the address
#[tokio::test]
async fn looking_through_a_client_s_eyes_leaves_no_trace() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = wedding(&scene).await;
    let mut owner = house.owner_of(OWNER).await;
    let before = all_rows(&house.store).await;
    let base = format!("/studio/nordlicht/as/login/{}", wedding.login);
    let mut pages = vec![base.clone(), format!("{base}/phone"), format!("{base}/overview")];
    pages.extend(wedding.galleries.iter().map(|gallery| format!("{base}/g/{gallery}")));
    let overview = owner.get(&format!("{base}/overview")).await.body;
    assert!(overview.contains(">new<"), "nobody has seen it yet");
    for page in &pages {
        let answer = owner.get(page).await;
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{page}");
        assert!(!answer.body.contains("/api/leave"), "nobody came in who could leave: {page}");
        assert!(!answer.body.contains("/api/gallery/unlock"), "no door is tried: {page}");
    }
    assert_eq!(owner.get(&format!("{base}/overview")).await.body, overview, "it is still new to the client");
    assert_eq!(all_rows(&house.store).await, before);
}

// S34: a banner says so
#[tokio::test]
async fn every_page_of_a_preview_says_that_it_is_one() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = wedding(&scene).await;
    let mut owner = house.owner_of(OWNER).await;
    let base = format!("/studio/nordlicht/as/login/{}", wedding.login);
    let (portraits, party) = (wedding.galleries[1], wedding.galleries[3]);
    let gallery = owner.get(&format!("{base}/g/{portraits}")).await.body;
    let photo = gallery.split(&format!("href=\"{portraits}/")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    for page in
        ["/overview".to_owned(), format!("/g/{portraits}"), format!("/g/{party}"), format!("/g/{portraits}/{photo}")]
    {
        let body = owner.get(&format!("{base}{page}")).await.body;
        assert!(
            body.contains("through the eyes of \u{2068}Familie Brandt\u{2069}")
                || body.contains("through the eyes of Familie Brandt"),
            "{page}: {body}"
        );
        assert!(body.contains(&format!("/studio/nordlicht/logins/{}", wedding.login)), "the way back: {page}");
    }
    let mut client = house.browser();
    client.enter("nordlicht", CODE).await;
    assert!(!client.get("/nordlicht/overview").await.body.contains("class=\"preview\""));
}

// S1, S34
#[tokio::test]
async fn while_client_logins_are_off_a_preview_shows_nothing_and_says_why() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let wedding = wedding(&scene).await;
    scene.set_rules(Rules { client_logins: Switch::Off, mode: AccessMode::Staircase }).await;
    let mut owner = house.owner_of(OWNER).await;
    let base = format!("/studio/nordlicht/as/login/{}", wedding.login);
    let overview = owner.get(&format!("{base}/overview")).await;
    assert_eq!(overview.status, StatusCode::OK);
    assert!(overview.body.contains("Client logins are switched off") && !overview.body.contains("Portraits"));
    let gallery = owner.get(&format!("{base}/g/{}", wedding.galleries[1])).await;
    assert_eq!(gallery.status, StatusCode::NOT_FOUND);
}

// S34: the viewer steps on through the same eyes, and only for members of the studio
#[tokio::test]
async fn the_viewer_of_a_preview_asks_with_its_eyes() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = wedding(&scene).await;
    let mut owner = house.owner_of(OWNER).await;
    let base = format!("/studio/nordlicht/as/login/{}", wedding.login);
    let portraits = wedding.galleries[1];
    let page = owner.get(&format!("{base}/g/{portraits}")).await.body;
    let photo = page.split(&format!("href=\"{portraits}/")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    let (eyes, gallery) = (format!("login/{}", wedding.login), portraits.to_string());
    let asked = [("studio", "nordlicht"), ("eyes", &*eyes), ("gallery", &*gallery), ("photo", &*photo)];
    let around = owner.call("/api/photos/around", &asked).await;
    assert_eq!(around.status, StatusCode::OK);
    assert!(around.body.contains(&format!("{base}/g/{portraits}/")), "the next one is in the preview too");
    let (rings, hidden) =
        (wedding.galleries[2].to_string(), scene.photo(wedding.galleries[2], "X.jpg", noon()).await.to_string());
    let beyond = [("studio", "nordlicht"), ("eyes", &*eyes), ("gallery", &*rings), ("photo", &*hidden)];
    assert_eq!(owner.call("/api/photos/around", &beyond).await.body, "\"not_found\"", "the client would not see it");
    let mut client = house.browser();
    client.enter("nordlicht", CODE).await;
    assert!(!client.call("/api/photos/around", &asked).await.status.is_success(), "eyes are for members");
}

// S34: only a preview may stand in a frame, and only in one of this site
#[tokio::test]
async fn no_page_but_a_preview_can_be_framed() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = wedding(&scene).await;
    let mut owner = house.owner_of(OWNER).await;
    let eyes = format!("/studio/nordlicht/as/login/{}/overview", wedding.login);
    for (page, ancestors) in [
        (&*eyes, "'self'"),
        ("/studio/nordlicht", "'none'"),
        ("/studio/nordlicht/logins", "'none'"),
        ("/nordlicht", "'none'"),
        ("/nordlicht/as/login", "'none'"),
    ] {
        let answer = owner.get(page).await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.ends_with(&format!("frame-ancestors {ancestors}")), "{page}: {policy}");
    }
}
