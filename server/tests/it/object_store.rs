//! The two settings that move everything off this machine (S80): PostgreSQL and an object store.

use std::process::Command;

use http::StatusCode;
use serde_json::json;
use store::PART_BYTES;
use store::fixtures::Throwaway;

use crate::browser::TestHouse;
use crate::uploads::{a_jpeg, announce, complete, put, read};

const CODE: &str = "7KQM-2XRD-9TFA";

// S80, S8, S70, S71
#[tokio::test]
async fn a_photograph_goes_its_whole_way_through_postgres_and_s3() {
    let house = TestHouse::at(Throwaway::postgres_and_s3().await);
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let jpeg = a_jpeg("two parts", 130);
    let announced = announce(&mut owner, &gallery.to_string(), "china.jpg", &jpeg).await;
    assert_eq!(read(&announced)["missing"], json!([0, 1]));
    let upload = read(&announced)["upload"].as_str().unwrap().to_owned();
    for (number, part) in jpeg.chunks(usize::try_from(PART_BYTES).unwrap()).enumerate() {
        assert_eq!(put(&mut owner, &upload, number, part).await.status, StatusCode::NO_CONTENT);
    }
    let done = complete(&mut owner, &upload).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.body);
    let photo = read(&done)["photo"].as_str().unwrap().to_owned();
    house.worker().work_off().await.unwrap();

    let login = scene.login("Familie Brandt", CODE, &[gallery]).await;
    let mut guest = house.browser();
    let path = format!("/m/{photo}/s");
    assert_eq!(guest.get(&path).await.status, StatusCode::NOT_FOUND);
    guest.enter("nordlicht", CODE).await;
    let page = guest.get(&format!("/nordlicht/g/{gallery}")).await;
    assert!(page.body.contains(&path), "{}", page.body);
    for size in ["s", "m", "l"] {
        let picture = guest.get(&format!("/m/{photo}/{size}")).await;
        assert_eq!(picture.status, StatusCode::OK, "{size}");
        let seen = turbojpeg::read_header(&picture.bytes).unwrap();
        assert!(seen.width > seen.height, "{size}");
    }
    scene.withdraw(login, &[gallery]).await;
    assert_eq!(guest.get(&path).await.status, StatusCode::NOT_FOUND);
    assert!(!house.places.data.join("photos").exists(), "a photograph came to lie in a folder");
}

/// What the real program says of a `PHOTOS_URL`; it must not run.
fn said_of(photos_url: &str) -> String {
    let data = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_passepartout"));
    program.arg("serve").env("DATA_DIR", data.path()).env("LISTEN", "127.0.0.1:0").env("PHOTOS_URL", photos_url);
    let ended = program.output().unwrap();
    assert!(!ended.status.success());
    String::from_utf8(ended.stderr).unwrap()
}

// S80, B47
#[test]
fn a_wrong_photos_url_is_said_in_one_sentence_at_the_start_and_without_its_secrets() {
    let bucket = std::env::var("TEST_S3_URL").unwrap();
    let nobody = "s3://photos?endpoint=http://127.0.0.1:1&allow_http=true&access_key_id=me&secret_access_key=tomato";
    for (address, sentence) in [
        ("photos.example", "PHOTOS_URL: this is no address like s3://bucket/prefix"),
        ("s3://photos?secret_access_kye=tomato", "PHOTOS_URL: it has no setting of the name secret_access_kye"),
        (&bucket.replacen("photos", "elsewhere", 1), "PHOTOS_URL: there is no such bucket"),
        (nobody, "PHOTOS_URL: no object store answers there as it should"),
    ] {
        let said = said_of(address);
        assert!(said.trim_end().ends_with(sentence), "{said}");
        assert!(!said.contains("tomato"), "{said}");
    }
}
