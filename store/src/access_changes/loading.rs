//! All that a change could touch: the trees, and whoever comes in by them. A handful of questions, whatever the studio's
//! size.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Access, Change, Gone, Node, Pass, Tree};
use domain::gallery::MAX_DEPTH;
use domain::ids::{ClientLoginId, DeletionId, GalleryId, LinkId, StudioId};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::access::{LinkRow, NodeRow, columns};
use crate::{Desk, Error, Result, Store, Studio, db};

/// So many logins are read at once where all of them are concerned.
const PAGE: i64 = 1_000;

/// What decides who sees what, and the studio's version of it.
pub(super) struct Touched {
    pub access: Access,
    pub version: i64,
    /// The logins are all of the studio's: to be read page by page.
    pub all_logins: bool,
}

impl Store {
    /// What decides who sees what of all that a change could touch, and the studio's version of it.
    pub(super) async fn access_touched_by(&self, desk: &Desk, change: &Change) -> Result<Touched> {
        // Before anything else: what changes afterwards changes the version too.
        let version = self.access_version(desk.studio()).await?;
        let studio = self.studio_by_id(desk.studio()).await?;
        let all_logins = matches!(change, Change::Mode { .. } | Change::ClientLogins { .. });
        let (tree, passes, gone) = self.parts_touched_by(&studio, change).await?;
        Ok(Touched { access: Access { gone, ..Access::new(tree, studio.rules, passes) }, version, all_logins })
    }

    async fn parts_touched_by(&self, studio: &Studio, change: &Change) -> Result<(Tree, Vec<Pass>, Gone)> {
        let id = studio.id;
        let of = async |galleries: BTreeSet<GalleryId>| {
            let tree = self.trees_of(id, &galleries).await?;
            let all = galleries.iter().all(|gallery| tree.node(*gallery).is_some());
            if all { Ok(tree) } else { Err(Error::NotFound) }
        };
        let held = async |login| Ok::<_, Error>(Pass::Login { login, released: self.released_to(id, login).await? });
        let there = |tree, passes| (tree, passes, Gone::default());
        let back = |tree, pass| (tree, Vec::new(), Gone { passes: vec![pass], galleries: Vec::new() });
        Ok(match change {
            Change::Navigation { gallery, .. } | Change::PasswordAsked { gallery, .. } | Change::Delete { gallery } => {
                let tree = of([*gallery].into()).await?;
                let passes = self.passes_into(id, &tree).await?;
                there(tree, passes)
            }
            Change::Move { gallery, parent } => {
                let tree = of([*gallery].into_iter().chain(*parent).collect()).await?;
                let passes = self.passes_into(id, &tree).await?;
                there(tree, passes)
            }
            Change::Restore { deletion } => {
                let (tree, gone) = self.restored(id, *deletion).await?;
                let passes = self.passes_into(id, &tree).await?;
                (tree, passes, gone)
            }
            Change::Release { login, add, .. } => {
                self.are_logins(id, &[*login].into(), true).await?;
                of(add.clone()).await?;
                let released = self.released_to(id, *login).await?;
                let tree = self.trees_of(id, &(&released | add)).await?;
                there(tree, vec![Pass::Login { login: *login, released }])
            }
            Change::ReleaseTo { gallery, add, remove } => {
                let concerned = add | remove;
                self.are_logins(id, &concerned, true).await?;
                let tree = of([*gallery].into()).await?;
                let mut passes = self.login_passes(id, &tree).await?;
                passes.retain(|pass| matches!(pass, Pass::Login { login, .. } if concerned.contains(login)));
                there(tree, passes)
            }
            Change::DeleteLogin { login } => {
                self.are_logins(id, &[*login].into(), true).await?;
                let pass = held(*login).await?;
                there(self.trees_of(id, &released(&pass)).await?, vec![pass])
            }
            Change::RestoreLogin { login } => {
                self.are_logins(id, &[*login].into(), false).await?;
                let pass = held(*login).await?;
                back(self.trees_of(id, &released(&pass)).await?, pass)
            }
            // Where no navigation is on both modes show what is released and nothing else.
            Change::Mode { .. } => there(self.all_trees(id, true).await?, Vec::new()),
            Change::ClientLogins { .. } => there(self.all_trees(id, false).await?, Vec::new()),
            Change::RevokeLink { link } => {
                let (gallery, pass) = self.link_pass(id, *link, true).await?;
                there(of([gallery].into()).await?, vec![pass])
            }
            Change::ReviveLink { link } => {
                let (gallery, pass) = self.link_pass(id, *link, false).await?;
                back(of([gallery].into()).await?, pass)
            }
        })
    }

