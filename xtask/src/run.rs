//! Small tools of every step: where the project is, what is said, how a program is run, what is unchanged.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use sha2::{Digest, Sha256};

/// Any failure ends the whole command, with a sentence that says what to do.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the workspace").to_path_buf()
}

/// A path inside the project.
pub fn path(inside: &str) -> PathBuf {
    root().join(inside)
}

/// Says one short line.
pub fn say(line: impl AsRef<str>) {
    println!("xtask: {}", line.as_ref());
}

/// The cargo that runs us, in the project's folder.
pub fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

/// A program of the system, in the project's folder.
pub fn program(name: &str, args: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(args).current_dir(root());
    command
}

/// Runs to the end, output shown; an exit code other than 0 is an error that names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|why| format!("{}: {why}", named(command)))?;
    if status.success() { Ok(()) } else { Err(format!("failed ({status}): {}", named(command)).into()) }
}

/// Runs without showing anything; `None` if it could not start or failed, else what it printed.
pub fn quiet(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn named(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Whether a program of that name can be started.
pub fn has(name: &str) -> bool {
    which(name).is_some()
}

/// Where a program of that name is.
pub fn which(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// The first `len` hexadecimal digits of the SHA-256 of some bytes.
pub fn hash(bytes: &[u8], len: usize) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex.truncate(len);
    hex
}

/// Whether `stamp` already holds `now`; if not, runs `make` and then writes it there.
pub fn unless_stamped(stamp: &Path, now: &str, make: impl FnOnce() -> Result<()>) -> Result<()> {
    if fs::read_to_string(stamp).is_ok_and(|then| then == now) {
        return Ok(());
    }
    make()?;
    Ok(fs::write(stamp, now)?)
}
