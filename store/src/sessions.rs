//! Sessions of members and guests. A session is a row; what a guest may use are its grants, each with the generation of
//! the code or password it came from: changing that ends it at once. Nothing is signed, so nothing outlives its row.

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Grant;
use domain::device::Device;
use domain::ids::{ClientLoginId, GalleryId, LinkId, MemberId, PhotoJobId, StudioId, SubjectId};
use domain::studio::{Role, StudioAddress};
use uuid::Uuid;

use crate::{Error, Member, Result, SessionToken, Store, Studio, db};

/// A guest's visit ends by itself after this (SECURITY section 5).
pub(crate) const VISIT: TimeDelta = TimeDelta::hours(12);
/// A session that a followed link replaced answers so long for requests that were on their way with its token.
const UNDERWAY: TimeDelta = TimeDelta::seconds(60);
/// A member who does not come back for this long signs in again.
pub(crate) const MEMBER_IDLE: TimeDelta = TimeDelta::days(14);
/// And after this in any case.
const MEMBER_ABSOLUTE: TimeDelta = TimeDelta::days(90);
/// How old `seen_at` may grow before it is written anew: one write an hour, not one a request.
const SEEN_EVERY: TimeDelta = TimeDelta::hours(1);
/// The same for a guest's visit, which is short.
const GUEST_SEEN_EVERY: TimeDelta = TimeDelta::minutes(10);

/// Proof that a signed-in member works in a studio. Only [`Store::desk`] makes one; whatever changes a studio asks for it.
#[derive(Clone, Debug)]
pub struct Desk {
    studio: StudioId,
    member: MemberId,
    role: Role,
}

impl Desk {
    /// The studio.
    pub fn studio(&self) -> StudioId {
        self.studio
    }

    /// The member.
    pub fn member(&self) -> MemberId {
        self.member
    }

    /// What the member is there.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The studio and the gallery, as columns, of a grant for this studio. A grant for another one, which a member can
    /// hold as a guest there, is worth nothing at this desk.
    pub(crate) fn at(&self, grant: &Grant) -> Result<(Uuid, Uuid)> {
        if grant.studio() == self.studio {
            Ok((self.studio.uuid(), grant.gallery().uuid()))
        } else {
            Err(Error::NotFound)
        }
    }
}

/// A key that a guest has been given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Login(ClientLoginId),
    Link(LinkId),
    Unlocked(GalleryId),
    /// A subject's own code.
    Subject(SubjectId),
    /// The right to see a subject was confirmed.
    Confirmed(SubjectId),
    /// The staff code of a job.
    Staff(PhotoJobId),
    /// The connection code of a job: it shows no picture.
    Connection(PhotoJobId),
}

