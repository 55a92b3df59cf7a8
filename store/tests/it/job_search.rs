//! Photo jobs and the people in them are found by the beginnings of words, like all that has a name (S60, S61, S63).

use domain::ids::PhotoJobId;
use domain::photo_job::{GroupPhotos, JobName, Organisation, PersonName};
use domain::roster::{Column, Guess, Table, TableRow};
use domain::search::Wanted;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Found, JobDetails, NewSubject, Reading};

on_both!(
    a_job_is_found_by_its_name_and_its_organisation,
    somebody_is_found_by_names_and_identifier_with_job_and_group,
    who_lets_nobody_in_finds_people_by_their_names_alone,
    what_an_import_changes_is_found_as_it_is_now,
    an_extra_card_is_found_once_it_has_a_name,
    who_is_gone_is_not_found_and_no_word_of_a_name_stays,
    no_studio_finds_people_of_another_one,
);

async fn found(scene: &Scene<'_>, typed: &str) -> Found {
    scene.store.search(&scene.desk, &Wanted::parse(typed).unwrap(), true, 9).await.unwrap()
}

/// Name, job and group of the people who were found.
async fn people(scene: &Scene<'_>, typed: &str) -> Vec<String> {
    let found = found(scene, typed).await.subjects;
    found.into_iter().map(|of| format!("{}, {} / {}", of.name, of.job_name, of.group)).collect()
}

/// Imports lines of first name, last name, group and identifier.
async fn import(scene: &Scene<'_>, job: PhotoJobId, lines: &[[&str; 4]]) {
    let row = |(line, cells): (u32, &[&str; 4])| TableRow { line, cells: cells.map(str::to_owned).to_vec() };
    let columns = vec![Column::FirstName, Column::LastName, Column::Group, Column::Identifier];
    let reading = Reading {
        table: Table { rows: (1..).zip(lines).map(row).collect() },
        encoding: None,
        delimiter: None,
        columns: Guess { has_header: false, columns },
    };
    let draft = scene.store.keep_roster(&scene.desk, job, &reading, None, noon()).await.unwrap();
    let digest = scene.store.roster_preview(&scene.desk, draft, noon()).await.unwrap().digest;
    scene.store.import_roster(&scene.desk, draft, &digest, false, noon()).await.unwrap();
}

async fn a_job_is_found_by_its_name_and_its_organisation(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    scene.photo_job("Spring 2026").await;
    let jobs = async |typed| found(&scene, typed).await.jobs.into_iter().map(|job| job.name).collect::<Vec<_>>();
    assert_eq!(jobs("aut").await, ["Autumn 2026"]);
    assert_eq!(jobs("linden grund").await, ["Autumn 2026", "Spring 2026"]);
    assert_eq!(jobs("2026 lindenhof aut").await, ["Autumn 2026"]);
    assert!(jobs("hof").await.is_empty());
    assert!(found(&scene, "aut").await.galleries.is_empty(), "its gallery lies in no tree");
    let new = JobDetails {
        name: JobName::parse("Herbst").unwrap(),
        organisation: Organisation::parse("Kita Sonnenblume").unwrap(),
        shot_on: noon().date_naive(),
    };
    let ends_on = noon().date_naive() + chrono::TimeDelta::days(30);
    place.store.change_photo_job(&scene.desk, job, &new, ends_on).await.unwrap();
    assert_eq!(jobs("sonn herb").await, ["Herbst"]);
    assert_eq!(found(&scene, "sonn").await.jobs[0].organisation, "Kita Sonnenblume");
    assert!(jobs("autumn").await.is_empty());
}

async fn somebody_is_found_by_names_and_identifier_with_job_and_group(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    import(
        &scene,
        job,
        &[["Łucja", "Wiśniewska", "1a", "K-4711"], ["", "", "2b", "K-4712"], ["محمد", "المصري", "", ""]],
    )
    .await;
    for typed in ["luc", "wisn", "WIŚ łuc", "4711", "luc 4711"] {
        assert_eq!(people(&scene, typed).await, ["Łucja Wiśniewska, Autumn 2026 / 1a"], "{typed}");
    }
    assert_eq!(people(&scene, "k 4712").await, ["K-4712, Autumn 2026 / 2b"]);
    assert_eq!(people(&scene, "محمد").await, ["محمد المصري, Autumn 2026 / "]);
    assert_eq!(people(&scene, "k").await.len(), 2);
    assert!(people(&scene, "1a").await.is_empty() && people(&scene, "711").await.is_empty());
    let id = found(&scene, "luc").await.subjects[0].id;
    assert_eq!(place.store.subject(&scene.desk, id).await.unwrap().1, job);
    // Of many some are shown, and that there are more.
    let wanted = Wanted::parse("k").unwrap();
    let some = place.store.search(&scene.desk, &wanted, true, 1).await.unwrap();
    assert!(some.subjects.len() == 1 && some.more);
}

