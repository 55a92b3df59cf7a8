//! Photographs of a photo job on the studio's pages: deleted and brought back, and who is on those of a group; over HTTP.

use chrono::TimeDelta;
use domain::ids::{GalleryId, PhotoId};
use domain::photo_job::Consent;
use http::StatusCode;
use store::fixtures::{PASSWORD, Scene, School, all_rows};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

on_both!(
    a_folder_that_is_dropped_on_a_job_gives_its_photographs_to_the_job,
    a_photograph_of_a_child_is_deleted_from_every_view_at_once_brought_back_and_erased_a_month_later,
    photographs_of_a_job_are_deleted_by_its_own_studio_alone_and_only_where_they_hang,
    a_page_says_on_whose_behalf_a_photograph_is_held_back_and_who_is_not_on_it_holds_it_no_more,
    a_withdrawal_says_what_follows_hides_at_once_is_taken_back_that_day_and_erases_after_it,
    a_child_is_erased_after_the_password_and_the_studio_is_asked_about_photographs_of_the_group,
);

pub const STUDIO: (&str, &str) = ("studio", "nordlicht");

pub async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

pub async fn gallery_of(scene: &Scene<'_>, school: &School, child: usize) -> GalleryId {
    scene.store.subject(&scene.desk, school.children[child]).await.unwrap().0.gallery
}

pub async fn shows(browser: &mut Browser, photo: PhotoId) -> bool {
    browser.get(&format!("/m/{photo}/s")).await.status == StatusCode::OK
}

// S62: a camera's folder is dropped as it is, and no gallery comes of it
async fn a_folder_that_is_dropped_on_a_job_gives_its_photographs_to_the_job(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut anna = anna(&house).await;
    let job = house.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery.to_string();
    let child = gallery_of(&scene, &school, 1).await.to_string();
    let before = all_rows(&house.store).await["gallery"].clone();
    for parent in [&job, &child] {
        let fields = [("studio", "nordlicht"), ("parent", &**parent), ("name", "100CANON")];
        let answer = anna.call("/api/galleries/folder", &fields).await;
        assert_eq!((answer.status, answer.body.contains(&**parent)), (StatusCode::OK, true), "{}", answer.body);
    }
    assert_eq!(all_rows(&house.store).await["gallery"], before);
}

// S62, S63
async fn a_photograph_of_a_child_is_deleted_from_every_view_at_once_brought_back_and_erased_a_month_later(
    house: TestHouse,
) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let (gallery, photo) = (gallery_of(&scene, &school, 1).await.to_string(), school.photos[1]);
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[1]).await).await;
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/jobs/{}/photos?of={gallery}", school.job);
    anna.referer = Some(format!("{PUBLIC_URL}{here}"));
    let id = photo.to_string();
    let deletion = [STUDIO, ("gallery", &*gallery), ("photos[0]", &*id)];
    let to = anna.post("/api/photos/delete", &deletion).await.location().to_owned();
    assert!(to.starts_with(&format!("{here}&removed=")), "{to}");
    let page = anna.get(&to).await.body;
    assert!(page.contains("Undo") && !page.contains(&format!("/m/{id}/")), "{page}");
    for browser in [&mut mother, &mut anna] {
        assert!(!shows(browser, photo).await);
    }
    assert!(!mother.get("/nordlicht/children").await.body.contains(&id));
    // Undone.
    let removed = to.split("removed=").nth(1).unwrap().to_owned();
    let undo = [STUDIO, ("gallery", &*gallery), ("removed", &*removed)];
    let to = anna.post("/api/photos/restore", &undo).await.location().to_owned();
    assert!(anna.get(&to).await.body.contains(&format!("/m/{id}/")));
    assert!(shows(&mut mother, photo).await);
    assert!(is_kept(&house, photo).await);
    // Deleted once more, and for good a month later.
    anna.post("/api/photos/delete", &deletion).await;
    house.clock.advance(TimeDelta::days(30) + TimeDelta::minutes(1));
    house.worker().tidy(house.clock.now()).await;
    house.worker().work_off().await.unwrap();
    assert!(!is_kept(&house, photo).await);
    let left = house.store.photo_place(photo).await;
    assert!(matches!(left, Err(store::Error::NotFound)));
}

