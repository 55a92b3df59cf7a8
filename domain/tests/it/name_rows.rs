//! What a roster's row says besides the name, what a job asks besides it, and what is stored (S54, S60).

use std::collections::BTreeSet;

use domain::name_match::{
    LONGEST_KEY, MOST_KEYS, NameKey, Named, group_key, has_latin_key, homonyms, keys_of, keys_typed, spellings,
};

use crate::names::{finds, named};

#[test]
fn also_accept_is_read_as_a_secretary_writes_it() {
    // S54, S60
    let read = |first, last, also| {
        let all = spellings(&Named { first, last, also });
        all[1..].iter().map(|s| format!("{}|{}", s.first, s.last)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(read("محمد", "Haddad", "Mohamed; Muhammad/Mohammed"), "Mohamed|Haddad Muhammad|Haddad Mohammed|Haddad");
    assert_eq!(read("محمد", "المصري", "Al-Masri, Mohamed"), "Mohamed|Al-Masri");
    assert_eq!(read("محمد", "المصري", "Mohamed Al-Masri"), "Mohamed|Al-Masri");
    assert_eq!(read("محمد", "المصري", "Mohamed Ali Masri"), "Mohamed|Ali Masri Mohamed Ali|Masri");
    assert_eq!(read("Eva", "Roth", "Schmidt,"), "Eva|Schmidt");
    assert_eq!(read("Eva", "Roth", "Evi Roth; Roth Evchen; Eva Maria"), "Evi|Roth Evchen|Roth Eva Maria|Roth");
    assert_eq!(read("Eva", "Roth", "Evi, Ewa, Evka"), "Evi|Roth Ewa|Roth Evka|Roth");
    assert_eq!(read("Юлія", "Шевченко", "Julia Schewtschenko"), "Julia|Schewtschenko");
    assert_eq!(read("Eva", "Roth", " ; / - "), "");

    let child = Named { first: "محمد", last: "المصري", also: "Al-Masri, Mohamed; El Masri, Muhammad" };
    assert!(finds(("mohamed", "almasri"), &child) && finds(("El-Masri", "Muhammad"), &child));
    assert!(finds(("محمد", "المصرى"), &child) && !finds(("Mohamed", "El Masri"), &child));
    assert!(has_latin_key(&child));
    assert!(!has_latin_key(&Named { also: "Mohamed", ..child }), "the last name has none");
    for (first, last) in [("محمد", "المصري"), ("小明", "王"), ("민준", "김"), ("דוד", "לוי")] {
        assert!(!has_latin_key(&named(first, last)) && !keys_of(&named(first, last)).is_empty());
    }
}

pub fn homonyms_of(names: &[Named<'_>]) -> BTreeSet<usize> {
    let all = names.iter().enumerate();
    homonyms(all.flat_map(|(at, name)| keys_of(name).into_iter().map(move |key| (at, key))))
}

#[test]
fn who_shares_a_spelling_with_another_child_is_a_homonym() {
    // S54
    let names = [
        ("Anna", "Müller"),
        ("Anna Maria", "Mueller"),
        ("Anna-Lena", "Müller"),
        ("Muller", "Anna"),
        ("Paul", "Martin"),
        ("Martin", "Paul"),
        ("Jan", "Berg"),
        ("Jan", "van Berg"),
        ("Сергей", "Попов"),
        ("Sergej", "Popov"),
        ("Сергеи", "Попова"),
    ];
    let names = names.map(|(first, last)| named(first, last));
    assert_eq!(homonyms_of(&names), BTreeSet::from([0, 1, 3, 4, 5, 8, 9]));
    let joels = [named("Jöl", "Roth"), named("Joel", "Roth"), named("Jol", "Roth")];
    assert_eq!(homonyms_of(&joels[1..]), BTreeSet::from([0, 1]), "`Jöl Roth` would find both");
    let also = [Named { also: "Lena", ..named("Magdalena", "Roth") }, named("Lena", "Roth")];
    assert_eq!(homonyms_of(&also), BTreeSet::from([0, 1]));
    assert!(homonyms_of(&names[..1]).is_empty());
}

#[test]
fn a_class_may_be_typed_in_its_usual_ways() {
    // S54
    let key = |typed| group_key(typed).unwrap().as_str().to_owned();
    for typed in [
        "3b",
        "3 B",
        "3-b",
        "3.b",
        "03B",
        "Klasse 3b",
        "klasse3b",
        "Kl. 3b",
        "3b sınıfı",
        "3-B клас",
        "3. Klasse b",
        "٣b",
        "3ª B",
        "３ｂ",
        "classe 3B",
    ] {
        assert_eq!(key(typed), "3b", "{typed}");
    }
    assert_eq!(key("Füchse"), key("FUECHSE"));
    assert_eq!(key("Klasse"), "klasse");
    let apart = ["3b", "3a", "13b", "1/1", "11", "1/11", "Gruppe 1", "1", "Füchse", "Fuchs", "Blau", "Blaue", "10a"];
    assert_eq!(apart.iter().map(|name| key(name)).collect::<BTreeSet<_>>().len(), apart.len());
    assert_eq!(key("1-1"), key("1/1"));
    assert_eq!((group_key(" - "), group_key("")), (None, None));
}

#[test]
fn keys_are_bounded_and_long_names_are_not_lost() {
    let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(5);
    let child = named("Анна Марія", &long);
    assert!(finds(("анна", &long.to_uppercase()), &child) && finds(("Anna Mariia", &long), &child));
    assert!(!finds(("анна", &long[1..]), &child) && !finds(("анна", &long[..long.len() - 2]), &child));
    let also: String = ["Єлизавета", "Юлія", "Ґалина", "Щука", "Жанна", "Зоя", "Цезар", "Івась", "Яна"]
        .map(|name| format!("{name}; Євжещук, {name}; "))
        .concat();
    let crowded = Named { also: &also, ..named("Юлій Євген", "Щербацький Жайчук") };
    let keys = keys_of(&crowded);
    assert_eq!(keys.len(), MOST_KEYS);
    assert!(finds(("Юлій", "Щербацький-Жайчук"), &crowded) && finds(("Жанна", "Щербацький Жайчук"), &crowded));
    assert!(keys.iter().chain(&keys_of(&child)).all(|key| key.as_str().len() <= LONGEST_KEY));
    assert_eq!(format!("{:?}", keys.first().unwrap()), "NameKey(..)");
}

#[test]
fn a_key_is_a_text_for_the_database() {
    let keys: Vec<String> = keys_of(&named("Zoë", "Ängström")).into_iter().map(String::from).collect();
    assert_eq!(keys, ["aengstroem|zoe", "angstrom|zoe"]);
    assert_eq!(
        keys_typed("Zoe", "Angstrom").iter().map(NameKey::as_str).collect::<Vec<_>>(),
        ["angstrom|zoe", "~angstrom|zoe"]
    );
}
