use bytes::Bytes;
use chrono::TimeDelta;
use domain::colour::Colour;
use domain::studio::{Greeting, Ground};
use store::fixtures::{Scene, Throwaway};
use store::{Error, Logo, NewLogo, Swept};

on_both_and_s3!(
    a_logo_is_kept_replaced_and_removed_and_no_object_is_left,
    a_logo_in_use_is_never_swept_away,
    a_brand_is_its_own_studio_s,
);

fn a_logo(png: &'static str) -> NewLogo {
    NewLogo { png: Bytes::from_static(png.as_bytes()), width: 640, height: 200, ground: Ground::Light }
}

async fn logo_of(scene: &Scene<'_>) -> Option<Logo> {
    scene.store.studio(&scene.studio.address).await.unwrap().unwrap().brand.logo
}

/// S76
async fn a_logo_is_kept_replaced_and_removed_and_no_object_is_left(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let first = place.store.change_logo(&scene.desk, &a_logo("first")).await.unwrap();
    let kept = Logo { id: first, width: 640, height: 200, ground: Ground::Light };
    assert_eq!(logo_of(&scene).await, Some(kept));
    assert_eq!(place.store.logo_bytes(scene.studio.id, first).await.unwrap(), "first");
    let second = place.store.change_logo(&scene.desk, &a_logo("second")).await.unwrap();
    assert_ne!(first, second);
    assert_eq!(place.store.logo_bytes(scene.studio.id, second).await.unwrap(), "second");
    refused!(place.store.logo_bytes(scene.studio.id, first).await, Error::NotFound);
    assert_eq!(place.objects().await.len(), 1);
    place.store.remove_logo(&scene.desk).await.unwrap();
    assert_eq!(logo_of(&scene).await, None);
    assert_eq!(place.objects().await.len(), 0);
    place.store.remove_logo(&scene.desk).await.unwrap();
}

/// T01: what a crash between object and row leaves goes; what a row names stays.
async fn a_logo_in_use_is_never_swept_away(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let kept = place.store.change_logo(&scene.desk, &a_logo("kept")).await.unwrap();
    let late = place.objects().await[0].1 + TimeDelta::hours(25);
    assert_eq!(place.store.sweep_objects(late).await.unwrap(), Swept::default());
    assert_eq!(place.store.logo_bytes(scene.studio.id, kept).await.unwrap(), "kept");
    place.tamper("update studio set logo_id = null").await;
    assert_eq!(place.store.sweep_objects(late).await.unwrap(), Swept { moved: 1, deleted: 0 });
}

/// S76
async fn a_brand_is_its_own_studio_s(place: Throwaway) {
    let north = Scene::first(&place.store, "nordlicht").await;
    let south = Scene::another(&place.store, "suedlicht").await;
    let (accent, greeting) = (Colour([1, 2, 3]), Greeting::parse("Welcome!\nNice to see you.").unwrap());
    place.store.change_brand(&south.desk, Some(accent), &greeting).await.unwrap();
    place.store.change_logo(&south.desk, &a_logo("south")).await.unwrap();
    let brand = place.store.studio(&south.studio.address).await.unwrap().unwrap().brand;
    assert_eq!((brand.accent, brand.greeting.as_str()), (Some(accent), "Welcome!\nNice to see you."));
    let other = place.store.studio(&north.studio.address).await.unwrap().unwrap().brand;
    assert_eq!((other.accent, other.greeting.as_str(), other.logo), (None, "", None));
    place.store.change_brand(&south.desk, None, &Greeting::parse("").unwrap()).await.unwrap();
    let brand = place.store.studio(&south.studio.address).await.unwrap().unwrap().brand;
    assert!(brand.accent.is_none() && brand.logo.is_some());
}
