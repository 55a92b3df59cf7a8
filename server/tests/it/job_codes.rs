//! The forms for a job's codes: what is refused in words, and what comes ticked (S43, S46, S53); over HTTP, without scripts.

use chrono::TimeDelta;
use domain::photo_job::Consent;
use http::StatusCode;
use store::fixtures::{PASSWORD, noon};
use store::{JobCode, Operator};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};
use crate::job_photos::{STUDIO, anna};

on_both!(
    an_empty_or_too_short_code_is_refused_in_words_and_the_one_before_stays,
    the_form_for_a_first_connection_code_has_finding_by_name_ticked_and_the_agreement_not,
    a_new_code_takes_the_place_of_one_that_was_lost_and_lets_its_visits_end,
    a_code_that_says_a_name_or_counts_is_refused_in_words_and_the_one_before_stays,
    the_codes_of_a_job_are_seen_after_the_right_password_alone_where_it_was_given_and_for_ten_minutes,
);

const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";
const PARENTS: &str = "LINDENHOF-2026-HERBST";

// S43
async fn an_empty_or_too_short_code_is_refused_in_words_and_the_one_before_stays(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let job = school.job.to_string();
    let access = format!("/studio/nordlicht/jobs/{job}/access");
    let mut anna = anna(&house).await;
    anna.referer = Some(format!("{PUBLIC_URL}{access}"));
    house.store.allow_connection_codes(&Operator::at_the_machine(), scene.studio.id, noon()).await.unwrap();
    let code = async |which| house.store.job_code(&scene.desk, school.job, which).await.unwrap();
    let forms = [
        ("/api/jobs/staff_code", JobCode::Staff, STAFF, "staff-code"),
        ("/api/jobs/connection_code", JobCode::Connection, PARENTS, "connection-code"),
    ];
    let refused = [
        ("", "Please fill this in."),
        (" - ", "Please fill this in."),
        ("ABC-12", "Please use at least 8 characters."),
    ];
    for (action, which, first, field) in forms {
        for before in [None, Some(first)] {
            if let Some(before) = before {
                scene.job_code(school.job, which, before).await;
            }
            for (typed, told) in refused {
                let fields = [STUDIO, ("job", &*job), ("code", typed), ("agreed", "yes"), ("finding", "on")];
                let answer = anna.post(action, &fields).await;
                let page = anna.get(answer.location()).await.body;
                let error =
                    page.split(&format!("id=\"{field}-error\"")).nth(1).and_then(|rest| rest.split("</p>").next());
                assert!(error.is_some_and(|error| error.contains(told)), "{field}, “{typed}”: {page}");
                assert_eq!(code(which).await.as_deref(), before, "{field}, “{typed}”");
            }
        }
    }
    // And what the ones before let in is still in.
    let mut teacher = house.browser();
    assert_eq!(teacher.enter("nordlicht", STAFF).await.location(), format!("/nordlicht/jobs/{job}"));
    anna.post("/api/jobs/staff_code", &[STUDIO, ("job", &job), ("code", "short")]).await;
    assert_eq!(teacher.get(&format!("/nordlicht/jobs/{job}")).await.status, StatusCode::OK);
}

/// The box of a form as the page has it: from its name to the end of its tag.
fn ticked(page: &str, name: &str) -> bool {
    let at = page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page[at..].split('>').next().unwrap().contains("checked")
}

// S46, S53
async fn the_form_for_a_first_connection_code_has_finding_by_name_ticked_and_the_agreement_not(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    house.store.allow_connection_codes(&Operator::at_the_machine(), scene.studio.id, noon()).await.unwrap();
    let access = format!("/studio/nordlicht/jobs/{}/access", school.job);
    let mut anna = anna(&house).await;
    let page = anna.get(&access).await.body;
    assert!(page.contains("name=\"agreed\"") && page.contains("Parents type their child’s name"), "{page}");
    assert!(ticked(&page, "finding") && !ticked(&page, "agreed"), "{page}");
    // Sent as it came, with the agreement alone added, parents type a name and nobody is listed.
    let job = school.job.to_string();
    let fields = [STUDIO, ("job", &*job), ("code", "Herbst-9K2M-X7"), ("finding", "on"), ("agreed", "yes")];
    assert_eq!(anna.call("/api/jobs/connection_code", &fields).await.status, StatusCode::OK);
    let mut parent = house.browser();
    parent.enter("nordlicht", "Herbst-9K2M-X7").await;
    let way = parent.get(&format!("/nordlicht/find/{job}?read=yes")).await.body;
    assert!(way.contains("name=\"first_name\"") && !way.contains("Rossi"), "{way}");
    // Unticked it is a list, and then the page says so.
    let list = [STUDIO, ("job", &*job)];
    assert_eq!(anna.call("/api/jobs/finding", &list).await.status, StatusCode::OK);
    assert!(!ticked(&anna.get(&access).await.body, "finding"));
    assert!(parent.get(&format!("/nordlicht/find/{job}?read=yes")).await.body.contains("Rossi"));
}

