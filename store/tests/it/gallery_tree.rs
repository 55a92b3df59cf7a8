use std::collections::BTreeSet;

use domain::gallery::{GalleryName, MAX_DEPTH};
use domain::ids::GalleryId;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Error, LinkKind, Shift, Store};

on_both!(
    the_tree_lists_parents_before_children_and_brothers_in_their_order,
    a_gallery_lies_at_most_fifty_deep,
    a_gallery_is_not_moved_into_itself,
    what_is_moved_takes_everything_under_it_along,
    a_move_must_not_reach_too_deep,
    brothers_change_places,
    moves_at_once_make_no_circle,
    galleries_made_at_once_have_places_of_their_own,
    a_folder_uploaded_from_two_windows_at_once_is_one_gallery,
    nothing_is_made_or_moved_under_a_deleted_gallery,
);

async fn the_tree_lists_parents_before_children_and_brothers_in_their_order(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let b = studio.gallery("b").await;
    let a = studio.gallery("a").await;
    let b1 = studio.under(b, "b1").await;
    studio.under(a, "a1").await;
    studio.under(b, "b2").await;
    studio.under(b1, "b11").await;
    studio.photo(b1, "IMG_1.jpg", noon()).await;
    studio.arriving(b1, "IMG_2.jpg", noon()).await;
    studio.login("Familie Sommer", "sommer-2026", &[a, b1]).await;
    studio.login("Familie Wind", "wind-und-meer", &[b1]).await;
    studio.lock(a, "rosenrot").await;
    let tree = place.store.gallery_tree(&studio.desk).await.unwrap();
    let lines: Vec<_> = tree.iter().map(|it| (it.name.as_str(), it.photos, it.releases, it.password_active)).collect();
    assert_eq!(
        lines,
        [
            ("b", 0, 0, false),
            ("b1", 2, 2, false),
            ("b11", 0, 0, false),
            ("b2", 0, 0, false),
            ("a", 0, 1, true),
            ("a1", 0, 0, false),
        ]
    );
    assert_eq!(tree[2].parent, Some(b1));
}

async fn a_gallery_lies_at_most_fifty_deep(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let chain = chain(&studio, MAX_DEPTH).await;
    let deepest = studio.grant(*chain.last().unwrap()).await;
    let name = GalleryName::parse("too deep").unwrap();
    let refused = place.store.create_gallery(&studio.desk, Some(&deepest), &name, noon()).await;
    refused!(refused, Error::NotInTree("too deep"));
    assert_eq!(place.number("select count(*) from gallery").await, 50);
}

async fn a_gallery_is_not_moved_into_itself(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let chain = chain(&studio, 4).await;
    let top = studio.grant(chain[0]).await;
    for under in &chain {
        let under = studio.grant(*under).await;
        let refused = place.store.move_gallery(&studio.desk, &top, Some(&under)).await;
        refused!(refused, Error::NotInTree("into itself"));
    }
    assert_is_a_forest(&place, &studio).await;
}

async fn what_is_moved_takes_everything_under_it_along(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (a, b) = (studio.gallery("a").await, studio.gallery("b").await);
    let a1 = studio.under(a, "a1").await;
    let a11 = studio.under(a1, "a11").await;
    for gallery in [a, a1, b] {
        studio.open_navigation(gallery).await;
    }
    let link = studio.link(a11, LinkKind::Open, None).await;
    let guest = studio.follow(&link, None).await;
    assert_eq!(studio.seen_by(&guest).await, [a, a1, a11].into());
    move_to(&studio, a1, Some(b)).await.unwrap();
    assert_eq!(studio.seen_by(&guest).await, [b, a1, a11].into());
    assert_is_a_forest(&place, &studio).await;
    move_to(&studio, a1, None).await.unwrap();
    assert_eq!(studio.seen_by(&guest).await, [a1, a11].into());
    assert_is_a_forest(&place, &studio).await;
    // Moved, it comes last among its new brothers.
    let tree = place.store.gallery_tree(&studio.desk).await.unwrap();
    let names: Vec<_> = tree.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["a", "b", "a1", "a11"]);
}

async fn a_move_must_not_reach_too_deep(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let long = chain(&studio, MAX_DEPTH - 1).await;
    let pair = chain(&studio, 2).await;
    let end = *long.last().unwrap();
    let refused = move_to(&studio, pair[0], Some(end)).await;
    refused!(refused, Error::NotInTree("too deep"));
    move_to(&studio, pair[1], Some(end)).await.unwrap();
    assert_is_a_forest(&place, &studio).await;
}

async fn brothers_change_places(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let a = studio.gallery("a").await;
    let b = studio.gallery("b").await;
    let c = studio.gallery("c").await;
    let inner = studio.under(b, "inner").await;
    let shifted = async |gallery: GalleryId, shift: Shift| {
        let grant = studio.grant(gallery).await;
        place.store.shift_gallery(&studio.desk, &grant, shift).await.unwrap();
        let tree = place.store.gallery_tree(&studio.desk).await.unwrap();
        tree.into_iter().filter(|it| it.parent.is_none()).map(|it| it.name).collect::<String>()
    };
    assert_eq!(shifted(c, Shift::Up).await, "acb");
    assert_eq!(shifted(c, Shift::Up).await, "cab");
    assert_eq!(shifted(c, Shift::Up).await, "cab");
    assert_eq!(shifted(a, Shift::Down).await, "cba");
    assert_eq!(shifted(a, Shift::Down).await, "cba");
    assert_eq!(shifted(inner, Shift::Up).await, "cba");
    // One in between that was deleted is stepped over.
    let grant = studio.grant(b).await;
    place.store.delete_gallery(&studio.desk, &grant, noon()).await.unwrap();
    assert_eq!(shifted(a, Shift::Up).await, "ac");
}

