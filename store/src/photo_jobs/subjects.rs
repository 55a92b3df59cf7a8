//! Subjects of a job: the persons photographed, mostly children.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{GalleryId, GroupId, PhotoJobId, SubjectId};
use domain::name_match::{NameKey, Named, keys_of};
use domain::photo_job::{Consent, PersonName};
use uuid::Uuid;

use super::adding::{Made, index_subjects, insert_subjects};
use super::groups::hold_job;
use crate::names::index_names;
use crate::photo_order::sort_key;
use crate::{Desk, Error, Result, Store, db};

/// A subject as the studio sees it. Its code is apart: [`Store::subject_codes`].
#[derive(Clone, Debug)]
pub struct Subject {
    /// Its id.
    pub id: SubjectId,
    /// The gallery of its own photographs.
    pub gallery: GalleryId,
    /// The group it belongs to.
    pub group: Option<GroupId>,
    /// Its first name; a roster may lack it.
    pub first_name: String,
    /// Its last name; a roster may lack it.
    pub last_name: String,
    /// What the organisation calls it; may be empty.
    pub identifier: String,
    /// Not listed, not found by name, own code only (S63).
    pub protected: bool,
    /// Whether its pictures may be shown.
    pub consent: Consent,
    /// Whether photographs of its group that it is on may be shown.
    pub group_consent: Consent,
    /// When its consent was withdrawn, unless it was given again.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The number on its card, for an extra card that nobody has given a name yet (S61).
    pub extra: Option<i64>,
    /// How many photographs hang in its gallery.
    pub photos: i64,
}

impl Subject {
    /// What is said about showing it, in one word for each: a form that was filled in before any of it changed is out of date.
    pub fn rights(&self) -> String {
        rights(self.protected, self.consent.as_str(), self.group_consent.as_str(), self.withdrawn_at)
    }

    /// Both names in one line. Whoever has neither is called by the identifier.
    pub fn name(&self) -> String {
        let name = [self.first_name.as_str(), self.last_name.as_str()].join(" ").trim().to_owned();
        if name.is_empty() { self.identifier.clone() } else { name }
    }
}

/// See [`Subject::rights`].
fn rights(protected: bool, consent: &str, group_consent: &str, withdrawn_at: Option<DateTime<Utc>>) -> String {
    let withdrawn = withdrawn_at.map_or(0, |at| at.timestamp_millis());
    format!("{protected} {consent} {group_consent} {withdrawn}")
}

/// What is said about showing a subject, held until the end: nobody says something else, or withdraws consent, meanwhile.
const HOLD_RIGHTS: &str = "update subject set consent = consent where studio_id = $1 and id = $2
 returning protected, consent, group_consent, withdrawn_at";

/// A subject that is to be.
#[derive(Clone, Debug)]
pub struct NewSubject {
    /// Its first name.
    pub first_name: PersonName,
    /// Its last name.
    pub last_name: PersonName,
    /// The group it belongs to, which is one of the job's.
    pub group: Option<GroupId>,
    /// What the organisation calls it; may be empty.
    pub identifier: String,
    /// Other spellings that find it (S54); may be empty.
    pub also_accept: String,
    /// The e-mail of a guardian; may be empty.
    pub email: String,
    /// Its day of birth.
    pub birth_date: Option<NaiveDate>,
}

impl NewSubject {
    /// Everything that a parent may type for it. Without both names it is found by nothing.
    pub(super) fn name_keys(&self) -> BTreeSet<NameKey> {
        keys_of(&Named { first: self.first_name.as_str(), last: self.last_name.as_str(), also: &self.also_accept })
    }

    /// All that it is found by in the studio's search.
    pub(super) fn found_by(&self) -> String {
        format!("{} {} {}", self.first_name, self.last_name, self.identifier)
    }

