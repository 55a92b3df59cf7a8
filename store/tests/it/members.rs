use domain::studio::{Email, StudioAddress};
use store::fixtures::{PASSWORD, Scene, Throwaway, a_member, a_studio, noon};
use store::{Error, FirstRun, Role};

on_both!(
    a_new_installation_is_set_up_once,
    of_two_browsers_that_set_up_at_once_one_wins,
    a_taken_studio_address_undoes_the_whole_first_run,
    an_e_mail_has_one_account,
    a_member_signs_in_with_the_right_password_only,
    a_member_sees_their_own_studios_as_people_order_them,
);

/// S81
async fn a_new_installation_is_set_up_once(place: Throwaway) {
    let store = &place.store;
    assert!(store.is_new().await.unwrap());
    let studio = Scene::first(store, "nordlicht").await;
    assert!(!store.is_new().await.unwrap());
    assert_eq!(studio.desk.role(), Role::Owner);
    let again = FirstRun { operator: a_member("bea@sued.example"), studio: a_studio("suedlicht") };
    refused!(store.first_run(&again, noon()).await, Error::Taken(_));
    let address = StudioAddress::parse("suedlicht").unwrap();
    assert!(store.studio(&address).await.unwrap().is_none());
    assert_eq!(place.number("select count(*) from member").await, 1);
}

async fn of_two_browsers_that_set_up_at_once_one_wins(place: Throwaway) {
    let store = &place.store;
    let first = |name: &str| FirstRun { operator: a_member(&format!("{name}@studio.example")), studio: a_studio(name) };
    let (anna, bea, carla) = (first("anna-foto"), first("bea-foto"), first("carla-foto"));
    let (a, b, c) =
        tokio::join!(store.first_run(&anna, noon()), store.first_run(&bea, noon()), store.first_run(&carla, noon()),);
    let won = [&a, &b, &c].iter().filter(|made| made.is_ok()).count();
    assert_eq!(won, 1, "{a:?} {b:?} {c:?}");
    for lost in [a, b, c].into_iter().filter(Result::is_err) {
        refused!(lost, Error::Taken("installation"));
    }
    assert_eq!(place.number("select count(*) from member").await, 1);
    assert_eq!(place.number("select count(*) from studio").await, 1);
}

async fn a_taken_studio_address_undoes_the_whole_first_run(place: Throwaway) {
    let store = &place.store;
    store.open_studio(&a_studio("nordlicht"), noon()).await.unwrap();
    let first = FirstRun { operator: a_member("anna@nordlicht.example"), studio: a_studio("nordlicht") };
    refused!(store.first_run(&first, noon()).await, Error::Taken("address"));
    assert!(store.is_new().await.unwrap());
}

async fn an_e_mail_has_one_account(place: Throwaway) {
    let store = &place.store;
    let studio = Scene::first(store, "nordlicht").await;
    let same = a_member(" Anna@NORDLICHT.example ");
    let added = store.add_member(studio.studio.id, &same, Role::Assistant, noon()).await;
    refused!(added, Error::Taken("e-mail"));
    assert_eq!(place.number("select count(*) from studio_member").await, 1);
}

async fn a_member_signs_in_with_the_right_password_only(place: Throwaway) {
    let store = &place.store;
    let studio = Scene::first(store, "nordlicht").await;
    let hash = store.passwords().hash(PASSWORD, store::Queue::Strangers).await.unwrap();
    assert!(!hash.contains(PASSWORD));
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    let mut jonas = a_member("jonas@nordlicht.example");
    jonas.password_hash = hash;
    let jonas_id = store.add_member(studio.studio.id, &jonas, Role::Photographer, noon()).await.unwrap();
    let by = async |email: Option<&str>, password: &str| {
        let email = email.map(|email| Email::parse(email).unwrap());
        store.member_by_password(email.as_ref(), password, store::Queue::Strangers).await.unwrap()
    };
    assert_eq!(by(Some("Jonas@nordlicht.example"), PASSWORD).await, Some(jonas_id));
    assert_eq!(by(Some("jonas@nordlicht.example"), "another long password").await, None);
    assert_eq!(by(Some("nobody@nordlicht.example"), PASSWORD).await, None);
    // The password behind the dummy hash opens nothing either.
    assert_eq!(by(None, "nobody has this password").await, None);
    let (_, desk) = store.desk(jonas_id, &studio.studio.address).await.unwrap().unwrap();
    assert_eq!((desk.role(), desk.member()), (Role::Photographer, jonas_id));
}

async fn a_member_sees_their_own_studios_as_people_order_them(place: Throwaway) {
    let store = &place.store;
    let north = Scene::first(store, "nordlicht").await;
    let south = Scene::another(store, "suedlicht").await;
    let of = async |studio: &Scene<'_>| {
        let studios = store.studios_of(studio.desk.member()).await.unwrap();
        studios.into_iter().map(|it| it.address.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of(&north).await, ["nordlicht"]);
    assert_eq!(of(&south).await, ["suedlicht"]);
    assert!(store.desk(north.desk.member(), &south.studio.address).await.unwrap().is_none());
}
