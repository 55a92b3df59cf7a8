//! The photographs' bytes: a folder by default, any S3-compatible store by one setting (S80). Keys are made of ids alone;
//! no name that a person typed ever becomes a path.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use domain::ids::{PhotoId, StudioId, UploadId};
use domain::photo::Size;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt, WriteMultipart};
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// What an object is. Its path follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlobKey {
    /// The file as it was uploaded, byte for byte. Never handed to a visitor as it is.
    Original(StudioId, PhotoId),
    /// A display size: a JPEG without metadata.
    Sized(StudioId, PhotoId, Size),
    /// A part of an upload that is still going on.
    Part(StudioId, UploadId, u32),
}

impl BlobKey {
    fn path(self) -> Key {
        match self {
            Self::Original(studio, photo) => Key::from(format!("o/{studio}/{photo}")),
            Self::Sized(studio, photo, size) => Key::from(format!("d/{studio}/{photo}/{size}")),
            Self::Part(studio, upload, number) => Key::from(format!("u/{studio}/{upload}/{number}")),
        }
    }
}

/// The object store that holds them.
#[derive(Clone, Debug)]
pub struct Blobs(Arc<dyn ObjectStore>);

impl Blobs {
    /// Opens `url`, or else `folder`, where every write is synchronised before it counts (off by default in the library).
    ///
    /// What an address alone cannot say comes from the usual `AWS_...` variables, or from the address itself, which wins:
    /// `s3://bucket/prefix?endpoint=https://objects.example&region=eu-1`.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when the address cannot be read; [`Error::Blob`] when an option in it cannot.
    pub fn open(url: Option<&str>, folder: &Path) -> Result<Self> {
        const BAD: Error = Error::Corrupt("PHOTOS_URL is no address");
        let url = url.map(url::Url::parse).transpose().map_err(|_| BAD)?;
        let folder = match &url {
            None => Some(folder.to_owned()),
            Some(url) if url.scheme() == "file" => Some(url.to_file_path().map_err(|()| BAD)?),
            Some(_) => None,
        };
        if let Some(folder) = folder {
            std::fs::create_dir_all(&folder)?;
            return Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))));
        }
        let mut url = url.ok_or(BAD)?;
        // No more than the first of a process counts, and they are all the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut options = aws_variables();
        options.extend(url.query_pairs().into_owned());
        url.set_query(None);
        let (store, prefix) = object_store::parse_url_opts(&url, options)?;
        Ok(Self(Arc::new(PrefixStore::new(store, prefix))))
    }

    /// Stores an object; it is durable when this returns.
    pub async fn put(&self, key: BlobKey, bytes: Bytes) -> Result<()> {
        self.0.put(&key.path(), bytes.into()).await?;
        Ok(())
    }

    /// The whole object.
    pub async fn get(&self, key: BlobKey) -> Result<Bytes> {
        Ok(self.0.get(&key.path()).await?.bytes().await?)
    }

    /// The object as a stream, with its length in bytes.
    pub async fn stream(&self, key: BlobKey) -> Result<(u64, BoxStream<'static, Result<Bytes>>)> {
        let found = self.0.get(&key.path()).await?;
        Ok((found.meta.size, found.into_stream().map_err(Error::from).boxed()))
    }

    /// Removes an object; it is no error if it is gone already.
    pub async fn delete(&self, key: BlobKey) -> Result<()> {
        match self.0.delete(&key.path()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
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
        let mut whole = WriteMultipart::new(self.0.put_multipart(&into.path()).await?);
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

/// Those alone: the library would also take `TOKEN`, `ENDPOINT` or `REGION` for its own.
fn aws_variables() -> Vec<(String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with("AWS_"))
        .map(|(name, value)| (name.to_ascii_lowercase(), value))
        .collect()
}

/// Eight megabytes take long enough to hash that other requests must not wait for it.
async fn digest_with(digest: Sha256, bytes: Bytes) -> Result<Sha256> {
    tokio::task::spawn_blocking(move || digest.chain_update(&bytes)).await.map_err(|_| Error::Busy)
}
