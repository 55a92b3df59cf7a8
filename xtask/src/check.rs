//! What can be said about the program without running it.

use crate::{
    client::BUNDLES,
    run::{Result, cargo, program, quiet, run},
    tools::DENY,
};

/// Crates that must never reach a browser.
const SERVER_ONLY: [&str; 8] =
    ["store", "server", "sqlx", "sqlx-core", "object_store", "argon2", "chacha20poly1305", "axum"];

/// The formatting of every file.
pub fn format() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
}

/// Clippy over everything that runs on this machine; no warning is left standing.
pub fn lint() -> Result<()> {
    run(&mut cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
}

/// The client's bundles hold `app` and `domain` of our crates, and nothing that belongs to the server.
pub fn client_tree() -> Result<()> {
    for (name, features) in BUNDLES {
        let mut tree = cargo(&["tree", "--package", "app", "--no-default-features", "--features", features]);
        tree.args(["--target", "wasm32-unknown-unknown", "--edges", "normal", "--prefix", "none", "--locked"]);
        let tree = quiet(&mut tree).ok_or("cargo tree failed")?;
        let mut crates = tree.lines().filter_map(|line| line.split_whitespace().next());
        if let Some(found) = crates.find(|name| SERVER_ONLY.contains(name)) {
            return Err(format!(
                "the client {name} would carry {found}: see `cargo tree -p app -F {features} -i {found}`"
            )
            .into());
        }
    }
    Ok(())
}

/// Licences, sources and who may depend on whom (`deny.toml`). Known holes in crates are not looked up: that needs a
/// network, and the tests do not. It reads the crates themselves, of all platforms: on a new machine they are fetched first.
pub fn dependencies() -> Result<()> {
    let deny = DENY.need()?;
    run(&mut cargo(&["fetch", "--locked", "--quiet"]))?;
    let args = ["--workspace", "--locked", "--offline", "--log-level", "error"];
    run(program(&deny.to_string_lossy(), &args).args(["check", "bans", "licenses", "sources"]))
}
