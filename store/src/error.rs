//! What can go wrong below the pages. Whoever answers a browser turns these into facts of his own; the texts here are
//! for the log alone.

/// The result of everything in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or it is in another studio, which is the same.
    #[error("not found")]
    NotFound,
    /// Something of that name, address or code is there already.
    #[error("{0} is taken")]
    Taken(&'static str),
    /// Nobody would be left who may do everything.
    #[error("a studio needs an owner")]
    LastOwner,
    /// Somebody else changed it since it was read.
    #[error("changed by somebody else meanwhile")]
    ChangedMeanwhile,
    /// The change would break a rule of the tree: into itself, or too deep.
    #[error("the tree of galleries does not allow it: {0}")]
    NotInTree(&'static str),
    /// No room left on the disk, in the database or beside it.
    #[error("no space left")]
    NoSpace,
    /// A budget of failures is used up.
    #[error("too many attempts, wait {retry_after} s")]
    Slow {
        /// Seconds until the next attempt is allowed.
        retry_after: u32,
    },
    /// Too much of this kind of work waits already; try again in a few seconds.
    #[error("too busy")]
    Busy,
    /// Bytes did not arrive as they were announced.
    #[error("digest mismatch")]
    DigestMismatch,
    /// A row or object that cannot be what it should be.
    #[error("corrupt: {0}")]
    Corrupt(&'static str),
    /// The keyring is not the one that this database was made with.
    #[error("the keys in the data folder do not fit this database: restore the right `keys` file, nothing was changed")]
    WrongKeys,
    /// The setting that says where the photographs are cannot be used.
    #[error("PHOTOS_URL: {0}")]
    PhotosUrl(String),
    /// The deletion list: what is on it might be in this database again.
    #[error(
        "the list of who and what was erased (`erased` beside the photographs) cannot be read: {0}; nothing is served without it"
    )]
    ErasedList(String),
    /// The SQLite library is older than the fix of its WAL-reset fault.
    #[error("SQLite {0} can lose data (fixed in 3.51.3); this build must not be used")]
    OldSqlite(String),
    /// The database answered with an error.
    #[error("database: {0}")]
    Database(sqlx::Error),
    /// A migration failed.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The object store answered with an error.
    #[error("photographs: {0}")]
    Blob(object_store::Error),
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(std::io::Error),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::Database(fault) if no_space(fault.as_ref()) => Self::NoSpace,
            sqlx::Error::Database(fault) if waited_in_vain(fault.as_ref()) => Self::Busy,
            sqlx::Error::PoolTimedOut => Self::Busy,
            _ => Self::Database(error),
        }
    }
}

impl From<object_store::Error> for Error {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::NotFound,
            error if chain_has_no_space(&error) => Self::NoSpace,
            error => Self::Blob(error),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if is_full(&error) { Self::NoSpace } else { Self::File(error) }
    }
}

/// `SQLITE_FULL` (13), `SQLITE_IOERR_WRITE` (778: what a full disk gives for the WAL) or PostgreSQL's `disk_full` (53100).
fn no_space(fault: &dyn sqlx::error::DatabaseError) -> bool {
    fault.code().is_some_and(|code| matches!(code.as_ref(), "13" | "778" | "53100"))
}

/// `SQLITE_BUSY` (5) after its time-out; PostgreSQL's `lock_not_available` (55P03) after `lock_timeout`, and whoever it
/// chose to give way: `deadlock_detected` (40P01), `serialization_failure` (40001).
fn waited_in_vain(fault: &dyn sqlx::error::DatabaseError) -> bool {
    fault.code().is_some_and(|code| matches!(code.as_ref(), "5" | "55P03" | "40P01" | "40001"))
}

fn chain_has_no_space(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source())
        .any(|error| error.downcast_ref::<std::io::Error>().is_some_and(is_full))
}

/// The disk is full, or as much of it as we may have: a quota, or a limit on the length of files.
fn is_full(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge)
}

/// Turns a broken unique constraint into [`Error::Taken`].
pub(crate) fn taken(what: &'static str) -> impl Fn(sqlx::Error) -> Error {
    move |error| match &error {
        sqlx::Error::Database(fault) if fault.is_unique_violation() => Error::Taken(what),
        _ => error.into(),
    }
}
