//! What a change would change, for whom (S31): the resolver asked before and after.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::change::Access;
use super::resolve;
use super::sight::{Door, Way};
use super::tree::Tree;
use super::viewer::{Pass, Viewer};
use crate::ids::GalleryId;

/// What becomes of a gallery for somebody. What is locked shows nothing before its password (S18), so it makes a
/// difference of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It will be seen.
    Gains,
    /// It will be reached, and ask for its password.
    GainsLocked,
    /// It will be seen no more, or reached no more.
    Loses,
    /// It is seen, and will ask for its password.
    Locks,
    /// It asks for its password, and will be seen without.
    Unlocks,
}

impl Effect {
    fn of(before: Option<Door>, after: Option<Door>) -> Option<Self> {
        match (before, after) {
            (None, Some(Door::Open)) => Some(Self::Gains),
            (None, Some(Door::Locked)) => Some(Self::GainsLocked),
            (Some(_), None) => Some(Self::Loses),
            (Some(Door::Open), Some(Door::Locked)) => Some(Self::Locks),
            (Some(Door::Locked), Some(Door::Open)) => Some(Self::Unlocks),
            _ => None,
        }
    }
}

/// All to whom the same happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The logins and links, in their order.
    pub who: Vec<Way>,
    /// What happens, each with the galleries to which it happens, in the order of the tree; never empty.
    pub what: BTreeMap<Effect, Vec<GalleryId>>,
}

/// What a change would change. Whoever is not named, nor counted, notices nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Those to whom the same happens stand together; the larger groups first.
    pub groups: Vec<Group>,
    /// How many more there are to whom something else happens than to those groups: of very many they are counted alone.
    pub others: usize,
}

/// What makes two passes show the same: all of a pass but whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness<'a> {
    Login(&'a BTreeSet<GalleryId>),
    OpenLink(GalleryId, bool),
    SecureLink(GalleryId, bool),
}

type Doors = BTreeMap<GalleryId, Door>;
type Alike<'a> = (Option<Likeness<'a>>, Option<Likeness<'a>>);

impl Difference {
    /// Between two states of the same trees.
    pub fn between(before: &Access, after: &Access, now: DateTime<Utc>) -> Self {
        // Whoever holds the same before and after sees the same: each kind is resolved once.
        let mut kinds = BTreeMap::<Alike<'_>, (Vec<Way>, [Option<&Pass>; 2])>::new();
        for (way, [old, new]) in side_by_side(before, after) {
            let kind = (old.map(|pass| likeness(pass, now)), new.map(|pass| likeness(pass, now)));
            kinds.entry(kind).or_insert_with(|| (Vec::new(), [old, new])).0.push(way);
        }
        let trees = [before.tree.as_ref(), after.tree.as_ref()];
        let mut groups = BTreeMap::<Vec<(Effect, Vec<GalleryId>)>, Vec<Way>>::new();
        for (who, [old, new]) in kinds.into_values() {
            let what = effects(&doors(before, old, now), &doors(after, new, now), trees);
            if !what.is_empty() {
                groups.entry(what.into_iter().collect()).or_default().extend(who);
            }
        }
        let mut groups: Vec<_> = groups
            .into_iter()
            .map(|(what, mut who)| {
                who.sort_unstable();
                Group { who, what: what.into_iter().collect() }
            })
            .collect();
        largest_first(&mut groups);
        Self { groups, others: 0 }
    }

    /// Whether nobody notices anything.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.others == 0
    }

    /// Takes what happens to more people in, keeping up to `most` groups: of the others only the number is kept.
    pub fn absorb(&mut self, more: Self, most: usize) {
        for group in more.groups {
            let kept = self.groups.iter().position(|kept| kept.what == group.what);
            match kept {
                Some(place) => {
                    self.groups[place].who.extend(group.who);
                    self.groups[place].who.sort_unstable();
                }
                None if self.groups.len() < most => self.groups.push(group),
                None => self.others += group.who.len(),
            }
        }
        self.others += more.others;
        largest_first(&mut self.groups);
    }
}

fn largest_first(groups: &mut [Group]) {
    groups.sort_by(|a, b| b.who.len().cmp(&a.who.len()).then_with(|| a.who.cmp(&b.who)));
}

fn side_by_side<'a>(before: &'a Access, after: &'a Access) -> BTreeMap<Way, [Option<&'a Pass>; 2]> {
    let mut pairs = BTreeMap::<_, [Option<&Pass>; 2]>::new();
    for (side, access) in [before, after].into_iter().enumerate() {
        for pass in &access.passes {
            pairs.entry(pass.way()).or_default()[side] = Some(pass);
        }
    }
    pairs
}

fn likeness(pass: &Pass, now: DateTime<Utc>) -> Likeness<'_> {
    let over = |until: &Option<DateTime<Utc>>| until.is_some_and(|until| until <= now);
    match pass {
        Pass::Login { released, .. } => Likeness::Login(released),
        Pass::OpenLink { gallery, until, .. } => Likeness::OpenLink(*gallery, over(until)),
        Pass::SecureLink { gallery, until, .. } => Likeness::SecureLink(*gallery, over(until)),
    }
}

fn doors(access: &Access, pass: Option<&Pass>, now: DateTime<Utc>) -> Doors {
    let Some(pass) = pass else {
        return Doors::new();
    };
    let viewer = Viewer::Guest { passes: vec![pass.clone()], unlocked: BTreeSet::new() };
    let sight = resolve(&access.tree, access.rules, &viewer, now);
    sight.galleries().filter_map(|gallery| Some((gallery, sight.standing(gallery)?.door))).collect()
}

fn effects(old: &Doors, new: &Doors, [before, after]: [&Tree; 2]) -> BTreeMap<Effect, Vec<GalleryId>> {
    let mut what = BTreeMap::<_, Vec<_>>::new();
    for gallery in old.keys().chain(new.keys().filter(|gallery| !old.contains_key(gallery))) {
        let effect = Effect::of(old.get(gallery).copied(), new.get(gallery).copied());
        if let Some(effect) = effect {
            what.entry(effect).or_default().push(*gallery);
        }
    }
    for (effect, galleries) in &mut what {
        let order = if *effect == Effect::Loses { before } else { after };
        galleries.sort_by_key(|gallery| order.place(*gallery));
    }
    what
}
