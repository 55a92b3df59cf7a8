//! Who can see a gallery, and why (S35).

use chrono::TimeDelta;
use domain::access::{AccessMode, Door, How, Rules, Switch};
use domain::ids::GalleryId;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Audience, LinkKind};

on_both!(
    whoever_reaches_a_gallery_is_named_with_the_reason,
    a_locked_door_is_told_and_lets_nobody_on,
    a_secure_link_reaches_its_gallery_alone,
    links_that_ended_or_were_revoked_reach_nothing,
    explicit_mode_names_those_to_whom_it_is_released,
    without_client_logins_only_links_are_named,
    many_are_counted_and_the_first_hundred_named,
    the_last_visit_is_told_of_logins_and_links,
    nobody_of_another_tree_or_studio_is_named,
);

async fn audience(studio: &Scene<'_>, gallery: GalleryId) -> Audience {
    let grant = studio.grant(gallery).await;
    studio.store.audience(&studio.desk, &grant, noon()).await.unwrap()
}

fn names(audience: &Audience) -> Vec<&str> {
    audience.logins.iter().map(|login| login.name.as_str()).collect()
}

/// S35, S25
async fn whoever_reaches_a_gallery_is_named_with_the_reason(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    let evening = studio.under(summer, "Evening").await;
    let blue = studio.under(evening, "Blue hour").await;
    let closed = studio.under(blue, "Closed").await;
    studio.open_navigation(summer).await;
    studio.open_navigation(evening).await;
    studio.login("Verlag", "verlag-2026", &[blue]).await;
    studio.login("Brandt", "brandt-2026", &[summer, evening]).await;
    studio.login("Closed alone", "closed-2026", &[closed]).await;
    studio.link(evening, LinkKind::Open, None).await;
    let seen = audience(&studio, summer).await;
    assert_eq!(names(&seen), ["Brandt", "Verlag"]);
    let why = |place: usize| seen.logins[place].standing.reasons[0];
    assert_eq!(why(0).how, How::Released);
    assert_eq!((why(1).how, why(1).start, why(1).top), (How::UpFrom(evening), blue, summer));
    assert_eq!((seen.links.len(), seen.links[0].gallery), (1, evening));
    assert_eq!(seen.links[0].standing.reasons[0].how, How::UpFrom(evening));
    let seen = audience(&studio, blue).await;
    assert_eq!(names(&seen), ["Brandt", "Verlag"]);
    assert_eq!(seen.logins[0].standing.reasons[0].start, evening, "the nearest way");
    assert_eq!(names(&audience(&studio, closed).await), ["Closed alone"]);
}

/// S20, S21
async fn a_locked_door_is_told_and_lets_nobody_on(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    let evening = studio.under(summer, "Evening").await;
    let blue = studio.under(evening, "Blue hour").await;
    studio.open_navigation(summer).await;
    studio.open_navigation(evening).await;
    studio.lock(evening, "rosenrot").await;
    studio.login("From above", "from-above", &[summer]).await;
    studio.login("It itself", "it-itself", &[evening]).await;
    studio.link(evening, LinkKind::Open, None).await;
    let seen = audience(&studio, evening).await;
    assert_eq!(names(&seen), ["From above", "It itself"]);
    let doors: Vec<_> = seen.logins.iter().map(|login| login.standing.door).collect();
    assert_eq!(doors, [Door::Locked, Door::Open]);
    assert_eq!(seen.links[0].standing.door, Door::Locked);
    let seen = audience(&studio, blue).await;
    assert_eq!((names(&seen), seen.all_links), (vec!["It itself"], 0));
}

/// S16
async fn a_secure_link_reaches_its_gallery_alone(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    let evening = studio.under(summer, "Evening").await;
    studio.open_navigation(summer).await;
    studio.link(summer, LinkKind::Secure, None).await;
    assert_eq!(audience(&studio, summer).await.links[0].kind, LinkKind::Secure);
    assert_eq!(audience(&studio, evening).await.all_links, 0);
}

/// S16
async fn links_that_ended_or_were_revoked_reach_nothing(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    studio.link(summer, LinkKind::Open, Some(noon())).await;
    studio.link(summer, LinkKind::Open, Some(noon() + TimeDelta::seconds(1))).await;
    let grant = studio.grant(summer).await;
    studio.link(summer, LinkKind::Secure, None).await;
    let secure = place.store.links(&studio.desk, &grant).await.unwrap();
    let secure = secure.iter().find(|link| link.kind == LinkKind::Secure).unwrap();
    place.store.revoke_link(&studio.desk, secure.id, noon()).await.unwrap();
    let seen = audience(&studio, summer).await;
    assert_eq!((seen.all_links, seen.links.len()), (1, 1));
    assert!(seen.links[0].expires_at > Some(noon()));
}

/// S30
async fn explicit_mode_names_those_to_whom_it_is_released(place: Throwaway) {
    let mut studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    let evening = studio.under(summer, "Evening").await;
    studio.open_navigation(summer).await;
    studio.lock(evening, "rosenrot").await;
    studio.login("Above", "above-2026", &[summer]).await;
    studio.login("Here", "here-2026", &[evening]).await;
    studio.link(summer, LinkKind::Open, None).await;
    studio.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Explicit }).await;
    let seen = audience(&studio, evening).await;
    assert_eq!((names(&seen), seen.logins[0].standing.door), (vec!["Here"], Door::Open));
    assert_eq!(seen.links[0].standing.door, Door::Locked, "links climb in either mode");
}

/// S1
async fn without_client_logins_only_links_are_named(place: Throwaway) {
    let mut studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    studio.login("Brandt", "brandt-2026", &[summer]).await;
    studio.link(summer, LinkKind::Open, None).await;
    studio.set_rules(Rules { client_logins: Switch::Off, mode: AccessMode::Staircase }).await;
    let seen = audience(&studio, summer).await;
    assert_eq!((seen.all_logins, seen.all_links), (0, 1));
}

async fn many_are_counted_and_the_first_hundred_named(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    for number in 0..103 {
        studio.login(&format!("Client {number}"), &format!("client-code-{number}"), &[summer]).await;
    }
    let seen = audience(&studio, summer).await;
    assert_eq!((seen.all_logins, seen.logins.len()), (103, 100));
    assert_eq!(names(&seen)[..3], ["Client 0", "Client 1", "Client 2"], "as people count");
}

async fn the_last_visit_is_told_of_logins_and_links(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    studio.login("Brandt", "brandt-2026", &[summer]).await;
    let link = studio.link(summer, LinkKind::Open, None).await;
    let seen = audience(&studio, summer).await;
    assert_eq!((seen.logins[0].last_visit_at, seen.links[0].last_visit_at), (None, None));
    studio.enter("brandt-2026").await.unwrap();
    studio.follow(&link, None).await;
    let seen = audience(&studio, summer).await;
    assert_eq!((seen.logins[0].last_visit_at, seen.links[0].last_visit_at), (Some(noon()), Some(noon())));
}

/// B02
async fn nobody_of_another_tree_or_studio_is_named(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (summer, winter) = (studio.gallery("Summer").await, studio.gallery("Winter").await);
    studio.login("Winter alone", "winter-2026", &[winter]).await;
    let other = Scene::another(&place.store, "suedlicht").await;
    let theirs = other.gallery("Theirs").await;
    other.login("Wind", "wind-und-meer", &[theirs]).await;
    assert_eq!(audience(&studio, summer).await.all_logins, 0);
    let grant = studio.grant(summer).await;
    refused!(place.store.audience(&other.desk, &grant, noon()).await, store::Error::NotFound);
}
