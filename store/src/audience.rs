//! Who can see one gallery, and why (S35). Only the galleries that open edges join to it are read, and the logins and links
//! that the rule can lead from them; the resolver has the last word on each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::access::{self, Grant, Pass, Rules, Standing, Tree, Viewer};
use domain::ids::{ClientLoginId, GalleryId, LinkId};
use domain::photo::natural_cmp;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::access::LinkRow;
use crate::{Desk, Error, LinkKind, Result, Store, db};

/// More logins, or links, than these are counted, not listed.
const LISTED: usize = 100;

/// Those who reach a gallery.
#[derive(Clone, Debug, Default)]
pub struct Audience {
    /// The logins by name: the first of them.
    pub logins: Vec<LoginSeer>,
    /// How many logins there are.
    pub all_logins: usize,
    /// The links, oldest first: the first of them.
    pub links: Vec<LinkSeer>,
    /// How many links there are.
    pub all_links: usize,
}

/// A login that reaches a gallery.
#[derive(Clone, Debug)]
pub struct LoginSeer {
    /// The login.
    pub login: ClientLoginId,
    /// The client's name.
    pub name: String,
    /// When somebody last came in with the code.
    pub last_visit_at: Option<DateTime<Utc>>,
    /// Through which door, and why.
    pub standing: Standing,
}

/// A link that reaches a gallery.
#[derive(Clone, Debug)]
pub struct LinkSeer {
    /// The link.
    pub link: LinkId,
    /// The gallery it leads to.
    pub gallery: GalleryId,
    /// What it shows.
    pub kind: LinkKind,
    /// Who it is for; may be empty.
    pub label: String,
    /// When it stops by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// When somebody last followed it.
    pub last_visit_at: Option<DateTime<Utc>>,
    /// Through which door, and why.
    pub standing: Standing,
}

#[derive(sqlx::FromRow)]
struct HeldRow {
    id: Uuid,
    name: String,
    last_visit_at: Option<DateTime<Utc>>,
    gallery_id: Uuid,
}

#[derive(sqlx::FromRow)]
struct LinkSeerRow {
    #[sqlx(flatten)]
    link: LinkRow,
    label: String,
    last_visit_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
}

/// A login with those of its galleries from which it comes here.
struct Holder {
    login: ClientLoginId,
    name: String,
    last_visit_at: Option<DateTime<Utc>>,
    released: BTreeSet<GalleryId>,
}

/// One gallery in its tree, under the studio's rules, now.
struct Place {
    tree: Tree,
    rules: Rules,
    gallery: GalleryId,
    now: DateTime<Utc>,
}

impl Store {
    /// Who reaches a gallery as a guest.
    pub async fn audience(&self, desk: &Desk, grant: &Grant, now: DateTime<Utc>) -> Result<Audience> {
        let (studio_id, _) = desk.at(grant)?;
        let studio = self.studio_by_id(desk.studio()).await?;
        let gallery = grant.gallery();
        let tree = self.part_of_trees(studio.id, &[gallery].into(), &BTreeSet::new()).await?;
        let place = Place { tree, rules: studio.rules, gallery, now };
        let starts = access::starts(&place.tree, place.rules, gallery);
        let mut held = Vec::new();
        for some in db::in_parts(starts.released.iter().map(|gallery| gallery.uuid())) {
            held.extend(db::read!(&self.db, c => {
                let mut query = QueryBuilder::new(HELD);
                query.push_bind(studio_id).push(" and r.gallery_id in ");
                db::among!(query, some.iter().copied());
                query.build_query_as::<HeldRow>().fetch_all(c).await
            })?);
        }
        let mut links: Vec<LinkSeerRow> = Vec::new();
        let linked = &starts.linked | &BTreeSet::from([gallery]);
        for some in db::in_parts(linked.iter().map(|gallery| gallery.uuid())) {
            links.extend(db::read!(&self.db, c => {
                let mut query = QueryBuilder::new(LINKS);
                query.push_bind(studio_id).push(" and l.gallery_id in ");
                db::among!(query, some.iter().copied());
                query.build_query_as::<LinkSeerRow>().fetch_all(c).await
            })?);
        }
        let mut holders = holders(held);
        holders.sort_by(|a, b| natural_cmp(&a.name, &b.name).then(a.login.cmp(&b.login)));
        links.retain(|row| {
            let is_here = row.link.gallery_id == gallery.uuid() || row.link.kind == LinkKind::Open.as_str();
            is_here && row.link.expires_at.is_none_or(|end| end > now)
        });
        links.sort_by_key(|row| (row.created_at, row.link.id));
        let (all_logins, all_links) = (holders.len(), links.len());
        let logins = holders.into_iter().take(LISTED).filter_map(|holder| place.login(holder)).collect();
        let links = links.into_iter().take(LISTED).map(|row| place.link(row));
        let links = links.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
        Ok(Audience { logins, all_logins, links, all_links })
    }
}

impl Place {
    fn standing(&self, pass: Pass) -> Option<Standing> {
        let viewer = Viewer::Guest { passes: vec![pass], unlocked: BTreeSet::new() };
        access::resolve(&self.tree, self.rules, &viewer, self.now).standing(self.gallery).cloned()
    }

    fn login(&self, holder: Holder) -> Option<LoginSeer> {
        let Holder { login, name, last_visit_at, released } = holder;
        let standing = self.standing(Pass::Login { login, released })?;
        Some(LoginSeer { login, name, last_visit_at, standing })
    }

    fn link(&self, row: LinkSeerRow) -> Result<Option<LinkSeer>> {
        let LinkSeerRow { link, label, last_visit_at, .. } = row;
        let kind = LinkKind::parse(&link.kind).ok_or(Error::Corrupt("kind of link"))?;
        let (id, gallery, expires_at) =
            (LinkId::from_uuid(link.id), GalleryId::from_uuid(link.gallery_id), link.expires_at);
        let seer = |standing| LinkSeer { link: id, gallery, kind, label, expires_at, last_visit_at, standing };
        Ok(self.standing(link.pass()?).map(seer))
    }
}

fn holders(rows: Vec<HeldRow>) -> Vec<Holder> {
    let mut holders = BTreeMap::<Uuid, Holder>::new();
    for row in rows {
        let holder = holders.entry(row.id).or_insert_with(|| Holder {
            login: ClientLoginId::from_uuid(row.id),
            name: row.name,
            last_visit_at: row.last_visit_at,
            released: BTreeSet::new(),
        });
        holder.released.insert(GalleryId::from_uuid(row.gallery_id));
    }
    holders.into_values().collect()
}

/// Who holds one of some galleries, which are pushed after it.
const HELD: &str = "select l.id, l.name, l.last_visit_at, r.gallery_id
 from release r cross join client_login l
 where l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null and r.studio_id = ";

/// The links to some galleries, which are pushed after it.
const LINKS: &str = "select l.id, l.gallery_id, l.kind, l.expires_at, l.label, l.last_visit_at, l.created_at
 from link l where l.revoked_at is null and l.studio_id = ";
