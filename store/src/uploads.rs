//! Uploads in parts (S70): parts may come in any order, twice, to any instance, and after a reload; what is there is not
//! sent again. Order of writes: parts, the whole under a new random key, then one transaction with the photograph, its
//! work and the end of the upload. A crash leaves an object without a row at worst, never a row without its object.

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Grant;
use domain::ids::{GalleryId, PhotoId, StudioId, UploadId};
use domain::photo::FileName;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::secrets::random;
use crate::{BlobKey, Desk, Error, Result, Store, db};

mod finishing;

pub use finishing::Finished;

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

#[derive(sqlx::FromRow)]
struct UploadRow {
    id: Uuid,
    gallery_id: Uuid,
    file_name: String,
    bytes: i64,
    sha256: Vec<u8>,
    photo_id: Option<Uuid>,
    part: Option<i64>,
}

impl PendingUpload {
    /// How many parts the file has.
    pub fn part_count(&self) -> u32 {
        part_count(self.bytes)
    }

    fn part_len(&self, number: u32) -> u64 {
        (self.bytes - u64::from(number) * PART_BYTES).min(PART_BYTES)
    }
}

impl Store {
    /// Begins an upload, or goes on with it. The same content in the same gallery is not taken twice.
    ///
    /// # Errors
    /// [`Error::NoSpace`] when the disk has no room for it.
    pub async fn begin_upload(
        &self,
        desk: &Desk,
        gallery: &Grant,
        new: &NewUpload,
        now: DateTime<Utc>,
    ) -> Result<Begun> {
        let (studio, gallery) = desk.at(gallery)?;
        let bytes = i64::try_from(new.bytes).unwrap_or(i64::MAX);
        let there: Option<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select id from photo
                 where studio_id = $1 and gallery_id = $2 and sha256 = $3 and deleted_at is null and state <> 'failed'",
            )
            .bind(studio)
            .bind(gallery)
            .bind(new.sha256.as_slice())
            .fetch_optional(c)
            .await
        })?;
        if let Some(photo) = there {
            return Ok(Begun::AlreadyThere(PhotoId::from_uuid(photo)));
        }
        // Its parts and the whole are there together for a moment.
        self.blobs.room_for(new.bytes.saturating_mul(2))?;
        let (id, replaced) = db::write!(&self.db, tx => {
            // An earlier upload by this key that has ended, or was of another file, makes room for this one.
            let replaced: Option<(Uuid, i64)> = sqlx::query_as(
                "delete from upload where studio_id = $1 and gallery_id = $2 and client_key = $3
                   and (photo_id is not null or sha256 <> $4 or bytes <> $5)
                 returning id, bytes",
            )
            .bind(studio)
            .bind(gallery)
            .bind(&new.client_key)
            .bind(new.sha256.as_slice())
            .bind(bytes)
            .fetch_optional(&mut *tx)
            .await?;
            let id: Uuid = sqlx::query_scalar(
                "insert into upload (studio_id, id, gallery_id, client_key, file_name, bytes, sha256, created_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)
                 on conflict (studio_id, gallery_id, client_key) do update set file_name = $5, created_at = $8
                 returning id",
            )
            .bind(studio)
            .bind(UploadId::from_random(random()).uuid())
            .bind(gallery)
            .bind(&new.client_key)
            .bind(new.file_name.as_str())
            .bind(bytes)
            .bind(new.sha256.as_slice())
            .bind(now)
            .fetch_one(&mut *tx)
            .await?;
            Ok((id, replaced))
        });
        if let Some((replaced, bytes)) = replaced {
            self.delete_parts(desk.studio(), UploadId::from_uuid(replaced), bytes).await?;
        }
        let upload = self.upload(desk, UploadId::from_uuid(id)).await?;
        Ok(Begun::Parts { upload: upload.id, missing: upload.missing })
    }

    /// An upload of this studio, with the parts it still misses.
    pub async fn upload(&self, desk: &Desk, upload: UploadId) -> Result<PendingUpload> {
        // One statement, so that the row and its parts are of one moment: another may be finishing this upload.
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, UploadRow>(
                "select u.id, u.gallery_id, u.file_name, u.bytes, u.sha256, u.photo_id, p.number as part
                 from upload u left join upload_part p on p.studio_id = u.studio_id and p.upload_id = u.id
                 where u.studio_id = $1 and u.id = $2",
            )
            .bind(desk.studio().uuid())
            .bind(upload.uuid())
            .fetch_all(c)
            .await
        })?;
        let there: Vec<i64> = rows.iter().filter_map(|row| row.part).collect();
        let row = rows.into_iter().next().ok_or(Error::NotFound)?;
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
        pending.missing = (0..pending.part_count()).filter(|number| !there.contains(&i64::from(*number))).collect();
        Ok(pending)
    }

    /// Keeps one part. Sent twice it is kept once.
    ///
    /// # Errors
    /// [`Error::DigestMismatch`] when the bytes are not those of `digest`, or not as many as this part has;
    /// [`Error::NotFound`] when the upload has ended meanwhile; [`Error::NoSpace`].
    pub async fn put_part(&self, upload: &PendingUpload, number: u32, digest: [u8; 32], bytes: Bytes) -> Result<()> {
        if number >= upload.part_count() || bytes.len() as u64 != upload.part_len(number) {
            return Err(Error::DigestMismatch);
        }
        self.blobs.room_for(bytes.len() as u64)?;
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
        let key = BlobKey::Part(upload.studio, upload.id, number);
        self.blobs.put(key, bytes).await?;
        let kept = db::write_aside!(&self.db, tx => {
            let kept = sqlx::query(
                "insert into upload_part (studio_id, upload_id, number, digest, bytes)
                 select $1, $2, $3, $4, $5
                 where exists (select 1 from upload where studio_id = $1 and id = $2 and photo_id is null)
                 on conflict (studio_id, upload_id, number) do update set digest = $4, bytes = $5",
            )
            .bind(upload.studio.uuid())
            .bind(upload.id.uuid())
            .bind(i64::from(number))
            .bind(digest.as_slice())
            .bind(i64::try_from(len).unwrap_or(i64::MAX))
            .execute(&mut *tx)
            .await?;
            Ok(kept.rows_affected() == 1)
        });
        if !kept {
            self.blobs.delete(key).await?;
            return Err(Error::NotFound);
        }
        Ok(())
    }

    /// One part that has come.
    pub async fn part(&self, upload: &PendingUpload, number: u32) -> Result<Bytes> {
        self.blobs.get(BlobKey::Part(upload.studio, upload.id, number)).await
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
        let bytes = i64::try_from(upload.bytes).unwrap_or(i64::MAX);
        self.delete_parts(upload.studio, upload.id, bytes).await
    }

    /// Removes what is left of uploads that ended, and gives up those that nobody went on with, after two days. Answers
    /// how many; a hundred at most, so that whoever calls it goes on until none is left.
    pub async fn sweep_uploads(&self, now: DateTime<Utc>) -> Result<usize> {
        let old: Vec<(Uuid, Uuid, i64)> = db::write!(&self.db, tx => {
            Ok(sqlx::query_as(
                "delete from upload where (studio_id, id) in (
                   select studio_id, id from upload where created_at < $1 order by created_at limit 100
                 ) returning studio_id, id, bytes",
            )
            .bind(now - ABANDONED)
            .fetch_all(&mut *tx)
            .await?)
        });
        for (studio, upload, bytes) in &old {
            let (studio, upload) = (StudioId::from_uuid(*studio), UploadId::from_uuid(*upload));
            self.delete_parts(studio, upload, *bytes).await?;
        }
        Ok(old.len())
    }

    pub(crate) async fn delete_parts(&self, studio: StudioId, upload: UploadId, bytes: i64) -> Result<()> {
        for number in 0..part_count(bytes.unsigned_abs()) {
            self.blobs.delete(BlobKey::Part(studio, upload, number)).await?;
        }
        Ok(())
    }
}

fn part_count(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(PART_BYTES)).unwrap_or(u32::MAX)
}