impl Key {
    fn kind(self) -> &'static str {
        match self {
            Self::Login(_) => "login",
            Self::Link(_) => "link",
            Self::Unlocked(_) => "unlocked",
            Self::Subject(_) => "subject",
            Self::Confirmed(_) => "confirmed",
            Self::Staff(_) => "staff",
            Self::Connection(_) => "connection",
        }
    }

    fn subject(self) -> Uuid {
        match self {
            Self::Login(id) => id.uuid(),
            Self::Link(id) => id.uuid(),
            Self::Unlocked(id) => id.uuid(),
            Self::Subject(id) | Self::Confirmed(id) => id.uuid(),
            Self::Staff(id) | Self::Connection(id) => id.uuid(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    id: Uuid,
    name: String,
    email: String,
    operator: bool,
    seen_at: DateTime<Utc>,
}

impl Store {
    /// Signs a member in: a new session, whatever the browser had before.
    pub async fn start_member_session(
        &self,
        member: MemberId,
        device: Device,
        now: DateTime<Utc>,
    ) -> Result<SessionToken> {
        let token = SessionToken::new();
        db::write!(&self.db, tx => {
            sqlx::query(
                "insert into session (token_hash, member_id, device, created_at, seen_at, expires_at)
                 values ($1, $2, $3, $4, $5, $6)",
            )
            .bind(token.hash().as_slice())
            .bind(member.uuid())
            .bind(device.to_string())
            .bind(now)
            .bind(now)
            .bind(now + MEMBER_ABSOLUTE)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(token)
    }

    /// Who is signed in with this token.
    pub async fn member(&self, token: &SessionToken, now: DateTime<Utc>) -> Result<Option<Member>> {
        let row = db::read!(&self.db, c => {
            sqlx::query_as::<_, MemberRow>(
                "select m.id, m.name, m.email, m.operator, s.seen_at
                 from session s join member m on m.id = s.member_id
                 where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3",
            )
            .bind(token.hash().as_slice())
            .bind(now)
            .bind(now - MEMBER_IDLE)
            .fetch_optional(c)
            .await
        })?;
        let Some(row) = row else { return Ok(None) };
        if now - row.seen_at > SEEN_EVERY {
            self.note_seen(token, now).await?;
        }
        Ok(Some(Member { id: MemberId::from_uuid(row.id), name: row.name, email: row.email, operator: row.operator }))
    }

    async fn note_seen(&self, token: &SessionToken, now: DateTime<Utc>) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query("update session set seen_at = $2 where token_hash = $1")
                .bind(token.hash().as_slice())
                .bind(now)
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// Notes that a guest is still there. No decision depends on it.
    pub(crate) async fn note_guest_seen(&self, token: &[u8], seen: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
        if now - seen < GUEST_SEEN_EVERY {
            return Ok(());
        }
        db::write_aside!(&self.db, tx => {
            sqlx::query("update session set seen_at = $2 where token_hash = $1")
                .bind(token)
                .bind(now)
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// The studio at an address and the proof that this member works there; nothing for anybody else.
    pub async fn desk(&self, member: MemberId, address: &StudioAddress) -> Result<Option<(Studio, Desk)>> {
        let Some(studio) = self.studio(address).await? else {
            return Ok(None);
        };
        let role: Option<String> = db::read!(&self.db, c => {
            sqlx::query_scalar("select role from studio_member where studio_id = $1 and member_id = $2")
                .bind(studio.id.uuid())
                .bind(member.uuid())
                .fetch_optional(c)
                .await
        })?;
        let Some(role) = role else { return Ok(None) };
        let desk = Desk { studio: studio.id, member, role: Role::parse(&role).ok_or(Error::Corrupt("role"))? };
        Ok(Some((studio, desk)))
    }

    /// Ends a session, with everything it was granted.
    pub async fn end_session(&self, token: &SessionToken) -> Result<()> {
        db::write!(&self.db, tx => {
            sqlx::query("delete from session where token_hash = $1").bind(token.hash().as_slice()).execute(&mut *tx).await?;
            Ok(())
        });
        Ok(())
    }

    /// Gives a guest one more key. The session gets a new token, so that whoever knows the old one gains nothing, and
    /// keeps its other keys; a client login replaces another one of the same studio: two logins never mix (S11). Each key
    /// lasts as long as a visit from when it was given, however many come after it.
    pub(crate) async fn grant_key(
        &self,
        old: Option<&SessionToken>,
        studio: StudioId,
        key: Key,
        generation: i64,
        now: DateTime<Utc>,
    ) -> Result<SessionToken> {
        let token = SessionToken::new();
        let old = old.map_or_else(Vec::new, |old| old.hash().to_vec());
        db::write!(&self.db, tx => {
            sqlx::query(
                "insert into session (token_hash, created_at, seen_at, expires_at) values ($1, $2, $3, $4)",
            )
            .bind(token.hash().as_slice())
            .bind(now)
            .bind(now)
            .bind(now + VISIT)
            .execute(&mut *tx)
            .await?;
            sqlx::query(
                "insert into session_grant (token_hash, studio_id, kind, subject_id, generation, created_at)
                 select $1, g.studio_id, g.kind, g.subject_id, g.generation, g.created_at
                 from session_grant g join session s on s.token_hash = g.token_hash
                 where g.token_hash = $2 and s.expires_at > $3 and s.member_id is null
                   and not (g.studio_id = $4 and g.kind = $5 and (g.kind = 'login' or g.subject_id = $6))",
            )
            .bind(token.hash().as_slice())
            .bind(&old)
            .bind(now)
            .bind(studio.uuid())
            .bind(key.kind())
            .bind(key.subject())
            .execute(&mut *tx)
            .await?;
            // Two links opened at once both come with the old token: the second must find the keys too.
            let end = if key.kind() == "link" { now + UNDERWAY } else { now };
            sqlx::query("update session set expires_at = $2 where token_hash = $1 and member_id is null and expires_at > $2")
                .bind(&old)
                .bind(end)
                .execute(&mut *tx)
                .await?;
            sqlx::query(
                "insert into session_grant (token_hash, studio_id, kind, subject_id, generation, created_at)
                 values ($1, $2, $3, $4, $5, $6)",
            )
            .bind(token.hash().as_slice())
            .bind(studio.uuid())
            .bind(key.kind())
            .bind(key.subject())
            .bind(generation)
            .bind(now)
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(token)
    }

    /// Removes sessions that have ended; called now and then.
    pub async fn sweep_sessions(&self, now: DateTime<Utc>) -> Result<u64> {
        let swept = db::write!(&self.db, tx => {
            let done = sqlx::query("delete from session where expires_at <= $1").bind(now).execute(&mut *tx).await?;
            Ok(done.rows_affected())
        });
        Ok(swept)
    }
}
