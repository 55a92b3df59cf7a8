//! Who sees which gallery of a photo job.

use chrono::NaiveDate;
use domain::access::{
    AccessMode, Denied, GroupPlace, JobKey, JobPart, JobRules, Rules, StaffTerms, SubjectPlace, Switch, Tree, Viewer,
    resolve,
};
use domain::ids::{GalleryId, GroupId, PhotoJobId, StudioId, SubjectId};
use domain::photo_job::{Consent, JobState, Told};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-10-01")
}

const OWN: u8 = 100;

fn subject(number: u8) -> SubjectId {
    SubjectId::from_random([number; 16])
}

fn gallery_of(number: u8) -> GalleryId {
    GalleryId::from_random([OWN + number; 16])
}

fn group(number: u8) -> GroupId {
    GroupId::from_random([number; 16])
}

fn gallery_of_group(number: u8) -> GalleryId {
    GalleryId::from_random([200 + number; 16])
}

/// Two classes of three children each: 0, 1, 2 and 3, 4, 5; and one child without a class: 6.
fn school() -> JobPart {
    let rules = JobRules {
        id: PhotoJobId::from_random([1; 16]),
        state: JobState::Published,
        ends_on: day("2027-09-30"),
        connection: true,
        staff: StaffTerms { group: None, until: None, protected: false, downloads: false },
    };
    let groups = (0..2).map(|number| GroupPlace { id: group(number), gallery: gallery_of_group(number) }).collect();
    let subjects = (0..7)
        .map(|number| SubjectPlace {
            id: subject(number),
            gallery: gallery_of(number),
            group: (number < 6).then(|| group(number / 3)),
            protected: false,
            consent: Consent::Given,
            extra: false,
        })
        .collect();
    JobPart { rules, groups, subjects }
}

fn staff(part: &JobPart) -> JobKey {
    JobKey::Staff(part.rules.id)
}

#[test]
fn a_subjects_own_code_opens_that_subject_and_its_group_and_nothing_else() {
    // S58
    let part = school();
    assert_eq!(part.opens(JobKey::Own(subject(1)), today()), [gallery_of_group(0), gallery_of(1)]);
    assert_eq!(part.opens(JobKey::Own(subject(6)), today()), [gallery_of(6)]);
    assert!(part.opens(JobKey::Own(subject(99)), today()).is_empty());
}

#[test]
fn a_confirmation_opens_the_same_while_the_connection_code_works() {
    // S45, S48, S49
    let mut part = school();
    assert_eq!(part.opens(JobKey::Confirmed(subject(4)), today()), [gallery_of_group(1), gallery_of(4)]);
    part.rules.connection = false;
    assert!(part.opens(JobKey::Confirmed(subject(4)), today()).is_empty());
    assert_eq!(part.opens(JobKey::Own(subject(4)), today()).len(), 2);
}

#[test]
fn a_protected_subject_is_opened_by_its_own_code_alone() {
    // S63
    let mut part = school();
    part.subjects[4].protected = true;
    assert!(part.opens(JobKey::Confirmed(subject(4)), today()).is_empty());
    assert!(!part.rules.admits_confirmation(&part.subjects[4]));
    assert_eq!(part.opens(JobKey::Own(subject(4)), today()), [gallery_of_group(1), gallery_of(4)]);
    assert!(!part.opens(staff(&part), today()).contains(&gallery_of(4)));
    part.rules.staff.protected = true;
    assert!(part.opens(staff(&part), today()).contains(&gallery_of(4)));
}

#[test]
fn whoever_refuses_is_seen_by_nobody() {
    // S63
    let mut part = school();
    part.subjects[2].consent = Consent::Refused;
    part.rules.staff.protected = true;
    for key in [JobKey::Own(subject(2)), JobKey::Confirmed(subject(2))] {
        assert!(part.opens(key, today()).is_empty());
    }
    assert!(!part.opens(staff(&part), today()).contains(&gallery_of(2)));
    assert!(!part.rules.admits_confirmation(&part.subjects[2]));
}

#[test]
fn an_extra_card_without_a_name_is_opened_by_its_own_code_alone() {
    // S61
    let mut part = school();
    part.subjects[6].extra = true;
    part.rules.staff.protected = true;
    assert_eq!(part.opens(JobKey::Own(subject(6)), today()), [gallery_of(6)]);
    assert!(part.opens(JobKey::Confirmed(subject(6)), today()).is_empty());
    assert!(!part.rules.admits_confirmation(&part.subjects[6]));
    assert!(!part.opens(staff(&part), today()).contains(&gallery_of(6)));
}

#[test]
fn the_staff_code_opens_every_subject_and_every_group_of_its_job_alone() {
    // S41, S42
    let part = school();
    let all: Vec<_> = (0..2).map(gallery_of_group).chain((0..7).map(gallery_of)).collect();
    assert_eq!(part.opens(staff(&part), today()), all);
    assert!(part.opens(JobKey::Staff(PhotoJobId::from_random([9; 16])), today()).is_empty());
}

#[test]
fn a_staff_code_reaches_as_far_as_its_scope_and_its_last_day() {
    // S41
    let mut part = school();
    part.rules.staff = StaffTerms { group: Some(group(1)), until: Some(today()), protected: false, downloads: false };
    let of_one_class = [gallery_of_group(1), gallery_of(3), gallery_of(4), gallery_of(5)];
    assert_eq!(part.opens(staff(&part), today()), of_one_class);
    assert!(part.opens(staff(&part), day("2026-10-02")).is_empty());
    assert!(!part.rules.admits_staff(day("2026-10-02")));
}

