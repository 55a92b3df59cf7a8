//! A member's own account: name, e-mail, password, and what is done when the password is forgotten. Whoever changes how
//! one signs in ends every session but their own.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::MemberId;
use domain::studio::{Email, MemberName};
use uuid::Uuid;

use crate::error::taken;
use crate::{Result, SessionToken, Store, db};

/// How long a link for a new password can be used (SECURITY section 3).
const RESET: TimeDelta = TimeDelta::minutes(30);

impl Store {
    /// Changes name and e-mail. With another e-mail, sessions other than `kept` end, and so do links for a new password.
    ///
    /// # Errors
    /// [`crate::Error::Taken`] when somebody else has this e-mail.
    pub async fn change_account(
        &self,
        member: MemberId,
        name: &MemberName,
        email: &Email,
        kept: &SessionToken,
    ) -> Result<()> {
        db::write!(&self.db, tx => {
            let before: String = sqlx::query_scalar("select email from member where id = $1")
                .bind(member.uuid())
                .fetch_one(&mut *tx)
                .await?;
            sqlx::query("update member set name = $2, email = $3 where id = $1")
                .bind(member.uuid())
                .bind(name.as_str())
                .bind(email.as_str())
                .execute(&mut *tx)
                .await
                .map_err(taken("e-mail"))?;
            if before != email.as_str() {
                sqlx::query("delete from session where member_id = $1 and token_hash <> $2")
                    .bind(member.uuid())
                    .bind(kept.hash().as_slice())
                    .execute(&mut *tx)
                    .await?;
                sqlx::query("delete from password_reset where member_id = $1")
                    .bind(member.uuid())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        });
        Ok(())
    }

    /// Changes the password. Every session other than `kept` ends, and so do links for a new password.
    pub async fn change_password(&self, member: MemberId, hash: &str, kept: &SessionToken) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query("update member set password_hash = $2 where id = $1")
                .bind(member.uuid())
                .bind(hash)
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from session where member_id = $1 and token_hash <> $2")
                .bind(member.uuid())
                .bind(kept.hash().as_slice())
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from password_reset where member_id = $1")
                .bind(member.uuid())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// Makes a link for a new password, in the place of an earlier one. Nothing when nobody has this e-mail.
    pub async fn begin_reset(&self, email: &Email, now: DateTime<Utc>) -> Result<Option<SessionToken>> {
        let token = SessionToken::new();
        let found = db::write!(&self.db, tx => {
            let member: Option<Uuid> = sqlx::query_scalar("select id from member where email = $1")
                .bind(email.as_str())
                .fetch_optional(&mut *tx)
                .await?;
            let Some(member) = member else { return Ok(false) };
            sqlx::query("delete from password_reset where member_id = $1").bind(member).execute(&mut *tx).await?;
            sqlx::query(
                "insert into password_reset (token_hash, member_id, created_at, expires_at) values ($1, $2, $3, $4)",
            )
            .bind(token.hash().as_slice())
            .bind(member)
            .bind(now)
            .bind(now + RESET)
            .execute(&mut *tx)
            .await?;
            Ok(true)
        });
        Ok(found.then_some(token))
    }

    /// Whose password such a link changes: their e-mail, while it can be used.
    pub async fn reset_for(&self, token: &SessionToken, now: DateTime<Utc>) -> Result<Option<String>> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select m.email from password_reset r join member m on m.id = r.member_id
                 where r.token_hash = $1 and r.expires_at > $2",
            )
            .bind(token.hash().as_slice())
            .bind(now)
            .fetch_optional(c)
            .await
        })?)
    }

    /// Sets a new password by such a link, once. Every session of this person ends.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when it cannot be used (any more).
    pub async fn finish_reset(&self, token: &SessionToken, hash: &str, now: DateTime<Utc>) -> Result<MemberId> {
        let member: Uuid = db::write!(&self.db, tx => {
            let member: Uuid = sqlx::query_scalar(
                "delete from password_reset where token_hash = $1 and expires_at > $2 returning member_id",
            )
            .bind(token.hash().as_slice())
            .bind(now)
            .fetch_one(&mut *tx)
            .await?;
            sqlx::query("update member set password_hash = $2 where id = $1")
                .bind(member)
                .bind(hash)
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from session where member_id = $1").bind(member).execute(&mut *tx).await?;
            Ok(member)
        });
        Ok(MemberId::from_uuid(member))
    }
}