/// Whether there is a row of it, as either database writes an id.
pub async fn is_kept(house: &TestHouse, photo: PhotoId) -> bool {
    let written = [store::fixtures::hex(photo.uuid().as_bytes()).to_uppercase(), photo.uuid().to_string()];
    all_rows(&house.store).await["photo"].iter().any(|row| written.iter().any(|id| row.contains(id)))
}

// B02, B06
async fn photographs_of_a_job_are_deleted_by_its_own_studio_alone_and_only_where_they_hang(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    Scene::another(&house.store, "suedlicht").await;
    let mut foreign = house.owner_of("owner@suedlicht.example").await;
    let mut anna = anna(&house).await;
    let (gallery, other) = (gallery_of(&scene, &school, 1).await.to_string(), gallery_of(&scene, &school, 2).await);
    let (other, id) = (other.to_string(), school.photos[1].to_string());
    let before = all_rows(&house.store).await;
    for studio in ["nordlicht", "suedlicht"] {
        let fields = [("studio", studio), ("gallery", &*gallery), ("photos[0]", &*id)];
        assert_eq!(foreign.call("/api/photos/delete", &fields).await.status, StatusCode::NOT_FOUND);
    }
    // By the gallery of another child it is not there.
    anna.call("/api/photos/delete", &[STUDIO, ("gallery", &*other), ("photos[0]", &*id)]).await;
    let after = all_rows(&house.store).await;
    for table in ["photo", "work_item", "gallery"] {
        assert_eq!(after[table], before[table], "{table}");
    }
}

// S63
async fn a_page_says_on_whose_behalf_a_photograph_is_held_back_and_who_is_not_on_it_holds_it_no_more(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let photo = school.group_photos[0];
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[0]).await).await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    assert!(!shows(&mut mother, photo).await);
    let mut anna = anna(&house).await;
    let groups = house.store.groups(&scene.desk, school.job).await.unwrap();
    let here = format!("/studio/nordlicht/jobs/{}/on/{photo}", school.job);
    let list = anna.get(&format!("/studio/nordlicht/jobs/{}/photos?of={}", school.job, groups[0].gallery)).await.body;
    assert!(list.contains(&here), "{list}");
    let page = anna.get(&here).await.body.replace("<!>", "");
    assert!(page.contains("It is held back.") && page.contains("Ben Öztürk: protected"), "{page}");
    assert!(page.contains("Carla Rossi") && !page.contains("van Dijk"));
    // The ticks as a browser sends them, but for Ben's.
    let job = school.job.to_string();
    let ids: Vec<String> = school.children[..3].iter().map(ToString::to_string).collect();
    let id = photo.to_string();
    let was = page.split_once("name=\"was\" value=\"").and_then(|(_, rest)| rest.split_once('"')).unwrap().0.to_owned();
    let mut fields = vec![STUDIO, ("job", &*job), ("photo", &*id), ("was", &*was)];
    fields.extend(ids.iter().map(|id| ("shown[]", &**id)));
    fields.extend([("on[]", &*ids[0]), ("on[]", &*ids[2])]);
    anna.referer = Some(format!("{PUBLIC_URL}{here}"));
    let to = anna.post("/api/jobs/who_is_on", &fields).await.location().to_owned();
    let page = anna.get(&to).await.body;
    assert!(page.contains("Saved") && page.contains("It is not held back for anybody."), "{page}");
    assert!(shows(&mut mother, photo).await);
    // A page that was opened before undoes nothing.
    let late = anna.post("/api/jobs/who_is_on", &fields[..fields.len() - 2]).await;
    assert!(anna.get(late.location()).await.body.contains("Somebody else has changed this meanwhile"));
    assert!(shows(&mut mother, photo).await);
}

