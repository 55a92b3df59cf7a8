//! Whoever was erased does not come back with the school's next list (S60): what is kept of them are digests, made with a key,
//! of which nobody can make a name again.

use std::collections::BTreeSet;

use domain::ids::StudioId;
use domain::name_match::{Named, keys_of};
use domain::roster::{Known, Particulars, RosterRow, folded};
use uuid::Uuid;

use crate::Store;

/// The digests of one job's erased people: `(studio, job, key)`.
pub(super) const ERASED: &str = "select idx from erased_subject where studio_id = $1 and job_id = $2 and key_id = $3";

/// Who a row or a subject is, as a list says it: what an erasure keeps digests of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub group: &'a str,
    pub identifier: &'a str,
}

impl<'a> Who<'a> {
    fn of(row: &'a Particulars) -> Self {
        let text = |text: &'a Option<String>| text.as_deref().unwrap_or_default();
        Self {
            first_name: text(&row.first_name),
            last_name: text(&row.last_name),
            group: text(&row.group),
            identifier: text(&row.identifier),
        }
    }

    /// By what somebody is remembered: see [`Who::texts`]; by the names alone for a list without groups, and, who was in no
    /// group, for any list.
    fn remembered(&self) -> BTreeSet<[String; 3]> {
        let mut texts = self.texts();
        texts.extend(self.names_alone("any"));
        if folded(self.group).is_empty() {
            texts.extend(self.names_alone("none"));
        }
        texts
    }

    /// By what a row is known again.
    fn met(&self) -> BTreeSet<[String; 3]> {
        let mut texts = self.texts();
        texts.extend(self.names_alone("none"));
        if folded(self.group).is_empty() {
            texts.extend(self.names_alone("any"));
        }
        texts
    }

    fn names_alone(&self, kind: &'static str) -> impl Iterator<Item = [String; 3]> {
        let named = Named { first: self.first_name, last: self.last_name, also: "" };
        let has_name = [self.first_name, self.last_name].iter().any(|name| !folded(name).is_empty());
        let keys = has_name.then(|| keys_of(&named)).into_iter().flatten();
        keys.map(move |key| [kind.to_owned(), key.into(), String::new()])
    }

    /// Names with the group in every spelling that parents may type, and the identifier: a list may have either.
    fn texts(&self) -> BTreeSet<[String; 3]> {
        let mut texts = BTreeSet::new();
        let names = [self.first_name, self.last_name].map(folded);
        if names.iter().any(|name| !name.is_empty()) {
            let named = Named { first: self.first_name, last: self.last_name, also: "" };
            let group = folded(self.group);
            texts.extend(keys_of(&named).into_iter().map(|key| ["key".to_owned(), key.into(), group.clone()]));
            texts.insert(["name".to_owned(), names.join("\n"), group]);
        }
        let identifier = folded(self.identifier);
        if !identifier.is_empty() {
            texts.insert(["identifier".to_owned(), identifier, String::new()]);
        }
        texts
    }

    /// Whether somebody of the job is called so, in this group or where either has none, or by this identifier.
    fn is_among(&self, known: &[Known]) -> bool {
        let same = |one: &str, other: &str| folded(one) == folded(other);
        known.iter().map(|known| Who::of(&known.particulars)).any(|other| {
            let identified = !self.identifier.is_empty() && same(self.identifier, other.identifier);
            let named = same(self.first_name, other.first_name) && same(self.last_name, other.last_name);
            let ungrouped = folded(self.group).is_empty() || folded(other.group).is_empty();
            identified || (named && (ungrouped || same(self.group, other.group)))
        })
    }
}

impl Store {
    /// The digests that are kept of somebody, scoped to the job: of another job they are others.
    pub(super) fn erased_digests(&self, studio: StudioId, job: Uuid, who: &Who<'_>) -> Vec<Vec<u8>> {
        self.digests(studio, job, &who.remembered())
    }

    fn digests(&self, studio: StudioId, job: Uuid, texts: &BTreeSet<[String; 3]>) -> Vec<Vec<u8>> {
        let digest = |text: &[String; 3]| {
            let [kind, text, group] = text.each_ref().map(String::as_bytes);
            self.keys.erased(&[studio.uuid().as_bytes(), job.as_bytes(), kind, text, group]).to_vec()
        };
        texts.iter().map(digest).collect()
    }

    /// Whether a row is about somebody who was erased, by their digests.
    pub(super) fn is_erased(&self, studio: StudioId, job: Uuid, erased: &BTreeSet<Vec<u8>>, row: &Particulars) -> bool {
        !erased.is_empty()
            && self.digests(studio, job, &Who::of(row).met()).iter().any(|digest| erased.contains(digest))
    }

    /// The rows that are about somebody who was erased and whom nobody of the job could be: they are taken out.
    pub(super) fn take_erased(
        &self,
        studio: StudioId,
        job: Uuid,
        (erased, known): (&BTreeSet<Vec<u8>>, &[Known]),
        rows: &mut Vec<RosterRow>,
    ) -> Vec<RosterRow> {
        let is_gone = |row: &mut RosterRow| {
            self.is_erased(studio, job, erased, &row.particulars) && !Who::of(&row.particulars).is_among(known)
        };
        rows.extract_if(.., is_gone).collect()
    }

    /// The digests that the rows of whoever is brought back have.
    pub(super) fn digests_of_rows(&self, studio: StudioId, job: Uuid, rows: &[RosterRow]) -> Vec<Vec<u8>> {
        let all = |row: &RosterRow| {
            let who = Who::of(&row.particulars);
            self.digests(studio, job, &who.remembered().union(&who.met()).cloned().collect())
        };
        rows.iter().flat_map(all).collect()
    }
}
