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

/// How long ago something was: in minutes or hours while somebody would count them, then the day.
pub fn ago(at: DateTime<Utc>, now: DateTime<Utc>, words: Words) -> String {
    match (now - at).num_minutes() {
        ..2 => words.text("ago-now"),
        minutes @ 2..60 => words.count("ago-minutes", minutes),
        minutes @ 60..1440 => words.count("ago-hours", minutes / 60),
        _ => day(at.date_naive(), now.date_naive(), words),
    }
}

/// A moment of a record, with the time of day. All times are UTC, and say so.
pub fn moment(at: DateTime<Utc>, words: Words) -> String {
    words.with("moment", &[("date", words.date(at.date_naive()).into()), ("time", clock(at).into())])
}

/// From when until when something was, with the times of day.
pub fn span(from: DateTime<Utc>, until: DateTime<Utc>, words: Words) -> String {
    let (first, last) = (from.date_naive(), until.date_naive());
    let key = if first == last { "span" } else { "span-days" };
    words.with(
        key,
        &[
            ("date", words.date(first).into()),
            ("from", clock(from).into()),
            ("last", words.date(last).into()),
            ("until", clock(until).into()),
        ],
    )
}

fn clock(at: DateTime<Utc>) -> String {
    at.format("%H:%M").to_string()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use domain::studio::DeskLanguage;

    use super::*;

    #[test]
    fn near_days_have_names() {
        let on = |number| NaiveDate::from_ymd_opt(2026, 8, number).unwrap();
        let words = Words::at_desk(DeskLanguage::En);
        assert_eq!(day(on(14), on(14), words), "today");
        assert_eq!(day(on(13), on(14), words), "yesterday");
        assert_eq!(day(on(12), on(14), words), "12 August 2026");
    }

    #[test]
    fn what_was_just_now_is_told_in_minutes_and_hours() {
        let now = NaiveDate::from_ymd_opt(2026, 8, 14).unwrap().and_hms_opt(20, 0, 0).unwrap().and_utc();
        let told = |minutes| ago(now - chrono::TimeDelta::minutes(minutes), now, Words::at_desk(DeskLanguage::En));
        assert_eq!(told(-1), "just now");
        assert_eq!(told(59), "59 minutes ago");
        assert_eq!(told(119), "one hour ago");
        assert_eq!(told(1439), "23 hours ago");
        assert_eq!(told(1440), "yesterday");
    }

    #[test]
    fn what_is_recorded_has_its_time_of_day_and_says_whose() {
        let at = |day, hour| NaiveDate::from_ymd_opt(2026, 8, day).unwrap().and_hms_opt(hour, 5, 59).unwrap().and_utc();
        let (en, de) = (Words::at_desk(DeskLanguage::En), Words::at_desk(DeskLanguage::De));
        assert_eq!(moment(at(14, 9), en), "14 August 2026, 09:05 (UTC)");
        assert_eq!(moment(at(14, 9), de), "14. August 2026, 09:05 Uhr (UTC)");
        assert_eq!(span(at(14, 22), at(14, 23), en), "14 August 2026, 22:05 to 23:05 (UTC)");
        assert_eq!(span(at(14, 22), at(15, 1), de), "14. August 2026, 22:05 Uhr, bis 15. August 2026, 01:05 Uhr (UTC)");
    }
}
