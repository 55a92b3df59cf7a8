//! Codes at the front door.

use chrono::TimeDelta;
use http::{Method, StatusCode};

use crate::browser::{TestHouse, around};

const CODE: &str = "7KQM-2XRD-9TFA";

// S10
#[tokio::test]
async fn a_code_opens_the_overview_however_it_is_typed() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer by the water").await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    for typed in [CODE, "7kqm2xrd9tfa", " 7KQM 2XRD 9TFA ", "7kqm\u{2013}2xrd\u{2013}9tfa", "７ＫＱＭ２ＸＲＤ９ＴＦＡ"]
    {
        let mut browser = house.browser();
        let answer = browser.enter("nordlicht", typed).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::FOUND, "/nordlicht/overview"), "{typed}");
        let overview = browser.get("/nordlicht/overview").await;
        assert_eq!(overview.status, StatusCode::OK);
        assert!(overview.body.contains("Familie Brandt") && overview.body.contains("Summer by the water"));
    }
}

// S10
#[tokio::test]
async fn a_script_is_told_where_a_form_leads_and_not_led_there() {
    let house = TestHouse::new().await;
    house.scene().await.login("Familie Brandt", CODE, &[]).await;
    let mut browser = house.browser();
    let mut send = async |code: &str| {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("accept", "text/html;redirect=told"),
            ("sec-fetch-site", "same-origin"),
        ];
        let form = format!("studio=nordlicht&code={code}");
        browser.send(Method::POST, "/api/front_door", &headers, form.into_bytes()).await
    };
    let wrong = send("AAAA-AAAA-AAAA").await;
    assert_eq!(wrong.status, StatusCode::NO_CONTENT);
    assert!(wrong.location().starts_with("/nordlicht?") && wrong.location().contains("__err="), "{}", wrong.location());
    let right = send(CODE).await;
    assert_eq!((right.status, right.location()), (StatusCode::NO_CONTENT, "/nordlicht/overview"));
    assert_eq!(browser.get("/nordlicht/overview").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_address_is_found_with_a_capital_or_a_stroke_at_its_end() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut browser = house.browser();
    for (typed, status) in [
        ("/nordlicht/", StatusCode::PERMANENT_REDIRECT),
        ("/Nordlicht", StatusCode::FOUND),
        // What does not exist is answered alike.
        ("/nowhere/", StatusCode::PERMANENT_REDIRECT),
        ("/Nowhere", StatusCode::FOUND),
    ] {
        let answer = browser.get(typed).await;
        let led = typed.to_lowercase();
        assert_eq!((answer.status, answer.location()), (status, led.trim_end_matches('/')), "{typed}");
    }
}

#[tokio::test]
async fn where_nothing_stands_a_reader_gets_a_page_and_a_program_a_status() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut browser = house.browser();
    for path in ["/nordlicht/g/x/y/z", "/studio/nordlicht/galleries/x/y", "/m/x", "//elsewhere.example/"] {
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.body.contains("There is nothing here"), "{path}: {}", page.body);
        assert!(page.headers.contains_key("content-security-policy"), "{path}");
    }
    let answer = browser.send(Method::GET, "/api/nothing", &[("accept", "application/json")], Vec::new()).await;
    assert_eq!((answer.status, answer.bytes.len()), (StatusCode::NOT_FOUND, 0));
}

// S12
#[tokio::test]
async fn a_stranger_sees_the_field_and_the_brand_and_nothing_else() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer by the water").await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let door = house.browser().get("/nordlicht").await;
    assert_eq!(door.status, StatusCode::OK);
    assert!(door.body.contains("Atelier Nordlicht") && door.body.contains("name=\"code\""));
    for hidden in ["Summer", "Brandt", &summer.to_string()] {
        assert!(!door.body.contains(hidden), "{hidden}");
    }
}

