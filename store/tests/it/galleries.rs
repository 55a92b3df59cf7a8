use chrono::NaiveDate;
use domain::access::Navigation;
use domain::gallery::{GalleryName, GalleryPassword};
use store::fixtures::{Scene, Throwaway, noon};
use store::{Error, LinkKind, PasswordChange};

on_both!(
    a_new_gallery_is_closed_in_every_way,
    settings_are_kept_as_they_were_saved,
    of_two_members_who_edit_the_second_is_told,
    a_new_name_needs_no_form,
    a_password_is_asked_only_when_it_is_set_and_activated,
    a_password_unlocks_its_own_gallery_and_no_other_with_the_same_one,
    a_changed_password_is_asked_again,
    a_removed_password_is_asked_no_more,
    a_gallery_password_opens_nothing_at_the_front_door_nor_a_code_at_a_gallery,
    a_cover_hangs_in_its_own_gallery,
    a_deleted_gallery_has_no_settings,
);

/// S22
async fn a_new_gallery_is_closed_in_every_way(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let child = studio.under(wedding, "Church").await;
    for id in [wedding, child] {
        let grant = studio.grant(id).await;
        let gallery = place.store.gallery(&grant).await.unwrap();
        assert_eq!(gallery.navigation, Navigation::Off);
        assert!(!gallery.downloads && !gallery.has_password && !gallery.password_active);
        assert_eq!((gallery.cover, gallery.shot_on, gallery.version), (None, None, 1));
        let password = place.store.gallery_password(&studio.desk, &grant).await.unwrap();
        assert_eq!(password, None);
    }
    let grant = studio.grant(child).await;
    assert_eq!(place.store.gallery(&grant).await.unwrap().parent, Some(wedding));
}

async fn settings_are_kept_as_they_were_saved(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let day = NaiveDate::from_ymd_opt(2026, 5, 9);
    studio
        .set(wedding, |it| {
            it.name = GalleryName::parse("Hochzeit \u{1f48d} \u{5e9}").unwrap();
            it.shot_on = day;
            it.downloads = true;
            it.navigation = Navigation::On;
        })
        .await;
    let gallery = place.store.gallery(&studio.grant(wedding).await).await.unwrap();
    assert_eq!(gallery.name, "Hochzeit \u{1f48d} \u{5e9}");
    assert_eq!((gallery.shot_on, gallery.downloads), (day, true));
    assert_eq!((gallery.navigation, gallery.version), (Navigation::On, 2));
    studio.set(wedding, |it| it.shot_on = None).await;
    let gallery = place.store.gallery(&studio.grant(wedding).await).await.unwrap();
    assert_eq!((gallery.shot_on, gallery.downloads), (None, true));
}

async fn of_two_members_who_edit_the_second_is_told(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let grant = studio.grant(wedding).await;
    let mut annas = studio.settings(wedding).await;
    let mut beas = studio.settings(wedding).await;
    annas.downloads = true;
    beas.name = GalleryName::parse("Hochzeit").unwrap();
    let (anna, bea) = tokio::join!(
        place.store.change_gallery(&studio.desk, &grant, &annas),
        place.store.change_gallery(&studio.desk, &grant, &beas),
    );
    assert!(anna.is_ok() != bea.is_ok(), "{anna:?} {bea:?}");
    let gallery = place.store.gallery(&grant).await.unwrap();
    if anna.is_ok() {
        refused!(bea, Error::ChangedMeanwhile);
        assert_eq!((gallery.name.as_str(), gallery.downloads), ("Wedding", true));
    } else {
        refused!(anna, Error::ChangedMeanwhile);
        assert_eq!((gallery.name.as_str(), gallery.downloads), ("Hochzeit", false));
    }
    assert_eq!(gallery.version, 2);
}

async fn a_new_name_needs_no_form(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let before = studio.settings(wedding).await;
    let grant = studio.grant(wedding).await;
    let name = GalleryName::parse("Hochzeit").unwrap();
    place.store.rename_gallery(&studio.desk, &grant, &name).await.unwrap();
    assert_eq!(place.store.gallery(&grant).await.unwrap().name, "Hochzeit");
    // A form that shows the old name must not write it back.
    let late = place.store.change_gallery(&studio.desk, &grant, &before).await;
    refused!(late, Error::ChangedMeanwhile);
}

/// S17, S18
async fn a_password_is_asked_only_when_it_is_set_and_activated(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let link = studio.link(wedding, LinkKind::Secure, None).await;
    let guest = studio.follow(&link, None).await;
    let asked = async || studio.guest(&guest).await.sight.grant(wedding).is_err();
    assert!(!asked().await);
    // Activated without one is not asked.
    studio.set(wedding, |it| it.password_active = true).await;
    assert!(!asked().await);
    assert!(!studio.settings(wedding).await.password_active);
    let password = GalleryPassword::parse("rosenrot").unwrap();
    studio.set(wedding, |it| it.password = PasswordChange::Set(password)).await;
    assert!(!asked().await);
    assert!(studio.unlock(wedding, "rosenrot", Some(&guest)).await.is_none());
    studio.set(wedding, |it| it.password_active = true).await;
    assert!(asked().await);
    assert!(studio.unlock(wedding, "schneeweiss", Some(&guest)).await.is_none());
    assert!(asked().await);
    let guest = studio.unlock(wedding, "rosenrot", Some(&guest)).await.unwrap();
    assert!(studio.guest(&guest).await.sight.grant(wedding).is_ok());
    let grant = studio.grant(wedding).await;
    let shown = place.store.gallery_password(&studio.desk, &grant).await.unwrap();
    assert_eq!(shown.as_deref(), Some("rosenrot"));
}

