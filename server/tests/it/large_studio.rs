//! A studio with more galleries and logins than fit on a page, and what the first page and the search say.

use http::StatusCode;
use store::LinkKind;
use store::fixtures::Archive;

use crate::browser::{PUBLIC_URL, TestHouse};

const OWNER: &str = "anna@nordlicht.example";
const BUSY: Archive = Archive { tops: 260, shelf: false, below: 2, photos: 1, logins: 130, most: 3 };

fn count(page: &str, what: &str) -> usize {
    page.matches(what).count()
}

#[tokio::test]
async fn of_very_many_galleries_a_page_shows_a_part_and_the_way_on() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let made = BUSY.fill(&scene).await;
    let mut owner = house.owner_of(OWNER).await;
    let first = owner.get("/studio/nordlicht/galleries").await.body;
    assert_eq!(count(&first, "data-gallery="), 100);
    assert!(first.contains("780 galleries"), "{first}");
    let next = made.tops[100];
    assert!(first.contains(&format!("href=\"?from={next}#g-{next}\"")));
    let second = owner.get(&format!("/studio/nordlicht/galleries?from={next}")).await.body;
    assert!(second.contains(&format!("id=\"g-{next}\"")) && !second.contains(&format!("id=\"g-{}\"", made.tops[99])));
    // The way down to a gallery on no first page, and what lies in it.
    let far = made.tops[250];
    let opened = owner.get(&format!("/studio/nordlicht/galleries?at={far}")).await.body;
    for gallery in [far, made.below[250][0], made.below[250][1]] {
        assert!(opened.contains(&format!("id=\"g-{gallery}\"")), "{gallery}");
    }
}

#[tokio::test]
async fn of_very_many_sub_galleries_the_first_are_shown_and_the_way_to_all() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let made = Archive { tops: 220, shelf: true, below: 1, photos: 0, logins: 2, most: 1 }.fill(&scene).await;
    let shelf = made.shelf.unwrap();
    let mut owner = house.owner_of(OWNER).await;
    let page = owner.get(&format!("/studio/nordlicht/galleries/{shelf}")).await.body;
    assert!(page.contains("110 sub-galleries"), "{page}");
    let card = |gallery| format!("<h3><a href=\"/studio/nordlicht/galleries/{gallery}\"");
    assert_eq!(count(&page, "<h3><a href=\"/studio/nordlicht/galleries/"), 100);
    assert!(page.contains(&card(made.tops[1])) && page.contains(&card(made.tops[199])));
    assert!(!page.contains(&card(made.tops[201])));
    assert!(page.contains(&format!("href=\"/studio/nordlicht/galleries?at={shelf}#g-{shelf}\"")), "{page}");
    assert!(page.contains("See all of them in the tree"));
    // Its settings know of all of them.
    let settings = owner.get(&format!("/studio/nordlicht/galleries/{shelf}/settings")).await.body;
    assert!(settings.contains("110"), "{settings}");
    // Where all are shown nothing is said of others.
    let page = owner.get(&format!("/studio/nordlicht/galleries/{}", made.tops[0])).await.body;
    assert!(page.contains("1 sub-gallery") && !page.contains("in the tree"), "{page}");
}

#[tokio::test]
async fn in_a_large_tree_the_server_finds_by_the_beginnings_of_words() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let made = BUSY.fill(&scene).await;
    let mut owner = house.owner_of(OWNER).await;
    let hidden = scene.under(made.tops[255], "Zwölf Apfelbäume").await;
    let found = owner.get("/studio/nordlicht/galleries?find=apfel").await.body;
    assert_eq!(count(&found, "data-gallery="), 2, "it, and the gallery it lies in");
    assert!(found.contains(&format!("id=\"g-{hidden}\"")));
    let nothing = owner.get("/studio/nordlicht/galleries?find=pfelb").await.body;
    assert_eq!(count(&nothing, "data-gallery="), 0);
    // The same where a gallery is moved to.
    let moving = owner.get(&format!("/studio/nordlicht/galleries/{hidden}/move?find=brandt+0")).await.body;
    assert!(moving.contains(&format!("value=\"{}\"", made.tops[0])));
}

