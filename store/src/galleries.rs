//! One gallery and its settings.

use chrono::NaiveDate;
use domain::access::{Grant, Navigation};
use domain::gallery::{GalleryName, GalleryPassword};
use domain::ids::{GalleryId, PhotoId};
use uuid::Uuid;

use crate::names::{Named, index_name};
use crate::{Desk, Error, Result, Store, db};

mod passwords;

/// A gallery's own settings.
#[derive(Clone, Debug)]
pub struct Gallery {
    /// Its id.
    pub id: GalleryId,
    /// Its parent.
    pub parent: Option<GalleryId>,
    /// Its name.
    pub name: String,
    /// The day it was photographed on.
    pub shot_on: Option<NaiveDate>,
    /// Its switch towards its own sub-galleries (S22).
    pub navigation: Navigation,
    /// Whether visitors may download.
    pub downloads: bool,
    /// Whether a password is set.
    pub has_password: bool,
    /// Whether the password is asked (S17, S18).
    pub password_active: bool,
    /// Chosen cover; the first photograph otherwise.
    pub cover: Option<PhotoId>,
    /// Grows with each change; a form sends back the one it was filled from.
    pub version: i64,
}

/// What a member does about a gallery's password.
#[derive(Clone, Debug)]
pub enum PasswordChange {
    /// Leaves it.
    Keep,
    /// Removes it; it is no longer asked.
    Remove,
    /// Sets a new one: whoever typed the old one is asked again.
    Set(GalleryPassword),
}

