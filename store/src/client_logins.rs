//! Client logins: a named, permanent access with one code (S2 to S11).

use chrono::{DateTime, Utc};
use domain::code::Code;
use domain::gallery::{LoginName, Note};
use domain::ids::ClientLoginId;
use domain::studio::Email;
use uuid::Uuid;

use crate::codes::{CodeKind, set_code};
use crate::keyring::Belongs;
use crate::names::{Named, index_name};
use crate::photo_order::sort_key;
use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

mod endings;
mod reveals;

pub(crate) use endings::{COMES_BACK, ENDS, delete_login_in, restore_login_in};
pub use reveals::Reveal;

/// A client login as the studio sees it. The code is apart: [`Store::reveal_code`].
#[derive(Clone, Debug)]
pub struct ClientLogin {
    /// Its id.
    pub id: ClientLoginId,
    /// The client's name.
    pub name: String,
    /// The client's e-mail; may be empty. Saving it sends nothing (S5).
    pub email: String,
    /// For the studio alone (S4); may be empty.
    pub note: String,
    /// How many galleries are released to it.
    pub releases: i64,
    /// When somebody last came in with the code.
    pub last_visit_at: Option<DateTime<Utc>>,
    /// Whether it has a code: not one that was deleted and brought back, and whose code another one has taken.
    pub has_code: bool,
}

/// The form of a client login (S2). `shown_code` is the code as people read it.
#[derive(Clone, Debug)]
pub struct ClientLoginDetails {
    /// The client's name.
    pub name: LoginName,
    /// The code; `None` keeps the one it has.
    pub code: Option<(Code, String)>,
    /// Optional.
    pub email: Option<Email>,
    /// Optional, for the studio alone (S4).
    pub note: Note,
}

#[derive(sqlx::FromRow)]
struct LoginRow {
    id: Uuid,
    name: String,
    email: String,
    note: String,
    releases: i64,
    last_visit_at: Option<DateTime<Utc>>,
    has_code: bool,
}

impl From<LoginRow> for ClientLogin {
    fn from(row: LoginRow) -> Self {
        Self {
            id: ClientLoginId::from_uuid(row.id),
            name: row.name,
            email: row.email,
            note: row.note,
            releases: row.releases,
            last_visit_at: row.last_visit_at,
            has_code: row.has_code,
        }
    }
}

/// Living logins of a studio, with whatever else is asked of them.
macro_rules! logins {
    ($rest:literal) => {
        concat!(
            "select l.id, l.name, l.email, l.note, l.last_visit_at,
                    exists (select 1 from access_code a
                      where a.studio_id = l.studio_id and a.kind = 'client' and a.subject_id = l.id) as has_code,
                    (select count(*) from release r join gallery g on g.studio_id = r.studio_id and g.id = r.gallery_id
                      where r.studio_id = l.studio_id and r.client_login_id = l.id and g.deleted_at is null) as releases
             from client_login l
             where l.studio_id = $1 and l.deleted_at is null",
            $rest
        )
    };
}
impl Store {
    /// Up to `most` logins of the studio, by name as people order them: from the first, or from `from` on. And the first
    /// of those that come after them.
    pub async fn client_logins(
        &self,
        desk: &Desk,
        from: Option<ClientLoginId>,
        most: usize,
    ) -> Result<(Vec<ClientLogin>, Option<ClientLoginId>)> {
        let studio = desk.studio().uuid();
        let (key, id): (String, Uuid) = match from {
            None => (String::new(), Uuid::nil()),
            Some(from) => db::read!(&self.db, c => {
                sqlx::query_as(
                    "select name_key, id from client_login where studio_id = $1 and id = $2 and deleted_at is null",
                )
                .bind(studio)
                .bind(from.uuid())
                .fetch_one(c)
                .await
            })?,
        };
        let rows = db::read!(&self.db, c => {
            sqlx::query_as::<_, LoginRow>(logins!(" and (l.name_key, l.id) >= ($2, $3) order by l.name_key, l.id limit $4"))
                .bind(studio)
                .bind(&key)
                .bind(id)
                .bind(i64::try_from(most + 1).unwrap_or(i64::MAX))
                .fetch_all(c)
                .await
        })?;
        let mut logins: Vec<_> = rows.into_iter().map(ClientLogin::from).collect();
        let next = logins.get(most).map(|login| login.id);
        logins.truncate(most);
        Ok((logins, next))
    }

    /// One login of the studio.
    pub async fn client_login(&self, desk: &Desk, login: ClientLoginId) -> Result<ClientLogin> {
        let row = db::read!(&self.db, c => {
            let query = sqlx::query_as::<_, LoginRow>(logins!(" and l.id = $2"));
            query.bind(desk.studio().uuid()).bind(login.uuid()).fetch_one(c).await
        })?;
        Ok(row.into())
    }

    /// Creates a login without galleries (S6).
    ///
    /// # Errors
    /// [`Error::Taken`] when the code, normalised, is in use in this studio (S3).
    pub async fn create_client_login(
        &self,
        desk: &Desk,
        name: &LoginName,
        code: (&Code, &str),
        email: Option<&Email>,
        note: &Note,
        now: DateTime<Utc>,
    ) -> Result<ClientLoginId> {
        let id = ClientLoginId::from_random(random());
        let stored = self.stored_code(code_of(desk, id), code.0, code.1);
        db::write!(&self.db, tx => {
            sqlx::query(
                "insert into client_login (studio_id, id, name, email, note, created_at, name_key)
                 values ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(desk.studio().uuid())
            .bind(id.uuid())
            .bind(name.as_str())
            .bind(email.map_or("", Email::as_str))
            .bind(note.as_str())
            .bind(now)
            .bind(sort_key(name.as_str()))
            .execute(&mut *tx)
            .await?;
            index_name!(tx, desk.studio().uuid(), Named::Login, id.uuid(), name.as_str());
            set_code!(tx, code_of(desk, id), stored);
            Ok(())
        });
        Ok(id)
    }

    /// Changes a login. A changed code fails at once, and so do the sessions that came in by it (S9).
    ///
    /// # Errors
    /// [`Error::Taken`] when the new code is in use in this studio.
    pub async fn change_client_login(&self, desk: &Desk, login: ClientLoginId, new: &ClientLoginDetails) -> Result<()> {
        let stored = new.code.as_ref().map(|(code, shown)| self.stored_code(code_of(desk, login), code, shown));
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "update client_login set name = $3, email = $4, note = $5, name_key = $6
                 where studio_id = $1 and id = $2 and deleted_at is null",
            )
            .bind(desk.studio().uuid())
            .bind(login.uuid())
            .bind(new.name.as_str())
            .bind(new.email.as_ref().map_or("", Email::as_str))
            .bind(new.note.as_str())
            .bind(sort_key(new.name.as_str()))
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() != 1 {
                return Err(Error::NotFound);
            }
            index_name!(tx, desk.studio().uuid(), Named::Login, login.uuid(), new.name.as_str());
            if let Some(stored) = &stored {
                // One whose code was taken by another while it was deleted has none.
                set_code!(tx, code_of(desk, login), stored);
            }
            Ok(())
        });
        Ok(())
    }
}

fn code_of(desk: &Desk, login: ClientLoginId) -> Belongs<'static> {
    Belongs { studio: desk.studio(), kind: CodeKind::Client.as_str(), id: login.uuid() }
}
