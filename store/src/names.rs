//! Names of all kinds, found by the beginnings of their words ([`domain::search`]). The words stand in one table, so that
//! looking for one costs the same in a studio of ten galleries and of a hundred thousand.

use std::collections::BTreeSet;

use domain::ids::{ClientLoginId, GalleryId, LinkId};
use domain::search::Wanted;
use uuid::Uuid;

use crate::photo_jobs::{JOBS, SUBJECTS};
use crate::photo_order::sort_key;
use crate::{ClientLogin, Desk, Error, FoundJob, FoundSubject, Result, Store, db};

/// What a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    Gallery,
    Login,
    Link,
    Job,
    Subject,
}

impl Named {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Gallery => "gallery",
            Self::Login => "login",
            Self::Link => "link",
            Self::Job => "job",
            Self::Subject => "subject",
        }
    }
}

/// Inside a write: from now on the thing is found by this name, and by no other.
macro_rules! index_name {
    ($tx:ident, $studio:expr, $kind:expr, $id:expr, $name:expr) => {
        sqlx::query("delete from name_word where studio_id = $1 and subject_id = $2")
            .bind($studio)
            .bind($id)
            .execute(&mut *$tx)
            .await?;
        for word in $crate::names::kept_words($name) {
            sqlx::query("insert into name_word (studio_id, kind, subject_id, word) values ($1, $2, $3, $4)")
                .bind($studio)
                .bind($kind.as_str())
                .bind($id)
                .bind(word)
                .execute(&mut *$tx)
                .await?;
        }
    };
}
pub(crate) use index_name;

/// The same for many things at once: a list of ids with their names.
macro_rules! index_names {
    ($tx:ident, $studio:expr, $kind:expr, $names:expr) => {{
        for some in $names.chunks($crate::db::AT_ONCE) {
            let mut query = sqlx::QueryBuilder::new("delete from name_word where studio_id = ");
            query.push_bind($studio).push(" and subject_id in ");
            $crate::db::among!(query, some.iter().map(|(id, _)| *id));
            query.build().execute(&mut *$tx).await?;
        }
        let words: Vec<(uuid::Uuid, String)> = $names
            .iter()
            .flat_map(|(id, name)| $crate::names::kept_words(name).into_iter().map(move |word| (*id, word)))
            .collect();
        for some in words.chunks($crate::db::AT_ONCE) {
            let mut query = sqlx::QueryBuilder::new("insert into name_word (studio_id, kind, subject_id, word) ");
            query.push_values(some, |mut row, (id, word)| {
                row.push_bind($studio).push_bind($kind.as_str()).push_bind(*id).push_bind(word);
            });
            query.build().execute(&mut *$tx).await?;
        }
    }};
}
pub(crate) use index_names;

/// The words of a name; of one without letters and digits the empty word, which nobody can look for but which tells that
/// the name is in the index.
pub(crate) fn kept_words(name: &str) -> BTreeSet<String> {
    let words = domain::search::words(name);
    if words.is_empty() { BTreeSet::from([String::new()]) } else { words }
}

/// A gallery that was found.
#[derive(Clone, Debug)]
pub struct FoundGallery {
    /// The gallery.
    pub id: GalleryId,
    /// Its name.
    pub name: String,
    /// The names of the galleries it lies in, the topmost first.
    pub above: Vec<String>,
}

/// A link that was found.
#[derive(Clone, Debug)]
pub struct FoundLink {
    /// The link.
    pub id: LinkId,
    /// Who it is for.
    pub label: String,
    /// The gallery it leads to.
    pub gallery: GalleryId,
    /// That gallery's name.
    pub gallery_name: String,
}

/// What was found, each kind in the order of names.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Galleries.
    pub galleries: Vec<FoundGallery>,
    /// Client logins.
    pub logins: Vec<ClientLogin>,
    /// Links that have not been revoked.
    pub links: Vec<FoundLink>,
    /// Photo jobs.
    pub jobs: Vec<FoundJob>,
    /// Subjects of photo jobs.
    pub subjects: Vec<FoundSubject>,
    /// Whether there are more of any kind than were asked for.
    pub more: bool,
}

