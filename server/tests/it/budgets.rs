//! How many failures an hour has, door by door (SECURITY section 3, the table of budgets): the clock moves on by one hour,
//! and both ends of it are full of guesses.

use app::api::ApiError;
use app::ctx::{Beside, Ctx, Network, Visit};
use chrono::{DateTime, TimeDelta, Utc};
use domain::device::Device;
use http::{Request, StatusCode};
use store::LinkKind;
use store::fixtures::noon;

use crate::browser::{Browser, TestHouse, house_of};

const CODE: &str = "7KQM-2XRD-9TFA";

fn ctx(house: &TestHouse, now: DateTime<Utc>, neighbour: usize) -> Ctx {
    let network = Network { near: format!("192.0.2.{neighbour}/32"), far: "192.0.2.0/24".to_owned() };
    let device = Device::UNKNOWN;
    let visit = Visit {
        now,
        guest: None,
        member: None,
        operator: None,
        letter: None,
        languages: Vec::new(),
        known_device: None,
        kept: None,
        device,
        network,
    };
    let (parts, ()) = Request::builder().extension(visit).body(()).unwrap().into_parts();
    Ctx::of(house_of(&house.store), &parts).unwrap()
}

/// Whether a guess was looked at.
async fn guessed(ctx: &Ctx, subject: &str) -> bool {
    let guard = ctx.guard_strangers("member", subject);
    let answer = ctx.braked(&guard, &Beside::default(), async { Err::<(), _>(ApiError::Rejected) }).await;
    answer == Err(ApiError::Rejected)
}

#[tokio::test]
async fn one_network_has_ten_at_once_and_sixty_in_an_hour() {
    let house = TestHouse::new().await;
    let mut counts = Vec::new();
    for minute in 0..=60 {
        let ctx = ctx(&house, noon() + TimeDelta::minutes(minute), 1);
        let mut count = 0;
        while guessed(&ctx, "anna@nordlicht.example").await {
            count += 1;
        }
        counts.push(count);
    }
    assert_eq!(counts[..3], [10, 1, 1]);
    assert_eq!(counts.iter().sum::<i32>(), 60);
}

#[tokio::test]
async fn the_network_around_has_a_hundred_and_twenty_in_an_hour() {
    let house = TestHouse::new().await;
    let mut count = 0;
    for (hour, neighbours) in [(0, 0..100), (1, 100..200)] {
        for neighbour in neighbours {
            let ctx = ctx(&house, noon() + TimeDelta::hours(hour), neighbour);
            count += usize::from(guessed(&ctx, &format!("{neighbour}@nordlicht.example")).await);
        }
    }
    assert_eq!(count, 120);
}

/// So many wrong codes at once, from as many networks or from one; answers how many were looked up.
async fn codes(browser: &Browser, tries: std::ops::Range<usize>, networks: bool, begin: Option<&str>) -> usize {
    let tries = tries.map(|number| {
        let mut guesser = browser.clone();
        if networks {
            guesser.address = [100, u8::try_from(number / 250).unwrap(), u8::try_from(number % 250).unwrap(), 7];
        }
        let code = begin.map_or_else(|| format!("{number:04}-WRNG-{number:04}"), |it| format!("{it}-{number:04}"));
        async move { guesser.call("/api/front_door", &[("studio", "nordlicht"), ("code", &code)]).await.status }
    });
    let answers = futures::future::join_all(tries).await;
    answers.into_iter().filter(|status| *status == StatusCode::FORBIDDEN).count()
}

// T19
#[tokio::test]
async fn a_studio_has_a_hundred_and_twenty_free_failures_in_an_hour() {
    let house = TestHouse::new().await;
    house.scene().await;
    let first = codes(&house.browser(), 0..130, true, None).await;
    house.clock.advance(TimeDelta::hours(1));
    assert_eq!((first, codes(&house.browser(), 200..330, true, None).await), (60, 60));
}

