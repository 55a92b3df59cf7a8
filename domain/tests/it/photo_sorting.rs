//! Whose photographs are whose: by the cards between them, and by the names of their files (S62).

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime};
use domain::code::Code;
use domain::ids::{PhotoId, SubjectId};
use domain::photo::natural_cmp;
use domain::photo_job::file_names::FileNames;
use domain::photo_job::sorting::{ByCards, CardShows, Shot, What, by_cards};
use proptest::prelude::*;

const CHILDREN: [SubjectId; 3] = [child(1), child(2), child(3)];

const fn child(number: u8) -> SubjectId {
    SubjectId::from_random([number; 16])
}

fn photo(number: usize) -> PhotoId {
    let mut random = [0; 16];
    random[..8].copy_from_slice(&number.to_be_bytes());
    PhotoId::from_random(random)
}

fn second(seconds: i64) -> NaiveDateTime {
    DateTime::from_timestamp(1_790_000_000 + seconds, 0).unwrap().naive_utc()
}

/// A day in one letter a picture: `p` a photograph, `h` one that was sorted by hand, `?` a doubtful card, a digit the card
/// of that child; one a second.
fn day(pictures: &str) -> Vec<Shot<'static>> {
    let what = |letter| match letter {
        'p' => What::Photograph,
        'h' => What::Settled,
        '?' => What::Doubtful,
        digit => What::Card(CHILDREN[digit.to_digit(10).unwrap() as usize - 1]),
    };
    let shot = |(place, letter)| Shot {
        id: photo(place),
        camera: "",
        taken_at: Some(second(i64::try_from(place).unwrap())),
        file_name: "IMG.jpg",
        what: what(letter),
    };
    pictures.chars().enumerate().map(shot).collect()
}

/// The result in words: for each child in turn the places of the photographs, then those that nobody speaks for.
fn told(sorted: &ByCards) -> String {
    let place = |id: &PhotoId| (0..1000).find(|place| photo(*place) == *id).unwrap().to_string();
    let places = |ids: &[PhotoId]| ids.iter().map(place).collect::<Vec<_>>().join(",");
    let number = |subject| CHILDREN.iter().position(|child| *child == subject).unwrap() + 1;
    let series = sorted.series.iter().map(|series| format!("{}:{}", number(series.subject), places(&series.photos)));
    let series: Vec<String> = series.collect();
    format!("{} | {} | {}", series.join(" "), places(&sorted.before), places(&sorted.after_doubt))
}

// S62
#[test]
fn a_card_begins_a_series_and_the_next_card_ends_it() {
    assert_eq!(told(&by_cards(&day("1pp2p3ppp"))), "1:1,2 2:4 3:6,7,8 |  | ");
}

// S62
#[test]
fn photographs_before_the_first_card_belong_to_nobody() {
    assert_eq!(told(&by_cards(&day("pp1p"))), "1:3 | 0,1 | ");
    assert_eq!(told(&by_cards(&day("ppp"))), " | 0,1,2 | ");
}

// S62
#[test]
fn the_same_card_again_goes_on_with_its_series() {
    assert_eq!(told(&by_cards(&day("11p1p2p"))), "1:2,4 2:6 |  | ");
}

// S62
#[test]
fn after_a_doubtful_card_nothing_is_sorted_until_the_next_one() {
    assert_eq!(told(&by_cards(&day("1p?pp2p"))), "1:1 2:6 |  | 3,4");
    assert_eq!(told(&by_cards(&day("p?p"))), " | 0 | 2");
}

/// A day as above, with names that count on from a number; and files that cannot be read, by their numbers.
fn numbered(pictures: &str, first: usize, lost: &[usize]) -> String {
    let shots = day(pictures);
    let named = |number: usize| format!("IMG_{}.jpg", (number - 1) % 9999 + 1);
    // What cannot be read has left a gap in the numbers.
    let mut numbers = (first..).filter(|number| !lost.contains(number));
    let names: Vec<String> = shots.iter().map(|_| named(numbers.next().unwrap())).collect();
    let lost_names: Vec<String> = lost.iter().map(|number| named(*number)).collect();
    let mut all: Vec<Shot<'_>> =
        shots.iter().zip(&names).map(|(shot, file_name)| Shot { file_name, ..*shot }).collect();
    let place = all.len();
    all.extend(lost_names.iter().enumerate().map(|(number, file_name)| Shot {
        id: photo(place + number),
        camera: "",
        taken_at: None,
        file_name,
        what: What::Unreadable,
    }));
    told(&by_cards(&all))
}

