use std::collections::BTreeSet;

use domain::access::{AccessMode, Denied, Door, How, Rules, Switch, Way};
use domain::ids::GalleryId;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Error, LinkKind};

on_both!(
    in_staircase_mode_a_released_gallery_opens_what_the_switches_join,
    in_explicit_mode_the_released_galleries_and_no_others_are_seen,
    a_released_gallery_asks_for_no_password,
    a_gallery_reached_by_climbing_asks_for_its_own_password,
    explicit_mode_leaves_links_to_the_switches,
    why_a_gallery_is_seen_names_the_login_and_the_step,
    what_a_guest_may_not_see_is_answered_like_what_does_not_exist,
    a_member_sees_what_lies_directly_above_and_below_a_gallery,
    of_many_trees_those_are_shown_in_which_something_is_released,
    a_login_with_six_hundred_galleries_sees_them_all,
);

/// A over B1 over C, and A over B2: the example of PRODUCT section 4.
struct Family {
    a: GalleryId,
    b1: GalleryId,
    b2: GalleryId,
    c: GalleryId,
}

async fn family(studio: &Scene<'_>) -> Family {
    let a = studio.gallery("A").await;
    let b1 = studio.under(a, "B1").await;
    let b2 = studio.under(a, "B2").await;
    let c = studio.under(b1, "C").await;
    Family { a, b1, b2, c }
}

/// S23 to S27
async fn in_staircase_mode_a_released_gallery_opens_what_the_switches_join(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let Family { a, b1, b2, c } = family(&studio).await;
    studio.login("Familie A", "code-for-a", &[a]).await;
    studio.login("Familie B", "code-for-b1", &[b1]).await;
    studio.login("Familie C", "code-for-c", &[c]).await;
    let tokens = [
        studio.enter("code-for-a").await.unwrap(),
        studio.enter("code-for-b1").await.unwrap(),
        studio.enter("code-for-c").await.unwrap(),
    ];
    let seen = async || {
        let [x, y, z] = &tokens;
        [studio.seen_by(x).await, studio.seen_by(y).await, studio.seen_by(z).await]
    };
    assert_eq!(seen().await, [[a].into(), [b1].into(), [c].into()]);
    studio.open_navigation(a).await;
    assert_eq!(seen().await, [[a, b1, b2].into(), [a, b1, b2].into(), [c].into()]);
    studio.open_navigation(b1).await;
    let all = [a, b1, b2, c];
    assert_eq!(seen().await, [all.into(), all.into(), all.into()]);
    studio.set(a, |it| it.navigation = domain::access::Navigation::Off).await;
    assert_eq!(seen().await, [[a].into(), [b1, c].into(), [b1, c].into()]);
}

/// S30
async fn in_explicit_mode_the_released_galleries_and_no_others_are_seen(place: Throwaway) {
    let mut studio = Scene::first(&place.store, "nordlicht").await;
    let Family { a, b1, b2, c } = family(&studio).await;
    for gallery in [a, b1] {
        studio.open_navigation(gallery).await;
    }
    studio.lock(c, "rosenrot").await;
    studio.login("Familie B", "code-for-b1", &[b1, c]).await;
    let token = studio.enter("code-for-b1").await.unwrap();
    assert_eq!(studio.seen_by(&token).await, [a, b1, b2, c].into());
    studio.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Explicit }).await;
    let sight = studio.guest(&token).await.sight;
    assert_eq!(sight.galleries().collect::<Vec<_>>().len(), 2);
    assert!(sight.grant(c).is_ok());
    assert_eq!(sight.above(c), Some(b1));
    assert_eq!(sight.above(b1), None);
}

/// S20
async fn a_released_gallery_asks_for_no_password(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.lock(wedding, "rosenrot").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let client = studio.enter("sommer-2026").await.unwrap();
    assert!(studio.guest(&client).await.sight.grant(wedding).is_ok());
    let link = studio.link(wedding, LinkKind::Open, None).await;
    let visitor = studio.follow(&link, None).await;
    let denied = studio.guest(&visitor).await.sight.grant(wedding);
    assert_eq!(denied, Err(Denied::PasswordNeeded));
}

