//! Releases: which galleries a client login holds (S7, S8, S14), and the cards of a client's overview (S11).

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Grant, Sight};
use domain::ids::{ClientLoginId, GalleryId};
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::{Cover, Desk, Error, GuestSight, Result, Store, db};

/// A card of the overview.
#[derive(Clone, Debug)]
pub struct ReleaseCard {
    /// The gallery.
    pub gallery: GalleryId,
    /// Its name.
    pub name: String,
    /// The day it was photographed on.
    pub shot_on: Option<NaiveDate>,
    /// How many photographs are ready in it.
    pub photos: i64,
    /// How many of them became ready since this login last opened it.
    pub new: i64,
    /// Its cover.
    pub cover: Option<Cover>,
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: Uuid,
    name: String,
    shot_on: Option<NaiveDate>,
    photos: i64,
    new: i64,
    cover: Option<Uuid>,
    width: Option<i64>,
    height: Option<i64>,
    colour: Option<i64>,
}

/// Inside a transaction: goes on if the login is there, and holds it until the end. Two members who change one login wait
/// for each other here, and not in a circle below.
macro_rules! hold_login {
    ($tx:ident, $studio:expr, $login:expr) => {
        let held =
            sqlx::query("update client_login set name = name where studio_id = $1 and id = $2 and deleted_at is null")
                .bind($studio)
                .bind($login)
                .execute(&mut *$tx)
                .await?;
        if held.rows_affected() != 1 {
            return Err($crate::Error::NotFound);
        }
    };
}
pub(crate) use hold_login;

/// Inside a transaction that holds the login: one gallery more, or one less.
macro_rules! released {
    ($tx:ident, $studio:expr, $login:expr, $gallery:expr, $now:expr) => {
        let known: Option<i64> = sqlx::query_scalar(
            "select cast(1 as bigint) from gallery where studio_id = $1 and id = $2 and deleted_at is null and job_id is null",
        )
        .bind($studio)
        .bind($gallery)
        .fetch_optional(&mut *$tx)
        .await?;
        known.ok_or($crate::Error::NotFound)?;
        sqlx::query($crate::releases::BEGINS)
            .bind($studio)
            .bind($login)
            .bind($gallery)
            .bind($now)
            .bind($now - $crate::access_changes::KEPT)
            .execute(&mut *$tx)
            .await?;
    };
    ($tx:ident, $studio:expr, $login:expr, no $gallery:expr, $now:expr) => {
        sqlx::query($crate::releases::REMEMBERED)
            .bind($studio)
            .bind($login)
            .bind($gallery)
            .bind($now)
            .execute(&mut *$tx)
            .await?;
        sqlx::query("delete from release where studio_id = $1 and client_login_id = $2 and gallery_id = $3")
            .bind($studio)
            .bind($login)
            .bind($gallery)
            .execute(&mut *$tx)
            .await?;
    };
}
pub(crate) use released;

/// As it was, if it was taken away within a day: to the client nothing of it is new then.
pub(crate) const BEGINS: &str = "insert into release (studio_id, client_login_id, gallery_id, released_at, seen_at)
 select l.studio_id, l.id, $3, coalesce(e.released_at, $4), e.seen_at
 from client_login l left join ended_release e
   on e.studio_id = l.studio_id and e.client_login_id = l.id and e.gallery_id = $3 and e.ended_at > $5
 where l.studio_id = $1 and l.id = $2
 on conflict do nothing";

pub(crate) const REMEMBERED: &str =
    "insert into ended_release (studio_id, client_login_id, gallery_id, released_at, seen_at, ended_at)
 select studio_id, client_login_id, gallery_id, released_at, seen_at, $4 from release
 where studio_id = $1 and client_login_id = $2 and gallery_id = $3
 on conflict (studio_id, client_login_id, gallery_id)
 do update set released_at = excluded.released_at, seen_at = excluded.seen_at, ended_at = excluded.ended_at";

/// Inside a transaction that holds the studio: adds galleries to a login and removes some.
macro_rules! release_in {
    ($tx:ident, $studio:expr, $login:expr, $add:expr, $remove:expr, $now:expr) => {{
        $crate::releases::hold_login!($tx, $studio, $login);
        for gallery in &$remove {
            $crate::releases::released!($tx, $studio, $login, no gallery.uuid(), $now);
        }
        for gallery in &$add {
            $crate::releases::released!($tx, $studio, $login, gallery.uuid(), $now);
        }
    }};
}
pub(crate) use release_in;

/// Inside a transaction that holds the studio: releases a gallery to logins and takes it from some.
macro_rules! release_to_in {
    ($tx:ident, $studio:expr, $gallery:expr, $add:expr, $remove:expr, $now:expr) => {{
        for login in &$remove {
            $crate::releases::hold_login!($tx, $studio, login.uuid());
            $crate::releases::released!($tx, $studio, login.uuid(), no $gallery, $now);
        }
        for login in &$add {
            $crate::releases::hold_login!($tx, $studio, login.uuid());
            $crate::releases::released!($tx, $studio, login.uuid(), $gallery, $now);
        }
    }};
}
pub(crate) use release_to_in;

