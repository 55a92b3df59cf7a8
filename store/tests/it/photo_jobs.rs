//! Photo jobs in the database: who gets in by which code, what they see, and what ends it.

use chrono::TimeDelta;
use domain::access::{Denied, JobKey};
use domain::code::Code;
use domain::device::Device;
use domain::ids::{GalleryId, SubjectId};
use domain::name_match::keys_typed;
use domain::photo_job::sorting::Way;
use domain::photo_job::{Consent, JobState};
use domain::studio::Language;
use store::fixtures::{Scene, School, Throwaway, noon};
use store::{Error, JobCode, Operator, PhotoJob, SessionToken, Statement};

on_both!(
    a_subjects_own_code_shows_that_subject_and_its_group_alone,
    the_connection_code_shows_no_picture_before_a_confirmation,
    a_confirmation_is_recorded_and_shows_that_child_alone,
    nobody_is_confirmed_without_the_connection_code_or_in_another_job,
    another_connection_code_ends_the_confirmations_of_the_old_one,
    the_operators_switch_ends_what_connection_codes_opened,
    a_name_finds_exactly_that_child,
    where_names_are_found_there_is_no_list,
    a_protected_child_is_neither_listed_nor_found_nor_confirmed,
    who_refuses_is_gone_at_once_for_everybody_but_members,
    a_group_photograph_is_held_back_while_somebody_on_it_may_not_be_shown,
    staff_see_the_whole_job_and_no_other,
    a_changed_staff_code_ends_the_visits_of_the_old_one,
    a_code_of_one_job_is_refused_in_another_and_touches_nothing,
    galleries_of_a_job_lie_in_no_tree,
    photographs_are_sorted_within_their_job_alone,
    a_job_that_is_not_published_shows_nothing,
    another_studio_finds_nothing_of_a_job,
);

async fn gallery_of(scene: &Scene<'_>, subject: SubjectId) -> GalleryId {
    scene.store.subject(&scene.desk, subject).await.unwrap().0.gallery
}

async fn gallery_of_class(scene: &Scene<'_>, school: &School, class: usize) -> GalleryId {
    let groups = scene.store.groups(&scene.desk, school.job).await.unwrap();
    groups.iter().find(|group| group.id == school.classes[class]).unwrap().gallery
}

/// A parent who has typed the connection code.
async fn parent(scene: &Scene<'_>, school: &School) -> SessionToken {
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-HERBST").await;
    scene.enter("lindenhof 2026 herbst").await.expect("a code that works")
}

async fn confirm(scene: &Scene<'_>, token: &SessionToken, child: SubjectId) -> store::Result<SessionToken> {
    let visit = scene.guest(token).await.guest.jobs;
    let stated = Statement { version: 1, language: Language::De };
    let by = (Some(token), Device::of(""));
    scene.store.confirm_subject(scene.studio.id, &visit, child, stated, by, noon()).await
}

// S58
async fn a_subjects_own_code_shows_that_subject_and_its_group_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let code = scene.subject_code(school.job, school.children[1]).await;
    let token = scene.enter(&code).await.unwrap();
    let seen = scene.seen_by(&token).await;
    assert_eq!(seen, [gallery_of(&scene, school.children[1]).await, gallery_of_class(&scene, &school, 0).await].into());
    let visit = scene.guest(&token).await.guest;
    assert_eq!(visit.jobs.children[0].key, JobKey::Own(school.children[1]));
    assert_eq!(visit.jobs.children[0].first_name, "Ben");
    assert!(!visit.is_stranger() && visit.login.is_none());
}

// S44, S48
async fn the_connection_code_shows_no_picture_before_a_confirmation(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let token = parent(&scene, &school).await;
    assert!(scene.seen_by(&token).await.is_empty());
    let visit = scene.guest(&token).await.guest.jobs;
    assert_eq!(visit.connections, [school.job]);
    assert!(visit.children.is_empty() && visit.staff.is_empty());
}

