//! A client walks through what was released, and through nothing else.

use domain::ids::GalleryId;
use http::StatusCode;
use store::fixtures::{Scene, noon};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";

/// `A > {B1 > {C}, B2}`, the example of the product's section 4.
struct Tree {
    a: GalleryId,
    b1: GalleryId,
    b2: GalleryId,
    c: GalleryId,
}

async fn tree(scene: &Scene<'_>) -> Tree {
    let a = scene.gallery("Anna and Jonas").await;
    let b1 = scene.under(a, "Ceremony").await;
    let b2 = scene.under(a, "Party").await;
    let c = scene.under(b1, "Backstage").await;
    Tree { a, b1, b2, c }
}

async fn open(browser: &mut Browser, gallery: GalleryId) -> Answer {
    browser.get(&format!("/nordlicht/g/{gallery}")).await
}

async fn client(house: &TestHouse) -> Browser {
    let mut browser = house.browser();
    assert_eq!(browser.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
    browser
}

// S6
#[tokio::test]
async fn a_login_without_galleries_meets_a_friendly_empty_overview() {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    let overview = client(&house).await.get("/nordlicht/overview").await;
    assert_eq!(overview.status, StatusCode::OK);
    for friendly in ["Familie Brandt", "Your galleries will appear here", "Keep your code"] {
        assert!(overview.body.contains(friendly), "{friendly}");
    }
}

// S11, S14
#[tokio::test]
async fn two_logins_never_see_each_other_s_galleries() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let (summer, winter) = (scene.gallery("Summer").await, scene.gallery("Winter").await);
    let shared = scene.gallery("Shared").await;
    scene.login("Familie Brandt", CODE, &[summer, shared]).await;
    scene.login("Verlag Meerblick", "8KQM-2XRD-9TFB", &[winter, shared]).await;
    let mut browser = client(&house).await;
    let overview = browser.get("/nordlicht/overview").await.body;
    assert!(overview.contains("Summer") && overview.contains("Shared"));
    assert!(!overview.contains("Winter") && !overview.contains("Meerblick"));
    // A second code in the same browser takes the place of the first.
    browser.enter("nordlicht", "8KQM-2XRD-9TFB").await;
    let overview = browser.get("/nordlicht/overview").await.body;
    assert!(overview.contains("Winter") && !overview.contains("Summer") && !overview.contains("Brandt"));
    assert_eq!(open(&mut browser, summer).await.status, StatusCode::NOT_FOUND);
}

// S4
#[tokio::test]
async fn the_internal_note_and_the_e_mail_never_reach_the_client() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
    let login = scene.login("Familie Brandt", CODE, &[summer]).await;
    let details = store::ClientLoginDetails {
        name: domain::gallery::LoginName::parse("Familie Brandt").unwrap(),
        code: None,
        email: Some(domain::studio::Email::parse("brandt@example.org").unwrap()),
        note: domain::gallery::Note::parse("always late with the invoice").unwrap(),
    };
    house.store.change_client_login(&scene.desk, login, &details).await.unwrap();
    let mut browser = client(&house).await;
    for path in [
        "/nordlicht".to_owned(),
        "/nordlicht/overview".to_owned(),
        format!("/nordlicht/g/{summer}"),
        format!("/nordlicht/g/{summer}/{photo}"),
        "/nordlicht/nothing/here".to_owned(),
    ] {
        let page = browser.get(&path).await.body;
        assert!(page.contains("<html") && !page.contains("invoice") && !page.contains("brandt@example.org"), "{path}");
    }
    let fields = [("studio", "nordlicht"), ("gallery", &*summer.to_string()), ("photo", &*photo.to_string())];
    let around = browser.call("/api/photos/around", &fields).await.body;
    assert!(around.contains(&photo.to_string()), "{around}");
    assert!(!around.contains("invoice") && !around.contains("brandt@example.org"));
}

// S22, S24: navigation is off for a new gallery
#[tokio::test]
async fn with_navigation_off_neither_sub_galleries_nor_parents_are_seen() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let tree = tree(&scene).await;
    scene.login("Familie Brandt", CODE, &[tree.b1]).await;
    let mut browser = client(&house).await;
    let page = open(&mut browser, tree.b1).await;
    assert_eq!(page.status, StatusCode::OK);
    for hidden in ["Anna and Jonas", "Party", "Backstage"] {
        assert!(!page.body.contains(hidden), "{hidden}");
    }
    for hidden in [tree.a, tree.b2, tree.c] {
        assert!(!page.body.contains(&hidden.to_string()));
        assert_eq!(open(&mut browser, hidden).await.status, StatusCode::NOT_FOUND);
    }
}

