//! What somebody typed at a door that told them to wait, kept for them until the wait is over: nobody types a code twice.
//!
//! Their own browser keeps it, in a cookie that no script can read: sealed, for that door alone, for a quarter of an hour.
//! It opens nothing by itself; what comes back is tried as if it had been typed, under the same brakes.

use chrono::{DateTime, TimeDelta, Utc};
use zeroize::Zeroizing;

use crate::Store;
use crate::secrets::{hex, unhex_all};

/// How long it is kept, in seconds: as long as the ticket that comes with it.
pub const HELD_SECONDS: u32 = 15 * 60;
/// The most bytes that are kept: every code and password that can be right, 128 characters, is shorter.
const MOST: usize = 512;

impl Store {
    /// Seals what was typed at a door, which `place` names. `None` for nothing, and for what is too long to be right.
    pub fn hold(&self, typed: &str, place: &[&str], now: DateTime<Utc>) -> Option<String> {
        if typed.is_empty() || typed.len() > MOST {
            return None;
        }
        let text = Zeroizing::new([&now.timestamp_millis().to_le_bytes(), typed.as_bytes()].concat());
        Some(hex(&self.keys.hold(&text, &named(place))))
    }

    /// Opens what a browser kept. `None` unless it was sealed here, for this very door, at most a quarter of an hour ago.
    pub fn held(&self, sealed: &str, place: &[&str], now: DateTime<Utc>) -> Option<Zeroizing<String>> {
        let sealed = unhex_all(sealed)?;
        let text = Zeroizing::new(self.keys.held(&sealed, &named(place))?);
        let (since, typed) = text.split_first_chunk()?;
        let age = now - DateTime::from_timestamp_millis(i64::from_le_bytes(*since))?;
        let fresh = age >= TimeDelta::zero() && age <= TimeDelta::seconds(HELD_SECONDS.into());
        let typed = std::str::from_utf8(typed).ok().filter(|_| fresh)?;
        Some(Zeroizing::new(typed.to_owned()))
    }
}

/// The parts of a place, each with its length, so that no two lists meet.
fn named(place: &[&str]) -> Vec<u8> {
    place.iter().flat_map(|part| [&(part.len() as u64).to_le_bytes(), part.as_bytes()].concat()).collect()
}
