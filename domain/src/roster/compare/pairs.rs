//! Which row is which known subject.

use std::collections::BTreeMap;

use crate::roster::{Known, Particulars, RosterRow, folded};

/// The most subjects who are named where a row could be several: a school of namesakes costs no more.
const MAX_ASKED: usize = 10;

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nobody who is known.
    New,
    /// This known subject.
    Is(usize),
    /// Perhaps one of these.
    CouldBe(Vec<usize>),
}

/// First and last name, folded.
type Name = [Option<String>; 2];

fn name(of: &Particulars) -> Name {
    [&of.first_name, &of.last_name].map(|part| part.as_deref().map(folded))
}

fn group(of: &Particulars) -> Option<String> {
    of.group.as_deref().map(folded)
}

/// Both say something, and not the same.
fn conflict<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}

/// The matching under way.
pub(super) struct Pairs<'a> {
    existing: &'a [Known],
    rows: &'a [RosterRow],
    known_names: Vec<Name>,
    row_names: Vec<Name>,
    known_groups: Vec<Option<String>>,
    row_groups: Vec<Option<String>>,
    verdicts: Vec<Option<Verdict>>,
    /// Known subjects who are matched, or whose identifier is in the file.
    taken: Vec<bool>,
    /// Those of them whose identifier is in the file at what may be somebody else.
    unsure: Vec<bool>,
    /// Who could be an open row.
    asked: Vec<bool>,
}

impl<'a> Pairs<'a> {
    /// A verdict for each row; and of each known subject, whether a row is or could be that one.
    pub(super) fn of(existing: &'a [Known], rows: &'a [RosterRow]) -> (Vec<Verdict>, Vec<bool>) {
        let mut pairs = Self {
            existing,
            rows,
            known_names: existing.iter().map(|known| name(&known.particulars)).collect(),
            row_names: rows.iter().map(|row| name(&row.particulars)).collect(),
            known_groups: existing.iter().map(|known| group(&known.particulars)).collect(),
            row_groups: rows.iter().map(|row| group(&row.particulars)).collect(),
            verdicts: vec![None; rows.len()],
            taken: vec![false; existing.len()],
            unsure: vec![false; existing.len()],
            asked: vec![false; existing.len()],
        };
        pairs.by_identifier();
        pairs.by_name();
        let seen = pairs.taken.iter().zip(&pairs.asked).map(|(taken, asked)| *taken || *asked).collect();
        (pairs.verdicts.into_iter().map(|verdict| verdict.unwrap_or(Verdict::New)).collect(), seen)
    }

