//! What was named before there was an index of names gets into it when the store is opened. Other instances work meanwhile: what is
//! indexed is the name that a thing has at that moment, and it is held until the end, so that no other one is given in between.

use uuid::Uuid;

use crate::names::{Named, index_name};
use crate::photo_order::sort_key;
use crate::{Result, Store, db};

/// Some things of each kind that are not in the index: their studios and ids.
const UNINDEXED: [(Named, &str); 5] = [
    (
        Named::Gallery,
        "select g.studio_id, g.id from gallery g where g.deleted_at is null and g.job_id is null and not exists
           (select 1 from name_word w where w.studio_id = g.studio_id and w.subject_id = g.id) limit 500",
    ),
    (Named::Login, "select studio_id, id from client_login where deleted_at is null and name_key = '' limit 500"),
    (
        Named::Link,
        "select l.studio_id, l.id from link l where l.revoked_at is null and l.label <> '' and not exists
           (select 1 from name_word w where w.studio_id = l.studio_id and w.subject_id = l.id) limit 500",
    ),
    (
        Named::Job,
        "select j.studio_id, j.id from photo_job j where j.deleted_at is null and not exists
           (select 1 from name_word w where w.studio_id = j.studio_id and w.subject_id = j.id) limit 500",
    ),
    (
        Named::Subject,
        "select s.studio_id, s.id from subject s where s.extra is null and not exists
           (select 1 from name_word w where w.studio_id = s.studio_id and w.subject_id = s.id) limit 500",
    ),
];

/// Holds a thing, and tells what it is found by; nothing if it is gone for good meanwhile. What was deleted meanwhile can come back.
const fn held_name(kind: Named) -> &'static str {
    match kind {
        Named::Gallery => "update gallery set name = name where studio_id = $1 and id = $2 returning name",
        Named::Login => "update client_login set name = name where studio_id = $1 and id = $2 returning name",
        Named::Link => "update link set label = label where studio_id = $1 and id = $2 returning label",
        Named::Job => {
            "update photo_job set name = name where studio_id = $1 and id = $2 returning name || ' ' || organisation"
        }
        Named::Subject => {
            "update subject set extra = extra where studio_id = $1 and id = $2
             returning first_name || ' ' || last_name || ' ' || identifier"
        }
    }
}

/// A thing that is not in the index: its studio and its id.
pub(crate) type Unindexed = (Named, Uuid, Uuid);

impl Store {
    /// Indexes what was named before there was an index, a few hundred at a time; answers how many. Called at the start
    /// until none is left.
    pub(crate) async fn index_old_names(&self) -> Result<usize> {
        let unindexed = self.unindexed().await?;
        self.index_as_named(&unindexed).await?;
        Ok(unindexed.len())
    }

    /// Some things that are not in the index.
    pub(crate) async fn unindexed(&self) -> Result<Vec<Unindexed>> {
        let mut unindexed = Vec::new();
        for (kind, statement) in UNINDEXED {
            let some: Vec<(Uuid, Uuid)> = db::read!(&self.db, c => sqlx::query_as(statement).fetch_all(c).await)?;
            unindexed.extend(some.into_iter().map(|(studio, id)| (kind, studio, id)));
        }
        Ok(unindexed)
    }

    /// Indexes things by the names that they have now.
    pub(crate) async fn index_as_named(&self, things: &[Unindexed]) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            for (kind, studio, id) in things {
                let name: Option<String> =
                    sqlx::query_scalar(held_name(*kind)).bind(studio).bind(id).fetch_optional(&mut *tx).await?;
                let Some(name) = name else { continue };
                index_name!(tx, studio, kind, id, &name);
                if *kind == Named::Login {
                    sqlx::query("update client_login set name_key = $3 where studio_id = $1 and id = $2")
                        .bind(studio)
                        .bind(id)
                        .bind(sort_key(&name))
                        .execute(&mut *tx)
                        .await?;
                }
            }
            Ok(())
        });
        Ok(())
    }
}
