//! T28 of photo jobs: everybody who comes in by a code of a job, at every kind of photograph, by every route, against tables.

use std::collections::BTreeSet;

use domain::access::StaffTerms;
use domain::ids::{GalleryId, PhotoId, SubjectId};
use domain::photo::Size;
use domain::photo_job::{Consent, JobState};
use http::Method;
use store::fixtures::{Scene, School, noon};
use store::{CardsSeen, JobCode};

use crate::browser::{Answer, Browser, TestHouse};
use crate::viewers::rows;

on_both!(
    everybody_gets_of_every_photograph_of_a_job_by_every_route_what_the_table_says,
    everybody_finds_the_pages_and_reads_the_names_that_the_table_says,
    no_address_of_the_studio_opens_for_anybody_who_came_in_by_a_code_of_a_job,
);

/// What each photograph is to whom: `see`; `hid` in a gallery that they see; `-`, nothing at all.
/// Class 1a: Carla (`own`), Anna (`mate`), Ben (protected), Dora (refused), Emil (withdrawn). `shown` and `held` are of the class,
/// on `held` everybody may be. `unsorted` and `card` wait in the job; `own card` and `deleted` are in Carla's gallery. Class 1b:
/// Zoë (`other`) and `class b`. `extra` was sorted to a printed extra card.
const PHOTOGRAPHS: &str = "
| who                      | own | mate | protected | refused | withdrawn | shown | held | other | class b | unsorted | card | own card | deleted | extra |
| ------------------------ | --- | ---- | --------- | ------- | --------- | ----- | ---- | ----- | ------- | -------- | ---- | -------- | ------- | ----- |
| nobody                   | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | -     |
| own code                 | see | -    | -         | -       | -         | see   | hid  | -     | -       | -        | -    | hid      | hid     | -     |
| own code, protected      | -   | -    | see       | -       | -         | see   | hid  | -     | -       | -        | -    | -        | -       | -     |
| own code, refused        | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | -     |
| own code, withdrawn      | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | -     |
| own code, extra card     | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | see   |
| connection, list         | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | -     |
| connection, by name      | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | -     |
| confirmed, list          | see | -    | -         | -       | -         | see   | hid  | -     | -       | -        | -    | hid      | hid     | -     |
| confirmed, by name       | see | -    | -         | -       | -         | see   | hid  | -     | -       | -        | -    | hid      | hid     | -     |
| staff                    | see | see  | -         | -       | -         | see   | hid  | see   | see     | -        | -    | hid      | hid     | -     |
| staff of 1b              | -   | -    | -         | -       | -         | -     | -    | see   | see     | -        | -    | -        | -       | -     |
| staff, protected too     | see | see  | see       | -       | -         | see   | hid  | see   | see     | -        | -    | hid      | hid     | -     |
| staff of another job     | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | -     |
| family of another studio | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | -     |
| another studio's owner   | -   | -    | -         | -       | -         | -     | -    | -     | -       | -        | -    | -        | -       | -     |
";

/// What the routes then answer: `/m/{photo}/{size}` for each size, and for whoever has it already; the photograph's page;
/// `/api/photos/around`, and for whoever claims to look through the family's eyes (`x`: refused in one way or another); the page
/// of its gallery, and whether it is on it.
const ROUTES: &str = "
| to  | s   | m   | l   | kept | photo | around | eyes | gallery | on it |
| --- | --- | --- | --- | ---- | ----- | ------ | ---- | ------- | ----- |
| see | 200 | 200 | 200 | 304  | 200   | 200    | x    | 200     | yes   |
| hid | 404 | 404 | 404 | 404  | 404   | 404    | x    | 200     | no    |
| -   | 404 | 404 | 404 | 404  | 404   | 404    | x    | 404     | no    |
";

