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
    /// Those that can, and pictures of access cards.
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
                   select g.id from branch b cross join gallery g
                   where g.studio_id = $1 and g.parent_id = b.id and g.deleted_at is null
                 )
                 select state, count(*) from photo
                 where studio_id = $1 and gallery_id in (select id from branch) and deleted_at is null group by state",
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
        Ok(Arrival { processing: count("processing"), failed: count("failed"), ready: count("ready") + count("card") })
    }
}
