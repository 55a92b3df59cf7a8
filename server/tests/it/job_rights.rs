//! What holds whoever asks and however: who is protected by the form that says so, what a closed job answers, how many children one
//! device finds, when the staff code ends, and what is read before any name (S40 to S64); over HTTP.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::PhotoJobId;
use domain::photo_job::{Consent, JobState};
use http::StatusCode;
use store::JobCode;
use store::fixtures::{Scene, School, all_rows, noon};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};
use crate::job_photos::{STUDIO, anna, shows};
use crate::photo_jobs::{PARENTS, find_in};
use crate::same_answer::said;

on_both!(
    what_the_form_says_of_a_child_is_kept_shown_again_and_holds_for_pictures,
    a_child_that_the_form_protects_is_in_no_list_found_by_no_name_and_not_among_what_staff_see,
    consent_that_is_given_again_leaves_everything_else_as_it_was,
    a_job_that_is_not_open_answers_nothing_to_whoever_came_in_before_and_keeps_nothing_of_it,
    six_children_are_found_by_one_device_and_the_seventh_is_put_off_whether_it_exists_or_not,
    after_the_last_day_of_its_code_staff_are_out_and_the_code_is_like_any_that_opens_nothing,
    the_notice_stands_before_every_name_in_both_ways_to_a_child,
);

const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";

async fn at_school(scene: &Scene<'_>, finding: bool) -> School {
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    scene.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
    school
}

/// Another parent, who has typed the connection code.
async fn parent(house: &TestHouse) -> Browser {
    let mut browser = house.browser();
    assert!(browser.enter("nordlicht", PARENTS).await.location().starts_with("/nordlicht/find/"));
    browser
}

/// A child is chosen from the list, with the box ticked.
async fn confirm(browser: &mut Browser, school: &School, child: usize) -> Answer {
    let child = school.children[child].to_string();
    let fields = [STUDIO, ("child", &*child), ("entitled", "yes")];
    browser.call("/api/children/confirm", &fields).await
}

/// Everything that an answer tells, but for the header that repeats which address was asked.
fn told(answer: &Answer) -> (StatusCode, String, Vec<(String, String)>) {
    let mut headers = said(&answer.headers);
    headers.retain(|(name, _)| name != "serverfnerror");
    (answer.status, answer.body.clone(), headers)
}

fn until(house: &TestHouse, moment: &str) {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    house.clock.advance(moment - house.clock.now());
}

/// The page of Ben Öztürk, the child whom the form is about.
fn page_of_ben(school: &School) -> String {
    format!("/studio/nordlicht/jobs/{}/subjects/{}", school.job, school.children[1])
}

/// The form in the section with that heading.
fn form<'a>(page: &'a str, heading: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("id=\"{heading}\"")).unwrap_or_else(|| panic!("{heading}: {page}"));
    rest.split("</form>").next().unwrap()
}

/// What a form sends by itself.
fn hidden(form: &str) -> Vec<(String, String)> {
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!("{name}=\"")).unwrap_or_else(|| panic!("{name}: {tag}"));
        rest.split('"').next().unwrap().to_owned()
    };
    let tags = form.split("type=\"hidden\"").skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.map(|tag| (value(tag, "name"), value(tag, "value"))).collect()
}

/// Sends a form of the child's page as it is offered, with these boxes ticked; answers the page as it is then.
async fn send(anna: &mut Browser, page: &str, heading: &str, ticks: &[&str]) -> String {
    anna.referer = Some(format!("{PUBLIC_URL}{page}"));
    let offered = anna.get(page).await.body;
    let offered = hidden(form(&offered, heading));
    let mut fields: Vec<(&str, &str)> = offered.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields.extend(ticks.iter().map(|tick| (*tick, "on")));
    let to = anna.post("/api/jobs/protect", &fields).await.location().to_owned();
    let answered = anna.get(&to).await.body;
    assert!(answered.contains("Saved."), "{answered}");
    anna.get(page).await.body
}

/// The boxes: protected, own pictures, pictures of the group.
const BOXES: [&str; 3] = ["protected", "consent", "group_consent"];

/// Says this of the child, by the form.
async fn say(anna: &mut Browser, page: &str, on: [bool; 3]) -> String {
    let ticks: Vec<&str> = BOXES.into_iter().zip(on).filter(|(_, on)| *on).map(|(name, _)| name).collect();
    send(anna, page, "s-rights", &ticks).await
}