// S1
#[tokio::test]
async fn while_client_logins_are_off_no_code_works_and_open_sessions_see_nothing() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer by the water").await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let photo = scene.photo(summer, "IMG_1.jpg", store::fixtures::noon()).await;
    let mut inside = house.browser();
    inside.enter("nordlicht", CODE).await;
    let switch = async |client_logins| {
        let rules = domain::access::Rules { client_logins, ..scene.studio.rules };
        house.store.change_rules(&scene.desk, rules).await.unwrap();
    };
    let shown = [
        "/nordlicht/overview".to_owned(),
        format!("/nordlicht/g/{summer}"),
        format!("/nordlicht/g/{summer}/{photo}"),
        format!("/m/{photo}/s"),
    ];
    for path in &shown {
        assert_eq!(inside.get(path).await.status, StatusCode::OK, "{path}");
    }
    let door = house.browser().get("/nordlicht").await.body;
    switch(domain::access::Switch::Off).await;
    for path in &shown {
        assert_ne!(inside.get(path).await.status, StatusCode::OK, "{path}");
    }
    let around = [("studio", "nordlicht"), ("gallery", &*summer.to_string()), ("photo", &*photo.to_string())];
    assert_eq!(inside.call("/api/photos/around", &around).await.status, StatusCode::NOT_FOUND);
    assert!(!inside.get("/nordlicht").await.body.contains("/nordlicht/overview"), "the front door offers a way in");
    let without_nonces = |page: &str| -> String {
        page.split("nonce").map(|part| part.split_once('>').map_or(part, |(_, rest)| rest)).collect()
    };
    let closed = house.browser().get("/nordlicht").await.body;
    assert_eq!(without_nonces(&closed), without_nonces(&door), "the front door tells that there are no codes");
    let refused = house.browser().enter("nordlicht", CODE).await;
    let wrong = house.browser().enter("nordlicht", "AAAA-AAAA-AAAA").await;
    assert_eq!(refused.location(), wrong.location());
    switch(domain::access::Switch::On).await;
    assert_eq!(inside.get(&shown[0]).await.status, StatusCode::OK);
    assert_eq!(house.browser().enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
}

// S9
#[tokio::test]
async fn a_changed_code_ends_the_sessions_of_the_old_one() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer by the water").await;
    let login = scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = house.browser();
    browser.enter("nordlicht", CODE).await;
    let photo = scene.photo(summer, "IMG_1.jpg", store::fixtures::noon()).await;
    let (gallery, image) = (format!("/nordlicht/g/{summer}"), format!("/m/{photo}/s"));
    assert_eq!(browser.get(&gallery).await.status, StatusCode::OK);
    let tag = browser.get(&image).await.headers["etag"].to_str().unwrap().to_owned();
    let new = "9KQM-2XRD-9TFC";
    let details = store::ClientLoginDetails {
        name: domain::gallery::LoginName::parse("Familie Brandt").unwrap(),
        code: Some((domain::code::Code::parse(new).unwrap(), new.to_owned())),
        email: None,
        note: domain::gallery::Note::parse("").unwrap(),
    };
    house.store.change_client_login(&scene.desk, login, &details).await.unwrap();
    assert_eq!(browser.get(&gallery).await.status, StatusCode::NOT_FOUND);
    assert_ne!(house.browser().enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
    let mut again = house.browser();
    assert_eq!(again.enter("nordlicht", "9KQM-2XRD-9TFC").await.location(), "/nordlicht/overview");
    assert_eq!(again.get(&image).await.status, StatusCode::OK);
    house.store.delete_client_login(&scene.desk, login, store::fixtures::noon()).await.unwrap();
    // A picture whose address is known is gone too, even where the browser keeps it and only asks.
    for gone in [&mut browser, &mut again] {
        assert_eq!(gone.get(&image).await.status, StatusCode::NOT_FOUND);
        let kept = gone.send(Method::GET, &image, &[("if-none-match", &tag)], Vec::new()).await;
        assert_eq!(kept.status, StatusCode::NOT_FOUND);
        assert_eq!(gone.get(&gallery).await.status, StatusCode::NOT_FOUND);
    }
}

// T16, T20, B32
#[tokio::test]
async fn guessing_is_slowed_down_after_ten_failures_even_on_another_instance() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    scene.login("Familie Brandt", CODE, &[]).await;
    let mut guesser = house.browser();
    for _ in 0..10 {
        let answer = guesser.call("/api/front_door", &[("studio", "nordlicht"), ("code", "AAAA-AAAA-AAAA")]).await;
        assert!(answer.body.contains("rejected"), "{}", answer.body);
    }
    guesser.router = around(&house.store, &house.clock);
    let slowed = guesser.call("/api/front_door", &[("studio", "nordlicht"), ("code", CODE)]).await;
    assert!(slowed.body.contains("slow"), "{}", slowed.body);
    // Somebody elsewhere comes in meanwhile; the guesser may try again after a minute.
    let mut client = house.browser();
    client.address = [198, 51, 100, 7];
    assert_eq!(client.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
    house.clock.advance(TimeDelta::seconds(61));
    assert_eq!(guesser.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
}

// B18: bad input is refused quickly and clearly
#[tokio::test]
async fn a_code_of_a_megabyte_is_refused() {
    let house = TestHouse::new().await;
    house.scene().await;
    let long = "A".repeat(1_000_000);
    assert_eq!(house.browser().enter("nordlicht", &long).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let answer = house.browser().call("/api/front_door", &[("studio", "nordlicht"), ("code", &long[..10_000])]).await;
    assert!(answer.body.contains("rejected"), "{}", answer.body);
}
