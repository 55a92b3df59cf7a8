//! What a gallery's page and the photo viewer show. Every read takes the resolver's proof.

use std::collections::HashMap;

use domain::access::{Grant, Sight};
use domain::ids::{GalleryId, PhotoId};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{Error, Result, Store, db};

/// A photograph on a visitor's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoOnPage {
    /// Its id.
    pub id: PhotoId,
    /// Pixels of the original, oriented.
    pub width: i64,
    /// Pixels of the original, oriented.
    pub height: i64,
    /// Average colour, `0xRRGGBB`.
    pub colour: i64,
}

/// A photograph with its neighbours: the viewer.
#[derive(Clone, Debug)]
pub struct Around {
    /// The photograph.
    pub photo: PhotoOnPage,
    /// Its place in the gallery, from 1.
    pub position: i64,
    /// How many photographs are ready in the gallery.
    pub count: i64,
    /// The one before.
    pub previous: Option<PhotoOnPage>,
    /// The one after.
    pub next: Option<PhotoOnPage>,
}

/// A gallery's cover.
#[derive(Clone, Debug)]
pub struct Cover {
    /// The photograph.
    pub photo: PhotoId,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// Average colour, `0xRRGGBB`.
    pub colour: i64,
}

impl Cover {
    /// A gallery without a photograph has none: then the joined columns are empty.
    pub(crate) fn of_row(
        photo: Option<Uuid>,
        width: Option<i64>,
        height: Option<i64>,
        colour: Option<i64>,
    ) -> Option<Self> {
        Some(Self { photo: PhotoId::from_uuid(photo?), width: width?, height: height?, colour: colour? })
    }
}

#[derive(sqlx::FromRow)]
struct PhotoRow {
    id: Uuid,
    width: i64,
    height: i64,
    colour: i64,
}

impl From<PhotoRow> for PhotoOnPage {
    fn from(row: PhotoRow) -> Self {
        Self { id: PhotoId::from_uuid(row.id), width: row.width, height: row.height, colour: row.colour }
    }
}

impl Store {
    /// How many photographs of a gallery are shown.
    pub async fn photo_count(&self, grant: &Grant) -> Result<i64> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select count(*) from shown_photo where studio_id = $1 and gallery_id = $2",
            )
            .bind(grant.studio().uuid())
            .bind(grant.gallery().uuid())
            .fetch_one(c)
            .await
        })?)
    }

    /// A stretch of a gallery's photographs in their order.
    pub async fn photos_of(&self, grant: &Grant, skip: i64, take: i64) -> Result<Vec<PhotoOnPage>> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, PhotoRow>(
                "select id, width, height, colour from shown_photo
                 where studio_id = $1 and gallery_id = $2
                 order by sort_key, id limit $3 offset $4",
            )
            .bind(grant.studio().uuid())
            .bind(grant.gallery().uuid())
            .bind(take)
            .bind(skip)
            .fetch_all(c)
            .await
        })?;
        Ok(rows.into_iter().map(PhotoOnPage::from).collect())
    }

    /// A photograph of this gallery with its neighbours.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a photograph that hangs elsewhere, is gone or not ready.
    pub async fn photo_around(&self, grant: &Grant, photo: PhotoId) -> Result<Around> {
        let rank: Option<i64> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select (select count(*) from shown_photo b
                          where b.studio_id = p.studio_id and b.gallery_id = p.gallery_id
                            and (b.sort_key < p.sort_key or (b.sort_key = p.sort_key and b.id < p.id)))
                 from shown_photo p
                 where p.studio_id = $1 and p.gallery_id = $2 and p.id = $3",
            )
            .bind(grant.studio().uuid())
            .bind(grant.gallery().uuid())
            .bind(photo.uuid())
            .fetch_optional(c)
            .await
        })?;
        let rank = rank.ok_or(Error::NotFound)?;
        let first = (rank - 1).max(0);
        let mut near = self.photos_of(grant, first, rank - first + 2).await?.into_iter();
        let previous = if rank > 0 { near.next() } else { None };
        let photo = near.next().filter(|near| near.id == photo).ok_or(Error::NotFound)?;
        Ok(Around { photo, position: rank + 1, count: self.photo_count(grant).await?, previous, next: near.next() })
    }

    /// Names of galleries that a sight grants, in the order asked for; what it does not grant is left out.
    pub async fn gallery_names(&self, sight: &Sight, galleries: &[GalleryId]) -> Result<Vec<(GalleryId, String)>> {
        let granted: Vec<Uuid> = galleries
            .iter()
            .filter_map(|gallery| sight.grant(*gallery).ok())
            .map(|grant| grant.gallery().uuid())
            .collect();
        let mut names = HashMap::new();
        for some in granted.chunks(db::AT_ONCE) {
            let rows: Vec<(Uuid, String)> = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new("select id, name from gallery where deleted_at is null and studio_id = ");
                query.push_bind(sight.studio().uuid());
                query.push(" and id in ");
                db::among!(query, some.iter().copied());
                query.build_query_as().fetch_all(c).await
            })?;
            names.extend(rows);
        }
        let named = |id: &Uuid| names.remove(id).map(|name| (GalleryId::from_uuid(*id), name));
        Ok(granted.iter().filter_map(named).collect())
    }

    /// A photograph that is ready, or the picture of a card, for whoever was found to be allowed to see it
    /// ([`crate::PhotoPlace::shown`], [`crate::PhotoPlace::card`]).
    pub(crate) async fn photo_of(&self, grant: &Grant, photo: PhotoId) -> Result<Option<PhotoOnPage>> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as::<_, PhotoRow>(
                "select id, width, height, colour from photo
                 where studio_id = $1 and gallery_id = $2 and id = $3 and deleted_at is null
                   and state in ('ready', 'card')",
            )
            .bind(grant.studio().uuid())
            .bind(grant.gallery().uuid())
            .bind(photo.uuid())
            .fetch_optional(c)
            .await
        })?;
        Ok(row.map(PhotoOnPage::from))
    }
}
