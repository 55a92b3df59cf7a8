//! What a family and staff see of a photo job, seen by the studio (S34, S57): their own pages, by the same rule, and no trace.

use domain::access::StaffTerms;
use domain::photo_job::{Consent, JobState};
use domain::studio::{Email, MemberName};
use http::{StatusCode, header};
use store::fixtures::{PASSWORD, Scene, School, all_rows, noon};
use store::{JobCode, NewMember, Role};

use crate::browser::{Browser, TestHouse};
use crate::previews::shown;

on_both!(
    a_member_sees_what_the_family_sees_in_every_state_of_the_job,
    a_member_sees_what_staff_see_in_every_state_of_the_job,
    looking_through_the_eyes_of_a_family_or_staff_writes_nothing,
    nobody_but_those_who_let_people_in_looks_through_these_eyes,
);

const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";
const OWNER: &str = "anna@nordlicht.example";
const STATES: [JobState; 3] = [JobState::Planning, JobState::Published, JobState::Archived];

/// The words of a page between its head and its foot, without the banner: tags, and what follows the base, taken out.
fn told(body: &str) -> String {
    let main = body.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default();
    main.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim()).collect::<Vec<_>>().join("|")
}

/// That a page of a visit and the same page of a preview show the same.
async fn is_the_same(guest: &mut Browser, member: &mut Browser, eyes: &str, page: &str) -> StatusCode {
    let preview = format!("/studio/nordlicht/as/{eyes}");
    let (real, looked) = (guest.get(&format!("/nordlicht{page}")).await, member.get(&format!("{preview}{page}")).await);
    assert_eq!(shown(&looked, &preview), shown(&real, "/nordlicht"), "{eyes} at {page}");
    if real.status == StatusCode::OK {
        assert_eq!(told(&looked.body), told(&real.body), "{eyes} at {page}");
        assert!(!told(&real.body).is_empty());
        assert!(looked.body.contains("class=\"preview\"") && !real.body.contains("class=\"preview\""), "{page}");
    }
    real.status
}

async fn gallery(scene: &Scene<'_>, school: &School, child: usize) -> String {
    scene.store.subject(&scene.desk, school.children[child]).await.unwrap().0.gallery.to_string()
}

// S34, S57, S58, S63
async fn a_member_sees_what_the_family_sees_in_every_state_of_the_job(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    // Protected: its own code opens it all the same.
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[1]).await).await;
    let mut owner = house.owner_of(OWNER).await;
    let eyes = format!("subject/{}", school.children[1]);
    let (own, other) = (gallery(&scene, &school, 1).await, gallery(&scene, &school, 0).await);
    let class = house.store.groups(&scene.desk, school.job).await.unwrap()[0].gallery.to_string();
    for state in STATES {
        house.store.set_job_state(&scene.desk, school.job, state).await.unwrap();
        assert_eq!(is_the_same(&mut mother, &mut owner, &eyes, "/children").await, StatusCode::OK, "{state}");
        let pages = [own.clone(), other.clone(), class.clone(), format!("{own}/{}", school.photos[1])];
        let mut opened = 0;
        for page in pages {
            let status = is_the_same(&mut mother, &mut owner, &eyes, &format!("/g/{page}")).await;
            opened += usize::from(status == StatusCode::OK);
        }
        assert_eq!(opened, if state == JobState::Published { 3 } else { 0 }, "{state}");
    }
    // Held back on behalf of nobody, then refused: the same as in their own browser.
    house.store.set_job_state(&scene.desk, school.job, JobState::Published).await.unwrap();
    scene.protect(school.children[1], false, Consent::Refused, Consent::Given).await;
    is_the_same(&mut mother, &mut owner, &eyes, "/children").await;
    let base = format!("/studio/nordlicht/as/{eyes}");
    assert_eq!(owner.get(&base).await.location(), format!("{base}/children"));
    let page = owner.get(&format!("{base}/children")).await.body;
    assert!(page.contains("the family of Ben Öztürk"), "{page}");
    let home = format!("/studio/nordlicht/jobs/{}/subjects/{}", school.job, school.children[1]);
    assert!(page.contains(&format!("href=\"{home}\"")), "the way back");
    assert!(owner.get(&home).await.body.contains(&format!("href=\"{base}\"")), "the way there");
    assert_eq!(owner.get(&format!("{base}/overview")).await.status, mother.get("/nordlicht/overview").await.status);
}

