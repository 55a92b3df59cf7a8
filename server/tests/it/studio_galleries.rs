//! The studio's galleries over HTTP: the tree, each gallery's photographs, links and settings.

use domain::ids::GalleryId;
use store::fixtures::{Scene, noon};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

const STUDIO: (&str, &str) = ("studio", "nordlicht");

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

impl Browser {
    /// Sends a form from one of the studio's pages and opens what it leads to.
    async fn send_from(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        self.referer = Some(format!("{PUBLIC_URL}{page}"));
        let location = self.post(action, fields).await.location().to_owned();
        assert!(!location.is_empty(), "{action} leads nowhere");
        self.get(&location).await
    }
}

/// What the tree shows, in its order, each gallery after as many dots as it lies deep.
fn outline(page: &str) -> Vec<String> {
    let tree = page.split_once("class=\"tree").map_or("", |(_, tree)| tree);
    // Lists that are open: those of sub-galleries, and the actions among them.
    let mut lists = Vec::new();
    let mut rows = Vec::new();
    for tag in tree.split('<') {
        if tag.starts_with("ul") {
            lists.push(tag.starts_with("ul>"));
        } else if tag.starts_with("/ul>") && lists.pop().is_none() {
            break;
        } else if let Some((_, name)) = tag.strip_prefix("a ").and_then(|link| link.split_once("class=\"name\">")) {
            let depth = lists.iter().filter(|nested| **nested).count();
            rows.push(format!("{}{name}", ".".repeat(depth)));
        }
    }
    rows
}

async fn family(scene: &Scene<'_>) -> [GalleryId; 4] {
    let album = scene.gallery("Family album").await;
    let summer = scene.under(album, "Summer").await;
    let winter = scene.under(album, "Winter").await;
    let sea = scene.gallery("North Sea").await;
    [album, summer, winter, sea]
}

#[tokio::test]
async fn galleries_are_made_renamed_moved_and_put_in_order_by_plain_forms() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let [album, summer, winter, sea] = family(&scene).await.map(|id| id.to_string());
    let mut anna = anna(&house).await;
    let tree = "/studio/nordlicht/galleries";
    let made =
        anna.send_from(tree, "/api/galleries/create", &[STUDIO, ("name", "Spring <b>"), ("parent", &album)]).await;
    assert!(made.body.contains("Spring &lt;b&gt;") && !made.body.contains("Spring <b>"));
    anna.send_from(tree, "/api/galleries/rename", &[STUDIO, ("gallery", &sea), ("name", "Baltic Sea")]).await;
    anna.send_from(tree, "/api/galleries/shift", &[STUDIO, ("up", &winter)]).await;
    let page = anna.send_from(tree, "/api/galleries/move", &[STUDIO, ("gallery", &summer), ("parent", &sea)]).await;
    let rows = outline(&page.body);
    assert_eq!(rows, ["Family album", ".Winter", ".Spring &lt;b&gt;", "Baltic Sea", ".Summer"]);
}

#[tokio::test]
async fn without_scripts_a_row_shows_what_can_be_done_with_its_gallery() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let [album, summer, winter, _] = family(&scene).await;
    let mut anna = anna(&house).await;
    let tree = "/studio/nordlicht/galleries";
    let page = anna.get(tree).await.body;
    assert!(!page.contains("id=\"actions\""));
    assert_eq!(page.matches("class=\"menu\"").count(), 1, "one menu for the whole tree");
    for (gallery, up, down) in [(summer, false, true), (winter, true, false)] {
        let page = anna.get(&format!("{tree}?more={gallery}")).await.body;
        let actions = page.split_once("id=\"actions\"").unwrap().1.split("</ul>").next().unwrap();
        for to in [format!("?in={gallery}"), format!("?rename={gallery}"), format!("/{gallery}/move")] {
            assert!(actions.contains(&to), "{to}: {actions}");
        }
        let press = |name: &str| actions.contains(&format!("name=\"{name}\" value=\"{gallery}\""));
        assert_eq!((press("up"), press("down"), press("gallery")), (up, down, true));
        assert!(!actions.contains(&album.to_string()));
    }
}

#[tokio::test]
async fn a_name_of_five_thousand_characters_is_refused_at_its_field() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut anna = anna(&house).await;
    let name = "x".repeat(5000);
    let page = anna.send_from("/studio/nordlicht/galleries", "/api/galleries/create", &[STUDIO, ("name", &name)]).await;
    assert!(page.body.contains("200 characters at most"), "{}", page.body);
}

