//! How long a photo job is kept, when its studio is warned, and when what is over or withdrawn is erased (SECURITY section 4:
//! consent record, retention). All days and moments are UTC.

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

/// The months at whose end a job ends, unless it is given another day.
const KEPT: Months = Months::new(12);
/// The most months after its shoot that a job is kept.
const MOST: Months = Months::new(36);
/// From so many days before its end on, the studio is told.
const MONTH: i64 = 30;
/// From so many days before its end on, it is told more plainly.
const WEEK: i64 = 7;
/// So long after its last day nothing of a job is shown any more, and the studio can still give it a later end. With the time
/// that erasing takes it stays within a day.
const AFTER_END: TimeDelta = TimeDelta::hours(12);
/// So long a withdrawal of consent can be taken back. With the time that erasing takes it stays within a day.
const AFTER_WITHDRAWAL: TimeDelta = TimeDelta::hours(20);
/// So much longer a picture of theirs that is not read yet waits to be read: it may be a card. With a day it is erased unread.
const AFTER_ARRIVAL: TimeDelta = TimeDelta::hours(24);

/// The last day of a job that is made today, unless somebody says another one: twelve months after the shoot.
pub fn usual_end(shot_on: NaiveDate) -> NaiveDate {
    shot_on.checked_add_months(KEPT).unwrap_or(shot_on)
}

/// The last day up to which a job may be kept.
pub fn latest_end(shot_on: NaiveDate) -> NaiveDate {
    shot_on.checked_add_months(MOST).unwrap_or(shot_on)
}

/// The last day of a job that is released on a day: twelve months later, unless somebody has said another end than the usual
/// one. A release never brings the end nearer, nor beyond the latest.
pub fn end_after_release(shot_on: NaiveDate, ends_on: NaiveDate, released_on: NaiveDate) -> NaiveDate {
    if ends_on == usual_end(shot_on) {
        usual_end(released_on).clamp(ends_on, latest_end(shot_on).max(ends_on))
    } else {
        ends_on
    }
}

/// Why a day cannot be the last one of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EndProblem {
    /// It is over already.
    #[error("it is over already")]
    Past,
    /// It lies before the day of the shoot.
    #[error("it lies before the shoot")]
    BeforeShoot,
    /// It lies more than three years after the day of the shoot.
    #[error("nothing is kept so long")]
    TooLate,
}

/// Whether a day may be the last one of a job.
pub fn check_end(shot_on: NaiveDate, ends_on: NaiveDate, today: NaiveDate) -> Result<(), EndProblem> {
    match ends_on {
        end if end < today => Err(EndProblem::Past),
        end if end < shot_on => Err(EndProblem::BeforeShoot),
        end if end > latest_end(shot_on) => Err(EndProblem::TooLate),
        _ => Ok(()),
    }
}

/// How near the end of a job is, once its studio has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Within thirty days; so many are left.
    Month(i64),
    /// Within seven days; so many are left. On the last day it is none.
    Week(i64),
    /// It is over, and about to be erased.
    Over,
}

impl Ending {
    /// How near the end is on a day; nothing while it is far away.
    pub fn of(ends_on: NaiveDate, today: NaiveDate) -> Option<Self> {
        match (ends_on - today).num_days() {
            left if left < 0 => Some(Self::Over),
            left if left <= WEEK => Some(Self::Week(left)),
            left if left <= MONTH => Some(Self::Month(left)),
            _ => None,
        }
    }

    /// The latest end of which anything is told on a day.
    pub fn horizon(today: NaiveDate) -> NaiveDate {
        today + TimeDelta::days(MONTH)
    }
}

/// The moment from which a job that has ended is erased.
pub fn erased_after_end(ends_on: NaiveDate) -> DateTime<Utc> {
    let over = ends_on.checked_add_days(Days::new(1)).unwrap_or(ends_on);
    over.and_time(NaiveTime::MIN).and_utc() + AFTER_END
}

/// The moment from which the photographs are erased of somebody whose consent was withdrawn.
pub fn erased_after_withdrawal(withdrawn_at: DateTime<Utc>) -> DateTime<Utc> {
    withdrawn_at + AFTER_WITHDRAWAL
}

/// The moment from which a picture that arrived with them then is erased though it was not read.
pub fn unread_after_withdrawal(withdrawn_at: DateTime<Utc>, arrived_at: DateTime<Utc>) -> DateTime<Utc> {
    erased_after_withdrawal(withdrawn_at).max(arrived_at) + AFTER_ARRIVAL
}
