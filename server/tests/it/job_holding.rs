//! What is held back of a job's photographs, as its pages say it and forms decide it (S63); over HTTP.

use domain::photo_job::{Consent, GroupPhotos};
use http::StatusCode;
use store::CardsSeen;
use store::fixtures::{all_rows, noon};

use crate::browser::{PUBLIC_URL, TestHouse};
use crate::job_cards::assistant;

on_both!(
    an_assistant_takes_no_photograph_that_is_held_back_out_of_a_group_and_is_not_offered_it,
    a_page_says_that_a_photograph_waits_for_somebody_to_look_and_who_decides_says_it,
);

const STUDIO: (&str, &str) = ("studio", "nordlicht");

// S63
async fn an_assistant_takes_no_photograph_that_is_held_back_out_of_a_group_and_is_not_offered_it(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    let photo = school.group_photos[0].to_string();
    let class = house.store.groups(&scene.desk, school.job).await.unwrap()[0].gallery.to_string();
    let child = house.store.subject(&scene.desk, school.children[0]).await.unwrap().0.gallery.to_string();
    let job = school.job.to_string();
    let page = format!("/studio/nordlicht/jobs/{job}/photos?of={class}");
    let mut assistant = assistant(&house, &scene).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let boxed = format!("value=\"{photo}\"");
    let shown = assistant.get(&page).await.body;
    assert!(shown.contains(&format!("/m/{photo}/")) && !shown.contains(&boxed), "{shown}");
    assert!(shown.contains("Whoever gives out access decides where it goes."));
    let shown = owner.get(&page).await.body;
    assert!(shown.contains(&boxed) && !shown.contains("decides where it goes"), "{shown}");
    let before = all_rows(&house.store).await["photo"].clone();
    let stranger = school.photos[1].to_string();
    let mut said = Vec::new();
    // Held back, or not there at all: it is one answer.
    for photo in [&photo, &stranger] {
        let sort = [STUDIO, ("back", &*job), ("from", &*class), ("to", &*child), ("photos[0]", &**photo)];
        let answer = assistant.call("/api/jobs/sort", &sort).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        said.push(answer.body);
    }
    assert_eq!(said[0], said[1]);
    let card = [STUDIO, ("back", &*job), ("to", &*child), ("photos[0]", &*photo)];
    assert_eq!(assistant.call("/api/jobs/card", &card).await.status, StatusCode::NOT_FOUND);
    assert_eq!(all_rows(&house.store).await["photo"], before);
    let sort = [STUDIO, ("back", &*job), ("from", &*class), ("to", &*child), ("photos[0]", &*photo)];
    assert_eq!(owner.call("/api/jobs/sort", &sort).await.status, StatusCode::OK);
}

// S63
async fn a_page_says_that_a_photograph_waits_for_somebody_to_look_and_who_decides_says_it(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let store = &house.store;
    let own = store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    let photo = scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let child = format!("/studio/nordlicht/jobs/{}/subjects/{}", school.job, school.children[1]);
    assert!(owner.get(&child).await.body.contains("are held back until you have looked at them"));
    store.erase_subject(&scene.desk, school.children[1], GroupPhotos::KeepBack, noon()).await.unwrap();
    let photos = format!("/studio/nordlicht/jobs/{}/photos", school.job);
    let on = format!("/studio/nordlicht/jobs/{}/on/{photo}", school.job);
    let mut assistant = assistant(&house, &scene).await;
    for browser in [&mut owner, &mut assistant] {
        let list = browser.get(&photos).await.body;
        assert!(
            list.contains("1 photograph here is held back until somebody has looked") && list.contains(&on),
            "{list}"
        );
        let page = browser.get(&on).await.body;
        assert!(page.contains("somebody was erased who was not to be shown"), "{page}");
        assert!(!page.contains("Who is on it") && !page.contains("held back for good"), "{page}");
    }
    let button = "I have looked: nobody who was erased is on it";
    assert!(!assistant.get(&on).await.body.contains(button) && !assistant.get(&photos).await.body.contains(button));
    let page = owner.get(&on).await.body;
    assert!(page.contains(button) && owner.get(&photos).await.body.contains(button), "{page}");
    let seen = page.split_once("name=\"seen\" value=\"").and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
    let (job, gallery, id) = (school.job.to_string(), own.to_string(), photo.to_string());
    let fields = |seen| [STUDIO, ("back", &*job), ("gallery", &*gallery), ("photos[0]", &*id), ("seen", seen)];
    assert_eq!(owner.call("/api/jobs/looked_at", &fields("0")).await.status, StatusCode::CONFLICT);
    assert!(!store.photo_place(photo).await.unwrap().shown);
    owner.referer = Some(format!("{PUBLIC_URL}{on}"));
    let to = owner.post("/api/jobs/looked_at", &fields(seen)).await.location().to_owned();
    let page = owner.get(&to).await.body;
    assert!(page.contains("Nobody who was erased is on what you chose") && !page.contains(button), "{page}");
    assert!(store.photo_place(photo).await.unwrap().shown);
}