/// Which pages there are, and whose names they read on all of them together: Carla (`own`), Müller (`mate`, and one more in 1b), and
/// so on. `listed` is the page of one name of a list, `hidden` that of the protected child, whose id somebody knows; where names are
/// typed both are the form for that.
const PAGES: &str = "
| who                      | children | find | listed | hidden | jobs | job's own | overview | own | mate | protected | refused | withdrawn | other |
| ------------------------ | -------- | ---- | ------ | ------ | ---- | --------- | -------- | --- | ---- | --------- | ------- | --------- | ----- |
| nobody                   | 404      | 404  | 404    | 404    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
| own code                 | 200      | 404  | 404    | 404    | 404  | 404       | 404      | yes | -    | -         | -       | -         | -     |
| own code, protected      | 200      | 404  | 404    | 404    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
| own code, refused        | 200      | 404  | 404    | 404    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
| own code, withdrawn      | 200      | 404  | 404    | 404    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
| own code, extra card     | 200      | 404  | 404    | 404    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
| connection, list         | 404      | 200  | 200    | 404    | 404  | 404       | 404      | yes | yes  | -         | -       | -         | yes   |
| connection, by name      | 404      | 200  | 200    | 200    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
| confirmed, list          | 200      | 200  | 200    | 404    | 404  | 404       | 404      | yes | yes  | -         | -       | -         | yes   |
| confirmed, by name       | 200      | 200  | 200    | 200    | 404  | 404       | 404      | yes | -    | -         | -       | -         | -     |
| staff                    | 404      | 404  | 404    | 404    | 200  | 404       | 404      | yes | yes  | -         | -       | -         | yes   |
| staff of 1b              | 404      | 404  | 404    | 404    | 200  | 404       | 404      | -   | yes  | -         | -       | -         | yes   |
| staff, protected too     | 404      | 404  | 404    | 404    | 200  | 404       | 404      | yes | yes  | yes       | -       | -         | yes   |
| staff of another job     | 404      | 404  | 404    | 404    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
| family of another studio | 404      | 404  | 404    | 404    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
| another studio's owner   | 404      | 404  | 404    | 404    | 404  | 404       | 404      | -   | -    | -         | -       | -         | -     |
";

const NAMES: [&str; 6] = ["Carla", "Müller", "Öztürk", "Kaya", "Sommer", "Dijk"];
const PARENTS: &str = "LINDENHOF-2026-HERBST";
const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";
const OTHER_STAFF: &str = "STAFF-OF-ANOTHER-JOB-2";

/// Everything that somebody could want to see.
struct Wanted {
    school: School,
    /// The job's own gallery.
    own: GalleryId,
    /// Refused, withdrawn, and the one of the extra card.
    refused: SubjectId,
    withdrawn: SubjectId,
    extra: SubjectId,
    /// In the order of the columns, each with the gallery where it is.
    photos: Vec<(GalleryId, PhotoId)>,
    /// Whose own code opens something at another studio.
    elsewhere: String,
}

async fn gallery(scene: &Scene<'_>, child: SubjectId) -> GalleryId {
    scene.store.subject(&scene.desk, child).await.unwrap().0.gallery
}

/// A child of 1a with a photograph.
async fn one_more(scene: &Scene<'_>, school: &School, names: (&str, &str)) -> (SubjectId, (GalleryId, PhotoId)) {
    let child = scene.subject(school.job, names, Some(school.classes[0])).await;
    let gallery = gallery(scene, child).await;
    (child, (gallery, scene.photo(gallery, "portrait.jpg", noon()).await))
}

