//! Extra cards: for people who are not on the list (S61).

use domain::ids::{GalleryId, SubjectId};
use domain::name_match::keys_typed;
use domain::photo_job::PersonName;
use domain::photo_job::sorting::Way;
use domain::roster::{Column, Guess, Table, TableRow};
use store::fixtures::{Scene, School, Throwaway, noon};
use store::{CardsSeen, Error, ExtraCard, JobCode, NewSubject, Reading};

on_both!(
    extra_cards_are_made_where_they_are_missing_and_no_number_comes_twice,
    a_card_that_may_be_in_somebodys_hands_is_not_unused_any_more,
    an_extra_card_is_counted_nowhere_and_listed_to_nobody,
    photographs_that_follow_an_extra_card_are_sorted_to_it,
    with_a_name_it_is_a_subject_like_any_other,
    a_list_is_not_compared_with_extra_cards,
    a_name_is_given_once_and_by_the_studio_alone,
);

async fn provided(scene: &Scene<'_>, school: &School, unused: usize) -> Vec<ExtraCard> {
    scene.store.provide_extra_cards(&scene.desk, school.job, unused, noon()).await.unwrap();
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
async fn extra_cards_are_made_where_they_are_missing_and_no_number_comes_twice(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let first = provided(&scene, &school, 3).await;
    let facts: Vec<_> = first.iter().map(|card| (card.number, card.used, card.subject.photos)).collect();
    assert_eq!(facts, [(1, false, 0), (2, false, 0), (3, false, 0)]);
    let ids = |cards: &[ExtraCard]| cards.iter().map(|card| card.subject.id).collect::<Vec<SubjectId>>();
    for fewer in [3, 2, 0] {
        assert_eq!(ids(&provided(&scene, &school, fewer).await), ids(&first), "those that are there");
    }
    let more = provided(&scene, &school, 5).await;
    assert_eq!(ids(&more)[..3], ids(&first));
    assert_eq!(more.last().unwrap().number, 5);
    // One gets a name, and one is erased: their numbers stand on cards.
    place.store.name_extra_card(&scene.desk, ids(&more)[4], &named("Ole", "Nimmt")).await.unwrap();
    let keep = domain::photo_job::GroupPhotos::KeepBack;
    place.store.erase_subject(&scene.desk, ids(&more)[3], keep, noon()).await.unwrap();
    let numbers: Vec<i64> = provided(&scene, &school, 4).await.iter().map(|card| card.number).collect();
    assert_eq!(numbers, [1, 2, 3, 6]);
}

// S61
async fn a_card_that_may_be_in_somebodys_hands_is_not_unused_any_more(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let own = own_gallery(&scene, &school).await;
    let cards = provided(&scene, &school, 4).await;
    // One was photographed, with one hangs a photograph that was deleted again, and the code of one was typed.
    scene.shot(own, "CARD.jpg", 1, scene.card_of(school.job, cards[0].subject.id).await).await;
    let into = cards[1].subject.gallery;
    let photo = scene.photo(into, "IMG_1.jpg", noon()).await;
    let grant = scene.grant(into).await;
    place.store.delete_photos(&scene.desk, &grant, &[photo], noon()).await.unwrap();
    scene.enter(&scene.subject_code(school.job, cards[2].subject.id).await).await.unwrap();
    let used: Vec<bool> = provided(&scene, &school, 1).await.iter().map(|card| card.used).collect();
    assert_eq!(used, [true, true, true, false]);
    assert_eq!(provided(&scene, &school, 3).await.len(), 6);
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
    place.store.sort_job(&scene.desk, school.job, Way::Cards, &proposal.digest, true).await.unwrap();
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
    assert_eq!(found, [(card.id, "1b".to_owned())]);
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
    refused!(place.store.provide_extra_cards(&other.desk, school.job, 3, noon()).await, Error::NotFound);
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
