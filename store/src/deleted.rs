//! What was deleted in a studio and can still be taken back.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{ClientLoginId, DeletionId, GalleryId};
use uuid::Uuid;

use crate::erasing::TAKEN_BACK;
use crate::{Deletion, Desk, Result, Store, db};

/// So many of each are listed at once, the latest first.
const LISTED: usize = 100;

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
    /// If more was deleted than is listed: before when.
    pub earlier: Option<DateTime<Utc>>,
}

impl Store {
    /// What was deleted in the last thirty days, and `before` a moment if one is given: the latest hundred galleries and
    /// logins.
    pub async fn deleted(&self, desk: &Desk, before: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<Deleted> {
        let (studio, since) = (desk.studio().uuid(), now - TAKEN_BACK);
        let before = before.unwrap_or(now + TimeDelta::days(1));
        let limit = i64::try_from(LISTED).unwrap_or(i64::MAX);
        let galleries: Vec<(Uuid, Uuid, String, DateTime<Utc>, i64, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(DELETIONS).bind(studio).bind(since).bind(before).bind(limit).fetch_all(c).await
        })?;
        let logins: Vec<(Uuid, String, DateTime<Utc>)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select id, name, deleted_at from client_login where studio_id = $1 and deleted_at > $2 and deleted_at < $3
                 order by deleted_at desc, id limit $4",
            )
            .bind(studio)
            .bind(since)
            .bind(before)
            .bind(limit)
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
        // A list that is full goes no further back than its last; the other is told no further either.
        let last = |times: &mut dyn Iterator<Item = DateTime<Utc>>| times.nth(LISTED - 1);
        let earlier = last(&mut galleries.iter().map(|row| row.3)).max(last(&mut logins.iter().map(|row| row.2)));
        let is_listed = |at: DateTime<Utc>| earlier.is_none_or(|earlier| at >= earlier);
        Ok(Deleted {
            galleries: galleries.into_iter().map(deletion).filter(|(_, at)| is_listed(*at)).collect(),
            logins: logins.into_iter().map(login).filter(|login| is_listed(login.at)).collect(),
            days: TAKEN_BACK.num_days(),
            earlier,
        })
    }
}

/// The topmost gallery of each deletion.
const DELETIONS: &str = "select g.deletion_id, g.id, g.name, g.deleted_at,
    (select count(*) from gallery a where a.studio_id = $1 and a.deletion_id = g.deletion_id) as galleries,
    (select count(*) from gallery a join photo p on p.studio_id = a.studio_id and p.gallery_id = a.id
       where a.studio_id = $1 and a.deletion_id = g.deletion_id and p.deleted_at is null) as photos
 from gallery g left join gallery p on p.studio_id = g.studio_id and p.id = g.parent_id
 where g.studio_id = $1 and g.deleted_at > $2 and g.deleted_at < $3 and g.deletion_id is not null
   and (p.deletion_id is null or p.deletion_id <> g.deletion_id)
 order by g.deleted_at desc, g.id limit $4";