/// The settings form of a gallery.
#[derive(Clone, Debug)]
pub struct GallerySettings {
    /// Its name.
    pub name: GalleryName,
    /// The day it was photographed on.
    pub shot_on: Option<NaiveDate>,
    /// Its switch towards its own sub-galleries (S22).
    pub navigation: Navigation,
    /// Whether visitors may download.
    pub downloads: bool,
    /// What happens to the password.
    pub password: PasswordChange,
    /// Whether the password is asked.
    pub password_active: bool,
    /// The version that the form was filled from.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "columns are what they are")]
pub(crate) struct GalleryRow {
    id: Uuid,
    parent_id: Option<Uuid>,
    name: String,
    shot_on: Option<NaiveDate>,
    navigation: bool,
    downloads: bool,
    password_active: bool,
    has_password: bool,
    cover_id: Option<Uuid>,
    version: i64,
}

impl From<GalleryRow> for Gallery {
    fn from(row: GalleryRow) -> Self {
        Self {
            id: GalleryId::from_uuid(row.id),
            parent: row.parent_id.map(GalleryId::from_uuid),
            name: row.name,
            shot_on: row.shot_on,
            navigation: if row.navigation { Navigation::On } else { Navigation::Off },
            downloads: row.downloads,
            has_password: row.has_password,
            password_active: row.password_active,
            cover: row.cover_id.map(PhotoId::from_uuid),
            version: row.version,
        }
    }
}

impl Store {
    /// The gallery that a grant opens.
    pub async fn gallery(&self, grant: &Grant) -> Result<Gallery> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as::<_, GalleryRow>(
                "select id, parent_id, name, shot_on, navigation, downloads, password_active,
                        password_sealed is not null as has_password, cover_id, version
                 from gallery where studio_id = $1 and id = $2 and deleted_at is null",
            )
            .bind(grant.studio().uuid())
            .bind(grant.gallery().uuid())
            .fetch_one(c)
            .await
        })?;
        Ok(row.into())
    }

    /// Saves the settings form.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when somebody saved since the form was filled; nothing is written then.
    pub async fn change_gallery(&self, desk: &Desk, grant: &Grant, new: &GallerySettings) -> Result<()> {
        let (index, sealed) = match &new.password {
            PasswordChange::Set(password) => {
                let (index, sealed) = self.stored_password(grant, password);
                (Some(index), Some(sealed))
            }
            PasswordChange::Keep | PasswordChange::Remove => (None, None),
        };
        let keeps = matches!(new.password, PasswordChange::Keep);
        let (studio, id) = desk.at(grant)?;
        db::write!(&self.db, tx => {
            // Another name or day leaves everybody what they see.
            sqlx::query(
                "update studio set access_version = access_version + 1 where id = $1 and exists (
                   select 1 from gallery where studio_id = $1 and id = $2
                     and (not $5 or navigation <> $3 or password_active <> $4))",
            )
            .bind(studio)
            .bind(id)
            .bind(new.navigation == Navigation::On)
            .bind(new.password_active)
            .bind(keeps)
            .execute(&mut *tx)
            .await?;
            let done = sqlx::query(
                "update gallery set name = $4, shot_on = $5, navigation = $6, downloads = $7, version = version + 1,
                        password_index = case when $8 then password_index else $9 end,
                        password_sealed = case when $8 then password_sealed else $10 end,
                        password_generation = case when $8 then password_generation else password_generation + 1 end,
                        password_active = $11 and case when $8 then password_sealed is not null else $12 end
                 where studio_id = $1 and id = $2 and version = $3 and deleted_at is null",
            )
            .bind(studio)
            .bind(id)
            .bind(new.version)
            .bind(new.name.as_str())
            .bind(new.shot_on)
            .bind(new.navigation == Navigation::On)
            .bind(new.downloads)
            .bind(keeps)
            .bind(&index)
            .bind(&sealed)
            .bind(new.password_active)
            .bind(sealed.is_some())
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 {
                index_name!(tx, studio, Named::Gallery, id, new.name.as_str());
                return Ok(());
            }
            let lives: Option<i64> = sqlx::query_scalar(
                "select version from gallery where studio_id = $1 and id = $2 and deleted_at is null",
            )
            .bind(studio)
            .bind(id)
            .fetch_optional(&mut *tx)
            .await?;
            Err(lives.map_or(Error::NotFound, |_| Error::ChangedMeanwhile))
        });
        Ok(())
    }

    /// Keeps or removes a gallery's password; whether it is asked stays, but one that is gone is not asked.
    pub async fn change_gallery_password(&self, desk: &Desk, grant: &Grant, new: &PasswordChange) -> Result<()> {
        if matches!(new, PasswordChange::Keep) {
            return Ok(());
        }
        let it = self.gallery(grant).await?;
        let settings = GallerySettings {
            name: GalleryName::parse(&it.name).map_err(|_| Error::Corrupt("name of a gallery"))?,
            shot_on: it.shot_on,
            navigation: it.navigation,
            downloads: it.downloads,
            password: new.clone(),
            password_active: it.password_active,
            version: it.version,
        };
        self.change_gallery(desk, grant, &settings).await
    }

    /// Gives a gallery another name, whatever else was changed meanwhile.
    pub async fn rename_gallery(&self, desk: &Desk, grant: &Grant, name: &GalleryName) -> Result<()> {
        let (studio, id) = desk.at(grant)?;
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "update gallery set name = $3, version = version + 1
                 where studio_id = $1 and id = $2 and deleted_at is null",
            )
            .bind(studio)
            .bind(id)
            .bind(name.as_str())
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() != 1 {
                return Err(Error::NotFound);
            }
            index_name!(tx, studio, Named::Gallery, id, name.as_str());
            Ok(())
        });
        Ok(())
    }

    /// Makes a photograph the cover.
    pub async fn choose_cover(&self, desk: &Desk, grant: &Grant, photo: PhotoId) -> Result<()> {
        let (studio, id) = desk.at(grant)?;
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "update gallery set cover_id = $3 where studio_id = $1 and id = $2
                   and exists (select 1 from photo where studio_id = $1 and gallery_id = $2 and id = $3 and deleted_at is null)",
            )
            .bind(studio)
            .bind(id)
            .bind(photo.uuid())
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }
}
