//! A parent finds their own child, and staff see the whole job: over HTTP, without scripts.

use std::time::{Duration, Instant};

use domain::ids::PhotoJobId;
use domain::photo_job::{Consent, JobState};
use http::{Method, StatusCode};
use store::fixtures::{Scene, School, all_rows, noon};
use store::{JobCode, Operator};

use crate::browser::{Answer, Browser, TestHouse};
use crate::same_answer::said;

on_both!(
    by_their_own_code_a_parent_sees_their_child_and_its_class_and_nothing_else,
    a_parent_reads_the_notice_types_the_names_states_the_right_and_sees_the_child,
    without_the_statement_nothing_is_looked_up_and_nothing_is_shown,
    a_miss_a_protected_child_a_refusal_and_a_homonym_without_its_class_answer_alike,
    in_list_mode_names_are_read_by_class_and_each_is_confirmed_by_itself,
    where_a_name_is_typed_nobody_is_listed_and_nobody_is_confirmed_by_id,
    staff_see_every_class_and_who_is_missing,
    what_is_withdrawn_is_gone_at_once_in_open_visits_and_for_known_addresses,
    each_state_of_a_job_has_a_plain_message_for_parents,
    a_connection_code_needs_the_operator_all_names_and_the_organisations_word,
    the_way_parents_find_their_child_changes_without_a_new_code,
    cards_are_printed_by_whoever_lets_people_in_after_the_password_and_by_nobody_else,
    the_page_of_a_job_says_how_many_cannot_be_found_by_name,
    five_misses_and_the_names_are_slow_for_this_visit_and_the_photographer_is_told,
    names_guessed_from_many_places_ask_everybody_for_the_class_until_the_studio_has_looked,
    on_one_device_three_children_are_opened_from_a_list_and_no_fourth,
    a_cookie_that_only_claims_to_be_another_device_opens_no_more_children,
);

/// No answer about a name comes sooner (SECURITY section 4).
const FLOOR: Duration = Duration::from_millis(150);
pub const PARENTS: &str = "LINDENHOF-2026-HERBST";
const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";

async fn school(scene: &Scene<'_>, finding: bool) -> School {
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    scene.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
    school
}

async fn parent(house: &TestHouse, school: &School) -> Browser {
    let mut browser = house.browser();
    let entered = browser.enter("nordlicht", PARENTS).await;
    assert_eq!(entered.location(), format!("/nordlicht/find/{}", school.job));
    browser
}

/// What a parent types, with the box ticked.
async fn find(browser: &mut Browser, school: &School, names: [&str; 3]) -> Answer {
    find_in(browser, school.job, names).await
}

pub async fn find_in(browser: &mut Browser, job: PhotoJobId, names: [&str; 3]) -> Answer {
    let job = job.to_string();
    let [first_name, last_name, group] = names;
    let fields = [
        ("studio", "nordlicht"),
        ("job", &*job),
        ("first_name", first_name),
        ("last_name", last_name),
        ("group", group),
        ("entitled", "yes"),
    ];
    browser.call("/api/children/find", &fields).await
}

async fn media(browser: &mut Browser, photo: domain::ids::PhotoId) -> StatusCode {
    browser.get(&format!("/m/{photo}/s")).await.status
}

// S58
async fn by_their_own_code_a_parent_sees_their_child_and_its_class_and_nothing_else(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut mother = house.browser();
    let code = scene.subject_code(school.job, school.children[1]).await;
    assert_eq!(mother.enter("nordlicht", &code).await.location(), "/nordlicht/children");
    let page = mother.get("/nordlicht/children").await;
    assert!(page.body.contains("Ben") && page.body.contains("Grundschule am Lindenhof"), "{}", page.body);
    assert!(!page.body.contains("Öztürk") && !page.body.contains("Anna"));
    for (photo, status) in [
        (school.photos[1], StatusCode::OK),
        (school.group_photos[0], StatusCode::OK),
        (school.photos[0], StatusCode::NOT_FOUND),
        (school.group_photos[1], StatusCode::NOT_FOUND),
    ] {
        assert_eq!(media(&mut mother, photo).await, status);
    }
}

