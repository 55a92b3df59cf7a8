//! Client logins that were deleted and come back, within a month (S3, S9, S31).

use chrono::TimeDelta;
use domain::access::{Change, Way};
use domain::code::Code;
use domain::device::Device;
use domain::gallery::{LoginName, Note};
use store::fixtures::{Throwaway, noon};
use store::{ClientLoginDetails, Error, Reveal};

use crate::family::Family;

on_both!(
    a_login_comes_back_with_its_galleries_and_its_code_and_without_its_visits,
    a_code_that_another_login_took_meanwhile_stays_there,
    a_code_that_was_another_login_s_in_between_opens_nothing_of_one_that_comes_back,
    a_visit_from_before_is_not_let_in_by_a_new_code,
    a_deleted_login_is_gone_for_good_after_a_month,
    what_was_deleted_is_listed_page_by_page,
);

fn with_code(name: &str, code: &str) -> ClientLoginDetails {
    ClientLoginDetails {
        name: LoginName::parse(name).unwrap(),
        code: Some((Code::parse(code).unwrap(), code.to_owned())),
        email: None,
        note: Note::parse("").unwrap(),
    }
}

/// S9
async fn a_login_comes_back_with_its_galleries_and_its_code_and_without_its_visits(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    let before = studio.seen_by(&family.guests[&Way::Login(family.brandt)]).await;
    let releases = store.releases(&studio.desk, family.brandt).await.unwrap();
    // Its code was saved just now: this session may read that one, not what comes back.
    let here = store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    store.allow_reveal(&studio.desk, &here, family.brandt, Reveal::Saved, noon()).await.unwrap();
    let readable = async || {
        store.revealed_code(&studio.desk, &here, family.brandt, Reveal::Saved, noon()).await.unwrap().is_some()
    };
    assert!(readable().await);
    let done = family.do_it(Change::DeleteLogin { login: family.brandt }).await;
    let album = studio.grant(family.album).await;
    assert_eq!(store.opens(&studio.desk, &album).await.unwrap().0, 2, "it opens nothing");
    assert_eq!(store.names_of_holders(&studio.desk, &album, 9).await.unwrap(), ["Far"]);
    assert_eq!(store.deleted(&studio.desk, None, noon()).await.unwrap().logins[0].name, "Brandt");
    assert!(family.undo(done.id).await.unwrap().undone);
    assert_eq!(store.releases(&studio.desk, family.brandt).await.unwrap(), releases);
    assert!(
        studio.guest(&family.guests[&Way::Login(family.brandt)]).await.guest.is_stranger(),
        "its visits stay ended"
    );
    assert!(!readable().await);
    let again = studio.enter("brandt-2026").await.unwrap();
    assert_eq!(studio.seen_by(&again).await, before);
    assert_eq!(store.reveal_code(&studio.desk, family.brandt).await.unwrap(), "brandt-2026");
    let wanted = domain::search::Wanted::parse("brandt").unwrap();
    assert_eq!(store.search_logins(&studio.desk, &wanted, 9).await.unwrap().len(), 1, "it is found again");
    assert!(store.deleted(&studio.desk, None, noon()).await.unwrap().logins.is_empty());
}

/// S3, S9
async fn a_code_that_another_login_took_meanwhile_stays_there(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    let done = family.do_it(Change::DeleteLogin { login: family.brandt }).await;
    let taker = studio.login("Taker", "BRANDT 2026", &[]).await;
    assert!(family.undo(done.id).await.unwrap().undone);
    let token = studio.enter("brandt-2026").await.unwrap();
    assert_eq!(studio.guest(&token).await.guest.login, Some(taker));
    let back = store.client_login(&studio.desk, family.brandt).await.unwrap();
    assert!(!back.has_code);
    refused!(store.reveal_code(&studio.desk, family.brandt).await, Error::NotFound);
    let taken = store.change_client_login(&studio.desk, family.brandt, &with_code("Brandt", "brandt-2026")).await;
    refused!(taken, Error::Taken("code"));
    store.change_client_login(&studio.desk, family.brandt, &with_code("Brandt", "brandt-anew-2026")).await.unwrap();
    assert!(store.client_login(&studio.desk, family.brandt).await.unwrap().has_code);
    let token = studio.enter("brandt-anew-2026").await.unwrap();
    assert_eq!(studio.guest(&token).await.guest.login, Some(family.brandt));
}

