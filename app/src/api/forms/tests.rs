#![allow(clippy::unwrap_used)]

use domain::access::{AccessMode, Navigation, Rules, Switch};
use domain::ids::StudioId;
use domain::studio::{Language, StudioAddress, StudioName};
use store::PasswordChange;

use super::*;

fn problem_of(typed: &str, asked: bool) -> Option<Problem> {
    problem(password_change(typed, asked, Some("jetty-2026"), asked).unwrap_err(), Field::Password)
}

fn login(name: &str, code: &str) -> LoginForm {
    LoginForm::new(name.to_owned(), code.to_owned(), None, None)
}

fn atelier() -> Studio {
    Studio {
        id: StudioId::from_random([7; 16]),
        address: StudioAddress::parse("nordlicht-koeln").unwrap(),
        name: StudioName::parse("Atelier Nordlicht").unwrap(),
        language: Language::En,
        tagline: String::new(),
        rules: Rules { client_logins: Switch::On, mode: AccessMode::Staircase },
        brand: store::Brand::default(),
    }
}

fn problem(error: ApiError, field: Field) -> Option<Problem> {
    match error {
        ApiError::Fields(problems) => problems.of(field),
        ApiError::Field { field: named, problem } if named == field => Some(problem),
        _ => None,
    }
}

#[test]
fn the_same_password_typed_again_is_kept_so_that_nobody_is_asked_once_more() {
    let read = |typed, kept| password_change(typed, false, kept, false).unwrap();
    assert!(matches!(read("jetty-2026", Some("jetty-2026")), PasswordChange::Keep));
    assert!(matches!(read(" jetty-2026 ", Some("jetty-2026")), PasswordChange::Keep));
    assert!(matches!(read("Jetty-2026", Some("jetty-2026")), PasswordChange::Set(_)));
    assert!(matches!(read("jetty-2026", None), PasswordChange::Set(_)));
    assert!(matches!(read("", Some("jetty-2026")), PasswordChange::Remove));
    assert!(matches!(read("  ", None), PasswordChange::Keep));
}

// S31
#[test]
fn a_password_that_is_being_asked_is_kept_so_that_asking_can_be_taken_back() {
    assert!(matches!(password_change("", false, Some("jetty-2026"), true), Ok(PasswordChange::Keep)));
}

// S17
#[test]
fn a_password_that_is_asked_must_be_set() {
    assert_eq!(problem_of("", true), Some(Problem::Missing));
    assert_eq!(problem_of("abc", true), Some(Problem::TooShort { min: 6 }));
    assert!(matches!(password_change("jetty-2026", true, None, false), Ok(PasswordChange::Set(_))));
}

#[test]
fn every_bad_field_of_the_settings_is_named_at_once_and_who_sees_it_is_left_alone() {
    let gallery = Gallery {
        id: GalleryId::from_random([1; 16]),
        parent: None,
        name: "Summer".to_owned(),
        shot_on: None,
        navigation: Navigation::On,
        downloads: false,
        has_password: true,
        password_active: true,
        cover: None,
        version: 3,
    };
    let settings = |name: &str, date: &str| SettingsForm {
        version: "3".to_owned(),
        name: name.to_owned(),
        date: date.to_owned(),
        downloads: true,
    };
    let error = settings(" ", "2026-02-30").read(&gallery).unwrap_err();
    assert_eq!(problem(error, Field::Name), Some(Problem::Missing));
    assert_eq!(problem(error, Field::Date), Some(Problem::NotADate));
    let read = settings("Sea", "").read(&gallery).unwrap();
    assert_eq!((read.navigation, read.password_active), (Navigation::On, true));
    assert!(matches!(read.password, PasswordChange::Keep) && read.downloads);
}

// S2
#[test]
fn a_new_login_needs_a_name_and_a_code_and_nothing_else() {
    let error = login("", "").read_new(&atelier()).unwrap_err();
    assert_eq!(problem(error, Field::Name), Some(Problem::Missing));
    assert_eq!(problem(error, Field::Code), Some(Problem::Missing));
    assert_eq!(problem(error, Field::Email), None);
    let (details, code) = login("Familie Brandt", "rose garden 41").read_new(&atelier()).unwrap();
    assert_eq!(details.name.as_str(), "Familie Brandt");
    assert_eq!(details.email, None);
    assert_eq!(code.canonical(), "R0SEGARDEN41");
}

// S3
#[test]
fn a_code_of_eight_to_sixty_four_symbols_is_taken_as_long_as_it_does_not_give_the_studio_away() {
    let code = |typed: &str| login("Familie Brandt", typed).read_new(&atelier()).map(drop);
    let refused = |typed: &str| problem(code(typed).unwrap_err(), Field::Code);
    assert_eq!(refused("1234567"), Some(Problem::TooShort { min: 8 }));
    assert_eq!(refused(&"ab".repeat(33)), Some(Problem::TooLong { max: 64 }));
    for obvious in
        ["my-atelier-nordlicht", "NORDLICHT koeln 7X4", "nordlicht2026", "brandt-2026", "12345678", "password"]
    {
        assert_eq!(refused(obvious), Some(Problem::TooCommon), "{obvious}");
    }
    assert!(code("8 letters").is_ok());
}