// S58: for a protected child its own code is the only way
async fn a_new_code_takes_the_place_of_one_that_was_lost_and_lets_its_visits_end(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let (ben, photo) = (school.children[1], school.photos[1]);
    scene.protect(ben, true, Consent::Given, Consent::Given).await;
    let old = scene.subject_code(school.job, ben).await;
    let others = scene.subject_code(school.job, school.children[0]).await;
    let (mut thief, mut family, mut other) = (house.browser(), house.browser(), house.browser());
    let image = format!("/m/{photo}/s");
    thief.enter("nordlicht", &old).await;
    other.enter("nordlicht", &others).await;
    assert_eq!(thief.get(&image).await.status, StatusCode::OK);
    let mut anna = anna(&house).await;
    let id = ben.to_string();
    let renew = async |anna: &mut Browser, password: &str| {
        anna.post("/api/jobs/renew_code", &[STUDIO, ("subject", &id), ("password", password)]).await
    };
    renew(&mut anna, "not the password").await;
    assert_eq!(scene.subject_code(school.job, ben).await, old);
    assert_eq!(thief.get(&image).await.status, StatusCode::OK);
    let page = format!("/studio/nordlicht/jobs/{}/subjects/{id}", school.job);
    assert_eq!(renew(&mut anna, PASSWORD).await.location(), format!("{page}?did=renewed"));
    assert_eq!(thief.get(&image).await.status, StatusCode::NOT_FOUND, "an open visit, a known address");
    assert_eq!(thief.get("/nordlicht/children").await.status, StatusCode::NOT_FOUND);
    family.enter("nordlicht", &old).await;
    assert_eq!(family.get("/nordlicht/children").await.status, StatusCode::NOT_FOUND, "it opens nothing any more");
    let new = scene.subject_code(school.job, ben).await;
    assert_ne!(new, old);
    assert_eq!(family.enter("nordlicht", &new).await.location(), "/nordlicht/children");
    assert_eq!(family.get(&image).await.status, StatusCode::OK);
    assert_eq!(scene.subject_code(school.job, school.children[0]).await, others);
    assert_eq!(other.get("/nordlicht/children").await.status, StatusCode::OK, "nobody else is sent away");
}

// S43, SECURITY section 3: names of the studio, of the job and of the organisation, and rows of digits
async fn a_code_that_says_a_name_or_counts_is_refused_in_words_and_the_one_before_stays(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    house.store.allow_connection_codes(&Operator::at_the_machine(), scene.studio.id, noon()).await.unwrap();
    let job = school.job.to_string();
    let mut anna = anna(&house).await;
    anna.referer = Some(format!("{PUBLIC_URL}/studio/nordlicht/jobs/{job}/access"));
    let code = async |which| house.store.job_code(&scene.desk, school.job, which).await.unwrap();
    let forms = [
        ("/api/jobs/staff_code", JobCode::Staff, STAFF, "staff-code", "Herbst-7K4M-X2"),
        ("/api/jobs/connection_code", JobCode::Connection, PARENTS, "connection-code", "Herbst-9K2M-X7"),
    ];
    let refused =
        ["Grundschule am Lindenhof", "Lindenhof-2026", "Autumn 2026", "Atelier Nordlicht", "nordlicht", "12345678"];
    for (action, which, first, field, good) in forms {
        for before in [None, Some(first)] {
            if let Some(before) = before {
                scene.job_code(school.job, which, before).await;
            }
            for typed in refused {
                let fields = [STUDIO, ("job", &*job), ("code", typed), ("agreed", "yes"), ("finding", "on")];
                let answer = anna.post(action, &fields).await;
                let page = anna.get(answer.location()).await.body;
                let error =
                    page.split(&format!("id=\"{field}-error\"")).nth(1).and_then(|rest| rest.split("</p>").next());
                let told = error.is_some_and(|error| error.contains("A stranger would try this code early"));
                assert!(told, "{field}, “{typed}”: {page}");
                assert_eq!(code(which).await.as_deref(), before, "{field}, “{typed}”");
            }
        }
        let fields = [STUDIO, ("job", &*job), ("code", good), ("agreed", "yes")];
        anna.post(action, &fields).await;
        assert_eq!(code(which).await.as_deref(), Some(good));
    }
}

// S61, SECURITY section 5
async fn the_codes_of_a_job_are_seen_after_the_right_password_alone_where_it_was_given_and_for_ten_minutes(
    house: TestHouse,
) {
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    let mut codes = vec![STAFF.to_owned(), PARENTS.to_owned()];
    for child in school.children {
        codes.push(scene.subject_code(school.job, child).await);
    }
    let job = school.job.to_string();
    let access = format!("/studio/nordlicht/jobs/{job}/access");
    let cards = format!("/studio/nordlicht/jobs/{job}/cards.pdf?per_page=8");
    let on = |page: &str| codes.iter().filter(|code| page.contains(code.as_str())).count();
    // How many codes the page shows, and whether there are cards.
    let seen = async |browser: &mut Browser| {
        let shown = on(&browser.get(&access).await.body);
        let printed = browser.get(&cards).await;
        let is_printed = printed.bytes.starts_with(b"%PDF-");
        assert_eq!(printed.location(), if is_printed { "" } else { &*access });
        (shown, is_printed)
    };
    let mut here = anna(&house).await;
    let mut elsewhere = anna(&house).await;
    here.referer = Some(format!("{PUBLIC_URL}{access}"));
    for password in ["not the password", "a long enough passwor"] {
        let fields = [STUDIO, ("job", &*job), ("password", password)];
        let to = here.post("/api/jobs/reveal", &fields).await.location().to_owned();
        let page = here.get(&to).await.body;
        assert!(page.contains("This is not your password.") && on(&page) == 0, "{page}");
        assert_eq!(seen(&mut here).await, (0, false));
    }
    here.post("/api/jobs/reveal", &[STUDIO, ("job", &*job), ("password", PASSWORD)]).await;
    assert_eq!(seen(&mut here).await, (7, true));
    assert_eq!(seen(&mut elsewhere).await, (0, false));
    house.clock.advance(TimeDelta::minutes(11));
    assert_eq!(seen(&mut here).await, (0, false));
}
