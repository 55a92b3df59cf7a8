//! Photographs on their way in, and what the studio does with them.

use bytes::Bytes;
use chrono::{DateTime, NaiveDateTime, Utc};
use domain::access::Grant;
use domain::ids::{GalleryId, PhotoId, StudioId};
use domain::photo::{Size, Unreadable};
use futures::stream::BoxStream;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::photo_jobs::{CARD, CardsSeen, note_card};
use crate::work::end_work;
use crate::{BlobKey, Desk, Error, Lease, Result, Store, Studio, db};

mod removals;

/// Where a photograph hangs. It reveals nothing: whether the asker may see it is for the resolver to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoPlace {
    /// The studio.
    pub studio: StudioId,
    /// The gallery.
    pub gallery: GalleryId,
    /// Whether the gallery is one of a photo job.
    pub of_job: bool,
    /// Whether anybody but a member may see it, if they may see the gallery: it is ready, and not held back on behalf of
    /// somebody on it (S63).
    pub shown: bool,
    /// Whether it is the picture of an access card, which holds a code: for members who let people in, and for nobody else.
    pub card: bool,
}

/// What the image pipeline made of an original.
#[derive(Clone, Debug)]
pub struct RenderedPhoto {
    /// Pixels, after orientation was applied.
    pub width: u32,
    /// Pixels, after orientation was applied.
    pub height: u32,
    /// Average colour, `0xRRGGBB`: the placeholder.
    pub colour: u32,
    /// When it was taken, by the camera's own clock.
    pub taken_at: Option<NaiveDateTime>,
    /// Model and serial number of the camera; may be empty.
    pub camera: String,
    /// The access cards that were seen on it, if it lies in a photo job.
    pub cards: CardsSeen,
    /// The JPEGs, one for each size.
    pub sizes: Vec<(Size, Bytes)>,
}

/// A photograph on the studio's own gallery page.
#[derive(Clone, Debug)]
pub struct StudioPhoto {
    /// Its id.
    pub id: PhotoId,
    /// The name of the file.
    pub file_name: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// Average colour, `0xRRGGBB`.
    pub colour: i64,
    /// Whether its sizes are there.
    pub ready: bool,
    /// Whether anybody but a member may see it, if they may see the gallery: [`PhotoPlace::shown`].
    pub shown: bool,
}

/// A photograph that arrived and cannot be shown.
#[derive(Clone, Debug)]
pub struct FailedPhoto {
    /// Its id.
    pub id: PhotoId,
    /// The name of the file.
    pub file_name: String,
    /// Why; `None` when the cause lies with us.
    pub failure: Option<Unreadable>,
}

/// A photograph as it lies in the table.
#[derive(sqlx::FromRow)]
pub(crate) struct StudioPhotoRow {
    id: Uuid,
    file_name: String,
    width: i64,
    height: i64,
    colour: i64,
    state: String,
    failure: Option<String>,
    shown: bool,
}

/// The photographs of gallery `$2` of studio `$1`, as a [`StudioPhotoRow`] each.
macro_rules! studio_photos {
    ($rest:literal) => {
        concat!(
            "select id, file_name, width, height, colour, state, failure,
                    exists (select 1 from shown_photo s where s.studio_id = photo.studio_id and s.id = photo.id) as shown
             from photo where studio_id = $1 and gallery_id = $2 and deleted_at is null and ",
            $rest
        )
    };
}
pub(crate) use studio_photos;

/// Photographs, and apart from them those that failed.
pub(crate) fn apart(rows: Vec<StudioPhotoRow>) -> (Vec<StudioPhoto>, Vec<FailedPhoto>) {
    let (failed, shown): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.state == "failed");
    let shown = shown.into_iter().map(|row| StudioPhoto {
        id: PhotoId::from_uuid(row.id),
        file_name: row.file_name,
        width: row.width,
        height: row.height,
        colour: row.colour,
        ready: row.state == "ready",
        shown: row.shown,
    });
    let failed = failed.into_iter().map(|row| FailedPhoto {
        id: PhotoId::from_uuid(row.id),
        file_name: row.file_name,
        failure: row.failure.and_then(|failure| failure.parse().ok()),
    });
    (shown.collect(), failed.collect())
}

