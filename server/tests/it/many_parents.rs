//! Parents of one school, many of them behind one address: each is counted for itself, and whoever guesses has an end
//! (S54, S64; SECURITY section 4, T30, T31).

use chrono::TimeDelta;
use domain::photo_job::Consent;
use http::StatusCode;
use store::JobCode;
use store::fixtures::{Scene, School, noon};

use crate::browser::{Browser, TestHouse};
use crate::photo_jobs::{PARENTS, find_in};

on_both!(
    the_telephones_of_one_network_open_their_children_each_for_itself,
    the_networks_of_one_house_have_an_end_together,
    a_family_comes_again_each_day_to_the_same_children,
    nobody_is_found_in_the_place_of_a_namesake_who_may_not_be_found,
    whoever_has_not_typed_the_class_yet_is_asked_for_it_and_has_missed_nothing,
    without_the_code_nobody_finds_a_name_and_the_next_one_begins_with_names_typed,
);

async fn at_school(scene: &Scene<'_>, finding: bool) -> School {
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    scene.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
    school
}

/// Another telephone in the same house.
async fn telephone(house: &TestHouse) -> Browser {
    let mut browser = house.browser();
    assert!(browser.enter("nordlicht", PARENTS).await.location().starts_with("/nordlicht/find/"));
    browser
}

async fn opens(browser: &mut Browser, school: &School, child: usize) -> bool {
    let child = school.children[child].to_string();
    let fields = [("studio", "nordlicht"), ("child", &*child), ("entitled", "yes")];
    browser.call("/api/children/confirm", &fields).await.status == StatusCode::OK
}

// T31, SECURITY section 3: a school behind one address slows, it is not shut
async fn the_telephones_of_one_network_open_their_children_each_for_itself(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, false).await;
    let mut opened = 0;
    for number in 0..22 {
        let mut telephone = telephone(&house).await;
        for child in 0..2 {
            assert!(opens(&mut telephone, &school, child).await, "{number}");
            opened += 1;
        }
    }
    // None is let in without end, the twenty-third no more than the first.
    let mut telephone_of_a_guesser = telephone(&house).await;
    for child in 0..5 {
        assert_eq!(opens(&mut telephone_of_a_guesser, &school, child).await, child < 3, "{child}");
    }
    opened += 3;
    // Nor is it the way to another three to throw the cookies away, again and again.
    let mut more = 0;
    for _ in 0..10 {
        let mut again = telephone(&house).await;
        for child in 0..3 {
            more += usize::from(opens(&mut again, &school, child).await);
        }
    }
    assert_eq!(opened + more, 60);
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let told = owner.get("/studio/nordlicht").await.body;
    assert!(told.contains("from one network more than fifteen children were opened in “Autumn 2026”"), "{told}");
    house.clock.advance(TimeDelta::minutes(12));
    let mut later = telephone(&house).await;
    assert!(opens(&mut later, &school, 0).await && !opens(&mut later, &school, 1).await);
}

// T31: nor is it to go from house to house
async fn the_networks_of_one_house_have_an_end_together(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, false).await;
    let mut opened = 0;
    for number in 1..=52 {
        let mut telephone = house.browser();
        telephone.address = [192, 0, 2, number];
        telephone.enter("nordlicht", PARENTS).await;
        for child in 0..3 {
            opened += usize::from(opens(&mut telephone, &school, child).await);
        }
    }
    assert_eq!(opened, 150);
    let mut elsewhere = house.browser();
    elsewhere.address = [192, 0, 3, 1];
    elsewhere.enter("nordlicht", PARENTS).await;
    assert!(opens(&mut elsewhere, &school, 0).await);
}

// S49, T31: different children count, and not how often they are looked at
async fn a_family_comes_again_each_day_to_the_same_children(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, false).await;
    let mut family = telephone(&house).await;
    for day in 0..4 {
        for child in 0..3 {
            assert!(opens(&mut family, &school, child).await, "{day}: {child}");
        }
        if day == 0 {
            assert!(!opens(&mut family, &school, 3).await);
        }
        house.clock.advance(TimeDelta::days(1));
        assert!(family.enter("nordlicht", PARENTS).await.location().starts_with("/nordlicht/find/"));
    }
    // One more a day.
    assert!(opens(&mut family, &school, 3).await && opens(&mut family, &school, 4).await);
    let told = house.owner_of("anna@nordlicht.example").await.get("/studio/nordlicht").await.body;
    assert!(told.contains("a device wanted to open one child more"), "{told}");
}

// S54, S63: who shares the class as well is found by their own code alone
async fn nobody_is_found_in_the_place_of_a_namesake_who_may_not_be_found(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    let second = scene.subject(school.job, ("Anna", "Müller"), Some(school.classes[0])).await;
    let gallery = scene.store.subject(&scene.desk, second).await.unwrap().0.gallery;
    scene.photo(gallery, "second.jpg", noon()).await;
    let found = async |group| {
        let answer = find_in(&mut telephone(&house).await, school.job, ["Anna", "Müller", group]).await;
        answer.status == StatusCode::OK
    };
    assert!(!found("1a").await, "two have one name in one class");
    for (protected, consent) in [(true, Consent::Given), (false, Consent::Refused)] {
        scene.protect(second, protected, consent, Consent::Given).await;
        assert!(!found("1a").await, "whoever is meant, it may be the other one");
    }
    assert!(found("1b").await, "in the other class there is one alone");
    let keep = domain::photo_job::GroupPhotos::KeepBack;
    scene.store.erase_subject(&scene.desk, second, keep, noon()).await.unwrap();
    assert!(found("1a").await);
}

// S64: a page that was opened before names were guessed
async fn whoever_has_not_typed_the_class_yet_is_asked_for_it_and_has_missed_nothing(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    assert!(house.store.ask_for_class(scene.studio.id, school.job, noon()).await.unwrap());
    let mut parent = telephone(&house).await;
    for _ in 0..9 {
        let asked = find_in(&mut parent, school.job, ["Ben", "Öztürk", " "]).await;
        assert!(asked.body.contains("class=asked") || asked.location().contains("class=asked"), "{}", asked.body);
        let nobody = find_in(&mut parent, school.job, ["Nobody", "Nowhere", ""]).await;
        assert_eq!(nobody.body, asked.body);
    }
    assert_eq!(find_in(&mut parent, school.job, ["Ben", "Öztürk", "1a"]).await.status, StatusCode::OK);
}

// S51, S53: removing the code switches the look-up off; the next code begins with it again
async fn without_the_code_nobody_finds_a_name_and_the_next_one_begins_with_names_typed(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    let mut parent = telephone(&house).await;
    house.store.end_job_code(&scene.desk, school.job, JobCode::Connection).await.unwrap();
    assert_eq!(find_in(&mut parent, school.job, ["Ben", "Öztürk", "1a"]).await.status, StatusCode::NOT_FOUND);
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    house.store.set_finding(&scene.desk, school.job, false).await.unwrap();
    house.store.end_job_code(&scene.desk, school.job, JobCode::Connection).await.unwrap();
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let page = owner.get(&format!("/studio/nordlicht/jobs/{}/access", school.job)).await.body;
    let (_, switch) = page.split_once("name=\"finding\"").unwrap_or_else(|| panic!("{page}"));
    assert!(switch.split('>').next().unwrap().contains("checked"), "{switch}");
}
