//! All that a change could touch: the galleries, and whoever comes in by them. A handful of questions, whatever the
//! studio's size.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Access, Change, Gone, Pass, Tree};
use domain::ids::{ClientLoginId, GalleryId, LinkId, StudioId};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::access::LinkRow;
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

    /// Of the trees what decides whether anybody notices: all that open edges join to what changes, before or afterwards.
    /// So a change costs as much as it touches, not as much as lies around it.
    async fn parts_touched_by(&self, studio: &Studio, change: &Change) -> Result<(Tree, Vec<Pass>, Gone)> {
        let id = studio.id;
        let joined = async |galleries: BTreeSet<GalleryId>| {
            let tree = self.part_of_trees(id, &galleries, &BTreeSet::new()).await?;
            let all = galleries.iter().all(|gallery| tree.node(*gallery).is_some());
            if all { Ok(tree) } else { Err(Error::NotFound) }
        };
        let held = async |login| Ok::<_, Error>(Pass::Login { login, released: self.released_to(id, login).await? });
        let there = |tree, passes| (tree, passes, Gone::default());
        let back = |tree, pass| (tree, Vec::new(), Gone { passes: vec![pass], galleries: Vec::new() });
        Ok(match change {
            Change::Navigation { gallery, on } => {
                // The edges that open lead into other parts.
                let near = if *on { self.directly_in(id, *gallery).await? } else { BTreeSet::new() };
                let tree = joined(&near | &BTreeSet::from([*gallery])).await?;
                let passes = self.passes_into(id, &tree).await?;
                there(tree, passes)
            }
            Change::PasswordAsked { gallery, .. } => {
                let tree = joined([*gallery].into()).await?;
                let passes = self.passes_into(id, &tree).await?;
                there(tree, passes)
            }
            Change::Delete { gallery } => {
                let tree = self.part_with_all_below(id, *gallery).await?;
                let passes = self.passes_into(id, &tree).await?;
                there(tree, passes)
            }
            Change::Move { gallery, parent } => {
                let tree = self.part_moved(id, *gallery, *parent).await?;
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
                let released = self.released_to(id, *login).await?;
                let tree = joined(&released | add).await?;
                there(tree, vec![Pass::Login { login: *login, released }])
            }
            Change::ReleaseTo { gallery, add, remove } => {
                let concerned = add | remove;
                self.are_logins(id, &concerned, true).await?;
                let tree = joined([*gallery].into()).await?;
                let mut passes = self.login_passes(id, &tree).await?;
                passes.retain(|pass| matches!(pass, Pass::Login { login, .. } if concerned.contains(login)));
                there(tree, passes)
            }
            Change::DeleteLogin { login } => {
                self.are_logins(id, &[*login].into(), true).await?;
                let pass = held(*login).await?;
                there(joined(released(&pass)).await?, vec![pass])
            }
            Change::RestoreLogin { login } => {
                self.are_logins(id, &[*login].into(), false).await?;
                let pass = held(*login).await?;
                back(joined(released(&pass)).await?, pass)
            }
            // Where no navigation is on both modes show what is released and nothing else.
            Change::Mode { .. } => there(self.all_trees(id, true).await?, Vec::new()),
            Change::ClientLogins { .. } => there(self.all_trees(id, false).await?, Vec::new()),
            Change::RevokeLink { link } => {
                let (gallery, pass) = self.link_pass(id, *link, true).await?;
                there(joined([gallery].into()).await?, vec![pass])
            }
            Change::ReviveLink { link } => {
                let (gallery, pass) = self.link_pass(id, *link, false).await?;
                back(joined([gallery].into()).await?, pass)
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
        for some in db::in_parts(logins.iter().map(|login| login.uuid())) {
            let found: i64 = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new("select count(*) from client_login where studio_id = ");
                query.push_bind(studio.uuid());
                query.push(if there { " and deleted_at is null" } else { " and deleted_at is not null" }).push(" and id in ");
                db::among!(query, some.iter().copied());
                query.build_query_scalar().fetch_one(c).await
            })?;
            if usize::try_from(found).ok() != Some(some.len()) {
                return Err(Error::NotFound);
            }
        }
        Ok(())
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

    /// Everybody who comes in by some galleries.
    async fn passes_into(&self, studio: StudioId, tree: &Tree) -> Result<Vec<Pass>> {
        let mut passes = self.login_passes(studio, tree).await?;
        for some in db::in_parts(tree.galleries().map(GalleryId::uuid)) {
            let links: Vec<LinkRow> = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new(LINKS_IN);
                query.push_bind(studio.uuid()).push(" and l.gallery_id in ");
                db::among!(query, some.iter().copied());
                query.build_query_as().fetch_all(c).await
            })?;
            for link in links {
                passes.push(link.pass()?);
            }
        }
        Ok(passes)
    }

    /// The logins to which some of these galleries are released, with those that are.
    async fn login_passes(&self, studio: StudioId, tree: &Tree) -> Result<Vec<Pass>> {
        let mut rows = Vec::new();
        for some in db::in_parts(tree.galleries().map(GalleryId::uuid)) {
            rows.extend(db::read!(&self.db, c => {
                let mut query = QueryBuilder::new(RELEASES_IN);
                query.push_bind(studio.uuid()).push(" and r.gallery_id in ");
                db::among!(query, some.iter().copied());
                query.build_query_as::<(Uuid, Uuid)>().fetch_all(c).await
            })?);
        }
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

pub(super) fn by_login(rows: Vec<(Uuid, Uuid)>) -> Vec<Pass> {
    let mut held = BTreeMap::<ClientLoginId, BTreeSet<GalleryId>>::new();
    for (login, gallery) in rows {
        held.entry(ClientLoginId::from_uuid(login)).or_default().insert(GalleryId::from_uuid(gallery));
    }
    held.into_iter().map(|(login, released)| Pass::Login { login, released }).collect()
}

/// The releases of some galleries, which are pushed after it. SQLite reads what is cross joined in this order: from the
/// galleries to their releases, however many logins there are.
const RELEASES_IN: &str = "select r.client_login_id, r.gallery_id
 from release r cross join client_login l
 where l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null and r.studio_id = ";

const RELEASES: &str = "select r.client_login_id, r.gallery_id
 from release r
 join gallery g on g.studio_id = r.studio_id and g.id = r.gallery_id and g.deleted_at is null
 join client_login l on l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null
 where r.studio_id = $1 and r.client_login_id > $2 and r.client_login_id <= $3";

/// The links to some galleries, which are pushed after it.
const LINKS_IN: &str = "select l.id, l.gallery_id, l.kind, l.expires_at
 from link l where l.revoked_at is null and l.studio_id = ";
