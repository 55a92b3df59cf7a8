use chrono::TimeDelta;
use domain::access::{AccessMode, Rules, Switch};
use domain::studio::{Language, StudioAddress, StudioName};
use store::fixtures::{Scene, Throwaway, a_studio, noon, rendered};
use store::{Budget, Error};

on_both!(
    an_address_belongs_to_one_studio,
    a_studio_is_found_by_its_address_as_it_was_saved,
    a_studio_changes_its_own_settings_and_no_others,
    the_readiness_probe_asks_the_database,
    every_write_is_counted_that_may_change_who_sees_what_and_no_other,
);

async fn an_address_belongs_to_one_studio(place: Throwaway) {
    let store = &place.store;
    Scene::first(store, "nordlicht").await;
    let again = store.open_studio(&a_studio("nordlicht"), noon()).await;
    refused!(again, Error::Taken("address"));
    assert_eq!(place.number("select count(*) from studio").await, 1);
}

async fn a_studio_is_found_by_its_address_as_it_was_saved(place: Throwaway) {
    let store = &place.store;
    let id = store.open_studio(&a_studio("nordlicht"), noon()).await.unwrap();
    let studio = store.studio(&StudioAddress::parse("nordlicht").unwrap()).await.unwrap().unwrap();
    assert_eq!(studio.id, id);
    assert_eq!(studio.name.as_str(), "Atelier Nordlicht");
    assert_eq!(studio.language, Language::En);
    assert_eq!(studio.tagline, "");
    assert_eq!(studio.rules.mode, AccessMode::Staircase);
    let nobody = StudioAddress::parse("suedlicht").unwrap();
    assert!(store.studio(&nobody).await.unwrap().is_none());
}

async fn a_studio_changes_its_own_settings_and_no_others(place: Throwaway) {
    let store = &place.store;
    let north = Scene::first(store, "nordlicht").await;
    let south = Scene::another(store, "suedlicht").await;
    let name = StudioName::parse("Studio Süd").unwrap();
    let rules = Rules { client_logins: Switch::Off, mode: AccessMode::Explicit };
    store.change_studio(&south.desk, &name, "Light of the south", Language::De).await.unwrap();
    store.change_rules(&south.desk, rules).await.unwrap();
    let changed = store.studio(&south.studio.address).await.unwrap().unwrap();
    assert_eq!(changed.name, name);
    assert_eq!(changed.tagline, "Light of the south");
    assert_eq!(changed.language, Language::De);
    assert_eq!(changed.rules, rules);
    let other = store.studio(&north.studio.address).await.unwrap().unwrap();
    assert_eq!(other.name, north.studio.name);
    assert_eq!(other.rules, north.studio.rules);
}

/// S82
async fn the_readiness_probe_asks_the_database(place: Throwaway) {
    place.store.ping().await.unwrap();
}

/// T27, S8: who keeps a decision asks whether anything was written since that it could depend on; where other instances
/// write too, nobody can say.
async fn every_write_is_counted_that_may_change_who_sees_what_and_no_other(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let before = place.store.writes();
    assert_eq!(before.is_none(), place.places.database_url.is_some());
    let tree = place.store.gallery_tree(&studio.desk).await.unwrap();
    assert!(tree.is_empty());
    // A worker that looks for work, and somebody who mistypes.
    assert!(place.store.take_work(noon()).await.unwrap().is_none());
    let budget = Budget { key: vec!["studio".to_owned()], interval: TimeDelta::seconds(30), burst: 5 };
    let reserved = place.store.take_attempt(&[budget], noon()).await.unwrap();
    place.store.give_back(reserved).await.unwrap();
    assert_eq!(place.store.writes(), before);
    let wedding = studio.gallery("Wedding").await;
    let made = place.store.writes();
    let counted = before.is_some();
    assert!(!counted || made > before);
    // A worker at work.
    studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let arrived = place.store.writes();
    assert!(!counted || arrived > made);
    let lease = studio.take_work(noon()).await;
    assert!(place.store.renew_work(&lease, noon()).await.unwrap());
    assert_eq!(place.store.writes(), arrived);
    place.store.finish_photo(&lease, &rendered("IMG_1.jpg"), noon()).await.unwrap();
    assert!(!counted || place.store.writes() > arrived);
}
