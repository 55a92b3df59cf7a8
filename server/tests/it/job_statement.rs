//! The statement is kept before anything is seen (S48, T31): where it cannot be kept, nobody is let in.

use domain::ids::{PhotoId, PhotoJobId, SubjectId};
use http::StatusCode;
use store::JobCode;
use store::fixtures::{Scene, Throwaway, all_rows};

use crate::browser::TestHouse;

const PARENTS: &str = "LINDENHOF-2026-HERBST";

struct Story {
    job: PhotoJobId,
    child: SubjectId,
    photos: Vec<PhotoId>,
}

/// What of `kind` there is among the keys of sessions.
async fn keys(house: &TestHouse, kind: &str) -> usize {
    all_rows(&house.store).await["session_grant"].iter().filter(|row| row.contains(kind)).count()
}

/// A house that keeps no statement any more.
async fn cannot_keep(place: Throwaway, broken: &'static str, finding: bool) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    place.store.set_finding(&scene.desk, school.job, finding).await.unwrap();
    let class = school.group_photos[1];
    let story = Story { job: school.job, child: school.children[4], photos: vec![school.photos[4], class] };
    place.tamper(broken).await;
    let house = TestHouse::at(place);
    let mut parent = house.browser();
    parent.enter("nordlicht", PARENTS).await;
    let (job, child) = (story.job.to_string(), story.child.to_string());
    let list = [("studio", "nordlicht"), ("child", &*child), ("entitled", "yes")];
    let names = [
        ("studio", "nordlicht"),
        ("job", &*job),
        ("first_name", "Zoë"),
        ("last_name", "van Dijk"),
        ("group", "1b"),
        ("entitled", "yes"),
    ];
    let (path, fields) =
        if finding { ("/api/children/find", &names[..]) } else { ("/api/children/confirm", &list[..]) };
    let answer = parent.call(path, fields).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{}", answer.body);
    assert_eq!(parent.get("/nordlicht/children").await.status, StatusCode::NOT_FOUND);
    for photo in story.photos {
        assert_eq!(parent.get(&format!("/m/{photo}/s")).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!((keys(&house, "connection").await, keys(&house, "confirmed").await), (1, 0));
    assert!(all_rows(&house.store).await["confirmation"].is_empty());
}

// S48, T31
#[tokio::test]
async fn where_no_statement_can_be_kept_nobody_is_let_see_a_child() {
    for finding in [true, false] {
        let broken = "create trigger full before insert on confirmation begin select raise(abort, 'no room'); end";
        cannot_keep(Throwaway::sqlite().await, broken, finding).await;
    }
}

// S48, T31
#[tokio::test]
async fn where_no_statement_can_be_kept_nobody_is_let_see_a_child_on_postgresql() {
    for finding in [true, false] {
        let broken = "alter table confirmation add constraint no_room check (text_version < 0) not valid";
        cannot_keep(Throwaway::postgres().await, broken, finding).await;
    }
}
