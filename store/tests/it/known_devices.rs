use domain::ids::{GalleryId, StudioId};
use domain::studio::Email;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Door, Error, KnownDevice};

on_both!(
    a_device_is_known_at_the_doors_that_let_it_in_and_at_no_other,
    a_proof_is_worth_nothing_with_another_id_or_other_keys_or_a_changed_sign,
    the_cookie_has_an_end_and_one_spelling,
    a_gallery_s_door_is_another_one_after_each_change_of_its_password,
);

fn studio(number: u8) -> Door<'static> {
    Door::Studio(StudioId::from_random([number; 16]))
}

async fn a_device_is_known_at_the_doors_that_let_it_in_and_at_no_other(place: Throwaway) {
    let store = &place.store;
    let (anna, jonas) = (Email::parse("anna@nordlicht.example").unwrap(), Email::parse("jonas@meer.example").unwrap());
    let one = store.remember(None, studio(1));
    let both = store.remember(Some(&one), studio(2));
    assert!(store.knows(&one, studio(1)) && !store.knows(&one, studio(2)));
    assert!(store.knows(&both, studio(1)) && store.knows(&both, studio(2)) && !store.knows(&both, studio(3)));
    // The same id in another kind of door is another door.
    let gallery = |generation| Door::Gallery(GalleryId::from_random([1; 16]), generation);
    assert!(!store.knows(&one, gallery(0)));
    // Another password is another door.
    let inside = store.remember(None, gallery(1));
    assert!(store.knows(&inside, gallery(1)) && !store.knows(&inside, gallery(2)));
    let member = store.remember(None, Door::Member(&anna));
    assert!(store.knows(&member, Door::Member(&anna)) && !store.knows(&member, Door::Member(&jonas)));
    // It is the same device as before, however often it comes in.
    assert_eq!((one.name(), store.remember(Some(&one), studio(1))), (both.name(), one.clone()));
    assert_ne!(store.remember(None, studio(1)).name(), one.name());
}

async fn a_proof_is_worth_nothing_with_another_id_or_other_keys_or_a_changed_sign(place: Throwaway) {
    let elsewhere = Throwaway::sqlite().await;
    let (one, other) = (place.store.remember(None, studio(1)), place.store.remember(None, studio(1)));
    let (id, proof) = (one.name(), other.cookie().split_once('.').unwrap().1.to_owned());
    let lent = KnownDevice::parse(&format!("{id}.{proof}")).unwrap();
    assert!(!place.store.knows(&lent, studio(1)));
    assert!(!elsewhere.store.knows(&one, studio(1)));
    let cookie = one.cookie();
    for place_of_sign in (0..cookie.len()).filter(|at| cookie.as_bytes()[*at] != b'.') {
        let mut forged = cookie.clone().into_bytes();
        forged[place_of_sign] = if forged[place_of_sign] == b'0' { b'1' } else { b'0' };
        let forged = KnownDevice::parse(std::str::from_utf8(&forged).unwrap()).unwrap();
        assert!(!place.store.knows(&forged, studio(1)), "sign {place_of_sign}");
    }
}

async fn the_cookie_has_an_end_and_one_spelling(place: Throwaway) {
    let mut device = place.store.remember(None, studio(0));
    for number in 1..28 {
        device = place.store.remember(Some(&device), studio(number));
    }
    let cookie = device.cookie();
    assert_eq!(cookie.len(), 560);
    assert_eq!(KnownDevice::parse(&cookie), Some(device.clone()));
    // The sixteen of the last doors are kept.
    assert!((12..28).all(|number| place.store.knows(&device, studio(number))));
    assert!(!place.store.knows(&device, studio(11)));
    let id = device.name();
    for bad in ["", ".", &id, &format!("{id}."), &format!("{cookie}.{id}"), &cookie.to_uppercase(), &cookie[1..]] {
        assert_eq!(KnownDevice::parse(bad), None, "{bad}");
    }
}

/// S17
async fn a_gallery_s_door_is_another_one_after_each_change_of_its_password(place: Throwaway) {
    let store = &place.store;
    let scene = Scene::first(store, "nordlicht").await;
    let other = Scene::another(store, "meerblick").await;
    let summer = scene.gallery("Summer").await;
    let door = async || store.gallery_door(scene.studio.id, summer).await.unwrap();
    scene.lock(summer, "rosenrot").await;
    let device = store.remember(None, door().await);
    assert!(store.knows(&device, door().await));
    scene.set(summer, |it| it.downloads = !it.downloads).await;
    assert!(store.knows(&device, door().await), "another setting is no other door");
    scene.lock(summer, "tulpen").await;
    assert!(!store.knows(&device, door().await));
    refused!(store.gallery_door(other.studio.id, summer).await, Error::NotFound);
    let grant = scene.grant(summer).await;
    store.delete_gallery(&scene.desk, &grant, noon()).await.unwrap();
    refused!(store.gallery_door(scene.studio.id, summer).await, Error::NotFound);
}
