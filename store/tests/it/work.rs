use chrono::{DateTime, TimeDelta, Utc};
use domain::photo::Unreadable;
use store::fixtures::{Scene, Throwaway, noon, rendered};
use store::{Error, Lease, WorkKind};

on_both!(
    an_item_is_held_by_one,
    many_takers_share_the_work_without_overlap,
    the_oldest_item_comes_first,
    a_lease_that_ran_out_is_taken_by_another_and_the_first_may_not_finish,
    a_renewed_lease_holds_on,
    a_failure_waits_longer_each_time_and_is_given_up_in_the_end,
    an_item_whose_holders_die_is_given_up_too,
    given_back_it_counts_as_not_taken,
    who_lost_the_lease_spoils_nothing,
);

fn after(seconds: i64) -> DateTime<Utc> {
    noon() + TimeDelta::seconds(seconds)
}

async fn take(place: &Throwaway, now: DateTime<Utc>) -> Option<Lease> {
    place.store.take_work(now).await.unwrap()
}

async fn an_item_is_held_by_one(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    assert!(take(&place, noon()).await.is_none());
    for round in 0..5 {
        let photo = studio.arriving(wedding, &format!("IMG_{round}.jpg"), noon()).await;
        let second = place.open_again().await.unwrap();
        let (a, b) = tokio::join!(place.store.take_work(noon()), second.take_work(noon()));
        let mut leases: Vec<_> = [a.unwrap(), b.unwrap()].into_iter().flatten().collect();
        assert_eq!(leases.len(), 1);
        let lease = leases.remove(0);
        assert_eq!((lease.subject, lease.studio), (photo.uuid(), studio.studio.id));
        assert_eq!(lease.kind, WorkKind::Render);
        assert!(take(&place, noon()).await.is_none());
        place.store.finish_photo(&lease, &rendered("one"), noon()).await.unwrap();
    }
}

async fn many_takers_share_the_work_without_overlap(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    for number in 0..20 {
        studio.arriving(wedding, &format!("IMG_{number}.jpg"), noon()).await;
    }
    let taker = async || {
        let mut taken = Vec::new();
        let mut idle = 0;
        while idle < 20 {
            match take(&place, noon()).await {
                Some(lease) => taken.push(lease.subject),
                // Another was quicker: it is worth asking again.
                None => idle += 1,
            }
        }
        taken
    };
    let (a, b, c) = tokio::join!(taker(), taker(), taker());
    let mut taken = [a, b, c].concat();
    assert_eq!(taken.len(), 20);
    taken.sort();
    taken.dedup();
    assert_eq!(taken.len(), 20);
}

async fn the_oldest_item_comes_first(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let second = studio.arriving(wedding, "IMG_2.jpg", after(2)).await;
    let first = studio.arriving(wedding, "IMG_1.jpg", after(1)).await;
    assert!(take(&place, noon()).await.is_none());
    assert_eq!(take(&place, after(5)).await.unwrap().subject, first.uuid());
    assert_eq!(take(&place, after(5)).await.unwrap().subject, second.uuid());
}

/// T09
async fn a_lease_that_ran_out_is_taken_by_another_and_the_first_may_not_finish(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photo = studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let stale = take(&place, noon()).await.unwrap();
    assert!(take(&place, after(59)).await.is_none());
    let fresh = take(&place, after(60)).await.unwrap();
    assert_eq!(fresh.subject, photo.uuid());
    let store = &place.store;
    assert!(!store.renew_work(&stale, after(61)).await.unwrap());
    refused!(store.finish_photo(&stale, &rendered("stale"), after(61)).await, Error::NotFound);
    refused!(store.refuse_photo(&stale, Unreadable::Damaged).await, Error::NotFound);
    let grant = studio.grant(wedding).await;
    assert_eq!(store.photo_count(&grant).await.unwrap(), 0);
    store.finish_photo(&fresh, &rendered("fresh"), after(62)).await.unwrap();
    assert_eq!(store.photo_count(&grant).await.unwrap(), 1);
    refused!(store.finish_photo(&fresh, &rendered("twice"), after(62)).await, Error::NotFound);
}