// S63, T40
async fn a_withdrawal_says_what_follows_hides_at_once_is_taken_back_that_day_and_erases_after_it(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let (child, photo) = (school.children[1].to_string(), school.photos[1]);
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[1]).await).await;
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/jobs/{}/subjects/{child}", school.job);
    anna.referer = Some(format!("{PUBLIC_URL}{here}"));
    assert!(anna.get(&here).await.body.contains("deleted for good within a day, the originals too"));
    anna.post("/api/jobs/withdraw", &[STUDIO, ("subject", &child)]).await;
    for hidden in [photo, school.group_photos[0]] {
        assert!(!shows(&mut mother, hidden).await);
    }
    assert!(!mother.get("/nordlicht/children").await.body.contains(&photo.to_string()));
    let page = anna.get(&here).await.body;
    assert!(page.contains("From 2 August 2026, 08:00 (UTC) on"), "{page}");
    // A page that was opened before does not undo it.
    let given = |was| [STUDIO, ("subject", &*child), ("was", was), ("consent", "on"), ("group_consent", "on")];
    let late = anna.post("/api/jobs/protect", &given("false given given 0")).await;
    assert!(anna.get(late.location()).await.body.contains("Somebody else has changed this meanwhile"));
    assert!(!shows(&mut mother, photo).await);
    // Within that day it is taken back.
    let was = page.split_once("name=\"was\" value=\"").and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
    anna.post("/api/jobs/protect", &given(was)).await;
    assert!(shows(&mut mother, photo).await);
    anna.post("/api/jobs/withdraw", &[STUDIO, ("subject", &child)]).await;
    assert!(is_kept(&house, photo).await);
    house.clock.advance(TimeDelta::hours(20));
    house.worker().tidy(house.clock.now()).await;
    house.worker().work_off().await.unwrap();
    assert!(!is_kept(&house, photo).await);
    assert_eq!(all_rows(&house.store).await["photo"].len(), 6);
}

// SECURITY section 4: erase per child
async fn a_child_is_erased_after_the_password_and_the_studio_is_asked_about_photographs_of_the_group(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let child = school.children[1].to_string();
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[1]).await).await;
    let mut other = house.browser();
    other.enter("nordlicht", &scene.subject_code(school.job, school.children[0]).await).await;
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/jobs/{}/subjects/{child}", school.job);
    anna.referer = Some(format!("{PUBLIC_URL}{here}"));
    let page = anna.get(&here).await.body;
    assert!(
        page.contains("They may be on 1 photograph of the group.") && page.contains("value=\"keep_back\" checked"),
        "{page}"
    );
    let mut erase = async |password: &str| {
        let fields = [STUDIO, ("subject", &*child), ("group_photos", "keep_back"), ("password", password)];
        let to = anna.post("/api/jobs/erase_subject", &fields).await.location().to_owned();
        anna.get(&to).await.body
    };
    let wrong = erase("not the password").await;
    assert!(wrong.contains("aria-invalid=\"true\"") && wrong.contains("Ben Öztürk"), "{wrong}");
    assert!(shows(&mut mother, school.photos[1]).await);
    let done = erase(PASSWORD).await;
    assert!(done.contains("Everything of this person is erased.") && !done.contains("Öztürk"), "{done}");
    assert!(!shows(&mut mother, school.photos[1]).await && !shows(&mut other, school.group_photos[0]).await);
    assert!(shows(&mut other, school.photos[0]).await);
    let mut anna = self::anna(&house).await;
    assert_eq!(anna.get(&here).await.status, StatusCode::NOT_FOUND);
    let on = format!("/studio/nordlicht/jobs/{}/on/{}", school.job, school.group_photos[0]);
    assert!(anna.get(&on).await.body.contains("It is held back for good"));
}
