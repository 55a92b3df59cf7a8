//! What the server settles about itself as a process, before it opens anything.

use std::io;

use rustix::process::{DumpableBehavior, set_dumpable_behavior};

/// No other process of the same user, a child that decodes least of all, may look into this one's memory, where the keys
/// are; nor is it written to disk if the server dies.
///
/// # Errors
/// What the kernel refuses.
pub fn settle() -> io::Result<()> {
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ok(())
}
