//! Who can see one gallery, and why (S35). Only the gallery's own tree is read, and of its logins and links those that the
//! rule can lead here; the resolver has the last word on each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::access::{self, Grant, Pass, Rules, Standing, Tree, Viewer};
use domain::ids::{ClientLoginId, GalleryId, LinkId};
use domain::photo::natural_cmp;
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
}

/// A login with what it holds in the tree.
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
        let (studio_id, id) = desk.at(grant)?;
        let studio = self.studio_by_id(desk.studio()).await?;
        let gallery = grant.gallery();
        let tree = self.trees_of(studio.id, &[gallery].into()).await?;
        let place = Place { tree, rules: studio.rules, gallery, now };
        let starts = access::starts(&place.tree, place.rules, gallery);
        let held: Vec<HeldRow> = db::read!(&self.db, c => {
            sqlx::query_as(HELD_IN_TREE).bind(studio_id).bind(id).fetch_all(c).await
        })?;
        let links: Vec<LinkSeerRow> = db::read!(&self.db, c => {
            sqlx::query_as(LINKS_IN_TREE).bind(studio_id).bind(id).bind(now).fetch_all(c).await
        })?;
        let mut holders = holders(held);
        holders.retain(|holder| !holder.released.is_disjoint(&starts.released));
        holders.sort_by(|a, b| natural_cmp(&a.name, &b.name).then(a.login.cmp(&b.login)));
        let leads_here = |row: &LinkSeerRow| {
            let to = GalleryId::from_uuid(row.link.gallery_id);
            to == gallery || row.link.kind == LinkKind::Open.as_str() && starts.linked.contains(&to)
        };
        let links: Vec<_> = links.into_iter().filter(leads_here).collect();
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
        let LinkSeerRow { link, label, last_visit_at } = row;
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

const HELD_IN_TREE: &str = "select l.id, l.name, l.last_visit_at, r.gallery_id
 from gallery g
 join release r on r.studio_id = g.studio_id and r.gallery_id = g.id
 join client_login l on l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null
 where g.studio_id = $1 and g.deleted_at is null
   and g.root_id = (select root_id from gallery where studio_id = $1 and id = $2)";

const LINKS_IN_TREE: &str = "select l.id, l.gallery_id, l.kind, l.expires_at, l.label, l.last_visit_at
 from gallery g join link l on l.studio_id = g.studio_id and l.gallery_id = g.id and l.revoked_at is null
 where g.studio_id = $1 and g.deleted_at is null and (l.expires_at is null or l.expires_at > $3)
   and g.root_id = (select root_id from gallery where studio_id = $1 and id = $2)
 order by l.created_at, l.id";
