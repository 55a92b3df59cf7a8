//! The end of a photo job: warned of, come, and what is left of it; over HTTP and through the worker.

use chrono::{DateTime, TimeDelta, Utc};
use http::StatusCode;
use store::JobCode;
use store::fixtures::{PASSWORD, Scene, School, all_rows};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

on_both!(
    the_studio_is_told_thirty_and_seven_days_before_the_end_wherever_it_looks,
    t40_after_its_last_day_a_job_is_seen_by_nobody_and_a_day_later_nothing_is_left,
    a_job_is_deleted_only_by_its_typed_name_and_the_password_and_then_at_once,
    another_studio_neither_deletes_a_job_nor_reads_what_is_left_of_it,
);

const STUDIO: (&str, &str) = ("studio", "nordlicht");

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

fn until(house: &TestHouse, moment: &str) {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    house.clock.advance(moment - house.clock.now());
}

async fn delete(browser: &mut Browser, school: &School, again: &str, password: &str) -> String {
    let job = school.job.to_string();
    browser.referer = Some(format!("{PUBLIC_URL}/studio/nordlicht/jobs/{job}/settings"));
    let fields = [STUDIO, ("job", &*job), ("again", again), ("password", password)];
    browser.post("/api/jobs/delete", &fields).await.location().to_owned()
}

// S63
async fn the_studio_is_told_thirty_and_seven_days_before_the_end_wherever_it_looks(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let pages =
        [String::new(), "/jobs".to_owned(), format!("/jobs/{}", school.job), format!("/jobs/{}/photos", school.job)];
    for (day, told) in [
        ("2027-08-14T12:00:00Z", None),
        ("2027-08-15T12:00:00Z", Some("Ends in 30 days.")),
        ("2027-09-07T12:00:00Z", Some("Ends in 7 days.")),
        ("2027-09-13T12:00:00Z", Some("Ends tomorrow.")),
        ("2027-09-14T12:00:00Z", Some("Ends today.")),
        ("2027-09-15T06:00:00Z", Some("at noon (UTC) on 15 September 2027 everything is deleted")),
    ] {
        until(&house, day);
        let mut anna = anna(&house).await;
        for page in &pages {
            let body = anna.get(&format!("/studio/nordlicht{page}")).await.body;
            let found = ["Ends ", "It is over."].into_iter().find(|word| body.contains(word));
            assert_eq!(found.is_some(), told.is_some(), "{page} on {day}");
            assert!(told.is_none_or(|told| body.contains(told)), "{page} on {day}: {body}");
        }
    }
}

// T40, S57, S63
async fn t40_after_its_last_day_a_job_is_seen_by_nobody_and_a_day_later_nothing_is_left(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    let code = scene.subject_code(school.job, school.children[1]).await;
    let worker = house.worker();
    until(&house, "2027-09-14T23:00:00Z");
    let mut mother = house.browser();
    mother.enter("nordlicht", &code).await;
    let picture = format!("/m/{}/s", school.photos[1]);
    assert_eq!(mother.get(&picture).await.status, StatusCode::OK);
    until(&house, "2027-09-15T00:00:01Z");
    worker.tidy(house.clock.now()).await;
    assert_eq!(mother.get(&picture).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        anna(&house).await.get(&picture).await.status,
        StatusCode::OK,
        "the studio can still give it a later end"
    );
    // The worker comes by every ten minutes.
    until(&house, "2027-09-15T12:05:00Z");
    for _ in 0..3 {
        worker.tidy(house.clock.now()).await;
        worker.work_off().await.unwrap();
        house.clock.advance(TimeDelta::minutes(10));
    }
    let rows = all_rows(&house.store).await;
    for name in ["Müller", "Öztürk", "Rossi", "Dijk", "muller", "ozturk", "rossi", ".jpg"] {
        let left: Vec<_> = rows.values().flatten().filter(|row| row.contains(name)).collect();
        assert!(left.is_empty(), "{name}: {left:?}");
    }
    for empty in ["photo", "subject", "subject_name", "access_code", "gallery", "photo_job", "work_item"] {
        assert!(rows[empty].is_empty(), "{empty}: {:?}", rows[empty]);
    }
    let mut again = house.browser();
    assert!(again.enter("nordlicht", &code).await.location().contains("__err"));
    let mut anna = anna(&house).await;
    let jobs = anna.get("/studio/nordlicht/jobs").await.body;
    assert!(jobs.contains("Autumn 2026") && jobs.contains("5 people") && jobs.contains("7 photographs"), "{jobs}");
    assert_eq!(anna.get(&picture).await.status, StatusCode::NOT_FOUND);
    assert_eq!(anna.get(&format!("/studio/nordlicht/jobs/{}", school.job)).await.status, StatusCode::NOT_FOUND);
}

// S63
async fn a_job_is_deleted_only_by_its_typed_name_and_the_password_and_then_at_once(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let code = scene.subject_code(school.job, school.children[1]).await;
    let mut mother = house.browser();
    mother.enter("nordlicht", &code).await;
    let picture = format!("/m/{}/s", school.photos[1]);
    let mut anna = anna(&house).await;
    let settings = format!("/studio/nordlicht/jobs/{}/settings", school.job);
    let page = anna.get(&settings).await.body;
    assert!(page.contains("5 people · 7 photographs · 0 confirmations"), "{page}");
    for (again, password, told) in [
        ("autumn 2026", PASSWORD, "This is not the name of the job."),
        ("", PASSWORD, "This is not the name of the job."),
        ("Autumn 2026", "not the password", "password"),
    ] {
        let to = delete(&mut anna, &school, again, password).await;
        let page = anna.get(&to).await.body;
        assert!(page.contains(told) && page.contains("aria-invalid=\"true\""), "{again}: {page}");
        assert_eq!(mother.get(&picture).await.status, StatusCode::OK);
    }
    let to = delete(&mut anna, &school, " Autumn 2026 ", PASSWORD).await;
    let page = anna.get(&to).await.body;
    assert!(page.contains("The job is deleted.") && page.contains("5 people"), "{page}");
    assert_eq!(mother.get(&picture).await.status, StatusCode::NOT_FOUND);
    assert_eq!(anna.get(&settings).await.status, StatusCode::NOT_FOUND);
    house.worker().work_off().await.unwrap();
    house.worker().tidy(house.clock.now()).await;
    assert!(all_rows(&house.store).await["gallery"].is_empty());
}

// B02, B06
async fn another_studio_neither_deletes_a_job_nor_reads_what_is_left_of_it(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    Scene::another(&house.store, "suedlicht").await;
    let mut foreign = house.owner_of("owner@suedlicht.example").await;
    let job = school.job.to_string();
    let before = all_rows(&house.store).await;
    let fields = [("studio", "suedlicht"), ("job", &*job), ("again", "Autumn 2026"), ("password", PASSWORD)];
    assert_eq!(foreign.call("/api/jobs/delete", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(all_rows(&house.store).await, before);
    house.store.delete_photo_job(&scene.desk, school.job, house.clock.now()).await.unwrap();
    let own = anna(&house).await.get("/studio/nordlicht/jobs").await.body;
    // The form for a new job has the words as an example.
    let listed = ">Autumn 2026<";
    assert!(own.contains(listed), "{own}");
    assert!(!foreign.get("/studio/suedlicht/jobs").await.body.contains(listed));
}
