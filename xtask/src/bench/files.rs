//! The weight of the built files as a browser gets them: brotli, and the font as it is.

use std::fs;

use serde_json::Value;

use super::{Limit, Row};
use crate::{
    run::{Result, path},
    site,
};

/// Each side's files, and their sum beside the bound for all that is not a photograph.
pub fn measure() -> Result<Vec<Row>> {
    site::build()?;
    let names: Value = serde_json::from_slice(&fs::read(path("target/site/site.json"))?)?;
    let font = kilobytes(&names["font"])?;
    let mut rows = vec![row("font".to_owned(), font, None)];
    for (side, limit) in [("visitor", Some(Limit::AtMost(100.0))), ("studio", None)] {
        let mut sum = font;
        for kind in ["css", "js", "wasm"] {
            let weight = kilobytes(&names[side][kind])?;
            sum += weight;
            rows.push(row(format!("{side}: {kind}"), weight, None));
        }
        rows.push(row(format!("{side}: all"), sum, limit));
    }
    let scripts = kilobytes(&names["visitor"]["js"])? + kilobytes(&names["visitor"]["wasm"])?;
    rows.push(row("visitor: js and wasm".to_owned(), scripts, Some(Limit::AtMost(28.0))));
    let late = kilobytes(&names["puzzle"]["js"])? + kilobytes(&names["puzzle"]["wasm"])?;
    rows.push(row("puzzle, when it is needed".to_owned(), late, None));
    Ok(rows)
}

fn row(what: String, ours: f64, limit: Option<Limit>) -> Row {
    Row { what, ours, unit: "kB", peer: None, limit }
}

#[expect(clippy::cast_precision_loss, reason = "files are far smaller than 2^52 bytes")]
fn kilobytes(address: &Value) -> Result<f64> {
    let address = address.as_str().ok_or("site.json names no file")?;
    let plain = path("target/site").join(address.trim_start_matches('/'));
    let packed = plain.with_added_extension("br");
    let file = if packed.is_file() { packed } else { plain };
    Ok(fs::metadata(file)?.len() as f64 / 1000.0)
}
