//! `cargo xtask test`: everything that must hold, cheap steps first; the last line counts.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    num::NonZero,
    process::{Command, Stdio},
    thread,
    time::Instant,
};

use serde_json::Value;

use crate::{
    check,
    postgres::Postgres,
    run::{Result, cargo, path, program, run, say},
    s3::S3,
    serve, setup, site,
    tools::NEXTEST,
};

/// Tests that passed and failed; a check counts as one.
#[derive(Clone, Copy, Default)]
struct Count {
    passed: u64,
    failed: u64,
}

impl Count {
    /// Adds what a test runner's closing line says, which begins with `closing`; any other line says nothing. nextest shows
    /// what a failed test printed, and with it the closing line of the runner inside.
    fn add(&mut self, line: &str, closing: &str) {
        if let Some(sum) = line.trim_start().strip_prefix(closing) {
            self.passed += before(sum, "passed");
            self.failed += before(sum, "failed") + before(sum, "timed out");
        }
    }
}

/// Runs all, or with `--only rust` or `--only e2e` that half. Every step runs, whatever failed before it.
pub fn test(words: &[String]) -> Result<()> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (rust, browser) = match words[..] {
        [] => (true, true),
        ["--only", "rust"] => (true, false),
        ["--only", "e2e"] => (false, true),
        _ => return Err("cargo xtask test [--only rust|e2e]".into()),
    };
    setup::native_tools()?;
    let mut all = Tally::default();
    if rust {
        all.check("format", check::format);
        all.check("what the client depends on", check::client_tree);
        all.check("licences, sources, forbidden dependencies", check::dependencies);
        all.check("lints", check::lint);
    }
    all.check("the browser's half, without a warning", || match site::build()? {
        0 => Ok(()),
        warnings => Err(format!("{warnings} warnings").into()),
    });
    if rust {
        all.step("tests", tests);
    }
    if browser {
        all.step("tests in a browser", in_a_browser);
    }
    all.close()
}

#[derive(Default)]
struct Tally {
    count: Count,
    failed: Vec<String>,
}

impl Tally {
    fn check(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        self.step(name, || check().map(|()| Count { passed: 1, failed: 0 }));
    }

    /// Runs a step and says how long it took. A step that could not be carried out counts as one failure.
    fn step(&mut self, name: &str, step: impl FnOnce() -> Result<Count>) {
        let begun = Instant::now();
        say(format!("== {name}"));
        let count = step().unwrap_or_else(|why| {
            say(why.to_string());
            Count { passed: 0, failed: 1 }
        });
        say(format!(
            "== {name}: {} in {} s",
            if count.failed == 0 { "fine" } else { "FAILED" },
            begun.elapsed().as_secs()
        ));
        self.count.passed += count.passed;
        self.count.failed += count.failed;
        if count.failed > 0 {
            self.failed.push(name.to_owned());
        }
    }

    fn close(self) -> Result<()> {
        let sum = format!("{} passed, {} failed", self.count.passed, self.count.failed);
        if self.count.failed > 0 {
            say(format!("failed: {}", self.failed.join("; ")));
            return Err(sum.into());
        }
        println!("{sum}");
        Ok(())
    }
}

