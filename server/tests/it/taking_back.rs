//! Taking back, bringing back, releasing along: what the pages say before, and after.

use domain::access::{AccessMode, Change, Rules, Switch};
use domain::ids::GalleryId;
use http::StatusCode;
use store::fixtures::{Scene, noon};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const CODE: &str = "7KQM-2XRD-9TFA";

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

async fn with_mode(house: &TestHouse, mode: AccessMode) -> Scene<'_> {
    let mut scene = house.scene().await;
    scene.set_rules(Rules { client_logins: Switch::On, mode }).await;
    scene
}

fn words(page: &str) -> String {
    page.replace("<!>", "").replace("<strong>", "").replace("</strong>", "").replace("<em>", "").replace("</em>", "")
}

fn value(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    page.split_once(&field).unwrap_or_else(|| panic!("no {name} in {page}")).1.split('"').next().unwrap().to_owned()
}

// S31
#[tokio::test]
async fn undoing_asks_once_somebody_else_has_changed_something() {
    let house = TestHouse::new().await;
    let scene = with_mode(&house, AccessMode::Staircase).await;
    let album = scene.gallery("Album").await;
    let summer = scene.under(album, "Summer").await;
    scene.open_navigation(album).await;
    scene.login("Familie Brandt", CODE, &[album]).await;
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/galleries/{album}/who");
    let id = album.to_string();
    let off = [STUDIO, ("gallery", &*id), ("on", "no")];
    let (_, page) = anna.send_and_confirm(&here, "/api/galleries/navigation", &off).await;
    let change = value(&page.body, "change");
    scene.login("Late", "late-and-later", &[summer]).await;
    anna.referer = Some(format!("{PUBLIC_URL}{here}?changed={change}"));
    let asked = anna.post("/api/changes/undo", &[STUDIO, ("change", &change)]).await.location().to_owned();
    let page = anna.get(&asked).await.body;
    assert!(words(&page).contains("Something else has been changed since. Undoing would now do this:"), "{page}");
    assert!(words(&page).contains("Late will also see Album."), "{page}");
    anna.referer = Some(format!("{PUBLIC_URL}{asked}"));
    let confirm = [STUDIO, ("change", &*value(&page, "change")), ("digest", &*value(&page, "digest"))];
    let done = anna.post("/api/changes/confirm", &confirm).await.location().to_owned();
    let page = anna.get(&done).await.body;
    assert!(page.contains("Navigation of “Album” is on."), "{page}");
}

// S9
#[tokio::test]
async fn a_login_that_was_deleted_is_brought_back_from_the_page_of_what_was_deleted() {
    let house = TestHouse::new().await;
    let scene = with_mode(&house, AccessMode::Staircase).await;
    let summer = scene.gallery("Summer").await;
    let login = scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut anna = anna(&house).await;
    let (here, id) = (format!("/studio/nordlicht/logins/{login}"), login.to_string());
    let fields = [STUDIO, ("login", &*id)];
    anna.referer = Some(format!("{PUBLIC_URL}{here}"));
    let asked = anna.post("/api/logins/delete", &fields).await.location().to_owned();
    let page = anna.get(&asked).await.body;
    assert!(page.contains("For 30 days you can bring the login back"), "{page}");
    let (location, page) = anna.send_and_confirm(&here, "/api/logins/delete", &fields).await;
    assert!(location.starts_with("/studio/nordlicht/logins?") && page.body.contains("Undo"), "{}", page.body);
    assert!(page.body.contains("The login of Familie Brandt is deleted."));
    assert!(house.browser().enter("nordlicht", CODE).await.location().contains("__err"));
    let taker = scene.login("Taker", CODE, &[]).await;
    let deleted = "/studio/nordlicht/deleted";
    let page = anna.get(deleted).await.body;
    assert!(page.contains("Familie Brandt") && page.contains("Bring back"), "{page}");
    let (location, page) = anna.send_and_confirm(deleted, "/api/logins/restore", &fields).await;
    assert!(location.starts_with(&here), "{location}");
    assert!(page.body.contains("It has no code any more: please give it a new one."), "{}", page.body);
    assert!(page.body.contains("This login has no code any more"));
    assert!(!page.body.contains("/api/logins/reveal"));
    assert!(anna.get(&format!("/studio/nordlicht/logins/{taker}")).await.body.contains("/api/logins/reveal"));
    assert!(!anna.get(deleted).await.body.contains("Familie Brandt"));
    // To take that back deletes it again, and asks as every deletion does: nothing came in between.
    anna.referer = Some(format!("{PUBLIC_URL}{location}"));
    let fields = [STUDIO, ("change", &*value(&page.body, "change"))];
    let asked = anna.post("/api/changes/undo", &fields).await.location().to_owned();
    let page = anna.get(&asked).await.body;
    assert!(page.contains("Delete the login of Familie Brandt?"), "{page}");
    assert!(!page.contains("Something else has been changed since"), "{page}");
}

