//! The galleries that the resolver is asked about: never more of a studio than the question needs.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Navigation, Node, Tree};
use domain::ids::{GalleryId, StudioId};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{Error, Result, Store, db};

/// A gallery as the rule sees it.
#[derive(sqlx::FromRow)]
pub(crate) struct NodeRow {
    id: Uuid,
    parent_id: Option<Uuid>,
    navigation: bool,
    password_active: bool,
    position: i64,
}

/// What of a gallery the rule needs, and its place among its brothers.
macro_rules! columns {
    ($of:literal) => {
        concat!($of, "id, ", $of, "parent_id, ", $of, "navigation, ", $of, "password_active, ", $of, "position")
    };
}
pub(crate) use columns;

/// Galleries by their ids, which are pushed after it. Here as below those of photo jobs are left out: they lie in no tree, and
/// what leads to one by a tree leads to nothing.
const ALONE: &str = concat!(
    "select ",
    columns!("g."),
    " from gallery g where g.deleted_at is null and g.job_id is null and g.studio_id = "
);

/// The same, and all that open edges join to them: first up as far as they lead, then down from there. In a tree that is
/// all, and each step finds its galleries by an index; asked for both directions at once, SQLite reads the studio through
/// at every step. What is locked joins, too: the resolver says where a way ends.
const JOINED: [&str; 4] = [
    concat!(
        "with recursive up (",
        columns!(""),
        ") as (select ",
        columns!("g."),
        " from gallery g where g.deleted_at is null and g.job_id is null and g.studio_id = "
    ),
    concat!(
        " union select ",
        columns!("g."),
        " from up cross join gallery g where g.deleted_at is null
            and g.navigation and g.id = up.parent_id and g.studio_id = "
    ),
    concat!(
        "), joined (",
        columns!(""),
        ") as (select ",
        columns!(""),
        " from up union select ",
        columns!("g."),
        " from joined j cross join gallery g where g.deleted_at is null
            and j.navigation and g.parent_id = j.id and g.studio_id = "
    ),
    concat!(") select ", columns!(""), " from joined"),
];

/// A gallery, those above it and the first of those directly in it.
const NEAR: &str = concat!(
    "with recursive up (",
    columns!(""),
    ") as (select ",
    columns!("g."),
    " from gallery g where g.studio_id = $1 and g.id = $2 and g.deleted_at is null and g.job_id is null
      union all select ",
    columns!("g."),
    " from up cross join gallery g where g.studio_id = $1 and g.id = up.parent_id and g.deleted_at is null)
      select ",
    columns!(""),
    " from up
      union all select ",
    columns!("b."),
    " from (select ",
    columns!("g."),
    " from gallery g where g.studio_id = $1 and g.parent_id = $2 and g.deleted_at is null and g.job_id is null
        order by g.position, g.id limit $3) b"
);

/// A gallery and all that lies in it.
const ALL_BELOW: &str = concat!(
    "with recursive below (",
    columns!(""),
    ") as (select ",
    columns!("g."),
    " from gallery g where g.studio_id = $1 and g.id = $2 and g.deleted_at is null and g.job_id is null union all select ",
    columns!("g."),
    " from below b cross join gallery g where g.studio_id = $1 and g.parent_id = b.id and g.deleted_at is null) select ",
    columns!(""),
    " from below"
);

impl Store {
    /// All trees of a studio, or those alone in which some navigation is on.
    pub(crate) async fn all_trees(&self, studio: StudioId, open_alone: bool) -> Result<Tree> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, NodeRow>(
                concat!("select ", columns!("g."), " from gallery g
                 where g.studio_id = $1 and g.deleted_at is null and g.job_id is null and (not $2 or g.root_id in (
                   select o.root_id from gallery o where o.studio_id = $1 and o.navigation and o.deleted_at is null))
                 order by g.position, g.id"),
            )
            .bind(studio.uuid())
            .bind(open_alone)
            .fetch_all(c)
            .await
        })?;
        Tree::new(studio, rows.into_iter().map(NodeRow::node)).map_err(|_| Error::Corrupt("tree of galleries"))
    }

    /// Of a studio's trees what passes can show: all that open edges join to `stairs`, and `alone` by themselves
    /// (`Tree::part`). It costs as much as there is to see, not as much as lies around it.
    pub(crate) async fn part_of_trees(
        &self,
        studio: StudioId,
        stairs: &BTreeSet<GalleryId>,
        alone: &BTreeSet<GalleryId>,
    ) -> Result<Tree> {
        let mut rows = BTreeMap::new();
        for (begins, joined) in [(stairs, true), (alone, false)] {
            for some in db::in_parts(begins.iter().map(|gallery| gallery.uuid())) {
                let found = self.galleries_by_id(studio, &some, joined).await?;
                rows.extend(found.into_iter().map(|row| (row.id, row)));
            }
        }
        part(studio, rows.into_values())
    }

    /// A gallery with all above it, and up to `below` of those directly in it.
    pub(crate) async fn tree_near(&self, studio: StudioId, gallery: GalleryId, below: i64) -> Result<Tree> {
        let rows: Vec<NodeRow> = db::read!(&self.db, c => {
            sqlx::query_as(NEAR).bind(studio.uuid()).bind(gallery.uuid()).bind(below).fetch_all(c).await
        })?;
        part(studio, rows)
    }

    /// A gallery with all that lies in it, at whatever depth, and all that open edges join to it.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not there.
    pub(crate) async fn part_with_all_below(&self, studio: StudioId, gallery: GalleryId) -> Result<Tree> {
        let mut rows = BTreeMap::new();
        let below: Vec<NodeRow> = db::read!(&self.db, c => {
            sqlx::query_as(ALL_BELOW).bind(studio.uuid()).bind(gallery.uuid()).fetch_all(c).await
        })?;
        if below.is_empty() {
            return Err(Error::NotFound);
        }
        let joined = self.galleries_by_id(studio, &[gallery.uuid()], true).await?;
        rows.extend(below.into_iter().chain(joined).map(|row| (row.id, row)));
        part(studio, rows.into_values())
    }

    async fn galleries_by_id(&self, studio: StudioId, some: &[Uuid], joined: bool) -> Result<Vec<NodeRow>> {
        let rows = db::read!(&self.db, c => {
            let mut query = QueryBuilder::new(if joined { JOINED[0] } else { ALONE });
            query.push_bind(studio.uuid()).push(" and g.id in ");
            db::among!(query, some.iter().copied());
            if joined {
                query.push(JOINED[1]).push_bind(studio.uuid());
                query.push(JOINED[2]).push_bind(studio.uuid());
                query.push(JOINED[3]);
            }
            query.build_query_as::<NodeRow>().fetch_all(c).await
        })?;
        Ok(rows)
    }
}

/// In the order in which brothers are shown.
fn part(studio: StudioId, rows: impl IntoIterator<Item = NodeRow>) -> Result<Tree> {
    let mut rows: Vec<NodeRow> = rows.into_iter().collect();
    rows.sort_by_key(|row| (row.position, row.id));
    Tree::part(studio, rows.into_iter().map(NodeRow::node)).map_err(|_| Error::Corrupt("tree of galleries"))
}

impl NodeRow {
    pub(crate) fn node(self) -> Node {
        Node {
            id: GalleryId::from_uuid(self.id),
            parent: self.parent_id.map(GalleryId::from_uuid),
            navigation: if self.navigation { Navigation::On } else { Navigation::Off },
            password_active: self.password_active,
        }
    }
}
