//! What a studio is told of guessing (SECURITY section 3, "Alerts"): how many failures there were, never what was typed.
//!
//! Counted in rows of ten minutes, so that *an hour* is any hour and not one of the clock. What happened is worked out of these
//! rows as often as somebody asks: it is there as long as they are, and not for as long as it goes on.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{GalleryId, PhotoJobId, StudioId};
use uuid::Uuid;

use crate::{Desk, Result, Store, db};

/// One row counts so many seconds.
const SLOT: i64 = 600;
/// What lies in so many rows after one another was within an hour: whole rows, so that sixty minutes are never cut.
const HOUR: i64 = 7;
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
    /// More children of a photo job than come from a network, unless it is the school's: opened, or put off since there were
    /// too many from there.
    Crowd(PhotoJobId),
}

/// So much failed within an hour that the studio should know. As long as each next hour has as much it is the same alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuessAlert {
    /// What was guessed at.
    pub what: Guessed,
    /// How many failures there were.
    pub failures: i64,
    /// Since when, to ten minutes.
    pub from: DateTime<Utc>,
    /// Until when, to ten minutes: while somebody guesses it lies ahead.
    pub until: DateTime<Utc>,
}

impl Guessed {
    fn columns(self) -> (&'static str, Uuid) {
        match self {
            Self::Codes => ("codes", Uuid::nil()),
            Self::Password(gallery) => ("password", gallery.uuid()),
            Self::Names(job) => ("names", job.uuid()),
            Self::Children(job) => ("children", job.uuid()),
            Self::Crowd(job) => ("crowd", job.uuid()),
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

    /// What the studio should know of the time since `since`, the latest first: each hour with thirty failures and more at its
    /// front door, with five and more at one gallery's, with ten names and more that nobody in a job has, and each child too many.
    pub async fn guess_alerts(&self, desk: &Desk, since: DateTime<Utc>) -> Result<Vec<GuessAlert>> {
        let rows: Vec<(String, Uuid, i64, i64)> = db::read!(&self.db, c => {
            sqlx::query_as(
                "select kind, subject_id, slot, failures from guess_alert
                 where studio_id = $1 and slot >= $2 order by kind, subject_id, slot",
            )
            .bind(desk.studio().uuid())
            .bind(slot(since))
            .fetch_all(c)
            .await
        })?;
        let mut alerts = Vec::new();
        for door in rows.chunk_by(|one, next| (&one.0, one.1) == (&next.0, next.1)) {
            let (kind, subject, ..) = &door[0];
            let (what, most) = match kind.as_str() {
                "codes" => (Guessed::Codes, CODES),
                "names" => (Guessed::Names(PhotoJobId::from_uuid(*subject)), NAMES),
                "children" => (Guessed::Children(PhotoJobId::from_uuid(*subject)), 1),
                "crowd" => (Guessed::Crowd(PhotoJobId::from_uuid(*subject)), 1),
                _ => (Guessed::Password(GalleryId::from_uuid(*subject)), PASSWORDS),
            };
            let slots: Vec<(i64, i64)> = door.iter().map(|(.., slot, failures)| (*slot, *failures)).collect();
            alerts.extend(spells(&slots, most).into_iter().filter_map(|(first, last, failures)| {
                Some(GuessAlert { what, failures, from: begins(first)?, until: begins(last + 1)? })
            }));
        }
        alerts.sort_by_key(|alert| std::cmp::Reverse(alert.until));
        Ok(alerts)
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

fn begins(slot: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(slot * SLOT, 0)
}

/// The times in which any hour had `most` failures and more, of rows in their order: the first row of each, the last one, and
/// how many failures there were in all. Hours that have a row in common are one time.
fn spells(slots: &[(i64, i64)], most: i64) -> Vec<(i64, i64, i64)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (place, (last, _)) in slots.iter().enumerate() {
        let hour = slots[..=place].iter().rev().take_while(|(slot, _)| last - slot < HOUR);
        let (rows, failures) = hour.fold((0, 0), |(rows, sum), (_, failures)| (rows + 1, sum + failures));
        if failures < most {
            continue;
        }
        let first = place + 1 - rows;
        match found.last_mut().filter(|(_, end)| first <= *end) {
            Some((begin, end)) => (*begin, *end) = (first.min(*begin), place),
            None => found.push((first, place)),
        }
    }
    let told = |(first, last): (usize, usize)| {
        let failures = slots[first..=last].iter().map(|(_, failures)| failures).sum();
        (slots[first].0, slots[last].0, failures)
    };
    found.into_iter().map(told).collect()
}