// S48, S49, S55
async fn a_confirmation_is_recorded_and_shows_that_child_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let token = parent(&scene, &school).await;
    let token = confirm(&scene, &token, school.children[0]).await.unwrap();
    let own = gallery_of(&scene, school.children[0]).await;
    let class = gallery_of_class(&scene, &school, 0).await;
    assert_eq!(scene.seen_by(&token).await, [own, class].into());
    // A sister in the other class, in the same view.
    let token = confirm(&scene, &token, school.children[4]).await.unwrap();
    assert_eq!(scene.seen_by(&token).await.len(), 4);
    let recorded = place.store.confirmations_part(&scene.desk, school.job, None, (0, 9)).await.unwrap().confirmations;
    let recorded: Vec<_> =
        recorded.iter().map(|it| (it.name.as_str(), it.at, it.version, it.language.as_str())).collect();
    assert_eq!(recorded.len(), 2);
    assert!(
        recorded.contains(&("Anna Müller", noon(), 1, "de")) && recorded.contains(&("Zoë van Dijk", noon(), 1, "de"))
    );
    // It ends like any visit.
    let later = noon() + TimeDelta::hours(13);
    assert!(place.store.guest_sight(Some(&token), &scene.studio, later).await.unwrap().guest.is_stranger());
}

// S48
async fn nobody_is_confirmed_without_the_connection_code_or_in_another_job(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let other = scene.photo_job("Another").await;
    let stranger = scene.subject(other, ("Ida", "Sommer"), None).await;
    let token = parent(&scene, &school).await;
    let own = scene.enter(&scene.subject_code(school.job, school.children[1]).await).await.unwrap();
    assert!(matches!(confirm(&scene, &own, school.children[0]).await, Err(Error::NotFound)));
    assert!(matches!(confirm(&scene, &token, stranger).await, Err(Error::NotFound)));
    assert!(matches!(confirm(&scene, &token, SubjectId::from_random([7; 16])).await, Err(Error::NotFound)));
    assert!(
        place.store.confirmations_part(&scene.desk, school.job, None, (0, 9)).await.unwrap().confirmations.is_empty()
    );
}

// S45
async fn another_connection_code_ends_the_confirmations_of_the_old_one(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let token = parent(&scene, &school).await;
    let token = confirm(&scene, &token, school.children[0]).await.unwrap();
    scene.job_code(school.job, JobCode::Connection, "ANOTHER-CODE-NOW").await;
    assert!(scene.guest(&token).await.guest.is_stranger());
    assert!(scene.enter("LINDENHOF-2026-HERBST").await.is_none());
    let again = scene.enter("ANOTHER-CODE-NOW").await.unwrap();
    let again = confirm(&scene, &again, school.children[0]).await.unwrap();
    place.store.end_job_code(&scene.desk, school.job, JobCode::Connection).await.unwrap();
    assert!(scene.guest(&again).await.guest.is_stranger());
    assert!(scene.enter("ANOTHER-CODE-NOW").await.is_none());
    assert_eq!(place.store.job_code(&scene.desk, school.job, JobCode::Connection).await.unwrap(), None);
    // A third one is another first: what the one before confirmed stays ended.
    scene.job_code(school.job, JobCode::Connection, "A-THIRD-CODE-THEN").await;
    scene.job_code(school.job, JobCode::Connection, "A-FOURTH-CODE-THEN").await;
    scene.job_code(school.job, JobCode::Connection, "A-FIFTH-CODE-THEN").await;
    assert!(scene.guest(&again).await.guest.is_stranger());
}

// S45
async fn the_operators_switch_ends_what_connection_codes_opened(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let token = parent(&scene, &school).await;
    let token = confirm(&scene, &token, school.children[0]).await.unwrap();
    let operator = Operator::at_the_machine();
    place.store.forbid_connection_codes(&operator, scene.studio.id, None, noon()).await.unwrap();
    assert!(scene.guest(&token).await.guest.is_stranger());
    assert!(scene.enter("LINDENHOF-2026-HERBST").await.is_none());
    assert!(!place.store.connection(&scene.desk, school.job).await.unwrap().allowed);
    place.store.allow_connection_codes(&operator, scene.studio.id, noon()).await.unwrap();
    assert_eq!(scene.seen_by(&token).await.len(), 2);
}

