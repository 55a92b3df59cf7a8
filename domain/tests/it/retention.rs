//! How long a photo job is kept, and when what is over is erased.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::photo_job::{
    EndProblem, Ending, Told, check_end, end_after_release, erased_after_end, erased_after_withdrawal, latest_end,
    unread_after_withdrawal, usual_end,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_job_is_kept_for_a_year_unless_somebody_says_otherwise_and_never_longer_than_three() {
    // S63
    assert_eq!(usual_end(day("2026-09-14")), day("2027-09-14"));
    assert_eq!(usual_end(day("2024-02-29")), day("2025-02-28"));
    assert_eq!(latest_end(day("2026-09-14")), day("2029-09-14"));
}

#[test]
fn the_year_begins_anew_with_the_release_unless_somebody_chose_the_end() {
    // S63
    let shot_on = day("2026-09-14");
    let usual = usual_end(shot_on);
    assert_eq!(end_after_release(shot_on, usual, day("2026-10-20")), day("2027-10-20"));
    assert_eq!(end_after_release(shot_on, day("2027-01-31"), day("2026-10-20")), day("2027-01-31"));
    // Released again, it does not move once more.
    assert_eq!(end_after_release(shot_on, day("2027-10-20"), day("2027-02-01")), day("2027-10-20"));
    // Released before the shoot, or years later.
    assert_eq!(end_after_release(shot_on, usual, day("2026-08-01")), usual);
    assert_eq!(end_after_release(shot_on, usual, day("2029-06-01")), latest_end(shot_on));
}

#[test]
fn an_end_lies_neither_in_the_past_nor_before_the_shoot_nor_beyond_three_years() {
    // S40
    let (shot_on, today) = (day("2026-09-14"), day("2026-08-01"));
    let check = |end: &str| check_end(shot_on, day(end), today);
    assert_eq!(check("2026-07-31"), Err(EndProblem::Past));
    assert_eq!(check("2026-08-01"), Err(EndProblem::BeforeShoot));
    assert_eq!(check("2026-09-14"), Ok(()));
    assert_eq!(check("2029-09-14"), Ok(()));
    assert_eq!(check("2029-09-15"), Err(EndProblem::TooLate));
}

#[test]
fn the_studio_is_told_from_thirty_days_before_the_end_and_more_plainly_from_seven() {
    // S63
    let ends_on = day("2027-09-14");
    let told = |today: &str| Ending::of(ends_on, day(today));
    assert_eq!(told("2027-08-14"), None);
    assert_eq!(told("2027-08-15"), Some(Ending::Month(30)));
    assert_eq!(told("2027-09-06"), Some(Ending::Month(8)));
    assert_eq!(told("2027-09-07"), Some(Ending::Week(7)));
    assert_eq!(told("2027-09-14"), Some(Ending::Week(0)));
    assert_eq!(told("2027-09-15"), Some(Ending::Over));
    assert_eq!(Ending::horizon(day("2027-08-15")), ends_on);
}

#[test]
fn what_is_over_is_erased_half_a_day_later_and_what_is_withdrawn_within_the_day() {
    // SECURITY section 4, T40
    assert_eq!(erased_after_end(day("2027-09-14")), moment("2027-09-15T12:00:00Z"));
    let withdrawn = moment("2026-10-01T09:30:00Z");
    assert_eq!(erased_after_withdrawal(withdrawn), moment("2026-10-02T05:30:00Z"));
    // What is not read may be read for a day more: from then on, or from its arrival on.
    for (arrived, erased) in
        [("2026-09-01T08:00:00Z", "2026-10-03T05:30:00Z"), ("2026-10-02T06:00:00Z", "2026-10-03T06:00:00Z")]
    {
        assert_eq!(unread_after_withdrawal(withdrawn, moment(arrived)), moment(erased));
    }
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (-4_000i64..4_000).prop_map(|days| day("2026-09-14") + TimeDelta::days(days))
}

proptest! {
    // S57, S63
    #[test]
    fn whatever_is_erased_was_over_for_everybody_before_and_within_a_day(ends_on in days()) {
        let erased = erased_after_end(ends_on);
        prop_assert_eq!(Ending::of(ends_on, erased.date_naive()), Some(Ending::Over));
        for state in domain::photo_job::JobState::ALL {
            prop_assert_eq!(Told::of(*state, ends_on, erased.date_naive()), Told::Ended);
        }
        let over = (ends_on + TimeDelta::days(1)).and_hms_opt(0, 0, 0).unwrap().and_utc();
        prop_assert!(erased - over < TimeDelta::hours(24));
    }

    // S63
    #[test]
    fn a_release_never_brings_an_end_nearer_nor_beyond_the_latest(shot in days(), end in days(), released in days()) {
        for ends_on in [end, usual_end(shot)] {
            let later = end_after_release(shot, ends_on, released);
            prop_assert!(later >= ends_on);
            prop_assert!(later <= latest_end(shot).max(ends_on));
        }
    }
}
