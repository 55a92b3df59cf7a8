//! The photographs' bytes: a folder by default, any S3-compatible store by one setting (S80). Keys are made of ids alone;
//! no name that a person typed ever becomes a path.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
#[cfg(feature = "fixtures")]
use chrono::{DateTime, Utc};
use domain::ids::{LogoId, PhotoId, StudioId, UploadId};
use domain::photo::Size;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, WriteMultipart};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Error, Result};

mod address;
mod erased;
mod leftovers;
mod room;

use address::Named;
pub(crate) use erased::{Erasure, ErasureKind};
pub(crate) use leftovers::Found;

/// What an object is. Its path follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlobKey {
    /// The file as it was uploaded, byte for byte. Never handed to a visitor as it is.
    Original(StudioId, PhotoId),
    /// A display size: a JPEG without metadata.
    Sized(StudioId, PhotoId, Size),
    /// A part of an upload that is still going on.
    Part(StudioId, UploadId, u32),
    /// A studio's logo: a PNG without metadata.
    Logo(StudioId, LogoId),
}

impl BlobKey {
    fn path(self) -> Key {
        Key::from(match self {
            Self::Original(studio, photo) => format!("{}/{studio}/{photo}", Kind::Original.folder()),
            Self::Sized(studio, photo, size) => format!("{}/{studio}/{photo}/{size}", Kind::Sized.folder()),
            Self::Part(studio, upload, number) => format!("{}/{studio}/{upload}/{number}", Kind::Part.folder()),
            Self::Logo(studio, logo) => format!("{}/{studio}/{logo}", Kind::Logo.folder()),
        })
    }
}

/// The kinds of objects, each under a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Original,
    Sized,
    Part,
    Logo,
}

impl Kind {
    fn folder(self) -> &'static str {
        match self {
            Self::Original => "o",
            Self::Sized => "d",
            Self::Part => "u",
            Self::Logo => "l",
        }
    }

    /// What the second part of a name stands for.
    fn subject(self, name: &str) -> Option<Uuid> {
        match self {
            Self::Original | Self::Sized => name.parse().map(PhotoId::uuid).ok(),
            Self::Part => name.parse().map(UploadId::uuid).ok(),
            Self::Logo => name.parse().map(LogoId::uuid).ok(),
        }
    }
}

/// The object store that holds them.
#[derive(Clone, Debug)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    /// On this machine.
    folder: Option<PathBuf>,
}

impl Blobs {
    /// Opens `url`, or else `folder`, where every write is synchronised before it counts (off by default in the library).
    ///
    /// What an address alone cannot say comes from the usual `AWS_...` variables, or from the address itself, which wins:
    /// `s3://bucket/prefix?endpoint=https://objects.example&region=eu-1`. An object store is asked to take a byte, so that
    /// a wrong setting is said at the start and not to the first who uploads.
    ///
    /// # Errors
    /// [`Error::PhotosUrl`] when the address cannot be read, or what it names cannot be used.
    pub async fn open(url: Option<&str>, folder: &Path) -> Result<Self> {
        let folder = match url.map(address::read).transpose()? {
            Some(Named::Store(store)) => {
                let blobs = Self { store, folder: None };
                blobs.try_out().await.map_err(|error| Error::PhotosUrl(in_words(&error).to_owned()))?;
                return Ok(blobs);
            }
            Some(Named::Folder(folder)) => folder,
            None => folder.to_owned(),
        };
        std::fs::create_dir_all(&folder)?;
        let store = Arc::new(LocalFileSystem::new_with_prefix(&folder)?.with_fsync(true));
        Ok(Self { store, folder: Some(folder) })
    }

    async fn try_out(&self) -> object_store::Result<()> {
        let key = Key::from("probe");
        self.store.put(&key, Bytes::from_static(b"?").into()).await?;
        match self.store.delete(&key).await {
            // Another instance that starts at this moment was quicker.
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            other => other,
        }
    }

    /// Stores an object; it is durable when this returns.
    pub async fn put(&self, key: BlobKey, bytes: Bytes) -> Result<()> {
        self.store.put(&key.path(), bytes.into()).await?;
        Ok(())
    }

    /// The whole object.
    pub async fn get(&self, key: BlobKey) -> Result<Bytes> {
        Ok(self.store.get(&key.path()).await?.bytes().await?)
    }

    /// The object as a stream, with its length in bytes.
    pub async fn stream(&self, key: BlobKey) -> Result<(u64, BoxStream<'static, Result<Bytes>>)> {
        let found = self.store.get(&key.path()).await?;
        Ok((found.meta.size, found.into_stream().map_err(Error::from).boxed()))
    }

    /// Removes an object; it is no error if it is gone already.
    pub async fn delete(&self, key: BlobKey) -> Result<()> {
        match self.store.delete(&key.path()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Every object by its name, with the time when it was written.
    #[cfg(feature = "fixtures")]
    pub(crate) async fn all(&self) -> Result<Vec<(String, DateTime<Utc>)>> {
        let all = self.store.list(None).map_ok(|object| (object.location.to_string(), object.last_modified));
        Ok(all.try_collect().await?)
    }

    /// Joins parts into one object, part by part: memory stays at the size of three parts. The whole appears only if
    /// it has this SHA-256.
    ///
    /// # Errors
    /// [`Error::DigestMismatch`] if it has another one.
    pub(crate) async fn join(&self, parts: &[BlobKey], into: BlobKey, sha256: &[u8]) -> Result<()> {
        if let [only] = parts {
            let bytes = self.get(*only).await?;
            let digest = digest_with(Sha256::new(), bytes.clone()).await?;
            if digest.finalize().as_slice() != sha256 {
                return Err(Error::DigestMismatch);
            }
            return self.put(into, bytes).await;
        }
        let mut whole = WriteMultipart::new(self.store.put_multipart(&into.path()).await?);
        match self.write_parts(&mut whole, parts).await {
            Ok(digest) if digest.as_slice() == sha256 => {
                whole.finish().await?;
                Ok(())
            }
            other => {
                if let Err(error) = whole.abort().await {
                    tracing::warn!(%error, "an unfinished object could not be removed");
                }
                Err(other.err().unwrap_or(Error::DigestMismatch))
            }
        }
    }

    /// Answers the SHA-256 of what was written.
    async fn write_parts(&self, whole: &mut WriteMultipart, parts: &[BlobKey]) -> Result<Vec<u8>> {
        let mut digest = Sha256::new();
        for part in parts {
            whole.wait_for_capacity(2).await?;
            let bytes = self.get(*part).await?;
            digest = digest_with(digest, bytes.clone()).await?;
            whole.put(bytes);
        }
        Ok(digest.finalize().to_vec())
    }
}

/// Why an object store cannot be used. Its own words may repeat parts of the request, credentials among them.
fn in_words(error: &object_store::Error) -> &'static str {
    match error {
        object_store::Error::NotFound { .. } => "there is no such bucket",
        object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. } => {
            "these credentials may not write there"
        }
        _ => "no object store answers there as it should",
    }
}

/// Eight megabytes take long enough to hash that other requests must not wait for it.
async fn digest_with(digest: Sha256, bytes: Bytes) -> Result<Sha256> {
    tokio::task::spawn_blocking(move || digest.chain_update(&bytes)).await.map_err(|_| Error::Busy)
}
