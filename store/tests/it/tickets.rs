use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Budget, Error, Store, Ticket};

on_both!(
    a_ticket_is_worth_an_attempt_to_who_waited_or_solved_it_in_time,
    a_ticket_counts_in_its_own_place_and_as_it_was_given,
    of_twenty_with_one_ticket_one_is_let_through,
    a_ticket_that_is_refused_is_not_spent,
    spent_tickets_are_forgotten_when_they_would_have_ended,
    a_companion_fits_its_own_code_and_studio_alone,
);

const DOOR: [&str; 3] = ["studio", "nordlicht", "192.0.2.7/32"];

fn after(milliseconds: i64) -> DateTime<Utc> {
    noon() + TimeDelta::milliseconds(milliseconds)
}

fn solution(ticket: &str) -> u32 {
    (0..).step_by(1000).find_map(|from| domain::puzzle::search(ticket, from, 1000)).unwrap()
}

/// Whether the ticket is worth something, and if so whether for its puzzle.
fn worth(store: &Store, ticket: &str, solution: Option<u32>, at: i64) -> Option<bool> {
    store.read_ticket(ticket, solution, &DOOR, after(at)).map(|ticket| ticket.solved)
}

/// T19
async fn a_ticket_is_worth_an_attempt_to_who_waited_or_solved_it_in_time(place: Throwaway) {
    let store = &place.store;
    let ticket = store.ticket(&DOOR, noon());
    let right = solution(&ticket);
    let wrong = (0..100).find(|number| !domain::puzzle::solves(&ticket, *number)).unwrap();
    for (at, with_puzzle, without) in [
        (-1, None, None),
        (0, Some(true), None),
        (29_999, Some(true), None),
        (30_000, Some(true), Some(false)),
        (120_000, Some(true), Some(false)),
        (120_001, Some(false), Some(false)),
        (900_000, Some(false), Some(false)),
        (900_001, None, None),
    ] {
        assert_eq!(worth(store, &ticket, Some(right), at), with_puzzle, "solved, after {at} ms");
        assert_eq!(worth(store, &ticket, None, at), without, "waited, after {at} ms");
        assert_eq!(worth(store, &ticket, Some(wrong), at), without, "solved wrongly, after {at} ms");
    }
}

async fn a_ticket_counts_in_its_own_place_and_as_it_was_given(place: Throwaway) {
    let store = &place.store;
    let ticket = store.ticket(&DOOR, noon());
    assert_eq!(worth(store, &ticket, None, 30_000), Some(false));
    for other in [
        &["studio", "nordlicht", "192.0.2.8/32"][..],
        &["studio", "meerblick", "192.0.2.7/32"],
        &["gallery", "nordlicht", "192.0.2.7/32"],
        &["studio", "nordlicht192.0.2.7/32"],
        &[],
    ] {
        assert_eq!(store.read_ticket(&ticket, None, other, after(30_000)), None, "{other:?}");
    }
    let (issued, rest) = ticket.split_once('.').unwrap();
    let older = format!("{}.{rest}", issued.parse::<i64>().unwrap() - 30_000);
    assert_eq!(worth(store, &older, None, 0), None, "who sets it back waits no shorter");
    for place_of_sign in issued.len() + 1..ticket.len() {
        let mut forged = ticket.clone().into_bytes();
        forged[place_of_sign] = if forged[place_of_sign] == b'0' { b'1' } else { b'0' };
        let forged = String::from_utf8(forged).unwrap();
        assert_eq!(worth(store, &forged, None, 30_000), None, "sign {place_of_sign}");
    }
    for nonsense in
        ["", ".", "..", "1.2.3", &format!("{ticket}.{ticket}"), &ticket.to_uppercase(), "99999999999999999999.a.b"]
    {
        assert_eq!(worth(store, nonsense, None, 30_000), None, "{nonsense}");
    }
    let elsewhere = Throwaway::sqlite().await;
    assert_eq!(worth(&elsewhere.store, &ticket, None, 30_000), None, "of another installation");
    assert_ne!(store.ticket(&DOOR, noon()), ticket, "two of the same moment are two");
}

fn budget(burst: i32) -> [Budget; 1] {
    [Budget { key: vec!["studio".to_owned()], burst, interval: TimeDelta::minutes(1) }]
}

fn read(store: &Store) -> Ticket {
    store.read_ticket(&store.ticket(&DOOR, noon()), None, &DOOR, after(30_000)).unwrap()
}

/// B21: also where two instances are asked at the same moment
async fn of_twenty_with_one_ticket_one_is_let_through(place: Throwaway) {
    let (ticket, second) = (read(&place.store), place.open_again().await.unwrap());
    let tries = join_all((0..20).map(|number| {
        let store = if number % 2 == 0 { &place.store } else { &second };
        async move { store.take_attempt_by(ticket, &budget(1000), after(30_000)).await }
    }))
    .await;
    assert_eq!(tries.iter().filter(|tried| tried.is_ok()).count(), 1);
    assert_eq!(tries.iter().filter(|tried| matches!(tried, Err(Error::Taken(_)))).count(), 19, "{tries:?}");
    // Nineteen took nothing of the budget either.
    let rest = budget(10);
    let rest = join_all((0..10).map(|_| place.store.take_attempt(&rest, after(30_000)))).await;
    assert_eq!(rest.iter().filter(|tried| tried.is_ok()).count(), 9);
}

async fn a_ticket_that_is_refused_is_not_spent(place: Throwaway) {
    let ticket = read(&place.store);
    let _failed = place.store.take_attempt(&budget(1), noon()).await.unwrap();
    refused!(place.store.take_attempt_by(ticket, &budget(1), after(30_000)).await, Error::Slow { retry_after: 30 });
    assert!(place.store.take_attempt_by(ticket, &budget(1), after(60_000)).await.is_ok());
    refused!(place.store.take_attempt_by(ticket, &budget(9), after(60_000)).await, Error::Taken(_));
}

async fn spent_tickets_are_forgotten_when_they_would_have_ended(place: Throwaway) {
    let _spent = place.store.take_attempt_by(read(&place.store), &[], after(30_000)).await.unwrap();
    place.store.sweep_tickets(after(899_999)).await.unwrap();
    assert_eq!(place.number("select count(*) from spent_ticket").await, 1);
    place.store.sweep_tickets(after(900_000)).await.unwrap();
    assert_eq!(place.number("select count(*) from spent_ticket").await, 0);
}

async fn a_companion_fits_its_own_code_and_studio_alone(place: Throwaway) {
    let one = Scene::first(&place.store, "nordlicht").await.studio.id;
    let other = Scene::another(&place.store, "meerblick").await.studio.id;
    let code = |typed| domain::code::Code::parse(typed).unwrap();
    let companion = place.store.companion(one, &code("7KQM-2XRD-9TFA"));
    assert_eq!(companion.len(), 32);
    assert!(place.store.is_companion(&companion, one, &code("7kqm 2xrd 9tfa")));
    assert!(!place.store.is_companion(&companion, other, &code("7KQM-2XRD-9TFA")));
    assert!(!place.store.is_companion(&companion, one, &code("7KQM-2XRD-9TFB")));
    for bad in ["", &companion[1..], &companion.to_uppercase(), &format!("{companion}00")] {
        assert!(!place.store.is_companion(bad, one, &code("7KQM-2XRD-9TFA")), "{bad}");
    }
}
