//! Coming in by a code, of whatever kind.

use chrono::{DateTime, Utc};
use domain::access::{JobKey, Switch};
use domain::code::Code;
use domain::ids::{ClientLoginId, PhotoJobId, StudioId, SubjectId};
use uuid::Uuid;

use crate::codes::{CodeKind, FoundCode};
use crate::events::{FIRST_VISIT, ONE_VISIT, VISIT, note_event};
use crate::photo_jobs::USED;
use crate::sessions::Key;
use crate::{Error, Result, SessionToken, Store, Studio, db};

/// Where a code leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// To the overview of a client login.
    Overview,
    /// To the subjects that the guest may see.
    Children,
    /// To a whole job, as staff.
    Staff(PhotoJobId),
    /// To the list of a job's subjects, or to finding one by name.
    Connection(PhotoJobId),
}

impl Store {
    /// Lets a guest in by a code typed at the front door (S10). `studio` is `None` for an address that nobody has; the
    /// same look-up is made then. `None` for every kind of failure (S1, S12). The caller has taken an attempt from the
    /// budgets before.
    pub async fn enter_by_code(
        &self,
        studio: Option<&Studio>,
        code: &Code,
        old: Option<&SessionToken>,
        now: DateTime<Utc>,
    ) -> Result<Option<(SessionToken, Entrance)>> {
        let nowhere = StudioId::from_uuid(Uuid::nil());
        let found = self.find_code(studio.map_or(nowhere, |studio| studio.id), code).await?;
        let (Some(studio), Some(found)) = (studio, found) else {
            return Ok(None);
        };
        let Some((key, entrance)) = self.behind(studio, found, now).await? else {
            return Ok(None);
        };
        let token = self.grant_key(old, studio.id, key, found.generation, now).await?;
        match key {
            Key::Login(login) => self.note_visit(studio.id, login, now).await?,
            Key::Subject(subject) => self.note_used(studio.id, subject, now).await?,
            _ => {}
        }
        Ok(Some((token, entrance)))
    }

    /// What a code opens now, if anything.
    async fn behind(&self, studio: &Studio, found: FoundCode, now: DateTime<Utc>) -> Result<Option<(Key, Entrance)>> {
        let today = now.date_naive();
        Ok(match found.kind {
            CodeKind::Client if studio.rules.client_logins == Switch::Off => None,
            CodeKind::Client => Some((Key::Login(ClientLoginId::from_uuid(found.subject_id)), Entrance::Overview)),
            CodeKind::Subject => {
                let subject = SubjectId::from_uuid(found.subject_id);
                let child = self.child(studio.id, JobKey::Own(subject), subject).await?;
                child.map(|_| (Key::Subject(subject), Entrance::Children))
            }
            CodeKind::Staff | CodeKind::Connection => {
                let job = PhotoJobId::from_uuid(found.subject_id);
                let rules = match self.job_rules(studio.id, job).await {
                    Err(Error::NotFound) => return Ok(None),
                    found => found?.1,
                };
                match found.kind {
                    CodeKind::Staff if rules.admits_staff(today) => Some((Key::Staff(job), Entrance::Staff(job))),
                    CodeKind::Connection if rules.connection => Some((Key::Connection(job), Entrance::Connection(job))),
                    _ => None,
                }
            }
        })
    }

    /// Notes that somebody has an extra card, the first time that its code is typed (S61).
    async fn note_used(&self, studio: StudioId, subject: SubjectId, now: DateTime<Utc>) -> Result<()> {
        let unused: bool = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select exists (select 1 from subject
                   where studio_id = $1 and id = $2 and extra is not null and used_at is null)",
            )
            .bind(studio.uuid())
            .bind(subject.uuid())
            .fetch_one(c)
            .await
        })?;
        if unused {
            db::write!(&self.db, tx => {
                sqlx::query(USED).bind(studio.uuid()).bind(subject.uuid()).bind(now).execute(&mut *tx).await?;
                Ok(())
            });
        }
        Ok(())
    }

    /// Notes that a client came, once a visit.
    async fn note_visit(&self, studio: StudioId, login: ClientLoginId, now: DateTime<Utc>) -> Result<()> {
        db::write!(&self.db, tx => {
            let again: bool = sqlx::query_scalar(
                "select last_visit_at is not null from client_login where studio_id = $1 and id = $2",
            )
            .bind(studio.uuid())
            .bind(login.uuid())
            .fetch_one(&mut *tx)
            .await?;
            let noted = sqlx::query(
                "update client_login set last_visit_at = $3
                 where studio_id = $1 and id = $2 and (last_visit_at is null or last_visit_at <= $4)",
            )
            .bind(studio.uuid())
            .bind(login.uuid())
            .bind(now)
            .bind(now - ONE_VISIT)
            .execute(&mut *tx)
            .await?;
            if noted.rows_affected() == 1 {
                let kind = if again { VISIT } else { FIRST_VISIT };
                note_event!(tx, studio.uuid(), kind, login.uuid(), now);
            }
            Ok(())
        });
        Ok(())
    }
}
