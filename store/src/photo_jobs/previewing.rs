//! What an import of a list would do, as the job is now (S60).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::{Code, Strength};
use domain::ids::{RosterDraftId, SubjectId};
use domain::roster::{
    Ambiguous, Comparison, Known, Outlook, Particulars, Roster, RosterRow, also_accepted, compare, join_groups,
    outlook, read,
};
use domain::studio::Email;
use uuid::Uuid;

use super::RosterDraft;
use crate::codes::CodeKind;
use crate::keyring::Belongs;
use crate::secrets::hex;
use crate::{Desk, Error, Result, Store, db};

/// What an import would do.
#[derive(Clone, Debug)]
pub struct RosterPreview {
    /// The list.
    pub draft: RosterDraft,
    /// Its rows as they were read, and all that is wrong with them.
    pub roster: Roster,
    /// Everybody whom the job has.
    pub known: Vec<Known>,
    /// Groups that the job has not got yet, as they come in the file.
    pub new_groups: Vec<String>,
    /// Who would come, who would change, who is not in the file; with what was said of doubtful rows.
    pub comparison: Comparison,
    /// Rows about people who were erased at their family's wish: they are left out.
    pub erased: Vec<RosterRow>,
    /// The rows that no rule can tell, those included of which somebody said who they are.
    pub doubtful: Vec<Ambiguous>,
    /// Codes of the file that would not be taken.
    pub refused: Vec<RefusedCode>,
    /// Names all this: what is imported must be what was shown.
    pub digest: String,
}

/// A code of the file that is not taken: whoever is new gets one that is drawn, everybody else keeps theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefusedCode {
    /// The line in the file.
    pub line: u32,
    /// Whether something else of the studio has it (S59); otherwise it is easily guessed.
    pub taken: bool,
}

impl RosterPreview {
    /// Who needs a look once it is imported.
    pub fn outlook(&self) -> Outlook<'_> {
        outlook(&self.known, &self.comparison)
    }
}

/// A subject of the job with its group's name and its code.
#[derive(sqlx::FromRow)]
pub(super) struct KnownRow {
    id: Uuid,
    group_name: Option<String>,
    first_name: String,
    last_name: String,
    identifier: String,
    also_accept: String,
    email: String,
    birth_date: Option<NaiveDate>,
    sealed: Option<Vec<u8>>,
}

/// Everybody of a job; an extra card is nobody whom a list could mean.
pub(super) const KNOWN: &str =
    "select s.id, g.name as group_name, s.first_name, s.last_name, s.identifier, s.also_accept,
        s.email, s.birth_date, a.sealed
 from subject s
 left join job_group g on g.studio_id = s.studio_id and g.id = s.group_id
 left join access_code a on a.studio_id = s.studio_id and a.kind = 'subject' and a.subject_id = s.id
 where s.studio_id = $1 and s.job_id = $2 and s.extra is null order by s.name_key, s.id";

pub(super) const GROUPS: &str =
    "select id, name from job_group where studio_id = $1 and job_id = $2 order by name_key, id";

pub(super) const HELD: &str = "select idx, kind, subject_id from (
   select studio_id, key_id, idx, kind, subject_id from access_code
   union all select studio_id, key_id, idx, 'lost', subject_id from lost_code
 ) held where studio_id = ";

/// A job as it is: everything that an import depends on.
pub(super) struct State {
    pub known: Vec<KnownRow>,
    pub groups: Vec<(Uuid, String)>,
    /// Codes of the file that are in use: their indexes, and what has them.
    pub held: Vec<(Vec<u8>, String, Uuid)>,
    /// The digests of whoever was erased.
    pub erased: BTreeSet<Vec<u8>>,
}

/// Reads a [`State`] on a connection, which is an expression that is evaluated for each query.
macro_rules! state {
    ($on:expr, $studio:expr, $job:expr, $key:expr, $indexes:expr) => {{
        let known =
            sqlx::query_as($crate::photo_jobs::previewing::KNOWN).bind($studio).bind($job).fetch_all($on).await?;
        let groups =
            sqlx::query_as($crate::photo_jobs::previewing::GROUPS).bind($studio).bind($job).fetch_all($on).await?;
        let erased: Vec<Vec<u8>> = sqlx::query_scalar($crate::photo_jobs::erased::ERASED)
            .bind($studio)
            .bind($job)
            .bind($key)
            .fetch_all($on)
            .await?;
        let mut held = Vec::new();
        for some in $indexes.chunks($crate::db::AT_ONCE) {
            let mut query = sqlx::QueryBuilder::new($crate::photo_jobs::previewing::HELD);
            query.push_bind($studio).push(" and key_id = ").push_bind($key).push(" and idx in ");
            $crate::db::among!(query, some.iter());
            query.push(" order by idx");
            held.extend(query.build_query_as().fetch_all($on).await?);
        }
        $crate::photo_jobs::previewing::State { known, groups, held, erased: erased.into_iter().collect() }
    }};
}
pub(super) use state;

