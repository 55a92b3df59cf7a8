//! Why a photograph of a group is held back, and who of the group is not on it (S63): one refusal shall not hold back photographs
//! on which the child is not.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ids::{GalleryId, PhotoId, PhotoJobId, SubjectId};
use domain::photo_job::Consent;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::groups::hold_job;
use crate::{Desk, Error, Result, Store, db};

/// Why somebody's group photographs are held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// They are protected.
    Protected,
    /// Their consent is refused.
    Refused,
    /// Their consent to group photographs is refused.
    RefusedGroup,
}

/// Somebody of a group, and whether they are on a photograph of it.
#[derive(Clone, Debug)]
pub struct OnPhoto {
    /// The subject.
    pub subject: SubjectId,
    /// Both names.
    pub name: String,
    /// Whether they may be on it: so it is until somebody says that they are not.
    pub on: bool,
    /// Why photographs that they are on are held back; none if they are not.
    pub hold: Option<Hold>,
}

/// A photograph of a group, or one elsewhere that is held back, as the studio sees it.
#[derive(Clone, Debug)]
pub struct JobPhoto {
    /// Its id.
    pub id: PhotoId,
    /// The name of the file.
    pub file_name: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// The gallery it hangs in.
    pub gallery: GalleryId,
    /// The group's name, if it hangs with one.
    pub group: Option<String>,
    /// Whether it is held back for good, on behalf of somebody who was erased.
    pub kept_back: bool,
    /// Since when it waits for a member to look whether somebody is on it who was erased ([`Store::looked_at`]).
    pub unclear_since: Option<DateTime<Utc>>,
    /// Everybody who is or was in the group, by name.
    pub people: Vec<OnPhoto>,
}

impl JobPhoto {
    /// Those on whose behalf it is held back.
    pub fn held_by(&self) -> impl Iterator<Item = (&OnPhoto, Hold)> {
        self.people.iter().filter(|one| one.on).filter_map(|one| one.hold.map(|hold| (one, hold)))
    }

    /// Names what is said of its people now: a form that was filled in before somebody said something else is out of date.
    pub fn said(&self) -> String {
        said(self.people.iter().filter(|one| !one.on).map(|one| one.subject))
    }
}

/// Another one for every other set of people who are not on a photograph.
fn said(off: impl Iterator<Item = SubjectId>) -> String {
    let mut digest = Sha256::new();
    for subject in off.collect::<BTreeSet<_>>() {
        digest.update(subject.uuid());
    }
    crate::secrets::hex(&digest.finalize())
}