// S44, S48, S50, S52, S55
async fn a_parent_reads_the_notice_types_the_names_states_the_right_and_sees_the_child(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut parent = parent(&house, &school).await;
    let way = format!("/nordlicht/find/{}", school.job);
    let notice = parent.get(&way).await;
    assert!(!notice.body.contains("name=\"first_name\"") && notice.body.contains("read=yes"));
    let form = parent.get(&format!("{way}?read=yes")).await;
    assert!(
        form.body.contains("name=\"first_name\"") && form.body.contains("name=\"group\""),
        "homonyms: with the class"
    );
    assert!(!form.body.contains("checked"), "nothing comes ticked");
    assert!(!form.body.contains("Zoë"));
    assert_eq!(media(&mut parent, school.photos[4]).await, StatusCode::NOT_FOUND);
    let found = find(&mut parent, &school, ["zoe", "Van Dijk", "1B"]).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.body);
    let page = parent.get("/nordlicht/children").await;
    assert!(page.body.contains("Zoë") && !page.body.contains("Dijk"));
    assert_eq!(media(&mut parent, school.photos[4]).await, StatusCode::OK);
    assert_eq!(media(&mut parent, school.photos[3]).await, StatusCode::NOT_FOUND);
    assert_eq!(
        house.store.confirmations_part(&scene.desk, school.job, None, (0, 9)).await.unwrap().confirmations.len(),
        1
    );
}

// S48
async fn without_the_statement_nothing_is_looked_up_and_nothing_is_shown(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut parent = parent(&house, &school).await;
    let before = all_rows(&house.store).await;
    let job = school.job.to_string();
    for (first_name, last_name) in [("Ben", "Öztürk"), ("No", "Body")] {
        let fields = [
            ("studio", "nordlicht"),
            ("job", &*job),
            ("first_name", first_name),
            ("last_name", last_name),
            ("group", "1a"),
        ];
        let answer = parent.call("/api/children/find", &fields).await;
        assert!(answer.body.contains("unticked"), "{}", answer.body);
    }
    assert_eq!(all_rows(&house.store).await, before);
    assert_eq!(parent.get("/nordlicht/children").await.status, StatusCode::NOT_FOUND);
}