#[tokio::test]
async fn codes_that_begin_alike_have_twenty_in_an_hour() {
    let house = TestHouse::new().await;
    house.scene().await;
    let first = codes(&house.browser(), 0..25, true, Some("SCHOOL")).await;
    house.clock.advance(TimeDelta::hours(1));
    assert_eq!((first, codes(&house.browser(), 30..55, true, Some("SCHOOL")).await), (10, 10));
}

/// Wrong codes at once from these addresses, each with a solved puzzle; answers how many were looked up.
async fn solved(house: &TestHouse, tries: impl Iterator<Item = ([u8; 4], String)>) -> usize {
    let tries = tries.map(|(address, code)| {
        let [a, b, c, d] = address;
        let ticket = house.store.ticket(&["studio", "nordlicht", &format!("{a}.{b}.{c}.{d}/32")], house.clock.now());
        let solution = (0..).step_by(1000).find_map(|from| domain::puzzle::search(&ticket, from, 1000)).unwrap();
        let solution = solution.to_string();
        let mut guesser = Browser { address, ..house.browser() };
        async move {
            let (ticket, solution) = (("ticket", &*ticket), ("solution", &*solution));
            let fields = [("studio", "nordlicht"), ("code", &*code), ticket, solution];
            guesser.call("/api/front_door", &fields).await.status
        }
    });
    let answers = futures::future::join_all(tries).await;
    answers.into_iter().filter(|status| *status == StatusCode::FORBIDDEN).count()
}

#[tokio::test]
async fn with_puzzles_codes_that_begin_alike_have_sixty_in_an_hour() {
    let house = TestHouse::new().await;
    house.scene().await;
    let tries = |from: u8| (from..from + 35).map(|number| ([100, 0, number, 7], format!("SCHOOL-{number:04}")));
    let first = solved(&house, tries(0)).await;
    house.clock.advance(TimeDelta::hours(1));
    assert_eq!((first, solved(&house, tries(100)).await), (30, 30));
}

#[tokio::test]
async fn with_puzzles_the_network_around_has_two_hundred_and_forty_in_an_hour() {
    let house = TestHouse::new().await;
    house.scene().await;
    let tries = |from: u8| (from..from + 125).map(|number| ([100, 0, 0, number], format!("{number:04}-WRNG-2222")));
    let first = solved(&house, tries(0)).await;
    house.clock.advance(TimeDelta::hours(1));
    assert_eq!((first, solved(&house, tries(125)).await), (120, 120));
}

// T19
#[tokio::test]
async fn a_known_device_has_ten_in_an_hour() {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    let mut known = house.browser();
    known.enter("nordlicht", CODE).await;
    let first = codes(&known, 0..15, false, None).await;
    house.clock.advance(TimeDelta::hours(1));
    assert_eq!((first, codes(&known, 20..35, false, None).await), (5, 5));
}

// S17
#[tokio::test]
async fn a_gallerys_password_has_thirty_in_an_hour() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let wedding = scene.gallery("Wedding").await;
    scene.lock(wedding, "bouquet").await;
    let link = scene.link(wedding, LinkKind::Open, None).await;
    let guess = async |networks: std::ops::Range<u8>| {
        let tries = networks.map(|network| {
            let mut guesser = house.browser();
            guesser.address = [network, 51, 100, 7];
            let (path, gallery) = (format!("/nordlicht/l/{}", *link.reveal()), wedding.to_string());
            async move {
                guesser.get(&path).await;
                let fields = [("studio", "nordlicht"), ("gallery", &*gallery), ("password", "flowers")];
                guesser.call("/api/gallery/unlock", &fields).await.status
            }
        });
        let answers = futures::future::join_all(tries).await;
        answers.into_iter().filter(|status| *status == StatusCode::FORBIDDEN).count()
    };
    let first = guess(1..36).await;
    house.clock.advance(TimeDelta::hours(1));
    assert_eq!((first, guess(40..75).await), (15, 15));
}