// S9
#[test]
fn a_login_keeps_its_code_when_none_is_typed() {
    assert!(login("A", " ").read(&atelier()).unwrap().code.is_none());
    let (code, shown) = login("A", "7kqm2xrd9tfa").read(&atelier()).unwrap().code.unwrap();
    assert_eq!(code, Code::parse("7KQM-2XRD-9TFA").unwrap());
    assert!(!shown.is_empty());
}

// S7, S8
#[test]
fn only_what_was_changed_since_the_page_was_opened_is_saved_with_what_was_ticked_before() {
    let gallery = |number: u8| GalleryId::from_random([number; 16]);
    let all = |numbers: &[u8]| numbers.iter().map(|number| gallery(*number)).collect::<BTreeSet<_>>();
    let change = |add: &[u8], remove: &[u8]| Ticks { add: all(add), remove: all(remove) };
    let ids = |numbers: &[u8]| numbers.iter().map(|number| gallery(*number).to_string()).collect::<Vec<_>>();
    let ticked = |numbers: &[u8]| TicksForm {
        was: ids(&[1, 2]).join(" "),
        here: ids(&[1, 2, 3, 4]).join(" "),
        galleries: ids(numbers),
    };
    assert_eq!(ticked(&[2, 3]).read(&change(&[], &[])).unwrap(), change(&[3], &[1]));
    // Ticked before: 4, which stands here and is ticked no more; 7 and 8, which stand elsewhere.
    assert_eq!(ticked(&[1, 2]).read(&change(&[4, 7], &[8])).unwrap(), change(&[7], &[8]));
}

#[test]
fn a_part_of_a_tree_is_named_by_ids_alone() {
    let (one, two) = (GalleryId::from_random([1; 16]), GalleryId::from_random([2; 16]));
    let to = format!("at={one}&from={two}");
    assert_eq!(part_of_tree(Some(&to), Some("x")).unwrap(), format!("&at={one}&from={two}#g-{two}"));
    assert_eq!(part_of_tree(None, Some(" a&b ")).unwrap(), "&find=a%26b");
    assert_eq!(part_of_tree(Some(""), None).unwrap(), "");
    for foreign in ["at=//evil.example", &format!("next={one}"), "at"] {
        assert_eq!(part_of_tree(Some(foreign), None), Err(ApiError::NotFound), "{foreign}");
    }
}

// S16
#[test]
fn a_link_ends_when_its_last_day_is_over_and_that_day_is_not_in_the_past() {
    let today = NaiveDate::from_ymd_opt(2026, 8, 14).unwrap();
    let link = |until: &str| read_link("secure", "Print shop", until, today);
    let end = link("2026-08-14").unwrap().expires_at.unwrap();
    assert_eq!(end.to_string(), "2026-08-15 00:00:00 UTC");
    let latest = link("2199-12-31").unwrap().expires_at.unwrap();
    assert_eq!(latest.to_string(), "2200-01-01 00:00:00 UTC");
    for no_date in
        ["9999-12-31", "2200-01-01", "+999-01-01", "-999-01-01", "0000-01-01", "2026-8-140", "２０２６-08-14"]
    {
        assert_eq!(problem(link(no_date).unwrap_err(), Field::Date), Some(Problem::NotADate), "{no_date}");
    }
    assert_eq!(last_day(end), today);
    assert_eq!(link("").unwrap().expires_at, None);
    assert_eq!(problem(link("2026-08-13").unwrap_err(), Field::Date), Some(Problem::Past));
    assert_eq!(problem(link("soon").unwrap_err(), Field::Date), Some(Problem::NotADate));
    assert_eq!(problem(link("999999-01-01").unwrap_err(), Field::Date), Some(Problem::NotADate));
}

// S77
#[test]
fn a_studio_speaks_a_language_that_there_is() {
    let typed = |language: &str| StudioForm {
        name: "Atelier Nordlicht".to_owned(),
        tagline: String::new(),
        language: language.to_owned(),
    };
    assert_eq!(typed("de").read().unwrap().language, Language::De);
    assert_eq!(typed("xx").read().unwrap_err(), ApiError::NotFound);
}

#[test]
fn a_removal_is_named_by_its_moment_to_the_millisecond() {
    let now = DateTime::from_timestamp_nanos(1_785_585_600_123_456_789);
    let removed_at = moment(now);
    let named = removed_at.timestamp_millis().to_string();
    assert_eq!(moment_of(&named), Some(removed_at));
    assert_eq!(moment_of("99999999999999999999"), None);
    assert_eq!(moment_of("soon"), None);
}
