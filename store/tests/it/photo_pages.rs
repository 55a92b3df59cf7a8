use chrono::NaiveDate;
use domain::ids::{GalleryId, PhotoId};
use store::Error;
use store::fixtures::{Scene, Throwaway, noon};

on_both!(
    photographs_come_in_the_order_in_which_people_count,
    a_page_is_a_stretch_of_the_whole,
    a_photograph_has_its_neighbours_around_it,
    a_card_says_what_is_in_a_gallery,
    cards_come_in_the_order_of_their_grants_without_what_is_gone,
    names_come_in_the_order_asked_for,
);

async fn hang(studio: &Scene<'_>, gallery: GalleryId, names: &[&str]) -> Vec<PhotoId> {
    let mut photos = Vec::new();
    for name in names {
        photos.push(studio.photo(gallery, name, noon()).await);
    }
    photos
}

async fn photographs_come_in_the_order_in_which_people_count(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    // Umlauts, case and leading zeros must mean the same to both databases.
    let names = ["IMG_10.jpg", "img_2.jpg", "\u{e4}pfel.jpg", "IMG_0003.jpg", "IMG_1.jpg", "_DSC7.jpg", "Zebra.jpg"];
    hang(&studio, wedding, &names).await;
    let grant = studio.grant(wedding).await;
    let (shown, _) = place.store.studio_photos(&studio.desk, &grant).await.unwrap();
    let shown: Vec<_> = shown.iter().map(|it| it.file_name.as_str()).collect();
    assert_eq!(
        shown,
        ["_DSC7.jpg", "IMG_1.jpg", "img_2.jpg", "IMG_0003.jpg", "IMG_10.jpg", "Zebra.jpg", "\u{e4}pfel.jpg"]
    );
}

async fn a_page_is_a_stretch_of_the_whole(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photos = hang(&studio, wedding, &["1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg"]).await;
    let grant = studio.grant(wedding).await;
    let page = async |skip, take| {
        let page = place.store.photos_of(&grant, skip, take).await.unwrap();
        page.into_iter().map(|it| it.id).collect::<Vec<_>>()
    };
    assert_eq!(page(0, 2).await, photos[0..2]);
    assert_eq!(page(2, 2).await, photos[2..4]);
    assert_eq!(page(4, 2).await, photos[4..]);
    assert!(page(5, 2).await.is_empty());
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 5);
}

async fn a_photograph_has_its_neighbours_around_it(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photos = hang(&studio, wedding, &["1.jpg", "2.jpg", "3.jpg", "4.jpg"]).await;
    let waiting = studio.arriving(wedding, "5.jpg", noon()).await;
    let grant = studio.grant(wedding).await;
    let (store, desk) = (&place.store, &studio.desk);
    store.delete_photos(desk, &grant, &photos[1..2], noon()).await.unwrap();
    let around = async |photo| {
        let it = store.photo_around(&grant, photo).await.unwrap();
        assert_eq!(it.photo.id, photo);
        let (previous, next) = (it.previous.map(|it| it.id), it.next.map(|it| it.id));
        (previous, next, it.position, it.count)
    };
    let [first, gone, third, fourth] = photos[..] else { panic!("four") };
    assert_eq!(around(first).await, (None, Some(third), 1, 3));
    assert_eq!(around(third).await, (Some(first), Some(fourth), 2, 3));
    assert_eq!(around(fourth).await, (Some(third), None, 3, 3));
    refused!(store.photo_around(&grant, gone).await, Error::NotFound);
    refused!(store.photo_around(&grant, waiting).await, Error::NotFound);
}

async fn a_card_says_what_is_in_a_gallery(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let day = NaiveDate::from_ymd_opt(2026, 5, 9);
    studio.set(wedding, |it| it.shot_on = day).await;
    let empty = place.store.gallery_card(&studio.grant(wedding).await).await.unwrap();
    assert_eq!((empty.gallery, empty.name.as_str(), empty.shot_on), (wedding, "Wedding", day));
    assert!(empty.photos == 0 && empty.cover.is_none());
    let photos = hang(&studio, wedding, &["2.jpg", "1.jpg"]).await;
    let card = place.store.gallery_card(&studio.grant(wedding).await).await.unwrap();
    let cover = card.cover.unwrap();
    assert_eq!((card.photos, cover.photo), (2, photos[1]));
    assert_eq!((cover.width, cover.height, cover.colour), (1500, 1000, 0x8a_4b_2a));
}

async fn cards_come_in_the_order_of_their_grants_without_what_is_gone(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let mut grants = Vec::new();
    for name in ["Ceremony", "Gone", "Party"] {
        grants.insert(0, studio.grant(studio.gallery(name).await).await);
    }
    hang(&studio, grants[0].gallery(), &["1.jpg"]).await;
    place.store.delete_gallery(&studio.desk, &grants[1], noon()).await.unwrap();
    let cards = place.store.gallery_cards(&grants).await.unwrap();
    let cards: Vec<_> = cards.iter().map(|card| (card.name.as_str(), card.photos, card.cover.is_some())).collect();
    assert_eq!(cards, [("Party", 1, true), ("Ceremony", 0, false)]);
    assert!(place.store.gallery_cards(&[]).await.unwrap().is_empty());
}

async fn names_come_in_the_order_asked_for(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let a = studio.gallery("A").await;
    let b = studio.under(a, "B").await;
    let sight = place.store.member_sight(&studio.desk, a, noon()).await.unwrap();
    let elsewhere = studio.gallery("elsewhere").await;
    let names = place.store.gallery_names(&sight, &[b, elsewhere, a]).await.unwrap();
    assert_eq!(names, [(b, "B".to_owned()), (a, "A".to_owned())]);
}
