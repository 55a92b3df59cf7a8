//! What a visitor's pages say: news, names, languages, doors, and nothing that they should not.

use domain::ids::PhotoId;
use domain::studio::Language;
use http::{Method, StatusCode};
use store::LinkKind;
use store::fixtures::noon;

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";

async fn client(house: &TestHouse) -> Browser {
    let mut browser = house.browser();
    assert_eq!(browser.enter("nordlicht", CODE).await.location(), "/nordlicht/overview");
    browser
}

fn title(page: &str) -> &str {
    let (_, rest) = page.split_once("<title>").unwrap();
    rest.split_once("</title>").unwrap().0
}

// S11: cover, name, date, number of photographs, new since the last visit
#[tokio::test]
async fn the_overview_tells_what_is_new_until_the_gallery_was_opened() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let first = scene.photo(summer, "IMG_1.jpg", noon()).await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = client(&house).await;
    let overview = browser.get("/nordlicht/overview").await.body;
    for part in ["Familie Brandt", "Summer", "1 photograph", &format!("/m/{first}/s"), ">new<"] {
        assert!(overview.contains(part), "{part}: {overview}");
    }
    browser.get(&format!("/nordlicht/g/{summer}")).await;
    assert!(!browser.get("/nordlicht/overview").await.body.contains("class=\"new\""));
    scene.photo(summer, "IMG_2.jpg", noon() + chrono::TimeDelta::minutes(1)).await;
    assert!(browser.get("/nordlicht/overview").await.body.contains(">1 new<"));
}

#[tokio::test]
async fn among_many_galleries_a_field_finds_one_by_its_name() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let mut galleries = Vec::new();
    for number in 1..=9 {
        galleries.push(scene.gallery(&format!("Ausflug {number}")).await);
    }
    let login = scene.login("Familie Brandt", CODE, &galleries[1..]).await;
    let mut browser = client(&house).await;
    assert!(!browser.get("/nordlicht/overview").await.body.contains("type=\"search\""));
    scene.release(login, &galleries[..1]).await;
    assert!(browser.get("/nordlicht/overview").await.body.contains("type=\"search\""));
    let found = browser.get("/nordlicht/overview?find=FLUG+7").await.body;
    assert!(found.contains("Ausflug 7") && !found.contains("Ausflug 3"));
    let nothing = browser.get("/nordlicht/overview?find=%3Cb%3E").await.body;
    assert!(nothing.contains("No gallery has this in its name") && !nothing.contains("<b>"));
}

// S8
#[tokio::test]
async fn the_viewer_is_shown_out_at_its_next_step_when_the_gallery_is_no_longer_released() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let mut photos = Vec::new();
    for name in ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"] {
        photos.push(scene.photo(summer, name, noon()).await);
    }
    let login = scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut browser = client(&house).await;
    let (gallery, here) = (summer.to_string(), photos[1].to_string());
    let asked = [("studio", "nordlicht"), ("gallery", gallery.as_str()), ("photo", here.as_str())];
    let around = browser.call("/api/photos/around", &asked).await;
    assert_eq!(around.status, StatusCode::OK);
    for part in [photos[0].to_string(), photos[2].to_string(), "Photograph 3 of 3".to_owned()] {
        assert!(around.body.contains(&part), "{part}: {}", around.body);
    }
    scene.withdraw(login, &[summer]).await;
    let around = browser.call("/api/photos/around", &asked).await;
    assert!(!around.status.is_success());
    assert_eq!(around.body, "\"not_found\"");
}

// S17, S18: the door is the gallery's
#[tokio::test]
async fn a_photograph_behind_a_locked_door_leads_to_the_door_whether_it_exists_or_not() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let party = scene.gallery("The party").await;
    scene.lock(party, "bouquet").await;
    let photo = scene.photo(party, "IMG_1.jpg", noon()).await;
    let link = scene.link(party, LinkKind::Open, None).await;
    let mut browser = house.browser();
    browser.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
    for photo in [photo, PhotoId::from_random([7; 16])] {
        let answer = browser.get(&format!("/nordlicht/g/{party}/{photo}")).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::FOUND, &*format!("/nordlicht/g/{party}")));
        assert!(!answer.body.contains("party"));
    }
    assert_eq!(title(&browser.get(&format!("/nordlicht/g/{party}")).await.body), "This gallery is locked");
}

// S16, S32
#[tokio::test]
async fn a_link_that_is_wrong_or_over_is_the_same_as_no_link() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let over = scene.link(summer, LinkKind::Secure, Some(noon())).await;
    let mut browser = house.browser();
    let nothing = browser.get("/nordlicht/l/x").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    for token in [over.reveal().to_string(), "0".repeat(64)] {
        let answer = browser.get(&format!("/nordlicht/l/{token}")).await;
        assert_eq!((answer.status, answer.body), (nothing.status, nothing.body.clone()));
    }
    assert!(browser.cookies.is_empty(), "nothing is given to who opened nothing");
}