async fn wanted(house: &TestHouse, scene: &Scene<'_>) -> Wanted {
    let school = scene.school().await;
    let store = &house.store;
    let [anna, ben, carla, _, zoe] = school.children;
    let (dora, refused) = one_more(scene, &school, ("Dora", "Kaya")).await;
    let (emil, withdrawn) = one_more(scene, &school, ("Emil", "Sommer")).await;
    let own = store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    let carlas = gallery(scene, carla).await;
    let classes: Vec<GalleryId> =
        store.groups(&scene.desk, school.job).await.unwrap().iter().map(|group| group.gallery).collect();
    let shown = scene.photo(classes[0], "two friends.jpg", noon()).await;
    let unsorted = scene.shot(own, "IMG_1.jpg", 1, CardsSeen::default()).await;
    let card = scene.shot(own, "IMG_2.jpg", 2, scene.card_of(school.job, carla).await).await;
    let own_card = scene.shot(carlas, "IMG_3.jpg", 3, scene.card_of(school.job, carla).await).await;
    let deleted = scene.photo(carlas, "IMG_4.jpg", noon()).await;
    store.print_extra_cards(&scene.desk, school.job, 1, noon()).await.unwrap();
    let extra = store.extra_cards(&scene.desk, school.job).await.unwrap().remove(0).subject;
    let of_extra = scene.photo(extra.gallery, "IMG_5.jpg", noon()).await;
    scene.protect(ben, true, Consent::Given, Consent::Given).await;
    scene.protect(dora, false, Consent::Refused, Consent::Refused).await;
    store.withdraw_consent(&scene.desk, emil, noon()).await.unwrap();
    let class = [anna, ben, carla, dora, emil];
    let was = store.job_photo(&scene.desk, school.job, shown).await.unwrap().said();
    store.say_who_is_on(&scene.desk, school.job, shown, &class, &BTreeSet::from([anna, carla]), &was).await.unwrap();
    store.delete_photos(&scene.desk, &scene.grant(carlas).await, &[deleted], noon()).await.unwrap();
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    let photos = vec![
        (carlas, school.photos[2]),
        (gallery(scene, anna).await, school.photos[0]),
        (gallery(scene, ben).await, school.photos[1]),
        refused,
        withdrawn,
        (classes[0], shown),
        (classes[0], school.group_photos[0]),
        (gallery(scene, zoe).await, school.photos[4]),
        (classes[1], school.group_photos[1]),
        (own, unsorted),
        (own, card),
        (carlas, own_card),
        (carlas, deleted),
        (extra.gallery, of_extra),
    ];
    let elsewhere = others(house, scene).await;
    Wanted { school, own, refused: dora, withdrawn: emil, extra: extra.id, photos, elsewhere }
}

/// A job beside it with staff of its own, and one of another studio with a family; the family's code.
async fn others(house: &TestHouse, scene: &Scene<'_>) -> String {
    let beside = scene.photo_job("Spring 2027").await;
    scene.job_code(beside, JobCode::Staff, OTHER_STAFF).await;
    house.store.set_job_state(&scene.desk, beside, JobState::Published).await.unwrap();
    let foreign = Scene::another(&house.store, "suedlicht").await;
    let job = foreign.photo_job("Autumn 2026").await;
    let child = foreign.subject(job, ("Finn", "Petersen"), None).await;
    house.store.set_job_state(&foreign.desk, job, JobState::Published).await.unwrap();
    foreign.subject_code(job, child).await
}

/// Somebody who has just come in. How parents find their child and how far the staff code reaches is set for them; both hold for
/// open visits too, so everybody looks before the next one comes.
async fn viewer(house: &TestHouse, scene: &Scene<'_>, wanted: &Wanted, who: &str) -> Browser {
    let (school, store) = (&wanted.school, &house.store);
    let mut browser = house.browser();
    let [_, protected, own, ..] = school.children;
    let child = match who {
        "own code" => Some(own),
        "own code, protected" => Some(protected),
        "own code, refused" => Some(wanted.refused),
        "own code, withdrawn" => Some(wanted.withdrawn),
        "own code, extra card" => Some(wanted.extra),
        _ => None,
    };
    if let Some(child) = child {
        let code = scene.subject_code(school.job, child).await;
        assert_eq!(browser.enter("nordlicht", &code).await.location(), "/nordlicht/children", "{who}");
        return browser;
    }
    let (job, child) = (school.job.to_string(), own.to_string());
    if let Some((stage, way)) = who.split_once(", ").filter(|(stage, _)| stage.starts_with("con")) {
        let finding = way == "by name";
        store.set_finding(&scene.desk, school.job, finding).await.unwrap();
        browser.enter("nordlicht", PARENTS).await;
        let names = [("job", &*job), ("first_name", "Carla"), ("last_name", "Rossi"), ("group", "1a")];
        let fields: Vec<_> = [("studio", "nordlicht"), ("entitled", "yes"), ("child", &*child)].into();
        let fields = if finding { [&fields[..2], &names].concat() } else { fields };
        if stage == "confirmed" {
            let action = if finding { "/api/children/find" } else { "/api/children/confirm" };
            assert_eq!(browser.post(action, &fields).await.location(), "/nordlicht/children", "{who}");
        }
        return browser;
    }
    let group = (who == "staff of 1b").then_some(school.classes[1]);
    let terms = StaffTerms { group, until: None, protected: who == "staff, protected too", downloads: false };
    store.set_staff_terms(&scene.desk, school.job, terms).await.unwrap();
    match who {
        "nobody" => {}
        "staff of another job" => drop(browser.enter("nordlicht", OTHER_STAFF).await),
        "family of another studio" => drop(browser.enter("suedlicht", &wanted.elsewhere).await),
        "another studio's owner" => browser = house.owner_of("owner@suedlicht.example").await,
        staff => {
            let way = format!("/nordlicht/jobs/{job}");
            assert_eq!(browser.enter("nordlicht", STAFF).await.location(), way, "{staff}");
        }
    }
    browser
}

