//! Client logins as the studio makes, changes and fills them, and the studio's own settings, over HTTP.

use domain::access::{AccessMode, Rules, Switch};
use http::StatusCode;
use store::fixtures::PASSWORD;

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const NEW: &str = "/studio/nordlicht/logins/new";

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

/// Sends a form from a page and opens what it leads to; answers with that address too.
async fn send(browser: &mut Browser, page: &str, action: &str, fields: &[(&str, &str)]) -> (String, Answer) {
    browser.referer = Some(format!("{PUBLIC_URL}{page}"));
    let location = browser.post(action, fields).await.location().to_owned();
    let answer = browser.get(&location).await;
    (location, answer)
}

async fn switch_on(house: &TestHouse) {
    let mut scene = house.scene().await;
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
}

// S2, S5, S15
#[tokio::test]
async fn a_new_login_needs_a_name_and_a_code_each_refused_at_its_field_and_a_code_is_offered() {
    let house = TestHouse::new().await;
    switch_on(&house).await;
    let mut anna = anna(&house).await;
    let page = anna.get(NEW).await.body;
    let code = page.split_once("name=\"code\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    assert_eq!(domain::code::check_symbol(&code), domain::code::Typed::Plausible, "{code}");
    assert!(page.contains("Saving sends nothing.") && page.contains("a link is simpler"));
    let (_, page) = send(&mut anna, NEW, "/api/logins/create", &[STUDIO, ("name", ""), ("code", "")]).await;
    assert!(page.body.contains("id=\"name-error\"") && page.body.contains("id=\"code-error\""));
}

// S3, S6
#[tokio::test]
async fn after_saving_galleries_are_chosen_and_the_same_code_in_another_spelling_is_refused_at_its_field() {
    let house = TestHouse::new().await;
    switch_on(&house).await;
    let mut anna = anna(&house).await;
    let fields = [STUDIO, ("name", "Familie Brandt"), ("code", "rose garden 41"), ("email", ""), ("note", "")];
    let (location, page) = send(&mut anna, NEW, "/api/logins/create", &fields).await;
    assert!(location.ends_with("/galleries?did=made"), "{location}");
    assert_eq!(page.status, StatusCode::OK);
    let fields = [STUDIO, ("name", "Second"), ("code", "R0SE-GARDEN-41")];
    let (location, page) = send(&mut anna, NEW, "/api/logins/create", &fields).await;
    assert!(page.body.contains("id=\"code-error\"") && page.body.contains("in use in your studio already"));
    assert!(!location.contains("GARDEN"), "what was typed stands in the address");
    let fields = [STUDIO, ("name", "Second"), ("code", "atelier-nordlicht-1")];
    let (_, page) = send(&mut anna, NEW, "/api/logins/create", &fields).await;
    assert!(page.body.contains("A stranger would try this code early"));
}

// S4; SECURITY B49
#[tokio::test]
async fn among_many_logins_a_field_finds_one_by_its_name() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    for number in 10..22 {
        scene.login(&format!("Class {number}"), &format!("7KQM-2XRD-9T{number}"), &[]).await;
    }
    let mut anna = anna(&house).await;
    let logins = "/studio/nordlicht/logins";
    assert!(!anna.get(logins).await.body.contains("class=\"find\""));
    scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[]).await;
    assert!(anna.get(logins).await.body.contains("class=\"find\""));
    let found = anna.get(&format!("{logins}?find=brandt")).await.body;
    assert!(found.contains("Familie Brandt") && !found.contains("Class 10"));
    let nothing = anna.get(&format!("{logins}?find=zebra")).await.body;
    assert!(nothing.contains("No client login has this in its name") && !nothing.contains("Familie Brandt"));
}

#[tokio::test]
async fn a_note_comes_back_as_it_was_typed_and_cannot_leave_its_field() {
    let house = TestHouse::new().await;
    switch_on(&house).await;
    let mut anna = anna(&house).await;
    let note = "</textarea><script>alert(1)</script>\r\n\"second\" line & more";
    let fields = [STUDIO, ("name", "Familie Brandt"), ("code", "rose garden 41"), ("note", note)];
    let (location, _) = send(&mut anna, NEW, "/api/logins/create", &fields).await;
    let page = anna.get(location.split("/galleries").next().unwrap()).await.body;
    assert!(!page.contains("<script>alert(1)"));
    assert!(
        page.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n\"second\" line &amp; more</textarea>")
    );
}

