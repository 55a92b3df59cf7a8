//! T28, the golden matrix: everybody who may look, at every gallery, by every route, against a table.

use domain::access::{AccessMode, Rules, Switch};
use domain::ids::{GalleryId, PhotoId};
use domain::photo::Size;
use store::LinkKind;
use store::fixtures::{Scene, noon};

use crate::browser::{Browser, TestHouse};

/// Whom each gallery is what to: open, locked, nothing (`-`); `own` is the member's, `foreign` another studio's member's.
/// The tree: Album (navigation on) > { Summer > { Evening }, Locked (a password is asked) }, Sea.
const VIEWERS: &str = "
| who                        | Album   | Summer  | Evening | Locked  | Sea     |
| -------------------------- | ------- | ------- | ------- | ------- | ------- |
| a stranger                 | -       | -       | -       | -       | -       |
| a login that holds Summer  | open    | open    | -       | locked  | -       |
| a login that holds Locked  | open    | open    | -       | open    | -       |
| a login that holds Evening | -       | -       | open    | -       | -       |
| a login that holds nothing | -       | -       | -       | -       | -       |
| an open link to Album      | open    | open    | -       | locked  | -       |
| an open link to Locked     | -       | -       | -       | locked  | -       |
| the same with the password | -       | -       | -       | open    | -       |
| a secure link to Summer    | -       | open    | -       | -       | -       |
| an ended link to Album     | -       | -       | -       | -       | -       |
| a member                   | own     | own     | own     | own     | own     |
| another studio's member    | foreign | foreign | foreign | foreign | foreign |
";

/// The same in explicit mode (S30): a login sees what it holds, a link climbs.
const EXPLICIT: &str = "
| who                        | Album   | Summer  | Evening | Locked  | Sea     |
| -------------------------- | ------- | ------- | ------- | ------- | ------- |
| a login that holds Summer  | -       | open    | -       | -       | -       |
| a login that holds Locked  | -       | -       | -       | open    | -       |
| an open link to Album      | open    | open    | -       | locked  | -       |
";

/// What each route then answers. Nothing is 404 whatever the reason (S32); a locked gallery's page is its door (S18).
const ROUTES: &str = "
| to      | page | photo | around | picture | studio | who | preview |
| ------- | ---- | ----- | ------ | ------- | ------ | --- | ------- |
| open    | 200  | 200   | 200    | 200     | 302    | 302 | 302     |
| locked  | 200  | 302   | 404    | 404     | 302    | 302 | 302     |
| -       | 404  | 404   | 404    | 404     | 302    | 302 | 302     |
| own     | 404  | 404   | 404    | 200     | 200    | 200 | 200     |
| foreign | 404  | 404   | 404    | 404     | 404    | 404 | 404     |
";

const NAMES: [&str; 5] = ["Album", "Summer", "Evening", "Locked", "Sea"];

/// A table's rows, each by its first cell.
pub fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    table.lines().filter(|line| line.starts_with('|')).filter(|line| !line.contains("---")).skip(1).map(|line| {
        let mut cells = line.trim_matches('|').split('|').map(str::trim);
        (cells.next().unwrap(), cells.collect())
    })
}

struct Place {
    galleries: Vec<(GalleryId, PhotoId)>,
    /// A link that shows the whole album, for the preview.
    link: String,
}

async fn album(scene: &Scene<'_>) -> Place {
    let album = scene.gallery("Album").await;
    let summer = scene.under(album, "Summer").await;
    let evening = scene.under(summer, "Evening").await;
    let locked = scene.under(album, "Locked").await;
    let sea = scene.gallery("Sea").await;
    scene.open_navigation(album).await;
    scene.lock(locked, "rosenrot").await;
    let mut galleries = Vec::new();
    for gallery in [album, summer, evening, locked, sea] {
        galleries.push((gallery, scene.photo(gallery, "IMG_1.jpg", noon()).await));
    }
    let holds = [
        ("summer-2026", Some(summer)),
        ("locked-2026", Some(locked)),
        ("evening-2026", Some(evening)),
        ("nothing-2026", None),
    ];
    for (code, gallery) in holds {
        let galleries: Vec<_> = gallery.into_iter().collect();
        scene.login(code, code, &galleries).await;
    }
    let all = scene.login("Everything", "everything-2026", &[album, summer, evening, locked, sea]).await;
    Place { galleries, link: format!("login/{all}") }
}

