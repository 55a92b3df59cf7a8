//! How a file is cut, and how long to wait before trying again.

use std::time::Duration;

/// The first and the last byte (exclusive) of part `number` of a file of `bytes`.
pub fn range(number: u32, part_bytes: u64, bytes: u64) -> (u64, u64) {
    let start = (u64::from(number) * part_bytes).min(bytes);
    (start, (start + part_bytes).min(bytes))
}

/// The bytes that are there already when these parts are missing.
pub fn there(missing: &[u32], part_bytes: u64, bytes: u64) -> u64 {
    let missing: u64 = missing
        .iter()
        .map(|number| {
            let (start, end) = range(*number, part_bytes, bytes);
            end - start
        })
        .sum();
    bytes - missing
}

/// How long to wait after so many failures in a row: 1, 2, 4, 8, 16, 32 seconds, then a minute.
pub fn back_off(failures: u32) -> Duration {
    let doubled = 1_u64 << failures.saturating_sub(1).min(6);
    Duration::from_secs(doubled.min(60))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PART: u64 = 8 * 1024 * 1024;

    // S70
    #[test]
    fn the_parts_of_a_file_lie_side_by_side_and_the_last_is_what_is_left() {
        let bytes = 2 * PART + 5;
        assert_eq!(range(0, PART, bytes), (0, PART));
        assert_eq!(range(1, PART, bytes), (PART, 2 * PART));
        assert_eq!(range(2, PART, bytes), (2 * PART, bytes));
        assert_eq!(range(0, PART, PART), (0, PART));
    }

    // S70
    #[test]
    fn what_is_there_already_is_everything_but_the_missing_parts() {
        let bytes = 2 * PART + 5;
        assert_eq!(there(&[], PART, bytes), bytes);
        assert_eq!(there(&[2], PART, bytes), 2 * PART);
        assert_eq!(there(&[0, 2], PART, bytes), PART);
        assert_eq!(there(&[0, 1, 2], PART, bytes), 0);
    }

    // S70
    #[test]
    fn waiting_doubles_up_to_a_minute() {
        let seconds: Vec<u64> = (1..=9).map(|n| back_off(n).as_secs()).collect();
        assert_eq!(seconds, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(back_off(u32::MAX).as_secs(), 60);
    }
}
