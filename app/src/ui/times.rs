//! Moments in words.

use chrono::{DateTime, NaiveDate, Utc};

use crate::ui::words::Words;

/// A day as people say it: today, yesterday, else written out.
pub fn day(day: NaiveDate, today: NaiveDate, words: Words) -> String {
    match (today - day).num_days() {
        0 => words.text("today"),
        1 => words.text("yesterday"),
        _ => words.date(day),
    }
}

/// When somebody last came, or that nobody did.
pub fn visit(at: Option<DateTime<Utc>>, now: DateTime<Utc>, words: Words) -> String {
    match at {
        Some(at) => day(at.date_naive(), now.date_naive(), words),
        None => words.text("never"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use domain::studio::Language;

    use super::*;

    #[test]
    fn near_days_have_names() {
        let on = |number| NaiveDate::from_ymd_opt(2026, 8, number).unwrap();
        let words = Words::of(Language::En);
        assert_eq!(day(on(14), on(14), words), "today");
        assert_eq!(day(on(13), on(14), words), "yesterday");
        assert_eq!(day(on(12), on(14), words), "12 August 2026");
    }
}