// S52, S54
async fn a_name_finds_exactly_that_child(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap().job;
    assert!(job.homonyms, "two are called Anna Müller");
    let find = async |first: &str, last: &str| {
        let found = place.store.subjects_of_name(scene.studio.id, &job, &keys_typed(first, last)).await.unwrap();
        let found = found.into_iter().map(|child| (child.id, (child.group, child.admitted)));
        found.collect::<std::collections::BTreeMap<_, _>>()
    };
    assert_eq!(find("ben", "OEZTUERK").await, [(school.children[1], ("1a".to_owned(), true))].into());
    assert_eq!(find("van Dijk", "Zoe").await, [(school.children[4], ("1b".to_owned(), true))].into());
    let both = |second| {
        [(school.children[0], ("1a".to_owned(), true)), (school.children[3], ("1b".to_owned(), second))].into()
    };
    assert_eq!(find("Anna", "Mueller").await, both(true));
    // One who may not be found is one of the name all the same: the other one is not the only one.
    scene.protect(school.children[3], true, Consent::Given, Consent::Given).await;
    assert_eq!(find("Anna", "Mueller").await, both(false));
    assert!(find("Ben", "Rossi").await.is_empty() && find("Ben", "").await.is_empty());
    // Only in that job.
    let other = scene.photo_job("Another").await;
    let elsewhere = place.store.photo_job(&scene.desk, other).await.unwrap().job;
    let keys = keys_typed("Ben", "Öztürk");
    assert!(place.store.subjects_of_name(scene.studio.id, &elsewhere, &keys).await.unwrap().is_empty());
    assert!(!elsewhere.homonyms);
}

// S47, S51
async fn where_names_are_found_there_is_no_list(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap().job;
    assert!(job.finding, "it is the default");
    let list = place.store.listed_subjects(scene.studio.id, &job).await;
    assert!(matches!(list, Err(Error::NotFound)));
    place.store.set_finding(&scene.desk, school.job, false).await.unwrap();
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap().job;
    let list = place.store.listed_subjects(scene.studio.id, &job).await.unwrap();
    let list: Vec<_> = list.iter().map(|listed| (listed.group.as_str(), listed.name.as_str())).collect();
    let expected = [
        ("1a", "Anna Müller"),
        ("1a", "Carla Rossi"),
        ("1a", "Ben Öztürk"),
        ("1b", "Anna Müller"),
        ("1b", "Zoë van Dijk"),
    ];
    assert_eq!(list, expected);
}

/// Whether somebody of that name may be found.
pub async fn is_found(scene: &Scene<'_>, job: &PhotoJob, [first, last]: [&str; 2]) -> bool {
    let found = scene.store.subjects_of_name(scene.studio.id, job, &keys_typed(first, last)).await.unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].admitted
}

// S63
async fn a_protected_child_is_neither_listed_nor_found_nor_confirmed(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let token = parent(&scene, &school).await;
    let before = confirm(&scene, &token, school.children[1]).await.unwrap();
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    // What was open is shut; the own code goes on.
    assert!(scene.seen_by(&before).await.is_empty());
    assert!(matches!(confirm(&scene, &before, school.children[1]).await, Err(Error::NotFound)));
    place.store.set_finding(&scene.desk, school.job, false).await.unwrap();
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap().job;
    let list = place.store.listed_subjects(scene.studio.id, &job).await.unwrap();
    assert!(list.len() == 4 && list.iter().all(|listed| listed.id != school.children[1]));
    assert!(!is_found(&scene, &job, ["Ben", "Öztürk"]).await);
    let own = scene.enter(&scene.subject_code(school.job, school.children[1]).await).await.unwrap();
    assert!(scene.seen_by(&own).await.contains(&gallery_of(&scene, school.children[1]).await));
}

