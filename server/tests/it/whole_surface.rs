//! B12: no address and no function is forgotten. Everything that answers anything but "no" to a stranger, to a member of
//! another studio or to a client without a release is named here.

use std::collections::BTreeSet;

use http::{Method, StatusCode};
use store::fixtures::{Scene, noon};

use crate::browser::{Browser, TestHouse};

/// Pages that anybody may open.
const OPEN_PAGES: &[&str] = &["/", "/:studio", "/sign-in"];
/// Functions that anybody may call: each takes a secret, or gives something up.
const OPEN_FUNCTIONS: &[&str] = &[
    "/api/front_door",
    "/api/gallery/unlock",
    "/api/language",
    "/api/leave",
    "/api/first_run",
    "/api/sign_in",
    "/api/sign_out",
];

struct Ids {
    gallery: String,
    photo: String,
    login: String,
    link: String,
}

/// One of ours for every parameter of an address.
fn filled(listing: &str, ids: &Ids) -> String {
    listing
        .replace(":studio", "nordlicht")
        .replace(":gallery", &ids.gallery)
        .replace(":photo", &ids.photo)
        .replace(":login", &ids.login)
        .replace(":token", &"0".repeat(64))
}

async fn scene_with_everything(scene: &Scene<'_>) -> Ids {
    let gallery = scene.gallery("Summer by the water").await;
    let photo = scene.photo(gallery, "IMG_1.jpg", noon()).await;
    let login = scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[gallery]).await;
    scene.login("Nobody yet", "8KQM-2XRD-9TFB", &[]).await;
    scene.link(gallery, store::LinkKind::Secure, None).await;
    let grant = scene.grant(gallery).await;
    let link = scene.store.links(&scene.desk, &grant).await.unwrap()[0].id;
    Ids { gallery: gallery.to_string(), photo: photo.to_string(), login: login.to_string(), link: link.to_string() }
}

async fn outsiders(house: &TestHouse) -> Vec<(&'static str, Browser)> {
    let mut client = house.browser();
    client.enter("nordlicht", "8KQM-2XRD-9TFB").await;
    vec![
        ("a stranger", house.browser()),
        ("a client without a release", client),
        ("a member of another studio", house.owner_of("owner@meerblick.example").await),
    ]
}

// S32
#[tokio::test]
async fn no_page_shows_an_outsider_anything() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    let ids = scene_with_everything(&scene).await;
    let listings: BTreeSet<String> = server::router::pages().iter().map(|page| page.path().to_owned()).collect();
    assert!(listings.len() > 12, "{listings:?}");
    for (who, mut browser) in outsiders(&house).await {
        for listing in &listings {
            let own = matches!((who, listing.as_str()), ("a client without a release", "/:studio/overview"))
                || matches!((who, listing.as_str()), ("a member of another studio", "/studios"));
            let answer = browser.get(&filled(listing, &ids)).await;
            for hidden in ["Summer by the water", "Familie Brandt", "IMG_1", ids.photo.as_str()] {
                assert!(!answer.body.contains(hidden), "{who} finds {hidden} at {listing}");
            }
            if OPEN_PAGES.contains(&listing.as_str()) || own {
                continue;
            }
            let refused = answer.status == StatusCode::NOT_FOUND || answer.location() == "/sign-in";
            assert!(refused, "{who} at {listing}: {} {}", answer.status, answer.location());
        }
    }
}

// B06, B12: with every field filled with ids of ours
#[tokio::test]
async fn no_function_does_anything_for_an_outsider() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    let ids = scene_with_everything(&scene).await;
    let photos = ids.photo.as_str();
    let fields = [
        ("studio", "nordlicht"),
        ("gallery", ids.gallery.as_str()),
        ("parent", ids.gallery.as_str()),
        ("photo", photos),
        ("photos[0]", photos),
        ("photos", photos),
        ("login", ids.login.as_str()),
        ("link", ids.link.as_str()),
        ("name", "Changed by an outsider"),
        ("code", "9KQM-2XRD-9TFC"),
        ("kind", "open"),
        ("version", "1"),
        ("password", "a long enough password"),
        ("email", "x@example.org"),
        ("note", ""),
        ("label", ""),
        ("language", "de"),
        ("mode", "explicit"),
        ("direction", "up"),
        ("deletion", ids.gallery.as_str()),
        ("tagline", ""),
        ("add", ids.gallery.as_str()),
        ("remove", ids.gallery.as_str()),
    ];
    for (who, mut browser) in outsiders(&house).await {
        for (path, method) in server_fn::axum::server_fn_paths() {
            assert_eq!(method, Method::POST, "{path}");
            if OPEN_FUNCTIONS.contains(&path) {
                continue;
            }
            let answer = browser.call(path, &fields).await;
            assert!(!answer.status.is_success(), "{who} calls {path}: {} {}", answer.status, answer.body);
            for refusal in ["Summer", "Brandt", "7KQM"] {
                assert!(!answer.body.contains(refusal), "{who} learns {refusal} from {path}");
            }
        }
    }
    let tree = house.store.gallery_tree(&scene.desk).await.unwrap();
    assert_eq!(tree.len(), 1, "something was created or deleted");
    assert_eq!(tree[0].name, "Summer by the water");
    let logins = house.store.client_logins(&scene.desk).await.unwrap();
    assert_eq!(logins.iter().map(|login| login.releases).sum::<i64>(), 1);
    assert!(logins.iter().all(|login| login.name != "Changed by an outsider"));
}

// SECURITY section 5: on every kind of answer
#[tokio::test]
async fn every_answer_says_that_nobody_may_keep_list_or_frame_it() {
    let house = TestHouse::new().await;
    house.scene().await;
    for path in ["/nordlicht", "/nowhere-at-all", "/sign-in", "/m/x/s", "/healthz", "/nordlicht/g/x/foo.jpg"] {
        let answer = house.browser().get(path).await;
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(answer.headers["referrer-policy"], "same-origin", "{path}");
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
        assert!(answer.headers["x-robots-tag"].to_str().unwrap().contains("noindex"), "{path}");
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"), "{path}: {policy}");
    }
}
