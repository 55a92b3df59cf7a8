//! Who runs the installation. Nobody has a password for that: whoever can start the program on the server acts there, or makes
//! a link by which one browser acts for some hours. Neither reads anything of a studio but numbers.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::StudioId;
use domain::photo::natural_cmp;
use domain::studio::StudioAddress;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::secrets::random;
use crate::{Error, Result, SessionToken, Store, db};

/// How long a link to the operator's page can be used.
const TICKET: TimeDelta = TimeDelta::minutes(15);
/// How long a browser is let in, whatever is done meanwhile.
const SESSION: TimeDelta = TimeDelta::hours(8);

/// Proof that an operator acts, and by which way. Whatever an operator does asks for it.
#[derive(Clone, Debug)]
pub struct Operator {
    /// The session, by its hash, and when it was looked at; none for who acts on the server itself.
    session: Option<([u8; 32], DateTime<Utc>)>,
}

impl Operator {
    /// Whoever started this program on the server.
    pub fn at_the_machine() -> Self {
        Self { session: None }
    }

    fn way(&self) -> OperatorWay {
        if self.session.is_some() { OperatorWay::Page } else { OperatorWay::Machine }
    }
}

/// By which way an operator acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperatorWay {
    /// With the program, on the server itself.
    Machine,
    /// On the operator's page.
    Page,
}

impl OperatorWay {
    fn as_str(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Page => "page",
        }
    }
}

/// A studio as an operator sees it: no names but its own.
#[derive(Clone, Debug)]
pub struct OperatedStudio {
    /// Its id.
    pub id: StudioId,
    /// Its name.
    pub name: String,
    /// Its place in every address.
    pub address: String,
    /// Since when it is there.
    pub since: DateTime<Utc>,
    /// How many work there.
    pub members: i64,
    /// How many photo jobs it has.
    pub jobs: i64,
    /// How many of them have a connection code.
    pub coded: i64,
    /// Whether it may use connection codes (S45).
    pub connection_codes: bool,
}

/// What an operator did.
#[derive(Clone, Debug)]
pub struct OperatorAct {
    /// When.
    pub at: DateTime<Utc>,
    /// The name of the studio.
    pub studio: String,
    /// Whether connection codes were allowed; else they were forbidden.
    pub allowed: bool,
    /// By which way.
    pub way: OperatorWay,
}

#[derive(sqlx::FromRow)]
struct StudioRow {
    id: Uuid,
    name: String,
    address: String,
    created_at: DateTime<Utc>,
    members: i64,
    jobs: i64,
    coded: i64,
    connection_codes: bool,
}

impl From<StudioRow> for OperatedStudio {
    fn from(row: StudioRow) -> Self {
        Self {
            id: StudioId::from_uuid(row.id),
            name: row.name,
            address: row.address,
            since: row.created_at,
            members: row.members,
            jobs: row.jobs,
            coded: row.coded,
            connection_codes: row.connection_codes,
        }
    }
}

#[derive(sqlx::FromRow)]
struct ActRow {
    at: DateTime<Utc>,
    name: String,
    what: String,
    way: String,
}

impl TryFrom<ActRow> for OperatorAct {
    type Error = Error;

    fn try_from(row: ActRow) -> Result<Self> {
        let allowed = match row.what.as_str() {
            ALLOWED => true,
            FORBIDDEN => false,
            _ => return Err(Error::Corrupt("act of an operator")),
        };
        let way = [OperatorWay::Machine, OperatorWay::Page].into_iter().find(|way| way.as_str() == row.way);
        let way = way.ok_or(Error::Corrupt("way of an operator"))?;
        Ok(Self { at: row.at, studio: row.name, allowed, way })
    }
}

/// What an act says.
const ALLOWED: &str = "connection codes on";
const FORBIDDEN: &str = "connection codes off";

/// The jobs of the studio `o` that a connection code opens, as long as the operator allows it.
macro_rules! coded {
    () => {
        "(select count(*) from photo_job j
           where j.studio_id = o.id and j.deleted_at is null and j.connection_agreed_at is not null
             and exists (select 1 from access_code a
               where a.studio_id = j.studio_id and a.kind = 'connection' and a.subject_id = j.id))"
    };
}

