//! Two databases, one SQL text. [`Db`] holds the pools; [`read!`] and [`write!`] expand to one `match` with the same body
//! for both. Portable SQL only: `$n`, `returning`, `on conflict`; ids and times are bound from Rust.

use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use sqlx::Connection;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use uuid::Uuid;

use crate::{Error, Result};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
pub(crate) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Either database. SQLite has one writer by nature, so writes queue for one connection instead of failing as busy.
#[derive(Debug)]
pub(crate) struct Db {
    pub pools: Pools,
    /// Grows with every write but those aside. What was decided before a write need not hold after it.
    pub writes: AtomicU64,
}

/// The connections to either.
#[derive(Debug)]
pub(crate) enum Pools {
    Sqlite { readers: SqlitePool, writer: SqlitePool },
    Postgres(PgPool),
}

impl Db {
    fn of(pools: Pools) -> Self {
        Self { pools, writes: AtomicU64::new(0) }
    }

    /// Opens the file, creating it if need be, with WAL and full synchronisation: an acknowledged write survives a power cut.
    pub(crate) async fn sqlite(file: &Path) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .pragma("journal_size_limit", "67108864")
            // 16 MB of pages for each connection, filled as they are read. With the default of 2 MB a page of a large
            // archive reads the same inner pages of its indexes again and again: twice the time for a page of the tree.
            .pragma("cache_size", "-16000")
            // A list of thousands of rows comes from another thread: by fifties, most of its time went into taking turns.
            .row_buffer_size(1_000);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .after_release(|connection, _| Box::pin(has_no_transaction(connection)))
            .connect_with(options.clone())
            .await?;
        let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(&writer).await?;
        if !wal_reset_is_fixed(&version) {
            return Err(Error::OldSqlite(version));
        }
        SQLITE.run(&writer).await?;
        let readers = SqlitePoolOptions::new().max_connections(8).connect_with(options).await?;
        Ok(Self::of(Pools::Sqlite { readers, writer }))
    }

    /// Connects and migrates; concurrent instances wait for one another by sqlx's advisory lock.
    pub(crate) async fn postgres(url: &str) -> Result<Self> {
        let options: PgConnectOptions = url.parse()?;
        let options = options.options([("statement_timeout", "30s"), ("lock_timeout", "10s")]);
        let pool = PgPoolOptions::new()
            .max_connections(16)
            .acquire_timeout(Duration::from_secs(3))
            .connect_with(options)
            .await?;
        POSTGRES.run(&pool).await?;
        Ok(Self::of(Pools::Postgres(pool)))
    }
}

/// When SQLite finds no room it undoes the transaction by itself. The library then still counts one, and would refuse to
/// begin another on this connection for ever: such a connection is replaced.
async fn has_no_transaction(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// The WAL-reset fault lived from 3.7.0 to 3.51.2 (SECURITY B54).
fn wal_reset_is_fixed(version: &str) -> bool {
    let mut parts = version.split('.').map_while(|part| part.parse::<u32>().ok());
    (parts.next(), parts.next(), parts.next()) >= (Some(3), Some(51), Some(3))
}

/// Gives an `async` block of [`write!`] its type.
pub(crate) async fn typed<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    work.await
}

/// Evaluates one query expression on whichever database is there.
macro_rules! read {
    ($db:expr, $conn:ident => $body:expr) => {
        match &$db.pools {
            $crate::db::Pools::Sqlite { readers: $conn, .. } => $body,
            $crate::db::Pools::Postgres($conn) => $body,
        }
    };
}

/// Runs a block in one write transaction: committed when it answers `Ok`, undone otherwise. Inside, `&mut *$tx` executes.
/// On SQLite it begins `immediate`: a deferred one could not wait for its turn.
macro_rules! write {
    ($db:expr, $tx:ident => $body:block) => {{
        let answer = $crate::db::write_aside!($db, $tx => $body);
        $db.writes.fetch_add(1, std::sync::atomic::Ordering::AcqRel);
        answer
    }};
}

/// As `write`, for what no decision on who sees what can depend on: work and its leases, brakes, parts of uploads. Such
/// writes come all the time, from idle workers too, and are not counted.
macro_rules! write_aside {
    ($db:expr, $tx:ident => $body:block) => {
        match &$db.pools {
            $crate::db::Pools::Sqlite { writer, .. } => {
                let mut $tx = writer.begin_with("begin immediate").await?;
                let answer = $crate::db::typed(async { $body }).await?;
                $tx.commit().await?;
                answer
            }
            $crate::db::Pools::Postgres(pool) => {
                let mut $tx = pool.begin().await?;
                let answer = $crate::db::typed(async { $body }).await?;
                $tx.commit().await?;
                answer
            }
        }
    };
}

/// So many ids go into one statement: both databases bound the number of its arguments.
pub(crate) const AT_ONCE: usize = 500;

/// Ids in parts, each of which one statement takes.
pub(crate) fn in_parts(ids: impl Iterator<Item = Uuid>) -> Vec<Vec<Uuid>> {
    let ids: Vec<Uuid> = ids.collect();
    ids.chunks(AT_ONCE).map(<[Uuid]>::to_vec).collect()
}

/// Adds ids to a query that is being built, each bound by itself: `(…, …)`. Callers take [`AT_ONCE`] at a time.
macro_rules! among {
    ($query:ident, $ids:expr) => {{
        $query.push("(");
        let mut list = $query.separated(", ");
        for id in $ids {
            list.push_bind(id);
        }
        $query.push(")");
    }};
}

pub(crate) use {among, read, write, write_aside};

#[cfg(test)]
mod tests {
    use super::wal_reset_is_fixed;

    #[test]
    fn a_library_with_the_wal_reset_fault_is_refused() {
        assert!(!wal_reset_is_fixed("3.51.2"));
        assert!(!wal_reset_is_fixed("3.9.99"));
        assert!(wal_reset_is_fixed("3.51.3"));
        assert!(wal_reset_is_fixed("4.0.0"));
    }
}
