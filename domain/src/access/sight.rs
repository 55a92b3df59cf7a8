//! The answer: what is visible, through which door, and why.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::job::JobKey;
use super::stairs::View;
use super::tree::Tree;
use crate::ids::{ClientLoginId, GalleryId, LinkId, StudioId};

/// What lets a viewer in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A client login.
    Login(ClientLoginId),
    /// An open link.
    OpenLink(LinkId),
    /// A secure link.
    SecureLink(LinkId),
    /// A code or a confirmation of a photo job.
    Job(JobKey),
    /// Being a member of the studio.
    Member,
}

/// How that way leads to a gallery. A gallery named here is the last one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It is released to the login itself; to a member, every gallery is.
    Released,
    /// The link leads to it.
    Linked,
    /// Down from its parent.
    DownFrom(GalleryId),
    /// Up from one of its sub-galleries.
    UpFrom(GalleryId),
}

/// Why a gallery is visible (S35), in data that the screens put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reason {
    /// What lets the viewer in.
    pub way: Way,
    /// How it leads here.
    pub how: How,
    /// The released or linked gallery at which the way begins.
    pub start: GalleryId,
    /// The highest gallery on the way, which goes up to it and then down. A way in a tree has one such place, so this,
    /// the start and the gallery itself say all of it.
    pub top: GalleryId,
}

/// Whether a visible gallery can be entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Door {
    /// It can.
    Open,
    /// It asks for its password first, and shows no name, picture or count before (S18).
    Locked,
}

/// How a viewer stands to a visible gallery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Locked only if no way finds it open.
    pub door: Door,
    /// One for each way that leads here, in the order of the viewer's passes; never empty.
    pub reasons: Vec<Reason>,
}

/// Why a gallery is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// For this viewer there is no such gallery: the answer is the same as for one that does not
    /// exist (S32).
    #[error("no such gallery")]
    Hidden,
    /// The gallery's password comes first.
    #[error("the gallery asks for its password")]
    PasswordNeeded,
}

/// The proof that a viewer may see a gallery's content. The store demands one for every read that
/// reveals anything, and only [`Sight::grant`] makes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    studio: StudioId,
    gallery: GalleryId,
}

impl Grant {
    /// The studio of the gallery.
    pub fn studio(&self) -> StudioId {
        self.studio
    }

    /// The gallery that may be seen.
    pub fn gallery(&self) -> GalleryId {
        self.gallery
    }
}

/// Everything a viewer sees of a tree, in the order of the tree; of parts of trees, one part after the other.
#[derive(Debug, Clone)]
pub struct Sight {
    studio: StudioId,
    places: BTreeMap<GalleryId, usize>,
    seen: BTreeMap<usize, Seen>,
}

/// One visible gallery, and the places that one can go to from it.
#[derive(Debug, Clone)]
struct Seen {
    gallery: GalleryId,
    standing: Standing,
    above: Option<usize>,
    below: BTreeSet<usize>,
}

impl Sight {
    /// The union of views.
    pub(super) fn of(tree: &Tree, views: Vec<View>) -> Self {
        let mut sight = Self { studio: tree.studio(), places: BTreeMap::new(), seen: BTreeMap::new() };
        for view in &views {
            sight.add_galleries(tree, view);
            sight.add_edges(tree, view);
        }
        sight
    }

    /// Adds a gallery that lies in no tree: one of a photo job, seen as it is.
    pub(super) fn add_alone(&mut self, gallery: GalleryId, way: Way) {
        let last = self.seen.keys().next_back().map_or(0, |place| place + 1);
        let place = *self.places.entry(gallery).or_insert(last);
        let seen = self.seen.entry(place).or_insert_with(|| Seen {
            gallery,
            standing: Standing { door: Door::Open, reasons: Vec::new() },
            above: None,
            below: BTreeSet::new(),
        });
        seen.standing.reasons.push(Reason { way, how: How::Released, start: gallery, top: gallery });
    }

    fn add_galleries(&mut self, tree: &Tree, view: &View) {
        for (place, found) in &view.found {
            let gallery = tree.gallery(*place);
            self.places.insert(gallery, *place);
            let seen = self.seen.entry(*place).or_insert_with(|| Seen {
                gallery,
                standing: Standing { door: found.door, reasons: Vec::new() },
                above: None,
                below: BTreeSet::new(),
            });
            seen.standing.door = seen.standing.door.min(found.door);
            let (start, top) = (tree.gallery(found.start), tree.gallery(found.top));
            seen.standing.reasons.push(Reason { way: view.way, how: found.how, start, top });
        }
    }

    fn add_edges(&mut self, tree: &Tree, view: &View) {
        for child in view.found.keys() {
            let Some(parent) = tree.parent(*child).filter(|parent| view.joins(tree, *parent)) else {
                continue;
            };
            if let Some(seen) = self.seen.get_mut(child) {
                seen.above = Some(parent);
            }
            if let Some(seen) = self.seen.get_mut(&parent) {
                seen.below.insert(*child);
            }
        }
    }

    /// The studio that was looked at.
    pub fn studio(&self) -> StudioId {
        self.studio
    }

    /// The proof that this viewer may see what is in `gallery`.
    pub fn grant(&self, gallery: GalleryId) -> Result<Grant, Denied> {
        match self.standing(gallery).ok_or(Denied::Hidden)?.door {
            Door::Open => Ok(Grant { studio: self.studio, gallery }),
            Door::Locked => Err(Denied::PasswordNeeded),
        }
    }

    /// How the viewer stands to `gallery`; none if it is not visible.
    pub fn standing(&self, gallery: GalleryId) -> Option<&Standing> {
        self.seen(gallery).map(|seen| &seen.standing)
    }

    /// Every visible gallery, locked ones included, each once, in the order of the tree.
    pub fn galleries(&self) -> impl Iterator<Item = GalleryId> {
        self.seen.values().map(|seen| seen.gallery)
    }

    /// The parent that may be shown in `gallery`. It may be locked.
    pub fn above(&self, gallery: GalleryId) -> Option<GalleryId> {
        let above = self.seen(gallery)?.above?;
        self.seen.get(&above).map(|seen| seen.gallery)
    }

    /// The sub-galleries that may be shown in `gallery`, in the order of the tree. Some may be
    /// locked.
    pub fn below(&self, gallery: GalleryId) -> Vec<GalleryId> {
        let below = self.seen(gallery).map(|seen| &seen.below);
        below.into_iter().flatten().filter_map(|place| self.seen.get(place)).map(|seen| seen.gallery).collect()
    }

    /// The parents that may be shown above `gallery`, the topmost first, up to the first that may
    /// not. Some may be locked.
    pub fn trail(&self, gallery: GalleryId) -> Vec<GalleryId> {
        let mut trail: Vec<_> = std::iter::successors(self.above(gallery), |parent| self.above(*parent)).collect();
        trail.reverse();
        trail
    }

    fn seen(&self, gallery: GalleryId) -> Option<&Seen> {
        self.seen.get(self.places.get(&gallery)?)
    }
}
