//! What is told about a job in each of its states, word for word: at the front door, on the way to one's child, on the child's page,
//! and to the photographer (S57); over HTTP.

use chrono::{DateTime, Utc};
use domain::photo_job::JobState;
use http::StatusCode;
use store::JobCode;
use store::fixtures::{Scene, School};

use crate::browser::{Browser, TestHouse};

on_both!(parents_and_the_photographer_read_in_every_state_how_far_the_job_is);

const PARENTS: &str = "LINDENHOF-2026-HERBST";
const EXPECTED: &str =
    "The pictures of Grundschule am Lindenhof are not there yet. Please keep the code and come back later.";
const ARCHIVED: &str =
    "These pictures have been put into the archive. If you still need them, please ask the photographer.";
const ENDED: &str = "The time for these pictures is over. They cannot be seen here any more.";
const ALL: [&str; 3] = [EXPECTED, ARCHIVED, ENDED];

/// What each is told: parents, what whoever holds a code reads in the photographer's words, and what is next for the photographer.
struct Told {
    parents: Option<&'static str>,
    reads: &'static str,
    next: Option<&'static str>,
    word: &'static str,
}

const IN_PLANNING: Told = Told {
    parents: Some(EXPECTED),
    reads: EXPECTED,
    next: Some("Everything is ready. You can publish."),
    word: "in planning",
};
const PUBLISHED: Told = Told {
    parents: None,
    reads: "their pictures.",
    next: Some("The pictures are out: for 5 people."),
    word: "published",
};
const IN_ARCHIVE: Told = Told {
    parents: Some(ARCHIVED),
    reads: ARCHIVED,
    next: Some("The pictures are kept, and only you see them."),
    word: "archived",
};

/// The words of a page, without its tags.
fn words(page: &str) -> String {
    let body = page.split_once("<body").map_or(page, |(_, body)| body);
    let texts = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// That of what parents may be told this is said, and nothing else of it.
#[track_caller]
fn says(page: &str, told: Option<&str>, at: &str) {
    let words = words(page);
    for sentence in ALL {
        assert_eq!(words.contains(sentence), told == Some(sentence), "{at}: {words}");
    }
}

/// A parent at the front door: where the code leads, and what is said there.
async fn comes_in(house: &TestHouse, scene: &Scene<'_>, school: &School, told: Option<&str>) {
    let code = scene.subject_code(school.job, school.children[0]).await;
    for (code, to) in [(PARENTS, format!("/nordlicht/find/{}", school.job)), (&*code, "/nordlicht/children".to_owned())]
    {
        let mut parent = house.browser();
        assert_eq!(parent.enter("nordlicht", code).await.location(), to);
        for page in [to.clone(), format!("{to}?read=yes")] {
            let page = parent.get(&page).await;
            assert_eq!(page.status, StatusCode::OK);
            says(&page.body, told, &to);
            assert!(words(&page.body).contains("Grundschule am Lindenhof"), "{to}");
            assert!(told.is_none() || !page.body.contains("name=\"first_name\"") && !page.body.contains("/m/"), "{to}");
        }
    }
}

async fn reads(anna: &mut Browser, school: &School, told: &Told) {
    let page = words(&anna.get(&format!("/studio/nordlicht/jobs/{}", school.job)).await.body);
    let told_now = format!("Whoever holds a code reads now: {}", told.reads);
    assert!(page.contains(&told_now) && page.contains(told.word), "{told_now} {page}");
    for next in [IN_PLANNING, PUBLISHED, IN_ARCHIVE].map(|told| told.next) {
        assert_eq!(next.is_some_and(|next| page.contains(next)), told.next.is_some() && next == told.next, "{page}");
    }
    for sentence in ALL {
        assert_eq!(page.contains(sentence), told.reads == sentence, "{page}");
    }
}

// S57
async fn parents_and_the_photographer_read_in_every_state_how_far_the_job_is(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    // Whoever came in before reads the same.
    let mut inside = house.browser();
    inside.enter("nordlicht", PARENTS).await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    for (state, told) in
        [(JobState::Planning, IN_PLANNING), (JobState::Published, PUBLISHED), (JobState::Archived, IN_ARCHIVE)]
    {
        house.store.set_job_state(&scene.desk, school.job, state).await.unwrap();
        comes_in(&house, &scene, &school, told.parents).await;
        says(&inside.get(&format!("/nordlicht/find/{}", school.job)).await.body, told.parents, "inside");
        reads(&mut anna, &school, &told).await;
    }
    // The day after its last one, whatever its state was, and before anything is deleted.
    let over: DateTime<Utc> = "2027-09-15T06:00:00Z".parse().unwrap();
    house.clock.advance(over - house.clock.now());
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    for (state, told) in [(JobState::Planning, IN_PLANNING), (JobState::Archived, IN_ARCHIVE)] {
        house.store.set_job_state(&scene.desk, school.job, state).await.unwrap();
        comes_in(&house, &scene, &school, Some(ENDED)).await;
        // Nobody is told to publish what is over.
        reads(&mut anna, &school, &Told { reads: ENDED, next: None, ..told }).await;
    }
}