impl Store {
    /// Where a photograph hangs; nowhere, if it is the picture of a card that was erased.
    pub async fn photo_place(&self, photo: PhotoId) -> Result<PhotoPlace> {
        let (studio, gallery, of_job, shown, card): (Uuid, Uuid, bool, bool, bool) = db::read!(&self.db, c => {
            sqlx::query_as(
                "select p.studio_id, p.gallery_id, g.job_id is not null,
                        exists (select 1 from shown_photo s where s.studio_id = p.studio_id and s.id = p.id), p.state = 'card'
                 from photo p join gallery g on g.studio_id = p.studio_id and g.id = p.gallery_id
                 where p.id = $1 and p.deleted_at is null and (p.state <> 'card' or not exists (
                   select 1 from photo_card k where k.studio_id = p.studio_id and k.photo_id = p.id and k.erased_at is not null))",
            )
            .bind(photo.uuid())
            .fetch_one(c)
            .await
        })?;
        let (studio, gallery) = (StudioId::from_uuid(studio), GalleryId::from_uuid(gallery));
        Ok(PhotoPlace { studio, gallery, of_job, shown, card })
    }

    /// The studio that a photograph hangs in.
    pub async fn studio_of_place(&self, place: &PhotoPlace) -> Result<Studio> {
        self.studio_by_id(place.studio).await
    }

    /// One size of a photograph: its length in bytes and the bytes.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a photograph that does not hang in the gallery of the grant, is gone or not ready.
    pub async fn photo_bytes(
        &self,
        grant: &Grant,
        photo: PhotoId,
        size: Size,
    ) -> Result<(u64, BoxStream<'static, Result<Bytes>>)> {
        self.photo_of(grant, photo).await?.ok_or(Error::NotFound)?;
        self.blobs.stream(BlobKey::Sized(grant.studio(), photo, size)).await
    }

