//! A flood of wrong codes: what others notice of it, and what it learns.

use super::answers::example;
use super::{Limit, Row};
use crate::run::Result;

/// Measures `server/examples/measure/guessing.rs`. The limits are those of SECURITY section 7: T16, T21 and T22.
pub fn measure() -> Result<Vec<Row>> {
    let mut rows = example("guessing")?;
    for row in &mut rows {
        if row.what == "a code that opens nothing: quickest reason, median" {
            // The floor of all answers about a secret (SECURITY section 3).
            row.limit = Some(Limit::AtLeast(150.0));
        }
        let most = match row.what.as_str() {
            "another visitor's page, 200 wrong codes a second: 99 of 100 within" => 300.0,
            "resident memory that a minute of it leaves" => 20.0,
            "wrong codes that were looked up, of 12,000" => 11.0,
            "passwords that were hashed meanwhile" | "codes that meet another, of 1,000,000" => 0.0,
            "a code that opens nothing: between the reasons' medians" => 2.0,
            _ => continue,
        };
        row.limit = Some(Limit::AtMost(most));
    }
    Ok(rows)
}
