//! Files that may be cards and are not there: on their way, or not to be read (S62).

use domain::photo_job::sorting::Way;
use store::Error;
use store::fixtures::{Scene, Throwaway, noon};

use crate::job_cards::{a_day, card, gallery, hanging, photo, proposal, sorted};

on_both!(
    while_a_file_is_on_its_way_nothing_is_sorted_by_cards,
    what_follows_a_file_that_cannot_be_read_is_not_sorted_by_cards,
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
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1);
    assert_eq!(hanging(&scene, own).await, [behind]);
    assert!(hanging(&scene, gallery(&scene, &school, 0).await).await.contains(&before));
    assert!(hanging(&scene, gallery(&scene, &school, 1).await).await.contains(&other));
    // The studio removes it.
    let grant = scene.grant(own).await;
    place.store.delete_photos(&scene.desk, &grant, &[lost], noon()).await.unwrap();
    assert_eq!(sorted(&scene, &school, Way::Cards).await, 1, "it was none");
}