// S8
#[tokio::test]
async fn galleries_that_come_back_say_what_leads_to_them_again() {
    let house = TestHouse::new().await;
    let scene = with_mode(&house, AccessMode::Staircase).await;
    let summer = scene.gallery("Summer").await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    scene.link(summer, store::LinkKind::Open, None).await;
    let mut anna = anna(&house).await;
    let tree = "/studio/nordlicht/galleries";
    let gone = [STUDIO, ("gallery", &*summer.to_string())];
    let (_, page) = anna.send_and_confirm(tree, "/api/galleries/delete", &gone).await;
    assert!(page.body.contains("you can bring it back, with its releases and links"), "{}", page.body);
    let fields = [STUDIO, ("change", &*value(&page.body, "change"))];
    anna.referer = Some(format!("{PUBLIC_URL}{tree}"));
    let back = anna.post("/api/changes/undo", &fields).await.location().to_owned();
    let page = anna.get(&back).await.body;
    assert!(page.contains("The gallery is back, and 1 release and 1 link lead to it again."), "{page}");
    // And a week later, from the page of what was deleted.
    let (_, page) = anna.send_and_confirm(tree, "/api/galleries/delete", &gone).await;
    assert!(page.body.contains("was deleted"));
    let deleted = "/studio/nordlicht/deleted";
    let deletion = value(&anna.get(deleted).await.body, "deletion");
    let (_, page) = anna.send_and_confirm(deleted, "/api/galleries/restore", &[STUDIO, ("deletion", &deletion)]).await;
    assert!(page.body.contains("lead to it again."), "{}", page.body);
    assert!(house.browser().enter("nordlicht", CODE).await.location() == "/nordlicht/overview");
}

async fn offers(anna: &mut Browser, gallery: GalleryId) -> bool {
    let page = anna.get(&format!("/studio/nordlicht/galleries/{gallery}")).await.body;
    let row = anna.get(&format!("/studio/nordlicht/galleries?in={gallery}")).await.body;
    assert_eq!(page.contains("name=\"also\""), row.contains("name=\"also\""));
    page.contains("name=\"also\"")
}

// S30, S31
#[tokio::test]
async fn a_new_sub_gallery_is_released_along_if_that_is_ticked_and_confirmed() {
    let house = TestHouse::new().await;
    let mut scene = with_mode(&house, AccessMode::Explicit).await;
    let album = scene.gallery("Album").await;
    let empty = scene.gallery("Empty").await;
    let logins =
        [("Brandt", CODE), ("Verlag", "8KQM-2XRD-9TFB"), ("Wind", "9KQM-2XRD-9TFC"), ("Zoe", "2KQM-2XRD-9TFD")];
    let mut holders = Vec::new();
    for (name, code) in logins {
        holders.push(scene.login(name, code, &[album]).await);
    }
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/galleries/{album}");
    let page = anna.get(&here).await.body;
    assert!(page.contains("Also release it to 4 client logins"), "{page}");
    assert!(page.contains("“Album” is released to Brandt, Verlag, Wind and 1 more."), "{page}");
    let parent = album.to_string();
    let new = [STUDIO, ("parent", &*parent), ("name", "Evening")];
    // Not ticked, it is nobody's.
    anna.referer = Some(format!("{PUBLIC_URL}{here}"));
    anna.post("/api/galleries/create", &new).await;
    assert_eq!(house.store.releases(&scene.desk, holders[0]).await.unwrap(), [album].into());
    // Ticked, it is asked first.
    let ticked: Vec<_> = new.into_iter().chain([("also", "yes")]).collect();
    let asked = anna.post("/api/galleries/create", &ticked).await.location().to_owned();
    let page = anna.get(&asked).await.body;
    assert!(page.contains("Release “Evening” to 4 client logins?"), "{page}");
    assert!(words(&page).contains("4 client logins will also see Evening."), "{page}");
    assert_eq!(house.store.releases(&scene.desk, holders[0]).await.unwrap(), [album].into());
    anna.referer = Some(format!("{PUBLIC_URL}{asked}"));
    let confirm = [STUDIO, ("change", &*value(&page, "change")), ("digest", &*value(&page, "digest"))];
    let done = anna.post("/api/changes/confirm", &confirm).await.location().to_owned();
    let page = anna.get(&done).await.body;
    assert!(page.contains("“Evening” is released to 4 client logins.") && page.contains("Undo"), "{page}");
    assert_eq!(house.store.releases(&scene.desk, holders[3]).await.unwrap().len(), 2);
    // Offered only where it would not come by itself, and where somebody holds the other one.
    assert!(!offers(&mut anna, empty).await);
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
    assert!(offers(&mut anna, album).await);
    scene.open_navigation(album).await;
    assert!(!offers(&mut anna, album).await);
    house.store.at_once(&scene.desk, Change::Navigation { gallery: album, on: false }, noon()).await.unwrap();
    house.store.at_once(&scene.desk, Change::ClientLogins { on: false }, noon()).await.unwrap();
    assert!(!offers(&mut anna, album).await);
}

