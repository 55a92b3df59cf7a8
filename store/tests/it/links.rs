use chrono::TimeDelta;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Error, LinkKind, NewLink, SessionToken};

on_both!(
    a_link_that_has_ended_is_not_brought_back_and_none_is_changed_from_another_gallery,
    a_gallery_has_several_links_with_labels,
    a_secure_link_shows_its_gallery_alone,
    an_open_link_allows_the_navigation_that_the_galleries_allow,
    a_revoked_link_ends_for_those_who_followed_it_too,
    a_link_stops_by_itself_on_its_day,
    a_link_of_another_studio_or_a_made_up_one_leads_nowhere,
    links_add_up_in_one_browser,
    the_same_link_twice_is_one_key,
    every_visitor_of_a_link_is_counted_and_whoever_goes_on_is_not_counted_again,
);

/// S16
async fn a_gallery_has_several_links_with_labels(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let grant = studio.grant(wedding).await;
    let until = noon() + TimeDelta::days(30);
    for (label, kind, expires_at) in
        [("for the bride", LinkKind::Secure, Some(until)), ("for the band", LinkKind::Open, None)]
    {
        let new = NewLink { kind, label: label.to_owned(), expires_at };
        let then = noon() + TimeDelta::minutes(i64::from(kind == LinkKind::Open));
        place.store.create_link(&studio.desk, &grant, &new, then).await.unwrap();
    }
    studio.link(portraits, LinkKind::Open, None).await;
    let links = place.store.links(&studio.desk, &grant).await.unwrap();
    let said: Vec<_> = links.iter().map(|it| (it.label.as_str(), it.kind, it.expires_at)).collect();
    assert_eq!(said, [("for the bride", LinkKind::Secure, Some(until)), ("for the band", LinkKind::Open, None)]);
    assert_ne!(links[0].token, links[1].token);
    for link in links {
        let token = SessionToken::parse(&link.token).unwrap();
        let opened = place.store.follow_link(&studio.studio, &token, None, noon()).await.unwrap();
        assert_eq!(opened.gallery, wedding);
    }
}

/// S16
async fn a_secure_link_shows_its_gallery_alone(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let church = studio.under(wedding, "Church").await;
    let altar = studio.under(church, "Altar").await;
    for gallery in [wedding, church, altar] {
        studio.open_navigation(gallery).await;
    }
    let link = studio.link(church, LinkKind::Secure, None).await;
    let guest = studio.follow(&link, None).await;
    assert_eq!(studio.seen_by(&guest).await, [church].into());
    let sight = studio.guest(&guest).await.sight;
    assert_eq!(sight.above(church), None);
    assert!(sight.below(church).is_empty());
}

/// S23
async fn an_open_link_allows_the_navigation_that_the_galleries_allow(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let church = studio.under(wedding, "Church").await;
    let altar = studio.under(church, "Altar").await;
    let link = studio.link(church, LinkKind::Open, None).await;
    let guest = studio.follow(&link, None).await;
    assert_eq!(studio.seen_by(&guest).await, [church].into());
    studio.open_navigation(wedding).await;
    assert_eq!(studio.seen_by(&guest).await, [wedding, church].into());
    studio.open_navigation(church).await;
    assert_eq!(studio.seen_by(&guest).await, [wedding, church, altar].into());
    assert!(studio.guest(&guest).await.guest.login.is_none());
}

/// S16, B23
async fn a_revoked_link_ends_for_those_who_followed_it_too(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let kept = studio.link(wedding, LinkKind::Open, None).await;
    let ended = studio.link(wedding, LinkKind::Secure, None).await;
    let (one, two) = (studio.follow(&kept, None).await, studio.follow(&ended, None).await);
    let grant = studio.grant(wedding).await;
    let links = place.store.links(&studio.desk, &grant).await.unwrap();
    let id = links.iter().find(|it| it.kind == LinkKind::Secure).unwrap().id;
    place.store.revoke_link(&studio.desk, id, noon()).await.unwrap();
    assert!(studio.seen_by(&two).await.is_empty());
    assert!(studio.guest(&two).await.guest.is_stranger());
    assert_eq!(studio.seen_by(&one).await, [wedding].into());
    let again = place.store.follow_link(&studio.studio, &ended, None, noon()).await;
    refused!(again, Error::NotFound);
    refused!(place.store.revoke_link(&studio.desk, id, noon()).await, Error::NotFound);
    assert_eq!(place.store.links(&studio.desk, &grant).await.unwrap().len(), 1);
}

/// S16
async fn a_link_stops_by_itself_on_its_day(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let until = noon() + TimeDelta::hours(2);
    let link = studio.link(wedding, LinkKind::Secure, Some(until)).await;
    let guest = studio.follow(&link, None).await;
    let seen = async |then| {
        let sight = place.store.guest_sight(Some(&guest), &studio.studio, then).await;
        sight.unwrap().sight.grant(wedding).is_ok()
    };
    assert!(seen(until - TimeDelta::seconds(1)).await);
    assert!(!seen(until).await);
    let late = place.store.follow_link(&studio.studio, &link, None, until).await;
    refused!(late, Error::NotFound);
}

