//! One child of a photo job: who is on a photograph of the group, consent that is withdrawn, and erasure.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::device::Device;
use domain::ids::{PhotoId, SubjectId};
use domain::photo_job::sorting::Way;
use domain::photo_job::{Consent, GroupPhotos};
use domain::roster::{Column, Guess, Table, TableRow};
use domain::studio::Language;
use store::fixtures::{Scene, School, Throwaway, all_rows, noon};
use store::{CardsSeen, Error, Hold, JobCode, Reading, Statement};

on_both_and_s3!(
    whoever_is_not_on_a_photograph_of_the_group_does_not_hold_it_back,
    whoever_comes_to_the_group_later_is_on_its_photographs_until_somebody_says_otherwise,
    of_two_who_say_at_once_who_is_on_it_the_second_is_asked_again,
    whoever_changes_the_group_still_holds_back_the_photographs_of_the_old_one,
    withdrawn_consent_hides_at_once_and_erases_within_a_day_unless_it_is_taken_back,
    an_erased_child_leaves_no_name_no_code_and_no_object,
    an_erased_child_leaves_no_name_of_a_file_of_a_gallery_or_in_a_list_that_waits,
    the_pictures_of_a_childs_card_and_what_follows_them_are_erased_with_the_child,
    while_pictures_may_follow_a_childs_card_it_is_not_erased,
    what_follows_a_childs_card_goes_from_among_deleted_photographs_too,
    consent_that_is_given_again_is_what_it_was,
    a_photograph_of_the_group_stays_held_back_when_whoever_held_it_back_is_erased,
    another_studio_does_nothing_to_a_child,
);

async fn shown(scene: &Scene<'_>, photo: PhotoId) -> bool {
    scene.store.photo_place(photo).await.is_ok_and(|place| place.shown)
}

/// Says that these children of class 1a are not on its photograph.
async fn say(scene: &Scene<'_>, school: &School, off: &[SubjectId]) -> store::Result<()> {
    let of_class = &school.children[..3];
    let on: BTreeSet<SubjectId> = of_class.iter().copied().filter(|child| !off.contains(child)).collect();
    let photo = school.group_photos[0];
    let was = scene.store.job_photo(&scene.desk, school.job, photo).await?.said();
    scene.store.say_who_is_on(&scene.desk, school.job, photo, of_class, &on, &was).await
}

async fn work_off(place: &Throwaway, now: DateTime<Utc>) {
    while let Some(lease) = place.store.take_work(now).await.unwrap() {
        place.store.erase_photo(&lease).await.unwrap();
    }
    while place.store.drop_galleries(now).await.unwrap() > 0 {}
}

// S63
async fn whoever_is_not_on_a_photograph_of_the_group_does_not_hold_it_back(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let photo = school.group_photos[0];
    scene.protect(school.children[0], true, Consent::Given, Consent::Given).await;
    scene.protect(school.children[1], false, Consent::Refused, Consent::Refused).await;
    scene.protect(school.children[2], false, Consent::Given, Consent::Refused).await;
    let held = async || {
        let found = place.store.job_photo(&scene.desk, school.job, photo).await.unwrap();
        let held: BTreeSet<_> = found.held_by().map(|(one, hold)| format!("{} {hold:?}", one.name)).collect();
        assert_eq!(held.is_empty(), shown(&scene, photo).await, "what the page says is what is so");
        held
    };
    let all = ["Anna Müller Protected", "Ben Öztürk Refused", "Carla Rossi RefusedGroup"];
    assert_eq!(held().await, all.map(str::to_owned).into());
    say(&scene, &school, &school.children[..2]).await.unwrap();
    assert_eq!(held().await, [all[2].to_owned()].into());
    say(&scene, &school, &school.children[..3]).await.unwrap();
    assert!(held().await.is_empty());
    // Taken back, and only of this photograph.
    say(&scene, &school, &school.children[1..3]).await.unwrap();
    assert_eq!(held().await, [all[0].to_owned()].into());
    // Children of another class, and photographs that are not of a class.
    let (others, none) = (&school.children[3..], BTreeSet::new());
    for (photo, subjects) in [(photo, others), (school.photos[0], &school.children[..1])] {
        let said = place.store.say_who_is_on(&scene.desk, school.job, photo, subjects, &none, "").await;
        refused!(said, Error::NotFound);
    }
    refused!(place.store.job_photo(&scene.desk, school.job, school.photos[0]).await, Error::NotFound);
    assert_eq!(place.number("select count(*) from photo_without").await, 2);
}

