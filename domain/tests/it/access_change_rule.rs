//! What a change changes, against the rule as it is written down, on random trees (S31).

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Access, AccessMode, Change, Difference, Effect, Gone, Node, Pass, Switch, TreeProblem, Way};
use domain::ids::GalleryId;
use proptest::prelude::*;

use crate::access_change::{access, link_of, login_of, the_deletion};
use crate::access_fixpoint::{Places, Plan, PlannedPass, id, ids, passes, plans, some_of};
use crate::trees::*;

/// A pass of its own.
pub fn held(number: usize, planned: &PlannedPass) -> Pass {
    let link = link_of(number);
    match planned {
        PlannedPass::Login(released) => Pass::Login { login: login_of(number), released: ids(released) },
        PlannedPass::OpenLink(to) => Pass::OpenLink { link, gallery: id(*to), until: None },
        PlannedPass::SecureLink(to) => Pass::SecureLink { link, gallery: id(*to), until: None },
    }
}

/// A change of a plan, by places.
#[derive(Debug, Clone)]
pub enum Planned {
    Navigation(usize, bool),
    PasswordAsked(usize, bool),
    Move(usize, Option<usize>),
    Delete(usize),
    Release(usize, Places, Places),
    Mode(bool),
    ClientLogins(bool),
    Revoke(usize),
    DeleteLogin(usize),
}

impl Planned {
    pub fn change(&self) -> Change {
        match self {
            Self::Navigation(place, on) => Change::Navigation { gallery: id(*place), on: *on },
            Self::PasswordAsked(place, on) => Change::PasswordAsked { gallery: id(*place), on: *on },
            Self::Move(place, parent) => Change::Move { gallery: id(*place), parent: parent.map(id) },
            Self::Delete(place) => Change::Delete { gallery: id(*place) },
            Self::Release(number, add, remove) => {
                Change::Release { login: login_of(*number), add: ids(add), remove: ids(remove) }
            }
            Self::Mode(explicit) => Change::Mode { mode: mode(*explicit) },
            Self::ClientLogins(on) => Change::ClientLogins { on: *on },
            Self::Revoke(number) => Change::RevokeLink { link: link_of(*number) },
            Self::DeleteLogin(number) => Change::DeleteLogin { login: login_of(*number) },
        }
    }
}

fn mode(explicit: bool) -> AccessMode {
    if explicit { AccessMode::Explicit } else { AccessMode::Staircase }
}

/// A plan with who holds what, all of it as simple as can be.
#[derive(Debug, Clone)]
pub struct World {
    pub plan: Plan,
    pub passes: Vec<Option<PlannedPass>>,
    explicit: bool,
    logins: bool,
    gone: Places,
}

impl World {
    pub fn access(&self) -> Access {
        let passes = self.passes.iter().enumerate().filter_map(|(number, pass)| Some(held(number, pass.as_ref()?)));
        let mut access = access(self.plan.tree(), passes.collect());
        access.rules.mode = mode(self.explicit);
        access.rules.client_logins = Switch::from(self.logins);
        access
    }

    pub fn below(&self, top: usize) -> Places {
        let mut below = Places::from([top]);
        for _ in 0..self.plan.parents.len() {
            let next = |place: &usize| self.plan.parents[*place].is_some_and(|parent| below.contains(&parent));
            let next: Vec<_> = (0..self.plan.parents.len()).filter(next).collect();
            below.extend(next);
        }
        below
    }

    /// None where a gallery would lie in itself.
    fn after(&self, change: &Planned) -> Option<Self> {
        let mut after = self.clone();
        match change {
            Planned::Navigation(place, on) => after.plan.navigation[*place] = *on,
            Planned::PasswordAsked(place, on) => after.plan.locked[*place] = *on,
            Planned::Move(place, parent) => {
                if parent.is_some_and(|parent| self.below(*place).contains(&parent)) {
                    return None;
                }
                after.plan.parents[*place] = *parent;
            }
            Planned::Delete(place) => {
                after.gone = self.below(*place);
                after.plan.parents[*place] = None;
            }
            Planned::Release(number, add, remove) => {
                if let Some(Some(PlannedPass::Login(released))) = after.passes.get_mut(*number) {
                    *released = &(&*released - remove) | add;
                }
            }
            Planned::Mode(explicit) => after.explicit = *explicit,
            Planned::ClientLogins(on) => after.logins = *on,
            Planned::Revoke(number) => {
                after.passes[*number].take_if(|pass| !matches!(pass, PlannedPass::Login(_)));
            }
            Planned::DeleteLogin(number) => {
                after.passes[*number].take_if(|pass| matches!(pass, PlannedPass::Login(_)));
            }
        }
        Some(after)
    }

