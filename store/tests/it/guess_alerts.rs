use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::GalleryId;
use futures::future::join_all;
use store::fixtures::{Scene, Throwaway, noon};
use store::{GuessAlert, Guessed};

on_both!(
    a_studio_is_told_from_thirty_codes_and_five_passwords_on,
    of_failures_at_the_same_moment_none_is_lost,
    only_the_last_hour_is_told_and_only_a_month_is_kept,
    a_studio_is_told_of_its_own_doors_alone,
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
    alerts.into_iter().map(|GuessAlert { what, failures }| (what, failures)).collect()
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

async fn only_the_last_hour_is_told_and_only_a_month_is_kept(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    fails(&scene, Guessed::Codes, 30, noon()).await;
    // Rows of ten minutes: what was at their beginning is told until their end.
    assert_eq!(told(&scene, after(9)).await, [(Guessed::Codes, 30)]);
    assert_eq!(told(&scene, after(10)).await, []);
    fails(&scene, Guessed::Codes, 1, after(60 * 24 * 30)).await;
    place.store.sweep_guesses(after(60 * 24 * 30)).await.unwrap();
    assert_eq!(told(&scene, noon()).await, [(Guessed::Codes, 31)]);
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