    async fn access_version(&self, studio: StudioId) -> Result<i64> {
        let version = db::read!(&self.db, c => {
            sqlx::query_scalar("select access_version from studio where id = $1").bind(studio.uuid()).fetch_one(c).await
        })?;
        Ok(version)
    }

    /// Goes on if all of these are logins of the studio that are `there`, or were deleted.
    async fn are_logins(&self, studio: StudioId, logins: &BTreeSet<ClientLoginId>, there: bool) -> Result<()> {
        let logins: Vec<_> = logins.iter().copied().collect();
        for some in logins.chunks(500) {
            let found: i64 = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new("select count(*) from client_login where studio_id = ");
                query.push_bind(studio.uuid());
                query.push(if there { " and deleted_at is null" } else { " and deleted_at is not null" }).push(" and id in ");
                db::among!(query, some.iter().map(|login| login.uuid()));
                query.build_query_scalar().fetch_one(c).await
            })?;
            if usize::try_from(found).ok() != Some(some.len()) {
                return Err(Error::NotFound);
            }
        }
        Ok(())
    }

    /// The galleries of a deletion as they would come back (see `restore_in`), and the tree that they would come into.
    async fn restored(&self, studio: StudioId, deletion: DeletionId) -> Result<(Tree, Gone)> {
        let rows: Vec<NodeRow> = db::read!(&self.db, c => {
            sqlx::query_as(GONE).bind(studio.uuid()).bind(deletion.uuid()).fetch_all(c).await
        })?;
        let mut galleries: Vec<Node> = rows.into_iter().map(NodeRow::node).collect();
        let ids: BTreeSet<GalleryId> = galleries.iter().map(|node| node.id).collect();
        let is_top = |node: &Node| node.parent.is_none_or(|parent| !ids.contains(&parent));
        let top = galleries.iter().position(is_top).ok_or(Error::NotFound)?;
        galleries.swap(0, top);
        let parent = galleries[0].parent.take();
        let corrupt = |_| Error::Corrupt("tree of galleries");
        let levels = Tree::new(studio, galleries.iter().copied()).map_err(corrupt)?.levels();
        let mut tree = self.trees_of(studio, &parent.into_iter().collect()).await?;
        let above = |gallery: &GalleryId| tree.node(*gallery).and_then(|node| node.parent);
        let depth = std::iter::successors(parent.filter(|parent| tree.node(*parent).is_some()), above).count();
        if depth > 0 && depth + levels <= MAX_DEPTH {
            galleries[0].parent = parent;
        } else {
            tree = Tree::new(studio, []).map_err(corrupt)?;
        }
        let releases: Vec<(Uuid, Uuid)> = db::read!(&self.db, c => {
            sqlx::query_as(GONE_RELEASES).bind(studio.uuid()).bind(deletion.uuid()).fetch_all(c).await
        })?;
        let links: Vec<LinkRow> = db::read!(&self.db, c => {
            sqlx::query_as(GONE_LINKS).bind(studio.uuid()).bind(deletion.uuid()).fetch_all(c).await
        })?;
        let mut passes = by_login(releases);
        for link in links {
            passes.push(link.pass()?);
        }
        Ok((tree, Gone { galleries, passes }))
    }

    /// One link that counts, or was revoked, with the gallery it leads to.
    async fn link_pass(&self, studio: StudioId, link: LinkId, counts: bool) -> Result<(GalleryId, Pass)> {
        let row: LinkRow = db::read!(&self.db, c => {
            sqlx::query_as(
                "select id, gallery_id, kind, expires_at from link
                 where studio_id = $1 and id = $2 and (revoked_at is null) = $3",
            )
            .bind(studio.uuid())
            .bind(link.uuid())
            .bind(counts)
            .fetch_one(c)
            .await
        })?;
        Ok((GalleryId::from_uuid(row.gallery_id), row.pass()?))
    }

    /// Everybody who comes in by one or two trees.
    async fn passes_into(&self, studio: StudioId, tree: &Tree) -> Result<Vec<Pass>> {
        let mut passes = self.login_passes(studio, tree).await?;
        let (first, second) = two_roots(tree);
        let links: Vec<LinkRow> = db::read!(&self.db, c => {
            sqlx::query_as(LINKS_IN).bind(studio.uuid()).bind(first).bind(second).fetch_all(c).await
        })?;
        for link in links {
            passes.push(link.pass()?);
        }
        Ok(passes)
    }

    /// The logins to which something in one or two trees is released, with what is.
    async fn login_passes(&self, studio: StudioId, tree: &Tree) -> Result<Vec<Pass>> {
        let (first, second) = two_roots(tree);
        let rows = db::read!(&self.db, c => {
            sqlx::query_as(RELEASES_IN).bind(studio.uuid()).bind(first).bind(second).fetch_all(c).await
        })?;
        Ok(by_login(rows))
    }

    /// Some of the studio's logins in the order of their ids, with what is released to them: those after `from`. And the
    /// last of them, if there may be more.
    pub(super) async fn page_of_logins(
        &self,
        studio: StudioId,
        from: Option<ClientLoginId>,
    ) -> Result<(Vec<Pass>, Option<ClientLoginId>)> {
        let from = from.map_or(Uuid::nil(), ClientLoginId::uuid);
        let last: Option<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select id from client_login where studio_id = $1 and id > $2 order by id limit 1 offset $3",
            )
            .bind(studio.uuid())
            .bind(from)
            .bind(PAGE - 1)
            .fetch_optional(c)
            .await
        })?;
        let rows: Vec<(Uuid, Uuid)> = db::read!(&self.db, c => {
            sqlx::query_as(RELEASES).bind(studio.uuid()).bind(from).bind(last.unwrap_or(Uuid::max())).fetch_all(c).await
        })?;
        Ok((by_login(rows), last.map(ClientLoginId::from_uuid)))
    }
}

