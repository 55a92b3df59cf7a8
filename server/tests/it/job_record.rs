//! What a studio reads afterwards of its photo jobs: who guessed, and who stated that they may see whom.

use chrono::TimeDelta;
use domain::ids::SubjectId;
use domain::studio::{Email, MemberName, Role};
use store::fixtures::{PASSWORD, Scene, School, noon};
use store::{Guessed, JobCode, NewMember, Queue};

use crate::browser::{Answer, Browser, TestHouse};

const PARENTS: &str = "LINDENHOF-2026-HERBST";
const ANNA: &str = "anna@nordlicht.example";

async fn school(scene: &Scene<'_>, finding: bool) -> School {
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    scene.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
    school
}

async fn parent(house: &TestHouse, network: u8) -> Browser {
    let mut browser = house.browser();
    browser.address = [10, network, network, 7];
    assert!(browser.enter("nordlicht", PARENTS).await.location().starts_with("/nordlicht/find/"));
    browser
}

/// Types names that nobody has: five of each visit are looked up.
async fn guess_names(house: &TestHouse, school: &School, visits: u8) {
    let job = school.job.to_string();
    for visit in 0..visits {
        let mut guesser = parent(house, visit + 1).await;
        for number in 0..5 {
            let last_name = format!("Number{visit}of{number}");
            let fields = [
                ("studio", "nordlicht"),
                ("job", &*job),
                ("first_name", "Nobody"),
                ("last_name", &*last_name),
                ("group", "1a"),
                ("entitled", "yes"),
            ];
            let missed = guesser.call("/api/children/find", &fields).await;
            assert!(missed.body.contains("rejected"), "{visit} {number}: {}", missed.body);
        }
    }
}

/// Somebody else who works in the studio.
async fn cem(house: &TestHouse, scene: &Scene<'_>, role: Role) -> Browser {
    let email = "cem@nordlicht.example";
    let new = NewMember {
        email: Email::parse(email).unwrap(),
        name: MemberName::parse("Cem").unwrap(),
        password_hash: house.store.passwords().hash(PASSWORD, Queue::Strangers).await.unwrap(),
    };
    house.store.add_member(scene.studio.id, &new, role, noon()).await.unwrap();
    house.owner_of(email).await
}

async fn confirm(browser: &mut Browser, child: SubjectId) -> Answer {
    let child = child.to_string();
    let fields = [("studio", "nordlicht"), ("child", &*child), ("entitled", "yes")];
    browser.call("/api/children/confirm", &fields).await
}

const NAMES: &str = "names were typed in “Autumn 2026” that nobody there has";

// S64, T30: guessed at ten in the evening, read at eight in the morning
#[tokio::test]
async fn names_that_were_guessed_in_the_night_are_told_in_the_morning_and_stay_at_the_job() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let home = "/studio/nordlicht";
    let job = format!("/studio/nordlicht/jobs/{}", school.job);
    let access = format!("{job}/access");
    let mut owner = house.owner_of(ANNA).await;
    assert!(!owner.get(home).await.body.contains("guess"));
    house.clock.advance(TimeDelta::hours(10));
    guess_names(&house, &school, 2).await;
    house.clock.advance(TimeDelta::hours(10));
    let told = format!("1 August 2026, 22:00 to 22:10 (UTC): 10 {NAMES}");
    for page in [home, &job, &access] {
        let body = owner.get(page).await.body;
        assert!(body.contains(&told) && body.contains("Somebody was guessing"), "{page}: {body}");
        assert!(!body.contains("Somebody is guessing") && !body.contains("Number0"), "{page}: {body}");
    }
    assert!(owner.get(home).await.body.contains(&format!("href=\"{access}\"")));
    // Seen, and a day later: on the first page it is over; at the job it stands for two weeks.
    house.clock.advance(TimeDelta::days(1));
    assert!(!owner.get(home).await.body.contains(NAMES));
    assert!(owner.get(&job).await.body.contains(&told) && owner.get(&access).await.body.contains(&told));
    house.clock.advance(TimeDelta::days(13));
    let mut owner = house.owner_of(ANNA).await;
    for page in [home, &job, &access] {
        assert!(!owner.get(page).await.body.contains(NAMES), "{page}");
    }
}

// S64: whoever looks seldom is told as well
#[tokio::test]
async fn a_member_who_has_not_looked_for_days_is_told_though_another_has() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let (mut owner, mut cem) = (house.owner_of(ANNA).await, cem(&house, &scene, Role::Photographer).await);
    cem.get("/studio/nordlicht").await;
    house.clock.advance(TimeDelta::hours(1));
    guess_names(&house, &school, 2).await;
    for _ in 0..5 {
        house.clock.advance(TimeDelta::days(1));
        owner.get("/studio/nordlicht").await;
    }
    assert!(!owner.get("/studio/nordlicht").await.body.contains(NAMES));
    assert!(cem.get("/studio/nordlicht").await.body.contains(NAMES));
}

// S64, T31 and SECURITY section 3: each kind by itself, and nothing of another job or studio
#[tokio::test]
async fn each_kind_of_guessing_is_told_where_it_belongs() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene, false).await;
    let other = scene.photo_job("Spring 2027").await;
    Scene::another(&house.store, "suedlicht").await;
    let mut family = parent(&house, 1).await;
    for child in &school.children {
        confirm(&mut family, *child).await;
    }
    for _ in 0..31 {
        house.store.count_guess(scene.studio.id, Guessed::Codes, house.clock.now()).await.unwrap();
    }
    house.clock.advance(TimeDelta::hours(10));
    let children = "12:00 to 12:10 (UTC): devices wanted 2 times to open more children in “Autumn 2026”";
    let codes = "12:00 to 12:10 (UTC): 31 wrong codes were typed at your front door";
    let mut owner = house.owner_of(ANNA).await;
    let path = |job, rest: &str| format!("/studio/nordlicht/jobs/{job}{rest}");
    for (page, has_children, has_codes) in [
        ("/studio/nordlicht".to_owned(), true, true),
        (path(school.job, ""), true, false),
        (path(school.job, "/access"), true, true),
        (path(other, ""), false, false),
        (path(other, "/access"), false, true),
    ] {
        let body = owner.get(&page).await.body;
        assert_eq!((body.contains(children), body.contains(codes)), (has_children, has_codes), "{page}: {body}");
    }
    let foreign = house.owner_of("owner@suedlicht.example").await.get("/studio/suedlicht").await.body;
    assert!(!foreign.contains("guessing"), "{foreign}");
}
