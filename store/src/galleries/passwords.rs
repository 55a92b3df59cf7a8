//! The password of a gallery: shown again to members, typed by guests at its locked door.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::gallery::GalleryPassword;
use domain::ids::GalleryId;
use subtle::ConstantTimeEq;

use crate::keyring::Belongs;
use crate::sessions::Key;
use crate::{Desk, Result, SessionToken, Store, db};

impl Store {
    /// The gallery's password, to show it again to a member.
    pub async fn gallery_password(&self, desk: &Desk, grant: &Grant) -> Result<Option<String>> {
        let (studio, id) = desk.at(grant)?;
        let sealed: Option<Vec<u8>> = db::read!(&self.db, c => {
            sqlx::query_scalar("select password_sealed from gallery where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(id)
                .fetch_one(c)
                .await
        })?;
        sealed
            .map(|sealed| Ok(self.keys.open(&sealed, password_of(grant.studio(), grant.gallery()))?.to_string()))
            .transpose()
    }

    /// Unlocks one gallery for one session, if the password is the one it asks. The caller has established that this
    /// visitor stands before its locked door, and has taken an attempt from the budgets.
    pub async fn unlock_gallery(
        &self,
        token: Option<&SessionToken>,
        studio: domain::ids::StudioId,
        gallery: GalleryId,
        password: &GalleryPassword,
        now: DateTime<Utc>,
    ) -> Result<Option<SessionToken>> {
        let row: Option<(Option<Vec<u8>>, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select password_index, password_generation from gallery
                 where studio_id = $1 and id = $2 and password_active and deleted_at is null",
            )
            .bind(studio.uuid())
            .bind(gallery.uuid())
            .fetch_optional(c)
            .await
        })?;
        let typed = self.password_index(studio, gallery, password);
        let Some((Some(index), generation)) = row else {
            return Ok(None);
        };
        if !bool::from(index.as_slice().ct_eq(&typed)) {
            return Ok(None);
        }
        self.grant_key(token, studio, Key::Unlocked(gallery), generation, now).await.map(Some)
    }

    pub(super) fn stored_password(&self, grant: &Grant, password: &GalleryPassword) -> (Vec<u8>, Vec<u8>) {
        let index = self.password_index(grant.studio(), grant.gallery(), password).to_vec();
        (index, self.keys.seal(password.as_str(), password_of(grant.studio(), grant.gallery())))
    }

    /// The gallery's id is part of it: equal passwords of two galleries have nothing in common (B01).
    fn password_index(
        &self,
        studio: domain::ids::StudioId,
        gallery: GalleryId,
        password: &GalleryPassword,
    ) -> [u8; 32] {
        self.keys.index(&[
            b"gallery password",
            studio.uuid().as_bytes(),
            gallery.uuid().as_bytes(),
            password.as_str().as_bytes(),
        ])
    }
}

fn password_of(studio: domain::ids::StudioId, gallery: GalleryId) -> Belongs<'static> {
    Belongs { studio, kind: "gallery password", id: gallery.uuid() }
}
