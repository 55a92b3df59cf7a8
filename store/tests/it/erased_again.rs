//! Databases that were restored from a backup: what was erased since is erased again before anybody is served, and nothing else
//! (SECURITY section 4: retention, T40).

use bytes::Bytes;
use chrono::TimeDelta;
use domain::device::Device;
use domain::ids::{GalleryId, PhotoId, SubjectId};
use domain::photo_job::{Consent, GroupPhotos};
use domain::roster::{Column, Guess, Table, TableRow};
use domain::studio::Language;
use store::fixtures::{Scene, Throwaway, an_upload, noon};
use store::{BlobKey, CardsSeen, Error, JobCode, Reading, Statement, Store};

use crate::deletion_list::{erase, own_gallery, rows, start, work_off};
use crate::photo_jobs::is_found;

on_both_and_s3!(
    t40_who_and_what_was_erased_since_the_backup_is_erased_again_and_nothing_else,
    what_was_sorted_since_the_backup_is_erased_with_its_child_and_what_was_sorted_away_waits,
    who_was_protected_since_the_backup_leaves_behind_what_waits_for_a_look,
    whoever_came_since_the_backup_comes_by_no_list_that_waits,
    pictures_that_the_backup_has_not_read_keep_nobody_from_being_erased_again,
    t40_a_withdrawal_since_the_backup_hides_and_erases_again,
    t40_who_withdrew_without_a_photograph_of_their_own_is_not_shown_by_an_older_database,
    what_hung_with_somebody_who_withdrew_and_was_sorted_away_is_not_erased_for_it,
    what_somebody_left_behind_waits_though_the_backup_has_never_heard_of_them,
    what_may_follow_a_file_that_was_erased_unread_waits_after_a_restore_too,
    t40_who_withdraws_is_neither_listed_nor_found_nor_seen_from_the_next_request_on,
);

/// The same studio in another place.
fn there<'a>(scene: &Scene<'_>, store: &'a Store) -> Scene<'a> {
    Scene { store, studio: scene.studio.clone(), desk: scene.desk.clone() }
}

async fn gallery_of(scene: &Scene<'_>, child: SubjectId) -> GalleryId {
    scene.store.subject(&scene.desk, child).await.unwrap().0.gallery
}

async fn shown(scene: &Scene<'_>, photo: PhotoId) -> bool {
    scene.store.photo_place(photo).await.is_ok_and(|place| place.shown)
}

// T40, S63
async fn t40_who_and_what_was_erased_since_the_backup_is_erased_again_and_nothing_else(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let [anna, ben, .., zoe] = school.children;
    scene.protect(zoe, true, Consent::Given, Consent::Given).await;
    let wedding = scene.gallery("Wedding").await;
    let kept = scene.photo(wedding, "IMG_1.jpg", noon()).await;
    let spring = scene.photo_job("Spring 2027").await;
    let ida = scene.subject(spring, ("Ida", "Sommer"), None).await;
    let of_ida = scene.photo(gallery_of(&scene, ida).await, "Ida.jpg", noon()).await;
    let mut codes = Vec::new();
    for (job, child) in [(school.job, ben), (school.job, zoe), (spring, ida), (school.job, anna)] {
        codes.push(scene.subject_code(job, child).await);
    }
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };

    erase(&scene, ben, GroupPhotos::Delete).await;
    erase(&scene, zoe, GroupPhotos::KeepBack).await;
    place.store.delete_photo_job(&scene.desk, spring, noon()).await.unwrap();
    assert_eq!(place.deletion_list().await.len(), 3);
    let erased = rows(&place.store).await;

    // The backup has them all.
    let scene = there(&scene, &before.store);
    before.store.subject(&scene.desk, ben).await.unwrap();
    assert_eq!(start(&before).await, 3);
    let again = rows(&before.store).await;
    for (table, rows) in &erased {
        assert_eq!(&again[table], rows, "{table}");
    }
    for gone in &codes[..3] {
        assert!(scene.enter(gone).await.is_none());
    }
    // Uploads go with their galleries, by the worker.
    let everything = again.iter().filter(|(table, _)| *table != "upload").flat_map(|(_, rows)| rows);
    let everything = everything.map(|row| row.to_lowercase()).collect::<String>();
    for name in ["öztürk", "ozturk", "oeztuerk", "dijk", "ida.jpg", "sommer"] {
        assert!(!everything.contains(name), "{name}");
    }
    for photo in [school.photos[1], school.photos[4], school.group_photos[0], school.group_photos[1], of_ida] {
        assert!(!shown(&scene, photo).await);
    }
    let ended = before.store.ended_jobs(&scene.desk).await.unwrap();
    assert_eq!((ended.len(), ended[0].subjects, ended[0].photos, ended[0].ended_at), (1, 1, 1, noon()));
    // Everybody else is there, and sees what they saw.
    assert!(scene.enter(&codes[3]).await.is_some());
    assert!(shown(&scene, school.photos[0]).await && shown(&scene, kept).await);
    assert_eq!(before.store.subjects(&scene.desk, school.job).await.unwrap().len(), 3);
    // Once is enough.
    assert_eq!((start(&before).await, start(&place).await), (0, 0));
    assert_eq!(before.open_again().await.unwrap().erase_again(noon()).await.unwrap(), 0);
    assert_eq!(before.deletion_list().await.len(), 3);
    work_off(&before, noon()).await;
    // Anna, Carla and the other Anna, the class with Zoë, and the wedding.
    assert_eq!(before.number("select count(*) from photo").await, 5);
    assert_eq!(before.files().await % 5, 0);
    for left in [school.photos[0], school.photos[2], school.photos[3], school.group_photos[1], kept] {
        before.store.blobs().get(BlobKey::Original(scene.studio.id, left)).await.unwrap();
    }
}