fn released(pass: &Pass) -> BTreeSet<GalleryId> {
    match pass {
        Pass::Login { released, .. } => released.clone(),
        Pass::OpenLink { .. } | Pass::SecureLink { .. } => BTreeSet::new(),
    }
}

fn by_login(rows: Vec<(Uuid, Uuid)>) -> Vec<Pass> {
    let mut held = BTreeMap::<ClientLoginId, BTreeSet<GalleryId>>::new();
    for (login, gallery) in rows {
        held.entry(ClientLoginId::from_uuid(login)).or_default().insert(GalleryId::from_uuid(gallery));
    }
    held.into_iter().map(|(login, released)| Pass::Login { login, released }).collect()
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
 where r.studio_id = $1 and r.client_login_id > $2 and r.client_login_id <= $3";

const LINKS_IN: &str = "select l.id, l.gallery_id, l.kind, l.expires_at
 from gallery g cross join link l
 where g.studio_id = $1 and g.root_id in ($2, $3) and g.deleted_at is null
   and l.studio_id = g.studio_id and l.gallery_id = g.id and l.revoked_at is null";

const GONE: &str = concat!(
    "select ",
    columns!("g."),
    " from gallery g where g.studio_id = $1 and g.deletion_id = $2 and g.deleted_at is not null order by g.position, g.id"
);

const GONE_RELEASES: &str = "select r.client_login_id, r.gallery_id
 from gallery g cross join release r cross join client_login l
 where g.studio_id = $1 and g.deletion_id = $2
   and r.studio_id = g.studio_id and r.gallery_id = g.id
   and l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null";

const GONE_LINKS: &str = "select l.id, l.gallery_id, l.kind, l.expires_at
 from gallery g cross join link l
 where g.studio_id = $1 and g.deletion_id = $2
   and l.studio_id = g.studio_id and l.gallery_id = g.id and l.revoked_at is null";
