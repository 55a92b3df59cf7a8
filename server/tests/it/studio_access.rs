//! Who can see this, and what changes before it changes, as the studio's pages say it.

use domain::access::{AccessMode, Change, Rules, Switch};
use domain::ids::GalleryId;
use domain::studio::{Email, MemberName};
use http::StatusCode;
use store::fixtures::{PASSWORD, Scene, noon};
use store::{LinkKind, NewMember, Proposal, Role};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const CODE: &str = "7KQM-2XRD-9TFA";

/// A page without its tags, each gap one space.
fn plain(page: &str) -> String {
    let main = page.split_once("<main").map_or(page, |(_, main)| main);
    let texts = main.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

/// Family album > Summer > { Evening, Blue hour }, with navigation on at Summer.
async fn family(scene: &mut Scene<'_>) -> [GalleryId; 4] {
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
    let album = scene.gallery("Family album").await;
    let summer = scene.under(album, "Summer").await;
    let evening = scene.under(summer, "Evening").await;
    let blue = scene.under(summer, "Blue hour").await;
    scene.open_navigation(summer).await;
    [album, summer, evening, blue]
}

// S35
#[tokio::test]
async fn a_gallery_says_who_can_see_it_and_why() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let [album, summer, evening, blue] = family(&mut scene).await;
    scene.login("Familie Brandt", CODE, &[summer]).await;
    scene.login("Verlag Meerblick", "8KQM-2XRD-9TFB", &[blue]).await;
    scene.link(evening, LinkKind::Open, Some(noon() + chrono::TimeDelta::days(30))).await;
    let mut anna = anna(&house).await;
    let page = plain(&anna.get(&format!("/studio/nordlicht/galleries/{summer}/who")).await.body);
    assert!(page.contains("Familie Brandt client login this gallery was released to them never"), "{page}");
    let up = "Verlag Meerblick client login Blue hour was released to them; from there they can walk up never";
    assert!(page.contains(up), "{page}");
    let link = "Anyone with the link to Evening open link, ends";
    assert!(page.contains(link) && page.contains("the link opens Evening ; from there they can walk up"), "{page}");
    let off = "If you switch navigation off: Familie Brandt will no longer see Evening and Blue hour .";
    assert!(page.contains(off), "{page}");
    assert!(page.contains("Verlag Meerblick will no longer see Summer and Evening ."), "{page}");
    assert!(page.contains("Anna Lindqvist, who works in your studio, sees every gallery."));
    let page = plain(&anna.get(&format!("/studio/nordlicht/galleries/{blue}/who")).await.body);
    let over = "the link opens Evening ; from there they can walk up to Summer and down again";
    assert!(page.contains(over), "{page}");
    let page = plain(&anna.get(&format!("/studio/nordlicht/galleries/{album}/who")).await.body);
    assert!(page.contains("Nobody but the members of your studio can see this gallery"), "{page}");
}

// S31
#[tokio::test]
async fn a_change_asks_shows_what_it_changes_and_is_taken_back() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let [_, summer, evening, _] = family(&mut scene).await;
    scene.login("Familie Brandt", CODE, &[evening]).await;
    let mut client = house.browser();
    client.enter("nordlicht", CODE).await;
    let above = format!("/nordlicht/g/{summer}");
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/galleries/{summer}/who");
    anna.referer = Some(format!("{PUBLIC_URL}{here}"));
    let id = summer.to_string();
    let off = [STUDIO, ("gallery", id.as_str()), ("on", "no")];
    let asked = anna.post("/api/galleries/navigation", &off).await.location().to_owned();
    let page = plain(&anna.get(&asked).await.body);
    assert!(page.contains("Switch navigation of “Summer” off?"), "{page}");
    assert!(page.contains("Familie Brandt will no longer see Summer and Blue hour ."), "{page}");
    assert_eq!(client.get(&above).await.status, StatusCode::OK, "nothing has happened yet");
    let (location, page) = anna.send_and_confirm(&here, "/api/galleries/navigation", &off).await;
    assert!(plain(&page.body).contains("cannot walk between this gallery and its 2 sub-galleries"));
    assert!(page.body.contains("Navigation of “Summer” is off."));
    assert_eq!(client.get(&above).await.status, StatusCode::NOT_FOUND);
    let change = location.split_once("changed=").unwrap().1.to_owned();
    anna.referer = Some(format!("{PUBLIC_URL}{location}"));
    let undone = anna.post("/api/changes/undo", &[STUDIO, ("change", &change)]).await.location().to_owned();
    assert!(anna.get(&undone).await.body.contains("It is as it was before."));
    assert_eq!(client.get(&above).await.status, StatusCode::OK);
    let again = anna.post("/api/changes/undo", &[STUDIO, ("change", &change)]).await.location().to_owned();
    assert!(anna.get(&again).await.body.contains("This can no longer be undone"));
}

