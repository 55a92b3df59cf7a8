//! The photo job of a large school: what its pages cost, and 300 parents who come in one minute.

use super::answers::example;
use super::{Limit, Row};
use crate::run::Result;

/// Eighty times as many children may cost as much more as their logarithm grows: 3.3 to 1.4.
const LOGARITHM: f64 = 3.3 / 1.4;

/// What is done once or twice in a job: an import and the page before it, the cards as a file, sorting a day.
const ONCE: [&str; 4] = ["in a minute", "list", "PDF", "sorted"];

/// Measures `server/examples/measure/school.rs` and `sorting_day.rs`. What shows the whole job may grow with it, within 50 ms; the
/// sorting desk works the rule over all of its photographs at every view, within 250 ms.
pub fn measure() -> Result<Vec<Row>> {
    let mut rows = example("school")?;
    for row in &mut rows {
        let constant = ["a child's", "a picture", "staff: a class's"].iter().any(|what| row.what.starts_with(what));
        row.limit = match row.unit {
            "x" if constant => Some(Limit::AtMost(LOGARITHM)),
            "ms" if row.what.contains("any other page") => Some(Limit::AtMost(300.0)),
            "ms" if row.what.contains("the desk") || row.what.contains("its photographs") => Some(Limit::AtMost(250.0)),
            "ms" if ONCE.iter().any(|what| row.what.contains(what)) => None,
            "ms" => Some(Limit::AtMost(50.0)),
            _ => None,
        };
    }
    Ok(rows)
}
