//! Extra cards (S61): printed for people who are not on the list. Each is a subject with a code and a gallery and no name. It is
//! counted nowhere, listed to no parent and shown to no staff, and no list is compared with it; its own code opens it. Once
//! somebody gives it a name it is a subject like any other.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ids::{GroupId, PhotoJobId, SubjectId};
use domain::name_match::{NameKey, homonyms};
use domain::photo_job::PersonName;
use uuid::Uuid;

use super::adding::{Made, index_subjects, insert_subjects};
use super::groups::hold_job;
use super::subjects::{SubjectRow, subjects};
use super::{NewSubject, Subject};
use crate::names::{Named, index_name};
use crate::{Desk, Error, Result, Store, db};

/// An extra card that nobody has given a name yet.
#[derive(Clone, Debug)]
pub struct ExtraCard {
    /// The subject that it is.
    pub subject: Subject,
    /// The number on the card, from 1 on; no number of a job comes twice.
    pub number: i64,
    /// Whether somebody has it: it was photographed, photographs hung with it, or its code was typed. Such a card is never printed
    /// again, for two children with one code would see each other's pictures.
    pub used: bool,
    /// When a sheet with it was made: from then on it may lie anywhere, and is printed again only for whoever asks for that sheet.
    pub printed_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct ExtraRow {
    #[sqlx(flatten)]
    subject: SubjectRow,
    used: bool,
    printed_at: Option<DateTime<Utc>>,
}

/// An extra card, `$2` by its id or by its gallery, is in somebody's hands since `$3`: visits end and photographs are erased, and
/// neither gives it back.
pub(crate) const USED: &str = "update subject set used_at = $3
 where studio_id = $1 and (id = $2 or gallery_id = $2) and extra is not null and used_at is null";

/// Of an extra card that nobody has in their hands and no sheet.
const FRESH: &str = "select id, extra from subject
 where studio_id = $1 and job_id = $2 and extra is not null and used_at is null and printed_at is null
 order by extra limit $3";

/// The others of a job who are protected, or may not be shown everywhere, with what a parent may type for them.
const SHIELDED: &str = "select o.id, n.name_key, o.protected, o.consent = 'refused' as refused,
   o.group_consent = 'refused' as group_refused
 from subject o join subject_name n on n.studio_id = o.studio_id and n.subject_id = o.id
 where o.studio_id = $1 and o.job_id = $2 and o.id <> $3
   and (o.protected or o.consent = 'refused' or o.group_consent = 'refused')
 order by o.id";

/// A subject is shown no more of than that.
const SHIELD: &str = "update subject set protected = case when $3 then true else protected end,
   consent = case when $4 then 'refused' else consent end,
   group_consent = case when $5 then 'refused' else group_consent end
 where studio_id = $1 and id = $2";

#[derive(sqlx::FromRow)]
struct ShieldedRow {
    id: Uuid,
    name_key: String,
    protected: bool,
    refused: bool,
    group_refused: bool,
}

/// What is true of those whom a parent may mean by a name: protected, refused, refused with the group. Whoever has half a name may
/// be anybody, and is protected.
fn shield(mine: &BTreeSet<NameKey>, others: &[ShieldedRow]) -> [bool; 3] {
    let mut shield = [mine.is_empty(), false, false];
    for rows in others.chunk_by(|one, next| one.id == next.id) {
        let own = mine.iter().map(|key| (false, key.as_str()));
        let theirs = rows.iter().map(|row| (true, row.name_key.as_str()));
        if !homonyms(own.chain(theirs)).is_empty() {
            let row = &rows[0];
            let of = [row.protected, row.refused, row.group_refused];
            shield = std::array::from_fn(|place| shield[place] || of[place]);
        }
    }
    shield
}

impl Store {
    /// The extra cards of a job that nobody has given a name yet, by their numbers.
    pub async fn extra_cards(&self, desk: &Desk, job: PhotoJobId) -> Result<Vec<ExtraCard>> {
        let rows: Vec<ExtraRow> = db::read!(&self.db, c => {
            sqlx::query_as(concat!(
                "select x.*, s.used_at is not null as used, s.printed_at from (",
                subjects!(" and s.job_id = $2 and s.extra is not null"),
                ") x join subject s on s.studio_id = $1 and s.id = x.id order by x.extra"
            ))
            .bind(desk.studio().uuid())
            .bind(job.uuid())
            .fetch_all(c)
            .await
        })?;
        let card = |row: ExtraRow| {
            let subject = row.subject.subject()?;
            let number = subject.extra.ok_or(Error::Corrupt("extra card"))?;
            Ok(ExtraCard { subject, number, used: row.used, printed_at: row.printed_at })
        };
        rows.into_iter().map(card).collect()
    }

