//! The tree of galleries as nested lists: what is common to the pages that show it.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::GalleryId;
use leptos::prelude::*;
use store::GalleryRowInTree;

use crate::ui::words::Words;

/// Trees of up to so many galleries are shown with all branches open.
const ALL_OPEN: usize = 80;

/// A studio's galleries, each with what lies in it.
#[derive(Debug)]
pub struct Forest {
    rows: Vec<GalleryRowInTree>,
    below: BTreeMap<Option<GalleryId>, Vec<usize>>,
    places: BTreeMap<GalleryId, usize>,
}

/// One gallery of the forest, with its place among its siblings.
#[derive(Clone, Copy, Debug)]
pub struct Leaf<'a> {
    /// The gallery.
    pub row: &'a GalleryRowInTree,
    /// Whether it is the first among its siblings.
    pub first: bool,
    /// Whether it is the last.
    pub last: bool,
}

impl Forest {
    /// Takes the rows in the order of [`store::Store::gallery_tree`].
    pub fn new(rows: Vec<GalleryRowInTree>) -> Self {
        let mut below = BTreeMap::<_, Vec<usize>>::new();
        let mut places = BTreeMap::new();
        for (place, row) in rows.iter().enumerate() {
            below.entry(row.parent).or_default().push(place);
            places.insert(row.id, place);
        }
        Self { rows, below, places }
    }

    /// Every gallery, parents before what lies in them.
    pub fn rows(&self) -> &[GalleryRowInTree] {
        &self.rows
    }

    /// One gallery.
    pub fn row(&self, gallery: GalleryId) -> Option<&GalleryRowInTree> {
        self.rows.get(*self.places.get(&gallery)?)
    }

    /// The name of a gallery.
    pub fn name(&self, gallery: GalleryId) -> String {
        self.row(gallery).map(|row| row.name.clone()).unwrap_or_default()
    }

    /// The galleries at the top, or those in another one.
    pub fn below(&self, gallery: Option<GalleryId>) -> impl Iterator<Item = Leaf<'_>> {
        let places = self.below.get(&gallery).map_or(&[][..], Vec::as_slice);
        places.iter().enumerate().map(|(turn, place)| Leaf {
            row: &self.rows[*place],
            first: turn == 0,
            last: turn + 1 == places.len(),
        })
    }

    /// Whether something lies in a gallery.
    pub fn has_below(&self, gallery: GalleryId) -> bool {
        self.below.contains_key(&Some(gallery))
    }

    /// A gallery and everything that lies in it, at any depth.
    pub fn with_all_below(&self, gallery: GalleryId) -> BTreeSet<GalleryId> {
        let mut all = BTreeSet::from([gallery]);
        // Parents stand before what lies in them.
        for row in &self.rows {
            if row.parent.is_some_and(|parent| all.contains(&parent)) {
                all.insert(row.id);
            }
        }
        all
    }

    /// The galleries above one, nearest first.
    pub fn above(&self, gallery: GalleryId) -> impl Iterator<Item = GalleryId> {
        let parent = |id: GalleryId| self.row(id).and_then(|row| row.parent);
        std::iter::successors(parent(gallery), move |id| parent(*id))
    }

    /// The galleries whose name contains what was typed, whatever its case, with all that lie above them. Nothing typed
    /// finds everything.
    pub fn found(&self, typed: &str) -> BTreeSet<GalleryId> {
        let typed = typed.trim().to_lowercase();
        let mut found = BTreeSet::new();
        for row in &self.rows {
            if row.name.to_lowercase().contains(&typed) {
                found.insert(row.id);
                found.extend(self.above(row.id));
            }
        }
        found
    }

    /// The galleries whose branch stands open when the page opens: all of them in a small forest, else the way to those
    /// that the page is about.
    pub fn open(&self, about: impl IntoIterator<Item = GalleryId>) -> BTreeSet<GalleryId> {
        if self.rows.len() <= ALL_OPEN {
            return self.places.keys().copied().collect();
        }
        about.into_iter().flat_map(|gallery| self.above(gallery).chain([gallery])).collect()
    }
}

