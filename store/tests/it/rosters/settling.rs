//! Rows that no rule can tell are who a person says they are (S60).

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::roster::Settled;
use store::Error;
use store::fixtures::{Scene, Throwaway, noon};

use super::{imported, people, sent, shown};

on_both!(doubtful_rows_are_who_a_person_says_as_it_was_shown, who_settles_rows_has_sent_the_list_and_reads_it_as_it_is,);

// S60
async fn doubtful_rows_are_who_a_person_says_as_it_was_shown(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    imported(&scene, job, &["Müller|Anna|1a|||", "Müller|Anna|1b|||", "Kaya|Elif|1a|7||"]).await;
    let there = place.store.subjects(&scene.desk, job).await.unwrap();
    let groups = place.store.groups(&scene.desk, job).await.unwrap();
    let in_group = |name: &str| groups.iter().find(|group| group.name == name).map(|group| group.id);
    let find = |name: &str, group| there.iter().find(|it| it.name() == name && it.group == in_group(group)).unwrap().id;
    let [elif, first, second] = [find("Elif Kaya", "1a"), find("Anna Müller", "1a"), find("Anna Müller", "1b")];
    let of = async |who| place.store.subject(&scene.desk, who).await.unwrap().0;
    let code = scene.subject_code(job, second).await;
    let draft = sent(&scene, job, &["Müller|Anna|2a|||ROSE-41-HAUS-9X", "Müller|Anna|3c|||", "Bach|Mia|1a|7||"]).await;
    let before = shown(&scene, draft).await;
    assert_eq!((before.doubtful.len(), before.comparison.ambiguous.len(), before.new_groups.len()), (3, 3, 0));
    let settle = async |said: &[(u32, Option<Settled>)]| {
        place.store.settle_roster(&scene.desk, draft, &said.iter().copied().collect(), noon()).await.unwrap();
        shown(&scene, draft).await
    };
    // Both the same: neither is.
    let twice = settle(&[(1, Some(Settled::Is(second))), (2, Some(Settled::Is(second)))]).await;
    assert_eq!((twice.doubtful.len(), twice.comparison.ambiguous.len()), (3, 3));
    // The first is the second Anna, the second line is a third one, and of the number nobody says anything.
    let after = settle(&[(2, Some(Settled::New)), (3, Some(Settled::New))]).await;
    assert_eq!(after.comparison.ambiguous.len(), 0);
    let after_all = settle(&[(3, None)]).await;
    assert_eq!((after_all.comparison.new.len(), after_all.comparison.changed.len()), (1, 1));
    assert_eq!(
        (after_all.comparison.ambiguous.len(), after_all.new_groups),
        (1, vec!["3c".to_owned(), "2a".to_owned()])
    );
    // What was shown before is not what would be done now.
    for digest in [&before.digest, &twice.digest, &after.digest] {
        refused!(place.store.import_roster(&scene.desk, draft, digest, false, noon()).await, Error::ChangedMeanwhile);
    }
    let done = place.store.import_roster(&scene.desk, draft, &after_all.digest, false, noon()).await.unwrap();
    assert_eq!((done.added, done.changed, done.ambiguous), (1, 1, 1));
    assert_eq!(people(&scene, job).await, ["Anna Müller 1a", "Anna Müller 2a", "Anna Müller 3c", "Elif Kaya 1a"]);
    assert_eq!(of(first).await.name(), "Anna Müller");
    assert!(of(second).await.group != of(first).await.group && of(elif).await.name() == "Elif Kaya");
    assert!(scene.enter("rose-41-haus-9x").await.is_some() && scene.enter(&code).await.is_none(), "the row's own code");
}

// S60, B06
async fn who_settles_rows_has_sent_the_list_and_reads_it_as_it_is(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let other = Scene::another(&place.store, "suedlicht").await;
    let job = scene.photo_job("Autumn 2026").await;
    imported(&scene, job, &["Abel|Ida|1a|1||"]).await;
    let draft = sent(&scene, job, &["Bach|Mia|1a|1||"]).await;
    let said: BTreeMap<u32, Option<Settled>> = [(1, Some(Settled::New))].into();
    refused!(place.store.settle_roster(&other.desk, draft, &said, noon()).await, Error::NotFound);
    let later = noon() + TimeDelta::days(1);
    refused!(place.store.settle_roster(&scene.desk, draft, &said, later).await, Error::NotFound);
    place.store.settle_roster(&scene.desk, draft, &said, noon()).await.unwrap();
    assert_eq!(shown(&scene, draft).await.comparison.new.len(), 1);
    assert_eq!(place.number("select count(*) from roster_draft where cast(reading as text) like '%new%'").await, 0);
    // Read in another way its lines are others: nothing is settled any more.
    let reading = shown(&scene, draft).await.draft.reading;
    place.store.read_roster_anew(&scene.desk, draft, &reading).await.unwrap();
    let again = shown(&scene, draft).await;
    assert!(again.draft.settled.is_empty() && again.comparison.ambiguous.len() == 1);
    // Somebody else takes the number meanwhile: what was said of the row still holds, or it is shown again.
    place.store.settle_roster(&scene.desk, draft, &said, noon()).await.unwrap();
    let shown_first = shown(&scene, draft).await.digest;
    scene.subject(job, ("Mia", "Bach"), None).await;
    refused!(place.store.import_roster(&scene.desk, draft, &shown_first, false, noon()).await, Error::ChangedMeanwhile);
}