impl RosterPreview {
    /// Whoever was erased comes as somebody new, with a new code; nothing else of what was shown becomes different. `there` are
    /// the groups of the job.
    pub(super) fn bring_back<'a>(&mut self, there: impl Iterator<Item = &'a str> + Clone) {
        for mut row in std::mem::take(&mut self.erased) {
            row.particulars.code = None;
            if let Some(group) = &row.particulars.group
                && !there.clone().any(|name| name == group)
                && !self.new_groups.contains(group)
            {
                self.new_groups.push(group.clone());
            }
            self.comparison.new.push(row);
        }
    }
}

impl Store {
    /// What an import of this list would do, as things stand.
    ///
    /// # Errors
    /// [`Error::NotFound`] as [`Store::roster_draft`].
    pub async fn roster_preview(&self, desk: &Desk, id: RosterDraftId, now: DateTime<Utc>) -> Result<RosterPreview> {
        let draft = self.roster_draft(desk, id, now).await?;
        let told = self.told_by(desk, draft).await?;
        let (studio, job, indexes) = (desk.studio().uuid(), told.draft.job.uuid(), &told.indexes);
        let state: State =
            db::typed(async { Ok(db::read!(&self.db, c => state!(c, studio, job, self.keys.id(), indexes))) }).await?;
        self.previewed(desk, &told, &state)
    }

    /// What a list tells, whatever the job is like.
    pub(super) async fn told_by(&self, desk: &Desk, draft: RosterDraft) -> Result<Told> {
        let columns = &draft.reading.columns;
        let roster = read(&draft.reading.table, &columns.columns, columns.has_header);
        let codes = roster.rows.iter().filter_map(|row| row.particulars.code.as_ref());
        let indexes = codes.map(|code| self.code_index(desk.studio(), code)).collect();
        let job = self.photo_job(desk, draft.job).await?.job;
        let studio = self.studio_by_id(desk.studio()).await?;
        let names = [studio.name.as_str(), studio.address.as_str(), &job.name, &job.organisation].map(str::to_owned);
        Ok(Told { draft, roster, indexes, names })
    }

    /// What an import would do where the job is like that. It depends on nothing else.
    pub(super) fn previewed(&self, desk: &Desk, told: &Told, state: &State) -> Result<RosterPreview> {
        let known = state.known.iter().map(|row| self.known_subject(desk, row)).collect::<Result<Vec<_>>>()?;
        let mut roster = told.roster.clone();
        join_groups(&mut roster.rows, state.groups.iter().map(|(_, name)| name.as_str()));
        let (studio, job) = (desk.studio(), told.draft.job.uuid());
        let gone = &state.erased;
        let mut erased = self.take_erased(studio, job, (gone, &known), &mut roster.rows);
        // A namesake of somebody who is there is nobody's row if it is nobody's who is there, whatever was said of it.
        let compared = |rows: &[RosterRow]| {
            let mut comparison = compare(&known, rows);
            let doubtful = comparison.ambiguous.clone();
            comparison.settle(&known, &told.draft.settled);
            let is_gone = |row: &mut RosterRow| self.is_erased(studio, job, gone, &row.particulars);
            let namesakes: Vec<RosterRow> = comparison.new.extract_if(.., is_gone).collect();
            (comparison, doubtful, namesakes)
        };
        let (mut comparison, doubtful, mut namesakes) = compared(&roster.rows);
        let refused = self.refused(desk, told, state, &comparison);
        if !refused.is_empty() {
            let lines: BTreeSet<u32> = refused.iter().map(|refused| refused.line).collect();
            for row in roster.rows.iter_mut().filter(|row| lines.contains(&row.line)) {
                row.particulars.code = None;
            }
            (comparison, _, namesakes) = compared(&roster.rows);
        }
        erased.append(&mut namesakes);
        erased.sort_by_key(|row| row.line);
        let there: BTreeSet<&str> = state.groups.iter().map(|(_, name)| name.as_str()).collect();
        let mut new_groups: Vec<String> = Vec::new();
        let becomes = comparison.changed.iter().map(|changed| &changed.becomes);
        for group in comparison.new.iter().map(|row| &row.particulars).chain(becomes).filter_map(|of| of.group.as_ref())
        {
            if !there.contains(group.as_str()) && !new_groups.contains(group) {
                new_groups.push(group.clone());
            }
        }
        let digest = self.digest(told, state, &known, &refused);
        Ok(RosterPreview {
            draft: told.draft.clone(),
            roster,
            known,
            new_groups,
            comparison,
            erased,
            doubtful,
            refused,
            digest,
        })
    }

