use domain::access::{Change, Way};
use domain::gallery::MAX_DEPTH;
use domain::ids::{DeletionId, GalleryId};
use store::fixtures::{Scene, Throwaway, noon};
use store::{Deletion, Error, LinkKind, Shift};

on_both!(
    a_deletion_takes_everything_under_it_and_gives_it_back,
    a_deleted_gallery_is_gone_for_every_visitor_at_once,
    a_gallery_whose_parent_was_deleted_meanwhile_comes_back_at_the_top,
    a_gallery_whose_parent_was_moved_meanwhile_comes_back_in_the_new_tree,
    a_gallery_that_would_lie_too_deep_comes_back_at_the_top,
    what_was_deleted_before_stays_deleted,
    nobody_takes_back_what_is_not_deleted,
);

async fn a_deletion_takes_everything_under_it_and_gives_it_back(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let church = studio.under(wedding, "Church").await;
    let altar = studio.under(church, "Altar").await;
    studio.gallery("Portraits").await;
    studio.photo(church, "IMG_1.jpg", noon()).await;
    studio.photo(altar, "IMG_2.jpg", noon()).await;
    let removed = studio.photo(altar, "IMG_3.jpg", noon()).await;
    let grant = studio.grant(altar).await;
    place.store.delete_photos(&studio.desk, &grant, &[removed], noon()).await.unwrap();

    let deletion = delete(&studio, wedding).await;
    assert_eq!(deletion.name, "Wedding");
    assert_eq!((deletion.sub_galleries, deletion.photos), (2, 2));
    assert_eq!(names(&studio).await, ["Portraits"]);
    let known = place.store.deletion(&studio.desk, deletion.id).await.unwrap();
    assert_eq!((known.name.as_str(), known.sub_galleries, known.photos), ("Wedding", 2, 2));

    let back = place.store.restore_galleries(&studio.desk, deletion.id).await.unwrap();
    assert_eq!(back, wedding);
    assert_eq!(names(&studio).await, ["Wedding", "Church", "Altar", "Portraits"]);
    let photos = place.store.photo_count(&studio.grant(altar).await).await.unwrap();
    assert_eq!(photos, 1);
}

/// S8
async fn a_deleted_gallery_is_gone_for_every_visitor_at_once(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.photo(wedding, "IMG_1.jpg", noon()).await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let link = studio.link(wedding, LinkKind::Open, None).await;
    let client = studio.enter("sommer-2026").await.unwrap();
    let visitor = studio.follow(&link, None).await;
    let deletion = delete(&studio, wedding).await;
    for guest in [&client, &visitor] {
        assert!(studio.seen_by(guest).await.is_empty());
    }
    let guest = studio.guest(&client).await;
    assert!(place.store.overview(&guest).await.unwrap().is_empty());
    let followed = place.store.follow_link(&studio.studio, &link, None, noon()).await;
    refused!(followed, Error::NotFound);
    // Taken back, everything is as it was: releases, links, visits.
    place.store.restore_galleries(&studio.desk, deletion.id).await.unwrap();
    for guest in [&client, &visitor] {
        assert_eq!(studio.seen_by(guest).await, [wedding].into());
    }
    let guest = studio.guest(&client).await;
    assert_eq!(place.store.overview(&guest).await.unwrap().len(), 1);
}

async fn a_gallery_whose_parent_was_deleted_meanwhile_comes_back_at_the_top(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let church = studio.under(wedding, "Church").await;
    let altar = studio.under(church, "Altar").await;
    studio.gallery("Portraits").await;
    let first = delete(&studio, church).await;
    let second = delete(&studio, wedding).await;
    assert_eq!(second.sub_galleries, 0);
    place.store.restore_galleries(&studio.desk, first.id).await.unwrap();
    assert_eq!(names(&studio).await, ["Portraits", "Church", "Altar"]);
    assert_eq!(parent(&studio, church).await, None);
    assert_eq!(parent(&studio, altar).await, Some(church));
    // It has a place of its own there: it can be put in order.
    let grant = studio.grant(church).await;
    place.store.shift_gallery(&studio.desk, &grant, Shift::Up).await.unwrap();
    assert_eq!(names(&studio).await, ["Church", "Altar", "Portraits"]);
    assert_lies_in_its_tree(&studio, altar).await;
    place.store.restore_galleries(&studio.desk, second.id).await.unwrap();
    assert_eq!(names(&studio).await.len(), 4);
    assert_eq!(parent(&studio, church).await, None);
}

