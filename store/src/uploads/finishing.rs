//! The end of an upload: its parts become a photograph.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::ids::PhotoId;
use domain::photo::{FileName, MediaType};
use uuid::Uuid;

use super::PendingUpload;
use crate::photo_jobs::USED;
use crate::photo_order::sort_key;
use crate::secrets::random;
use crate::{BlobKey, Desk, Error, Result, Store, WorkKind, db};

/// The end of an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The photograph.
    pub photo: PhotoId,
}

impl Store {
    /// Makes the photograph: the whole is checked against its SHA-256 while it is stored under a new random id, then one
    /// transaction makes it known together with the work it needs. Finished twice, or with the same content as another
    /// photograph of the gallery, it is one photograph.
    ///
    /// # Errors
    /// [`Error::DigestMismatch`] when parts are missing or the whole is not what was announced; [`Error::NotFound`] when
    /// the upload was given up, is not for this gallery, or the gallery was deleted meanwhile; [`Error::NoSpace`].
    pub async fn finish_upload(
        &self,
        desk: &Desk,
        gallery: &Grant,
        upload: &PendingUpload,
        media: MediaType,
        pixels: (u32, u32),
        now: DateTime<Utc>,
    ) -> Result<Finished> {
        let (_, into) = desk.at(gallery)?;
        if upload.studio != desk.studio() || upload.gallery.uuid() != into {
            return Err(Error::NotFound);
        }
        if let Some(photo) = upload.photo {
            return Ok(Finished { photo });
        }
        if !upload.missing.is_empty() {
            return Err(Error::DigestMismatch);
        }
        self.blobs.room_for(upload.bytes)?;
        let new = PhotoId::from_random(random());
        let parts: Vec<BlobKey> =
            (0..upload.part_count()).map(|number| BlobKey::Part(upload.studio, upload.id, number)).collect();
        let original = BlobKey::Original(upload.studio, new);
        if let Err(error) = self.blobs.join(&parts, original, &upload.sha256).await {
            // The other of two that finish at once may have ended it, and removed the parts.
            return match self.upload(desk, upload.id).await?.photo {
                Some(photo) => Ok(Finished { photo }),
                None => Err(error),
            };
        }
        let known = self.make_known(upload, new, media, pixels, now).await;
        let unused = match &known {
            Ok(photo) => *photo != new,
            Err(error) => matches!(error, Error::NotFound),
        };
        // After any other error the database may have kept the photograph and only the answer was lost.
        if unused {
            self.blobs.delete(original).await?;
        }
        let photo = known?;
        for part in parts {
            self.blobs.delete(part).await?;
        }
        Ok(Finished { photo })
    }

    /// The one transaction: the photograph with its work, and the end of the upload. Answers the photograph that the
    /// upload became, which is another than `new` when it had ended before, or its content was there.
    async fn make_known(
        &self,
        upload: &PendingUpload,
        new: PhotoId,
        media: MediaType,
        pixels: (u32, u32),
        now: DateTime<Utc>,
    ) -> Result<PhotoId> {
        let file_name = FileName::parse(&upload.file_name).map_err(|_| Error::Corrupt("file name"))?;
        let (studio, gallery) = (upload.studio.uuid(), upload.gallery.uuid());
        let photo = db::write!(&self.db, tx => {
            // Held until the end: two uploads of the same content into one gallery end one after the other.
            let held = sqlx::query(
                "update gallery set version = version where studio_id = $1 and id = $2 and deleted_at is null",
            )
            .bind(studio)
            .bind(gallery)
            .execute(&mut *tx)
            .await?;
            if held.rows_affected() != 1 {
                return Err(Error::NotFound);
            }
            let ended: Option<Uuid> = sqlx::query_scalar("select photo_id from upload where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(upload.id.uuid())
                .fetch_one(&mut *tx)
                .await?;
            if let Some(ended) = ended {
                return Ok(ended);
            }
            let same: Option<Uuid> = sqlx::query_scalar(
                "select id from photo
                 where studio_id = $1 and gallery_id = $2 and sha256 = $3 and deleted_at is null and state <> 'failed'
                 limit 1",
            )
            .bind(studio)
            .bind(gallery)
            .bind(&upload.sha256)
            .fetch_optional(&mut *tx)
            .await?;
            let photo = same.unwrap_or(new.uuid());
            sqlx::query("update upload set photo_id = $3 where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(upload.id.uuid())
                .bind(photo)
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from upload_part where studio_id = $1 and upload_id = $2")
                .bind(studio)
                .bind(upload.id.uuid())
                .execute(&mut *tx)
                .await?;
            if same.is_some() {
                return Ok(photo);
            }
            sqlx::query(
                "insert into photo (studio_id, gallery_id, id, file_name, sort_key, media_type, bytes, sha256, width,
                                    height, state, created_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'processing', $11)",
            )
            .bind(studio)
            .bind(gallery)
            .bind(photo)
            .bind(file_name.as_str())
            .bind(sort_key(file_name.as_str()))
            .bind(media.as_str())
            .bind(i64::try_from(upload.bytes).unwrap_or(i64::MAX))
            .bind(&upload.sha256)
            .bind(i64::from(pixels.0))
            .bind(i64::from(pixels.1))
            .bind(now)
            .execute(&mut *tx)
            .await?;
            sqlx::query(USED).bind(studio).bind(gallery).bind(now).execute(&mut *tx).await?;
            // Somebody was erased while it was on its way: see `unclear_since` of photo jobs.
            sqlx::query(
                "insert into photo_kept_back (studio_id, photo_id, unclear_since)
                 select studio_id, photo_id, unclear_since from upload
                 where studio_id = $1 and id = $2 and unclear_since is not null",
            )
            .bind(studio)
            .bind(upload.id.uuid())
            .execute(&mut *tx)
            .await?;
            sqlx::query("insert into work_item (id, studio_id, kind, subject_id, run_at) values ($1, $2, $3, $4, $5)")
                .bind(Uuid::from_bytes(random()))
                .bind(studio)
                .bind(WorkKind::Render.as_str())
                .bind(photo)
                .bind(now)
                .execute(&mut *tx)
                .await?;
            Ok(photo)
        });
        Ok(PhotoId::from_uuid(photo))
    }
}
