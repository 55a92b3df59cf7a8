//! Access codes: found by a blind index, shown again from a sealed copy, unique in the studio over every kind (S3).

use domain::code::Code;
use domain::ids::StudioId;
use uuid::Uuid;

use crate::keyring::Belongs;
use crate::{Result, Store, db};

/// What a code opens. More kinds come with photo jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeKind {
    Client,
}

impl CodeKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
        }
    }
}

/// The three columns that hold a code.
pub(crate) struct StoredCode {
    pub index: Vec<u8>,
    pub key_id: i64,
    pub sealed: Vec<u8>,
}

/// What the one look-up finds.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub(crate) struct FoundCode {
    pub subject_id: Uuid,
    pub generation: i64,
}

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
    pub(crate) async fn find_code(&self, studio: StudioId, kind: CodeKind, code: &Code) -> Result<Option<FoundCode>> {
        let index = self.code_index(studio, code);
        Ok(db::read!(&self.db, c => {
            sqlx::query_as::<_, FoundCode>(
                "select subject_id, generation from access_code
                 where studio_id = $1 and key_id = $2 and idx = $3 and kind = $4",
            )
            .bind(studio.uuid())
            .bind(self.keys.id())
            .bind(&index)
            .bind(kind.as_str())
            .fetch_optional(c)
            .await
        })?)
    }
}
