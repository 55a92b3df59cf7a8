//! Fetches what the resolver needs and asks it. SQL fetches, [`domain::access::resolve`] decides, nothing else does.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::{self, Grant, Pass, Rules, Sight, Switch, Viewer};
use domain::ids::{ClientLoginId, GalleryId, LinkId, StudioId};
use uuid::Uuid;

use crate::sessions::VISIT;
use crate::{Desk, Error, JobVisit, Result, SessionToken, Store, Studio, db};

mod trees;

pub(crate) use trees::{NodeRow, columns};

/// A guest of one studio: who they are there, and what they hold.
#[derive(Clone, Debug, Default)]
pub struct Guest {
    /// The client login they came in by, if any.
    pub login: Option<ClientLoginId>,
    /// That login's name.
    pub login_name: String,
    /// What they hold of photo jobs.
    pub jobs: JobVisit,
    pub(crate) passes: Vec<Pass>,
    pub(crate) unlocked: BTreeSet<GalleryId>,
}

/// A session's keys in one studio, about to be looked up.
pub(crate) struct Held {
    pub token: Vec<u8>,
    pub studio: StudioId,
    pub now: DateTime<Utc>,
    /// The one gallery that is asked for; of a job no other is loaded.
    pub gallery: Option<GalleryId>,
    kinds: Vec<String>,
}

impl Held {
    /// Whether the session holds a key of this kind.
    pub fn any(&self, kind: &str) -> bool {
        self.kinds.iter().any(|held| held == kind)
    }
}

impl Guest {
    /// Whether they hold nothing at all: a stranger.
    pub fn is_stranger(&self) -> bool {
        self.passes.is_empty() && self.jobs.is_empty()
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
        self.guest_of(token, studio, None, now).await
    }

    async fn guest_of(
        &self,
        token: Option<&SessionToken>,
        studio: StudioId,
        gallery: Option<GalleryId>,
        now: DateTime<Utc>,
    ) -> Result<Guest> {
        let Some(token) = token else {
            return Ok(Guest::default());
        };
        let kinds = self.held_kinds(token, studio, now).await?;
        let held = Held { token: token.hash().to_vec(), studio, now, gallery, kinds };
        let mut passes = Vec::new();
        if held.any("link") {
            passes = self.held_links(&held).await?;
        }
        let mut guest = Guest::default();
        if held.any("login")
            && let Some((login, name)) = self.held_login(&held).await?
        {
            passes.push(Pass::Login { login, released: self.released_to(studio, login).await? });
            (guest.login, guest.login_name) = (Some(login), name);
        }
        if held.any("unlocked") {
            guest.unlocked = self.held_passwords(&held).await?;
        }
        guest.jobs = self.held_of_jobs(&held).await?;
        Ok(Guest { passes, ..guest })
    }

    /// The kinds of keys that a session holds in a studio: what it does not hold is not asked for.
    async fn held_kinds(&self, token: &SessionToken, studio: StudioId, now: DateTime<Utc>) -> Result<Vec<String>> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select distinct g.kind
                 from session s join session_grant g on g.token_hash = s.token_hash and g.studio_id = $2
                 where s.token_hash = $1 and s.expires_at > $3 and g.created_at > $4",
            )
            .bind(token.hash().as_slice())
            .bind(studio.uuid())
            .bind(now)
            .bind(now - VISIT)
            .fetch_all(c)
            .await
        })?)
    }

    async fn held_login(&self, held: &Held) -> Result<Option<(ClientLoginId, String)>> {
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
            .bind(&held.token)
            .bind(held.studio.uuid())
            .bind(held.now)
            .bind(held.now - VISIT)
            .fetch_optional(c)
            .await
        })?;
        if let Some((.., seen)) = &login {
            self.note_guest_seen(&held.token, *seen, held.now).await?;
        }
        Ok(login.map(|(id, name, _)| (ClientLoginId::from_uuid(id), name)))
    }

    async fn held_links(&self, held: &Held) -> Result<Vec<Pass>> {
        let links = db::read!(&self.db, c => {
            sqlx::query_as::<_, LinkRow>(
                "select l.id, l.gallery_id, l.kind, l.expires_at
                 from session s
                 join session_grant g on g.token_hash = s.token_hash and g.studio_id = $2 and g.kind = 'link'
                 join link l on l.studio_id = $2 and l.id = g.subject_id and l.revoked_at is null
                 where s.token_hash = $1 and s.expires_at > $3 and g.created_at > $4",
            )
            .bind(&held.token)
            .bind(held.studio.uuid())
            .bind(held.now)
            .bind(held.now - VISIT)
            .fetch_all(c)
            .await
        })?;
        links.into_iter().map(LinkRow::pass).collect()
    }

    async fn held_passwords(&self, held: &Held) -> Result<BTreeSet<GalleryId>> {
        let unlocked: Vec<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select y.id
                 from session s
                 join session_grant g on g.token_hash = s.token_hash and g.studio_id = $2 and g.kind = 'unlocked'
                 join gallery y on y.studio_id = $2 and y.id = g.subject_id and y.password_generation = g.generation
                 where s.token_hash = $1 and s.expires_at > $3 and g.created_at > $4",
            )
            .bind(&held.token)
            .bind(held.studio.uuid())
            .bind(held.now)
            .bind(held.now - VISIT)
            .fetch_all(c)
            .await
        })?;
        Ok(unlocked.into_iter().map(GalleryId::from_uuid).collect())
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

    /// The same, to ask for the grant of one gallery alone: of a job in which the guest sees everything it holds no other, so
    /// that a picture costs the same however many children there are.
    pub async fn guest_sight_at(
        &self,
        token: Option<&SessionToken>,
        studio: &Studio,
        gallery: GalleryId,
        now: DateTime<Utc>,
    ) -> Result<GuestSight> {
        let guest = self.guest_of(token, studio.id, Some(gallery), now).await?;
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
        let mut sight = access::resolve(&tree, studio.rules, &viewer, now);
        guest.jobs.show(&mut sight, now.date_naive());
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