/// All tests of the workspace, on SQLite, and on a PostgreSQL and an S3 of their own. Those of xtask run apart: in one build
/// with the others its dependencies would be compiled a second time, for other features.
fn tests() -> Result<Count> {
    setup::need("strace", &["strace"])?;
    setup::paper_tools()?;
    let postgres = Postgres::start()?;
    let s3 = S3::start()?;
    let nextest = NEXTEST.find();
    if nextest.is_none() {
        say("cargo-nextest is not to be had here: cargo test runs the tests");
    }
    let closing = if nextest.is_some() { "Summary" } else { "test result:" };
    let mut count = Count::default();
    for packages in [&["--workspace", "--exclude", "xtask"][..], &["--package", "xtask"]] {
        let mut command = if let Some(nextest) = &nextest {
            let mut command = program(&nextest.to_string_lossy(), &["nextest", "run", "--no-fail-fast"]);
            command.args(["--status-level", "fail", "--final-status-level", "fail"]);
            // Most of a test is waiting for a database: two at once on each core end in two thirds of the time.
            let at_once = 2 * thread::available_parallelism().map_or(1, NonZero::get);
            command.args(["--test-threads", &at_once.to_string()]);
            command
        } else {
            cargo(&["test", "--no-fail-fast"])
        };
        command.arg("--locked").args(packages).env("CARGO_TERM_COLOR", "never");
        command.env("TEST_POSTGRES_URL", &postgres.url).env("TEST_S3_URL", &s3.url);
        let before = count.failed;
        let ok = watch(&mut command, |line| count.add(line, closing))?;
        if !ok && count.failed == before {
            say(format!("failed outside of a test: {}", packages.join(" ")));
            count.failed += 1;
        }
    }
    Ok(count)
}

/// Playwright against the release binary. Each test file starts a server of its own with an empty data folder. Printed cards are
/// read as pictures.
fn in_a_browser() -> Result<Count> {
    setup::paper_tools()?;
    let binary = serve::server(true)?;
    let chromium = setup::chromium()?;
    if !setup::node_tools()? {
        setup::need("npm", &["npm"])?;
        setup::node_tools()?;
    }
    let report = path("end2end/test-results/report.json");
    let _ = fs::remove_file(&report);
    let mut playwright = program("npx", &["playwright", "test"]);
    playwright.current_dir(path("end2end")).env("PASSEPARTOUT", binary).env("CHROMIUM", chromium);
    let ended = run(&mut playwright);
    let Ok(report) = fs::read(report) else { return ended.map(|()| Count::default()) };
    let report: Value = serde_json::from_slice(&report)?;
    let stat = |name: &str| report["stats"][name].as_u64().unwrap_or(0);
    let broken = report["errors"].as_array().map_or(0, Vec::len) as u64;
    Ok(Count { passed: stat("expected"), failed: stat("unexpected") + stat("flaky") + stat("skipped") + broken })
}

/// Runs with both outputs shown, every line handed to `see`; answers whether it ended well.
fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool> {
    let (reader, writer) = std::io::pipe()?;
    let mut child = command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer).spawn()?;
    // The command holds the other ends of the pipe, which would keep it open for ever.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    for line in BufReader::new(reader).lines() {
        let line = line?;
        println!("{line}");
        see(&line);
    }
    Ok(child.wait()?.success())
}

/// The number that stands before a word: 12 in `[ 3.2s] 13 tests run: 12 passed, 1 failed`.
fn before(sum: &str, word: &str) -> u64 {
    let number = sum.split(word).next().filter(|head| head.len() < sum.len());
    number.and_then(|head| head.split_whitespace().last()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn counted(line: &str, closing: &str) -> (u64, u64) {
        let mut count = Count::default();
        count.add(line, closing);
        (count.passed, count.failed)
    }

    #[test]
    fn the_closing_line_of_the_test_runner_is_counted_and_no_other() {
        let summary = |line: &str| counted(line, "Summary");
        assert_eq!(summary("     Summary [   3.2s] 13 tests run: 12 passed (1 slow), 1 failed, 2 skipped"), (12, 1));
        assert_eq!(summary("     Summary [   9.1s] 9 tests run: 6 passed, 1 failed, 2 timed out, 0 skipped"), (6, 3));
        assert_eq!(summary("    test result: FAILED. 0 passed; 1 failed; 0 ignored"), (0, 0));
        let cargo = "test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured";
        assert_eq!(counted(cargo, "test result:"), (7, 0));
        assert_eq!(counted("test codes::a_code_that_failed ... ok", "test result:"), (0, 0));
    }
}
