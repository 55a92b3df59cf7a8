//! New galleries: by a member's own hand, or for a folder that is uploaded.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::gallery::GalleryName;
use domain::ids::GalleryId;
use uuid::Uuid;

use super::{ACCESS_CHANGES, DEEPEST, LOCK_TREE, ROOT_AND_DEPTH};
use crate::names::{Named, index_name};
use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

impl Store {
    /// Makes a gallery, last among its brothers. Navigation is off (S22), downloads are off.
    ///
    /// # Errors
    /// [`Error::NotInTree`] when it would lie deeper than [`MAX_DEPTH`](domain::gallery::MAX_DEPTH).
    pub async fn create_gallery(
        &self,
        desk: &Desk,
        parent: Option<&Grant>,
        name: &GalleryName,
        now: DateTime<Utc>,
    ) -> Result<GalleryId> {
        let parent = parent.map(|grant| desk.at(grant)).transpose()?.map(|(_, id)| id);
        self.make_gallery(desk, parent, name, false, now).await
    }

    /// The gallery that an uploaded folder becomes: the one of that name in another, made last in it if there is none
    /// yet (S70). Asked for twice at once, it is one gallery.
    ///
    /// # Errors
    /// [`Error::NotInTree`] when it would lie too deep.
    pub async fn gallery_of_folder(
        &self,
        desk: &Desk,
        parent: &Grant,
        name: &GalleryName,
        now: DateTime<Utc>,
    ) -> Result<GalleryId> {
        let (studio, parent) = desk.at(parent)?;
        // Asked with each photograph of a folder, and found there but once: it waits for nobody.
        let there: Option<Uuid> = db::read!(&self.db, c => {
            let query = sqlx::query_scalar(OF_THAT_NAME).bind(studio).bind(parent).bind(name.as_str());
            query.fetch_optional(c).await
        })?;
        match there {
            Some(there) => Ok(GalleryId::from_uuid(there)),
            None => self.make_gallery(desk, Some(parent), name, true, now).await,
        }
    }

    /// `once`: not if there is one of that name.
    async fn make_gallery(
        &self,
        desk: &Desk,
        parent: Option<Uuid>,
        name: &GalleryName,
        once: bool,
        now: DateTime<Utc>,
    ) -> Result<GalleryId> {
        let id = GalleryId::from_random(random());
        let studio = desk.studio().uuid();
        let id = db::write!(&self.db, tx => {
            sqlx::query(LOCK_TREE).bind(studio).execute(&mut *tx).await?;
            if once {
                let there: Option<Uuid> = sqlx::query_scalar(OF_THAT_NAME)
                    .bind(studio)
                    .bind(parent)
                    .bind(name.as_str())
                    .fetch_optional(&mut *tx)
                    .await?;
                if let Some(there) = there {
                    return Ok(GalleryId::from_uuid(there));
                }
            }
            // Only now: whoever finds what is there changes nothing of who sees what.
            sqlx::query(ACCESS_CHANGES).bind(studio).execute(&mut *tx).await?;
            let (root, depth): (Uuid, i64) = match parent {
                None => (id.uuid(), 0),
                Some(parent) => {
                    sqlx::query_as(ROOT_AND_DEPTH).bind(studio).bind(parent).fetch_one(&mut *tx).await?
                }
            };
            if depth >= DEEPEST {
                return Err(Error::NotInTree("too deep"));
            }
            sqlx::query(
                "insert into gallery (studio_id, id, root_id, parent_id, position, name, created_at)
                 values ($1, $2, $3, $4, (select coalesce(max(position), 0) + 1 from gallery
                   where studio_id = $1 and (parent_id = $4 or (parent_id is null and $5))), $6, $7)",
            )
            .bind(studio)
            .bind(id.uuid())
            .bind(root)
            .bind(parent)
            .bind(parent.is_none())
            .bind(name.as_str())
            .bind(now)
            .execute(&mut *tx)
            .await?;
            index_name!(tx, studio, Named::Gallery, id.uuid(), name.as_str());
            Ok(id)
        });
        Ok(id)
    }
}

/// The first gallery of a name in another one.
const OF_THAT_NAME: &str = "select id from gallery
 where studio_id = $1 and parent_id = $2 and name = $3 and deleted_at is null order by position, id limit 1";
