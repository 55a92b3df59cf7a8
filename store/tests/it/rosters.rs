//! Lists of schools come into a job (S60): as shown, all or nothing, again without loss, and for nobody else to read.

mod settling;

use bytes::Bytes;
use chrono::TimeDelta;
use domain::code::Code;
use domain::ids::{PhotoJobId, RosterDraftId, SubjectId};
use domain::name_match::keys_typed;
use domain::roster::{Column, Guess, Table, TableRow};
use store::fixtures::{Scene, Throwaway, noon};
use store::{Error, Imported, JobCode, Reading, RosterPreview};

on_both!(
    a_list_brings_people_groups_codes_and_what_finds_them,
    the_same_list_again_changes_nothing,
    a_changed_list_changes_what_it_says_and_keeps_photographs_codes_and_whoever_is_missing,
    a_code_of_the_file_is_taken_if_it_is_free_and_hard_to_guess,
    what_is_imported_is_what_was_shown,
    of_two_who_confirm_at_once_one_imports,
    a_list_is_for_the_member_who_sent_it_alone_and_for_a_day,
    a_list_lies_sealed_and_goes_with_its_import,
    a_studio_keeps_ten_lists_and_a_member_one_of_a_job,
    namesakes_in_the_list_are_noted_and_end_with_another_name,
    two_thousand_people_come_in_one_go,
);

const COLUMNS: [Column; 6] =
    [Column::LastName, Column::FirstName, Column::Group, Column::Identifier, Column::AlsoAccept, Column::Code];

/// Lines with `|` between the cells, as [`COLUMNS`] says.
fn list(lines: &[&str]) -> Reading {
    let cells = |line: &str| line.split('|').map(str::to_owned).collect();
    let rows = lines.iter().zip(1..).map(|(text, line)| TableRow { line, cells: cells(text) }).collect();
    let columns = Guess { has_header: false, columns: COLUMNS.to_vec() };
    Reading { table: Table { rows }, encoding: None, delimiter: None, columns }
}

pub async fn sent(scene: &Scene<'_>, job: PhotoJobId, lines: &[&str]) -> RosterDraftId {
    scene.store.keep_roster(&scene.desk, job, &list(lines), None, noon()).await.unwrap()
}

pub async fn shown(scene: &Scene<'_>, draft: RosterDraftId) -> RosterPreview {
    scene.store.roster_preview(&scene.desk, draft, noon()).await.unwrap()
}

pub async fn imported(scene: &Scene<'_>, job: PhotoJobId, lines: &[&str]) -> Imported {
    let draft = sent(scene, job, lines).await;
    let digest = shown(scene, draft).await.digest;
    scene.store.import_roster(&scene.desk, draft, &digest, false, noon()).await.unwrap()
}

/// First name, last name and group of everybody, in order of their letters.
pub async fn people(scene: &Scene<'_>, job: PhotoJobId) -> Vec<String> {
    let groups = scene.store.groups(&scene.desk, job).await.unwrap();
    let subjects = scene.store.subjects(&scene.desk, job).await.unwrap();
    let of = |id| groups.iter().find(|group| Some(group.id) == id).map_or("-", |group| group.name.as_str());
    let mut people: Vec<String> =
        subjects.iter().map(|subject| format!("{} {}", subject.name(), of(subject.group))).collect();
    people.sort();
    people
}

pub async fn named(scene: &Scene<'_>, job: PhotoJobId, name: &str) -> store::Subject {
    let subjects = scene.store.subjects(&scene.desk, job).await.unwrap();
    subjects.into_iter().find(|subject| subject.name() == name).expect("somebody of that name")
}

async fn found(scene: &Scene<'_>, job: PhotoJobId, first: &str, last: &str) -> Vec<SubjectId> {
    let job = scene.store.photo_job(&scene.desk, job).await.unwrap().job;
    let found = scene.store.subjects_of_name(scene.studio.id, &job, &keys_typed(first, last)).await.unwrap();
    found.into_iter().map(|child| child.id).collect()
}

