//! The record of confirmations, as the studio reads it (S55).

use chrono::TimeDelta;
use domain::device::Device;
use domain::ids::SubjectId;
use domain::studio::Language;
use store::fixtures::{Scene, School, Throwaway, noon};
use store::{Error, JobCode, Statement};

on_both!(
    confirmations_are_read_some_at_a_time_to_the_first_one,
    the_confirmations_of_one_subject_are_read_alone,
    another_studio_reads_no_confirmation,
    a_code_that_changes_while_somebody_confirms_ends_that_too,
    a_code_that_is_not_agreed_with_the_organisation_opens_nothing,
);

const STATED: Statement = Statement { version: 3, language: Language::Uk };

/// A statement about a child, so many minutes after noon.
async fn stated(scene: &Scene<'_>, school: &School, child: SubjectId, minute: i64) {
    let parent = scene.enter("LINDENHOF-2026-HERBST").await.unwrap();
    let visit = scene.guest(&parent).await.guest.jobs;
    assert_eq!(visit.connections, [school.job]);
    let at = noon() + TimeDelta::minutes(minute);
    let by = (Some(&parent), Device::UNKNOWN);
    scene.store.confirm_subject(scene.studio.id, &visit, child, STATED, by, at).await.unwrap();
}

// S48, S45: whoever holds the old code does not come in by the new one
async fn a_code_that_changes_while_somebody_confirms_ends_that_too(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = confirmed(&scene).await;
    let parent = scene.enter("LINDENHOF-2026-HERBST").await.unwrap();
    let visit = scene.guest(&parent).await.guest.jobs;
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-WINTER").await;
    let confirm = async |by| {
        let by = (by, Device::UNKNOWN);
        place.store.confirm_subject(scene.studio.id, &visit, school.children[1], STATED, by, noon()).await
    };
    refused!(confirm(Some(&parent)).await, Error::NotFound);
    refused!(confirm(None).await, Error::NotFound);
    assert_eq!(read(&scene, &school, None, (0, 9)).await.2, 5);
    let again = scene.enter("LINDENHOF-2026-WINTER").await.unwrap();
    confirm(Some(&again)).await.unwrap();
    // Nor by one that was taken away and given once more: it is another one.
    let generation = async || place.number("select generation from access_code where kind = 'connection'").await;
    let before = generation().await;
    place.store.end_job_code(&scene.desk, school.job, JobCode::Connection).await.unwrap();
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-WINTER").await;
    assert_ne!(generation().await, before);
}

// S46: where nobody said that it is agreed, neither the code nor what it let in opens anything
async fn a_code_that_is_not_agreed_with_the_organisation_opens_nothing(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-HERBST").await;
    let [connected, parent] =
        [scene.enter("LINDENHOF-2026-HERBST").await.unwrap(), scene.enter("LINDENHOF-2026-HERBST").await.unwrap()];
    let visit = scene.guest(&parent).await.guest.jobs;
    let confirm = async |by| {
        let by = (Some(by), Device::UNKNOWN);
        place.store.confirm_subject(scene.studio.id, &visit, school.children[1], STATED, by, noon()).await
    };
    let parent = confirm(&parent).await.unwrap();
    assert_eq!(scene.seen_by(&parent).await.len(), 2);
    assert_eq!(scene.guest(&connected).await.guest.jobs.connections, [school.job]);
    place.write("update photo_job set connection_agreed_at = null").await;
    assert!(scene.enter("LINDENHOF-2026-HERBST").await.is_none());
    assert!(scene.seen_by(&parent).await.is_empty() && scene.seen_by(&connected).await.is_empty());
    for token in [&parent, &connected] {
        let jobs = scene.guest(token).await.guest.jobs;
        assert!(jobs.connections.is_empty() && jobs.children.is_empty());
        refused!(confirm(token).await, Error::NotFound);
    }
    // The child's own code needs nobody's agreement.
    let own = scene.enter(&scene.subject_code(school.job, school.children[1]).await).await.unwrap();
    assert_eq!(scene.seen_by(&own).await.len(), 2);
}

/// Ben was confirmed in the minutes 1, 3 and 5, Zoë in 2 and 4.
async fn confirmed(scene: &Scene<'_>) -> School {
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, "LINDENHOF-2026-HERBST").await;
    for minute in 1..=5 {
        stated(scene, &school, school.children[if minute % 2 == 1 { 1 } else { 4 }], minute).await;
    }
    school
}

/// What is read: how many come before, the minutes and names of those that are shown, and how many there are.
async fn read(
    scene: &Scene<'_>,
    school: &School,
    subject: Option<SubjectId>,
    part: (i64, i64),
) -> (i64, Vec<(i64, String)>, i64) {
    let part = scene.store.confirmations_part(&scene.desk, school.job, subject, part).await.unwrap();
    let rows = part.confirmations.iter().map(|row| {
        assert_eq!((row.version, row.language.as_str()), (3, "uk"));
        ((row.at - noon()).num_minutes(), row.name.clone())
    });
    (part.skipped, rows.collect(), part.total)
}

fn ben(minute: i64) -> (i64, String) {
    (minute, "Ben Öztürk".to_owned())
}

fn zoe(minute: i64) -> (i64, String) {
    (minute, "Zoë van Dijk".to_owned())
}

async fn confirmations_are_read_some_at_a_time_to_the_first_one(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = confirmed(&scene).await;
    assert_eq!(read(&scene, &school, None, (0, 2)).await, (0, vec![ben(5), zoe(4)], 5));
    assert_eq!(read(&scene, &school, None, (2, 2)).await, (2, vec![ben(3), zoe(2)], 5));
    // What is too far is the last part, what is no place the first.
    for skip in [4, 5, i64::MAX] {
        assert_eq!(read(&scene, &school, None, (skip, 2)).await, (4, vec![ben(1)], 5), "{skip}");
    }
    assert_eq!(read(&scene, &school, None, (i64::MIN, 9)).await.1.len(), 5);
}

async fn the_confirmations_of_one_subject_are_read_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = confirmed(&scene).await;
    assert_eq!(read(&scene, &school, Some(school.children[4]), (0, 9)).await, (0, vec![zoe(4), zoe(2)], 2));
    assert_eq!(read(&scene, &school, Some(school.children[0]), (0, 9)).await, (0, vec![], 0));
    // A subject of another job is not one of this job.
    let other = scene.photo_job("Spring 2027").await;
    let part = scene.store.confirmations_part(&scene.desk, other, Some(school.children[4]), (0, 9)).await.unwrap();
    assert_eq!((part.confirmations.len(), part.total), (0, 0));
}

async fn another_studio_reads_no_confirmation(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = confirmed(&scene).await;
    let other = Scene::another(&place.store, "suedlicht").await;
    for subject in [None, Some(school.children[1])] {
        let part = place.store.confirmations_part(&other.desk, school.job, subject, (0, 9)).await.unwrap();
        assert_eq!((part.confirmations.len(), part.total), (0, 0));
    }
}
