//! What answers cost: page weight, server CPU of each kind of page, thumbnails, look-ups of codes.

use serde_json::Value;

use super::{Limit, Row};
use crate::run::{Result, cargo};

/// Runs a part of `server/examples/measure`, which prints a line for each figure.
pub fn example(name: &str) -> Result<Vec<Row>> {
    let output = cargo(&["run", "--quiet", "--release", "--locked", "--package", "server", "--example", "measure"])
        .args(["--", name])
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("the measuring program failed".into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(row).collect())
}

/// Measures `server/examples/measure/answers.rs`.
pub fn measure() -> Result<Vec<Row>> {
    let mut rows = example("answers")?;
    let look_up = |many: &str| {
        rows.iter().find(|row| row.what.contains("look-up") && row.what.contains(many)).map(|row| row.ours)
    };
    if let (Some(few), Some(many)) = (look_up(" 1000 "), look_up(" 100000 ")) {
        rows.push(Row {
            what: "look-up among 100,000 against 1,000".to_owned(),
            ours: many / few,
            unit: "x",
            peer: None,
            limit: Some(Limit::AtMost(1.2)),
        });
    }
    Ok(rows)
}

fn row(line: &str) -> Option<Row> {
    let line: Value = serde_json::from_str(line).ok()?;
    let what = line["what"].as_str()?.to_owned();
    let unit = match line["unit"].as_str()? {
        "kB" => "kB",
        "MB" => "MB",
        "times" => "x",
        "count" => "",
        "percent" => "%",
        _ => "ms",
    };
    let limit = match what.as_str() {
        "gallery of 1,000: HTML, compressed" => Some(Limit::AtMost(45.0)),
        "gallery of 1,000: server CPU, compression included" => Some(Limit::AtMost(6.0)),
        "one thumbnail, access checked" => Some(Limit::AtMost(0.1)),
        _ => None,
    };
    Some(Row { what, ours: line["ours"].as_f64()?, unit, peer: None, limit })
}
