//! The budget of the whole installation, and a database that cannot count: what strangers meet then, and what nobody else
//! does.

use chrono::TimeDelta;
use domain::code::Code;
use domain::ids::GalleryId;
use futures::future::join_all;
use http::StatusCode;
use store::fixtures::{PASSWORD, Scene, Throwaway, noon};
use store::{Budget, Door, LinkKind, SessionToken};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";
const BOUQUET: &str = "bouquet";

/// A studio at work, with one of everything that can be opened.
struct Story {
    link: String,
    party: GalleryId,
    image: String,
    companion: String,
}

impl Story {
    async fn tell(scene: &Scene<'_>) -> Self {
        let summer = scene.gallery("Summer").await;
        let party = scene.gallery("Party").await;
        let photo = scene.photo(summer, "IMG_1.jpg", noon()).await;
        scene.lock(party, BOUQUET).await;
        scene.login("Familie Brandt", CODE, &[summer]).await;
        let link = scene.link(party, LinkKind::Open, None).await;
        Self {
            link: format!("/nordlicht/l/{}", *link.reveal()),
            party,
            image: format!("/m/{photo}/s"),
            companion: scene.store.companion(scene.studio.id, &Code::parse(CODE).unwrap()),
        }
    }

    /// Every door, each with what is right there: what a browser that types it is answered.
    async fn doors(&self, browser: &mut Browser) -> [StatusCode; 4] {
        let party = self.party.to_string();
        let unlock = [("studio", "nordlicht"), ("gallery", &*party), ("password", BOUQUET)];
        [
            browser.clone().call("/api/front_door", &[("studio", "nordlicht"), ("code", CODE)]).await.status,
            browser.clone().call("/api/front_door", &self.card()).await.status,
            browser.clone().call("/api/gallery/unlock", &unlock).await.status,
            browser
                .clone()
                .call("/api/sign_in", &[("email", "anna@nordlicht.example"), ("password", PASSWORD)])
                .await
                .status,
        ]
    }

    fn token(&self) -> SessionToken {
        SessionToken::parse(self.link.rsplit('/').next().unwrap()).unwrap()
    }

    fn card(&self) -> [(&str, &str); 3] {
        [("studio", "nordlicht"), ("code", CODE), ("companion", &self.companion)]
    }
}

/// Wrong codes from as many networks, at studios that do not exist: at most fifty at one door.
async fn guess(house: &TestHouse, guesses: std::ops::Range<u16>) -> usize {
    let all = guesses.map(|number| {
        let mut guesser = house.browser();
        let [high, low] = number.to_be_bytes();
        guesser.address = [100, high, low, 7];
        async move {
            let (studio, code) = (format!("nowhere-{}", number / 50), format!("{number:04}-WRNG-{number:04}"));
            guesser.call("/api/front_door", &[("studio", &studio), ("code", &code)]).await.status
        }
    });
    join_all(all).await.into_iter().filter(|status| *status == StatusCode::FORBIDDEN).count()
}

// SECURITY section 3, the last line of the table of budgets
#[tokio::test]
async fn all_strangers_together_have_two_thousand_guesses_at_once() {
    let house = TestHouse::new().await;
    let mut looked_up = 0;
    for from in (0..2100).step_by(300) {
        looked_up += guess(&house, from..from + 300).await;
    }
    assert_eq!(looked_up, 2000);
    // One more each thirty milliseconds: two thousand a minute.
    house.clock.advance(TimeDelta::milliseconds(90));
    assert_eq!(guess(&house, 2100..2110).await, 3);
}