// S54, S63
async fn a_miss_a_protected_child_a_refusal_and_a_homonym_without_its_class_answer_alike(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    scene.protect(school.children[2], false, Consent::Refused, Consent::Refused).await;
    let nobody = [
        ["Nobody", "Here", "1a"],
        ["Ben", "Öztürk", "1a"],
        ["Carla", "Rossi", "1a"],
        ["Anna", "Müller", ""],
        ["Zoë", "van Dijk", "1a"],
        ["", "", ""],
    ];
    let mut answers = Vec::new();
    for names in nobody {
        let mut parent = parent(&house, &school).await;
        let begun = Instant::now();
        let answer = find(&mut parent, &school, names).await;
        assert!(begun.elapsed() >= FLOOR, "how long it took says something");
        answers.push((answer.status, answer.body.clone(), said(&answer.headers)));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert!(answers[0].1.contains("rejected"), "{answers:?}");
    let mut mother = parent(&house, &school).await;
    let begun = Instant::now();
    assert_eq!(find(&mut mother, &school, ["Zoë", "van Dijk", "1b"]).await.status, StatusCode::OK);
    assert!(begun.elapsed() >= FLOOR, "nor that it was right");
    // And the pages that a browser without scripts is led to.
    let job = school.job.to_string();
    let mut pages = Vec::new();
    for [first_name, last_name, group] in nobody {
        let mut browser = parent(&house, &school).await;
        let fields = [
            ("studio", "nordlicht"),
            ("job", &*job),
            ("first_name", first_name),
            ("last_name", last_name),
            ("group", group),
            ("entitled", "yes"),
        ];
        browser.referer = Some(format!("{}/nordlicht/find/{job}?read=yes", crate::browser::PUBLIC_URL));
        let answer = browser.post("/api/children/find", &fields).await;
        let to = answer.location().trim_start_matches(crate::browser::PUBLIC_URL).to_owned();
        let page = browser.get(&to).await;
        let is_said = !first_name.is_empty() && (page.body.contains(first_name) || to.contains(first_name));
        assert!(!is_said, "what was typed is not said again");
        assert!(page.body.contains("role=\"alert\""), "{}", page.body);
        pages.push((to, without_nonces(&page.body)));
    }
    assert!(pages.iter().all(|page| *page == pages[0]));
}

/// A page without what is new on each.
fn without_nonces(body: &str) -> String {
    let mut parts = body.split("nonce=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + "nonce" + part.split_once('"').map_or("", |(_, rest)| rest))
}

// S64
async fn five_misses_and_the_names_are_slow_for_this_visit_and_the_photographer_is_told(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut guesser = parent(&house, &school).await;
    for number in 0..5 {
        let missed = find(&mut guesser, &school, ["Nobody", &format!("Number{number}"), "1a"]).await;
        assert!(missed.body.contains("rejected"), "{number}: {}", missed.body);
    }
    let slow = find(&mut guesser, &school, ["Ben", "Öztürk", "1a"]).await;
    assert!(slow.body.contains("slow"), "{}", slow.body);
    // The same device with a new visit has three more that day.
    guesser.enter("nordlicht", PARENTS).await;
    for number in 5..8 {
        let missed = find(&mut guesser, &school, ["Nobody", &format!("Number{number}"), "1a"]).await;
        assert!(missed.body.contains("rejected"), "{number}: {}", missed.body);
    }
    guesser.enter("nordlicht", PARENTS).await;
    let slow = find(&mut guesser, &school, ["Ben", "Öztürk", "1a"]).await;
    assert!(slow.body.contains("slow"), "{}", slow.body);
    // Another device has its own.
    let mut other = parent(&house, &school).await;
    for number in 8..10 {
        find(&mut other, &school, ["Nobody", &format!("Number{number}"), "1a"]).await;
    }
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let home = owner.get("/studio/nordlicht").await.body;
    assert!(home.contains("10 names were typed in “Autumn 2026”"), "{home}");
}

/// A parent at a network of their own.
async fn parent_from(house: &TestHouse, network: u8) -> Browser {
    let mut browser = house.browser();
    browser.address = [10, network, network, 7];
    assert!(browser.enter("nordlicht", PARENTS).await.location().starts_with("/nordlicht/find/"));
    browser
}

// S64, T30: fifty devices
async fn names_guessed_from_many_places_ask_everybody_for_the_class_until_the_studio_has_looked(house: TestHouse) {
    let scene = house.scene().await;
    // No two children have one name here.
    let job = scene.photo_job("Spring 2027").await;
    let group = scene.group(job, "2c").await;
    scene.group(job, "2d").await;
    let child = scene.subject(job, ("Lena", "Sommer"), Some(group)).await;
    scene.photo(scene.store.subject(&scene.desk, child).await.unwrap().0.gallery, "lena.jpg", noon()).await;
    scene.job_code(job, JobCode::Connection, PARENTS).await;
    scene.store.set_job_state(&scene.desk, job, JobState::Published).await.unwrap();
    let asked = async || scene.store.photo_job(&scene.desk, job).await.unwrap().job.class_asked_at.is_some();
    let mut missed = 0;
    'guessing: for device in 0..50 {
        let mut guesser = parent_from(&house, device).await;
        for number in 0..2 {
            if asked().await {
                break 'guessing;
            }
            let answer = find_in(&mut guesser, job, ["Nobody", &format!("Number{device}of{number}"), ""]).await;
            missed += usize::from(answer.body.contains("rejected"));
        }
    }
    assert!((14..=29).contains(&missed), "{missed} names were looked up, and one more");
    assert!(asked().await);
    // Whoever comes now is asked for the class too, and finds their child with it.
    let mut mother = parent_from(&house, 200).await;
    let page = mother.get(&format!("/nordlicht/find/{job}?read=yes")).await;
    assert!(page.body.contains("name=\"group\""), "{}", page.body);
    assert!(find_in(&mut mother, job, ["Lena", "Sommer", "2d"]).await.body.contains("rejected"));
    assert_eq!(find_in(&mut mother, job, ["Lena", "Sommer", "2c"]).await.status, StatusCode::OK);
    assert_eq!(mother.get("/nordlicht/children").await.status, StatusCode::OK);
    // With the class guessing has an end as well.
    let mut more = 0;
    for device in 50..150 {
        let mut guesser = parent_from(&house, device).await;
        let answer = find_in(&mut guesser, job, ["Nobody", &format!("Number{device}"), "2c"]).await;
        more += usize::from(answer.body.contains("rejected"));
    }
    assert!(more <= 60, "{more} names with a class were looked up");
    // The studio is told, looks, and lets names alone be enough again.
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let access = owner.get(&format!("/studio/nordlicht/jobs/{job}/access")).await.body;
    assert!(access.contains("parents type the class too"), "{access}");
    let fields = [("studio", "nordlicht"), ("job", &*job.to_string())];
    assert_eq!(owner.call("/api/jobs/names_alone", &fields).await.status, StatusCode::OK);
    assert!(!asked().await);
    let mut father = parent_from(&house, 201).await;
    assert_eq!(find_in(&mut father, job, ["Lena", "Sommer", ""]).await.status, StatusCode::OK);
}

// S47, S48, S51
async fn in_list_mode_names_are_read_by_class_and_each_is_confirmed_by_itself(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, false).await;
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    let mut parent = parent(&house, &school).await;
    let way = format!("/nordlicht/find/{}?read=yes", school.job);
    let list = parent.get(&way).await;
    assert!(list.body.contains("Zoë van Dijk") && list.body.contains("Carla Rossi"), "{}", list.body);
    assert!(!list.body.contains("Öztürk") && !list.body.contains("/m/"));
    // There is no look-up beside a list.
    let beside = find(&mut parent, &school, ["Zoë", "van Dijk", "1b"]).await;
    assert_eq!(beside.status, StatusCode::NOT_FOUND);
    let child = school.children[4].to_string();
    let page = parent.get(&format!("{way}&child={child}")).await;
    assert!(page.body.contains("Zoë van Dijk") && page.body.contains("name=\"entitled\""));
    let fields = [("studio", "nordlicht"), ("child", &*child)];
    let unticked = parent.call("/api/children/confirm", &fields).await;
    assert!(unticked.body.contains("unticked"));
    assert_eq!(media(&mut parent, school.photos[4]).await, StatusCode::NOT_FOUND);
    let ticked = [fields[0], fields[1], ("entitled", "yes")];
    assert_eq!(parent.call("/api/children/confirm", &ticked).await.status, StatusCode::OK);
    assert_eq!(media(&mut parent, school.photos[4]).await, StatusCode::OK);
    // A protected child is not there, however its id is known.
    let hidden = school.children[1].to_string();
    assert_eq!(parent.get(&format!("{way}&child={hidden}")).await.status, StatusCode::NOT_FOUND);
    let forged = [fields[0], ("child", &*hidden), ("entitled", "yes")];
    assert_eq!(parent.call("/api/children/confirm", &forged).await.status, StatusCode::NOT_FOUND);
}

