use chrono::TimeDelta;
use domain::device::Device;
use store::SessionToken;
use store::fixtures::{Scene, Throwaway, hex, noon};

on_both!(
    a_members_session_ends_after_fourteen_idle_days,
    a_members_session_lives_on_while_it_is_used_up_to_ninety_days,
    signing_out_ends_this_session_and_no_other,
    a_token_that_nobody_was_given_is_nobody,
    a_guest_is_never_a_member_and_a_member_never_a_guest,
    a_guests_visit_ends_after_twelve_hours,
    each_new_key_changes_the_token_and_keeps_the_other_keys,
    links_opened_at_once_do_not_lose_the_login,
    a_key_lasts_one_visit_however_many_come_after_it,
    a_members_token_is_not_spent_by_a_code,
    ended_sessions_are_swept_with_their_keys,
    the_database_knows_no_token,
);

async fn a_members_session_ends_after_fourteen_idle_days(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let token = place.store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    let on = async |days| {
        let then = noon() + TimeDelta::days(days);
        place.store.member(&token, then).await.unwrap()
    };
    assert!(on(15).await.is_none());
    let anna = on(13).await.expect("still signed in");
    assert_eq!(anna.id, studio.desk.member());
    assert_eq!((anna.name.as_str(), anna.operator), ("Anna Lindqvist", true));
    assert_eq!(anna.email, "anna@nordlicht.example");
    // That visit counts: fourteen days begin anew.
    assert!(on(26).await.is_some());
}

async fn a_members_session_lives_on_while_it_is_used_up_to_ninety_days(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let token = place.store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    for day in (10..90).step_by(10) {
        let then = noon() + TimeDelta::days(day);
        assert!(place.store.member(&token, then).await.unwrap().is_some(), "day {day}");
    }
    let end = noon() + TimeDelta::days(90);
    assert!(place.store.member(&token, end).await.unwrap().is_none());
}

async fn signing_out_ends_this_session_and_no_other(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let start = || place.store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon());
    let (here, there) = (start().await.unwrap(), start().await.unwrap());
    place.store.end_session(&here).await.unwrap();
    assert!(place.store.member(&here, noon()).await.unwrap().is_none());
    assert!(place.store.member(&there, noon()).await.unwrap().is_some());
}

async fn a_token_that_nobody_was_given_is_nobody(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let made_up = SessionToken::parse(&"7".repeat(64)).unwrap();
    assert!(place.store.member(&made_up, noon()).await.unwrap().is_none());
    assert!(studio.guest(&made_up).await.guest.is_stranger());
    let nothing = place.store.guest(None, studio.studio.id, noon()).await.unwrap();
    assert!(nothing.is_stranger());
}

async fn a_guest_is_never_a_member_and_a_member_never_a_guest(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let guest = studio.enter("sommer-2026").await.unwrap();
    let member = place.store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    assert!(place.store.member(&guest, noon()).await.unwrap().is_none());
    assert!(studio.guest(&member).await.guest.is_stranger());
    assert!(studio.seen_by(&member).await.is_empty());
}

async fn a_guests_visit_ends_after_twelve_hours(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let guest = studio.enter("sommer-2026").await.unwrap();
    let after = async |minutes| {
        let then = noon() + TimeDelta::minutes(minutes);
        place.store.guest_sight(Some(&guest), &studio.studio, then).await.unwrap()
    };
    assert!(after(12 * 60 - 1).await.sight.grant(wedding).is_ok());
    assert!(after(12 * 60).await.sight.grant(wedding).is_err());
    assert!(after(12 * 60).await.guest.is_stranger());
}

async fn each_new_key_changes_the_token_and_keeps_the_other_keys(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let locked = studio.gallery("Locked").await;
    studio.lock(locked, "rosenrot").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let first = studio.enter("sommer-2026").await.unwrap();
    let link = studio.link(portraits, store::LinkKind::Secure, None).await;
    let second = studio.follow(&link, Some(&first)).await;
    let third = studio.unlock(locked, "rosenrot", Some(&second)).await.unwrap();
    assert_eq!(studio.seen_by(&third).await, [wedding, portraits].into());
    // Whoever knows an old token gains nothing by what came after, and soon it is worth nothing.
    assert_eq!(studio.seen_by(&first).await, [wedding].into());
    assert!(studio.guest(&second).await.guest.is_stranger());
    let soon = noon() + TimeDelta::seconds(60);
    assert!(place.store.guest_sight(Some(&first), &studio.studio, soon).await.unwrap().guest.is_stranger());
}

/// Two tabs, two links, one cookie: whichever answer the browser keeps, the login is in it.
async fn links_opened_at_once_do_not_lose_the_login(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits, party) =
        (studio.gallery("Wedding").await, studio.gallery("Portraits").await, studio.gallery("Party").await);
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let secure = async |gallery| studio.link(gallery, store::LinkKind::Secure, None).await;
    let (one, two) = (secure(portraits).await, secure(party).await);
    for _ in 0..10 {
        let first = studio.enter("sommer-2026").await.unwrap();
        let (a, b) = tokio::join!(studio.follow(&one, Some(&first)), studio.follow(&two, Some(&first)));
        for kept in [a, b] {
            assert!(studio.seen_by(&kept).await.contains(&wedding));
        }
    }
}

async fn a_key_lasts_one_visit_however_many_come_after_it(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let link = studio.link(portraits, store::LinkKind::Secure, None).await;
    let code = studio.enter("sommer-2026").await.unwrap();
    let evening = noon() + TimeDelta::hours(11);
    let both = place.store.follow_link(&studio.studio, &link, Some(&code), evening).await.unwrap().session;
    let sees = async |hours| {
        let then = noon() + TimeDelta::hours(hours);
        let sight = place.store.guest_sight(Some(&both), &studio.studio, then).await.unwrap().sight;
        (sight.grant(wedding).is_ok(), sight.grant(portraits).is_ok())
    };
    assert_eq!(sees(11).await, (true, true));
    assert_eq!(sees(12).await, (false, true));
    assert_eq!(sees(23).await, (false, false));
}

async fn a_members_token_is_not_spent_by_a_code(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    studio.login("Familie Sommer", "sommer-2026", &[]).await;
    let member = place.store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    let guest = studio.enter_again("sommer-2026", Some(&member)).await.unwrap();
    assert!(place.store.member(&member, noon()).await.unwrap().is_some());
    assert!(place.store.member(&guest, noon()).await.unwrap().is_none());
}

async fn ended_sessions_are_swept_with_their_keys(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    studio.login("Familie Sommer", "sommer-2026", &[]).await;
    studio.enter("sommer-2026").await.unwrap();
    place.store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    let sweep = async |hours| {
        let then = noon() + TimeDelta::hours(hours);
        place.store.sweep_sessions(then).await.unwrap()
    };
    assert_eq!(sweep(11).await, 0);
    assert_eq!(sweep(12).await, 1);
    assert_eq!(place.number("select count(*) from session_grant").await, 0);
    assert_eq!(place.number("select count(*) from session").await, 1);
}

async fn the_database_knows_no_token(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let token = place.store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    let known = SessionToken::parse(&token.reveal()).unwrap();
    assert!(place.store.member(&known, noon()).await.unwrap().is_some());
    let stolen = SessionToken::parse(&hex(&token.hash())).unwrap();
    assert!(place.store.member(&stolen, noon()).await.unwrap().is_none());
}
