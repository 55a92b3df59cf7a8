//! Extra cards: for people who are not on the list (S61).

use chrono::TimeDelta;
use domain::ids::GalleryId;
use domain::name_match::keys_typed;
use domain::photo_job::sorting::Way;
use domain::photo_job::{Consent, PersonName};
use domain::roster::{Column, Guess, Table, TableRow};
use store::fixtures::{Scene, School, Throwaway, noon};
use store::{CardsSeen, Error, ExtraCard, JobCode, Namesake, NewSubject, Reading};

on_both!(
    every_sheet_has_numbers_that_no_other_sheet_had,
    a_card_that_was_in_somebodys_hands_is_used_for_ever,
    an_extra_card_is_counted_nowhere_and_listed_to_nobody,
    photographs_that_follow_an_extra_card_are_sorted_to_it,
    with_a_name_it_is_a_subject_like_any_other,
    a_list_is_not_compared_with_extra_cards,
    a_name_is_given_once_and_by_the_studio_alone,
    whoever_gets_the_name_of_somebody_protected_is_shown_no_more_of,
);

async fn provided(scene: &Scene<'_>, school: &School, unused: usize) -> Vec<ExtraCard> {
    scene.store.print_extra_cards(&scene.desk, school.job, unused, noon()).await.unwrap();
    scene.store.extra_cards(&scene.desk, school.job).await.unwrap()
}

async fn own_gallery(scene: &Scene<'_>, school: &School) -> GalleryId {
    scene.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery
}

fn named(first: &str, last: &str) -> NewSubject {
    NewSubject {
        first_name: PersonName::parse(first).unwrap(),
        last_name: PersonName::parse(last).unwrap(),
        group: None,
        identifier: String::new(),
        also_accept: String::new(),
        email: String::new(),
        birth_date: None,
    }
}

// S61
async fn every_sheet_has_numbers_that_no_other_sheet_had(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let print = async |count: usize, minute: i64| {
        let at = noon() + TimeDelta::minutes(minute);
        place.store.print_extra_cards(&scene.desk, school.job, count, at).await.unwrap()
    };
    assert_eq!(print(3, 0).await, [1, 2, 3]);
    assert_eq!(print(0, 1).await, Vec::<i64>::new());
    assert_eq!(print(2, 2).await, [4, 5], "a sheet that lies somewhere is not given out again");
    let cards = place.store.extra_cards(&scene.desk, school.job).await.unwrap();
    let facts: Vec<_> = cards.iter().map(|card| (card.number, card.used, card.subject.photos)).collect();
    assert_eq!(facts, [(1, false, 0), (2, false, 0), (3, false, 0), (4, false, 0), (5, false, 0)]);
    let minutes = cards.iter().map(|card| (card.printed_at.unwrap() - noon()).num_minutes());
    assert_eq!(minutes.collect::<Vec<_>>(), [0, 0, 0, 2, 2]);
    // One gets a name, and one is erased: their numbers stand on cards.
    place.store.name_extra_card(&scene.desk, cards[4].subject.id, &named("Ole", "Nimmt")).await.unwrap();
    let keep = domain::photo_job::GroupPhotos::KeepBack;
    place.store.erase_subject(&scene.desk, cards[3].subject.id, keep, noon()).await.unwrap();
    assert_eq!(print(1, 3).await, [6]);
    // One that was made and never printed is the first to be.
    place.tamper("update subject set printed_at = null where extra = 2").await;
    assert_eq!(print(2, 4).await, [2, 7]);
}

