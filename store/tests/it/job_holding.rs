//! Photographs of a job that are held back (S63): nothing but what is said of the people on them lets them out.

use bytes::Bytes;
use chrono::TimeDelta;
use domain::ids::{GalleryId, PhotoId};
use domain::photo_job::{Consent, GroupPhotos};
use store::fixtures::{Scene, School, Throwaway, all_rows, an_upload, noon, rendered};
use store::{CardsSeen, Error};

on_both!(
    what_is_held_back_in_a_group_leaves_it_by_whoever_decides_alone,
    what_was_not_sorted_when_a_protected_child_was_erased_waits_until_somebody_has_looked,
    photographs_that_come_to_the_group_of_an_erased_child_wait_until_somebody_has_looked,
    whoever_did_not_know_of_the_latest_erasure_has_not_looked,
    a_child_that_could_be_shown_leaves_nothing_to_look_at,
    what_a_group_holds_back_stays_held_back_when_it_is_taken_for_a_card_and_is_none,
    a_photograph_of_a_group_that_was_taken_for_a_card_hangs_there_again_and_is_held_back_there,
    what_is_said_of_a_child_on_an_old_page_changes_nothing,
    a_file_on_its_way_while_a_protected_child_is_erased_waits_until_somebody_has_looked,
    taking_back_what_was_sorted_leaves_no_hold_behind,
    what_comes_back_to_where_somebody_was_erased_meanwhile_is_held_back,
);

async fn own_gallery(scene: &Scene<'_>, school: &School) -> GalleryId {
    scene.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery
}

async fn gallery_of(scene: &Scene<'_>, school: &School, child: usize) -> GalleryId {
    scene.store.subject(&scene.desk, school.children[child]).await.unwrap().0.gallery
}

async fn class(scene: &Scene<'_>, school: &School, place: usize) -> GalleryId {
    scene.store.groups(&scene.desk, school.job).await.unwrap()[place].gallery
}

async fn shown(scene: &Scene<'_>, photo: PhotoId) -> bool {
    scene.store.photo_place(photo).await.unwrap().shown
}

// S63: in another gallery nobody's refusal would hold it
async fn what_is_held_back_in_a_group_leaves_it_by_whoever_decides_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (store, held) = (&place.store, school.group_photos[0]);
    let (of_class, of_anna) = (class(&scene, &school, 0).await, gallery_of(&scene, &school, 0).await);
    let (from, to) = (scene.grant(of_class).await, scene.grant(of_anna).await);
    let unsorted = scene.grant(own_gallery(&scene, &school).await).await;
    let sorted = scene.shot(unsorted.gallery(), "IMG_1.jpg", 1, CardsSeen::default()).await;
    store.sort_photos(&scene.desk, &unsorted, &from, &[sorted], false, noon()).await.unwrap();
    let unread = scene.arriving(of_class, "IMG_2.jpg", noon()).await;
    scene.protect(school.children[1], false, Consent::Given, Consent::Refused).await;
    let is_where_it_was = async |photo| store.photo_place(photo).await.unwrap().gallery == of_class;
    for photo in [held, sorted, unread] {
        for to in [&to, &unsorted] {
            let moved = store.sort_photos(&scene.desk, &from, to, &[photo], false, noon()).await;
            refused!(moved, Error::NotFound);
        }
        refused!(store.tell_cards(&scene.desk, school.job, of_anna, &[photo], false, noon()).await, Error::NotFound);
        assert!(is_where_it_was(photo).await);
    }
    for to in [&to, &unsorted] {
        refused!(store.unsort_photos(&scene.desk, &from, to, noon(), false, noon()).await, Error::NotFound);
    }
    assert_eq!(store.sorted_photos(&scene.desk, &from, noon(), false).await.unwrap(), (1, 0));
    assert_eq!(store.sorted_photos(&scene.desk, &from, noon(), true).await.unwrap(), (1, 1));
    let (listed, _) = store.studio_photos(&scene.desk, &from).await.unwrap();
    assert!(listed.iter().all(|photo| !photo.shown));
    // Of whom it is said that they are not on it, it is not held back, and leaves.
    let on = school.children[..3].iter().copied().filter(|child| *child != school.children[1]).collect();
    let was = store.job_photo(&scene.desk, school.job, sorted).await.unwrap().said();
    store.say_who_is_on(&scene.desk, school.job, sorted, &school.children[..3], &on, &was).await.unwrap();
    assert_eq!(store.unsort_photos(&scene.desk, &from, &unsorted, noon(), false, noon()).await.unwrap(), 1);
    // Whoever decides about that takes it out.
    store.sort_photos(&scene.desk, &from, &to, &[held, unread], true, noon()).await.unwrap();
    assert!(shown(&scene, held).await);
    // In the other class nothing is held back.
    let (other, second) = (scene.grant(class(&scene, &school, 1).await).await, school.group_photos[1]);
    store.sort_photos(&scene.desk, &other, &to, &[second], false, noon()).await.unwrap();
}

