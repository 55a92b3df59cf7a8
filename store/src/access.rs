//! Fetches what the resolver needs and asks it. SQL fetches, [`domain::access::resolve`] decides, nothing else does.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::{self, Grant, Pass, Rules, Sight, Switch, Viewer};
use domain::ids::{ClientLoginId, GalleryId, LinkId, StudioId};
use uuid::Uuid;

use crate::sessions::VISIT;
use crate::{Desk, Error, Result, SessionToken, Store, Studio, db};

mod trees;

pub(crate) use trees::{NodeRow, columns};

/// A guest of one studio: who they are there, and what they hold.
#[derive(Clone, Debug, Default)]
pub struct Guest {
    /// The client login they came in by, if any.
    pub login: Option<ClientLoginId>,
    /// That login's name.
    pub login_name: String,
    pub(crate) passes: Vec<Pass>,
    pub(crate) unlocked: BTreeSet<GalleryId>,
}

impl Guest {
    /// Whether they hold nothing at all: a stranger.
    pub fn is_stranger(&self) -> bool {
        self.passes.is_empty()
    }

    /// Where their passes begin: of those that take stairs, and of the others.
    fn begins_at(&self, rules: Rules) -> (BTreeSet<GalleryId>, BTreeSet<GalleryId>) {
        let begins = |stairs| {
            let some = self.passes.iter().filter(move |pass| pass.takes_stairs(rules) == stairs);
            some.flat_map(Pass::begins_at).collect()
        };
        (begins(true), begins(false))
    }
}

/// A guest together with everything they can see.
#[derive(Clone, Debug)]
pub struct GuestSight {
    /// Who they are.
    pub guest: Guest,
    /// What they see, and why.
    pub sight: Sight,
}

/// A link as the rule sees it.
#[derive(sqlx::FromRow)]
pub(crate) struct LinkRow {
    pub id: Uuid,
    pub gallery_id: Uuid,
    pub kind: String,
    pub expires_at: Option<DateTime<Utc>>,
}

/// So many sub-galleries a member's page of a gallery shows.
const MEMBER_BELOW: i64 = 100;

