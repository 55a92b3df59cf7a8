//! Deleting a gallery with all its sub-galleries, and taking that back.

use domain::access::Grant;
use domain::ids::{DeletionId, GalleryId};
use uuid::Uuid;

use super::below;
use crate::{Desk, Result, Store, db};

/// What a deletion took away; its id takes it back ([`Change::Restore`](domain::access::Change::Restore)).
#[derive(Clone, Debug)]
pub struct Deletion {
    /// Its id.
    pub id: DeletionId,
    /// The gallery that was deleted.
    pub gallery: GalleryId,
    /// The name of the gallery that was deleted.
    pub name: String,
    /// How many sub-galleries went with it.
    pub sub_galleries: i64,
    /// How many photographs went with it.
    pub photos: i64,
}

/// Inside a transaction that holds the tree: takes a deletion back. If the parent was deleted meanwhile, or lies so deep now
/// that this would reach below [`MAX_DEPTH`](domain::gallery::MAX_DEPTH), the gallery comes back at the top.
macro_rules! restore_in {
    ($tx:ident, $studio:expr, $deletion:expr) => {{
        let (top, parent): (::uuid::Uuid, Option<::uuid::Uuid>) = sqlx::query_as($crate::gallery_tree::TOP_OF_DELETION)
            .bind($studio)
            .bind($deletion)
            .fetch_one(&mut *$tx)
            .await?;
        sqlx::query(
            "update gallery set deleted_at = null, deletion_id = null where studio_id = $1 and deletion_id = $2",
        )
        .bind($studio)
        .bind($deletion)
        .execute(&mut *$tx)
        .await?;
        // The parent may have gone, or have moved to another tree, where its deleted sub-galleries did not follow.
        let above: Option<(::uuid::Uuid, i64)> = match parent {
            Some(parent) => {
                sqlx::query_as($crate::gallery_tree::ROOT_AND_DEPTH)
                    .bind($studio)
                    .bind(parent)
                    .fetch_optional(&mut *$tx)
                    .await?
            }
            None => None,
        };
        let (_, height): (i64, i64) =
            sqlx::query_as($crate::gallery_tree::SIZE_AND_HEIGHT).bind($studio).bind(top).fetch_one(&mut *$tx).await?;
        let root = above.filter(|(_, depth)| depth + height < $crate::gallery_tree::DEEPEST).map(|(root, _)| root);
        if root.is_none() && parent.is_some() {
            sqlx::query(
                "update gallery set parent_id = null, position = (select coalesce(max(position), 0) + 1 from gallery
                       where studio_id = $1 and parent_id is null)
                     where studio_id = $1 and id = $2",
            )
            .bind($studio)
            .bind(top)
            .execute(&mut *$tx)
            .await?;
        }
        sqlx::query($crate::gallery_tree::SET_ROOT)
            .bind($studio)
            .bind(top)
            .bind(root.unwrap_or(top))
            .execute(&mut *$tx)
            .await?;
    }};
}
pub(crate) use restore_in;

impl Store {
    /// What a deletion took away, while it can still be taken back.
    pub async fn deletion(&self, desk: &Desk, deletion: DeletionId) -> Result<Deletion> {
        let studio = desk.studio().uuid();
        let (gallery, name): (Uuid, String) = db::read!(&self.db, c => {
            sqlx::query_as(
                "select g.id, g.name from gallery g
                 left join gallery p on p.studio_id = g.studio_id and p.id = g.parent_id
                 where g.studio_id = $1 and g.deletion_id = $2 and (p.deletion_id is null or p.deletion_id <> $2)",
            )
            .bind(studio)
            .bind(deletion.uuid())
            .fetch_one(c)
            .await
        })?;
        let (galleries, photos): (i64, i64) = db::read!(&self.db, c => {
            sqlx::query_as(IN_DELETION).bind(studio).bind(deletion.uuid()).fetch_one(c).await
        })?;
        let gallery = GalleryId::from_uuid(gallery);
        Ok(Deletion { id: deletion, gallery, name, sub_galleries: galleries - 1, photos })
    }

    /// How many releases and how many links lead to a gallery or into what lies in it.
    pub async fn opens(&self, desk: &Desk, gallery: &Grant) -> Result<(i64, i64)> {
        let (studio, id) = desk.at(gallery)?;
        let opens = db::read!(&self.db, c => sqlx::query_as(OPENS).bind(studio).bind(id).fetch_one(c).await)?;
        Ok(opens)
    }
}

/// Counts what leads to a gallery and everything living under it.
const OPENS: &str = concat!(
    below!(),
    " select (select count(*) from release r cross join client_login c
               where c.studio_id = r.studio_id and c.id = r.client_login_id and c.deleted_at is null
                 and r.studio_id = $1 and r.gallery_id in (select id from below)),
             (select count(*) from link l where l.studio_id = $1 and l.gallery_id in (select id from below)
                and l.revoked_at is null)"
);

/// Marks a gallery and everything living under it.
pub(crate) const DELETE: &str = concat!(
    "update gallery set deleted_at = $3, deletion_id = $4 where studio_id = $1 and id in (",
    below!(),
    " select id from below)"
);

/// The one gallery of a deletion whose parent is not in it.
pub(crate) const TOP_OF_DELETION: &str = "select g.id, g.parent_id
 from gallery g left join gallery p on p.studio_id = g.studio_id and p.id = g.parent_id
 where g.studio_id = $1 and g.deletion_id = $2 and (p.deletion_id is null or p.deletion_id <> $2)";

/// How many galleries a deletion took, and how many photographs were in them.
const IN_DELETION: &str =
    "select count(*), (select count(*) from photo p join gallery g on g.studio_id = p.studio_id and g.id = p.gallery_id
   where g.studio_id = $1 and g.deletion_id = $2 and p.deleted_at is null)
 from gallery where studio_id = $1 and deletion_id = $2";