    /// What a pass shows, and what of it without a password.
    fn seen(&self, number: usize) -> (BTreeSet<GalleryId>, BTreeSet<GalleryId>) {
        let counts = |pass: &&PlannedPass| self.logins || !matches!(pass, PlannedPass::Login(_));
        let Some(pass) = self.passes[number].as_ref().filter(counts) else {
            return Default::default();
        };
        let (seen, free, _) = self.plan.expected(pass, mode(self.explicit));
        (ids(&(&seen - &self.gone)), ids(&(&free - &self.gone)))
    }
}

pub fn worlds() -> impl Strategy<Value = (World, Planned)> {
    plans(10).prop_flat_map(|plan| {
        let (place, number) = (0..plan.parents.len(), 0..4_usize);
        let change = prop_oneof![
            (place.clone(), any::<bool>()).prop_map(|(place, on)| Planned::Navigation(place, on)),
            (place.clone(), any::<bool>()).prop_map(|(place, on)| Planned::PasswordAsked(place, on)),
            (place.clone(), prop::option::of(place.clone())).prop_map(|(place, to)| Planned::Move(place, to)),
            place.prop_map(Planned::Delete),
            (number.clone(), some_of(&plan), some_of(&plan)).prop_map(|(number, add, remove)| Planned::Release(
                number,
                &add - &remove,
                remove
            )),
            any::<bool>().prop_map(Planned::Mode),
            any::<bool>().prop_map(Planned::ClientLogins),
            number.clone().prop_map(Planned::Revoke),
            number.prop_map(Planned::DeleteLogin),
        ];
        let world = (Just(plan.clone()), passes(&plan), passes(&plan), any::<bool>(), prop::bool::weighted(0.9));
        let world = world.prop_map(|(plan, some, more, explicit, logins)| {
            let mut passes: Vec<_> = some.into_iter().chain(more).map(Some).collect();
            passes.resize(6, None);
            World { plan, passes, explicit, logins, gone: Places::new() }
        });
        (world, change)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    // S31
    #[test]
    fn the_difference_is_what_the_naive_fixpoint_shows_before_and_after((world, planned) in worlds()) {
        let (before, change) = (world.access(), planned.change());
        let Some(expected) = world.after(&planned) else {
            prop_assert_eq!(before.after(&change).unwrap_err(), TreeProblem::Cycle);
            return Ok(());
        };
        let after = before.after(&change).unwrap();
        let difference = Difference::between(&before, &after, now());
        let mut told = BTreeMap::<Way, BTreeMap<Effect, BTreeSet<GalleryId>>>::new();
        for group in &difference.groups {
            for way in &group.who {
                let what = group.what.iter().map(|(effect, which)| (*effect, which.iter().copied().collect()));
                prop_assert!(told.insert(*way, what.collect()).is_none(), "{way:?} stands in two groups");
            }
        }
        for (number, pass) in world.passes.iter().enumerate() {
            let Some(pass) = pass else { continue };
            let ((seen, free), (will_see, will_free)) = (world.seen(number), expected.seen(number));
            let both = &seen & &will_see;
            let mut what = BTreeMap::from([
                (Effect::Gains, &will_free - &seen),
                (Effect::GainsLocked, &(&will_see - &seen) - &will_free),
                (Effect::Loses, &seen - &will_see),
                (Effect::Locks, &(&both & &free) - &will_free),
                (Effect::Unlocks, &(&both & &will_free) - &free),
            ]);
            what.retain(|_, which| !which.is_empty());
            let way = held(number, pass).way();
            prop_assert_eq!(told.remove(&way).unwrap_or_default(), what, "{:?}", pass);
        }
        prop_assert!(told.is_empty());
    }

    // S31
    #[test]
    fn a_change_and_its_inverse_leave_everything_as_it_was((world, planned) in worlds()) {
        let (before, change) = (world.access(), planned.change());
        let (Ok(mut after), Some(undo)) = (before.after(&change), before.inverse(&change, the_deletion())) else { return Ok(()) };
        // What went is kept by the store, and brought back from there.
        let is_gone = |node: &Node| after.tree.node(node.id).is_none();
        let mut galleries: Vec<Node> = (0..world.plan.parents.len()).map(id).map(|id| *before.tree.node(id).unwrap()).collect();
        galleries.retain(is_gone);
        after.gone = Gone {
            passes: before.passes.iter().filter(|pass| !after.passes.contains(pass)).cloned().collect(),
            galleries,
        };
        let back = after.after(&undo).unwrap();
        prop_assert!(Difference::between(&before, &back, now()).is_empty());
        let sorted = |passes: &[Pass]| {
            let mut passes = passes.to_vec();
            passes.sort_by_key(Pass::way);
            passes
        };
        prop_assert_eq!(sorted(&back.passes), sorted(&before.passes));
        for gallery in (0..world.plan.parents.len()).map(id) {
            prop_assert_eq!(back.tree.node(gallery), before.tree.node(gallery));
        }
        prop_assert_eq!(back.rules, before.rules);
    }
}
