//! The end of a login, for a month not for good: it comes back with what was released to it, and with its code if no other
//! one has it by then. Its visits stay ended.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::erasing::TAKEN_BACK;
use crate::{Result, Store, db};

/// Inside a transaction: ends a login, with its code and its visits. Its code is free for others.
macro_rules! delete_login_in {
    ($tx:ident, $studio:expr, $login:expr, $now:expr) => {{
        let done = sqlx::query(
            "update client_login set deleted_at = $3 where studio_id = $1 and id = $2 and deleted_at is null",
        )
        .bind($studio)
        .bind($login)
        .bind($now)
        .execute(&mut *$tx)
        .await?;
        if done.rows_affected() != 1 {
            return Err($crate::Error::NotFound);
        }
        for statement in $crate::client_logins::ENDS {
            sqlx::query(statement).bind($studio).bind($login).execute(&mut *$tx).await?;
        }
    }};
}
pub(crate) use delete_login_in;

/// Inside a transaction: brings a login back.
macro_rules! restore_login_in {
    ($tx:ident, $studio:expr, $login:expr) => {{
        let name: String = sqlx::query_scalar(
            "update client_login set deleted_at = null where studio_id = $1 and id = $2 and deleted_at is not null
             returning name",
        )
        .bind($studio)
        .bind($login)
        .fetch_one(&mut *$tx)
        .await?;
        $crate::names::index_name!($tx, $studio, $crate::names::Named::Login, $login, &name);
        for statement in $crate::client_logins::COMES_BACK {
            sqlx::query(statement).bind($studio).bind($login).execute(&mut *$tx).await?;
        }
    }};
}
pub(crate) use restore_login_in;

/// What ends with a login: nobody finds it, its code opens nothing, and who came in by it is out.
pub(crate) const ENDS: [&str; 4] = [
    "delete from name_word where studio_id = $1 and subject_id = $2",
    "insert into ended_code (studio_id, kind, subject_id, idx, key_id, sealed, generation)
     select studio_id, kind, subject_id, idx, key_id, sealed, generation from access_code
     where studio_id = $1 and kind = 'client' and subject_id = $2",
    "delete from access_code where studio_id = $1 and kind = 'client' and subject_id = $2",
    "delete from session_grant where studio_id = $1 and kind = 'login' and subject_id = $2",
];

/// The code, if no other one has it now. A generation further: whoever came in before is not let in by that, nor by a new
/// code, which begins to count anew.
pub(crate) const COMES_BACK: [&str; 3] = [
    "delete from session_grant where studio_id = $1 and kind = 'login' and subject_id = $2",
    "insert into access_code (studio_id, id, kind, subject_id, idx, key_id, sealed, generation)
     select e.studio_id, e.subject_id, e.kind, e.subject_id, e.idx, e.key_id, e.sealed, e.generation + 1
     from ended_code e where e.studio_id = $1 and e.kind = 'client' and e.subject_id = $2
     on conflict do nothing",
    "delete from ended_code where studio_id = $1 and kind = 'client' and subject_id = $2",
];

impl Store {
    /// Drops logins that were deleted a month ago, with what was released to them. Answers how many; a few hundred at most,
    /// so that whoever calls it goes on until none is left.
    pub async fn drop_logins(&self, now: DateTime<Utc>) -> Result<usize> {
        let limit = now - TAKEN_BACK;
        let dropped = db::write!(&self.db, tx => {
            // Held: one that comes back just now comes back whole, or goes whole.
            let gone: Vec<(Uuid, Uuid)> = sqlx::query_as(
                "update client_login set deleted_at = deleted_at
                 where deleted_at <= $1 and (studio_id, id) in (select studio_id, id from client_login
                   where deleted_at <= $1 order by deleted_at limit 250)
                 returning studio_id, id",
            )
            .bind(limit)
            .fetch_all(&mut *tx)
            .await?;
            for (studio, login) in &gone {
                for statement in LAST {
                    sqlx::query(statement).bind(studio).bind(login).execute(&mut *tx).await?;
                }
            }
            Ok(gone.len())
        });
        Ok(dropped)
    }
}

/// All that is known of a login.
const LAST: [&str; 5] = [
    "delete from release where studio_id = $1 and client_login_id = $2",
    "delete from ended_release where studio_id = $1 and client_login_id = $2",
    "delete from ended_code where studio_id = $1 and kind = 'client' and subject_id = $2",
    "delete from event where studio_id = $1 and subject_id = $2",
    "delete from client_login where studio_id = $1 and id = $2 and deleted_at is not null",
];