async fn a_gallery_whose_parent_was_moved_meanwhile_comes_back_in_the_new_tree(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let day = studio.under(wedding, "Day").await;
    let church = studio.under(day, "Church").await;
    let altar = studio.under(church, "Altar").await;
    let year = studio.gallery("2026").await;
    let deletion = delete(&studio, church).await;
    let (from, to) = (studio.grant(day).await, studio.grant(year).await);
    place.store.move_gallery(&studio.desk, &from, Some(&to)).await.unwrap();
    place.store.restore_galleries(&studio.desk, deletion.id).await.unwrap();
    assert_eq!(parent(&studio, church).await, Some(day));
    for gallery in [year, day, church, altar] {
        assert_lies_in_its_tree(&studio, gallery).await;
    }
    assert_eq!(names(&studio).await, ["Wedding", "2026", "Day", "Church", "Altar"]);
}

async fn a_gallery_that_would_lie_too_deep_comes_back_at_the_top(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let mut deepest = studio.gallery("level 1").await;
    for level in 2..MAX_DEPTH {
        deepest = studio.under(deepest, &format!("level {level}")).await;
    }
    let day = studio.gallery("Day").await;
    let church = studio.under(day, "Church").await;
    let deletion = delete(&studio, church).await;
    let (from, to) = (studio.grant(day).await, studio.grant(deepest).await);
    place.store.move_gallery(&studio.desk, &from, Some(&to)).await.unwrap();
    place.store.restore_galleries(&studio.desk, deletion.id).await.unwrap();
    assert_eq!(parent(&studio, church).await, None);
    assert_lies_in_its_tree(&studio, church).await;
}

async fn what_was_deleted_before_stays_deleted(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let church = studio.under(wedding, "Church").await;
    let first = delete(&studio, church).await;
    let second = delete(&studio, wedding).await;
    place.store.restore_galleries(&studio.desk, second.id).await.unwrap();
    assert_eq!(names(&studio).await, ["Wedding"]);
    place.store.restore_galleries(&studio.desk, first.id).await.unwrap();
    assert_eq!(parent(&studio, church).await, Some(wedding));
}

async fn nobody_takes_back_what_is_not_deleted(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let deletion = delete(&studio, wedding).await;
    place.store.restore_galleries(&studio.desk, deletion.id).await.unwrap();
    for id in [deletion.id, DeletionId::from_random([7; 16])] {
        refused!(place.store.restore_galleries(&studio.desk, id).await, Error::NotFound);
        refused!(place.store.deletion(&studio.desk, id).await, Error::NotFound);
    }
}

async fn delete(studio: &Scene<'_>, gallery: GalleryId) -> Deletion {
    let grant = studio.grant(gallery).await;
    studio.store.delete_gallery(&studio.desk, &grant, noon()).await.unwrap()
}

async fn names(studio: &Scene<'_>) -> Vec<String> {
    let tree = studio.store.gallery_tree(&studio.desk).await.unwrap();
    tree.into_iter().map(|it| it.name).collect()
}

async fn parent(studio: &Scene<'_>, gallery: GalleryId) -> Option<GalleryId> {
    let grant = studio.grant(gallery).await;
    studio.store.gallery(&grant).await.unwrap().parent
}

/// What happens to the whole tree happens to whoever holds this gallery: it is known which tree it lies in.
async fn assert_lies_in_its_tree(studio: &Scene<'_>, gallery: GalleryId) {
    let tree = studio.store.gallery_tree(&studio.desk).await.unwrap();
    let parent = |of: GalleryId| tree.iter().find(|it| it.id == of).and_then(|it| it.parent);
    let top = std::iter::successors(Some(gallery), |it| parent(*it)).last().unwrap();
    let login = studio.login("Familie", &format!("{gallery}"), &[gallery]).await;
    let (difference, _) =
        studio.store.difference(&studio.desk, &Change::Delete { gallery: top }, noon()).await.unwrap();
    let lose: Vec<_> = difference.groups.iter().flat_map(|group| &group.who).collect();
    assert!(lose.contains(&&Way::Login(login)), "{gallery} does not lie in {top}: {lose:?}");
}
