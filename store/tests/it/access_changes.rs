//! Changes of who sees what: shown before they happen, done as shown, and taken back (S31).

use chrono::TimeDelta;
use domain::access::{AccessMode, Change, Switch, Way};
use store::fixtures::{Scene, Throwaway, a_member, noon};
use store::{Error, LinkKind, PasswordChange, Proposal, Role};

use crate::family::{Family, changed};

on_both!(
    every_change_is_shown_before_done_as_shown_and_taken_back,
    a_change_that_nobody_notices_is_done_at_once,
    what_somebody_else_changed_meanwhile_is_shown_before_anything_is_done,
    a_proposal_is_its_members_own_and_lasts_a_day,
    confirmed_twice_at_once_it_is_done_once,
    the_end_of_a_login_always_asks,
    what_cannot_be_taken_back_any_more_is_refused,
    a_password_that_is_gone_meanwhile_is_not_said_to_be_asked,
    what_is_not_there_cannot_be_changed,
    a_gallery_goes_neither_into_itself_nor_too_deep,
    a_deletion_that_is_taken_back_brings_releases_and_links_back,
);

/// S31: what is shown before is what everybody then sees, in pages that are open already; and undone is as before.
async fn every_change_is_shown_before_done_as_shown_and_taken_back(place: Throwaway) {
    let family = Family::gather(&place).await;
    let Family { album, summer, evening, sea, brandt, link, .. } = family;
    let changes = [
        Change::Navigation { gallery: album, on: false },
        Change::Navigation { gallery: summer, on: true },
        Change::PasswordAsked { gallery: summer, on: false },
        Change::Move { gallery: sea, parent: Some(album) },
        Change::Move { gallery: summer, parent: None },
        Change::Delete { gallery: album },
        Change::Release { login: brandt, add: [evening].into(), remove: [album].into() },
        Change::Mode { mode: AccessMode::Explicit },
        Change::ClientLogins { on: false },
        Change::RevokeLink { link },
        Change::ReleaseTo { gallery: evening, add: [brandt].into(), remove: [].into() },
    ];
    let before = family.seen().await;
    for change in changes {
        let (shown, _) = place.store.difference(&family.studio.desk, &change, noon()).await.unwrap();
        assert!(!shown.is_empty(), "{change:?}");
        let id = family.asks(change.clone()).await;
        assert_eq!(family.seen().await, before, "nothing happens before it is confirmed: {change:?}");
        let proposed = place.store.proposed_change(&family.studio.desk, id, noon()).await.unwrap();
        assert_eq!((&proposed.change, &proposed.difference), (&change, &shown));
        family.confirm(id).await;
        assert_eq!(family.seen().await, changed(before.clone(), &shown), "{change:?}");
        assert!(family.undo(id).await.unwrap().undone);
        assert_eq!(family.seen().await, before, "taken back: {change:?}");
        refused!(family.undo(id).await, Error::NotFound);
    }
}

/// S31
async fn a_change_that_nobody_notices_is_done_at_once(place: Throwaway) {
    let family = Family::gather(&place).await;
    let studio = &family.studio;
    let alone = studio.gallery("Alone").await;
    studio.under(alone, "Part").await;
    for change in [
        Change::Navigation { gallery: alone, on: true },
        Change::Navigation { gallery: family.evening, on: true },
        Change::Release { login: family.brandt, add: [].into(), remove: [].into() },
        Change::Delete { gallery: alone },
    ] {
        let done = place.store.propose(&studio.desk, change.clone(), noon()).await.unwrap();
        let Proposal::Done(done) = done else { panic!("{change:?} asks") };
        assert_eq!(done.deletion().is_some(), matches!(change, Change::Delete { .. }));
    }
    let grant = studio.grant(family.evening).await;
    assert_eq!(place.store.gallery(&grant).await.unwrap().navigation, domain::access::Navigation::On);
    refused!(place.store.member_grant(&studio.desk, alone, noon()).await, Error::NotFound);
}

/// S31
async fn what_somebody_else_changed_meanwhile_is_shown_before_anything_is_done(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let id = family.asks(Change::Navigation { gallery: family.album, on: false }).await;
    let shown = store.proposed_change(desk, id, noon()).await.unwrap();
    family.studio.login("Late", "late-and-later", &[family.summer]).await;
    let before = family.seen().await;
    refused!(store.confirm_change(desk, id, &shown.digest, noon()).await, Error::ChangedMeanwhile);
    assert_eq!(family.seen().await, before);
    let again = store.proposed_change(desk, id, noon()).await.unwrap();
    assert_ne!(again.digest, shown.digest);
    assert_eq!(again.difference.groups.len(), shown.difference.groups.len() + 1);
    store.confirm_change(desk, id, &again.digest, noon()).await.unwrap();
    assert_ne!(family.seen().await, before);
}

