//! What the rule is told about the jobs of which a guest holds something. SQL fetches, [`domain::access::JobPart`] decides.

use chrono::NaiveDate;
use domain::access::{GroupPlace, JobKey, JobPart, JobRules, Sight, SubjectPlace};
use domain::ids::{GalleryId, GroupId, PhotoJobId, StudioId, SubjectId};
use domain::photo_job::{Consent, Told};
use uuid::Uuid;

use super::{JobRow, PhotoJob, job_columns};
use crate::{Error, Result, Store, db};

/// What a guest holds of jobs of one studio.
#[derive(Clone, Debug, Default)]
pub struct JobVisit {
    /// The subjects that their own code or a confirmation opens.
    pub children: Vec<Child>,
    /// The jobs that they came into as staff.
    pub staff: Vec<StaffVisit>,
    /// The jobs of which they typed the connection code.
    pub connections: Vec<PhotoJobId>,
}

/// A job that somebody came into as staff.
#[derive(Clone, Debug)]
pub struct StaffVisit {
    /// The job.
    pub job: PhotoJob,
    part: JobPart,
}

/// A subject that a guest may see.
#[derive(Clone, Debug)]
pub struct Child {
    /// What opens it.
    pub key: JobKey,
    /// The subject.
    pub subject: SubjectId,
    /// Its first name.
    pub first_name: String,
    /// The job.
    pub job: PhotoJob,
    /// The gallery of its own photographs.
    pub gallery: GalleryId,
    /// The gallery of its group, and the group's name.
    pub group: Option<(GalleryId, String)>,
    part: JobPart,
}

impl Child {
    /// Whether a confirmation still opens it.
    pub(super) fn is_admitted(&self) -> bool {
        self.part.subjects.iter().all(|place| self.part.rules.admits_confirmation(place))
    }

    /// What is told about the job on a day (S57).
    pub fn told(&self, today: NaiveDate) -> Told {
        Told::of(self.job.state, self.job.ends_on, today)
    }
}

impl StaffVisit {
    /// Whether the staff code lets anybody in.
    pub(crate) fn is_admitted(&self, today: NaiveDate) -> bool {
        self.part.rules.admits_staff(today)
    }
}

impl JobVisit {
    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        self.children.is_empty() && self.staff.is_empty() && self.connections.is_empty()
    }

    /// Adds all of it to a guest's sight.
    pub(crate) fn show(&self, sight: &mut Sight, today: NaiveDate) {
        for child in &self.children {
            sight.and_of_job(&child.part, child.key, today);
        }
        for staff in &self.staff {
            sight.and_of_job(&staff.part, JobKey::Staff(staff.job.id), today);
        }
    }
}

/// A job with whether its connection code works.
#[derive(sqlx::FromRow)]
struct RulesRow {
    #[sqlx(flatten)]
    job: JobRow,
    connection: bool,
}

/// Living jobs of a studio, with what the rule needs.
macro_rules! rules {
    ($rest:literal) => {
        concat!(
            "select ",
            job_columns!(),
            ",
             o.connection_codes and j.connection_agreed_at is not null and exists (select 1 from access_code a
               where a.studio_id = j.studio_id and a.kind = 'connection' and a.subject_id = j.id) as connection
             from photo_job j join studio o on o.id = j.studio_id
             where j.studio_id = $1 and j.deleted_at is null",
            $rest
        )
    };
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    id: Uuid,
    job_id: Uuid,
    gallery_id: Uuid,
    group_id: Option<Uuid>,
    protected: bool,
    consent: String,
    first_name: String,
    extra: bool,
    group_gallery: Option<Uuid>,
    group_name: Option<String>,
}

/// Subjects of a studio, with their groups.
macro_rules! places {
    ($rest:literal) => {
        concat!(
            "select s.id, s.job_id, s.gallery_id, s.group_id, s.protected, s.consent, s.first_name,
                    s.extra is not null as extra,
                    g.gallery_id as group_gallery, g.name as group_name
             from subject s left join job_group g on g.studio_id = s.studio_id and g.id = s.group_id
             where s.studio_id = $1",
            $rest
        )
    };
}