#[test]
fn pictures_are_seen_while_the_job_is_published_and_not_over() {
    // S57
    for state in [JobState::Planning, JobState::Archived] {
        let mut part = school();
        part.rules.state = state;
        for key in [JobKey::Own(subject(0)), JobKey::Confirmed(subject(0)), staff(&part)] {
            assert!(part.opens(key, today()).is_empty(), "{state} {key:?}");
        }
    }
    let part = school();
    assert!(!part.opens(staff(&part), day("2027-09-30")).is_empty());
    for key in [JobKey::Own(subject(0)), JobKey::Confirmed(subject(0)), staff(&part)] {
        assert!(part.opens(key, day("2027-10-01")).is_empty());
    }
}

#[test]
fn what_a_job_opens_is_added_to_the_one_sight() {
    // S58
    let studio = StudioId::from_random([1; 16]);
    let rules = Rules { client_logins: Switch::On, mode: AccessMode::Staircase };
    let nothing = Tree::new(studio, []).unwrap();
    let mut sight = resolve(&nothing, rules, &Viewer::stranger(), today().and_time(chrono::NaiveTime::MIN).and_utc());
    let part = school();
    sight.and_of_job(&part, JobKey::Own(subject(0)), today());
    sight.and_of_job(&part, JobKey::Confirmed(subject(1)), today());
    assert_eq!(sight.grant(gallery_of(0)).unwrap().gallery(), gallery_of(0));
    assert_eq!(sight.grant(gallery_of(2)), Err(Denied::Hidden));
    let seen: Vec<_> = sight.galleries().collect();
    assert_eq!(seen, [gallery_of_group(0), gallery_of(0), gallery_of(1)]);
    assert_eq!(sight.standing(gallery_of_group(0)).unwrap().reasons.len(), 2);
    assert_eq!((sight.above(gallery_of(0)), sight.below(gallery_of_group(0))), (None, vec![]));
}

#[test]
fn each_state_tells_parents_something_else() {
    // S57
    let ends_on = day("2027-09-30");
    let told = |state, today: &str| Told::of(state, ends_on, day(today));
    assert_eq!(told(JobState::Planning, "2026-10-01"), Told::Expected);
    assert_eq!(told(JobState::Published, "2027-09-30"), Told::Here);
    assert_eq!(told(JobState::Archived, "2026-10-01"), Told::Archived);
    for state in JobState::ALL {
        assert_eq!(told(*state, "2027-10-01"), Told::Ended);
    }
}

#[test]
fn staff_keep_files_only_where_the_job_says_so_and_no_longer_than_they_come_in() {
    // S41
    let mut part = school();
    let may = |part: &JobPart, today| part.rules.staff.let_save(part.rules.state, part.rules.ends_on, today);
    assert!(!may(&part, today()));
    part.rules.staff.downloads = true;
    assert!(may(&part, today()));
    part.rules.staff.until = Some(today());
    assert!(!may(&part, day("2026-10-02")));
    part.rules.state = JobState::Archived;
    assert!(!may(&part, today()));
}

fn schools() -> impl Strategy<Value = JobPart> {
    let of_subjects = prop::collection::vec((any::<bool>(), any::<bool>(), prop::option::of(0..2u8)), 7);
    let of_job = (0..3usize, any::<bool>(), any::<bool>(), prop::option::of(0..2u8));
    (of_subjects, of_job).prop_map(|(subjects, (state, connection, protected, scope))| {
        let mut part = school();
        part.rules.state = JobState::ALL[state];
        part.rules.connection = connection;
        part.rules.staff = StaffTerms { group: scope.map(group), until: None, protected, downloads: false };
        for (place, (protected, refused, class)) in part.subjects.iter_mut().zip(subjects) {
            place.protected = protected;
            place.consent = if refused { Consent::Refused } else { Consent::Given };
            place.group = class.map(group);
        }
        part
    })
}

proptest! {
    // S49, S58, S63
    #[test]
    fn no_key_of_a_child_ever_opens_another_childs_gallery(part in schools(), who in 0..7u8) {
        for key in [JobKey::Own(subject(who)), JobKey::Confirmed(subject(who))] {
            let opened = part.opens(key, today());
            for other in (0..7).filter(|other| *other != who) {
                prop_assert!(!opened.contains(&gallery_of(other)));
            }
            for class in 0..2 {
                let own = part.subjects[usize::from(who)].group == Some(group(class));
                prop_assert!(own || !opened.contains(&gallery_of_group(class)));
            }
        }
    }

    // S63
    #[test]
    fn nobody_but_members_sees_who_refused_and_nobody_without_a_published_job_sees_anything(part in schools()) {
        let keys = (0..7).flat_map(|who| [JobKey::Own(subject(who)), JobKey::Confirmed(subject(who))]);
        for key in keys.chain([staff(&part)]) {
            let opened = part.opens(key, today());
            prop_assert!(opened.is_empty() || part.rules.state == JobState::Published);
            for place in part.subjects.iter().filter(|place| place.consent == Consent::Refused) {
                prop_assert!(!opened.contains(&place.gallery));
            }
        }
    }
}
