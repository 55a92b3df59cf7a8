use std::collections::BTreeSet;

use bytes::Bytes;
use chrono::TimeDelta;
use domain::ids::{GalleryId, PhotoId};
use domain::photo::MediaType;
use futures::future::join_all;
use store::fixtures::{Scene, Throwaway, an_upload, noon, part_of, sha256};
use store::{Begun, BlobKey, Error, NewUpload, PART_BYTES, PendingUpload};

on_both_and_s3!(
    several_parts_in_any_order_become_one_file,
    a_part_sent_twice_is_kept_once,
    a_part_that_is_not_what_it_says_is_refused,
    an_upload_with_a_missing_part_is_not_finished,
    a_whole_that_is_not_what_was_announced_is_refused_and_leaves_nothing,
    the_same_key_goes_on_with_the_same_upload,
    a_key_that_comes_with_another_file_begins_anew,
    a_file_that_is_there_already_is_not_taken_twice,
    finished_twice_it_is_one_photograph,
    two_that_finish_at_once_make_one_photograph,
    two_uploads_of_the_same_content_make_one_photograph,
    fifty_files_of_one_name_arrive_at_once_unmixed,
    an_abandoned_upload_takes_its_parts_along,
    what_nobody_goes_on_with_is_swept_after_two_days,
    a_part_that_has_come_can_be_looked_into,
    an_upload_into_a_deleted_gallery_ends_nowhere,
);

/// Bytes of which no two stretches are equal.
fn a_file(length: u64) -> Bytes {
    let words = (0..=length / 4).flat_map(|n| u32::try_from(n).unwrap().to_le_bytes());
    words.take(usize::try_from(length).unwrap()).collect()
}

async fn there(studio: &Scene<'_>, upload: &PendingUpload) -> PendingUpload {
    studio.store.upload(&studio.desk, upload.id).await.unwrap()
}

async fn original(studio: &Scene<'_>, photo: PhotoId) -> Bytes {
    let key = BlobKey::Original(studio.studio.id, photo);
    studio.store.blobs().get(key).await.unwrap()
}

/// S70, T11
async fn several_parts_in_any_order_become_one_file(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(2 * PART_BYTES + 12_345);
    let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &whole)).await;
    assert_eq!(upload.missing, [0, 1, 2]);
    for number in [2, 0, 1] {
        let part = part_of(&whole, number);
        place.store.put_part(&upload, number, sha256(&part), part).await.unwrap();
    }
    assert!(there(&studio, &upload).await.missing.is_empty());
    let photo = studio.finish(&upload, noon()).await.unwrap();
    assert_eq!(original(&studio, photo).await, whole);
    assert_eq!(place.files().await, 1);
}

/// T11
async fn a_part_sent_twice_is_kept_once(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(PART_BYTES + 1);
    let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &whole)).await;
    for number in [0, 0, 1, 1, 0] {
        let part = part_of(&whole, number);
        place.store.put_part(&upload, number, sha256(&part), part).await.unwrap();
    }
    assert_eq!(place.number("select count(*) from upload_part").await, 2);
    let photo = studio.finish(&upload, noon()).await.unwrap();
    assert_eq!(original(&studio, photo).await, whole);
    // A late repetition of a part finds that the upload has ended, and leaves nothing behind.
    let part = part_of(&whole, 1);
    let late = place.store.put_part(&upload, 1, sha256(&part), part).await;
    refused!(late, Error::NotFound);
    assert_eq!(place.files().await, 1);
}