/// What the store holds of the child.
async fn held(scene: &Scene<'_>, school: &School) -> [bool; 3] {
    let child = scene.store.subject(&scene.desk, school.children[1]).await.unwrap().0;
    [child.protected, child.consent == Consent::Given, child.group_consent == Consent::Given]
}

/// What the boxes of the page say.
fn boxes(page: &str) -> [bool; 3] {
    let rights = form(page, "s-rights");
    BOXES.map(|name| {
        let (_, rest) = rights.split_once(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name}: {rights}"));
        rest.split('>').next().unwrap().contains("checked")
    })
}

// S63
async fn what_the_form_says_of_a_child_is_kept_shown_again_and_holds_for_pictures(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    let (page, own, class) = (page_of_ben(&school), school.photos[1], school.group_photos[0]);
    let mut families = [house.browser(), house.browser()];
    for (family, child) in families.iter_mut().zip([1, 0]) {
        family.enter("nordlicht", &scene.subject_code(school.job, school.children[child]).await).await;
    }
    let [family, other] = &mut families;
    let mut anna = anna(&house).await;
    for (on, seen) in [
        ([false, true, true], [true, true]),
        // Its own pictures without those of the class, and then neither.
        ([false, true, false], [true, false]),
        ([false, false, true], [false, false]),
        // Protected, it is seen by its own code, and holds back the pictures of its class.
        ([true, true, true], [true, false]),
        ([true, false, true], [false, false]),
        ([false, true, true], [true, true]),
    ] {
        let after = say(&mut anna, &page, on).await;
        assert_eq!((held(&scene, &school).await, boxes(&after)), (on, on));
        assert_eq!([shows(family, own).await, shows(family, class).await], seen, "{on:?}");
        assert_eq!(shows(other, class).await, seen[1], "{on:?}: the family of a classmate");
    }
}

// S41, S47, S54, S63
async fn a_child_that_the_form_protects_is_in_no_list_found_by_no_name_and_not_among_what_staff_see(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    let (page, job) = (page_of_ben(&school), school.job.to_string());
    let (list, sheet) = (format!("/nordlicht/find/{job}?read=yes"), format!("/nordlicht/jobs/{job}"));
    let mut teacher = house.browser();
    teacher.enter("nordlicht", STAFF).await;
    let mut anna = anna(&house).await;
    for protected in [false, true] {
        say(&mut anna, &page, [protected, true, true]).await;
        scene.store.set_finding(&scene.desk, school.job, true).await.unwrap();
        let found = find_in(&mut parent(&house).await, school.job, ["Ben", "Öztürk", "1a"]).await;
        assert_eq!(found.status == StatusCode::OK, !protected, "{}", found.body);
        assert_eq!(found.body.contains("rejected"), protected, "{}", found.body);
        scene.store.set_finding(&scene.desk, school.job, false).await.unwrap();
        let mut reader = parent(&house).await;
        for page in [reader.get(&list).await.body, teacher.get(&sheet).await.body] {
            assert!(page.contains("Carla Rossi"), "{page}");
            assert_eq!(page.contains("Öztürk"), !protected, "{page}");
        }
        assert_eq!(confirm(&mut reader, &school, 1).await.status == StatusCode::OK, !protected);
        assert_eq!(shows(&mut teacher, school.photos[1]).await, !protected);
    }
    // Unless the studio says that staff see protected people too.
    let terms = [STUDIO, ("job", &*job), ("protected", "on")];
    assert_eq!(anna.call("/api/jobs/staff_terms", &terms).await.status, StatusCode::OK);
    assert!(teacher.get(&sheet).await.body.contains("Ben Öztürk") && shows(&mut teacher, school.photos[1]).await);
}

// S63, T40
async fn consent_that_is_given_again_leaves_everything_else_as_it_was(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    let (page, child) = (page_of_ben(&school), school.children[1].to_string());
    let mut family = house.browser();
    family.enter("nordlicht", &scene.subject_code(school.job, school.children[1]).await).await;
    let mut anna = anna(&house).await;
    for on in [[true, true, true], [true, true, false], [false, true, true]] {
        say(&mut anna, &page, on).await;
        anna.post("/api/jobs/withdraw", &[STUDIO, ("subject", &child)]).await;
        assert_eq!(held(&scene, &school).await, [on[0], false, on[2]]);
        assert!(!shows(&mut family, school.photos[1]).await, "{on:?}");
        // What the page offers for that, and not a tick more.
        let after = send(&mut anna, &page, "s-withdraw", &[]).await;
        assert_eq!((held(&scene, &school).await, boxes(&after)), (on, on));
        assert!(shows(&mut family, school.photos[1]).await, "{on:?}");
        let found = find_in(&mut parent(&house).await, school.job, ["Ben", "Öztürk", "1a"]).await;
        assert_eq!(found.status == StatusCode::OK, !on[0], "{on:?}: {}", found.body);
    }
}

