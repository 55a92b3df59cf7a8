//! The child's cage: limits that a process sets on itself and cannot lift (SECURITY B40 to B42).

use std::io;

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

/// Takes away from this process whatever decoding a photograph does not need: from now on it opens neither a
/// file nor a socket (so no program that needs a library starts), writes to no file, and dies of too much memory
/// or CPU. Against a process of root, which may lift limits, a container is what helps.
///
/// # Errors
/// What the kernel refuses; nothing may be decoded then.
pub fn confine(limits: &Limits) -> io::Result<()> {
    // Standard input, output and error stay; every descriptor opened later would be the fourth.
    set(Resource::Nofile, 3, 3)?;
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

fn set(resource: Resource, current: u64, maximum: u64) -> io::Result<()> {
    setrlimit(resource, Rlimit { current: Some(current), maximum: Some(maximum) })?;
    Ok(())
}
