//! Fetches what the resolver needs and asks it. SQL fetches, [`domain::access::resolve`] decides, nothing else does.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::{self, Grant, Navigation, Node, Pass, Sight, Switch, Tree, Viewer};
use domain::ids::{ClientLoginId, GalleryId, LinkId, StudioId};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::sessions::VISIT;
use crate::{Desk, Error, Result, SessionToken, Store, Studio, db};

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

    fn touched(&self) -> BTreeSet<GalleryId> {
        self.passes
            .iter()
            .flat_map(|pass| match pass {
                Pass::Login { released, .. } => released.iter().copied().collect::<Vec<_>>(),
                Pass::OpenLink { gallery, .. } | Pass::SecureLink { gallery, .. } => vec![*gallery],
            })
            .collect()
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

#[derive(sqlx::FromRow)]
struct NodeRow {
    id: Uuid,
    parent_id: Option<Uuid>,
    navigation: bool,
    password_active: bool,
}

/// A link as the rule sees it.
#[derive(sqlx::FromRow)]
pub(crate) struct LinkRow {
    pub id: Uuid,
    pub gallery_id: Uuid,
    pub kind: String,
    pub expires_at: Option<DateTime<Utc>>,
}

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
        let tree = self.trees_of(studio.id, &guest.touched()).await?;
        let viewer = Viewer::Guest { passes: guest.passes.clone(), unlocked: guest.unlocked.clone() };
        let sight = access::resolve(&tree, studio.rules, &viewer, now);
        Ok(GuestSight { guest, sight })
    }

    /// A member's sight of the tree that holds one gallery.
    pub async fn member_sight(&self, desk: &Desk, gallery: GalleryId, now: DateTime<Utc>) -> Result<Sight> {
        let studio = self.studio_by_id(desk.studio()).await?;
        let tree = self.trees_of(desk.studio(), &BTreeSet::from([gallery])).await?;
        Ok(access::resolve(&tree, studio.rules, &Viewer::Member, now))
    }

    /// The proof for one gallery of the member's own studio.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anything that is not a living gallery of this studio.
    pub async fn member_grant(&self, desk: &Desk, gallery: GalleryId, now: DateTime<Utc>) -> Result<Grant> {
        self.member_sight(desk, gallery, now).await?.grant(gallery).map_err(|_| Error::NotFound)
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

    /// All trees of a studio, or those alone in which some navigation is on.
    pub(crate) async fn all_trees(&self, studio: StudioId, open_alone: bool) -> Result<Tree> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, NodeRow>(
                "select g.id, g.parent_id, g.navigation, g.password_active from gallery g
                 where g.studio_id = $1 and g.deleted_at is null and (not $2 or g.root_id in (
                   select o.root_id from gallery o where o.studio_id = $1 and o.navigation and o.deleted_at is null))
                 order by g.position, g.id",
            )
            .bind(studio.uuid())
            .bind(open_alone)
            .fetch_all(c)
            .await
        })?;
        Tree::new(studio, rows.into_iter().map(NodeRow::node)).map_err(|_| Error::Corrupt("tree of galleries"))
    }

    /// The whole trees that hold the given galleries, and no other: what the resolver needs, whatever the studio's size.
    pub(crate) async fn trees_of(&self, studio: StudioId, touched: &BTreeSet<GalleryId>) -> Result<Tree> {
        let mut nodes = Vec::new();
        let touched: Vec<GalleryId> = touched.iter().copied().collect();
        // 500 at a time: both databases bound the number of arguments of a statement.
        for some in touched.chunks(500) {
            let rows = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new(
                    "select g.id, g.parent_id, g.navigation, g.password_active from gallery g where g.studio_id = ",
                );
                query.push_bind(studio.uuid());
                query.push(" and g.deleted_at is null and g.root_id in (select root_id from gallery where studio_id = ");
                query.push_bind(studio.uuid());
                query.push(" and deleted_at is null and id in (");
                let mut ids = query.separated(", ");
                for id in some {
                    ids.push_bind(id.uuid());
                }
                query.push(")) order by g.position, g.id");
                query.build_query_as::<NodeRow>().fetch_all(c).await
            })?;
            nodes.extend(rows);
        }
        let mut met = BTreeSet::new();
        let nodes = nodes.into_iter().filter(|row| met.insert(row.id)).map(NodeRow::node);
        Tree::new(studio, nodes).map_err(|_| Error::Corrupt("tree of galleries"))
    }
}

impl NodeRow {
    fn node(self) -> Node {
        Node {
            id: GalleryId::from_uuid(self.id),
            parent: self.parent_id.map(GalleryId::from_uuid),
            navigation: if self.navigation { Navigation::On } else { Navigation::Off },
            password_active: self.password_active,
        }
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