/// What a parent may send: the names of a child, names that nobody has, and a child of the list.
async fn asks(browser: &mut Browser, school: &School) -> [Answer; 3] {
    [
        find_in(browser, school.job, ["Zoë", "van Dijk", "1b"]).await,
        find_in(browser, school.job, ["Nobody", "Here", "1b"]).await,
        confirm(browser, school, 4).await,
    ]
}

/// While it is open, each way to a child leads to one.
async fn is_open(house: &TestHouse, scene: &Scene<'_>, school: &School) {
    for finding in [true, false] {
        scene.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
        let answers = asks(&mut parent(house).await, school).await;
        assert_eq!(answers.map(|answer| answer.status == StatusCode::OK), [finding, false, !finding]);
    }
}

/// Whatever is asked, by whichever way there is, it is not there, and nothing is written.
async fn is_not_there(house: &TestHouse, scene: &Scene<'_>, (school, parent): (&School, &mut Browser), when: &str) {
    let mut answers = Vec::new();
    for finding in [true, false] {
        scene.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
        let before = all_rows(&house.store).await;
        answers.extend(asks(parent, school).await.iter().map(told));
        assert_eq!(all_rows(&house.store).await, before, "{when}");
    }
    assert_eq!(answers[0].0, StatusCode::NOT_FOUND, "{when}");
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{when}: {answers:?}");
    assert!(!shows(parent, school.photos[4]).await, "{when}");
}

// S48, S57
async fn a_job_that_is_not_open_answers_nothing_to_whoever_came_in_before_and_keeps_nothing_of_it(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    let set = async |state| scene.store.set_job_state(&scene.desk, school.job, state).await.unwrap();
    for state in [JobState::Planning, JobState::Archived] {
        set(JobState::Published).await;
        is_open(&house, &scene, &school).await;
        let mut inside = parent(&house).await;
        set(state).await;
        is_not_there(&house, &scene, (&school, &mut inside), state.as_str()).await;
    }
    set(JobState::Published).await;
    until(&house, "2027-09-14T23:00:00Z");
    is_open(&house, &scene, &school).await;
    let mut inside = parent(&house).await;
    until(&house, "2027-09-15T00:01:00Z");
    is_not_there(&house, &scene, (&school, &mut inside), "after its last day").await;
}

/// Eight children of one class, all of them called Kim.
const CLASS: [&str; 8] = ["Ahlers", "Brandt", "Claasen", "Demir", "Ebert", "Fuchs", "Grimm", "Hansen"];

async fn finds(browser: &mut Browser, job: PhotoJobId, last_name: &str) -> Answer {
    find_in(browser, job, ["Kim", last_name, ""]).await
}