// T40, S62, S63: what a member does between the backup and the erasure decides what is erased
async fn what_was_sorted_since_the_backup_is_erased_with_its_child_and_what_was_sorted_away_waits(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (anna, ben) = (school.children[0], school.children[1]);
    let unsorted = own_gallery(&scene, &school).await;
    let later_bens = scene.photo(unsorted, "IMG_1.jpg", noon()).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };

    let of_anna = scene.grant(gallery_of(&scene, anna).await).await;
    let of_ben = scene.grant(gallery_of(&scene, ben).await).await;
    let from = scene.grant(unsorted).await;
    let sort = async |from, to, photo| place.store.sort_photos(&scene.desk, from, to, &[photo], true, noon()).await;
    sort(&from, &of_ben, later_bens).await.unwrap();
    let taken_for_bens = school.photos[1];
    sort(&of_ben, &of_anna, taken_for_bens).await.unwrap();
    let came_later = scene.photo(of_ben.gallery(), "IMG_2.jpg", noon()).await;
    let of_class = school.group_photos[0];
    let was = place.store.job_photo(&scene.desk, school.job, of_class).await.unwrap().said();
    let none = std::collections::BTreeSet::new();
    place.store.say_who_is_on(&scene.desk, school.job, of_class, &[ben], &none, &was).await.unwrap();
    erase(&scene, ben, GroupPhotos::Delete).await;
    assert!(shown(&scene, taken_for_bens).await && shown(&scene, of_class).await);

    assert_eq!(start(&before).await, 1);
    work_off(&before, noon()).await;
    let scene = there(&scene, &before.store);
    for gone in [later_bens, came_later] {
        refused!(before.store.photo_place(gone).await, Error::NotFound);
        // The backup has never heard of one of them.
        refused!(before.store.blobs().get(BlobKey::Original(scene.studio.id, gone)).await, Error::NotFound);
    }
    for waits in [taken_for_bens, of_class] {
        assert!(!shown(&scene, waits).await);
        before.store.blobs().get(BlobKey::Original(scene.studio.id, waits)).await.unwrap();
        let photo = before.store.job_photo(&scene.desk, school.job, waits).await.unwrap();
        assert_eq!((photo.unclear_since, photo.kept_back), (Some(noon()), false));
    }
    // A member has looked: it is not of the child.
    let from = scene.grant(unsorted).await;
    before.store.looked_at(&scene.desk, &from, &[taken_for_bens], noon()).await.unwrap();
    let to = scene.grant(gallery_of(&scene, anna).await).await;
    before.store.sort_photos(&scene.desk, &from, &to, &[taken_for_bens], true, noon()).await.unwrap();
    assert!(shown(&scene, taken_for_bens).await);
}

// T40, S63: the backup takes the child for one that may be shown
async fn who_was_protected_since_the_backup_leaves_behind_what_waits_for_a_look(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let ben = school.children[1];
    let unsorted = scene.photo(own_gallery(&scene, &school).await, "IMG_1.jpg", noon()).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    scene.protect(ben, true, Consent::Given, Consent::Given).await;
    erase(&scene, ben, GroupPhotos::KeepBack).await;
    assert_eq!(start(&before).await, 1);
    let (erased, again) = (rows(&place.store).await, rows(&before.store).await);
    for table in ["photo_kept_back", "photo_looked_at", "job_group", "erased_subject"] {
        assert_eq!(again[table], erased[table], "{table}");
    }
    let scene = there(&scene, &before.store);
    let waits = before.store.job_photo(&scene.desk, school.job, unsorted).await.unwrap();
    assert_eq!(waits.unclear_since, Some(noon()));
}