/// Something that was found.
#[derive(sqlx::FromRow)]
pub(crate) struct NameRow {
    pub id: Uuid,
    pub name: String,
    /// What else it is found by.
    pub beside: Option<String>,
    /// Where it belongs to.
    pub place_id: Option<Uuid>,
    pub place_name: Option<String>,
    /// Where in there.
    pub part_name: Option<String>,
}

impl NameRow {
    /// All that it is found by.
    fn found_by(&self) -> String {
        self.beside.as_ref().map_or_else(|| self.name.clone(), |beside| format!("{} {beside}", self.name))
    }
}

/// The living things of one kind whose name has a word that begins with `$3` (up to `$4`), and one each that begins with
/// `$5` and `$7`: the name and what it belongs to. Three words are enough to choose by; the others are looked at afterwards.
macro_rules! found {
    ($columns:literal, $joins:literal) => {
        concat!(
            "select ",
            $columns,
            " from (select distinct w.subject_id from name_word w
               where w.studio_id = $1 and w.kind = $2 and w.word >= $3 and w.word < $4
                 and exists (select 1 from name_word b where b.studio_id = $1 and b.subject_id = w.subject_id
                   and b.word >= $5 and b.word < $6)
                 and exists (select 1 from name_word c where c.studio_id = $1 and c.subject_id = w.subject_id
                   and c.word >= $7 and c.word < $8)) f ",
            $joins,
            " limit $9"
        )
    };
}
pub(crate) use found;

const GALLERIES: &str = found!(
    "g.id, g.name, null as beside, null as place_id, null as place_name, null as part_name",
    "join gallery g on g.studio_id = $1 and g.id = f.subject_id and g.deleted_at is null"
);
const LOGINS: &str = found!(
    "l.id, l.name, null as beside, null as place_id, null as place_name, null as part_name",
    "join client_login l on l.studio_id = $1 and l.id = f.subject_id and l.deleted_at is null"
);
const LINKS: &str = found!(
    "l.id, l.label as name, null as beside, l.gallery_id as place_id, g.name as place_name, null as part_name",
    "join link l on l.studio_id = $1 and l.id = f.subject_id and l.revoked_at is null
     join gallery g on g.studio_id = $1 and g.id = l.gallery_id and g.deleted_at is null"
);

/// How many words of names begin like this; from 500 on it does not matter.
const HOW_COMMON: &str = "select count(*) from (select 1 as one from name_word
   where studio_id = $1 and kind = $2 and word >= $3 and word < $4 limit 500) w";

/// The names of the galleries above one, nearest first.
const ABOVE: &str = "with recursive up (id, parent_id, name, depth) as (
       select id, parent_id, name, cast(0 as bigint) from gallery where studio_id = $1 and id = $2
       union all
       select g.id, g.parent_id, g.name, up.depth + 1 from up cross join gallery g
       where g.studio_id = $1 and g.id = up.parent_id
     ) select name from up where depth > 0 order by depth desc";

impl Store {
    /// Whatever of the studio has a name in which each of the typed beginnings is that of a word; of each kind `most` at
    /// most. Who is let in, by logins and links, is looked for only if `who_is_let_in`: it is not for every member to know,
    /// nor how many they are. The same holds for what an organisation calls its people; the others find them by their names.
    pub async fn search(&self, desk: &Desk, wanted: &Wanted, who_is_let_in: bool, most: usize) -> Result<Found> {
        let (galleries, mut more) = self.names_of(desk, Named::Gallery, wanted, most).await?;
        let (mut logins, mut links) = (Vec::new(), Vec::new());
        if who_is_let_in {
            let (found, more_logins) = self.names_of(desk, Named::Login, wanted, most).await?;
            logins = self.logins_of(desk, found).await?;
            let (found, more_links) = self.names_of(desk, Named::Link, wanted, most).await?;
            links = found;
            more |= more_logins || more_links;
        }
        let (jobs, more_jobs) = self.jobs_of_name(desk, wanted, most).await?;
        let (subjects, more_subjects) = self.subjects_found(desk, wanted, who_is_let_in, most).await?;
        more |= more_jobs || more_subjects;
        let mut found = Found { logins, jobs, subjects, more, ..Found::default() };
        for row in galleries {
            let above = db::read!(&self.db, c => {
                sqlx::query_scalar(ABOVE).bind(desk.studio().uuid()).bind(row.id).fetch_all(c).await
            })?;
            found.galleries.push(FoundGallery { id: GalleryId::from_uuid(row.id), name: row.name, above });
        }
        for row in links {
            if let (Some(gallery), Some(gallery_name)) = (row.place_id, row.place_name) {
                let (id, gallery) = (LinkId::from_uuid(row.id), GalleryId::from_uuid(gallery));
                found.links.push(FoundLink { id, label: row.name, gallery, gallery_name });
            }
        }
        Ok(found)
    }

