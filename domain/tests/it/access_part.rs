//! A guest's part of a tree says the same as the whole tree.

use std::collections::BTreeSet;

use domain::access::{AccessMode, Node, Rules, Switch, Tree, Viewer};
use domain::ids::GalleryId;
use proptest::prelude::*;

use crate::access_fixpoint::{Places, Plan, id, ids, pass, passes, plans, some_of};
use crate::trees::*;

/// What the passes begin at, and all that open edges join to those that take stairs; by trying every edge.
fn needed(plan: &Plan, passes: &[domain::access::Pass], rules: Rules) -> BTreeSet<GalleryId> {
    let begins = |stairs: bool| {
        let some = passes.iter().filter(move |pass| pass.takes_stairs(rules) == stairs);
        some.flat_map(domain::access::Pass::begins_at).collect::<BTreeSet<_>>()
    };
    let mut joined: Places = (0..plan.parents.len()).filter(|place| begins(true).contains(&id(*place))).collect();
    loop {
        let before = joined.len();
        for (child, parent) in plan.parents.iter().enumerate() {
            let Some(parent) = parent.filter(|parent| plan.navigation[*parent]) else { continue };
            if joined.contains(&child) || joined.contains(&parent) {
                joined.extend([child, parent]);
            }
        }
        if joined.len() == before {
            return &ids(&joined) | &begins(false);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// S25 to S27, S30, S32: what is not read cannot be shown, and nothing else is missing.
    #[test]
    fn the_resolver_says_of_a_part_what_it_says_of_the_whole(
        (plan, planned, unlocked) in plans(14).prop_flat_map(|plan| (passes(&plan), some_of(&plan), Just(plan)))
            .prop_map(|(passes, unlocked, plan)| (plan, passes, unlocked)),
        explicit: bool,
    ) {
        let mode = if explicit { AccessMode::Explicit } else { AccessMode::Staircase };
        let rules = Rules { client_logins: Switch::On, mode };
        let passes: Vec<_> = planned.iter().map(pass).collect();
        let whole = plan.tree();
        let needed = needed(&plan, &passes, rules);
        let nodes: Vec<Node> = (0..plan.parents.len())
            .map(id)
            .filter(|gallery| needed.contains(gallery))
            .map(|gallery| *whole.node(gallery).unwrap())
            .collect();
        let part = Tree::part(studio(), nodes).unwrap();
        let viewer = Viewer::Guest { passes, unlocked: ids(&unlocked) };
        let (whole, part) = (sight(&whole, rules, &viewer), sight(&part, rules, &viewer));
        prop_assert_eq!(whole.galleries().collect::<BTreeSet<_>>(), part.galleries().collect::<BTreeSet<_>>());
        for gallery in (0..plan.parents.len()).map(id) {
            prop_assert_eq!(whole.standing(gallery), part.standing(gallery));
            prop_assert_eq!(whole.above(gallery), part.above(gallery));
            prop_assert_eq!(whole.below(gallery), part.below(gallery));
            prop_assert_eq!(whole.trail(gallery), part.trail(gallery));
        }
    }
}