impl PlaceRow {
    fn place(&self) -> Result<SubjectPlace> {
        Ok(SubjectPlace {
            id: SubjectId::from_uuid(self.id),
            gallery: GalleryId::from_uuid(self.gallery_id),
            group: self.group_id.map(GroupId::from_uuid),
            protected: self.protected,
            consent: Consent::parse(&self.consent).ok_or(Error::Corrupt("consent"))?,
            extra: self.extra,
        })
    }

    fn group(&self) -> Option<GroupPlace> {
        let (id, gallery) = self.group_id.zip(self.group_gallery)?;
        Some(GroupPlace { id: GroupId::from_uuid(id), gallery: GalleryId::from_uuid(gallery) })
    }
}

impl Store {
    /// A job and what the rule needs of it.
    pub(crate) async fn job_rules(&self, studio: StudioId, job: PhotoJobId) -> Result<(PhotoJob, JobRules)> {
        let row: RulesRow = db::read!(&self.db, c => {
            sqlx::query_as(rules!(" and j.id = $2")).bind(studio.uuid()).bind(job.uuid()).fetch_one(c).await
        })?;
        let job = row.job.job()?;
        let rules = JobRules {
            id: job.id,
            state: job.state,
            ends_on: job.ends_on,
            connection: row.connection,
            staff: job.staff,
        };
        Ok((job, rules))
    }

    /// A subject that a key opens, with as much of its job as the rule needs; none if it is gone.
    pub(crate) async fn child(&self, studio: StudioId, key: JobKey, subject: SubjectId) -> Result<Option<Child>> {
        let row: Option<PlaceRow> = db::read!(&self.db, c => {
            sqlx::query_as(places!(" and s.id = $2")).bind(studio.uuid()).bind(subject.uuid()).fetch_optional(c).await
        })?;
        let Some(row) = row else { return Ok(None) };
        let (job, rules) = match self.job_rules(studio, PhotoJobId::from_uuid(row.job_id)).await {
            Err(Error::NotFound) => return Ok(None),
            found => found?,
        };
        let (place, group) = (row.place()?, row.group());
        let named = group.map(|group| (group.gallery, row.group_name.clone().unwrap_or_default()));
        let part = JobPart { rules, groups: group.into_iter().collect(), subjects: vec![place] };
        Ok(Some(Child { key, subject, first_name: row.first_name, job, gallery: place.gallery, group: named, part }))
    }

    /// The whole of a job, for staff; or as much of it as lies in one gallery.
    pub(crate) async fn staff_visit(
        &self,
        studio: StudioId,
        job: PhotoJobId,
        gallery: Option<GalleryId>,
    ) -> Result<StaffVisit> {
        let (job, rules) = self.job_rules(studio, job).await?;
        let (subjects, groups) = match gallery {
            None => (
                places!(" and s.job_id = $2 order by coalesce(g.name_key, ''), s.name_key, s.id"),
                "select id, gallery_id from job_group where studio_id = $1 and job_id = $2 order by name_key, id",
            ),
            Some(_) => (
                places!(" and s.job_id = $2 and s.gallery_id = $3"),
                "select id, gallery_id from job_group where studio_id = $1 and job_id = $2 and gallery_id = $3",
            ),
        };
        let rows: Vec<PlaceRow> = db::read!(&self.db, c => {
            let query = sqlx::query_as(subjects).bind(studio.uuid()).bind(job.id.uuid());
            gallery.into_iter().fold(query, |query, one| query.bind(one.uuid())).fetch_all(c).await
        })?;
        let groups: Vec<(Uuid, Uuid)> = db::read!(&self.db, c => {
            let query = sqlx::query_as(groups).bind(studio.uuid()).bind(job.id.uuid());
            gallery.into_iter().fold(query, |query, one| query.bind(one.uuid())).fetch_all(c).await
        })?;
        let group = |(id, gallery)| GroupPlace { id: GroupId::from_uuid(id), gallery: GalleryId::from_uuid(gallery) };
        let subjects = rows.iter().map(PlaceRow::place).collect::<Result<Vec<_>>>()?;
        let part = JobPart { rules, groups: groups.into_iter().map(group).collect(), subjects };
        Ok(StaffVisit { job, part })
    }
}
