use chrono::TimeDelta;
use domain::access::{AccessMode, Rules, Switch};
use domain::code::Code;
use domain::device::Device;
use domain::gallery::{LoginName, Note};
use domain::studio::Email;
use store::fixtures::{Scene, Throwaway, noon};
use store::{ClientLoginDetails, Error, Reveal};

on_both!(
    a_login_keeps_what_was_typed,
    a_code_is_unique_in_the_studio_however_it_is_typed,
    a_code_of_another_kind_is_taken_too_and_opens_nothing_here,
    two_studios_may_use_the_same_code,
    of_two_logins_made_at_once_with_one_code_one_is_refused,
    a_new_login_has_no_gallery_and_its_code_shows_an_empty_overview,
    a_code_enters_in_any_case_and_with_spaces,
    a_wrong_code_and_a_studio_that_does_not_exist_are_answered_alike,
    switched_off_no_client_code_works_and_running_visits_see_nothing,
    a_changed_code_ends_the_old_one_and_its_sessions,
    the_same_code_written_differently_ends_no_session,
    changing_the_rest_ends_no_session,
    a_deleted_login_ends_its_sessions_and_frees_its_code,
    a_second_code_in_the_same_browser_replaces_the_first,
    logins_are_listed_as_people_order_them,
    a_code_is_shown_for_a_minute_to_the_session_that_gave_the_password,
);

fn details(name: &str, code: Option<&str>) -> ClientLoginDetails {
    ClientLoginDetails {
        name: LoginName::parse(name).unwrap(),
        code: code.map(|code| (Code::parse(code).unwrap(), code.to_owned())),
        email: None,
        note: Note::parse("").unwrap(),
    }
}

async fn make(studio: &Scene<'_>, code: &str) -> store::Result<domain::ids::ClientLoginId> {
    let name = LoginName::parse("Familie Sommer").unwrap();
    let note = Note::parse("").unwrap();
    let parsed = Code::parse(code).unwrap();
    studio.store.create_client_login(&studio.desk, &name, (&parsed, code), None, &note, noon()).await
}

/// S2, S4, S9
async fn a_login_keeps_what_was_typed(place: Throwaway) {
    let store = &place.store;
    let studio = Scene::first(store, "nordlicht").await;
    let name = LoginName::parse("Familie Sommer").unwrap();
    let email = Email::parse("sommer@example.org").unwrap();
    let note = Note::parse("pays late").unwrap();
    let code = Code::parse("Sommer 2026!").unwrap();
    let login = store
        .create_client_login(&studio.desk, &name, (&code, "Sommer 2026!"), Some(&email), &note, noon())
        .await
        .unwrap();
    let saved = store.client_login(&studio.desk, login).await.unwrap();
    assert_eq!(saved.name, "Familie Sommer");
    assert_eq!(saved.email, "sommer@example.org");
    assert_eq!(saved.note, "pays late");
    assert_eq!((saved.releases, saved.last_visit_at), (0, None));
    assert_eq!(store.reveal_code(&studio.desk, login).await.unwrap(), "Sommer 2026!");

    let mut new = details("Familie Sommer-Wind", None);
    new.note = Note::parse("pays in time").unwrap();
    store.change_client_login(&studio.desk, login, &new).await.unwrap();
    let saved = store.client_login(&studio.desk, login).await.unwrap();
    assert_eq!(saved.name, "Familie Sommer-Wind");
    assert_eq!((saved.email.as_str(), saved.note.as_str()), ("", "pays in time"));
    assert_eq!(store.reveal_code(&studio.desk, login).await.unwrap(), "Sommer 2026!");
}

/// S3
async fn a_code_is_unique_in_the_studio_however_it_is_typed(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    make(&studio, "sommer-2026").await.unwrap();
    let other = make(&studio, "winter-2026").await.unwrap();
    for same in ["SOMMER 2026", "sommer2026", "s\u{f6}mmer-2o26"] {
        refused!(make(&studio, same).await, Error::Taken("code"));
        let change = details("Familie Winter", Some(same));
        let changed = studio.store.change_client_login(&studio.desk, other, &change).await;
        refused!(changed, Error::Taken("code"));
    }
    // What was refused has left nothing behind.
    assert_eq!(place.number("select count(*) from client_login").await, 2);
    let saved = studio.store.client_login(&studio.desk, other).await.unwrap();
    assert_eq!(saved.name, "Familie Sommer");
}

/// S3: unique over every kind of code. What a child's code opens is not a client's overview.
async fn a_code_of_another_kind_is_taken_too_and_opens_nothing_here(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    make(&studio, "sommer-2026").await.unwrap();
    assert_eq!(place.tamper("update access_code set kind = 'subject'").await, 1);
    refused!(make(&studio, "sommer 2026").await, Error::Taken("code"));
    assert!(studio.enter("sommer-2026").await.is_none());
}

