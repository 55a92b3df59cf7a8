use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{PhotoId, StudioId};
use store::fixtures::{Scene, Throwaway, an_upload, noon};
use store::{BlobKey, Swept};

on_both_and_s3!(
    an_object_without_a_row_goes_to_the_trash_after_a_day_and_is_deleted_after_a_month,
    what_has_a_row_stays_however_old_it_is,
    what_another_installation_keeps_beside_us_is_not_touched,
);

/// When the first and the last object were written.
async fn written(place: &Throwaway) -> (DateTime<Utc>, DateTime<Utc>) {
    let times: Vec<_> = place.objects().await.into_iter().map(|(_, time)| time).collect();
    (*times.iter().min().unwrap(), *times.iter().max().unwrap())
}

async fn names(place: &Throwaway) -> Vec<String> {
    place.objects().await.into_iter().map(|(name, _)| name).collect()
}

/// T01: what a crash leaves, and what an older backup of the database does not know.
async fn an_object_without_a_row_goes_to_the_trash_after_a_day_and_is_deleted_after_a_month(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let kept = studio.photo(wedding, "kept.jpg", noon()).await;
    let known = names(&place).await;
    studio.photo(wedding, "lost.jpg", noon()).await;
    let part = Bytes::from_static(b"part.jpg");
    let upload = studio.begin(wedding, &an_upload("part.jpg", &part)).await;
    studio.send(&upload, &part).await;
    let all = names(&place).await;
    place.tamper("delete from photo where file_name = 'lost.jpg'").await;
    place.tamper("delete from upload where file_name = 'part.jpg'").await;

    let sweep = async |now| place.store.sweep_objects(now).await.unwrap();
    let (first, last) = written(&place).await;
    let (day, month) = (TimeDelta::hours(24), TimeDelta::days(30));
    assert_eq!(sweep(first + day - TimeDelta::seconds(1)).await, Swept::default());
    let moved = all.len() - known.len();
    let done = Swept { moved: moved as u64, deleted: 0 };
    let now = last + day;
    assert_eq!(sweep(now).await, done);
    // Each lies in the trash under its own name, and nothing else has moved.
    let trash = format!("trash/{}/", now.date_naive());
    let mut expected: Vec<String> =
        all.into_iter().map(|name| if known.contains(&name) { name } else { format!("{trash}{name}") }).collect();
    expected.sort();
    assert_eq!(names(&place).await, expected);
    assert_eq!(sweep(now).await, Swept::default());
    assert_eq!(sweep(now + month - TimeDelta::days(1)).await, Swept::default());
    assert_eq!(sweep(now + month).await, Swept { moved: 0, deleted: done.moved });
    assert_eq!(names(&place).await, known);
    let key = BlobKey::Original(studio.studio.id, kept);
    assert_eq!(place.store.blobs().get(key).await.unwrap(), "kept.jpg");
}

async fn what_has_a_row_stays_however_old_it_is(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let removed = studio.photo(wedding, "removed.jpg", noon()).await;
    studio.photo(wedding, "kept.jpg", noon()).await;
    studio.arriving(wedding, "waits.jpg", noon()).await;
    let part = Bytes::from_static(b"part.jpg");
    let upload = studio.begin(wedding, &an_upload("part.jpg", &part)).await;
    studio.send(&upload, &part).await;
    let grant = studio.grant(wedding).await;
    place.store.delete_photos(&studio.desk, &grant, &[removed], noon()).await.unwrap();
    let before = names(&place).await;
    let (_, last) = written(&place).await;
    assert_eq!(place.store.sweep_objects(last + TimeDelta::days(3650)).await.unwrap(), Swept::default());
    assert_eq!(names(&place).await, before);
}

async fn what_another_installation_keeps_beside_us_is_not_touched(place: Throwaway) {
    Scene::first(&place.store, "nordlicht").await;
    let theirs = BlobKey::Original(StudioId::from_random([9; 16]), PhotoId::from_random([8; 16]));
    place.store.blobs().put(theirs, Bytes::from_static(b"theirs")).await.unwrap();
    let (_, last) = written(&place).await;
    assert_eq!(place.store.sweep_objects(last + TimeDelta::days(3650)).await.unwrap(), Swept::default());
    assert_eq!(place.store.blobs().get(theirs).await.unwrap(), "theirs");
}

#[tokio::test]
async fn a_file_that_a_crash_left_half_written_is_deleted_after_a_day() {
    let place = Throwaway::sqlite().await;
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let photos = place.places.data.join("photos");
    let (name, _) = place.objects().await.remove(0);
    let half = photos.join(format!("{name}#12"));
    std::fs::write(&half, b"half").unwrap();
    std::fs::File::options().write(true).open(&half).unwrap().set_modified(noon().into()).unwrap();
    let day = TimeDelta::hours(24);
    assert_eq!(place.store.sweep_objects(noon() + day - TimeDelta::seconds(1)).await.unwrap().deleted, 0);
    assert_eq!(place.store.sweep_objects(noon() + day).await.unwrap().deleted, 1);
    assert!(!half.exists());
    assert!(photos.join(name).exists());
}

#[tokio::test]
async fn the_folder_of_an_upload_that_ended_is_removed_after_a_day() {
    let place = Throwaway::sqlite().await;
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let part = Bytes::from_static(b"part.jpg");
    let upload = studio.begin(wedding, &an_upload("part.jpg", &part)).await;
    studio.send(&upload, &part).await;
    let uploads = place.places.data.join("photos/u").join(studio.studio.id.to_string());
    let folders = || -> Vec<_> { std::fs::read_dir(&uploads).unwrap().map(|it| it.unwrap().file_name()).collect() };
    assert_eq!(folders().len(), 2);
    let (_, last) = written(&place).await;
    place.store.sweep_objects(last + TimeDelta::days(3650)).await.unwrap();
    assert_eq!(folders(), [upload.id.to_string().as_str()]);
}
