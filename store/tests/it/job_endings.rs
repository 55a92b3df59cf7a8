//! The end of photo jobs: what is gone at once, what the worker deletes, and what stays (SECURITY section 4, T40).

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use domain::device::Device;
use domain::photo_job::PersonName;
use domain::studio::Language;
use store::fixtures::{Scene, School, Throwaway, all_rows, an_upload, noon};
use store::{Error, JobCode, NewSubject, Statement, WorkKind};

use crate::leaving::a_list;

on_both_and_s3!(
    t40_a_day_after_its_end_nothing_is_left_of_a_job_but_numbers,
    a_job_that_is_deleted_is_gone_at_once_and_other_jobs_and_galleries_stay,
    a_job_with_a_later_end_is_not_erased,
    what_is_rendered_while_a_job_ends_leaves_no_object,
    another_studio_ends_no_job,
);

/// What must be found nowhere: names, their search keys, what a school calls a child, an e-mail, names of files.
const NAMES: [&str; 13] = [
    "müller",
    "muller",
    "mueller",
    "öztürk",
    "ozturk",
    "oeztuerk",
    "rossi",
    "zoë",
    "dijk",
    "s-4711",
    "guardian@",
    "portrait.jpg",
    "class.jpg",
];

/// Everything at once that a job can hold, of one school.
async fn full(scene: &Scene<'_>) -> School {
    let school = scene.school().await;
    let store = scene.store;
    let new = NewSubject {
        first_name: PersonName::parse("Zoë").unwrap(),
        last_name: PersonName::parse("Müller-Rossi").unwrap(),
        group: Some(school.classes[0]),
        identifier: "S-4711".to_owned(),
        also_accept: "Zoe Rossi".to_owned(),
        email: "guardian@rossi.example".to_owned(),
        birth_date: "2018-04-01".parse().ok(),
    };
    store.add_subjects(&scene.desk, school.job, &[new], noon()).await.unwrap();
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-HERBST").await;
    scene.enter("STAFF-OF-THE-SCHOOL-1").await.unwrap();
    scene.enter(&scene.subject_code(school.job, school.children[1]).await).await.unwrap();
    let parent = scene.enter("LINDENHOF-2026-HERBST").await.unwrap();
    let visit = scene.guest(&parent).await.guest.jobs;
    let stated = Statement { version: 1, language: Language::De };
    let by = (Some(&parent), Device::of(""));
    store.confirm_subject(scene.studio.id, &visit, school.children[0], stated, by, noon()).await.unwrap();
    let job = store.photo_job(&scene.desk, school.job).await.unwrap().job;
    // One that is not sorted, one that was removed, one that waits, and one on its way.
    scene.photo(job.gallery, "Carla Rossi.jpg", noon()).await;
    let removed = scene.photo(job.gallery, "Ben Öztürk.jpg", noon()).await;
    let own = scene.grant(job.gallery).await;
    store.delete_photos(&scene.desk, &own, &[removed], noon()).await.unwrap();
    scene.arriving(job.gallery, "Zoë van Dijk.jpg", noon()).await;
    let part = Bytes::from_static(b"Anna M\xc3\xbcller.jpg");
    let upload = scene.begin(job.gallery, &an_upload("Anna Müller.jpg", &part)).await;
    scene.send(&upload, &part).await;
    school
}

/// What the worker does, again and again, until there is nothing to do.
async fn work_off(place: &Throwaway, now: DateTime<Utc>) {
    place.store.end_jobs(now).await.unwrap();
    place.store.begin_erasing(now).await.unwrap();
    while let Some(lease) = place.store.take_work(now).await.unwrap() {
        assert_eq!(lease.kind, WorkKind::Erase, "nothing is rendered any more");
        place.store.erase_photo(&lease).await.unwrap();
    }
    while place.store.drop_galleries(now).await.unwrap() > 0 {}
}

async fn names_left(place: &Throwaway) -> Vec<String> {
    let all = all_rows(&place.store).await;
    let rows = all.into_iter().flat_map(|(table, rows)| rows.into_iter().map(move |row| format!("{table}: {row}")));
    rows.filter(|row| NAMES.iter().any(|name| row.to_lowercase().contains(name))).collect()
}