// S51: where names are found there is no list, by no route
async fn where_a_name_is_typed_nobody_is_listed_and_nobody_is_confirmed_by_id(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut parent = parent(&house, &school).await;
    let child = school.children[4].to_string();
    let fields = [("studio", "nordlicht"), ("child", &*child), ("entitled", "yes")];
    assert_eq!(parent.call("/api/children/confirm", &fields).await.status, StatusCode::NOT_FOUND);
    let page = parent.get(&format!("/nordlicht/find/{}?read=yes&child={child}", school.job)).await;
    assert!(!page.body.contains("Zoë") && page.body.contains("name=\"first_name\""));
}

// T31
async fn on_one_device_three_children_are_opened_from_a_list_and_no_fourth(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, false).await;
    let mut parent = parent(&house, &school).await;
    for (place, child) in school.children.iter().enumerate() {
        let child = child.to_string();
        let fields = [("studio", "nordlicht"), ("child", &*child), ("entitled", "yes")];
        let answer = parent.call("/api/children/confirm", &fields).await;
        assert_eq!(answer.status == StatusCode::OK, place < 3, "{place}: {}", answer.body);
    }
    assert_eq!(
        house.store.confirmations_part(&scene.desk, school.job, None, (0, 9)).await.unwrap().confirmations.len(),
        3
    );
    assert_eq!(media(&mut parent, school.photos[3]).await, StatusCode::NOT_FOUND);
    let told = house.owner_of("anna@nordlicht.example").await.get("/studio/nordlicht").await.body;
    assert!(told.contains("wanted 2 times to open more children in “Autumn 2026”"), "{told}");
}