// S31
#[tokio::test]
async fn what_somebody_else_changed_since_is_shown_before_anything_happens() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let [_, summer, evening, _] = family(&mut scene).await;
    scene.login("Familie Brandt", CODE, &[evening]).await;
    let mut anna = anna(&house).await;
    anna.referer = Some(format!("{PUBLIC_URL}/studio/nordlicht/galleries/{summer}/who"));
    let id = summer.to_string();
    let off = [STUDIO, ("gallery", id.as_str()), ("on", "no")];
    let asked = anna.post("/api/galleries/navigation", &off).await.location().to_owned();
    let page = anna.get(&asked).await.body;
    let digest = page.split_once("name=\"digest\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    scene.login("Late", "late-and-later", &[summer]).await;
    anna.referer = Some(format!("{PUBLIC_URL}{asked}"));
    let change = asked.rsplit('/').next().unwrap().to_owned();
    let fields = [STUDIO, ("change", change.as_str()), ("digest", digest.as_str())];
    let refused = anna.post("/api/changes/confirm", &fields).await.location().to_owned();
    let page = plain(&anna.get(&refused).await.body);
    assert!(page.contains("Somebody else changed something meanwhile."), "{page}");
    assert!(page.contains("Late will no longer see Evening and Blue hour ."), "{page}");
    let grant = scene.grant(summer).await;
    let navigation = scene.store.gallery(&grant).await.unwrap().navigation;
    assert_eq!(navigation, domain::access::Navigation::On);
}

// S7, S35
#[tokio::test]
async fn a_login_says_everything_it_opens_and_why_in_both_modes() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let [_, summer, evening, blue] = family(&mut scene).await;
    scene.lock(blue, "rosenrot").await;
    let login = scene.login("Familie Brandt", CODE, &[evening]).await;
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/logins/{login}");
    let page = plain(&anna.get(&here).await.body);
    assert!(page.contains("Evening this gallery was released to them"), "{page}");
    assert!(page.contains("Summer Evening was released to them; from there they can walk up"), "{page}");
    let over = "Evening was released to them; from there they can walk up to Summer and down again; its password is asked first";
    assert!(page.contains(over), "{page}");
    scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Explicit }).await;
    scene.release(login, &[summer]).await;
    let page = plain(&anna.get(&here).await.body);
    assert_eq!(page.matches("this gallery was released to them").count(), 2, "{page}");
    assert!(!page.contains("walk up"), "{page}");
}

// S15
#[tokio::test]
async fn a_login_for_a_single_delivery_is_told_that_a_link_is_simpler_until_somebody_comes() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let [_, summer, evening, _] = family(&mut scene).await;
    let once = scene.login("Once", CODE, &[summer]).await;
    let twice = scene.login("Twice", "8KQM-2XRD-9TFB", &[summer, evening]).await;
    let mut anna = anna(&house).await;
    let page = anna.get(&format!("/studio/nordlicht/logins/{once}")).await.body;
    assert!(page.contains("A single delivery? Then a link is simpler"), "{page}");
    assert!(page.contains(&format!("/studio/nordlicht/galleries/{summer}/links")));
    assert!(!anna.get(&format!("/studio/nordlicht/logins/{twice}")).await.body.contains("A single delivery?"));
    house.browser().enter("nordlicht", CODE).await;
    assert!(!anna.get(&format!("/studio/nordlicht/logins/{once}")).await.body.contains("A single delivery?"));
}

