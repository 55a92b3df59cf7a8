//! Photo jobs: one shoot at one organisation, with groups, subjects and codes (PRODUCT section 5).

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Grant, Sight, StaffTerms, Tree, Viewer, resolve};
use domain::gallery::GalleryName;
use domain::ids::{GalleryId, GroupId, PhotoJobId};
use domain::photo_job::{JobName, JobState, Organisation, usual_end};
use uuid::Uuid;

use crate::names::{Named, index_name};
use crate::secrets::random;
use crate::{Desk, Error, Result, Store, db};

mod adding;
mod cards;
mod codes;
mod confirmations;
mod confirming;
mod drafts;
mod ending;
mod erased;
mod erased_again;
mod extra_cards;
mod groups;
mod holding;
mod importing;
mod leaving;
mod part;
mod previewing;
mod proposing;
mod record;
mod rules;
mod searching;
mod settings;
mod sheet;
mod shots;
mod sorting;
mod subjects;
mod unclear;
mod visiting;
mod withdrawn;

pub(crate) use cards::{CARD, note_card};
pub use cards::{CardPicture, CardsSeen};
pub use codes::{Connection, JobCode, SubjectCode};
pub use confirmations::{Confirmation, ConfirmationsPart};
pub use confirming::Statement;
pub use drafts::{Reading, RosterDraft};
pub use ending::{EndedJob, EndingJob};
pub use extra_cards::ExtraCard;
pub(crate) use extra_cards::USED;
pub use groups::Group;
pub use holding::{Hold, JobPhoto, OnPhoto};
pub use importing::Imported;
pub use part::PhotosPart;
pub use previewing::{RefusedCode, RosterPreview};
pub use proposing::SortProposal;
pub use record::{OwnPhoto, RecordedConfirmation, SubjectRecord};
pub use rules::{Child, JobVisit, StaffVisit};
pub use searching::{FoundJob, FoundSubject};
pub(crate) use searching::{JOBS, SUBJECTS};
pub use sheet::{ContactSheet, GroupOnSheet, SubjectOnSheet};
pub use subjects::{NewSubject, Subject};
pub use visiting::{ListedSubject, Namesake};

/// A photo job as the studio sees it.
#[derive(Clone, Debug)]
pub struct PhotoJob {
    /// Its id.
    pub id: PhotoJobId,
    /// Its own gallery: of photographs that are not sorted yet.
    pub gallery: GalleryId,
    /// Its name.
    pub name: String,
    /// The organisation that it is for.
    pub organisation: String,
    /// The day of the shoot.
    pub shot_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// How far it is.
    pub state: JobState,
    /// How far the staff code reaches.
    pub staff: StaffTerms,
    /// When somebody ticked that the connection code is agreed with the organisation.
    pub connection_agreed_at: Option<DateTime<Utc>>,
    /// Whether parents type a name instead of reading a list (S51).
    pub finding: bool,
    /// Whether one typed name can mean two of its subjects: then everybody types the class too (S54).
    pub homonyms: bool,
    /// Since when everybody types the class too because names were guessed; until a member takes that back.
    pub class_asked_at: Option<DateTime<Utc>>,
}

/// A job with how much there is of it.
#[derive(Clone, Debug)]
pub struct JobCard {
    /// The job.
    pub job: PhotoJob,
    /// How many subjects it has.
    pub subjects: i64,
    /// How many of them have no photograph.
    pub without_photos: i64,
    /// How many photographs are not sorted.
    pub unsorted: i64,
    /// How many photographs hang with subjects.
    pub photos: i64,
    /// How many extra cards have photographs and no name yet (S61).
    pub unnamed: i64,
}

/// The form of a job (S40).
#[derive(Clone, Debug)]
pub struct JobDetails {
    /// Its name.
    pub name: JobName,
    /// The organisation.
    pub organisation: Organisation,
    /// The day of the shoot.
    pub shot_on: NaiveDate,
}

impl JobDetails {
    /// All that it is found by in a search.
    fn found_by(&self) -> String {
        format!("{} {}", self.name, self.organisation)
    }
}

