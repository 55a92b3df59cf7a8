//! For tests of this crate and of `server`: throwaway stores on both databases, and builders that read like a story.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::ids::{PhotoId, StudioId};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{BlobKey, Error, Places, Result, Store, db};

mod archive;
mod at_once;
mod backup;
mod database;
mod large_school;
mod scene;
mod school;

pub use archive::{Archive, Made};
pub use at_once::ReleaseChange;
pub use database::{Database, Somebody};
pub use large_school::LargeSchool;
pub use scene::{PASSWORD, Scene, a_member, a_studio, an_upload, part_of, rendered, sha256};
pub use school::School;

/// A store in a folder that goes away with it.
#[derive(Debug)]
pub struct Throwaway {
    /// The store.
    pub store: Store,
    /// Its places, to open it once more.
    pub places: Places,
    /// Its folder.
    pub folder: TempDir,
    /// Its database in the cluster, where it is on PostgreSQL.
    pub database: Option<Database>,
}

/// The time at which every story begins: 1 August 2026, noon.
pub fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_785_585_600, 0).expect("a time in range")
}

impl Throwaway {
    /// On SQLite and a folder.
    pub async fn sqlite() -> Self {
        Self::open(None, None).await
    }

    /// On PostgreSQL and a folder.
    pub async fn postgres() -> Self {
        Self::open(Some(Database::create().await), None).await
    }

    /// On PostgreSQL and S3 (S80).
    pub async fn postgres_and_s3() -> Self {
        Self::open(Some(Database::create().await), Some(a_prefix())).await
    }

    async fn open(database: Option<Database>, photos_url: Option<String>) -> Self {
        let database_url = database.as_ref().map(|it| it.url.clone());
        let folder = tempfile::tempdir().expect("a temporary folder");
        let places = Places { data: folder.path().to_owned(), database_url, photos_url };
        let store = Store::open(&places, noon()).await.expect("a new store opens");
        Self { store, places, folder, database }
    }

    /// The same places once more, as after a restart or in a second instance.
    pub async fn open_again(&self) -> Result<Store> {
        Store::open(&self.places, noon()).await
    }

    /// How many objects there are, but for those of the deletion list; in a folder those that are half-written, too.
    pub async fn files(&self) -> usize {
        fn count(folder: &std::path::Path) -> usize {
            let entries = std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path());
            entries.map(|it| if it.is_dir() { count(&it) } else { 1 }).sum()
        }
        match self.places.photos_url {
            None => {
                let (photos, list) = (self.places.data.join("photos"), self.places.data.join("photos/erased"));
                count(&photos) - if list.exists() { count(&list) } else { 0 }
            }
            Some(_) => self.objects().await.len() - self.deletion_list().await.len(),
        }
    }

    /// What the deletion list has, by the names of its objects.
    pub async fn deletion_list(&self) -> Vec<String> {
        let objects = self.objects().await.into_iter().map(|(name, _)| name);
        objects.filter(|name| name.starts_with("erased/")).collect()
    }

    /// Empties the deletion list, as somebody would who takes its objects for rubbish.
    ///
    /// # Panics
    /// Where that fails.
    pub async fn lose_deletion_list(&self) {
        for erasure in self.store.blobs.erasures_since(None).await.expect("the list can be read") {
            self.store.blobs.unlist_erasure(&erasure).await.expect("an object can be deleted");
        }
    }

    /// Every object by its name in order, with the time when it was written.
    pub async fn objects(&self) -> Vec<(String, DateTime<Utc>)> {
        let mut all = self.store.blobs.all().await.expect("the object store answers");
        all.sort();
        all
    }

    /// How many photographs the tables know whose original is gone, whatever their state.
    pub async fn photos_without_original(&self) -> usize {
        let rows: Vec<(Uuid, Uuid)> = db::read!(&self.store.db, c => {
            sqlx::query_as("select studio_id, id from photo").fetch_all(c).await
        })
        .expect("the photographs");
        let mut gone = 0;
        for (studio, photo) in rows {
            let key = BlobKey::Original(StudioId::from_uuid(studio), PhotoId::from_uuid(photo));
            match self.store.blobs().get(key).await {
                Ok(_) => {}
                Err(Error::NotFound) => gone += 1,
                Err(error) => panic!("{error}"),
            }
        }
        gone
    }

    /// Does something to the tables that no function of the store would. Answers how many rows it changed.
    pub async fn tamper(&self, statement: &'static str) -> u64 {
        let changed = match &self.store.db.pools {
            db::Pools::Sqlite { writer, .. } => {
                sqlx::query(statement).execute(writer).await.map(|it| it.rows_affected())
            }
            db::Pools::Postgres(pool) => sqlx::query(statement).execute(pool).await.map(|it| it.rows_affected()),
        };
        changed.expect("a statement for this database")
    }

    /// One whole number out of the tables, for example `select count(*) from photo`.
    pub async fn number(&self, question: &'static str) -> i64 {
        let answer = db::read!(&self.store.db, c => {
            sqlx::query_scalar(question).fetch_one(c).await
        });
        answer.expect("a question for both databases")
    }

    /// Writes what no function of the store writes: what is left by somebody who came between two of its steps.
    pub async fn write(&self, statement: &'static str) {
        let done: Result<()> = async {
            db::write!(&self.store.db, tx => {
                sqlx::query(statement).execute(&mut *tx).await?;
                Ok(())
            });
            Ok(())
        }
        .await;
        done.expect("a statement for both databases");
    }

    /// The first column of an answer, as texts in their order.
    pub async fn texts(&self, question: &'static str) -> Vec<String> {
        let answer = db::read!(&self.store.db, c => {
            sqlx::query_scalar(question).fetch_all(c).await
        });
        answer.expect("a question that this database understands")
    }
}

