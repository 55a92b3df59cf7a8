//! The only place that asks what time it is. Everything else is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

/// The machine's clock, or one that a test moves by hand.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's.
    System,
    /// Milliseconds since 1970, moved by [`Clock::advance`].
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at `now`.
    pub fn manual(now: DateTime<Utc>) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(now.timestamp_millis())))
    }

    /// The time.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Manual(now) => DateTime::from_timestamp_millis(now.load(Ordering::SeqCst)).unwrap_or_default(),
        }
    }

    /// Moves a manual clock on; the machine's moves by itself.
    pub fn advance(&self, by: TimeDelta) {
        if let Self::Manual(now) = self {
            now.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
        }
    }
}
