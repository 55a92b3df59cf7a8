//! A copy of everything about one child (GDPR Art. 15 and 20), over HTTP.

use std::io::{Cursor, Read};

use chrono::TimeDelta;
use http::StatusCode;
use serde_json::Value;
use store::fixtures::{PASSWORD, Scene, School, noon};
use zip::ZipArchive;

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

on_both!(
    a_copy_holds_the_childs_own_photographs_and_all_data_and_nobody_elses,
    a_copy_is_given_to_members_who_let_people_in_after_their_password_and_to_nobody_else,
    a_confirmation_keeps_no_address_and_no_user_agent,
);

const STUDIO: (&str, &str) = ("studio", "nordlicht");

fn page(school: &School, child: usize) -> String {
    format!("/studio/nordlicht/jobs/{}/subjects/{}", school.job, school.children[child])
}

/// Asks for the copy by a password; answers where that leads.
async fn ask(browser: &mut Browser, school: &School, child: usize, password: &str) -> String {
    browser.referer = Some(format!("{PUBLIC_URL}{}", page(school, child)));
    let id = school.children[child].to_string();
    let fields = [STUDIO, ("subject", &*id), ("password", password)];
    browser.post("/api/jobs/copy_subject", &fields).await.location().to_owned()
}

fn read(zip: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

// T40, SECURITY section 4: a copy that was made before stays whole
async fn a_copy_holds_the_childs_own_photographs_and_all_data_and_nobody_elses(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let gallery = house.store.subject(&scene.desk, school.children[1]).await.unwrap().0.gallery;
    scene.photo(gallery, "Ben Öztürk.jpg", noon()).await;
    let removed = scene.photo(gallery, "of another child.jpg", noon()).await;
    let grant = scene.grant(gallery).await;
    house.store.delete_photos(&scene.desk, &grant, &[removed], noon()).await.unwrap();
    let code = scene.subject_code(school.job, school.children[1]).await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let to = ask(&mut anna, &school, 1, PASSWORD).await;
    assert_eq!(to, format!("{}/copy.zip", page(&school, 1)));
    let answer = anna.get(&to).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers["content-type"], "application/zip");
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert!(answer.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    // Erased meanwhile: the copy has everything.
    let erased = domain::photo_job::GroupPhotos::Delete;
    house.store.erase_subject(&scene.desk, school.children[1], erased, noon()).await.unwrap();
    house.worker().work_off().await.unwrap();
    let mut zip = ZipArchive::new(Cursor::new(answer.bytes)).unwrap();
    let mut names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.sort();
    assert_eq!(names, ["data.json", "photographs/0001 Ben Öztürk.jpg", "photographs/0002 portrait.jpg"]);
    assert_eq!(read(&mut zip, "photographs/0001 Ben Öztürk.jpg"), "Ben Öztürk.jpg".as_bytes());
    assert_eq!(read(&mut zip, "photographs/0002 portrait.jpg"), b"portrait.jpg");
    let text = String::from_utf8(read(&mut zip, "data.json")).unwrap();
    let data: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&data["person"]["last_name"], &data["person"]["group"]), (&"Öztürk".into(), &"1a".into()));
    assert_eq!(data["job"]["organisation"], "Grundschule am Lindenhof");
    assert_eq!(data["consent"]["own_photographs"], "given");
    assert_eq!(data["photographs"].as_array().unwrap().len(), 2);
    assert_eq!(data["photographs_of_the_group"]["count"], 1);
    assert!(!text.contains(&code) && !text.contains("Müller") && !text.contains("Rossi"), "{text}");
    // There is none any more.
    assert_eq!(anna.get(&to).await.status, StatusCode::NOT_FOUND);
}

// SECURITY section 5: the password again
async fn a_copy_is_given_to_members_who_let_people_in_after_their_password_and_to_nobody_else(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let path = format!("{}/copy.zip", page(&school, 1));
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    assert_eq!(anna.get(&path).await.location(), page(&school, 1));
    let wrong = ask(&mut anna, &school, 1, "not the password").await;
    assert!(anna.get(&wrong).await.body.contains("aria-invalid=\"true\""));
    assert_eq!(anna.get(&path).await.location(), page(&school, 1));
    ask(&mut anna, &school, 1, PASSWORD).await;
    assert_eq!(anna.get(&path).await.status, StatusCode::OK);
    // By the address of another job it is not there.
    let other = scene.photo_job("Another").await;
    let elsewhere = path.replace(&school.job.to_string(), &other.to_string());
    assert_eq!(anna.get(&elsewhere).await.status, StatusCode::NOT_FOUND);
    house.clock.advance(TimeDelta::minutes(11));
    assert_eq!(anna.get(&path).await.location(), page(&school, 1));
    Scene::another(&house.store, "suedlicht").await;
    let mut foreign = house.owner_of("owner@suedlicht.example").await;
    for path in [path.clone(), path.replace("nordlicht", "suedlicht")] {
        assert_eq!(foreign.get(&path).await.status, StatusCode::NOT_FOUND);
    }
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[1]).await).await;
    assert_eq!(mother.get(&path).await.location(), "/sign-in");
}

// SECURITY section 4: nothing of where somebody asked from is kept with a confirmation, so nothing of it has to end
async fn a_confirmation_keeps_no_address_and_no_user_agent(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, store::JobCode::Connection, "LINDENHOF-2026-HERBST").await;
    let mut parent = house.browser();
    parent.address = [203, 0, 113, 77];
    parent.enter("nordlicht", "LINDENHOF-2026-HERBST").await;
    let job = school.job.to_string();
    let fields = [
        STUDIO,
        ("job", &*job),
        ("first_name", "Zoë"),
        ("last_name", "van Dijk"),
        ("group", "1b"),
        ("entitled", "yes"),
    ];
    assert_eq!(parent.call("/api/children/find", &fields).await.status, StatusCode::OK);
    let rows = store::fixtures::all_rows(&house.store).await;
    assert_eq!(rows["confirmation"].len(), 1);
    let told: Vec<_> =
        rows.values().flatten().filter(|row| row.contains("203.0.113") || row.contains("Mozilla")).collect();
    assert!(told.is_empty(), "{told:?}");
}