    /// By what it stands among the others: the last name, then the first.
    pub(super) fn name_in_order(&self) -> String {
        sort_key(&format!("{} {}", self.last_name, self.first_name))
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct SubjectRow {
    id: Uuid,
    gallery_id: Uuid,
    group_id: Option<Uuid>,
    first_name: String,
    last_name: String,
    identifier: String,
    protected: bool,
    consent: String,
    group_consent: String,
    withdrawn_at: Option<DateTime<Utc>>,
    extra: Option<i64>,
    photos: i64,
}

/// Subjects of living jobs of a studio.
macro_rules! subjects {
    ($rest:literal) => {
        concat!(
            "select s.id, s.gallery_id, s.group_id, s.first_name, s.last_name, s.identifier, s.protected, s.consent,
                    s.group_consent, s.withdrawn_at, s.extra,
                    (select count(*) from photo p where p.studio_id = s.studio_id and p.gallery_id = s.gallery_id
                       and p.deleted_at is null and p.state <> 'card') as photos
             from subject s join photo_job j on j.studio_id = s.studio_id and j.id = s.job_id and j.deleted_at is null
             where s.studio_id = $1",
            $rest
        )
    };
}
pub(super) use subjects;

impl SubjectRow {
    pub(super) fn subject(self) -> Result<Subject> {
        let consent = |text: &str| Consent::parse(text).ok_or(Error::Corrupt("consent"));
        Ok(Subject {
            id: SubjectId::from_uuid(self.id),
            gallery: GalleryId::from_uuid(self.gallery_id),
            group: self.group_id.map(GroupId::from_uuid),
            consent: consent(&self.consent)?,
            group_consent: consent(&self.group_consent)?,
            first_name: self.first_name,
            last_name: self.last_name,
            identifier: self.identifier,
            protected: self.protected,
            withdrawn_at: self.withdrawn_at,
            extra: self.extra,
            photos: self.photos,
        })
    }
}

impl Store {
    /// The subjects of a job, by last and first name as people order them, without extra cards
    /// ([`Store::extra_cards`]).
    pub async fn subjects(&self, desk: &Desk, job: PhotoJobId) -> Result<Vec<Subject>> {
        let rows: Vec<SubjectRow> = db::read!(&self.db, c => {
            sqlx::query_as(subjects!(" and s.job_id = $2 and s.extra is null order by s.name_key, s.id"))
                .bind(desk.studio().uuid())
                .bind(job.uuid())
                .fetch_all(c)
                .await
        })?;
        rows.into_iter().map(SubjectRow::subject).collect()
    }

    /// One subject, and the job it belongs to.
    pub async fn subject(&self, desk: &Desk, subject: SubjectId) -> Result<(Subject, PhotoJobId)> {
        let studio = desk.studio().uuid();
        let row: SubjectRow = db::read!(&self.db, c => {
            sqlx::query_as(subjects!(" and s.id = $2")).bind(studio).bind(subject.uuid()).fetch_one(c).await
        })?;
        let job: Uuid = db::read!(&self.db, c => {
            sqlx::query_scalar("select job_id from subject where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(subject.uuid())
                .fetch_one(c)
                .await
        })?;
        Ok((row.subject()?, PhotoJobId::from_uuid(job)))
    }

    /// Adds subjects to a job, each with a gallery and a code of its own (S58).
    ///
    /// # Errors
    /// [`Error::NotFound`] for a group that is not one of the job's; then none is added.
    pub async fn add_subjects(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        new: &[NewSubject],
        now: DateTime<Utc>,
    ) -> Result<Vec<SubjectId>> {
        let studio = desk.studio();
        let made: Vec<Made> =
            new.iter().map(|new| self.made(studio, new, new.group.map(GroupId::uuid), None)).collect();
        db::write!(&self.db, tx => {
            let parent = hold_job!(tx, studio.uuid(), job.uuid());
            for group in new.iter().filter_map(|new| new.group) {
                let there: i64 = sqlx::query_scalar(
                    "select count(*) from job_group where studio_id = $1 and job_id = $2 and id = $3",
                )
                .bind(studio.uuid())
                .bind(job.uuid())
                .bind(group.uuid())
                .fetch_one(&mut *tx)
                .await?;
                if there == 0 {
                    return Err(Error::NotFound);
                }
            }
            insert_subjects!(tx, studio.uuid(), job.uuid(), parent, made, now);
            let keys: Vec<_> = made.iter().map(Made::keys).collect();
            index_subjects!(tx, studio.uuid(), job.uuid(), keys);
            let names: Vec<_> = made.iter().map(Made::found_by).collect();
            index_names!(tx, studio.uuid(), crate::names::Named::Subject, names);
            Ok(())
        });
        Ok(made.iter().map(|made| made.id).collect())
    }

    /// Says whether a subject is protected and what those who answer for it agree to (S63). It holds from the next request
    /// on, in open sessions too. Consent that is given takes a withdrawal back. `was` is what the page showed
    /// ([`Subject::rights`]).
    ///
    /// # Errors
    /// [`Error::NotFound`] for a subject that is not the studio's; [`Error::ChangedMeanwhile`] when something else was said of it
    /// since, or its consent was withdrawn. Then nothing is changed.
    pub async fn protect_subject(
        &self,
        desk: &Desk,
        subject: SubjectId,
        protected: bool,
        consent: Consent,
        group_consent: Consent,
        was: &str,
    ) -> Result<()> {
        db::write!(&self.db, tx => {
            let (shut, own, of_group, withdrawn_at): (bool, String, String, Option<DateTime<Utc>>) =
                sqlx::query_as(HOLD_RIGHTS)
                    .bind(desk.studio().uuid())
                    .bind(subject.uuid())
                    .fetch_one(&mut *tx)
                    .await?;
            if rights(shut, &own, &of_group, withdrawn_at) != was {
                return Err(Error::ChangedMeanwhile);
            }
            sqlx::query(
                "update subject set protected = $3, consent = $4, group_consent = $5,
                        withdrawn_at = case when $4 = 'given' then null else withdrawn_at end
                 where studio_id = $1 and id = $2",
            )
            .bind(desk.studio().uuid())
            .bind(subject.uuid())
            .bind(protected)
            .bind(consent.as_str())
            .bind(group_consent.as_str())
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }
}
