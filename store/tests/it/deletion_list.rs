//! The list of what was erased, which is kept outside the database: what is on it, and what a start makes of it (SECURITY section 4:
//! retention, T40).

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{GalleryId, SubjectId};
use domain::photo_job::GroupPhotos;
use store::fixtures::{Scene, School, Throwaway, all_rows, noon};
use store::{Error, Store, Swept};

on_both_and_s3!(
    an_erasure_that_was_refused_is_not_on_the_list,
    what_was_erased_and_not_listed_is_listed_at_the_next_start,
    of_several_machines_that_start_at_once_each_finds_it_done,
    an_erasure_is_found_though_a_later_one_is_known,
    what_the_list_has_lost_is_put_there_again,
    the_list_is_kept_for_400_days_and_no_sweep_takes_it_away,
);

/// What a start does before it serves.
pub async fn start(place: &Throwaway) -> usize {
    place.store.erase_again(noon()).await.unwrap()
}

pub async fn work_off(place: &Throwaway, now: DateTime<Utc>) {
    while let Some(lease) = place.store.take_work(now).await.unwrap() {
        place.store.erase_photo(&lease).await.unwrap();
    }
    while place.store.drop_galleries(now).await.unwrap() > 0 {}
}

pub async fn erase(scene: &Scene<'_>, child: SubjectId, group_photos: GroupPhotos) {
    scene.store.erase_subject(&scene.desk, child, group_photos, noon()).await.unwrap();
}

pub async fn own_gallery(scene: &Scene<'_>, school: &School) -> GalleryId {
    scene.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery
}

/// Everything but when an erasure was listed.
pub async fn rows(store: &Store) -> BTreeMap<String, Vec<String>> {
    let mut rows = all_rows(store).await;
    rows.retain(|table, _| !["erasure", "_sqlx_migrations", "sqlite_sequence"].contains(&table.as_str()));
    rows
}

// T40, S63: somebody who was not erased must not be erased by a list
async fn an_erasure_that_was_refused_is_not_on_the_list(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (ben, unsorted) = (school.children[1], own_gallery(&scene, &school).await);
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    scene.shot(unsorted, "IMG_1.jpg", 1, scene.card_of(school.job, ben).await).await;
    scene.arriving(unsorted, "IMG_2.jpg", noon()).await;
    let refused = place.store.erase_subject(&scene.desk, ben, GroupPhotos::Delete, noon()).await;
    refused!(refused, Error::ChangedMeanwhile);
    assert_eq!(place.store.end_jobs(noon()).await.unwrap(), 0);
    assert_eq!(place.store.list_erasures(noon()).await.unwrap(), 0);
    assert_eq!(place.number("select count(*) from erasure").await, 0);
    assert_eq!((place.deletion_list().await.len(), start(&before).await), (0, 0));
    before.store.subject(&scene.desk, ben).await.unwrap();
}

// T40: the machine stops between the erasure and the list
async fn what_was_erased_and_not_listed_is_listed_at_the_next_start(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let over: DateTime<Utc> = "2027-09-15T12:00:00Z".parse().unwrap();
    assert_eq!(place.store.end_jobs(over).await.unwrap(), 1);
    assert_eq!((place.deletion_list().await.len(), start(&before).await), (0, 0));
    let next = place.open_again().await.unwrap();
    assert_eq!(next.erase_again(over).await.unwrap(), 0, "nothing was left to erase");
    assert_eq!(place.deletion_list().await.len(), 1);
    assert_eq!(start(&before).await, 1);
    refused!(before.store.photo_job(&desk, school.job).await, Error::NotFound);
    let ended = before.store.ended_jobs(&desk).await.unwrap();
    assert_eq!((ended.len(), ended[0].ended_at, ended[0].subjects, ended[0].photos), (1, over, 5, 7));
    work_off(&before, noon()).await;
    work_off(&before, over).await;
    assert_eq!(before.files().await, 0, "of {}", studio.id);
}

// T40
async fn of_several_machines_that_start_at_once_each_finds_it_done(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let spring = scene.photo_job("Spring 2027").await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    erase(&scene, school.children[1], GroupPhotos::Delete).await;
    erase(&scene, school.children[4], GroupPhotos::KeepBack).await;
    place.store.delete_photo_job(&scene.desk, spring, noon()).await.unwrap();
    let other = before.open_again().await.unwrap();
    let (one, other) = futures::join!(before.store.erase_again(noon()), other.erase_again(noon()));
    one.unwrap();
    other.unwrap();
    assert_eq!(start(&before).await, 0);
    assert_eq!(before.number("select count(*) from erasure").await, 3);
    assert_eq!(rows(&before.store).await, rows(&place.store).await);
}

// T40: a machine's clock is behind, or its erasure takes long
async fn an_erasure_is_found_though_a_later_one_is_known(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (ben, carla) = (school.children[1], school.children[2]);
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let (now, then) = (
        Scene { store: &place.store, studio: studio.clone(), desk: desk.clone() },
        Scene { store: &before.store, studio, desk },
    );
    erase(&now, ben, GroupPhotos::KeepBack).await;
    let day = TimeDelta::hours(23);
    before.store.erase_subject(&then.desk, carla, GroupPhotos::KeepBack, noon() + day).await.unwrap();
    assert_eq!(start(&before).await, 1);
    refused!(before.store.subject(&then.desk, ben).await, Error::NotFound);
    // None is noted as of before one that is known, whatever the clock says.
    erase(&then, school.children[0], GroupPhotos::KeepBack).await;
    let moments = before.number("select count(distinct erased_at) from erasure").await;
    assert_eq!((before.number("select count(*) from erasure").await, moments), (3, 2));
    assert_eq!(start(&place).await, 2);
}

