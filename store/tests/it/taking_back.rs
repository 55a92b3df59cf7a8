//! Taking a change back: at once while nothing else has happened, after a question when it has (S31).

use chrono::TimeDelta;
use domain::access::{AccessMode, Change, Effect, Way};
use domain::code::Code;
use domain::gallery::GalleryName;
use store::fixtures::{Archive, Scene, Throwaway, a_member, noon};
use store::{Error, Proposal, Role};

use crate::family::{Family, changed};

on_both!(
    what_others_changed_in_between_is_shown_before_anything_is_taken_back,
    what_others_did_elsewhere_is_no_reason_to_ask,
    galleries_come_back_a_week_later_as_it_is_shown_before,
    a_role_that_is_taken_away_between_question_and_answer_counts,
    finding_a_gallery_that_is_there_is_no_change_of_who_sees_what,
    nothing_goes_by_an_undo_without_a_question,
    what_an_undo_takes_back_is_kept_until_it_is_confirmed,
    a_release_that_is_taken_back_is_as_it_was,
    a_gallery_that_is_moved_back_takes_its_old_place,
    what_was_shown_already_is_done_at_once_and_nothing_else,
    of_very_many_logins_the_first_are_told_and_the_others_counted,
);

/// S31
async fn what_others_changed_in_between_is_shown_before_anything_is_taken_back(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let off = family.do_it(Change::Navigation { gallery: family.album, on: false }).await;
    // Somebody else releases what would come along by itself.
    let late = family.studio.login("Late", "late-and-later", &[family.album]).await;
    let before = family.seen().await;
    let asked = match store.undo_change(desk, off.id, noon()).await.unwrap() {
        Proposal::Asks(asked) => asked,
        Proposal::Done(_) => panic!("taken back without a question"),
    };
    assert_eq!(family.seen().await, before, "nothing happens before it is confirmed");
    let shown = store.proposed_change(desk, asked, noon()).await.unwrap();
    assert!(shown.undoes);
    assert_eq!(shown.change, Change::Navigation { gallery: family.album, on: true });
    let of_late = shown.difference.groups.iter().find(|group| group.who.contains(&Way::Login(late))).unwrap();
    assert!(of_late.what.contains_key(&Effect::GainsLocked), "{of_late:?}");
    let mut without = shown.difference.clone();
    for group in &mut without.groups {
        group.who.retain(|way| *way != Way::Login(late));
    }
    store.confirm_change(desk, asked, &shown.digest, noon()).await.unwrap();
    assert_eq!(family.seen().await, changed(before, &without));
    assert!(store.applied_change(desk, off.id, noon()).await.unwrap().undone, "it is taken back once");
    refused!(store.undo_change(desk, off.id, noon()).await, Error::NotFound);
    // What was confirmed is a change like any other.
    assert!(family.undo(asked).await.unwrap().undone);
}

/// S31
async fn what_others_did_elsewhere_is_no_reason_to_ask(place: Throwaway) {
    let family = Family::gather(&place).await;
    let before = family.seen().await;
    for change in [
        Change::Navigation { gallery: family.album, on: false },
        Change::Delete { gallery: family.summer },
        Change::RevokeLink { link: family.link },
        Change::DeleteLogin { login: family.brandt },
    ] {
        let done = family.do_it(change.clone()).await;
        let harbour = family.studio.gallery("Harbour").await;
        family.studio.login("Late", &format!("late-{}", done.id), &[harbour]).await;
        // Their order in the tree is no matter of who sees what.
        let album = family.studio.grant(family.album).await;
        place.store.shift_gallery(&family.studio.desk, &album, store::Shift::Down).await.unwrap();
        assert!(family.undo(done.id).await.unwrap().undone, "{change:?}");
        let (mut before, after) = (before.clone(), family.seen().await);
        if matches!(change, Change::DeleteLogin { .. }) {
            // Its visits stay ended.
            before.insert(Way::Login(family.brandt), <_>::default());
        }
        assert_eq!(after, before, "{change:?}");
    }
}