/// T11
async fn a_part_that_is_not_what_it_says_is_refused(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(PART_BYTES + 5);
    let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &whole)).await;
    let put = async |number, digest, bytes: Bytes| {
        let put = place.store.put_part(&upload, number, digest, bytes).await;
        refused!(put, Error::DigestMismatch);
    };
    let (first, last) = (part_of(&whole, 0), part_of(&whole, 1));
    put(0, sha256(&last), first.clone()).await;
    put(0, sha256(&last), last.clone()).await;
    put(1, sha256(&first), first.clone()).await;
    put(1, sha256(b"four"), Bytes::from_static(b"four")).await;
    put(2, sha256(b""), Bytes::new()).await;
    put(u32::MAX, sha256(&last), last).await;
    assert_eq!(there(&studio, &upload).await.missing, [0, 1]);
    assert_eq!(place.files().await, 0);
}

async fn an_upload_with_a_missing_part_is_not_finished(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(PART_BYTES + 5);
    let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &whole)).await;
    let part = part_of(&whole, 1);
    place.store.put_part(&upload, 1, sha256(&part), part).await.unwrap();
    refused!(studio.finish(&upload, noon()).await, Error::DigestMismatch);
    assert_eq!(place.number("select count(*) from photo").await, 0);
    studio.send(&there(&studio, &upload).await, &whole).await;
    studio.finish(&upload, noon()).await.unwrap();
}

async fn a_whole_that_is_not_what_was_announced_is_refused_and_leaves_nothing(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    for (name, length) in [("small.jpg", 5), ("large.jpg", PART_BYTES + 5)] {
        let whole = a_file(length);
        let lie = NewUpload { sha256: sha256(b"something else"), ..an_upload(name, &whole) };
        let upload = studio.begin(wedding, &lie).await;
        studio.send(&upload, &whole).await;
        let before = place.files().await;
        refused!(studio.finish(&upload, noon()).await, Error::DigestMismatch);
        assert_eq!(place.files().await, before);
        place.store.abandon_upload(&upload).await.unwrap();
    }
    assert_eq!(place.files().await, 0);
    assert_eq!(place.number("select count(*) from photo").await, 0);
    assert_eq!(place.number("select count(*) from work_item").await, 0);
}

/// S70
async fn the_same_key_goes_on_with_the_same_upload(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(2 * PART_BYTES + 1);
    let new = an_upload("IMG_1.jpg", &whole);
    let first = studio.begin(wedding, &new).await;
    let part = part_of(&whole, 1);
    place.store.put_part(&first, 1, sha256(&part), part).await.unwrap();
    // After a reload, and on another instance.
    let second = place.open_again().await.unwrap();
    let grant = studio.grant(wedding).await;
    let begun = second.begin_upload(&studio.desk, &grant, &new, noon()).await.unwrap();
    let missing = vec![0, 2];
    assert_eq!(begun, Begun::Parts { upload: first.id, missing });
    // The same key in another gallery is another upload.
    let portraits = studio.gallery("Portraits").await;
    assert_ne!(studio.begin(portraits, &new).await.id, first.id);
}

async fn a_key_that_comes_with_another_file_begins_anew(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let (old, new) = (a_file(100), a_file(PART_BYTES + 100));
    let first = studio.begin(wedding, &an_upload("IMG_1.jpg", &old)).await;
    studio.send(&first, &old).await;
    let second = studio.begin(wedding, &an_upload("IMG_1.jpg", &new)).await;
    assert_ne!(first.id, second.id);
    assert_eq!(second.missing, [0, 1]);
    // The parts of the first are gone, and it takes no more.
    assert_eq!(place.files().await, 0);
    let late = place.store.put_part(&first, 0, sha256(&old), old).await;
    refused!(late, Error::NotFound);
    assert_eq!(place.files().await, 0);
}

/// S70
async fn a_file_that_is_there_already_is_not_taken_twice(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let photo = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    let bytes = Bytes::from_static(b"IMG_1.jpg");
    let begin = async |gallery: GalleryId| {
        let grant = studio.grant(gallery).await;
        let mut new = an_upload("another name.jpg", &bytes);
        new.client_key = String::from("another key");
        place.store.begin_upload(&studio.desk, &grant, &new, noon()).await.unwrap()
    };
    assert_eq!(begin(wedding).await, Begun::AlreadyThere(photo));
    assert!(matches!(begin(portraits).await, Begun::Parts { .. }));
    // Removed, it may come again.
    let grant = studio.grant(wedding).await;
    place.store.delete_photos(&studio.desk, &grant, &[photo], noon()).await.unwrap();
    assert!(matches!(begin(wedding).await, Begun::Parts { .. }));
}

