//! Showing a code again: for a short while one session may read one code, because its member gave the password once more,
//! or because the code was saved by this very session a moment ago. Only that it may is kept, never the code.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::ClientLoginId;

use super::code_of;
use crate::codes::CodeKind;
use crate::{Desk, Error, Result, SessionToken, Store, db};

/// Why a session may read a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// The member gave the password: for a minute.
    Asked,
    /// The member saved it just now: for ten minutes, the time it takes to choose galleries.
    Saved,
}

impl Reveal {
    /// The kind of the grant that says so, beside those of guests.
    fn kind(self) -> &'static str {
        match self {
            Self::Asked => "reveal",
            Self::Saved => "saved code",
        }
    }

    /// How long it holds.
    fn lasts(self) -> TimeDelta {
        match self {
            Self::Asked => TimeDelta::minutes(1),
            Self::Saved => TimeDelta::minutes(10),
        }
    }
}

impl Store {
    /// The code as people read it.
    pub async fn reveal_code(&self, desk: &Desk, login: ClientLoginId) -> Result<String> {
        let sealed: Vec<u8> = db::read!(&self.db, c => {
            sqlx::query_scalar("select sealed from access_code where studio_id = $1 and kind = $2 and subject_id = $3")
                .bind(desk.studio().uuid())
                .bind(CodeKind::Client.as_str())
                .bind(login.uuid())
                .fetch_one(c)
                .await
        })?;
        Ok(self.keys.open(&sealed, code_of(desk, login))?.to_string())
    }

    /// From now on, and for a while, this session of the member at this desk may read the login's code: the one that it has
    /// now, and no later one.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a login of another studio, or a session that is not this member's.
    pub async fn allow_reveal(
        &self,
        desk: &Desk,
        session: &SessionToken,
        login: ClientLoginId,
        why: Reveal,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.client_login(desk, login).await?;
        let token = session.hash();
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "insert into session_grant (token_hash, studio_id, kind, subject_id, generation, created_at)
                 select s.token_hash, $2, $3, $4, c.generation, $5
                 from session s join access_code c on c.studio_id = $2 and c.kind = $7 and c.subject_id = $4
                 where s.token_hash = $1 and s.member_id = $6
                 on conflict (token_hash, studio_id, kind, subject_id)
                   do update set created_at = excluded.created_at, generation = excluded.generation",
            )
            .bind(token.as_slice())
            .bind(desk.studio().uuid())
            .bind(why.kind())
            .bind(login.uuid())
            .bind(now)
            .bind(desk.member().uuid())
            .bind(CodeKind::Client.as_str())
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }

    /// The code as people read it, while this session may read it for this reason.
    pub async fn revealed_code(
        &self,
        desk: &Desk,
        session: &SessionToken,
        login: ClientLoginId,
        why: Reveal,
        now: DateTime<Utc>,
    ) -> Result<Option<String>> {
        let token = session.hash();
        let allowed: Option<DateTime<Utc>> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select g.created_at
                 from session_grant g
                 join session s on s.token_hash = g.token_hash
                 join access_code c on c.studio_id = g.studio_id and c.kind = $6 and c.subject_id = g.subject_id
                   and c.generation = g.generation
                 where g.token_hash = $1 and g.studio_id = $2 and g.kind = $3 and g.subject_id = $4 and s.member_id = $5",
            )
            .bind(token.as_slice())
            .bind(desk.studio().uuid())
            .bind(why.kind())
            .bind(login.uuid())
            .bind(desk.member().uuid())
            .bind(CodeKind::Client.as_str())
            .fetch_optional(c)
            .await
        })?;
        match allowed {
            Some(allowed) if now - allowed < why.lasts() => Ok(Some(self.reveal_code(desk, login).await?)),
            _ => Ok(None),
        }
    }

    /// This session may read the login's code no more, for whatever reason it might.
    pub async fn end_reveals(&self, desk: &Desk, session: &SessionToken, login: ClientLoginId) -> Result<()> {
        let token = session.hash();
        db::write!(&self.db, tx => {
            sqlx::query(
                "delete from session_grant
                 where token_hash = $1 and studio_id = $2 and kind in ($3, $4) and subject_id = $5",
            )
            .bind(token.as_slice())
            .bind(desk.studio().uuid())
            .bind(Reveal::Asked.kind())
            .bind(Reveal::Saved.kind())
            .bind(login.uuid())
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }
}
