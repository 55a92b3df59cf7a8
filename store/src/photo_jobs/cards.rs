//! Pictures of access cards among the photographs of a job (S62). They show a child's name and code: such a picture is in a
//! state of its own, so that nothing that shows photographs shows it.

use chrono::{DateTime, Utc};
use domain::code::Code;
use domain::ids::{GalleryId, PhotoId, PhotoJobId, SubjectId};
use domain::photo_job::sorting::CardShows;
use uuid::Uuid;

use super::extra_cards::USED;
use super::groups::hold_job;
use super::sorting::{SAID_OF_GROUP, may_leave};
use super::unclear::keep_hold;
use crate::{Desk, Error, Lease, Result, Store, db};

/// The state of a picture of a card.
pub(crate) const CARD: &str = "card";

/// The access cards that were seen on a photograph.
#[derive(Clone, Debug, Default)]
pub struct CardsSeen {
    /// The codes that were read. Whose they are is found out at once, and they are not kept.
    pub codes: Vec<Code>,
    /// Whether something looked like a card's code and could not be read.
    pub unread: bool,
}

/// A picture of a card, for the studio.
#[derive(Clone, Debug)]
pub struct CardPicture {
    /// Its id.
    pub id: PhotoId,
    /// The name of the file.
    pub file_name: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// What was read.
    pub shows: CardShows,
    /// Whose card it is, if that is known.
    pub subject: Option<SubjectId>,
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: Uuid,
    file_name: String,
    width: i64,
    height: i64,
    shows: Option<String>,
    subject_id: Option<Uuid>,
}

/// What a row says that a picture of a card shows. Where there is none, it was the card of somebody who is gone.
pub(super) fn shown_by(shows: Option<&str>) -> Result<CardShows> {
    shows.map_or(Ok(CardShows::Nobody), |shows| CardShows::parse(shows).ok_or(Error::Corrupt("card")))
}

/// Inside a transaction: notes which subject's card a photograph is a picture of, by the indexes of the codes that were read
/// on it. A code counts in its own job alone. Answers what it shows; nothing if it is no picture of a card.
macro_rules! note_card {
    ($tx:ident, $key:expr, $studio:expr, $photo:expr, $codes:expr, $unread:expr, $now:expr) => {{
        let mut subjects = std::collections::BTreeSet::new();
        let mut strangers = std::collections::BTreeSet::new();
        for code in $codes {
            let subject: Option<uuid::Uuid> = sqlx::query_scalar(
                "select s.id from access_code a
                 join subject s on s.studio_id = a.studio_id and s.id = a.subject_id
                 join photo p on p.studio_id = a.studio_id and p.id = $4
                 join gallery g on g.studio_id = p.studio_id and g.id = p.gallery_id and g.job_id = s.job_id
                 where a.studio_id = $1 and a.key_id = $2 and a.idx = $3 and a.kind = 'subject'",
            )
            .bind($studio)
            .bind($key)
            .bind(&code)
            .bind($photo)
            .fetch_optional(&mut *$tx)
            .await?;
            match subject {
                Some(subject) => drop(subjects.insert(subject)),
                None => drop(strangers.insert(code)),
            }
        }
        for subject in &subjects {
            sqlx::query($crate::photo_jobs::USED).bind($studio).bind(subject).bind($now).execute(&mut *$tx).await?;
        }
        let shows = domain::photo_job::sorting::CardShows::of(subjects.len(), strangers.len(), $unread);
        sqlx::query("delete from photo_card where studio_id = $1 and photo_id = $2")
            .bind($studio)
            .bind($photo)
            .execute(&mut *$tx)
            .await?;
        if let Some(shows) = shows {
            let one = subjects.first().filter(|_| shows == domain::photo_job::sorting::CardShows::Subject);
            sqlx::query("insert into photo_card (studio_id, photo_id, shows, subject_id) values ($1, $2, $3, $4)")
                .bind($studio)
                .bind($photo)
                .bind(shows.as_str())
                .bind(one.copied())
                .execute(&mut *$tx)
                .await?;
        }
        shows
    }};
}
pub(crate) use note_card;

/// Inside a transaction: the state of a picture of a job, and what its card shows if it is one.
macro_rules! picture {
    ($tx:ident, $studio:expr, $job:expr, $photo:expr) => {{
        let found: Option<(String, Option<String>)> = sqlx::query_as(
            "select p.state, c.shows from photo p
             join gallery g on g.studio_id = p.studio_id and g.id = p.gallery_id and g.job_id = $2
             left join photo_card c on c.studio_id = p.studio_id and c.photo_id = p.id
             where p.studio_id = $1 and p.id = $3 and p.deleted_at is null and p.state in ('ready', 'card')
               and c.erased_at is null",
        )
        .bind($studio)
        .bind($job)
        .bind($photo)
        .fetch_optional(&mut *$tx)
        .await?;
        found.ok_or(Error::NotFound)?
    }};
}

impl Store {
    /// Whether the photograph that the worker holds the lease for lies in a photo job: then cards are looked for.
    pub async fn lies_in_job(&self, lease: &Lease) -> Result<bool> {
        Ok(db::read!(&self.db, c => {
            sqlx::query_scalar(
                "select g.job_id is not null from photo p
                 join gallery g on g.studio_id = p.studio_id and g.id = p.gallery_id
                 where p.studio_id = $1 and p.id = $2",
            )
            .bind(lease.studio.uuid())
            .bind(lease.subject)
            .fetch_one(c)
            .await
        })?)
    }

