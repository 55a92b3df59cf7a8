//! Photographs of a job that are held back (S63): nothing but what is said of the people on them lets them out.

use domain::ids::{GalleryId, PhotoId};
use domain::photo_job::Consent;
use store::fixtures::{Scene, School, Throwaway, noon};
use store::{CardsSeen, Error};

on_both!(what_is_held_back_in_a_group_leaves_it_by_whoever_decides_alone);

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
        refused!(store.tell_cards(&scene.desk, school.job, of_anna, &[photo], false).await, Error::NotFound);
        assert!(is_where_it_was(photo).await);
    }
    for to in [&to, &unsorted] {
        refused!(store.unsort_photos(&scene.desk, &from, to, noon(), false).await, Error::NotFound);
    }
    assert_eq!(store.sorted_photos(&scene.desk, &from, noon(), false).await.unwrap(), (1, 0));
    assert_eq!(store.sorted_photos(&scene.desk, &from, noon(), true).await.unwrap(), (1, 1));
    let (listed, _) = store.studio_photos(&scene.desk, &from).await.unwrap();
    assert!(listed.iter().all(|photo| !photo.shown));
    // Of whom it is said that they are not on it, it is not held back, and leaves.
    let on = school.children[..3].iter().copied().filter(|child| *child != school.children[1]).collect();
    store.say_who_is_on(&scene.desk, school.job, sorted, &school.children[..3], &on).await.unwrap();
    assert_eq!(store.unsort_photos(&scene.desk, &from, &unsorted, noon(), false).await.unwrap(), 1);
    // Whoever decides about that takes it out.
    store.sort_photos(&scene.desk, &from, &to, &[held, unread], true, noon()).await.unwrap();
    assert!(shown(&scene, held).await);
    // In the other class nothing is held back.
    let (other, second) = (scene.grant(class(&scene, &school, 1).await).await, school.group_photos[1]);
    store.sort_photos(&scene.desk, &other, &to, &[second], false, noon()).await.unwrap();
}
