//! The photographs of somebody whose consent was withdrawn: erased within the day, and no others go astray (S63, T40).

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{GalleryId, PhotoId};
use domain::photo_job::sorting::Way;
use domain::photo_job::{Consent, GroupPhotos};
use store::fixtures::{Scene, School, Throwaway, noon, rendered};
use store::{CardsSeen, Error};

on_both!(
    cards_in_the_gallery_of_a_withdrawn_child_stay_and_keep_what_follows_them,
    pictures_of_a_withdrawn_childs_card_are_erased_and_it_is_followed_all_the_same,
    what_is_not_read_waits_a_day_and_is_erased_then_with_the_unsorted_held_back,
    a_file_that_cannot_be_read_is_erased_in_time_with_the_unsorted_held_back,
    consent_that_is_given_again_keeps_what_waits,
    an_erased_child_takes_no_card_of_another_with_it_and_nothing_unread,
);

/// The moment from which what was withdrawn at noon is erased.
fn due() -> DateTime<Utc> {
    noon() + TimeDelta::hours(20)
}

async fn galleries(scene: &Scene<'_>, school: &School) -> (GalleryId, GalleryId) {
    let own = scene.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    (own, scene.store.subject(&scene.desk, school.children[1]).await.unwrap().0.gallery)
}

async fn is_there(scene: &Scene<'_>, photo: PhotoId) -> bool {
    scene.store.photo_place(photo).await.is_ok()
}

async fn unclear(scene: &Scene<'_>, gallery: GalleryId) -> Vec<PhotoId> {
    let grant = scene.grant(gallery).await;
    scene.store.unclear_photos(&scene.desk, &grant).await.unwrap().into_keys().collect()
}

/// What sorting by cards would give to whom.
async fn gains(scene: &Scene<'_>, school: &School) -> Vec<(domain::ids::SubjectId, usize)> {
    scene.store.propose_sorting(&scene.desk, school.job, Way::Cards, true).await.unwrap().gains
}

// S63: without the card what follows it would be shown to the family of the child before
async fn cards_in_the_gallery_of_a_withdrawn_child_stay_and_keep_what_follows_them(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (own, of_ben) = galleries(&scene, &school).await;
    let [anna, ben, carla, ..] = school.children;
    scene.shot(own, "IMG_1.jpg", 1, scene.card_of(school.job, anna).await).await;
    scene.shot(of_ben, "IMG_2.jpg", 2, scene.card_of(school.job, ben).await).await;
    let follows = scene.shot(own, "IMG_3.jpg", 3, CardsSeen::default()).await;
    scene.shot(of_ben, "IMG_4.jpg", 4, scene.card_of(school.job, carla).await).await;
    scene.shot(own, "IMG_5.jpg", 5, CardsSeen::default()).await;
    // Others are on their way: what is known to be theirs waits for nothing.
    let late = scene.arriving(own, "IMG_6.jpg", noon()).await;
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    assert_eq!(place.store.erase_withdrawn(due()).await.unwrap(), 1);
    assert!(!is_there(&scene, school.photos[1]).await);
    assert_eq!(place.store.erase_withdrawn(due()).await.unwrap(), 0);
    let mut expected = [(ben, 1), (carla, 1)];
    expected.sort();
    let mut found = gains(&scene, &school).await;
    found.sort();
    assert_eq!(found, expected);
    // What is sorted to them later is erased at the next round.
    let lease = scene.take_work(noon()).await;
    assert_eq!(lease.subject, late.uuid());
    place.store.finish_photo(&lease, &rendered("IMG_6.jpg"), noon()).await.unwrap();
    let digest = place.store.propose_sorting(&scene.desk, school.job, Way::Cards, true).await.unwrap().digest;
    place.store.sort_job(&scene.desk, school.job, Way::Cards, (&digest, true), noon()).await.unwrap();
    assert_eq!(place.store.photo_place(follows).await.unwrap().gallery, of_ben);
    assert_eq!(place.store.erase_withdrawn(due()).await.unwrap(), 1);
    assert!(!is_there(&scene, follows).await && unclear(&scene, own).await.is_empty());
}

// S63, T40: it shows the name, and whoever holds it in their hands
async fn pictures_of_a_withdrawn_childs_card_are_erased_and_it_is_followed_all_the_same(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (own, of_ben) = galleries(&scene, &school).await;
    let [anna, ben, ..] = school.children;
    let of_anna = scene.shot(own, "IMG_1.jpg", 1, scene.card_of(school.job, anna).await).await;
    let card = scene.shot(own, "IMG_2.jpg", 2, scene.card_of(school.job, ben).await).await;
    scene.shot(own, "IMG_3.jpg", 3, CardsSeen::default()).await;
    let work_off = async |now| {
        while let Some(lease) = place.store.take_work(now).await.unwrap() {
            place.store.erase_photo(&lease).await.unwrap();
        }
    };
    let files = place.files().await;
    assert_eq!(files % 10, 0, "of ten pictures");
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    place.store.erase_withdrawn(due() - TimeDelta::minutes(1)).await.unwrap();
    work_off(due()).await;
    assert_eq!(place.files().await, files, "until then it can be taken back");
    place.store.erase_withdrawn(due()).await.unwrap();
    // Before the objects are gone too.
    assert!(!is_there(&scene, card).await && is_there(&scene, of_anna).await);
    work_off(due()).await;
    assert_eq!(place.files().await, files / 10 * 8, "its photograph and its card");
    let cards = place.store.card_pictures(&scene.desk, school.job, true).await.unwrap();
    assert_eq!(cards.iter().map(|card| card.id).collect::<Vec<_>>(), [of_anna]);
    refused!(place.store.tell_cards(&scene.desk, school.job, of_ben, &[card], true, noon()).await, Error::NotFound);
    refused!(place.store.no_cards(&scene.desk, school.job, &[card]).await, Error::NotFound);
    assert_eq!(gains(&scene, &school).await, [(ben, 1)], "nothing of it follows the card before");
    // One that comes later goes at the next round.
    let late = scene.shot(own, "IMG_4.jpg", 4, scene.card_of(school.job, ben).await).await;
    place.store.erase_withdrawn(due()).await.unwrap();
    assert!(!is_there(&scene, late).await);
    work_off(due()).await;
    assert_eq!(place.files().await, files / 10 * 8);
    // And the rows, with the child.
    place.store.erase_subject(&scene.desk, ben, GroupPhotos::KeepBack, due()).await.unwrap();
    work_off(due()).await;
    assert_eq!(place.number("select count(*) from photo_card").await, 1);
    assert_eq!(place.number("select count(*) from photo where state in ('card', 'gone')").await, 1);
}