// S34, S41, S57
async fn a_member_sees_what_staff_see_in_every_state_of_the_job(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    let mut teacher = house.browser();
    teacher.enter("nordlicht", STAFF).await;
    let mut owner = house.owner_of(OWNER).await;
    let eyes = format!("staff/{}", school.job);
    let page = format!("/jobs/{}", school.job);
    for state in STATES {
        house.store.set_job_state(&scene.desk, school.job, state).await.unwrap();
        for page in [page.clone(), format!("{page}?group={}", school.classes[1])] {
            assert_eq!(is_the_same(&mut teacher, &mut owner, &eyes, &page).await, StatusCode::OK, "{state}");
        }
        for child in 0..5 {
            let gallery = gallery(&scene, &school, child).await;
            let status = is_the_same(&mut teacher, &mut owner, &eyes, &format!("/g/{gallery}")).await;
            assert_eq!(status == StatusCode::OK, state == JobState::Published && child != 1, "{state} {child}");
        }
    }
    let base = format!("/studio/nordlicht/as/{eyes}");
    assert_eq!(owner.get(&base).await.location(), format!("{base}{page}"));
    let access = format!("/studio/nordlicht/jobs/{}/access", school.job);
    assert!(owner.get(&access).await.body.contains(&format!("href=\"{base}\"")), "the way there");
    assert!(owner.get(&format!("{base}{page}")).await.body.contains(&format!("href=\"{access}\"")), "the way back");
    // Another job's page is not theirs.
    let other = scene.photo_job("Another").await;
    assert_eq!(owner.get(&format!("{base}/jobs/{other}")).await.status, StatusCode::NOT_FOUND);
    // Where the code lets nobody in any more there is nothing to be seen, and no way there.
    let yesterday = noon().date_naive().pred_opt();
    let terms = StaffTerms { group: None, until: yesterday, protected: false, downloads: false };
    house.store.set_staff_terms(&scene.desk, school.job, terms).await.unwrap();
    assert_eq!(owner.get(&format!("{base}{page}")).await.status, StatusCode::NOT_FOUND);
    assert!(!owner.get(&access).await.body.contains(&base));
}

// S34
async fn looking_through_the_eyes_of_a_family_or_staff_writes_nothing(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut owner = house.owner_of(OWNER).await;
    let own = gallery(&scene, &school, 0).await;
    let family = format!("/studio/nordlicht/as/subject/{}", school.children[0]);
    let staff = format!("/studio/nordlicht/as/staff/{}", school.job);
    let before = all_rows(&house.store).await;
    for page in [
        family.clone(),
        format!("{family}/phone"),
        format!("{family}/children"),
        format!("{family}/g/{own}"),
        format!("{family}/g/{own}/{}", school.photos[0]),
        staff.clone(),
        format!("{staff}/phone"),
        format!("{staff}/jobs/{}", school.job),
        format!("{staff}/g/{own}"),
    ] {
        let answer = owner.get(&page).await;
        assert!(answer.status.is_success() || answer.status.is_redirection(), "{page}: {}", answer.status);
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{page}");
        assert!(!answer.body.contains("/api/leave"), "nobody came in who could leave: {page}");
    }
    assert_eq!(all_rows(&house.store).await, before);
    // The viewer asks with the same eyes, and sees no farther.
    let (photo, other) = (school.photos[0].to_string(), school.photos[1].to_string());
    let eyes = format!("subject/{}", school.children[0]);
    let ask = |gallery, photo| [("studio", "nordlicht"), ("eyes", &*eyes), ("gallery", gallery), ("photo", photo)];
    assert_eq!(owner.call("/api/photos/around", &ask(&own, &photo)).await.status, StatusCode::OK);
    let beyond = gallery(&scene, &school, 1).await;
    assert_eq!(owner.call("/api/photos/around", &ask(&beyond, &other)).await.body, "\"not_found\"");
}

// S34, S63: whoever lets people in, and nobody else
async fn nobody_but_those_who_let_people_in_looks_through_these_eyes(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    Scene::another(&house.store, "suedlicht").await;
    let new = NewMember {
        email: Email::parse("assistant@nordlicht.example").unwrap(),
        name: MemberName::parse("Bea Colleague").unwrap(),
        password_hash: house.store.passwords().hash(PASSWORD, store::Queue::Strangers).await.unwrap(),
    };
    house.store.add_member(scene.studio.id, &new, Role::Assistant, noon()).await.unwrap();
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[0]).await).await;
    let mut foreign = house.owner_of("owner@suedlicht.example").await;
    let mut assistant = house.owner_of("assistant@nordlicht.example").await;
    let (child, job) = (school.children[0], school.job);
    for page in [format!("subject/{child}"), format!("subject/{child}/children"), format!("staff/{job}/jobs/{job}")] {
        let path = format!("/studio/nordlicht/as/{page}");
        for member in [&mut foreign, &mut assistant] {
            assert_eq!(member.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
            // At one's own desk the ids of others are nobody's.
            let at_home = format!("/studio/suedlicht/as/{page}");
            assert_eq!(member.get(&at_home).await.status, StatusCode::NOT_FOUND, "{at_home}");
        }
        assert_eq!(mother.get(&path).await.location(), "/sign-in", "{path}");
    }
    let subject = format!("/studio/nordlicht/jobs/{job}/subjects/{child}");
    assert!(!assistant.get(&subject).await.body.contains("/as/subject/"));
}