async fn viewer(house: &TestHouse, scene: &Scene<'_>, place: &Place, who: &str) -> Browser {
    let mut browser = house.browser();
    let (album, summer, locked) = (place.galleries[0].0, place.galleries[1].0, place.galleries[3].0);
    let follow = async |browser: &mut Browser, gallery, kind| {
        let token = scene.link(gallery, kind, None).await.reveal().to_string();
        browser.get(&format!("/nordlicht/l/{token}")).await;
    };
    match who {
        "a stranger" => {}
        "a member" => browser = house.owner_of("anna@nordlicht.example").await,
        "another studio's member" => browser = house.owner_of("owner@suedlicht.example").await,
        "an open link to Album" => follow(&mut browser, album, LinkKind::Open).await,
        "an open link to Locked" => follow(&mut browser, locked, LinkKind::Open).await,
        "the same with the password" => {
            follow(&mut browser, locked, LinkKind::Open).await;
            let id = locked.to_string();
            let fields = [("studio", "nordlicht"), ("gallery", id.as_str()), ("password", "rosenrot")];
            browser.post("/api/gallery/unlock", &fields).await;
        }
        "a secure link to Summer" => follow(&mut browser, summer, LinkKind::Secure).await,
        "an ended link to Album" => {
            let token = scene.link(album, LinkKind::Open, Some(noon())).await.reveal().to_string();
            browser.get(&format!("/nordlicht/l/{token}")).await;
        }
        login => {
            let code = match login.strip_prefix("a login that holds ") {
                Some("Summer") => "summer-2026",
                Some("Locked") => "locked-2026",
                Some("Evening") => "evening-2026",
                Some("nothing") => "nothing-2026",
                _ => panic!("nobody knows {login}"),
            };
            assert_eq!(browser.enter("nordlicht", code).await.location(), "/nordlicht/overview");
        }
    }
    browser
}

/// What each route answers about a gallery, in the order of the table.
async fn answers(browser: &mut Browser, place: &Place, at: usize) -> Vec<String> {
    let (gallery, photo) = place.galleries[at];
    let mut answers = Vec::new();
    for page in [format!("/nordlicht/g/{gallery}"), format!("/nordlicht/g/{gallery}/{photo}")] {
        answers.push(browser.get(&page).await);
    }
    // Neither a door nor a nothing tells a name (S18, S32).
    if !answers[0].body.contains(&format!("{photo}")) {
        for name in NAMES {
            assert!(!answers[0].body.contains(&format!(">{name}<")), "{name} is told at {at}");
        }
    }
    let (id, shown) = (gallery.to_string(), photo.to_string());
    let fields = [("studio", "nordlicht"), ("gallery", id.as_str()), ("photo", shown.as_str())];
    answers.push(browser.call("/api/photos/around", &fields).await);
    let mut sizes = Vec::new();
    for size in Size::ALL {
        sizes.push(browser.get(&format!("/m/{photo}/{size}")).await);
    }
    let same = sizes.iter().all(|answer| answer.status == sizes[0].status);
    assert!(same, "every size answers alike");
    answers.push(sizes.remove(0));
    for page in ["", "/who"] {
        answers.push(browser.get(&format!("/studio/nordlicht/galleries/{gallery}{page}")).await);
    }
    answers.push(browser.get(&format!("/studio/nordlicht/as/{}/g/{gallery}", place.link)).await);
    answers.iter().map(|answer| answer.status.as_u16().to_string()).collect()
}

async fn is_as_written(house: &TestHouse, scene: &Scene<'_>, place: &Place, table: &'static str) {
    let mut cells = 0;
    for (who, classes) in rows(table) {
        let mut browser = viewer(house, scene, place, who).await;
        for (at, class) in classes.iter().enumerate() {
            let (_, expected) = rows(ROUTES).find(|(name, _)| name == class).unwrap();
            let found = answers(&mut browser, place, at).await;
            assert_eq!(found, expected, "{who} at {}", NAMES[at]);
            cells += found.len();
        }
    }
    assert_eq!(cells, rows(table).count() * NAMES.len() * 7);
}

// T28, S12, S16, S17, S18, S20, S21, S23, S24, S32
#[tokio::test]
async fn everybody_gets_by_every_route_what_the_table_says_and_nothing_else() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
    Scene::another(&house.store, "suedlicht").await;
    let place = album(&scene).await;
    is_as_written(&house, &scene, &place, VIEWERS).await;
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Explicit }).await;
    is_as_written(&house, &scene, &place, EXPLICIT).await;
}