#[tokio::test]
async fn very_many_logins_come_in_pages_and_are_found_by_name() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    BUSY.fill(&scene).await;
    let mut owner = house.owner_of(OWNER).await;
    let first = owner.get("/studio/nordlicht/logins").await.body;
    assert_eq!(count(&first, "class=\"name whole\""), 100);
    let next = first.split("/logins?from=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let rest = owner.get(&format!("/studio/nordlicht/logins?from={next}")).await.body;
    assert_eq!(count(&rest, "class=\"name whole\""), 30);
    let found = owner.get("/studio/nordlicht/logins?find=weiss+127").await.body;
    assert_eq!(count(&found, "class=\"name whole\""), 1, "{found}");
    assert!(found.contains("Familie Weiß 127"));
}

#[tokio::test]
async fn one_search_finds_galleries_logins_and_links_of_the_studio_and_of_no_other() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let album = scene.gallery("Family album").await;
    let summer = scene.under(album, "Summer by the water").await;
    scene.login("Familie Sommer", "7KQM-2XRD-9TFA", &[summer]).await;
    scene.link(summer, LinkKind::Open, None).await;
    let other = store::fixtures::Scene::another(&house.store, "meerblick").await;
    other.gallery("Summer elsewhere").await;
    let mut owner = house.owner_of(OWNER).await;
    let found = owner.get("/studio/nordlicht/search?find=wat+SUM").await.body;
    assert!(found.contains(&format!("/galleries/{summer}\"")) && found.contains("Family album"));
    assert!(!found.contains("elsewhere") && !found.contains("Familie Sommer"));
    let found = owner.get("/studio/nordlicht/search?find=sommer").await.body;
    assert!(found.contains("Familie Sommer"));
    let nothing = owner.get("/studio/nordlicht/search?find=%3Cscript%3Ezz").await;
    assert_eq!(nothing.status, StatusCode::OK);
    assert!(nothing.body.contains("Nothing has this in its name") && !nothing.body.contains("<script>zz"));
    let mut client = house.browser();
    client.enter("nordlicht", "7KQM-2XRD-9TFA").await;
    assert_eq!(client.get("/studio/nordlicht/search?find=sommer").await.location(), "/sign-in");
}

#[tokio::test]
async fn the_first_page_tells_what_clients_did_since_the_last_look() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[summer]).await;
    let mut owner = house.owner_of(OWNER).await;
    let home = owner.get("/studio/nordlicht").await.body;
    assert!(home.contains("Nobody has come in yet"), "{home}");
    house.clock.advance(chrono::TimeDelta::hours(1));
    let mut client = house.browser();
    client.enter("nordlicht", "9KQM-2XRD-9TFZ").await;
    client.enter("nordlicht", "7KQM-2XRD-9TFA").await;
    house.clock.advance(chrono::TimeDelta::hours(1));
    let home = owner.get("/studio/nordlicht").await.body;
    assert!(home.contains("came in for the first time") && home.contains(">new<"), "{home}");
    house.clock.advance(chrono::TimeDelta::hours(3));
    let home = owner.get("/studio/nordlicht").await.body;
    assert!(home.contains("came in for the first time") && !home.contains(">new<"), "it was looked at");
}

