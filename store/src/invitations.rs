//! Invitations to work in a studio. A row is there as long as its link can be used: using it, taking it back or waiting
//! too long removes it, and then nobody can tell one from the other or from one that never was.
//!
//! The secret end of the link is not kept. The keyring makes it from the invitation's id, so that the session that
//! invited can be shown it for a few minutes; whoever opens it is found by its hash.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{InvitationId, MemberId, StudioId};
use domain::studio::{Email, MemberName, Role};
use uuid::Uuid;

use crate::colleagues::as_owner;
use crate::error::taken;
use crate::secrets::random;
use crate::{Desk, Error, Result, SessionToken, Store, Studio, db};

/// How long an invitation can be used.
const OPEN: TimeDelta = TimeDelta::days(7);
/// How long the session that made an invitation may read its link.
const SHOWN: TimeDelta = TimeDelta::minutes(5);
/// The kind of the grant that says so, beside those of guests.
const KIND: &str = "invitation";

/// An invitation that can be used.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Whom it is for.
    pub email: String,
    /// What they would be.
    pub role: Role,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// What whoever holds an invitation's link may know.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The studio.
    pub studio: Studio,
    /// Whom it is for.
    pub email: String,
    /// What they would be.
    pub role: Role,
}

#[derive(sqlx::FromRow)]
struct InvitationRow {
    studio_id: Uuid,
    id: Uuid,
    email: String,
    role: String,
    expires_at: DateTime<Utc>,
}

fn role_of(text: &str) -> Result<Role> {
    Role::parse(text).ok_or(Error::Corrupt("role"))
}