impl Store {
    /// Who the holder of `token` is in this studio. A grant counts only while its code or password is the one it came from.
    pub async fn guest(&self, token: Option<&SessionToken>, studio: StudioId, now: DateTime<Utc>) -> Result<Guest> {
        let Some(token) = token else {
            return Ok(Guest::default());
        };
        let token = token.hash();
        let login: Option<(Uuid, String, DateTime<Utc>)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select l.id, l.name, s.seen_at
                 from session s
                 join session_grant g on g.token_hash = s.token_hash and g.studio_id = $2 and g.kind = 'login'
                 join client_login l on l.studio_id = $2 and l.id = g.subject_id and l.deleted_at is null
                 join access_code a on a.studio_id = $2 and a.kind = 'client' and a.subject_id = l.id
                  and a.generation = g.generation
                 where s.token_hash = $1 and s.expires_at > $3 and g.created_at > $4",
            )
            .bind(token.as_slice())
            .bind(studio.uuid())
            .bind(now)
            .bind(now - VISIT)
            .fetch_optional(c)
            .await
        })?;
        let links = db::read!(&self.db, c => {
            sqlx::query_as::<_, LinkRow>(
                "select l.id, l.gallery_id, l.kind, l.expires_at
                 from session s
                 join session_grant g on g.token_hash = s.token_hash and g.studio_id = $2 and g.kind = 'link'
                 join link l on l.studio_id = $2 and l.id = g.subject_id and l.revoked_at is null
                 where s.token_hash = $1 and s.expires_at > $3 and g.created_at > $4",
            )
            .bind(token.as_slice())
            .bind(studio.uuid())
            .bind(now)
            .bind(now - VISIT)
            .fetch_all(c)
            .await
        })?;
        let unlocked: Vec<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select y.id
                 from session s
                 join session_grant g on g.token_hash = s.token_hash and g.studio_id = $2 and g.kind = 'unlocked'
                 join gallery y on y.studio_id = $2 and y.id = g.subject_id and y.password_generation = g.generation
                 where s.token_hash = $1 and s.expires_at > $3 and g.created_at > $4",
            )
            .bind(token.as_slice())
            .bind(studio.uuid())
            .bind(now)
            .bind(now - VISIT)
            .fetch_all(c)
            .await
        })?;
        let mut passes = links.into_iter().map(LinkRow::pass).collect::<Result<Vec<_>>>()?;
        if let Some((.., seen)) = &login {
            self.note_guest_seen(token.as_slice(), *seen, now).await?;
        }
        let login = login.map(|(id, name, _)| (ClientLoginId::from_uuid(id), name));
        if let Some((login, _)) = login {
            passes.push(Pass::Login { login, released: self.released_to(studio, login).await? });
        }
        let unlocked = unlocked.into_iter().map(GalleryId::from_uuid).collect();
        let (login, login_name) = login.map_or((None, String::new()), |(id, name)| (Some(id), name));
        Ok(Guest { login, login_name, passes, unlocked })
    }

    /// Everything the holder of `token` can see in this studio: the one way to a guest's [`Grant`].
    pub async fn guest_sight(
        &self,
        token: Option<&SessionToken>,
        studio: &Studio,
        now: DateTime<Utc>,
    ) -> Result<GuestSight> {
        let guest = self.guest(token, studio.id, now).await?;
        self.sight_of(guest, studio, now).await
    }

    /// What a guest sees with what they hold.
    pub(crate) async fn sight_of(&self, mut guest: Guest, studio: &Studio, now: DateTime<Utc>) -> Result<GuestSight> {
        if studio.rules.client_logins == Switch::Off {
            // Whoever came in by a code is a stranger again, name and all (S1).
            guest.login = None;
            guest.login_name.clear();
            guest.passes.retain(|pass| !matches!(pass, Pass::Login { .. }));
        }
        let (stairs, alone) = guest.begins_at(studio.rules);
        let tree = self.part_of_trees(studio.id, &stairs, &alone).await?;
        let viewer = Viewer::Guest { passes: guest.passes.clone(), unlocked: guest.unlocked.clone() };
        let sight = access::resolve(&tree, studio.rules, &viewer, now);
        Ok(GuestSight { guest, sight })
    }

    /// A member's sight of one gallery, of those above it and of the first hundred of its own sub-galleries: a page that
    /// shows them costs the same however many there are ([`Store::sub_gallery_count`]).
    pub async fn member_sight(&self, desk: &Desk, gallery: GalleryId, now: DateTime<Utc>) -> Result<Sight> {
        let studio = self.studio_by_id(desk.studio()).await?;
        let tree = self.tree_near(desk.studio(), gallery, MEMBER_BELOW).await?;
        Ok(access::resolve(&tree, studio.rules, &Viewer::Member, now))
    }

    /// The proof for one gallery of the member's own studio.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anything that is not a living gallery of this studio.
    pub async fn member_grant(&self, desk: &Desk, gallery: GalleryId, now: DateTime<Utc>) -> Result<Grant> {
        let studio = self.studio_by_id(desk.studio()).await?;
        let tree = self.part_of_trees(desk.studio(), &BTreeSet::new(), &BTreeSet::from([gallery])).await?;
        let sight = access::resolve(&tree, studio.rules, &Viewer::Member, now);
        sight.grant(gallery).map_err(|_| Error::NotFound)
    }

    /// The galleries released to a login that still exist.
    pub(crate) async fn released_to(&self, studio: StudioId, login: ClientLoginId) -> Result<BTreeSet<GalleryId>> {
        let rows: Vec<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select r.gallery_id
                 from release r join gallery g on g.studio_id = r.studio_id and g.id = r.gallery_id
                 where r.studio_id = $1 and r.client_login_id = $2 and g.deleted_at is null",
            )
            .bind(studio.uuid())
            .bind(login.uuid())
            .fetch_all(c)
            .await
        })?;
        Ok(rows.into_iter().map(GalleryId::from_uuid).collect())
    }
}

impl LinkRow {
    pub(crate) fn pass(self) -> Result<Pass> {
        let link = LinkId::from_uuid(self.id);
        let gallery = GalleryId::from_uuid(self.gallery_id);
        let until = self.expires_at;
        match self.kind.as_str() {
            "open" => Ok(Pass::OpenLink { link, gallery, until }),
            "secure" => Ok(Pass::SecureLink { link, gallery, until }),
            _ => Err(Error::Corrupt("kind of link")),
        }
    }
}