// S61: visits end, photographs are erased, and the card is in somebody's hands all the same
async fn a_card_that_was_in_somebodys_hands_is_used_for_ever(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let own = own_gallery(&scene, &school).await;
    let cards = provided(&scene, &school, 7).await;
    let of = |card: usize| &cards[card].subject;
    // One was photographed, to one a photograph was brought, the code of one was typed, to one a photograph was sorted by hand, to
    // one by its number, and of one it was said that it is on a picture.
    scene.shot(own, "CARD.jpg", 1, scene.card_of(school.job, of(0).id).await).await;
    scene.photo(of(1).gallery, "IMG_1.jpg", noon()).await;
    scene.enter(&scene.subject_code(school.job, of(2).id).await).await.unwrap();
    let by_hand = scene.shot(own, "IMG_2.jpg", 2, CardsSeen::default()).await;
    let (from, to) = (scene.grant(own).await, scene.grant(of(3).gallery).await);
    place.store.sort_photos(&scene.desk, &from, &to, &[by_hand], false, noon()).await.unwrap();
    let code = scene.subject_code(school.job, of(4).id).await;
    scene.shot(own, &format!("{code}.jpg"), 3, CardsSeen::default()).await;
    let digest = place.store.propose_sorting(&scene.desk, school.job, Way::Names, true).await.unwrap().digest;
    place.store.sort_job(&scene.desk, school.job, Way::Names, (&digest, true), noon()).await.unwrap();
    let told = scene.shot(own, "IMG_4.jpg", 4, CardsSeen::default()).await;
    place.store.tell_cards(&scene.desk, school.job, of(5).gallery, &[told], true, noon()).await.unwrap();
    let used = async || {
        let cards = place.store.extra_cards(&scene.desk, school.job).await.unwrap();
        cards.iter().map(|card| card.used).collect::<Vec<_>>()
    };
    assert_eq!(used().await, [true, true, true, true, true, true, false]);
    place.tamper("delete from session_grant").await;
    place.tamper("delete from photo_card").await;
    place.tamper("delete from work_item").await;
    place.tamper("delete from photo").await;
    assert_eq!(used().await, [true, true, true, true, true, true, false]);
}

// S61
async fn an_extra_card_is_counted_nowhere_and_listed_to_nobody(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-HERBST").await;
    place.store.set_finding(&scene.desk, school.job, false).await.unwrap();
    let teacher = scene.enter("STAFF-OF-THE-SCHOOL-1").await.unwrap();
    let before = scene.seen_by(&teacher).await;
    let card = provided(&scene, &school, 2).await.remove(0).subject;
    scene.photo(card.gallery, "IMG_1.jpg", noon()).await;
    // Its own code opens its own gallery, and nothing else.
    let family = scene.enter(&scene.subject_code(school.job, card.id).await).await.unwrap();
    assert_eq!(scene.seen_by(&family).await, [card.gallery].into());
    assert_eq!(scene.seen_by(&teacher).await, before, "nobody knows yet who is on them");
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap();
    assert_eq!((job.subjects, job.without_photos, job.unnamed), (5, 0, 1));
    assert_eq!(place.store.subjects(&scene.desk, school.job).await.unwrap().len(), 5);
    assert_eq!(place.store.connection(&scene.desk, school.job).await.unwrap().nameless, 0, "it blocks no code");
    let listed = place.store.listed_subjects(scene.studio.id, &job.job).await.unwrap();
    assert!(listed.len() == 5 && listed.iter().all(|subject| subject.id != card.id));
    let parent = scene.enter("LINDENHOF-2026-HERBST").await.unwrap();
    let visit = scene.guest(&parent).await.guest.jobs;
    let stated = store::Statement { version: 1, language: domain::studio::Language::De };
    let by = (Some(&parent), domain::device::Device::of(""));
    refused!(place.store.confirm_subject(scene.studio.id, &visit, card.id, stated, by, noon()).await, Error::NotFound);
    // When the job ends it is none of those that were in it, and nothing of it stays.
    place.store.delete_photo_job(&scene.desk, school.job, noon()).await.unwrap();
    assert_eq!(place.texts("select cast(subjects as text) from ended_job").await, ["5"]);
    assert_eq!(place.texts("select 'left' from subject").await, Vec::<String>::new());
}