async fn finished_twice_it_is_one_photograph(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(PART_BYTES + 5);
    let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &whole)).await;
    studio.send(&upload, &whole).await;
    let stale = there(&studio, &upload).await;
    let photo = studio.finish(&upload, noon()).await.unwrap();
    assert_eq!(studio.finish(&upload, noon()).await.unwrap(), photo);
    assert_eq!(there(&studio, &upload).await.photo, Some(photo));
    // Also when it was read before it was finished: the parts are gone, the photograph is known.
    let grant = studio.grant(wedding).await;
    let again = place.store.finish_upload(&studio.desk, &grant, &stale, MediaType::Jpeg, (1, 1), noon()).await.unwrap();
    assert_eq!(again.photo, photo);
    assert_eq!(place.files().await, 1);
    assert_eq!(place.number("select count(*) from photo").await, 1);
    assert_eq!(place.number("select count(*) from work_item").await, 1);
}

async fn two_that_finish_at_once_make_one_photograph(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    for length in [PART_BYTES + 5, 1000, 2000, 3000] {
        let whole = a_file(length);
        let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &whole)).await;
        studio.send(&upload, &whole).await;
        let finish = || studio.finish(&upload, noon());
        let (a, b, c) = tokio::join!(finish(), finish(), finish());
        let photos = BTreeSet::from([a.unwrap(), b.unwrap(), c.unwrap()]);
        assert_eq!(photos.len(), 1);
        assert_eq!(original(&studio, *photos.first().unwrap()).await, whole);
    }
    assert_eq!(place.number("select count(*) from photo").await, 4);
    assert_eq!(place.number("select count(*) from work_item").await, 4);
    assert_eq!(place.files().await, 4);
}

/// Two windows, one folder: each begins before the other has ended.
async fn two_uploads_of_the_same_content_make_one_photograph(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(1000);
    let (mut one, mut two) = (an_upload("IMG_1.jpg", &whole), an_upload("IMG_1.jpg", &whole));
    (one.client_key, two.client_key) = ("one".to_owned(), "two".to_owned());
    let (one, two) = (studio.begin(wedding, &one).await, studio.begin(wedding, &two).await);
    studio.send(&one, &whole).await;
    studio.send(&two, &whole).await;
    let (a, b) = tokio::join!(studio.finish(&one, noon()), studio.finish(&two, noon()));
    assert_eq!(a.unwrap(), b.unwrap());
    assert_eq!(place.number("select count(*) from photo").await, 1);
    assert_eq!(place.files().await, 1);
}

/// B19, T12
async fn fifty_files_of_one_name_arrive_at_once_unmixed(place: Throwaway) {
    let studio = &Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let arrive = async |number: u64| {
        let whole = a_file(4000 + number);
        let mut new = an_upload("IMG_0001.jpg", &whole);
        new.client_key = format!("file {number}");
        let upload = studio.begin(wedding, &new).await;
        studio.send(&upload, &whole).await;
        (studio.finish(&upload, noon()).await.unwrap(), whole)
    };
    let arrived = join_all((0..50).map(arrive)).await;
    let photos: BTreeSet<PhotoId> = arrived.iter().map(|(photo, _)| *photo).collect();
    assert_eq!(photos.len(), 50);
    for (photo, whole) in arrived {
        assert_eq!(original(studio, photo).await, whole);
    }
    let (shown, _) = place.store.studio_photos(&studio.desk, &studio.grant(wedding).await).await.unwrap();
    assert_eq!(shown.len(), 50);
    assert_eq!(place.files().await, 50);
}