impl Store {
    /// Invites somebody, in the place of an invitation that the same e-mail has already; for a few minutes this session
    /// may read the link.
    ///
    /// # Errors
    /// [`Error::Taken`] when somebody with this e-mail works here already.
    pub async fn invite(
        &self,
        desk: &Desk,
        session: &SessionToken,
        email: &Email,
        role: Role,
        now: DateTime<Utc>,
    ) -> Result<InvitationId> {
        let id = InvitationId::from_random(random());
        let token = self.invitation_token(desk.studio(), id);
        let (studio, session) = (desk.studio().uuid(), session.hash());
        db::write!(&self.db, tx => {
            as_owner!(tx, desk);
            let here: Option<Uuid> = sqlx::query_scalar(
                "select m.id from member m join studio_member s on s.member_id = m.id
                 where s.studio_id = $1 and m.email = $2",
            )
            .bind(studio)
            .bind(email.as_str())
            .fetch_optional(&mut *tx)
            .await?;
            if here.is_some() {
                return Err(Error::Taken("place in the studio"));
            }
            sqlx::query("delete from invitation where studio_id = $1 and email = $2")
                .bind(studio)
                .bind(email.as_str())
                .execute(&mut *tx)
                .await?;
            sqlx::query(
                "insert into invitation (studio_id, id, token_hash, email, role, created_at, expires_at)
                 values ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(studio)
            .bind(id.uuid())
            .bind(token.hash().as_slice())
            .bind(email.as_str())
            .bind(role.as_str())
            .bind(now)
            .bind(now + OPEN)
            .execute(&mut *tx)
            .await?;
            sqlx::query(
                "insert into session_grant (token_hash, studio_id, kind, subject_id, generation, created_at)
                 select token_hash, $2, $3, $4, 1, $5 from session where token_hash = $1 and member_id = $6",
            )
            .bind(session.as_slice())
            .bind(studio)
            .bind(KIND)
            .bind(id.uuid())
            .bind(now)
            .bind(desk.member().uuid())
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(id)
    }

    fn invitation_token(&self, studio: StudioId, id: InvitationId) -> SessionToken {
        SessionToken::from_bytes(self.keys.index(&[b"invitation", studio.uuid().as_bytes(), id.uuid().as_bytes()]))
    }

    /// The secret end of an invitation's link, while the session that made it may read it and it can be used.
    pub async fn fresh_invitation(
        &self,
        desk: &Desk,
        session: &SessionToken,
        id: InvitationId,
        now: DateTime<Utc>,
    ) -> Result<Option<SessionToken>> {
        let session = session.hash();
        let found: Option<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select i.id from invitation i
                 join session_grant g on g.studio_id = i.studio_id and g.subject_id = i.id and g.kind = $3
                 join session s on s.token_hash = g.token_hash
                 where i.studio_id = $1 and i.id = $2 and s.token_hash = $4 and s.member_id = $5 and g.created_at > $6",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(KIND)
            .bind(session.as_slice())
            .bind(desk.member().uuid())
            .bind(now - SHOWN)
            .fetch_optional(c)
            .await
        })?;
        Ok(found.map(|_| self.invitation_token(desk.studio(), id)))
    }

    /// The invitations that can be used, by e-mail.
    pub async fn invitations(&self, desk: &Desk, now: DateTime<Utc>) -> Result<Vec<Invitation>> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, InvitationRow>(
                "select studio_id, id, email, role, expires_at from invitation
                 where studio_id = $1 and expires_at > $2 order by email",
            )
            .bind(desk.studio().uuid())
            .bind(now)
            .fetch_all(c)
            .await
        })?;
        let invitation = |row: InvitationRow| {
            Ok(Invitation {
                id: InvitationId::from_uuid(row.id),
                role: role_of(&row.role)?,
                email: row.email,
                expires_at: row.expires_at,
            })
        };
        rows.into_iter().map(invitation).collect()
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// [`Error::NotFound`] when this studio has no such invitation any more.
    pub async fn revoke_invitation(&self, desk: &Desk, id: InvitationId) -> Result<()> {
        db::write!(&self.db, tx => {
            let done = sqlx::query("delete from invitation where studio_id = $1 and id = $2")
                .bind(desk.studio().uuid())
                .bind(id.uuid())
                .execute(&mut *tx)
                .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }

    /// What an invitation says, to whoever holds its link.
    pub async fn invited(&self, token: &SessionToken, now: DateTime<Utc>) -> Result<Option<Invited>> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as::<_, InvitationRow>(
                "select studio_id, id, email, role, expires_at from invitation where token_hash = $1 and expires_at > $2",
            )
            .bind(token.hash().as_slice())
            .bind(now)
            .fetch_optional(c)
            .await
        })?;
        let Some(row) = row else { return Ok(None) };
        let studio = self.studio_by_id(StudioId::from_uuid(row.studio_id)).await?;
        Ok(Some(Invited { studio, role: role_of(&row.role)?, email: row.email }))
    }

    /// Somebody new uses an invitation: an account with its e-mail, and a place in its studio. Once.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it cannot be used (any more); [`Error::Taken`] when the e-mail has an account: it can then
    /// still be used by whoever signs in.
    pub async fn join_as_new(
        &self,
        token: &SessionToken,
        name: &MemberName,
        password_hash: &str,
        now: DateTime<Utc>,
    ) -> Result<MemberId> {
        let member = MemberId::from_random(random());
        db::write!(&self.db, tx => {
            let used: InvitationRow = sqlx::query_as(
                "delete from invitation where token_hash = $1 and expires_at > $2
                 returning studio_id, id, email, role, expires_at",
            )
            .bind(token.hash().as_slice())
            .bind(now)
            .fetch_one(&mut *tx)
            .await?;
            sqlx::query(
                "insert into member (id, email, name, password_hash, operator, created_at)
                 values ($1, $2, $3, $4, $5, $6)",
            )
            .bind(member.uuid())
            .bind(&used.email)
            .bind(name.as_str())
            .bind(password_hash)
            .bind(false)
            .bind(now)
            .execute(&mut *tx)
            .await
            .map_err(taken("e-mail"))?;
            sqlx::query("insert into studio_member (studio_id, member_id, role) values ($1, $2, $3)")
                .bind(used.studio_id)
                .bind(member.uuid())
                .bind(&used.role)
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(member)
    }

    /// Somebody who has an account uses an invitation. Once.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it cannot be used (any more); [`Error::Taken`] when they work there already: it can then
    /// still be used by somebody else.
    pub async fn join(&self, token: &SessionToken, member: MemberId, now: DateTime<Utc>) -> Result<()> {
        db::write!(&self.db, tx => {
            let used: InvitationRow = sqlx::query_as(
                "delete from invitation where token_hash = $1 and expires_at > $2
                 returning studio_id, id, email, role, expires_at",
            )
            .bind(token.hash().as_slice())
            .bind(now)
            .fetch_one(&mut *tx)
            .await?;
            sqlx::query("insert into studio_member (studio_id, member_id, role) values ($1, $2, $3)")
                .bind(used.studio_id)
                .bind(member.uuid())
                .bind(&used.role)
                .execute(&mut *tx)
                .await
                .map_err(taken("place in the studio"))?;
            Ok(())
        });
        Ok(())
    }

    /// Removes invitations and resets that have ended; called now and then.
    pub async fn sweep_invitations(&self, now: DateTime<Utc>) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from invitation where expires_at <= $1").bind(now).execute(&mut *tx).await?;
            sqlx::query("delete from password_reset where expires_at <= $1").bind(now).execute(&mut *tx).await?;
            Ok(())
        });
        Ok(())
    }
}