/// S8, S31
async fn galleries_come_back_a_week_later_as_it_is_shown_before(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let deletion = family.do_it(Change::Delete { gallery: family.summer }).await.deletion().unwrap();
    // Meanwhile their parent went into another tree, and more people came there.
    family.do_at_once(Change::Move { gallery: family.album, parent: Some(family.sea) }).await;
    family.do_at_once(Change::Navigation { gallery: family.sea, on: true }).await;
    let before = family.seen().await;
    let week = noon() + TimeDelta::days(7);
    let listed = store.deleted(desk, None, week).await.unwrap().galleries;
    assert_eq!((listed.len(), listed[0].0.id, listed[0].0.sub_galleries), (1, deletion, 1));
    let Proposal::Asks(asked) = store.propose(desk, Change::Restore { deletion }, week).await.unwrap() else {
        panic!("somebody would notice");
    };
    let shown = store.proposed_change(desk, asked, week).await.unwrap();
    let done = store.confirm_change(desk, asked, &shown.digest, week).await.unwrap();
    assert_eq!(done.undo, Change::Delete { gallery: family.summer });
    let after = family.seen().await;
    assert_eq!(after, changed(before.clone(), &shown.difference));
    let row = store.tree_line(desk, family.summer).await.unwrap();
    assert_eq!(row.parent, Some(family.album));
    // To delete it again asks: by then it may hold more than it did.
    let Proposal::Asks(asked) = store.undo_change(desk, asked, week).await.unwrap() else { panic!("something goes") };
    let shown = store.proposed_change(desk, asked, week).await.unwrap();
    store.confirm_change(desk, asked, &shown.digest, week).await.unwrap();
    assert_eq!(family.seen().await, before);
}

/// S31
async fn nothing_goes_by_an_undo_without_a_question(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    // Nobody would notice: it is released to nobody.
    let empty = studio.gallery("Empty").await;
    let deletion = family.do_at_once(Change::Delete { gallery: empty }).await.deletion().unwrap();
    let back = family.do_at_once(Change::Restore { deletion }).await;
    studio.photo(empty, "somebody-elses.jpg", noon()).await;
    let Proposal::Asks(_) = store.undo_change(&studio.desk, back.id, noon()).await.unwrap() else {
        panic!("it holds a photograph by now");
    };
    assert!(store.tree_line(&studio.desk, empty).await.is_ok());
    family.do_it(Change::DeleteLogin { login: family.brandt }).await;
    let back = family.do_it(Change::RestoreLogin { login: family.brandt }).await;
    let Proposal::Asks(asked) = store.undo_change(&studio.desk, back.id, noon()).await.unwrap() else {
        panic!("its code opens galleries again");
    };
    assert!(studio.enter("brandt-2026").await.is_some());
    family.confirm(asked).await;
    assert!(studio.enter("brandt-2026").await.is_none());
}

/// S31
async fn what_an_undo_takes_back_is_kept_until_it_is_confirmed(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let off = family.do_it(Change::Navigation { gallery: family.album, on: false }).await;
    family.studio.login("Late", "late-and-later", &[family.album]).await;
    let later = |minutes| noon() + TimeDelta::hours(23) + TimeDelta::minutes(minutes);
    let Proposal::Asks(asked) = store.undo_change(desk, off.id, later(0)).await.unwrap() else {
        panic!("somebody came in between");
    };
    let shown = store.proposed_change(desk, asked, later(0)).await.unwrap();
    // Somebody proposes something more than a day after the first change.
    store.propose(desk, Change::RevokeLink { link: family.link }, later(65)).await.unwrap();
    store.confirm_change(desk, asked, &shown.digest, later(70)).await.unwrap();
    let kept = async || place.number("select count(*) from access_change").await;
    assert_eq!(kept().await, 3);
    store.propose(desk, Change::RevokeLink { link: family.link }, later(71 + 24 * 60)).await.unwrap();
    assert_eq!(kept().await, 1, "what nobody takes back any more goes");
}