// S58, S60
async fn a_list_brings_people_groups_codes_and_what_finds_them(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    scene.group(job, "1a").await;
    let done = imported(
        &scene,
        job,
        &["Müller|Anna|1A|7||", "Öztürk|Ben|2b|8||", "المصري|محمد|2b|9|Al-Masri, Mohamed|", "||2b|10||"],
    )
    .await;
    assert_eq!((done.added, done.changed, done.unchanged, done.missing), (4, 0, 0, 0));
    assert_eq!(people(&scene, job).await, ["10 2b", "Anna Müller 1a", "Ben Öztürk 2b", "محمد المصري 2b"]);
    let anna = named(&scene, job, "Anna Müller").await;
    assert_eq!(found(&scene, job, "anna", "MUELLER").await, [anna.id]);
    let third = named(&scene, job, "محمد المصري").await;
    assert_eq!(found(&scene, job, "Mohamed", "al masri").await, [third.id]);
    // Each code opens that one's gallery.
    scene.store.set_job_state(&scene.desk, job, domain::photo_job::JobState::Published).await.unwrap();
    let token = scene.enter(&scene.subject_code(job, anna.id).await).await.unwrap();
    assert!(scene.seen_by(&token).await.contains(&anna.gallery));
    assert_eq!(place.store.connection(&scene.desk, job).await.unwrap().nameless, 1);
}

// S60
async fn the_same_list_again_changes_nothing(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let lines = ["Müller|Anna|1a|7|Ana; Anne|ROSE-41-HAUS-9X", "Müller|Anna|1A|8||", "Kaya|Elif|1a|||"];
    imported(&scene, job, &lines).await;
    let rows = || async {
        let mut rows = place
            .texts("select first_name || last_name || identifier || also_accept || name_key from subject order by 1")
            .await;
        rows.extend(place.texts("select name_key from subject_name order by 1").await);
        rows.extend(place.texts("select kind || cast(generation as text) from access_code order by 1").await);
        rows.extend(place.texts("select name from job_group order by 1").await);
        rows
    };
    let before = rows().await;
    let done = imported(&scene, job, &lines).await;
    assert_eq!((done.added, done.changed, done.unchanged, done.missing, done.ambiguous), (0, 0, 3, 0, 0));
    assert_eq!(rows().await, before);
}

// S60
async fn a_changed_list_changes_what_it_says_and_keeps_photographs_codes_and_whoever_is_missing(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    imported(&scene, job, &["Müller|Anna|1a|7||", "Öztürk|Ben|1a|8||", "Rossi|Carla|1a|9||"]).await;
    let anna = named(&scene, job, "Anna Müller").await;
    let code = scene.subject_code(job, anna.id).await;
    scene.photo(anna.gallery, "portrait.jpg", noon()).await;
    let draft = sent(&scene, job, &["Müller-Schulz|Anna|2a|7||", "Öztürk|Benjamin|1a|8||", "Weber|Mia|2a|11||"]).await;
    let preview = shown(&scene, draft).await;
    assert_eq!(preview.new_groups, ["2a"]);
    assert_eq!(preview.comparison.changed.len(), 2);
    let done = scene.store.import_roster(&scene.desk, draft, &preview.digest, false, noon()).await.unwrap();
    assert_eq!((done.added, done.changed, done.unchanged, done.missing), (1, 2, 0, 1));
    assert_eq!(
        people(&scene, job).await,
        ["Anna Müller-Schulz 2a", "Benjamin Öztürk 1a", "Carla Rossi 1a", "Mia Weber 2a"]
    );
    let after = named(&scene, job, "Anna Müller-Schulz").await;
    assert_eq!((after.id, after.gallery, after.photos), (anna.id, anna.gallery, 1));
    assert_eq!(scene.subject_code(job, anna.id).await, code);
    // Found by the new name alone.
    assert_eq!(found(&scene, job, "Anna", "Müller Schulz").await, [anna.id]);
    assert!(found(&scene, job, "Anna", "Müller").await.is_empty());
    assert_eq!(place.texts("select name from gallery where name like 'Ben%'").await, ["Benjamin"]);
}

