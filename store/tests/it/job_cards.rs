//! Photographs find their subjects by the cards between them, and pictures of cards are seen by nobody (S62).

use domain::code::Code;
use domain::ids::{GalleryId, PhotoId};
use domain::photo_job::sorting::{CardShows, Way};
use store::fixtures::{Scene, School, Throwaway, noon};
use store::{CardsSeen, Error, JobCode, SortProposal};

on_both!(
    a_picture_of_a_card_is_no_photograph_anywhere,
    a_code_that_is_no_subjects_of_this_job_is_nobodys,
    what_is_proposed_is_done_once_and_new_photographs_are_sorted_after_it,
    what_changed_since_it_was_proposed_is_not_done,
    while_a_picture_is_not_read_nothing_is_sorted,
    what_was_sorted_by_hand_stays_where_it_is,
    after_a_doubtful_card_photographs_wait_until_a_person_says_whose_it_is,
    a_card_that_nobody_noticed_takes_back_what_was_sorted_wrongly,
    only_what_no_code_was_read_in_becomes_a_photograph,
    names_of_files_sort_what_they_speak_of,
    names_of_files_tell_no_codes_to_whoever_may_not_see_them,
    what_was_sorted_by_hand_is_taken_back_by_its_moment,
    forged_ids_tell_no_cards,
);

/// The school, and its gallery of what is not sorted.
pub async fn a_day(scene: &Scene<'_>) -> (School, GalleryId) {
    let school = scene.school().await;
    let own = scene.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    (school, own)
}

pub async fn gallery(scene: &Scene<'_>, school: &School, child: usize) -> GalleryId {
    scene.store.subject(&scene.desk, school.children[child]).await.unwrap().0.gallery
}

pub async fn hanging(scene: &Scene<'_>, gallery: GalleryId) -> Vec<PhotoId> {
    let grant = scene.grant(gallery).await;
    let (photos, _) = scene.store.studio_photos(&scene.desk, &grant).await.unwrap();
    photos.into_iter().map(|photo| photo.id).collect()
}

pub async fn proposal(scene: &Scene<'_>, school: &School, way: Way) -> SortProposal {
    scene.store.propose_sorting(&scene.desk, school.job, way, true).await.unwrap()
}

/// Sorts as it is proposed now; answers how many photographs moved.
pub async fn sorted(scene: &Scene<'_>, school: &School, way: Way) -> usize {
    let digest = proposal(scene, school, way).await.digest;
    scene.store.sort_job(&scene.desk, school.job, way, (&digest, true), noon()).await.unwrap()
}

const fn unread() -> CardsSeen {
    CardsSeen { codes: Vec::new(), unread: true }
}

/// A picture of a child's card.
pub async fn card(scene: &Scene<'_>, school: &School, into: GalleryId, child: usize, second: i64) -> PhotoId {
    let cards = scene.card_of(school.job, school.children[child]).await;
    scene.shot(into, &format!("CARD_{second}.jpg"), second, cards).await
}

pub async fn photo(scene: &Scene<'_>, into: GalleryId, second: i64) -> PhotoId {
    scene.shot(into, &format!("IMG_{second}.jpg"), second, CardsSeen::default()).await
}