// T40, S60: nobody knows its name here, but who reads the list
async fn whoever_came_since_the_backup_comes_by_no_list_that_waits(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let lines = vec![TableRow { line: 1, cells: vec!["Elif".to_owned(), "Kaya".to_owned()] }];
    let columns = Guess { has_header: false, columns: vec![Column::FirstName, Column::LastName] };
    let reading = Reading { table: Table { rows: lines }, encoding: None, delimiter: None, columns };
    let draft = place.store.keep_roster(&scene.desk, school.job, &reading, None, noon()).await.unwrap();
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    let elif = scene.subject(school.job, ("Elif", "Kaya"), None).await;
    let photo = scene.photo(gallery_of(&scene, elif).await, "Elif.jpg", noon()).await;
    erase(&scene, elif, GroupPhotos::KeepBack).await;
    before.store.roster_preview(&scene.desk, draft, noon()).await.unwrap();
    assert_eq!(start(&before).await, 1);
    refused!(before.store.roster_preview(&scene.desk, draft, noon()).await, Error::NotFound);
    assert_eq!(before.store.subjects(&scene.desk, school.job).await.unwrap().len(), 5);
    work_off(&before, noon()).await;
    refused!(before.store.blobs().get(BlobKey::Original(scene.studio.id, photo)).await, Error::NotFound);
    assert_eq!(before.number("select count(*) from photo").await, 7);
}

// T40, S62, S63: nobody reads pictures before the start, and without its card they would follow another one
async fn pictures_that_the_backup_has_not_read_keep_nobody_from_being_erased_again(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (anna, ben) = (school.children[0], school.children[1]);
    let unsorted = own_gallery(&scene, &school).await;
    let card = scene.shot(unsorted, "IMG_1.jpg", 1, scene.card_of(school.job, ben).await).await;
    let follows = scene.arriving(unsorted, "IMG_2.jpg", noon()).await;
    let of_anna = scene.arriving(unsorted, "IMG_3.jpg", noon()).await;
    let part = Bytes::from_static(b"IMG_4.jpg");
    let on_its_way = scene.begin(unsorted, &an_upload("IMG_4.jpg", &part)).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };

    let second = |photo| if photo == follows.uuid() { 2 } else { 3 };
    let read = async |scene: &Scene<'_>| {
        let lease = scene.take_work(noon()).await;
        let taken_at = Some(noon().naive_utc() + TimeDelta::seconds(second(lease.subject)));
        let made = store::RenderedPhoto { taken_at, ..store::fixtures::rendered("read") };
        scene.store.finish_photo(&lease, &made, noon()).await.unwrap();
    };
    read(&scene).await;
    read(&scene).await;
    let (from, to) = (scene.grant(unsorted).await, scene.grant(gallery_of(&scene, anna).await).await);
    place.store.sort_photos(&scene.desk, &from, &to, &[of_anna], true, noon()).await.unwrap();
    scene.send(&on_its_way, &part).await;
    scene.finish(&on_its_way, noon()).await.unwrap();
    read(&scene).await;
    erase(&scene, ben, GroupPhotos::KeepBack).await;

    assert_eq!(start(&before).await, 1);
    let scene = there(&scene, &before.store);
    refused!(before.store.subject(&scene.desk, ben).await, Error::NotFound);
    while let Some(lease) = before.store.take_work(noon()).await.unwrap() {
        if lease.subject == of_anna.uuid() {
            before.store.finish_photo(&lease, &store::fixtures::rendered("read"), noon()).await.unwrap();
        } else {
            before.store.erase_photo(&lease).await.unwrap();
        }
    }
    for gone in [card, follows] {
        refused!(before.store.photo_place(gone).await, Error::NotFound);
    }
    let (from, to) = (scene.grant(unsorted).await, scene.grant(gallery_of(&scene, anna).await).await);
    before.store.sort_photos(&scene.desk, &from, &to, &[of_anna], true, noon()).await.unwrap();
    assert!(!shown(&scene, of_anna).await, "it waits until somebody has looked");
    before.store.looked_at(&scene.desk, &to, &[of_anna], noon()).await.unwrap();
    assert!(shown(&scene, of_anna).await);
    // So does what was on its way in the backup, and comes to an end now.
    scene.send(&on_its_way, &part).await;
    let came = scene.finish(&on_its_way, noon()).await.unwrap();
    let lease = scene.take_work(noon()).await;
    before.store.finish_photo(&lease, &store::fixtures::rendered("read"), noon()).await.unwrap();
    let came = before.store.job_photo(&scene.desk, school.job, came).await.unwrap();
    assert_eq!(came.unclear_since, Some(noon()));
}