// S59, S60
async fn a_code_of_the_file_is_taken_if_it_is_free_and_hard_to_guess(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let other = scene.school().await;
    let elsewhere = scene.subject_code(other.job, other.children[0]).await;
    scene.job_code(other.job, JobCode::Staff, "STAFF-OF-THE-SCHOOL-1").await;
    let job = scene.photo_job("Spring 2027").await;
    let before = scene.store.subject_codes(&scene.desk, other.job).await.unwrap();
    let draft = sent(
        &scene,
        job,
        &[
            "Müller|Anna|1a|7||rose-41-haus-9x",
            &format!("Öztürk|Ben|1a|8||{elsewhere}"),
            "Rossi|Carla|1a|9||STAFF OF THE SCHOOL 1",
            "Weber|Mia|1a|4711471147||4711471147",
            "Kaya|Elif|1a|11||12345678",
            "Novák|Ondřej|1a|12||Ondrej-K7-2XRD-94",
        ],
    )
    .await;
    let preview = shown(&scene, draft).await;
    let refused: Vec<_> = preview.refused.iter().map(|refused| (refused.line, refused.taken)).collect();
    assert_eq!(refused, [(2, true), (3, true), (4, false), (5, false), (6, false)]);
    scene.store.import_roster(&scene.desk, draft, &preview.digest, false, noon()).await.unwrap();
    let anna = named(&scene, job, "Anna Müller").await.id;
    assert_eq!(Code::parse(&scene.subject_code(job, anna).await), Code::parse("ROSE41HAUS9X"));
    let ben = named(&scene, job, "Ben Öztürk").await.id;
    assert_ne!(scene.subject_code(job, ben).await, elsewhere);
    let after = scene.store.subject_codes(&scene.desk, other.job).await.unwrap();
    let texts = |codes: Vec<store::SubjectCode>| codes.iter().map(|code| code.code.display()).collect::<Vec<_>>();
    assert_eq!(texts(after), texts(before));
    // Another code ends the old one; the codes of two of the same job are not swapped.
    let again = ["Müller|Anna|1a|7||BLAU-77-WALD-3K", "Kaya|Elif|1a|11||rose-41-haus-9x"];
    let draft = sent(&scene, job, &again).await;
    let preview = shown(&scene, draft).await;
    assert_eq!(preview.refused.iter().map(|of| (of.line, of.taken)).collect::<Vec<_>>(), [(2, true)]);
    scene.store.import_roster(&scene.desk, draft, &preview.digest, false, noon()).await.unwrap();
    assert!(scene.enter("rose-41-haus-9x").await.is_none());
    assert!(scene.enter("blau-77-wald-3k").await.is_some());
    // One that was lost comes back by no list, neither for its child nor for another.
    scene.store.renew_subject_code(&scene.desk, anna).await.unwrap();
    let new = scene.subject_code(job, anna).await;
    for row in ["Müller|Anna|1a|7||BLAU-77-WALD-3K", "Kaya|Elif|1a|11||blau-77-wald-3k"] {
        let draft = sent(&scene, job, &[row]).await;
        let preview = shown(&scene, draft).await;
        assert_eq!(preview.refused.iter().map(|of| (of.line, of.taken)).collect::<Vec<_>>(), [(1, true)], "{row}");
        scene.store.import_roster(&scene.desk, draft, &preview.digest, false, noon()).await.unwrap();
        assert_eq!(scene.subject_code(job, anna).await, new, "{row}");
        assert!(scene.enter("BLAU-77-WALD-3K").await.is_none(), "{row}");
    }
}

