//! The resolver against the rule as it is written down, on random trees.

use std::collections::BTreeSet;

use domain::access::{AccessMode, Denied, Door, Navigation, Node, Pass, Rules, Sight, Switch, Tree, Viewer};
use domain::ids::GalleryId;
use proptest::prelude::*;

use crate::trees::*;

pub type Places = BTreeSet<usize>;

/// A tree as a list: every gallery lies in an earlier one or at the top.
#[derive(Debug, Clone)]
pub struct Plan {
    pub parents: Vec<Option<usize>>,
    pub navigation: Vec<bool>,
    pub locked: Vec<bool>,
}

#[derive(Debug, Clone)]
pub enum PlannedPass {
    Login(Places),
    OpenLink(usize),
    SecureLink(usize),
}

pub fn id(place: usize) -> GalleryId {
    gallery(&format!("g{place}"))
}

pub fn ids(places: &Places) -> BTreeSet<GalleryId> {
    places.iter().map(|place| id(*place)).collect()
}

impl Plan {
    pub fn tree(&self) -> Tree {
        let nodes = (0..self.parents.len()).map(|place| Node {
            id: id(place),
            parent: self.parents[place].map(id),
            navigation: Navigation::from(self.navigation[place]),
            password_active: self.locked[place],
        });
        Tree::new(studio(), nodes).unwrap()
    }

    /// Every parent with its sub-gallery.
    fn edges(&self) -> impl Iterator<Item = (usize, usize)> {
        self.parents.iter().enumerate().filter_map(|(child, parent)| Some(((*parent)?, child)))
    }

    /// From `start` up to `top`, and down to `end`.
    fn way_of(&self, start: GalleryId, top: GalleryId, end: GalleryId) -> impl Iterator<Item = GalleryId> + use<> {
        let place = |gallery| (0..self.parents.len()).find(|place| id(*place) == gallery).unwrap();
        let up_to_top = |from: GalleryId| {
            let mut way = vec![place(from)];
            while way[way.len() - 1] != place(top) {
                way.push(self.parents[way[way.len() - 1]].unwrap());
            }
            way
        };
        let mut way = up_to_top(start);
        way.extend(up_to_top(end).into_iter().rev().skip(1));
        way.into_iter().map(id)
    }

    fn open_edges(&self) -> impl Iterator<Item = (usize, usize)> {
        self.edges().filter(|(parent, _)| self.navigation[*parent])
    }

    /// The least fixpoint, by trying every open edge until nothing is added. What is locked and not
    /// released leads nowhere.
    fn fixpoint(&self, start: &Places, released: &Places) -> Places {
        let leads_on = |place: usize| !self.locked[place] || released.contains(&place);
        let mut seen = start.clone();
        loop {
            let before = seen.len();
            for (parent, child) in self.open_edges() {
                if seen.contains(&parent) && leads_on(parent) {
                    seen.insert(child);
                }
                if seen.contains(&child) && leads_on(child) {
                    seen.insert(parent);
                }
            }
            if seen.len() == before {
                return seen;
            }
        }
    }

    /// What one pass shows, what of it without a password, and the edges.
    pub fn expected(&self, pass: &PlannedPass, mode: AccessMode) -> (Places, Places, BTreeSet<(usize, usize)>) {
        let none = Places::new();
        let (seen, released, all_edges) = match pass {
            PlannedPass::Login(released) if mode == AccessMode::Explicit => (released.clone(), released, true),
            PlannedPass::Login(released) => (self.fixpoint(released, released), released, false),
            PlannedPass::OpenLink(linked) => (self.fixpoint(&Places::from([*linked]), &none), &none, false),
            PlannedPass::SecureLink(linked) => (Places::from([*linked]), &none, false),
        };
        let free = seen.iter().copied().filter(|place| !self.locked[*place] || released.contains(place)).collect();
        let edges = self
            .edges()
            .filter(|(parent, child)| seen.contains(parent) && seen.contains(child))
            .filter(|(parent, _)| all_edges || self.navigation[*parent])
            .collect();
        (seen, free, edges)
    }
}

pub fn plans(most: usize) -> impl Strategy<Value = Plan> {
    let gallery = (any::<prop::sample::Index>(), prop::bool::weighted(0.8), any::<bool>(), prop::bool::weighted(0.25));
    prop::collection::vec(gallery, 1..=most).prop_map(|galleries| Plan {
        parents: (0..galleries.len())
            .map(|place| (place > 0 && galleries[place].1).then(|| galleries[place].0.index(place)))
            .collect(),
        navigation: galleries.iter().map(|gallery| gallery.2).collect(),
        locked: galleries.iter().map(|gallery| gallery.3).collect(),
    })
}

pub fn some_of(plan: &Plan) -> impl Strategy<Value = Places> + use<> {
    prop::collection::btree_set(0..plan.parents.len(), 0..=plan.parents.len().min(3))
}

pub fn passes(plan: &Plan) -> impl Strategy<Value = Vec<PlannedPass>> + use<> {
    let one = prop_oneof![
        3 => some_of(plan).prop_map(PlannedPass::Login),
        2 => (0..plan.parents.len()).prop_map(PlannedPass::OpenLink),
        1 => (0..plan.parents.len()).prop_map(PlannedPass::SecureLink),
    ];
    prop::collection::vec(one, 0..=3)
}

