//! Access codes: found by a blind index, shown again from a sealed copy, unique in the studio over every kind (S3).

use domain::code::Code;
use domain::ids::StudioId;
use uuid::Uuid;

use crate::keyring::Belongs;
use crate::{Error, Result, Store, db};

/// What a code opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeKind {
    /// A client login.
    Client,
    /// One subject of a photo job.
    Subject,
    /// A whole job, for staff: "global access".
    Staff,
    /// The way for parents to find a subject: "global connection".
    Connection,
}

impl CodeKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Subject => "subject",
            Self::Staff => "staff",
            Self::Connection => "connection",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        [Self::Client, Self::Subject, Self::Staff, Self::Connection].into_iter().find(|kind| kind.as_str() == name)
    }
}

/// The three columns that hold a code.
pub(crate) struct StoredCode {
    pub index: Vec<u8>,
    pub key_id: i64,
    pub sealed: Vec<u8>,
}

/// What the one look-up finds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FoundCode {
    pub kind: CodeKind,
    pub subject_id: Uuid,
    pub generation: i64,
}

/// Inside a transaction: gives a subject this code, in the place of the one it had. What the old one let in ends, unless it is
/// the same code. Nobody who was deleted has a claim to it any more.
///
/// # Errors
/// [`Error::Taken`] when something else of the studio has it (S3, S59).
macro_rules! set_code {
    ($tx:ident, $belongs:expr, $stored:expr) => {{
        let (belongs, stored) = (&$belongs, &$stored);
        sqlx::query(
            "insert into access_code (studio_id, id, kind, subject_id, idx, key_id, sealed, generation)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (studio_id, kind, subject_id) do nothing",
        )
        .bind(belongs.studio.uuid())
        .bind(uuid::Uuid::from_bytes($crate::secrets::random()))
        .bind(belongs.kind)
        .bind(belongs.id)
        .bind(&stored.index)
        .bind(stored.key_id)
        .bind(&stored.sealed)
        // Anywhere: what somebody does meanwhile with a code that was taken away does not fit the next one.
        .bind(i64::from(u32::from_le_bytes($crate::secrets::random())))
        .execute(&mut *$tx)
        .await
        .map_err($crate::error::taken("code"))?;
        sqlx::query(
            "update access_code set sealed = $6, key_id = $5,
                    generation = case when idx = $4 and key_id = $5 then generation else generation + 1 end, idx = $4
             where studio_id = $1 and kind = $2 and subject_id = $3",
        )
        .bind(belongs.studio.uuid())
        .bind(belongs.kind)
        .bind(belongs.id)
        .bind(&stored.index)
        .bind(stored.key_id)
        .bind(&stored.sealed)
        .execute(&mut *$tx)
        .await
        .map_err($crate::error::taken("code"))?;
        sqlx::query("delete from ended_code where studio_id = $1 and key_id = $2 and idx = $3")
            .bind(belongs.studio.uuid())
            .bind(stored.key_id)
            .bind(&stored.index)
            .execute(&mut *$tx)
            .await?;
    }};
}
pub(crate) use set_code;

impl Store {
    pub(crate) fn code_index(&self, studio: StudioId, code: &Code) -> Vec<u8> {
        self.keys.index(&[b"code", studio.uuid().as_bytes(), code.canonical().as_bytes()]).to_vec()
    }

    /// `shown` is the code as people read it; it is what the sealed copy gives back.
    pub(crate) fn stored_code(&self, belongs: Belongs, code: &Code, shown: &str) -> StoredCode {
        StoredCode {
            index: self.code_index(belongs.studio, code),
            key_id: self.keys.id(),
            sealed: self.keys.seal(shown, belongs),
        }
    }

    /// One indexed look-up. A studio that does not exist runs the same query, with an id that nothing has.
    pub(crate) async fn find_code(&self, studio: StudioId, code: &Code) -> Result<Option<FoundCode>> {
        let index = self.code_index(studio, code);
        let row: Option<(String, Uuid, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select kind, subject_id, generation from access_code
                 where studio_id = $1 and key_id = $2 and idx = $3",
            )
            .bind(studio.uuid())
            .bind(self.keys.id())
            .bind(&index)
            .fetch_optional(c)
            .await
        })?;
        let Some((kind, subject_id, generation)) = row else { return Ok(None) };
        let kind = CodeKind::parse(&kind).ok_or(Error::Corrupt("kind of a code"))?;
        Ok(Some(FoundCode { kind, subject_id, generation }))
    }
}