#[tokio::test]
async fn a_gallery_cannot_be_put_into_itself_and_the_page_offers_no_such_place() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let [album, summer, _, sea] = family(&scene).await.map(|id| id.to_string());
    let mut anna = anna(&house).await;
    let here = format!("/studio/nordlicht/galleries/{album}/move");
    let page = anna.get(&here).await.body;
    assert!(page.contains(&format!("value=\"{sea}\"")));
    assert!(!page.contains(&format!("type=\"radio\" name=\"parent\" value=\"{album}\"")));
    assert!(!page.contains(&format!("value=\"{summer}\"")));
    let page = anna.send_from(&here, "/api/galleries/move", &[STUDIO, ("gallery", &album), ("parent", &summer)]).await;
    assert!(page.body.contains("A gallery cannot lie in itself."));
}

#[tokio::test]
async fn a_deletion_says_what_it_took_and_is_taken_back() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let [album, summer, ..] = family(&scene).await;
    scene.photo(summer, "IMG_1.jpg", noon()).await;
    let mut anna = anna(&house).await;
    let tree = "/studio/nordlicht/galleries";
    let page = anna.send_from(tree, "/api/galleries/delete", &[STUDIO, ("gallery", &album.to_string())]).await.body;
    assert!(page.contains("“Family album” was deleted, with 2 sub-galleries and 1 photograph."), "{page}");
    assert_eq!(outline(&page), ["North Sea"]);
    let change = page.split_once("name=\"change\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let page = anna.send_from(tree, "/api/changes/undo", &[STUDIO, ("change", &change)]).await.body;
    assert_eq!(outline(&page), ["Family album", ".Summer", ".Winter", "North Sea"]);
}

#[tokio::test]
async fn photographs_are_removed_and_taken_back_without_a_list_of_them() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await;
    let one = scene.photo(gallery, "IMG_1.jpg", noon()).await.to_string();
    let two = scene.photo(gallery, "IMG_2.jpg", noon()).await.to_string();
    let mut anna = anna(&house).await;
    let id = gallery.to_string();
    let here = format!("/studio/nordlicht/galleries/{id}");
    let fields = [STUDIO, ("gallery", &id), ("photos[]", &one), ("photos[]", &two)];
    let page = anna.send_from(&here, "/api/photos/delete", &fields).await.body;
    assert!(page.contains("2 photographs were deleted.") && !page.contains("IMG_1.jpg"));
    let removed = page.split_once("name=\"removed\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let fields = [STUDIO, ("gallery", &id), ("removed", &removed)];
    let page = anna.send_from(&here, "/api/photos/restore", &fields).await.body;
    assert!(page.contains("IMG_1.jpg") && page.contains("IMG_2.jpg"));
    let page = anna.send_from(&here, "/api/photos/cover", &[STUDIO, ("gallery", &id), ("photos[]", &two)]).await.body;
    let cover = page.split_once(">cover<").unwrap().0;
    assert!(cover.ends_with("badge\""), "{cover}");
    assert!(cover.contains("IMG_2.jpg"));
    let page = anna.send_from(&here, "/api/photos/delete", &[STUDIO, ("gallery", &id)]).await.body;
    assert!(page.contains("Please choose photographs first."));
}

// S22, S23
#[tokio::test]
async fn the_navigation_switch_says_what_it_opens_and_is_off_at_first() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let [album, ..] = family(&scene).await;
    let here = format!("/studio/nordlicht/galleries/{album}/who");
    let mut anna = anna(&house).await;
    let page = anna.get(&here).await.body;
    assert!(page.contains("Visitors cannot walk between this gallery and its 2 sub-galleries."), "{page}");
    assert!(page.contains("aria-checked=\"false\""));
    let album = album.to_string();
    let fields = [STUDIO, ("gallery", album.as_str()), ("on", "yes")];
    let page = anna.send_from(&here, "/api/galleries/navigation", &fields).await.body;
    assert!(page.contains("Visitors can walk down into 2 sub-galleries, and up again."));
    assert!(page.contains("aria-checked=\"true\"") && page.contains("Navigation of “Family album” is on."));
}

