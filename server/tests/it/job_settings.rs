//! The settings of a photo job, and how far its staff code reaches: over HTTP, without scripts.

use chrono::TimeDelta;
use domain::photo_job::Consent;
use http::StatusCode;
use store::JobCode;
use store::fixtures::{Scene, School};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

on_both!(
    a_jobs_names_and_days_are_changed_afterwards_and_everybody_reads_the_new_ones,
    a_last_day_that_cannot_be_is_refused_in_words_and_nothing_is_changed,
    a_job_is_kept_for_a_year_from_its_release_on_unless_somebody_chose_its_end,
    the_staff_code_reaches_as_far_as_the_studio_says_and_no_further_in_open_visits_too,
    another_studio_changes_nothing_of_a_job,
);

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

/// Sends a form from a page of the job, and answers the page that it leads to.
async fn send(browser: &mut Browser, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
    browser.referer = Some(format!("{PUBLIC_URL}{page}"));
    let sent = browser.post(action, fields).await;
    let to = sent.location().to_owned();
    browser.get(&to).await
}

fn settings(school: &School) -> String {
    format!("/studio/nordlicht/jobs/{}/settings", school.job)
}

async fn change(browser: &mut Browser, school: &School, date: &str, ends: &str) -> Answer {
    let job = school.job.to_string();
    let fields = [
        STUDIO,
        ("job", &*job),
        ("name", "Spring 2027"),
        ("organisation", "Schule am Wald"),
        ("date", date),
        ("ends", ends),
    ];
    send(browser, &settings(school), "/api/jobs/change", &fields).await
}

/// What staff can reach: pictures of the two classes, then of the five children.
async fn seen(browser: &mut Browser, school: &School) -> Vec<bool> {
    let mut seen = Vec::new();
    for photo in school.group_photos.iter().chain(&school.photos) {
        seen.push(browser.get(&format!("/m/{photo}/s")).await.status == StatusCode::OK);
    }
    seen
}

// S40
async fn a_jobs_names_and_days_are_changed_afterwards_and_everybody_reads_the_new_ones(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut anna = anna(&house).await;
    let before = anna.get(&settings(&school)).await.body;
    assert!(before.contains("value=\"Autumn 2026\"") && before.contains("value=\"2027-09-14\""), "{before}");
    let saved = change(&mut anna, &school, "2026-10-01", "2027-01-31").await;
    assert!(saved.body.contains("Saved") && saved.body.contains("value=\"2027-01-31\""), "{}", saved.body);
    assert!(saved.body.contains("value=\"Spring 2027\""));
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[1]).await).await;
    assert!(mother.get("/nordlicht/children").await.body.contains("Schule am Wald"));
}

// S40
async fn a_last_day_that_cannot_be_is_refused_in_words_and_nothing_is_changed(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut anna = anna(&house).await;
    for (date, ends, told) in [
        ("2026-09-14", "2026-07-31", "This day is over."),
        ("2026-09-14", "2026-09-13", "The last day cannot lie before the shoot."),
        ("2026-09-14", "2029-09-15", "At most three years after the day of the shoot."),
        ("2026-09-14", "", "fill"),
        ("", "2026-07-31", "fill"),
    ] {
        let refused = change(&mut anna, &school, date, ends).await;
        assert!(
            refused.body.contains("aria-invalid=\"true\"") && refused.body.contains(told),
            "{ends}: {}",
            refused.body
        );
        let job = house.store.photo_job(&scene.desk, school.job).await.unwrap().job;
        assert_eq!((job.name.as_str(), job.ends_on.to_string().as_str()), ("Autumn 2026", "2027-09-14"));
    }
    // What is there may stay, also when it is over: nobody is held up in correcting a name.
    house.clock.advance(TimeDelta::days(409));
    let mut anna = self::anna(&house).await;
    let saved = change(&mut anna, &school, "2026-09-14", "2027-09-14").await;
    assert!(saved.body.contains("Spring 2027"), "{}", saved.body);
}