/// B06
async fn a_proposal_is_its_members_own_and_lasts_a_day(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    let id = family.asks(Change::Navigation { gallery: family.album, on: false }).await;
    let shown = store.proposed_change(&studio.desk, id, noon()).await.unwrap();
    let bea =
        store.add_member(studio.studio.id, &a_member("bea@nordlicht.example"), Role::Owner, noon()).await.unwrap();
    let (_, bea) = store.desk(bea, &studio.studio.address).await.unwrap().unwrap();
    let other = Scene::another(store, "suedlicht").await;
    for desk in [&bea, &other.desk] {
        refused!(store.proposed_change(desk, id, noon()).await, Error::NotFound);
        refused!(store.confirm_change(desk, id, &shown.digest, noon()).await, Error::NotFound);
    }
    let later = noon() + TimeDelta::days(1) + TimeDelta::seconds(1);
    refused!(store.proposed_change(&studio.desk, id, later).await, Error::NotFound);
    refused!(store.confirm_change(&studio.desk, id, &shown.digest, later).await, Error::NotFound);
    refused!(store.undo_change(&studio.desk, id, noon()).await, Error::NotFound);
    family.confirm(id).await;
    refused!(store.undo_change(&bea, id, noon()).await, Error::NotFound);
    refused!(store.applied_change(&bea, id, noon()).await, Error::NotFound);
    assert!(!store.applied_change(&studio.desk, id, noon()).await.unwrap().undone);
    refused!(store.proposed_change(&studio.desk, id, noon()).await, Error::NotFound);
    // The next proposal sweeps what nobody can use any more.
    store.propose(&studio.desk, Change::ClientLogins { on: false }, later).await.unwrap();
    assert_eq!(place.number("select count(*) from access_change").await, 1);
}

async fn confirmed_twice_at_once_it_is_done_once(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let id = family.asks(Change::Delete { gallery: family.album }).await;
    let shown = store.proposed_change(desk, id, noon()).await.unwrap();
    let confirm = || store.confirm_change(desk, id, &shown.digest, noon());
    let (one, two, three) = tokio::join!(confirm(), confirm(), confirm());
    let done = [one.is_ok(), two.is_ok(), three.is_ok()].into_iter().filter(|done| *done).count();
    assert_eq!(done, 1);
    assert_eq!(place.number("select count(distinct deletion_id) from gallery").await, 1);
    let deletion = store.applied_change(desk, id, noon()).await.unwrap().deletion().unwrap();
    store.deletion(desk, deletion).await.unwrap();
}

/// S9
async fn the_end_of_a_login_always_asks(place: Throwaway) {
    let family = Family::gather(&place).await;
    let studio = &family.studio;
    let empty = studio.login("Nobody", "nobody-2026", &[]).await;
    for login in [empty, family.brandt] {
        family.do_it(Change::DeleteLogin { login }).await;
        refused!(place.store.client_login(&studio.desk, login).await, Error::NotFound);
    }
    assert!(studio.enter("brandt-2026").await.is_none());
    assert_eq!(family.seen().await[&Way::Login(family.brandt)], Default::default());
}

/// S31
async fn what_cannot_be_taken_back_any_more_is_refused(place: Throwaway) {
    let family = Family::gather(&place).await;
    let moved = family.do_it(Change::Move { gallery: family.summer, parent: None }).await;
    let into = Change::Move { gallery: family.album, parent: Some(family.evening) };
    match place.store.propose(&family.studio.desk, into, noon()).await.unwrap() {
        Proposal::Asks(id) => drop(family.confirm(id).await),
        Proposal::Done(_) => {}
    }
    refused!(family.undo(moved.id).await, Error::NotInTree("into itself"));
    let released = Change::Release { login: family.brandt, add: [].into(), remove: [family.sea].into() };
    let released = family.do_it(released).await;
    let sea = family.studio.grant(family.sea).await;
    place.store.delete_gallery(&family.studio.desk, &sea, noon()).await.unwrap();
    refused!(family.undo(released.id).await, Error::NotFound);
    assert!(!place.store.applied_change(&family.studio.desk, released.id, noon()).await.unwrap().undone);
}

