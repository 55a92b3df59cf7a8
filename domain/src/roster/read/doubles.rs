//! Who stands in a file twice.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ProblemKind;
use crate::code::Code;
use crate::roster::{Column, Particulars, folded};

/// Name, group and day of birth, without the difference of case.
type Key = ([Option<String>; 3], Option<NaiveDate>);

/// Where each was seen first.
#[derive(Default)]
pub(super) struct Doubles {
    identifiers: BTreeMap<String, u32>,
    codes: BTreeMap<String, u32>,
    /// The first row of a key, and the first of them without an identifier.
    people: BTreeMap<Key, (u32, Option<u32>)>,
}

impl Doubles {
    /// What makes this row a double, and of which line. A row that is one is not remembered.
    pub(super) fn of(&mut self, line: u32, row: &Particulars) -> Option<(ProblemKind, Option<Column>, u32)> {
        if let Some(before) = row.identifier.as_ref().and_then(|identifier| self.identifiers.get(identifier)) {
            return Some((ProblemKind::IdentifierTwice, Some(Column::Identifier), *before));
        }
        if row.first_name.is_some() || row.last_name.is_some() {
            let parts = [&row.first_name, &row.last_name, &row.group];
            let key = (parts.map(|part| part.as_deref().map(folded)), row.birth_date);
            match (self.people.get(&key), &row.identifier) {
                (Some((first, _)), None) => return Some((ProblemKind::Double, None, *first)),
                (Some((_, Some(without))), Some(_)) => return Some((ProblemKind::Double, None, *without)),
                (Some(_), Some(_)) => {}
                (None, identifier) => {
                    self.people.insert(key, (line, identifier.is_none().then_some(line)));
                }
            }
        }
        if let Some(identifier) = &row.identifier {
            self.identifiers.insert(identifier.clone(), line);
        }
        None
    }

    /// The line before with the same code.
    pub(super) fn of_code(&mut self, line: u32, code: Option<&Code>) -> Option<u32> {
        let canonical = code?.canonical().to_owned();
        let before = *self.codes.entry(canonical).or_insert(line);
        (before != line).then_some(before)
    }
}
