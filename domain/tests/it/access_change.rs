//! What a change changes, for whom, before it happens (S31).

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::access::{
    Access, AccessMode, Change, Difference, Effect, Fingerprint, Navigation, Node, Pass, Tree, TreeProblem,
};
use domain::ids::{ClientLoginId, DeletionId, GalleryId, LinkId};
use uuid::Uuid;

use crate::trees::*;

pub fn login_of(number: usize) -> ClientLoginId {
    ClientLoginId::from_uuid(Uuid::from_u128(100 + number as u128))
}

pub fn link_of(number: usize) -> LinkId {
    LinkId::from_uuid(Uuid::from_u128(100 + number as u128))
}

pub fn the_deletion() -> DeletionId {
    DeletionId::from_uuid(Uuid::from_u128(1))
}

pub fn access(tree: Tree, passes: Vec<Pass>) -> Access {
    Access::new(tree, STAIRCASE, passes)
}

fn holds(number: usize, released: &str) -> Pass {
    Pass::Login { login: login_of(number), released: galleries(released) }
}

/// The difference in a line for each group.
fn told(before: &Access, change: &Change) -> Vec<String> {
    let after = before.after(change).unwrap();
    let groups = Difference::between(before, &after, now()).groups.into_iter();
    let line = |what: BTreeMap<Effect, Vec<GalleryId>>| {
        let what: Vec<_> = what.into_iter().map(|(effect, which)| format!("{effect:?} {}", names(which))).collect();
        what.join(", ")
    };
    groups.map(|group| format!("{}: {}", group.who.len(), line(group.what))).collect()
}

fn navigation(of: &str, on: bool) -> Change {
    Change::Navigation { gallery: gallery(of), on }
}

#[test]
fn those_to_whom_the_same_happens_stand_together() {
    // S31
    let link = Pass::OpenLink { link: the_link(), gallery: gallery("B2"), until: None };
    let before = access(example(""), vec![holds(1, "B1"), holds(2, "B1"), holds(3, "A"), link, holds(4, "C")]);
    assert_eq!(told(&before, &navigation("A", true)), ["2: Gains A B2", "1: Gains B1 B2", "1: Gains A B1"]);
    assert_eq!(told(&before, &navigation("A", false)), [""; 0]);
    let open = before.after(&navigation("A", true)).unwrap();
    assert_eq!(told(&open, &navigation("A", false)), ["2: Loses A B2", "1: Loses B1 B2", "1: Loses A B1"]);
}

#[test]
fn galleries_are_named_as_a_tree_is_read_whatever_the_order_they_are_kept_in() {
    let node = |id: &str, parent: Option<&str>| Node {
        id: gallery(id),
        parent: parent.map(gallery),
        navigation: Navigation::from(true),
        password_active: false,
    };
    let nodes = [node("C", Some("B")), node("D", Some("A")), node("B", Some("A")), node("A", None)];
    let before = access(Tree::new(studio(), nodes).unwrap(), vec![holds(1, "C")]);
    assert_eq!(told(&before, &Change::DeleteLogin { login: login_of(1) }), ["1: Loses A D B C"]);
}

#[test]
fn a_password_that_will_be_asked_changes_the_door_and_what_lies_behind_it() {
    // S17, S20, S21
    let tree = tree("A on\n  B on\n    C\n");
    let before = access(tree, vec![holds(1, "A"), holds(2, "B"), holds(3, "C")]);
    let asked = Change::PasswordAsked { gallery: gallery("B"), on: true };
    assert_eq!(told(&before, &asked), ["1: Loses C, Locks B", "1: Loses A, Locks B"]);
    let locked = before.after(&asked).unwrap();
    let asked_no_more = Change::PasswordAsked { gallery: gallery("B"), on: false };
    assert_eq!(told(&locked, &asked_no_more), ["1: Gains C, Unlocks B", "1: Gains A, Unlocks B"]);
}

#[test]
fn what_is_moved_under_an_open_gallery_is_seen_by_whoever_sees_that() {
    let tree = tree("A on\n  B\nC locked\n"); // S31
    let before = access(tree, vec![holds(1, "B"), holds(2, "C")]);
    let into = |parent: Option<&str>| Change::Move { gallery: gallery("C"), parent: parent.map(gallery) };
    assert_eq!(told(&before, &into(Some("A"))), ["1: GainsLocked C", "1: Gains A B"]);
    assert_eq!(told(&before, &into(Some("B"))), [""; 0]);
    let itself = Change::Move { gallery: gallery("A"), parent: Some(gallery("B")) };
    assert_eq!(before.after(&itself).unwrap_err(), TreeProblem::Cycle);
}

#[test]
fn what_is_deleted_is_lost_with_all_below_it_and_all_that_was_reached_through_it() {
    let before = access(example("A B1"), vec![holds(1, "C"), holds(2, "B2"), holds(3, "C B2")]);
    let deleted = Change::Delete { gallery: gallery("B1") };
    assert_eq!(told(&before, &deleted), ["2: Loses B1 C", "1: Loses A B1 C B2"]);
}