/// S11, S31
async fn a_release_that_is_taken_back_is_as_it_was(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    studio.photo(family.sea, "waves.jpg", noon() - TimeDelta::hours(1)).await;
    let token = &family.guests[&Way::Login(family.brandt)];
    let cards = async || {
        let cards = store.overview(&studio.guest(token).await).await.unwrap();
        cards.into_iter().map(|card| (card.gallery, card.new)).collect::<Vec<_>>()
    };
    let of_sea = studio.guest_grant(token, family.sea).await;
    store.note_seen_gallery(family.brandt, &of_sea, noon()).await.unwrap();
    let before = cards().await;
    assert!(before.contains(&(family.sea, 0)), "{before:?}");
    let none = std::collections::BTreeSet::new;
    for change in [
        Change::Release { login: family.brandt, add: none(), remove: [family.sea].into() },
        Change::ReleaseTo { gallery: family.sea, add: <_>::default(), remove: [family.brandt].into() },
    ] {
        let done = family.do_it(change).await;
        assert_eq!(cards().await.len(), before.len() - 1);
        family.undo(done.id).await.unwrap();
        assert_eq!(cards().await, before, "nothing is new, and each is in its place");
    }
    // After a day it is a release like any other.
    family.do_it(Change::Release { login: family.brandt, add: none(), remove: [family.sea].into() }).await;
    let day = noon() + TimeDelta::hours(25);
    let again = Change::Release { login: family.brandt, add: [family.sea].into(), remove: none() };
    store.at_once(&studio.desk, again, day).await.unwrap();
    assert!(cards().await.contains(&(family.sea, 1)));
    assert_eq!(place.number("select count(*) from ended_release").await, 0, "what was is forgotten");
}

/// S31
async fn a_gallery_that_is_moved_back_takes_its_old_place(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let harbour = family.studio.gallery("Harbour").await;
    family.studio.under(family.album, "Autumn").await;
    let order = async || {
        let rows = store.gallery_tree(desk).await.unwrap();
        rows.into_iter().map(|row| row.name).collect::<Vec<_>>().join(" ")
    };
    let before = order().await;
    assert_eq!(before, "Album Summer Evening Autumn Sea Harbour");
    for (gallery, parent) in [(family.summer, Some(harbour)), (family.summer, None), (family.sea, Some(harbour))] {
        let done = match store.propose(desk, Change::Move { gallery, parent }, noon()).await.unwrap() {
            Proposal::Asks(id) => family.confirm(id).await,
            Proposal::Done(done) => done,
        };
        assert_ne!(order().await, before);
        family.undo(done.id).await.unwrap();
        assert_eq!(order().await, before);
    }
    // Elsewhere it is the last.
    family.do_at_once(Change::Move { gallery: family.sea, parent: Some(harbour) }).await;
    family.do_at_once(Change::Move { gallery: family.sea, parent: Some(family.album) }).await;
    assert_eq!(order().await, "Album Summer Evening Autumn Sea Harbour");
}

/// B06
async fn a_role_that_is_taken_away_between_question_and_answer_counts(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, studio) = (&place.store, &family.studio);
    let bea =
        store.add_member(studio.studio.id, &a_member("bea@nordlicht.example"), Role::Owner, noon()).await.unwrap();
    let (_, desk) = store.desk(bea, &studio.studio.address).await.unwrap().unwrap();
    let ask = async |change: Change| match store.propose(&desk, change, noon()).await.unwrap() {
        Proposal::Asks(id) => (id, store.proposed_change(&desk, id, noon()).await.unwrap().digest),
        Proposal::Done(_) => panic!("somebody would notice"),
    };
    let (done, shown) = ask(Change::Mode { mode: AccessMode::Explicit }).await;
    store.confirm_change(&desk, done, &shown, noon()).await.unwrap();
    let (off, shown) = ask(Change::ClientLogins { on: false }).await;
    let (delete, deleted) = ask(Change::Delete { gallery: family.album }).await;
    let before = family.seen().await;
    // The desk is still the one that was looked up before the role changed.
    store.change_role(&studio.desk, bea, Role::Photographer).await.unwrap();
    refused!(store.confirm_change(&desk, off, &shown, noon()).await, Error::NotFound);
    refused!(store.undo_change(&desk, done, noon()).await, Error::NotFound);
    store.remove_colleague(&studio.desk, bea).await.unwrap();
    refused!(store.confirm_change(&desk, delete, &deleted, noon()).await, Error::NotFound);
    assert_eq!(family.seen().await, before);
}