async fn unclear(scene: &Scene<'_>, gallery: GalleryId) -> Vec<PhotoId> {
    let grant = scene.grant(gallery).await;
    scene.store.unclear_photos(&scene.desk, &grant).await.unwrap().into_keys().collect()
}

async fn erase(scene: &Scene<'_>, school: &School, child: usize, at: TimeDelta) {
    let done = scene.store.erase_subject(&scene.desk, school.children[child], GroupPhotos::KeepBack, noon() + at);
    done.await.unwrap();
    while let Some(lease) = scene.store.take_work(noon() + at).await.unwrap() {
        scene.store.erase_photo(&lease).await.unwrap();
    }
}

// S63: with its row goes what would have held them back
async fn what_was_not_sorted_when_a_protected_child_was_erased_waits_until_somebody_has_looked(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let store = &place.store;
    let own = own_gallery(&scene, &school).await;
    let (from, to) = (scene.grant(own).await, scene.grant(gallery_of(&scene, &school, 0).await).await);
    let before = scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let doubtful = scene.shot(own, "IMG_2.jpg", 2, CardsSeen { codes: Vec::new(), unread: true }).await;
    let removed = scene.shot(own, "IMG_3.jpg", 3, CardsSeen::default()).await;
    store.delete_photos(&scene.desk, &from, &[removed], noon()).await.unwrap();
    scene.protect(school.children[1], false, Consent::Refused, Consent::Refused).await;
    erase(&scene, &school, 1, TimeDelta::zero()).await;
    let after = scene.shot(own, "IMG_4.jpg", 4, CardsSeen::default()).await;
    store.restore_photos(&scene.desk, &from, &[removed]).await.unwrap();
    store.no_cards(&scene.desk, school.job, &[doubtful]).await.unwrap();
    let waiting = unclear(&scene, own).await;
    assert!([before, doubtful, removed].iter().all(|photo| waiting.contains(photo)) && waiting.len() == 3);
    // Sorted, by whomever, none of them is shown to a family.
    store.sort_photos(&scene.desk, &from, &to, &[before, doubtful, removed, after], true, noon()).await.unwrap();
    for photo in [before, doubtful, removed] {
        assert!(!shown(&scene, photo).await);
        let page = store.job_photo(&scene.desk, school.job, photo).await.unwrap();
        assert_eq!((page.unclear_since, page.kept_back, page.group), (Some(noon()), false, None));
    }
    assert!(shown(&scene, after).await);
    // A member has looked at one of them: that one is shown, wherever it hangs.
    refused!(store.looked_at(&scene.desk, &from, &[before], noon()).await, Error::NotFound);
    store.looked_at(&scene.desk, &to, &[before, after], noon()).await.unwrap();
    assert!(shown(&scene, before).await && !shown(&scene, removed).await);
    refused!(store.looked_at(&scene.desk, &to, &[before], noon()).await, Error::NotFound);
    refused!(store.job_photo(&scene.desk, school.job, before).await, Error::NotFound);
    // What is held back for good is not let out in this way.
    let class = scene.grant(class(&scene, &school, 0).await).await;
    refused!(store.looked_at(&scene.desk, &class, &school.group_photos[..1], noon()).await, Error::NotFound);
}