fn status(answer: &Answer) -> String {
    answer.status.as_u16().to_string()
}

/// What each route answers about a photograph, in the order of its table.
async fn answers(browser: &mut Browser, wanted: &Wanted, (gallery, photo): (GalleryId, PhotoId)) -> Vec<String> {
    let mut answers = Vec::new();
    for size in Size::ALL {
        answers.push(status(&browser.get(&format!("/m/{photo}/{size}")).await));
    }
    let tag = format!("\"{photo}-s\"");
    let kept = browser.send(Method::GET, &format!("/m/{photo}/s"), &[("if-none-match", &tag)], Vec::new()).await;
    answers.push(status(&kept));
    answers.push(status(&browser.get(&format!("/nordlicht/g/{gallery}/{photo}")).await));
    let (of, id) = (gallery.to_string(), photo.to_string());
    let fields = [("studio", "nordlicht"), ("gallery", &*of), ("photo", &*id)];
    answers.push(status(&browser.call("/api/photos/around", &fields).await));
    let eyes = format!("subject/{}", wanted.school.children[2]);
    let [studio, gallery, photo] = fields;
    let looked = browser.call("/api/photos/around", &[studio, ("eyes", &*eyes), gallery, photo]).await;
    answers.push(if looked.body.contains(&id) { "told" } else { "x" }.to_owned());
    let page = browser.get(&format!("/nordlicht/g/{of}")).await;
    answers.push(status(&page));
    answers.push(if page.body.contains(&id) { "yes" } else { "no" }.to_owned());
    answers
}

/// That what was found is what is written; else all of both.
#[track_caller]
fn is_as_written(found: &[(&str, Vec<String>)], table: &'static str) {
    let line = |who: &str, cells: &[&str]| format!("| {who} | {} |", cells.join(" | "));
    let written: Vec<String> = rows(table).map(|(who, cells)| line(who, &cells)).collect();
    let found: Vec<String> =
        found.iter().map(|(who, cells)| line(who, &cells.iter().map(String::as_str).collect::<Vec<_>>())).collect();
    assert!(found == written, "found:\n{}\nwritten:\n{}", found.join("\n"), written.join("\n"));
}

// T28, S41, S47 to S49, S51, S58, S61 to S63
async fn everybody_gets_of_every_photograph_of_a_job_by_every_route_what_the_table_says(house: TestHouse) {
    let scene = house.scene().await;
    let wanted = wanted(&house, &scene).await;
    let mut found = Vec::new();
    for (who, _) in rows(PHOTOGRAPHS) {
        let mut browser = viewer(&house, &scene, &wanted, who).await;
        let mut cells = Vec::new();
        for photo in &wanted.photos {
            let answers = answers(&mut browser, &wanted, *photo).await;
            let named = rows(ROUTES).find(|(_, expected)| answers == *expected);
            cells.push(named.map_or_else(|| answers.join("/"), |(name, _)| name.to_owned()));
        }
        found.push((who, cells));
    }
    is_as_written(&found, PHOTOGRAPHS);
}

