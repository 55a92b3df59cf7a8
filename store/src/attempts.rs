//! The brake on guessing. Each guarded key (a network, a studio) has a budget of failures in the database: it survives a
//! restart and is shared by instances. An attempt is taken *before* the secret is looked at, so that guesses in parallel
//! cannot share one, and given back when the secret was right: successes cost nothing.
//!
//! The generic cell rate algorithm (ITU-T I.371): a key keeps one number, the time until which it is used up. An attempt
//! moves it on by `interval`; it is refused when that would lie further than `burst` intervals ahead of now.

use chrono::{DateTime, TimeDelta, Utc};

use crate::error::taken;
use crate::{Error, Result, Store, Ticket, db};

/// How many failures a key may have.
#[derive(Clone, Debug)]
pub struct Budget {
    /// What is guarded, for example `["network", "192.0.2.7/32"]`. Only a keyed hash of it is kept.
    pub key: Vec<String>,
    /// How many may come at once.
    pub burst: i32,
    /// One more is allowed each time this has passed.
    pub interval: TimeDelta,
}

/// Attempts that were taken. Give them back when the secret was right.
#[derive(Debug)]
#[must_use = "a right secret gives its attempt back"]
pub struct Reserved(Vec<([u8; 32], i64)>);

impl Store {
    /// Takes one attempt from each budget, or from none.
    ///
    /// # Errors
    /// [`Error::Slow`] when a budget is used up.
    pub async fn take_attempt(&self, budgets: &[Budget], now: DateTime<Utc>) -> Result<Reserved> {
        self.take(budgets, None, now).await
    }

    /// As [`Store::take_attempt`], and spends a ticket in the same moment: of two who come with the same one, one is let
    /// through.
    ///
    /// # Errors
    /// [`Error::Taken`] when the ticket was spent before; [`Error::Slow`], and nothing is spent.
    pub async fn take_attempt_by(&self, ticket: Ticket, budgets: &[Budget], now: DateTime<Utc>) -> Result<Reserved> {
        self.take(budgets, Some(ticket), now).await
    }

    /// How many seconds until each of the budgets gives an attempt; nothing if they do now. Takes nothing and only reads,
    /// so that a flood that is to be refused anyway costs no write.
    pub async fn attempt_waits(&self, budgets: &[Budget], now: DateTime<Utc>) -> Result<Option<u32>> {
        let now = now.timestamp_millis();
        let mut longest = None;
        for (key, interval, limit) in self.asked(budgets, now) {
            let busy_until: Option<i64> = db::read!(&self.db, c => {
                sqlx::query_scalar("select busy_until from rate_bucket where key_hash = $1")
                    .bind(key.as_slice())
                    .fetch_optional(c)
                    .await
            })?;
            let over = busy_until.map(|until| until - (limit - interval)).filter(|over| *over > 0);
            longest = longest.max(over.map(seconds));
        }
        Ok(longest)
    }

    /// The hash of each key, its interval and the limit that it may be used up to, in milliseconds.
    fn asked(&self, budgets: &[Budget], now: i64) -> Vec<([u8; 32], i64, i64)> {
        let one = |budget: &Budget| {
            let parts: Vec<&[u8]> = budget.key.iter().map(String::as_bytes).collect();
            let interval = budget.interval.num_milliseconds();
            (self.keys.index(&parts), interval, now + interval * i64::from(budget.burst))
        };
        budgets.iter().map(one).collect()
    }

    async fn take(&self, budgets: &[Budget], ticket: Option<Ticket>, now: DateTime<Utc>) -> Result<Reserved> {
        let now = now.timestamp_millis();
        let mut asked = self.asked(budgets, now);
        // Always in the same order: two that take the same budgets never wait for each other in a circle.
        asked.sort_unstable();
        db::write_aside!(&self.db, tx => {
            if let Some(ticket) = ticket {
                sqlx::query("insert into spent_ticket (nonce, ends_at) values ($1, $2)")
                    .bind(ticket.nonce.as_slice())
                    .bind(ticket.ends)
                    .execute(&mut *tx)
                    .await
                    .map_err(taken("ticket"))?;
            }
            for (key, interval, limit) in &asked {
                let taken: Option<i64> = sqlx::query_scalar(
                    "insert into rate_bucket (key_hash, busy_until) values ($1, $2 + $3)
                     on conflict (key_hash) do update
                     set busy_until = $3 + case when rate_bucket.busy_until > $2 then rate_bucket.busy_until else $2 end
                     where rate_bucket.busy_until <= $4 - $3
                     returning busy_until",
                )
                .bind(key.as_slice())
                .bind(now)
                .bind(interval)
                .bind(limit)
                .fetch_optional(&mut *tx)
                .await?;
                if taken.is_none() {
                    let busy_until: i64 = sqlx::query_scalar("select busy_until from rate_bucket where key_hash = $1")
                        .bind(key.as_slice())
                        .fetch_one(&mut *tx)
                        .await?;
                    return Err(Error::Slow { retry_after: seconds(busy_until - (limit - interval)) });
                }
            }
            Ok(())
        });
        Ok(Reserved(asked.into_iter().map(|(key, interval, _)| (key, interval)).collect()))
    }

    /// The secret was right: its attempts are as if they had not been. Failures of others stay counted.
    pub async fn give_back(&self, reserved: Reserved) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            for (key, interval) in &reserved.0 {
                sqlx::query("update rate_bucket set busy_until = busy_until - $2 where key_hash = $1")
                    .bind(key.as_slice())
                    .bind(interval)
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        });
        Ok(())
    }

    /// Somebody looked at what these budgets counted: they are whole again.
    pub async fn forget_attempts(&self, budgets: &[Budget]) -> Result<()> {
        let mut asked = self.asked(budgets, 0);
        asked.sort_unstable();
        db::write_aside!(&self.db, tx => {
            for (key, ..) in &asked {
                sqlx::query("delete from rate_bucket where key_hash = $1").bind(key.as_slice()).execute(&mut *tx).await?;
            }
            Ok(())
        });
        Ok(())
    }

    /// Forgets budgets that are whole again.
    pub async fn sweep_attempts(&self, now: DateTime<Utc>) -> Result<()> {
        db::write_aside!(&self.db, tx => {
            sqlx::query("delete from rate_bucket where busy_until <= $1")
                .bind(now.timestamp_millis())
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        Ok(())
    }
}

/// Milliseconds to whole seconds, at least one.
fn seconds(milliseconds: i64) -> u32 {
    u32::try_from(milliseconds.max(1).unsigned_abs().div_ceil(1000)).unwrap_or(u32::MAX)
}
