//! A studio of 1,000 galleries beside one of 100,000: what its pages cost in each.

use super::answers::example;
use super::{Limit, Row};
use crate::run::Result;

/// A hundred times as much may cost as much more as its logarithm grows: 5 to 3.
const LOGARITHM: f64 = 5.0 / 3.0;

/// Measures `server/examples/measure/archive.rs`.
pub fn measure() -> Result<Vec<Row>> {
    let mut rows = example("archive")?;
    for row in &mut rows {
        row.limit = match row.unit {
            "x" => Some(Limit::AtMost(LOGARITHM)),
            // The design's section 6 names the overview: 50 ms.
            "ms" => Some(Limit::AtMost(50.0)),
            _ => None,
        };
    }
    Ok(rows)
}