// S60
async fn what_is_imported_is_what_was_shown(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let draft = sent(&scene, job, &["Müller|Anna|1a|7||ROSE-41-HAUS-9X", "Kaya|Elif|1b|8||"]).await;
    let import = async |digest: &str| scene.store.import_roster(&scene.desk, draft, digest, false, noon()).await;
    // Somebody adds the child by hand, makes the class, takes the code.
    let first = shown(&scene, draft).await.digest;
    scene.subject(job, ("Anna", "Müller"), None).await;
    refused!(import(&first).await, Error::ChangedMeanwhile);
    let second = shown(&scene, draft).await.digest;
    scene.group(job, "1b").await;
    refused!(import(&second).await, Error::ChangedMeanwhile);
    let third = shown(&scene, draft).await;
    assert!(third.refused.is_empty());
    scene.login("Familie Brandt", "rose-41-haus-9x", &[]).await;
    refused!(import(&third.digest).await, Error::ChangedMeanwhile);
    // Another way to read it is another list.
    let fourth = shown(&scene, draft).await;
    assert_eq!(fourth.refused.len(), 1);
    let mut reading = fourth.draft.reading;
    reading.columns.columns.swap(0, 1);
    scene.store.read_roster_anew(&scene.desk, draft, &reading).await.unwrap();
    refused!(import(&fourth.digest).await, Error::ChangedMeanwhile);
    assert_eq!(people(&scene, job).await, ["Anna Müller -"]);
    let fifth = shown(&scene, draft).await;
    import(&fifth.digest).await.unwrap();
    assert_eq!(people(&scene, job).await.len(), 3);
    refused!(import(&fifth.digest).await, Error::NotFound);
}

// S60
async fn of_two_who_confirm_at_once_one_imports(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let draft = sent(&scene, job, &["Müller|Anna|1a|7||", "Kaya|Elif|1b|8||"]).await;
    let digest = shown(&scene, draft).await.digest;
    let import = || scene.store.import_roster(&scene.desk, draft, &digest, false, noon());
    let (one, other) = futures::join!(import(), import());
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    assert_eq!(people(&scene, job).await.len(), 2);
}

// S60, B06
async fn a_list_is_for_the_member_who_sent_it_alone_and_for_a_day(place: Throwaway) {
    let store = &place.store;
    let scene = Scene::first(store, "nordlicht").await;
    let other = Scene::another(store, "suedlicht").await;
    let (job, theirs) = (scene.photo_job("Autumn 2026").await, other.photo_job("Theirs").await);
    refused!(store.keep_roster(&scene.desk, theirs, &list(&["Müller|Anna"]), None, noon()).await, Error::NotFound);
    let file = Bytes::from_static(b"Anna");
    let draft = store.keep_roster(&scene.desk, job, &list(&["Müller|Anna"]), Some(file.clone()), noon()).await.unwrap();
    let digest = shown(&scene, draft).await.digest;
    refused!(store.roster_draft(&other.desk, draft, noon()).await, Error::NotFound);
    refused!(store.roster_file(&other.desk, draft, noon()).await, Error::NotFound);
    refused!(store.roster_preview(&other.desk, draft, noon()).await, Error::NotFound);
    refused!(store.read_roster_anew(&other.desk, draft, &list(&[])).await, Error::NotFound);
    refused!(store.import_roster(&other.desk, draft, &digest, false, noon()).await, Error::NotFound);
    refused!(store.drop_roster(&other.desk, draft).await, Error::NotFound);
    assert_eq!(store.waiting_roster(&other.desk, job, noon()).await.unwrap(), None);
    assert_eq!(store.waiting_roster(&scene.desk, job, noon()).await.unwrap(), Some(draft));
    assert_eq!(store.roster_file(&scene.desk, draft, noon()).await.unwrap(), Some(file));
    let later = noon() + TimeDelta::days(1);
    store.sweep_rosters(later - TimeDelta::seconds(1)).await.unwrap();
    store.roster_draft(&scene.desk, draft, later - TimeDelta::seconds(1)).await.unwrap();
    refused!(store.roster_draft(&scene.desk, draft, later).await, Error::NotFound);
    refused!(store.roster_file(&scene.desk, draft, later).await, Error::NotFound);
    refused!(store.import_roster(&scene.desk, draft, &digest, false, later).await, Error::NotFound);
    store.sweep_rosters(later).await.unwrap();
    assert_eq!(place.number("select count(*) from roster_draft").await, 0);
    assert!(people(&scene, job).await.is_empty());
}

