//! The brakes on guessing (SECURITY section 3): what counts as a guess, and what happens when there were too many.

use std::time::Duration;

use domain::studio::Email;
use store::{Door, Error, Reserved, Ticket, WAIT_SECONDS};

use super::Ctx;
use super::guards::{Beside, Guard, budget, instance};
use crate::api::{Answer, ApiError};

/// No answer about a secret comes sooner: how long the work took says nothing.
const FLOOR: Duration = Duration::from_millis(150);

impl Ctx {
    /// Tries a secret under its brakes. An attempt is taken before, and given back unless the secret was wrong: neither
    /// success nor being turned away for another reason is a guess.
    ///
    /// # Errors
    /// [`ApiError::Slow`] when a budget is used up, [`ApiError::Busy`] when that of the whole instance is; what the attempt
    /// answers, [`ApiError::Rejected`] for a wrong secret.
    pub async fn braked<T>(
        &self,
        guard: &Guard,
        beside: &Beside,
        attempt: impl Future<Output = Answer<T>>,
    ) -> Answer<T> {
        let reserved = self.reserve(guard, beside).await?;
        let outcome = attempt.await;
        if !matches!(outcome, Err(ApiError::Rejected)) {
            self.store().give_back(reserved).await?;
        } else if let Some((studio, what)) = guard.tells {
            self.store().count_guess(studio, what, self.now()).await?;
        }
        outcome
    }

    /// Takes an attempt; where known devices have used up what they share, in the place of a stranger.
    async fn reserve(&self, guard: &Guard, beside: &Beside) -> Answer<Reserved> {
        let taken = self.take(guard, beside).await;
        let (Some((shared, strangers)), Err(ApiError::Slow { .. })) = (&guard.shared, &taken) else { return taken };
        match self.store().attempt_waits(std::slice::from_ref(shared), self.now()).await? {
            Some(_) => self.take(strangers, beside).await,
            None => taken,
        }
    }

    /// Takes an attempt: by a ticket what it pays for, else of all budgets. What would be refused anyway is refused by
    /// reading alone.
    async fn take(&self, guard: &Guard, beside: &Beside) -> Answer<Reserved> {
        let (store, now) = (self.store(), self.now());
        if let Some(retry_after) = store.attempt_waits(&guard.capped, now).await? {
            return Err(self.at_the_end(retry_after).await?);
        }
        if let Some(ticket) = self.ticket_of(guard, beside) {
            let waited = if ticket.solved { &[][..] } else { &guard.waited[..] };
            match store.take_attempt_by(ticket, &[&guard.capped, waited].concat(), now).await {
                // Spent before, or too many have waited: as if there were none.
                Err(Error::Taken(_)) => {}
                Err(Error::Slow { .. }) if store.attempt_waits(waited, now).await?.is_some() => {}
                Err(Error::Slow { retry_after }) => return Err(self.at_the_end(retry_after).await?),
                taken => return Ok(taken?),
            }
        }
        if let Some(retry_after) = store.attempt_waits(&guard.free, now).await? {
            return Err(self.slow(guard, retry_after).await?);
        }
        let all: Vec<_> = guard.capped.iter().chain(&guard.free).cloned().collect();
        match store.take_attempt(&all, now).await {
            Err(Error::Slow { retry_after }) => Err(self.slow(guard, retry_after).await?),
            taken => Ok(taken?),
        }
    }

    /// How long to wait: until there is a free attempt, or until a ticket is worth one without its puzzle.
    async fn slow(&self, guard: &Guard, retry_after: u32) -> Answer<ApiError> {
        if guard.place.is_empty() {
            return Ok(ApiError::Slow { retry_after, ticket: false });
        }
        let waited = self.store().attempt_waits(&guard.waited, self.now()).await?.unwrap_or(0).max(WAIT_SECONDS);
        Ok(ApiError::Slow { retry_after: retry_after.min(waited), ticket: true })
    }

    /// Nothing but time helps: all of us are flooded, or this door.
    async fn at_the_end(&self, retry_after: u32) -> Answer<ApiError> {
        let flooded = self.store().attempt_waits(&[instance()], self.now()).await?.is_some();
        Ok(if flooded { ApiError::Busy } else { ApiError::Slow { retry_after, ticket: false } })
    }

    fn ticket_of(&self, guard: &Guard, beside: &Beside) -> Option<Ticket> {
        let place: Vec<&str> = guard.place.iter().map(String::as_str).collect();
        let solution = beside.solution.as_deref().and_then(|number| number.parse().ok());
        let text = beside.ticket.as_deref().filter(|text| !text.is_empty() && !place.is_empty() && text.len() < 100)?;
        self.store().read_ticket(text, solution, &place, self.now())
    }

    /// A new ticket for whoever stands before a door that is slow: `kind` and `subject` name it.
    pub fn ticket(&self, kind: &str, subject: &str) -> String {
        self.store().ticket(&[kind, subject, &self.visit.network.near], self.now())
    }

    /// A door has let the device in: from now on it is known there, for 400 days from the last time. One code (`by`) makes
    /// twenty new devices known, then one an hour: otherwise who holds a single right code could have guesses without end. At
    /// the door `beside` every device is known: that is worth no guess at a code.
    pub(super) async fn remember_device(&self, door: Door<'_>, by: &str, beside: Option<Door<'_>>) -> Answer {
        let device = self.visit.known_device.as_ref();
        let more = beside.map(|beside| self.store().remember(device, beside));
        let known = device.is_some_and(|device| self.store().knows(device, door)) || self.make_known(by).await?;
        let device = more.as_ref().or(device);
        let device = match (known, more.as_ref()) {
            (true, _) => self.store().remember(device, door),
            (false, Some(more)) => more.clone(),
            (false, None) => return Ok(()),
        };
        let cookies = self.house.cookies;
        Self::set_cookie(&cookies.write(cookies.device(), &device.cookie(), Some(400 * 86_400)));
        Ok(())
    }

    /// Whether one more device may be made known by this code.
    async fn make_known(&self, by: &str) -> Answer<bool> {
        let made = [budget("devices made known", by, 20, 3_600_000)];
        match self.store().take_attempt(&made, self.now()).await {
            Ok(_spent) => Ok(true),
            Err(Error::Slow { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// As [`Ctx::remember_device`], at the members' door.
    pub(super) async fn remember_member(&self, email: &Email) -> Answer {
        self.remember_device(Door::Member(email), email.as_str(), None).await
    }
}

/// Holds an answer about a secret back until the floor.
pub(super) async fn unhurried(attempt: impl Future<Output = Answer>) -> Answer {
    let floor = tokio::time::Instant::now() + FLOOR;
    let answer = attempt.await;
    tokio::time::sleep_until(floor).await;
    answer
}
