//! How Passepartout is built, run, tested and measured: `cargo xtask serve | test | bench | site`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "saying what happens is this program's work")]

mod bench;
mod check;
mod client;
mod postgres;
mod run;
mod s3;
mod serve;
mod setup;
mod site;
mod style;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [--release] [-- ARGS]   set up, build and run the program (ARGS go to it, `demo` by default)
cargo xtask test [--only rust|e2e]        check and test everything
cargo xtask bench [SECTION...]            measure
cargo xtask site                          build the browser's half alone, into target/site";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let rest = words.get(1..).unwrap_or_default();
    let done = match words.first().map(String::as_str) {
        Some("serve") => serve::serve(rest),
        Some("test") => test::test(rest),
        Some("bench") => bench::bench(rest),
        Some("site") => site::build().map(|_| ()),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}
