//! Whoever was erased does not come back with the school's next list (S60, T40), unless somebody says so.

use domain::photo_job::GroupPhotos;
use store::fixtures::{Scene, Throwaway, all_rows, noon};

use crate::rosters::{imported, named, people, sent, shown};

on_both!(
    a_list_that_is_imported_again_brings_nobody_back_who_was_erased,
    whoever_was_erased_is_known_by_number_or_by_name_and_group,
    a_namesake_who_is_there_is_no_erased_child,
    whoever_is_ticked_comes_back_and_is_not_left_out_again,
    whoever_comes_back_is_nobody_who_is_there,
    digests_tell_no_name_and_go_with_the_job,
);

const LINES: [&str; 3] = ["Müller|Anna|1a|7||", "Öztürk|Ben|1a|S-4711||", "Rossi|Carla|1b|9||"];

async fn erase(scene: &Scene<'_>, job: domain::ids::PhotoJobId, name: &str) {
    let subject = named(scene, job, name).await.id;
    scene.store.erase_subject(&scene.desk, subject, GroupPhotos::KeepBack, noon()).await.unwrap();
}

// S60, T40
async fn a_list_that_is_imported_again_brings_nobody_back_who_was_erased(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    imported(&scene, job, &LINES).await;
    erase(&scene, job, "Ben Öztürk").await;
    let draft = sent(&scene, job, &LINES).await;
    let preview = shown(&scene, draft).await;
    let lines: Vec<u32> = preview.erased.iter().map(|row| row.line).collect();
    assert_eq!((lines, preview.comparison.new.len(), preview.comparison.unchanged.len()), (vec![2], 0, 2));
    let done = imported(&scene, job, &LINES).await;
    assert_eq!((done.added, done.unchanged, done.erased), (0, 2, 1));
    assert_eq!(people(&scene, job).await, ["Anna Müller 1a", "Carla Rossi 1b"]);
    // A list of another job knows nothing of it.
    let other = scene.photo_job("Spring 2027").await;
    assert_eq!(imported(&scene, other, &LINES).await.added, 3);
}

// S60
async fn whoever_was_erased_is_known_by_number_or_by_name_and_group(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    imported(&scene, job, &LINES).await;
    erase(&scene, job, "Ben Öztürk").await;
    let left_out = async |line: &str| {
        let draft = sent(&scene, job, &[line]).await;
        let preview = shown(&scene, draft).await;
        (preview.erased.len(), preview.comparison.new.len())
    };
    for line in
        ["Öztürk|Ben|1a|||", "OEZTUERK|ben|1A|||", "Öztürk|Ben|2c|s-4711||", "|||S-4711||", "Yılmaz|Ben|1a|S-4711||"]
    {
        assert_eq!(left_out(line).await, (1, 0), "{line}");
    }
    // A list without classes says less, and brings nobody back for it.
    assert_eq!(left_out("Öztürk|Ben||||").await, (1, 0));
    for line in ["Öztürk|Ben|1b|||", "Öztürk|Can|1a|||", "Kaya|Ben|1a|4711||"] {
        assert_eq!(left_out(line).await, (0, 1), "{line}");
    }
}

// S60
async fn a_namesake_who_is_there_is_no_erased_child(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    let twice = ["Müller|Anna|1a|7||", "Müller|Anna|1a|8||"];
    imported(&scene, job, &twice).await;
    let erased = place.store.subjects(&scene.desk, job).await.unwrap();
    let erased = erased.iter().find(|subject| subject.identifier == "8").unwrap().id;
    place.store.erase_subject(&scene.desk, erased, GroupPhotos::KeepBack, noon()).await.unwrap();
    let done = imported(&scene, job, &twice).await;
    assert_eq!((done.added, done.unchanged, done.erased), (0, 1, 1));
    assert_eq!(people(&scene, job).await, ["Anna Müller 1a"]);
}

// S60
async fn whoever_is_ticked_comes_back_and_is_not_left_out_again(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    imported(&scene, job, &LINES).await;
    erase(&scene, job, "Ben Öztürk").await;
    erase(&scene, job, "Carla Rossi").await;
    let draft = sent(&scene, job, &LINES).await;
    let preview = shown(&scene, draft).await;
    assert_eq!((preview.erased.len(), preview.new_groups.len()), (2, 0));
    let done = place.store.import_roster(&scene.desk, draft, &preview.digest, true, noon()).await.unwrap();
    assert_eq!((done.added, done.erased), (2, 0));
    assert_eq!(people(&scene, job).await, ["Anna Müller 1a", "Ben Öztürk 1a", "Carla Rossi 1b"]);
    assert_eq!(place.number("select count(*) from erased_subject").await, 0);
    assert_eq!(imported(&scene, job, &LINES).await.unchanged, 3);
}

// S60: what was shown is done, and nobody becomes another child for a tick
async fn whoever_comes_back_is_nobody_who_is_there(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    imported(&scene, job, &["Müller|Anna|3b|||", "Müller|Anna|4a|||"]).await;
    let all = place.store.subjects(&scene.desk, job).await.unwrap();
    let groups = place.store.groups(&scene.desk, job).await.unwrap();
    let of = |name: &str| {
        let group = groups.iter().find(|group| group.name == name).unwrap().id;
        all.iter().find(|subject| subject.group == Some(group)).unwrap().id
    };
    let code = scene.subject_code(job, of("4a")).await;
    place.store.erase_subject(&scene.desk, of("3b"), GroupPhotos::KeepBack, noon()).await.unwrap();
    let draft = sent(&scene, job, &["Müller|Anna|3b|||"]).await;
    let preview = shown(&scene, draft).await;
    assert_eq!((preview.erased.len(), preview.comparison.changed.len()), (1, 0));
    let done = place.store.import_roster(&scene.desk, draft, &preview.digest, true, noon()).await.unwrap();
    assert_eq!((done.added, done.changed), (1, 0));
    assert_eq!(people(&scene, job).await, ["Anna Müller 3b", "Anna Müller 4a"]);
    assert_eq!(scene.subject_code(job, of("4a")).await, code);
}

// SECURITY section 4: no name is kept
async fn digests_tell_no_name_and_go_with_the_job(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    imported(&scene, job, &LINES).await;
    erase(&scene, job, "Ben Öztürk").await;
    assert!(place.number("select count(*) from erased_subject").await > 1);
    let kept = all_rows(&place.store).await.remove("erased_subject").unwrap().join("\n").to_lowercase();
    // As texts, and as the digits of their bytes.
    for name in ["s-4711", "ztürk", "ozturk", "oeztuerk"] {
        let digits = store::fixtures::hex(name.as_bytes());
        assert!(!kept.contains(name) && !kept.contains(&digits), "{name}");
    }
    // The same child in another job of the studio leaves other digests.
    let other = scene.photo_job("Spring 2027").await;
    imported(&scene, other, &LINES).await;
    erase(&scene, other, "Ben Öztürk").await;
    let twice = "select count(*) from (select idx from erased_subject group by idx having count(*) > 1) d";
    assert_eq!(place.number(twice).await, 0);
    for job in [job, other] {
        place.store.delete_photo_job(&scene.desk, job, noon()).await.unwrap();
    }
    assert_eq!(place.number("select count(*) from erased_subject").await, 0);
}