#[derive(sqlx::FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "the columns of a table")]
pub(crate) struct JobRow {
    id: Uuid,
    gallery_id: Uuid,
    name: String,
    organisation: String,
    shot_on: NaiveDate,
    ends_on: NaiveDate,
    state: String,
    staff_group_id: Option<Uuid>,
    staff_until: Option<NaiveDate>,
    staff_protected: bool,
    staff_downloads: bool,
    connection_agreed_at: Option<DateTime<Utc>>,
    finding: bool,
    homonyms: bool,
    class_asked_at: Option<DateTime<Utc>>,
}

/// The columns of a [`JobRow`].
macro_rules! job_columns {
    () => {
        "j.id, j.gallery_id, j.name, j.organisation, j.shot_on, j.ends_on, j.state, j.staff_group_id, j.staff_until,
         j.staff_protected, j.staff_downloads, j.connection_agreed_at, j.finding, j.homonyms,
         j.class_asked_at"
    };
}
use job_columns;

#[derive(sqlx::FromRow)]
struct CardRow {
    #[sqlx(flatten)]
    job: JobRow,
    subjects: i64,
    without_photos: i64,
    unsorted: i64,
    photos: i64,
    unnamed: i64,
}

/// Living jobs of a studio, with how much there is of each.
macro_rules! cards {
    ($rest:literal) => {
        concat!(
            "select ",
            job_columns!(),
            ",
                    (select count(*) from subject s where s.studio_id = j.studio_id and s.job_id = j.id)
                      - (select count(*) from subject s where s.studio_id = j.studio_id and s.job_id = j.id
                           and s.extra is not null) as subjects,
                    (select count(*) from subject s where s.studio_id = j.studio_id and s.job_id = j.id
                       and s.extra is null and not exists
                      (select 1 from photo p where p.studio_id = s.studio_id and p.gallery_id = s.gallery_id
                         and p.deleted_at is null and p.state <> 'card')) as without_photos,
                    (select count(*) from photo p where p.studio_id = j.studio_id and p.gallery_id = j.gallery_id
                       and p.deleted_at is null and p.state <> 'card') as unsorted,
                    (select count(*) from subject s join photo p on p.studio_id = s.studio_id
                       and p.gallery_id = s.gallery_id and p.deleted_at is null and p.state <> 'card'
                      where s.studio_id = j.studio_id and s.job_id = j.id) as photos,
                    (select count(*) from subject s where s.studio_id = j.studio_id and s.job_id = j.id
                       and s.extra is not null and exists
                      (select 1 from photo p where p.studio_id = s.studio_id and p.gallery_id = s.gallery_id
                         and p.deleted_at is null and p.state <> 'card')) as unnamed
             from photo_job j
             where j.studio_id = $1 and j.deleted_at is null",
            $rest
        )
    };
}

impl PhotoJob {
    /// Whether whoever types a name types its class too: two have one name (S54), or names were guessed.
    #[must_use]
    pub fn asks_for_class(&self) -> bool {
        self.homonyms || self.class_asked_at.is_some()
    }
}

impl JobRow {
    pub(crate) fn job(self) -> Result<PhotoJob> {
        Ok(PhotoJob {
            id: PhotoJobId::from_uuid(self.id),
            gallery: GalleryId::from_uuid(self.gallery_id),
            name: self.name,
            organisation: self.organisation,
            shot_on: self.shot_on,
            ends_on: self.ends_on,
            state: JobState::parse(&self.state).ok_or(Error::Corrupt("state of a job"))?,
            staff: StaffTerms {
                group: self.staff_group_id.map(GroupId::from_uuid),
                until: self.staff_until,
                protected: self.staff_protected,
                downloads: self.staff_downloads,
            },
            connection_agreed_at: self.connection_agreed_at,
            finding: self.finding,
            homonyms: self.homonyms,
            class_asked_at: self.class_asked_at,
        })
    }
}

impl CardRow {
    fn card(self) -> Result<JobCard> {
        let Self { job, subjects, without_photos, unsorted, photos, unnamed } = self;
        Ok(JobCard { job: job.job()?, subjects, without_photos, unsorted, photos, unnamed })
    }
}