/// S17, S31
async fn a_password_that_is_gone_meanwhile_is_not_said_to_be_asked(place: Throwaway) {
    let family = Family::gather(&place).await;
    let asked = |on| Change::PasswordAsked { gallery: family.summer, on };
    let off = family.do_it(asked(false)).await;
    family.studio.set(family.summer, |settings| settings.password = PasswordChange::Remove).await;
    refused!(family.undo(off.id).await, Error::NotFound);
    let id = family.asks(asked(true)).await;
    let shown = place.store.proposed_change(&family.studio.desk, id, noon()).await.unwrap();
    refused!(place.store.confirm_change(&family.studio.desk, id, &shown.digest, noon()).await, Error::NotFound);
}

/// B02, B25
async fn what_is_not_there_cannot_be_changed(place: Throwaway) {
    let family = Family::gather(&place).await;
    let other = Scene::another(&place.store, "suedlicht").await;
    let Family { album, brandt, link, .. } = family;
    let theirs = other.gallery("Theirs").await;
    let wind = other.login("Wind", "wind-und-wetter", &[theirs]).await;
    let kept = place.number("select count(*) from access_change").await;
    let deletion = family.studio.gallery("Gone").await;
    let deletion = family.do_at_once(Change::Delete { gallery: deletion }).await.deletion().unwrap();
    let gone = family.studio.login("Gone", "gone-and-away", &[]).await;
    family.do_it(Change::DeleteLogin { login: gone }).await;
    let of_album = family.studio.grant(album).await;
    family.studio.link(album, LinkKind::Open, None).await;
    let revoked = place.store.links(&family.studio.desk, &of_album).await.unwrap()[0].id;
    family.do_it(Change::RevokeLink { link: revoked }).await;
    let kept = kept + 3;
    for change in [
        Change::Restore { deletion },
        Change::RestoreLogin { login: gone },
        Change::ReviveLink { link: revoked },
        Change::ReleaseTo { gallery: album, add: [wind].into(), remove: [].into() },
        Change::ReleaseTo { gallery: theirs, add: [brandt].into(), remove: [].into() },
        Change::Navigation { gallery: album, on: false },
        Change::PasswordAsked { gallery: album, on: true },
        Change::Move { gallery: album, parent: None },
        Change::Move { gallery: theirs, parent: Some(album) },
        Change::Delete { gallery: album },
        Change::Release { login: brandt, add: [theirs].into(), remove: [].into() },
        Change::Release { login: wind, add: [album].into(), remove: [].into() },
        Change::RevokeLink { link },
        Change::DeleteLogin { login: brandt },
    ] {
        refused!(place.store.propose(&other.desk, change, noon()).await, Error::NotFound);
    }
    refused!(
        place.store.propose(&family.studio.desk, Change::RestoreLogin { login: brandt }, noon()).await,
        Error::NotFound
    );
    refused!(place.store.propose(&family.studio.desk, Change::ReviveLink { link }, noon()).await, Error::NotFound);
    // The empty release of the login that went is kept too.
    assert_eq!(place.number("select count(*) from access_change").await, kept + 1);
    let (mode, _) = place.store.difference(&other.desk, &Change::ClientLogins { on: false }, noon()).await.unwrap();
    assert_eq!(mode.groups.iter().flat_map(|group| &group.who).collect::<Vec<_>>(), [&Way::Login(wind)]);
    assert_eq!(other.studio.rules.client_logins, Switch::On);
}

async fn a_gallery_goes_neither_into_itself_nor_too_deep(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let into = |gallery, parent| Change::Move { gallery, parent: Some(parent) };
    refused!(store.propose(desk, into(family.album, family.evening), noon()).await, Error::NotInTree("into itself"));
    let mut deep = family.sea;
    for _ in 0..47 {
        deep = family.studio.under(deep, "Deeper").await;
    }
    refused!(store.propose(desk, into(family.album, deep), noon()).await, Error::NotInTree("too deep"));
    assert!(store.propose(desk, into(family.summer, deep), noon()).await.is_ok());
}

/// S8, S31
async fn a_deletion_that_is_taken_back_brings_releases_and_links_back(place: Throwaway) {
    let family = Family::gather(&place).await;
    let before = family.seen().await;
    let done = family.do_it(Change::Delete { gallery: family.album }).await;
    let back = place.store.restore_galleries(&family.studio.desk, done.deletion().unwrap()).await.unwrap();
    assert_eq!((back, family.seen().await), (family.album, before));
    let grant = family.studio.grant(family.album).await;
    assert_eq!(place.store.opens(&family.studio.desk, &grant).await.unwrap(), (3, 1));
}