// S63, T40
async fn what_is_not_read_waits_a_day_and_is_erased_then_with_the_unsorted_held_back(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (own, of_ben) = galleries(&scene, &school).await;
    let unsorted = scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let unread = scene.arriving(of_ben, "IMG_2.jpg", noon()).await;
    place.store.withdraw_consent(&scene.desk, school.children[1], noon()).await.unwrap();
    assert_eq!(place.store.erase_withdrawn(due()).await.unwrap(), 1, "the photograph that is known to be theirs");
    let day = due() + TimeDelta::hours(24);
    assert_eq!(place.store.erase_withdrawn(day - TimeDelta::seconds(1)).await.unwrap(), 0);
    assert!(is_there(&scene, unread).await && unclear(&scene, own).await.is_empty());
    assert_eq!(place.store.erase_withdrawn(day).await.unwrap(), 1);
    assert!(!is_there(&scene, unread).await);
    let grant = scene.grant(own).await;
    let waiting = place.store.unclear_photos(&scene.desk, &grant).await.unwrap();
    assert_eq!(waiting.into_iter().collect::<Vec<_>>(), [(unsorted, day)]);
    // Nothing is said twice.
    place.store.looked_at(&scene.desk, &grant, &[unsorted], day).await.unwrap();
    assert_eq!(place.store.erase_withdrawn(day + TimeDelta::hours(1)).await.unwrap(), 0);
    assert!(unclear(&scene, own).await.is_empty());
}

// S63: a file that nobody can read may be a card
async fn a_file_that_cannot_be_read_is_erased_in_time_with_the_unsorted_held_back(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (own, of_ben) = galleries(&scene, &school).await;
    let unsorted = scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let failed = scene.arriving(of_ben, "IMG_2.jpg", noon()).await;
    let lease = scene.take_work(noon()).await;
    place.store.refuse_photo(&lease, domain::photo::Unreadable::Damaged).await.unwrap();
    place.store.withdraw_consent(&scene.desk, school.children[1], noon()).await.unwrap();
    assert_eq!(place.store.erase_withdrawn(due()).await.unwrap(), 2);
    assert!(!is_there(&scene, failed).await);
    assert_eq!(unclear(&scene, own).await, [unsorted]);
}

// S63
async fn consent_that_is_given_again_keeps_what_waits(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (own, of_ben) = galleries(&scene, &school).await;
    scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let unread = scene.arriving(of_ben, "IMG_2.jpg", noon()).await;
    let ben = school.children[1];
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    scene.protect(ben, false, Consent::Given, Consent::Given).await;
    assert_eq!(place.store.erase_withdrawn(due() + TimeDelta::days(9)).await.unwrap(), 0);
    assert!(is_there(&scene, unread).await && is_there(&scene, school.photos[1]).await);
    assert!(unclear(&scene, own).await.is_empty());
}

// S63
async fn an_erased_child_takes_no_card_of_another_with_it_and_nothing_unread(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (own, of_ben) = galleries(&scene, &school).await;
    let [anna, ben, carla, ..] = school.children;
    scene.shot(own, "IMG_1.jpg", 1, scene.card_of(school.job, anna).await).await;
    let cards = [
        scene.shot(of_ben, "IMG_2.jpg", 2, scene.card_of(school.job, ben).await).await,
        scene.shot(of_ben, "IMG_4.jpg", 4, scene.card_of(school.job, carla).await).await,
        scene.shot(of_ben, "IMG_6.jpg", 6, CardsSeen { codes: Vec::new(), unread: true }).await,
    ];
    scene.shot(own, "IMG_5.jpg", 5, CardsSeen::default()).await;
    scene.shot(own, "IMG_7.jpg", 7, CardsSeen::default()).await;
    let erase = async || place.store.erase_subject(&scene.desk, ben, GroupPhotos::KeepBack, noon()).await;
    scene.arriving(of_ben, "IMG_8.jpg", noon()).await;
    refused!(erase().await, Error::ChangedMeanwhile);
    let lease = scene.take_work(noon()).await;
    place.store.finish_photo(&lease, &rendered("IMG_8.jpg"), noon()).await.unwrap();
    erase().await.unwrap();
    assert!(!is_there(&scene, cards[0]).await, "it shows the name and the code");
    for card in &cards[1..] {
        assert_eq!(place.store.photo_place(*card).await.unwrap().gallery, own);
    }
    assert_eq!(gains(&scene, &school).await, [(carla, 1)], "what follows the card that nobody can tell stays unsorted");
}