// S63
async fn who_refuses_is_gone_at_once_for_everybody_but_members(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let token = parent(&scene, &school).await;
    let confirmed = confirm(&scene, &token, school.children[2]).await.unwrap();
    let own = scene.enter(&scene.subject_code(school.job, school.children[2]).await).await.unwrap();
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    let staff = scene.enter("STAFF-OF-THE-SCHOOL-1").await.unwrap();
    let gallery = gallery_of(&scene, school.children[2]).await;
    for seen in [&confirmed, &own, &staff] {
        assert!(scene.seen_by(seen).await.contains(&gallery));
    }
    scene.protect(school.children[2], false, Consent::Refused, Consent::Refused).await;
    for gone in [&confirmed, &own, &staff] {
        assert_eq!(scene.guest(gone).await.sight.grant(gallery), Err(Denied::Hidden));
    }
    let job = place.store.photo_job(&scene.desk, school.job).await.unwrap().job;
    assert!(!is_found(&scene, &job, ["Carla", "Rossi"]).await);
    assert_eq!(scene.grant(gallery).await.gallery(), gallery);
}

// S63
async fn a_group_photograph_is_held_back_while_somebody_on_it_may_not_be_shown(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let class = gallery_of_class(&scene, &school, 0).await;
    let own = scene.enter(&scene.subject_code(school.job, school.children[0]).await).await.unwrap();
    let shown = async || {
        let grant = scene.guest_grant(&own, class).await;
        let photo = place.store.photo_place(school.group_photos[0]).await.unwrap();
        let listed = place.store.photos_of(&grant, 0, 9).await.unwrap().len();
        assert_eq!(place.store.photo_count(&grant).await.unwrap() == 1, photo.shown);
        assert_eq!(place.store.gallery_card(&grant).await.unwrap().cover.is_some(), photo.shown);
        assert_eq!(place.store.photo_around(&grant, school.group_photos[0]).await.is_ok(), photo.shown);
        assert_eq!(listed == 1, photo.shown);
        photo.shown
    };
    assert!(shown().await);
    for (protected, consent, group) in [
        (true, Consent::Given, Consent::Given),
        (false, Consent::Refused, Consent::Given),
        (false, Consent::Given, Consent::Refused),
    ] {
        scene.protect(school.children[1], protected, consent, group).await;
        assert!(!shown().await, "{protected} {consent} {group}");
        let held = place.store.groups(&scene.desk, school.job).await.unwrap();
        assert_eq!(held.iter().map(|group| group.held).collect::<Vec<_>>(), [1, 0]);
    }
    // Somebody of the other class holds nothing back here.
    scene.protect(school.children[1], false, Consent::Given, Consent::Given).await;
    scene.protect(school.children[4], true, Consent::Given, Consent::Given).await;
    assert!(shown().await);
}

// S41, S42
async fn staff_see_the_whole_job_and_no_other(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let other = scene.photo_job("Another").await;
    scene.subject(other, ("Ida", "Sommer"), None).await;
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    let staff = scene.enter("staff of the school 1").await.unwrap();
    let guest = scene.guest(&staff).await;
    assert_eq!(guest.sight.galleries().count(), 7, "five children and two classes");
    let sheet = place.store.contact_sheet(&guest.sight, &guest.guest.jobs.staff[0]).await.unwrap();
    assert_eq!((sheet.groups.len(), sheet.subjects.len()), (2, 5));
    assert_eq!(sheet.groups[0].name, "1a");
}