// S62
async fn a_picture_of_a_card_is_no_photograph_anywhere(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    // Wherever it was uploaded: among the unsorted, to the child itself, to the class.
    let child = gallery(&scene, &school, 0).await;
    let class = place.store.groups(&scene.desk, school.job).await.unwrap()[0].gallery;
    let seen = scene.card_of(school.job, school.children[0]).await;
    let mut cards = Vec::new();
    for (number, into) in [own, child, class].into_iter().enumerate() {
        cards.push(scene.shot(into, &format!("CARD_{number}.jpg"), 0, seen.clone()).await);
    }
    let mother = scene.enter(&scene.subject_code(school.job, school.children[0]).await).await.unwrap();
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    let teacher = scene.enter("STAFF-OF-THE-SCHOOL-1").await.unwrap();
    for token in [&mother, &teacher] {
        for into in [child, class] {
            let grant = scene.guest_grant(token, into).await;
            assert_eq!(place.store.photo_count(&grant).await.unwrap(), 1);
            let shown = place.store.photos_of(&grant, 0, 9).await.unwrap();
            assert!(shown.iter().all(|shown| !cards.contains(&shown.id)));
            for card in &cards {
                assert!(matches!(place.store.photo_around(&grant, *card).await, Err(Error::NotFound)));
            }
        }
    }
    for card in &cards {
        let place = place.store.photo_place(*card).await.unwrap();
        assert!(place.card && !place.shown);
    }
    // Nor is it counted, listed or sorted as one.
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap();
    assert_eq!((job.unsorted, job.photos, job.without_photos), (0, 5, 0));
    assert_eq!(place.store.subject(&scene.desk, school.children[0]).await.unwrap().0.photos, 1);
    let groups = place.store.groups(&scene.desk, school.job).await.unwrap();
    assert_eq!((groups[0].photos, groups[0].held), (1, 0));
    assert!(hanging(&scene, own).await.is_empty());
    let (from, to) = (scene.grant(own).await, scene.grant(child).await);
    let moved = place.store.sort_photos(&scene.desk, &from, &to, &cards[..1], true, noon()).await;
    assert!(matches!(moved, Err(Error::NotFound)));
    let pictures = place.store.card_pictures(&scene.desk, school.job, true).await.unwrap();
    assert!(pictures.iter().all(|picture| picture.subject == Some(school.children[0])));
    assert_eq!(pictures.len(), 3);
    assert!(place.store.card_pictures(&scene.desk, school.job, false).await.unwrap().is_empty());
}

// S59, S62
async fn a_code_that_is_no_subjects_of_this_job_is_nobodys(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    let other = scene.photo_job("Another").await;
    let stranger = scene.subject(other, ("Ida", "Sommer"), None).await;
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    let of = |code: &str| Code::parse(code).unwrap();
    let theirs = of(&scene.subject_code(other, stranger).await);
    let ours = of(&scene.subject_code(school.job, school.children[0]).await);
    let also = of(&scene.subject_code(school.job, school.children[1]).await);
    let staff = of("STAFF-OF-THE-SCHOOL-1");
    let expected = [
        (vec![theirs.clone()], false, CardShows::Nobody),
        (vec![staff], false, CardShows::Nobody),
        (vec![of("NOBODY-HAS-IT")], false, CardShows::Nobody),
        (vec![ours.clone(), also], false, CardShows::Several),
        (vec![ours.clone(), theirs], false, CardShows::Several),
        (vec![ours.clone()], true, CardShows::Several),
        (vec![], true, CardShows::Unread),
    ];
    for (number, (codes, unread, shows)) in expected.into_iter().enumerate() {
        let id = scene.shot(own, &format!("{number}.jpg"), 0, CardsSeen { codes, unread }).await;
        let pictures = place.store.card_pictures(&scene.desk, school.job, false).await.unwrap();
        let picture = pictures.iter().find(|picture| picture.id == id).unwrap();
        assert_eq!((picture.shows, picture.subject), (shows, None), "{number}");
    }
    // The same code twice is one card.
    let twice = CardsSeen { codes: vec![ours.clone(), ours], unread: false };
    scene.shot(own, "twice.jpg", 0, twice).await;
    let pictures = place.store.card_pictures(&scene.desk, school.job, true).await.unwrap();
    let known: Vec<_> = pictures.iter().filter_map(|picture| picture.subject).collect();
    assert_eq!(known, [school.children[0]]);
}