// S63
async fn whoever_comes_to_the_group_later_is_on_its_photographs_until_somebody_says_otherwise(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let late = scene.subject(school.job, ("Late", "Comer"), Some(school.classes[0])).await;
    scene.protect(late, false, Consent::Given, Consent::Refused).await;
    // The form was opened before: it does not name the child, and says nothing of it.
    say(&scene, &school, &school.children[..3]).await.unwrap();
    assert!(!shown(&scene, school.group_photos[0]).await);
    let found = place.store.job_photo(&scene.desk, school.job, school.group_photos[0]).await.unwrap();
    assert_eq!(
        found.held_by().map(|(one, hold)| (one.subject, hold)).collect::<Vec<_>>(),
        [(late, Hold::RefusedGroup)]
    );
}

// S63: two members have the page of one photograph open
async fn of_two_who_say_at_once_who_is_on_it_the_second_is_asked_again(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (photo, of_class) = (school.group_photos[0], &school.children[..3]);
    let was = place.store.job_photo(&scene.desk, school.job, photo).await.unwrap().said();
    let without =
        |child: usize| of_class.iter().copied().filter(|one| *one != of_class[child]).collect::<BTreeSet<_>>();
    let say = async |on: &BTreeSet<SubjectId>, was: &str| {
        place.store.say_who_is_on(&scene.desk, school.job, photo, of_class, on, was).await
    };
    say(&without(0), &was).await.unwrap();
    refused!(say(&without(1), &was).await, Error::ChangedMeanwhile);
    let now = place.store.job_photo(&scene.desk, school.job, photo).await.unwrap();
    assert_eq!(now.people.iter().map(|one| one.on).collect::<Vec<_>>(), [false, true, true]);
    // Somebody who came to the group since changes nothing of what was said.
    scene.subject(school.job, ("Late", "Comer"), Some(school.classes[0])).await;
    say(&without(1), &now.said()).await.unwrap();
    assert_eq!(
        place.texts("select s.first_name from photo_without w join subject s on s.id = w.subject_id").await,
        ["Ben"]
    );
}

// S63, T40
async fn withdrawn_consent_hides_at_once_and_erases_within_a_day_unless_it_is_taken_back(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (ben, own) = (school.children[1], scene.subject_code(school.job, school.children[1]).await);
    let token = scene.enter(&own).await.unwrap();
    let before = place.files().await;
    let late = noon() + TimeDelta::hours(20);
    for taken_back in [true, false] {
        place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
        assert!(scene.seen_by(&token).await.is_empty());
        assert!(!shown(&scene, school.group_photos[0]).await, "the class may show them");
        assert_eq!(place.store.erase_withdrawn(late - TimeDelta::seconds(1)).await.unwrap(), 0);
        if taken_back {
            scene.protect(ben, false, Consent::Given, Consent::Given).await;
            assert_eq!(place.store.erase_withdrawn(late + TimeDelta::days(9)).await.unwrap(), 0);
            assert_eq!(scene.seen_by(&token).await.len(), 2);
            assert_eq!(place.files().await, before);
        }
    }
    // Recorded once more, the day does not begin anew.
    place.store.withdraw_consent(&scene.desk, ben, late).await.unwrap();
    assert_eq!(place.store.erase_withdrawn(late).await.unwrap(), 1);
    assert_eq!(place.store.erase_withdrawn(late).await.unwrap(), 0);
    work_off(&place, late).await;
    assert_eq!(place.files().await, before - before / 7, "of seven photographs one is gone, with all its sizes");
    refused!(place.store.photo_place(school.photos[1]).await, Error::NotFound);
    assert_eq!(place.store.subject(&scene.desk, ben).await.unwrap().0.photos, 0);
}

/// A list with one line.
pub fn a_list(cells: [&str; 4]) -> Reading {
    Reading {
        table: Table { rows: vec![TableRow { line: 1, cells: cells.map(str::to_owned).to_vec() }] },
        encoding: None,
        delimiter: None,
        columns: Guess {
            has_header: false,
            columns: vec![Column::Identifier, Column::FirstName, Column::LastName, Column::Group],
        },
    }
}

