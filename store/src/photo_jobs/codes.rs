//! The codes of a job: one of each subject, the staff code ("global access") and the connection code for parents.

use chrono::{DateTime, TimeDelta, Utc};
use domain::code::Code;
use domain::ids::{PhotoJobId, StudioId, SubjectId};
use uuid::Uuid;

use super::groups::hold_job;
use crate::codes::{CodeKind, set_code};
use crate::keyring::Belongs;
use crate::secrets::code_entropy;
use crate::{Desk, Error, Result, SessionToken, Store, db};

/// A code of a whole job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobCode {
    /// For staff: opens the whole job (S41).
    Staff,
    /// For parents: leads to the list or to the search (S44).
    Connection,
}

impl JobCode {
    fn kind(self) -> CodeKind {
        match self {
            Self::Staff => CodeKind::Staff,
            Self::Connection => CodeKind::Connection,
        }
    }
}

/// Whether a connection code can be used for a job (S44, S45).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Whether the operator allows the studio to use one.
    pub allowed: bool,
    /// How many subjects lack one of their names.
    pub nameless: i64,
}

/// How long a session may read the codes of a job after the password was given or a code was saved.
const SHOWN: TimeDelta = TimeDelta::minutes(10);

/// The kind of the grant that says so.
const CODES: &str = "job codes";

/// A subject's code, as people read it.
#[derive(Clone, Debug)]
pub struct SubjectCode {
    /// The subject.
    pub subject: SubjectId,
    /// Its code.
    pub code: Code,
}

