//! What the server settles about itself as a process, before it opens anything.

use std::io;

use rustix::fs::Mode;
use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit, umask};

/// What is written is for the user who runs the server alone. No other process of the same user, a child that decodes least of all, may look into this one's memory, where the keys
/// are; nor is it written to disk if the server dies. And as many files and connections may be open as the system allows:
/// what it allows by itself is meant for programs that use `select`.
///
/// # Errors
/// What the kernel refuses.
pub fn settle() -> io::Result<()> {
    umask(Mode::RWXG | Mode::RWXO);
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    let files = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: files.maximum, ..files })?;
    Ok(())
}