/// Imports it.
async fn import(scene: &Scene<'_>, school: &School, cells: [&str; 4]) {
    let draft = scene.store.keep_roster(&scene.desk, school.job, &a_list(cells), None, noon()).await.unwrap();
    let digest = scene.store.roster_preview(&scene.desk, draft, noon()).await.unwrap().digest;
    scene.store.import_roster(&scene.desk, draft, &digest, false, noon()).await.unwrap();
}

// S63
async fn whoever_changes_the_group_still_holds_back_the_photographs_of_the_old_one(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (ben, of_classes) = (school.children[1], &school.group_photos);
    for class in ["1a", "1b"] {
        import(&scene, &school, ["1017", "Ben", "Öztürk", class]).await;
    }
    assert_eq!(place.store.subject(&scene.desk, ben).await.unwrap().0.group, Some(school.classes[1]));
    assert!(shown(&scene, of_classes[0]).await && shown(&scene, of_classes[1]).await);
    scene.protect(ben, false, Consent::Given, Consent::Refused).await;
    assert!(!shown(&scene, of_classes[0]).await && !shown(&scene, of_classes[1]).await);
    let photo = place.store.job_photo(&scene.desk, school.job, of_classes[0]).await.unwrap();
    assert!(photo.held_by().any(|(one, _)| one.subject == ben), "the studio sees by whom");
    assert_eq!(place.store.group_photos_with(&scene.desk, ben).await.unwrap(), 2);
    say(&scene, &school, &[ben]).await.unwrap();
    assert!(shown(&scene, of_classes[0]).await && !shown(&scene, of_classes[1]).await);
}

// SECURITY section 4: erase per child
async fn an_erased_child_leaves_no_name_no_code_and_no_object(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (ben, photo) = (school.children[1], school.photos[1]);
    let own = scene.subject_code(school.job, ben).await;
    scene.enter(&own).await.unwrap();
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-HERBST").await;
    let parent = scene.enter("LINDENHOF-2026-HERBST").await.unwrap();
    let visit = scene.guest(&parent).await.guest.jobs;
    let stated = Statement { version: 1, language: Language::De };
    let parent = place
        .store
        .confirm_subject(scene.studio.id, &visit, ben, stated, (Some(&parent), Device::of("")), noon())
        .await
        .unwrap();
    assert_eq!(place.store.group_photos_with(&scene.desk, ben).await.unwrap(), 1);
    let before = place.files().await;
    place.store.erase_subject(&scene.desk, ben, GroupPhotos::Delete, noon()).await.unwrap();
    assert!(scene.enter(&own).await.is_none() && scene.seen_by(&parent).await.is_empty());
    refused!(place.store.subject(&scene.desk, ben).await, Error::NotFound);
    refused!(place.store.photo_place(photo).await, Error::NotFound);
    refused!(place.store.photo_place(school.group_photos[0]).await, Error::NotFound);
    work_off(&place, noon()).await;
    assert_eq!(place.files().await, before - before / 7 * 2);
    let rows = all_rows(&place.store).await;
    let ids = [ben.uuid(), photo.uuid()].map(|id| id.simple().to_string());
    // The deletion list has ids alone, and needs them.
    assert!(rows["erasure"].len() == 1 && place.deletion_list().await.len() == 1);
    let rows = rows.into_iter().filter(|(table, _)| table != "erasure");
    for row in rows.flat_map(|(table, rows)| rows.into_iter().map(move |row| format!("{table} {row}").to_lowercase())) {
        let plain = row.replace('-', "");
        assert!(!["öztürk", "ozturk", "oeztuerk"].iter().any(|name| row.contains(name)), "{row}");
        assert!(!ids.iter().any(|id| plain.contains(id)), "{row}");
    }
    // Everybody else is as they were.
    assert_eq!(place.store.subjects(&scene.desk, school.job).await.unwrap().len(), 4);
    assert!(shown(&scene, school.photos[0]).await && shown(&scene, school.group_photos[1]).await);
    refused!(place.store.erase_subject(&scene.desk, ben, GroupPhotos::Delete, noon()).await, Error::NotFound);
}