// S41, S43
async fn a_changed_staff_code_ends_the_visits_of_the_old_one(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    let staff = scene.enter("STAFF-OF-THE-SCHOOL-1").await.unwrap();
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-2").await;
    assert!(scene.guest(&staff).await.guest.is_stranger());
    assert!(scene.enter("STAFF-OF-THE-SCHOOL-1").await.is_none());
    let shown = place.store.job_code(&scene.desk, school.job, JobCode::Staff).await.unwrap();
    assert_eq!(shown.as_deref(), Some("STAFF-OF-THE-SCHOOL-2"));
}

// S3, S59
async fn a_code_of_one_job_is_refused_in_another_and_touches_nothing(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let other = scene.photo_job("Another").await;
    scene.job_code(school.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    scene.login("Familie Sommer", "sommer-2026", &[]).await;
    let own = scene.subject_code(school.job, school.children[0]).await;
    for taken in ["Staff of the school 1", "SOMMER2026", own.as_str()] {
        let code = Code::parse(taken).unwrap();
        for which in [JobCode::Staff, JobCode::Connection] {
            let set = place.store.set_job_code(&scene.desk, other, which, &code, noon()).await;
            assert!(matches!(set, Err(Error::Taken(_))), "{taken}");
            assert_eq!(place.store.job_code(&scene.desk, other, which).await.unwrap(), None);
        }
    }
    let staff = scene.enter("STAFF-OF-THE-SCHOOL-1").await.unwrap();
    assert_eq!(scene.guest(&staff).await.guest.jobs.staff[0].job.id, school.job);
    assert_eq!(place.store.photo_job(&scene.desk, other).await.unwrap().job.connection_agreed_at, None);
}

// S32
async fn galleries_of_a_job_lie_in_no_tree(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let wedding = scene.gallery("Wedding").await;
    let login = scene.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let school = scene.school().await;
    let store = &place.store;
    let tree = store.brothers(&scene.desk, None, None, 99).await.unwrap();
    assert_eq!(tree.rows.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["Wedding"]);
    assert_eq!(store.studio_size(&scene.desk, 99).await.unwrap().galleries, 1);
    let own = store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    let child = gallery_of(&scene, school.children[0]).await;
    for gallery in [own, child, gallery_of_class(&scene, &school, 0).await] {
        let grant = store.member_grant(&scene.desk, gallery, noon()).await;
        assert!(matches!(grant, Err(Error::NotFound)));
        assert!(store.member_sight(&scene.desk, gallery, noon()).await.unwrap().grant(gallery).is_err());
        assert!(store.tree_lines(&scene.desk, &[gallery]).await.unwrap().is_empty());
        assert!(matches!(store.tree_line(&scene.desk, gallery).await, Err(Error::NotFound)));
        assert!(matches!(store.way_to(&scene.desk, gallery).await, Err(Error::NotFound)));
        // Not even the member's own proof makes it a release.
        let change = store::fixtures::ReleaseChange { add: [gallery].into(), ..Default::default() };
        assert!(store.change_releases(&scene.desk, login, &change, noon()).await.is_err());
    }
    let wanted = domain::search::Wanted::parse("Anna").unwrap();
    let found = store.search(&scene.desk, &wanted, true, 9).await.unwrap();
    assert!(found.galleries.is_empty());
}

// S62
async fn photographs_are_sorted_within_their_job_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let wedding = scene.gallery("Wedding").await;
    let own = place.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    let fresh = scene.photo(own, "IMG_1.jpg", noon()).await;
    let (from, to) = (scene.grant(own).await, scene.grant(gallery_of(&scene, school.children[0]).await).await);
    let outside = scene.grant(wedding).await;
    for (from, to) in [(&from, &outside), (&outside, &to), (&to, &from)] {
        let moved = place.store.sort_photos(&scene.desk, from, to, &[fresh], true, noon()).await;
        assert!(matches!(moved, Err(Error::NotFound)));
    }
    // Not sorted, it is seen by nobody but members.
    let parent = scene.enter(&scene.subject_code(school.job, school.children[0]).await).await.unwrap();
    assert!(scene.guest(&parent).await.sight.grant(own).is_err());
    place.store.sort_photos(&scene.desk, &from, &to, &[fresh], true, noon()).await.unwrap();
    let grant = scene.guest_grant(&parent, to.gallery()).await;
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 2);
    assert_eq!(place.store.photo_job(&scene.desk, school.job).await.unwrap().unsorted, 0);
}

