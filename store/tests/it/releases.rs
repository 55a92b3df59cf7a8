use chrono::{NaiveDate, TimeDelta};
use domain::ids::{ClientLoginId, GalleryId};
use store::Error;
use store::fixtures::{ReleaseChange, Scene, Throwaway, noon};

on_both!(
    an_overview_holds_all_that_is_released_and_nothing_else,
    the_newest_day_comes_first_on_an_overview,
    an_overview_says_what_is_new_since_the_last_visit,
    a_card_shows_only_what_is_ready,
    a_released_gallery_shows_at_the_next_page_and_a_withdrawn_one_is_gone_at_once,
    new_photographs_appear_by_themselves,
    a_gallery_may_be_in_many_logins_and_a_login_may_hold_many,
    two_members_who_edit_releases_do_not_undo_each_other,
    opposite_edits_at_once_wait_for_each_other,
    a_deleted_login_takes_no_release,
    releasing_twice_keeps_what_was_seen,
    a_stranger_has_no_overview,
);

/// S11
async fn an_overview_holds_all_that_is_released_and_nothing_else(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let church = studio.under(wedding, "Church").await;
    let party = studio.under(wedding, "Party").await;
    let portraits = studio.gallery("Portraits").await;
    studio.open_navigation(wedding).await;
    studio.login("Familie Sommer", "sommer-2026", &[church, portraits]).await;
    studio.login("Familie Wind", "wind-und-meer", &[party]).await;
    // The staircase leads further than the overview: that has the released galleries alone.
    let sommer = studio.enter("sommer-2026").await.unwrap();
    assert_eq!(studio.seen_by(&sommer).await, [wedding, church, party, portraits].into());
    assert_eq!(cards(&studio, "sommer-2026").await, ["Church", "Portraits"]);
    assert_eq!(cards(&studio, "wind-und-meer").await, ["Party"]);
}

async fn the_newest_day_comes_first_on_an_overview(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let undated = studio.gallery("Undated").await;
    let (old, new) = (studio.gallery("Old").await, studio.gallery("New").await);
    for (gallery, day) in [(old, 9), (new, 10)] {
        studio.set(gallery, |it| it.shot_on = NaiveDate::from_ymd_opt(2026, 5, day)).await;
    }
    studio.login("Familie Sommer", "sommer-2026", &[undated, old, new]).await;
    assert_eq!(cards(&studio, "sommer-2026").await, ["New", "Old", "Undated"]);
}

/// S11
async fn an_overview_says_what_is_new_since_the_last_visit(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.photo(wedding, "IMG_1.jpg", noon()).await;
    studio.photo(wedding, "IMG_2.jpg", noon()).await;
    let sommer = studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    studio.login("Familie Wind", "wind-und-meer", &[wedding]).await;
    assert_eq!(counts(&studio, "sommer-2026").await, (2, 2));
    let token = studio.enter("sommer-2026").await.unwrap();
    let grant = studio.guest_grant(&token, wedding).await;
    let visit = noon() + TimeDelta::hours(1);
    place.store.note_seen_gallery(sommer, &grant, visit).await.unwrap();
    assert_eq!(counts(&studio, "sommer-2026").await, (2, 0));
    studio.photo(wedding, "IMG_3.jpg", visit + TimeDelta::seconds(1)).await;
    assert_eq!(counts(&studio, "sommer-2026").await, (3, 1));
    // The other login has never looked.
    assert_eq!(counts(&studio, "wind-und-meer").await, (3, 3));
}

async fn a_card_shows_only_what_is_ready(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let card = async || {
        let token = studio.enter("sommer-2026").await.unwrap();
        let guest = studio.guest(&token).await;
        place.store.overview(&guest).await.unwrap().remove(0)
    };
    assert!(card().await.cover.is_none());
    let second = studio.photo(wedding, "IMG_2.jpg", noon()).await;
    assert_eq!(card().await.cover.unwrap().photo, second);
    let removed = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    studio.arriving(wedding, "IMG_0.jpg", noon()).await;
    assert_eq!(card().await.cover.unwrap().photo, removed);
    let grant = studio.grant(wedding).await;
    place.store.delete_photos(&studio.desk, &grant, &[removed], noon()).await.unwrap();
    let card = card().await;
    let cover = card.cover.unwrap();
    assert_eq!((cover.photo, cover.width, cover.height), (second, 1500, 1000));
    assert_eq!((card.photos, card.new, cover.colour), (1, 1, 0x8a_4b_2a));
}

/// S8
async fn a_released_gallery_shows_at_the_next_page_and_a_withdrawn_one_is_gone_at_once(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let sommer = studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let token = studio.enter("sommer-2026").await.unwrap();
    assert_eq!(studio.seen_by(&token).await, [wedding].into());
    studio.release(sommer, &[portraits]).await;
    assert_eq!(studio.seen_by(&token).await, [wedding, portraits].into());
    studio.withdraw(sommer, &[wedding]).await;
    assert_eq!(studio.seen_by(&token).await, [portraits].into());
    let released = place.store.releases(&studio.desk, sommer).await.unwrap();
    assert_eq!(released, [portraits].into());
}