/// Rows that name Ben Öztürk, with their tables.
async fn rows_with_ben(place: &Throwaway) -> Vec<String> {
    let rows = all_rows(&place.store).await.into_iter();
    let rows = rows.flat_map(|(table, rows)| rows.into_iter().map(move |row| format!("{table} {row}").to_lowercase()));
    let names_ben = |row: &String| {
        ["öztürk", "ozturk", "oeztuerk"].iter().any(|name| row.contains(name))
            || row.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "ben")
    };
    rows.filter(names_ben).collect()
}

// S63, T40: at once, before any work is done
async fn an_erased_child_leaves_no_name_of_a_file_of_a_gallery_or_in_a_list_that_waits(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let (store, ben) = (&place.store, school.children[1]);
    let unsorted = scene.grant(store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery).await;
    let of_ben = scene.grant(store.subject(&scene.desk, ben).await.unwrap().0.gallery).await;
    let photo = scene.photo(unsorted.gallery(), "1017 Ben Öztürk.jpg", noon()).await;
    store.sort_photos(&scene.desk, &unsorted, &of_ben, &[photo], true, noon()).await.unwrap();
    // A list that waits is sealed: that it names somebody, its rows do not tell.
    for job in [school.job, scene.photo_job("Spring 2027").await] {
        let list = a_list(["1017", "Ben", "Öztürk", "1a"]);
        store.keep_roster(&scene.desk, job, &list, None, noon()).await.unwrap();
    }
    assert_eq!(place.texts("select name from gallery where name = 'Ben'").await, ["Ben"]);
    assert_eq!(place.number("select count(*) from upload where file_name like '%Öztürk%'").await, 1);
    let uploads = place.number("select count(*) from upload").await;
    store.erase_subject(&scene.desk, ben, GroupPhotos::KeepBack, noon()).await.unwrap();
    assert_eq!(rows_with_ben(&place).await, Vec::<String>::new());
    assert_eq!(place.number("select count(*) from gallery where name = ''").await, 1);
    assert_eq!(place.number("select count(*) from roster_draft").await, 1, "that of another job waits on");
    let left = place.number("select count(*) from upload").await;
    assert_eq!(left, uploads - 2, "those of the two photographs are gone, and no others");
}

// SECURITY section 4: erase per child. A card shows the name and the code, and what follows it shows the child
async fn the_pictures_of_a_childs_card_and_what_follows_them_are_erased_with_the_child(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let unsorted = place.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    let (anna, ben) = (school.children[0], school.children[1]);
    let shot = async |second, seen| scene.shot(unsorted, &format!("IMG_{second}.jpg"), second, seen).await;
    let of_anna = [shot(0, scene.card_of(school.job, anna).await).await, shot(1, CardsSeen::default()).await];
    let of_ben = [shot(2, scene.card_of(school.job, ben).await).await, shot(3, CardsSeen::default()).await];
    let before = place.files().await;
    place.store.erase_subject(&scene.desk, ben, GroupPhotos::KeepBack, noon()).await.unwrap();
    work_off(&place, noon()).await;
    for gone in of_ben {
        refused!(place.store.photo_place(gone).await, Error::NotFound);
    }
    for kept in of_anna {
        assert!(place.store.photo_place(kept).await.is_ok());
    }
    assert_eq!(place.files().await, before - before / 11 * 3, "of eleven pictures three are gone");
    let gains = place.store.propose_sorting(&scene.desk, school.job, Way::Cards, true).await.unwrap().gains;
    assert_eq!(gains, [(anna, 1)], "nothing of the erased child comes to another one");
}

// S63: what arrives after a card that is gone would follow the card before
async fn while_pictures_may_follow_a_childs_card_it_is_not_erased(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let unsorted = place.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    let (anna, ben) = (school.children[0], school.children[1]);
    scene.shot(unsorted, "IMG_1.jpg", 1, scene.card_of(school.job, ben).await).await;
    scene.arriving(unsorted, "IMG_2.jpg", noon()).await;
    let erase = async |child| place.store.erase_subject(&scene.desk, child, GroupPhotos::KeepBack, noon()).await;
    refused!(erase(ben).await, Error::ChangedMeanwhile);
    assert!(place.store.subject(&scene.desk, ben).await.is_ok());
    erase(anna).await.unwrap();
}

