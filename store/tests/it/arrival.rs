use domain::photo::Unreadable;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Arrival, Error};

on_both!(the_photographs_of_a_branch_are_counted_by_how_far_they_are, a_foreign_gallery_is_not_counted);

// S70
async fn the_photographs_of_a_branch_are_counted_by_how_far_they_are(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let day = studio.gallery("Day").await;
    let church = studio.under(day, "Church").await;
    let other = studio.gallery("Other").await;
    studio.photo(day, "ready.jpg", noon()).await;
    studio.photo(other, "elsewhere.jpg", noon()).await;
    studio.arriving(church, "broken.jpg", noon()).await;
    let lease = studio.take_work(noon()).await;
    place.store.refuse_photo(&lease, Unreadable::Damaged).await.unwrap();
    studio.arriving(church, "arriving.jpg", noon()).await;
    studio.arriving(day, "arriving.jpg", noon()).await;
    let counted = place.store.arrival(&studio.desk, &studio.grant(day).await).await.unwrap();
    assert_eq!(counted, Arrival { processing: 2, failed: 1, ready: 1 });
    let inside = place.store.arrival(&studio.desk, &studio.grant(church).await).await.unwrap();
    assert_eq!(inside, Arrival { processing: 1, failed: 1, ready: 0 });
}

// S70
async fn a_foreign_gallery_is_not_counted(place: Throwaway) {
    let ours = Scene::first(&place.store, "nordlicht").await;
    let theirs = Scene::another(&place.store, "suedlicht").await;
    let gallery = theirs.gallery("Theirs").await;
    let grant = theirs.grant(gallery).await;
    refused!(place.store.arrival(&ours.desk, &grant).await, Error::NotFound);
}