#[tokio::test]
async fn whoever_lets_nobody_in_releases_nothing_along() {
    let house = TestHouse::new().await;
    let scene = with_mode(&house, AccessMode::Explicit).await;
    let album = scene.gallery("Album").await;
    scene.login("Brandt", CODE, &[album]).await;
    let new = store::NewMember {
        email: domain::studio::Email::parse("kim@nordlicht.example").unwrap(),
        name: domain::studio::MemberName::parse("Kim Neu").unwrap(),
        password_hash: house.store.passwords().hash(store::fixtures::PASSWORD, store::Queue::Strangers).await.unwrap(),
    };
    house.store.add_member(scene.studio.id, &new, store::Role::Assistant, noon()).await.unwrap();
    let mut kim = house.owner_of("kim@nordlicht.example").await;
    assert!(!offers(&mut kim, album).await);
    let parent = album.to_string();
    let fields = [STUDIO, ("parent", &*parent), ("name", "Evening"), ("also", "yes")];
    assert_eq!(kim.call("/api/galleries/create", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.store.gallery_tree(&scene.desk).await.unwrap().len(), 1);
    assert_eq!(kim.get("/studio/nordlicht/deleted").await.status, StatusCode::NOT_FOUND);
}

async fn send_move(anna: &mut Browser, fields: &[(&str, String)]) -> String {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    anna.post("/api/galleries/move", &fields).await.location().to_owned()
}

// S31
#[tokio::test]
async fn what_the_page_of_a_move_has_said_is_done_without_asking_again_and_nothing_else() {
    let house = TestHouse::new().await;
    let scene = with_mode(&house, AccessMode::Staircase).await;
    let (album, sea) = (scene.gallery("Album").await, scene.gallery("Sea").await);
    scene.open_navigation(album).await;
    scene.login("Familie Brandt", CODE, &[album]).await;
    let mut anna = anna(&house).await;
    let (album, id) = (album.to_string(), sea.to_string());
    let fields = vec![STUDIO, ("gallery", &*id), ("parent", &*album)];
    let told = anna.call("/api/galleries/would_move", &fields).await.body;
    let plain: String = told.chars().filter(|symbol| !('\u{f8f0}'..='\u{f8f2}').contains(symbol)).collect();
    assert!(plain.contains("Familie Brandt will also see Sea."), "{told}");
    let shown = told.split_once("\"shown\":\"").unwrap().1.split('"').next().unwrap().to_owned();
    anna.referer = Some(format!("{PUBLIC_URL}/studio/nordlicht/galleries/{sea}/move"));
    let with = |shown: &str| {
        fields.iter().copied().chain([("shown", shown)]).map(|(a, b)| (a, b.to_owned())).collect::<Vec<_>>()
    };
    // What was not said, or holds no more, is asked.
    assert!(send_move(&mut anna, &with("")).await.contains("/changes/"));
    scene.login("Late", "late-and-later", &[album.parse().unwrap()]).await;
    assert!(send_move(&mut anna, &with(&shown)).await.contains("/changes/"));
    let told = anna.call("/api/galleries/would_move", &fields).await.body;
    let shown = told.split_once("\"shown\":\"").unwrap().1.split('"').next().unwrap().to_owned();
    let done = send_move(&mut anna, &with(&shown)).await;
    assert!(done.contains("changed="), "{done}");
    assert!(anna.get(&done).await.body.contains("“Sea” lies in “Album” now."));
}