impl Store {
    /// Gives a job a code. What the old one let in ends (S41, S45). For the connection code `agreed` says that somebody ticked
    /// now that it is agreed with the organisation.
    ///
    /// # Errors
    /// [`Error::Taken`] when the studio uses the code for anything else, another job included (S59).
    pub async fn set_job_code(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        which: JobCode,
        code: &Code,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let belongs = Belongs { studio: desk.studio(), kind: which.kind().as_str(), id: job.uuid() };
        let stored = self.stored_code(belongs, code, &code.display());
        db::write!(&self.db, tx => {
            hold_job!(tx, desk.studio().uuid(), job.uuid());
            set_code!(tx, belongs, stored);
            if which == JobCode::Connection {
                sqlx::query("update photo_job set connection_agreed_at = $3 where studio_id = $1 and id = $2")
                    .bind(desk.studio().uuid())
                    .bind(job.uuid())
                    .bind(now)
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        });
        Ok(())
    }

    /// Draws another code for a subject whose card was lost, or is in the wrong hands: the one before opens nothing from now on,
    /// and what it let in ends (S58). No list brings it back.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a subject of another studio, and for an extra card without a name: its card is all that its family
    /// has, and no other is printed.
    pub async fn renew_subject_code(&self, desk: &Desk, subject: SubjectId) -> Result<()> {
        let (_, job) = self.subject(desk, subject).await?;
        let belongs = Belongs { studio: desk.studio(), kind: CodeKind::Subject.as_str(), id: subject.uuid() };
        let code = Code::generated(code_entropy());
        let stored = self.stored_code(belongs, &code, &code.display());
        db::write!(&self.db, tx => {
            hold_job!(tx, desk.studio().uuid(), job.uuid());
            // Nobody who was erased meanwhile is given one.
            sqlx::query("update subject set job_id = job_id where studio_id = $1 and id = $2 and extra is null returning 1")
                .bind(desk.studio().uuid())
                .bind(subject.uuid())
                .fetch_one(&mut *tx)
                .await?;
            sqlx::query(
                "insert into lost_code (studio_id, subject_id, key_id, idx)
                 select studio_id, subject_id, key_id, idx from access_code
                 where studio_id = $1 and kind = $2 and subject_id = $3 on conflict do nothing",
            )
            .bind(belongs.studio.uuid())
            .bind(belongs.kind)
            .bind(belongs.id)
            .execute(&mut *tx)
            .await?;
            set_code!(tx, belongs, stored);
            Ok(())
        });
        Ok(())
    }

    /// Takes a code from a job: from now on it opens nothing, and what it let in ends. Without a connection code nobody finds
    /// a name (S51); of the next one it is assumed that names are typed (S53).
    pub async fn end_job_code(&self, desk: &Desk, job: PhotoJobId, which: JobCode) -> Result<()> {
        db::write!(&self.db, tx => {
            hold_job!(tx, desk.studio().uuid(), job.uuid());
            sqlx::query("delete from access_code where studio_id = $1 and kind = $2 and subject_id = $3")
                .bind(desk.studio().uuid())
                .bind(which.kind().as_str())
                .bind(job.uuid())
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from session_grant where studio_id = $1 and kind = $2 and subject_id = $3")
                .bind(desk.studio().uuid())
                .bind(which.kind().as_str())
                .bind(job.uuid())
                .execute(&mut *tx)
                .await?;
            if which == JobCode::Connection {
                sqlx::query("update photo_job set finding = true where studio_id = $1 and id = $2")
                    .bind(desk.studio().uuid())
                    .bind(job.uuid())
                    .execute(&mut *tx)
                    .await?;
                // A new code begins to count its generations anew: what the old one confirmed must not fit it.
                sqlx::query(
                    "delete from session_grant where studio_id = $1 and kind = 'confirmed'
                       and subject_id in (select id from subject where studio_id = $1 and job_id = $2)",
                )
                .bind(desk.studio().uuid())
                .bind(job.uuid())
                .execute(&mut *tx)
                .await?;
            }
            Ok(())
        });
        Ok(())
    }

    /// Whether a connection code can be used for a job.
    pub async fn connection(&self, desk: &Desk, job: PhotoJobId) -> Result<Connection> {
        let (allowed, nameless): (bool, i64) = db::read!(&self.db, c => {
            sqlx::query_as(
                "select o.connection_codes,
                        (select count(*) from subject s where s.studio_id = j.studio_id and s.job_id = j.id
                           and s.extra is null and (s.first_name = '' or s.last_name = ''))
                 from photo_job j join studio o on o.id = j.studio_id
                 where j.studio_id = $1 and j.id = $2 and j.deleted_at is null",
            )
            .bind(desk.studio().uuid())
            .bind(job.uuid())
            .fetch_one(c)
            .await
        })?;
        Ok(Connection { allowed, nameless })
    }

    /// Whether parents type a name instead of reading a list (S51).
    pub async fn set_finding(&self, desk: &Desk, job: PhotoJobId, finding: bool) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query("update photo_job set finding = $3 where studio_id = $1 and id = $2")
                .bind(desk.studio().uuid())
                .bind(job.uuid())
                .bind(finding)
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// Names were guessed: from now on whoever looks for a child of the job types its class too (S64), until a member takes
    /// that back. Whether it is so now: a job of one group has nothing to ask for.
    pub async fn ask_for_class(&self, studio: StudioId, job: PhotoJobId, now: DateTime<Utc>) -> Result<bool> {
        Ok(db::write!(&self.db, tx => {
            let done = sqlx::query(
                "update photo_job set class_asked_at = coalesce(class_asked_at, $3)
                 where studio_id = $1 and id = $2
                   and (select count(*) from job_group g where g.studio_id = $1 and g.job_id = $2) > 1",
            )
            .bind(studio.uuid())
            .bind(job.uuid())
            .bind(now)
            .execute(&mut *tx)
            .await?;
            Ok(done.rows_affected() == 1)
        }))
    }

    /// So many subjects of a job are in groups, and so many in the largest of them.
    pub async fn group_sizes(&self, studio: StudioId, job: PhotoJobId) -> Result<(i64, i64)> {
        let sizes: Vec<i64> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select count(*) from subject where studio_id = $1 and job_id = $2 and group_id is not null group by group_id",
            )
            .bind(studio.uuid())
            .bind(job.uuid())
            .fetch_all(c)
            .await
        })?;
        Ok((sizes.iter().sum(), sizes.into_iter().max().unwrap_or_default()))
    }

    /// From now on names alone find a child of the job again, unless two have one name.
    pub async fn ask_for_names_alone(&self, desk: &Desk, job: PhotoJobId) -> Result<()> {
        db::write!(&self.db, tx => {
            hold_job!(tx, desk.studio().uuid(), job.uuid());
            sqlx::query("update photo_job set class_asked_at = null where studio_id = $1 and id = $2")
                .bind(desk.studio().uuid())
                .bind(job.uuid())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// From now on, and for ten minutes, this session of the member may read the codes of a job.
    pub async fn allow_job_codes(
        &self,
        desk: &Desk,
        session: &SessionToken,
        job: PhotoJobId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let token = session.hash();
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "insert into session_grant (token_hash, studio_id, kind, subject_id, generation, created_at)
                 select s.token_hash, j.studio_id, $3, j.id, 0, $5
                 from session s join photo_job j on j.studio_id = $2 and j.id = $4 and j.deleted_at is null
                 where s.token_hash = $1 and s.member_id = $6
                 on conflict (token_hash, studio_id, kind, subject_id) do update set created_at = excluded.created_at",
            )
            .bind(token.as_slice())
            .bind(desk.studio().uuid())
            .bind(CODES)
            .bind(job.uuid())
            .bind(now)
            .bind(desk.member().uuid())
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }

    /// Whether this session may read the codes of a job now.
    pub async fn may_read_job_codes(
        &self,
        desk: &Desk,
        session: &SessionToken,
        job: PhotoJobId,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select exists (select 1 from session_grant g join session s on s.token_hash = g.token_hash
                   where g.token_hash = $1 and g.studio_id = $2 and g.kind = $3 and g.subject_id = $4
                     and s.member_id = $5 and g.created_at > $6)",
            )
            .bind(session.hash().as_slice())
            .bind(desk.studio().uuid())
            .bind(CODES)
            .bind(job.uuid())
            .bind(desk.member().uuid())
            .bind(now - SHOWN)
            .fetch_one(c)
            .await
        })?)
    }

    /// A job's code as people read it; none if it has none.
    pub async fn job_code(&self, desk: &Desk, job: PhotoJobId, which: JobCode) -> Result<Option<String>> {
        let belongs = Belongs { studio: desk.studio(), kind: which.kind().as_str(), id: job.uuid() };
        let sealed: Option<Vec<u8>> = db::read!(&self.db, c => {
            sqlx::query_scalar("select sealed from access_code where studio_id = $1 and kind = $2 and subject_id = $3")
                .bind(desk.studio().uuid())
                .bind(belongs.kind)
                .bind(job.uuid())
                .fetch_optional(c)
                .await
        })?;
        sealed.map(|sealed| Ok(self.keys.open(&sealed, belongs)?.to_string())).transpose()
    }

    /// The codes of a job's subjects, those of extra cards included.
    pub async fn subject_codes(&self, desk: &Desk, job: PhotoJobId) -> Result<Vec<SubjectCode>> {
        let rows: Vec<(Uuid, Vec<u8>)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select s.id, a.sealed from subject s
                 join access_code a on a.studio_id = s.studio_id and a.kind = 'subject' and a.subject_id = s.id
                 where s.studio_id = $1 and s.job_id = $2 order by s.name_key, s.id",
            )
            .bind(desk.studio().uuid())
            .bind(job.uuid())
            .fetch_all(c)
            .await
        })?;
        let code = |(id, sealed): (Uuid, Vec<u8>)| {
            let belongs = Belongs { studio: desk.studio(), kind: CodeKind::Subject.as_str(), id };
            let code = Code::parse(&self.keys.open(&sealed, belongs)?).map_err(|_| Error::Corrupt("code"))?;
            Ok(SubjectCode { subject: SubjectId::from_uuid(id), code })
        };
        rows.into_iter().map(code).collect()
    }
}