#[derive(sqlx::FromRow)]
struct PhotoRow {
    id: Uuid,
    file_name: String,
    width: i64,
    height: i64,
    gallery_id: Uuid,
    group_id: Option<Uuid>,
    name: Option<String>,
    kept_back: bool,
    own_since: Option<DateTime<Utc>>,
    group_since: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct PersonRow {
    id: Uuid,
    first_name: String,
    last_name: String,
    protected: bool,
    consent: String,
    group_consent: String,
    off: bool,
}

impl PersonRow {
    fn person(self) -> OnPhoto {
        let given = |consent: &str| consent == Consent::Given.as_str();
        let hold = match (given(&self.consent), self.protected, given(&self.group_consent)) {
            (false, _, _) => Some(Hold::Refused),
            (_, true, _) => Some(Hold::Protected),
            (_, _, false) => Some(Hold::RefusedGroup),
            _ => None,
        };
        let name = format!("{} {}", self.first_name, self.last_name).trim().to_owned();
        OnPhoto { subject: SubjectId::from_uuid(self.id), name, on: !self.off, hold }
    }
}

impl Store {
    /// A photograph that hangs with a group of the job, or elsewhere in it and is held back by itself.
    ///
    /// # Errors
    /// [`Error::NotFound`] for any other, and for one that is gone or not ready.
    pub async fn job_photo(&self, desk: &Desk, job: PhotoJobId, photo: PhotoId) -> Result<JobPhoto> {
        let studio = desk.studio().uuid();
        let row: PhotoRow = db::read!(&self.db, c => {
            sqlx::query_as(
                "select p.id, p.file_name, p.width, p.height, p.gallery_id, g.id as group_id, g.name,
                        k.photo_id is not null and k.unclear_since is null as kept_back, k.unclear_since as own_since,
                        case when l.photo_id is null then g.unclear_since end as group_since
                 from photo p
                 join gallery a on a.studio_id = p.studio_id and a.id = p.gallery_id and a.job_id = $3
                 left join job_group g on g.studio_id = p.studio_id and g.gallery_id = p.gallery_id
                 left join photo_kept_back k on k.studio_id = p.studio_id and k.photo_id = p.id
                 left join photo_looked_at l on l.studio_id = p.studio_id and l.photo_id = p.id
                 where p.studio_id = $1 and p.id = $2 and p.deleted_at is null and p.state = 'ready'
                   and (g.id is not null or k.photo_id is not null)",
            )
            .bind(studio)
            .bind(photo.uuid())
            .bind(job.uuid())
            .fetch_one(c)
            .await
        })?;
        let people: Vec<PersonRow> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select s.id, s.first_name, s.last_name, s.protected, s.consent, s.group_consent,
                        exists (select 1 from photo_without w where w.studio_id = s.studio_id and w.photo_id = $3
                          and w.subject_id = s.id) as off
                 from subject s where s.studio_id = $1 and (s.group_id = $2 or s.id in (
                   select b.subject_id from group_before b where b.studio_id = $1 and b.group_id = $2))
                 order by s.name_key, s.id",
            )
            .bind(studio)
            .bind(row.group_id)
            .bind(photo.uuid())
            .fetch_all(c)
            .await
        })?;
        Ok(JobPhoto {
            id: PhotoId::from_uuid(row.id),
            file_name: row.file_name,
            width: row.width,
            height: row.height,
            gallery: GalleryId::from_uuid(row.gallery_id),
            group: row.name,
            kept_back: row.kept_back,
            unclear_since: row.own_since.max(row.group_since).filter(|_| !row.kept_back),
            people: people.into_iter().map(PersonRow::person).collect(),
        })
    }

    /// Says who of those that were `shown` is on a photograph of their group. Whoever was not shown, because they came to the
    /// group meanwhile, stays on it. `was` is what was said of those shown when the form was filled in ([`JobPhoto::said`]).
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when somebody has said something else of them since; [`Error::NotFound`] when the photograph does not hang with a group of the job, or somebody was never in that group; then
    /// nothing is changed.
    pub async fn say_who_is_on(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        photo: PhotoId,
        shown: &[SubjectId],
        on: &BTreeSet<SubjectId>,
        was: &str,
    ) -> Result<()> {
        let studio = desk.studio().uuid();
        db::write!(&self.db, tx => {
            hold_job!(tx, studio, job.uuid());
            let group: Option<Uuid> = sqlx::query_scalar(
                "select g.id from photo p join job_group g on g.studio_id = p.studio_id and g.gallery_id = p.gallery_id
                 where p.studio_id = $1 and p.id = $2 and g.job_id = $3 and p.deleted_at is null",
            )
            .bind(studio)
            .bind(photo.uuid())
            .bind(job.uuid())
            .fetch_optional(&mut *tx)
            .await?;
            let group = group.ok_or(Error::NotFound)?;
            let off: Vec<Uuid> =
                sqlx::query_scalar("select subject_id from photo_without where studio_id = $1 and photo_id = $2")
                    .bind(studio)
                    .bind(photo.uuid())
                    .fetch_all(&mut *tx)
                    .await?;
            let is_as_it_was =
                said(off.into_iter().map(SubjectId::from_uuid).filter(|subject| shown.contains(subject))) == was;
            for subject in shown {
                sqlx::query("delete from photo_without where studio_id = $1 and photo_id = $2 and subject_id = $3")
                    .bind(studio)
                    .bind(photo.uuid())
                    .bind(subject.uuid())
                    .execute(&mut *tx)
                    .await?;
                let of_group: i64 = sqlx::query_scalar(
                    "select count(*) from subject where studio_id = $1 and id = $2 and (group_id = $3 or id in (
                       select subject_id from group_before where studio_id = $1 and group_id = $3))",
                )
                .bind(studio)
                .bind(subject.uuid())
                .bind(group)
                .fetch_one(&mut *tx)
                .await?;
                if of_group == 0 {
                    return Err(Error::NotFound);
                }
                if !on.contains(subject) {
                    sqlx::query("insert into photo_without (studio_id, photo_id, subject_id) values ($1, $2, $3)")
                        .bind(studio)
                        .bind(photo.uuid())
                        .bind(subject.uuid())
                        .execute(&mut *tx)
                        .await?;
                }
            }
            // Whoever names people of elsewhere learns no more than that they are not there.
            if is_as_it_was { Ok(()) } else { Err(Error::ChangedMeanwhile) }
        });
        Ok(())
    }
}
