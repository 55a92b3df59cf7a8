//! Photo jobs and their subjects, found by the beginnings of words like all that has a name in a studio: a job by its name and its
//! organisation, a subject by its names and by what the organisation calls it.

use domain::ids::{PhotoJobId, SubjectId};
use domain::search::Wanted;

use crate::names::{NameRow, Named, found};
use crate::{Desk, Result, Store};

/// A photo job that was found.
#[derive(Clone, Debug)]
pub struct FoundJob {
    /// The job.
    pub id: PhotoJobId,
    /// Its name.
    pub name: String,
    /// The organisation that it is for.
    pub organisation: String,
}

/// A subject that was found. One has no name at the least: an extra card is not found.
#[derive(Clone, Debug)]
pub struct FoundSubject {
    /// The subject.
    pub id: SubjectId,
    /// Both names; of one without, what the organisation calls it.
    pub name: String,
    /// Its job.
    pub job: PhotoJobId,
    /// That job's name.
    pub job_name: String,
    /// Its group's name; empty without one.
    pub group: String,
}

pub(crate) const JOBS: &str = found!(
    "j.id, j.name, j.organisation as beside, null as place_id, null as place_name, null as part_name",
    "join photo_job j on j.studio_id = $1 and j.id = f.subject_id and j.deleted_at is null"
);
pub(crate) const SUBJECTS: &str = found!(
    "s.id, trim(s.first_name || ' ' || s.last_name) as name, s.identifier as beside, j.id as place_id,
     j.name as place_name, g.name as part_name",
    "join subject s on s.studio_id = $1 and s.id = f.subject_id
     join photo_job j on j.studio_id = $1 and j.id = s.job_id and j.deleted_at is null
     left join job_group g on g.studio_id = $1 and g.id = s.group_id"
);

/// The same for whoever sorts photographs and lets nobody in: a subject is called and found as it is called on the pages of its
/// job, by its names. What the organisation calls it is only the name of one without any.
pub(crate) const SUBJECTS_BY_NAME: &str = found!(
    "s.id, case when trim(s.first_name || s.last_name) = '' then s.identifier
       else trim(s.first_name || ' ' || s.last_name) end as name, null as beside, j.id as place_id,
     j.name as place_name, g.name as part_name",
    "join subject s on s.studio_id = $1 and s.id = f.subject_id
     join photo_job j on j.studio_id = $1 and j.id = s.job_id and j.deleted_at is null
     left join job_group g on g.studio_id = $1 and g.id = s.group_id"
);

impl Store {
    /// Jobs that have such a name or are for such an organisation; whether there are more of them.
    pub(crate) async fn jobs_of_name(
        &self,
        desk: &Desk,
        wanted: &Wanted,
        most: usize,
    ) -> Result<(Vec<FoundJob>, bool)> {
        let (rows, more) = self.names_of(desk, Named::Job, wanted, most).await?;
        let job = |row: NameRow| FoundJob {
            id: PhotoJobId::from_uuid(row.id),
            name: row.name,
            organisation: row.beside.unwrap_or_default(),
        };
        Ok((rows.into_iter().map(job).collect(), more))
    }

    /// Subjects of all jobs that are called so; whether there are more of them. By what the organisation calls them they are
    /// found with `identifiers` alone.
    pub(crate) async fn subjects_found(
        &self,
        desk: &Desk,
        wanted: &Wanted,
        identifiers: bool,
        most: usize,
    ) -> Result<(Vec<FoundSubject>, bool)> {
        let statement = if identifiers { SUBJECTS } else { SUBJECTS_BY_NAME };
        let (rows, more) = self.found_by(desk, (Named::Subject, statement), wanted, most).await?;
        let subject = |row: NameRow| {
            Some(FoundSubject {
                id: SubjectId::from_uuid(row.id),
                name: if row.name.is_empty() { row.beside.unwrap_or_default() } else { row.name },
                job: PhotoJobId::from_uuid(row.place_id?),
                job_name: row.place_name.unwrap_or_default(),
                group: row.part_name.unwrap_or_default(),
            })
        };
        Ok((rows.into_iter().filter_map(subject).collect(), more))
    }
}
