//! Waiting half a minute costs nothing, so it is paced; who solves a puzzle is not.

use chrono::TimeDelta;
use http::StatusCode;

use crate::browser::{Browser, TestHouse};

fn at(house: &TestHouse, network: usize) -> Browser {
    let mut browser = house.browser();
    browser.address = [101, 0, u8::try_from(network).unwrap(), 7];
    browser
}

/// A wrong code with a ticket that was given so many seconds ago; whether it was looked up.
async fn with_ticket(house: &TestHouse, network: usize, number: usize, age: i64, solved: bool) -> bool {
    let given = house.clock.now() - TimeDelta::seconds(age);
    let ticket = house.store.ticket(&["studio", "nordlicht", &format!("101.0.{network}.7/32")], given);
    let search = || (0..).step_by(1000).find_map(|from| domain::puzzle::search(&ticket, from, 1000)).unwrap();
    let solution = if solved { search().to_string() } else { String::new() };
    let code = format!("{number:04}-WA1T-{number:04}");
    let fields = [("studio", "nordlicht"), ("code", &*code), ("ticket", &*ticket), ("solution", &*solution)];
    at(house, network).call("/api/front_door", &fields).await.status == StatusCode::FORBIDDEN
}

/// A studio whose free failures are used up.
async fn flooded() -> TestHouse {
    let house = TestHouse::new().await;
    house.scene().await;
    let tries = (0..61).map(|number| {
        let mut guesser = house.browser();
        guesser.address = [100, 0, number, 7];
        let code = format!("{number:04}-WRNG-{number:04}");
        async move { guesser.call("/api/front_door", &[("studio", "nordlicht"), ("code", &code)]).await.status }
    });
    let answers = futures::future::join_all(tries).await;
    assert!(answers.contains(&StatusCode::TOO_MANY_REQUESTS));
    house
}

// T19
#[tokio::test]
async fn thirty_who_waited_are_let_through_at_once_from_wherever_and_whoever_solved_is_besides() {
    let house = flooded().await;
    let tries = (0..40).map(|network| with_ticket(&house, network, network, 30, false));
    let looked_up = futures::future::join_all(tries).await.into_iter().filter(|it| *it).count();
    assert_eq!(looked_up, 30);
    // The page says when waiting helps again, and holds a ticket for those who can solve it.
    let slowed = at(&house, 50).call("/api/front_door", &[("studio", "nordlicht"), ("code", "AAAA-AAAA-AAAA")]).await;
    assert_eq!(slowed.body, r#"{"slow":{"retry_after":60,"ticket":true}}"#);
    assert!(with_ticket(&house, 51, 51, 0, true).await);
}

#[tokio::test]
async fn one_network_waits_for_each_attempt_and_whoever_solves_there_does_not() {
    let house = flooded().await;
    for number in 0..4 {
        assert_eq!(with_ticket(&house, 1, number, 30, false).await, number < 2, "{number}");
    }
    assert!(with_ticket(&house, 2, 10, 30, false).await);
    assert!(with_ticket(&house, 1, 11, 0, true).await);
    // Half a minute later there is one more, and only one.
    house.clock.advance(TimeDelta::seconds(30));
    assert!(with_ticket(&house, 1, 12, 30, false).await);
    assert!(!with_ticket(&house, 1, 13, 30, false).await);
}