// T40, S63
async fn t40_a_withdrawal_since_the_backup_hides_and_erases_again(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let ben = school.children[1];
    let own = scene.subject_code(school.job, ben).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    let late = noon() + TimeDelta::hours(20);
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    assert_eq!(place.store.erase_withdrawn(late - TimeDelta::seconds(1)).await.unwrap(), 0);
    place.store.list_erasures(late).await.unwrap();
    assert_eq!(place.deletion_list().await, Vec::<String>::new(), "it can be taken back");
    assert_eq!(place.store.erase_withdrawn(late).await.unwrap(), 1);
    assert_eq!(place.store.list_erasures(late).await.unwrap(), 1);

    assert_eq!(before.store.erase_again(late).await.unwrap(), 1);
    let scene = there(&scene, &before.store);
    assert_eq!(before.store.subject(&scene.desk, ben).await.unwrap().0.consent, Consent::Refused);
    let seen = match scene.enter(&own).await {
        Some(token) => scene.seen_by(&token).await,
        None => std::collections::BTreeSet::new(),
    };
    assert!(seen.is_empty(), "{seen:?}");
    assert!(!shown(&scene, school.photos[1]).await && !shown(&scene, school.group_photos[0]).await);
    assert!(shown(&scene, school.photos[0]).await && shown(&scene, school.group_photos[1]).await);
    work_off(&before, late).await;
    assert_eq!(before.number("select count(*) from photo").await, 6);
    refused!(before.store.blobs().get(BlobKey::Original(scene.studio.id, school.photos[1])).await, Error::NotFound);
    before.store.blobs().get(BlobKey::Original(scene.studio.id, school.group_photos[0])).await.unwrap();
    assert_eq!(before.store.erase_again(late).await.unwrap(), 0);
}

// T40, S63: nothing was erased, and yet more is shown than may be
async fn t40_who_withdrew_without_a_photograph_of_their_own_is_not_shown_by_an_older_database(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let late_comer = scene.subject(school.job, ("Elif", "Kaya"), Some(school.classes[0])).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    place.store.withdraw_consent(&scene.desk, late_comer, noon()).await.unwrap();
    let late = noon() + TimeDelta::hours(20);
    for _ in 0..2 {
        assert_eq!(place.store.erase_withdrawn(late).await.unwrap(), 0);
    }
    assert_eq!(place.store.list_erasures(late).await.unwrap(), 1, "once for a withdrawal");
    let scene = there(&scene, &before.store);
    assert!(shown(&scene, school.group_photos[0]).await);
    assert_eq!(before.store.erase_again(late).await.unwrap(), 1);
    assert_eq!(before.store.subject(&scene.desk, late_comer).await.unwrap().0.consent, Consent::Refused);
    assert!(!shown(&scene, school.group_photos[0]).await && shown(&scene, school.group_photos[1]).await);
}

// T40, S62, S63: it is somebody else's
async fn what_hung_with_somebody_who_withdrew_and_was_sorted_away_is_not_erased_for_it(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (anna, ben) = (school.children[0], school.children[1]);
    let bens = gallery_of(&scene, ben).await;
    let of_anna = scene.photo(bens, "IMG_1.jpg", noon()).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    let (from, to) = (scene.grant(bens).await, scene.grant(gallery_of(&scene, anna).await).await);
    place.store.sort_photos(&scene.desk, &from, &to, &[of_anna], true, noon()).await.unwrap();
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    let late = noon() + TimeDelta::hours(20);
    assert_eq!(place.store.erase_withdrawn(late).await.unwrap(), 1);
    place.store.list_erasures(late).await.unwrap();
    assert_eq!(before.store.erase_again(late).await.unwrap(), 1);
    let much_later = late + TimeDelta::hours(30);
    assert_eq!(before.store.erase_withdrawn(much_later).await.unwrap(), 0);
    work_off(&before, much_later).await;
    let scene = there(&scene, &before.store);
    before.store.blobs().get(BlobKey::Original(scene.studio.id, of_anna)).await.unwrap();
    let waits = before.store.job_photo(&scene.desk, school.job, of_anna).await.unwrap();
    assert_eq!((waits.unclear_since, shown(&scene, of_anna).await), (Some(late), false));
}

