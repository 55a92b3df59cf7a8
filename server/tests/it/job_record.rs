//! What a studio reads afterwards of its photo jobs: who guessed, and who stated that they may see whom.

use chrono::{DateTime, TimeDelta, Utc};
use domain::device::Device;
use domain::ids::SubjectId;
use domain::studio::{Email, Language, MemberName, Role};
use http::StatusCode;
use store::fixtures::{PASSWORD, Scene, School, noon};
use store::{Guessed, JobCode, NewMember, Queue, Statement};

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

/// So many statements about a child, one a minute.
async fn stated(scene: &Scene<'_>, school: &School, child: SubjectId, count: i64, from: DateTime<Utc>) {
    let browser =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Safari/604.1";
    let mut parent = scene.enter(PARENTS).await.unwrap();
    let visit = scene.guest(&parent).await.guest.jobs;
    assert_eq!(visit.connections, [school.job]);
    for minute in 0..count {
        let stated = Statement { version: 1, language: Language::Tr };
        let by = (Some(&parent), Device::of(browser));
        let at = from + TimeDelta::minutes(minute);
        parent = scene.store.confirm_subject(scene.studio.id, &visit, child, stated, by, at).await.unwrap();
    }
}

// S55
#[tokio::test]
async fn a_confirmation_is_shown_with_its_time_language_and_text_to_the_last_one() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene, false).await;
    let (ben, zoe) = (school.children[1], school.children[4]);
    stated(&scene, &school, ben, 1, noon() + TimeDelta::minutes(7)).await;
    stated(&scene, &school, zoe, 50, noon() + TimeDelta::hours(4)).await;
    let mut owner = house.owner_of(ANNA).await;
    let access = format!("/studio/nordlicht/jobs/{}/access", school.job);
    let first = owner.get(&access).await.body;
    assert_eq!(first.matches("Read in Türkçe · text 1 · Safari on iPhone").count(), 50, "{first}");
    assert!(first.contains("1 August 2026, 16:49 (UTC)") && first.contains("1 to 50 of 51"), "{first}");
    assert!(!first.contains("Ben Öztürk") && first.contains("href=\"?skip=50#s-confirmed\""), "{first}");
    let last = owner.get(&format!("{access}?skip=50")).await.body;
    assert!(last.contains("Ben Öztürk") && last.contains("1 August 2026, 12:07 (UTC)"), "{last}");
    assert!(last.contains("51 to 51 of 51") && last.contains("href=\"?skip=0#s-confirmed\""), "{last}");
    assert!(!last.contains("Zoë van Dijk") && !last.contains("?skip=100"), "{last}");
    // What is no number is the beginning, what is too far the end.
    for (skip, told) in [("x", "1 to 50 of 51"), ("-9", "1 to 50 of 51"), ("9999999999", "51 to 51 of 51")] {
        assert!(owner.get(&format!("{access}?skip={skip}")).await.body.contains(told), "{skip}");
    }
}

// S55
#[tokio::test]
async fn on_the_page_of_a_child_its_own_confirmations_are_read_and_no_others() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene, false).await;
    let (ben, zoe) = (school.children[1], school.children[4]);
    stated(&scene, &school, ben, 1, noon() + TimeDelta::minutes(7)).await;
    stated(&scene, &school, zoe, 51, noon() + TimeDelta::hours(4)).await;
    let page = |child: SubjectId| format!("/studio/nordlicht/jobs/{}/subjects/{child}", school.job);
    let mut owner = house.owner_of(ANNA).await;
    let of_ben = owner.get(&page(ben)).await.body;
    assert!(of_ben.contains("1 August 2026, 12:07 (UTC)") && of_ben.contains("Read in Türkçe · text 1"), "{of_ben}");
    assert!(!of_ben.contains("16:0"), "{of_ben}");
    assert!(owner.get(&page(zoe)).await.body.contains("1 to 50 of 51"));
    assert!(owner.get(&format!("{}?skip=50", page(zoe))).await.body.contains("1 August 2026, 16:00 (UTC)"));
    let of_carla = owner.get(&page(school.children[2])).await.body;
    assert!(of_carla.contains("s-confirmed") && !of_carla.contains("Read in"), "{of_carla}");
    // Who only sorts photographs reads none, and another studio finds nobody.
    let sorted = cem(&house, &scene, Role::Assistant).await.get(&page(ben)).await;
    assert!(sorted.status == StatusCode::OK && !sorted.body.contains("Read in"), "{}", sorted.body);
    let other = Scene::another(&house.store, "suedlicht").await;
    let mut foreign = house.owner_of("owner@suedlicht.example").await;
    for rest in ["/access", "/access?skip=50", &format!("/subjects/{ben}")] {
        let at_home = foreign.get(&format!("/studio/suedlicht/jobs/{}{rest}", school.job)).await;
        assert_eq!(at_home.status, StatusCode::NOT_FOUND, "{rest}");
        let abroad = foreign.get(&format!("/studio/nordlicht/jobs/{}{rest}", school.job)).await;
        assert_eq!(abroad.status, StatusCode::NOT_FOUND, "{rest}");
    }
    let part = house.store.confirmations_part(&other.desk, school.job, Some(ben), (0, 50)).await.unwrap();
    assert!(part.confirmations.is_empty() && part.total == 0);
}
