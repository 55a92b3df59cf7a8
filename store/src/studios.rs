//! Studios: the tenants. Every other table carries the studio's id first in its key; nothing crosses it.

use chrono::{DateTime, Utc};
use domain::access::{AccessMode, Rules, Switch};
use domain::ids::StudioId;
use domain::studio::{Language, StudioAddress, StudioName};
use uuid::Uuid;

use crate::brands::{Brand, BrandRow};
use crate::error::taken;
use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

/// A studio as pages need it.
#[derive(Clone, Debug)]
pub struct Studio {
    /// Its id.
    pub id: StudioId,
    /// Its place in every address: `/{address}`.
    pub address: StudioAddress,
    /// Its name.
    pub name: StudioName,
    /// The language of its pages where a visitor prefers none that we have.
    pub language: Language,
    /// A line under the name on the front door; may be empty.
    pub tagline: String,
    /// What the resolver asks of the studio: client logins on or off (S1), access mode (S30).
    pub rules: Rules,
    /// What makes its pages its own (S76).
    pub brand: Brand,
}

/// What is needed to open a studio.
#[derive(Clone, Debug)]
pub struct NewStudio {
    /// Its place in every address.
    pub address: StudioAddress,
    /// Its name.
    pub name: StudioName,
    /// Its language.
    pub language: Language,
}

#[derive(sqlx::FromRow)]
pub(crate) struct StudioRow {
    id: Uuid,
    address: String,
    name: String,
    language: String,
    tagline: String,
    client_logins: bool,
    access_mode: String,
    #[sqlx(flatten)]
    brand: BrandRow,
}

impl TryFrom<StudioRow> for Studio {
    type Error = Error;

    fn try_from(row: StudioRow) -> Result<Self> {
        const BAD: Error = Error::Corrupt("studio");
        Ok(Self {
            id: StudioId::from_uuid(row.id),
            address: StudioAddress::parse(&row.address).map_err(|_| BAD)?,
            name: StudioName::parse(&row.name).map_err(|_| BAD)?,
            language: row.language.parse().map_err(|_| BAD)?,
            tagline: row.tagline,
            rules: Rules {
                client_logins: if row.client_logins { Switch::On } else { Switch::Off },
                mode: mode_of(&row.access_mode)?,
            },
            brand: row.brand.try_into()?,
        })
    }
}

fn mode_of(text: &str) -> Result<AccessMode> {
    match text {
        "staircase" => Ok(AccessMode::Staircase),
        "explicit" => Ok(AccessMode::Explicit),
        _ => Err(Error::Corrupt("access mode")),
    }
}

pub(crate) fn text_of(mode: AccessMode) -> &'static str {
    match mode {
        AccessMode::Staircase => "staircase",
        AccessMode::Explicit => "explicit",
    }
}

impl Store {
    /// The studio at an address.
    pub async fn studio(&self, address: &StudioAddress) -> Result<Option<Studio>> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as::<_, StudioRow>(
                "select id, address, name, language, tagline, client_logins, access_mode,
                        accent, greeting, logo_id, logo_width, logo_height, logo_ground
                 from studio where address = $1",
            )
            .bind(address.as_str())
            .fetch_optional(c)
            .await
        })?;
        row.map(Studio::try_from).transpose()
    }

    /// The studio of an id.
    pub(crate) async fn studio_by_id(&self, id: StudioId) -> Result<Studio> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as::<_, StudioRow>(
                "select id, address, name, language, tagline, client_logins, access_mode,
                        accent, greeting, logo_id, logo_width, logo_height, logo_ground
                 from studio where id = $1",
            )
            .bind(id.uuid())
            .fetch_one(c)
            .await
        })?;
        row.try_into()
    }

    /// Opens a studio with no member yet.
    ///
    /// # Errors
    /// [`Error::Taken`] when the address belongs to another studio.
    pub async fn open_studio(&self, new: &NewStudio, now: DateTime<Utc>) -> Result<StudioId> {
        let id = StudioId::from_random(random());
        db::write!(&self.db, tx => {
            sqlx::query("insert into studio (id, address, name, language, created_at) values ($1, $2, $3, $4, $5)")
                .bind(id.uuid())
                .bind(new.address.as_str())
                .bind(new.name.as_str())
                .bind(new.language.as_str())
                .bind(now)
                .execute(&mut *tx)
                .await
                .map_err(taken("address"))?;
            Ok(())
        });
        Ok(id)
    }

    /// Changes name, line and language.
    pub async fn change_studio(&self, desk: &Desk, name: &StudioName, tagline: &str, language: Language) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query("update studio set name = $2, tagline = $3, language = $4 where id = $1")
                .bind(desk.studio().uuid())
                .bind(name.as_str())
                .bind(tagline)
                .bind(language.as_str())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }
}