// T40, S63: a late-comer was protected and erased since the backup
async fn what_somebody_left_behind_waits_though_the_backup_has_never_heard_of_them(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let unsorted = scene.photo(own_gallery(&scene, &school).await, "IMG_1.jpg", noon()).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    let late_comer = scene.subject(school.job, ("Elif", "Kaya"), Some(school.classes[0])).await;
    scene.protect(late_comer, true, Consent::Given, Consent::Given).await;
    erase(&scene, late_comer, GroupPhotos::KeepBack).await;
    let scene = there(&scene, &before.store);
    assert!(shown(&scene, school.group_photos[0]).await);
    assert_eq!(start(&before).await, 1);
    for waits in [unsorted, school.group_photos[0]] {
        assert!(!shown(&scene, waits).await);
    }
    let waits = before.store.job_photo(&scene.desk, school.job, unsorted).await.unwrap();
    assert_eq!(waits.unclear_since, Some(noon()));
    let (erased, again) = (rows(&place.store).await, rows(&before.store).await);
    assert_eq!(again["job_group"], erased["job_group"]);
    assert!(shown(&scene, school.photos[0]).await && shown(&scene, school.group_photos[1]).await);
}

// T40, S63: whoever was erased could be shown, but a card may have gone with them
async fn what_may_follow_a_file_that_was_erased_unread_waits_after_a_restore_too(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let of_ben = place.store.subject(&scene.desk, school.children[1]).await.unwrap().0.gallery;
    crate::job_cards_lost::lost(&scene, of_ben, "IMG_1.jpg").await;
    let follows = scene.photo(own_gallery(&scene, &school).await, "IMG_2.jpg", noon()).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    erase(&scene, school.children[1], GroupPhotos::KeepBack).await;
    let scene = there(&scene, &before.store);
    assert_eq!(start(&before).await, 1);
    let waits = before.store.job_photo(&scene.desk, school.job, follows).await.unwrap();
    assert_eq!(waits.unclear_since, Some(noon()));
    assert!(shown(&scene, school.photos[0]).await);
    work_off(&before, noon()).await;
    let late =
        scene.photo(scene.store.groups(&scene.desk, school.job).await.unwrap()[0].gallery, "late.jpg", noon()).await;
    assert!(shown(&scene, late).await, "of the group nothing waits");
}

// T40, S47, S51, S63
async fn t40_who_withdraws_is_neither_listed_nor_found_nor_seen_from_the_next_request_on(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let ben = school.children[1];
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-HERBST").await;
    let parent = scene.enter("LINDENHOF-2026-HERBST").await.unwrap();
    let visit = scene.guest(&parent).await.guest.jobs;
    let stated = Statement { version: 1, language: Language::De };
    let confirm = async |child| {
        let by = (Some(&parent), Device::of(""));
        place.store.confirm_subject(scene.studio.id, &visit, child, stated, by, noon()).await
    };
    let confirmed = confirm(ben).await.unwrap();
    let own = scene.enter(&scene.subject_code(school.job, ben).await).await.unwrap();
    assert!(scene.seen_by(&confirmed).await.len() == 2 && scene.seen_by(&own).await.len() == 2);
    place.store.set_finding(&scene.desk, school.job, false).await.unwrap();
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    assert!(scene.seen_by(&confirmed).await.is_empty() && scene.seen_by(&own).await.is_empty());
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap().job;
    let listed = place.store.listed_subjects(scene.studio.id, &job).await.unwrap();
    assert!(listed.len() == 4 && listed.iter().all(|listed| listed.id != ben));
    assert!(!is_found(&scene, &job, ["Ben", "Öztürk"]).await);
    assert!(confirm(ben).await.is_err());
}

// T40: pictures of cards are read as long as they follow one
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_erased_again_takes_the_pictures_of_their_card_with_them() {
    let place = Throwaway::sqlite().await;
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (ben, unsorted) = (school.children[1], own_gallery(&scene, &school).await);
    let card = scene.shot(unsorted, "IMG_1.jpg", 1, scene.card_of(school.job, ben).await).await;
    let follows = scene.shot(unsorted, "IMG_2.jpg", 2, CardsSeen::default()).await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    erase(&scene, ben, GroupPhotos::KeepBack).await;
    assert_eq!(start(&before).await, 1);
    assert_eq!(rows(&before.store).await, rows(&place.store).await);
    work_off(&before, noon()).await;
    for gone in [card, follows] {
        refused!(before.store.blobs().get(BlobKey::Original(scene.studio.id, gone)).await, Error::NotFound);
    }
}