// S61, S62
async fn photographs_that_follow_an_extra_card_are_sorted_to_it(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let own = own_gallery(&scene, &school).await;
    let card = provided(&scene, &school, 2).await.remove(1).subject;
    scene.shot(own, "CARD.jpg", 1, scene.card_of(school.job, card.id).await).await;
    scene.shot(own, "IMG_1.jpg", 2, CardsSeen::default()).await;
    scene.shot(own, "IMG_2.jpg", 3, CardsSeen::default()).await;
    let proposal = place.store.propose_sorting(&scene.desk, school.job, Way::Cards, true).await.unwrap();
    assert_eq!(proposal.gains, [(card.id, 2)]);
    place.store.sort_job(&scene.desk, school.job, Way::Cards, (&proposal.digest, true), noon()).await.unwrap();
    let cards = place.store.extra_cards(&scene.desk, school.job).await.unwrap();
    let facts: Vec<_> = cards.iter().map(|card| (card.number, card.used, card.subject.photos)).collect();
    assert_eq!(facts, [(1, false, 0), (2, true, 2)]);
    assert_eq!(place.store.photo_job(&scene.desk, school.job).await.unwrap().unnamed, 1);
}

// S61, S58, S41, S54
async fn with_a_name_it_is_a_subject_like_any_other(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    let card = provided(&scene, &school, 1).await.remove(0).subject;
    scene.photo(card.gallery, "IMG_1.jpg", noon()).await;
    let family = scene.enter(&scene.subject_code(school.job, card.id).await).await.unwrap();
    let name = NewSubject { group: Some(school.classes[1]), ..named("Ole", "Nimmt") };
    place.store.name_extra_card(&scene.desk, card.id, &name).await.unwrap();
    assert!(place.store.extra_cards(&scene.desk, school.job).await.unwrap().is_empty());
    let (subject, _) = place.store.subject(&scene.desk, card.id).await.unwrap();
    assert_eq!((subject.name(), subject.group, subject.extra), ("Ole Nimmt".to_owned(), name.group, None));
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap();
    assert_eq!((job.subjects, job.unnamed), (6, 0));
    // The visit of those who have the card goes on, with the class now; staff see it, and the name finds it.
    assert!(scene.seen_by(&family).await.contains(&card.gallery));
    assert_eq!(scene.seen_by(&family).await.len(), 2);
    let teacher = scene.enter("STAFF-OF-THE-SCHOOL-1").await.unwrap();
    assert!(scene.seen_by(&teacher).await.contains(&card.gallery));
    let found = place.store.subjects_of_name(scene.studio.id, &job.job, &keys_typed("ole", "NIMMT")).await.unwrap();
    assert_eq!(found, [Namesake { id: card.id, group: "1b".to_owned(), admitted: true }]);
    let last = place.store.subjects(&scene.desk, school.job).await.unwrap();
    let order: Vec<String> = last.iter().map(store::Subject::name).collect();
    assert_eq!(order, ["Anna Müller", "Anna Müller", "Ole Nimmt", "Carla Rossi", "Zoë van Dijk", "Ben Öztürk"]);
}

// S61, S60
async fn a_list_is_not_compared_with_extra_cards(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let card = provided(&scene, &school, 1).await.remove(0).subject;
    let code = scene.subject_code(school.job, card.id).await;
    let rows = [vec!["Ida", "Sommer", &code], vec!["Ole", "Nimmt", ""]];
    let row =
        |(line, cells): (u32, Vec<&str>)| TableRow { line, cells: cells.into_iter().map(str::to_owned).collect() };
    let columns = vec![Column::FirstName, Column::LastName, Column::Code];
    let reading = Reading {
        table: Table { rows: (1..).zip(rows).map(row).collect() },
        encoding: None,
        delimiter: None,
        columns: Guess { has_header: false, columns },
    };
    let draft = place.store.keep_roster(&scene.desk, school.job, &reading, None, noon()).await.unwrap();
    let shown = place.store.roster_preview(&scene.desk, draft, noon()).await.unwrap();
    assert_eq!((shown.comparison.new.len(), shown.comparison.missing.len()), (2, 5));
    assert!(shown.comparison.ambiguous.is_empty());
    assert!(shown.refused.len() == 1 && shown.refused[0].taken, "its code is in use");
    place.store.import_roster(&scene.desk, draft, &shown.digest, false, noon()).await.unwrap();
    assert_eq!(scene.subject_code(school.job, card.id).await, code);
    let cards = place.store.extra_cards(&scene.desk, school.job).await.unwrap();
    assert!(cards.len() == 1 && cards[0].subject.id == card.id);
}