// S23, S25, S26, S27
#[tokio::test]
async fn an_open_parent_lets_its_sub_galleries_up_and_down_again() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let tree = tree(&scene).await;
    scene.open_navigation(tree.a).await;
    scene.login("Familie Brandt", CODE, &[tree.b1]).await;
    let mut browser = client(&house).await;
    let b1 = open(&mut browser, tree.b1).await.body;
    assert!(b1.contains("Anna and Jonas") && b1.contains(&tree.a.to_string()), "up");
    let a = open(&mut browser, tree.a).await.body;
    assert!(a.contains("Ceremony") && a.contains("Party"), "down");
    assert_eq!(open(&mut browser, tree.b2).await.status, StatusCode::OK);
    assert_eq!(open(&mut browser, tree.c).await.status, StatusCode::NOT_FOUND);
    // The overview still holds what was released, and only that (S11).
    let overview = browser.get("/nordlicht/overview").await.body;
    assert!(overview.contains("Ceremony") && !overview.contains("Party"));
}

// S30
#[tokio::test]
async fn in_explicit_mode_releases_alone_count() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let tree = tree(&scene).await;
    scene.open_navigation(tree.a).await;
    scene.lock(tree.b1, "bouquet").await;
    scene.set_rules(domain::access::Rules { mode: domain::access::AccessMode::Explicit, ..scene.studio.rules }).await;
    scene.login("Familie Brandt", CODE, &[tree.b1, tree.c]).await;
    let mut browser = client(&house).await;
    assert_eq!(open(&mut browser, tree.a).await.status, StatusCode::NOT_FOUND);
    let b1 = open(&mut browser, tree.b1).await;
    assert!(b1.body.contains("Ceremony") && b1.body.contains("Backstage"), "both released: links both ways");
}

// S8, S27
#[tokio::test]
async fn an_added_gallery_shows_at_the_next_page_and_a_removed_one_is_gone_at_once() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let login = scene.login("Familie Brandt", CODE, &[]).await;
    let mut browser = client(&house).await;
    assert_eq!(open(&mut browser, summer).await.status, StatusCode::NOT_FOUND);
    scene.release(login, &[summer]).await;
    assert_eq!(open(&mut browser, summer).await.status, StatusCode::OK);
    scene.withdraw(login, &[summer]).await;
    assert_eq!(open(&mut browser, summer).await.status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/nordlicht/overview").await.body.contains("Summer"));
}

// S13
#[tokio::test]
async fn new_photographs_in_a_released_gallery_appear_by_themselves() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = client(&house).await;
    let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
    assert!(open(&mut browser, summer).await.body.contains(&photo.to_string()));
}

// S32: invisible is answered exactly like what does not exist
#[tokio::test]
async fn a_hidden_gallery_and_none_at_all_are_the_same_answer() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let other = Scene::another(&house.store, "meerblick").await;
    let (shown, hidden) = (scene.gallery("Shown").await, scene.gallery("Hidden").await);
    let foreign = other.gallery("Foreign").await;
    let photo = scene.photo(hidden, "IMG_1.jpg", noon()).await;
    scene.login("Familie Brandt", CODE, &[shown]).await;
    let nothing = GalleryId::from_random([7; 16]);
    for mut browser in [house.browser(), client(&house).await] {
        let plain = |answer: Answer, id: String| (answer.status, answer.body.replace(&id, "ID"));
        let none = plain(open(&mut browser, nothing).await, nothing.to_string());
        assert_eq!(none.0, StatusCode::NOT_FOUND);
        for gallery in [hidden, foreign] {
            assert_eq!(plain(open(&mut browser, gallery).await, gallery.to_string()), none);
        }
        for path in [format!("/nordlicht/g/{hidden}/{photo}"), format!("/nordlicht/g/{shown}/{photo}")] {
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(!answer.body.contains("Hidden"));
        }
    }
}

