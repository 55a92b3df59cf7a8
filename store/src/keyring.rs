//! Keys and what is made with them: blind indexes that find a secret, sealed copies that can show it again, proofs.
//! Nothing here prints a secret.

use std::fmt;
use std::io::{ErrorKind, Write};
use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chrono::{DateTime, Utc};
use domain::ids::StudioId;
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::secrets::{hex, random, unhex};
use crate::{Error, Result, Store, db};

/// The keys of this installation, derived (HKDF-SHA256, RFC 5869) from one master key in a file beside the database.
pub struct Keyring {
    id: i64,
    index: Zeroizing<[u8; 32]>,
    seal: Zeroizing<[u8; 32]>,
    pepper: Zeroizing<[u8; 32]>,
    device: Zeroizing<[u8; 32]>,
    url: Zeroizing<[u8; 32]>,
    ticket: Zeroizing<[u8; 32]>,
    held: Zeroizing<[u8; 32]>,
    erased: Zeroizing<[u8; 32]>,
}

/// What a proof is for: each kind has a key of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Proves {
    /// That a device was let in.
    Device,
    /// That a link with a code was made here.
    Url,
    /// That somebody was told to wait.
    Ticket,
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keyring {{ id: {} }}", self.id)
    }
}

/// What a blind index or a sealed copy belongs to. It goes into the cipher, so that nothing can be moved between rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Belongs<'a> {
    pub studio: StudioId,
    pub kind: &'a str,
    pub id: Uuid,
}

impl Belongs<'_> {
    fn bytes(&self) -> Vec<u8> {
        [b"v1|".as_slice(), self.studio.uuid().as_bytes(), self.kind.as_bytes(), b"|", self.id.as_bytes()].concat()
    }
}

impl Keyring {
    /// Reads the key file. `None` where there is none.
    pub(crate) fn load(file: &Path) -> Result<Option<Self>> {
        match std::fs::read_to_string(file) {
            Ok(text) => Self::parse(&text).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Keys that nothing was made with yet, as the line of a key file.
    pub(crate) fn fresh() -> Result<(Zeroizing<String>, Self)> {
        let line = Zeroizing::new(format!("1 {}\n", hex(&random::<32>())));
        let keys = Self::parse(&line)?;
        Ok((line, keys))
    }

    /// Keeps a line of fresh keys: whole or not at all, for its owner alone, and never over keys that are there.
    pub(crate) fn keep(line: &str, file: &Path) -> Result<()> {
        let folder = file.parent().unwrap_or(Path::new("."));
        let beside = folder.join(format!(".keys-{}", hex(&random::<8>())));
        let kept = write_private(&beside, line).and_then(|()| match std::fs::hard_link(&beside, file) {
            // Some file systems know no links; there a second program that starts at the same moment goes unnoticed.
            Err(error) if error.kind() != ErrorKind::AlreadyExists && !file.exists() => {
                Ok(std::fs::rename(&beside, file)?)
            }
            linked => Ok(linked?),
        });
        let _ = std::fs::remove_file(&beside);
        kept?;
        std::fs::File::open(folder)?.sync_all()?;
        Ok(())
    }

    fn parse(text: &str) -> Result<Self> {
        const BAD: Error = Error::Corrupt("the `keys` file");
        let (id, key) = text.trim().split_once(' ').ok_or(BAD)?;
        let master = Zeroizing::new(unhex::<32>(key).ok_or(BAD)?);
        let derive = |purpose: &[u8]| {
            let mut key = Zeroizing::new([0; 32]);
            Hkdf::<Sha256>::new(None, master.as_slice()).expand(purpose, key.as_mut_slice()).expect("32 bytes fit");
            key
        };
        Ok(Self {
            id: id.parse().map_err(|_| BAD)?,
            index: derive(b"passepartout index"),
            seal: derive(b"passepartout seal"),
            pepper: derive(b"passepartout pepper"),
            device: derive(b"passepartout device"),
            url: derive(b"passepartout url"),
            ticket: derive(b"passepartout ticket"),
            held: derive(b"passepartout held"),
            erased: derive(b"passepartout erased"),
        })
    }

    pub(crate) fn id(&self) -> i64 {
        self.id
    }

    pub(crate) fn pepper(&self) -> Zeroizing<[u8; 32]> {
        self.pepper.clone()
    }

    /// HMAC-SHA256 of `parts`, each with its length, so that no two lists meet. Finds a row without holding the secret.
    pub(crate) fn index(&self, parts: &[&[u8]]) -> [u8; 32] {
        keyed_hash(&self.index, parts)
    }

    /// What is kept of somebody who was erased, to know them again and nothing else: as [`Keyring::index`], with a key of its
    /// own, so that no index finds it.
    pub(crate) fn erased(&self, parts: &[&[u8]]) -> [u8; 32] {
        keyed_hash(&self.erased, parts)
    }

    /// 128 bits that nobody without the keys can make: checked without the database. HMAC-SHA256 of `parts`, each with its
    /// length, cut in half.
    pub(crate) fn proof(&self, of: Proves, parts: &[&[u8]]) -> [u8; 16] {
        let key = match of {
            Proves::Device => &self.device,
            Proves::Url => &self.url,
            Proves::Ticket => &self.ticket,
        };
        let hash = keyed_hash(key, parts);
        *hash.first_chunk().expect("half of 32 bytes")
    }

    /// A copy that only this keyring, and only for the same row, can open: XChaCha20-Poly1305, the nonce in front.
    pub(crate) fn seal(&self, secret: &str, belongs: Belongs) -> Vec<u8> {
        self.seal_bytes(secret.as_bytes(), belongs)
    }

    /// As [`Keyring::seal`], of what is no text.
    pub(crate) fn seal_bytes(&self, secret: &[u8], belongs: Belongs) -> Vec<u8> {
        encrypted(&self.seal, secret, &belongs.bytes())
    }

    /// Opens a sealed copy.
    ///
    /// # Errors
    /// [`Error::Corrupt`] if it was changed, belongs to another row or was sealed with another key.
    pub(crate) fn open(&self, sealed: &[u8], belongs: Belongs) -> Result<Zeroizing<String>> {
        let open = self.open_bytes(sealed, belongs)?;
        let text = std::str::from_utf8(&open).map_err(|_| Error::Corrupt("sealed secret"))?;
        Ok(Zeroizing::new(text.to_owned()))
    }

    /// As [`Keyring::open`], of what is no text.
    ///
    /// # Errors
    /// As [`Keyring::open`].
    pub(crate) fn open_bytes(&self, sealed: &[u8], belongs: Belongs) -> Result<Zeroizing<Vec<u8>>> {
        let open = decrypted(&self.seal, sealed, &belongs.bytes()).ok_or(Error::Corrupt("sealed secret"))?;
        Ok(Zeroizing::new(open))
    }

    /// Seals what a browser keeps for its owner, as [`Keyring::seal`] does; `place` is where it can be opened again.
    pub(crate) fn hold(&self, text: &[u8], place: &[u8]) -> Vec<u8> {
        encrypted(&self.held, text, place)
    }

    /// Opens what a browser kept. `None` if it was changed, or sealed for another place or with another key.
    pub(crate) fn held(&self, sealed: &[u8], place: &[u8]) -> Option<Vec<u8>> {
        decrypted(&self.held, sealed, place)
    }
}

/// XChaCha20-Poly1305, the nonce in front.
fn encrypted(key: &[u8; 32], plain: &[u8], aad: &[u8]) -> Vec<u8> {
    let nonce: [u8; 24] = random();
    let payload = Payload { msg: plain, aad };
    let sealed = cipher(key).encrypt(&XNonce::from(nonce), payload).expect("short texts can be sealed");
    [nonce.as_slice(), &sealed].concat()
}

fn decrypted(key: &[u8; 32], sealed: &[u8], aad: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<24>()?;
    cipher(key).decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad }).ok()
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new_from_slice(key).expect("32 bytes are a key")
}

