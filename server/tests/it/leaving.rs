//! What somebody leaves behind in a browser that others use after them: nothing that was typed or opened there.

use chrono::TimeDelta;
use domain::studio::Email;
use http::StatusCode;
use store::LinkKind;

use crate::browser::TestHouse;
use crate::kept::{CODE, PASSWORD, at_a_door, flooded, press, shown, stranger};

// SECURITY section 5
#[tokio::test]
async fn after_somebody_has_left_the_button_alone_tries_nothing_that_they_had_typed() {
    let house = TestHouse::new().await;
    let scene = flooded(&house).await;
    let summer = scene.gallery("Summer").await;
    let link = scene.link(summer, LinkKind::Open, None).await;
    let mut client = stranger(&house);
    client.enter("nordlicht", CODE).await;
    assert!(client.cookies.contains_key("kept"));
    client.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
    assert!(!client.cookies.contains_key("kept"), "they came in by their link");
    // Typed once more by somebody who is in already.
    let slowed = client.enter("nordlicht", CODE).await;
    assert!(client.cookies.contains_key("guest") && client.cookies.contains_key("kept"));
    let left = client.post("/api/leave", &[("studio", "nordlicht")]).await;
    assert_eq!(
        (left.location(), left.headers["clear-site-data"].to_str().unwrap()),
        ("/nordlicht", "\"cache\", \"storage\"")
    );
    // Whoever comes next goes back to the page that asked to wait, and presses its button.
    house.clock.advance(TimeDelta::minutes(2));
    assert!(!shown(&mut client, &slowed).await.contains("What you typed is kept"));
    press(&mut client, "").await;
    assert!(!client.cookies.contains_key("guest"), "somebody came in with what somebody else had typed");
}

#[tokio::test]
async fn a_password_that_was_typed_in_vain_goes_when_its_gallery_is_opened_in_another_way() {
    let house = TestHouse::new().await;
    let scene = flooded(&house).await;
    let summer = scene.gallery("Summer").await;
    scene.lock(summer, PASSWORD).await;
    let (mut client, door) = at_a_door(&house, &scene, summer).await;
    let gallery = summer.to_string();
    let fields = |password| [("studio", "nordlicht"), ("gallery", &*gallery), ("password", password)];
    client.post("/api/gallery/unlock", &fields(PASSWORD)).await;
    assert!(client.cookies.contains_key("kept"));
    scene.set(summer, |settings| settings.password_active = false).await;
    assert_eq!(client.post("/api/gallery/unlock", &fields("")).await.location(), door);
    assert!(!client.cookies.contains_key("kept"));
}

// SECURITY section 5
#[tokio::test]
async fn after_a_member_has_signed_out_nobody_uses_the_letter_they_had_opened() {
    let house = TestHouse::new().await;
    flooded(&house).await;
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    anna.address = [198, 51, 100, 7];
    let email = Email::parse("anna@nordlicht.example").unwrap();
    let reset = house.store.begin_reset(&email, house.clock.now()).await.unwrap().unwrap();
    anna.get(&format!("/reset/{}", reset.reveal().as_str())).await;
    assert_eq!(anna.get("/reset").await.status, StatusCode::OK);
    anna.enter("nordlicht", CODE).await;
    assert!(anna.cookies.contains_key("letter") && anna.cookies.contains_key("kept"));
    anna.post("/api/sign_out", &[]).await;
    assert_eq!(anna.get("/reset").await.status, StatusCode::NOT_FOUND);
    let left: Vec<&String> = anna.cookies.keys().collect();
    assert_eq!(left, ["dev"], "a device stays known, and that is all");
}