/// S3
async fn two_studios_may_use_the_same_code(place: Throwaway) {
    let north = Scene::first(&place.store, "nordlicht").await;
    let south = Scene::another(&place.store, "suedlicht").await;
    let (here, there) = (north.gallery("Here").await, south.gallery("There").await);
    north.login("Sommer", "sommer-2026", &[here]).await;
    south.login("Sommer", "sommer-2026", &[there]).await;
    let token = south.enter("sommer-2026").await.unwrap();
    assert_eq!(south.seen_by(&token).await, [there].into());
    assert!(north.seen_by(&token).await.is_empty());
}

/// S3
async fn of_two_logins_made_at_once_with_one_code_one_is_refused(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (a, b) = tokio::join!(make(&studio, "sommer-2026"), make(&studio, "SOMMER 2026"));
    assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    refused!(if a.is_ok() { b } else { a }, Error::Taken("code"));
}

/// S6
async fn a_new_login_has_no_gallery_and_its_code_shows_an_empty_overview(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    studio.gallery("Wedding").await;
    let login = make(&studio, "sommer-2026").await.unwrap();
    let token = studio.enter("sommer-2026").await.expect("the code works");
    let guest = studio.guest(&token).await;
    assert_eq!(guest.guest.login, Some(login));
    assert_eq!(guest.guest.login_name, "Familie Sommer");
    assert!(!guest.guest.is_stranger());
    assert_eq!(guest.sight.galleries().count(), 0);
    assert!(studio.store.overview(&guest).await.unwrap().is_empty());
    let saved = studio.store.client_login(&studio.desk, login).await.unwrap();
    assert_eq!(saved.last_visit_at, Some(noon()));
}

/// S10
async fn a_code_enters_in_any_case_and_with_spaces(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let login = make(&studio, "Sommer-2026").await.unwrap();
    for typed in ["sommer-2026", "SOMMER 2026", "  sommer2026\n", "s o m m e r 2 0 2 6"] {
        let token = studio.enter(typed).await.expect(typed);
        assert_eq!(studio.guest(&token).await.guest.login, Some(login), "{typed}");
    }
}

/// S12, T21
async fn a_wrong_code_and_a_studio_that_does_not_exist_are_answered_alike(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    make(&studio, "sommer-2026").await.unwrap();
    assert!(studio.enter("winter-2026").await.is_none());
    let code = Code::parse("sommer-2026").unwrap();
    let nowhere = studio.store.enter_by_code(None, &code, None, noon()).await;
    assert!(nowhere.unwrap().is_none());
    assert_eq!(place.number("select count(*) from session").await, 0);
}

/// S1
async fn switched_off_no_client_code_works_and_running_visits_see_nothing(place: Throwaway) {
    let mut studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let before = studio.enter("sommer-2026").await.unwrap();
    let rules = |client_logins| Rules { client_logins, mode: AccessMode::Staircase };
    studio.set_rules(rules(Switch::Off)).await;
    assert!(studio.enter("sommer-2026").await.is_none());
    let guest = studio.guest(&before).await;
    assert_eq!(guest.sight.galleries().count(), 0);
    assert!(guest.guest.is_stranger());
    assert_eq!((guest.guest.login, guest.guest.login_name.as_str()), (None, ""));
    refused!(studio.store.overview(&guest).await, Error::NotFound);
    studio.set_rules(rules(Switch::On)).await;
    assert_eq!(studio.seen_by(&before).await, [wedding].into());
}

/// S9, T27
async fn a_changed_code_ends_the_old_one_and_its_sessions(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let before = studio.enter("sommer-2026").await.unwrap();
    let new = details("Familie Sommer", Some("herbst-2026"));
    studio.store.change_client_login(&studio.desk, login, &new).await.unwrap();
    assert!(studio.enter("sommer-2026").await.is_none());
    assert!(studio.guest(&before).await.guest.is_stranger());
    assert!(studio.seen_by(&before).await.is_empty());
    let after = studio.enter("herbst-2026").await.unwrap();
    assert_eq!(studio.seen_by(&after).await, [wedding].into());
    assert_eq!(studio.store.reveal_code(&studio.desk, login).await.unwrap(), "herbst-2026");
    // The old code is free for somebody else, and shows them nothing of this login's.
    studio.login("Familie Wind", "sommer-2026", &[]).await;
    let other = studio.enter("sommer-2026").await.unwrap();
    assert!(studio.seen_by(&other).await.is_empty());
    assert!(studio.guest(&before).await.guest.is_stranger());
}

async fn the_same_code_written_differently_ends_no_session(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[]).await;
    let before = studio.enter("sommer-2026").await.unwrap();
    let new = details("Familie Sommer", Some("SOMMER 2026"));
    studio.store.change_client_login(&studio.desk, login, &new).await.unwrap();
    assert_eq!(studio.guest(&before).await.guest.login, Some(login));
    assert_eq!(studio.store.reveal_code(&studio.desk, login).await.unwrap(), "SOMMER 2026");
}

async fn changing_the_rest_ends_no_session(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[]).await;
    let before = studio.enter("sommer-2026").await.unwrap();
    let new = details("Familie Sommer-Wind", None);
    studio.store.change_client_login(&studio.desk, login, &new).await.unwrap();
    assert_eq!(studio.guest(&before).await.guest.login_name, "Familie Sommer-Wind");
}

