//! How far the photographs of a gallery are.

use domain::access::Grant;

use crate::{Desk, Result, Store, db};

/// How many photographs of a gallery are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// Those that are being prepared.
    pub processing: u64,
    /// Those that cannot be shown.
    pub failed: u64,
    /// Those that can.
    pub ready: u64,
}

impl Store {
    /// How far the photographs of a gallery are.
    pub async fn arrival(&self, desk: &Desk, gallery: &Grant) -> Result<Arrival> {
        let (studio, gallery) = desk.at(gallery)?;
        let counts: Vec<(String, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select state, count(*) from photo
                 where studio_id = $1 and gallery_id = $2 and deleted_at is null group by state",
            )
            .bind(studio)
            .bind(gallery)
            .fetch_all(c)
            .await
        })?;
        let count = |state: &str| {
            let found = counts.iter().find(|(named, _)| named == state);
            found.map_or(0, |(_, count)| count.unsigned_abs())
        };
        Ok(Arrival { processing: count("processing"), failed: count("failed"), ready: count("ready") })
    }
}