fn keyed_hash(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length is a key");
    for part in parts {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

impl Store {
    /// The keys in `file`, proven by the canary: sealed at the first start, opened at every later one. A database that has
    /// one gets no new keys, and keys that do not fit are not kept.
    pub(crate) async fn proven_keys(db: &db::Db, file: &Path, now: DateTime<Utc>) -> Result<Keyring> {
        let belongs = Belongs { studio: StudioId::from_uuid(Uuid::nil()), kind: "canary", id: Uuid::nil() };
        let found: Option<Vec<u8>> = db::read!(db, c => {
            sqlx::query_scalar("select canary from installation where id = 1").fetch_optional(c).await
        })?;
        let mut fresh = false;
        let keys = match Keyring::load(file)? {
            Some(keys) => keys,
            None if found.is_some() => return Err(Error::WrongKeys),
            None => {
                let (line, keys) = Keyring::fresh()?;
                Keyring::keep(&line, file)?;
                fresh = true;
                keys
            }
        };
        let sealed = if let Some(sealed) = found {
            sealed
        } else {
            let sealed = keys.seal("canary", belongs);
            // Of two instances that start at once the first one's canary stays, and the second is measured by it.
            db::write!(db, tx => {
                sqlx::query(
                    "insert into installation (id, canary, created_at) values (1, $1, $2) on conflict do nothing",
                )
                .bind(&sealed)
                .bind(now)
                .execute(&mut *tx)
                .await?;
                let kept: Vec<u8> = sqlx::query_scalar("select canary from installation where id = 1")
                    .fetch_one(&mut *tx)
                    .await?;
                Ok(kept)
            })
        };
        if keys.open(&sealed, belongs).is_err() {
            if fresh {
                std::fs::remove_file(file)?;
            }
            return Err(Error::WrongKeys);
        }
        Ok(keys)
    }
}

fn write_private(file: &Path, text: &str) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyring() -> Keyring {
        Keyring::parse(&format!("1 {}", "5a".repeat(32))).unwrap()
    }

    fn row(id: u128) -> Belongs<'static> {
        Belongs { studio: StudioId::from_uuid(Uuid::from_u128(7)), kind: "client", id: Uuid::from_u128(id) }
    }

    #[test]
    fn a_sealed_code_opens_for_its_own_row_and_for_no_other() {
        let keys = keyring();
        let sealed = keys.seal("7KQM-2XRD-9TFA", row(1));
        assert_eq!(*keys.open(&sealed, row(1)).unwrap(), "7KQM-2XRD-9TFA");
        assert!(keys.open(&sealed, row(2)).is_err());
        assert!(keys.open(&sealed[1..], row(1)).is_err());
        let other = Keyring::parse(&format!("1 {}", "5b".repeat(32))).unwrap();
        assert!(other.open(&sealed, row(1)).is_err());
    }

    #[test]
    fn an_index_keeps_its_parts_apart() {
        let keys = keyring();
        assert_ne!(keys.index(&[b"ab", b"c"]), keys.index(&[b"a", b"bc"]));
    }
}
