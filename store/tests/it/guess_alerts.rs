use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{GalleryId, PhotoJobId};
use futures::future::join_all;
use store::fixtures::{Scene, Throwaway, noon};
use store::{GuessAlert, Guessed};

on_both!(
    a_studio_is_told_from_thirty_codes_and_five_passwords_on,
    of_failures_at_the_same_moment_none_is_lost,
    what_was_since_is_told_and_only_a_month_is_kept,
    a_studio_is_told_of_its_own_doors_alone,
    ten_names_of_one_job_and_each_child_too_many_are_told_of,
    what_happened_in_the_night_is_told_in_the_morning_with_its_time,
    little_in_each_hour_is_nothing_however_long_it_goes_on,
);

fn after(minutes: i64) -> DateTime<Utc> {
    noon() + TimeDelta::minutes(minutes)
}

async fn fails(scene: &Scene<'_>, what: Guessed, times: usize, at: DateTime<Utc>) {
    for _ in 0..times {
        scene.store.count_guess(scene.studio.id, what, at).await.unwrap();
    }
}

async fn told(scene: &Scene<'_>, since: DateTime<Utc>) -> Vec<(Guessed, i64)> {
    let alerts = scene.store.guess_alerts(&scene.desk, since).await.unwrap();
    alerts.into_iter().map(|GuessAlert { what, failures, .. }| (what, failures)).collect()
}

/// SECURITY section 3, "Alerts"
async fn a_studio_is_told_from_thirty_codes_and_five_passwords_on(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (one, other) = (GalleryId::from_random([1; 16]), GalleryId::from_random([2; 16]));
    fails(&scene, Guessed::Codes, 29, noon()).await;
    fails(&scene, Guessed::Password(one), 4, noon()).await;
    fails(&scene, Guessed::Password(other), 3, noon()).await;
    assert_eq!(told(&scene, noon()).await, []);
    // In other rows of the same hour: they are added up.
    fails(&scene, Guessed::Codes, 1, after(25)).await;
    fails(&scene, Guessed::Password(one), 1, after(25)).await;
    assert_eq!(told(&scene, noon()).await, [(Guessed::Codes, 30), (Guessed::Password(one), 5)]);
}

async fn of_failures_at_the_same_moment_none_is_lost(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let second = place.open_again().await.unwrap();
    join_all((0..60).map(|number| {
        let store = if number % 2 == 0 { &place.store } else { &second };
        let studio = scene.studio.id;
        async move { store.count_guess(studio, Guessed::Codes, noon()).await.unwrap() }
    }))
    .await;
    assert_eq!(told(&scene, noon()).await, [(Guessed::Codes, 60)]);
}

async fn what_was_since_is_told_and_only_a_month_is_kept(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    fails(&scene, Guessed::Codes, 30, noon()).await;
    // Rows of ten minutes: what was at their beginning is told until their end.
    assert_eq!(told(&scene, after(9)).await, [(Guessed::Codes, 30)]);
    assert_eq!(told(&scene, after(10)).await, []);
    fails(&scene, Guessed::Codes, 1, after(60 * 24 * 30)).await;
    place.store.sweep_guesses(after(60 * 24 * 30)).await.unwrap();
    assert_eq!(told(&scene, noon()).await, [(Guessed::Codes, 30)]);
    place.store.sweep_guesses(after(60 * 24 * 30 + 10)).await.unwrap();
    assert_eq!(place.number("select cast(sum(failures) as bigint) from guess_alert").await, 1);
}

async fn a_studio_is_told_of_its_own_doors_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let other = Scene::another(&place.store, "meerblick").await;
    fails(&scene, Guessed::Codes, 30, noon()).await;
    fails(&other, Guessed::Codes, 29, noon()).await;
    assert_eq!((told(&scene, noon()).await.len(), told(&other, noon()).await), (1, vec![]));
}

/// S64, T30, T31
async fn ten_names_of_one_job_and_each_child_too_many_are_told_of(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (one, other) = (PhotoJobId::from_random([1; 16]), PhotoJobId::from_random([2; 16]));
    fails(&scene, Guessed::Names(one), 9, noon()).await;
    fails(&scene, Guessed::Names(other), 9, noon()).await;
    assert_eq!(told(&scene, noon()).await, [], "what is typed in two jobs is not added up");
    fails(&scene, Guessed::Names(one), 1, after(25)).await;
    assert_eq!(told(&scene, noon()).await, [(Guessed::Names(one), 10)]);
    fails(&scene, Guessed::Children(other), 1, after(30)).await;
    assert_eq!(told(&scene, noon()).await, [(Guessed::Children(other), 1), (Guessed::Names(one), 10)]);
    // Names are not children, and no job is a gallery.
    fails(&scene, Guessed::Password(GalleryId::from_uuid(one.uuid())), 4, after(30)).await;
    assert_eq!(told(&scene, noon()).await.len(), 2);
}

/// S64: whoever looks ten hours later reads of it
async fn what_happened_in_the_night_is_told_in_the_morning_with_its_time(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = PhotoJobId::from_random([1; 16]);
    // Through an hour and a half, four in every ten minutes; then once more late at night.
    for minutes in (0..90).step_by(10) {
        fails(&scene, Guessed::Names(job), 4, after(minutes)).await;
    }
    fails(&scene, Guessed::Names(job), 12, after(8 * 60 + 3)).await;
    let alert = |failures, from, until| GuessAlert {
        what: Guessed::Names(job),
        failures,
        from: after(from),
        until: after(until),
    };
    let alerts = scene.store.guess_alerts(&scene.desk, after(10 * 60) - TimeDelta::days(14)).await.unwrap();
    assert_eq!(alerts, [alert(12, 8 * 60, 8 * 60 + 10), alert(36, 0, 90)]);
    assert_eq!(told(&scene, after(2 * 60)).await, [(Guessed::Names(job), 12)]);
}

/// S64: parents mistype
async fn little_in_each_hour_is_nothing_however_long_it_goes_on(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let job = PhotoJobId::from_random([1; 16]);
    for hour in 0..24 {
        fails(&scene, Guessed::Names(job), 9, after(hour * 70)).await;
    }
    assert_eq!(told(&scene, noon()).await, []);
}