    /// Galleries alone: for the tree, and for choosing one.
    pub async fn search_galleries(&self, desk: &Desk, wanted: &Wanted, most: usize) -> Result<Vec<GalleryId>> {
        let (rows, _) = self.names_of(desk, Named::Gallery, wanted, most).await?;
        Ok(rows.into_iter().map(|row| GalleryId::from_uuid(row.id)).collect())
    }

    /// Client logins alone.
    pub async fn search_logins(&self, desk: &Desk, wanted: &Wanted, most: usize) -> Result<Vec<ClientLogin>> {
        let (rows, _) = self.names_of(desk, Named::Login, wanted, most).await?;
        self.logins_of(desk, rows).await
    }

    async fn logins_of(&self, desk: &Desk, rows: Vec<NameRow>) -> Result<Vec<ClientLogin>> {
        let mut logins = Vec::new();
        for row in rows {
            match self.client_login(desk, ClientLoginId::from_uuid(row.id)).await {
                // Deleted since its name was read.
                Err(Error::NotFound) => {}
                login => logins.push(login?),
            }
        }
        Ok(logins)
    }

    pub(crate) async fn names_of(
        &self,
        desk: &Desk,
        kind: Named,
        wanted: &Wanted,
        most: usize,
    ) -> Result<(Vec<NameRow>, bool)> {
        let statement = match kind {
            Named::Gallery => GALLERIES,
            Named::Login => LOGINS,
            Named::Link => LINKS,
            Named::Job => JOBS,
            Named::Subject => SUBJECTS,
        };
        self.found_by(desk, (kind, statement), wanted, most).await
    }

    /// What a statement that [`found!`] made says of the things of one kind.
    pub(crate) async fn found_by(
        &self,
        desk: &Desk,
        (kind, statement): (Named, &'static str),
        wanted: &Wanted,
        most: usize,
    ) -> Result<(Vec<NameRow>, bool)> {
        let words = self.rarest_first(desk, kind, wanted).await?;
        let word = |place: usize| *words.get(place).unwrap_or(&words[0]);
        // One more than asked for tells that there are more. Of very common beginnings not all are looked at.
        let limit = i64::try_from(most.saturating_mul(4).saturating_add(1)).unwrap_or(i64::MAX);
        let mut rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, NameRow>(statement)
                .bind(desk.studio().uuid())
                .bind(kind.as_str())
                .bind(word(0))
                .bind(after(word(0)))
                .bind(word(1))
                .bind(after(word(1)))
                .bind(word(2))
                .bind(after(word(2)))
                .bind(limit)
                .fetch_all(c)
                .await
        })?;
        rows.retain(|row| wanted.finds(&row.found_by()));
        rows.sort_by_cached_key(|row| sort_key(&row.name));
        let more = rows.len() > most;
        rows.truncate(most);
        Ok((rows, more))
    }

    /// The words looked for, that first which the fewest names have: it is the one that is read through.
    async fn rarest_first<'a>(&self, desk: &Desk, kind: Named, wanted: &'a Wanted) -> Result<Vec<&'a str>> {
        let words = wanted.words();
        let mut counted = Vec::new();
        for word in words.iter().filter(|_| words.len() > 1) {
            let count: i64 = db::read!(&self.db, c => {
                sqlx::query_scalar(HOW_COMMON)
                    .bind(desk.studio().uuid())
                    .bind(kind.as_str())
                    .bind(word)
                    .bind(after(word))
                    .fetch_one(c)
                    .await
            })?;
            counted.push((count, word.as_str()));
        }
        counted.sort_by_key(|(count, _)| *count);
        let sorted: Vec<_> = counted.into_iter().map(|(_, word)| word).collect();
        Ok(if sorted.is_empty() { words.iter().map(String::as_str).collect() } else { sorted })
    }
}

/// The first text that no longer begins with `word`: between the two lies everything that does.
fn after(word: &str) -> String {
    format!("{word}\u{10ffff}")
}
