//! The brakes on guessing (SECURITY section 3): what counts as a guess, and how many there may be.

use std::time::Duration;

use chrono::TimeDelta;
use store::Budget;

use super::Ctx;
use crate::api::{Answer, ApiError};

/// No answer about a secret comes sooner: how long the work took says nothing.
const FLOOR: Duration = Duration::from_millis(150);

impl Ctx {
    /// Tries a secret under its brakes. An attempt is taken before, and given back unless the secret was wrong: neither
    /// success nor being turned away for another reason is a guess.
    ///
    /// # Errors
    /// [`ApiError::Slow`] when a budget is used up; what the attempt answers, [`ApiError::Rejected`] for a wrong secret.
    pub async fn braked<T>(&self, budgets: &[Budget], attempt: impl Future<Output = Answer<T>>) -> Answer<T> {
        let reserved = self.store().take_attempt(budgets, self.now()).await?;
        let outcome = attempt.await;
        if !matches!(outcome, Err(ApiError::Rejected)) {
            self.store().give_back(reserved).await?;
        }
        outcome
    }

    /// What guards `kind` and `subject` together, and the asker's networks against this kind: ten failures at once and
    /// then one a minute from one network; 120 an hour from the network around it; 120 at once and then 600 an hour
    /// against one subject (SECURITY section 3).
    pub fn budgets(&self, kind: &str, subject: &str) -> Vec<Budget> {
        vec![
            budget(&format!("{kind}, network"), &self.visit.network.near, 10, 60),
            budget(&format!("{kind}, wide network"), &self.visit.network.far, 120, 30),
            budget(kind, subject, 120, 6),
        ]
    }
}

/// `burst` failures at once, one more each time `seconds` have passed.
pub(super) fn budget(kind: &str, subject: &str, burst: i32, seconds: i64) -> Budget {
    Budget {
        key: vec![kind.to_owned(), subject.chars().take(300).collect()],
        burst,
        interval: TimeDelta::seconds(seconds),
    }
}

/// Holds an answer about a secret back until the floor.
pub(super) async fn unhurried(attempt: impl Future<Output = Answer>) -> Answer {
    let floor = tokio::time::Instant::now() + FLOOR;
    let answer = attempt.await;
    tokio::time::sleep_until(floor).await;
    answer
}
