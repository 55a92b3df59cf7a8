//! T19: somebody guesses at one studio's codes from two thousand addresses, for hours; those who hold a code come in.

use chrono::{DateTime, TimeDelta, Utc};
use domain::code::Code;
use futures::future::join_all;
use http::StatusCode;
use store::fixtures::Scene;
use store::{Guessed, LinkKind};

use crate::browser::{Answer, Browser, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";
/// Everybody guesses so often, and so do the real clients come: twelve times an hour.
const STEP: TimeDelta = TimeDelta::minutes(5);
const STEPS: usize = 12;

async fn typed(browser: &mut Browser, code: &str, more: &[(&str, &str)]) -> Answer {
    browser.call("/api/front_door", &[&[("studio", "nordlicht"), ("code", code)], more].concat()).await
}

/// A ticket that was given to this browser, and its solution.
fn solved(house: &TestHouse, browser: &Browser) -> (String, String) {
    let [a, b, c, d] = browser.address;
    let network = format!("{a}.{b}.{c}.{d}/32");
    let ticket = house.store.ticket(&["studio", "nordlicht", &network], house.clock.now());
    let solution = (0..).step_by(1000).find_map(|from| domain::puzzle::search(&ticket, from, 1000)).unwrap();
    (ticket, solution.to_string())
}

/// What the door said to somebody who waits no longer than for a puzzle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    /// It looked at the code at once.
    AtOnce,
    /// And here after a puzzle.
    AfterAPuzzle,
    /// Nothing but time helps.
    Wait,
}

/// Types a code, solves the puzzle where one is asked, and answers with the last status.
async fn tries(house: &TestHouse, browser: &mut Browser, code: &str) -> (Said, StatusCode) {
    let first = typed(browser, code, &[]).await;
    if first.status != StatusCode::TOO_MANY_REQUESTS {
        return (Said::AtOnce, first.status);
    }
    if !first.body.contains("\"ticket\":true") {
        return (Said::Wait, first.status);
    }
    let (ticket, solution) = solved(house, browser);
    let second = typed(browser, code, &[("ticket", &ticket), ("solution", &solution)]).await;
    (if second.status == StatusCode::TOO_MANY_REQUESTS { Said::Wait } else { Said::AfterAPuzzle }, second.status)
}

struct Siege<'a> {
    house: &'a TestHouse,
    scene: Scene<'a>,
    link: String,
    known: Browser,
    guesses: usize,
    newcomers: u8,
    /// When how many codes of the guessers were looked up.
    looked_up: Vec<(DateTime<Utc>, usize)>,
}

impl<'a> Siege<'a> {
    async fn begin(house: &'a TestHouse) -> Self {
        let scene = house.scene().await;
        let summer = scene.gallery("Summer").await;
        scene.login("Familie Brandt", CODE, &[summer]).await;
        let link = format!("/nordlicht/l/{}", *scene.link(summer, LinkKind::Open, None).await.reveal());
        let mut known = house.browser();
        known.enter("nordlicht", CODE).await;
        Self { house, scene, link, known, guesses: 0, newcomers: 0, looked_up: Vec::new() }
    }

    /// One of two thousand addresses, no two of them in the same wide network, and a code that begins like no other.
    fn guesser(&mut self) -> (Browser, String) {
        self.guesses += 1;
        let (mut browser, number) = (self.house.browser(), self.guesses % 2000);
        browser.address = [100, u8::try_from(number / 250).unwrap(), u8::try_from(number % 250).unwrap(), 7];
        (browser, format!("{:04}-WRNG-{:04}", self.guesses, self.guesses))
    }

    /// So many guess, without puzzles.
    async fn guess(&mut self, how_many: usize) {
        let guessers: Vec<_> = (0..how_many).map(|_| self.guesser()).collect();
        let all = guessers.into_iter().map(|(mut browser, code)| async move { typed(&mut browser, &code, &[]).await });
        let statuses = join_all(all).await.into_iter().map(|answer| answer.status);
        self.looked_up.push((self.house.clock.now(), statuses.filter(|it| *it == StatusCode::FORBIDDEN).count()));
    }

    /// They guess as often as the door lets them, and solve every puzzle.
    async fn storm(&mut self) {
        let mut looked_up = 0;
        loop {
            let guessers: Vec<_> = (0..20).map(|_| self.guesser()).collect();
            let house = self.house;
            let all = guessers.into_iter().map(|(mut browser, code)| async move {
                let (said, status) = tries(house, &mut browser, &code).await;
                assert!(said == Said::Wait || status == StatusCode::FORBIDDEN, "{status}");
                said
            });
            let said = join_all(all).await;
            looked_up += said.iter().filter(|it| **it != Said::Wait).count();
            if said.contains(&Said::Wait) {
                break;
            }
        }
        self.looked_up.push((self.house.clock.now(), looked_up));
    }