impl Store {
    /// The studio's jobs, the latest shoot first.
    pub async fn photo_jobs(&self, desk: &Desk) -> Result<Vec<JobCard>> {
        let rows: Vec<CardRow> = db::read!(&self.db, c => {
            sqlx::query_as(cards!(" order by j.shot_on desc, j.id")).bind(desk.studio().uuid()).fetch_all(c).await
        })?;
        rows.into_iter().map(CardRow::card).collect()
    }

    /// One job of the studio.
    pub async fn photo_job(&self, desk: &Desk, job: PhotoJobId) -> Result<JobCard> {
        let row: CardRow = db::read!(&self.db, c => {
            sqlx::query_as(cards!(" and j.id = $2")).bind(desk.studio().uuid()).bind(job.uuid()).fetch_one(c).await
        })?;
        row.card()
    }

    /// Makes a job without subjects, in planning. It is kept for twelve months after the shoot, unless that is changed.
    pub async fn create_photo_job(&self, desk: &Desk, new: &JobDetails, now: DateTime<Utc>) -> Result<PhotoJobId> {
        let id = PhotoJobId::from_random(random());
        let studio = desk.studio().uuid();
        let name = GalleryName::parse(new.name.as_str()).map_err(|_| Error::Corrupt("name of a job"))?;
        db::write!(&self.db, tx => {
            let gallery = groups::job_gallery!(tx, studio, id.uuid(), None::<Uuid>, name.as_str(), now);
            sqlx::query(
                "insert into photo_job (studio_id, id, gallery_id, name, organisation, shot_on, ends_on, state, created_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(studio)
            .bind(id.uuid())
            .bind(gallery)
            .bind(new.name.as_str())
            .bind(new.organisation.as_str())
            .bind(new.shot_on)
            .bind(usual_end(new.shot_on))
            .bind(JobState::Planning.as_str())
            .bind(now)
            .execute(&mut *tx)
            .await?;
            index_name!(tx, studio, Named::Job, id.uuid(), &new.found_by());
            Ok(())
        });
        Ok(id)
    }

    /// Takes a job to another state: from then on everybody who holds a code of it sees what that state shows (S57).
    pub async fn set_job_state(&self, desk: &Desk, job: PhotoJobId, state: JobState) -> Result<()> {
        db::write!(&self.db, tx => {
            let done = sqlx::query(
                "update photo_job set state = $3 where studio_id = $1 and id = $2 and deleted_at is null",
            )
            .bind(desk.studio().uuid())
            .bind(job.uuid())
            .bind(state.as_str())
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
        });
        Ok(())
    }

    /// The member's proof for a gallery of one of the studio's jobs.
    ///
    /// # Errors
    /// [`Error::NotFound`] for any other gallery.
    pub async fn job_grant(&self, desk: &Desk, gallery: GalleryId) -> Result<Grant> {
        let found: Option<Uuid> = db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select g.id from gallery g join photo_job j on j.studio_id = g.studio_id and j.id = g.job_id
                 where g.studio_id = $1 and g.id = $2 and g.deleted_at is null and j.deleted_at is null",
            )
            .bind(desk.studio().uuid())
            .bind(gallery.uuid())
            .fetch_optional(c)
            .await
        })?;
        let sight = self.sight_of_job(desk, found.map(GalleryId::from_uuid)).await?;
        sight.grant(gallery).map_err(|_| Error::NotFound)
    }

    /// What a member sees of galleries of jobs that were found in the member's own studio.
    async fn sight_of_job(&self, desk: &Desk, found: impl IntoIterator<Item = GalleryId>) -> Result<Sight> {
        let studio = self.studio_by_id(desk.studio()).await?;
        let nothing = Tree::new(studio.id, []).map_err(|_| Error::Corrupt("tree of galleries"))?;
        let mut sight = resolve(&nothing, studio.rules, &Viewer::Member, DateTime::UNIX_EPOCH);
        sight.and_for_member(found);
        Ok(sight)
    }
}
