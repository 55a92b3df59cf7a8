//! `cargo xtask serve`: everything from a fresh clone to a running program.

use std::os::unix::process::CommandExt as _;

use crate::{
    run::{Result, cargo, path, program, run, say},
    setup, site,
};

/// Builds site and server, then runs the server with the words after `--`, or `demo`: a studio to try everything on.
pub fn serve(words: &[String]) -> Result<()> {
    let release = words.iter().take_while(|word| *word != "--").any(|word| word == "--release");
    let given: Vec<&str> = words.iter().skip_while(|word| *word != "--").skip(1).map(String::as_str).collect();
    setup::native_tools()?;
    site::build()?;
    let binary = server(release)?;
    let given = if given.is_empty() { vec!["demo"] } else { given };
    say(format!("{binary} {}", given.join(" ")));
    // It takes this process's place, so that Ctrl-C reaches it alone and the terminal waits for its end.
    Err(program(&binary, &given).exec().into())
}

/// Builds the server around the site as it is; answers with the path of the program.
pub fn server(release: bool) -> Result<String> {
    say(if release { "server: compile, optimised" } else { "server: compile" });
    let (kind, more) = if release { ("release", &["--release"][..]) } else { ("debug", &[][..]) };
    run(cargo(&["build", "--quiet", "--package", "server"]).args(more))?;
    Ok(path(&format!("target/{kind}/passepartout")).to_string_lossy().into_owned())
}
