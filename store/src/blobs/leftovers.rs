//! Objects that nobody knows: listed, moved out of the way, and forgotten in the end.

use std::fs::DirEntry;
use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::StudioId;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::ObjectStoreExt;
use object_store::path::Path as Key;
use uuid::Uuid;

use super::{Blobs, Kind};
use crate::{Error, Result};

/// Where objects go that no row knows, by the day on which they went.
const TRASH: &str = "trash";

/// An object that is there, known or not.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    key: Key,
    /// The photograph, upload or logo that it should belong to.
    pub subject: Uuid,
    /// When it was written, by the object store's clock.
    pub written_at: DateTime<Utc>,
}

impl Blobs {
    /// Every object of a kind that a studio has. What is not named as ours are is left out.
    pub(crate) fn found(&self, kind: Kind, studio: StudioId) -> BoxStream<'static, Result<Found>> {
        let objects = self.store.list(Some(&Key::from(format!("{}/{studio}", kind.folder()))));
        let found = objects.map_err(Error::from).try_filter_map(move |object| async move {
            let subject = object.location.parts().nth(2).and_then(|subject| kind.subject(subject.as_ref()));
            Ok(subject.map(|subject| Found { subject, written_at: object.last_modified, key: object.location }))
        });
        // Whoever reads in batches asks once more after the end.
        found.fuse().boxed()
    }

    /// Moves an object to where it can be fetched back by hand. One that is gone already is no error.
    pub(crate) async fn discard(&self, found: &Found, today: NaiveDate) -> Result<()> {
        let into = Key::from(format!("{TRASH}/{today}/{}", found.key));
        match self.store.rename(&found.key, &into).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes what was moved away on that day or before. Answers how many objects.
    pub(crate) async fn empty_trash(&self, last: NaiveDate) -> Result<u64> {
        let days = self.store.list_with_delimiter(Some(&Key::from(TRASH))).await?.common_prefixes;
        let mut deleted = 0;
        for day in days {
            let date = day.filename().and_then(|date| date.parse::<NaiveDate>().ok());
            if date.is_none_or(|date| date > last) {
                continue;
            }
            let mut objects = self.store.list(Some(&day));
            while let Some(object) = objects.try_next().await? {
                match self.store.delete(&object.location).await {
                    Ok(()) | Err(object_store::Error::NotFound { .. }) => deleted += 1,
                    Err(error) => return Err(error.into()),
                }
            }
        }
        Ok(deleted)
    }

    /// Deletes files that a crash left half-written before that moment: the library writes `name#1` and renames it in the
    /// end, and never lists such a file. Folders that are empty since then go, too. An object store has neither. Answers
    /// how many files.
    pub(crate) async fn delete_half_written(&self, before: DateTime<Utc>) -> Result<u64> {
        let Some(folder) = self.folder.clone() else { return Ok(0) };
        let deleted = tokio::task::spawn_blocking(move || delete_half_written(&folder, before.into()));
        Ok(deleted.await.map_err(|_| Error::Busy)??)
    }
}

fn delete_half_written(folder: &Path, before: SystemTime) -> std::io::Result<u64> {
    let mut deleted = 0;
    for entry in std::fs::read_dir(folder)? {
        match delete_if_half_written(&entry?, before) {
            Ok(more) => deleted += more,
            // Others write and delete here all the time.
            Err(gone) if gone.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(deleted)
}

fn delete_if_half_written(entry: &DirEntry, before: SystemTime) -> std::io::Result<u64> {
    let old = entry.metadata()?.modified()? <= before;
    if entry.file_type()?.is_dir() {
        let deleted = delete_half_written(&entry.path(), before)?;
        if old {
            // Refused while anything is in it.
            let _ = std::fs::remove_dir(entry.path());
        }
        return Ok(deleted);
    }
    if !old || !is_half_written(&entry.file_name().to_string_lossy()) {
        return Ok(0);
    }
    std::fs::remove_file(entry.path())?;
    Ok(1)
}

fn is_half_written(name: &str) -> bool {
    let number = name.rsplit_once('#').map(|(_, number)| number);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}
