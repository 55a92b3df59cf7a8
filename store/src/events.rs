//! What happened in a studio, for its members: who came in, for the first time or again, and by which link. Kept for 90
//! days. It says that somebody came, never from where.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{ClientLoginId, GalleryId, LinkId};
use uuid::Uuid;

use crate::{Desk, Error, Result, Store, db};

/// How long events are kept.
const KEPT: TimeDelta = TimeDelta::days(90);
/// Coming back to the first page within this is the same look at it.
const ONE_LOOK: TimeDelta = TimeDelta::minutes(30);

/// Whoever comes in again within this is still on the same visit: one event, however often somebody does it.
pub(crate) const ONE_VISIT: TimeDelta = TimeDelta::minutes(10);

/// The kinds of events, as the database calls them.
pub(crate) const FIRST_VISIT: &str = "first visit";
pub(crate) const VISIT: &str = "visit";
pub(crate) const LINK_FOLLOWED: &str = "link followed";

/// Inside a write: it happened.
macro_rules! note_event {
    ($tx:ident, $studio:expr, $kind:expr, $subject:expr, $now:expr) => {
        sqlx::query("insert into event (studio_id, id, kind, subject_id, at) values ($1, $2, $3, $4, $5)")
            .bind($studio)
            .bind(uuid::Uuid::from_bytes(crate::secrets::random()))
            .bind($kind)
            .bind($subject)
            .bind($now)
            .execute(&mut *$tx)
            .await?;
    };
}
pub(crate) use note_event;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// Somebody came in with the code of a login.
    Visit {
        /// The login.
        login: ClientLoginId,
        /// Its name.
        name: String,
        /// Whether nobody had before.
        first: bool,
    },
    /// Somebody followed a link.
    LinkFollowed {
        /// The link.
        link: LinkId,
        /// Who it is for; may be empty.
        label: String,
        /// The gallery it leads to.
        gallery: GalleryId,
        /// That gallery's name.
        gallery_name: String,
    },
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: Happened,
}

#[derive(sqlx::FromRow)]
struct EventRow {
    at: DateTime<Utc>,
    kind: String,
    subject_id: Uuid,
    name: Option<String>,
    gallery_id: Option<Uuid>,
    gallery_name: Option<String>,
}

impl Store {
    /// The latest events, the newest first. What happened to a login, link or gallery that is gone is gone with it.
    pub async fn events(&self, desk: &Desk, most: i64) -> Result<Vec<Event>> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, EventRow>(
                "select e.at, e.kind, e.subject_id, coalesce(l.name, k.label) as name, k.gallery_id, g.name as gallery_name
                 from (select studio_id, kind, subject_id, at, id from event where studio_id = $1
                       order by at desc limit $2) e
                 left join client_login l on l.studio_id = e.studio_id and l.id = e.subject_id and l.deleted_at is null
                 left join link k on k.studio_id = e.studio_id and k.id = e.subject_id
                 left join gallery g on g.studio_id = k.studio_id and g.id = k.gallery_id and g.deleted_at is null
                 order by e.at desc, e.id",
            )
            .bind(desk.studio().uuid())
            .bind(most)
            .fetch_all(c)
            .await
        })?;
        rows.into_iter().filter_map(|row| row.event().transpose()).collect()
    }

    /// Notes that the member looks at the studio's first page now, and answers when they last did before this look. None
    /// for a first look.
    pub async fn note_look(&self, desk: &Desk, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let (studio, member) = (desk.studio().uuid(), desk.member().uuid());
        let (looked, before): (Option<DateTime<Utc>>, Option<DateTime<Utc>>) = db::read!(&self.db, c => {
            sqlx::query_as("select looked_at, looked_before from studio_member where studio_id = $1 and member_id = $2")
                .bind(studio)
                .bind(member)
                .fetch_one(c)
                .await
        })?;
        if looked.is_some_and(|looked| now - looked < ONE_LOOK) {
            return Ok(before);
        }
        db::write_aside!(&self.db, tx => {
            sqlx::query(
                "update studio_member set looked_before = looked_at, looked_at = $3 where studio_id = $1 and member_id = $2",
            )
            .bind(studio)
            .bind(member)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(looked)
    }

    /// Forgets what happened long ago; called now and then.
    pub async fn sweep_events(&self, now: DateTime<Utc>) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from event where at <= $1").bind(now - KEPT).execute(&mut *tx).await?;
            Ok(())
        });
        Ok(())
    }
}

impl EventRow {
    fn event(self) -> Result<Option<Event>> {
        let what = match (self.kind.as_str(), self.name, self.gallery_id.zip(self.gallery_name)) {
            (FIRST_VISIT | VISIT, Some(name), _) => {
                let login = ClientLoginId::from_uuid(self.subject_id);
                Happened::Visit { login, name, first: self.kind == FIRST_VISIT }
            }
            (LINK_FOLLOWED, Some(label), Some((gallery, gallery_name))) => Happened::LinkFollowed {
                link: LinkId::from_uuid(self.subject_id),
                label,
                gallery: GalleryId::from_uuid(gallery),
                gallery_name,
            },
            (FIRST_VISIT | VISIT | LINK_FOLLOWED, ..) => return Ok(None),
            _ => return Err(Error::Corrupt("kind of event")),
        };
        Ok(Some(Event { at: self.at, what }))
    }
}
