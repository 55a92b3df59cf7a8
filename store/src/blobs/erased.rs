//! The deletion list (SECURITY section 4): one object for each erasure, beside the photographs and so outside every backup of the
//! database. Its name is made of a moment and of ids, and ids are all that it holds.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};
use futures::TryStreamExt;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt};
use uuid::Uuid;

use super::{Blobs, in_words};
use crate::{Error, Result};

/// Where the list is. No `BlobKey` leads there: whatever somebody asks for over the network is not found there.
const LIST: &str = "erased";

/// How a moment begins a name: in the order of time, and readable.
const MOMENT: &str = "%Y%m%dT%H%M%S%6fZ";

/// What was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ErasureKind {
    /// A subject, with everything of it.
    Subject,
    /// A subject's own photographs, a day after consent was withdrawn.
    Withdrawn,
    /// A whole photo job.
    Job,
}

impl ErasureKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Withdrawn => "withdrawn",
            Self::Job => "job",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Subject, Self::Withdrawn, Self::Job].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// One erasure, as the list names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Erasure {
    /// When; never before one that the database knew then, whatever the clock said. To the microsecond.
    pub at: DateTime<Utc>,
    pub id: Uuid,
    pub kind: ErasureKind,
    pub studio: Uuid,
    /// The subject or the job.
    pub of: Uuid,
}

impl fmt::Display for Erasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, id, kind, studio, of } = self;
        let (id, studio, of) = (id.simple(), studio.simple(), of.simple());
        write!(f, "{}_{id}_{}_{studio}_{of}", at.format(MOMENT), kind.as_str())
    }
}

impl Erasure {
    fn key(&self) -> Key {
        Key::from(format!("{LIST}/{self}"))
    }

    /// What a name says, if it is one of ours.
    fn read(name: &str) -> Option<Self> {
        let mut parts = name.split('_');
        let at = NaiveDateTime::parse_from_str(parts.next()?, MOMENT).ok()?.and_utc();
        let id = parts.next()?.parse().ok()?;
        let kind = ErasureKind::parse(parts.next()?)?;
        let (studio, of) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        parts.next().is_none().then_some(Self { at, id, kind, studio, of })
    }
}

impl Blobs {
    /// Puts an erasure on the list, with its photographs; again is no error.
    pub(crate) async fn list_erasure(&self, erasure: &Erasure, photos: String) -> Result<()> {
        self.store.put(&erasure.key(), photos.into()).await?;
        Ok(())
    }

    /// What is on the list since that moment, the oldest first; from the beginning without one.
    ///
    /// # Errors
    /// [`Error::ErasedList`] when the list cannot be read, or holds what is not understood: who was erased may be in it.
    pub(crate) async fn erasures_since(&self, since: Option<DateTime<Utc>>) -> Result<Vec<Erasure>> {
        let read =
            |name: String| Erasure::read(&name).ok_or_else(|| Error::ErasedList(format!("what is {LIST}/{name}?")));
        let mut erasures: Vec<Erasure> =
            self.listed_since(since).await?.into_iter().map(read).collect::<Result<_>>()?;
        erasures.sort();
        Ok(erasures)
    }

    /// The names on the list since that moment, those too that are not understood.
    ///
    /// # Errors
    /// [`Error::ErasedList`] when the list cannot be read.
    pub(crate) async fn listed_since(&self, since: Option<DateTime<Utc>>) -> Result<BTreeSet<String>> {
        let list = Key::from(LIST);
        let objects = match since {
            Some(since) => {
                self.store.list_with_offset(Some(&list), &list.clone().join(since.format(MOMENT).to_string()))
            }
            None => self.store.list(Some(&list)),
        };
        let objects: Vec<_> = objects.try_collect().await.map_err(|error| self.unreadable(&error))?;
        let names = objects.iter().filter_map(|object| object.location.filename());
        // What a system leaves in folders begins otherwise.
        Ok(names.filter(|name| name.starts_with(|first: char| first.is_ascii_digit())).map(str::to_owned).collect())
    }

    /// The photographs that are listed with an erasure, as they were put there.
    pub(crate) async fn erased_photos(&self, erasure: &Erasure) -> Result<String> {
        let read = async { self.store.get(&erasure.key()).await?.bytes().await };
        let photos = read.await.map_err(|error| self.unreadable(&error))?;
        String::from_utf8(photos.into()).map_err(|_| Error::ErasedList(format!("what does {} say?", erasure.key())))
    }

    /// Takes an erasure off the list; it is no error if it is not there.
    pub(crate) async fn unlist_erasure(&self, erasure: &Erasure) -> Result<()> {
        match self.store.delete(&erasure.key()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn unreadable(&self, error: &object_store::Error) -> Error {
        let why = if self.folder.is_some() { "its folder or a file in it cannot be read" } else { in_words(error) };
        Error::ErasedList(why.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_it_was_made_of_and_later_ones_sort_later() {
        let erasure = |micros, kind| Erasure {
            at: DateTime::from_timestamp_micros(micros).unwrap(),
            id: Uuid::from_u128(7),
            kind,
            studio: Uuid::from_u128(8),
            of: Uuid::from_u128(9),
        };
        let moments = [1_785_585_600_000_000, 1_785_585_600_000_001, 1_785_585_601_000_000, 4_000_000_000_000_000];
        let kinds = [ErasureKind::Withdrawn, ErasureKind::Subject, ErasureKind::Job, ErasureKind::Subject];
        let all: Vec<Erasure> = moments.into_iter().zip(kinds).map(|(micros, kind)| erasure(micros, kind)).collect();
        let names: Vec<String> = all.iter().map(ToString::to_string).collect();
        assert!(names.is_sorted(), "{names:?}");
        for (name, erasure) in names.iter().zip(all) {
            assert_eq!(Erasure::read(name), Some(erasure.clone()));
            assert_eq!(erasure.key().as_ref(), format!("{LIST}/{name}"), "nothing of it is escaped");
            assert_eq!(Erasure::read(&format!("{name}_1")), None);
            assert_eq!(Erasure::read(name.rsplit_once('_').unwrap().0), None);
        }
        assert_eq!(Erasure::read("20260801T120000000000Z"), None);
    }
}
