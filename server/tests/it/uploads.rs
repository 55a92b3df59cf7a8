//! Photographs on their way in, over HTTP.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use store::fixtures::{Scene, sha256};

use crate::browser::{Answer, Browser, TestHouse, around};

const JPEG: &[u8] = include_bytes!("../../demo/china.jpg");

/// A JPEG that differs from others by a comment, and is made longer by so many segments of 64 KiB.
pub fn a_jpeg(comment: &str, segments: usize) -> Vec<u8> {
    let jpeg = include_bytes!("../../demo/chelsea.jpg");
    let mut long = jpeg[..2].to_vec();
    for length in std::iter::once(comment.len()).chain(std::iter::repeat_n(0xff00, segments)) {
        long.extend([0xff, 0xfe]);
        long.extend(u16::try_from(length + 2).unwrap().to_be_bytes());
        long.extend(comment.bytes().chain(std::iter::repeat(b' ')).take(length));
    }
    long.extend(&jpeg[2..]);
    long
}

pub async fn announce(browser: &mut Browser, gallery: &str, name: &str, bytes: &[u8]) -> Answer {
    let hex = sha256(bytes).map(|byte| format!("{byte:02x}")).concat();
    let body = json!({ "studio": "nordlicht", "gallery": gallery, "client_key": name, "file_name": name,
                       "bytes": bytes.len(), "sha256": hex });
    let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
    browser.send(Method::POST, "/api/uploads", &headers, body.to_string().into_bytes()).await
}

pub async fn put(browser: &mut Browser, upload: &str, number: usize, bytes: &[u8]) -> Answer {
    let digest = format!("sha-256=:{}:", STANDARD.encode(sha256(bytes)));
    let headers = [("content-digest", digest.as_str()), ("sec-fetch-site", "same-origin")];
    browser.send(Method::PUT, &format!("/api/uploads/nordlicht/{upload}/{number}"), &headers, bytes.to_vec()).await
}

pub async fn complete(browser: &mut Browser, upload: &str) -> Answer {
    let headers = [("sec-fetch-site", "same-origin")];
    browser.send(Method::POST, &format!("/api/uploads/nordlicht/{upload}/complete"), &headers, Vec::new()).await
}

pub fn read(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.bytes).unwrap()
}

/// Announces and sends a small file; answers its upload.
async fn sent(browser: &mut Browser, gallery: &str, name: &str, bytes: &[u8]) -> String {
    let announced = announce(browser, gallery, name, bytes).await;
    let upload = read(&announced)["upload"].as_str().unwrap_or_else(|| panic!("{}", announced.body)).to_owned();
    assert_eq!(put(browser, &upload, 0, bytes).await.status, StatusCode::NO_CONTENT);
    upload
}

// S70
#[tokio::test]
async fn a_photograph_arrives_once_and_is_skipped_the_second_time() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await.to_string();
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let upload = sent(&mut owner, &gallery, "china.jpg", JPEG).await;
    let done = complete(&mut owner, &upload).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.body);
    assert_eq!(read(&complete(&mut owner, &upload).await)["photo"], read(&done)["photo"]);
    let again = read(&announce(&mut owner, &gallery, "copy of china.jpg", JPEG).await);
    assert_eq!((&again["already_there"], &again["photo"]), (&json!(true), &read(&done)["photo"]));
}

// S62: into a photo job like into any gallery, for members of its studio alone
#[tokio::test]
async fn a_photograph_arrives_in_a_photo_job() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let job = scene.photo_job("Autumn 2026").await;
    let gallery = house.store.photo_job(&scene.desk, job).await.unwrap().job.gallery.to_string();
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let upload = sent(&mut owner, &gallery, "china.jpg", JPEG).await;
    let done = complete(&mut owner, &upload).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.body);
    assert_eq!(house.store.photo_job(&scene.desk, job).await.unwrap().unsorted, 1);
    let other = Scene::another(&house.store, "suedlicht").await;
    let mut foreign = house.owner_of("owner@suedlicht.example").await;
    assert_eq!(announce(&mut foreign, &gallery, "china.jpg", JPEG).await.status, StatusCode::NOT_FOUND);
    assert!(house.store.photo_jobs(&other.desk).await.unwrap().is_empty());
}

// S70, S80: the connection breaks, and another instance takes the rest
#[tokio::test]
async fn what_one_instance_has_is_not_sent_again_to_another() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await.to_string();
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let whole = a_jpeg("resumed", 130);
    let part = |number: usize| whole.chunks(usize::try_from(store::PART_BYTES).unwrap()).nth(number).unwrap();
    let begun = read(&announce(&mut owner, &gallery, "long.jpg", &whole).await);
    assert_eq!(begun["missing"], json!([0, 1]));
    let upload = begun["upload"].as_str().unwrap().to_owned();
    assert_eq!(put(&mut owner, &upload, 1, part(1)).await.status, StatusCode::NO_CONTENT);
    owner.router = around(&house.store, &house.clock);
    let again = read(&announce(&mut owner, &gallery, "long.jpg", &whole).await);
    assert_eq!((&again["upload"], &again["missing"]), (&begun["upload"], &json!([0])));
    assert_eq!(put(&mut owner, &upload, 0, part(0)).await.status, StatusCode::NO_CONTENT);
    let done = complete(&mut owner, &upload).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.body);
}

