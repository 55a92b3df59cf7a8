//! A compiler for the browser, found in one of three ways; see `Toolchain`.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    run::{Result, cargo, has, path, program, quiet, say},
    setup,
};

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// Who compiles the client.
#[derive(Clone, Copy)]
pub enum Toolchain {
    /// The compiler in use has the target, or rustup could add it.
    Ready,
    /// Debian's `rustc-web`, which builds the standard library from its source.
    Debian,
}

impl Toolchain {
    /// The target is there; else rustup adds it; else Debian's packages (rustup's servers may be out of reach).
    pub fn find() -> Result<Self> {
        if target_is_there() {
            return Ok(Self::Ready);
        }
        if debian_is_there() {
            return Ok(Self::Debian);
        }
        if has("rustup") {
            say(format!("rustup adds the target {TARGET}"));
            if quiet(&mut program("rustup", &["target", "add", TARGET])).is_some() && target_is_there() {
                return Ok(Self::Ready);
            }
            say("rustup could not add it; trying Debian's own compiler for the web");
        }
        setup::install(&format!("no Rust compiler for {TARGET}"), &DEBIAN)?;
        Ok(Self::Debian)
    }

    /// `cargo rustc` for the client with these features of `app`, in a target folder of its own; answers with the number
    /// of warnings (cargo repeats those of unchanged crates).
    pub fn build(self, features: &str) -> Result<usize> {
        let mut command = match self {
            Self::Ready => cargo(&[]),
            Self::Debian => debian_cargo(),
        };
        command
            .args(["rustc", "--quiet", "--package", "app", "--lib", "--crate-type", "cdylib"])
            .args(["--no-default-features", "--features", features])
            .args(["--profile", "client", "--target", TARGET])
            .env("CARGO_TARGET_DIR", path("target/wasm"));
        if let Self::Debian = self {
            command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        }
        let output = command.stdout(Stdio::inherit()).output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        eprint!("{said}");
        if !output.status.success() {
            return Err(format!("the client with {features} does not compile").into());
        }
        Ok(said.lines().filter(|line| line.starts_with("warning:")).count())
    }
}

fn target_is_there() -> bool {
    quiet(&mut program("rustc", &["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn debian_is_there() -> bool {
    let source = fs::read_dir("/usr/src")
        .is_ok_and(|mut all| all.any(|one| one.is_ok_and(|one| one.path().join("library/std/Cargo.toml").is_file())));
    source && Path::new("/usr/bin/cargo").is_file() && has("lld-22")
}

/// Debian's cargo with Debian's compiler, whatever toolchain runs us. Building std asks for unstable options.
fn debian_cargo() -> Command {
    let mut command = program("/usr/bin/cargo", &[]);
    for inherited in ["RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTDOC", "CARGO"] {
        command.env_remove(inherited);
    }
    command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
    command
}
