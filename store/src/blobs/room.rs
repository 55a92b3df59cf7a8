//! Room on the disk. Uploads leave some of it: while they are refused, people still sign in and look, which the database
//! has to write down (SECURITY section 6).

use super::Blobs;
use crate::{Error, Result};

/// Left free at most: sessions and their like fill no more of the database in months.
const RESERVE: u64 = 256 << 20;

impl Blobs {
    /// Whether so many bytes may still be written.
    ///
    /// # Errors
    /// [`Error::NoSpace`] when what is left free would be less than a twentieth of the disk, and less than 256 MiB.
    pub(crate) fn room_for(&self, bytes: u64) -> Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let disk = rustix::fs::statvfs(folder).map_err(std::io::Error::from)?;
        if fits(bytes, disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize) {
            Ok(())
        } else {
            Err(Error::NoSpace)
        }
    }
}

fn fits(bytes: u64, free: u64, total: u64) -> bool {
    bytes.saturating_add(RESERVE.min(total / 20)) <= free
}

#[cfg(test)]
mod tests {
    use super::fits;

    // T05
    #[test]
    fn uploads_leave_a_twentieth_of_a_small_disk_and_256_mib_of_a_large_one() {
        let (mib, gib) = (1 << 20, 1 << 30);
        assert!(fits(57 * mib, 60 * mib, 60 * mib));
        assert!(!fits(57 * mib + 1, 60 * mib, 60 * mib));
        assert!(fits(gib, gib + 256 * mib, 4000 * gib));
        assert!(!fits(gib, gib + 256 * mib - 1, 4000 * gib));
        assert!(!fits(1, 0, 0));
        assert!(!fits(u64::MAX, gib, gib));
    }
}
