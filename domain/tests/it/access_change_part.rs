//! What a change changes is told from the parts of trees that it touches as from whole trees (S31).

use std::collections::BTreeSet;

use domain::access::{Access, Difference, Fingerprint, Node, Pass, Tree};
use domain::ids::GalleryId;
use proptest::prelude::*;

use crate::access_change_rule::{Planned, World, held, worlds};
use crate::access_fixpoint::{Places, PlannedPass, ids};
use crate::trees::*;

/// Where what a change touches begins, and what it touches besides; none where it is everything.
fn begins(world: &World, planned: &Planned) -> Option<(Places, Places)> {
    let released = |number: &usize| match world.passes.get(*number) {
        Some(Some(PlannedPass::Login(released))) => released.clone(),
        Some(Some(PlannedPass::OpenLink(to) | PlannedPass::SecureLink(to))) => Places::from([*to]),
        _ => Places::new(),
    };
    let directly_in =
        |place: usize| (0..world.plan.parents.len()).filter(move |child| world.plan.parents[*child] == Some(place));
    Some(match planned {
        Planned::Navigation(place, true) => (directly_in(*place).chain([*place]).collect(), Places::new()),
        Planned::Navigation(place, false) | Planned::PasswordAsked(place, _) => ([*place].into(), Places::new()),
        Planned::Move(place, to) => {
            (to.iter().copied().chain([*place]).collect(), world.plan.parents[*place].into_iter().collect())
        }
        Planned::Delete(place) => ([*place].into(), world.below(*place)),
        Planned::Release(number, add, _) => (&released(number) | add, Places::new()),
        Planned::Revoke(number) | Planned::DeleteLogin(number) => (released(number), Places::new()),
        Planned::Mode(_) | Planned::ClientLogins(_) => return None,
    })
}

/// All that open edges join to some galleries, by trying every edge.
fn joined(world: &World, begins: Places) -> BTreeSet<GalleryId> {
    let mut joined = begins;
    loop {
        let before = joined.len();
        for (child, parent) in world.plan.parents.iter().enumerate() {
            let Some(parent) = parent.filter(|parent| world.plan.navigation[*parent]) else { continue };
            if joined.contains(&child) || joined.contains(&parent) {
                joined.extend([child, parent]);
            }
        }
        if joined.len() == before {
            return ids(&joined);
        }
    }
}

/// What a pass holds of a part; for a change of one pass all that this one holds.
fn within(pass: Pass, part: &BTreeSet<GalleryId>) -> Option<Pass> {
    match pass {
        Pass::Login { login, released } => {
            let released = &released & part;
            (!released.is_empty()).then_some(Pass::Login { login, released })
        }
        Pass::OpenLink { gallery, .. } | Pass::SecureLink { gallery, .. } => part.contains(&gallery).then_some(pass),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// S31
    #[test]
    fn the_difference_is_the_same_in_the_part_that_a_change_touches((world, planned) in worlds()) {
        let (whole, change) = (world.access(), planned.change());
        let Some((begins, besides)) = begins(&world, &planned) else { return Ok(()) };
        let Ok(after) = whole.after(&change) else { return Ok(()) };
        let touched = &joined(&world, begins) | &ids(&besides);
        let nodes: Vec<Node> = touched.iter().map(|gallery| *whole.tree.node(*gallery).unwrap()).collect();
        let mut passes: Vec<Pass> = world
            .passes
            .iter()
            .enumerate()
            .filter(|(number, _)| match planned {
                Planned::Release(this, ..) | Planned::Revoke(this) | Planned::DeleteLogin(this) => this == *number,
                _ => true,
            })
            .filter_map(|(number, pass)| within(held(number, pass.as_ref()?), &touched))
            .collect();
        // A login that held nothing is there to be given something.
        if let (Planned::Release(number, ..), true) = (&planned, passes.is_empty()) {
            passes.extend(world.passes.get(*number).cloned().flatten().map(|pass| held(*number, &pass)));
        }
        let part = Access { passes, ..Access::new(Tree::part(studio(), nodes).unwrap(), whole.rules, Vec::new()) };
        let told = Difference::between(&part, &part.after(&change).unwrap(), now());
        let expected = Difference::between(&whole, &after, now());
        prop_assert_eq!(Fingerprint::of(&told), Fingerprint::of(&expected), "{:?} instead of {:?}", told, expected);
        prop_assert_eq!(part.inverse(&change, crate::access_change::the_deletion()), whole.inverse(&change, crate::access_change::the_deletion()));
    }
}
