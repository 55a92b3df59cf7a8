//! The tree of galleries: creating, moving and putting in order. Whatever changes the tree's shape first locks the studio's row, so that two members cannot together make a circle of it.

use chrono::{DateTime, Utc};
use domain::access::{Grant, Navigation};
use domain::gallery::MAX_DEPTH;
use domain::ids::GalleryId;
use uuid::Uuid;

use crate::{Desk, Error, Result, Store, db};

mod deletions;
mod making;
mod part;

pub use deletions::Deletion;
pub(crate) use deletions::{DELETE, TOP_OF_DELETION, restore_in};
pub use part::{Brothers, StudioSize};

/// One line of the studio's tree.
#[derive(Clone, Debug)]
pub struct GalleryRowInTree {
    /// Its id.
    pub id: GalleryId,
    /// Its parent.
    pub parent: Option<GalleryId>,
    /// Its name.
    pub name: String,
    /// Its switch towards its own sub-galleries (S22).
    pub navigation: Navigation,
    /// Whether its password is asked.
    pub password_active: bool,
    /// How many photographs are in it.
    pub photos: i64,
    /// Whether something lies in it.
    pub has_below: bool,
    /// How many logins it is released to.
    pub releases: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// One step among the sub-galleries of the same parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

#[derive(sqlx::FromRow)]
struct TreeRow {
    id: Uuid,
    parent_id: Option<Uuid>,
    name: String,
    navigation: bool,
    password_active: bool,
    photos: i64,
    has_below: bool,
    releases: i64,
    created_at: DateTime<Utc>,
}

/// Lines of the tree, those of which something holds.
macro_rules! lines {
    ($which:literal) => {
        concat!(
            "select g.id, g.parent_id, g.name, g.navigation, g.password_active, g.created_at,
                    (select count(*) from photo p
                      where p.studio_id = g.studio_id and p.gallery_id = g.id and p.deleted_at is null) as photos,
                    exists (select 1 from gallery b
                      where b.studio_id = g.studio_id and b.parent_id = g.id and b.deleted_at is null) as has_below,
                    (select count(*) from release r cross join client_login l
                      where l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null
                        and r.studio_id = g.studio_id and r.gallery_id = g.id) as releases
             from gallery g
             where ",
            $which
        )
    };
}
use lines;

/// Living lines of a studio's tree, with whatever else is asked of them.
macro_rules! rows {
    ($rest:literal) => {
        concat!(lines!("g.studio_id = $1 and g.deleted_at is null and g.job_id is null"), $rest)
    };
}
use rows;

/// [`MAX_DEPTH`] as the database counts.
#[expect(clippy::cast_possible_wrap, reason = "fifty")]
pub(crate) const DEEPEST: i64 = MAX_DEPTH as i64;

/// Holds the studio's row until the transaction ends: whoever changes the tree's shape waits for whoever does.
pub(crate) const LOCK_TREE: &str = "update studio set address = address where id = $1";

/// Holds it too, and says that whatever was worked out of who sees what is old now.
pub(crate) const ACCESS_CHANGES: &str = "update studio set access_version = access_version + 1 where id = $1";

/// Inside a transaction that holds the tree: puts a gallery under another one or at the top.
macro_rules! move_in {
    ($tx:ident, $studio:expr, $id:expr, $parent:expr) => {{
        let (size, height): (i64, i64) =
            sqlx::query_as($crate::gallery_tree::SIZE_AND_HEIGHT).bind($studio).bind($id).fetch_one(&mut *$tx).await?;
        if size == 0 {
            return Err($crate::Error::NotFound);
        }
        let above: i64 = sqlx::query_scalar($crate::gallery_tree::IS_ABOVE)
            .bind($studio)
            .bind($parent)
            .bind($id)
            .fetch_one(&mut *$tx)
            .await?;
        if above > 0 {
            return Err($crate::Error::NotInTree("into itself"));
        }
        let (root, depth): (::uuid::Uuid, i64) = match $parent {
            None => ($id, 0),
            Some(parent) => {
                sqlx::query_as($crate::gallery_tree::ROOT_AND_DEPTH)
                    .bind($studio)
                    .bind(parent)
                    .fetch_one(&mut *$tx)
                    .await?
            }
        };
        if depth + height >= $crate::gallery_tree::DEEPEST {
            return Err($crate::Error::NotInTree("too deep"));
        }
        sqlx::query($crate::gallery_tree::PUT)
            .bind($studio)
            .bind($id)
            .bind($parent)
            .bind($parent.is_none())
            .execute(&mut *$tx)
            .await?;
        sqlx::query($crate::gallery_tree::SET_ROOT).bind($studio).bind($id).bind(root).execute(&mut *$tx).await?;
    }};
}
pub(crate) use move_in;

/// Last among its new brothers; where it came from, at its old place.
pub(crate) const PUT: &str = "update gallery set parent_id = $3, version = version + 1,
    left_parent_id = parent_id, left_position = position,
    position = case when left_position is not null and (left_parent_id = $3 or (left_parent_id is null and $4))
      then left_position
      else (select coalesce(max(b.position), 0) + 1 from gallery b
        where b.studio_id = $1 and (b.parent_id = $3 or (b.parent_id is null and $4))) end
 where studio_id = $1 and id = $2";

impl Store {
    /// Every gallery of the studio, parents before children, brothers in their order.
    pub async fn gallery_tree(&self, desk: &Desk) -> Result<Vec<GalleryRowInTree>> {
        let rows = db::read!(&self.db, c => {
            let query = sqlx::query_as::<_, TreeRow>(rows!(" order by g.position, g.id"));
            query.bind(desk.studio().uuid()).fetch_all(c).await
        })?;
        Ok(in_tree_order(rows))
    }

