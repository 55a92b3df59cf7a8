//! One spelling for each group.

use std::collections::{BTreeMap, BTreeSet};

use super::{RosterRow, folded};

/// Gives groups whose names differ in case and spaces alone one spelling: that of the job's group, or else the first in the
/// file. A name that the job has exactly so stays. Without this `1A` and `1a` would be two classes.
pub fn join_groups<'a>(rows: &mut [RosterRow], of_job: impl IntoIterator<Item = &'a str>) {
    let exact: BTreeSet<&str> = of_job.into_iter().collect();
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    for name in &exact {
        spellings.entry(folded(name)).or_insert_with(|| (*name).to_owned());
    }
    for group in rows.iter_mut().filter_map(|row| row.particulars.group.as_mut()) {
        if !exact.contains(group.as_str()) {
            let spelling = spellings.entry(folded(group)).or_insert_with(|| group.clone());
            group.clone_from(spelling);
        }
    }
}