// S62
async fn what_is_proposed_is_done_once_and_new_photographs_are_sorted_after_it(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    // Uploaded in any order.
    let third = photo(&scene, own, 6).await;
    card(&scene, &school, own, 1, 5).await;
    let early = photo(&scene, own, 0).await;
    card(&scene, &school, own, 0, 2).await;
    let (first, second) = (photo(&scene, own, 4).await, photo(&scene, own, 3).await);
    card(&scene, &school, own, 2, 9).await;
    let shown = proposal(&scene, &school, Way::Cards).await;
    let mut gains = shown.gains.clone();
    gains.sort_by_key(|(subject, _)| school.children.iter().position(|child| child == subject));
    assert_eq!(gains, [(school.children[0], 2), (school.children[1], 1)]);
    assert_eq!((shown.count(), shown.back, shown.rule.before.as_slice()), (3, 0, &[early][..]));
    assert_eq!(shown.rule.empty()[0].subject, school.children[2]);
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 3);
    let ours = hanging(&scene, gallery(&scene, &school, 0).await).await;
    assert!(ours.contains(&first) && ours.contains(&second) && ours.len() == 3);
    assert!(hanging(&scene, gallery(&scene, &school, 1).await).await.contains(&third));
    assert_eq!(hanging(&scene, own).await, [early]);
    assert_eq!(proposal(&scene, &school, Way::Cards).await.count(), 0, "done is done");
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 0);
    // What comes later finds its place between the same cards.
    let late = photo(&scene, own, 7).await;
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
    assert!(hanging(&scene, gallery(&scene, &school, 1).await).await.contains(&late));
}

// S62
async fn what_changed_since_it_was_proposed_is_not_done(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    let first = photo(&scene, own, 3).await;
    let shown = proposal(&scene, &school, Way::Cards).await.digest;
    // Another card between: the photograph is another child's.
    card(&scene, &school, own, 1, 2).await;
    let done = place.store.sort_job(&scene.desk, school.job, Way::Cards, (&shown, true), noon()).await;
    assert!(matches!(done, Err(Error::ChangedMeanwhile)));
    let shown = proposal(&scene, &school, Way::Cards).await.digest;
    let grant = scene.grant(own).await;
    place.store.delete_photos(&scene.desk, &grant, &[first], noon()).await.unwrap();
    let done = place.store.sort_job(&scene.desk, school.job, Way::Cards, (&shown, true), noon()).await;
    assert!(matches!(done, Err(Error::ChangedMeanwhile)));
    assert!(hanging(&scene, own).await.is_empty());
}

// S62: each may be a card
async fn while_a_picture_is_not_read_nothing_is_sorted(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    let waits = photo(&scene, own, 3).await;
    scene.arriving(own, "IMG_2.jpg", noon()).await;
    let shown = proposal(&scene, &school, Way::Cards).await;
    assert_eq!((shown.unread, shown.count()), (1, 1));
    let done = place.store.sort_job(&scene.desk, school.job, Way::Cards, (&shown.digest, true), noon()).await;
    assert!(matches!(done, Err(Error::ChangedMeanwhile)));
    assert!(hanging(&scene, own).await.contains(&waits));
}

// S62
async fn what_was_sorted_by_hand_stays_where_it_is(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    let (kept, put_back, other) =
        (photo(&scene, own, 2).await, photo(&scene, own, 3).await, photo(&scene, own, 4).await);
    let (unsorted, ben) = (scene.grant(own).await, scene.grant(gallery(&scene, &school, 1).await).await);
    place.store.sort_photos(&scene.desk, &unsorted, &ben, &[kept, put_back], true, noon()).await.unwrap();
    place.store.sort_photos(&scene.desk, &ben, &unsorted, &[put_back], true, noon()).await.unwrap();
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
    assert!(hanging(&scene, gallery(&scene, &school, 0).await).await.contains(&other));
    assert!(hanging(&scene, ben.gallery()).await.contains(&kept));
    assert_eq!(hanging(&scene, own).await, [put_back]);
}

// S62
async fn after_a_doubtful_card_photographs_wait_until_a_person_says_whose_it_is(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    photo(&scene, own, 2).await;
    let doubtful = scene.shot(own, "IMG_3.jpg", 3, unread()).await;
    let waits = photo(&scene, own, 4).await;
    assert_eq!(proposal(&scene, &school, Way::Cards).await.rule.after_doubt, [waits]);
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
    assert_eq!(hanging(&scene, own).await, [waits]);
    let ben = gallery(&scene, &school, 1).await;
    place.store.tell_cards(&scene.desk, school.job, ben, &[doubtful], true, noon()).await.unwrap();
    assert!(place.store.card_pictures(&scene.desk, school.job, false).await.unwrap().is_empty());
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
    assert!(hanging(&scene, ben).await.contains(&waits));
}