    fn row(&self, row: usize) -> &'a Particulars {
        &self.rows[row].particulars
    }

    fn known(&self, known: usize) -> &'a Particulars {
        &self.existing[known].particulars
    }

    fn by_identifier(&mut self) {
        let knowns = places(self.existing.iter().map(|known| known.particulars.identifier.clone()));
        let rows = places(self.rows.iter().map(|row| row.particulars.identifier.clone()));
        let known_names = places(self.known_names.iter().cloned().map(Some));
        let row_names = places(self.row_names.iter().cloned().map(Some));
        for (identifier, of_rows) in rows {
            let of_knowns = knowns.get(&identifier).map_or(&[][..], Vec::as_slice);
            if of_knowns.is_empty() && of_rows.len() == 1 {
                continue;
            }
            let sure = match (&of_rows[..], of_knowns) {
                ([row], [known]) => !self.is_another(*row, *known, |old, new| {
                    (*old != [None, None] && row_names.contains_key(old)) || known_names.contains_key(new)
                }),
                _ => false,
            };
            for row in of_rows {
                let verdict = if sure { Verdict::Is(of_knowns[0]) } else { Verdict::CouldBe(of_knowns.to_vec()) };
                self.verdicts[row] = Some(verdict);
            }
            for known in of_knowns {
                self.taken[*known] = true;
                self.unsure[*known] = !sure;
            }
        }
    }

    /// Whether one identifier stands for two people: numbers that were given anew, or moved by a line. A name that
    /// changes as a whole says so, and so does that of a sister or brother: another day of birth, or a name that
    /// somebody else has on the other side (`is_elsewhere`, of the old and the new name). A row of half a name changes
    /// none.
    fn is_another(&self, row: usize, known: usize, is_elsewhere: impl FnOnce(&Name, &Name) -> bool) -> bool {
        let old = &self.known_names[known];
        let new = &self.row_names[row];
        let same = old.iter().zip(new).all(|(old, new)| new.is_none() || old == new);
        let swapped = old[0] == new[1] && old[1] == new[0];
        if same || swapped {
            return false;
        }
        let as_a_whole = old.iter().zip(new).all(|(old, new)| conflict(old.as_ref(), new.as_ref()));
        let (old_day, day) = (self.known(known).birth_date, self.row(row).birth_date);
        let same_day = day.is_some() && day == old_day;
        new.contains(&None)
            || conflict(old_day.as_ref(), day.as_ref())
            || (as_a_whole && !same_day)
            || is_elsewhere(old, new)
    }

    fn by_name(&mut self) {
        let in_file = places(self.row_names.iter().map(|name| Some(name.clone())));
        let known = places(self.known_names.iter().map(|name| Some(name.clone())));
        for (name, rows) in in_file {
            let alone = rows.len() == 1;
            let rows: Vec<usize> = rows.into_iter().filter(|row| self.verdicts[*row].is_none()).collect();
            if name == [None, None] {
                // With an identifier that nobody has it is somebody new; without one it is nobody.
                for row in rows {
                    if self.row(row).identifier.is_none() {
                        self.verdicts[row] = Some(Verdict::CouldBe(Vec::new()));
                    }
                }
                continue;
            }
            let of_name = known.get(&name).map_or(&[][..], Vec::as_slice);
            let knowns: Vec<usize> = of_name.iter().copied().filter(|known| !self.taken[*known]).collect();
            self.pair(&rows, &knowns, |pairs, row, known| {
                pairs.same_group(row, known) && pairs.row(row).birth_date == pairs.known(known).birth_date
            });
            self.pair(&rows, &knowns, |pairs, row, known| {
                pairs.same_group(row, known) && !pairs.days_conflict(row, known)
            });
            if alone && knowns.len() == 1 {
                self.pair(&rows, &knowns, |pairs, row, known| {
                    pairs.same_group(row, known) || !pairs.days_conflict(row, known)
                });
            }
            self.settle(&rows, of_name);
        }
    }

    /// Pairs an open row and an open subject who suit each other and nobody else.
    fn pair(&mut self, rows: &[usize], knowns: &[usize], suit: impl Fn(&Self, usize, usize) -> bool) {
        let suits = |row: usize, known: usize| suit(self, row, known) && !self.identifiers_conflict(row, known);
        let open_rows: Vec<usize> = rows.iter().copied().filter(|row| self.verdicts[*row].is_none()).collect();
        let open_knowns: Vec<usize> = knowns.iter().copied().filter(|known| !self.taken[*known]).collect();
        let mut found = Vec::new();
        for row in &open_rows {
            let mut suited = open_knowns.iter().filter(|known| suits(*row, **known));
            if let (Some(known), None) = (suited.next(), suited.next())
                && open_rows.iter().filter(|row| suits(**row, *known)).nth(1).is_none()
            {
                found.push((*row, *known));
            }
        }
        for (row, known) in found {
            self.verdicts[row] = Some(Verdict::Is(known));
            self.taken[known] = true;
        }
    }

    fn identifiers_conflict(&self, row: usize, known: usize) -> bool {
        conflict(self.row(row).identifier.as_ref(), self.known(known).identifier.as_ref())
    }

    fn same_group(&self, row: usize, known: usize) -> bool {
        self.row_groups[row] == self.known_groups[known]
    }

    fn days_conflict(&self, row: usize, known: usize) -> bool {
        conflict(self.row(row).birth_date.as_ref(), self.known(known).birth_date.as_ref())
    }

    /// Whoever is left and could be one of those who are left.
    fn settle(&mut self, rows: &[usize], knowns: &[usize]) {
        let left = |known: &usize| !self.taken[*known] || self.unsure[*known];
        let left: Vec<usize> = knowns.iter().copied().filter(left).collect();
        for row in rows {
            if self.verdicts[*row].is_some() {
                continue;
            }
            let mut could_be = Vec::new();
            for known in &left {
                if !self.may_be(*row, *known) {
                    continue;
                }
                self.asked[*known] = true;
                if could_be.len() < MAX_ASKED {
                    could_be.push(*known);
                }
            }
            if !could_be.is_empty() {
                self.verdicts[*row] = Some(Verdict::CouldBe(could_be));
            }
        }
    }

    fn may_be(&self, row: usize, known: usize) -> bool {
        let groups = conflict(self.row_groups[row].as_ref(), self.known_groups[known].as_ref());
        !(self.days_conflict(row, known) || groups && self.identifiers_conflict(row, known))
    }
}

/// Where each value stands.
fn places<K: Ord>(values: impl Iterator<Item = Option<K>>) -> BTreeMap<K, Vec<usize>> {
    let mut places: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (place, value) in values.enumerate() {
        if let Some(value) = value {
            places.entry(value).or_default().push(place);
        }
    }
    places
}
