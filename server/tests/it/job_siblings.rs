//! A family with several children, at one school and at two: each is confirmed by itself, and all are seen together (S49).

use chrono::{NaiveDate, TimeDelta};
use domain::ids::{PhotoId, PhotoJobId, SubjectId};
use domain::photo_job::{JobName, JobState, Organisation};
use http::StatusCode;
use store::fixtures::{Scene, School, noon};
use store::{JobCode, JobDetails};

use crate::browser::{Answer, Browser, TestHouse};

const PARENTS: &str = "LINDENHOF-2026-HERBST";
const ELSEWHERE: &str = "WALDSCHULE-2026-FOTO";
const ANOTHER: &str = "Add another child";
/// The children of the fixture that are brothers and sisters here: Ben, Zoë, Carla.
const FAMILY: [usize; 3] = [1, 4, 2];
const NAMES: [[&str; 3]; 3] = [["Ben", "Öztürk", "1a"], ["Zoë", "van Dijk", "1b"], ["Carla", "Rossi", "1a"]];

async fn school(scene: &Scene<'_>, finding: bool) -> School {
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    scene.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
    school
}

async fn media(browser: &mut Browser, photo: PhotoId) -> StatusCode {
    browser.get(&format!("/m/{photo}/s")).await.status
}

async fn confirm(browser: &mut Browser, child: SubjectId, entitled: bool) -> Answer {
    let child = child.to_string();
    let mut fields = vec![("studio", "nordlicht"), ("child", &*child)];
    fields.extend(entitled.then_some(("entitled", "yes")));
    browser.call("/api/children/confirm", &fields).await
}

async fn find(browser: &mut Browser, job: PhotoJobId, names: [&str; 3], entitled: bool) -> Answer {
    let job = job.to_string();
    let [first_name, last_name, group] = names;
    let mut fields = vec![
        ("studio", "nordlicht"),
        ("job", &*job),
        ("first_name", first_name),
        ("last_name", last_name),
        ("group", group),
    ];
    fields.extend(entitled.then_some(("entitled", "yes")));
    browser.call("/api/children/find", &fields).await
}

/// Where the links lead that begin with these words, in their order.
fn leads(page: &str, words: &str) -> Vec<(String, String)> {
    let links = page.split("<a ").skip(1).filter_map(|link| {
        let (tag, rest) = link.split_once('>')?;
        let said: String = rest.split("</a>").next()?.split("<!>").collect();
        let href = tag.split("href=\"").nth(1)?.split('"').next()?;
        said.starts_with(words).then(|| (href.to_owned(), said.trim().to_owned()))
    });
    links.collect()
}

/// That the family's page shows exactly the first so many of them, and their media are open exactly then.
async fn together(parent: &mut Browser, school: &School, count: usize) {
    let page = parent.get("/nordlicht/children").await;
    for (place, child) in FAMILY.into_iter().enumerate() {
        let seen = place < count;
        assert_eq!(page.body.contains(NAMES[place][0]), seen, "{place} of {count}: {}", page.body);
        assert_eq!(page.body.contains(&format!("/m/{}/", school.photos[child])), seen, "{place} of {count}");
        let status = if seen { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(media(parent, school.photos[child]).await, status, "{place} of {count}");
    }
    assert_eq!(page.body.matches("class=\"child\"").count(), count);
}

// S49, S48: in list mode
#[tokio::test]
async fn from_a_list_another_child_is_chosen_and_confirmed_again_and_all_are_seen_together() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene, false).await;
    let mut parent = house.browser();
    parent.enter("nordlicht", PARENTS).await;
    assert_eq!(confirm(&mut parent, school.children[FAMILY[0]], true).await.status, StatusCode::OK);
    together(&mut parent, &school, 1).await;
    for (known, child) in FAMILY.into_iter().enumerate().skip(1) {
        // From the view of the family to the notice, the list, and the question about this child.
        let page = parent.get("/nordlicht/children").await.body;
        let way = leads(&page, ANOTHER);
        assert_eq!(way, [(format!("/nordlicht/find/{}", school.job), ANOTHER.to_owned())]);
        let notice = parent.get(&way[0].0).await.body;
        let list = format!("/nordlicht/find/{}?read=yes", school.job);
        assert!(notice.contains(&format!("href=\"{list}\"")), "{notice}");
        let to = format!("{list}&child={}", school.children[child]);
        assert!(parent.get(&list).await.body.contains(&to.replace('&', "&amp;")));
        let asked = parent.get(&to).await.body;
        assert!(asked.contains("name=\"entitled\"") && !asked.contains("checked"), "{asked}");
        // Known as a parent already, and nothing of the next child before the statement about this one.
        together(&mut parent, &school, known).await;
        let unticked = confirm(&mut parent, school.children[child], false).await;
        assert!(unticked.body.contains("unticked"), "{}", unticked.body);
        together(&mut parent, &school, known).await;
        assert_eq!(confirm(&mut parent, school.children[child], true).await.status, StatusCode::OK);
        together(&mut parent, &school, known + 1).await;
    }
    let recorded = house.store.confirmations_part(&scene.desk, school.job, None, (0, 50)).await.unwrap();
    assert_eq!(recorded.total, 3);
}