// T31
async fn a_cookie_that_only_claims_to_be_another_device_opens_no_more_children(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, false).await;
    let mut parent = parent(&house, &school).await;
    let mut opened = 0;
    for (place, child) in school.children.iter().enumerate() {
        parent.cookies.insert("dev".to_owned(), format!("{place:032x}.{place:032x}"));
        let child = child.to_string();
        let fields = [("studio", "nordlicht"), ("child", &*child), ("entitled", "yes")];
        opened += i32::from(parent.call("/api/children/confirm", &fields).await.status == StatusCode::OK);
    }
    assert_eq!(opened, 3);
}

// S41
async fn staff_see_every_class_and_who_is_missing(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    scene.subject(school.job, ("Ole", "Nimmt"), Some(school.classes[0])).await;
    let alone = scene.subject(school.job, ("Ida", "Neu"), None).await;
    let alone = scene.store.subject(&scene.desk, alone).await.unwrap().0.gallery;
    scene.photo(alone, "ida.jpg", noon()).await;
    let mut teacher = house.browser();
    let way = format!("/nordlicht/jobs/{}", school.job);
    assert_eq!(teacher.enter("nordlicht", STAFF).await.location(), way);
    let first = teacher.get(&way).await.body;
    // Who is in no class has a place too.
    assert!(first.contains("?group=none") && !first.contains("Ida Neu"), "{first}");
    let none = teacher.get(&format!("{way}?group=none")).await.body;
    assert!(none.contains("Ida Neu") && none.contains(&alone.to_string()) && !none.contains("Ben Öztürk"), "{none}");
    assert!(first.contains("Ben Öztürk") && first.contains("Ole Nimmt") && !first.contains("Zoë van Dijk"), "{first}");
    let second = teacher.get(&format!("{way}?group={}", school.classes[1])).await.body;
    assert!(second.contains("Zoë van Dijk") && !second.contains("Ben Öztürk"));
    for photo in school.photos.iter().chain(&school.group_photos) {
        assert_eq!(media(&mut teacher, *photo).await, StatusCode::OK);
    }
}

// S63: for known addresses too, and for a picture that the browser keeps
async fn what_is_withdrawn_is_gone_at_once_in_open_visits_and_for_known_addresses(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[0]).await).await;
    let mut teacher = house.browser();
    teacher.enter("nordlicht", STAFF).await;
    let class = format!("/m/{}/s", school.group_photos[0]);
    let tag = mother.get(&class).await.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(media(&mut teacher, school.photos[1]).await, StatusCode::OK);
    scene.protect(school.children[1], false, Consent::Refused, Consent::Refused).await;
    let again = mother.send(Method::GET, &class, &[("if-none-match", &tag)], Vec::new()).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "the class photograph is held back");
    assert!(!mother.get("/nordlicht/children").await.body.contains(&school.group_photos[0].to_string()));
    assert_eq!(media(&mut mother, school.photos[0]).await, StatusCode::OK, "her own child is not");
    assert_eq!(media(&mut teacher, school.photos[1]).await, StatusCode::NOT_FOUND);
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    assert_eq!(media(&mut owner, school.photos[1]).await, StatusCode::OK, "members see it");
    assert_eq!(media(&mut owner, school.group_photos[0]).await, StatusCode::OK);
}

