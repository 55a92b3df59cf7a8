//! Passwords of people: argon2id (RFC 9106) with a random salt and the installation's pepper. Hashing is expensive by
//! purpose, so it has a waiting room: a flood of sign-ins waits and is turned away, and the pages go on.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::secrets::random;
use crate::{Error, Result};

/// OWASP's minimum for argon2id: 19 MiB, two passes, one lane.
static PARAMS: LazyLock<Params> = LazyLock::new(|| Params::new(19 * 1024, 2, 1, None).expect("constants are in range"));
/// How many may wait for a turn, and for how long.
const WAITING: usize = 8;
const PATIENCE: Duration = Duration::from_secs(2);
/// Who is known waits longer: on a busy machine a slow answer serves an owner better than none.
const PATIENCE_KNOWN: Duration = Duration::from_secs(15);
/// As many who are known may wait besides. Turns are given in the order of asking, so that each of them waits for one
/// full room of strangers at most, and the machine never hashes more at once than before.
const KNOWN: usize = 8;

/// Who waits for a turn: a flood of strangers fills the room of strangers alone (T23).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// Anybody.
    Strangers,
    /// Those whose device was let in before, who are signed in, or who hold a link that changes their password.
    Known,
}

/// Hashes and verifies, at most one at a time for each spare core.
#[derive(Clone)]
pub struct Passwords {
    pepper: Arc<Zeroizing<[u8; 32]>>,
    turns: Arc<Semaphore>,
    room: Arc<Semaphore>,
    known: Arc<Semaphore>,
    nobody: Arc<str>,
    hashed: Arc<AtomicU64>,
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passwords")
    }
}

impl Passwords {
    pub(crate) fn new(pepper: Zeroizing<[u8; 32]>) -> Self {
        let turns = std::thread::available_parallelism().map_or(1, usize::from).saturating_sub(1).max(1);
        let nobody = hash(pepper.as_slice(), b"nobody has this password").expect("constants can be hashed");
        Self {
            pepper: Arc::new(pepper),
            turns: Arc::new(Semaphore::new(turns)),
            room: Arc::new(Semaphore::new(turns + WAITING)),
            known: Arc::new(Semaphore::new(KNOWN)),
            nobody: nobody.into(),
            hashed: Arc::default(),
        }
    }

    /// The PHC string to keep.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait.
    pub async fn hash(&self, password: &str, queue: Queue) -> Result<String> {
        let password = Zeroizing::new(password.to_owned());
        self.in_turn(queue, move |pepper| hash(pepper, password.as_bytes())).await?
    }

    /// Whether `password` is the one behind `hash`. Without a hash (an unknown e-mail) the same work is done and the
    /// answer is no.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait.
    pub async fn verify(&self, password: &str, hash: Option<&str>, queue: Queue) -> Result<bool> {
        let known = hash.is_some();
        let hash = hash.unwrap_or(&self.nobody).to_owned();
        let password = Zeroizing::new(password.to_owned());
        let equal = self
            .in_turn(queue, move |pepper| {
                let hash = PasswordHash::new(&hash).map_err(|_| Error::Corrupt("password hash"))?;
                Ok::<_, Error>(hasher(pepper).verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await??;
        Ok(equal && known)
    }

    /// How many passwords were hashed since the start: codes and flooded doors must leave it alone (T16).
    #[cfg(feature = "fixtures")]
    pub fn hashed(&self) -> u64 {
        self.hashed.load(Ordering::Relaxed)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        queue: Queue,
        work: impl FnOnce(&[u8]) -> T + Send + 'static,
    ) -> Result<T> {
        let (room, patience) = match queue {
            Queue::Strangers => (&self.room, PATIENCE),
            Queue::Known => (&self.known, PATIENCE_KNOWN),
        };
        let _place = room.try_acquire().map_err(|_| Error::Busy)?;
        let turn = tokio::time::timeout(patience, Arc::clone(&self.turns).acquire_owned()).await;
        let turn = turn.map_err(|_| Error::Busy)?.map_err(|_| Error::Busy)?;
        self.hashed.fetch_add(1, Ordering::Relaxed);
        let pepper = Arc::clone(&self.pepper);
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work(pepper.as_slice())
        })
        .await
        .map_err(|_| Error::Busy)
    }
}

fn hasher(pepper: &[u8]) -> Argon2<'_> {
    Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, PARAMS.clone()).expect("the pepper is short")
}

fn hash(pepper: &[u8], password: &[u8]) -> Result<String> {
    let hash =
        hasher(pepper).hash_password_with_salt(password, &random::<16>()).map_err(|_| Error::Corrupt("password"))?;
    Ok(hash.to_string())
}
