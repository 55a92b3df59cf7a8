//! A list comes into a job (S60): all of it or nothing, as it was shown. Nobody is deleted, no photograph moves.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::ids::{GroupId, PhotoJobId, RosterDraftId};
use domain::name_match::NameKey;
use domain::photo_job::{GroupName, PersonName};
use domain::roster::{Change, Changed, Column, Particulars};
use uuid::Uuid;

use super::NewSubject;
use super::adding::{Made, index_subjects, insert_subjects};
use super::groups::{hold_job, job_gallery};
use super::previewing::{RosterPreview, state};
use crate::codes::{CodeKind, set_code};
use crate::keyring::Belongs;
use crate::names::{Named, index_names};
use crate::photo_order::sort_key;
use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The job.
    pub job: PhotoJobId,
    /// How many people are new.
    pub added: usize,
    /// How many are others than before.
    pub changed: usize,
    /// How many are as before.
    pub unchanged: usize,
    /// How many are not in the file and were kept.
    pub missing: usize,
    /// How many rows could be somebody else and were not imported.
    pub ambiguous: usize,
    /// How many rows were left out because somebody was erased.
    pub erased: usize,
}

impl Imported {
    fn of(preview: &RosterPreview) -> Self {
        let comparison = &preview.comparison;
        Self {
            job: preview.draft.job,
            added: comparison.new.len(),
            changed: comparison.changed.len(),
            unchanged: comparison.unchanged.len(),
            missing: comparison.missing.len(),
            ambiguous: comparison.ambiguous.len(),
            erased: preview.erased.len(),
        }
    }
}

/// Notes the group that a subject leaves: it stays on its photographs, and goes on to hold them back (S63).
const LEAVES: &str = "insert into group_before (studio_id, group_id, subject_id)
 select studio_id, group_id, id from subject
 where studio_id = $1 and id = $2 and job_id = $3 and group_id is not null and group_id is distinct from $4
 on conflict do nothing";

/// Forgets that these people were erased.
macro_rules! forget_erased {
    ($tx:ident, $studio:expr, $job:expr, $digests:expr) => {
        for some in $digests.chunks(db::AT_ONCE) {
            let mut query = sqlx::QueryBuilder::new("delete from erased_subject where studio_id = ");
            query.push_bind($studio).push(" and job_id = ").push_bind($job).push(" and idx in ");
            db::among!(query, some.iter());
            query.build().execute(&mut *$tx).await?;
        }
    };
}

impl Store {
    /// Imports a list, if that still does what was shown under `shown`. Then the list is forgotten. With `back` whoever was
    /// erased comes back, as their row says; without it those rows are left out.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when it would do something else by now, or when somebody took one of its codes just now;
    /// [`Error::NotFound`] as [`Store::roster_draft`].
    pub async fn import_roster(
        &self,
        desk: &Desk,
        id: RosterDraftId,
        shown: &str,
        back: bool,
        now: DateTime<Utc>,
    ) -> Result<Imported> {
        match self.import_shown(desk, id, (shown, back), now).await {
            Err(Error::Taken(_)) => Err(Error::ChangedMeanwhile),
            done => done,
        }
    }

