//! Tickets for those who are told to wait (SECURITY section 3): a ticket is worth one attempt more once its puzzle is solved
//! or half a minute has passed. It is signed and holds nothing secret; where it counts is part of the signature: one door,
//! one network. Single use: what was spent is kept until it would have ended by itself.

use chrono::{DateTime, TimeDelta, Utc};
use subtle::ConstantTimeEq;

use crate::keyring::Proves;
use crate::secrets::{hex, random, unhex};
use crate::{Error, Result, Store};

/// How long a puzzle may take.
const PUZZLE: TimeDelta = TimeDelta::minutes(2);
/// How long those wait who solve no puzzle, in seconds.
pub const WAIT_SECONDS: u32 = 30;
/// And how long the ticket is good from when it was given: time to read the page and to find the card again.
const WAITED: TimeDelta = TimeDelta::minutes(15);

/// A ticket that may be spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub(crate) nonce: [u8; 16],
    /// Whether its puzzle was solved in time; else its owner waited.
    pub solved: bool,
    pub(crate) ends: DateTime<Utc>,
}

impl Store {
    /// A new ticket for one place: a door and a network.
    pub fn ticket(&self, place: &[&str], now: DateTime<Utc>) -> String {
        let nonce = random();
        let issued = now.timestamp_millis();
        format!("{issued}.{}.{}", hex(&nonce), hex(&self.signature(place, issued, &nonce)))
    }

    /// Reads a ticket that comes back. `None` unless it was given for this place and is worth an attempt now: by
    /// `solution` within two minutes, or by waiting.
    pub fn read_ticket(&self, text: &str, solution: Option<u32>, place: &[&str], now: DateTime<Utc>) -> Option<Ticket> {
        let mut parts = text.splitn(3, '.');
        let issued: i64 = parts.next()?.parse().ok()?;
        let nonce = unhex(parts.next()?)?;
        let signature: [u8; 16] = unhex(parts.next()?)?;
        if !bool::from(signature.ct_eq(&self.signature(place, issued, &nonce))) {
            return None;
        }
        let age = now - DateTime::from_timestamp_millis(issued)?;
        let solved = age <= PUZZLE && solution.is_some_and(|number| domain::puzzle::solves(text, number));
        let waited = age >= TimeDelta::seconds(WAIT_SECONDS.into()) && age <= WAITED;
        (age >= TimeDelta::zero() && (solved || waited)).then_some(Ticket { nonce, solved, ends: now - age + WAITED })
    }

    fn signature(&self, place: &[&str], issued: i64, nonce: &[u8; 16]) -> [u8; 16] {
        let issued = issued.to_le_bytes();
        let parts: Vec<&[u8]> =
            [issued.as_slice(), nonce].into_iter().chain(place.iter().map(|it| it.as_bytes())).collect();
        self.keys.proof(Proves::Ticket, &parts)
    }

    /// What stands beside the code in a link that was made here: proof that it was not guessed. Checked without the
    /// database. `studio` is the studio's id.
    pub fn companion(&self, studio: domain::ids::StudioId, code: &domain::code::Code) -> String {
        hex(&self.companion_of(studio, code))
    }

    /// Whether a code came with the companion that was made for it, in this studio.
    pub fn is_companion(&self, typed: &str, studio: domain::ids::StudioId, code: &domain::code::Code) -> bool {
        let right = self.companion_of(studio, code);
        unhex::<16>(typed).is_some_and(|typed| typed.ct_eq(&right).into())
    }

    fn companion_of(&self, studio: domain::ids::StudioId, code: &domain::code::Code) -> [u8; 16] {
        self.keys.proof(Proves::Url, &[b"code", studio.uuid().as_bytes(), code.canonical().as_bytes()])
    }

    /// Forgets tickets that would be worth nothing any more.
    pub async fn sweep_tickets(&self, now: DateTime<Utc>) -> Result<(), Error> {
        crate::db::write_aside!(&self.db, tx => {
            sqlx::query("delete from spent_ticket where ends_at <= $1").bind(now).execute(&mut *tx).await?;
            Ok(())
        });
        Ok(())
    }
}
