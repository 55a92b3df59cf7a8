//! Files that may be cards and are not there: on their way, or not to be read (S62).

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{GalleryId, PhotoId};
use domain::photo_job::sorting::Way;
use domain::photo_job::{Consent, GroupPhotos};
use store::fixtures::{Scene, Throwaway, noon, rendered};
use store::{Error, RenderedPhoto};

use crate::job_cards::{a_day, card, gallery, hanging, photo, proposal, sorted};

on_both!(
    while_a_file_is_on_its_way_nothing_is_sorted_by_cards,
    what_follows_a_file_that_cannot_be_read_is_not_sorted_by_cards,
    what_the_cards_bring_back_is_held_back_as_if_it_had_not_been_sorted,
    a_file_that_cannot_be_read_is_not_erased_without_a_trace,
    a_picture_that_is_not_read_is_deleted_from_no_job,
);

// S62: each may be a card
async fn while_a_file_is_on_its_way_nothing_is_sorted_by_cards(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    let waits = photo(&scene, own, 3).await;
    let bytes = bytes::Bytes::from_static(b"a card, perhaps");
    // Wherever it is brought to: between the pictures it is a card all the same.
    let upload = scene.begin(gallery(&scene, &school, 1).await, &store::fixtures::an_upload("IMG_2.jpg", &bytes)).await;
    let shown = proposal(&scene, &school, Way::Cards).await;
    assert_eq!((shown.arriving, shown.unread, shown.count()), (1, 0, 1));
    let done = place.store.sort_job(&scene.desk, school.job, Way::Cards, (&shown.digest, true), noon()).await;
    assert!(matches!(done, Err(Error::ChangedMeanwhile)));
    assert_eq!(hanging(&scene, own).await, [waits]);
    assert_eq!(sorted(&scene, &school, Way::Names).await, 0, "names need no cards");
    place.store.abandon_upload(&upload).await.unwrap();
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
}

// S62: it may be a card
async fn what_follows_a_file_that_cannot_be_read_is_not_sorted_by_cards(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    let before = photo(&scene, own, 2).await;
    let behind = photo(&scene, own, 4).await;
    card(&scene, &school, own, 1, 5).await;
    let other = photo(&scene, own, 6).await;
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 3);
    // It comes later, and what was sorted wrongly perhaps waits again.
    let lost = scene.arriving(own, "IMG_3.jpg", noon()).await;
    let lease = scene.take_work(noon()).await;
    place.store.refuse_photo(&lease, domain::photo::Unreadable::Damaged).await.unwrap();
    let shown = proposal(&scene, &school, Way::Cards).await;
    assert_eq!((shown.failed, shown.back, shown.rule.after_doubt.as_slice()), (1, 1, &[behind][..]));
    assert_eq!(shown.back_from, [school.children[0]].into(), "whose family may see it");
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
    assert_eq!(hanging(&scene, own).await, [behind]);
    assert!(hanging(&scene, gallery(&scene, &school, 0).await).await.contains(&before));
    assert!(hanging(&scene, gallery(&scene, &school, 1).await).await.contains(&other));
    // The studio removes it.
    let grant = scene.grant(own).await;
    place.store.delete_photos(&scene.desk, &grant, &[lost], noon()).await.unwrap();
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1, "it was none");
}

pub async fn lost(scene: &Scene<'_>, into: GalleryId, name: &str) -> PhotoId {
    let lost = scene.arriving(into, name, noon()).await;
    let lease = scene.take_work(noon()).await;
    scene.store.refuse_photo(&lease, domain::photo::Unreadable::Damaged).await.unwrap();
    lost
}

async fn unclear(scene: &Scene<'_>, gallery: GalleryId) -> Vec<(PhotoId, DateTime<Utc>)> {
    let grant = scene.grant(gallery).await;
    scene.store.unclear_photos(&scene.desk, &grant).await.unwrap().into_iter().collect()
}

