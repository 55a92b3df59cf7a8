use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::PhotoId;
use domain::photo::Size;
use store::fixtures::{Scene, Throwaway, an_upload, noon};
use store::{BlobKey, Error, LinkKind, WorkKind};

on_both_and_s3!(
    a_removed_photograph_is_erased_after_a_month,
    a_deleted_gallery_is_dropped_with_all_that_hung_on_it,
    erasing_goes_on_where_it_was_broken_off,
    what_waits_for_its_sizes_is_not_rendered_any_more,
    taken_back_in_time_everything_stays,
    what_is_alive_is_never_erased,
);

fn after_days(days: i64) -> DateTime<Utc> {
    noon() + TimeDelta::days(days)
}

async fn remove(studio: &Scene<'_>, gallery: domain::ids::GalleryId, photo: PhotoId) {
    let grant = studio.grant(gallery).await;
    assert_eq!(studio.store.delete_photos(&studio.desk, &grant, &[photo], noon()).await.unwrap(), 1);
}

/// Does all erasing that waits. Answers how much there was.
async fn erase_all(place: &Throwaway, now: DateTime<Utc>) -> usize {
    let mut erased = 0;
    while let Some(lease) = place.store.take_work(now).await.unwrap() {
        assert_eq!(lease.kind, WorkKind::Erase);
        place.store.erase_photo(&lease).await.unwrap();
        erased += 1;
    }
    erased
}

async fn a_removed_photograph_is_erased_after_a_month(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let kept = studio.photo(wedding, "kept.jpg", noon()).await;
    let before = place.files().await;
    let removed = studio.photo(wedding, "removed.jpg", noon()).await;
    let grant = studio.grant(wedding).await;
    place.store.choose_cover(&studio.desk, &grant, removed).await.unwrap();
    remove(&studio, wedding, removed).await;
    let begin = async |now| place.store.begin_erasing(now).await.unwrap();
    assert_eq!(begin(after_days(30) - TimeDelta::seconds(1)).await, 0);
    assert_eq!(place.store.removed_photos(&studio.desk, &grant, noon()).await.unwrap(), 1);
    assert_eq!(begin(after_days(30)).await, 1);
    // From now on nobody takes it back.
    assert_eq!(place.store.removed_photos(&studio.desk, &grant, noon()).await.unwrap(), 0);
    assert_eq!(place.store.restore_removed(&studio.desk, &grant, noon()).await.unwrap(), 0);
    assert_eq!(place.store.restore_photos(&studio.desk, &grant, &[removed]).await.unwrap(), 0);
    assert_eq!(begin(after_days(30)).await, 0);
    assert_eq!(erase_all(&place, after_days(30)).await, 1);
    assert_eq!(place.files().await, before);
    assert_eq!(place.texts("select file_name from photo").await, ["kept.jpg"]);
    assert_eq!(place.number("select count(*) from work_item").await, 0);
    assert_eq!(place.number("select count(*) from gallery where cover_id is not null").await, 0);
    let (_, bytes) = place.store.photo_bytes(&grant, kept, Size::Small).await.unwrap();
    drop(bytes);
    assert_eq!(begin(after_days(60)).await, 0);
}