// S62: a card that cannot be read would leave the next child's photographs with the one before
#[test]
fn after_a_file_that_cannot_be_read_nothing_is_sorted_until_the_next_card() {
    assert_eq!(numbered("1pp2pp", 1, &[]), "1:1,2 2:4,5 |  | ");
    assert_eq!(numbered("1ppp2pp", 1, &[3]), "1:1 2:5,6 |  | 2,3");
    assert_eq!(numbered("1ppp2pp", 1, &[2]), "1: 2:5,6 |  | 1,2,3");
    assert_eq!(numbered("1pp2pp", 1, &[7]), "1:1,2 2:4,5 |  | ", "nothing came after it");
    assert_eq!(numbered("1pp2pp", 2, &[1]), "1:1,2 2:4,5 |  | ", "nothing came before it");
    assert_eq!(numbered("pp1p", 1, &[2]), "1:3 | 0,1 | ");
    // Past 9999 a camera begins anew.
    assert_eq!(numbered("1ppp2pp", 9998, &[10_000]), "1:1 2:5,6 |  | 2,3");
    assert_eq!(numbered("1ppp2pp", 9998, &[9999]), "1: 2:5,6 |  | 1,2,3");
}

// S62
#[test]
fn what_a_person_has_sorted_is_not_moved() {
    let sorted = by_cards(&day("h1php"));
    assert_eq!(told(&sorted), "1:2,4 |  | ");
    assert_eq!(sorted.series[0].settled, 1);
}

// S62
#[test]
fn a_card_without_a_photograph_is_told_unless_its_child_has_some_elsewhere() {
    let empty = |pictures| {
        let sorted = by_cards(&day(pictures));
        sorted.empty().iter().map(|series| series.card).collect::<Vec<_>>()
    };
    assert_eq!(empty("12p3"), [photo(0), photo(3)]);
    assert_eq!(empty("12p1p"), [], "photographed later");
    assert_eq!(empty("1h2p"), [], "sorted by hand");
    assert_eq!(empty("1212"), [photo(0), photo(1)], "each child once");
}

// S62: a card that was not seen at all leaves a child's photographs with the one before
#[test]
fn a_series_that_is_much_longer_than_the_others_is_told() {
    let long = |pictures| by_cards(&day(pictures)).long().iter().map(|series| series.card).collect::<Vec<_>>();
    assert_eq!(long("1pp2pp3pppppp"), [photo(6)]);
    assert_eq!(long("1pp2pp3ppppp"), [], "a few more are no sign");
    assert_eq!(long("1pppppp"), [], "with one there is nothing to compare");
    assert_eq!(long(""), []);
    assert_eq!(long("12"), []);
}

// S62: the class is photographed after its last child, and no card says so
#[test]
fn the_last_series_of_each_camera_is_told() {
    let last = |pictures| by_cards(&day(pictures)).last().iter().map(|series| series.card).collect::<Vec<_>>();
    assert_eq!(last("1pp2pp3pppp"), [photo(6)]);
    assert_eq!(last("1pp2pp3"), [], "nothing would follow it");
    assert_eq!(last("1pp2pp?pp"), [], "a doubtful card ends it");
    assert_eq!(last("ppp"), []);
    let mut two = day("1pp2pp");
    two[..3].iter_mut().for_each(|shot| shot.camera = "another");
    assert_eq!(by_cards(&two).last().len(), 2);
}

// S62
#[test]
fn pictures_of_one_second_are_in_the_order_of_their_names_as_people_count() {
    let names = ["IMG_9.jpg", "IMG_10.jpg", "IMG_11.jpg"];
    let whats = [What::Card(CHILDREN[0]), What::Photograph, What::Card(CHILDREN[1])];
    let shots = [2, 0, 1].map(|place: usize| Shot {
        id: photo(2 - place),
        camera: "",
        taken_at: Some(second(0)),
        file_name: names[place],
        what: whats[place],
    });
    assert_eq!(told(&by_cards(&shots)), "1:1 2: |  | ");
}

// S62
#[test]
fn two_cameras_do_not_stand_in_one_row_nor_do_pictures_without_a_time() {
    let mut shots = day("1p2pp");
    shots[3].camera = "Canon EOS R5 0123";
    shots[4].taken_at = None;
    assert_eq!(told(&by_cards(&shots)), "1:1 2: | 4,3 | ");
}

// S62
#[test]
fn only_what_no_code_was_read_in_may_be_a_photograph_after_all() {
    let may: Vec<_> = CardShows::ALL.iter().filter(|shows| shows.may_be_photograph()).collect();
    assert_eq!(may, [&CardShows::Unread, &CardShows::Told]);
}

