//! The parts of trees that a deletion, its end and a move touch.

use std::collections::BTreeSet;

use domain::access::{Gone, Node, Tree};
use domain::gallery::MAX_DEPTH;
use domain::ids::{DeletionId, GalleryId, StudioId};
use uuid::Uuid;

use super::loading::by_login;
use crate::access::{LinkRow, NodeRow, columns};
use crate::gallery_tree::{DEEPEST, IS_ABOVE, ROOT_AND_DEPTH, SIZE_AND_HEIGHT};
use crate::{Error, Result, Store, db};

impl Store {
    /// The galleries directly in one.
    pub(super) async fn directly_in(&self, studio: StudioId, gallery: GalleryId) -> Result<BTreeSet<GalleryId>> {
        let ids: Vec<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select id from gallery where studio_id = $1 and parent_id = $2 and deleted_at is null",
            )
            .bind(studio.uuid())
            .bind(gallery.uuid())
            .fetch_all(c)
            .await
        })?;
        Ok(ids.into_iter().map(GalleryId::from_uuid).collect())
    }

    /// What a move changes: the part that it leaves and the part that it comes into.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a gallery that is not there; [`Error::NotInTree`] for a move that cannot be.
    pub(super) async fn part_moved(&self, studio: StudioId, id: GalleryId, parent: Option<GalleryId>) -> Result<Tree> {
        let (size, height): (i64, i64) = db::read!(&self.db, c => {
            sqlx::query_as(SIZE_AND_HEIGHT).bind(studio.uuid()).bind(id.uuid()).fetch_one(c).await
        })?;
        if size == 0 {
            return Err(Error::NotFound);
        }
        if let Some(parent) = parent {
            let above: i64 = db::read!(&self.db, c => {
                sqlx::query_scalar(IS_ABOVE)
                    .bind(studio.uuid())
                    .bind(parent.uuid())
                    .bind(id.uuid())
                    .fetch_one(c)
                    .await
            })?;
            if above > 0 {
                return Err(Error::NotInTree("into itself"));
            }
            match self.depth_of(studio, parent).await? {
                0 => return Err(Error::NotFound),
                depth if i64::try_from(depth).unwrap_or(i64::MAX) + height >= DEEPEST => {
                    return Err(Error::NotInTree("too deep"));
                }
                _ => {}
            }
        }
        // Where it lay is told even if no open edge leads there: that is where it comes back to.
        let from = self.tree_near(studio, id, 0).await?.node(id).and_then(|node| node.parent);
        let joined = parent.into_iter().chain([id]).collect();
        self.part_of_trees(studio, &joined, &from.into_iter().collect()).await
    }

    /// How many galleries one lies in, itself included: 0 if it is not there.
    async fn depth_of(&self, studio: StudioId, gallery: GalleryId) -> Result<usize> {
        let depth: Option<(Uuid, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(ROOT_AND_DEPTH).bind(studio.uuid()).bind(gallery.uuid()).fetch_optional(c).await
        })?;
        Ok(depth.and_then(|(_, depth)| usize::try_from(depth).ok()).unwrap_or_default())
    }

    /// The galleries of a deletion as they would come back (see `restore_in`), and the tree that they would come into.
    pub(super) async fn restored(&self, studio: StudioId, deletion: DeletionId) -> Result<(Tree, Gone)> {
        let rows: Vec<NodeRow> = db::read!(&self.db, c => {
            sqlx::query_as(GONE).bind(studio.uuid()).bind(deletion.uuid()).fetch_all(c).await
        })?;
        let mut galleries: Vec<Node> = rows.into_iter().map(NodeRow::node).collect();
        let ids: BTreeSet<GalleryId> = galleries.iter().map(|node| node.id).collect();
        let is_top = |node: &Node| node.parent.is_none_or(|parent| !ids.contains(&parent));
        let top = galleries.iter().position(is_top).ok_or(Error::NotFound)?;
        galleries.swap(0, top);
        let parent = galleries[0].parent.take();
        let corrupt = |_| Error::Corrupt("tree of galleries");
        let levels = Tree::new(studio, galleries.iter().copied()).map_err(corrupt)?.levels();
        let depth = match parent {
            Some(parent) => self.depth_of(studio, parent).await?,
            None => 0,
        };
        let parent = parent.filter(|_| depth > 0 && depth + levels <= MAX_DEPTH);
        galleries[0].parent = parent;
        let tree = self.part_of_trees(studio, &parent.into_iter().collect(), &BTreeSet::new()).await?;
        let releases: Vec<(Uuid, Uuid)> = db::read!(&self.db, c => {
            sqlx::query_as(GONE_RELEASES).bind(studio.uuid()).bind(deletion.uuid()).fetch_all(c).await
        })?;
        let links: Vec<LinkRow> = db::read!(&self.db, c => {
            sqlx::query_as(GONE_LINKS).bind(studio.uuid()).bind(deletion.uuid()).fetch_all(c).await
        })?;
        let mut passes = by_login(releases);
        for link in links {
            passes.push(link.pass()?);
        }
        Ok((tree, Gone { galleries, passes }))
    }
}

const GONE: &str = concat!(
    "select ",
    columns!("g."),
    " from gallery g where g.studio_id = $1 and g.deletion_id = $2 and g.deleted_at is not null order by g.position, g.id"
);

const GONE_RELEASES: &str = "select r.client_login_id, r.gallery_id
 from gallery g cross join release r cross join client_login l
 where g.studio_id = $1 and g.deletion_id = $2
   and r.studio_id = g.studio_id and r.gallery_id = g.id
   and l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null";

const GONE_LINKS: &str = "select l.id, l.gallery_id, l.kind, l.expires_at
 from gallery g cross join link l
 where g.studio_id = $1 and g.deletion_id = $2
   and l.studio_id = g.studio_id and l.gallery_id = g.id and l.revoked_at is null";