async fn a_deleted_gallery_is_dropped_with_all_that_hung_on_it(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let portraits = studio.gallery("Portraits").await;
    let wedding = studio.gallery("Wedding").await;
    let church = studio.under(wedding, "Church").await;
    studio.photo(wedding, "IMG_1.jpg", noon()).await;
    let removed = studio.photo(church, "IMG_2.jpg", noon()).await;
    studio.photo(church, "IMG_3.jpg", noon()).await;
    remove(&studio, church, removed).await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding, portraits]).await;
    let link = studio.link(wedding, LinkKind::Open, None).await;
    studio.follow(&link, None).await;
    studio.lock(wedding, "a long password").await;
    studio.unlock(wedding, "a long password", None).await.unwrap();
    let part = Bytes::from_static(b"part.jpg");
    let upload = studio.begin(church, &an_upload("part.jpg", &part)).await;
    studio.send(&upload, &part).await;
    let grant = studio.grant(wedding).await;
    let deletion = place.store.delete_gallery(&studio.desk, &grant, noon()).await.unwrap();

    assert_eq!(place.store.begin_erasing(after_days(29)).await.unwrap(), 0);
    assert_eq!(place.store.drop_galleries(after_days(29)).await.unwrap(), 0);
    assert_eq!(place.store.begin_erasing(after_days(30)).await.unwrap(), 3);
    refused!(place.store.deletion(&studio.desk, deletion.id).await, Error::NotFound);
    refused!(place.store.restore_galleries(&studio.desk, deletion.id).await, Error::NotFound);
    // A gallery goes when its photographs and its sub-galleries have gone.
    assert_eq!(place.store.drop_galleries(after_days(30)).await.unwrap(), 0);
    assert_eq!(erase_all(&place, after_days(30)).await, 3);
    for dropped in [1, 1, 0] {
        assert_eq!(place.store.drop_galleries(after_days(30)).await.unwrap(), dropped);
    }
    assert_eq!(place.texts("select name from gallery").await, ["Portraits"]);
    assert_eq!(place.number("select count(*) from release").await, 1);
    for empty in [
        "select count(*) from photo",
        "select count(*) from link",
        "select count(*) from upload",
        "select count(*) from upload_part",
        "select count(*) from session_grant",
        "select count(*) from work_item",
    ] {
        assert_eq!(place.number(empty).await, 0, "{empty}");
    }
    assert_eq!(place.files().await, 0);
}

async fn erasing_goes_on_where_it_was_broken_off(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photo = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    remove(&studio, wedding, photo).await;
    let mut now = after_days(30);
    assert_eq!(place.store.begin_erasing(now).await.unwrap(), 1);
    let dead = place.store.take_work(now).await.unwrap().unwrap();
    place.store.blobs().delete(BlobKey::Original(studio.studio.id, photo)).await.unwrap();
    now += TimeDelta::seconds(60);
    let lease = place.store.take_work(now).await.unwrap().unwrap();
    refused!(place.store.erase_photo(&dead).await, Error::NotFound);
    assert_eq!(place.number("select count(*) from photo").await, 1);
    // An object store that is away for a day does not keep the photograph for ever.
    place.store.postpone_work(&lease, "no answer", now).await.unwrap();
    for _ in 0..4 {
        now += TimeDelta::hours(1);
        let lease = place.store.take_work(now).await.unwrap().unwrap();
        place.store.postpone_work(&lease, "no answer", now).await.unwrap();
    }
    now += TimeDelta::hours(1);
    assert!(place.store.take_work(now).await.unwrap().is_none());
    assert_eq!(place.store.begin_erasing(now).await.unwrap(), 0);
    assert_eq!(erase_all(&place, now).await, 1);
    assert_eq!((place.number("select count(*) from photo").await, place.files().await), (0, 0));
}

async fn what_waits_for_its_sizes_is_not_rendered_any_more(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photo = studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    remove(&studio, wedding, photo).await;
    assert_eq!(place.store.begin_erasing(after_days(30)).await.unwrap(), 1);
    assert_eq!(erase_all(&place, after_days(30)).await, 1);
    assert_eq!(place.files().await, 0);
}

async fn taken_back_in_time_everything_stays(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photo = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    let grant = studio.grant(wedding).await;
    remove(&studio, wedding, photo).await;
    assert_eq!(place.store.restore_removed(&studio.desk, &grant, noon()).await.unwrap(), 1);
    let deletion = place.store.delete_gallery(&studio.desk, &grant, noon()).await.unwrap();
    place.store.restore_galleries(&studio.desk, deletion.id).await.unwrap();
    assert_eq!(place.store.begin_erasing(after_days(400)).await.unwrap(), 0);
    assert_eq!(place.store.drop_galleries(after_days(400)).await.unwrap(), 0);
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 1);
}

/// Whatever comes to stand in the table of work: a photograph that is not gone for good keeps its objects.
async fn what_is_alive_is_never_erased(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photo = studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    place.tamper("update work_item set kind = 'erase'").await;
    let lease = studio.take_work(noon()).await;
    refused!(place.store.erase_photo(&lease).await, Error::Corrupt(_));
    let original = place.store.blobs().get(BlobKey::Original(studio.studio.id, photo)).await;
    assert_eq!(original.unwrap(), "IMG_1.jpg");
}