fn any_shot() -> impl Strategy<Value = (What, &'static str, Option<i64>, &'static str)> {
    let what = prop_oneof![
        6 => Just(What::Photograph),
        1 => Just(What::Settled),
        3 => (0..3_usize).prop_map(|child| What::Card(CHILDREN[child])),
        1 => Just(What::Doubtful),
    ];
    let camera = prop_oneof![Just(""), Just("A 1"), Just("B 2")];
    let name = prop_oneof![Just("IMG_2.jpg"), Just("IMG_10.jpg"), Just("img_2.jpg"), Just("x.jpg")];
    (what, camera, prop::option::weighted(0.8, 0..6_i64), name)
}

proptest! {
    /// The rule, said of one photograph at a time: the last card before it in its row is whose it is.
    // S62
    #[test]
    fn a_photograph_belongs_to_the_last_card_before_it_or_to_nobody(
        kinds in prop::collection::vec(any_shot(), 0..40), turned in 0..40_usize,
    ) {
        let shots: Vec<Shot<'_>> = kinds.iter().enumerate().map(|(place, (what, camera, at, file_name))| Shot {
            id: photo(place), camera, taken_at: at.map(second), file_name, what: *what,
        }).collect();
        let sorted = by_cards(&shots);

        let before = |one: &Shot<'_>, other: &Shot<'_>| {
            one.camera == other.camera && one.taken_at.is_some() == other.taken_at.is_some()
                && (one.taken_at, one.id) != (other.taken_at, other.id)
                && one.taken_at.cmp(&other.taken_at)
                    .then_with(|| natural_cmp(one.file_name, other.file_name))
                    .then_with(|| one.id.cmp(&other.id)).is_lt()
        };
        for shot in &shots {
            let cards = shots.iter().filter(|card| matches!(card.what, What::Card(_) | What::Doubtful) && before(card, shot));
            let last = cards.reduce(|last, card| if before(last, card) { card } else { last });
            let of = sorted.series.iter().find(|series| series.photos.contains(&shot.id)).map(|series| series.subject);
            let (loose, doubted) = (sorted.before.contains(&shot.id), sorted.after_doubt.contains(&shot.id));
            let wanted = match (shot.what, last.map(|card| card.what)) {
                (What::Photograph, Some(What::Card(subject))) => (Some(subject), false, false),
                (What::Photograph, None) => (None, true, false),
                (What::Photograph, _) => (None, false, true),
                _ => (None, false, false),
            };
            prop_assert_eq!((of, loose, doubted), wanted);
        }
        // Nothing twice, and whatever order they come in.
        let all = sorted.series.iter().flat_map(|series| &series.photos).chain(&sorted.before).chain(&sorted.after_doubt);
        let all: Vec<_> = all.collect();
        prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        let mut other = shots.clone();
        other.rotate_left(turned.min(shots.len()));
        other.reverse();
        prop_assert_eq!(by_cards(&other), sorted);
    }
}

fn names() -> FileNames {
    let mut names = FileNames::default();
    let code = Code::parse("7KQF-2M9X-ABCD").unwrap();
    names.add(CHILDREN[0], "1017", Some(&code));
    names.add(CHILDREN[1], "3a-Öztürk", None);
    names.add(CHILDREN[2], "", None);
    names
}

// S62
#[test]
fn a_file_name_that_begins_with_an_identifier_speaks_of_its_subject() {
    for name in ["1017.jpg", "1017_2.jpg", "1017 Anna.JPG"] {
        assert_eq!(names().subject_of(name), Some(CHILDREN[0]), "{name}");
    }
    assert_eq!(names().subject_of("3A_öztürk-4.jpg"), Some(CHILDREN[1]));
    assert_eq!(names().subject_of("Lindenhof 3a Öztürk 4.jpg"), Some(CHILDREN[1]), "and with letters further on");
}

// S62
#[test]
fn a_cameras_counter_is_no_identifier() {
    for name in ["IMG_1017.jpg", "DSC01017.jpg", "10170.jpg", "20261017_1017.jpg", "x.1017.jpg", "1017", ".jpg", ""] {
        let wanted = (name == "1017").then_some(CHILDREN[0]);
        assert_eq!(names().subject_of(name), wanted, "{name}");
    }
}

// S62
#[test]
fn a_file_name_that_holds_a_code_speaks_of_its_subject() {
    for name in ["7KQF-2M9X-ABCD.jpg", "IMG_12_7kqf2m9xabcd.jpg", "7kqf 2m9x abcd (2).jpg"] {
        assert_eq!(names().subject_of(name), Some(CHILDREN[0]), "{name}");
    }
    assert_eq!(names().subject_of("7KQF-2M9X-ABCE.jpg"), None);
}

// S62
#[test]
fn a_file_name_that_speaks_of_two_subjects_speaks_of_nobody() {
    assert_eq!(names().subject_of("1017 3a Öztürk.jpg"), None);
    let mut twice = names();
    twice.add(CHILDREN[2], "1017", None);
    assert_eq!(twice.subject_of("1017_2.jpg"), None, "the school gave it twice");
}