// S16
#[tokio::test]
async fn of_several_links_one_is_renamed_given_an_end_and_revoked_and_the_others_stay() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let [_, summer, ..] = family(&mut scene).await;
    let (first, second) =
        (scene.link(summer, LinkKind::Secure, None).await, scene.link(summer, LinkKind::Open, None).await);
    let grant = scene.grant(summer).await;
    let links = scene.store.links(&scene.desk, &grant).await.unwrap();
    let of = |token: &store::SessionToken| {
        links.iter().find(|link| link.token == token.reveal().as_str()).unwrap().id.to_string()
    };
    let (id, link, other) = (summer.to_string(), of(&first), of(&second));
    let here = format!("/studio/nordlicht/galleries/{summer}/links");
    let mut anna = anna(&house).await;
    anna.referer = Some(format!("{PUBLIC_URL}{here}?edit={link}"));
    let change = |label: &'static str, until: &'static str| {
        [STUDIO, ("gallery", id.as_str()), ("link", link.as_str()), ("label", label), ("until", until)]
    };
    let refused = anna.post("/api/links/change", &change("", "2020-01-01")).await.location().to_owned();
    let page = anna.get(&refused).await.body;
    assert!(page.contains("id=\"edit-label-error\"") && page.contains("id=\"edit-until-error\""), "{page}");
    let done = anna.post("/api/links/change", &change("Print shop", "2026-12-01")).await.location().to_owned();
    let page = anna.get(&done).await.body;
    assert!(page.contains("Print shop") && page.contains("Ends after 1 December 2026"), "{page}");
    let follow = async |token: &store::SessionToken| {
        house.browser().get(&format!("/nordlicht/l/{}", token.reveal().as_str())).await.status
    };
    assert_eq!(follow(&first).await, StatusCode::FOUND, "its address stays");
    let (_, page) =
        anna.send_and_confirm(&here, "/api/links/revoke", &[STUDIO, ("gallery", &id), ("link", &link)]).await;
    assert!(page.body.contains("The link “Print shop” has ended."));
    assert_eq!((follow(&first).await, follow(&second).await), (StatusCode::NOT_FOUND, StatusCode::FOUND));
    assert!(page.body.contains(&format!("link-{other}")) && !page.body.contains(&format!("link-{link}")));
}

// S31: what was asked for as the owner is not done, nor taken back, by whoever is the owner no more
#[tokio::test]
async fn a_change_is_confirmed_and_taken_back_only_by_whoever_may_make_it_still() {
    let house = TestHouse::new().await;
    let mut scene = house.scene().await;
    let [_, summer, ..] = family(&mut scene).await;
    let login = scene.login("Familie Brandt", CODE, &[summer]).await;
    let mut anna = anna(&house).await;
    let mode = Change::Mode { mode: AccessMode::Explicit };
    let asked = async |change| match house.store.propose(&scene.desk, change, noon()).await.unwrap() {
        Proposal::Asks(id) => {
            house.store.proposed_change(&scene.desk, id, noon()).await.map(|shown| (id, shown.digest))
        }
        Proposal::Done(_) => panic!("somebody would notice"),
    };
    let (first, shown) = asked(mode.clone()).await.unwrap();
    let done = house.store.confirm_change(&scene.desk, first, &shown, noon()).await.unwrap();
    let release = Change::Release { login, add: [].into(), remove: [summer].into() };
    let (waits, digest) = asked(release).await.unwrap();
    // Somebody else becomes an owner, and Anna an assistant.
    let kim = NewMember {
        email: Email::parse("kim@nordlicht.example").unwrap(),
        name: MemberName::parse("Kim Neu").unwrap(),
        password_hash: house.store.passwords().hash(PASSWORD, store::Queue::Strangers).await.unwrap(),
    };
    let kim = house.store.add_member(scene.studio.id, &kim, Role::Owner, noon()).await.unwrap();
    let (_, kim) = house.store.desk(kim, &scene.studio.address).await.unwrap().unwrap();
    house.store.change_role(&kim, scene.desk.member(), Role::Assistant).await.unwrap();
    let (waits, done) = (waits.to_string(), done.id.to_string());
    let confirm = [("studio", "nordlicht"), ("change", &*waits), ("digest", &*digest)];
    let undo = [("studio", "nordlicht"), ("change", &*done)];
    assert_eq!(anna.get(&format!("/studio/nordlicht/changes/{waits}")).await.status, StatusCode::NOT_FOUND);
    for (path, fields) in [("/api/changes/confirm", &confirm[..]), ("/api/changes/undo", &undo[..])] {
        let answer = anna.call(path, fields).await;
        assert_eq!((answer.status, &*answer.body), (StatusCode::NOT_FOUND, "\"not_found\""), "{path}");
    }
    house.store.change_role(&kim, scene.desk.member(), Role::Photographer).await.unwrap();
    assert_eq!(anna.call("/api/changes/undo", &undo).await.status, StatusCode::NOT_FOUND, "the mode is the owner's");
    assert_eq!(
        anna.call("/api/changes/confirm", &confirm).await.status,
        StatusCode::OK,
        "releases are everybody's who lets in"
    );
}
