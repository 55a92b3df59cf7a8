//! Cards in the photographs of a job: read in the child process, seen by nobody but the studio, and sorted by (S62).

use bytes::Bytes;
use domain::ids::{GalleryId, PhotoId};
use domain::photo_job::sorting::CardShows;
use domain::studio::{Email, MemberName};
use http::{Method, StatusCode};
use store::fixtures::{PASSWORD, Scene, School, an_upload, noon};
use store::{CardsSeen, JobCode, NewMember, Role};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};
use crate::card_pictures::{card_in_a_hand, unreadable_card};

on_both!(
    without_scripts_what_would_happen_is_read_first_and_then_done,
    what_is_told_to_be_a_card_is_gone_at_once_from_every_open_visit,
    what_was_sorted_by_hand_is_undone_by_one_button_and_the_page_goes_on_with_the_next,
    the_page_says_what_is_left_to_people,
);

const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";
const PHOTOGRAPH: &[u8] = include_bytes!("../../demo/china.jpg");

async fn upload(scene: &Scene<'_>, gallery: GalleryId, name: &str, bytes: Vec<u8>) -> PhotoId {
    let bytes = Bytes::from(bytes);
    let upload = scene.begin(gallery, &an_upload(name, &bytes)).await;
    scene.send(&upload, &bytes).await;
    scene.finish(&upload, noon()).await.unwrap()
}

async fn own_gallery(scene: &Scene<'_>, school: &School) -> GalleryId {
    scene.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery
}

async fn gallery(scene: &Scene<'_>, school: &School, child: usize) -> GalleryId {
    scene.store.subject(&scene.desk, school.children[child]).await.unwrap().0.gallery
}

/// A colleague who may sort and not let anybody in.
pub async fn assistant(house: &TestHouse, scene: &Scene<'_>) -> Browser {
    let new = NewMember {
        email: Email::parse("assistant@nordlicht.example").unwrap(),
        name: MemberName::parse("Bea Colleague").unwrap(),
        password_hash: house.store.passwords().hash(PASSWORD, store::Queue::Strangers).await.unwrap(),
    };
    house.store.add_member(scene.studio.id, &new, Role::Assistant, noon()).await.unwrap();
    house.owner_of("assistant@nordlicht.example").await
}

async fn media(browser: &mut Browser, photo: PhotoId) -> StatusCode {
    browser.get(&format!("/m/{photo}/s")).await.status
}

/// What stands in a hidden field of a page.
fn field<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    let rest = &page[at + name.len() + 15..];
    &rest[..rest.find('"').unwrap()]
}

// S62, S59: real pictures through the real child, which takes half a minute; on SQLite alone
#[tokio::test]
async fn cards_in_photographs_of_a_job_are_read_and_seen_by_nobody_but_the_studio() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    let own = own_gallery(&scene, &school).await;
    let anna = gallery(&scene, &school, 0).await;
    let wedding = scene.gallery("Wedding").await;
    let code = scene.subject_code(school.job, school.children[0]).await;
    let link = |code: &str| format!("{PUBLIC_URL}/nordlicht#c={code}&t=0123456789abcdefghijABCDEFGHIJ");
    let card = upload(&scene, own, "IMG_1.jpg", card_in_a_hand(0, &link(&code))).await;
    let photograph = upload(&scene, own, "IMG_2.jpg", PHOTOGRAPH.to_vec()).await;
    let of_nobody = upload(&scene, own, "IMG_3.jpg", card_in_a_hand(1, &link("7KQM-2XRD-9TFA"))).await;
    let unread = upload(&scene, own, "IMG_4.jpg", unreadable_card()).await;
    let poster =
        upload(&scene, own, "IMG_5.jpg", card_in_a_hand(2, "https://example.org/our-school-concert/2026")).await;
    // Put right into the child's gallery it is a card all the same; in a gallery that is no job's nobody looks.
    let misplaced = upload(&scene, anna, "IMG_6.jpg", card_in_a_hand(3, &link(&code))).await;
    let elsewhere = upload(&scene, wedding, "IMG_7.jpg", card_in_a_hand(4, &link(&code))).await;
    house.worker().work_off().await.unwrap();

    let pictures = house.store.card_pictures(&scene.desk, school.job, true).await.unwrap();
    let shown: Vec<_> = pictures.iter().map(|picture| (picture.id, picture.shows, picture.subject)).collect();
    let expected = [
        (card, CardShows::Subject, Some(school.children[0])),
        (of_nobody, CardShows::Nobody, None),
        (unread, CardShows::Unread, None),
        (misplaced, CardShows::Subject, Some(school.children[0])),
    ];
    assert_eq!(shown, expected);
    let rows = store::fixtures::all_rows(&house.store).await;
    let plain = code.replace('-', "");
    let tells = |row: &String| row.contains(&code) || row.contains(&plain);
    assert!(!rows.values().flatten().any(tells), "no code as it was read");

    let mut mother = house.browser();
    mother.enter("nordlicht", &code).await;
    let mut teacher = house.browser();
    teacher.enter("nordlicht", STAFF).await;
    let mut assistant = assistant(&house, &scene).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let cards = [card, of_nobody, unread, misplaced];
    for photo in cards {
        for browser in [&mut mother, &mut teacher, &mut assistant, &mut house.browser()] {
            assert_eq!(media(browser, photo).await, StatusCode::NOT_FOUND);
        }
        assert_eq!(media(&mut owner, photo).await, StatusCode::OK);
    }
    for photo in [photograph, poster, elsewhere] {
        assert_eq!(media(&mut assistant, photo).await, StatusCode::OK);
    }
    let photos = format!("/studio/nordlicht/jobs/{}/photos", school.job);
    let of_anna = format!("{photos}?of={anna}");
    let (children, staff) = ("/nordlicht/children".to_owned(), format!("/nordlicht/jobs/{}", school.job));
    let child = format!("/studio/nordlicht/jobs/{}/subjects/{}", school.job, school.children[0]);
    for (mut browser, page) in [
        (mother.clone(), &children),
        (mother.clone(), &format!("/nordlicht/g/{anna}")),
        (teacher.clone(), &staff),
        (assistant.clone(), &photos),
        (owner.clone(), &of_anna),
        (owner.clone(), &child),
    ] {
        let answer = browser.get(page).await;
        for card in cards {
            assert!(!answer.body.contains(&format!("/m/{card}")), "{page}");
        }
        assert!(!answer.body.contains(&code), "{page}");
    }
    let page = owner.get(&photos).await.body;
    assert!(page.contains(&format!("/m/{of_nobody}")) && page.contains(&format!("/m/{unread}")));
    assert!(!page.contains(&format!("/m/{card}")), "what is clear needs nobody");
    assert!(owner.get(&format!("{photos}?cards=all")).await.body.contains(&format!("/m/{card}")));
}