/// Studios, with their numbers.
const STUDIOS: &str = concat!(
    "select o.id, o.name, o.address, o.created_at, o.connection_codes,
        (select count(*) from studio_member m where m.studio_id = o.id) as members,
        (select count(*) from photo_job j where j.studio_id = o.id and j.deleted_at is null) as jobs, ",
    coded!(),
    " as coded from studio o where "
);

impl Store {
    /// Makes a link to the operator's page, in the place of an earlier one.
    pub async fn make_operator_ticket(&self, now: DateTime<Utc>) -> Result<SessionToken> {
        let ticket = SessionToken::new();
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from operator_ticket").execute(&mut *tx).await?;
            sqlx::query("insert into operator_ticket (token_hash, expires_at) values ($1, $2)")
                .bind(ticket.hash().as_slice())
                .bind(now + TICKET)
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(ticket)
    }

    /// Uses such a link, once: a new session. Nothing for one that was used, has ended or never was.
    pub async fn enter_as_operator(&self, ticket: &SessionToken, now: DateTime<Utc>) -> Result<Option<SessionToken>> {
        let session = SessionToken::new();
        let entered = db::write_aside!(&self.db, tx => {
            let used = sqlx::query("delete from operator_ticket where token_hash = $1 and expires_at > $2")
                .bind(ticket.hash().as_slice())
                .bind(now)
                .execute(&mut *tx)
                .await?;
            if used.rows_affected() == 0 {
                return Ok(false);
            }
            sqlx::query("insert into operator_session (token_hash, expires_at) values ($1, $2)")
                .bind(session.hash().as_slice())
                .bind(now + SESSION)
                .execute(&mut *tx)
                .await?;
            Ok(true)
        });
        Ok(entered.then_some(session))
    }

    /// The operator whose session this is.
    pub async fn operator(&self, session: &SessionToken, now: DateTime<Utc>) -> Result<Option<Operator>> {
        let there: Option<i32> = db::read!(&self.db, c => {
            sqlx::query_scalar("select 1 from operator_session where token_hash = $1 and expires_at > $2")
                .bind(session.hash().as_slice())
                .bind(now)
                .fetch_optional(c)
                .await
        })?;
        Ok(there.map(|_| Operator { session: Some((session.hash(), now)) }))
    }

