//! A studio's brand (S76): its colour, its greeting, its logo. The logo is an object of its own, a new one with each
//! upload, so that its name tells its content.

use bytes::Bytes;
use domain::colour::Colour;
use domain::ids::{LogoId, StudioId};
use domain::studio::{Greeting, Ground};
use uuid::Uuid;

use crate::secrets::random;
use crate::{BlobKey, Desk, Error, Result, Store, db};

/// What makes a studio's pages its own.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    /// Its colour, as it was chosen.
    pub accent: Option<Colour>,
    /// A few lines for clients; may be empty.
    pub greeting: String,
    /// Its logo.
    pub logo: Option<Logo>,
}

/// A logo that can be shown: a PNG without metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its object.
    pub id: LogoId,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What must be behind it.
    pub ground: Ground,
}

/// A logo that is to be kept.
#[derive(Clone, Debug)]
pub struct NewLogo {
    /// A PNG without metadata.
    pub png: Bytes,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What must be behind it.
    pub ground: Ground,
}

#[derive(sqlx::FromRow)]
pub(crate) struct BrandRow {
    accent: Option<String>,
    greeting: String,
    logo_id: Option<Uuid>,
    logo_width: Option<i64>,
    logo_height: Option<i64>,
    logo_ground: Option<String>,
}

impl TryFrom<BrandRow> for Brand {
    type Error = Error;

    fn try_from(row: BrandRow) -> Result<Self> {
        const BAD: Error = Error::Corrupt("brand");
        let side = |side: Option<i64>| side.and_then(|side| u32::try_from(side).ok()).ok_or(BAD);
        let logo = row.logo_id.map(|id| -> Result<Logo> {
            Ok(Logo {
                id: LogoId::from_uuid(id),
                width: side(row.logo_width)?,
                height: side(row.logo_height)?,
                ground: row.logo_ground.as_deref().and_then(Ground::parse).ok_or(BAD)?,
            })
        });
        Ok(Self {
            accent: row.accent.map(|accent| Colour::parse(&accent).map_err(|_| BAD)).transpose()?,
            greeting: row.greeting,
            logo: logo.transpose()?,
        })
    }
}

impl Store {
    /// Changes the colour and the greeting.
    pub async fn change_brand(&self, desk: &Desk, accent: Option<Colour>, greeting: &Greeting) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query("update studio set accent = $2, greeting = $3 where id = $1")
                .bind(desk.studio().uuid())
                .bind(accent.map(|accent| accent.to_string()))
                .bind(greeting.as_str())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// Keeps a new logo in the place of the one before, whose object goes. First the object, then the row: no row ever
    /// names an object that is not there.
    pub async fn change_logo(&self, desk: &Desk, new: &NewLogo) -> Result<LogoId> {
        let id = LogoId::from_random(random());
        self.blobs.put(BlobKey::Logo(desk.studio(), id), new.png.clone()).await?;
        let logo = Logo { id, width: new.width, height: new.height, ground: new.ground };
        self.set_logo(desk, Some(logo)).await?;
        Ok(id)
    }

    /// The studio has no logo from now on.
    pub async fn remove_logo(&self, desk: &Desk) -> Result<()> {
        self.set_logo(desk, None).await
    }

    async fn set_logo(&self, desk: &Desk, logo: Option<Logo>) -> Result<()> {
        let studio = desk.studio();
        let before = db::write!(&self.db, tx => {
            // Held until the end: of two that change it the second finds the first one's.
            sqlx::query("update studio set address = address where id = $1").bind(studio.uuid()).execute(&mut *tx).await?;
            let before: Option<Uuid> = sqlx::query_scalar("select logo_id from studio where id = $1")
                .bind(studio.uuid())
                .fetch_one(&mut *tx)
                .await?;
            sqlx::query(
                "update studio set logo_id = $2, logo_width = $3, logo_height = $4, logo_ground = $5 where id = $1",
            )
            .bind(studio.uuid())
            .bind(logo.map(|logo| logo.id.uuid()))
            .bind(logo.map(|logo| i64::from(logo.width)))
            .bind(logo.map(|logo| i64::from(logo.height)))
            .bind(logo.map(|logo| logo.ground.as_str()))
            .execute(&mut *tx)
            .await?;
            Ok(before)
        });
        if let Some(before) = before
            && let Err(error) = self.blobs.delete(BlobKey::Logo(studio, LogoId::from_uuid(before))).await
        {
            tracing::warn!(%error, "a logo that is no longer used was left lying; it is swept away later");
        }
        Ok(())
    }

    /// The bytes of a studio's logo. Anybody may see them: they stand at the front door.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such logo any more.
    pub async fn logo_bytes(&self, studio: StudioId, logo: LogoId) -> Result<Bytes> {
        self.blobs.get(BlobKey::Logo(studio, logo)).await
    }
}
