//! Whom a typed name finds in a database: the demo's school, and the table of how its names are spelled (S54; T29 of SECURITY
//! section 7).

use std::collections::{BTreeMap, BTreeSet};

use domain::name_match::keys_typed;
use domain::photo_job::{Consent, PersonName};
use store::NewSubject;
use store::fixtures::{Scene, Throwaway, noon};

use crate::spellings::{children, table};

on_both!(every_listed_spelling_finds_its_child_in_a_database_and_nobody_who_is_protected);

// S54, S63, T29
async fn every_listed_spelling_finds_its_child_in_a_database_and_nobody_who_is_protected(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let children = children();
    let name = |text: &str| PersonName::parse(text).unwrap();
    let new: Vec<NewSubject> = children
        .iter()
        .map(|child| NewSubject {
            first_name: name(&child.first),
            last_name: name(&child.last),
            group: None,
            identifier: child.number.clone(),
            also_accept: child.also.clone(),
            email: String::new(),
            birth_date: None,
        })
        .collect();
    let made = place.store.add_subjects(&scene.desk, job, &new, noon()).await.unwrap();
    let numbers: BTreeMap<_, _> = made.into_iter().zip(children.iter().map(|child| child.number.as_str())).collect();
    // Every seventh is protected.
    let protected: BTreeSet<&str> = numbers.values().step_by(7).copied().collect();
    for (child, _) in numbers.iter().filter(|(_, number)| protected.contains(*number)) {
        scene.protect(*child, true, Consent::Given, Consent::Given).await;
    }
    let job = place.store.photo_job(&scene.desk, job).await.unwrap().job;
    let (mut wrong, mut held) = (Vec::new(), 0);
    for (expected, is_found, first, last) in table() {
        let found = place.store.subjects_of_name(scene.studio.id, &job, &keys_typed(&first, &last)).await.unwrap();
        let found: BTreeMap<&str, bool> = found.iter().map(|child| (numbers[&child.id], child.admitted)).collect();
        let expected = expected.iter().filter(|_| is_found).map(|number| (&**number, !protected.contains(&**number)));
        held += usize::from(found.values().any(|admitted| !admitted));
        if found != expected.collect() {
            wrong.push(format!("{first} | {last} finds {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(held >= 50, "{held} spellings are of protected children");
}
