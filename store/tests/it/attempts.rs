use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use store::fixtures::{Throwaway, noon};
use store::{Budget, Error};

on_both!(
    a_burst_is_free_and_the_next_attempt_waits,
    a_budget_fills_up_again,
    a_right_secret_costs_nothing_and_forgives_nothing,
    two_budgets_give_both_or_none,
    fifty_at_once_get_exactly_the_burst,
    takers_of_the_same_budgets_never_wait_in_a_circle,
    a_restart_and_a_second_instance_forget_nothing,
    whole_budgets_are_swept,
    a_key_is_kept_as_a_hash_alone,
);

fn after(seconds: i64) -> DateTime<Utc> {
    noon() + TimeDelta::seconds(seconds)
}

/// `burst` at once, then one a minute.
fn budget(key: &str, burst: i32) -> Budget {
    Budget { key: vec!["network".to_owned(), key.to_owned()], burst, interval: TimeDelta::minutes(1) }
}

/// Whether an attempt was allowed; it fails and is not given back.
async fn tried(place: &Throwaway, budgets: &[Budget], now: DateTime<Utc>) -> bool {
    match place.store.take_attempt(budgets, now).await {
        Ok(_failed) => true,
        Err(Error::Slow { .. }) => false,
        Err(error) => panic!("{error}"),
    }
}

/// B32, T16
async fn a_burst_is_free_and_the_next_attempt_waits(place: Throwaway) {
    let network = [budget("192.0.2.7/32", 10)];
    for _ in 0..10 {
        assert!(tried(&place, &network, noon()).await);
    }
    refused!(place.store.take_attempt(&network, noon()).await, Error::Slow { retry_after: 60 });
    let later = place.store.take_attempt(&network, after(59)).await;
    refused!(later, Error::Slow { retry_after: 1 });
    // Whoever waits as told is let in.
    assert!(tried(&place, &network, after(60)).await);
    assert!(!tried(&place, &network, after(60)).await);
    // Another network has a budget of its own.
    assert!(tried(&place, &[budget("192.0.2.8/32", 10)], noon()).await);
}

async fn a_budget_fills_up_again(place: Throwaway) {
    let network = [budget("192.0.2.7/32", 3)];
    let burst = async |now| {
        let mut count = 0;
        while tried(&place, &network, now).await {
            count += 1;
        }
        count
    };
    assert_eq!(burst(noon()).await, 3);
    assert_eq!(burst(after(120)).await, 2);
    // And never above the burst, however long nobody came.
    assert_eq!(burst(after(1_000_000)).await, 3);
}

/// B36
async fn a_right_secret_costs_nothing_and_forgives_nothing(place: Throwaway) {
    let network = [budget("192.0.2.7/32", 3)];
    for _ in 0..20 {
        let reserved = place.store.take_attempt(&network, noon()).await.unwrap();
        place.store.give_back(reserved).await.unwrap();
    }
    assert!(tried(&place, &network, noon()).await);
    assert!(tried(&place, &network, noon()).await);
    let reserved = place.store.take_attempt(&network, noon()).await.unwrap();
    place.store.give_back(reserved).await.unwrap();
    // The two failures still count.
    assert!(tried(&place, &network, noon()).await);
    assert!(!tried(&place, &network, noon()).await);
}

async fn two_budgets_give_both_or_none(place: Throwaway) {
    let (network, studio) = (budget("192.0.2.7/32", 5), budget("studio", 2));
    let both = [network.clone(), studio.clone()];
    assert!(tried(&place, &both, noon()).await);
    assert!(tried(&place, &both, noon()).await);
    for _ in 0..10 {
        assert!(!tried(&place, &both, noon()).await);
    }
    // What the studio refused has not been taken from the network: three of five are left.
    let network = [network];
    for _ in 0..3 {
        assert!(tried(&place, &network, noon()).await);
    }
    assert!(!tried(&place, &network, noon()).await);
    let reserved = place.store.take_attempt(&[], noon()).await.unwrap();
    place.store.give_back(reserved).await.unwrap();
}

/// B21
async fn fifty_at_once_get_exactly_the_burst(place: Throwaway) {
    let network = [budget("192.0.2.7/32", 10)];
    let tries = join_all((0..50).map(|_| tried(&place, &network, noon()))).await;
    assert_eq!(tries.into_iter().filter(|tried| *tried).count(), 10);
}

async fn takers_of_the_same_budgets_never_wait_in_a_circle(place: Throwaway) {
    let (one, two) = (budget("one", 1000), budget("two", 1000));
    let tries = (0..60).map(|number| {
        let budgets = if number % 2 == 0 { [one.clone(), two.clone()] } else { [two.clone(), one.clone()] };
        let place = &place;
        async move { tried(place, &budgets, noon()).await }
    });
    assert!(join_all(tries).await.into_iter().all(|tried| tried));
}

/// B36, T20
async fn a_restart_and_a_second_instance_forget_nothing(place: Throwaway) {
    let network = [budget("192.0.2.7/32", 2)];
    assert!(tried(&place, &network, noon()).await);
    let second = place.open_again().await.unwrap();
    assert!(second.take_attempt(&network, noon()).await.is_ok());
    refused!(second.take_attempt(&network, noon()).await, Error::Slow { .. });
    assert!(!tried(&place, &network, noon()).await);
}

async fn whole_budgets_are_swept(place: Throwaway) {
    assert!(tried(&place, &[budget("one", 5)], noon()).await);
    assert!(tried(&place, &[budget("two", 5)], after(30)).await);
    place.store.sweep_attempts(after(60)).await.unwrap();
    assert_eq!(place.number("select count(*) from rate_bucket").await, 1);
    place.store.sweep_attempts(after(90)).await.unwrap();
    assert_eq!(place.number("select count(*) from rate_bucket").await, 0);
}

async fn a_key_is_kept_as_a_hash_alone(place: Throwaway) {
    assert!(tried(&place, &[budget("192.0.2.7/32", 5)], noon()).await);
    let plain = "select count(*) from rate_bucket where length(key_hash) <> 32";
    assert_eq!(place.number(plain).await, 0);
}