// S70: named with its reason, and nothing of it stays
#[tokio::test]
async fn what_is_no_photograph_is_refused_with_its_reason() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await.to_string();
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let empty = announce(&mut owner, &gallery, "empty.jpg", b"").await;
    assert_eq!((empty.status, read(&empty)["refused"].clone()), (StatusCode::UNPROCESSABLE_ENTITY, json!("empty")));
    let text = b"dear diary, today I was a JPEG";
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let half = &JPEG[..JPEG.len() / 2];
    let mut huge =
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x02\x00\x00\x00".to_vec();
    huge.extend([0; 64]);
    for (name, bytes) in [("diary.jpg", text.as_slice()), ("drawing.jpg", svg), ("half.jpg", half), ("huge.png", &huge)]
    {
        let upload = sent(&mut owner, &gallery, name, bytes).await;
        let refused = complete(&mut owner, &upload).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {}", refused.body);
        assert!(read(&refused)["refused"].is_string(), "{name}");
        assert_eq!(complete(&mut owner, &upload).await.status, StatusCode::NOT_FOUND, "{name} was kept");
    }
    let body = json!({ "studio": "nordlicht", "gallery": gallery, "client_key": "film", "file_name": "film.jpg",
                       "bytes": 300_000_000, "sha256": "00".repeat(32) });
    let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
    let film = owner.send(Method::POST, "/api/uploads", &headers, body.to_string().into_bytes()).await;
    assert_eq!(film.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// T11, B16
#[tokio::test]
async fn bytes_that_are_not_as_announced_and_names_that_are_paths_do_no_harm() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await.to_string();
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let announced = announce(&mut owner, &gallery, "../../keys/../china.jpg", JPEG).await;
    let upload = read(&announced)["upload"].as_str().unwrap().to_owned();
    assert_eq!(complete(&mut owner, &upload).await.status, StatusCode::CONFLICT);
    let mut wrong = JPEG.to_vec();
    wrong[1000] ^= 1;
    let digest = format!("sha-256=:{}:", STANDARD.encode(sha256(JPEG)));
    let headers = [("content-digest", digest.as_str()), ("sec-fetch-site", "same-origin")];
    let path = format!("/api/uploads/nordlicht/{upload}/0");
    assert_eq!(owner.send(Method::PUT, &path, &headers, wrong).await.status, StatusCode::CONFLICT);
    assert_eq!(put(&mut owner, &upload, 0, JPEG).await.status, StatusCode::NO_CONTENT);
    assert_eq!(put(&mut owner, &upload, 0, JPEG).await.status, StatusCode::NO_CONTENT);
    assert_eq!(put(&mut owner, &upload, 7, JPEG).await.status, StatusCode::CONFLICT);
    assert_eq!(complete(&mut owner, &upload).await.status, StatusCode::CREATED);
    assert!(house.places.data.join("keys").is_file());
}

// B12, B13: an upload belongs to its studio
#[tokio::test]
async fn nobody_else_can_send_look_or_complete() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    let gallery = scene.gallery("Summer").await.to_string();
    scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[]).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let upload = read(&announce(&mut owner, &gallery, "china.jpg", JPEG).await)["upload"].as_str().unwrap().to_owned();
    let mut client = house.browser();
    client.enter("nordlicht", "7KQM-2XRD-9TFA").await;
    for mut browser in [house.browser(), client, house.owner_of("owner@meerblick.example").await] {
        for answer in [
            announce(&mut browser, &gallery, "china.jpg", JPEG).await,
            put(&mut browser, &upload, 0, JPEG).await,
            complete(&mut browser, &upload).await,
            browser.get(&format!("/api/uploads/nordlicht/{upload}")).await,
        ] {
            assert!(
                matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND),
                "{} {}",
                answer.status,
                answer.body
            );
        }
    }
    let missing = owner.get(&format!("/api/uploads/nordlicht/{upload}")).await;
    assert_eq!(read(&missing)["missing"], json!([0]));
}

#[tokio::test]
async fn an_announcement_that_says_nothing_sensible_is_the_sender_s_fault() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await.to_string();
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let good = json!({ "studio": "nordlicht", "gallery": gallery, "client_key": "1", "file_name": "IMG_1.jpg",
                       "bytes": 9, "sha256": "00".repeat(32) });
    let with = |name: &str, value: Value| {
        let mut announced = good.clone();
        announced[name] = value;
        announced.to_string()
    };
    let long = "x".repeat(401);
    for (body, status) in [
        ("{".to_owned(), StatusCode::BAD_REQUEST),
        ("x".repeat(20_000), StatusCode::BAD_REQUEST),
        (with("bytes", json!(-1)), StatusCode::BAD_REQUEST),
        (with("sha256", json!("00")), StatusCode::BAD_REQUEST),
        (with("client_key", json!("a\u{0}b")), StatusCode::BAD_REQUEST),
        (with("client_key", json!(long)), StatusCode::BAD_REQUEST),
        (with("file_name", json!("..")), StatusCode::UNPROCESSABLE_ENTITY),
        (with("file_name", json!(long)), StatusCode::UNPROCESSABLE_ENTITY),
        (with("bytes", json!(0)), StatusCode::UNPROCESSABLE_ENTITY),
        (good.to_string(), StatusCode::OK),
    ] {
        let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
        let answer = owner.send(Method::POST, "/api/uploads", &headers, body.clone().into_bytes()).await;
        assert_eq!(answer.status, status, "{body:.60}: {}", answer.body);
    }
}
