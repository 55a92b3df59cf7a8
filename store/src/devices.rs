//! Where somebody is signed in or let in now, and how that is ended.

use chrono::{DateTime, Utc};
use domain::device::Device;
use domain::ids::{ClientLoginId, MemberId};

use crate::secrets::hex;
use crate::sessions::{MEMBER_IDLE, VISIT};
use crate::{Desk, Error, Result, SessionToken, Store, db};

/// A session of a member, as they see it themself.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// What a form calls it: nothing that opens anything.
    pub name: String,
    /// What it was begun with.
    pub device: Device,
    /// When it was begun.
    pub since: DateTime<Utc>,
    /// When it was used last, to the hour.
    pub seen: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// A visit that a client login let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenVisit {
    /// When the code was typed.
    pub since: DateTime<Utc>,
    /// When a page was opened last, to ten minutes.
    pub seen: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    token_hash: Vec<u8>,
    device: String,
    created_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
}

/// Half of the hash of a session's token: enough to tell sessions apart, and useless to anybody else.
fn name_of(hash: &[u8]) -> String {
    hex(&hash[..hash.len().min(16)])
}

impl Store {
    /// Where a member is signed in now, the one used last first.
    pub async fn open_sessions(
        &self,
        member: MemberId,
        this: &SessionToken,
        now: DateTime<Utc>,
    ) -> Result<Vec<OpenSession>> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, SessionRow>(
                "select token_hash, device, created_at, seen_at from session
                 where member_id = $1 and expires_at > $2 and seen_at > $3 order by seen_at desc, created_at desc, token_hash",
            )
            .bind(member.uuid())
            .bind(now)
            .bind(now - MEMBER_IDLE)
            .fetch_all(c)
            .await
        })?;
        let this = this.hash();
        let sessions = rows.into_iter().map(|row| OpenSession {
            name: name_of(&row.token_hash),
            device: Device::parse(&row.device),
            since: row.created_at,
            seen: row.seen_at,
            this: row.token_hash == this,
        });
        Ok(sessions.collect())
    }

    /// Ends one session of a member.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they have no such session (any more).
    pub async fn end_open_session(&self, member: MemberId, name: &str) -> Result<()> {
        let hashes: Vec<Vec<u8>> = db::read!(&self.db, c => {
            sqlx::query_scalar("select token_hash from session where member_id = $1")
                .bind(member.uuid())
                .fetch_all(c)
                .await
        })?;
        let hash = hashes.into_iter().find(|hash| name_of(hash) == name).ok_or(Error::NotFound)?;
        db::write!(&self.db, tx => {
            sqlx::query("delete from session where token_hash = $1 and member_id = $2")
                .bind(hash.as_slice())
                .bind(member.uuid())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// Ends every session of a member but one.
    pub async fn end_other_sessions(&self, member: MemberId, kept: &SessionToken) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query("delete from session where member_id = $1 and token_hash <> $2")
                .bind(member.uuid())
                .bind(kept.hash().as_slice())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// The visits of a client login that are open now, the one seen last first.
    pub async fn open_visits(&self, desk: &Desk, login: ClientLoginId, now: DateTime<Utc>) -> Result<Vec<OpenVisit>> {
        let rows: Vec<(DateTime<Utc>, DateTime<Utc>)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select g.created_at, s.seen_at
                 from session_grant g
                 join session s on s.token_hash = g.token_hash
                 join access_code a on a.studio_id = g.studio_id and a.kind = 'client' and a.subject_id = g.subject_id
                  and a.generation = g.generation
                 where g.studio_id = $1 and g.kind = 'login' and g.subject_id = $2
                   and s.expires_at > $3 and g.created_at > $4
                 order by s.seen_at desc, g.created_at desc",
            )
            .bind(desk.studio().uuid())
            .bind(login.uuid())
            .bind(now)
            .bind(now - VISIT)
            .fetch_all(c)
            .await
        })?;
        Ok(rows.into_iter().map(|(since, seen)| OpenVisit { since, seen }).collect())
    }

    /// Ends every visit of a client login; the code stays. Its next generation begins, so that a visit which is just being
    /// given another key ends, too.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a login of another studio.
    pub async fn end_visits(&self, desk: &Desk, login: ClientLoginId) -> Result<()> {
        self.client_login(desk, login).await?;
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "update access_code set generation = generation + 1
                 where studio_id = $1 and kind = 'client' and subject_id = $2",
            )
            .bind(desk.studio().uuid())
            .bind(login.uuid())
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }
}
