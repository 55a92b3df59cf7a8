//! A copy of everything about one child (GDPR Art. 15 and 20), over HTTP.

use std::io::{Cursor, Read};

use bytes::Bytes;
use chrono::TimeDelta;
use domain::photo_job::{GroupPhotos, PersonName};
use http::{Method, StatusCode};
use serde_json::{Value, json};
use store::NewSubject;
use store::fixtures::{PASSWORD, Scene, School, an_upload, noon, rendered};
use zip::ZipArchive;

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

on_both!(
    a_copy_holds_the_e_mail_the_birth_date_and_every_confirmation_of_the_child_and_of_no_other,
    a_copy_that_is_on_its_way_while_its_child_is_erased_never_looks_whole,
    a_copy_holds_the_childs_own_photographs_and_all_data_and_nobody_elses,
    a_copy_is_given_to_members_who_let_people_in_after_their_password_and_to_nobody_else,
    a_confirmation_keeps_no_address_and_no_user_agent,
);

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const PARENTS: &str = "LINDENHOF-2026-HERBST";

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

// SECURITY section 4
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
    // Of whoever is erased there is none any more.
    house.store.erase_subject(&scene.desk, school.children[1], GroupPhotos::Delete, noon()).await.unwrap();
    assert_eq!(anna.get(&to).await.status, StatusCode::NOT_FOUND);
}

/// A parent who came in by the connection code finds the child by its name.
async fn confirms(house: &TestHouse, school: &School, names: [&str; 3], language: &str) {
    let mut parent = house.browser();
    parent.enter("nordlicht", PARENTS).await;
    parent.post("/api/language", &[("language", language)]).await;
    let (job, [first_name, last_name, group]) = (school.job.to_string(), names);
    let fields = [
        STUDIO,
        ("job", &*job),
        ("first_name", first_name),
        ("last_name", last_name),
        ("group", group),
        ("entitled", "yes"),
    ];
    assert_eq!(parent.call("/api/children/find", &fields).await.status, StatusCode::OK);
}

// T40, SECURITY section 4
async fn a_copy_holds_the_e_mail_the_birth_date_and_every_confirmation_of_the_child_and_of_no_other(house: TestHouse) {
    let scene = house.scene().await;
    let mut school = scene.school().await;
    let new = |first_name: &str, email: &str, day: &str| NewSubject {
        first_name: PersonName::parse(first_name).unwrap(),
        last_name: PersonName::parse("Kaya").unwrap(),
        group: Some(school.classes[0]),
        identifier: format!("S-{first_name}"),
        also_accept: format!("{first_name}chen Kaya"),
        email: email.to_owned(),
        birth_date: Some(day.parse().unwrap()),
    };
    let new =
        [new("Dora", "dora-family@example.org", "2017-05-04"), new("Emil", "emil-family@example.org", "2018-06-07")];
    let added = house.store.add_subjects(&scene.desk, school.job, &new, noon()).await.unwrap();
    school.children[0] = added[0];
    scene.job_code(school.job, store::JobCode::Connection, PARENTS).await;
    confirms(&house, &school, ["Dora", "Kaya", "1a"], "en").await;
    house.clock.advance(TimeDelta::minutes(90));
    confirms(&house, &school, ["Dora", "Kaya", "1a"], "de").await;
    confirms(&house, &school, ["Emil", "Kaya", "1a"], "de").await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let path = ask(&mut anna, &school, 0, PASSWORD).await;
    let mut zip = ZipArchive::new(Cursor::new(anna.get(&path).await.bytes)).unwrap();
    let text = String::from_utf8(read(&mut zip, "data.json")).unwrap();
    let data: Value = serde_json::from_str(&text).unwrap();
    let person = json!({
        "first_name": "Dora",
        "last_name": "Kaya",
        "group": "1a",
        "identifier": "S-Dora",
        "also_accept": "Dorachen Kaya",
        "guardian_email": "dora-family@example.org",
        "birth_date": "2017-05-04",
        "added_at": "2026-08-01T12:00:00Z",
    });
    assert_eq!(data["person"], person);
    let given = |at: &str, language: &str| json!({ "at": at, "text_version": 2, "language": language, "device": "other other" });
    let confirmations = json!([given("2026-08-01T12:00:00Z", "en"), given("2026-08-01T13:30:00Z", "de")]);
    assert_eq!(data["confirmations"], confirmations);
    assert!(!text.contains("Emil") && !text.contains("2018"), "{text}");
}

// T40: what is handed out is all that there was when it was asked for, or breaks off; nothing in between
async fn a_copy_that_is_on_its_way_while_its_child_is_erased_never_looks_whole(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let gallery = house.store.subject(&scene.desk, school.children[1]).await.unwrap().0.gallery;
    // More than waits for a browser that does not read on.
    for number in 0..3_u8 {
        let name = format!("IMG_{number}.jpg");
        let bytes = Bytes::from(vec![number; 3 * 1024 * 1024]);
        let upload = scene.begin(gallery, &an_upload(&name, &bytes)).await;
        scene.send(&upload, &bytes).await;
        scene.finish(&upload, noon()).await.unwrap();
        let lease = scene.take_work(noon()).await;
        house.store.finish_photo(&lease, &rendered(&name), noon()).await.unwrap();
    }
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let path = ask(&mut anna, &school, 1, PASSWORD).await;
    let whole = anna.begin(Method::GET, &path, &[], Vec::new()).await;
    let read = axum::body::to_bytes(whole.into_body(), usize::MAX).await.unwrap();
    assert_eq!(ZipArchive::new(Cursor::new(read.to_vec())).unwrap().len(), 5);
    let begun = anna.begin(Method::GET, &path, &[], Vec::new()).await;
    assert_eq!(begun.status(), StatusCode::OK);
    house.store.erase_subject(&scene.desk, school.children[1], GroupPhotos::Delete, noon()).await.unwrap();
    house.worker().work_off().await.unwrap();
    assert!(axum::body::to_bytes(begun.into_body(), usize::MAX).await.is_err(), "half a copy looks whole");
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

const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/26.0 Mobile Safari/604.1 Trail/7KQ";

/// Sends a form from a telephone that says what it is.
async fn by_phone(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("user-agent", PHONE),
    ];
    browser.send(Method::POST, path, &headers, body.into_bytes()).await
}

// SECURITY section 4: nothing of where somebody asked from is kept with a confirmation, so nothing of it has to end; of what they
// came with its families alone
async fn a_confirmation_keeps_no_address_and_no_user_agent(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, store::JobCode::Connection, PARENTS).await;
    let mut parent = house.browser();
    parent.address = [203, 0, 113, 77];
    by_phone(&mut parent, "/api/front_door", &[STUDIO, ("code", PARENTS)]).await;
    let job = school.job.to_string();
    let fields = [
        STUDIO,
        ("job", &*job),
        ("first_name", "Zoë"),
        ("last_name", "van Dijk"),
        ("group", "1b"),
        ("entitled", "yes"),
    ];
    assert_eq!(by_phone(&mut parent, "/api/children/find", &fields).await.status, StatusCode::OK);
    let rows = store::fixtures::all_rows(&house.store).await;
    let confirmations = &rows["confirmation"];
    assert!(confirmations.len() == 1 && confirmations[0].contains("safari iphone"), "{confirmations:?}");
    for part in ["203.0.113", "Mozilla", "Trail/7KQ"] {
        let told: Vec<_> = rows.values().flatten().filter(|row| row.contains(part)).collect();
        assert!(told.is_empty(), "{part}: {told:?}");
    }
}
