//! Names of galleries, logins and links for the studio's own pages: those that a sentence about access mentions.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Way;
use domain::ids::{ClientLoginId, GalleryId, LinkId};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{Desk, LinkKind, Result, Store, db};

/// The most names of a kind that are asked for at once; what a page says mentions fewer.
const MOST: usize = 500;

/// A link as a sentence mentions it.
#[derive(Clone, Debug)]
pub struct LinkName {
    /// Who it is for; may be empty.
    pub label: String,
    /// What it shows.
    pub kind: LinkKind,
    /// The gallery it leads to.
    pub gallery: GalleryId,
}

/// Names by ids. What has gone keeps its name; what is another studio's has none.
#[derive(Clone, Debug, Default)]
pub struct AccessNames {
    /// Of galleries.
    pub galleries: BTreeMap<GalleryId, String>,
    /// Of client logins.
    pub logins: BTreeMap<ClientLoginId, String>,
    /// Of links.
    pub links: BTreeMap<LinkId, LinkName>,
}

/// The rows of these ids.
macro_rules! named {
    ($self:ident, $desk:ident, $select:literal, $ids:expr) => {{
        let ids: &BTreeSet<Uuid> = $ids;
        if ids.is_empty() {
            Vec::new()
        } else {
            db::read!(&$self.db, c => {
                let mut query = QueryBuilder::new(concat!($select, " where studio_id = "));
                query.push_bind($desk.studio().uuid());
                query.push(" and id in ");
                db::among!(query, ids.iter().take(MOST).copied());
                query.build_query_as().fetch_all(c).await
            })?
        }
    }};
}

impl Store {
    /// The names of galleries, and of whoever is meant by `ways`: up to 500 of each kind.
    pub async fn access_names(
        &self,
        desk: &Desk,
        galleries: impl IntoIterator<Item = GalleryId>,
        ways: impl IntoIterator<Item = Way>,
    ) -> Result<AccessNames> {
        let galleries: BTreeSet<Uuid> = galleries.into_iter().map(GalleryId::uuid).collect();
        let (mut logins, mut links) = (BTreeSet::new(), BTreeSet::new());
        for way in ways {
            match way {
                Way::Login(login) => drop(logins.insert(login.uuid())),
                Way::OpenLink(link) | Way::SecureLink(link) => drop(links.insert(link.uuid())),
                Way::Member | Way::Job(_) => {}
            }
        }
        let galleries: Vec<(Uuid, String)> = named!(self, desk, "select id, name from gallery", &galleries);
        let logins: Vec<(Uuid, String)> = named!(self, desk, "select id, name from client_login", &logins);
        let links: Vec<(Uuid, String, String, Uuid)> =
            named!(self, desk, "select id, label, kind, gallery_id from link", &links);
        let mut names = AccessNames {
            galleries: galleries.into_iter().map(|(id, name)| (GalleryId::from_uuid(id), name)).collect(),
            logins: logins.into_iter().map(|(id, name)| (ClientLoginId::from_uuid(id), name)).collect(),
            links: BTreeMap::new(),
        };
        for (id, label, kind, gallery) in links {
            let kind = LinkKind::parse(&kind).ok_or(crate::Error::Corrupt("kind of link"))?;
            names.links.insert(LinkId::from_uuid(id), LinkName { label, kind, gallery: GalleryId::from_uuid(gallery) });
        }
        Ok(names)
    }
}
