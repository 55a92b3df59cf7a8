//! Who can see one gallery (S35): the places at which whoever reaches it comes in.

use std::collections::BTreeSet;

use super::tree::Tree;
use super::viewer::{AccessMode, Rules, Switch};
use crate::ids::GalleryId;

/// The galleries from which one gallery is reached. Whoever holds none of them does not see it; so of all the studio's
/// logins and links only those that do need to be resolved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Starts {
    /// A login to which one of these is released reaches it.
    pub released: BTreeSet<GalleryId>,
    /// An open link to one of these reaches it. A secure link reaches the gallery itself alone.
    pub linked: BTreeSet<GalleryId>,
}

/// Where a way to `gallery` can begin: the staircase climbed backwards. Empty if it is not in the tree.
pub fn starts(tree: &Tree, rules: Rules, gallery: GalleryId) -> Starts {
    let Some(end) = tree.place(gallery) else {
        return Starts::default();
    };
    let reaches = backwards(tree, end);
    let ids = |places: &mut dyn Iterator<Item = usize>| places.map(|place| tree.gallery(place)).collect();
    let released = match (rules.client_logins, rules.mode) {
        (Switch::Off, _) => BTreeSet::new(),
        (Switch::On, AccessMode::Explicit) => BTreeSet::from([gallery]),
        (Switch::On, AccessMode::Staircase) => ids(&mut reaches.iter().copied()),
    };
    // What is locked lets nobody on but a login that it is released to (S20, S21).
    let leads_on = |place: &usize| *place == end || !tree.has_active_password(*place);
    Starts { released, linked: ids(&mut reaches.iter().copied().filter(leads_on)) }
}

/// Every place from which open edges lead to `end` without passing a locked door in between.
fn backwards(tree: &Tree, end: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::from([end]);
    let mut next = vec![end];
    while let Some(place) = next.pop() {
        if place != end && tree.has_active_password(place) {
            continue;
        }
        let around = tree.open_parent(place).into_iter().chain(tree.open_children(place).iter().copied());
        next.extend(around.filter(|step| found.insert(*step)));
    }
    found
}