/// S13
async fn new_photographs_appear_by_themselves(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let token = studio.enter("sommer-2026").await.unwrap();
    let grant = studio.guest_grant(&token, wedding).await;
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 0);
    let photo = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    let grant = studio.guest_grant(&token, wedding).await;
    assert_eq!(place.store.photos_of(&grant, 0, 10).await.unwrap()[0].id, photo);
}

/// S14
async fn a_gallery_may_be_in_many_logins_and_a_login_may_hold_many(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let galleries = [studio.gallery("a").await, studio.gallery("b").await, studio.gallery("c").await];
    let logins = [
        studio.login("Familie Sommer", "sommer-2026", &galleries).await,
        studio.login("Familie Wind", "wind-und-meer", &galleries).await,
    ];
    for login in logins {
        let released = place.store.releases(&studio.desk, login).await.unwrap();
        assert_eq!(released, galleries.into());
        let saved = place.store.client_login(&studio.desk, login).await.unwrap();
        assert_eq!(saved.releases, 3);
    }
}

/// S7
async fn two_members_who_edit_releases_do_not_undo_each_other(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (a, b, c) = (studio.gallery("a").await, studio.gallery("b").await, studio.gallery("c").await);
    let login = studio.login("Familie Sommer", "sommer-2026", &[a]).await;
    let (anna, bea, carla) = ([b], [c], [a]);
    tokio::join!(studio.release(login, &anna), studio.release(login, &bea), studio.withdraw(login, &carla));
    let released = place.store.releases(&studio.desk, login).await.unwrap();
    assert_eq!(released, [b, c].into());
    // All or nothing: of a change with an unknown gallery nothing is kept.
    let change = ReleaseChange { add: [a, GalleryId::from_random([7; 16])].into(), remove: [b].into() };
    let refused = place.store.change_releases(&studio.desk, login, &change, noon()).await;
    refused!(refused, Error::NotFound);
    let released = place.store.releases(&studio.desk, login).await.unwrap();
    assert_eq!(released, [b, c].into());
    let nobody = ClientLoginId::from_random([7; 16]);
    let refused = place.store.change_releases(&studio.desk, nobody, &change, noon()).await;
    refused!(refused, Error::NotFound);
}

async fn releasing_twice_keeps_what_was_seen(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.photo(wedding, "IMG_1.jpg", noon()).await;
    let sommer = studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let grant = studio.grant(wedding).await;
    place.store.note_seen_gallery(sommer, &grant, noon()).await.unwrap();
    studio.release(sommer, &[wedding]).await;
    assert_eq!(counts(&studio, "sommer-2026").await, (1, 0));
}

/// S12
async fn a_stranger_has_no_overview(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let stranger = place.store.guest_sight(None, &studio.studio, noon()).await.unwrap();
    assert!(stranger.guest.is_stranger());
    refused!(place.store.overview(&stranger).await, Error::NotFound);
    let link = studio.link(wedding, store::LinkKind::Open, None).await;
    let visitor = studio.guest(&studio.follow(&link, None).await).await;
    refused!(place.store.overview(&visitor).await, Error::NotFound);
}

async fn cards(studio: &Scene<'_>, code: &str) -> Vec<String> {
    let token = studio.enter(code).await.unwrap();
    let guest = studio.guest(&token).await;
    let cards = studio.store.overview(&guest).await.unwrap();
    cards.into_iter().map(|card| card.name).collect()
}

/// How many photographs the only card counts, and how many of them as new.
async fn counts(studio: &Scene<'_>, code: &str) -> (i64, i64) {
    let token = studio.enter(code).await.unwrap();
    let guest = studio.guest(&token).await;
    let cards = studio.store.overview(&guest).await.unwrap();
    assert_eq!(cards.len(), 1);
    (cards[0].photos, cards[0].new)
}

/// S7; one takes what the other adds, and the other way round: locked in opposite orders, one of them would be thrown out.
async fn opposite_edits_at_once_wait_for_each_other(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let mut galleries = Vec::new();
    for number in 0..12 {
        galleries.push(studio.gallery(&format!("Gallery {number}")).await);
    }
    let login = studio.login("Familie Sommer", "sommer-2026", &galleries).await;
    let (left, right) = galleries.split_at(6);
    let change = |add: &[GalleryId], remove: &[GalleryId]| ReleaseChange {
        add: add.iter().copied().collect(),
        remove: remove.iter().copied().collect(),
    };
    let (one, other) = (change(left, right), change(right, left));
    for round in 0..40 {
        let (one, other) = tokio::join!(
            place.store.change_releases(&studio.desk, login, &one, noon()),
            place.store.change_releases(&studio.desk, login, &other, noon()),
        );
        assert!(one.is_ok() && other.is_ok(), "round {round}: {one:?} {other:?}");
        let held = place.store.releases(&studio.desk, login).await.unwrap();
        assert!([left, right].iter().any(|half| held == half.iter().copied().collect()), "half of each");
    }
}

async fn a_deleted_login_takes_no_release(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[]).await;
    place.store.delete_client_login(&studio.desk, login, noon()).await.unwrap();
    let change = ReleaseChange { add: [wedding].into(), ..ReleaseChange::default() };
    refused!(place.store.change_releases(&studio.desk, login, &change, noon()).await, Error::NotFound);
}