async fn moves_at_once_make_no_circle(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    for _ in 0..5 {
        let (a, b, c) = (studio.gallery("a").await, studio.gallery("b").await, studio.gallery("c").await);
        let moved =
            tokio::join!(move_to(&studio, a, Some(b)), move_to(&studio, b, Some(c)), move_to(&studio, c, Some(a)),);
        let refused = [&moved.0, &moved.1, &moved.2]
            .iter()
            .filter(|moved| matches!(moved, Err(Error::NotInTree("into itself"))))
            .count();
        assert_eq!(refused, 1, "{moved:?}");
        assert_is_a_forest(&place, &studio).await;
    }
}

async fn galleries_made_at_once_have_places_of_their_own(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let make = |_| studio.gallery("a");
    futures::future::join_all((0..20).map(make)).await;
    let places = place.number("select count(distinct position) from gallery").await;
    assert_eq!(places, 20);
}

async fn nothing_is_made_or_moved_under_a_deleted_gallery(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (a, b) = (studio.gallery("a").await, studio.gallery("b").await);
    let (gone, living) = (studio.grant(a).await, studio.grant(b).await);
    place.store.delete_gallery(&studio.desk, &gone, noon()).await.unwrap();
    let store = &place.store;
    let name = GalleryName::parse("a1").unwrap();
    let desk = &studio.desk;
    refused!(store.create_gallery(desk, Some(&gone), &name, noon()).await, Error::NotFound);
    refused!(store.move_gallery(desk, &living, Some(&gone)).await, Error::NotFound);
    refused!(store.move_gallery(desk, &gone, Some(&living)).await, Error::NotFound);
    refused!(store.move_gallery(desk, &gone, None).await, Error::NotFound);
    refused!(store.shift_gallery(desk, &gone, Shift::Up).await, Error::NotFound);
    refused!(store.delete_gallery(desk, &gone, noon()).await, Error::NotFound);
    assert_eq!(place.store.gallery_tree(desk).await.unwrap().len(), 1);
}

/// Galleries one under the other, the topmost first.
async fn chain(studio: &Scene<'_>, length: usize) -> Vec<GalleryId> {
    let mut chain = vec![studio.gallery("level 1").await];
    for level in 2..=length {
        let above = *chain.last().unwrap();
        chain.push(studio.under(above, &format!("level {level}")).await);
    }
    chain
}

async fn move_to(studio: &Scene<'_>, gallery: GalleryId, to: Option<GalleryId>) -> store::Result<()> {
    let gallery = studio.grant(gallery).await;
    let to = match to {
        Some(to) => Some(studio.grant(to).await),
        None => None,
    };
    studio.store.move_gallery(&studio.desk, &gallery, to.as_ref()).await
}

/// Every gallery hangs on a top one, and carries its id.
async fn assert_is_a_forest(place: &Throwaway, studio: &Scene<'_>) {
    let listed = place.store.gallery_tree(&studio.desk).await.unwrap().len();
    let living = place.number("select count(*) from gallery where deleted_at is null").await;
    assert_eq!(i64::try_from(listed).unwrap(), living);
    let astray = "select count(*) from gallery g left join gallery p on p.id = g.parent_id
                  where g.deleted_at is null and g.root_id <> coalesce(p.root_id, g.id)";
    assert_eq!(place.number(astray).await, 0);
    let ids: BTreeSet<_> = place.store.gallery_tree(&studio.desk).await.unwrap().iter().map(|it| it.id).collect();
    assert_eq!(ids.len(), listed);
}

/// S70
async fn a_folder_uploaded_from_two_windows_at_once_is_one_gallery(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (wedding, portraits) = (studio.gallery("Wedding").await, studio.gallery("Portraits").await);
    let second = place.open_again().await.unwrap();
    let name = GalleryName::parse("Church").unwrap();
    let folder = async |store: &Store, parent: GalleryId| {
        let grant = studio.grant(parent).await;
        store.gallery_of_folder(&studio.desk, &grant, &name, noon()).await.unwrap()
    };
    let ask = || folder(&place.store, wedding);
    let (a, b, c, d) = tokio::join!(ask(), ask(), ask(), folder(&second, wedding));
    assert_eq!(BTreeSet::from([a, b, c, d]).len(), 1);
    // One in another gallery, and one after the first was deleted, is another.
    let other = folder(&place.store, portraits).await;
    let grant = studio.grant(a).await;
    place.store.delete_gallery(&studio.desk, &grant, noon()).await.unwrap();
    let again = folder(&place.store, wedding).await;
    assert_eq!(BTreeSet::from([a, other, again]).len(), 3);
    assert_eq!(place.store.gallery_tree(&studio.desk).await.unwrap().len(), 4);
}
