//! A part of a large tree: a page of brothers, the way down to a gallery. What a page shows of it costs the same whatever
//! the studio's size.

use domain::ids::GalleryId;
use sqlx::QueryBuilder;
use uuid::Uuid;

use domain::access::Grant;

use super::{GalleryRowInTree, TreeRow, below, lines, rows};
use crate::{Desk, Error, Result, Store, db};

/// Some brothers in their order.
#[derive(Clone, Debug)]
pub struct Brothers {
    /// The galleries.
    pub rows: Vec<GalleryRowInTree>,
    /// The first of those that come after them.
    pub next: Option<GalleryId>,
}

/// How much there is in a studio, counted up to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudioSize {
    /// Galleries.
    pub galleries: i64,
    /// Photographs.
    pub photos: i64,
    /// Client logins.
    pub logins: i64,
}

/// The brothers from a place on: at the top, and below a gallery. One text for each, so that the index serves both.
const AT_TOP: &str =
    rows!(" and g.parent_id is null and (g.position, g.id) >= ($2, $3) order by g.position, g.id limit $4");
const BELOW: &str =
    rows!(" and g.parent_id = $5 and (g.position, g.id) >= ($2, $3) order by g.position, g.id limit $4");

/// Lines of the studio that is bound next.
const LINES_OF: &str = lines!("g.deleted_at is null and g.job_id is null and g.studio_id = ");

/// The galleries above one and itself, the topmost first.
const WAY: &str = "with recursive up (id, parent_id, depth) as (
       select id, parent_id, cast(0 as bigint) from gallery
       where studio_id = $1 and id = $2 and deleted_at is null and job_id is null
       union all
       select g.id, g.parent_id, up.depth + 1 from up cross join gallery g
       where g.studio_id = $1 and g.id = up.parent_id
     ) select id from up order by depth desc";

impl Store {
    /// Up to `most` galleries at the top or in another one, in their order: from the first, or from `from` on.
    pub async fn brothers(
        &self,
        desk: &Desk,
        parent: Option<GalleryId>,
        from: Option<GalleryId>,
        most: usize,
    ) -> Result<Brothers> {
        let studio = desk.studio().uuid();
        let (position, id) = match from {
            None => (i64::MIN, Uuid::nil()),
            Some(from) => (self.position(desk, from).await?, from.uuid()),
        };
        let limit = i64::try_from(most + 1).unwrap_or(i64::MAX);
        let rows: Vec<TreeRow> = db::read!(&self.db, c => {
            let query = sqlx::query_as(if parent.is_some() { BELOW } else { AT_TOP });
            let query = query.bind(studio).bind(position).bind(id).bind(limit);
            let query = match parent {
                Some(parent) => query.bind(parent.uuid()),
                None => query,
            };
            query.fetch_all(c).await
        })?;
        let mut rows: Vec<GalleryRowInTree> = rows.into_iter().map(TreeRow::line).collect();
        let next = rows.get(most).map(|row| row.id);
        rows.truncate(most);
        Ok(Brothers { rows, next })
    }

    async fn position(&self, desk: &Desk, gallery: GalleryId) -> Result<i64> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar("select position from gallery where studio_id = $1 and id = $2 and deleted_at is null")
                .bind(desk.studio().uuid())
                .bind(gallery.uuid())
                .fetch_one(c)
                .await
        })?)
    }

    /// The way down to a gallery: those above it, the topmost first, and itself.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anything that is not a living gallery of this studio.
    pub async fn way_to(&self, desk: &Desk, gallery: GalleryId) -> Result<Vec<GalleryId>> {
        let way: Vec<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(WAY).bind(desk.studio().uuid()).bind(gallery.uuid()).fetch_all(c).await
        })?;
        if way.is_empty() { Err(Error::NotFound) } else { Ok(way.into_iter().map(GalleryId::from_uuid).collect()) }
    }

    /// How many galleries lie directly in one; at most `most` are counted.
    pub async fn sub_gallery_count(&self, desk: &Desk, gallery: &Grant, most: i64) -> Result<i64> {
        let (studio, id) = desk.at(gallery)?;
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select count(*) from (select 1 as one from gallery
                   where studio_id = $1 and parent_id = $2 and deleted_at is null limit $3) a",
            )
            .bind(studio)
            .bind(id)
            .bind(most)
            .fetch_one(c)
            .await
        })?)
    }

    /// One line of the tree.
    pub async fn tree_line(&self, desk: &Desk, gallery: GalleryId) -> Result<GalleryRowInTree> {
        let row: TreeRow = db::read!(&self.db, c => {
            sqlx::query_as(rows!(" and g.id = $2")).bind(desk.studio().uuid()).bind(gallery.uuid()).fetch_one(c).await
        })?;
        Ok(row.line())
    }

    /// Some lines of the tree, in the order asked for; what is gone is left out.
    pub async fn tree_lines(&self, desk: &Desk, galleries: &[GalleryId]) -> Result<Vec<GalleryRowInTree>> {
        let mut lines = std::collections::HashMap::new();
        for some in galleries.chunks(db::AT_ONCE) {
            let rows = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new(LINES_OF);
                query.push_bind(desk.studio().uuid());
                query.push(" and g.id in ");
                db::among!(query, some.iter().map(|id| id.uuid()));
                query.build_query_as::<TreeRow>().fetch_all(c).await
            })?;
            lines.extend(rows.into_iter().map(TreeRow::line).map(|line| (line.id, line)));
        }
        Ok(galleries.iter().filter_map(|id| lines.remove(id)).collect())
    }

    /// How many sub-galleries lie in a gallery, at any depth, and how many photographs in all of them.
    pub async fn with_all_below(&self, desk: &Desk, gallery: &Grant) -> Result<(i64, i64)> {
        let (studio, id) = desk.at(gallery)?;
        let (galleries, photos): (i64, i64) = db::read!(&self.db, c => {
            sqlx::query_as(concat!(
                below!(),
                " select (select count(*) from below),
                         (select count(*) from below cross join photo p
                           where p.studio_id = $1 and p.gallery_id = below.id and p.deleted_at is null)"
            ))
            .bind(studio)
            .bind(id)
            .fetch_one(c)
            .await
        })?;
        Ok(((galleries - 1).max(0), photos))
    }

    /// The galleries that were made last, the newest first.
    pub async fn newest_galleries(&self, desk: &Desk, most: i64) -> Result<Vec<GalleryId>> {
        let rows: Vec<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select id from gallery where studio_id = $1 and deleted_at is null and job_id is null order by created_at desc, id desc limit $2",
            )
            .bind(desk.studio().uuid())
            .bind(most)
            .fetch_all(c)
            .await
        })?;
        Ok(rows.into_iter().map(GalleryId::from_uuid).collect())
    }

    /// How much there is in the studio, each kind counted up to `most`: counting all would cost more with each picture.
    pub async fn studio_size(&self, desk: &Desk, most: i64) -> Result<StudioSize> {
        let (galleries, photos, logins) = db::read!(&self.db, c => {
            sqlx::query_as(
                "select (select count(*) from (select 1 as one from gallery
                           where studio_id = $1 and deleted_at is null and job_id is null limit $2) a),
                        (select count(*) from (select 1 as one from photo
                           where studio_id = $1 and deleted_at is null limit $2) b),
                        (select count(*) from (select 1 as one from client_login
                           where studio_id = $1 and deleted_at is null limit $2) c)",
            )
            .bind(desk.studio().uuid())
            .bind(most)
            .fetch_one(c)
            .await
        })?;
        Ok(StudioSize { galleries, photos, logins })
    }
}
