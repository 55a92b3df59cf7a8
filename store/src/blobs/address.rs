//! What `PHOTOS_URL` says: where the photographs are when they are not in a folder of their own (S80).

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::path::Path as Key;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreScheme, RetryConfig};
use url::Url;

use crate::{Error, Result};

/// How long a request is tried again: a browser waits for its answer, and so does the start.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often.
const RETRIES: usize = 4;

/// What the address names.
pub(super) enum Named {
    /// A folder of this machine.
    Folder(PathBuf),
    /// An object store that is reached over the network.
    Store(Arc<dyn ObjectStore>),
}

/// Reads an address.
///
/// What it does not say itself comes from the usual `AWS_...` variables; it wins where both speak.
///
/// # Errors
/// [`Error::PhotosUrl`] with what is wrong with it, and without the secrets that it may hold.
pub(super) fn read(address: &str) -> Result<Named> {
    let none = || Error::PhotosUrl("this is no address like s3://bucket/prefix".to_owned());
    let mut url = Url::parse(address).map_err(|_| none())?;
    let (scheme, prefix) = ObjectStoreScheme::parse(&url).map_err(|_| none())?;
    match scheme {
        ObjectStoreScheme::Local => return url.to_file_path().map(Named::Folder).map_err(|()| none()),
        ObjectStoreScheme::AmazonS3 => {}
        _ => return Err(none()),
    }
    let settings: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    url.set_query(None);
    let mut builder = AmazonS3Builder::new().with_url(url.as_str()).with_retry(RetryConfig {
        max_retries: RETRIES,
        retry_timeout: PATIENCE,
        ..RetryConfig::default()
    });
    for (name, value) in aws_variables() {
        if let Ok(key) = name.parse::<AmazonS3ConfigKey>() {
            builder = builder.with_config(key, value);
        }
    }
    for (name, value) in settings {
        let unknown = |_| Error::PhotosUrl(format!("it has no setting of the name {name}"));
        builder = builder.with_config(name.parse::<AmazonS3ConfigKey>().map_err(unknown)?, value);
    }
    // No more than the first of a process counts, and they are all the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let store = builder.build().map_err(|why| Error::PhotosUrl(why.to_string()))?;
    Ok(Named::Store(within(store, prefix)))
}

fn within(store: impl ObjectStore, prefix: Key) -> Arc<dyn ObjectStore> {
    Arc::new(PrefixStore::new(store, prefix))
}

/// Those alone: the library would also take `TOKEN`, `ENDPOINT` or `REGION` for its own.
fn aws_variables() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with("AWS_"))
        .map(|(name, value)| (name.to_ascii_lowercase(), value))
}