    /// So many extra cards for a sheet that is made now, by their numbers: none that is on another sheet or was used. Those that are
    /// missing are made, each with a code and a gallery of its own.
    pub async fn print_extra_cards(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        count: usize,
        now: DateTime<Utc>,
    ) -> Result<Vec<i64>> {
        let nobody = PersonName::parse("").map_err(|_| Error::Corrupt("name of an extra card"))?;
        let new = NewSubject {
            first_name: nobody.clone(),
            last_name: nobody,
            group: None,
            identifier: String::new(),
            also_accept: String::new(),
            email: String::new(),
            birth_date: None,
        };
        let studio = desk.studio().uuid();
        let numbers = db::write!(&self.db, tx => {
            let parent = hold_job!(tx, studio, job.uuid());
            let mut sheet: Vec<(Uuid, i64)> = sqlx::query_as(FRESH)
                .bind(studio)
                .bind(job.uuid())
                .bind(i64::try_from(count).unwrap_or(i64::MAX))
                .fetch_all(&mut *tx)
                .await?;
            let missing = count.saturating_sub(sheet.len());
            let made: Vec<Made> = (0..missing).map(|_| self.made(desk.studio(), &new, None, None)).collect();
            insert_subjects!(tx, studio, job.uuid(), parent, made, now);
            for made in &made {
                let number: i64 = sqlx::query_scalar(
                    "update photo_job set extra_cards = extra_cards + 1 where studio_id = $1 and id = $2
                     returning extra_cards",
                )
                .bind(studio)
                .bind(job.uuid())
                .fetch_one(&mut *tx)
                .await?;
                sheet.push((made.id.uuid(), number));
            }
            for (card, number) in &sheet {
                sqlx::query("update subject set extra = $3, printed_at = $4 where studio_id = $1 and id = $2")
                    .bind(studio)
                    .bind(card)
                    .bind(number)
                    .bind(now)
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(sheet.into_iter().map(|(_, number)| number).collect())
        });
        Ok(numbers)
    }

    /// Gives an extra card its name, and its group: from now on it is a subject like any other, with the code and the photographs
    /// that it has. Where somebody of this name is protected, or what may be shown of them is refused, the same is true of this
    /// one until a member says otherwise: they may be one person, who lost the card with the name (S63). Half a name is anybody's,
    /// and protected. Answers whether so.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] when it has a name by now; [`Error::NotFound`] for a group that is not one of its job's.
    pub async fn name_extra_card(&self, desk: &Desk, subject: SubjectId, name: &NewSubject) -> Result<bool> {
        let studio = desk.studio().uuid();
        let (_, job) = self.subject(desk, subject).await?;
        let shielded = db::write!(&self.db, tx => {
            hold_job!(tx, studio, job.uuid());
            if let Some(group) = name.group {
                let there: i64 = sqlx::query_scalar(
                    "select count(*) from job_group where studio_id = $1 and job_id = $2 and id = $3",
                )
                .bind(studio)
                .bind(job.uuid())
                .bind(group.uuid())
                .fetch_one(&mut *tx)
                .await?;
                if there == 0 {
                    return Err(Error::NotFound);
                }
            }
            let gallery: Option<Uuid> = sqlx::query_scalar(
                "update subject set extra = null, first_name = $3, last_name = $4, name_key = $5, group_id = $6
                 where studio_id = $1 and id = $2 and extra is not null returning gallery_id",
            )
            .bind(studio)
            .bind(subject.uuid())
            .bind(name.first_name.as_str())
            .bind(name.last_name.as_str())
            .bind(name.name_in_order())
            .bind(name.group.map(GroupId::uuid))
            .fetch_optional(&mut *tx)
            .await?;
            let gallery = gallery.ok_or(Error::ChangedMeanwhile)?;
            sqlx::query("update gallery set name = $3 where studio_id = $1 and id = $2")
                .bind(studio)
                .bind(gallery)
                .bind(name.first_name.as_str())
                .execute(&mut *tx)
                .await?;
            let keys = [(subject.uuid(), name.name_keys())];
            index_subjects!(tx, studio, job.uuid(), keys);
            index_name!(tx, studio, Named::Subject, subject.uuid(), &name.found_by());
            let others: Vec<ShieldedRow> = sqlx::query_as(SHIELDED)
                .bind(studio)
                .bind(job.uuid())
                .bind(subject.uuid())
                .fetch_all(&mut *tx)
                .await?;
            let [protected, refused, group_refused] = shield(&keys[0].1, &others);
            sqlx::query(SHIELD)
                .bind(studio)
                .bind(subject.uuid())
                .bind(protected)
                .bind(refused)
                .bind(group_refused)
                .execute(&mut *tx)
                .await?;
            Ok(protected || refused || group_refused)
        });
        Ok(shielded)
    }
}