/// S9
async fn a_deleted_login_ends_its_sessions_and_frees_its_code(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let before = studio.enter("sommer-2026").await.unwrap();
    studio.store.delete_client_login(&studio.desk, login, noon()).await.unwrap();
    assert!(studio.enter("sommer-2026").await.is_none());
    assert!(studio.guest(&before).await.guest.is_stranger());
    assert!(studio.store.client_logins(&studio.desk, None, 9).await.unwrap().0.is_empty());
    refused!(studio.store.client_login(&studio.desk, login).await, Error::NotFound);
    refused!(studio.store.reveal_code(&studio.desk, login).await, Error::NotFound);
    refused!(studio.store.releases(&studio.desk, login).await, Error::NotFound);
    let again = studio.store.delete_client_login(&studio.desk, login, noon()).await;
    refused!(again, Error::NotFound);
    let change = details("Familie Sommer", Some("herbst-2026"));
    let changed = studio.store.change_client_login(&studio.desk, login, &change).await;
    refused!(changed, Error::NotFound);
    // The tree no longer counts it.
    let tree = studio.store.gallery_tree(&studio.desk).await.unwrap();
    assert_eq!(tree[0].releases, 0);
    studio.login("Familie Wind", "sommer-2026", &[]).await;
    assert!(studio.guest(&before).await.guest.is_stranger());
}

/// S11
async fn a_second_code_in_the_same_browser_replaces_the_first(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let wind = studio.login("Familie Wind", "wind-und-meer", &[portraits]).await;
    let first = studio.enter("sommer-2026").await.unwrap();
    let second = studio.enter_again("wind-und-meer", Some(&first)).await.unwrap();
    let guest = studio.guest(&second).await;
    assert_eq!(guest.guest.login, Some(wind));
    assert_eq!(studio.seen_by(&second).await, [portraits].into());
    assert!(studio.guest(&first).await.guest.is_stranger());
    // A code that is wrong takes nothing away.
    assert!(studio.enter_again("wind-und-sand", Some(&second)).await.is_none());
    assert_eq!(studio.seen_by(&second).await, [portraits].into());
}

async fn logins_are_listed_as_people_order_them(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    for (name, code) in [("Zoe", "code-number-1"), ("Family 10", "code-number-2"), ("anton", "code-number-3")] {
        studio.login(name, code, &[]).await;
    }
    studio.login("family 9", "code-number-4", &[wedding]).await;
    let (logins, _) = studio.store.client_logins(&studio.desk, None, 9).await.unwrap();
    let names: Vec<_> = logins.iter().map(|it| (it.name.as_str(), it.releases)).collect();
    assert_eq!(names, [("anton", 0), ("family 9", 1), ("Family 10", 0), ("Zoe", 0)]);
}

async fn a_code_is_shown_for_a_minute_to_the_session_that_gave_the_password(place: Throwaway) {
    let (store, studio) = (&place.store, Scene::first(&place.store, "nordlicht").await);
    let south = Scene::another(store, "suedlicht").await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[]).await;
    let other = studio.login("Familie Wind", "wind-und-meer", &[]).await;
    let start = |of: &Scene<'_>| store.start_member_session(of.desk.member(), Device::UNKNOWN, noon());
    let (here, there) = (start(&studio).await.unwrap(), start(&studio).await.unwrap());
    let theirs = start(&south).await.unwrap();
    let guest = studio.enter("sommer-2026").await.unwrap();
    let shown = async |session, login, seconds| {
        let then = noon() + TimeDelta::seconds(seconds);
        let code = store.revealed_code(&studio.desk, session, login, Reveal::Asked, then).await;
        code.unwrap()
    };
    assert_eq!(shown(&here, login, 0).await, None);
    for not_annas in [&theirs, &guest] {
        let allowed = store.allow_reveal(&studio.desk, not_annas, login, Reveal::Asked, noon()).await;
        refused!(allowed, Error::NotFound);
    }
    let foreign = store.allow_reveal(&south.desk, &theirs, login, Reveal::Asked, noon()).await;
    refused!(foreign, Error::NotFound);
    store.allow_reveal(&studio.desk, &here, login, Reveal::Asked, noon()).await.unwrap();
    assert_eq!(shown(&here, login, 59).await.as_deref(), Some("sommer-2026"));
    assert_eq!(shown(&here, login, 60).await, None);
    for (session, login) in [(&here, other), (&there, login), (&theirs, login), (&guest, login)] {
        assert_eq!(shown(session, login, 1).await, None);
    }
    // Given again, the minute begins anew.
    let again = noon() + TimeDelta::seconds(90);
    store.allow_reveal(&studio.desk, &here, login, Reveal::Asked, again).await.unwrap();
    assert!(shown(&here, login, 120).await.is_some());
    store.end_reveals(&studio.desk, &here, login).await.unwrap();
    assert_eq!(shown(&here, login, 120).await, None);
}
