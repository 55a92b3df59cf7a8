//! A guest's keys of jobs, and what the connection code leads to: the list of subjects (S47), or finding one by name (S51).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::JobKey;
use domain::ids::{PhotoJobId, StudioId, SubjectId};
use domain::name_match::NameKey;
use domain::photo_job::Told;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::rules::JobVisit;
use super::{Child, PhotoJob};
use crate::access::Held;
use crate::sessions::VISIT;
use crate::{Error, Result, Store, db};

/// A subject in the list that parents read.
#[derive(Clone, Debug)]
pub struct ListedSubject {
    /// Its id.
    pub id: SubjectId,
    /// Both names.
    pub name: String,
    /// Its group's name; empty without one.
    pub group: String,
}

/// The subjects of a job that may be listed, found by name and confirmed: what `JobRules::admits_confirmation` asks of each.
macro_rules! admitted {
    () => {
        " and not s.protected and s.consent = 'given' and s.extra is null"
    };
}

/// Whom a typed name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namesake {
    /// The subject.
    pub id: SubjectId,
    /// The name of its group; empty for one that is in none.
    pub group: String,
    /// Whether it may be found by its name at all.
    pub admitted: bool,
}

/// What is there; a job that is gone takes nothing else of the visit with it.
fn there<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Err(Error::NotFound) => Ok(None),
        found => found.map(Some),
    }
}

impl Store {
    /// What a session holds of jobs. A key counts while the code that gave it is the same; a confirmation, while the
    /// connection code is.
    pub(crate) async fn held_of_jobs(&self, held: &Held) -> Result<JobVisit> {
        let mut visit = JobVisit::default();
        if !["subject", "confirmed", "staff", "connection"].iter().any(|kind| held.any(kind)) {
            return Ok(visit);
        }
        let keys: Vec<(String, Uuid)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select g.kind, g.subject_id
                 from session s
                 join session_grant g on g.token_hash = s.token_hash and g.studio_id = $2
                   and g.kind in ('subject', 'confirmed', 'staff', 'connection')
                 left join subject x on x.studio_id = $2 and x.id = g.subject_id and g.kind = 'confirmed'
                 join access_code a on a.studio_id = $2 and a.generation = g.generation
                   and a.kind = case when g.kind = 'confirmed' then 'connection' else g.kind end
                   and a.subject_id = case when g.kind = 'confirmed' then x.job_id else g.subject_id end
                 where s.token_hash = $1 and s.expires_at > $3 and g.created_at > $4
                 order by g.created_at, g.subject_id",
            )
            .bind(&held.token)
            .bind(held.studio.uuid())
            .bind(held.now)
            .bind(held.now - VISIT)
            .fetch_all(c)
            .await
        })?;
        let today = held.now.date_naive();
        for (kind, id) in keys {
            match kind.as_str() {
                "subject" => {
                    let subject = SubjectId::from_uuid(id);
                    visit.children.extend(self.child(held.studio, JobKey::Own(subject), subject).await?);
                }
                "confirmed" => {
                    let subject = SubjectId::from_uuid(id);
                    let child = self.child(held.studio, JobKey::Confirmed(subject), subject).await?;
                    visit.children.extend(child.filter(Child::is_admitted));
                }
                "staff" => {
                    let staff = there(self.staff_visit(held.studio, PhotoJobId::from_uuid(id), held.gallery).await)?;
                    visit.staff.extend(staff.filter(|staff| staff.is_admitted(today)));
                }
                _ => {
                    let found = there(self.job_rules(held.studio, PhotoJobId::from_uuid(id)).await)?;
                    visit.connections.extend(found.filter(|(_, rules)| rules.connection).map(|(job, _)| job.id));
                }
            }
        }
        // Who holds a subject's own code needs no confirmation beside it.
        let own: BTreeSet<SubjectId> = visit
            .children
            .iter()
            .filter(|child| matches!(child.key, JobKey::Own(_)))
            .map(|child| child.subject)
            .collect();
        visit.children.retain(|child| matches!(child.key, JobKey::Own(_)) || !own.contains(&child.subject));
        Ok(visit)
    }

    /// The job whose connection code a guest has typed, if that code works and the job is shown to parents now.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever has not typed it.
    pub async fn connected_job(
        &self,
        studio: StudioId,
        visit: &JobVisit,
        job: PhotoJobId,
        now: DateTime<Utc>,
    ) -> Result<(PhotoJob, Told)> {
        if !visit.connections.contains(&job) {
            return Err(Error::NotFound);
        }
        let (job, rules) = self.job_rules(studio, job).await?;
        if !rules.connection {
            return Err(Error::NotFound);
        }
        let told = Told::of(job.state, job.ends_on, now.date_naive());
        Ok((job, told))
    }

    /// The subjects of a connected job by group, for *list mode* (S47), those without any name left out: nobody would know whom a row
    /// means. Where names are found, there is no list (S51).
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub async fn listed_subjects(&self, studio: StudioId, job: &PhotoJob) -> Result<Vec<ListedSubject>> {
        if job.finding {
            return Err(Error::NotFound);
        }
        let rows: Vec<(Uuid, String, String, String)> = db::read!(&self.db, c => {
            let mut query = QueryBuilder::new(
                "select s.id, s.first_name, s.last_name, coalesce(g.name, '')
                 from subject s left join job_group g on g.studio_id = s.studio_id and g.id = s.group_id
                 where s.studio_id = ",
            );
            query.push_bind(studio.uuid()).push(" and s.job_id = ").push_bind(job.id.uuid());
            query.push(admitted!()).push(" and (s.first_name <> '' or s.last_name <> '')");
            query.push(" order by coalesce(g.name_key, ''), s.name_key, s.id");
            query.build_query_as().fetch_all(c).await
        })?;
        let listed = |(id, first, last, group): (Uuid, String, String, String)| ListedSubject {
            id: SubjectId::from_uuid(id),
            name: format!("{first} {last}").trim().to_owned(),
            group,
        };
        Ok(rows.into_iter().map(listed).collect())
    }

    /// The subjects of a connected job that a typed name means: exactly, on normalised forms (S54). Protected ones and those
    /// whose consent is refused are among them, and say so: where one of those has the name, nobody knows whether the other is
    /// meant.
    pub async fn subjects_of_name(
        &self,
        studio: StudioId,
        job: &PhotoJob,
        keys: &BTreeSet<NameKey>,
    ) -> Result<Vec<Namesake>> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let rows: Vec<(Uuid, String, bool)> = db::read!(&self.db, c => {
            let mut query = QueryBuilder::new(concat!(
                "select distinct s.id, coalesce(g.name, ''), case when true",
                admitted!(),
                " then true else false end
                 from subject_name n join subject s on s.studio_id = n.studio_id and s.id = n.subject_id
                 left join job_group g on g.studio_id = s.studio_id and g.id = s.group_id
                 where n.studio_id = "
            ));
            query.push_bind(studio.uuid()).push(" and n.job_id = ").push_bind(job.id.uuid());
            query.push(" and n.name_key in ");
            db::among!(query, keys.iter().map(|key| key.as_str().to_owned()));
            query.build_query_as().fetch_all(c).await
        })?;
        let namesake = |(id, group, admitted)| Namesake { id: SubjectId::from_uuid(id), group, admitted };
        Ok(rows.into_iter().map(namesake).collect())
    }
}
