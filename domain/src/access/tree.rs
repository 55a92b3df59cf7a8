//! A studio's galleries as a tree.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{GalleryId, StudioId};

named! {
    /// A gallery's switch "Navigation to sub-galleries and vice versa" (S22 to S24): it governs the
    /// edges between the gallery and its own sub-galleries. Off for a new gallery.
    #[derive(Default)]
    pub enum Navigation {
        /// Nobody in the gallery sees its sub-galleries, nor the other way round.
        #[default]
        Off = "off",
        /// Its sub-galleries are seen in it, and from each of them one can climb to it.
        On = "on",
    }
}

impl From<bool> for Navigation {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// What the rule needs to know of one gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The gallery.
    pub id: GalleryId,
    /// The gallery it lies in.
    pub parent: Option<GalleryId>,
    /// The switch towards its own sub-galleries.
    pub navigation: Navigation,
    /// A password is set **and** activated (S17, S18).
    pub password_active: bool,
}

/// Why galleries are not a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TreeProblem {
    /// Some gallery lies, by way of its parents, in itself.
    #[error("a gallery lies in itself")]
    Cycle,
    /// Some gallery's parent is not among the galleries.
    #[error("a gallery's parent is not among the galleries")]
    UnknownParent,
    /// Some gallery is given twice.
    #[error("a gallery is given twice")]
    Twice,
}

/// The galleries of one studio, or some of them, in the order in which they are shown.
///
/// Inside this module a gallery is its *place* in that order.
#[derive(Debug, Clone)]
pub struct Tree {
    studio: StudioId,
    nodes: Vec<Node>,
    places: BTreeMap<GalleryId, usize>,
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
}

impl Tree {
    /// Takes galleries in the order in which siblings are shown; parents may come after their
    /// sub-galleries. Keeps them as a tree is read: a gallery, then all that lies in it, then its brother.
    ///
    /// # Errors
    /// [`TreeProblem`] when they are no tree.
    pub fn new(studio: StudioId, nodes: impl IntoIterator<Item = Node>) -> Result<Self, TreeProblem> {
        let given = Self::in_order(studio, nodes.into_iter().collect())?;
        let read = given.as_read();
        if read.len() < given.nodes.len() {
            return Err(TreeProblem::Cycle);
        }
        Self::in_order(studio, read.into_iter().map(|place| given.nodes[place]).collect())
    }

    fn in_order(studio: StudioId, nodes: Vec<Node>) -> Result<Self, TreeProblem> {
        let places: BTreeMap<_, _> = nodes.iter().enumerate().map(|(place, node)| (node.id, place)).collect();
        if places.len() < nodes.len() {
            return Err(TreeProblem::Twice);
        }
        let mut parents = vec![None; nodes.len()];
        let mut children = vec![Vec::new(); nodes.len()];
        for (place, node) in nodes.iter().enumerate() {
            if let Some(id) = node.parent {
                let parent = *places.get(&id).ok_or(TreeProblem::UnknownParent)?;
                parents[place] = Some(parent);
                children[parent].push(place);
            }
        }
        Ok(Self { studio, nodes, places, parents, children })
    }

    /// Takes some galleries without the rest of their trees: one whose parent is not given stands at the top. For a guest
    /// the rule finds the same in it as in whole trees, if it holds every gallery that a pass names and, for the
    /// passes that take stairs, all that open edges join to that. So a guest costs what they can see, however much lies
    /// around it.
    ///
    /// # Errors
    /// As [`Tree::new`].
    pub fn part(studio: StudioId, nodes: impl IntoIterator<Item = Node>) -> Result<Self, TreeProblem> {
        let nodes: Vec<Node> = nodes.into_iter().collect();
        let given: BTreeSet<_> = nodes.iter().map(|node| node.id).collect();
        let top = |node: Node| Node { parent: node.parent.filter(|parent| given.contains(parent)), ..node };
        Self::new(studio, nodes.into_iter().map(top))
    }