/// A prefix of its own in the bucket that `TEST_S3_URL` names, which `cargo xtask test` starts a stand-in for.
fn a_prefix() -> String {
    let bucket =
        std::env::var("TEST_S3_URL").expect("TEST_S3_URL names a bucket for tests; `cargo xtask test` starts one");
    let name = Uuid::from_bytes(crate::secrets::random()).simple().to_string();
    at_path(&bucket, &name).expect("TEST_S3_URL is an address")
}

fn at_path(address: &str, path: &str) -> Option<String> {
    let mut url = url::Url::parse(address).ok()?;
    url.set_path(path);
    Some(url.into())
}

/// Every row of every table as text, by table: whatever somebody changes shows in it.
pub async fn all_rows(store: &Store) -> BTreeMap<String, Vec<String>> {
    let readers = match &store.db.pools {
        db::Pools::Sqlite { readers, .. } => readers,
        db::Pools::Postgres(pool) => return all_rows_of_postgres(pool).await,
    };
    let columns: Vec<(String, String)> = sqlx::query_as(
        "select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c
         where t.type = 'table' order by t.name, c.cid",
    )
    .fetch_all(readers)
    .await
    .expect("tables have columns");
    let mut all = BTreeMap::new();
    for table in columns.chunk_by(|a, b| a.0 == b.0) {
        let mut rows = sqlx::QueryBuilder::new("select ''");
        for (_, column) in table {
            rows.push(" || ' ' || quote(\"").push(column).push("\")");
        }
        rows.push(" from \"").push(&table[0].0).push("\" order by 1");
        let rows = rows.build_query_scalar().fetch_all(readers).await;
        all.insert(table[0].0.clone(), rows.expect("every value can be quoted"));
    }
    all
}

async fn all_rows_of_postgres(pool: &sqlx::PgPool) -> BTreeMap<String, Vec<String>> {
    let tables: Vec<String> =
        sqlx::query_scalar("select tablename::text from pg_tables where schemaname = 'public' order by 1")
            .fetch_all(pool)
            .await
            .expect("tables");
    let mut all = BTreeMap::new();
    for table in tables {
        let mut rows = sqlx::QueryBuilder::<sqlx::Postgres>::new("select t::text from \"");
        rows.push(&table).push("\" t order by 1");
        let rows = rows.build_query_scalar().fetch_all(pool).await;
        all.insert(table, rows.expect("every row is text"));
    }
    all
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    crate::secrets::hex(bytes)
}
