//! What a studio is told of guessing (SECURITY section 3, "Alerts"): how many failures there were, never what was typed.
//!
//! Counted in rows of ten minutes, so that *the last hour* is what it says and not the hour of the clock.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{GalleryId, PhotoJobId, StudioId};
use uuid::Uuid;

use crate::{Desk, Result, Store, db};

/// One row counts so many seconds.
const SLOT: i64 = 600;
/// From so many failures at the front door on a studio is told.
const CODES: i64 = 30;
/// And from so many at one gallery's door.
const PASSWORDS: i64 = 5;
/// Misspelt names are common: this many within an hour are not.
const NAMES: i64 = 10;
/// Rows are kept so long.
const KEPT: TimeDelta = TimeDelta::days(30);

/// What was guessed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guessed {
    /// Codes, at the front door.
    Codes,
    /// The password of a gallery.
    Password(GalleryId),
    /// The names of a photo job's subjects (S64).
    Names(PhotoJobId),
    /// More children of a photo job than one device opens in a day (T31).
    Children(PhotoJobId),
}

/// So much failed that the studio should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuessAlert {
    /// What was guessed at.
    pub what: Guessed,
    /// How many failures there were.
    pub failures: i64,
}

impl Guessed {
    fn columns(self) -> (&'static str, Uuid) {
        match self {
            Self::Codes => ("codes", Uuid::nil()),
            Self::Password(gallery) => ("password", gallery.uuid()),
            Self::Names(job) => ("names", job.uuid()),
            Self::Children(job) => ("children", job.uuid()),
        }
    }
}

impl Store {
    /// Counts one failure.
    pub async fn count_guess(&self, studio: StudioId, what: Guessed, now: DateTime<Utc>) -> Result<()> {
        let (kind, subject) = what.columns();
        db::write_aside!(&self.db, tx => {
            sqlx::query(
                "insert into guess_alert (studio_id, kind, subject_id, slot, failures) values ($1, $2, $3, $4, 1)
                 on conflict (studio_id, kind, subject_id, slot) do update set failures = guess_alert.failures + 1",
            )
            .bind(studio.uuid())
            .bind(kind)
            .bind(subject)
            .bind(slot(now))
            .execute(&mut *tx)
            .await?;
            Ok(())
        });
        Ok(())
    }

    /// What the studio should know of the time since `since`: thirty failures and more at its front door, five and more at
    /// one gallery's, ten names and more that nobody in a job has, and each child too many.
    pub async fn guess_alerts(&self, desk: &Desk, since: DateTime<Utc>) -> Result<Vec<GuessAlert>> {
        let rows: Vec<(String, Uuid, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select kind, subject_id, cast(sum(failures) as bigint) from guess_alert
                 where studio_id = $1 and slot >= $2 group by kind, subject_id order by kind, subject_id",
            )
            .bind(desk.studio().uuid())
            .bind(slot(since))
            .fetch_all(c)
            .await
        })?;
        let alerts = rows.into_iter().map(|(kind, subject, failures)| {
            let (what, most) = match kind.as_str() {
                "codes" => (Guessed::Codes, CODES),
                "names" => (Guessed::Names(PhotoJobId::from_uuid(subject)), NAMES),
                "children" => (Guessed::Children(PhotoJobId::from_uuid(subject)), 1),
                _ => (Guessed::Password(GalleryId::from_uuid(subject)), PASSWORDS),
            };
            (failures >= most).then_some(GuessAlert { what, failures })
        });
        Ok(alerts.flatten().collect())
    }

    /// Forgets what was counted a month ago.
    pub async fn sweep_guesses(&self, now: DateTime<Utc>) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from guess_alert where slot < $1").bind(slot(now - KEPT)).execute(&mut *tx).await?;
            Ok(())
        });
        Ok(())
    }
}

fn slot(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(SLOT)
}