    fn known_subject(&self, desk: &Desk, row: &KnownRow) -> Result<Known> {
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        let belongs = Belongs { studio: desk.studio(), kind: CodeKind::Subject.as_str(), id: row.id };
        let open = |sealed: &Vec<u8>| -> Result<Code> {
            Code::parse(&self.keys.open(sealed, belongs)?).map_err(|_| Error::Corrupt("code"))
        };
        let particulars = Particulars {
            first_name: some(&row.first_name),
            last_name: some(&row.last_name),
            group: row.group_name.clone(),
            identifier: some(&row.identifier),
            code: row.sealed.as_ref().map(open).transpose()?,
            also_accept: also_accepted(&row.also_accept),
            guardian_email: Email::parse(&row.email).ok(),
            birth_date: row.birth_date,
        };
        Ok(Known { id: SubjectId::from_uuid(row.id), particulars })
    }

    /// Codes of rows that would be applied and cannot be taken: those that something else has, and those that are easily
    /// guessed. The own code of whom the row is about is no other one.
    fn refused(&self, desk: &Desk, told: &Told, state: &State, comparison: &Comparison) -> Vec<RefusedCode> {
        let held: BTreeMap<&[u8], (&str, Uuid)> =
            state.held.iter().map(|(index, kind, id)| (index.as_slice(), (kind.as_str(), *id))).collect();
        let of_new = comparison.new.iter().map(|row| (row.line, &row.particulars, None));
        let of_changed = comparison.changed.iter().map(|of| (of.line, &of.becomes, Some(of.id.uuid())));
        let mut refused = Vec::new();
        for (line, particulars, of) in of_new.chain(of_changed) {
            let Some(code) = &particulars.code else { continue };
            let index = self.code_index(desk.studio(), code);
            // What somebody has stays, whatever one thinks of it.
            let own = |(kind, id): &(&str, Uuid)| *kind == CodeKind::Subject.as_str() && Some(*id) == of;
            let taken = held.get(index.as_slice()).map(|holder| !own(holder));
            let guessed = taken.is_none() && is_guessed(code, particulars, &told.names);
            if guessed || taken == Some(true) {
                refused.push(RefusedCode { line, taken: !guessed });
            }
        }
        refused.sort_by_key(|refused| refused.line);
        refused
    }

    /// A name for everything that a preview depends on, made with a key: it tells nothing of what it names.
    fn digest(&self, told: &Told, state: &State, known: &[Known], refused: &[RefusedCode]) -> String {
        let draft = [told.draft.id.uuid().as_bytes().as_slice(), &told.draft.version.to_le_bytes()].concat();
        let mut parts: Vec<Vec<u8>> = vec![b"roster".to_vec(), draft];
        parts.extend(state.groups.iter().map(|(id, name)| [id.as_bytes(), name.as_bytes()].concat()));
        parts.push(b"known".to_vec());
        for (row, known) in state.known.iter().zip(known) {
            let code = known.particulars.code.as_ref().map_or("", Code::canonical);
            let day = row.birth_date.map(|day| day.to_string()).unwrap_or_default();
            let group = row.group_name.as_deref().unwrap_or_default();
            let texts =
                [&row.first_name, &row.last_name, &row.identifier, &row.also_accept, &row.email, group, &day, code];
            parts.push(row.id.as_bytes().to_vec());
            parts.extend(texts.map(|text: &str| text.as_bytes().to_vec()));
        }
        parts.extend(refused.iter().map(|of| [&of.line.to_le_bytes()[..], &[u8::from(of.taken)]].concat()));
        parts.push(b"erased".to_vec());
        parts.extend(state.erased.iter().cloned());
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        hex(&self.keys.index(&parts))
    }
}

/// What a list tells, whatever the job is like.
pub(super) struct Told {
    pub draft: RosterDraft,
    pub roster: Roster,
    /// Of all its codes.
    pub indexes: Vec<Vec<u8>>,
    /// What strangers know: the studio's names and the job's.
    names: [String; 4],
}

/// Whether somebody who knows the school and the child would try this code, or one that numbers everybody through.
fn is_guessed(code: &Code, of: &Particulars, names: &[String; 4]) -> bool {
    let own = [&of.first_name, &of.last_name].map(|name| name.as_deref().unwrap_or_default());
    let names: Vec<&str> = names.iter().map(String::as_str).chain(own).collect();
    let identifier = of.identifier.as_deref().and_then(|identifier| Code::parse(identifier).ok());
    code.strength() == Strength::Weak
        || code.is_obvious(&names)
        || names.iter().any(|name| code.contains_name(name))
        || identifier.as_ref() == Some(code)
}
