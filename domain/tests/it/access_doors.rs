//! Passwords, links and client logins: which doors they open.

use chrono::TimeDelta;
use domain::access::{Denied, Pass, Rules, Switch};

use crate::trees::*;

#[test]
fn a_released_gallery_asks_no_password_and_its_stairs_work() {
    let tree = tree("A on\n  B on locked\n    C\n"); // S20
    assert_eq!(seen(&tree, STAIRCASE, &guest([login("B")])), "A B C");
}

#[test]
fn the_staircase_ends_at_a_locked_door() {
    let tree = tree("A on\n  B on locked\n    C on\n      D\n"); // S21
    assert_eq!(seen(&tree, STAIRCASE, &guest([login("A")])), "A (B)");
    assert_eq!(seen(&tree, STAIRCASE, &guest([open_link("A")])), "A (B)");
    assert_eq!(seen(&tree, STAIRCASE, &guest([login("D")])), "(B) C D");
}

#[test]
fn a_password_opens_its_own_gallery_and_no_other() {
    let tree = tree("A on\n  B on locked\n    C on\n      D\n"); // S17, S21
    let unlocked = |pass| seen(&tree, STAIRCASE, &guest_who_unlocked("B", [pass]));
    assert_eq!(unlocked(login("A")), "A B");
    assert_eq!(unlocked(open_link("A")), "A B");
    assert_eq!(unlocked(open_link("D")), "B C D");
    assert_eq!(unlocked(open_link("B")), "B");
    assert_eq!(seen(&tree, STAIRCASE, &guest_who_unlocked("B", [])), "");
}

#[test]
fn a_link_to_a_locked_gallery_shows_a_door_and_nothing_else() {
    let tree = tree("A on\n  B on locked\n    C\n"); // S17, S18
    let viewer = guest([open_link("B")]);
    assert_eq!(seen(&tree, STAIRCASE, &viewer), "(B)");
    let sight = sight(&tree, STAIRCASE, &viewer);
    assert_eq!(sight.grant(gallery("B")), Err(Denied::PasswordNeeded));
    assert_eq!((sight.above(gallery("B")), sight.below(gallery("B"))), (None, vec![]));
}

#[test]
fn a_landing_reached_from_two_sides_joins_them_and_leads_nowhere_else() {
    let tree = tree("A on\n  B on locked\n    C\n    D\n    E\n"); // S21
    let sight = sight(&tree, STAIRCASE, &guest_who_unlocked("B", [login("A C D")]));
    assert_eq!(names(sight.galleries()), "A B C D");
    assert_eq!(names(sight.below(gallery("B"))), "C D");
    assert_eq!(names(sight.trail(gallery("C"))), "A B");
}

#[test]
fn a_gallery_locked_on_one_way_and_open_on_another_is_open() {
    let tree = tree("A on\n  B on locked\n    C\n"); // S20, S21
    assert_eq!(seen(&tree, STAIRCASE, &guest([open_link("A"), login("B")])), "A B C");
    assert_eq!(seen(&tree, EXPLICIT, &guest([open_link("A"), login("B")])), "A B");
    assert_eq!(seen(&tree, EXPLICIT, &guest([login("B"), open_link("B")])), "B");
}

#[test]
fn a_secure_link_shows_its_gallery_alone_and_asks_its_password() {
    let open = tree("A on\n  B on\n    C\n"); // S16
    assert_eq!(seen(&open, STAIRCASE, &guest([secure_link("B")])), "B");
    let locked = tree("A on\n  B on locked\n    C\n"); // S17
    assert_eq!(seen(&locked, STAIRCASE, &guest([secure_link("B")])), "(B)");
    assert_eq!(seen(&locked, STAIRCASE, &guest_who_unlocked("B", [secure_link("B")])), "B");
}

#[test]
fn logins_count_for_nothing_while_the_studio_has_them_off() {
    let off = Rules { client_logins: Switch::Off, ..STAIRCASE }; // S1
    assert_eq!(seen(&example("A"), off, &guest([login("A")])), "");
    assert_eq!(seen(&example(""), off, &guest([login("A"), open_link("C")])), "C");
}

#[test]
fn a_link_counts_until_its_last_moment_and_not_in_it() {
    let links = |days| {
        let until = Some(now() + TimeDelta::days(days));
        let (link, gallery) = (the_link(), gallery("C"));
        [Pass::OpenLink { link, gallery, until }, Pass::SecureLink { link, gallery, until }]
    };
    for (days, expected) in [(-1, ""), (0, ""), (1, "C")] {
        for link in links(days) {
            assert_eq!(seen(&example(""), STAIRCASE, &guest([link])), expected, "{days}"); // S16
        }
    }
}