    /// Changes places with the brother before or after; nothing happens at the end of the row.
    pub async fn shift_gallery(&self, desk: &Desk, gallery: &Grant, shift: Shift) -> Result<()> {
        let (studio, id) = desk.at(gallery)?;
        db::write!(&self.db, tx => {
            sqlx::query(LOCK_TREE).bind(studio).execute(&mut *tx).await?;
            let brothers: Vec<(Uuid, i64)> = sqlx::query_as(
                "select b.id, b.position from gallery b join gallery g on g.studio_id = b.studio_id and g.id = $2
                 where b.studio_id = $1 and b.deleted_at is null and b.job_id is null
                   and (b.parent_id = g.parent_id or (b.parent_id is null and g.parent_id is null))
                 order by b.position, b.id",
            )
            .bind(studio)
            .bind(id)
            .fetch_all(&mut *tx)
            .await?;
            let here = brothers.iter().position(|(brother, _)| *brother == id).ok_or(Error::NotFound)?;
            let there = match shift {
                Shift::Up => here.checked_sub(1),
                Shift::Down => Some(here + 1).filter(|there| *there < brothers.len()),
            };
            if let Some(there) = there {
                for (moved, position) in [(brothers[here].0, brothers[there].1), (brothers[there].0, brothers[here].1)] {
                    sqlx::query("update gallery set position = $3 where studio_id = $1 and id = $2")
                        .bind(studio)
                        .bind(moved)
                        .bind(position)
                        .execute(&mut *tx)
                        .await?;
                }
            }
            Ok(())
        });
        Ok(())
    }
}

/// The way from a living gallery up to its root. `cross join` keeps SQLite from turning the step round, which would read
/// all of the studio's galleries at every step.
macro_rules! up {
    () => {
        "with recursive up (id, parent_id, depth) as (
           select id, parent_id, cast(1 as bigint) from gallery
           where studio_id = $1 and id = $2 and deleted_at is null and job_id is null
           union all
           select g.id, g.parent_id, up.depth + 1 from up cross join gallery g
           where g.studio_id = $1 and g.id = up.parent_id
         )"
    };
}

/// The root of a living gallery, and how deep its children lie.
pub(crate) const ROOT_AND_DEPTH: &str = concat!(up!(), " select id, depth from up where parent_id is null");

/// Whether a gallery is this one or lies somewhere above it.
pub(crate) const IS_ABOVE: &str = concat!(up!(), " select count(*) from up where id = $3");

/// A living gallery and everything living under it, with the depth below it.
macro_rules! below {
    () => {
        "with recursive below (id, depth) as (
           select id, cast(0 as bigint) from gallery
           where studio_id = $1 and id = $2 and deleted_at is null and job_id is null
           union all
           select g.id, below.depth + 1 from below cross join gallery g
           where g.studio_id = $1 and g.parent_id = below.id and g.deleted_at is null
         )"
    };
}
use below;

/// How many galleries that are, itself included, and how deep the deepest lies below it.
pub(crate) const SIZE_AND_HEIGHT: &str = concat!(below!(), " select count(*), coalesce(max(depth), 0) from below");

/// Gives all of them another root.
pub(crate) const SET_ROOT: &str =
    concat!("update gallery set root_id = $3 where studio_id = $1 and id in (", below!(), " select id from below)");

impl TreeRow {
    fn line(self) -> GalleryRowInTree {
        GalleryRowInTree {
            id: GalleryId::from_uuid(self.id),
            parent: self.parent_id.map(GalleryId::from_uuid),
            name: self.name,
            navigation: if self.navigation { Navigation::On } else { Navigation::Off },
            password_active: self.password_active,
            photos: self.photos,
            has_below: self.has_below,
            releases: self.releases,
            created_at: self.created_at,
        }
    }
}

/// Parents before children, depth first, without recursion.
fn in_tree_order(rows: Vec<TreeRow>) -> Vec<GalleryRowInTree> {
    let mut children = std::collections::HashMap::<Option<Uuid>, Vec<TreeRow>>::new();
    for row in rows {
        children.entry(row.parent_id).or_default().push(row);
    }
    let mut waiting = children.remove(&None).unwrap_or_default();
    waiting.reverse();
    let mut ordered = Vec::new();
    while let Some(row) = waiting.pop() {
        if let Some(below) = children.remove(&Some(row.id)) {
            waiting.extend(below.into_iter().rev());
        }
        ordered.push(row.line());
    }
    ordered
}