// SECURITY section 3: strangers are told that much is going on, and nobody else notices anything
#[tokio::test]
async fn a_flood_on_the_whole_house_turns_strangers_away_and_nobody_who_is_known_or_inside() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let story = Story::tell(&scene).await;
    let mut inside = house.browser();
    inside.enter("nordlicht", CODE).await;
    let mut known = inside.clone();
    known.cookies.remove("guest");
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let mut knows_the_password = house.browser();
    knows_the_password.get(&story.link).await;
    let party = story.party.to_string();
    let unlock = [("studio", "nordlicht"), ("gallery", &*party), ("password", BOUQUET)];
    assert_eq!(knows_the_password.call("/api/gallery/unlock", &unlock).await.status, StatusCode::OK);
    // As two thousand guesses leave it: the test before this one takes them one by one.
    let all = Budget { key: vec!["instance".to_owned(), String::new()], burst: 1, interval: TimeDelta::minutes(1) };
    let _failed = house.store.take_attempt(&[all], house.clock.now()).await.unwrap();

    let mut stranger = house.browser();
    stranger.address = [198, 51, 100, 7];
    assert_eq!(stranger.get(&story.link).await.status, StatusCode::FOUND, "a link");
    assert_eq!(story.doors(&mut stranger).await, [StatusCode::SERVICE_UNAVAILABLE; 4], "strangers");
    let told = stranger.enter("nordlicht", CODE).await;
    stranger.referer = Some(format!("{PUBLIC_URL}{}", told.location()));
    let page = stranger.get(told.location()).await.body;
    assert!(page.contains("Very many people are here right now") && page.contains("What you typed is kept"), "{page}");

    // Those who were let in before, each at the door that did so: right comes in, and wrong is wrong.
    assert_eq!(known.call("/api/front_door", &[("studio", "nordlicht"), ("code", CODE)]).await.status, StatusCode::OK);
    let wrong = [("studio", "nordlicht"), ("code", "AAAA-AAAA-AAAA")];
    assert_eq!(known.call("/api/front_door", &wrong).await.status, StatusCode::FORBIDDEN);
    knows_the_password.cookies.remove("guest");
    knows_the_password.get(&story.link).await;
    assert_eq!(knows_the_password.call("/api/gallery/unlock", &unlock).await.status, StatusCode::OK);
    owner.cookies.remove("studio");
    let sign_in = [("email", "anna@nordlicht.example"), ("password", PASSWORD)];
    assert_eq!(owner.call("/api/sign_in", &sign_in).await.status, StatusCode::OK);
    // Those who are inside.
    for path in ["/nordlicht/overview", &story.image] {
        assert_eq!(inside.get(path).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(owner.get("/studio/nordlicht").await.status, StatusCode::OK);
    house.clock.advance(TimeDelta::milliseconds(30));
    assert_eq!(stranger.call("/api/front_door", &wrong).await.status, StatusCode::FORBIDDEN);
}

/// A house where no budget can be kept any more, or not even be read.
async fn cannot_count(place: Throwaway, broken: &'static str) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let story = Story::tell(&scene).await;
    let known = place.store.remember(None, Door::Studio(scene.studio.id)).cookie();
    let (guest, locked) = (scene.enter(CODE).await.unwrap(), story.token());
    let locked = scene.follow(&locked, None).await;
    place.tamper(broken).await;
    let house = TestHouse::at(place);
    let with = |cookie: &str, value: &str| {
        let mut browser = house.browser();
        browser.cookies.insert(cookie.to_owned(), value.to_owned());
        browser
    };
    for mut browser in [with("guest", &locked.reveal()), with("dev", &known)] {
        let doors = story.doors(&mut browser).await;
        assert!(
            doors.iter().all(|it| [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::NOT_FOUND].contains(it)),
            "{doors:?}"
        );
        let told = browser.enter("nordlicht", CODE).await;
        browser.referer = Some(format!("{PUBLIC_URL}{}", told.location()));
        let page = browser.get(told.location()).await;
        assert_eq!(page.status, StatusCode::OK, "{broken}");
        assert!(page.body.contains("It is not your fault"), "{broken}: {}", page.body);
        assert!(!browser.get("/nordlicht/overview").await.body.contains("Familie Brandt"), "{broken}");
    }
    let linked = house.browser().get(&story.link).await;
    assert_eq!(linked.status, StatusCode::INTERNAL_SERVER_ERROR, "{broken}");
    assert_eq!(linked.headers.get("set-cookie"), None, "{broken}");
    // Who is inside stays there.
    let overview = with("guest", &guest.reveal()).get("/nordlicht/overview").await;
    assert!(overview.body.contains("Familie Brandt"), "{broken}");
}

// SECURITY section 3, step 3: "DB error = refuse"
#[tokio::test]
async fn where_no_attempt_can_be_counted_nobody_is_let_in() {
    for broken in [
        "drop table rate_bucket",
        "create trigger full before insert on rate_bucket begin select raise(abort, 'no room'); end",
    ] {
        cannot_count(Throwaway::sqlite().await, broken).await;
    }
}

#[tokio::test]
async fn where_no_attempt_can_be_counted_nobody_is_let_in_on_postgresql() {
    for broken in
        ["drop table rate_bucket", "alter table rate_bucket add constraint no_room check (busy_until < 0) not valid"]
    {
        cannot_count(Throwaway::postgres().await, broken).await;
    }
}