    /// The photographs of a gallery as the studio sees them: those on their way included, those that failed apart. Pictures
    /// of access cards are none: [`Store::card_pictures`].
    pub async fn studio_photos(&self, desk: &Desk, gallery: &Grant) -> Result<(Vec<StudioPhoto>, Vec<FailedPhoto>)> {
        let (studio, gallery) = desk.at(gallery)?;
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, StudioPhotoRow>(studio_photos!("state <> 'card' order by sort_key, id"))
            .bind(studio)
            .bind(gallery)
            .fetch_all(c)
            .await
        })?;
        Ok(apart(rows))
    }

    /// Removes photographs from a gallery: gone for every visitor at once. Cards stay, and in a photo job what is not read yet
    /// stays, for it may be one (S62). Answers how many went.
    pub async fn delete_photos(
        &self,
        desk: &Desk,
        gallery: &Grant,
        photos: &[PhotoId],
        now: DateTime<Utc>,
    ) -> Result<u64> {
        self.mark_photos(desk, gallery, photos, Some(now)).await
    }

    /// Takes a removal back. Answers how many came back.
    pub async fn restore_photos(&self, desk: &Desk, gallery: &Grant, photos: &[PhotoId]) -> Result<u64> {
        self.mark_photos(desk, gallery, photos, None).await
    }

    async fn mark_photos(
        &self,
        desk: &Desk,
        gallery: &Grant,
        photos: &[PhotoId],
        deleted_at: Option<DateTime<Utc>>,
    ) -> Result<u64> {
        let (studio, gallery) = desk.at(gallery)?;
        let mut marked = 0;
        for some in photos.chunks(db::AT_ONCE) {
            marked += db::write!(&self.db, tx => {
                let mut query = QueryBuilder::new("update photo set deleted_at = ");
                query.push_bind(deleted_at);
                query.push(" where studio_id = ");
                query.push_bind(studio);
                query.push(" and gallery_id = ");
                query.push_bind(gallery);
                query.push(match deleted_at {
                    // What follows a card would follow the one before it; and what is not read yet may be one.
                    Some(_) => {
                        " and deleted_at is null and state <> 'card' and (state <> 'processing' or not exists (
                            select 1 from gallery g where g.studio_id = photo.studio_id and g.id = photo.gallery_id
                             and g.job_id is not null))"
                    }
                    None => " and deleted_at is not null and state <> 'gone'",
                });
                query.push(" and id in ");
                db::among!(query, some.iter().map(|photo| photo.uuid()));
                Ok(query.build().execute(&mut *tx).await?.rows_affected())
            });
        }
        Ok(marked)
    }

    /// Stores what the pipeline made of a photograph and finishes the work: the objects first, then one transaction.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the lease was lost meanwhile: whoever holds it now finishes the work.
    pub async fn finish_photo(&self, lease: &Lease, photo: &RenderedPhoto, now: DateTime<Utc>) -> Result<()> {
        let id = PhotoId::from_uuid(lease.subject);
        for (size, bytes) in &photo.sizes {
            self.blobs.put(BlobKey::Sized(lease.studio, id, *size), bytes.clone()).await?;
        }
        let kept = self.note_rendered(lease, photo, now).await;
        if matches!(kept, Err(Error::NotFound)) && !self.is_there(lease).await? {
            // It went for good meanwhile, perhaps after its objects were deleted.
            for (size, _) in &photo.sizes {
                self.blobs.delete(BlobKey::Sized(lease.studio, id, *size)).await?;
            }
        }
        kept
    }

    /// Whether a photograph is not gone for good.
    async fn is_there(&self, lease: &Lease) -> Result<bool> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar("select exists (select 1 from photo where studio_id = $1 and id = $2 and state <> 'gone')")
                .bind(lease.studio.uuid())
                .bind(lease.subject)
                .fetch_one(c)
                .await
        })?)
    }

    async fn note_rendered(&self, lease: &Lease, photo: &RenderedPhoto, now: DateTime<Utc>) -> Result<()> {
        let codes: Vec<_> = photo.cards.codes.iter().map(|code| self.code_index(lease.studio, code)).collect();
        db::write!(&self.db, tx => {
            end_work!(tx, lease);
            let shows = note_card!(tx, self.keys.id(), lease.studio.uuid(), lease.subject, codes, photo.cards.unread, now);
            sqlx::query(
                "update photo set state = $9, failure = null, width = $3, height = $4, colour = $5, taken_at = $6,
                        ready_at = $7, camera = $8
                 where studio_id = $1 and id = $2",
            )
            .bind(lease.studio.uuid())
            .bind(lease.subject)
            .bind(i64::from(photo.width))
            .bind(i64::from(photo.height))
            .bind(i64::from(photo.colour))
            .bind(photo.taken_at)
            .bind(now)
            .bind(&photo.camera)
            .bind(if shows.is_some() { CARD } else { "ready" })
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }

    /// A photograph that cannot be read: it stays, with the reason, until the studio removes it.
    pub async fn refuse_photo(&self, lease: &Lease, failure: Unreadable) -> Result<()> {
        db::write!(&self.db, tx => {
            end_work!(tx, lease);
            sqlx::query("update photo set state = 'failed', failure = $3 where studio_id = $1 and id = $2")
                .bind(lease.studio.uuid())
                .bind(lease.subject)
                .bind(failure.as_str())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// The original of a photograph that the worker holds the lease for.
    pub async fn original(&self, lease: &Lease) -> Result<Bytes> {
        self.blobs.get(BlobKey::Original(lease.studio, PhotoId::from_uuid(lease.subject))).await
    }
}