    async fn import_shown(
        &self,
        desk: &Desk,
        id: RosterDraftId,
        (shown, back): (&str, bool),
        now: DateTime<Utc>,
    ) -> Result<Imported> {
        let told = self.told_by(desk, self.roster_draft(desk, id, now).await?).await?;
        let (studio, job) = (desk.studio().uuid(), told.draft.job.uuid());
        let imported = db::write!(&self.db, tx => {
            let parent = hold_job!(tx, studio, job);
            // Confirmed twice at once, it is done once.
            let gone = sqlx::query("delete from roster_draft where studio_id = $1 and id = $2 and version = $3")
                .bind(studio)
                .bind(id.uuid())
                .bind(told.draft.version)
                .execute(&mut *tx)
                .await?;
            if gone.rows_affected() == 0 {
                return Err(Error::NotFound);
            }
            let state = state!(&mut *tx, studio, job, self.keys.id(), told.indexes);
            let mut preview = self.previewed(desk, &told, &state)?;
            if preview.digest != shown {
                return Err(Error::ChangedMeanwhile);
            }
            if back {
                forget_erased!(tx, studio, job, self.digests_of_rows(desk.studio(), job, &preview.erased));
                preview.bring_back(state.groups.iter().map(|(_, name)| name.as_str()));
            }
            let mut groups: BTreeMap<String, Uuid> = state.groups.into_iter().map(|(id, name)| (name, id)).collect();
            for name in &preview.new_groups {
                let name = GroupName::parse(name).map_err(|_| Error::Corrupt("name of a group"))?;
                let group = GroupId::from_random(random()).uuid();
                let gallery = job_gallery!(tx, studio, job, Some(parent), name.as_str(), now);
                sqlx::query(
                    "insert into job_group (studio_id, id, job_id, gallery_id, name, name_key)
                     values ($1, $2, $3, $4, $5, $6)",
                )
                .bind(studio)
                .bind(group)
                .bind(job)
                .bind(gallery)
                .bind(name.as_str())
                .bind(sort_key(name.as_str()))
                .execute(&mut *tx)
                .await?;
                groups.insert(name.to_string(), group);
            }
            let group_of = |of: &Particulars| of.group.as_ref().and_then(|name| groups.get(name).copied());
            let mut keys: Vec<(Uuid, BTreeSet<NameKey>)> = Vec::new();
            let mut names: Vec<(Uuid, String)> = Vec::new();
            for changed in &preview.comparison.changed {
                let Changed { id, changes, becomes, .. } = changed;
                let subject = of_row(becomes)?;
                let leaves = sqlx::query(LEAVES).bind(studio).bind(id.uuid()).bind(job).bind(group_of(becomes));
                leaves.execute(&mut *tx).await?;
                let gallery: Uuid = sqlx::query_scalar(
                    "update subject set group_id = $4, first_name = $5, last_name = $6, name_key = $7, identifier = $8,
                            also_accept = $9, email = $10, birth_date = $11
                     where studio_id = $1 and id = $2 and job_id = $3 returning gallery_id",
                )
                .bind(studio)
                .bind(id.uuid())
                .bind(job)
                .bind(group_of(becomes))
                .bind(subject.first_name.as_str())
                .bind(subject.last_name.as_str())
                .bind(subject.name_in_order())
                .bind(&subject.identifier)
                .bind(&subject.also_accept)
                .bind(&subject.email)
                .bind(subject.birth_date)
                .fetch_one(&mut *tx)
                .await?;
                // A gallery is called as its child is.
                sqlx::query("update gallery set name = $3 where studio_id = $1 and id = $2 and name <> $3")
                    .bind(studio)
                    .bind(gallery)
                    .bind(subject.first_name.as_str())
                    .execute(&mut *tx)
                    .await?;
                if let (Some(code), true) = (&becomes.code, is_recoded(changes)) {
                    let belongs = Belongs { studio: desk.studio(), kind: CodeKind::Subject.as_str(), id: id.uuid() };
                    set_code!(tx, belongs, self.stored_code(belongs, code, &code.display()));
                }
                keys.push((id.uuid(), subject.name_keys()));
                names.push((id.uuid(), subject.found_by()));
            }
            let new: Vec<NewSubject> =
                preview.comparison.new.iter().map(|row| of_row(&row.particulars)).collect::<Result<_>>()?;
            let rows = preview.comparison.new.iter().map(|row| &row.particulars);
            let made: Vec<Made> = new
                .iter()
                .zip(rows)
                .map(|(new, row)| self.made(desk.studio(), new, group_of(row), row.code.as_ref()))
                .collect();
            insert_subjects!(tx, studio, job, parent, made, now);
            keys.extend(made.iter().map(Made::keys));
            index_subjects!(tx, studio, job, keys);
            names.extend(made.iter().map(Made::found_by));
            index_names!(tx, studio, Named::Subject, names);
            Ok(Imported::of(&preview))
        });
        Ok(imported)
    }
}

fn is_recoded(changes: &[Change]) -> bool {
    changes.iter().any(|change| change.column == Column::Code)
}

/// A subject as a row tells; the group is named by the row alone.
fn of_row(row: &Particulars) -> Result<NewSubject> {
    let name = |name: &Option<String>| {
        PersonName::parse(name.as_deref().unwrap_or_default()).map_err(|_| Error::Corrupt("name of a subject"))
    };
    Ok(NewSubject {
        first_name: name(&row.first_name)?,
        last_name: name(&row.last_name)?,
        group: None,
        identifier: row.identifier.clone().unwrap_or_default(),
        also_accept: row.also_accept.join("; "),
        email: row.guardian_email.as_ref().map(ToString::to_string).unwrap_or_default(),
        birth_date: row.birth_date,
    })
}