// S7
#[tokio::test]
async fn in_a_large_studio_ticks_change_what_is_on_the_page_and_nothing_else() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let made = BUSY.fill(&scene).await;
    let login = made.logins[1];
    scene.release(login, &made.tops[200..230]).await;
    let mut owner = house.owner_of(OWNER).await;
    let page = format!("/studio/nordlicht/logins/{login}/galleries");
    let far = made.below[255][1];
    let body = owner.get(&format!("{page}?at={far}")).await.body;
    assert!(body.contains(&format!("value=\"{far}\"")) && count(&body, "type=\"checkbox\"") < 400, "{}", body.len());
    let was = body.split("name=\"was\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let id = login.to_string();
    let mut fields = vec![("studio", "nordlicht"), ("login", &*id), ("was", &*was)];
    let here = value(&body, "here");
    fields.push(("here", &*here));
    fields.extend(was.split_whitespace().map(|gallery| ("galleries[]", gallery)));
    let far_id = far.to_string();
    fields.push(("galleries[]", &far_id));
    // On to another branch without saving: the tick goes along, and nothing happens yet.
    let other = made.below[240][1];
    let to = format!("at={other}");
    let on: Vec<_> = fields.iter().copied().chain([("to", &*to)]).collect();
    let there = owner.post("/api/releases/browse", &on).await.location().to_owned();
    assert!(there.ends_with(&format!("&at={other}#g-{other}")), "{there}");
    assert!(!house.store.releases(&scene.desk, login).await.unwrap().contains(&far));
    let body = owner.get(&there).await.body;
    assert!(body.contains("1 tick is not saved yet.") && !body.contains(&format!("value=\"{far}\"")), "{body}");
    let draft = value(&body, "draft");
    let (was, here) = (value(&body, "was"), value(&body, "here"));
    let mut fields =
        vec![("studio", "nordlicht"), ("login", &*id), ("was", &*was), ("here", &*here), ("draft", &*draft)];
    fields.extend(was.split_whitespace().map(|gallery| ("galleries[]", gallery)));
    // Back to the first branch, where it is ticked still.
    let back_to = format!("at={far}");
    let back: Vec<_> = fields.iter().copied().chain([("to", &*back_to)]).collect();
    let found = owner.post("/api/releases/browse", &back).await.location().to_owned();
    let body = owner.get(&found).await.body;
    let tick = body.split(&format!("value=\"{far}\"")).nth(1).unwrap().split('>').next().unwrap().to_owned();
    assert!(tick.contains("checked") && body.contains("will be added"), "{tick}");
    let answer = owner.post("/api/releases/change", &fields).await;
    let asked = owner.get(answer.location()).await.body;
    let digest = asked.split("name=\"digest\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let change = answer.location().rsplit('/').next().unwrap().to_owned();
    let confirm = [("studio", "nordlicht"), ("change", &*change), ("digest", &*digest)];
    owner.post("/api/changes/confirm", &confirm).await;
    let released = house.store.releases(&scene.desk, login).await.unwrap();
    assert!(released.contains(&far) && made.tops[200..230].iter().all(|top| released.contains(top)));
    assert_eq!(released.len(), 32, "the one it had, thirty, and this");
}

// S7
#[tokio::test]
async fn hundreds_of_ticks_go_along_from_branch_to_branch() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let made = BUSY.fill(&scene).await;
    let login = made.logins[1].to_string();
    let ticked: Vec<String> = made.below.iter().flatten().take(300).map(ToString::to_string).collect();
    let (here, to) = (ticked.join(" "), format!("at={}", made.below[240][1]));
    let mut fields = vec![("studio", "nordlicht"), ("login", &*login), ("was", ""), ("here", &*here), ("to", &*to)];
    fields.extend(ticked.iter().map(|gallery| ("galleries[]", &**gallery)));
    let mut owner = house.owner_of(OWNER).await;
    let answer = owner.post("/api/releases/browse", &fields).await;
    assert_eq!(answer.status, StatusCode::FOUND, "{}", answer.body);
    let page = owner.get(answer.location()).await.body;
    assert!(page.contains("300 ticks are not saved yet."), "{page}");
}