// S60: no code lies as it was typed
async fn a_list_lies_sealed_and_goes_with_its_import(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let reading = list(&["Müller|Anna|1a|7||ROSE-41-HAUS-9X"]);
    let file = Some(Bytes::from_static(b"Anna;ROSE-41-HAUS-9X"));
    let draft = place.store.keep_roster(&scene.desk, job, &reading, file, noon()).await.unwrap();
    // PostgreSQL writes bytes as digits.
    let clear = "select count(*) from roster_draft where cast(reading as text) like '%Anna%'
                 or cast(file as text) like '%Anna%' or cast(file as text) like '%416e6e61%'";
    assert_eq!(place.number(clear).await, 0);
    assert_eq!(place.number("select count(*) from roster_draft where length(file) > 20").await, 1);
    // A copy that is moved to another list opens nothing.
    let second = scene.photo_job("Another").await;
    sent(&scene, second, &["Kaya|Elif"]).await;
    let digest = shown(&scene, draft).await.digest;
    place.store.import_roster(&scene.desk, draft, &digest, false, noon()).await.unwrap();
    assert_eq!(place.number("select count(*) from roster_draft").await, 1);
    let third = scene.photo_job("A third").await;
    let third = sent(&scene, third, &["Rossi|Carla"]).await;
    place
        .tamper("update roster_draft set reading = (select r.reading from roster_draft r order by r.id limit 1)")
        .await;
    let both = [third, place.store.waiting_roster(&scene.desk, second, noon()).await.unwrap().unwrap()];
    let mut broken = 0;
    for draft in both {
        broken +=
            i32::from(matches!(place.store.roster_draft(&scene.desk, draft, noon()).await, Err(Error::Corrupt(_))));
    }
    assert_eq!(broken, 1);
}

// S60
async fn a_studio_keeps_ten_lists_and_a_member_one_of_a_job(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let mut kept = Vec::new();
    for number in 0..12 {
        let job = scene.photo_job(&format!("Job {number}")).await;
        let at = noon() + TimeDelta::seconds(number);
        place.store.keep_roster(&scene.desk, job, &list(&["Müller|Anna"]), None, at).await.unwrap();
        kept.push((job, place.store.keep_roster(&scene.desk, job, &list(&["Kaya|Elif"]), None, at).await.unwrap()));
    }
    assert_eq!(place.number("select count(*) from roster_draft").await, 10);
    for (place_in_time, (job, draft)) in kept.into_iter().enumerate() {
        let waits = place.store.waiting_roster(&scene.desk, job, noon()).await.unwrap();
        assert_eq!(waits, (place_in_time >= 2).then_some(draft));
    }
}

// S54
async fn namesakes_in_the_list_are_noted_and_end_with_another_name(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let double = async || scene.store.photo_job(&scene.desk, job).await.unwrap().job.homonyms;
    imported(&scene, job, &["Müller|Anna|1a|7||"]).await;
    assert!(!double().await);
    let draft = sent(&scene, job, &["Mueller|Anna|1b|8||"]).await;
    let preview = shown(&scene, draft).await;
    assert_eq!(preview.outlook().homonyms.len(), 2);
    scene.store.import_roster(&scene.desk, draft, &preview.digest, false, noon()).await.unwrap();
    assert!(double().await);
    imported(&scene, job, &["Mueller|Annika|1b|8||"]).await;
    assert!(!double().await);
}

// S60
async fn two_thousand_people_come_in_one_go(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let lines: Vec<String> = (0..2_000)
        .map(|number| format!("Name{}|First{}|{}a|{number}|Other{number}|", number / 40, number % 40, number / 100))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(imported(&scene, job, &lines).await.added, 2_000);
    assert_eq!(people(&scene, job).await.len(), 2_000);
    assert_eq!(scene.store.subject_codes(&scene.desk, job).await.unwrap().len(), 2_000);
    let moved: Vec<String> = lines.iter().map(|line| line.replace("a|", "b|")).collect();
    let moved: Vec<&str> = moved.iter().map(String::as_str).collect();
    let done = imported(&scene, job, &moved).await;
    assert_eq!((done.added, done.changed), (0, 2_000));
}
