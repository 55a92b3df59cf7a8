//! Showing a code again: a member gives the password, and for a minute this one session may read this one code.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::ClientLoginId;

use crate::{Desk, Result, SessionToken, Store, db};

/// How long a code stays readable after the password was given.
const SHOWN: TimeDelta = TimeDelta::minutes(1);
/// The kind of the grant that says so, beside those of guests.
const KIND: &str = "reveal";

impl Store {
    /// The member at this desk has given the password: their session may read the login's code.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for a login of another studio, or a session that is not this member's.
    pub async fn allow_reveal(
        &self,
        desk: &Desk,
        session: &SessionToken,
        login: ClientLoginId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.client_login(desk, login).await?;
        let token = session.hash();
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "insert into session_grant (token_hash, studio_id, kind, subject_id, generation, created_at)
                 select token_hash, $2, $3, $4, 1, $5 from session where token_hash = $1 and member_id = $6
                 on conflict (token_hash, studio_id, kind, subject_id) do update set created_at = $5",
            )
            .bind(token.as_slice())
            .bind(desk.studio().uuid())
            .bind(KIND)
            .bind(login.uuid())
            .bind(now)
            .bind(desk.member().uuid())
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(crate::Error::NotFound) }
        });
        Ok(())
    }

    /// The code as people read it, while this session may read it.
    pub async fn revealed_code(
        &self,
        desk: &Desk,
        session: &SessionToken,
        login: ClientLoginId,
        now: DateTime<Utc>,
    ) -> Result<Option<String>> {
        let token = session.hash();
        let allowed: Option<DateTime<Utc>> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select g.created_at from session_grant g join session s on s.token_hash = g.token_hash
                 where g.token_hash = $1 and g.studio_id = $2 and g.kind = $3 and g.subject_id = $4 and s.member_id = $5",
            )
            .bind(token.as_slice())
            .bind(desk.studio().uuid())
            .bind(KIND)
            .bind(login.uuid())
            .bind(desk.member().uuid())
            .fetch_optional(c)
            .await
        })?;
        match allowed {
            Some(allowed) if now - allowed < SHOWN => Ok(Some(self.reveal_code(desk, login).await?)),
            _ => Ok(None),
        }
    }
}
