//! Uploads in parts (S70): parts may come in any order, twice, to any instance, and after a reload; what is there is not
//! sent again. Order of writes: parts, the whole under a new random key, then one transaction with the photograph, its
//! work and the end of the upload. A crash leaves an object without a row at worst, never a row without its object.

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Grant;
use domain::ids::{GalleryId, PhotoId, StudioId, UploadId};
use domain::photo::{FileName, MediaType};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::secrets::random;
use crate::{BlobKey, Desk, Error, Result, Store, WorkKind, db};

/// Length of every part but the last. S3 asks for at least 5 MiB.
pub const PART_BYTES: u64 = 8 * 1024 * 1024;
/// Parts of an upload that nobody goes on with are swept after this.
const ABANDONED: TimeDelta = TimeDelta::hours(48);

/// A file that somebody wants to upload.
#[derive(Clone, Debug)]
pub struct NewUpload {
    /// The browser's own name for it: the same key goes on with the same upload.
    pub client_key: String,
    /// The name of the file.
    pub file_name: FileName,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of the whole.
    pub sha256: [u8; 32],
}

/// What becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// The gallery has this very file already.
    AlreadyThere(PhotoId),
    /// These parts are still to be sent.
    Parts {
        /// Where to send them.
        upload: UploadId,
        /// Their numbers, from 0.
        missing: Vec<u32>,
    },
}

/// An upload that goes on.
#[derive(Clone, Debug)]
pub struct PendingUpload {
    /// Its id.
    pub id: UploadId,
    /// The studio.
    pub studio: StudioId,
    /// The gallery it goes to.
    pub gallery: GalleryId,
    /// The name of the file.
    pub file_name: String,
    /// Length of the whole.
    pub bytes: u64,
    sha256: Vec<u8>,
    /// The photograph it became, once finished.
    pub photo: Option<PhotoId>,
    /// Parts still to be sent.
    pub missing: Vec<u32>,
}

/// The end of an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The photograph.
    pub photo: PhotoId,
}

#[derive(sqlx::FromRow)]
struct UploadRow {
    id: Uuid,
    gallery_id: Uuid,
    file_name: String,
    bytes: i64,
    sha256: Vec<u8>,
    photo_id: Option<Uuid>,
}

impl PendingUpload {
    fn part_count(&self) -> u32 {
        u32::try_from(self.bytes.div_ceil(PART_BYTES)).unwrap_or(u32::MAX)
    }

    fn part_len(&self, number: u32) -> u64 {
        (self.bytes - u64::from(number) * PART_BYTES).min(PART_BYTES)
    }
}

