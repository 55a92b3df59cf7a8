//! Taking back what was removed at one moment: the moment names the removal, so that a page needs no list of photographs.

use chrono::{DateTime, Utc};
use domain::access::Grant;

use crate::{Desk, Result, Store, db};

impl Store {
    /// How many photographs were removed from a gallery at that moment and can still be taken back.
    pub async fn removed_photos(&self, desk: &Desk, gallery: &Grant, removed_at: DateTime<Utc>) -> Result<i64> {
        let (studio, gallery) = desk.at(gallery)?;
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select count(*) from photo
                 where studio_id = $1 and gallery_id = $2 and deleted_at = $3 and state <> 'gone'",
            )
            .bind(studio)
            .bind(gallery)
            .bind(removed_at)
            .fetch_one(c)
            .await
        })?)
    }

    /// Brings back what was removed from a gallery at that moment. What was uploaded again since is there already, and
    /// does not come twice (S70). Answers how many came back.
    pub async fn restore_removed(&self, desk: &Desk, gallery: &Grant, removed_at: DateTime<Utc>) -> Result<u64> {
        let (studio, gallery) = desk.at(gallery)?;
        let restored = db::write!(&self.db, tx => {
            let done = sqlx::query(
                "update photo set deleted_at = null
                 where studio_id = $1 and gallery_id = $2 and deleted_at = $3 and state <> 'gone' and not exists (
                   select 1 from photo again where again.studio_id = $1 and again.gallery_id = $2
                     and again.sha256 = photo.sha256 and again.deleted_at is null and again.state <> 'failed')",
            )
            .bind(studio)
            .bind(gallery)
            .bind(removed_at)
            .execute(&mut *tx)
            .await?;
            Ok(done.rows_affected())
        });
        Ok(restored)
    }
}