/// S31, S70
async fn finding_a_gallery_that_is_there_is_no_change_of_who_sees_what(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let version = async || place.number("select access_version from studio").await;
    let album = family.studio.grant(family.album).await;
    let before = version().await;
    let folder = async |name: &str| {
        let name = GalleryName::parse(name).unwrap();
        store.gallery_of_folder(desk, &album, &name, noon()).await.unwrap()
    };
    assert_eq!(folder("Summer").await, family.summer);
    store.shift_gallery(desk, &album, store::Shift::Down).await.unwrap();
    family.studio.set(family.album, |settings| settings.downloads = true).await;
    assert_eq!(version().await, before);
    folder("New").await;
    assert!(version().await > before, "one that is made may be seen by somebody");
    let before = version().await;
    family.studio.set(family.album, |settings| settings.navigation = domain::access::Navigation::Off).await;
    assert!(version().await > before);
}

/// S7, S31
async fn what_was_shown_already_is_done_at_once_and_nothing_else(place: Throwaway) {
    let family = Family::gather(&place).await;
    let (store, desk) = (&place.store, &family.studio.desk);
    let release =
        || Change::Release { login: family.brandt, add: [family.evening].into(), remove: [family.sea].into() };
    let (_, shown) = store.difference(desk, &release(), noon()).await.unwrap();
    let Proposal::Asks(_) = store.propose_shown(desk, release(), "", noon()).await.unwrap() else {
        panic!("nothing was shown");
    };
    family.studio.release(family.brandt, &[family.evening]).await;
    let Proposal::Asks(_) = store.propose_shown(desk, release(), &shown, noon()).await.unwrap() else {
        panic!("it changes less by now");
    };
    let (_, shown) = store.difference(desk, &release(), noon()).await.unwrap();
    let Proposal::Done(done) = store.propose_shown(desk, release(), &shown, noon()).await.unwrap() else {
        panic!("it was shown");
    };
    assert_eq!(store.releases(desk, family.brandt).await.unwrap(), [family.album, family.evening].into());
    assert_eq!(done.undo, Change::Release { login: family.brandt, add: [family.sea].into(), remove: [].into() });
}

/// S1, S31
async fn of_very_many_logins_the_first_are_told_and_the_others_counted(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    // More logins than are read at once, a few with the same gallery.
    let archive = Archive { tops: 300, shelf: false, below: 1, photos: 0, logins: 1_100, most: 1 };
    let made = archive.fill(&studio).await;
    let (store, desk) = (&place.store, &studio.desk);
    let enters = async || {
        let now = store.studio(&studio.studio.address).await.unwrap();
        let code = Code::parse(&made.code).unwrap();
        store.enter_by_code(now.as_ref(), &code, None, noon()).await.unwrap().is_some()
    };
    let off = Change::ClientLogins { on: false };
    let Proposal::Asks(asked) = store.propose(desk, off, noon()).await.unwrap() else { panic!("all would notice") };
    let shown = store.proposed_change(desk, asked, noon()).await.unwrap();
    let told: usize = shown.difference.groups.iter().map(|group| group.who.len()).sum();
    assert_eq!(told + shown.difference.others, made.logins.len());
    assert!(shown.difference.groups.len() < 50 && told < 250, "{told}");
    store.confirm_change(desk, asked, &shown.digest, noon()).await.unwrap();
    assert!(!enters().await);
    let Proposal::Done(_) = store.undo_change(desk, asked, noon()).await.unwrap() else {
        panic!("nobody did anything")
    };
    assert!(enters().await);
    // One login of the last page more makes another difference of it.
    let Proposal::Asks(asked) = store.propose(desk, Change::ClientLogins { on: false }, noon()).await.unwrap() else {
        panic!("all would notice")
    };
    let shown = store.proposed_change(desk, asked, noon()).await.unwrap();
    let last = made.logins.iter().max().unwrap();
    studio.release(*last, &made.tops[..2]).await;
    refused!(store.confirm_change(desk, asked, &shown.digest, noon()).await, Error::ChangedMeanwhile);
}