// B06: an assistant does not see numbers of the school on the pages of a job, and learns none by searching.
async fn who_lets_nobody_in_finds_people_by_their_names_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    import(&scene, job, &[["Ada", "King", "1a", "S-1017"], ["Bo", "Zorn", "1a", "King-9"], ["", "", "1a", "S-2000"]])
        .await;
    let found = async |typed: &str| {
        let found = place.store.search(&scene.desk, &Wanted::parse(typed).unwrap(), false, 1).await.unwrap();
        (found.subjects.into_iter().map(|of| of.name).collect::<Vec<_>>(), found.more)
    };
    assert_eq!(found("ada").await, (vec!["Ada King".to_owned()], false));
    for probe in ["1017", "s-1017", "ada 1017", "ada s", "9"] {
        assert_eq!(found(probe).await, (Vec::new(), false), "{probe}");
    }
    // Whoever's number begins so is neither shown nor counted.
    assert_eq!(found("king").await, (vec!["Ada King".to_owned()], false));
    // Without any name it is the name on the pages of the job.
    assert_eq!(found("2000").await, (vec!["S-2000".to_owned()], false));
}

async fn what_an_import_changes_is_found_as_it_is_now(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    import(&scene, job, &[["Elif", "Kaya", "1a", "7"]]).await;
    import(&scene, job, &[["Elif", "Demir", "1b", "7"]]).await;
    assert!(people(&scene, "kaya").await.is_empty());
    assert_eq!(people(&scene, "demir").await, ["Elif Demir, Autumn 2026 / 1b"]);
}

// S61
async fn an_extra_card_is_found_once_it_has_a_name(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    place.store.print_extra_cards(&scene.desk, school.job, 1, noon()).await.unwrap();
    let card = place.store.extra_cards(&scene.desk, school.job).await.unwrap().remove(0).subject.id;
    assert_eq!(place.texts("select 'kept' from name_word where word = ''").await, Vec::<String>::new());
    let name = NewSubject {
        first_name: PersonName::parse("Ole").unwrap(),
        last_name: PersonName::parse("Nimmt").unwrap(),
        group: Some(school.classes[0]),
        identifier: String::new(),
        also_accept: String::new(),
        email: String::new(),
        birth_date: None,
    };
    place.store.name_extra_card(&scene.desk, card, &name).await.unwrap();
    assert_eq!(people(&scene, "nim ole").await, ["Ole Nimmt, Autumn 2026 / 1a"]);
}

// S63
async fn who_is_gone_is_not_found_and_no_word_of_a_name_stays(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    assert_eq!(people(&scene, "zoe").await.len(), 1);
    place.store.erase_subject(&scene.desk, school.children[4], GroupPhotos::KeepBack, noon()).await.unwrap();
    assert!(people(&scene, "zoe").await.is_empty());
    let words = place.texts("select word from name_word").await;
    let kept = |word: &str| words.iter().any(|kept| kept == word);
    assert!(kept("rossi") && !kept("zoe") && !kept("dijk"));
    place.store.delete_photo_job(&scene.desk, school.job, noon()).await.unwrap();
    assert!(people(&scene, "anna").await.is_empty() && found(&scene, "autumn").await.jobs.is_empty());
    assert_eq!(place.texts("select word from name_word").await, Vec::<String>::new());
}

// S32
async fn no_studio_finds_people_of_another_one(place: Throwaway) {
    let ours = Scene::first(&place.store, "nordlicht").await;
    let theirs = Scene::another(&place.store, "meerblick").await;
    theirs.school().await;
    let found = found(&ours, "a").await;
    assert!(found.jobs.is_empty() && found.subjects.is_empty() && !found.more);
    assert_eq!(people(&theirs, "anna").await.len(), 2);
}
