//! A studio's galleries for a page that shows them as a tree: all of them, or of very many the part that the page is about.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::GalleryId;
use domain::search::Wanted;
use store::GalleryRowInTree;

use crate::api::{Answer, ApiError};
use crate::ctx::{AtDesk, Ctx};

/// Trees of up to so many galleries are shown with all branches open.
const ALL_OPEN: usize = 80;
/// Of a studio with more galleries than these a page holds only a part.
const WHOLE: i64 = 500;
/// So many brothers of such a part stand on a page.
const BROTHERS: usize = 100;
/// So many galleries are shown that a search has found in it.
const FOUND: usize = 50;

/// A studio's galleries, each with what lies in it.
#[derive(Debug, Default)]
pub struct Forest {
    rows: Vec<GalleryRowInTree>,
    below: BTreeMap<Option<GalleryId>, Vec<usize>>,
    places: BTreeMap<GalleryId, usize>,
    /// The first of the brothers that did not fit on the page, by their parent.
    rest: BTreeMap<Option<GalleryId>, GalleryId>,
    part: bool,
    browse: Option<&'static str>,
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

/// What a page with a tree is about. Of a small tree it shows everything all the same.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Galleries to which the way is shown, and what lies in them.
    pub galleries: BTreeSet<GalleryId>,
    /// The gallery whose sub-galleries begin at `from`; none for the top.
    pub at: Option<GalleryId>,
    /// The first of the brothers that are shown.
    pub from: Option<GalleryId>,
    /// A name that is looked for.
    pub find: Option<Wanted>,
}

impl Forest {
    /// Loads what a page is about.
    pub async fn load(ctx: &Ctx, at: &AtDesk, about: &About) -> Answer<Self> {
        if ctx.store().studio_size(&at.desk, WHOLE + 1).await?.galleries <= WHOLE {
            return Ok(Self::new(ctx.store().gallery_tree(&at.desk).await?));
        }
        match &about.find {
            Some(wanted) => Self::found_part(ctx, at, wanted).await,
            None => Self::part_about(ctx, at, about).await,
        }
    }

    /// Takes the rows in the order of [`store::Store::gallery_tree`].
    pub fn new(rows: Vec<GalleryRowInTree>) -> Self {
        let mut forest = Self::default();
        for row in rows {
            forest.add(row);
        }
        forest
    }

    /// The galleries with that name and the way to each, and nothing else.
    async fn found_part(ctx: &Ctx, at: &AtDesk, wanted: &Wanted) -> Answer<Self> {
        let mut forest = Self { part: true, ..Self::default() };
        for found in ctx.store().search_galleries(&at.desk, wanted, FOUND).await? {
            for gallery in ctx.store().way_to(&at.desk, found).await? {
                if !forest.places.contains_key(&gallery) {
                    forest.add(ctx.store().tree_line(&at.desk, gallery).await?);
                }
            }
        }
        Ok(forest)
    }

    /// The first galleries at the top, and in each on the way to what the page is about.
    async fn part_about(ctx: &Ctx, at: &AtDesk, about: &About) -> Answer<Self> {
        let mut forest = Self { part: true, ..Self::default() };
        // By parent: those that must be there, parents before what lies in them.
        let mut wanted: Vec<(Option<GalleryId>, BTreeSet<GalleryId>)> = vec![(None, BTreeSet::new())];
        let mut want = |parent, gallery: Option<GalleryId>| match wanted.iter_mut().find(|(of, _)| *of == parent) {
            Some((_, some)) => some.extend(gallery),
            None => wanted.push((parent, gallery.into_iter().collect())),
        };
        for gallery in about.galleries.iter().chain(&about.at) {
            let way = match ctx.store().way_to(&at.desk, *gallery).await.map_err(ApiError::from) {
                Err(ApiError::NotFound) => continue,
                way => way?,
            };
            let mut parent = None;
            for step in way {
                want(parent, Some(step));
                parent = Some(step);
            }
            want(parent, None);
        }
        for (parent, some) in wanted {
            let from = about.from.filter(|_| parent == about.at);
            let brothers = ctx.store().brothers(&at.desk, parent, from, BROTHERS).await?;
            forest.rest.extend(brothers.next.map(|next| (parent, next)));
            for row in brothers.rows {
                forest.add(row);
            }
            for gallery in some {
                if !forest.places.contains_key(&gallery) {
                    forest.add(ctx.store().tree_line(&at.desk, gallery).await?);
                }
            }
        }
        Ok(forest)
    }

    fn add(&mut self, row: GalleryRowInTree) {
        let place = self.rows.len();
        self.below.entry(row.parent).or_default().push(place);
        self.places.insert(row.id, place);
        self.rows.push(row);
    }

    /// Whether this is a part of a studio with very many galleries.
    pub fn is_part(&self) -> bool {
        self.part
    }

    /// What is ticked on a part goes along to another one: its branches are opened by the form, which posts to `endpoint`.
    #[must_use]
    pub fn opened_by(self, endpoint: &'static str) -> Self {
        Self { browse: Some(endpoint).filter(|_| self.part), ..self }
    }

    /// Where the form posts that opens the branches, if one does.
    pub fn browse(&self) -> Option<&'static str> {
        self.browse
    }

    /// The first of the brothers that did not fit on the page.
    pub fn rest(&self, parent: Option<GalleryId>) -> Option<GalleryId> {
        self.rest.get(&parent).copied()
    }

    /// Every gallery that is there, parents before what lies in them.
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
        let whole = self.rest(gallery).is_none();
        places.iter().enumerate().map(move |(turn, place)| Leaf {
            row: &self.rows[*place],
            first: turn == 0,
            last: whole && turn + 1 == places.len(),
        })
    }

    /// Whether something lies in a gallery, on the page or not.
    pub fn has_below(&self, gallery: GalleryId) -> bool {
        self.shows_below(gallery) || self.row(gallery).is_some_and(|row| row.has_below)
    }

    /// Whether what lies in a gallery is on the page.
    pub fn shows_below(&self, gallery: GalleryId) -> bool {
        self.below.contains_key(&Some(gallery))
    }

    /// A gallery and everything on the page that lies in it, at any depth.
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
    /// finds everything; in a part the search was made before, and everything there was found.
    pub fn found(&self, typed: &str) -> BTreeSet<GalleryId> {
        if self.part {
            return self.places.keys().copied().collect();
        }
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
        if self.part || self.rows.len() <= ALL_OPEN {
            return self.places.keys().copied().collect();
        }
        about.into_iter().flat_map(|gallery| self.above(gallery).chain([gallery])).collect()
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
            has_below: false,
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