impl Store {
    /// The galleries released to a login, for the studio's own pages.
    pub async fn releases(&self, desk: &Desk, login: ClientLoginId) -> Result<BTreeSet<GalleryId>> {
        self.client_login(desk, login).await?;
        self.released_to(desk.studio(), login).await
    }

    /// The logins that hold a gallery.
    pub async fn holders(&self, desk: &Desk, gallery: &Grant) -> Result<BTreeSet<ClientLoginId>> {
        let (studio, id) = desk.at(gallery)?;
        let rows: Vec<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select l.id from release r cross join client_login l
                 where l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null
                   and r.studio_id = $1 and r.gallery_id = $2",
            )
            .bind(studio)
            .bind(id)
            .fetch_all(c)
            .await
        })?;
        Ok(rows.into_iter().map(ClientLoginId::from_uuid).collect())
    }

    /// The names of some logins that hold a gallery, as people order them; at most `most` are looked for. The `cross join`
    /// is for SQLite: it begins with what is released here, where it would read every login of the studio by itself.
    pub async fn names_of_holders(&self, desk: &Desk, gallery: &Grant, most: i64) -> Result<Vec<String>> {
        let (studio, id) = desk.at(gallery)?;
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select name from (
                   select l.id, l.name, l.name_key from release r cross join client_login l
                   where l.studio_id = r.studio_id and l.id = r.client_login_id and l.deleted_at is null
                     and r.studio_id = $1 and r.gallery_id = $2 limit $3) held order by name_key, id",
            )
            .bind(studio)
            .bind(id)
            .bind(most)
            .fetch_all(c)
            .await
        })?)
    }

    /// The cards of a guest's overview: the galleries released to their login, newest first, and no other (S11).
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever has not come in by a code.
    pub async fn overview(&self, of: &GuestSight) -> Result<Vec<ReleaseCard>> {
        let login = of.guest.login.ok_or(Error::NotFound)?;
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, CardRow>(
                "select g.id, g.name, g.shot_on, g.photos, g.new, p.id as cover, p.width, p.height, p.colour
                 from (
                   select g.studio_id, g.id, g.name, g.shot_on, r.released_at,
                          (select count(*) from photo p where p.studio_id = g.studio_id and p.gallery_id = g.id
                             and p.deleted_at is null and p.state = 'ready') as photos,
                          (select count(*) from photo p where p.studio_id = g.studio_id and p.gallery_id = g.id
                             and p.deleted_at is null and p.state = 'ready'
                             and (r.seen_at is null or p.ready_at > r.seen_at)) as new,
                          coalesce(
                            (select p.id from photo p where p.studio_id = g.studio_id and p.gallery_id = g.id
                               and p.id = g.cover_id and p.deleted_at is null and p.state = 'ready'),
                            (select p.id from photo p where p.studio_id = g.studio_id and p.gallery_id = g.id
                               and p.deleted_at is null and p.state = 'ready' order by p.sort_key, p.id limit 1)
                          ) as cover_photo
                   from release r join gallery g on g.studio_id = r.studio_id and g.id = r.gallery_id
                   where r.studio_id = $1 and r.client_login_id = $2 and g.deleted_at is null
                 ) g
                 left join photo p on p.studio_id = g.studio_id and p.id = g.cover_photo
                 order by g.shot_on is null, g.shot_on desc, g.released_at desc, g.name",
            )
            .bind(of.sight.studio().uuid())
            .bind(login.uuid())
            .fetch_all(c)
            .await
        })?;
        Ok(rows.into_iter().filter_map(|row| row.card(&of.sight)).collect())
    }

    /// Remembers that the login has seen the gallery as it is now: what comes later is new (S11). Where nothing is new
    /// there is nothing to remember, and nothing is written: opening a gallery is a read, as a rule.
    pub async fn note_seen_gallery(&self, login: ClientLoginId, grant: &Grant, now: DateTime<Utc>) -> Result<()> {
        let news: Option<i64> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select cast(1 as bigint) from release r
                 where r.studio_id = $1 and r.client_login_id = $2 and r.gallery_id = $3 and exists (
                   select 1 from photo p where p.studio_id = r.studio_id and p.gallery_id = r.gallery_id
                     and p.deleted_at is null and p.state = 'ready' and (r.seen_at is null or p.ready_at > r.seen_at))",
            )
            .bind(grant.studio().uuid())
            .bind(login.uuid())
            .bind(grant.gallery().uuid())
            .fetch_optional(c)
            .await
        })?;
        if news.is_none() {
            return Ok(());
        }
        db::write!(&self.db, tx => {
            sqlx::query(
                "update release set seen_at = $4 where studio_id = $1 and client_login_id = $2 and gallery_id = $3",
            )
            .bind(grant.studio().uuid())
            .bind(login.uuid())
            .bind(grant.gallery().uuid())
            .bind(now)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }
}

impl CardRow {
    /// The resolver has the last word here too: a row it does not grant makes no card.
    fn card(self, sight: &Sight) -> Option<ReleaseCard> {
        let gallery = GalleryId::from_uuid(self.id);
        sight.grant(gallery).ok()?;
        let cover = Cover::of_row(self.cover, self.width, self.height, self.colour);
        Some(ReleaseCard { gallery, name: self.name, shot_on: self.shot_on, photos: self.photos, new: self.new, cover })
    }
}
