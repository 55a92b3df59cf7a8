//! What was deleted in a studio and can still be taken back.

use chrono::{DateTime, Utc};
use domain::ids::{ClientLoginId, DeletionId, GalleryId};
use uuid::Uuid;

use crate::erasing::TAKEN_BACK;
use crate::{Deletion, Desk, Result, Store, db};

/// So many of each are listed, the latest first.
const LISTED: i64 = 100;

/// A login that was deleted.
#[derive(Clone, Debug)]
pub struct DeletedLogin {
    /// Its id.
    pub login: ClientLoginId,
    /// The client's name.
    pub name: String,
    /// When it was deleted.
    pub at: DateTime<Utc>,
}

/// What can be taken back.
#[derive(Clone, Debug)]
pub struct Deleted {
    /// Deletions of galleries, with their time, the latest first.
    pub galleries: Vec<(Deletion, DateTime<Utc>)>,
    /// Client logins, the latest first.
    pub logins: Vec<DeletedLogin>,
    /// For how many days what is deleted can be taken back.
    pub days: i64,
}

impl Store {
    /// What was deleted in the last thirty days: the latest hundred galleries and logins.
    pub async fn deleted(&self, desk: &Desk, now: DateTime<Utc>) -> Result<Deleted> {
        let (studio, since) = (desk.studio().uuid(), now - TAKEN_BACK);
        let galleries: Vec<(Uuid, Uuid, String, DateTime<Utc>, i64, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(DELETIONS).bind(studio).bind(since).bind(LISTED).fetch_all(c).await
        })?;
        let logins: Vec<(Uuid, String, DateTime<Utc>)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select id, name, deleted_at from client_login where studio_id = $1 and deleted_at > $2
                 order by deleted_at desc, id limit $3",
            )
            .bind(studio)
            .bind(since)
            .bind(LISTED)
            .fetch_all(c)
            .await
        })?;
        let deletion = |(id, gallery, name, at, all, photos): (Uuid, Uuid, String, DateTime<Utc>, i64, i64)| {
            let (id, gallery) = (DeletionId::from_uuid(id), GalleryId::from_uuid(gallery));
            (Deletion { id, gallery, name, sub_galleries: all - 1, photos }, at)
        };
        let login = |(id, name, at): (Uuid, String, DateTime<Utc>)| DeletedLogin {
            login: ClientLoginId::from_uuid(id),
            name,
            at,
        };
        Ok(Deleted {
            galleries: galleries.into_iter().map(deletion).collect(),
            logins: logins.into_iter().map(login).collect(),
            days: TAKEN_BACK.num_days(),
        })
    }
}

/// The topmost gallery of each deletion.
const DELETIONS: &str = "select g.deletion_id, g.id, g.name, g.deleted_at,
    (select count(*) from gallery a where a.studio_id = $1 and a.deletion_id = g.deletion_id) as galleries,
    (select count(*) from gallery a join photo p on p.studio_id = a.studio_id and p.gallery_id = a.id
       where a.studio_id = $1 and a.deletion_id = g.deletion_id and p.deleted_at is null) as photos
 from gallery g left join gallery p on p.studio_id = g.studio_id and p.id = g.parent_id
 where g.studio_id = $1 and g.deleted_at > $2 and g.deletion_id is not null
   and (p.deletion_id is null or p.deletion_id <> g.deletion_id)
 order by g.deleted_at desc, g.id limit $3";
