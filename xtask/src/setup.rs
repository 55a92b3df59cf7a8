//! What the machine must have: installs what is missing where it can, and says so; what is there is left alone.

use std::{fs, path::PathBuf};

use crate::run::{Result, has, hash, path, program, quiet, run, say, unless_stamped, which};

/// Makes sure of a program, from Debian's packages where it is missing and we may install.
pub fn need(program: &str, packages: &[&str]) -> Result<()> {
    if has(program) { Ok(()) } else { install(&format!("{program} is missing"), packages) }
}

/// Installs Debian packages; says why, and what to type where it may not.
pub fn install(why: &str, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if !has("apt-get") {
        return Err(format!("{why}; please install what Debian calls: {list}").into());
    }
    if quiet(&mut program("id", &["-u"])).as_deref() != Some("0") {
        return Err(format!("{why}; installing needs root, please run: sudo apt-get install {list}").into());
    }
    say(format!("{why}; apt-get installs {list}"));
    quiet(&mut program("apt-get", &["-q", "update"]));
    let mut apt = program("apt-get", &["-q", "-y", "--no-install-recommends", "install"]);
    run(apt.args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// What the server's crates need to compile: turbojpeg builds its C library with SIMD.
pub fn native_tools() -> Result<()> {
    need("cmake", &["cmake"])?;
    need("nasm", &["nasm"])?;
    need("cc", &["gcc", "libc6-dev"])
}

/// What tests read printed pages with: poppler's `pdftoppm`, `pdftotext`, `pdffonts` and `pdfinfo`.
pub fn paper_tools() -> Result<()> {
    need("pdftoppm", &["poppler-utils"])
}

/// The tools from npm (`end2end/package.json`): `false`, with a word why, where there is no npm.
pub fn node_tools() -> Result<bool> {
    if !has("npm") {
        say("npm is not here: the client is not shrunk by wasm-opt and esbuild (it works, but is larger)");
        return Ok(false);
    }
    let lock = fs::read_to_string(path("end2end/package-lock.json"))?;
    let folder = path("end2end/node_modules");
    let stamp = folder.join(".installed");
    unless_stamped(&stamp, &hash(lock.as_bytes(), 64), || {
        say("npm ci in end2end: wasm-opt, esbuild, Playwright");
        let mut npm = program("npm", &["ci", "--no-fund", "--no-audit", "--loglevel=error"]);
        run(npm.current_dir(path("end2end")).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    })?;
    Ok(true)
}

/// A Chromium, by its path: one of the usual names, else Debian's package.
pub fn chromium() -> Result<PathBuf> {
    let found = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(which);
    if found().is_none() {
        install("no Chromium for the tests in a browser", &["chromium"])?;
    }
    found().ok_or_else(|| "chromium was not found after installing it".into())
}