impl Store {
    /// Begins an upload, or goes on with it. The same content in the same gallery is not taken twice.
    pub async fn begin_upload(
        &self,
        desk: &Desk,
        gallery: &Grant,
        new: &NewUpload,
        now: DateTime<Utc>,
    ) -> Result<Begun> {
        let studio = desk.studio().uuid();
        let there: Option<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select id from photo
                 where studio_id = $1 and gallery_id = $2 and sha256 = $3 and deleted_at is null and state <> 'failed'",
            )
            .bind(studio)
            .bind(gallery.gallery().uuid())
            .bind(new.sha256.as_slice())
            .fetch_optional(c)
            .await
        })?;
        if let Some(photo) = there {
            return Ok(Begun::AlreadyThere(PhotoId::from_uuid(photo)));
        }
        let id = db::write!(&self.db, tx => {
            // An earlier upload by this key that has ended, or was of another file, makes room for this one.
            sqlx::query(
                "delete from upload where studio_id = $1 and gallery_id = $2 and client_key = $3
                   and (photo_id is not null or sha256 <> $4 or bytes <> $5)",
            )
            .bind(studio)
            .bind(gallery.gallery().uuid())
            .bind(&new.client_key)
            .bind(new.sha256.as_slice())
            .bind(i64::try_from(new.bytes).unwrap_or(i64::MAX))
            .execute(&mut *tx)
            .await?;
            let id: Uuid = sqlx::query_scalar(
                "insert into upload (studio_id, id, gallery_id, client_key, file_name, bytes, sha256, created_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)
                 on conflict (studio_id, gallery_id, client_key) do update set file_name = $5
                 returning id",
            )
            .bind(studio)
            .bind(UploadId::from_random(random()).uuid())
            .bind(gallery.gallery().uuid())
            .bind(&new.client_key)
            .bind(new.file_name.as_str())
            .bind(i64::try_from(new.bytes).unwrap_or(i64::MAX))
            .bind(new.sha256.as_slice())
            .bind(now)
            .fetch_one(&mut *tx)
            .await?;
            Ok(id)
        });
        let upload = self.upload(desk, UploadId::from_uuid(id)).await?;
        Ok(Begun::Parts {
            upload: upload.id,
            missing: upload.missing,
        })
    }

    /// An upload of this studio, with the parts it still misses.
    pub async fn upload(&self, desk: &Desk, upload: UploadId) -> Result<PendingUpload> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as::<_, UploadRow>(
                "select id, gallery_id, file_name, bytes, sha256, photo_id from upload where studio_id = $1 and id = $2",
            )
            .bind(desk.studio().uuid())
            .bind(upload.uuid())
            .fetch_one(c)
            .await
        })?;
        let there: Vec<i64> = db::read!(&self.db, c => {
            sqlx::query_scalar("select number from upload_part where studio_id = $1 and upload_id = $2")
                .bind(desk.studio().uuid())
                .bind(upload.uuid())
                .fetch_all(c)
                .await
        })?;
        let mut pending = PendingUpload {
            id: UploadId::from_uuid(row.id),
            studio: desk.studio(),
            gallery: GalleryId::from_uuid(row.gallery_id),
            file_name: row.file_name,
            bytes: u64::try_from(row.bytes).map_err(|_| Error::Corrupt("upload"))?,
            sha256: row.sha256,
            photo: row.photo_id.map(PhotoId::from_uuid),
            missing: Vec::new(),
        };
        pending.missing = (0..pending.part_count())
            .filter(|number| !there.contains(&i64::from(*number)))
            .collect();
        Ok(pending)
    }

    /// Keeps one part. Sent twice it is kept once.
    ///
    /// # Errors
    /// [`Error::DigestMismatch`] when the bytes are not those of `digest`, or not as many as this part has.
    pub async fn put_part(
        &self,
        upload: &PendingUpload,
        number: u32,
        digest: [u8; 32],
        bytes: Bytes,
    ) -> Result<()> {
        if number >= upload.part_count() || bytes.len() as u64 != upload.part_len(number) {
            return Err(Error::DigestMismatch);
        }
        let (bytes, actual) = tokio::task::spawn_blocking(move || {
            let actual: [u8; 32] = Sha256::digest(&bytes).into();
            (bytes, actual)
        })
        .await
        .map_err(|_| Error::Busy)?;
        if actual != digest {
            return Err(Error::DigestMismatch);
        }
        let len = bytes.len();
        self.blobs
            .put(BlobKey::Part(upload.studio, upload.id, number), bytes)
            .await?;
        db::write!(&self.db, tx => {
            sqlx::query(
                "insert into upload_part (studio_id, upload_id, number, digest, bytes) values ($1, $2, $3, $4, $5)
                 on conflict (studio_id, upload_id, number) do update set digest = $4, bytes = $5",
            )
            .bind(upload.studio.uuid())
            .bind(upload.id.uuid())
            .bind(i64::from(number))
            .bind(digest.as_slice())
            .bind(i64::try_from(len).unwrap_or(i64::MAX))
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }

    /// The first part: enough to tell what the file is.
    pub async fn upload_head(&self, upload: &PendingUpload) -> Result<Bytes> {
        self.blobs
            .get(BlobKey::Part(upload.studio, upload.id, 0))
            .await
    }

    /// The last part: enough to tell whether the file is whole.
    pub async fn upload_tail(&self, upload: &PendingUpload) -> Result<Bytes> {
        self.blobs
            .get(BlobKey::Part(
                upload.studio,
                upload.id,
                upload.part_count().saturating_sub(1),
            ))
            .await
    }

    /// Makes the photograph: the whole is checked against its SHA-256 and stored under a new random id, then one
    /// transaction makes it known together with the work it needs. Finished twice, it is one photograph.
    ///
    /// # Errors
    /// [`Error::DigestMismatch`] when parts are missing or the whole is not what was announced.
    pub async fn finish_upload(
        &self,
        desk: &Desk,
        gallery: &Grant,
        upload: &PendingUpload,
        media: MediaType,
        pixels: (u32, u32),
        now: DateTime<Utc>,
    ) -> Result<Finished> {
        if let Some(photo) = upload.photo {
            return Ok(Finished { photo });
        }
        if !upload.missing.is_empty() || self.digest_of(upload).await? != upload.sha256.as_slice() {
            return Err(Error::DigestMismatch);
        }
        let file_name =
            FileName::parse(&upload.file_name).map_err(|_| Error::Corrupt("file name"))?;
        let photo = PhotoId::from_random(random());
        let parts: Vec<BlobKey> = (0..upload.part_count())
            .map(|number| BlobKey::Part(upload.studio, upload.id, number))
            .collect();
        self.blobs
            .join(&parts, BlobKey::Original(upload.studio, photo))
            .await?;
        let won = db::write!(&self.db, tx => {
            let ended = sqlx::query("update upload set photo_id = $3 where studio_id = $1 and id = $2 and photo_id is null")
                .bind(desk.studio().uuid())
                .bind(upload.id.uuid())
                .bind(photo.uuid())
                .execute(&mut *tx)
                .await?;
            if ended.rows_affected() == 1 {
                sqlx::query(
                    "insert into photo (studio_id, gallery_id, id, file_name, sort_key, media_type, bytes, sha256, width,
                                        height, state, created_at)
                     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'processing', $11)",
                )
                .bind(desk.studio().uuid())
                .bind(gallery.gallery().uuid())
                .bind(photo.uuid())
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
                sqlx::query("insert into work_item (id, studio_id, kind, subject_id, run_at) values ($1, $2, $3, $4, $5)")
                    .bind(Uuid::from_bytes(random()))
                    .bind(desk.studio().uuid())
                    .bind(WorkKind::Render.as_str())
                    .bind(photo.uuid())
                    .bind(now)
                    .execute(&mut *tx)
                    .await?;
                sqlx::query("delete from upload_part where studio_id = $1 and upload_id = $2")
                    .bind(desk.studio().uuid())
                    .bind(upload.id.uuid())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(ended.rows_affected() == 1)
        });
        if !won {
            self.blobs
                .delete(BlobKey::Original(upload.studio, photo))
                .await?;
            let photo = self
                .upload(desk, upload.id)
                .await?
                .photo
                .ok_or(Error::NotFound)?;
            return Ok(Finished { photo });
        }
        for part in parts {
            self.blobs.delete(part).await?;
        }
        Ok(Finished { photo })
    }

    /// Gives an upload up: its parts are removed.
    pub async fn abandon_upload(&self, upload: &PendingUpload) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query("delete from upload where studio_id = $1 and id = $2 and photo_id is null")
                .bind(upload.studio.uuid())
                .bind(upload.id.uuid())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        for number in 0..upload.part_count() {
            self.blobs
                .delete(BlobKey::Part(upload.studio, upload.id, number))
                .await?;
        }
        Ok(())
    }

    /// Gives up what nobody went on with for two days. Answers how many.
    pub async fn sweep_uploads(&self, now: DateTime<Utc>) -> Result<usize> {
        let old: Vec<(Uuid, Uuid, i64)> = db::read!(&self.db, c => {
            sqlx::query_as("select studio_id, id, bytes from upload where created_at < $1 and photo_id is null limit 100")
                .bind(now - ABANDONED)
                .fetch_all(c)
                .await
        })?;
        for (studio, id, bytes) in &old {
            let pending = PendingUpload {
                id: UploadId::from_uuid(*id),
                studio: StudioId::from_uuid(*studio),
                gallery: GalleryId::from_uuid(Uuid::nil()),
                file_name: String::new(),
                bytes: u64::try_from(*bytes).unwrap_or(0),
                sha256: Vec::new(),
                photo: None,
                missing: Vec::new(),
            };
            self.abandon_upload(&pending).await?;
        }
        Ok(old.len())
    }

    /// SHA-256 of the parts in their order. One part was checked when it came.
    async fn digest_of(&self, upload: &PendingUpload) -> Result<Vec<u8>> {
        let mut hash = Sha256::new();
        for number in 0..upload.part_count() {
            let bytes = self
                .blobs
                .get(BlobKey::Part(upload.studio, upload.id, number))
                .await?;
            hash = tokio::task::spawn_blocking(move || hash.chain_update(&bytes))
                .await
                .map_err(|_| Error::Busy)?;
        }
        Ok(hash.finalize().to_vec())
    }
}

/// A text that sorts as people count: `IMG_2` before `IMG_10`. Each run of digits is led by its length.
fn sort_key(file_name: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for symbol in file_name
        .to_lowercase()
        .chars()
        .chain(std::iter::once('\0'))
    {
        if symbol.is_ascii_digit() {
            digits.push(symbol);
            continue;
        }
        if !digits.is_empty() {
            let number = digits.trim_start_matches('0');
            key.push_str(&format!("{:03}{number}", number.len()));
            digits.clear();
        }
        if symbol != '\0' {
            key.push(symbol);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    #[test]
    fn photographs_are_ordered_as_people_count() {
        let mut names = ["IMG_10.jpg", "img_2.jpg", "IMG_1.jpg", "IMG_0003.jpg"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["IMG_1.jpg", "img_2.jpg", "IMG_0003.jpg", "IMG_10.jpg"]
        );
    }
}