// S17, S18, B01, B03, B07
#[tokio::test]
async fn a_locked_gallery_asks_at_its_link_and_shows_nothing_before() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let tree = tree(&scene).await;
    scene.open_navigation(tree.b1).await;
    scene.lock(tree.b1, "bouquet").await;
    scene.lock(tree.b2, "bouquet").await;
    let photo = scene.photo(tree.b1, "IMG_1.jpg", noon()).await;
    let link = scene.link(tree.b1, store::LinkKind::Open, None).await;
    let mut browser = house.browser();
    let followed = browser.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
    assert_eq!(followed.location(), format!("/nordlicht/g/{}", tree.b1));
    let door = open(&mut browser, tree.b1).await;
    assert_eq!(door.status, StatusCode::OK);
    assert!(door.body.contains("type=\"password\""));
    for hidden in ["Ceremony", "Backstage", "IMG_1", &photo.to_string()] {
        assert!(!door.body.contains(hidden), "{hidden}");
    }
    let image = format!("/m/{photo}/s");
    assert_eq!(browser.get(&image).await.status, StatusCode::NOT_FOUND);
    let id = tree.b1.to_string();
    let unlock = |password: &'static str| [("studio", "nordlicht"), ("gallery", id.as_str()), ("password", password)];
    browser.referer = Some(format!("{PUBLIC_URL}/nordlicht/g/{}", tree.b1));
    let wrong = browser.post("/api/gallery/unlock", &unlock("flowers")).await;
    let told = browser.get(wrong.location()).await.body;
    assert!(told.contains("type=\"password\"") && told.contains("role=\"alert\""), "{told}");
    for hidden in ["Ceremony", "Backstage", "IMG_1", "/m/", &photo.to_string()] {
        assert!(!told.contains(hidden), "{hidden}");
    }
    assert_eq!(browser.get(&image).await.status, StatusCode::NOT_FOUND);
    browser.post("/api/gallery/unlock", &unlock("bouquet")).await;
    assert!(open(&mut browser, tree.b1).await.body.contains("Ceremony"));
    assert_eq!(browser.get(&image).await.status, StatusCode::OK);
    // That gallery alone: neither what lies under it nor one with the same password.
    assert_eq!(open(&mut browser, tree.c).await.status, StatusCode::NOT_FOUND);
    assert_eq!(open(&mut browser, tree.b2).await.status, StatusCode::NOT_FOUND);
    // A new password asks again (T27).
    scene.lock(tree.b1, "roses again").await;
    assert_eq!(browser.get(&image).await.status, StatusCode::NOT_FOUND);
}

// S18: set but not activated is not asked
#[tokio::test]
async fn a_password_that_is_not_active_is_not_asked() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    scene.lock(summer, "bouquet").await;
    scene.set(summer, |settings| settings.password_active = false).await;
    let link = scene.link(summer, store::LinkKind::Open, None).await;
    let mut browser = house.browser();
    browser.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
    assert!(open(&mut browser, summer).await.body.contains("Summer"));
}

// S20, S21
#[tokio::test]
async fn a_released_gallery_asks_no_password_and_a_climbed_one_does() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let tree = tree(&scene).await;
    scene.open_navigation(tree.a).await;
    scene.lock(tree.b1, "bouquet").await;
    scene.lock(tree.b2, "confetti").await;
    scene.login("Familie Brandt", CODE, &[tree.b1]).await;
    let mut browser = client(&house).await;
    assert!(open(&mut browser, tree.b1).await.body.contains("Ceremony"));
    let a = open(&mut browser, tree.a).await;
    assert!(a.body.contains(&tree.b2.to_string()) && !a.body.contains("Party"), "a locked card has no name");
    let b2 = open(&mut browser, tree.b2).await;
    assert!(b2.body.contains("type=\"password\"") && !b2.body.contains("Party"));
}

// S72: a page of its own for each photograph, with its neighbours
#[tokio::test]
async fn each_photograph_has_an_address_with_a_way_back_and_on() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let mut photos = Vec::new();
    for name in ["IMG_1.jpg", "IMG_2.jpg", "IMG_10.jpg"] {
        photos.push(scene.photo(summer, name, noon()).await);
    }
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = client(&house).await;
    let page = browser.get(&format!("/nordlicht/g/{summer}/{}", photos[1])).await;
    assert_eq!(page.status, StatusCode::OK);
    for part in [
        format!("/nordlicht/g/{summer}/{}", photos[0]),
        format!("/nordlicht/g/{summer}/{}", photos[2]),
        format!("/nordlicht/g/{summer}#p-{}", photos[1]),
        format!("/m/{}/", photos[1]),
    ] {
        assert!(page.body.contains(&part), "{part}");
    }
    assert!(!page.body.contains("IMG_2.jpg"), "a file's name is not for visitors");
}