/// Anna's card, two photographs, Ben's card without any.
async fn a_day(scene: &Scene<'_>, school: &School) -> [PhotoId; 3] {
    let own = own_gallery(scene, school).await;
    let [anna, ben] =
        [scene.card_of(school.job, school.children[0]).await, scene.card_of(school.job, school.children[1]).await];
    scene.shot(own, "IMG_1.jpg", 1, anna).await;
    let first = scene.shot(own, "IMG_2.jpg", 2, CardsSeen::default()).await;
    let second = scene.shot(own, "IMG_3.jpg", 3, CardsSeen::default()).await;
    let ben = scene.shot(own, "IMG_4.jpg", 4, ben).await;
    [first, second, ben]
}

// S62
async fn without_scripts_what_would_happen_is_read_first_and_then_done(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let [first, ..] = a_day(&scene, &school).await;
    let photos = format!("/studio/nordlicht/jobs/{}/photos", school.job);
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let page = owner.get(&format!("{photos}?propose=cards")).await.body;
    assert!(page.contains("2 photographs would be put elsewhere"), "{page}");
    assert!(page.contains("Anna Müller, 1a"), "two have that name");
    let (job, digest) = (school.job.to_string(), field(&page, "digest").to_owned());
    let fields = [("studio", "nordlicht"), ("job", &*job), ("way", "cards"), ("digest", &*digest), ("looked", "yes")];
    // Nobody has looked for cards that were not noticed.
    owner.referer = Some(format!("{PUBLIC_URL}{photos}?propose=cards"));
    let blind = owner.post("/api/jobs/sort_by", &fields[..4]).await;
    let shown = owner.get(blind.location()).await.body;
    assert!(shown.contains("Please look through the photographs below first"), "{shown}");
    assert_eq!(house.store.photo_job(&scene.desk, school.job).await.unwrap().unsorted, 2);
    // Something comes between: nothing is done, and the page shows what would happen now.
    let own = own_gallery(&scene, &school).await;
    scene.shot(own, "IMG_5.jpg", 3, CardsSeen::default()).await;
    let late = owner.post("/api/jobs/sort_by", &fields).await;
    let shown = owner.get(late.location()).await.body;
    assert!(shown.contains("Something changed meanwhile") && shown.contains("3 photographs would be"), "{shown}");
    assert_eq!(house.store.photo_job(&scene.desk, school.job).await.unwrap().unsorted, 3);
    let digest = field(&shown, "digest").to_owned();
    let done =
        owner.post("/api/jobs/sort_by", &[fields[0], fields[1], fields[2], ("digest", &*digest), fields[4]]).await;
    let shown = owner.get(done.location()).await.body;
    assert!(shown.contains("3 photographs have found their place"), "{shown}");
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[0]).await).await;
    assert_eq!(media(&mut mother, first).await, StatusCode::OK);
}