// S61
async fn a_name_is_given_once_and_by_the_studio_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let other = Scene::another(&place.store, "meerblick").await;
    let card = provided(&scene, &school, 1).await.remove(0).subject;
    let name = named("Ole", "Nimmt");
    refused!(place.store.name_extra_card(&other.desk, card.id, &name).await, Error::NotFound);
    refused!(place.store.print_extra_cards(&other.desk, school.job, 3, noon()).await, Error::NotFound);
    // Its code is all that its family has.
    refused!(place.store.renew_subject_code(&scene.desk, card.id).await, Error::NotFound);
    refused!(place.store.renew_subject_code(&other.desk, school.children[0]).await, Error::NotFound);
    assert!(place.store.extra_cards(&other.desk, school.job).await.unwrap().is_empty());
    let elsewhere = scene.photo_job("Another").await;
    let elsewhere = scene.group(elsewhere, "1a").await;
    let astray = NewSubject { group: Some(elsewhere), ..name.clone() };
    refused!(place.store.name_extra_card(&scene.desk, card.id, &astray).await, Error::NotFound);
    place.store.name_extra_card(&scene.desk, card.id, &name).await.unwrap();
    refused!(place.store.name_extra_card(&scene.desk, card.id, &name).await, Error::ChangedMeanwhile);
    // Nobody on the list is renamed this way.
    refused!(place.store.name_extra_card(&scene.desk, school.children[0], &name).await, Error::ChangedMeanwhile);
}

// S63: a protected child that lost its card is photographed with an extra one
async fn whoever_gets_the_name_of_somebody_protected_is_shown_no_more_of(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    scene.protect(school.children[2], false, Consent::Refused, Consent::Given).await;
    scene.protect(school.children[4], false, Consent::Given, Consent::Refused).await;
    for other in [("Сергій", "Шевченко"), ("Jan", "Muller")] {
        let other = scene.subject(school.job, other, None).await;
        scene.protect(other, true, Consent::Given, Consent::Given).await;
    }
    for (first, last, protected, consent, group) in [
        ("BEN", "Oeztuerk", true, Consent::Given, Consent::Given),
        ("Rossi", "Carla", false, Consent::Refused, Consent::Given),
        ("Zoe", "van Dijk", false, Consent::Given, Consent::Refused),
        ("Anna", "Müller", false, Consent::Given, Consent::Given),
        ("Serhii", "Shevchenko", true, Consent::Given, Consent::Given),
        ("Jan", "Mueller", true, Consent::Given, Consent::Given),
        ("Ben", "", true, Consent::Given, Consent::Given),
        ("Ben", "Özkan", false, Consent::Given, Consent::Given),
    ] {
        let card = provided(&scene, &school, 1).await.remove(0).subject;
        let shielded = place.store.name_extra_card(&scene.desk, card.id, &named(first, last)).await.unwrap();
        let now = place.store.subject(&scene.desk, card.id).await.unwrap().0;
        assert_eq!((now.protected, now.consent, now.group_consent), (protected, consent, group), "{first}");
        let is_free = !protected && [consent, group] == [Consent::Given; 2];
        assert_eq!(shielded, !is_free, "{first} {last}");
    }
    let elsewhere = scene.photo_job("Another").await;
    let card = place.store.print_extra_cards(&scene.desk, elsewhere, 1, noon()).await.unwrap();
    assert_eq!(card.len(), 1);
    let card = place.store.extra_cards(&scene.desk, elsewhere).await.unwrap().remove(0).subject;
    assert!(!place.store.name_extra_card(&scene.desk, card.id, &named("Ben", "Öztürk")).await.unwrap(), "another job");
}
