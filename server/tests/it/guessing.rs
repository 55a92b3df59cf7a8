//! The budgets of a studio's door, the tickets beyond them, and codes that come with a companion.

use chrono::TimeDelta;
use domain::code::Code;
use http::StatusCode;
use store::fixtures::Scene;

use crate::browser::{Answer, Browser, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";

async fn typed(browser: &mut Browser, more: &[(&str, &str)]) -> Answer {
    browser.call("/api/front_door", &[&[("studio", "nordlicht")], more].concat()).await
}

/// A code that nobody has, each with a beginning of its own.
fn wrong(number: usize) -> String {
    format!("{number:04}-WRNG-{number:04}")
}

/// So many wrong codes at once from as many networks; answers how many were looked up.
async fn guess(house: &TestHouse, networks: std::ops::Range<usize>) -> usize {
    let tries = networks.map(|number| {
        let mut guesser = house.browser();
        guesser.address = [100, u8::try_from(number / 250).unwrap(), u8::try_from(number % 250).unwrap(), 7];
        async move { typed(&mut guesser, &[("code", &wrong(number))]).await.status }
    });
    let answers = futures::future::join_all(tries).await;
    answers.into_iter().filter(|status| *status == StatusCode::FORBIDDEN).count()
}

fn stranger(house: &TestHouse) -> Browser {
    let mut browser = house.browser();
    browser.address = [198, 51, 100, 7];
    browser
}

/// The ticket on the page that a slowed form leads to.
async fn ticket(browser: &mut Browser) -> String {
    let slowed = browser.enter("nordlicht", CODE).await;
    let page = browser.get(slowed.location()).await.body;
    let field = page.split("name=\"ticket\" value=\"").nth(1).expect("a ticket");
    field.split('"').next().unwrap().to_owned()
}

fn solution(ticket: &str) -> String {
    (0..).step_by(1000).find_map(|from| domain::puzzle::search(ticket, from, 1000)).unwrap().to_string()
}

async fn flooded() -> TestHouse {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    assert_eq!(guess(&house, 0..70).await, 60);
    house
}

// T19: 120 failures an hour are free, whatever networks they come from, half of them at once
#[tokio::test]
async fn beyond_the_studio_s_free_budget_a_solved_puzzle_lets_one_attempt_through() {
    let house = flooded().await;
    let mut client = stranger(&house);
    let refused = typed(&mut client, &[("code", CODE)]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.body, r#"{"slow":{"retry_after":30,"ticket":true}}"#);
    let ticket = ticket(&mut client).await;
    let solution = solution(&ticket);
    let beside = [("ticket", &*ticket), ("solution", &*solution)];
    let wrong = typed(&mut client, &[&[("code", "AAAA-AAAA-AAAA")], &beside[..]].concat()).await;
    assert_eq!(wrong.status, StatusCode::FORBIDDEN);
    // Spent: once more it is worth nothing.
    let replayed = typed(&mut client, &[&[("code", CODE)], &beside[..]].concat()).await;
    assert_eq!(replayed.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn without_scripts_the_ticket_is_worth_an_attempt_after_half_a_minute() {
    let house = flooded().await;
    let mut client = stranger(&house);
    let ticket = ticket(&mut client).await;
    house.clock.advance(TimeDelta::seconds(29));
    guess(&house, 200..202).await;
    let early = typed(&mut client, &[("code", CODE), ("ticket", &ticket)]).await;
    assert_eq!(early.status, StatusCode::TOO_MANY_REQUESTS);
    house.clock.advance(TimeDelta::seconds(1));
    guess(&house, 202..204).await;
    let waited = typed(&mut client, &[("code", CODE), ("ticket", &ticket)]).await;
    assert_eq!(waited.status, StatusCode::OK, "{}", waited.body);
}

#[tokio::test]
async fn a_ticket_counts_at_its_own_door_and_network_in_its_time_and_once() {
    let house = flooded().await;
    let mut client = stranger(&house);
    let given = ticket(&mut client).await;
    let solved = solution(&given);
    let mut elsewhere = house.browser();
    elsewhere.address = [198, 51, 101, 7];
    let forged = given.replacen('.', "0.", 1);
    let own = house.store.ticket(&["studio", "meerblick", "198.51.100.7/32"], house.clock.now());
    for (browser, ticket, solution) in [
        (&mut elsewhere, &given, &solved),
        (&mut client.clone(), &given, &"7".to_owned()),
        (&mut client.clone(), &forged, &solution(&forged)),
        (&mut client.clone(), &own, &solution(&own)),
    ] {
        let answer = typed(browser, &[("code", CODE), ("ticket", ticket), ("solution", solution)]).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{ticket}");
    }
    // Twenty at once with one solved ticket: one attempt.
    let tries = (0..20).map(|_| {
        let (mut browser, given, solved) = (client.clone(), given.clone(), solved.clone());
        async move {
            let beside = [("code", "AAAA-AAAA-AAAA"), ("ticket", &*given), ("solution", &*solved)];
            typed(&mut browser, &beside).await.status
        }
    });
    let answers = futures::future::join_all(tries).await;
    assert_eq!(answers.iter().filter(|status| **status == StatusCode::FORBIDDEN).count(), 1, "{answers:?}");
    // After a quarter of an hour it is worth nothing.
    let late = ticket(&mut client).await;
    house.clock.advance(TimeDelta::minutes(15) + TimeDelta::milliseconds(1));
    guess(&house, 200..250).await;
    let answer = typed(&mut client, &[("code", CODE), ("ticket", &late), ("solution", &solution(&late))]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
}

// T19: with puzzles too there is an end
#[tokio::test]
async fn with_solved_puzzles_three_hundred_are_looked_up_at_once_and_never_more() {
    let house = flooded().await;
    let tries = (0..250).map(|number| {
        let mut guesser = house.browser();
        guesser.address = [101, 0, u8::try_from(number).unwrap(), 7];
        let network = format!("101.0.{number}.7/32");
        let ticket = house.store.ticket(&["studio", "nordlicht", &network], house.clock.now());
        async move {
            let (code, solution) = (wrong(5000 + number), solution(&ticket));
            let fields = [("code", &*code), ("ticket", &*ticket), ("solution", &*solution)];
            typed(&mut guesser, &fields).await.status
        }
    });
    let answers = futures::future::join_all(tries).await;
    let looked_up = answers.iter().filter(|status| **status == StatusCode::FORBIDDEN).count();
    assert_eq!(60 + looked_up, 300);
    let mut client = stranger(&house);
    let answer = typed(&mut client, &[("code", CODE)]).await;
    assert_eq!(answer.body, r#"{"slow":{"retry_after":12,"ticket":false}}"#);
    let page = client.enter("nordlicht", CODE).await;
    let page = client.get(page.location()).await.body;
    assert!(page.contains("QR code") && page.contains("name=\"code\"") && page.contains("name=\"ticket\" value=\"\""));
    // A code from a QR code comes in all the same.
    let (studio, code) = (house.store.studio(&"nordlicht".parse_address()).await.unwrap().unwrap().id, code());
    let companion = house.store.companion(studio, &code);
    let entered = typed(&mut client, &[("code", CODE), ("companion", &companion)]).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.body);
}

fn code() -> Code {
    Code::parse(CODE).unwrap()
}

trait ParseAddress {
    fn parse_address(&self) -> domain::studio::StudioAddress;
}

impl ParseAddress for str {
    fn parse_address(&self) -> domain::studio::StudioAddress {
        domain::studio::StudioAddress::parse(self).unwrap()
    }
}

#[tokio::test]
async fn a_companion_of_another_studio_or_code_is_a_guess() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let other = Scene::another(&house.store, "meerblick").await;
    scene.login("Familie Brandt", CODE, &[]).await;
    let foreign = house.store.companion(other.studio.id, &code());
    let another = house.store.companion(scene.studio.id, &Code::parse("8KQM-2XRD-9TFB").unwrap());
    let right = house.store.companion(scene.studio.id, &code());
    let mut browser = house.browser();
    for bad in [&foreign, &another, &right.to_uppercase(), &right[1..].to_owned(), &"0".repeat(32)] {
        for _ in 0..2 {
            let answer = typed(&mut browser, &[("code", CODE), ("companion", bad)]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{bad}");
        }
    }
    // Those were ten failures of this network: the next is told to wait, and only the right companion helps.
    assert_eq!(typed(&mut browser, &[("code", CODE)]).await.status, StatusCode::TOO_MANY_REQUESTS);
    let spelled = [("code", "7kqm 2xrd 9tfa"), ("companion", &*right)];
    assert_eq!(typed(&mut browser, &spelled).await.status, StatusCode::OK);
}

#[tokio::test]
async fn codes_that_begin_alike_have_a_budget_of_their_own() {
    let house = TestHouse::new().await;
    house.scene().await;
    for number in 0..10 {
        let mut guesser = house.browser();
        guesser.address = [100, 0, number, 7];
        let answer = typed(&mut guesser, &[("code", &format!("school 2026 {number}"))]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    let mut client = stranger(&house);
    assert_eq!(typed(&mut client, &[("code", "SCHOOL-2026-Z")]).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(typed(&mut client, &[("code", "AAAA-AAAA-AAAA")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_network_around_one_network_has_a_budget_of_its_own() {
    let house = TestHouse::new().await;
    house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    let mut looked_up = 0;
    for number in 0..70 {
        let mut guesser = house.browser();
        guesser.address = [100, 0, 0, number];
        let studio = if number % 2 == 0 { "nordlicht" } else { "meerblick" };
        let fields = [("studio", studio), ("code", &*wrong(number.into()))];
        let answer = guesser.call("/api/front_door", &fields).await;
        looked_up += usize::from(answer.status == StatusCode::FORBIDDEN);
    }
    assert_eq!(looked_up, 60);
}

// SECURITY section 3, "Alerts"
#[tokio::test]
async fn the_studio_is_told_of_thirty_failures_an_hour_and_never_what_was_typed() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let other = Scene::another(&house.store, "meerblick").await;
    let since = || house.clock.now() - TimeDelta::hours(1);
    assert_eq!(guess(&house, 0..29).await, 29);
    assert!(house.store.guess_alerts(&scene.desk, since()).await.unwrap().is_empty());
    guess(&house, 29..42).await;
    let alerts = house.store.guess_alerts(&scene.desk, since()).await.unwrap();
    let told: Vec<_> = alerts.iter().map(|alert| (alert.what, alert.failures)).collect();
    assert_eq!(told, [(store::Guessed::Codes, 42)]);
    assert!(house.store.guess_alerts(&other.desk, since()).await.unwrap().is_empty());
    for _ in 0..5 {
        house.store.count_guess(scene.studio.id, store::Guessed::Password(summer), house.clock.now()).await.unwrap();
    }
    let home = house.owner_of("anna@nordlicht.example").await.get("/studio/nordlicht").await.body;
    assert!(home.contains("42 wrong codes were typed at your front door"), "{home}");
    assert!(home.contains("5 wrong passwords were typed at “Summer”"), "{home}");
    let rows = store::fixtures::all_rows(&house.store).await;
    assert!(!rows.values().flatten().any(|row| row.contains("WRNG")));
    house.clock.advance(TimeDelta::minutes(71));
    assert!(house.store.guess_alerts(&scene.desk, since()).await.unwrap().is_empty());
}

// SECURITY section 3, "Alerts"
#[tokio::test]
async fn a_studio_that_has_no_gallery_yet_is_told_too() {
    let house = flooded().await;
    let home = house.owner_of("anna@nordlicht.example").await.get("/studio/nordlicht").await.body;
    assert!(home.contains("Make your first gallery") && home.contains("wrong codes were typed at your front door"));
}