// T40: somebody empties the folder of the list, or begins with other photographs
async fn what_the_list_has_lost_is_put_there_again(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let (place, restored) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    erase(&scene, school.children[1], GroupPhotos::Delete).await;
    assert_eq!(start(&restored).await, 1);
    let list = place.deletion_list().await;
    // By whoever erased, and by whoever did so again; the third is listed still.
    for knows in [&place, &restored] {
        place.lose_deletion_list().await;
        assert_eq!((start(&before).await, place.deletion_list().await.len()), (0, 0));
        assert_eq!((start(knows).await, place.deletion_list().await), (0, list.clone()));
    }
    let carla = place.store.erase_subject(&scene.desk, school.children[2], GroupPhotos::KeepBack, noon()).await;
    carla.unwrap();
    assert_eq!(start(&before).await, 2);
    let erased = "select count(*) from photo where state = 'gone'";
    assert_eq!(before.number(erased).await, place.number(erased).await, "its photographs too");
    // No backup is older than 35 days.
    let forgotten = "select count(*) from erasure where photos = ''";
    for (days, count) in [(36, 0), (37, 2)] {
        place.store.forget_erasures(noon() + TimeDelta::days(days)).await.unwrap();
        assert_eq!(place.number(forgotten).await, count, "after {days} days");
    }
    place.lose_deletion_list().await;
    assert_eq!(place.store.erase_again(noon() + TimeDelta::days(37)).await.unwrap(), 0);
    assert!(place.deletion_list().await.is_empty());
}

// T40, SECURITY section 4: backups end before it does
async fn the_list_is_kept_for_400_days_and_no_sweep_takes_it_away(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    erase(&scene, school.children[1], GroupPhotos::Delete).await;
    let later = noon() + TimeDelta::days(2);
    place.store.delete_photo_job(&scene.desk, school.job, later).await.unwrap();
    work_off(&place, later).await;
    let list = place.deletion_list().await;
    assert_eq!(list.len(), 2);
    assert!(
        list[0].starts_with("erased/20260801T120000000000Z_") && list[1].starts_with("erased/20260803T12"),
        "{list:?}"
    );
    let plain = |name: &String| name.bytes().all(|it| it.is_ascii_alphanumeric() || b"/_".contains(&it));
    assert!(list.iter().all(plain), "{list:?}");
    let written = place.objects().await.into_iter().map(|(_, at)| at).max().unwrap();
    let years = written + TimeDelta::days(3650);
    assert_eq!(place.store.sweep_objects(years).await.unwrap(), Swept::default());
    let forget = async |days| place.store.forget_erasures(noon() + TimeDelta::days(days)).await.unwrap();
    assert_eq!(forget(400).await, 0);
    assert_eq!(place.deletion_list().await, list);
    assert_eq!(forget(401).await, 1);
    assert_eq!(place.deletion_list().await, list[1..], "the list is read from the newest on");
    assert_eq!(forget(4000).await, 0);
    assert_eq!(start(&place).await, 0);
}

// T40: what is on it may be in this database again
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_cannot_be_understood_lets_nobody_start() {
    let place = Throwaway::sqlite().await;
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    let list = place.places.data.join("photos/erased");
    std::fs::create_dir_all(&list).unwrap();
    let strange = list.join("20260731T120000000000Z_of_another_kind");
    for harmless in [".DS_Store", "erasures.txt"] {
        std::fs::write(list.join(harmless), b"").unwrap();
    }
    assert_eq!(start(&before).await, 0);
    std::fs::write(&strange, b"").unwrap();
    refused!(before.store.erase_again(noon()).await, Error::ErasedList(_));
    erase(&scene, school.children[1], GroupPhotos::Delete).await;
    refused!(place.store.erase_again(noon()).await, Error::ErasedList(_));
    // Read is what may be unknown, and nothing before.
    let scene_later = noon() + TimeDelta::days(2);
    place.store.erase_subject(&scene.desk, school.children[2], GroupPhotos::Delete, scene_later).await.unwrap();
    assert_eq!(start(&place).await, 0);
    std::fs::remove_file(&strange).unwrap();
    let entry = place.deletion_list().await.into_iter().find(|name| name.contains("Z_")).unwrap();
    let entry = place.places.data.join("photos").join(entry);
    let said = std::fs::read(&entry).unwrap();
    std::fs::write(&entry, b"gone and forgotten").unwrap();
    refused!(before.store.erase_again(noon()).await, Error::ErasedList(_));
    before.store.subject(&scene.desk, school.children[1]).await.unwrap();
    std::fs::write(&entry, said).unwrap();
    assert_eq!(start(&before).await, 2);
}

// B02: another installation may keep its photographs, and its list, in the same place
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_of_another_installation_is_not_touched() {
    let place = Throwaway::sqlite().await;
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    erase(&scene, school.children[1], GroupPhotos::Delete).await;
    let list = place.places.data.join("photos/erased");
    let theirs = "20260801T110000000000Z_00000000000000000000000000000001_job_00000000000000000000000000000002_00000000000000000000000000000003";
    std::fs::write(list.join(theirs), b"").unwrap();
    let before = all_rows(&place.store).await;
    assert_eq!(start(&place).await, 0);
    assert_eq!(all_rows(&place.store).await, before);
    place.store.forget_erasures(noon() + TimeDelta::days(4000)).await.unwrap();
    assert!(list.join(theirs).exists());
    assert_eq!(rows(&place.store).await.get("subject"), before.get("subject"));
}
