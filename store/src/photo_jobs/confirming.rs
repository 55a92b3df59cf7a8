//! Confirmations: the recorded statement of the right to see a subject's gallery (S48, S55). Without one no picture is seen by
//! way of the connection code, by any route.

use chrono::{DateTime, Utc};
use domain::device::Device;
use domain::ids::{ConfirmationId, StudioId, SubjectId};
use domain::studio::Language;

use crate::codes::CodeKind;
use crate::secrets::random;
use crate::sessions::Key;
use crate::{Error, JobVisit, Result, SessionToken, Store, db};

/// What was stated: the version of the text that was ticked, and the language it was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The version of the text.
    pub version: i64,
    /// The language.
    pub language: Language,
}

impl Store {
    /// Records the statement and lets the guest see the subject (S48, S49, S55). Both or nothing is written before any
    /// picture is seen: the record first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the guest has not typed the connection code, when it works no more or is another one since `visit`
    /// was read, or when the subject may not be confirmed: it is of another job, protected, or its consent is refused.
    pub async fn confirm_subject(
        &self,
        studio: StudioId,
        visit: &JobVisit,
        subject: SubjectId,
        stated: Statement,
        by: (Option<&SessionToken>, Device),
        now: DateTime<Utc>,
    ) -> Result<SessionToken> {
        let key = domain::access::JobKey::Confirmed(subject);
        let child = self.child(studio, key, subject).await?.ok_or(Error::NotFound)?;
        if !visit.connections.contains(&child.job.id) || !child.is_admitted() {
            return Err(Error::NotFound);
        }
        // That of the code which was typed in this visit, and works still: one that changes or ends from here on ends this too.
        let generation: i64 = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select a.generation from access_code a
                 join session_grant g on g.studio_id = a.studio_id and g.kind = a.kind and g.subject_id = a.subject_id
                   and g.generation = a.generation
                 where a.studio_id = $1 and a.kind = $2 and a.subject_id = $3 and g.token_hash = $4",
            )
            .bind(studio.uuid())
            .bind(CodeKind::Connection.as_str())
            .bind(child.job.id.uuid())
            .bind(by.0.map(SessionToken::hash).unwrap_or_default().as_slice())
            .fetch_one(c)
            .await
        })?;
        db::write!(&self.db, tx => {
            sqlx::query(
                "insert into confirmation (studio_id, id, job_id, subject_id, at, text_version, language, device)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(studio.uuid())
            .bind(ConfirmationId::from_random(random()).uuid())
            .bind(child.job.id.uuid())
            .bind(subject.uuid())
            .bind(now)
            .bind(stated.version)
            .bind(stated.language.as_str())
            .bind(by.1.to_string())
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        self.grant_key(by.0, studio, Key::Confirmed(subject), generation, now).await
    }
}
