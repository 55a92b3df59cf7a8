//! The photographs' bytes.

use bytes::Bytes;
use chrono::TimeDelta;
use domain::ids::PhotoId;
use http::{Method, StatusCode};
use store::BlobKey;
use store::fixtures::{Scene, Throwaway, noon};

use crate::browser::TestHouse;

const CODE: &str = "7KQM-2XRD-9TFA";

// S8, B23: for known addresses too, and at once
#[tokio::test]
async fn a_picture_is_shown_to_whom_it_was_released_and_is_gone_with_the_release() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
    let login = scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = house.browser();
    browser.enter("nordlicht", CODE).await;
    let path = format!("/m/{photo}/s");
    let shown = browser.get(&path).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert_eq!(shown.headers["cache-control"], "private, no-cache");
    assert_eq!(shown.headers["content-type"], "image/jpeg");
    assert_eq!(shown.headers["content-security-policy"], "sandbox; default-src 'none'");
    let tag = shown.headers["etag"].to_str().unwrap().to_owned();
    let again = browser.send(Method::GET, &path, &[("if-none-match", &tag)], Vec::new()).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    scene.withdraw(login, &[summer]).await;
    assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
    let again = browser.send(Method::GET, &path, &[("if-none-match", &tag)], Vec::new()).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

// S8: another instance of the program shows nothing longer than the one that the release was taken on
#[tokio::test]
async fn a_withdrawn_picture_is_gone_at_once_on_every_instance() {
    let place = Throwaway::postgres().await;
    let elsewhere = place.open_again().await.unwrap();
    let house = TestHouse::at(place);
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
    let login = scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = house.browser();
    browser.enter("nordlicht", CODE).await;
    assert_eq!(browser.get(&format!("/m/{photo}/s")).await.status, StatusCode::OK);
    let change =
        store::fixtures::ReleaseChange { remove: [summer].into(), ..store::fixtures::ReleaseChange::default() };
    elsewhere.change_releases(&scene.desk, login, &change, noon()).await.unwrap();
    assert_eq!(browser.get(&format!("/m/{photo}/s")).await.status, StatusCode::NOT_FOUND);
}

// S32, B10, B25
#[tokio::test]
async fn nobody_else_gets_a_byte() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let other = Scene::another(&house.store, "meerblick").await;
    let (summer, winter) = (scene.gallery("Summer").await, scene.gallery("Winter").await);
    let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
    scene.login("Familie Brandt", CODE, &[winter]).await;
    other.login("Elsewhere", "8KQM-2XRD-9TFB", &[]).await;
    let (mut stranger, mut client, mut foreign) = (house.browser(), house.browser(), house.browser());
    client.enter("nordlicht", CODE).await;
    foreign.enter("meerblick", "8KQM-2XRD-9TFB").await;
    let mut member = house.owner_of("owner@meerblick.example").await;
    let nothing = PhotoId::from_random([9; 16]);
    for browser in [&mut stranger, &mut client, &mut foreign, &mut member] {
        let hidden = browser.get(&format!("/m/{photo}/s")).await;
        let none = browser.get(&format!("/m/{nothing}/s")).await;
        assert_eq!((hidden.status, &hidden.bytes), (StatusCode::NOT_FOUND, &none.bytes));
        assert_eq!(hidden.headers.get("etag"), None);
    }
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    assert_eq!(owner.get(&format!("/m/{photo}/s")).await.status, StatusCode::OK);
}

// B38, B39
#[tokio::test]
async fn an_address_that_is_not_exactly_one_of_ours_is_nothing() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = house.browser();
    browser.enter("nordlicht", CODE).await;
    let upper = photo.to_string().to_uppercase();
    for path in [
        format!("/m/{photo}/original"),
        format!("/m/{photo}/s.jpg"),
        format!("/m/{photo}/..%2fs"),
        format!("/m/{photo}/%5cs"),
        format!("/m/{photo}/s%00"),
        format!("/m/{upper}/s"),
        format!("/m/{photo}"),
        "/m/../keys".to_owned(),
    ] {
        assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

// A removed photograph is gone; an assistant of the studio still finds it among the deleted ones only.
#[tokio::test]
async fn a_removed_photograph_is_gone_for_everybody() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = house.browser();
    browser.enter("nordlicht", CODE).await;
    assert_eq!(browser.get(&format!("/m/{photo}/m")).await.status, StatusCode::OK);
    let grant = scene.grant(summer).await;
    house.store.delete_photos(&scene.desk, &grant, &[photo], noon()).await.unwrap();
    assert_eq!(browser.get(&format!("/m/{photo}/m")).await.status, StatusCode::NOT_FOUND);
    assert!(!browser.get(&format!("/nordlicht/g/{summer}")).await.body.contains(&photo.to_string()));
}

// The worker erases what was deleted a month ago, and sweeps what no row knows.
#[tokio::test]
async fn after_a_month_nothing_is_left_of_what_was_deleted() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let (summer, winter) = (scene.gallery("Summer").await, scene.gallery("Winter").await);
    let removed = scene.photo(summer, "IMG_1.jpg", noon()).await;
    scene.photo(winter, "IMG_2.jpg", noon()).await;
    let kept = scene.photo(summer, "IMG_3.jpg", noon()).await;
    let (grant, whole) = (scene.grant(summer).await, scene.grant(winter).await);
    house.store.delete_photos(&scene.desk, &grant, &[removed], noon()).await.unwrap();
    house.store.delete_gallery(&scene.desk, &whole, noon()).await.unwrap();
    let lost = BlobKey::Original(scene.studio.id, PhotoId::from_random([9; 16]));
    house.store.blobs().put(lost, Bytes::from_static(b"lost")).await.unwrap();
    let worker = house.worker();
    let kept_of = |photo| house.store.blobs().get(BlobKey::Original(scene.studio.id, photo));
    worker.tidy(house.clock.now()).await;
    worker.work_off().await.unwrap();
    assert!(kept_of(removed).await.is_ok());
    // Far beyond a month: the objects are as old as this machine's clock says.
    house.clock.advance(TimeDelta::days(3650));
    worker.tidy(house.clock.now()).await;
    worker.work_off().await.unwrap();
    worker.tidy(house.clock.now()).await;
    worker.tidy_objects(house.clock.now()).await;
    assert!(kept_of(kept).await.is_ok());
    assert!(kept_of(removed).await.is_err());
    assert!(house.store.blobs().get(lost).await.is_err());
    let left = house.store.gallery_tree(&scene.desk).await.unwrap();
    assert_eq!(left.len(), 1);
    let originals = house.places.data.join("photos/o").join(scene.studio.id.to_string());
    assert_eq!(std::fs::read_dir(originals).unwrap().count(), 1);
}