// S49, S48, S52: by name
#[tokio::test]
async fn by_name_another_child_is_typed_and_confirmed_again_and_all_are_seen_together() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut parent = house.browser();
    parent.enter("nordlicht", PARENTS).await;
    assert_eq!(find(&mut parent, school.job, NAMES[0], true).await.status, StatusCode::OK);
    together(&mut parent, &school, 1).await;
    for (known, names) in NAMES.into_iter().enumerate().skip(1) {
        let page = parent.get("/nordlicht/children").await.body;
        let way = leads(&page, ANOTHER);
        assert_eq!(way, [(format!("/nordlicht/find/{}", school.job), ANOTHER.to_owned())]);
        assert_eq!(parent.get(&way[0].0).await.status, StatusCode::OK);
        let form = parent.get(&format!("{}?read=yes", way[0].0)).await.body;
        assert!(form.contains("name=\"first_name\"") && form.contains("name=\"entitled\""), "{form}");
        assert!(!form.contains("checked") && !form.contains(names[1]), "{form}");
        let unticked = find(&mut parent, school.job, names, false).await;
        assert!(unticked.body.contains("unticked"), "{}", unticked.body);
        together(&mut parent, &school, known).await;
        assert_eq!(find(&mut parent, school.job, names, true).await.status, StatusCode::OK);
        together(&mut parent, &school, known + 1).await;
    }
    let recorded = house.store.confirmations_part(&scene.desk, school.job, None, (0, 50)).await.unwrap();
    assert_eq!(recorded.total, 3);
}

// S49: children at two schools of one studio
#[tokio::test]
async fn a_family_at_two_schools_reaches_both_and_sees_all_its_children_together() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let new = JobDetails {
        name: JobName::parse("Wald 2026").unwrap(),
        organisation: Organisation::parse("Waldschule").unwrap(),
        shot_on: NaiveDate::from_ymd_opt(2026, 9, 21).unwrap(),
    };
    let other = scene.store.create_photo_job(&scene.desk, &new, noon()).await.unwrap();
    let group = scene.group(other, "5c").await;
    let lena = scene.subject(other, ("Lena", "Öztürk"), Some(group)).await;
    let gallery = scene.store.subject(&scene.desk, lena).await.unwrap().0.gallery;
    let lenas = scene.photo(gallery, "lena.jpg", noon()).await;
    scene.job_code(other, JobCode::Connection, ELSEWHERE).await;
    scene.store.set_finding(&scene.desk, other, true).await.unwrap();
    scene.store.set_job_state(&scene.desk, other, JobState::Published).await.unwrap();
    let mut parent = house.browser();
    parent.enter("nordlicht", PARENTS).await;
    assert_eq!(find(&mut parent, school.job, NAMES[0], true).await.status, StatusCode::OK);
    // One school: nobody is asked which. The other one's names are no way in without its code.
    assert_eq!(leads(&parent.get("/nordlicht/children").await.body, ANOTHER)[0].1, ANOTHER);
    assert_eq!(find(&mut parent, other, ["Lena", "Öztürk", "5c"], true).await.status, StatusCode::NOT_FOUND);
    house.clock.advance(TimeDelta::minutes(1));
    parent.enter("nordlicht", ELSEWHERE).await;
    let ways = leads(&parent.get("/nordlicht/children").await.body, ANOTHER);
    let named = |job, said: &str| (format!("/nordlicht/find/{job}"), format!("{ANOTHER} · {said}"));
    let lindenhof = named(school.job, "Grundschule am Lindenhof · 14 September 2026");
    assert_eq!(ways, [lindenhof, named(other, "Waldschule · 21 September 2026")]);
    assert_eq!(media(&mut parent, lenas).await, StatusCode::NOT_FOUND);
    assert_eq!(find(&mut parent, other, ["Lena", "Öztürk", "5c"], true).await.status, StatusCode::OK);
    let page = parent.get("/nordlicht/children").await.body;
    assert!(page.contains("Ben") && page.contains("Lena") && leads(&page, ANOTHER).len() == 2, "{page}");
    assert_eq!(media(&mut parent, lenas).await, StatusCode::OK);
    assert_eq!(media(&mut parent, school.photos[FAMILY[0]]).await, StatusCode::OK);
    // And a second one of the first school.
    assert_eq!(find(&mut parent, school.job, NAMES[1], true).await.status, StatusCode::OK);
    assert_eq!(parent.get("/nordlicht/children").await.body.matches("class=\"child\"").count(), 3);
    // A code that ends takes its way along, and leaves the other.
    scene.store.end_job_code(&scene.desk, other, JobCode::Connection).await.unwrap();
    let ways = leads(&parent.get("/nordlicht/children").await.body, ANOTHER);
    assert_eq!(ways, [(format!("/nordlicht/find/{}", school.job), ANOTHER.to_owned())]);
}
