//! The forms for a job's codes: what is refused in words, and what comes ticked (S43, S46, S53); over HTTP, without scripts.

use http::StatusCode;
use store::fixtures::noon;
use store::{JobCode, Operator};

use crate::browser::{PUBLIC_URL, TestHouse};

on_both!(
    an_empty_or_too_short_code_is_refused_in_words_and_the_one_before_stays,
    the_form_for_a_first_connection_code_has_finding_by_name_ticked_and_the_agreement_not,
);

const STUDIO: (&str, &str) = ("studio", "nordlicht");
const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";
const PARENTS: &str = "LINDENHOF-2026-HERBST";

// S43
async fn an_empty_or_too_short_code_is_refused_in_words_and_the_one_before_stays(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let job = school.job.to_string();
    let access = format!("/studio/nordlicht/jobs/{job}/access");
    let mut anna = house.owner_of("anna@nordlicht.example").await;
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
    let mut anna = house.owner_of("anna@nordlicht.example").await;
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