// S62
async fn what_is_told_to_be_a_card_is_gone_at_once_from_every_open_visit(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[0]).await).await;
    let photo = school.photos[0];
    let known = mother.get(&format!("/m/{photo}/s")).await;
    let tag = known.headers["etag"].to_str().unwrap().to_owned();
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let (job, id) = (school.job.to_string(), photo.to_string());
    let ben = gallery(&scene, &school, 1).await.to_string();
    let fields = [("studio", "nordlicht"), ("back", &*job), ("to", &*ben), ("photos[0]", &*id)];
    let told = owner.post("/api/jobs/card", &fields).await;
    assert!(owner.get(told.location()).await.body.contains("It is their card now"));
    let again = mother.send(Method::GET, &format!("/m/{photo}/s"), &[("if-none-match", &tag)], Vec::new()).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    assert!(!mother.get("/nordlicht/children").await.body.contains(&id));
    // Nothing chosen, or a class: said in words, and nothing happens.
    let class = house.store.groups(&scene.desk, school.job).await.unwrap()[0].gallery.to_string();
    for to in ["", &*class] {
        let fields = [("studio", "nordlicht"), ("back", &*job), ("to", to), ("photos[0]", &*id)];
        assert!(owner.call("/api/jobs/card", &fields).await.body.contains("unchosen"), "{to}");
    }
    let back = [("studio", "nordlicht"), ("back", &*job), ("photos[0]", &*id)];
    assert_eq!(owner.call("/api/jobs/no_card", &back).await.status, StatusCode::OK);
    assert_eq!(media(&mut mother, photo).await, StatusCode::NOT_FOUND, "it waits to be sorted");
    assert_eq!(media(&mut owner, photo).await, StatusCode::OK);
}

// S62
async fn what_was_sorted_by_hand_is_undone_by_one_button_and_the_page_goes_on_with_the_next(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let [first, second, _] = a_day(&scene, &school).await;
    let (own, ben) = (own_gallery(&scene, &school).await, gallery(&scene, &school, 1).await);
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let [job, from, to] = [school.job.to_string(), own.to_string(), ben.to_string()];
    let [photo, next] = [first.to_string(), second.to_string()];
    let fields = [
        ("studio", "nordlicht"),
        ("back", &*job),
        ("from", &*from),
        ("to", &*to),
        ("photos[0]", &*photo),
        ("next", &*next),
    ];
    let sorted = owner.post("/api/jobs/sort", &fields).await;
    let page = owner.get(sorted.location()).await.body;
    assert!(page.contains("1 photograph has found its place") && page.contains("autofocus"), "{page}");
    let moment = field(&page, "sorted").to_owned();
    let undo = [("studio", "nordlicht"), ("back", &*job), ("from", &*to), ("to", &*from), ("sorted", &*moment)];
    let undone = owner.post("/api/jobs/unsort", &undo).await;
    assert!(owner.get(undone.location()).await.body.contains("It is as it was before"));
    assert_eq!(house.store.photo_job(&scene.desk, school.job).await.unwrap().unsorted, 2);
    assert_eq!(owner.call("/api/jobs/unsort", &undo).await.status, StatusCode::NOT_FOUND);
}

// S62
async fn the_page_says_what_is_left_to_people(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let ole = scene.subject(school.job, ("Ole", "Nimmt"), None).await;
    let empty = scene.subject(school.job, ("Ida", "Sommer"), None).await;
    let own = own_gallery(&scene, &school).await;
    scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let doubtful = CardsSeen { codes: Vec::new(), unread: true };
    scene.shot(own, "IMG_2.jpg", 2, doubtful).await;
    scene.shot(own, "IMG_3.jpg", 3, CardsSeen::default()).await;
    scene.shot(own, "IMG_4.jpg", 4, scene.card_of(school.job, empty).await).await;
    scene.arriving(own, "IMG_5.jpg", noon()).await;
    let lease = scene.take_work(noon()).await;
    scene.store.refuse_photo(&lease, domain::photo::Unreadable::Damaged).await.unwrap();
    scene.arriving(own, "IMG_6.jpg", noon()).await;
    scene.begin(own, &an_upload("IMG_7.jpg", &Bytes::from_static(b"a card, perhaps"))).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let page = owner.get(&format!("/studio/nordlicht/jobs/{}/photos?propose=cards", school.job)).await.body;
    for said in [
        "1 photograph was taken before the first card",
        "1 photograph follows a card that is not clear",
        "Looks like a card, and could not be read",
        "1 picture is still being looked at",
        "1 file is still on its way, and may be a card",
        "1 file could not be read: it may be a card",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let after = |key: &str| page.split(key).nth(1).unwrap_or_default().split("</li>").next().unwrap_or_default();
    assert!(after("1 card with no photograph after it").contains("Ida Sommer"));
    assert!(after("1 person is not photographed yet").contains("Ole Nimmt"), "{ole}");
}