// T40, S63
async fn t40_a_day_after_its_end_nothing_is_left_of_a_job_but_numbers(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = full(&scene).await;
    // Sealed, and not imported: it names children all the same.
    let list = a_list(["S-4711", "Zoë", "Müller-Rossi", "1a"]);
    place.store.keep_roster(&scene.desk, school.job, &list, None, noon()).await.unwrap();
    assert_eq!(place.number("select count(*) from roster_draft").await, 1);
    let over: DateTime<Utc> = "2027-09-15T00:00:00Z".parse().unwrap();
    assert!(!names_left(&place).await.is_empty() && place.files().await > 20);
    // Over, and still there for half a day: a later end can be given.
    assert_eq!(place.store.end_jobs(over + TimeDelta::hours(12) - TimeDelta::seconds(1)).await.unwrap(), 0);
    place.store.photo_job(&scene.desk, school.job).await.unwrap();
    let due = over + TimeDelta::hours(12);
    assert_eq!(place.store.end_jobs(due).await.unwrap(), 1);
    // Names and codes are gone before any object is.
    let left: Vec<String> = names_left(&place).await.into_iter().filter(|row| !row.starts_with("upload: ")).collect();
    assert_eq!(left, Vec::<String>::new());
    assert_eq!(place.number("select count(*) from roster_draft").await, 0, "a list that waits");
    assert_eq!(place.texts("select file_name from upload").await, ["Anna Müller.jpg"], "the one on its way alone");
    work_off(&place, over + TimeDelta::hours(24)).await;
    assert_eq!(names_left(&place).await, Vec::<String>::new());
    assert_eq!(place.files().await, 0);
    for empty in [
        "select count(*) from photo",
        "select count(*) from gallery",
        "select count(*) from subject",
        "select count(*) from subject_name",
        "select count(*) from confirmation",
        "select count(*) from job_group",
        "select count(*) from photo_job",
        "select count(*) from access_code",
        "select count(*) from upload",
        "select count(*) from upload_part",
        "select count(*) from work_item",
        "select count(*) from session_grant",
    ] {
        assert_eq!(place.number(empty).await, 0, "{empty}");
    }
    let remains = place.store.ended_jobs(&scene.desk).await.unwrap();
    let [remains] = &remains[..] else { panic!("{remains:?}") };
    assert_eq!((remains.subjects, remains.photos, remains.confirmations), (6, 9, 1));
    assert_eq!((remains.name.as_str(), remains.ended_at), ("Autumn 2026", due));
    assert!(scene.enter("STAFF-OF-THE-SCHOOL-1").await.is_none());
}

// S63
async fn a_job_that_is_deleted_is_gone_at_once_and_other_jobs_and_galleries_stay(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let wedding = scene.gallery("Wedding").await;
    scene.photo(wedding, "IMG_1.jpg", noon()).await;
    let kept = scene.photo_job("Spring 2027").await;
    let ida = scene.subject(kept, ("Ida", "Sommer"), None).await;
    let gallery = place.store.subject(&scene.desk, ida).await.unwrap().0.gallery;
    scene.photo(gallery, "IMG_2.jpg", noon()).await;
    let before = place.files().await;
    let others = |rows: std::collections::BTreeMap<String, Vec<String>>| {
        ["gallery", "photo", "subject", "access_code", "subject_name", "photo_job"].map(|table| rows[table].clone())
    };
    let rows = others(all_rows(&place.store).await);
    let school = full(&scene).await;
    let own = scene.subject_code(school.job, school.children[1]).await;
    let mother = scene.enter(&own).await.unwrap();
    assert_eq!(place.store.job_loss(&scene.desk, school.job).await.unwrap(), (9, 1));
    place.store.delete_photo_job(&scene.desk, school.job, noon()).await.unwrap();
    assert!(scene.guest(&mother).await.guest.is_stranger() && scene.enter(&own).await.is_none());
    refused!(place.store.photo_place(school.photos[1]).await, Error::NotFound);
    refused!(place.store.photo_job(&scene.desk, school.job).await, Error::NotFound);
    refused!(place.store.delete_photo_job(&scene.desk, school.job, noon()).await, Error::NotFound);
    work_off(&place, noon()).await;
    assert_eq!(names_left(&place).await, Vec::<String>::new());
    assert_eq!(place.files().await, before);
    assert_eq!(others(all_rows(&place.store).await), rows);
}

// S63
async fn a_job_with_a_later_end_is_not_erased(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    place.tamper("update photo_job set ends_on = '2028-01-31'").await;
    let late: DateTime<Utc> = "2028-01-31T23:59:59Z".parse().unwrap();
    assert_eq!(place.store.end_jobs(late).await.unwrap(), 0);
    place.store.photo_job(&scene.desk, school.job).await.unwrap();
    let near = |day: &str| day.parse::<chrono::NaiveDate>().unwrap();
    let ending = place.store.ending_jobs(&scene.desk, near("2028-01-30")).await.unwrap();
    assert!(ending.is_empty());
    let ending = place.store.ending_jobs(&scene.desk, near("2028-01-31")).await.unwrap();
    assert_eq!((ending.len(), ending[0].name.as_str()), (1, "Autumn 2026"));
}

/// The sizes are put before the row becomes ready: whoever puts them when the photograph has gone takes them away again.
async fn what_is_rendered_while_a_job_ends_leaves_no_object(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let gallery = place.store.photo_job(&scene.desk, job).await.unwrap().job.gallery;
    scene.arriving(gallery, "IMG_1.jpg", noon()).await;
    let render = scene.take_work(noon()).await;
    place.store.delete_photo_job(&scene.desk, job, noon()).await.unwrap();
    work_off(&place, noon()).await;
    let finished = place.store.finish_photo(&render, &store::fixtures::rendered("IMG_1.jpg"), noon()).await;
    refused!(finished, Error::NotFound);
    assert_eq!(place.files().await, 0);
}

// B02, B06
async fn another_studio_ends_no_job(place: Throwaway) {
    let a = Scene::first(&place.store, "nordlicht").await;
    let school = a.school().await;
    let b = Scene::another(&place.store, "suedlicht").await;
    let before = all_rows(&place.store).await;
    refused!(place.store.delete_photo_job(&b.desk, school.job, noon()).await, Error::NotFound);
    assert_eq!(place.store.job_loss(&b.desk, school.job).await.unwrap(), (0, 0));
    assert!(place.store.ending_jobs(&b.desk, "2099-01-01".parse().unwrap()).await.unwrap().is_empty());
    assert_eq!(all_rows(&place.store).await, before);
    place.store.delete_photo_job(&a.desk, school.job, noon()).await.unwrap();
    assert!(place.store.ended_jobs(&b.desk).await.unwrap().is_empty());
}