    /// A known device, a card's QR code and a link open at once, whatever happens. Answers what a newcomer who types is told.
    async fn clients_come(&mut self) -> Said {
        self.newcomers += 1;
        let from = |kind: u8| {
            let mut browser = self.house.browser();
            browser.address = [198, kind, self.newcomers, 7];
            browser
        };
        let (mut known, mut card, mut linked, mut newcomer) = (self.known.clone(), from(1), from(2), from(3));
        known.cookies.remove("guest");
        let companion =
            [("companion", &*self.house.store.companion(self.scene.studio.id, &Code::parse(CODE).unwrap()))];
        let (known, card, linked, (said, status)) = tokio::join!(
            typed(&mut known, CODE, &[]),
            typed(&mut card, CODE, &companion),
            linked.get(&self.link),
            tries(self.house, &mut newcomer, CODE),
        );
        assert_eq!((known.status, card.status), (StatusCode::OK, StatusCode::OK), "a known device, a card");
        assert!(linked.location().starts_with("/nordlicht/g/"), "a link");
        assert_eq!(status == StatusCode::OK, said != Said::Wait, "{said:?} {status}");
        said
    }

    async fn alert(&self) -> Option<i64> {
        let since = self.house.clock.now() - TimeDelta::hours(1);
        let alerts = self.house.store.guess_alerts(&self.scene.desk, since).await.unwrap();
        alerts.into_iter().find(|alert| alert.what == Guessed::Codes).map(|alert| alert.failures)
    }

    /// The most look-ups that any hour had.
    fn most_in_an_hour(&self) -> usize {
        let hour_of = |from: DateTime<Utc>| {
            let within = self.looked_up.iter().filter(|(at, _)| *at >= from && *at < from + TimeDelta::hours(1));
            within.map(|(_, count)| count).sum::<usize>()
        };
        self.looked_up.iter().map(|(at, _)| hour_of(*at)).max().unwrap_or_default()
    }
}

// T19
#[tokio::test]
async fn through_hours_of_guessing_clients_come_in_and_no_hour_has_more_than_six_hundred_look_ups() {
    let house = TestHouse::new().await;
    let mut siege = Siege::begin(&house).await;
    // An hour at 120: whoever types is asked for a puzzle at most.
    for step in 1..=STEPS {
        siege.guess(10).await;
        assert!(siege.clients_come().await <= Said::AfterAPuzzle, "step {step}");
        assert_eq!(siege.alert().await.is_some(), step >= 3, "thirty failures are told of, and no fewer");
        house.clock.advance(STEP);
    }
    // Sixty at once and one a minute: the last five come a little early.
    assert_eq!(siege.most_in_an_hour(), 115);
    // An hour of as many as they can: there is an end, for newcomers who type too and for nobody else.
    let mut told = Vec::new();
    for _ in 0..STEPS {
        siege.storm().await;
        told.push(siege.clients_come().await);
        house.clock.advance(STEP);
    }
    assert!(told.iter().all(|said| *said == Said::Wait), "{told:?}");
    let most = siege.most_in_an_hour();
    assert!((500..=600).contains(&most), "{most} look-ups in one hour");
    // Every one of them was counted, where the studio is told of it.
    let begun = house.clock.now() - TimeDelta::hours(3);
    let counted = house.store.guess_alerts(&siege.scene.desk, begun).await.unwrap()[0].failures;
    let looked_up: usize = siege.looked_up.iter().map(|(_, count)| count).sum();
    assert_eq!(usize::try_from(counted).unwrap(), looked_up);
    let home = house.owner_of("anna@nordlicht.example").await.get("/studio/nordlicht").await.body;
    assert!(home.contains("wrong codes were typed at your front door"), "{home}");
    // An hour after the end it is as if nothing had been.
    house.clock.advance(TimeDelta::hours(1) - STEP);
    for _ in 0..10 {
        assert_eq!(siege.clients_come().await, Said::AtOnce);
    }
    house.clock.advance(TimeDelta::minutes(10));
    assert_eq!(siege.alert().await, None);
}

// T16
#[tokio::test]
async fn of_two_hundred_wrong_codes_at_once_from_one_address_ten_are_looked_up_and_no_password_is_hashed() {
    let house = TestHouse::new().await;
    let siege = Siege::begin(&house).await;
    let hashed = house.store.passwords().hashed();
    let flood = join_all((0..200).map(|number| {
        let mut guesser = house.browser();
        async move { typed(&mut guesser, &format!("{number:04}-WRNG-{number:04}"), &[]).await }
    }));
    // Somebody else looks at the door, comes in by a code and sees the pictures meanwhile.
    let visit = async {
        let mut visitor = house.browser();
        visitor.address = [198, 51, 100, 7];
        assert_eq!(visitor.get("/nordlicht").await.status, StatusCode::OK);
        assert_eq!(typed(&mut visitor, CODE, &[]).await.status, StatusCode::OK);
        visitor.get("/nordlicht/overview").await
    };
    let (answers, overview) = futures::future::join(flood, visit).await;
    assert!(overview.body.contains("Familie Brandt"));
    let with = |status| answers.iter().filter(|answer| answer.status == status).count();
    assert_eq!((with(StatusCode::FORBIDDEN), with(StatusCode::TOO_MANY_REQUESTS)), (10, 190));
    assert!(siege.alert().await.is_none(), "more were looked up than were answered");
    assert_eq!(house.store.passwords().hashed(), hashed, "a code was hashed like a password");
}