/// The nested lists. `row` renders one gallery, without what lies in it; what it answers with `None` is left out with
/// everything below.
pub fn tree_view(forest: &Forest, row: &impl Fn(Leaf<'_>) -> Option<AnyView>) -> Vec<AnyView> {
    branch_view(forest, None, row)
}

fn branch_view(forest: &Forest, parent: Option<GalleryId>, row: &impl Fn(Leaf<'_>) -> Option<AnyView>) -> Vec<AnyView> {
    let leaves = forest.below(parent).filter_map(|leaf| {
        let id = leaf.row.id;
        let this = row(leaf)?;
        let below = branch_view(forest, Some(id), row);
        let below = (!below.is_empty()).then(|| view! { <ul>{below}</ul> });
        Some(view! { <li id=format!("g-{id}") data-gallery=id.to_string()>{this} {below}</li> }.into_any())
    });
    leaves.collect()
}

/// The sign that opens and closes a branch, or the room it would take.
pub fn twist(forest: &Forest, row: &GalleryRowInTree, open: bool, words: Words) -> AnyView {
    if !forest.has_below(row.id) {
        return view! { <span class="leaf"></span> }.into_any();
    }
    let label = words.with("tree-branch", &[("name", row.name.clone().into())]);
    view! { <details class="twist" open=open><summary aria-label=label></summary></details> }.into_any()
}

/// The field that finds a gallery by its name. Awake it hides the others while one types; without scripts it asks the
/// server, if the page can answer.
#[component]
pub fn FindGallery(
    /// The words it is written in.
    words: Words,
    /// What is looked for, on a page that finds without scripts.
    #[prop(optional_no_strip)]
    find: Option<String>,
) -> impl IntoView {
    let asks = find.is_some();
    let field = view! {
        <label class="unseen" for="find">{words.text("tree-find")}</label>
        <input
            type="search"
            id="find"
            name=asks.then_some("find")
            value=find
            placeholder=words.text("tree-find")
            autocomplete="off"
        />
    };
    let field = if asks { view! { <form method="get">{field}</form> }.into_any() } else { field.into_any() };
    view! {
        <crate::islands::TreeFind none=words.text("tree-none") asks>
            <search>{field}</search>
            <p class="facts" role="status"></p>
        </crate::islands::TreeFind>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use domain::access::Navigation;

    use super::*;

    fn id(number: u8) -> GalleryId {
        GalleryId::from_random([number; 16])
    }

    fn forest(rows: &[(u8, Option<u8>, &str)]) -> Forest {
        let row = |(number, parent, name): &(u8, Option<u8>, &str)| GalleryRowInTree {
            id: id(*number),
            parent: parent.map(id),
            name: (*name).to_owned(),
            navigation: Navigation::Off,
            password_active: false,
            photos: 0,
            releases: 0,
            created_at: chrono::DateTime::UNIX_EPOCH,
        };
        Forest::new(rows.iter().map(row).collect())
    }

    #[test]
    fn a_gallery_that_is_found_brings_the_way_to_it() {
        let forest = forest(&[(1, None, "Brandt"), (2, Some(1), "Summer"), (3, Some(2), "Evening"), (4, None, "Sea")]);
        assert_eq!(forest.found("EVEN"), BTreeSet::from([id(1), id(2), id(3)]));
        assert_eq!(forest.found(" ").len(), 4);
        assert!(forest.found("winter").is_empty());
    }

    #[test]
    fn everything_below_a_gallery_is_known_at_any_depth() {
        let forest = forest(&[(1, None, "A"), (2, Some(1), "B"), (3, Some(2), "C"), (4, Some(1), "D"), (5, None, "E")]);
        assert_eq!(forest.with_all_below(id(1)), BTreeSet::from([id(1), id(2), id(3), id(4)]));
        assert_eq!(forest.with_all_below(id(5)), BTreeSet::from([id(5)]));
        assert_eq!(forest.above(id(3)).collect::<Vec<_>>(), [id(2), id(1)]);
    }

    #[test]
    fn the_first_and_the_last_of_siblings_know_it() {
        let forest = forest(&[(1, None, "A"), (2, None, "B"), (3, None, "C")]);
        let ends: Vec<_> = forest.below(None).map(|leaf| (leaf.first, leaf.last)).collect();
        assert_eq!(ends, [(true, false), (false, false), (false, true)]);
    }

    #[test]
    fn in_a_large_forest_only_the_way_to_what_the_page_is_about_stands_open() {
        let mut rows = vec![(1, None, "A"), (2, Some(1), "B")];
        rows.extend((3..120).map(|number| (number, Some(2), "C")));
        let open = forest(&rows).open([id(7)]);
        assert_eq!(open, BTreeSet::from([id(1), id(2), id(7)]));
        assert_eq!(forest(&rows[..5]).open([]).len(), 5);
    }
}