// S57
async fn a_job_that_is_not_published_shows_nothing(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let token = scene.enter(&scene.subject_code(school.job, school.children[0]).await).await.unwrap();
    for state in [JobState::Planning, JobState::Archived] {
        place.store.set_job_state(&scene.desk, school.job, state).await.unwrap();
        assert!(scene.seen_by(&token).await.is_empty());
        assert_eq!(scene.guest(&token).await.guest.jobs.children.len(), 1, "and they are told why");
    }
    place.store.set_job_state(&scene.desk, school.job, JobState::Published).await.unwrap();
    assert_eq!(scene.seen_by(&token).await.len(), 2);
    let over = noon() + TimeDelta::days(600);
    let code = scene.subject_code(school.job, school.children[0]).await;
    let (late, _) = place
        .store
        .enter_by_code(Some(&scene.studio), &Code::parse(&code).unwrap(), None, over)
        .await
        .unwrap()
        .unwrap();
    let late = place.store.guest_sight(Some(&late), &scene.studio, over).await.unwrap();
    assert_eq!(late.sight.galleries().count(), 0);
}

// B02, B06
async fn another_studio_finds_nothing_of_a_job(place: Throwaway) {
    let a = Scene::first(&place.store, "nordlicht").await;
    let school = a.school().await;
    let b = Scene::another(&place.store, "suedlicht").await;
    let (store, desk) = (&place.store, &b.desk);
    let gallery = gallery_of(&a, school.children[0]).await;
    let code = Code::parse("A-CODE-OF-THE-OTHER").unwrap();
    let grant = a.grant(gallery).await;
    let was = store.subject(&a.desk, school.children[0]).await.unwrap().0.rights();
    assert!(store.photo_jobs(desk).await.unwrap().is_empty());
    macro_rules! refused {
        ($($answer:expr),+ $(,)?) => {$(assert!(matches!($answer.await, Err(Error::NotFound)), stringify!($answer));)+};
    }
    refused!(
        store.photo_job(desk, school.job),
        store.set_job_state(desk, school.job, JobState::Archived),
        store.job_grant(desk, gallery),
        store.subject(desk, school.children[0]),
        store.protect_subject(desk, school.children[0], true, Consent::Refused, Consent::Refused, &was),
        store.set_job_code(desk, school.job, JobCode::Staff, &code, noon()),
        store.end_job_code(desk, school.job, JobCode::Staff),
        store.connection(desk, school.job),
        store.propose_sorting(desk, school.job, Way::Cards, true),
        store.sort_job(desk, school.job, Way::Cards, ("", true), noon()),
        store.tell_cards(desk, school.job, gallery, &school.photos[..1], true, noon()),
        store.no_cards(desk, school.job, &school.photos[..1]),
        store.sorted_photos(desk, &grant, noon(), true),
        store.unsort_photos(desk, &grant, &grant, noon(), true, noon()),
        store.sort_photos(desk, &grant, &grant, &school.photos[..1], true, noon()),
    );
    assert!(store.groups(desk, school.job).await.unwrap().is_empty());
    assert!(store.card_pictures(desk, school.job, true).await.unwrap().is_empty());
    assert!(store.subjects(desk, school.job).await.unwrap().is_empty());
    assert!(store.subject_codes(desk, school.job).await.unwrap().is_empty());
    assert!(store.confirmations_part(desk, school.job, None, (0, 9)).await.unwrap().confirmations.is_empty());
    let own = a.subject_code(school.job, school.children[0]).await;
    assert!(b.enter(&own).await.is_none());
    assert_eq!(a.seen_by(&a.enter(&own).await.unwrap()).await.len(), 2);
}