/// S3, S9: whoever was given the code in between knows it for ever.
async fn a_code_that_was_another_login_s_in_between_opens_nothing_of_one_that_comes_back(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    // Once given to a new login, once to one that was there.
    for (code, given_anew) in [("brandt-2026", true), ("far-away-2026", false)] {
        let token = studio.enter(code).await.unwrap();
        let login = studio.guest(&token).await.guest.login.unwrap();
        let done = family.do_it(Change::DeleteLogin { login }).await;
        let taker = studio.login("Taker", if given_anew { code } else { "nothing-yet-2026" }, &[]).await;
        if !given_anew {
            store.change_client_login(&studio.desk, taker, &with_code("Taker", code)).await.unwrap();
        }
        let other = format!("{code}-other");
        store.change_client_login(&studio.desk, taker, &with_code("Taker", &other)).await.unwrap();
        family.undo(done.id).await.unwrap();
        assert!(studio.enter(code).await.is_none(), "{code}");
        assert!(!store.client_login(&studio.desk, login).await.unwrap().has_code);
    }
}

/// S9: whoever comes in at the moment of the deletion.
async fn a_visit_from_before_is_not_let_in_by_a_new_code(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    let done = family.do_it(Change::DeleteLogin { login: family.brandt }).await;
    studio.login("Taker", "brandt-2026", &[]).await;
    // As if Wind's browser had come in by Brandt's code, and was late by a moment.
    place
        .write(
            "update session_grant set subject_id = (select id from client_login where name = 'Brandt')
             where kind = 'login' and subject_id = (select id from client_login where name = 'Wind')",
        )
        .await;
    family.undo(done.id).await.unwrap();
    store.change_client_login(&studio.desk, family.brandt, &with_code("Brandt", "brandt-anew-2026")).await.unwrap();
    for token in family.guests.values() {
        assert_ne!(studio.guest(token).await.guest.login, Some(family.brandt));
    }
}

async fn a_deleted_login_is_gone_for_good_after_a_month(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    family.do_it(Change::DeleteLogin { login: family.brandt }).await;
    let day = |days| noon() + TimeDelta::days(days);
    assert_eq!(store.drop_logins(day(29)).await.unwrap(), 0);
    assert_eq!(store.deleted(&studio.desk, None, day(29)).await.unwrap().logins.len(), 1);
    assert_eq!(store.drop_logins(day(30)).await.unwrap(), 1);
    refused!(
        store.propose(&studio.desk, Change::RestoreLogin { login: family.brandt }, day(30)).await,
        Error::NotFound
    );
    let left = "select (select count(*) from ended_code) + (select count(*) from client_login where name = 'Brandt')";
    assert_eq!(place.number(left).await, 0);
    assert_eq!(store.drop_logins(day(31)).await.unwrap(), 0);
}

async fn what_was_deleted_is_listed_page_by_page(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    let at = |second| noon() + TimeDelta::seconds(second);
    for second in 0..101 {
        let login = studio.login(&format!("Login {second}"), &format!("login-code-{second}"), &[]).await;
        store.delete_client_login(&studio.desk, login, at(second)).await.unwrap();
    }
    let summer = studio.grant(family.summer).await;
    store.delete_gallery(&studio.desk, &summer, noon()).await.unwrap();
    let first = store.deleted(&studio.desk, None, at(200)).await.unwrap();
    assert_eq!((first.logins.len(), first.galleries.len(), first.earlier), (100, 0, Some(at(1))));
    assert_eq!((first.logins[0].name.as_str(), first.logins[99].name.as_str()), ("Login 100", "Login 1"));
    let rest = store.deleted(&studio.desk, first.earlier, at(200)).await.unwrap();
    assert_eq!((rest.logins.len(), rest.galleries.len(), rest.earlier), (1, 1, None));
}