    /// Ends one session of the operator's page.
    pub async fn end_operator_session(&self, session: &SessionToken) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from operator_session where token_hash = $1")
                .bind(session.hash().as_slice())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }

    /// Ends all sessions of the operator's page, and a link that nobody has used yet.
    pub async fn end_operator_sessions(&self) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from operator_ticket").execute(&mut *tx).await?;
            sqlx::query("delete from operator_session").execute(&mut *tx).await?;
            Ok(())
        });
        Ok(())
    }

    /// Forgets links and sessions that have ended.
    pub async fn sweep_operators(&self, now: DateTime<Utc>) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from operator_ticket where expires_at <= $1").bind(now).execute(&mut *tx).await?;
            sqlx::query("delete from operator_session where expires_at <= $1").bind(now).execute(&mut *tx).await?;
            Ok(())
        });
        Ok(())
    }

    /// Studios by their names, from one on or from the first: at most so many, and the one after them.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none to begin with.
    pub async fn operated_studios(
        &self,
        _: &Operator,
        from: Option<StudioId>,
        most: usize,
    ) -> Result<(Vec<OperatedStudio>, Option<StudioId>)> {
        // People order names otherwise than databases do, and an installation has no more studios than this can take.
        let mut all: Vec<(Uuid, String)> =
            db::read!(&self.db, c => sqlx::query_as("select id, name from studio").fetch_all(c).await)?;
        all.sort_by(|a, b| natural_cmp(&a.1, &b.1).then(a.0.cmp(&b.0)));
        let first = match from {
            None => 0,
            Some(from) => all.iter().position(|(id, _)| *id == from.uuid()).ok_or(Error::NotFound)?,
        };
        let mut shown: Vec<Uuid> = all.into_iter().skip(first).take(most.saturating_add(1)).map(|(id, _)| id).collect();
        let next = shown.get(most).copied().map(StudioId::from_uuid);
        shown.truncate(most);
        let mut studios: Vec<OperatedStudio> = Vec::new();
        for some in db::in_parts(shown.iter().copied()) {
            let rows = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new(STUDIOS);
                query.push("o.id in ");
                db::among!(query, some.iter().copied());
                query.build_query_as::<StudioRow>().fetch_all(c).await
            })?;
            studios.extend(rows.into_iter().map(OperatedStudio::from));
        }
        studios.sort_by_key(|studio| shown.iter().position(|id| *id == studio.id.uuid()));
        Ok((studios, next))
    }

    /// The studio at an address.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn operated_studio(&self, _: &Operator, address: &StudioAddress) -> Result<OperatedStudio> {
        let row = db::read!(&self.db, c => {
            let mut query = QueryBuilder::new(STUDIOS);
            query.push("o.address = ").push_bind(address.as_str());
            query.build_query_as::<StudioRow>().fetch_one(c).await
        })?;
        Ok(row.into())
    }

    /// What operators did last, the latest first.
    pub async fn operator_acts(&self, _: &Operator, most: i64) -> Result<Vec<OperatorAct>> {
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, ActRow>(
                "select a.at, o.name, a.what, a.way from operator_act a join studio o on o.id = a.studio_id
                 order by a.at desc, a.id desc limit $1",
            )
            .bind(most)
            .fetch_all(c)
            .await
        })?;
        rows.into_iter().map(OperatorAct::try_from).collect()
    }

    /// The operator's switch: from now on a studio may use connection codes (S45). Those that it has count again.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the operator's session has ended meanwhile.
    pub async fn allow_connection_codes(
        &self,
        operator: &Operator,
        studio: StudioId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.switch_connection_codes(operator, studio, true, None, now).await
    }

    /// The operator's switch: from now on a studio may use no connection codes (S45). Those that it has open nothing. `shown` is
    /// how many jobs have one, where the operator was told before.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the operator's session has ended meanwhile; [`Error::ChangedMeanwhile`] when it is another
    /// number now.
    pub async fn forbid_connection_codes(
        &self,
        operator: &Operator,
        studio: StudioId,
        shown: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.switch_connection_codes(operator, studio, false, shown, now).await
    }

    async fn switch_connection_codes(
        &self,
        operator: &Operator,
        studio: StudioId,
        allowed: bool,
        shown: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        db::write!(&self.db, tx => {
            if let Some((session, seen)) = &operator.session {
                let _there: i32 =
                    sqlx::query_scalar("select 1 from operator_session where token_hash = $1 and expires_at > $2")
                        .bind(session.as_slice())
                        .bind(seen)
                        .fetch_one(&mut *tx)
                        .await?;
            }
            if let Some(shown) = shown {
                let coded: i64 = sqlx::query_scalar(concat!("select ", coded!(), " from studio o where o.id = $1"))
                    .bind(studio.uuid())
                    .fetch_one(&mut *tx)
                    .await?;
                if coded != shown {
                    return Err(Error::ChangedMeanwhile);
                }
            }
            let switched = sqlx::query("update studio set connection_codes = $2 where id = $1 and connection_codes <> $2")
                .bind(studio.uuid())
                .bind(allowed)
                .execute(&mut *tx)
                .await?;
            // Whoever presses twice has acted once.
            if switched.rows_affected() == 1 {
                sqlx::query("insert into operator_act (at, id, studio_id, what, way) values ($1, $2, $3, $4, $5)")
                    .bind(now)
                    .bind(Uuid::from_bytes(random()))
                    .bind(studio.uuid())
                    .bind(if allowed { ALLOWED } else { FORBIDDEN })
                    .bind(operator.way().as_str())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        });
        Ok(())
    }
}
