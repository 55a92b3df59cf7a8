//! The record of confirmations as the studio reads it (S55): of a whole job or of one subject, some at a time.

use chrono::{DateTime, Utc};
use domain::ids::{PhotoJobId, SubjectId};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{Desk, Result, Store, db};

/// A confirmation, as the photographer reads it.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// When it was given.
    pub at: DateTime<Utc>,
    /// The subject.
    pub subject: SubjectId,
    /// The subject's name.
    pub name: String,
    /// The version of the text that was ticked.
    pub version: i64,
    /// The language it was read in.
    pub language: String,
    /// The family of browser and system.
    pub device: String,
}

/// Some of the confirmations of a job or subject, the latest first.
#[derive(Clone, Debug)]
pub struct ConfirmationsPart {
    /// So many come before them.
    pub skipped: i64,
    /// They.
    pub confirmations: Vec<Confirmation>,
    /// How many there are in all.
    pub total: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    at: DateTime<Utc>,
    subject_id: Uuid,
    first_name: String,
    last_name: String,
    text_version: i64,
    language: String,
    device: String,
}

/// Which confirmations, behind `select ...`: of a job, and of one subject of it where one is named.
macro_rules! of {
    ($select:expr, $desk:expr, $job:expr, $subject:expr) => {{
        let mut query = QueryBuilder::new($select);
        query.push(
            " from confirmation c join subject s on s.studio_id = c.studio_id and s.id = c.subject_id where c.studio_id = ",
        );
        query.push_bind($desk.studio().uuid()).push(" and c.job_id = ").push_bind($job.uuid());
        if let Some(subject) = $subject {
            query.push(" and c.subject_id = ").push_bind(subject.uuid());
        }
        query
    }};
}

impl Store {
    /// At most `most` confirmations after the first `skip`; of fewer than that the last part. Those of one subject where one is
    /// named. None of another studio's job.
    pub async fn confirmations_part(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        subject: Option<SubjectId>,
        (skip, most): (i64, i64),
    ) -> Result<ConfirmationsPart> {
        let total: i64 = db::read!(&self.db, c => {
            of!("select count(*)", desk, job, subject).build_query_scalar().fetch_one(c).await
        })?;
        let last = (total - 1).max(0) / most * most;
        let skipped = skip.clamp(0, last);
        let rows: Vec<Row> = db::read!(&self.db, c => {
            let columns = "select c.at, c.subject_id, s.first_name, s.last_name, c.text_version, c.language, c.device";
            let mut query = of!(columns, desk, job, subject);
            query.push(" order by c.at desc, c.id limit ").push_bind(most).push(" offset ").push_bind(skipped);
            query.build_query_as().fetch_all(c).await
        })?;
        let confirmation = |row: Row| Confirmation {
            at: row.at,
            subject: SubjectId::from_uuid(row.subject_id),
            name: format!("{} {}", row.first_name, row.last_name).trim().to_owned(),
            version: row.text_version,
            language: row.language,
            device: row.device,
        };
        Ok(ConfirmationsPart { skipped, confirmations: rows.into_iter().map(confirmation).collect(), total })
    }
}