// S62
async fn a_card_that_nobody_noticed_takes_back_what_was_sorted_wrongly(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    let right = photo(&scene, own, 2).await;
    let missed = photo(&scene, own, 3).await;
    let wrong = photo(&scene, own, 4).await;
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 3);
    let (anna, ben) = (gallery(&scene, &school, 0).await, gallery(&scene, &school, 1).await);
    let mother = scene.enter(&scene.subject_code(school.job, school.children[0]).await).await.unwrap();
    let grant = scene.guest_grant(&mother, anna).await;
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 4);
    place.store.tell_cards(&scene.desk, school.job, ben, &[missed], true, noon()).await.unwrap();
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 3, "at once");
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
    assert!(hanging(&scene, ben).await.contains(&wrong) && hanging(&scene, anna).await.contains(&right));
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 2);
    // It was a photograph after all.
    place.store.no_cards(&scene.desk, school.job, &[missed]).await.unwrap();
    assert_eq!(hanging(&scene, own).await, [missed]);
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 2);
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 4);
}

// S62
async fn only_what_no_code_was_read_in_becomes_a_photograph(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    let read = card(&scene, &school, own, 0, 1).await;
    let nobody = CardsSeen { codes: vec![Code::parse("NOBODY-HAS-IT").unwrap()], unread: false };
    let nobody = scene.shot(own, "2.jpg", 2, nobody).await;
    let doubtful = scene.shot(own, "3.jpg", 3, unread()).await;
    let photo = photo(&scene, own, 4).await;
    let ben = gallery(&scene, &school, 1).await;
    // Whose card it is changes nothing of what is on it.
    place.store.tell_cards(&scene.desk, school.job, ben, &[read, nobody], true, noon()).await.unwrap();
    for refused in [read, nobody, photo] {
        let done = place.store.no_cards(&scene.desk, school.job, &[doubtful, refused]).await;
        assert!(matches!(done, Err(Error::NotFound)));
    }
    assert_eq!(hanging(&scene, own).await, [photo], "nothing by halves");
    place.store.no_cards(&scene.desk, school.job, &[doubtful]).await.unwrap();
    assert_eq!(hanging(&scene, own).await.len(), 2);
}

// S62
async fn names_of_files_sort_what_they_speak_of(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    let code = scene.subject_code(school.job, school.children[4]).await;
    let named = scene.shot(own, &format!("{}_2.jpg", code.to_lowercase()), 1, CardsSeen::default()).await;
    let silent = photo(&scene, own, 2).await;
    assert_eq!(sorted(&scene, &school, Way::Names).await, 1);
    let zoe = gallery(&scene, &school, 4).await;
    assert!(hanging(&scene, zoe).await.contains(&named));
    assert_eq!(hanging(&scene, own).await, [silent]);
    // One way does not undo the other.
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 0);
    assert!(hanging(&scene, zoe).await.contains(&named));
}