// S2, S7
#[tokio::test]
async fn in_a_large_studio_a_new_code_stays_in_sight_while_one_looks_for_the_galleries() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let made = BUSY.fill(&scene).await;
    let mut owner = house.owner_of(OWNER).await;
    let login = [("studio", "nordlicht"), ("name", "Familie Sommer"), ("code", "7KQM-2XRD-9TFA")];
    let mut at = owner.post("/api/logins/create", &login).await.location().to_owned();
    let (to, told) = (format!("at={}", made.below[240][1]), "“Familie Sommer”");
    for round in 0..3 {
        let page = owner.get(&at).await.body;
        assert!(page.contains("7KQM-2XRD-9TFA"), "{at}: {page}");
        assert_eq!(page.contains("class=\"toast\""), round == 0, "{told} is said once: {page}");
        let (id, here, did) = (value(&page, "login"), value(&page, "here"), value(&page, "did"));
        let on = if round == 0 { ("to", &*to) } else { ("find", "brandt 2") };
        let fields = [("studio", "nordlicht"), ("login", &*id), ("was", ""), ("here", &*here), ("did", &*did), on];
        at = owner.post("/api/releases/browse", &fields).await.location().to_owned();
    }
    // Nothing but that goes along.
    let id = at.split('/').nth(4).unwrap();
    let fields = [("studio", "nordlicht"), ("login", id), ("was", ""), ("did", "x&at=y"), ("find", "brandt")];
    let there = owner.post("/api/releases/browse", &fields).await.location().to_owned();
    assert!(there.ends_with("/galleries?&find=brandt"), "{there}");
}

#[tokio::test]
async fn a_move_for_which_no_place_was_chosen_moves_nothing() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let made = BUSY.fill(&scene).await;
    let apples = scene.under(made.tops[255], "Zwölf Apfelbäume").await;
    let mut owner = house.owner_of(OWNER).await;
    // Of what was found nothing is where it lies now: nothing is chosen yet.
    let page = format!("/studio/nordlicht/galleries/{apples}/move?find=brandt+0");
    let body = owner.get(&page).await.body;
    let places: Vec<&str> = body.split("<input").filter(|field| field.contains("name=\"parent\"")).collect();
    let is = |field: &&str, word: &str| field.split('>').next().unwrap().contains(word);
    assert!(places.len() > 1 && places.iter().all(|field| is(field, "required") && !is(field, "checked")), "{body}");
    owner.referer = Some(format!("{PUBLIC_URL}{page}"));
    let id = apples.to_string();
    let parent = async || house.store.tree_line(&scene.desk, apples).await.unwrap().parent;
    let fields = [("studio", "nordlicht"), ("gallery", &*id), ("parent", "")];
    for fields in [&fields[..2], &fields] {
        let answer = owner.post("/api/galleries/move", fields).await;
        assert_eq!(parent().await, Some(made.tops[255]));
        let body = owner.get(answer.location()).await.body;
        assert!(body.contains("Please choose where it should lie.") && body.contains("role=\"alert\""), "{body}");
    }
    let top = [("studio", "nordlicht"), ("gallery", &*id), ("parent", "top")];
    owner.post("/api/galleries/move", &top).await;
    assert_eq!(parent().await, None, "the top is a choice");
}

/// The value of a hidden field.
fn value(body: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    body.split(&*field).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

// B06
#[tokio::test]
async fn an_assistant_finds_galleries_alone_and_does_not_learn_who_else_has_such_a_name() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer by the water").await;
    for number in 100..140 {
        scene.login(&format!("Summer {number}"), &format!("summer-code-{number}"), &[summer]).await;
    }
    let new = store::NewMember {
        password_hash: house.store.passwords().hash(store::fixtures::PASSWORD, store::Queue::Strangers).await.unwrap(),
        ..store::fixtures::a_member("kim@nordlicht.example")
    };
    house.store.add_member(scene.studio.id, &new, store::Role::Assistant, store::fixtures::noon()).await.unwrap();
    let address = "/studio/nordlicht/search?find=summer";
    let found = house.owner_of(OWNER).await.get(address).await.body;
    assert!(found.contains("Summer 100") && found.contains("There are more"), "{found}");
    let found = house.owner_of("kim@nordlicht.example").await.get(address).await.body;
    assert!(found.contains(&format!("/galleries/{summer}\"")), "{found}");
    assert!(!found.contains("Summer 100") && !found.contains("There are more"), "{found}");
}
