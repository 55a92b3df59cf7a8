//! The child's cage: what a process takes away from itself and cannot take back (SECURITY B40 to B42).

use std::io;

use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetError, RulesetStatus, Scope};
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// What a process may use up.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of address space.
    pub memory: u64,
    /// Seconds of CPU.
    pub cpu: u64,
}

impl Limits {
    /// For one photograph of at most 100 megapixels.
    pub const PHOTOGRAPH: Self = Self { memory: 1536 << 20, cpu: 30 };
}

/// Takes away from this process whatever decoding a photograph does not need. From now on it opens neither a file nor a
/// socket, whatever it closes before (so no program that needs a library starts), writes to no file, and dies of too
/// much memory or CPU. Where the kernel has Landlock the calling thread, the only one, cannot rename, delete or execute
/// a file either, nor send a signal out, even as root; a root without Landlock may lift the limits, so that a container
/// is what helps there.
///
/// # Errors
/// What the kernel refuses; nothing may be decoded then. A kernel without Landlock is none.
pub fn confine(limits: &Limits) -> io::Result<()> {
    // First, because it needs a descriptor for a moment.
    without_files().map_err(io::Error::other)?;
    // The limit is on a descriptor's number. Those that are open stay; a new one would be the lowest that is free.
    set(Resource::Nofile, 0, 0)?;
    set(Resource::Fsize, 0, 0)?;
    set(Resource::Core, 0, 0)?;
    set(Resource::Nproc, 0, 0)?;
    set(Resource::As, limits.memory, limits.memory)?;
    // At the first limit SIGXCPU, which says why it died; at the second SIGKILL.
    set(Resource::Cpu, limits.cpu, limits.cpu + 1)?;
    // No other process of the same user may look into it.
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// Everything that this kernel's Landlock can forbid, without an exception; all of it, or as much as it knows.
fn without_files() -> Result<RulesetStatus, RulesetError> {
    let newest = ABI::V9;
    let ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(newest))?
        .handle_access(AccessNet::from_all(newest))?
        .scope(Scope::from_all(newest))?
        .create()?;
    Ok(ruleset.restrict_self()?.ruleset)
}

fn set(resource: Resource, current: u64, maximum: u64) -> io::Result<()> {
    setrlimit(resource, Rlimit { current: Some(current), maximum: Some(maximum) })?;
    Ok(())
}