/// S21
async fn a_gallery_reached_by_climbing_asks_for_its_own_password(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let Family { a, b1, b2, c } = family(&studio).await;
    for gallery in [a, b1] {
        studio.open_navigation(gallery).await;
    }
    studio.lock(a, "rosenrot").await;
    studio.login("Familie C", "code-for-c", &[c]).await;
    let token = studio.enter("code-for-c").await.unwrap();
    let sight = studio.guest(&token).await.sight;
    assert_eq!(sight.grant(a), Err(Denied::PasswordNeeded));
    assert_eq!(sight.grant(b2), Err(Denied::Hidden));
    assert!(sight.grant(b1).is_ok());
    // The name of a locked gallery is not given out either (S18).
    let names = place.store.gallery_names(&sight, &[a, b1, c, b2]).await.unwrap();
    assert_eq!(names, [(b1, "B1".to_owned()), (c, "C".to_owned())]);
    let token = studio.unlock(a, "rosenrot", Some(&token)).await.unwrap();
    let sight = studio.guest(&token).await.sight;
    assert!(sight.grant(a).is_ok());
    assert_eq!(sight.grant(b2), Err(Denied::Hidden));
}

/// S30
async fn explicit_mode_leaves_links_to_the_switches(place: Throwaway) {
    let mut studio = Scene::first(&place.store, "nordlicht").await;
    let Family { a, b1, b2, .. } = family(&studio).await;
    studio.open_navigation(a).await;
    studio.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Explicit }).await;
    let link = studio.link(b1, LinkKind::Open, None).await;
    let guest = studio.follow(&link, None).await;
    assert_eq!(studio.seen_by(&guest).await, [a, b1, b2].into());
}

/// S35
async fn why_a_gallery_is_seen_names_the_login_and_the_step(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let Family { a, b1, b2, .. } = family(&studio).await;
    studio.open_navigation(a).await;
    let login = studio.login("Familie B", "code-for-b1", &[b1]).await;
    let token = studio.enter("code-for-b1").await.unwrap();
    let sight = studio.guest(&token).await.sight;
    let why = |gallery| {
        let standing = sight.standing(gallery).unwrap();
        assert_eq!(standing.door, Door::Open);
        assert_eq!(standing.reasons[0].way, Way::Login(login));
        standing.reasons[0].how
    };
    assert_eq!(why(b1), How::Released);
    assert_eq!(why(a), How::UpFrom(b1));
    assert_eq!(why(b2), How::DownFrom(a));
}

/// S32
async fn what_a_guest_may_not_see_is_answered_like_what_does_not_exist(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let Family { a, b1, .. } = family(&studio).await;
    studio.login("Familie A", "code-for-a", &[a]).await;
    let token = studio.enter("code-for-a").await.unwrap();
    let sight = studio.guest(&token).await.sight;
    let nothing = GalleryId::from_random([7; 16]);
    assert_eq!(sight.grant(b1), Err(Denied::Hidden));
    assert_eq!(sight.grant(nothing), Err(Denied::Hidden));
}

async fn a_member_sees_what_lies_directly_above_and_below_a_gallery(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let Family { a, b1, b2, c } = family(&studio).await;
    studio.gallery("elsewhere").await;
    studio.lock(a, "rosenrot").await;
    let sight = place.store.member_sight(&studio.desk, c, noon()).await.unwrap();
    assert_eq!(sight.galleries().collect::<BTreeSet<_>>(), [a, b1, c].into());
    assert_eq!(sight.trail(c), [a, b1]);
    let sight = place.store.member_sight(&studio.desk, a, noon()).await.unwrap();
    assert_eq!(sight.galleries().collect::<BTreeSet<_>>(), [a, b1, b2].into());
    assert_eq!(sight.below(a), [b1, b2]);
    let nothing = GalleryId::from_random([7; 16]);
    refused!(place.store.member_grant(&studio.desk, nothing, noon()).await, Error::NotFound);
}

async fn of_many_trees_those_are_shown_in_which_something_is_released(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (one, two, three) = (family(&studio).await, family(&studio).await, family(&studio).await);
    for family in [&one, &two, &three] {
        studio.open_navigation(family.a).await;
    }
    studio.login("Familie", "two-branches", &[one.b1, three.b2]).await;
    let token = studio.enter("two-branches").await.unwrap();
    let seen = [one.a, one.b1, one.b2, three.a, three.b1, three.b2];
    assert_eq!(studio.seen_by(&token).await, seen.into());
}

/// More than one statement can hold.
async fn a_login_with_six_hundred_galleries_sees_them_all(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let top = studio.gallery("top").await;
    studio.open_navigation(top).await;
    let mut galleries = Vec::new();
    for number in 0..600 {
        // Two in three lie in one tree, which must be read once.
        galleries.push(match number % 3 {
            0 => studio.gallery("alone").await,
            _ => studio.under(top, "together").await,
        });
    }
    studio.login("Familie", "many-galleries", &galleries).await;
    let token = studio.enter("many-galleries").await.unwrap();
    let mut all = galleries.clone();
    all.push(top);
    assert_eq!(studio.seen_by(&token).await, all.into_iter().collect());
    let guest = studio.guest(&token).await;
    assert_eq!(place.store.overview(&guest).await.unwrap().len(), 600);
}