// SECURITY section 5
#[tokio::test]
async fn a_code_is_shown_for_a_minute_after_the_password_was_given_again_and_to_this_session_alone() {
    let house = TestHouse::new().await;
    switch_on(&house).await;
    store::fixtures::Scene::another(&house.store, "meerblick").await;
    let mut anna = anna(&house).await;
    let fields = [STUDIO, ("name", "Familie Brandt"), ("code", "7KQM-2XRD-9TFA")];
    let (location, _) = send(&mut anna, NEW, "/api/logins/create", &fields).await;
    let here = location.split("/galleries").next().unwrap().to_owned();
    let login = here.rsplit('/').next().unwrap().to_owned();
    assert!(!anna.get(&here).await.body.contains("7KQM"), "the code is shown without being asked for");
    let reveal = |password: &'static str| [STUDIO, ("login", ""), ("password", password)];
    let ask = async |browser: &mut Browser, mut fields: [(&'static str, &str); 3]| {
        fields[1].1 = &login;
        send(browser, &here, "/api/logins/reveal", &fields).await.1.body
    };
    let page = ask(&mut anna, reveal("not my password")).await;
    assert!(page.contains("id=\"password-error\"") && !page.contains("7KQM"));
    assert!(ask(&mut anna, reveal(PASSWORD)).await.contains("7KQM-2XRD-9TFA"));
    assert!(anna.get(&here).await.body.contains("7KQM-2XRD-9TFA"));
    let mut elsewhere = house.owner_of("anna@nordlicht.example").await;
    assert!(!elsewhere.get(&here).await.body.contains("7KQM"), "another session of the same member sees it");
    let mut stranger = house.owner_of("owner@meerblick.example").await;
    assert!(!ask(&mut stranger, reveal(PASSWORD)).await.contains("7KQM"));
    house.clock.advance(chrono::TimeDelta::minutes(2));
    assert!(!anna.get(&here).await.body.contains("7KQM"), "it is shown for ever");
}

// S9
#[tokio::test]
async fn with_a_new_code_the_old_one_fails_and_its_visits_end_and_without_one_they_go_on() {
    let house = TestHouse::new().await;
    switch_on(&house).await;
    let mut anna = anna(&house).await;
    let fields = [STUDIO, ("name", "Familie Brandt"), ("code", "7KQM-2XRD-9TFA")];
    let (location, _) = send(&mut anna, NEW, "/api/logins/create", &fields).await;
    let here = location.split("/galleries").next().unwrap().to_owned();
    let login = here.rsplit('/').next().unwrap().to_owned();
    let mut client = house.browser();
    client.enter("nordlicht", "7KQM-2XRD-9TFA").await;
    let fields = [STUDIO, ("login", login.as_str()), ("name", "Brandt"), ("code", "")];
    send(&mut anna, &here, "/api/logins/change", &fields).await;
    assert_eq!(client.get("/nordlicht/overview").await.status, StatusCode::OK);
    let fields = [STUDIO, ("login", login.as_str()), ("name", "Brandt"), ("code", "another garden 5")];
    let (_, page) = send(&mut anna, &here, "/api/logins/change", &fields).await;
    assert!(page.body.contains("The old code has stopped"));
    assert_ne!(client.get("/nordlicht/overview").await.status, StatusCode::OK);
    assert!(house.browser().enter("nordlicht", "7KQM-2XRD-9TFA").await.location().contains("__err"));
    let mut again = house.browser();
    assert_eq!(again.enter("nordlicht", "another garden 5").await.location(), "/nordlicht/overview");
    anna.send_and_confirm(&here, "/api/logins/delete", &[STUDIO, ("login", &login)]).await;
    assert_ne!(again.get("/nordlicht/overview").await.status, StatusCode::OK);
}

// S7
#[tokio::test]
async fn inherited_galleries_are_ticked_in_grey_with_the_reason_and_only_what_changed_is_saved() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
    let wedding = scene.gallery("Wedding").await;
    let portraits = scene.under(wedding, "Portraits").await;
    let party = scene.under(wedding, "Party").await;
    let sea = scene.gallery("North Sea").await;
    scene.open_navigation(wedding).await;
    scene.lock(party, "bouquet").await;
    let login = scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[portraits]).await;
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/logins/{login}/galleries");
    let page = anna.get(&here).await.body;
    let row = |gallery: domain::ids::GalleryId| {
        let row = page.split_once(&format!("data-gallery=\"{gallery}\"")).unwrap().1;
        row.split_once("</label>").unwrap().0.to_owned()
    };
    assert!(row(portraits).contains("checked") && !row(portraits).contains("inherited"));
    assert!(
        row(wedding).contains("class=\"inherited\"")
            && row(wedding).contains("<em>Portraits</em> was released to them; from there they can walk up")
    );
    assert!(!row(wedding).contains("checked"), "an inherited tick would be sent as a release");
    assert!(row(party).contains("walk up to <em>Wedding</em> and down again; its password is asked first"));
    assert!(!row(sea).contains("inherited") && !row(sea).contains("from"));
    // Meanwhile somebody else releases the sea and takes the portraits; this page knows nothing of it.
    scene.release(login, &[sea]).await;
    scene.withdraw(login, &[portraits]).await;
    let (id, was) = (login.to_string(), portraits.to_string());
    let (was_ticked, new) = (portraits.to_string(), wedding.to_string());
    let fields = [
        STUDIO,
        ("login", id.as_str()),
        ("was", was.as_str()),
        ("galleries[]", was_ticked.as_str()),
        ("galleries[]", new.as_str()),
    ];
    let (location, _) = anna.send_and_confirm(&here, "/api/releases/change", &fields).await;
    assert!(location.contains("?changed="), "{location}");
    let released = scene.store.releases(&scene.desk, login).await.unwrap();
    assert_eq!(released, [wedding, sea].into());
}