/// B01
async fn a_password_unlocks_its_own_gallery_and_no_other_with_the_same_one(place: Throwaway) {
    let north = Scene::first(&place.store, "nordlicht").await;
    let south = Scene::another(&place.store, "suedlicht").await;
    let (one, two) = (north.gallery("One").await, north.gallery("Two").await);
    let three = south.gallery("Three").await;
    north.lock(one, "rosenrot").await;
    north.lock(two, "rosenrot").await;
    south.lock(three, "rosenrot").await;
    let mut guest = None;
    for (studio, gallery) in [(&north, one), (&north, two), (&south, three)] {
        let link = studio.link(gallery, LinkKind::Open, None).await;
        guest = Some(studio.follow(&link, guest.as_ref()).await);
    }
    let guest = north.unlock(one, "rosenrot", guest.as_ref()).await.unwrap();
    let sight = north.guest(&guest).await.sight;
    assert!(sight.grant(one).is_ok());
    assert!(sight.grant(two).is_err());
    assert!(south.guest(&guest).await.sight.grant(three).is_err());
    // The other studio's gallery is not asked through this one.
    assert!(north.unlock(three, "rosenrot", Some(&guest)).await.is_none());
    let equal = "select count(*) from (select password_index from gallery
                 where password_index is not null group by password_index having count(*) > 1) g";
    assert_eq!(place.number(equal).await, 0);
}

/// S17, T27
async fn a_changed_password_is_asked_again(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.lock(wedding, "rosenrot").await;
    let link = studio.link(wedding, LinkKind::Secure, None).await;
    let guest = studio.follow(&link, None).await;
    let guest = studio.unlock(wedding, "rosenrot", Some(&guest)).await.unwrap();
    // A change of something else asks nobody again.
    studio.set(wedding, |it| it.downloads = true).await;
    assert!(studio.guest(&guest).await.sight.grant(wedding).is_ok());
    studio.lock(wedding, "dornroeschen").await;
    assert!(studio.guest(&guest).await.sight.grant(wedding).is_err());
    assert!(studio.unlock(wedding, "rosenrot", Some(&guest)).await.is_none());
    let guest = studio.unlock(wedding, "dornroeschen", Some(&guest)).await.unwrap();
    assert!(studio.guest(&guest).await.sight.grant(wedding).is_ok());
}

async fn a_removed_password_is_asked_no_more(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.lock(wedding, "rosenrot").await;
    let link = studio.link(wedding, LinkKind::Secure, None).await;
    let guest = studio.follow(&link, None).await;
    assert!(studio.guest(&guest).await.sight.grant(wedding).is_err());
    studio
        .set(wedding, |it| {
            it.password = PasswordChange::Remove;
            it.password_active = true;
        })
        .await;
    assert!(studio.guest(&guest).await.sight.grant(wedding).is_ok());
    assert!(studio.unlock(wedding, "rosenrot", Some(&guest)).await.is_none());
    let gallery = place.store.gallery(&studio.grant(wedding).await).await.unwrap();
    assert!(!gallery.has_password && !gallery.password_active);
}

/// S19
async fn a_gallery_password_opens_nothing_at_the_front_door_nor_a_code_at_a_gallery(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.lock(wedding, "rosenrot-2026").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    assert!(studio.enter("rosenrot-2026").await.is_none());
    assert!(studio.unlock(wedding, "sommer-2026", None).await.is_none());
}

async fn a_cover_hangs_in_its_own_gallery(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let first = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    let second = studio.photo(wedding, "IMG_2.jpg", noon()).await;
    let foreign = studio.photo(portraits, "IMG_3.jpg", noon()).await;
    let grant = studio.grant(wedding).await;
    let cover = async || place.store.gallery_card(&grant).await.unwrap().cover.unwrap().photo;
    assert_eq!(cover().await, first);
    place.store.choose_cover(&studio.desk, &grant, second).await.unwrap();
    assert_eq!(cover().await, second);
    let refused = place.store.choose_cover(&studio.desk, &grant, foreign).await;
    refused!(refused, Error::NotFound);
    assert_eq!(cover().await, second);
    assert_eq!(place.store.gallery(&grant).await.unwrap().cover, Some(second));
    // The chosen one goes: the first stands in, and comes back with it.
    place.store.delete_photos(&studio.desk, &grant, &[second], noon()).await.unwrap();
    assert_eq!(cover().await, first);
    let refused = place.store.choose_cover(&studio.desk, &grant, second).await;
    refused!(refused, Error::NotFound);
    place.store.restore_photos(&studio.desk, &grant, &[second]).await.unwrap();
    assert_eq!(cover().await, second);
}

async fn a_deleted_gallery_has_no_settings(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let (grant, settings) = (studio.grant(wedding).await, studio.settings(wedding).await);
    place.store.delete_gallery(&studio.desk, &grant, noon()).await.unwrap();
    let store = &place.store;
    let name = GalleryName::parse("Hochzeit").unwrap();
    refused!(store.gallery(&grant).await, Error::NotFound);
    refused!(store.change_gallery(&studio.desk, &grant, &settings).await, Error::NotFound);
    refused!(store.rename_gallery(&studio.desk, &grant, &name).await, Error::NotFound);
    refused!(store.member_grant(&studio.desk, wedding, noon()).await, Error::NotFound);
}