/// S16, B02
async fn a_link_of_another_studio_or_a_made_up_one_leads_nowhere(place: Throwaway) {
    let north = Scene::first(&place.store, "nordlicht").await;
    let south = Scene::another(&place.store, "suedlicht").await;
    let wedding = north.gallery("Wedding").await;
    let link = north.link(wedding, LinkKind::Open, None).await;
    let followed = place.store.follow_link(&south.studio, &link, None, noon()).await;
    refused!(followed, Error::NotFound);
    let made_up = SessionToken::parse(&"7".repeat(64)).unwrap();
    let followed = place.store.follow_link(&north.studio, &made_up, None, noon()).await;
    refused!(followed, Error::NotFound);
    assert_eq!(place.number("select count(*) from session").await, 0);
    // Followed in its own studio, it shows nothing of the other.
    let guest = north.follow(&link, None).await;
    assert!(south.guest(&guest).await.guest.is_stranger());
}

async fn links_add_up_in_one_browser(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (a, b) = (studio.gallery("a").await, studio.gallery("b").await);
    let first = studio.follow(&studio.link(a, LinkKind::Secure, None).await, None).await;
    let second = studio.follow(&studio.link(b, LinkKind::Open, None).await, Some(&first)).await;
    assert_eq!(studio.seen_by(&second).await, [a, b].into());
    // A code comes on top of them.
    let c = studio.gallery("c").await;
    studio.login("Familie Sommer", "sommer-2026", &[c]).await;
    let third = studio.enter_again("sommer-2026", Some(&second)).await.unwrap();
    assert_eq!(studio.seen_by(&third).await, [a, b, c].into());
}

async fn the_same_link_twice_is_one_key(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let link = studio.link(wedding, LinkKind::Open, None).await;
    let first = studio.follow(&link, None).await;
    let second = studio.follow(&link, Some(&first)).await;
    assert_eq!(studio.seen_by(&second).await, [wedding].into());
    place.store.sweep_sessions(noon() + TimeDelta::minutes(1)).await.unwrap();
    assert_eq!(place.number("select count(*) from session_grant").await, 1);
}

#[test]
fn the_kinds_of_links_have_words() {
    for kind in [LinkKind::Open, LinkKind::Secure] {
        assert_eq!(LinkKind::parse(kind.as_str()), Some(kind));
    }
    assert_eq!(LinkKind::parse("wide open"), None);
}

/// S16, S31
async fn a_link_that_has_ended_is_not_brought_back_and_none_is_changed_from_another_gallery(place: Throwaway) {
    let (store, studio) = (&place.store, Scene::first(&place.store, "nordlicht").await);
    let (summer, winter) = (studio.gallery("Summer").await, studio.gallery("Winter").await);
    studio.link(summer, LinkKind::Open, Some(noon() + TimeDelta::hours(1))).await;
    let (summer, winter) = (studio.grant(summer).await, studio.grant(winter).await);
    let link = store.links(&studio.desk, &summer).await.unwrap()[0].id;
    let later = Some(noon() + TimeDelta::hours(9));
    refused!(store.change_link(&studio.desk, &winter, link, "x", later, noon()).await, Error::NotFound);
    store.change_link(&studio.desk, &summer, link, "Grandparents", None, noon()).await.unwrap();
    assert_eq!(store.link_count(&studio.desk, &summer).await.unwrap(), 1);
    store.change_link(&studio.desk, &summer, link, "Grandparents", later, noon()).await.unwrap();
    let over = noon() + TimeDelta::hours(10);
    refused!(store.change_link(&studio.desk, &summer, link, "Grandparents", None, over).await, Error::NotFound);
}

/// S16
async fn every_visitor_of_a_link_is_counted_and_whoever_goes_on_is_not_counted_again(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let (link, other) =
        (studio.link(wedding, LinkKind::Open, None).await, studio.link(wedding, LinkKind::Open, None).await);
    let grant = studio.grant(wedding).await;
    let follow = async |old, minutes| {
        let then = noon() + TimeDelta::minutes(minutes);
        place.store.follow_link(&studio.studio, &link, old, then).await.unwrap().session
    };
    let first = follow(None, 0).await;
    follow(None, 1).await;
    follow(Some(&first), 2).await;
    follow(None, 60).await;
    let links = place.store.links(&studio.desk, &grant).await.unwrap();
    let of = |token: &SessionToken| {
        let link = links.iter().find(|link| link.token == *token.reveal()).unwrap();
        (link.visits, link.last_visit_at)
    };
    assert_eq!(of(&link), (3, Some(noon() + TimeDelta::minutes(60))));
    assert_eq!(of(&other), (0, None));
    // Late in a visit the key is renewed, and it is the same visit all the same; once it is over there is another.
    let on = follow(Some(&first), 7 * 60).await;
    let still = place.store.guest_sight(Some(&on), &studio.studio, noon() + TimeDelta::hours(18)).await.unwrap();
    assert!(on.reveal() != first.reveal() && still.sight.grant(wedding).is_ok());
    follow(Some(&on), 18 * 60).await;
    let visits = async || place.store.links(&studio.desk, &grant).await.unwrap().iter().map(|link| link.visits).max();
    assert_eq!(visits().await, Some(3));
    follow(Some(&on), 20 * 60).await;
    assert_eq!(visits().await, Some(4));
}