async fn an_abandoned_upload_takes_its_parts_along(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(PART_BYTES + 5);
    let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &whole)).await;
    studio.send(&upload, &whole).await;
    place.store.abandon_upload(&upload).await.unwrap();
    assert_eq!(place.files().await, 0);
    assert_eq!(place.number("select count(*) from upload_part").await, 0);
    refused!(place.store.upload(&studio.desk, upload.id).await, Error::NotFound);
    let part = part_of(&whole, 1);
    let late = place.store.put_part(&upload, 1, sha256(&part), part).await;
    refused!(late, Error::NotFound);
    refused!(studio.finish(&upload, noon()).await, Error::NotFound);
    assert_eq!(place.files().await, 0);
    // Given up again, and given up after it has ended: nothing happens.
    place.store.abandon_upload(&upload).await.unwrap();
    let photo = studio.arriving(wedding, "IMG_2.jpg", noon()).await;
    let ended = place.texts("select client_key from upload where photo_id is not null").await;
    assert_eq!(ended, ["IMG_2.jpg"]);
    assert_eq!(original(&studio, photo).await, "IMG_2.jpg");
}

async fn what_nobody_goes_on_with_is_swept_after_two_days(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let (left, resumed) = (a_file(100), a_file(200));
    for (name, whole) in [("left.jpg", &left), ("resumed.jpg", &resumed)] {
        let upload = studio.begin(wedding, &an_upload(name, whole)).await;
        studio.send(&upload, whole).await;
    }
    let photo = studio.arriving(wedding, "ended.jpg", noon()).await;
    let later = noon() + TimeDelta::hours(47);
    assert_eq!(place.store.sweep_uploads(later).await.unwrap(), 0);
    let grant = studio.grant(wedding).await;
    let again = an_upload("resumed.jpg", &resumed);
    place.store.begin_upload(&studio.desk, &grant, &again, later).await.unwrap();
    // The one nobody went on with, and the record of the one that ended.
    let later = noon() + TimeDelta::hours(49);
    assert_eq!(place.store.sweep_uploads(later).await.unwrap(), 2);
    assert_eq!(place.texts("select client_key from upload").await, ["resumed.jpg"]);
    assert_eq!(place.files().await, 2);
    assert_eq!(original(&studio, photo).await, "ended.jpg");
    let later = noon() + TimeDelta::hours(47 + 49);
    assert_eq!(place.store.sweep_uploads(later).await.unwrap(), 1);
    assert_eq!(place.files().await, 1);
}

async fn a_part_that_has_come_can_be_looked_into(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(PART_BYTES + 5);
    let upload = studio.begin(wedding, &an_upload("large.jpg", &whole)).await;
    assert_eq!(upload.part_count(), 2);
    refused!(place.store.part(&upload, 0).await, Error::NotFound);
    studio.send(&upload, &whole).await;
    for number in 0..2 {
        let part = place.store.part(&upload, number).await.unwrap();
        assert_eq!(part, part_of(&whole, number));
    }
    refused!(place.store.part(&upload, 2).await, Error::NotFound);
}

async fn an_upload_into_a_deleted_gallery_ends_nowhere(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let whole = a_file(1000);
    let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &whole)).await;
    studio.send(&upload, &whole).await;
    let upload = there(&studio, &upload).await;
    let grant = studio.grant(wedding).await;
    let deletion = place.store.delete_gallery(&studio.desk, &grant, noon()).await.unwrap();
    let finish = || {
        let media = MediaType::Jpeg;
        place.store.finish_upload(&studio.desk, &grant, &upload, media, (1, 1), noon())
    };
    refused!(finish().await, Error::NotFound);
    assert_eq!(place.files().await, 1);
    // The gallery comes back, and the parts are still there.
    place.store.restore_galleries(&studio.desk, deletion.id).await.unwrap();
    let photo = finish().await.unwrap().photo;
    assert_eq!(original(&studio, photo).await, whole);
}
