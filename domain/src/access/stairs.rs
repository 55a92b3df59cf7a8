//! What one pass shows, by itself.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, Utc};

use super::sight::{Door, How, Way};
use super::tree::Tree;
use super::viewer::{AccessMode, Pass, Rules, Switch};
use crate::ids::GalleryId;

/// What one pass shows: the places with how each was reached, and the edges between them.
pub(super) struct View {
    pub way: Way,
    pub found: BTreeMap<usize, Found>,
    edges: Edges,
}

/// How a place was reached, and whether it is locked.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub how: How,
    pub door: Door,
    /// Where the way began.
    pub start: usize,
    /// The highest place on the way: it goes up to here, and down from here.
    pub top: usize,
}

#[derive(Clone, Copy)]
enum Edges {
    /// Only those whose parent's navigation is on.
    Open,
    /// All, whatever the switches say.
    All,
}

impl View {
    fn new(way: Way, found: BTreeMap<usize, Found>, edges: Edges) -> Self {
        Self { way, found, edges }
    }

    /// Whether this pass shows the edge from one of its places up to `parent`.
    pub fn joins(&self, tree: &Tree, parent: usize) -> bool {
        let passable = match self.edges {
            Edges::Open => tree.is_open_below(parent),
            Edges::All => true,
        };
        passable && self.found.contains_key(&parent)
    }
}

/// A member's view.
pub(super) fn everything(tree: &Tree) -> View {
    View::new(Way::Member, all_released(tree.all()), Edges::All)
}

/// The view of one pass; none if it does not count.
pub(super) fn view(
    tree: &Tree,
    rules: Rules,
    pass: &Pass,
    unlocked: &BTreeSet<GalleryId>,
    now: DateTime<Utc>,
) -> Option<View> {
    let stairs = Stairs { tree, unlocked };
    match pass {
        Pass::Login { login, released } => {
            let way = Way::Login(*login);
            let start = all_released(released.iter().filter_map(|gallery| tree.place(*gallery)));
            match (rules.client_logins, rules.mode) {
                (Switch::Off, _) => None,
                (_, AccessMode::Staircase) => Some(View::new(way, stairs.climb(start), Edges::Open)),
                (_, AccessMode::Explicit) => Some(View::new(way, start, Edges::All)),
            }
        }
        Pass::OpenLink { until, .. } | Pass::SecureLink { until, .. } if until.is_some_and(|until| until <= now) => {
            None
        }
        Pass::OpenLink { link, gallery, .. } => {
            let found = stairs.climb(stairs.linked(tree.place(*gallery)?));
            Some(View::new(Way::OpenLink(*link), found, Edges::Open))
        }
        Pass::SecureLink { link, gallery, .. } => {
            let found = stairs.linked(tree.place(*gallery)?);
            Some(View::new(Way::SecureLink(*link), found, Edges::Open))
        }
    }
}

/// Places that ask neither for stairs nor for passwords.
fn all_released(places: impl Iterator<Item = usize>) -> BTreeMap<usize, Found> {
    let (how, door) = (How::Released, Door::Open);
    places.map(|place| (place, Found { how, door, start: place, top: place })).collect()
}

/// The staircase of one viewer: a tree, and the landings whose doors the viewer has unlocked.
struct Stairs<'a> {
    tree: &'a Tree,
    unlocked: &'a BTreeSet<GalleryId>,
}

impl Stairs<'_> {
    /// The one place that a link leads to.
    fn linked(&self, place: usize) -> BTreeMap<usize, Found> {
        BTreeMap::from([(place, self.reached(place, How::Linked, place, place))])
    }

    /// Goes up and down every open edge, nearest first. A place with a password is a landing, where
    /// this ends, unless it is released: the login stands for the passwords of what is released to
    /// it (S20, S21).
    fn climb(&self, start: BTreeMap<usize, Found>) -> BTreeMap<usize, Found> {
        let mut found = start;
        let mut next: VecDeque<usize> = found.keys().copied().collect();
        while let Some(place) = next.pop_front() {
            let here = found[&place];
            let is_released = here.how == How::Released;
            if self.tree.has_active_password(place) && !is_released {
                continue;
            }
            for (step, how) in self.steps(place) {
                found.entry(step).or_insert_with(|| {
                    next.push_back(step);
                    let top = if matches!(how, How::UpFrom(_)) { step } else { here.top };
                    self.reached(step, how, here.start, top)
                });
            }
        }
        found
    }

    /// Where one can go from a place.
    fn steps(&self, place: usize) -> impl Iterator<Item = (usize, How)> {
        let here = self.tree.gallery(place);
        let up = self.tree.open_parent(place).into_iter();
        let down = self.tree.open_children(place).iter();
        up.map(move |parent| (parent, How::UpFrom(here))).chain(down.map(move |child| (*child, How::DownFrom(here))))
    }

    /// A place with its door: locked by an active password until this viewer has given it.
    fn reached(&self, place: usize, how: How, start: usize, top: usize) -> Found {
        let given = self.unlocked.contains(&self.tree.gallery(place));
        let locked = self.tree.has_active_password(place) && !given;
        let door = if locked { Door::Locked } else { Door::Open };
        Found { how, door, start, top }
    }
}