async fn a_renewed_lease_holds_on(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let lease = take(&place, noon()).await.unwrap();
    for seconds in [50, 100, 150] {
        assert!(place.store.renew_work(&lease, after(seconds)).await.unwrap());
        assert!(take(&place, after(seconds + 59)).await.is_none());
    }
    place.store.finish_photo(&lease, &rendered("one"), after(200)).await.unwrap();
    assert!(!place.store.renew_work(&lease, after(201)).await.unwrap());
}

/// T10
async fn a_failure_waits_longer_each_time_and_is_given_up_in_the_end(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.arriving(wedding, "poison.jpg", noon()).await;
    let mut now = noon();
    for wait in [5, 20, 80, 320, 1280] {
        let lease = take(&place, now).await.expect("its turn");
        place.store.postpone_work(&lease, "no memory", now).await.unwrap();
        assert!(take(&place, now + TimeDelta::seconds(wait - 1)).await.is_none());
        now += TimeDelta::seconds(wait);
    }
    let last = take(&place, now).await.expect("the sixth time");
    place.store.postpone_work(&last, "no memory", now).await.unwrap();
    assert!(take(&place, now + TimeDelta::days(30)).await.is_none());
    assert_eq!(place.texts("select state from work_item").await, ["dead"]);
    assert_eq!(place.texts("select last_error from work_item").await, ["no memory"]);
    let grant = studio.grant(wedding).await;
    let (shown, failed) = place.store.studio_photos(&studio.desk, &grant).await.unwrap();
    assert_eq!((shown.len(), failed.len()), (0, 1));
    // The cause lies with us, not with the file.
    assert_eq!(failed[0].failure, None);
    // Others go on.
    studio.photo(wedding, "IMG_2.jpg", now).await;
}

/// T10: an image that kills the process takes no answer with it.
async fn an_item_whose_holders_die_is_given_up_too(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.arriving(wedding, "poison.jpg", noon()).await;
    let mut now = noon();
    for _ in 0..6 {
        take(&place, now).await.expect("its turn");
        now += TimeDelta::seconds(60);
    }
    let healthy = studio.arriving(wedding, "IMG_2.jpg", now).await;
    assert_eq!(take(&place, now).await.unwrap().subject, healthy.uuid());
    assert_eq!(place.number("select count(*) from work_item where state = 'dead'").await, 1);
    assert_eq!(place.number("select count(*) from photo where state = 'failed'").await, 1);
}

/// T08
async fn given_back_it_counts_as_not_taken(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    for _ in 0..10 {
        let lease = take(&place, noon()).await.expect("its turn at once");
        place.store.return_work(&lease).await.unwrap();
    }
    assert_eq!(place.number("select attempts from work_item").await, 0);
    let lease = take(&place, noon()).await.unwrap();
    place.store.finish_photo(&lease, &rendered("one"), noon()).await.unwrap();
}

async fn who_lost_the_lease_spoils_nothing(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.arriving(wedding, "IMG_1.jpg", noon()).await;
    let mut leases = Vec::new();
    for turn in 0..6 {
        leases.push(take(&place, after(turn * 60)).await.unwrap());
    }
    let fresh = leases.pop().unwrap();
    let now = after(5 * 60 + 1);
    for stale in leases {
        place.store.postpone_work(&stale, "late", now).await.unwrap();
        place.store.return_work(&stale).await.unwrap();
    }
    assert!(take(&place, now).await.is_none());
    assert!(place.store.renew_work(&fresh, now).await.unwrap());
    place.store.finish_photo(&fresh, &rendered("one"), now).await.unwrap();
    let grant = studio.grant(wedding).await;
    assert_eq!(place.store.photo_count(&grant).await.unwrap(), 1);
}