// T28, S41, S47, S50, S51, S58, S63
async fn everybody_finds_the_pages_and_reads_the_names_that_the_table_says(house: TestHouse) {
    let scene = house.scene().await;
    let wanted = wanted(&house, &scene).await;
    let job = wanted.school.job;
    let [anna, ben, ..] = wanted.school.children;
    let pages = [
        "children".to_owned(),
        format!("find/{job}?read=yes"),
        format!("find/{job}?read=yes&child={anna}"),
        format!("find/{job}?read=yes&child={ben}"),
        format!("jobs/{job}"),
        format!("g/{}", wanted.own),
        "overview".to_owned(),
    ];
    let others = [format!("find/{job}"), format!("jobs/{job}?group={}", wanted.school.classes[1])];
    let mut found = Vec::new();
    for ((who, _), (_, sees)) in rows(PAGES).zip(rows(PHOTOGRAPHS)) {
        let mut browser = viewer(&house, &scene, &wanted, who).await;
        let (mut cells, mut read) = (Vec::new(), String::new());
        for page in &pages {
            let answer = browser.get(&format!("/nordlicht/{page}")).await;
            cells.push(status(&answer));
            read += &answer.body;
        }
        for page in &others {
            read += &browser.get(&format!("/nordlicht/{page}")).await.body;
        }
        cells.extend(NAMES.map(|name| if read.contains(name) { "yes" } else { "-" }.to_owned()));
        // No page names a photograph that is not seen.
        for ((_, photo), cell) in wanted.photos.iter().zip(sees) {
            assert!(cell == "see" || !read.contains(&photo.to_string()), "{who}: {photo}, {cell}");
        }
        found.push((who, cells));
    }
    is_as_written(&found, PAGES);
}

// T28, B12
async fn no_address_of_the_studio_opens_for_anybody_who_came_in_by_a_code_of_a_job(house: TestHouse) {
    let scene = house.scene().await;
    let wanted = wanted(&house, &scene).await;
    let (job, child) = (wanted.school.job, wanted.school.children[2]);
    let (gallery, photo) = wanted.photos[0];
    let (family, staff) = (format!("as/subject/{child}"), format!("as/staff/{job}"));
    let addresses = [
        String::new(),
        "jobs".to_owned(),
        format!("jobs/{job}"),
        format!("jobs/{job}/cards.pdf"),
        format!("jobs/{job}/subjects/{child}"),
        format!("jobs/{job}/subjects/{child}/copy.zip"),
        format!("jobs/{job}/photos"),
        format!("jobs/{job}/photos?of={gallery}"),
        format!("jobs/{job}/on/{}", wanted.school.group_photos[0]),
        format!("jobs/{job}/access"),
        format!("jobs/{job}/settings"),
        format!("jobs/{job}/roster"),
        "search?find=carla".to_owned(),
        family.clone(),
        format!("{family}/children"),
        format!("{family}/phone"),
        format!("{family}/g/{gallery}"),
        format!("{family}/g/{gallery}/{photo}"),
        staff.clone(),
        format!("{staff}/jobs/{job}"),
        format!("{staff}/g/{gallery}"),
    ];
    for (who, _) in rows(PHOTOGRAPHS) {
        let mut browser = viewer(&house, &scene, &wanted, who).await;
        let expected = if who == "another studio's owner" { ("404", "") } else { ("302", "/sign-in") };
        for address in &addresses {
            let answer = browser.get(format!("/studio/nordlicht/{address}").trim_end_matches('/')).await;
            let got = (status(&answer), answer.location());
            let got = (got.0.replace("303", "302"), got.1);
            assert_eq!((&*got.0, got.1), expected, "{who} at {address}");
            assert!(!NAMES.iter().any(|name| answer.body.contains(name)), "{who} at {address}");
        }
    }
}
