//! What Passepartout keeps, and the only crate that names a database, an object store or a cipher.
//!
//! One file per noun: its rows, its SQL and `impl Store`. Reads that reveal something about a gallery take a
//! [`domain::access::Grant`]; whatever a member changes takes a [`Desk`], the proof of working in that studio.

mod access;
mod access_changes;
mod access_names;
mod accounts;
mod arrival;
mod attempts;
mod audience;
mod blobs;
mod brands;
mod client_logins;
mod codes;
mod colleagues;
mod db;
mod deleted;
mod devices;
mod entering;
mod erasing;
mod erasures;
mod error;
mod events;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod galleries;
mod gallery_cards;
mod gallery_tree;
mod guess_alerts;
mod held;
mod invitations;
mod keyring;
mod known_devices;
mod leftovers;
mod links;
mod members;
mod names;
mod old_names;
mod operators;
mod passwords;
mod photo_jobs;
mod photo_order;
mod photo_pages;
mod photos;
mod previews;
mod releases;
mod secrets;
mod session_token;
mod sessions;
mod studios;
mod tickets;
mod uploads;
mod work;

pub use access::{Guest, GuestSight};
pub use access_changes::{AppliedChange, Proposal, ProposedChange};
pub use access_names::{AccessNames, LinkName};
pub use arrival::Arrival;
pub use attempts::{Budget, Reserved};
pub use audience::{Audience, LinkSeer, LoginSeer};
pub use blobs::{BlobKey, Blobs};
pub use brands::{Brand, Logo, NewLogo};
pub use client_logins::{ClientLogin, ClientLoginDetails, Reveal};
pub use colleagues::Colleague;
pub use deleted::{Deleted, DeletedLogin};
pub use devices::{OpenSession, OpenVisit};
pub use domain::studio::Role;
pub use entering::Entrance;
pub use error::{Error, Result};
pub use events::{Event, Happened};
pub use galleries::{Gallery, GallerySettings, PasswordChange};
pub use gallery_cards::GalleryCard;
pub use gallery_tree::{Brothers, Deletion, GalleryRowInTree, Shift, StudioSize};
pub use guess_alerts::{GuessAlert, Guessed};
pub use held::HELD_SECONDS;
pub use invitations::{Invitation, Invited};
pub use keyring::Keyring;
pub use known_devices::{Door, KnownDevice};
pub use leftovers::Swept;
pub use links::{Link, LinkKind, NewLink, OpenedLink};
pub use members::{FirstRun, Member, NewMember};
pub use names::{Found, FoundGallery, FoundLink};
pub use operators::{OperatedStudio, Operator, OperatorAct, OperatorWay};
pub use passwords::{Passwords, Queue};
pub use photo_jobs::{
    CardPicture, CardsSeen, Child, Confirmation, ConfirmationsPart, Connection, ContactSheet, EndedJob, EndingJob,
    ExtraCard, FoundJob, FoundSubject, Group, GroupOnSheet, Hold, Imported, JobCard, JobCode, JobDetails, JobPhoto,
    JobVisit, ListedSubject, Namesake, NewSubject, OnPhoto, OwnPhoto, PhotoJob, PhotosPart, Reading,
    RecordedConfirmation, RefusedCode, RosterDraft, RosterPreview, SortProposal, StaffVisit, Statement, Subject,
    SubjectCode, SubjectOnSheet, SubjectRecord,
};
pub use photo_pages::{Around, Cover, PhotoOnPage};
pub use photos::{FailedPhoto, PhotoPlace, RenderedPhoto, StudioPhoto};
pub use previews::{Eyes, Preview};
pub use releases::ReleaseCard;
pub use secrets::{code_entropy, one_time_token};
pub use session_token::SessionToken;
pub use sessions::Desk;
pub use studios::{NewStudio, Studio};
pub use tickets::{Ticket, WAIT_SECONDS};
pub use uploads::{Begun, Finished, NewUpload, PART_BYTES, PendingUpload};
pub use work::{Lease, WorkKind};

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

/// Where everything is kept. The defaults need no server: SQLite and a folder (S80).
#[derive(Clone)]
pub struct Places {
    /// Folder of the embedded database, the photographs and the keys.
    pub data: PathBuf,
    /// `DATABASE_URL`: `postgres://...`, or nothing for SQLite in `data`.
    pub database_url: Option<String>,
    /// `PHOTOS_URL`: `s3://bucket/prefix`, or nothing for a folder in `data`.
    pub photos_url: Option<String>,
}

impl fmt::Debug for Places {
    /// Without the addresses: they may hold passwords.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Places").field("data", &self.data).finish_non_exhaustive()
    }
}

/// Everything Passepartout keeps: the database, the photographs and the keys.
#[derive(Debug)]
pub struct Store {
    db: db::Db,
    blobs: Blobs,
    keys: Keyring,
    passwords: Passwords,
}

impl Store {
    /// Opens (and on the first start creates) what `places` names, brings the schema up to date and proves that the
    /// keyring belongs to this database.
    ///
    /// # Errors
    /// [`Error::WrongKeys`] when the keyring cannot unseal the canary; whatever the database or the folder refuses.
    pub async fn open(places: &Places, now: DateTime<Utc>) -> Result<Self> {
        let data = &places.data;
        let keys = data.join("keys");
        // One that was there before and holds nothing of ours is not ours to close.
        let ours = keys.exists() || !data.exists();
        tokio::fs::create_dir_all(data).await?;
        if ours {
            make_private(data).await?;
        }
        let db = match &places.database_url {
            Some(url) => db::Db::postgres(url).await?,
            None => db::Db::sqlite(&data.join("passepartout.sqlite")).await?,
        };
        let keys = Self::proven_keys(&db, &keys, now).await?;
        let blobs = Blobs::open(places.photos_url.as_deref(), &data.join("photos")).await?;
        let store = Self { db, blobs, passwords: Passwords::new(keys.pepper()), keys };
        while store.index_old_names().await? > 0 {}
        Ok(store)
    }

    /// Lets go of the database: on SQLite what the log holds is moved into the file. Nothing works afterwards.
    pub async fn close(&self) {
        match &self.db.pools {
            db::Pools::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            db::Pools::Postgres(pool) => pool.close().await,
        }
    }

    /// How many writes there have been that could change who sees what: whoever keeps a decision keeps the number with
    /// it, and after any such write it is worth nothing. `None` where other instances write too and nobody here can
    /// count: there every decision is made anew (S8).
    pub fn writes(&self) -> Option<u64> {
        let counted = matches!(self.db.pools, db::Pools::Sqlite { .. });
        counted.then(|| self.db.writes.load(std::sync::atomic::Ordering::Acquire))
    }

    /// The photographs' bytes.
    pub fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Hashing of people's passwords.
    pub fn passwords(&self) -> &Passwords {
        &self.passwords
    }

    /// Answers when the database can be read: the readiness probe (S82).
    pub async fn ping(&self) -> Result<()> {
        db::read!(&self.db, c => sqlx::query("select 1").execute(c).await.map(drop))?;
        Ok(())
    }
}

/// Closes a folder to every other user of the machine.
async fn make_private(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    tokio::fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700)).await?;
    Ok(())
}
