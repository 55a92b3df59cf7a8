use bytes::Bytes;
use chrono::{NaiveDate, TimeDelta};
use domain::ids::PhotoId;
use domain::photo::{Size, Unreadable};
use futures::TryStreamExt;
use store::fixtures::{Scene, Throwaway, an_upload, noon, rendered};
use store::{Arrival, BlobKey, Error};

on_both_and_s3!(
    what_was_uploaded_again_does_not_come_back_twice,
    a_photograph_is_shown_when_its_sizes_are_there,
    the_original_is_kept_byte_for_byte,
    a_photograph_is_served_only_to_a_proof_for_its_own_gallery,
    photographs_that_cannot_be_read_are_listed_apart_with_the_reason,
    a_removed_photograph_is_gone_at_once_and_can_be_taken_back,
    six_hundred_photographs_are_removed_at_once,
    what_was_removed_at_one_moment_comes_back_together,
    a_gallery_says_how_far_its_photographs_are,
    a_photograph_knows_where_it_hangs,
);

/// S70
async fn a_photograph_is_shown_when_its_sizes_are_there(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photo = studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let grant = studio.grant(wedding).await;
    let store = &place.store;
    let (shown, failed) = store.studio_photos(&studio.desk, &grant).await.unwrap();
    assert_eq!((shown.len(), failed.len()), (1, 0));
    assert!(!shown[0].ready);
    assert_eq!((shown[0].width, shown[0].height), (1500, 1000));
    assert_eq!(store.photo_count(&grant).await.unwrap(), 0);
    assert!(store.photo_bytes(&grant, photo, Size::Small).await.is_err());

    let lease = studio.take_work(noon()).await;
    let mut made = rendered("IMG_1.jpg");
    (made.width, made.height) = (800, 1200);
    made.taken_at = NaiveDate::from_ymd_opt(2026, 5, 9).unwrap().and_hms_opt(14, 30, 0);
    store.finish_photo(&lease, &made, noon()).await.unwrap();
    let (shown, _) = store.studio_photos(&studio.desk, &grant).await.unwrap();
    assert!(shown[0].ready);
    assert_eq!((shown[0].width, shown[0].height, shown[0].colour), (800, 1200, 0x8a_4b_2a));
    assert_eq!(shown[0].file_name, "IMG_1.jpg");
    for size in Size::ALL {
        let (length, bytes) = store.photo_bytes(&grant, photo, *size).await.unwrap();
        let bytes: Vec<Bytes> = bytes.try_collect().await.unwrap();
        assert_eq!((length, bytes.concat()), (9, b"IMG_1.jpg".to_vec()));
    }
    let taken = "select count(*) from photo where taken_at is not null and media_type = 'jpeg' and bytes = 9";
    assert_eq!(place.number(taken).await, 1);
    assert!(store.take_work(noon()).await.unwrap().is_none());
}

async fn the_original_is_kept_byte_for_byte(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let bytes = Bytes::from_static(b"\xff\xd8 any bytes \x00 \xff\xd9");
    let upload = studio.begin(wedding, &an_upload("IMG_1.jpg", &bytes)).await;
    studio.send(&upload, &bytes).await;
    let photo = studio.finish(&upload, noon()).await.unwrap();
    let lease = studio.take_work(noon()).await;
    assert_eq!(place.store.original(&lease).await.unwrap(), bytes);
    let key = BlobKey::Original(studio.studio.id, photo);
    assert_eq!(place.store.blobs().get(key).await.unwrap(), bytes);
}

/// B08, B10
async fn a_photograph_is_served_only_to_a_proof_for_its_own_gallery(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let photo = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    studio.login("Familie Wind", "wind-und-meer", &[portraits]).await;
    let token = studio.enter("wind-und-meer").await.unwrap();
    let other = studio.guest_grant(&token, portraits).await;
    let store = &place.store;
    assert!(matches!(store.photo_bytes(&other, photo, Size::Medium).await, Err(Error::NotFound)));
    refused!(store.photo_around(&other, photo).await, Error::NotFound);
    let own = studio.grant(wedding).await;
    assert!(store.photo_bytes(&own, photo, Size::Medium).await.is_ok());
    let nothing = PhotoId::from_random([7; 16]);
    assert!(matches!(store.photo_bytes(&own, nothing, Size::Medium).await, Err(Error::NotFound)));
}

/// S70
async fn photographs_that_cannot_be_read_are_listed_apart_with_the_reason(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let grant = studio.grant(wedding).await;
    let store = &place.store;
    let broken = studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let lease = studio.take_work(noon()).await;
    store.refuse_photo(&lease, Unreadable::Damaged).await.unwrap();
    studio.photo(wedding, "IMG_2.jpg", noon()).await;
    let (shown, failed) = store.studio_photos(&studio.desk, &grant).await.unwrap();
    assert_eq!((shown.len(), failed.len()), (1, 1));
    assert_eq!((failed[0].id, failed[0].failure), (broken, Some(Unreadable::Damaged)));
    assert_eq!(failed[0].file_name, "IMG_1.jpg");
    assert_eq!(store.photo_count(&grant).await.unwrap(), 1);
    refused!(store.refuse_photo(&lease, Unreadable::Empty).await, Error::NotFound);
    // The same file may be tried again: perhaps it was our fault.
    let again = studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    assert_ne!(again, broken);
}

