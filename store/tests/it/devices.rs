use chrono::TimeDelta;
use domain::device::Device;
use store::fixtures::{Scene, Throwaway, a_member, noon};
use store::{Error, Role};

on_both!(
    a_member_sees_and_ends_their_own_sessions_and_no_others,
    every_visit_of_a_login_is_listed_and_ended_and_the_code_stays,
    a_visit_that_is_given_a_key_while_visits_end_ends_too,
);

async fn a_member_sees_and_ends_their_own_sessions_and_no_others(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let (store, anna) = (&place.store, scene.desk.member());
    let bea = store.add_member(scene.studio.id, &a_member("bea@sued.example"), Role::Assistant, noon()).await.unwrap();
    let phone = Device::of("Mozilla/5.0 (iPhone) Version/26.0 Safari/604.1");
    let this = store.start_member_session(anna, Device::UNKNOWN, noon()).await.unwrap();
    let other = store.start_member_session(anna, phone, noon() - TimeDelta::hours(5)).await.unwrap();
    store.start_member_session(anna, phone, noon() - TimeDelta::days(14)).await.unwrap();
    let hers = store.start_member_session(bea, phone, noon()).await.unwrap();
    let sessions = store.open_sessions(anna, &this, noon()).await.unwrap();
    let told: Vec<_> = sessions.iter().map(|one| (one.device, one.this, one.seen)).collect();
    assert_eq!(told, [(Device::UNKNOWN, true, noon()), (phone, false, noon() - TimeDelta::hours(5))]);
    assert!(sessions.iter().all(|one| !this.reveal().contains(&one.name) && !other.reveal().contains(&one.name)));
    let of_bea = store.open_sessions(bea, &hers, noon()).await.unwrap();
    refused!(store.end_open_session(anna, &of_bea[0].name).await, Error::NotFound);
    refused!(store.end_open_session(anna, "").await, Error::NotFound);
    store.end_open_session(anna, &sessions[1].name).await.unwrap();
    assert!(store.member(&other, noon()).await.unwrap().is_none());
    refused!(store.end_open_session(anna, &sessions[1].name).await, Error::NotFound);
    store.start_member_session(anna, phone, noon()).await.unwrap();
    store.end_other_sessions(anna, &this).await.unwrap();
    assert_eq!(store.open_sessions(anna, &this, noon()).await.unwrap().len(), 1);
    assert!(
        store.member(&this, noon()).await.unwrap().is_some() && store.member(&hers, noon()).await.unwrap().is_some()
    );
    assert_eq!(
        place.texts("select device from session where device <> '' order by device").await,
        ["other other", "safari iphone"]
    );
}

async fn every_visit_of_a_login_is_listed_and_ended_and_the_code_stays(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let other = Scene::another(&place.store, "meerblick").await;
    let store = &place.store;
    let summer = scene.gallery("Summer by the water").await;
    let login = scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[summer]).await;
    scene.login("Nobody else", "8KQM-2XRD-9TFB", &[summer]).await;
    let one = scene.enter("7KQM-2XRD-9TFA").await.unwrap();
    scene.enter("8KQM-2XRD-9TFB").await.unwrap();
    let later = noon() + TimeDelta::hours(2);
    store.guest_sight(Some(&one), &scene.studio, later).await.unwrap();
    let visits = store.open_visits(&scene.desk, login, later).await.unwrap();
    assert_eq!(visits.iter().map(|one| (one.since, one.seen)).collect::<Vec<_>>(), [(noon(), later)]);
    // Not with every page: one write in ten minutes.
    store.guest_sight(Some(&one), &scene.studio, later + TimeDelta::minutes(9)).await.unwrap();
    assert_eq!(store.open_visits(&scene.desk, login, later).await.unwrap()[0].seen, later);
    assert!(store.open_visits(&scene.desk, login, noon() + TimeDelta::hours(12)).await.unwrap().is_empty());
    assert!(store.open_visits(&other.desk, login, later).await.unwrap().is_empty());
    refused!(store.end_visits(&other.desk, login).await, Error::NotFound);
    assert_eq!(scene.seen_by(&one).await.len(), 1);
    store.end_visits(&scene.desk, login).await.unwrap();
    assert!(scene.seen_by(&one).await.is_empty());
    assert!(store.open_visits(&scene.desk, login, later).await.unwrap().is_empty());
    let again = scene.enter("7KQM-2XRD-9TFA").await.unwrap();
    assert_eq!(scene.seen_by(&again).await.len(), 1);
}

async fn a_visit_that_is_given_a_key_while_visits_end_ends_too(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let summer = scene.gallery("Summer by the water").await;
    let login = scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[summer]).await;
    let elsewhere = scene.gallery("Elsewhere").await;
    let link = scene.link(elsewhere, store::LinkKind::Secure, None).await;
    for _ in 0..5 {
        let visit = scene.enter("7KQM-2XRD-9TFA").await.unwrap();
        let (ended, followed) =
            tokio::join!(place.store.end_visits(&scene.desk, login), scene.follow(&link, Some(&visit)));
        ended.unwrap();
        // The link's own gallery stays.
        assert_eq!(scene.seen_by(&followed).await, std::collections::BTreeSet::from([elsewhere]));
    }
}