#[test]
fn the_mode_changes_logins_and_no_links() {
    let link = Pass::OpenLink { link: the_link(), gallery: gallery("B2"), until: None }; // S30
    let before = access(example("A"), vec![holds(1, "B1"), link]);
    assert_eq!(told(&before, &Change::Mode { mode: AccessMode::Explicit }), ["1: Loses A B2"]);
    assert_eq!(told(&before, &Change::ClientLogins { on: false }), ["1: Loses A B1 B2"]); // S1
}

#[test]
fn a_link_that_has_ended_loses_nothing_and_one_that_is_revoked_loses_all() {
    let at = |number, until| Pass::OpenLink { link: link_of(number), gallery: gallery("B1"), until };
    let over = Some(now() - TimeDelta::days(1));
    let later = Some(now() + TimeDelta::days(1));
    let before = access(example("B1"), vec![at(1, over), at(2, later), at(3, None)]);
    assert_eq!(told(&before, &Change::RevokeLink { link: link_of(1) }), [""; 0]);
    assert_eq!(told(&before, &Change::RevokeLink { link: link_of(2) }), ["1: Loses B1 C"]);
    assert_eq!(told(&before, &navigation("B1", false)), ["2: Loses C"]);
}

#[test]
fn a_login_that_is_deleted_loses_all_and_the_others_nothing() {
    let before = access(example("A"), vec![holds(1, "B1"), holds(2, "B1"), holds(3, "")]);
    assert_eq!(told(&before, &Change::DeleteLogin { login: login_of(2) }), ["1: Loses A B1 B2"]);
    assert_eq!(told(&before, &Change::DeleteLogin { login: login_of(3) }), [""; 0]);
}

#[test]
fn undoing_a_release_takes_back_what_it_added_and_no_more() {
    let before = access(example(""), vec![holds(1, "A B1")]); // S7
    let (add, remove) = (galleries("B1 C"), galleries("A B2"));
    let change = Change::Release { login: login_of(1), add, remove };
    let undo = before.inverse(&change, the_deletion()).unwrap();
    assert_eq!(undo, Change::Release { login: login_of(1), add: galleries("A"), remove: galleries("C") });
}

/// Whoever holds the same is resolved once: asked one by one, this would take minutes.
#[test]
fn twenty_thousand_logins_that_hold_the_same_are_one_group() {
    let names: Vec<_> = (0..3_000).map(|number| format!("  g{number}")).collect();
    let tree = tree(&format!("A on\n{}", names.join("\n")));
    let before = access(tree, (0..20_000).map(|number| holds(number, "g7")).collect());
    let after = before.after(&navigation("A", false)).unwrap();
    let difference = Difference::between(&before, &after, now());
    assert_eq!(difference.groups.iter().map(|group| group.who.len()).collect::<Vec<_>>(), [20_000]);
    assert_eq!(difference.groups[0].what[&Effect::Loses].len(), 3_000);
}

#[test]
fn a_change_is_kept_as_ids_and_reads_back() {
    let change = Change::Release { login: the_login(), add: galleries("A"), remove: galleries("B") };
    let json = serde_json::to_string(&change).unwrap();
    assert_eq!(serde_json::from_str::<Change>(&json).unwrap(), change);
    assert!(json.starts_with("{\"release\":{\"login\":\""), "{json}");
    let switch = serde_json::to_string(&navigation("A", true)).unwrap();
    assert!(switch.contains("\"on\":true"), "{switch}");
    assert_eq!(Navigation::from(true), Navigation::On);
}

#[test]
fn what_a_gallery_is_released_to_is_the_same_change_from_the_other_side() {
    let before = access(example("A"), vec![holds(1, "B1"), holds(2, "C")]); // S7
    let to = |add: &[usize], remove: &[usize]| Change::ReleaseTo {
        gallery: gallery("C"),
        add: add.iter().map(|number| login_of(*number)).collect(),
        remove: remove.iter().map(|number| login_of(*number)).collect(),
    };
    assert_eq!(told(&before, &to(&[1, 2, 3], &[])), ["2: Gains C"]);
    assert_eq!(told(&before, &to(&[1], &[2])), ["1: Gains C", "1: Loses C"]);
    assert_eq!(before.inverse(&to(&[1, 2], &[]), the_deletion()).unwrap(), to(&[], &[1]));
}

#[test]
fn what_is_told_in_pieces_is_told_like_the_whole() {
    let all: Vec<_> = (1..=9).map(|number| holds(number, ["B1", "C", "A"][number % 3])).collect();
    let of = |passes: &[Pass]| {
        let before = access(example("A"), passes.to_vec());
        Difference::between(&before, &before.after(&navigation("A", false)).unwrap(), now())
    };
    let whole = of(&all);
    let (mut pieces, mut name) = (Difference::default(), Fingerprint::default());
    for some in all.chunks(2) {
        name.add(&of(some));
        pieces.absorb(of(some), 9);
    }
    assert_eq!((&pieces, name.finish()), (&whole, Fingerprint::of(&whole)));
    // Of those who do not fit the number is kept.
    let mut few = Difference::default();
    for some in all.chunks(2) {
        few.absorb(of(some), 1);
    }
    let people = |difference: &Difference| difference.groups.iter().map(|group| group.who.len()).sum::<usize>();
    assert_eq!((few.groups.len(), people(&few) + few.others), (1, people(&whole)));
    assert_ne!(Fingerprint::of(&of(&all[..8])), Fingerprint::of(&whole));
}
