//! What staff are told about saving photographs (S41: "no-download"), as the studio has set it.

use domain::photo_job::JobState;
use http::StatusCode;
use store::JobCode;
use store::fixtures::{Scene, School};

use crate::browser::{Browser, TestHouse};

const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";
const MAY: &str = "You may save these pictures.";
const PLEASE_NOT: &str = "Please only look at these pictures here, and do not save them.";

/// Sends the form of the staff code.
async fn agree(owner: &mut Browser, school: &School, downloads: bool) {
    let job = school.job.to_string();
    let mut fields = vec![("studio", "nordlicht"), ("job", &*job), ("group", ""), ("until", "")];
    fields.extend(downloads.then_some(("downloads", "yes")));
    assert_eq!(owner.call("/api/jobs/staff_terms", &fields).await.status, StatusCode::OK);
}

/// What the pages say about saving: that one may, that one should not.
async fn said(browser: &mut Browser, page: &str) -> (bool, bool) {
    let body = browser.get(page).await.body;
    (body.contains(MAY), body.contains(PLEASE_NOT))
}

async fn gallery(scene: &Scene<'_>, school: &School, child: usize) -> String {
    format!("/nordlicht/g/{}", scene.store.subject(&scene.desk, school.children[child]).await.unwrap().0.gallery)
}

// S41
#[tokio::test]
async fn staff_are_told_whether_they_may_save_photographs_as_it_was_agreed() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let mut teacher = house.browser();
    teacher.enter("nordlicht", STAFF).await;
    let (job, of_ben) = (format!("/nordlicht/jobs/{}", school.job), gallery(&scene, &school, 1).await);
    let seen_as_staff = format!("/studio/nordlicht/as/staff/{}/jobs/{}", school.job, school.job);
    // Not, unless somebody says so; and from the next page on what was said last.
    for agreed in [None, Some(true), Some(false)] {
        if let Some(downloads) = agreed {
            agree(&mut owner, &school, downloads).await;
        }
        let may = agreed == Some(true);
        for page in [&job, &of_ben] {
            assert_eq!(said(&mut teacher, page).await, (may, !may), "{agreed:?} at {page}");
        }
        assert_eq!(said(&mut owner, &seen_as_staff).await, (may, !may), "{agreed:?}");
    }
    // A family is told nothing of it: it has its own child's, and a teacher's own child is that too.
    let code = scene.subject_code(school.job, school.children[1]).await;
    for browser in [&mut house.browser(), &mut teacher] {
        browser.enter("nordlicht", &code).await;
        assert_eq!(said(browser, &of_ben).await, (false, false));
    }
    assert_eq!(said(&mut teacher, &gallery(&scene, &school, 2).await).await, (false, true));
    // Where there are no photographs to see there is nothing to say about them.
    house.store.set_job_state(&scene.desk, school.job, JobState::Planning).await.unwrap();
    assert_eq!(said(&mut teacher, &job).await, (false, false));
}

// S41: the studio is promised nothing that is not there
#[tokio::test]
async fn the_studio_reads_what_the_switch_does_and_what_it_cannot() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let page = owner.get(&format!("/studio/nordlicht/jobs/{}/access", school.job)).await.body;
    assert!(page.contains("There is no download yet, and a picture on a screen can always be saved."), "{page}");
    assert!(!page.contains("get no files"), "{page}");
}
