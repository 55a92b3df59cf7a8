//! What a person says of the rows that no rule can tell.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Ambiguous, Comparison, matched};
use crate::ids::SubjectId;
use crate::roster::{Known, Particulars};

/// Who a doubtful row is, as a person says. A row of which nobody says anything is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// This known subject.
    Is(SubjectId),
    /// Somebody who is not known yet.
    New,
}

impl Comparison {
    /// Settles doubtful rows, by their lines, as somebody said. What cannot be is not done, and stays doubtful: a subject whom
    /// the row could not mean, one for two rows, one who is another row already, and somebody new without a name or a number.
    pub fn settle(&mut self, existing: &[Known], said: &BTreeMap<u32, Settled>) {
        let mut taken: BTreeSet<SubjectId> = self.changed.iter().map(|changed| changed.id).collect();
        taken.extend(self.unchanged.iter().map(|unchanged| unchanged.id));
        let mut wanted: BTreeMap<SubjectId, usize> = BTreeMap::new();
        let lines: BTreeSet<u32> = self.ambiguous.iter().map(|doubtful| doubtful.row.line).collect();
        for (line, settled) in said {
            if let (Settled::Is(id), true) = (settled, lines.contains(line)) {
                *wanted.entry(*id).or_default() += 1;
            }
        }
        let mut asked: BTreeSet<SubjectId> = BTreeSet::new();
        for doubtful in std::mem::take(&mut self.ambiguous) {
            let Ambiguous { row, could_be } = &doubtful;
            let one = |id: &SubjectId| could_be.contains(id) && !taken.contains(id) && wanted.get(id) == Some(&1);
            match said.get(&row.line) {
                Some(Settled::Is(id)) if one(id) => {
                    if let Some(known) = existing.iter().find(|known| known.id == *id) {
                        matched(self, known, row);
                    }
                    asked.extend(could_be);
                }
                Some(Settled::New) if is_somebody(&row.particulars) => {
                    self.new.push(row.clone());
                    asked.extend(could_be);
                }
                _ => self.ambiguous.push(doubtful),
            }
        }
        self.new.sort_by_key(|row| row.line);
        self.changed.sort_by_key(|changed| changed.line);
        self.unchanged.sort_by_key(|unchanged| unchanged.line);
        // Whoever was asked about, and is no row in the end, is not in the file.
        let mut seen: BTreeSet<SubjectId> = self.changed.iter().map(|changed| changed.id).collect();
        seen.extend(self.unchanged.iter().map(|unchanged| unchanged.id));
        seen.extend(self.ambiguous.iter().flat_map(|doubtful| doubtful.could_be.iter().copied()));
        let missing: BTreeSet<SubjectId> = self.missing.iter().chain(asked.difference(&seen)).copied().collect();
        self.missing = existing.iter().map(|known| known.id).filter(|id| missing.contains(id)).collect();
    }
}

fn is_somebody(of: &Particulars) -> bool {
    of.first_name.is_some() || of.last_name.is_some() || of.identifier.is_some()
}
