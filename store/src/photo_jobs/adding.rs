//! Inside transactions: subjects come into a job, many at once, each with a gallery, a code and what finds it by name.

use std::collections::BTreeSet;

use domain::code::Code;
use domain::ids::{GalleryId, StudioId, SubjectId};
use domain::name_match::NameKey;
use uuid::Uuid;

use super::NewSubject;
use crate::Store;
use crate::codes::{CodeKind, StoredCode};
use crate::keyring::Belongs;
use crate::secrets::{code_entropy, random};

/// A subject that is about to be, with all that is made for it.
pub(super) struct Made<'a> {
    pub id: SubjectId,
    pub gallery: Uuid,
    pub group: Option<Uuid>,
    pub new: &'a NewSubject,
    pub code_row: Uuid,
    pub code: StoredCode,
}

impl Made<'_> {
    /// What finds it by name.
    pub fn keys(&self) -> (Uuid, BTreeSet<NameKey>) {
        (self.id.uuid(), self.new.name_keys())
    }

    /// What finds it in the studio's search.
    pub fn found_by(&self) -> (Uuid, String) {
        (self.id.uuid(), self.new.found_by())
    }
}

impl Store {
    /// All that a new subject needs. `code` is the one that a school chose; without it one is drawn.
    pub(super) fn made<'a>(
        &self,
        studio: StudioId,
        new: &'a NewSubject,
        group: Option<Uuid>,
        code: Option<&Code>,
    ) -> Made<'a> {
        let id = SubjectId::from_random(random());
        let belongs = Belongs { studio, kind: CodeKind::Subject.as_str(), id: id.uuid() };
        let stored = |code: &Code| self.stored_code(belongs, code, &code.display());
        Made {
            id,
            gallery: GalleryId::from_random(random()).uuid(),
            group,
            new,
            code_row: Uuid::from_bytes(random()),
            code: code.map_or_else(|| stored(&Code::generated(code_entropy())), stored),
        }
    }
}

/// Inside a transaction that holds the job: adds subjects, [`Made`], whose galleries lie in the gallery `parent`. Then
/// they want [`index_subjects`].
///
/// # Errors
/// [`Error::Taken`](crate::Error::Taken) when something else of the studio has one of their codes (S3, S59).
macro_rules! insert_subjects {
    ($tx:ident, $studio:expr, $job:expr, $parent:expr, $made:expr, $now:expr) => {{
        for some in $made.chunks($crate::db::AT_ONCE) {
            let mut query = sqlx::QueryBuilder::new(
                "insert into gallery (studio_id, id, root_id, parent_id, position, name, created_at, job_id) ",
            );
            query.push_values(some, |mut row, made| {
                row.push_bind($studio).push_bind(made.gallery).push_bind($parent).push_bind($parent);
                row.push_bind(0_i64).push_bind(made.new.first_name.as_str()).push_bind($now).push_bind($job);
            });
            query.build().execute(&mut *$tx).await?;
            let mut query = sqlx::QueryBuilder::new(
                "insert into subject (studio_id, id, job_id, gallery_id, group_id, first_name, last_name, name_key,
                                      identifier, also_accept, email, birth_date, created_at) ",
            );
            query.push_values(some, |mut row, made| {
                row.push_bind($studio).push_bind(made.id.uuid()).push_bind($job).push_bind(made.gallery);
                row.push_bind(made.group).push_bind(made.new.first_name.as_str());
                row.push_bind(made.new.last_name.as_str()).push_bind(made.new.name_in_order());
                row.push_bind(&made.new.identifier).push_bind(&made.new.also_accept).push_bind(&made.new.email);
                row.push_bind(made.new.birth_date).push_bind($now);
            });
            query.build().execute(&mut *$tx).await?;
            let mut query = sqlx::QueryBuilder::new(
                "insert into access_code (studio_id, id, kind, subject_id, idx, key_id, sealed) ",
            );
            query.push_values(some, |mut row, made| {
                row.push_bind($studio).push_bind(made.code_row).push_bind($crate::codes::CodeKind::Subject.as_str());
                row.push_bind(made.id.uuid()).push_bind(&made.code.index).push_bind(made.code.key_id);
                row.push_bind(&made.code.sealed);
            });
            query.build().execute(&mut *$tx).await.map_err($crate::error::taken("code"))?;
            // Nobody who was deleted has a claim to a code any more that somebody has.
            let mut query = sqlx::QueryBuilder::new("delete from ended_code where studio_id = ");
            query.push_bind($studio).push(" and idx in ");
            $crate::db::among!(query, some.iter().map(|made| &made.code.index));
            query.build().execute(&mut *$tx).await?;
        }
    }};
}

/// Inside a transaction, after names came or changed: what a parent may type for these subjects (S54), in the place of what was
/// there, and whether one typed name can mean two subjects of the job. `$keys` is a list of ids with their keys.
macro_rules! index_subjects {
    ($tx:ident, $studio:expr, $job:expr, $keys:expr) => {{
        for some in $keys.chunks($crate::db::AT_ONCE) {
            let mut query = sqlx::QueryBuilder::new("delete from subject_name where studio_id = ");
            query.push_bind($studio).push(" and subject_id in ");
            $crate::db::among!(query, some.iter().map(|(subject, _)| *subject));
            query.build().execute(&mut *$tx).await?;
        }
        let pairs: Vec<_> =
            $keys.iter().flat_map(|(subject, keys)| keys.iter().map(move |key| (*subject, key.as_str()))).collect();
        for some in pairs.chunks($crate::db::AT_ONCE) {
            let mut query =
                sqlx::QueryBuilder::new("insert into subject_name (studio_id, job_id, name_key, subject_id) ");
            query.push_values(some, |mut row, (subject, key)| {
                row.push_bind($studio).push_bind($job).push_bind(*key).push_bind(*subject);
            });
            query.build().execute(&mut *$tx).await?;
        }
        $crate::photo_jobs::adding::note_homonyms!($tx, $studio, $job);
    }};
}

/// Inside a transaction, after names came, changed or went: whether one typed name can mean two subjects of the job.
macro_rules! note_homonyms {
    ($tx:ident, $studio:expr, $job:expr) => {{
        let keys: Vec<(uuid::Uuid, String)> =
            sqlx::query_as("select subject_id, name_key from subject_name where studio_id = $1 and job_id = $2")
                .bind($studio)
                .bind($job)
                .fetch_all(&mut *$tx)
                .await?;
        sqlx::query("update photo_job set homonyms = $3 where studio_id = $1 and id = $2")
            .bind($studio)
            .bind($job)
            .bind(!domain::name_match::homonyms(keys).is_empty())
            .execute(&mut *$tx)
            .await?;
    }};
}

pub(super) use {index_subjects, insert_subjects, note_homonyms};
