//! A part of the photographs of one gallery of a job: a shoot of thousands is sorted some at a time (S62).

use domain::access::Grant;

use crate::photos::{FailedPhoto, StudioPhoto, apart, studio_photos};
use crate::{Desk, Result, Store, db};

/// Some photographs of a gallery, in its order.
#[derive(Clone, Debug)]
pub struct PhotosPart {
    /// So many come before them.
    pub skipped: i64,
    /// They.
    pub photos: Vec<StudioPhoto>,
    /// How many photographs the gallery has, those that failed left out.
    pub total: i64,
    /// All that failed.
    pub failed: Vec<FailedPhoto>,
}

impl Store {
    /// At most `most` photographs of a gallery after the first `skip`; of a gallery with fewer the last part, so that a page
    /// whose photographs have been sorted meanwhile is not empty. As [`Store::studio_photos`] else.
    pub async fn photos_part(&self, desk: &Desk, gallery: &Grant, skip: i64, most: i64) -> Result<PhotosPart> {
        let (studio, gallery) = desk.at(gallery)?;
        let total: i64 = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select count(*) from photo
                 where studio_id = $1 and gallery_id = $2 and deleted_at is null and state in ('ready', 'processing')",
            )
            .bind(studio)
            .bind(gallery)
            .fetch_one(c)
            .await
        })?;
        let last = (total - 1).max(0) / most * most;
        let skipped = skip.clamp(0, last);
        let rows = db::read!(&self.db, c => {
            sqlx::query_as(studio_photos!("state in ('ready', 'processing') order by sort_key, id limit $3 offset $4"))
            .bind(studio)
            .bind(gallery)
            .bind(most)
            .bind(skipped)
            .fetch_all(c)
            .await
        })?;
        let broken = db::read!(&self.db, c => {
            sqlx::query_as(studio_photos!("state = 'failed' order by sort_key, id"))
            .bind(studio)
            .bind(gallery)
            .fetch_all(c)
            .await
        })?;
        let (photos, failed) = (apart(rows).0, apart(broken).1);
        Ok(PhotosPart { skipped, photos, total, failed })
    }
}