// S64, T31, SECURITY section 4: a large family finds all its children, and nobody a class
async fn six_children_are_found_by_one_device_and_the_seventh_is_put_off_whether_it_exists_or_not(house: TestHouse) {
    let scene = house.scene().await;
    let job = scene.photo_job("Spring 2027").await;
    let class = scene.group(job, "2c").await;
    let mut photos = Vec::new();
    for last_name in CLASS {
        let child = scene.subject(job, ("Kim", last_name), Some(class)).await;
        let gallery = scene.store.subject(&scene.desk, child).await.unwrap().0.gallery;
        photos.push(scene.photo(gallery, "portrait.jpg", noon()).await);
    }
    scene.job_code(job, JobCode::Connection, PARENTS).await;
    scene.store.set_finding(&scene.desk, job, true).await.unwrap();
    scene.store.set_job_state(&scene.desk, job, JobState::Published).await.unwrap();
    let stated = async || scene.store.confirmations_part(&scene.desk, job, None, (0, 9)).await.unwrap().confirmations;
    let mut family = parent(&house).await;
    for (last_name, photo) in CLASS.into_iter().zip(&photos).take(6) {
        assert_eq!(finds(&mut family, job, last_name).await.status, StatusCode::OK, "{last_name}");
        assert!(shows(&mut family, *photo).await, "{last_name}");
    }
    let right = finds(&mut family.clone(), job, CLASS[6]).await;
    let wrong = finds(&mut family.clone(), job, "Nowhere").await;
    assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS, "{}", right.body);
    assert_eq!(told(&right), told(&wrong));
    assert_eq!(stated().await.len(), 6);
    assert!(!shows(&mut family, photos[6]).await);
    // The studio is told wherever it looks at this job, and of this job alone.
    let other = scene.photo_job("Autumn 2027").await;
    let mut anna = anna(&house).await;
    let job_page = format!("/studio/nordlicht/jobs/{job}");
    let alert = "devices wanted 2 times to open more children in “Spring 2027”";
    for page in ["/studio/nordlicht".to_owned(), format!("{job_page}/access"), job_page] {
        let body = anna.get(&page).await.body;
        assert!(body.contains(alert), "{page}: {body}");
    }
    let other = anna.get(&format!("/studio/nordlicht/jobs/{other}")).await.body;
    assert!(other.contains("Autumn 2027") && !other.contains(alert), "{other}");
    // Another device is counted for itself, and this one finds one more the next day.
    assert_eq!(finds(&mut parent(&house).await, job, CLASS[6]).await.status, StatusCode::OK);
    house.clock.advance(TimeDelta::days(1));
    family.enter("nordlicht", PARENTS).await;
    assert_eq!(finds(&mut family, job, CLASS[6]).await.status, StatusCode::OK);
    assert_eq!(finds(&mut family, job, CLASS[7]).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(stated().await.len(), 8);
}

// S41
async fn after_the_last_day_of_its_code_staff_are_out_and_the_code_is_like_any_that_opens_nothing(house: TestHouse) {
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    let (job, photo) = (school.job.to_string(), school.photos[1]);
    let sheet = format!("/nordlicht/jobs/{job}");
    let terms = [STUDIO, ("job", &*job), ("until", "2026-08-02")];
    assert_eq!(anna(&house).await.call("/api/jobs/staff_terms", &terms).await.status, StatusCode::OK);
    until(&house, "2026-08-02T23:00:00Z");
    let mut family = house.browser();
    family.enter("nordlicht", &scene.subject_code(school.job, school.children[1]).await).await;
    let mut teacher = house.browser();
    assert_eq!(teacher.enter("nordlicht", STAFF).await.location(), sheet);
    assert!(shows(&mut teacher, photo).await && shows(&mut teacher, school.group_photos[0]).await);
    assert_eq!(teacher.get(&sheet).await.status, StatusCode::OK);
    // The visit itself would go on for hours.
    until(&house, "2026-08-03T00:01:00Z");
    assert!(!shows(&mut teacher, photo).await && !shows(&mut teacher, school.group_photos[0]).await);
    assert_eq!(teacher.get(&sheet).await.status, StatusCode::NOT_FOUND);
    assert!(shows(&mut family, photo).await, "the code of a family has no such day");
    let mut answers = Vec::new();
    for code in ["AAAA-AAAA-AAAA", STAFF] {
        let fields = [STUDIO, ("code", code)];
        let by_form = house.browser().enter("nordlicht", code).await;
        let by_script = house.browser().call("/api/front_door", &fields).await;
        assert!(by_script.body.contains("rejected"), "{}", by_script.body);
        answers.push((told(&by_form), told(&by_script)));
    }
    assert_eq!(answers[0], answers[1]);
}

// S50
async fn the_notice_stands_before_every_name_in_both_ways_to_a_child(house: TestHouse) {
    let notice = "On this page you find the pictures of your own child. It is for parents and legal guardians.";
    let scene = house.scene().await;
    let school = at_school(&scene, true).await;
    let way = format!("/nordlicht/find/{}", school.job);
    for finding in [true, false] {
        scene.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
        let mut parent = parent(&house).await;
        // Nor does the address of one child lead past it.
        for page in [way.clone(), format!("{way}?child={}", school.children[4])] {
            let page = parent.get(&page).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains(notice) && page.body.contains(&format!("{way}?read=yes")), "{}", page.body);
            for name in ["Müller", "Öztürk", "Carla", "Rossi", "Zoë", "van Dijk", "name=\"first_name\"", "/m/"] {
                assert!(!page.body.contains(name), "{name}: {}", page.body);
            }
        }
        let after = parent.get(&format!("{way}?read=yes")).await.body;
        assert!(!after.contains(notice), "{after}");
        assert_eq!((after.contains("name=\"first_name\""), after.contains("Carla Rossi")), (finding, !finding));
    }
}