// S57
async fn each_state_of_a_job_has_a_plain_message_for_parents(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut mother = house.browser();
    mother.enter("nordlicht", &scene.subject_code(school.job, school.children[0]).await).await;
    let mut parent = parent(&house, &school).await;
    let mut told = Vec::new();
    for state in JobState::ALL {
        house.store.set_job_state(&scene.desk, school.job, *state).await.unwrap();
        let page = mother.get("/nordlicht/children").await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.body.contains("/m/"), *state == JobState::Published, "{state}");
        let way = parent.get(&format!("/nordlicht/find/{}?read=yes", school.job)).await;
        assert_eq!(way.body.contains("name=\"first_name\""), *state == JobState::Published, "{state}");
        told.push(page.body);
    }
    assert!(told[0].contains("class=\"notice\"") && told[2].contains("class=\"notice\"") && told[0] != told[2]);
}

// S44, S45, S46
async fn a_connection_code_needs_the_operator_all_names_and_the_organisations_word(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let nameless = scene.photo_job("Somebody without a name").await;
    scene.subject(nameless, ("Kim", ""), None).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let page = |job| format!("/studio/nordlicht/jobs/{job}/access");
    let set = async |owner: &mut Browser, job: PhotoJobId, agreed: bool| {
        let job = job.to_string();
        let mut fields = vec![("studio", "nordlicht"), ("job", &*job), ("code", "Herbst-9K2M-X7"), ("finding", "on")];
        fields.extend(agreed.then_some(("agreed", "yes")));
        owner.call("/api/jobs/connection_code", &fields).await
    };
    assert!(owner.get(&page(school.job)).await.body.contains("has not switched this on"));
    assert_eq!(set(&mut owner, school.job, true).await.status, StatusCode::NOT_FOUND);
    house.store.allow_connection_codes(&Operator::at_the_machine(), scene.studio.id, noon()).await.unwrap();
    assert!(owner.get(&page(nameless)).await.body.contains("1 person has no first or no last name"));
    assert_eq!(set(&mut owner, nameless, true).await.status, StatusCode::NOT_FOUND);
    let unticked = set(&mut owner, school.job, false).await;
    assert!(unticked.body.contains("unticked"), "{}", unticked.body);
    let code = async || house.store.job_code(&scene.desk, school.job, JobCode::Connection).await.unwrap();
    assert_eq!(code().await, None);
    assert_eq!(set(&mut owner, school.job, true).await.status, StatusCode::OK);
    assert_eq!(code().await.as_deref(), Some("Herbst-9K2M-X7"));
}