// S17, S18
#[tokio::test]
async fn a_password_is_kept_asked_and_removed_as_the_form_says() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await;
    let mut anna = anna(&house).await;
    let id = gallery.to_string();
    let here = format!("/studio/nordlicht/galleries/{id}/settings");
    let mut save = async |password: &str, asked: bool| {
        let mut fields = vec![STUDIO, ("gallery", id.as_str()), ("password", password)];
        if asked {
            fields.push(("asked", "on"));
        }
        anna.send_from(&here, "/api/galleries/password", &fields).await.body
    };
    let grant = scene.grant(gallery).await;
    assert!(save("", true).await.contains("id=\"password-error\""));
    save("jetty-2026", false).await;
    let kept = scene.store.gallery(&grant).await.unwrap();
    assert!(kept.has_password && !kept.password_active);
    let page = save("jetty-2026", true).await;
    assert!(page.contains("Whoever types it sees this gallery alone"));
    assert!(scene.store.gallery(&grant).await.unwrap().password_active);
    save("", false).await;
    let kept = scene.store.gallery(&grant).await.unwrap();
    assert!(kept.has_password && !kept.password_active, "asking comes back as easily as it went");
    save("", false).await;
    assert!(!scene.store.gallery(&grant).await.unwrap().has_password);
}

#[tokio::test]
async fn of_two_members_who_edit_one_gallery_the_second_is_told_and_may_save_all_the_same() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await;
    let id = gallery.to_string();
    let here = format!("/studio/nordlicht/galleries/{id}/settings");
    let mut anna = anna(&house).await;
    let fields =
        |version: &'static str, name: &'static str| vec![STUDIO, ("gallery", ""), ("version", version), ("name", name)];
    let send = async |browser: &mut Browser, mut fields: Vec<(&'static str, &str)>| {
        fields[1].1 = &id;
        browser.send_from(&here, "/api/galleries/change", &fields).await.body
    };
    let version = scene.store.gallery(&scene.grant(gallery).await).await.unwrap().version.to_string();
    let version: &'static str = version.leak();
    send(&mut anna, fields(version, "Summer by the water")).await;
    let page = send(&mut anna, fields(version, "Summer 2026")).await;
    assert!(page.contains("Somebody else has changed this meanwhile"), "{page}");
    assert!(page.contains("Summer by the water"), "the first one's name stands");
    let anyway = page.split_once("name=\"anyway\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let mut again: Vec<(&'static str, &str)> = fields(version, "Summer 2026");
    again.push(("anyway", &anyway));
    let page = send(&mut anna, again).await;
    assert!(page.contains("value=\"Summer 2026\"") && page.contains("Saved."));
}

// S16
#[tokio::test]
async fn a_link_is_made_for_somebody_shown_with_its_whole_address_and_revoked() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await;
    let id = gallery.to_string();
    let here = format!("/studio/nordlicht/galleries/{id}/links");
    let mut anna = anna(&house).await;
    let fields = [STUDIO, ("gallery", id.as_str()), ("kind", "secure"), ("label", ""), ("until", "2020-01-01")];
    let page = anna.send_from(&here, "/api/links/create", &fields).await.body;
    assert!(page.contains("id=\"label-error\"") && page.contains("id=\"until-error\""));
    let fields =
        [STUDIO, ("gallery", id.as_str()), ("kind", "secure"), ("label", "Print shop"), ("until", "2026-12-01")];
    let page = anna.send_from(&here, "/api/links/create", &fields).await.body;
    assert!(page.contains("Ends after 1 December 2026") && page.contains("secure link"));
    assert!(page.contains("not opened yet"), "{page}");
    let address = page.split_once(&format!("value=\"{PUBLIC_URL}/nordlicht/l/")).unwrap().1.split('"').next().unwrap();
    let address = format!("/nordlicht/l/{address}");
    let mut guest = house.browser();
    assert_eq!(guest.get(&address).await.location(), format!("/nordlicht/g/{id}"));
    assert!(guest.get(&format!("/nordlicht/g/{id}")).await.body.contains("Summer"));
    assert!(anna.get(&here).await.body.contains("1 visit, last: today"));
    let link = page.split_once("name=\"link\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    anna.send_and_confirm(&here, "/api/links/revoke", &[STUDIO, ("gallery", &id), ("link", &link)]).await;
    assert_eq!(guest.get(&format!("/nordlicht/g/{id}")).await.status, http::StatusCode::NOT_FOUND);
    assert_eq!(house.browser().get(&address).await.status, http::StatusCode::NOT_FOUND);
}
