//! What changes of one subject.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::roster::{Column, Particulars};

/// A field that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub column: Column,
    /// What it was; nothing for a code, which is a secret.
    pub old: Option<String>,
    /// What it becomes; nothing for a code.
    pub new: Option<String>,
}

/// What the row says differently. A field of which it says nothing is no change.
pub(super) fn changes(known: &Particulars, row: &Particulars) -> Vec<Change> {
    let mut changes: Vec<Change> = texts(known)
        .into_iter()
        .zip(texts(row))
        .filter(|((_, old), (_, new))| new.is_some() && new != old)
        .map(|((column, old), (_, new))| Change { column, old, new })
        .collect();
    if row.code.is_some() && row.code != known.code {
        changes.push(Change { column: Column::Code, old: None, new: None });
    }
    let spellings = |of: &Particulars| of.also_accept.iter().cloned().collect::<BTreeSet<_>>();
    if !row.also_accept.is_empty() && spellings(row) != spellings(known) {
        let joined = |of: &Particulars| (!of.also_accept.is_empty()).then(|| of.also_accept.join("; "));
        changes.push(Change { column: Column::AlsoAccept, old: joined(known), new: joined(row) });
    }
    changes
}

fn texts(of: &Particulars) -> [(Column, Option<String>); 6] {
    [
        (Column::FirstName, of.first_name.clone()),
        (Column::LastName, of.last_name.clone()),
        (Column::Group, of.group.clone()),
        (Column::Identifier, of.identifier.clone()),
        (Column::GuardianEmail, of.guardian_email.as_ref().map(ToString::to_string)),
        (Column::BirthDate, of.birth_date.map(|day| day.to_string())),
    ]
}

/// What is known then: the row's word where it says something.
pub(super) fn overlaid(known: &Particulars, row: &Particulars) -> Particulars {
    let also_accept = if row.also_accept.is_empty() { &known.also_accept } else { &row.also_accept };
    Particulars {
        first_name: row.first_name.clone().or_else(|| known.first_name.clone()),
        last_name: row.last_name.clone().or_else(|| known.last_name.clone()),
        group: row.group.clone().or_else(|| known.group.clone()),
        identifier: row.identifier.clone().or_else(|| known.identifier.clone()),
        code: row.code.clone().or_else(|| known.code.clone()),
        also_accept: also_accept.clone(),
        guardian_email: row.guardian_email.clone().or_else(|| known.guardian_email.clone()),
        birth_date: row.birth_date.or(known.birth_date),
    }
}
