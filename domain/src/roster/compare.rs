//! What an import would change, before it happens (S60).
//!
//! A row is matched to a subject who is known already, in this order: by identifier; by name, group and day of birth;
//! by name and group; by name alone, if nobody else in the file has that name. Names and groups are the same but for
//! case and spaces, never similar. Each step takes only pairs that are alone on both sides. What could be somebody but
//! need not is told and not applied, because a photograph under the wrong child's name is worse than a question.

mod change;
mod pairs;
mod settled;

use crate::ids::SubjectId;

use super::{Known, Particulars, RosterRow};
pub use change::Change;
use pairs::{Pairs, Verdict};
pub use settled::Settled;

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Subjects who are not known yet.
    pub new: Vec<RosterRow>,
    /// Known subjects of whom the file tells something else.
    pub changed: Vec<Changed>,
    /// Known subjects of whom the file tells nothing new.
    pub unchanged: Vec<Unchanged>,
    /// Rows that could be a known subject, or are not sure to be who they say. Not to be applied.
    pub ambiguous: Vec<Ambiguous>,
    /// Known subjects who are not in the file. They are kept.
    pub missing: Vec<SubjectId>,
}

/// A known subject of whom the file tells something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Who.
    pub id: SubjectId,
    /// The line in the file.
    pub line: u32,
    /// What, at least one.
    pub changes: Vec<Change>,
    /// All that is known then. A field of which the file says nothing stays as it was.
    pub becomes: Particulars,
}

/// A known subject of whom the file tells nothing new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unchanged {
    /// Who.
    pub id: SubjectId,
    /// The line in the file.
    pub line: u32,
}

/// A row that nobody can be matched to for sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguous {
    /// The row.
    pub row: RosterRow,
    /// The subjects whom it could mean, the first ten; none for a row that says nothing of anybody, or an identifier twice.
    pub could_be: Vec<SubjectId>,
}

/// Compares a roster with the subjects whom the photo job has. Applying the answer and comparing again finds nothing
/// new and nothing changed.
pub fn compare(existing: &[Known], rows: &[RosterRow]) -> Comparison {
    let mut comparison = Comparison::default();
    let (verdicts, seen) = Pairs::of(existing, rows);
    for (row, verdict) in rows.iter().zip(verdicts) {
        match verdict {
            Verdict::New => comparison.new.push(row.clone()),
            Verdict::Is(place) => {
                matched(&mut comparison, &existing[place], row);
            }
            Verdict::CouldBe(places) => {
                let could_be = places.into_iter().map(|place| existing[place].id).collect();
                comparison.ambiguous.push(Ambiguous { row: row.clone(), could_be });
            }
        }
    }
    comparison.missing = existing.iter().zip(&seen).filter(|(_, seen)| !**seen).map(|(known, _)| known.id).collect();
    comparison
}

/// Notes that a row is a known subject.
fn matched(comparison: &mut Comparison, known: &Known, row: &RosterRow) {
    let Known { id, particulars } = known;
    let changes = change::changes(particulars, &row.particulars);
    if changes.is_empty() {
        comparison.unchanged.push(Unchanged { id: *id, line: row.line });
    } else {
        let becomes = change::overlaid(particulars, &row.particulars);
        comparison.changed.push(Changed { id: *id, line: row.line, changes, becomes });
    }
}
