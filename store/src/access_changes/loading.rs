//! All that a change could touch: the trees, and whoever comes in by them. A handful of questions, whatever the studio's
//! size.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Access, Change, Pass, Tree};
use domain::ids::{ClientLoginId, GalleryId, StudioId};
use uuid::Uuid;

use crate::access::LinkRow;
use crate::{Desk, Error, Result, Store, Studio, db};

/// Whose passes a change could touch.
enum Whose {
    /// Everybody's who comes in by the loaded trees.
    All,
    /// The logins' alone.
    Logins,
    /// One login's.
    Login(ClientLoginId),
    /// Those of the links alone of which one is meant.
    Links,
}

impl Store {
    /// What decides who sees what of all that a change could touch, and the studio's version of it.
    pub(super) async fn access_touched_by(&self, desk: &Desk, change: &Change) -> Result<(Access, i64)> {
        // Before anything else: what changes afterwards changes the version too.
        let version = self.access_version(desk.studio()).await?;
        let studio = self.studio_by_id(desk.studio()).await?;
        let (tree, whose) = self.trees_touched_by(&studio, change).await?;
        let mut passes = Vec::new();
        match whose {
            Whose::Login(login) => {
                passes.push(Pass::Login { login, released: self.released_to(studio.id, login).await? });
            }
            Whose::Links => passes.extend(self.link_passes(studio.id, &tree).await?),
            Whose::Logins => passes.extend(self.login_passes(studio.id, None).await?),
            Whose::All => {
                passes.extend(self.login_passes(studio.id, Some(&tree)).await?);
                passes.extend(self.link_passes(studio.id, &tree).await?);
            }
        }
        if let Change::RevokeLink { link } = change {
            passes.retain(|pass| matches!(pass, Pass::OpenLink { link: this, .. } | Pass::SecureLink { link: this, .. } if this == link));
        }
        Ok((Access { tree, rules: studio.rules, passes }, version))
    }

    async fn trees_touched_by(&self, studio: &Studio, change: &Change) -> Result<(Tree, Whose)> {
        let of = async |galleries: BTreeSet<GalleryId>| {
            let tree = self.trees_of(studio.id, &galleries).await?;
            let all = galleries.iter().all(|gallery| tree.node(*gallery).is_some());
            if all { Ok(tree) } else { Err(Error::NotFound) }
        };
        Ok(match change {
            Change::Navigation { gallery, .. } | Change::PasswordAsked { gallery, .. } | Change::Delete { gallery } => {
                (of([*gallery].into()).await?, Whose::All)
            }
            Change::Move { gallery, parent } => {
                (of([*gallery].into_iter().chain(*parent).collect()).await?, Whose::All)
            }
            Change::Release { login, add, .. } => {
                self.is_login(studio.id, *login).await?;
                of(add.clone()).await?;
                let released = self.released_to(studio.id, *login).await?;
                (self.trees_of(studio.id, &(&released | add)).await?, Whose::Login(*login))
            }
            Change::DeleteLogin { login } => {
                self.is_login(studio.id, *login).await?;
                let released = self.released_to(studio.id, *login).await?;
                (self.trees_of(studio.id, &released).await?, Whose::Login(*login))
            }
            // Where no navigation is on both modes show what is released and nothing else.
            Change::Mode { .. } => (self.all_trees(studio.id, true).await?, Whose::Logins),
            Change::ClientLogins { .. } => (self.all_trees(studio.id, false).await?, Whose::Logins),
            Change::RevokeLink { link } => {
                let gallery: Uuid = db::read!(&self.db, c => {
                    sqlx::query_scalar(
                        "select gallery_id from link where studio_id = $1 and id = $2 and revoked_at is null",
                    )
                    .bind(studio.id.uuid())
                    .bind(link.uuid())
                    .fetch_one(c)
                    .await
                })?;
                (of([GalleryId::from_uuid(gallery)].into()).await?, Whose::Links)
            }
        })
    }

    async fn access_version(&self, studio: StudioId) -> Result<i64> {
        let version = db::read!(&self.db, c => {
            sqlx::query_scalar("select access_version from studio where id = $1").bind(studio.uuid()).fetch_one(c).await
        })?;
        Ok(version)
    }

    async fn is_login(&self, studio: StudioId, login: ClientLoginId) -> Result<()> {
        let _: i64 = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select cast(1 as bigint) from client_login where studio_id = $1 and id = $2 and deleted_at is null",
            )
            .bind(studio.uuid())
            .bind(login.uuid())
            .fetch_one(c)
            .await
        })?;
        Ok(())
    }

    /// The logins to which something in a tree, or anywhere, is released, with what is.
    async fn login_passes(&self, studio: StudioId, tree: Option<&Tree>) -> Result<Vec<Pass>> {
        let rows: Vec<(Uuid, Uuid)> = match tree {
            Some(tree) => {
                let (first, second) = two_roots(tree);
                db::read!(&self.db, c => {
                    sqlx::query_as(RELEASES_IN).bind(studio.uuid()).bind(first).bind(second).fetch_all(c).await
                })?
            }
            None => db::read!(&self.db, c => sqlx::query_as(RELEASES).bind(studio.uuid()).fetch_all(c).await)?,
        };
        let mut held = BTreeMap::<ClientLoginId, BTreeSet<GalleryId>>::new();
        for (login, gallery) in rows {
            held.entry(ClientLoginId::from_uuid(login)).or_default().insert(GalleryId::from_uuid(gallery));
        }
        Ok(held.into_iter().map(|(login, released)| Pass::Login { login, released }).collect())
    }

    /// The links into one or two trees.
    async fn link_passes(&self, studio: StudioId, tree: &Tree) -> Result<Vec<Pass>> {
        let (first, second) = two_roots(tree);
        let rows: Vec<LinkRow> = db::read!(&self.db, c => {
            sqlx::query_as(LINKS_IN).bind(studio.uuid()).bind(first).bind(second).fetch_all(c).await
        })?;
        rows.into_iter().map(LinkRow::pass).collect()
    }
}

/// The roots of what a gallery's change touches: one tree, or two for a move.
fn two_roots(tree: &Tree) -> (Option<Uuid>, Option<Uuid>) {
    let mut roots = tree.roots().map(GalleryId::uuid);
    (roots.next(), roots.next())
}

/// SQLite reads what is cross joined in this order: from the tree to its releases, however many logins there are.
const RELEASES_IN: &str = "select r.client_login_id, r.gallery_id
 from gallery g cross join release r cross join client_login l
 where g.studio_id = $1 and g.root_id in ($2, $3) and g.deleted_at is null
   and r.studio_id = g.studio_id and r.gallery_id = g.id
   and l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null";

const RELEASES: &str = "select r.client_login_id, r.gallery_id
 from release r
 join gallery g on g.studio_id = r.studio_id and g.id = r.gallery_id and g.deleted_at is null
 join client_login l on l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null
 where r.studio_id = $1";

const LINKS_IN: &str = "select l.id, l.gallery_id, l.kind, l.expires_at
 from gallery g cross join link l
 where g.studio_id = $1 and g.root_id in ($2, $3) and g.deleted_at is null
   and l.studio_id = g.studio_id and l.gallery_id = g.id and l.revoked_at is null";
