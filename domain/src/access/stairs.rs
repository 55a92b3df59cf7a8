//! What one pass shows, by itself.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, Utc};

use super::sight::{Door, How, Way};
use super::tree::Tree;
use super::viewer::{AccessMode, Pass, Rules, Switch};
use crate::ids::GalleryId;

/// What one pass shows: places with the way each was reached, and whether closed switches part
/// them.
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
}

#[derive(Clone, Copy)]
enum Edges {
    /// Only those whose parent's navigation is on.
    Open,
    /// All, whatever the switches say.
    All,
}

impl View {
    /// Whether this pass shows the edge between `parent` and one of its sub-galleries that it
    /// shows.
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
    View {
        way: Way::Member,
        found: released(tree.all()),
        edges: Edges::All,
    }
}

/// What needs neither stairs nor passwords.
fn released(places: impl IntoIterator<Item = usize>) -> BTreeMap<usize, Found> {
    places
        .into_iter()
        .map(|place| {
            (
                place,
                Found {
                    how: How::Released,
                    door: Door::Open,
                },
            )
        })
        .collect()
}

/// The view of one pass; none if it does not count.
pub(super) fn view(
    tree: &Tree,
    rules: Rules,
    pass: &Pass,
    unlocked: &BTreeSet<GalleryId>,
    now: DateTime<Utc>,
) -> Option<View> {
    let counts = |until: &Option<DateTime<Utc>>| until.is_none_or(|until| now < until);
    let stairs = Stairs { tree, unlocked };
    match pass {
        Pass::Login {
            login,
            released: galleries,
        } if rules.client_logins == Switch::On => {
            let start = released(galleries.iter().filter_map(|gallery| tree.place(*gallery)));
            let (found, edges) = match rules.mode {
                AccessMode::Staircase => (stairs.climb(start), Edges::Open),
                AccessMode::Explicit => (start, Edges::All),
            };
            Some(View {
                way: Way::Login(*login),
                found,
                edges,
            })
        }
        Pass::OpenLink {
            link,
            gallery,
            until,
        } if counts(until) => {
            let found = stairs.climb(stairs.linked(tree.place(*gallery)?));
            Some(View {
                way: Way::OpenLink(*link),
                found,
                edges: Edges::Open,
            })
        }
        Pass::SecureLink {
            link,
            gallery,
            until,
        } if counts(until) => {
            let found = stairs.linked(tree.place(*gallery)?);
            Some(View {
                way: Way::SecureLink(*link),
                found,
                edges: Edges::Open,
            })
        }
        Pass::Login { .. } | Pass::OpenLink { .. } | Pass::SecureLink { .. } => None,
    }
}

/// The staircase of one viewer: a tree, and the landings whose doors the viewer has unlocked.
struct Stairs<'a> {
    tree: &'a Tree,
    unlocked: &'a BTreeSet<GalleryId>,
}

impl Stairs<'_> {
    /// The one place that a link leads to.
    fn linked(&self, place: usize) -> BTreeMap<usize, Found> {
        BTreeMap::from([(place, self.reached(place, How::Linked))])
    }

    /// Goes up and down every open edge, nearest first. A place with a password is a landing, where
    /// this ends, unless it is released: the login stands for the passwords of what is released to
    /// it (S20, S21).
    fn climb(&self, start: BTreeMap<usize, Found>) -> BTreeMap<usize, Found> {
        let mut found = start;
        let mut next: VecDeque<usize> = found.keys().copied().collect();
        while let Some(place) = next.pop_front() {
            let is_released = found
                .get(&place)
                .is_some_and(|found| found.how == How::Released);
            if self.tree.has_active_password(place) && !is_released {
                continue;
            }
            for (step, how) in self.steps(place) {
                found.entry(step).or_insert_with(|| {
                    next.push_back(step);
                    self.reached(step, how)
                });
            }
        }
        found
    }

    /// The open edges of a place: up if the parent's switch is on, down if its own is (S22, S23).
    fn steps(&self, place: usize) -> impl Iterator<Item = (usize, How)> {
        let here = self.tree.gallery(place);
        let up = self
            .tree
            .parent(place)
            .filter(|parent| self.tree.is_open_below(*parent));
        let down = if self.tree.is_open_below(place) {
            self.tree.children(place)
        } else {
            &[]
        };
        let down = down.iter().map(move |child| (*child, How::DownFrom(here)));
        up.into_iter()
            .map(move |parent| (parent, How::UpFrom(here)))
            .chain(down)
    }

    /// A place with its door: locked by an active password until this viewer has given it.
    fn reached(&self, place: usize, how: How) -> Found {
        let unlocked = self.unlocked.contains(&self.tree.gallery(place));
        let door = if self.tree.has_active_password(place) && !unlocked {
            Door::Locked
        } else {
            Door::Open
        };
        Found { how, door }
    }
}
