//! The puzzle that a browser solves when many have guessed (SECURITY section 3, "proof of work"). It taxes casual scripts
//! alone: what holds a guesser back is the number of attempts an hour, solved puzzles included.
//!
//! Hashcash: a number such that SHA-256 of the ticket and the number begins with sixteen zero bits. That takes 65,536
//! hashes on average and 300,000 in one case of a hundred; a slow phone's WASM makes about 200,000 a second, so a third of
//! a second on average and a second and a half in that one case. The server checks one hash.

use sha2::{Digest, Sha256};

/// How many bits must be zero.
const BITS: u32 = 16;

/// Whether `number` solves the puzzle of `ticket`.
pub fn solves(ticket: &str, number: u32) -> bool {
    is_solved(&begun(ticket), number)
}

/// Looks for the solution among `tries` numbers from `from` on: a piece of work between two of which a page can breathe.
pub fn search(ticket: &str, from: u32, tries: u32) -> Option<u32> {
    let begun = begun(ticket);
    (from..from.saturating_add(tries)).find(|number| is_solved(&begun, *number))
}

fn begun(ticket: &str) -> Sha256 {
    Sha256::new().chain_update(ticket.as_bytes()).chain_update([0])
}

fn is_solved(begun: &Sha256, number: u32) -> bool {
    let hash = begun.clone().chain_update(number.to_le_bytes()).finalize();
    hash.first_chunk().is_some_and(|first| u32::from_be_bytes(*first).leading_zeros() >= BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_solution_is_found_in_pieces_and_fits_its_own_ticket_alone() {
        let found = |ticket| (0..).step_by(1000).find_map(|from| search(ticket, from, 1000)).unwrap();
        let (one, other) = (found("one"), found("other"));
        assert!(solves("one", one) && solves("other", other));
        assert!(!solves("one", other) && !solves("other", one));
        let by_luck = (0..100_000).filter(|number| solves("a third", *number)).count();
        assert!(by_luck < 20, "{by_luck} of 100,000");
    }
}