// S63: somebody was erased while it was sorted
async fn what_the_cards_bring_back_is_held_back_as_if_it_had_not_been_sorted(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    let photo = photo(&scene, own, 3).await;
    let later = |minutes| noon() + TimeDelta::minutes(minutes);
    let sort = async |minutes| {
        let proposal = proposal(&scene, &school, Way::Cards).await;
        let digest = (proposal.digest.as_str(), true);
        place.store.sort_job(&scene.desk, school.job, Way::Cards, digest, later(minutes)).await.unwrap()
    };
    let grant = scene.grant(own).await;
    let lose = async || {
        let lost = lost(&scene, own, "IMG_2.jpg").await;
        (lost, sort(2).await)
    };
    // Nobody was erased: it comes back as it was, before and after.
    assert_eq!(sort(0).await, 1);
    let (card_perhaps, back) = lose().await;
    assert_eq!((back, hanging(&scene, own).await, unclear(&scene, own).await), (1, vec![photo], vec![]));
    place.store.delete_photos(&scene.desk, &grant, &[card_perhaps], noon()).await.unwrap();
    let erase = async |child: usize, minutes| {
        scene.protect(school.children[child], true, Consent::Given, Consent::Given).await;
        let keep = GroupPhotos::KeepBack;
        place.store.erase_subject(&scene.desk, school.children[child], keep, later(minutes)).await.unwrap();
    };
    assert_eq!(sort(3).await, 1);
    erase(3, 4).await;
    assert_eq!((lose().await.1, unclear(&scene, own).await), (1, vec![(photo, later(2))]));
    // A member has looked, and it is sorted since.
    place.store.looked_at(&scene.desk, &grant, &[photo], later(5)).await.unwrap();
    assert!(unclear(&scene, own).await.is_empty());
}

// S63: what would follow it would follow the card before
async fn a_file_that_cannot_be_read_is_not_erased_without_a_trace(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    let waiting = photo(&scene, own, 3).await;
    let erase = async |child: usize| {
        let child = school.children[child];
        place.store.erase_subject(&scene.desk, child, GroupPhotos::KeepBack, noon()).await.unwrap();
        crate::deletion_list::work_off(&place, noon()).await;
    };
    // The studio has removed it: it was none.
    let of_anna = gallery(&scene, &school, 0).await;
    let removed = lost(&scene, of_anna, "IMG_1.jpg").await;
    let grant = scene.grant(of_anna).await;
    place.store.delete_photos(&scene.desk, &grant, &[removed], noon()).await.unwrap();
    erase(0).await;
    assert!(unclear(&scene, own).await.is_empty());
    lost(&scene, gallery(&scene, &school, 1).await, "IMG_2.jpg").await;
    erase(1).await;
    assert_eq!(unclear(&scene, own).await, [(waiting, noon())]);
}

// S62: deleted, a card would end no series
async fn a_picture_that_is_not_read_is_deleted_from_no_job(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (school, own) = a_day(&scene).await;
    card(&scene, &school, own, 0, 1).await;
    let behind = photo(&scene, own, 3).await;
    let unread = scene.arriving(own, "CARD_2.jpg", noon()).await;
    let grant = scene.grant(own).await;
    assert_eq!(place.store.delete_photos(&scene.desk, &grant, &[unread], noon()).await.unwrap(), 0);
    let lease = scene.take_work(noon()).await;
    let seen = scene.card_of(school.job, school.children[1]).await;
    let taken_at = Some((noon() + TimeDelta::seconds(2)).naive_utc());
    let read = RenderedPhoto { cards: seen, taken_at, ..rendered("a card") };
    place.store.finish_photo(&lease, &read, noon()).await.unwrap();
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
    assert!(hanging(&scene, gallery(&scene, &school, 1).await).await.contains(&behind));
    // In a gallery of a tree no picture is a card.
    let wedding = scene.gallery("Wedding").await;
    let guest = scene.arriving(wedding, "IMG_1.jpg", noon()).await;
    let grant = scene.grant(wedding).await;
    assert_eq!(place.store.delete_photos(&scene.desk, &grant, &[guest], noon()).await.unwrap(), 1);
}