    /// The pictures of cards of a job, in the order of their names: those whose subject nobody knows, or all that are not erased.
    ///
    /// Every member who sorts photographs is told whose card a picture shows, or that nobody of the job has it: that is what
    /// sorting is about. Whoever brings pictures of codes that they made up learns in this way, one picture a guess, whether one
    /// of them is a subject's, and whose. A code that is drawn is not found by that (55 bits); whoever reads a card has it in their
    /// hands. What a code is stays with those who let people in: neither it nor the picture is shown to anybody else.
    pub async fn card_pictures(&self, desk: &Desk, job: PhotoJobId, all: bool) -> Result<Vec<CardPicture>> {
        let rows: Vec<CardRow> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select p.id, p.file_name, p.width, p.height, c.shows, c.subject_id
                 from gallery g join photo_job j on j.studio_id = g.studio_id and j.id = g.job_id and j.deleted_at is null
                 join photo p on p.studio_id = g.studio_id and p.gallery_id = g.id
                   and p.deleted_at is null and p.state = 'card'
                 left join photo_card c on c.studio_id = p.studio_id and c.photo_id = p.id
                 where g.studio_id = $1 and g.job_id = $2 and (c.subject_id is null or $3) and c.erased_at is null
                 order by p.sort_key, p.id",
            )
            .bind(desk.studio().uuid())
            .bind(job.uuid())
            .bind(all)
            .fetch_all(c)
            .await
        })?;
        let picture = |row: CardRow| {
            Ok(CardPicture {
                id: PhotoId::from_uuid(row.id),
                file_name: row.file_name,
                width: row.width,
                height: row.height,
                shows: shown_by(row.shows.as_deref())?,
                subject: row.subject_id.map(SubjectId::from_uuid),
            })
        };
        rows.into_iter().map(picture).collect()
    }

    /// A person says that pictures of a job are of one subject's card. From now on nobody but the studio sees them, whatever
    /// they were taken for. `held` is that of [`Store::sort_photos`]: what was taken for a card can become a photograph again,
    /// and hangs with no group then. What held it back in its group goes on to do so until a member has looked at it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the gallery is not that of a subject of the job, or a picture is not of the job, not read
    /// yet or may not leave; then nothing is changed.
    pub async fn tell_cards(
        &self,
        desk: &Desk,
        job: PhotoJobId,
        subject_gallery: GalleryId,
        photos: &[PhotoId],
        held: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let studio = desk.studio().uuid();
        db::write!(&self.db, tx => {
            let own = hold_job!(tx, studio, job.uuid());
            let subject: Option<Uuid> = sqlx::query_scalar(
                "select id from subject where studio_id = $1 and job_id = $2 and gallery_id = $3",
            )
            .bind(studio)
            .bind(job.uuid())
            .bind(subject_gallery.uuid())
            .fetch_optional(&mut *tx)
            .await?;
            let subject = subject.ok_or(Error::NotFound)?;
            for photo in photos {
                let (state, shows) = picture!(tx, studio, job.uuid(), photo.uuid());
                let shows = if state == CARD { shown_by(shows.as_deref())? } else { CardShows::Told };
                sqlx::query("delete from photo_card where studio_id = $1 and photo_id = $2")
                    .bind(studio)
                    .bind(photo.uuid())
                    .execute(&mut *tx)
                    .await?;
                sqlx::query(USED).bind(studio).bind(subject).bind(now).execute(&mut *tx).await?;
                sqlx::query("insert into photo_card (studio_id, photo_id, shows, subject_id) values ($1, $2, $3, $4)")
                    .bind(studio)
                    .bind(photo.uuid())
                    .bind(shows.as_str())
                    .bind(subject)
                    .execute(&mut *tx)
                    .await?;
                keep_hold!(tx, studio, photo.uuid(), now);
                let told = sqlx::query(concat!(
                    "update photo set state = 'card', gallery_id = $3, sorted = null, sorted_at = null
                     where studio_id = $1 and id = $2 and (state = 'card' or ",
                    may_leave!("$4"),
                    ")"
                ))
                .bind(studio)
                .bind(photo.uuid())
                .bind(own)
                .bind(held)
                .execute(&mut *tx)
                .await?;
                if told.rows_affected() != 1 {
                    return Err(Error::NotFound);
                }
                for said in SAID_OF_GROUP {
                    sqlx::query(said).bind(studio).bind(photo.uuid()).execute(&mut *tx).await?;
                }
            }
            Ok(())
        });
        Ok(())
    }

    /// A person says that pictures are photographs and not of cards: they wait to be sorted.
    ///
    /// # Errors
    /// [`Error::NotFound`] where a code was read: that is never shown ([`CardShows::may_be_photograph`]). Then nothing is
    /// changed.
    pub async fn no_cards(&self, desk: &Desk, job: PhotoJobId, photos: &[PhotoId]) -> Result<()> {
        let studio = desk.studio().uuid();
        db::write!(&self.db, tx => {
            let own = hold_job!(tx, studio, job.uuid());
            for photo in photos {
                let (state, shows) = picture!(tx, studio, job.uuid(), photo.uuid());
                if state != CARD || !shown_by(shows.as_deref())?.may_be_photograph() {
                    return Err(Error::NotFound);
                }
                sqlx::query("delete from photo_card where studio_id = $1 and photo_id = $2")
                    .bind(studio)
                    .bind(photo.uuid())
                    .execute(&mut *tx)
                    .await?;
                // One of a group stays there: whoever may not be shown with the group holds it back.
                sqlx::query(
                    "update photo set state = 'ready', gallery_id = case when exists (select 1 from job_group g
                       where g.studio_id = photo.studio_id and g.gallery_id = photo.gallery_id) then gallery_id else $3 end
                     where studio_id = $1 and id = $2",
                )
                    .bind(studio)
                    .bind(photo.uuid())
                    .bind(own)
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        });
        Ok(())
    }
}