// S63
async fn photographs_that_come_to_the_group_of_an_erased_child_wait_until_somebody_has_looked(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let store = &place.store;
    let (of_class, other) = (class(&scene, &school, 0).await, class(&scene, &school, 1).await);
    let without = scene.photo(of_class, "without.jpg", noon()).await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    let on = [school.children[0], school.children[2]].into();
    let was = store.job_photo(&scene.desk, school.job, without).await.unwrap().said();
    store.say_who_is_on(&scene.desk, school.job, without, &school.children[..3], &on, &was).await.unwrap();
    erase(&scene, &school, 1, TimeDelta::zero()).await;
    assert!(shown(&scene, without).await, "it was said before that they are not on it");
    let late = scene.photo(of_class, "late.jpg", noon()).await;
    let sorted = scene.shot(own_gallery(&scene, &school).await, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let elsewhere = scene.photo(other, "other.jpg", noon()).await;
    let unsorted = scene.grant(own_gallery(&scene, &school).await).await;
    let (class, other) = (scene.grant(of_class).await, scene.grant(other).await);
    store.sort_photos(&scene.desk, &unsorted, &class, &[sorted], false, noon()).await.unwrap();
    let mut expected = vec![late, sorted];
    expected.sort();
    assert_eq!(unclear(&scene, of_class).await, expected);
    assert!(shown(&scene, elsewhere).await && !shown(&scene, late).await && !shown(&scene, sorted).await);
    let page = store.job_photo(&scene.desk, school.job, late).await.unwrap();
    assert_eq!((page.unclear_since, page.held_by().count()), (Some(noon()), 0));
    assert_eq!(store.groups(&scene.desk, school.job).await.unwrap()[0].held, 3);
    // Somebody may look who decides about it, and nobody else takes it out.
    refused!(store.sort_photos(&scene.desk, &class, &other, &[late], false, noon()).await, Error::NotFound);
    store.looked_at(&scene.desk, &class, &[late, sorted], noon()).await.unwrap();
    assert!(shown(&scene, late).await && shown(&scene, sorted).await);
    // What was said in this group is said of no other one, and not for ever.
    store.sort_photos(&scene.desk, &class, &other, &[late], false, noon()).await.unwrap();
    store.sort_photos(&scene.desk, &other, &class, &[late], false, noon()).await.unwrap();
    assert_eq!(unclear(&scene, of_class).await, [late]);
    assert_eq!(store.unsort_photos(&scene.desk, &class, &unsorted, noon(), true, noon()).await.unwrap(), 2);
    assert_eq!(place.number("select count(*) from photo_looked_at").await, 1);
}

// S63
async fn whoever_did_not_know_of_the_latest_erasure_has_not_looked(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let store = &place.store;
    let own = own_gallery(&scene, &school).await;
    let (grant, later) = (scene.grant(own).await, TimeDelta::minutes(5));
    let [first, second] = [
        scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await,
        scene.shot(own, "IMG_2.jpg", 2, CardsSeen::default()).await,
    ];
    for child in [0, 3] {
        scene.protect(school.children[child], true, Consent::Given, Consent::Given).await;
    }
    erase(&scene, &school, 0, TimeDelta::zero()).await;
    store.looked_at(&scene.desk, &grant, &[first], noon()).await.unwrap();
    erase(&scene, &school, 3, later).await;
    refused!(store.looked_at(&scene.desk, &grant, &[first], noon()).await, Error::ChangedMeanwhile);
    refused!(store.looked_at(&scene.desk, &grant, &[second], noon()).await, Error::ChangedMeanwhile);
    let since = store.unclear_photos(&scene.desk, &grant).await.unwrap();
    assert_eq!(since.into_values().collect::<Vec<_>>(), [noon() + later; 2]);
    store.looked_at(&scene.desk, &grant, &[first, second], noon() + later).await.unwrap();
    assert!(unclear(&scene, own).await.is_empty());
    // Of another studio it is none.
    let other = Scene::another(store, "suedlicht").await;
    assert!(store.unclear_photos(&other.desk, &grant).await.is_err());
    assert!(store.looked_at(&other.desk, &grant, &[first], noon()).await.is_err());
}

// S63
async fn a_child_that_could_be_shown_leaves_nothing_to_look_at(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let own = own_gallery(&scene, &school).await;
    scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    erase(&scene, &school, 1, TimeDelta::zero()).await;
    let of_class = class(&scene, &school, 0).await;
    let late = scene.photo(of_class, "late.jpg", noon()).await;
    assert!(unclear(&scene, own).await.is_empty() && unclear(&scene, of_class).await.is_empty());
    assert!(shown(&scene, late).await);
}

// S63: it is nowhere near its group any more
async fn what_a_group_holds_back_stays_held_back_when_it_is_taken_for_a_card_and_is_none(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (store, own) = (&place.store, own_gallery(&scene, &school).await);
    let (of_anna, of_zoe) = (gallery_of(&scene, &school, 0).await, gallery_of(&scene, &school, 4).await);
    let first = class(&scene, &school, 0).await;
    // Of one class somebody was erased who was protected, in the other one somebody is refused.
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    erase(&scene, &school, 1, TimeDelta::zero()).await;
    scene.protect(school.children[3], false, Consent::Given, Consent::Refused).await;
    let doubtful = CardsSeen { codes: Vec::new(), unread: true };
    let held = [
        scene.photo(first, "late.jpg", noon()).await,
        scene.shot(first, "IMG_1.jpg", 1, doubtful).await,
        school.group_photos[1],
    ];
    // One of a group that nothing holds back, and one that hangs with no group.
    let free = [scene.photo(of_anna, "free.jpg", noon()).await, scene.photo(of_zoe, "other.jpg", noon()).await];
    let all = [&held[..], &free].concat();
    store.tell_cards(&scene.desk, school.job, of_zoe, &all, true, noon()).await.unwrap();
    store.no_cards(&scene.desk, school.job, &all).await.unwrap();
    let unsorted = scene.grant(own).await;
    let mut expected = held.to_vec();
    expected.sort();
    assert_eq!(unclear(&scene, own).await, expected);
    let to = scene.grant(of_anna).await;
    store.sort_photos(&scene.desk, &unsorted, &to, &all, false, noon()).await.unwrap();
    for photo in held {
        assert!(!shown(&scene, photo).await, "the family of another child sees it");
    }
    assert!(shown(&scene, free[0]).await && shown(&scene, free[1]).await);
    store.looked_at(&scene.desk, &to, &held, noon()).await.unwrap();
    assert!(shown(&scene, held[0]).await);
}

// S62, S63: whoever may not be shown with the group holds back what is no card
async fn a_photograph_of_a_group_that_was_taken_for_a_card_hangs_there_again_and_is_held_back_there(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let store = &place.store;
    let (own, of_class) = (own_gallery(&scene, &school).await, class(&scene, &school, 0).await);
    let of_anna = gallery_of(&scene, &school, 0).await;
    let doubtful = || CardsSeen { codes: Vec::new(), unread: true };
    let photo = scene.shot(of_class, "IMG_1.jpg", 1, doubtful()).await;
    let alone = scene.shot(of_anna, "IMG_2.jpg", 2, doubtful()).await;
    scene.protect(school.children[1], false, Consent::Given, Consent::Refused).await;
    assert!(store.photo_place(photo).await.unwrap().card);
    store.no_cards(&scene.desk, school.job, &[photo, alone]).await.unwrap();
    let place = store.photo_place(photo).await.unwrap();
    assert_eq!((place.gallery, place.card, place.shown), (of_class, false, false));
    assert_eq!(store.photo_place(alone).await.unwrap().gallery, own, "of no group, it waits to be sorted");
    let page = store.job_photo(&scene.desk, school.job, photo).await.unwrap();
    assert_eq!(page.held_by().map(|(one, _)| one.subject).collect::<Vec<_>>(), [school.children[1]]);
    // Whoever sorts alone does not take it out to where nobody holds it back.
    let (from, to) = (scene.grant(of_class).await, scene.grant(of_anna).await);
    refused!(store.sort_photos(&scene.desk, &from, &to, &[photo], false, noon()).await, Error::NotFound);
    scene.protect(school.children[1], false, Consent::Given, Consent::Given).await;
    assert!(shown(&scene, photo).await, "nothing else held it back");
}

// S63: two members have the page of one child open
async fn what_is_said_of_a_child_on_an_old_page_changes_nothing(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let ben = school.children[1];
    let rights = async || place.store.subject(&scene.desk, ben).await.unwrap().0.rights();
    let give = async |protected, was: &str| {
        let given = Consent::Given;
        place.store.protect_subject(&scene.desk, ben, protected, given, given, was).await
    };
    let first = rights().await;
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    let (withdrawn, before) = (rights().await, all_rows(&place.store).await);
    for old in [&*first, ""] {
        refused!(give(false, old).await, Error::ChangedMeanwhile);
    }
    assert_eq!(all_rows(&place.store).await, before);
    assert!(!shown(&scene, school.group_photos[0]).await);
    // Whoever has seen it takes it back; the page that was seen is old then.
    give(true, &withdrawn).await.unwrap();
    refused!(give(false, &withdrawn).await, Error::ChangedMeanwhile);
    let now = place.store.subject(&scene.desk, ben).await.unwrap().0;
    assert_eq!((now.protected, now.consent, now.withdrawn_at), (true, Consent::Given, None));
    // Whoever is gone is not there, on an old page as on any.
    place.store.erase_subject(&scene.desk, ben, GroupPhotos::KeepBack, noon()).await.unwrap();
    refused!(give(false, &withdrawn).await, Error::NotFound);
}

// S63
async fn a_file_on_its_way_while_a_protected_child_is_erased_waits_until_somebody_has_looked(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let own = own_gallery(&scene, &school).await;
    let bytes = ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"].map(|name| (name, Bytes::from_static(name.as_bytes())));
    let begin = async |place: usize| scene.begin(own, &an_upload(bytes[place].0, &bytes[place].1)).await;
    let before = begin(0).await;
    erase(&scene, &school, 0, TimeDelta::zero()).await;
    let between = begin(1).await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    erase(&scene, &school, 1, TimeDelta::minutes(1)).await;
    let after = begin(2).await;
    // Gone on with later, it is the same upload.
    assert_eq!(begin(0).await.id, before.id);
    let mut photos = Vec::new();
    for (upload, (name, bytes)) in [&before, &between, &after].into_iter().zip(&bytes) {
        scene.send(upload, bytes).await;
        photos.push(scene.finish(upload, noon() + TimeDelta::hours(1)).await.unwrap());
        let lease = scene.take_work(noon() + TimeDelta::hours(1)).await;
        place.store.finish_photo(&lease, &rendered(name), noon() + TimeDelta::hours(1)).await.unwrap();
    }
    let mut expected = photos[..2].to_vec();
    expected.sort();
    assert_eq!(unclear(&scene, own).await, expected);
    let (from, to) = (scene.grant(own).await, scene.grant(gallery_of(&scene, &school, 2).await).await);
    place.store.sort_photos(&scene.desk, &from, &to, &photos, false, noon()).await.unwrap();
    assert!(!shown(&scene, photos[0]).await && !shown(&scene, photos[1]).await && shown(&scene, photos[2]).await);
}

// S63
async fn taking_back_what_was_sorted_leaves_no_hold_behind(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (store, own) = (&place.store, own_gallery(&scene, &school).await);
    let photo = scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let (unsorted, of_class) = (scene.grant(own).await, scene.grant(class(&scene, &school, 0).await).await);
    store.sort_photos(&scene.desk, &unsorted, &of_class, &[photo], false, noon()).await.unwrap();
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    let later = noon() + TimeDelta::minutes(1);
    assert_eq!(store.unsort_photos(&scene.desk, &of_class, &unsorted, noon(), true, later).await.unwrap(), 1);
    assert_eq!(unclear(&scene, own).await, [photo]);
    let to = scene.grant(gallery_of(&scene, &school, 0).await).await;
    store.sort_photos(&scene.desk, &unsorted, &to, &[photo], false, later).await.unwrap();
    assert!(!shown(&scene, photo).await);
}

// S63: as if it had not been touched
async fn what_comes_back_to_where_somebody_was_erased_meanwhile_is_held_back(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (store, own, group) = (&place.store, own_gallery(&scene, &school).await, class(&scene, &school, 1).await);
    let [unsorted, of_class] = [scene.grant(own).await, scene.grant(group).await];
    let [anna, carla] = [
        scene.grant(gallery_of(&scene, &school, 0).await).await,
        scene.grant(gallery_of(&scene, &school, 2).await).await,
    ];
    let photo = scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let of_group = scene.photo(group, "late.jpg", noon()).await;
    let sort = async || {
        store.sort_photos(&scene.desk, &unsorted, &anna, &[photo], false, noon()).await.unwrap();
        store.sort_photos(&scene.desk, &of_class, &carla, &[of_group], false, noon()).await.unwrap();
    };
    let undo = async || {
        let later = noon() + TimeDelta::minutes(9);
        store.unsort_photos(&scene.desk, &anna, &unsorted, noon(), false, later).await.unwrap();
        store.unsort_photos(&scene.desk, &carla, &of_class, noon(), false, later).await.unwrap();
    };
    sort().await;
    undo().await;
    assert!(unclear(&scene, own).await.is_empty() && shown(&scene, of_group).await, "it is as it was");
    sort().await;
    // Somebody protected leaves behind what is not sorted, anybody else the photographs of the group.
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    erase(&scene, &school, 1, TimeDelta::minutes(1)).await;
    erase(&scene, &school, 3, TimeDelta::minutes(1)).await;
    undo().await;
    assert_eq!(unclear(&scene, own).await, [photo]);
    assert_eq!(unclear(&scene, group).await, [of_group]);
}
