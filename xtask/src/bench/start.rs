//! What the program costs before anybody has come.

use std::{fs, time::Instant};

use super::{Limit, Row, running::Running};
use crate::run::{Result, path};

/// Size of the one file, time from its start to the first page, memory at rest.
#[expect(clippy::cast_precision_loss, reason = "a program is far smaller than 2^52 bytes")]
pub fn measure() -> Result<Vec<Row>> {
    let server = Running::start("serve")?;
    let asked = Instant::now();
    let page = server.get("/sign-in", "")?;
    let answer = (server.started + asked.elapsed()).as_secs_f64();
    if !page.starts_with(b"HTTP/1.1 200") {
        return Err(format!("no page: {}", String::from_utf8_lossy(&page[..page.len().min(200)])).into());
    }
    let size = fs::metadata(path("target/release/passepartout"))?.len() as f64 / 1e6;
    let memory = server.memory("VmRSS")? / 1000.0;
    let row = |what: &str, ours, unit, limit| Row {
        what: what.to_owned(),
        ours,
        unit,
        peer: None,
        limit: Some(Limit::AtMost(limit)),
    };
    Ok(vec![
        row("size of what is installed", size, "MB", 40.0),
        row("start to first answer, empty data folder", answer * 1000.0, "ms", 100.0),
        row("idle memory", memory, "MB", 40.0),
    ])
}