// S63: a photograph that could be taken back follows a card too
async fn what_follows_a_childs_card_goes_from_among_deleted_photographs_too(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let unsorted = place.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    let ben = school.children[1];
    scene.shot(unsorted, "IMG_1.jpg", 1, scene.card_of(school.job, ben).await).await;
    let deleted = scene.shot(unsorted, "IMG_2.jpg", 2, CardsSeen::default()).await;
    let grant = scene.grant(unsorted).await;
    place.store.delete_photos(&scene.desk, &grant, &[deleted], noon()).await.unwrap();
    place.store.erase_subject(&scene.desk, ben, GroupPhotos::KeepBack, noon()).await.unwrap();
    assert_eq!(place.store.restore_photos(&scene.desk, &grant, &[deleted]).await.unwrap(), 0);
}

// S63
async fn consent_that_is_given_again_is_what_it_was(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let ben = school.children[1];
    scene.protect(ben, false, Consent::Given, Consent::Refused).await;
    let was = place.store.subject(&scene.desk, ben).await.unwrap().0.rights();
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    let withdrawn = place.store.subject(&scene.desk, ben).await.unwrap().0;
    assert_eq!((withdrawn.consent, withdrawn.group_consent), (Consent::Refused, Consent::Refused));
    assert_ne!(withdrawn.rights(), was, "a form filled in before is out of date");
    scene.protect(ben, false, Consent::Given, withdrawn.group_consent).await;
    assert!(shown(&scene, school.photos[1]).await && !shown(&scene, school.group_photos[0]).await);
    scene.protect(ben, false, Consent::Given, Consent::Given).await;
    place.store.withdraw_consent(&scene.desk, ben, noon()).await.unwrap();
    assert_eq!(place.store.subject(&scene.desk, ben).await.unwrap().0.group_consent, Consent::Given);
    assert!(!shown(&scene, school.group_photos[0]).await, "held back all the same");
}

// S63
async fn a_photograph_of_the_group_stays_held_back_when_whoever_held_it_back_is_erased(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let [first, second] = school.group_photos[..] else { panic!("two classes") };
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    assert!(!shown(&scene, first).await);
    place.store.erase_subject(&scene.desk, school.children[1], GroupPhotos::KeepBack, noon()).await.unwrap();
    assert!(!shown(&scene, first).await, "they are still on it");
    assert!(place.store.job_photo(&scene.desk, school.job, first).await.unwrap().kept_back);
    let groups = place.store.groups(&scene.desk, school.job).await.unwrap();
    assert_eq!(groups.iter().map(|group| group.held).collect::<Vec<_>>(), [1, 0]);
    // Of whom it was said that they are not on it, nothing is held back.
    scene.protect(school.children[3], true, Consent::Given, Consent::Given).await;
    let shown_on_form = [school.children[3]];
    let was = place.store.job_photo(&scene.desk, school.job, second).await.unwrap().said();
    let say = place.store.say_who_is_on(&scene.desk, school.job, second, &shown_on_form, &BTreeSet::new(), &was).await;
    say.unwrap();
    place.store.erase_subject(&scene.desk, school.children[3], GroupPhotos::KeepBack, noon()).await.unwrap();
    assert!(shown(&scene, second).await);
    // There are no two of one name any more.
    assert!(!place.store.photo_job(&scene.desk, school.job).await.unwrap().job.homonyms);
}

// B02, B06
async fn another_studio_does_nothing_to_a_child(place: Throwaway) {
    let a = Scene::first(&place.store, "nordlicht").await;
    let school = a.school().await;
    let b = Scene::another(&place.store, "suedlicht").await;
    let (child, photo, desk) = (school.children[0], school.group_photos[0], &b.desk);
    let before = all_rows(&place.store).await;
    refused!(place.store.withdraw_consent(desk, child, noon()).await, Error::NotFound);
    refused!(place.store.erase_subject(desk, child, GroupPhotos::Delete, noon()).await, Error::NotFound);
    refused!(place.store.job_photo(desk, school.job, photo).await, Error::NotFound);
    let said = place.store.say_who_is_on(desk, school.job, photo, &[child], &BTreeSet::new(), "").await;
    refused!(said, Error::NotFound);
    assert_eq!(place.store.group_photos_with(desk, child).await.unwrap(), 0);
    assert_eq!(all_rows(&place.store).await, before);
}
