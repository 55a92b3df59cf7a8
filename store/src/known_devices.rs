//! Known devices (SECURITY section 3): a browser that was let in once is counted alone from then on, so that nobody who
//! guesses can shut it out.
//!
//! One cookie holds a random id and, for each door that let the device in, a proof: a keyed hash of the id and the door.
//! One cookie and not one for each studio: its name tells nothing, its length has an end, and nobody without the keys can
//! see from a proof which studio it is for, or whether two devices were let in by the same one. A proof is worth nothing
//! with another id or at another door; a stolen cookie opens nothing, it may only guess as often as its owner.

use std::fmt;

use domain::ids::{GalleryId, PhotoJobId, StudioId};
use domain::studio::Email;
use subtle::ConstantTimeEq;

use crate::keyring::Proves;
use crate::secrets::{hex, random, unhex};
use crate::{Error, Result, Store, db};

/// The most doors that a device is remembered at; the one that let it in longest ago is forgotten first.
const DOORS: usize = 16;

/// Where a device was let in. A device that is known at one door is a stranger at every other.
#[derive(Clone, Copy, Debug)]
pub enum Door<'a> {
    /// A studio's front door, by a code.
    Studio(StudioId),
    /// A gallery's locked door, by its password. The generation of the password belongs to it: after a change nobody is
    /// known any more.
    Gallery(GalleryId, i64),
    /// The members' door, by this person's password.
    Member(&'a Email),
    /// That of all parents of a job, by its connection code. Whoever comes through it is no less a stranger at the studio's:
    /// it tells devices apart that open children.
    Parents(PhotoJobId),
}

impl Door<'_> {
    fn parts(self) -> (&'static [u8], Vec<u8>) {
        match self {
            Self::Studio(id) => (b"studio", id.uuid().as_bytes().to_vec()),
            Self::Gallery(id, generation) => {
                (b"gallery", [id.uuid().as_bytes().as_slice(), &generation.to_le_bytes()].concat())
            }
            Self::Member(email) => (b"member", email.as_str().as_bytes().to_vec()),
            Self::Parents(job) => (b"parents", job.uuid().as_bytes().to_vec()),
        }
    }
}

/// What a browser says of itself: a claim until [`Store::knows`] has looked at it.
#[derive(Clone, PartialEq, Eq)]
pub struct KnownDevice {
    id: [u8; 16],
    proofs: Vec<[u8; 16]>,
}

impl fmt::Debug for KnownDevice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KnownDevice({} doors)", self.proofs.len())
    }
}

impl KnownDevice {
    /// Reads a cookie; `None` unless it has exactly the shape of ours.
    pub fn parse(cookie: &str) -> Option<Self> {
        let mut parts = cookie.split('.');
        let id = unhex(parts.next()?)?;
        let proofs = parts.take(DOORS + 1).map(unhex).collect::<Option<Vec<_>>>()?;
        (1..=DOORS).contains(&proofs.len()).then_some(Self { id, proofs })
    }

    /// The text of the cookie: the id and at most sixteen proofs in hexadecimal digits, 560 characters at most.
    pub fn cookie(&self) -> String {
        let proofs = self.proofs.iter().map(|proof| hex(proof));
        std::iter::once(hex(&self.id)).chain(proofs).collect::<Vec<_>>().join(".")
    }

    /// What its budget of failures is counted under. Only a keyed hash of it is kept.
    pub fn name(&self) -> String {
        hex(&self.id)
    }
}

impl Store {
    /// Whether this door has let the device in before. Needs no database.
    pub fn knows(&self, device: &KnownDevice, door: Door) -> bool {
        let proof = self.proof(&device.id, door);
        // All are compared, wherever the right one stands.
        device.proofs.iter().fold(false, |known, held| bool::from(held.ct_eq(&proof)) | known)
    }

    /// A gallery's locked door, with the generation of its password as it is now.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the gallery is not in this studio or was deleted.
    pub async fn gallery_door(&self, studio: StudioId, gallery: GalleryId) -> Result<Door<'static>> {
        let generation: Option<i64> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select password_generation from gallery where studio_id = $1 and id = $2 and deleted_at is null",
            )
            .bind(studio.uuid())
            .bind(gallery.uuid())
            .fetch_optional(c)
            .await
        })?;
        Ok(Door::Gallery(gallery, generation.ok_or(Error::NotFound)?))
    }

    /// The device with a proof for this door in front; a new device where there was none.
    pub fn remember(&self, device: Option<&KnownDevice>, door: Door) -> KnownDevice {
        let id = device.map_or_else(random, |device| device.id);
        let proof = self.proof(&id, door);
        let others = device.into_iter().flat_map(|device| &device.proofs).filter(|held| **held != proof);
        let proofs = std::iter::once(&proof).chain(others).take(DOORS).copied().collect();
        KnownDevice { id, proofs }
    }

    fn proof(&self, id: &[u8; 16], door: Door) -> [u8; 16] {
        let (kind, subject) = door.parts();
        self.keys.proof(Proves::Device, &[kind, &subject, id])
    }
}