/// S8
async fn a_removed_photograph_is_gone_at_once_and_can_be_taken_back(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let photo = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    let kept = studio.photo(wedding, "IMG_2.jpg", noon()).await;
    let (grant, other) = (studio.grant(wedding).await, studio.grant(portraits).await);
    let (store, desk) = (&place.store, &studio.desk);
    assert_eq!(store.delete_photos(desk, &other, &[photo], noon()).await.unwrap(), 0);
    assert_eq!(store.delete_photos(desk, &grant, &[photo, photo], noon()).await.unwrap(), 1);
    assert_eq!(store.delete_photos(desk, &grant, &[photo], noon()).await.unwrap(), 0);
    let on_page = async || {
        let page = store.photos_of(&grant, 0, 10).await.unwrap();
        page.into_iter().map(|it| it.id).collect::<Vec<_>>()
    };
    assert_eq!(on_page().await, [kept]);
    assert!(matches!(store.photo_bytes(&grant, photo, Size::Small).await, Err(Error::NotFound)));
    refused!(store.photo_place(photo).await, Error::NotFound);
    refused!(store.photo_around(&grant, photo).await, Error::NotFound);
    assert_eq!(store.studio_photos(desk, &grant).await.unwrap().0.len(), 1);
    assert_eq!(store.restore_photos(desk, &grant, &[photo, kept]).await.unwrap(), 1);
    assert_eq!(on_page().await, [photo, kept]);
    assert!(store.photo_bytes(&grant, photo, Size::Small).await.is_ok());
}

/// More than one statement can hold.
async fn six_hundred_photographs_are_removed_at_once(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let mut photos = vec![studio.photo(wedding, "IMG_1.jpg", noon()).await];
    photos.extend((0..600_u128).map(|number| PhotoId::from_random((number * 0x1_0000_0001).to_be_bytes())));
    photos.push(studio.photo(wedding, "IMG_2.jpg", noon()).await);
    let grant = studio.grant(wedding).await;
    let removed = place.store.delete_photos(&studio.desk, &grant, &photos, noon()).await;
    assert_eq!(removed.unwrap(), 2);
}

async fn a_photograph_knows_where_it_hangs(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photo = studio.photo(wedding, "IMG_1.jpg", noon() + TimeDelta::seconds(1)).await;
    let hangs = place.store.photo_place(photo).await.unwrap();
    assert_eq!((hangs.studio, hangs.gallery), (studio.studio.id, wedding));
    let of = place.store.studio_of_place(&hangs).await.unwrap();
    assert_eq!(of.address, studio.studio.address);
    let nothing = place.store.photo_place(PhotoId::from_random([7; 16])).await;
    refused!(nothing, Error::NotFound);
}

async fn what_was_removed_at_one_moment_comes_back_together(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let mut photos = Vec::new();
    for name in ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"] {
        photos.push(studio.photo(wedding, name, noon()).await);
    }
    let elsewhere = studio.photo(portraits, "IMG_4.jpg", noon()).await;
    let (grant, other) = (studio.grant(wedding).await, studio.grant(portraits).await);
    let (store, desk) = (&place.store, &studio.desk);
    let (first, second) = (noon() + TimeDelta::milliseconds(1), noon() + TimeDelta::milliseconds(2));
    store.delete_photos(desk, &grant, &photos[..2], first).await.unwrap();
    store.delete_photos(desk, &grant, &photos[1..], second).await.unwrap();
    store.delete_photos(desk, &other, &[elsewhere], first).await.unwrap();
    let removed = async |moment| store.removed_photos(desk, &grant, moment).await.unwrap();
    assert_eq!((removed(first).await, removed(second).await, removed(noon()).await), (2, 1, 0));
    assert_eq!(store.restore_removed(desk, &grant, first).await.unwrap(), 2);
    assert_eq!(store.restore_removed(desk, &grant, first).await.unwrap(), 0);
    assert_eq!(removed(first).await, 0);
    assert_eq!(store.photo_count(&grant).await.unwrap(), 2);
    assert_eq!(store.photo_count(&other).await.unwrap(), 0);
}

/// S70
async fn what_was_uploaded_again_does_not_come_back_twice(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photos = [studio.photo(wedding, "IMG_1.jpg", noon()).await, studio.photo(wedding, "IMG_2.jpg", noon()).await];
    let grant = studio.grant(wedding).await;
    place.store.delete_photos(&studio.desk, &grant, &photos, noon()).await.unwrap();
    let again = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    assert_eq!(place.store.restore_removed(&studio.desk, &grant, noon()).await.unwrap(), 1);
    let there = place.store.photos_of(&grant, 0, 9).await.unwrap();
    assert_eq!(there.iter().map(|photo| photo.id).collect::<Vec<_>>(), [again, photos[1]]);
}

async fn a_gallery_says_how_far_its_photographs_are(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let grant = studio.grant(wedding).await;
    let arrival = async || place.store.arrival(&studio.desk, &grant).await.unwrap();
    assert_eq!(arrival().await, Arrival::default());
    studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let lease = studio.take_work(noon()).await;
    place.store.refuse_photo(&lease, Unreadable::Damaged).await.unwrap();
    studio.photo(wedding, "IMG_2.jpg", noon()).await;
    let removed = studio.photo(wedding, "IMG_3.jpg", noon()).await;
    studio.photo(wedding, "IMG_4.jpg", noon()).await;
    studio.arriving(wedding, "IMG_5.jpg", noon()).await;
    place.store.delete_photos(&studio.desk, &grant, &[removed], noon()).await.unwrap();
    let (processing, failed, ready) = (1, 1, 2);
    assert_eq!(arrival().await, Arrival { processing, failed, ready });
}