// S51: another way to find a child is no new code, and what parents were given stays
async fn the_way_parents_find_their_child_changes_without_a_new_code(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let mut parent = parent(&house, &school).await;
    let list = format!("/nordlicht/find/{}?read=yes", school.job);
    let job = school.job.to_string();
    let fields = [("studio", "nordlicht"), ("job", &*job)];
    for (on, listed) in [(false, true), (true, false)] {
        let mut fields = fields.to_vec();
        fields.extend(on.then_some(("finding", "yes")));
        assert_eq!(owner.call("/api/jobs/finding", &fields).await.status, StatusCode::OK);
        // Whoever came in before stays in, and sees a list only where there is one.
        assert_eq!(parent.get(&list).await.body.contains("Carla Rossi"), listed);
    }
    // S45: not while the code may not be used.
    let operator = Operator::at_the_machine();
    house.store.forbid_connection_codes(&operator, scene.studio.id, None, noon()).await.unwrap();
    assert_eq!(owner.call("/api/jobs/finding", &fields).await.status, StatusCode::NOT_FOUND);
    house.store.allow_connection_codes(&operator, scene.studio.id, noon()).await.unwrap();
    // Another code changes nothing else, whatever the form says.
    let another = [fields[0], fields[1], ("code", "Herbst-7K4M-X2"), ("agreed", "yes")];
    assert_eq!(owner.call("/api/jobs/connection_code", &another).await.status, StatusCode::OK);
    assert!(house.store.photo_job(&scene.desk, school.job).await.unwrap().job.finding);
    // S56: both codes stand side by side, and what would take one away is folded.
    let page = owner.get(&format!("/studio/nordlicht/jobs/{job}/access")).await.body;
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(at("id=\"s-staff\"") < at("id=\"s-parents\""));
    assert_eq!(page.matches("<details class=\"ask\">").count(), 2, "{page}");
    // Alone it is refused.
    owner.call("/api/jobs/end_code", &[fields[0], fields[1], ("which", "connection")]).await;
    assert_eq!(owner.call("/api/jobs/finding", &fields).await.status, StatusCode::NOT_FOUND);
    let job = house.store.photo_job(&scene.desk, school.job).await.unwrap().job;
    assert!(job.finding);
}

// S61: the cards hold every code
async fn cards_are_printed_by_whoever_lets_people_in_after_the_password_and_by_nobody_else(house: TestHouse) {
    let scene = house.scene().await;
    let school = school(&scene, true).await;
    let path = format!("/studio/nordlicht/jobs/{}/cards.pdf?per_page=8&also=ar", school.job);
    let access = format!("/studio/nordlicht/jobs/{}/access", school.job);
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    assert_eq!(owner.get(&path).await.location(), access);
    let job = school.job.to_string();
    let fields = [("studio", "nordlicht"), ("job", &*job), ("password", store::fixtures::PASSWORD)];
    assert_eq!(owner.call("/api/jobs/reveal", &fields).await.status, StatusCode::OK);
    let pdf = owner.get(&path).await;
    assert_eq!((pdf.status, &pdf.headers["content-type"]), (StatusCode::OK, &"application/pdf".parse().unwrap()));
    assert_eq!(pdf.headers["cache-control"], "no-store");
    assert!(pdf.bytes.starts_with(b"%PDF-") && pdf.bytes.len() > 20_000, "{}", pdf.bytes.len());
    let code = scene.subject_code(school.job, school.children[0]).await;
    assert!(owner.get(&access).await.body.contains(&code), "the same codes as on the page");
    // Nobody else, with the same address.
    Scene::another(&house.store, "suedlicht").await;
    let mut foreign = house.owner_of("owner@suedlicht.example").await;
    assert_eq!(foreign.get(&path).await.status, StatusCode::NOT_FOUND);
    let mut teacher = house.browser();
    teacher.enter("nordlicht", STAFF).await;
    assert_eq!(teacher.get(&path).await.location(), "/sign-in");
}

// S44, S57
async fn the_page_of_a_job_says_how_many_cannot_be_found_by_name(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let page = format!("/studio/nordlicht/jobs/{}", school.job);
    assert!(!owner.get(&page).await.body.contains("no first or no last name"));
    let one = scene.subject(school.job, ("Cher", ""), Some(school.classes[0])).await;
    assert!(owner.get(&page).await.body.contains("1 person has no first or no last name"));
    scene.subject(school.job, ("", "Madonna"), None).await;
    let body = owner.get(&page).await.body;
    assert!(body.contains("2 people have no first or no last name"), "{body}");
    // An extra card is nobody yet, and whoever is erased is nobody any more.
    house.store.print_extra_cards(&scene.desk, school.job, 2, noon()).await.unwrap();
    let keep = domain::photo_job::GroupPhotos::KeepBack;
    house.store.erase_subject(&scene.desk, one, keep, noon()).await.unwrap();
    assert!(owner.get(&page).await.body.contains("1 person has no first or no last name"));
}
