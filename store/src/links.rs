//! Links: addresses of one gallery. The token is random; the database finds it by its hash and can show it to a member
//! from a sealed copy.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::ids::{GalleryId, LinkId};
use uuid::Uuid;

use crate::events::{LINK_FOLLOWED, ONE_VISIT, note_event};
use crate::gallery_tree::ACCESS_CHANGES;
use crate::keyring::Belongs;
use crate::names::{Named, index_name};
use crate::secrets::random;
use crate::sessions::{Key, VISIT};
use crate::{Desk, Error, Result, SessionToken, Store, Studio, db};

/// What a link shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// Allows the navigation that the galleries allow.
    Open,
    /// That gallery alone (S16).
    Secure,
}

impl LinkKind {
    /// The word in the database and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Secure => "secure",
        }
    }

    /// Reads that word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Open, Self::Secure].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// What is needed to make a link.
#[derive(Clone, Debug)]
pub struct NewLink {
    /// What it shows.
    pub kind: LinkKind,
    /// Who it is for; may be empty.
    pub label: String,
    /// When it stops by itself.
    pub expires_at: Option<DateTime<Utc>>,
}

/// A link as the studio sees it.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// What it shows.
    pub kind: LinkKind,
    /// Who it is for.
    pub label: String,
    /// The secret end of its address.
    pub token: String,
    /// When it stops by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// How often it was followed; who goes on with the same visit is counted once.
    pub visits: i64,
    /// When somebody last followed it, to ten minutes.
    pub last_visit_at: Option<DateTime<Utc>>,
}

/// A link that somebody has followed.
#[derive(Clone, Debug)]
pub struct OpenedLink {
    /// The gallery it leads to.
    pub gallery: GalleryId,
    /// The visitor's session from now on.
    pub session: SessionToken,
}

#[derive(sqlx::FromRow)]
struct LinkRow {
    id: Uuid,
    kind: String,
    label: String,
    token_sealed: Vec<u8>,
    expires_at: Option<DateTime<Utc>>,
    visits: i64,
    last_visit_at: Option<DateTime<Utc>>,
}