// S57, S63
async fn a_job_is_kept_for_a_year_from_its_release_on_unless_somebody_chose_its_end(house: TestHouse) {
    let scene = house.scene().await;
    let mut anna = anna(&house).await;
    let (usual, chosen) = (scene.photo_job("Autumn 2026").await, scene.photo_job("Chosen").await);
    let job = house.store.photo_job(&scene.desk, chosen).await.unwrap().job;
    let details = store::JobDetails {
        name: domain::photo_job::JobName::parse(&job.name).unwrap(),
        organisation: domain::photo_job::Organisation::parse(&job.organisation).unwrap(),
        shot_on: job.shot_on,
    };
    house.store.change_photo_job(&scene.desk, chosen, &details, "2027-01-31".parse().unwrap()).await.unwrap();
    house.clock.advance(TimeDelta::days(60));
    let mut anna_later = self::anna(&house).await;
    std::mem::swap(&mut anna, &mut anna_later);
    for (job, end) in [(usual, "2027-09-30"), (chosen, "2027-01-31")] {
        let id = job.to_string();
        for state in ["published", "planning", "published"] {
            anna.post("/api/jobs/state", &[STUDIO, ("job", &id), ("state", state)]).await;
        }
        assert_eq!(house.store.photo_job(&scene.desk, job).await.unwrap().job.ends_on.to_string(), end);
    }
}

// S41, S42, S43
async fn the_staff_code_reaches_as_far_as_the_studio_says_and_no_further_in_open_visits_too(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    let mut anna = anna(&house).await;
    let (job, second) = (school.job.to_string(), school.classes[1].to_string());
    let access = format!("/studio/nordlicht/jobs/{job}/access");
    let mut teacher = house.browser();
    teacher.enter("nordlicht", STAFF).await;
    // A protected child holds the photograph of its class back.
    assert_eq!(seen(&mut teacher, &school).await, [false, true, true, false, true, true, true]);
    let terms = async |anna: &mut Browser, fields: &[(&str, &str)]| {
        let fields: Vec<_> = [STUDIO, ("job", &*job)].into_iter().chain(fields.iter().copied()).collect();
        send(anna, &access, "/api/jobs/staff_terms", &fields).await
    };
    let page = terms(&mut anna, &[("group", &second), ("until", "2026-08-02")]).await;
    assert!(page.body.contains("Saved") && page.body.contains("value=\"2026-08-02\""), "{}", page.body);
    assert_eq!(seen(&mut teacher, &school).await, [false, true, false, false, false, true, true]);
    let sheet = teacher.get(&format!("/nordlicht/jobs/{job}")).await.body;
    assert!(sheet.contains("Zoë van Dijk") && !sheet.contains("Carla Rossi"), "{sheet}");
    // The day after its last one.
    house.clock.advance(TimeDelta::hours(36));
    let mut late = house.browser();
    late.enter("nordlicht", STAFF).await;
    assert_eq!(seen(&mut late, &school).await, [false; 7]);
    assert_eq!(late.get(&format!("/nordlicht/jobs/{job}")).await.status, StatusCode::NOT_FOUND);
    // A day that is over is refused, and so is a class of another job.
    let mut anna = self::anna(&house).await;
    let over = terms(&mut anna, &[("until", "2026-08-02")]).await;
    assert!(over.body.contains("This day is over."), "{}", over.body);
    let other = scene.photo_job("Another").await;
    let foreign = scene.group(other, "9z").await.to_string();
    let forged = anna.call("/api/jobs/staff_terms", &[STUDIO, ("job", &*job), ("group", &foreign)]).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    assert_eq!(seen(&mut late, &school).await, [false; 7]);
    // All of it again, protected people too.
    terms(&mut anna, &[("protected", "on"), ("downloads", "on")]).await;
    let mut teacher = house.browser();
    teacher.enter("nordlicht", STAFF).await;
    assert_eq!(seen(&mut teacher, &school).await, [false, true, true, true, true, true, true]);
    let staff = house.store.photo_job(&scene.desk, school.job).await.unwrap().job.staff;
    assert!(staff.downloads && staff.protected && staff.group.is_none() && staff.until.is_none());
}

// B02, B06
async fn another_studio_changes_nothing_of_a_job(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    Scene::another(&house.store, "suedlicht").await;
    let mut foreign = house.owner_of("owner@suedlicht.example").await;
    let job = school.job.to_string();
    let own = ("studio", "suedlicht");
    let before = store::fixtures::all_rows(&house.store).await;
    let details = [("name", "X"), ("organisation", "Y"), ("date", "2026-09-14"), ("ends", "2027-01-01")];
    let change: Vec<_> = [own, ("job", &*job)].into_iter().chain(details).collect();
    for (path, fields) in [("/api/jobs/change", &change[..]), ("/api/jobs/staff_terms", &[own, ("job", &*job)][..])] {
        assert_eq!(foreign.call(path, fields).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(store::fixtures::all_rows(&house.store).await, before);
    let page = format!("/studio/suedlicht/jobs/{job}/settings");
    assert_eq!(foreign.get(&page).await.status, StatusCode::NOT_FOUND);
}