// S77
#[tokio::test]
async fn the_language_is_changed_on_the_page_where_it_is_asked() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut browser = house.browser();
    browser.referer = Some(format!("{PUBLIC_URL}/nordlicht"));
    assert!(browser.get("/nordlicht").await.body.contains("lang=\"en\""));
    let answer = browser.post("/api/language", &[("language", "de")]).await;
    assert_eq!(answer.location(), "/nordlicht");
    let door = browser.get("/nordlicht").await.body;
    assert!(door.contains("<html lang=\"de\"") && door.contains("Ihr Code"));
    browser.post("/api/language", &[("language", "tlh")]).await;
    assert!(browser.get("/nordlicht").await.body.contains("<html lang=\"de\""));
}

// S77
#[tokio::test]
async fn visitors_read_ten_languages_and_the_one_they_chose_first() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut browser = house.browser();
    for (wanted, html, label) in [
        ("fr-CA, en;q=0.3", "<html lang=\"fr\" dir=\"ltr\">", "Votre code"),
        ("xx, uk;q=0.9, pl;q=0.8", "<html lang=\"uk\" dir=\"ltr\">", "Ваш код"),
        ("ar", "<html lang=\"ar\" dir=\"rtl\">", "رمزكم"),
    ] {
        let door = browser.send(Method::GET, "/nordlicht", &[("accept-language", wanted)], Vec::new()).await.body;
        assert!(door.contains(html) && door.contains(label), "{wanted}: {door}");
        for language in Language::ALL {
            assert!(door.contains(&format!(">{}</button>", language.name())), "{language}: {door}");
        }
        // A code is written as it is printed, wherever the page begins.
        assert!(door.contains("name=\"code\" dir=\"ltr\""));
    }
    browser.post("/api/language", &[("language", "tr")]).await;
    let nothing = browser.send(Method::GET, "/nordlicht/g/x", &[("accept-language", "ar")], Vec::new()).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    assert!(nothing.body.contains("<html lang=\"tr\"") && nothing.body.contains("Burada bir şey yok"));
}

// S77, S34: whoever reads what a studio is not worked in gets what they read next, the studio's, or English
#[tokio::test]
async fn members_read_a_language_in_which_a_studio_is_worked() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let login = scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    for (wanted, html) in [
        ("ar, de;q=0.5", "<html lang=\"de\" dir=\"ltr\">"),
        ("de, ar;q=0.5", "<html lang=\"de\" dir=\"ltr\">"),
        ("ar, fr", "<html lang=\"en\" dir=\"ltr\">"),
    ] {
        let home = owner.send(Method::GET, "/studio/nordlicht", &[("accept-language", wanted)], Vec::new()).await.body;
        assert!(home.contains(html), "{wanted}: {home}");
        assert_eq!(home.matches("name=\"language\"").count(), 0);
    }
    let path = format!("/studio/nordlicht/as/login/{login}/overview");
    let preview = owner.send(Method::GET, &path, &[("accept-language", "ar")], Vec::new()).await.body;
    assert!(preview.contains("<html lang=\"ar\" dir=\"rtl\">"), "{preview}");
    assert!(preview.contains("<aside lang=\"en\" dir=\"ltr\" aria-label=\"Preview\""), "{preview}");
}

// S10: it works as a plain form, and says what was wrong beside the field
#[tokio::test]
async fn without_scripts_a_wrong_code_is_answered_at_the_field() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut browser = house.browser();
    let answer = browser.enter("nordlicht", "8KQM-2XRD-9TFB").await;
    assert!(!answer.location().contains("KQM"), "a code never travels in an address");
    let again = answer.location().to_owned();
    let door = browser.get(&again).await.body;
    for part in ["role=\"alert\"", "aria-invalid=\"true\"", "aria-describedby=\"code-error code-hint\""] {
        assert!(door.contains(part), "{part}: {door}");
    }
}

// S32, B53: what people type is text, wherever it stands
#[tokio::test]
async fn names_are_text_and_never_markup() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let name = "</title><script>alert(1)</script>\"&";
    let top = scene.gallery(name).await;
    let inner = scene.under(top, name).await;
    scene.open_navigation(top).await;
    let photo = scene.photo(inner, "IMG_1.jpg", noon()).await;
    scene.login(name, CODE, &[top]).await;
    let mut browser = client(&house).await;
    for path in [
        "/nordlicht/overview".to_owned(),
        format!("/nordlicht/g/{top}"),
        format!("/nordlicht/g/{inner}"),
        format!("/nordlicht/g/{inner}/{photo}"),
    ] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains("alert(1)"), "{path} shows the name");
        assert!(!page.body.contains("<script>alert"), "{path}");
        assert_eq!(page.body.matches("</title>").count(), 1, "{path}");
    }
}
