//! What is held back of a job's photographs, as its pages say it and forms decide it (S63); over HTTP.

use domain::photo_job::Consent;
use http::StatusCode;
use store::fixtures::all_rows;

use crate::browser::TestHouse;
use crate::job_cards::assistant;

const STUDIO: (&str, &str) = ("studio", "nordlicht");

// S63
#[tokio::test]
async fn an_assistant_takes_no_photograph_that_is_held_back_out_of_a_group_and_is_not_offered_it() {
    let house = TestHouse::new().await;
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