// S62: whoever may not see codes would try them by naming files
async fn names_of_files_tell_no_codes_to_whoever_may_not_see_them(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    place.write("update subject set identifier = 'S-4711' where first_name = 'Ben'").await;
    let code = scene.subject_code(school.job, school.children[4]).await;
    let by_code = scene.shot(own, &format!("{code}_2.jpg"), 1, CardsSeen::default()).await;
    let propose = async |codes| {
        let proposal = place.store.propose_sorting(&scene.desk, school.job, Way::Names, codes).await.unwrap();
        (proposal.gains, proposal.back, proposal.digest)
    };
    let nothing = propose(false).await;
    let nobody = scene.shot(own, "7KQM-2XRD-9TFA_2.jpg", 1, CardsSeen::default()).await;
    assert_eq!(propose(false).await, nothing, "a code is as good as none");
    assert_eq!((&nothing.0, nothing.1), (&Vec::new(), 0));
    // What the organisation calls them is in the list that whoever sorts reads.
    let by_identifier = scene.shot(own, "s-4711 (3).jpg", 2, CardsSeen::default()).await;
    let shown = propose(false).await;
    assert_eq!(shown.0, [(school.children[1], 1)]);
    let sort = async |digest: &str, codes| {
        place.store.sort_job(&scene.desk, school.job, Way::Names, (digest, codes), noon()).await
    };
    refused!(sort(&propose(true).await.2, false).await, Error::ChangedMeanwhile);
    assert_eq!(sort(&shown.2, false).await.unwrap(), 1);
    let mut left = hanging(&scene, own).await;
    left.sort();
    let mut waiting = vec![by_code, nobody];
    waiting.sort();
    assert_eq!(left, waiting);
    // Whoever may see codes sorts by them, and that is not undone by who may not.
    assert_eq!(sort(&propose(true).await.2, true).await.unwrap(), 1);
    assert_eq!(propose(false).await.1, 0);
    assert!(hanging(&scene, gallery(&scene, &school, 4).await).await.contains(&by_code));
    assert!(hanging(&scene, gallery(&scene, &school, 1).await).await.contains(&by_identifier));
}

// S62
async fn what_was_sorted_by_hand_is_taken_back_by_its_moment(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 1, 0).await;
    let (first, second) = (photo(&scene, own, 1).await, photo(&scene, own, 2).await);
    let (unsorted, anna) = (scene.grant(own).await, scene.grant(gallery(&scene, &school, 0).await).await);
    let later = noon() + chrono::TimeDelta::milliseconds(1);
    place.store.sort_photos(&scene.desk, &unsorted, &anna, &[first], true, noon()).await.unwrap();
    place.store.sort_photos(&scene.desk, &unsorted, &anna, &[second], true, later).await.unwrap();
    assert_eq!(place.store.sorted_photos(&scene.desk, &anna, later, true).await.unwrap(), (1, 1));
    assert_eq!(place.store.unsort_photos(&scene.desk, &anna, &unsorted, later, true, noon()).await.unwrap(), 1);
    assert_eq!(hanging(&scene, own).await, [second]);
    let again = place.store.unsort_photos(&scene.desk, &anna, &unsorted, later, true, noon()).await;
    assert!(matches!(again, Err(Error::NotFound)));
    let outside = scene.grant(scene.gallery("Wedding").await).await;
    let forged = place.store.unsort_photos(&scene.desk, &anna, &outside, noon(), true, noon()).await;
    assert!(matches!(forged, Err(Error::NotFound)));
    // As if nobody had touched it: the cards may sort it.
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
}

// B02
async fn forged_ids_tell_no_cards(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    let other = scene.photo_job("Another").await;
    let stranger = scene.subject(other, ("Ida", "Sommer"), None).await;
    let foreign = place.store.subject(&scene.desk, stranger).await.unwrap().0.gallery;
    let elsewhere = scene.photo(scene.gallery("Wedding").await, "IMG_1.jpg", noon()).await;
    let ours = photo(&scene, own, 1).await;
    let anna = gallery(&scene, &school, 0).await;
    let class = place.store.groups(&scene.desk, school.job).await.unwrap()[0].gallery;
    let unready = scene.arriving(own, "IMG_2.jpg", noon()).await;
    for (job, of, photos) in [
        (school.job, foreign, [ours].as_slice()),
        (school.job, class, &[ours]),
        (school.job, own, &[ours]),
        (other, foreign, &[ours]),
        (other, anna, &[ours]),
        (school.job, anna, &[ours, elsewhere]),
        (school.job, anna, &[ours, unready]),
    ] {
        let told = place.store.tell_cards(&scene.desk, job, of, photos, true, noon()).await;
        assert!(matches!(told, Err(Error::NotFound)));
    }
    assert!(place.store.card_pictures(&scene.desk, school.job, true).await.unwrap().is_empty());
    place.store.tell_cards(&scene.desk, school.job, anna, &[ours], true, noon()).await.unwrap();
    assert!(matches!(place.store.no_cards(&scene.desk, other, &[ours]).await, Err(Error::NotFound)));
}