// S7, S14
#[tokio::test]
async fn of_a_thousand_galleries_one_can_still_be_withdrawn() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
    let mut galleries = Vec::new();
    for number in 0..1_000 {
        galleries.push(scene.gallery(&format!("Gallery {number}")).await);
    }
    let login = scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &galleries).await;
    let mut ids: Vec<String> = galleries.iter().map(ToString::to_string).collect();
    let (id, was) = (login.to_string(), ids.join(" "));
    ids.pop();
    let mut fields = vec![STUDIO, ("login", id.as_str()), ("was", was.as_str())];
    fields.extend(ids.iter().map(|id| ("galleries[]", id.as_str())));
    let here = format!("/studio/nordlicht/logins/{login}/galleries");
    // Nobody else sends as much.
    let refused = house.browser().post("/api/releases/change", &fields).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(refused.body.contains("nothing was changed"), "{}", refused.body);
    let (location, _) = anna(&house).await.send_and_confirm(&here, "/api/releases/change", &fields).await;
    assert!(location.contains("?changed="), "{location}");
    let released = scene.store.releases(&scene.desk, login).await.unwrap();
    assert_eq!(released, galleries[..999].iter().copied().collect());
}

// S1, S30, S31
#[tokio::test]
async fn the_studio_switches_client_logins_and_the_mode_and_is_told_what_the_other_mode_would_change() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
    let wedding = scene.gallery("Wedding").await;
    let portraits = scene.under(wedding, "Portraits").await;
    scene.open_navigation(wedding).await;
    scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[portraits]).await;
    let mut anna = anna(&house).await;
    let here = "/studio/nordlicht/settings/clients";
    // Opened, the page works nothing out: that would go through all logins of the studio.
    let page = anna.get(here).await.body;
    assert!(page.contains("First you see what would change for whom.") && !page.contains("Familie Brandt"), "{page}");
    let explicit = [STUDIO, ("mode", "explicit")];
    anna.referer = Some(format!("{PUBLIC_URL}{here}"));
    let asked = anna.post("/api/studio/mode", &explicit).await.location().to_owned();
    let page = anna.get(&asked).await.body;
    let would = "<strong>Familie Brandt</strong> will no longer see <em>Wedding</em>.";
    assert!(page.replace("<!>", "").contains(would), "{page}");
    let (location, page) = anna.send_and_confirm(here, "/api/studio/mode", &explicit).await;
    assert!(location.starts_with(here) && page.body.contains("Each gallery is seen by itself now."));
    assert!(page.body.contains("value=\"explicit\" checked"));
    assert_eq!(house.browser().enter("nordlicht", "7KQM-2XRD-9TFA").await.location(), "/nordlicht/overview");
    let (_, page) = anna.send_and_confirm(here, "/api/studio/logins", &[STUDIO, ("on", "no")]).await;
    assert!(page.body.contains("aria-checked=\"false\"") && page.body.contains("Client logins are off."));
    assert!(house.browser().enter("nordlicht", "7KQM-2XRD-9TFA").await.location().contains("__err"));
    let page = anna.get("/studio/nordlicht/logins").await.body;
    assert!(page.contains("Client logins are off"));
}