impl Store {
    /// The links of a gallery that have not been revoked, oldest first.
    pub async fn links(&self, desk: &Desk, gallery: &Grant) -> Result<Vec<Link>> {
        let (studio, gallery) = desk.at(gallery)?;
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, LinkRow>(
                "select id, kind, label, token_sealed, expires_at, visits, last_visit_at from link
                 where studio_id = $1 and gallery_id = $2 and revoked_at is null
                 order by created_at, id",
            )
            .bind(studio)
            .bind(gallery)
            .fetch_all(c)
            .await
        })?;
        rows.into_iter()
            .map(|row| {
                let id = LinkId::from_uuid(row.id);
                Ok(Link {
                    id,
                    kind: LinkKind::parse(&row.kind).ok_or(Error::Corrupt("kind of link"))?,
                    label: row.label,
                    token: self.keys.open(&row.token_sealed, token_of(desk, id))?.to_string(),
                    expires_at: row.expires_at,
                    visits: row.visits,
                    last_visit_at: row.last_visit_at,
                })
            })
            .collect()
    }

    /// How many links a gallery has.
    pub async fn link_count(&self, desk: &Desk, gallery: &Grant) -> Result<i64> {
        let (studio, gallery) = desk.at(gallery)?;
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select count(*) from link where studio_id = $1 and gallery_id = $2 and revoked_at is null",
            )
            .bind(studio)
            .bind(gallery)
            .fetch_one(c)
            .await
        })?)
    }

    /// Makes a link to a gallery.
    pub async fn create_link(&self, desk: &Desk, gallery: &Grant, new: &NewLink, now: DateTime<Utc>) -> Result<LinkId> {
        let (studio, gallery) = desk.at(gallery)?;
        let id = LinkId::from_random(random());
        let token = SessionToken::new();
        let sealed = self.keys.seal(&token.reveal(), token_of(desk, id));
        db::write!(&self.db, tx => {
            sqlx::query(ACCESS_CHANGES).bind(studio).execute(&mut *tx).await?;
            sqlx::query(
                "insert into link (studio_id, id, gallery_id, kind, label, token_hash, token_sealed, expires_at, created_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(studio)
            .bind(id.uuid())
            .bind(gallery)
            .bind(new.kind.as_str())
            .bind(&new.label)
            .bind(token.hash().as_slice())
            .bind(&sealed)
            .bind(new.expires_at)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            index_name!(tx, studio, Named::Link, id.uuid(), &new.label);
            Ok(())
        });
        Ok(id)
    }

    /// Says anew who a link is for and when it ends; its address stays (S16). One that has ended stays ended: who has its
    /// address was told so.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a link that has ended, was revoked or leads to another gallery.
    pub async fn change_link(
        &self,
        desk: &Desk,
        gallery: &Grant,
        link: LinkId,
        label: &str,
        expires_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (studio, gallery) = desk.at(gallery)?;
        db::write!(&self.db, tx => {
            sqlx::query(ACCESS_CHANGES).bind(desk.studio().uuid()).execute(&mut *tx).await?;
            let done = sqlx::query(
                "update link set label = $3, expires_at = $4
                 where studio_id = $1 and id = $2 and gallery_id = $5 and revoked_at is null
                   and (expires_at is null or expires_at > $6)",
            )
            .bind(desk.studio().uuid())
            .bind(link.uuid())
            .bind(label)
            .bind(expires_at)
            .bind(gallery)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() != 1 {
                return Err(Error::NotFound);
            }
            index_name!(tx, studio, Named::Link, link.uuid(), label);
            Ok(())
        });
        Ok(())
    }

    /// Follows a link: the visitor's session holds it from now on. What it shows is still for the resolver to say.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a token that is wrong, revoked, expired or of another studio.
    pub async fn follow_link(
        &self,
        studio: &Studio,
        token: &SessionToken,
        old: Option<&SessionToken>,
        now: DateTime<Utc>,
    ) -> Result<OpenedLink> {
        let (id, gallery): (Uuid, Uuid) = db::read!(&self.db, c => {
            sqlx::query_as(
                "select l.id, l.gallery_id
                 from link l join gallery g on g.studio_id = l.studio_id and g.id = l.gallery_id
                 where l.token_hash = $1 and l.studio_id = $2 and l.revoked_at is null and g.deleted_at is null
                   and (l.expires_at is null or l.expires_at > $3)",
            )
            .bind(token.hash().as_slice())
            .bind(studio.id.uuid())
            .bind(now)
            .fetch_one(c)
            .await
        })?;
        let gallery = GalleryId::from_uuid(gallery);
        let held = match old {
            Some(session) => self.holds_link(session, studio, id, now).await?,
            None => None,
        };
        if let (Some(session), Some(true)) = (old, held) {
            return Ok(OpenedLink { gallery, session: session.clone() });
        }
        let session = self.grant_key(old, studio.id, Key::Link(LinkId::from_uuid(id)), 1, now).await?;
        if held.is_some() {
            return Ok(OpenedLink { gallery, session });
        }
        db::write_aside!(&self.db, tx => {
            sqlx::query("update link set visits = visits + 1 where studio_id = $1 and id = $2")
                .bind(studio.id.uuid())
                .bind(id)
                .execute(&mut *tx)
                .await?;
            let noted = sqlx::query(
                "update link set last_visit_at = $3
                 where studio_id = $1 and id = $2 and (last_visit_at is null or last_visit_at <= $4)",
            )
            .bind(studio.id.uuid())
            .bind(id)
            .bind(now)
            .bind(now - ONE_VISIT)
            .execute(&mut *tx)
            .await?;
            if noted.rows_affected() == 1 {
                note_event!(tx, studio.id.uuid(), LINK_FOLLOWED, id, now);
            }
            Ok(())
        });
        Ok(OpenedLink { gallery, session })
    }

    /// Whether a session has this key already, and if it has: whether it will have it for half of a visit at least.
    async fn holds_link(
        &self,
        session: &SessionToken,
        studio: &Studio,
        link: Uuid,
        now: DateTime<Utc>,
    ) -> Result<Option<bool>> {
        let held: Option<(DateTime<Utc>, DateTime<Utc>)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select s.expires_at, g.created_at from session s join session_grant g on g.token_hash = s.token_hash
                 where s.token_hash = $1 and s.expires_at > $5 and g.studio_id = $2 and g.kind = 'link' and g.subject_id = $3
                   and g.created_at > $4",
            )
            .bind(session.hash().as_slice())
            .bind(studio.id.uuid())
            .bind(link)
            .bind(now - VISIT)
            .bind(now)
            .fetch_optional(c)
            .await
        })?;
        Ok(held.map(|(ends, given)| ends > now + VISIT / 2 && given > now - VISIT / 2))
    }
}

/// Ends a link.
pub(crate) const REVOKE: &str =
    "update link set revoked_at = $3 where studio_id = $1 and id = $2 and revoked_at is null";

/// Lets a link count again.
pub(crate) const REVIVE: &str =
    "update link set revoked_at = null where studio_id = $1 and id = $2 and revoked_at is not null";

fn token_of(desk: &Desk, link: LinkId) -> Belongs<'static> {
    Belongs { studio: desk.studio(), kind: "link", id: link.uuid() }
}