pub fn pass(planned: &PlannedPass) -> Pass {
    let link = the_link();
    match planned {
        PlannedPass::Login(released) => Pass::Login { login: the_login(), released: ids(released) },
        PlannedPass::OpenLink(to) => Pass::OpenLink { link, gallery: id(*to), until: None },
        PlannedPass::SecureLink(to) => Pass::SecureLink { link, gallery: id(*to), until: None },
    }
}

fn edges_of(sight: &Sight) -> BTreeSet<(GalleryId, GalleryId)> {
    let below = |parent| sight.below(parent).into_iter().map(move |child| (parent, child));
    sight.galleries().flat_map(below).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_resolver_finds_what_the_naive_fixpoint_finds(
        (plan, passes, unlocked) in plans(14).prop_flat_map(|plan| (passes(&plan), some_of(&plan), Just(plan)))
            .prop_map(|(passes, unlocked, plan)| (plan, passes, unlocked)),
        explicit: bool,
    ) {
        let mode = if explicit { AccessMode::Explicit } else { AccessMode::Staircase };
        let (mut seen, mut free, mut edges) = (Places::new(), Places::new(), BTreeSet::new());
        for pass in &passes {
            let expected = plan.expected(pass, mode);
            seen.extend(expected.0);
            free.extend(expected.1);
            edges.extend(expected.2);
        }
        let viewer = Viewer::Guest { passes: passes.iter().map(pass).collect(), unlocked: ids(&unlocked) };
        let sight = sight(&plan.tree(), Rules { client_logins: Switch::On, mode }, &viewer);

        prop_assert_eq!(sight.galleries().collect::<BTreeSet<_>>(), ids(&seen));
        prop_assert_eq!(sight.galleries().count(), seen.len());
        for place in 0..plan.parents.len() {
            let enters = free.contains(&place) || (seen.contains(&place) && unlocked.contains(&place));
            let door = seen.contains(&place).then_some(if enters { Door::Open } else { Door::Locked });
            prop_assert_eq!(sight.standing(id(place)).map(|standing| standing.door), door);
            let grant = sight.grant(id(place)).map(|grant| grant.gallery());
            prop_assert_eq!(grant, match door {
                Some(Door::Open) => Ok(id(place)),
                Some(Door::Locked) => Err(Denied::PasswordNeeded),
                None => Err(Denied::Hidden),
            });
            let parent = edges.iter().find(|(_, child)| *child == place).map(|(parent, _)| id(*parent));
            prop_assert_eq!(sight.above(id(place)), parent);
            for reason in sight.standing(id(place)).into_iter().flat_map(|standing| &standing.reasons) {
                use domain::access::How::{DownFrom, Linked, Released, UpFrom};
                let holds = match reason.how {
                    Released | Linked => true,
                    DownFrom(from) => edges_of(&sight).contains(&(from, id(place))),
                    UpFrom(from) => edges_of(&sight).contains(&(id(place), from)),
                };
                prop_assert!(holds, "{reason:?} of {place}");
                let way: Vec<_> = plan.way_of(reason.start, reason.top, id(place)).collect();
                prop_assert!(way.len() > 1 || matches!(reason.how, Released | Linked), "{reason:?} of {place}");
                prop_assert!(way.iter().all(|step| sight.standing(*step).is_some()), "{way:?} to {place}");
                let before = way.len().checked_sub(2).map(|place| way[place]);
                let last = match reason.how {
                    Released | Linked => None,
                    DownFrom(from) | UpFrom(from) => Some(from),
                };
                prop_assert_eq!(before, last);
            }
        }
        prop_assert_eq!(edges_of(&sight), edges.iter().map(|(p, c)| (id(*p), id(*c))).collect::<BTreeSet<_>>());
    }

    /// S25 to the letter: the intersection of all sets that hold R and are closed under open edges.
    #[test]
    fn the_staircase_is_the_smallest_closed_set(
        (plan, released) in plans(7).prop_flat_map(|plan| (some_of(&plan), Just(plan))).prop_map(|(r, plan)| (plan, r)),
    ) {
        let plan = Plan { locked: vec![false; plan.parents.len()], ..plan };
        let all: Places = (0..plan.parents.len()).collect();
        let smallest = (0..1usize << all.len())
            .map(|bits| all.iter().copied().filter(|place| bits >> place & 1 == 1).collect::<Places>())
            .filter(|set| set.is_superset(&released))
            .filter(|set| plan.open_edges().all(|(parent, child)| set.contains(&parent) == set.contains(&child)))
            .fold(all.clone(), |smallest, set| &smallest & &set);
        let viewer = guest([pass(&PlannedPass::Login(released))]);
        let sight = sight(&plan.tree(), STAIRCASE, &viewer);
        prop_assert_eq!(sight.galleries().collect::<BTreeSet<_>>(), ids(&smallest));
    }

    #[test]
    fn one_more_release_never_takes_anything_away(
        (plan, released, more) in plans(14).prop_flat_map(|plan| (some_of(&plan), some_of(&plan), Just(plan)))
            .prop_map(|(released, more, plan)| (plan, released, more)),
        explicit: bool,
    ) {
        let rules = if explicit { EXPLICIT } else { STAIRCASE };
        let of = |released: &Places| sight(&plan.tree(), rules, &guest([pass(&PlannedPass::Login(released.clone()))]));
        let (before, after) = (of(&released), of(&(&released | &more)));
        for gallery in before.galleries() {
            prop_assert!(before.grant(gallery).is_err() || after.grant(gallery).is_ok());
            prop_assert!(after.standing(gallery).is_some());
        }
    }
}
