//! Who can see one gallery: found from the gallery, and the same as asking everybody.

use domain::access::{AccessMode, Pass, Rules, Switch, starts};
use proptest::prelude::*;

use crate::access_fixpoint::{id, pass, passes, plans};
use crate::trees::*;

#[test]
fn whoever_holds_a_gallery_from_which_stairs_lead_here_is_found() {
    // S25, S35
    let tree = tree("A on\n  B1 on\n    C\n  B2\nD\n");
    let found = starts(&tree, STAIRCASE, gallery("B2"));
    assert_eq!((names(found.released), names(found.linked)), ("A B1 B2 C".to_owned(), "A B1 B2 C".to_owned()));
    assert_eq!(names(starts(&tree, STAIRCASE, gallery("D")).released), "D");
    assert_eq!(names(starts(&tree, EXPLICIT, gallery("B2")).released), "B2"); // S30
    assert_eq!(starts(&tree, STAIRCASE, gallery("elsewhere")), starts(&tree, EXPLICIT, gallery("nowhere")));
}

#[test]
fn a_locked_gallery_lets_a_login_on_that_holds_it_and_no_link() {
    // S20, S21
    let tree = tree("A on\n  B on locked\n    C\n");
    let found = starts(&tree, STAIRCASE, gallery("A"));
    assert_eq!((names(found.released), names(found.linked)), ("A B".to_owned(), "A".to_owned()));
    let found = starts(&tree, STAIRCASE, gallery("B"));
    assert_eq!((names(found.released), names(found.linked)), ("A B C".to_owned(), "A B C".to_owned()));
}

#[test]
fn while_client_logins_are_off_no_login_sees_anything() {
    // S1
    let rules = Rules { client_logins: Switch::Off, ..STAIRCASE };
    let found = starts(&example("A"), rules, gallery("B1"));
    assert_eq!((names(found.released), names(found.linked)), (String::new(), "A B1 B2".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    // S35
    #[test]
    fn those_found_from_a_gallery_are_those_whom_the_resolver_shows_it(
        (plan, passes, end) in plans(14).prop_flat_map(|plan| (passes(&plan), 0..plan.parents.len(), Just(plan)))
            .prop_map(|(passes, end, plan)| (plan, passes, end)),
        (explicit, off) in (any::<bool>(), prop::bool::weighted(0.1)),
    ) {
        let mode = if explicit { AccessMode::Explicit } else { AccessMode::Staircase };
        let rules = Rules { client_logins: Switch::from(!off), mode };
        let tree = plan.tree();
        let found = starts(&tree, rules, id(end));
        for planned in &passes {
            let found = match pass(planned) {
                Pass::Login { released, .. } => !released.is_disjoint(&found.released),
                Pass::OpenLink { gallery, .. } => found.linked.contains(&gallery),
                Pass::SecureLink { gallery, .. } => gallery == id(end),
            };
            let sight = sight(&tree, rules, &guest([pass(planned)]));
            prop_assert_eq!(found, sight.standing(id(end)).is_some(), "{:?}", planned);
        }
        // Every start by itself is enough.
        for start in &found.released {
            let viewer = guest([Pass::Login { login: the_login(), released: [*start].into() }]);
            prop_assert!(sight(&tree, rules, &viewer).standing(id(end)).is_some());
        }
    }
}