    /// The studio whose galleries these are.
    pub fn studio(&self) -> StudioId {
        self.studio
    }

    /// What the rule knows of one gallery.
    pub fn node(&self, gallery: GalleryId) -> Option<&Node> {
        self.nodes.get(self.place(gallery)?)
    }

    /// Every place that hangs on a root, in the order of reading. A cycle hangs on none.
    fn as_read(&self) -> Vec<usize> {
        let mut read = Vec::with_capacity(self.nodes.len());
        let mut waiting: Vec<usize> = self.all().rev().filter(|place| self.parents[*place].is_none()).collect();
        while let Some(place) = waiting.pop() {
            read.push(place);
            waiting.extend(self.children[place].iter().rev());
        }
        read
    }

    /// How many galleries lie in one another at the deepest place.
    pub fn levels(&self) -> usize {
        let mut levels = vec![1; self.nodes.len()];
        for place in self.all() {
            if let Some(parent) = self.parents[place] {
                levels[place] = levels[parent] + 1;
            }
        }
        levels.into_iter().max().unwrap_or_default()
    }

    /// All of them, as the tree is read.
    pub fn galleries(&self) -> impl Iterator<Item = GalleryId> {
        self.nodes.iter().map(|node| node.id)
    }

    /// The galleries at the top.
    pub fn roots(&self) -> impl Iterator<Item = GalleryId> {
        self.nodes.iter().filter(|node| node.parent.is_none()).map(|node| node.id)
    }

    /// The same galleries with one of them changed.
    ///
    /// # Errors
    /// [`TreeProblem`] when it is no tree any more.
    pub(super) fn with(&self, gallery: GalleryId, change: impl FnOnce(&mut Node)) -> Result<Self, TreeProblem> {
        let mut nodes = self.nodes.clone();
        if let Some(place) = self.place(gallery) {
            change(&mut nodes[place]);
        }
        Self::new(self.studio, nodes)
    }

    /// The same galleries and some more.
    ///
    /// # Errors
    /// [`TreeProblem`] when that is no tree.
    pub(super) fn and(&self, more: Vec<Node>) -> Result<Self, TreeProblem> {
        Self::new(self.studio, self.nodes.iter().copied().chain(more))
    }

    /// The same galleries without one of them and all below it.
    pub(super) fn without(&self, gallery: GalleryId) -> Result<Self, TreeProblem> {
        let mut gone = BTreeSet::new();
        for place in self.all() {
            if self.nodes[place].id == gallery || self.parents[place].is_some_and(|parent| gone.contains(&parent)) {
                gone.insert(place);
            }
        }
        let left = self.all().filter(|place| !gone.contains(place)).map(|place| self.nodes[place]);
        Self::new(self.studio, left)
    }

    /// Parents before their sub-galleries.
    pub(super) fn all(&self) -> std::ops::Range<usize> {
        0..self.nodes.len()
    }

    pub(super) fn place(&self, gallery: GalleryId) -> Option<usize> {
        self.places.get(&gallery).copied()
    }

    pub(super) fn gallery(&self, place: usize) -> GalleryId {
        self.nodes[place].id
    }

    pub(super) fn has_active_password(&self, place: usize) -> bool {
        self.nodes[place].password_active
    }

    pub(super) fn parent(&self, place: usize) -> Option<usize> {
        self.parents[place]
    }

    /// Whether the edges between a gallery and its sub-galleries are open (S22).
    pub(super) fn is_open_below(&self, place: usize) -> bool {
        self.nodes[place].navigation == Navigation::On
    }

    /// The parent, if one can climb to it (S23).
    pub(super) fn open_parent(&self, place: usize) -> Option<usize> {
        self.parents[place].filter(|parent| self.is_open_below(*parent))
    }

    /// The sub-galleries, if one can see them from their parent (S23).
    pub(super) fn open_children(&self, place: usize) -> &[usize] {
        if self.is_open_below(place) { &self.children[place] } else { &[] }
    }
}
