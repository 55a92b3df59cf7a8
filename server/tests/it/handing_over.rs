//! A new code on its way to the client: shown once more where saving leads, as code, message, QR code and card.

use chrono::TimeDelta;
use domain::access::{AccessMode, Rules, Switch};
use store::fixtures::all_rows;

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const CODE: &str = "7KQM-2XRD-9TFA";

/// A new login in a house with one gallery: its owner's browser, and where saving led.
async fn made(house: &TestHouse) -> (Browser, String, String) {
    let mut scene = house.scene().await;
    let gallery = scene.gallery("Wedding").await;
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let fields = [STUDIO, ("name", "Familie Brandt"), ("code", CODE)];
    let landed = anna.post("/api/logins/create", &fields).await.location().to_owned();
    (anna, landed, gallery.to_string())
}

/// What the square of a page says to whoever scans it: drawn as the page draws it, read by a reader that knows nothing of
/// how it was made.
fn scanned(page: &str) -> String {
    const MODULE: usize = 6;
    let svg = page.split("<svg").skip(1).find(|svg| svg.contains("class=\"qr\"")).expect("a square");
    let value = |name: &str| svg.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap();
    let side: usize = value("viewBox").rsplit(' ').next().unwrap().parse().unwrap();
    let mut dark = vec![false; side * side];
    for run in value(" d").split('M').skip(1) {
        let numbers: Vec<usize> = run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let [x, y, length, ..] = numbers[..] else { panic!("{run}") };
        dark[y * side + x..y * side + x + length].fill(true);
    }
    let pixel = |x: usize, y: usize| if dark[y / MODULE * side + x / MODULE] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * MODULE, side * MODULE, pixel);
    let grids = picture.detect_grids();
    let [grid] = &grids[..] else { panic!("{} squares", grids.len()) };
    grid.decode().unwrap().1
}

// S6
#[tokio::test]
async fn a_new_code_is_shown_where_saving_leads_without_the_password_and_the_address_does_not_hold_it() {
    let house = TestHouse::new().await;
    let (mut anna, landed, _) = made(&house).await;
    let page = anna.get(&landed).await.body;
    assert!(page.contains(CODE) && page.contains("Hello Familie Brandt,"), "{page}");
    assert!(page.contains("/card\"") && page.contains("class=\"qr\""));
    assert!(!landed.contains("7KQM"), "{landed}");
    let rows = format!("{:?}", all_rows(&house.store).await);
    assert!(!rows.contains("7KQM"), "the code is kept as it was typed");
    // Another page of the same session, another session of the same member, and this one some minutes later.
    let login = landed.split("/galleries").next().unwrap();
    assert!(!anna.get(login).await.body.contains("7KQM"));
    assert!(!house.owner_of("anna@nordlicht.example").await.get(&landed).await.body.contains("7KQM"));
    assert!(anna.get(&format!("{login}/card")).await.body.contains(CODE));
    house.clock.advance(TimeDelta::minutes(10));
    assert!(!anna.get(&landed).await.body.contains("7KQM"));
    assert_eq!(anna.get(&format!("{login}/card")).await.location(), login);
}

// S9
#[tokio::test]
async fn a_changed_code_is_shown_after_saving_and_hidden_when_one_says_so() {
    let house = TestHouse::new().await;
    let (mut anna, landed, _) = made(&house).await;
    let here = landed.split("/galleries").next().unwrap().to_owned();
    let login = here.rsplit('/').next().unwrap();
    let fields = [STUDIO, ("login", login), ("name", "Brandt"), ("code", "another garden 5")];
    let saved = anna.post("/api/logins/change", &fields).await.location().to_owned();
    assert!(saved.ends_with("did=recoded"), "{saved}");
    assert!(anna.get(&saved).await.body.contains("another garden 5"));
    anna.post("/api/logins/conceal", &[STUDIO, ("login", login)]).await;
    assert!(!anna.get(&saved).await.body.contains("another garden 5"));
    // What keeps the code shows nothing.
    let fields = [STUDIO, ("login", login), ("name", "Brandt"), ("code", "")];
    let saved = anna.post("/api/logins/change", &fields).await.location().to_owned();
    assert!(!anna.get(&saved).await.body.contains("another garden 5"));
}

// S6, S7
#[tokio::test]
async fn after_the_galleries_were_chosen_the_code_is_still_there_to_be_sent() {
    let house = TestHouse::new().await;
    let (mut anna, landed, gallery) = made(&house).await;
    let here = landed.split("/galleries").next().unwrap();
    let login = here.rsplit('/').next().unwrap();
    let fields = [STUDIO, ("login", login), ("was", ""), ("galleries[]", gallery.as_str())];
    let (saved, page) = anna.send_and_confirm(&landed, "/api/releases/change", &fields).await;
    assert!(saved.contains("changed=") && page.body.contains(CODE), "{saved}");
}

// S77
#[tokio::test]
async fn the_message_speaks_the_studio_s_language_whatever_the_photographer_reads() {
    let house = TestHouse::new().await;
    let (mut anna, landed, _) = made(&house).await;
    let fields = [STUDIO, ("name", "Atelier Nordlicht"), ("language", "de")];
    anna.post("/api/studio/change", &fields).await;
    anna.cookies.insert("lang".to_owned(), "en".to_owned());
    let page = anna.get(&landed).await.body;
    assert!(page.contains("Guten Tag Familie Brandt,") && page.contains("Copy the message"), "{page}");
}

// S61; SECURITY section 3: the link in the square comes with its companion
#[tokio::test]
async fn the_printed_square_is_read_by_a_scanner_and_its_link_opens_the_login() {
    let house = TestHouse::new().await;
    let (mut anna, landed, _) = made(&house).await;
    let card = landed.replace("/galleries?did=made", "/card");
    let read = scanned(&anna.get(&card).await.body);
    assert_eq!(read, scanned(&anna.get(&landed).await.body));
    let behind = read.strip_prefix(&format!("{PUBLIC_URL}/nordlicht#")).unwrap_or_else(|| panic!("{read}"));
    let given: Vec<(String, String)> = url::form_urlencoded::parse(behind.as_bytes()).into_owned().collect();
    let [(c, code), (t, companion)] = &given[..] else { panic!("{read}") };
    assert_eq!((c.as_str(), code.as_str(), t.as_str()), ("c", CODE, "t"));
    let mut client = house.browser();
    let fields = [STUDIO, ("code", code.as_str()), ("companion", companion.as_str())];
    assert_eq!(client.post("/api/front_door", &fields).await.location(), "/nordlicht/overview");
    assert!(client.get("/nordlicht/overview").await.body.contains("Familie Brandt"));
    let wrong = [STUDIO, ("code", code.as_str()), ("companion", "00000000000000000000000000000000")];
    assert!(house.browser().post("/api/front_door", &wrong).await.location().contains("__err"));
}
