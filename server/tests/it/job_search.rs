//! One search over all of a studio: photo jobs and the people in them too, for everybody who sorts photographs.

use domain::photo_job::PersonName;
use domain::studio::{Email, MemberName};
use store::fixtures::{PASSWORD, noon};
use store::{NewMember, NewSubject, Role};

use crate::browser::TestHouse;

on_both!(people_of_photo_jobs_are_found_and_lead_to_their_page);

async fn people_of_photo_jobs_are_found_and_lead_to_their_page(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.login("Zoë and her family", "7KQM-2XRD-9TFA", &[]).await;
    let new = NewMember {
        email: Email::parse("assistant@nordlicht.example").unwrap(),
        name: MemberName::parse("Bea Colleague").unwrap(),
        password_hash: house.store.passwords().hash(PASSWORD, store::Queue::Strangers).await.unwrap(),
    };
    house.store.add_member(scene.studio.id, &new, Role::Assistant, noon()).await.unwrap();
    let (job, zoe) = (school.job, school.children[4]);
    let numbered = NewSubject {
        first_name: PersonName::parse("Ada").unwrap(),
        last_name: PersonName::parse("King").unwrap(),
        group: None,
        identifier: "S-1017".to_owned(),
        also_accept: String::new(),
        email: String::new(),
        birth_date: None,
    };
    house.store.add_subjects(&scene.desk, job, &[numbered], noon()).await.unwrap();
    for (who, lets_in) in [("anna@nordlicht.example", true), ("assistant@nordlicht.example", false)] {
        let mut member = house.owner_of(who).await;
        let page = member.get("/studio/nordlicht/search?find=zoe").await.body;
        assert!(page.contains(&format!("/studio/nordlicht/jobs/{job}/subjects/{zoe}")), "{who}: {page}");
        assert!(page.contains("Zoë van Dijk") && page.contains("Autumn 2026 / 1b"), "{who}: {page}");
        assert_eq!(page.contains("Zoë and her family"), lets_in, "{who}");
        // What the school calls somebody is for those who let people in (B06).
        assert!(member.get("/studio/nordlicht/search?find=ada+king").await.body.contains("Ada King"), "{who}");
        let by_number = member.get("/studio/nordlicht/search?find=s-1017").await.body;
        assert_eq!(by_number.contains("Ada King"), lets_in, "{who}");
        let page = member.get("/studio/nordlicht/search?find=lindenhof").await.body;
        assert!(page.contains(&format!("href=\"/studio/nordlicht/jobs/{job}\"")), "{who}: {page}");
        assert!(page.contains("Grundschule am Lindenhof"), "{who}");
        assert!(!member.get("/studio/nordlicht/search?find=indenhof").await.body.contains("Grundschule"), "{who}");
    }
}
