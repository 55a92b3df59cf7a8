//! A name for a difference: what is confirmed must be what was shown (S31).

use sha2::{Digest, Sha256};

use super::difference::{Difference, Group};
use super::job::JobKey;
use super::sight::Way;

/// The name of a difference, in the making: what happens to very many is told piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// The name of a whole difference: 64 hexadecimal digits, the same for the same alone. In which order galleries are
    /// told, and who stands with whom, makes no difference to it.
    pub fn of(difference: &Difference) -> String {
        let mut whole = Self::default();
        whole.add(difference);
        whole.finish()
    }

    /// Adds what happens to some more people, who come after those that were added before.
    pub fn add(&mut self, difference: &Difference) {
        let mut each: Vec<(Way, [u8; 32])> = Vec::new();
        for group in &difference.groups {
            let what = of_what(group);
            each.extend(group.who.iter().map(|way| (*way, what)));
        }
        each.sort_unstable();
        for (way, what) in each {
            let (kind, id) = match way {
                Way::Login(login) => (1, Some(login.uuid())),
                Way::OpenLink(link) => (2, Some(link.uuid())),
                Way::SecureLink(link) => (3, Some(link.uuid())),
                Way::Member => (4, None),
                Way::Job(JobKey::Own(subject)) => (5, Some(subject.uuid())),
                Way::Job(JobKey::Confirmed(subject)) => (6, Some(subject.uuid())),
                Way::Job(JobKey::Staff(job)) => (7, Some(job.uuid())),
            };
            self.0.update([kind]);
            self.0.update(id.unwrap_or_default());
            self.0.update(what);
        }
    }

    /// The name.
    pub fn finish(self) -> String {
        use std::fmt::Write as _;
        self.0.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

fn of_what(group: &Group) -> [u8; 32] {
    let mut hash = Sha256::new();
    for (effect, galleries) in &group.what {
        let mut galleries: Vec<_> = galleries.iter().map(|gallery| gallery.uuid()).collect();
        galleries.sort_unstable();
        hash.update([*effect as u8]);
        hash.update((galleries.len() as u64).to_le_bytes());
        for gallery in galleries {
            hash.update(gallery);
        }
    }
    hash.finalize().into()
}
