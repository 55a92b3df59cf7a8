//! How far the photographs of a gallery, and of those in it, are: an upload of folders fills a whole branch.

use domain::access::Grant;

use crate::{Desk, Result, Store, db};

/// How many photographs are in which state.
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
    /// How far the photographs of a gallery and of all galleries in it are.
    pub async fn arrival(&self, desk: &Desk, gallery: &Grant) -> Result<Arrival> {
        let (studio, gallery) = desk.at(gallery)?;
        let counts: Vec<(String, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "with recursive branch(id) as (
                   select id from gallery where studio_id = $1 and id = $2
                   union all
                   select g.id from gallery g join branch b on g.parent_id = b.id
                   where g.studio_id = $1 and g.deleted_at is null
                 )
                 select p.state, count(*) from photo p join branch b on p.gallery_id = b.id
                 where p.studio_id = $1 and p.deleted_at is null group by p.state",
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
