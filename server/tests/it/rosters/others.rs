//! Lists in the hands of others: of another studio, of strangers, of colleagues.

use chrono::TimeDelta;
use domain::device::Device;
use domain::photo_job::GroupPhotos;
use domain::studio::{Email, MemberName};
use http::StatusCode;
use store::fixtures::{Scene, all_rows, noon};
use store::{NewMember, Role};

use super::{anna, form, import, people, send, shown, value};
use crate::browser::{Browser, PUBLIC_URL, TestHouse};

on_both!(nobody_else_sends_reads_or_imports_a_list, the_page_says_who_was_erased_and_brings_them_back_for_a_tick_alone,);

/// Somebody else who works in the studio, signed in.
async fn colleague(house: &TestHouse, scene: &Scene<'_>, role: Role) -> Browser {
    let new = NewMember {
        email: Email::parse(&format!("{role}@nordlicht.example")).unwrap(),
        name: MemberName::parse("A colleague").unwrap(),
        password_hash: "$argon2id$never-verified".to_owned(),
    };
    let member = house.store.add_member(scene.studio.id, &new, role, noon()).await.unwrap();
    let token = house.store.start_member_session(member, Device::UNKNOWN, noon()).await.unwrap();
    let mut browser = house.browser();
    browser.cookies.insert("studio".to_owned(), token.reveal().to_string());
    browser
}

// S32, S60, B06
async fn nobody_else_sends_reads_or_imports_a_list(house: TestHouse) {
    let scene = house.scene().await;
    let other = Scene::another(&house.store, "meerblick").await;
    let (job, theirs) = (scene.photo_job("Ours").await, other.photo_job("Theirs").await);
    let mut anna = anna(&house).await;
    let (path, page) = shown(&mut anna, job, b"Nachname;Vorname\nKaya;Elif\n").await;
    let (draft, digest) = (value(&page, "draft"), value(&page, "digest"));
    let mut foreign = house.owner_of("owner@meerblick.example").await;
    let mut stranger = house.browser();
    let before = all_rows(&house.store).await;
    let list = b"Nachname;Vorname\nBad;Guy\n";
    // Their own desk with our job, our desk, and our desk with their job.
    for (studio, job) in [("meerblick", job), ("nordlicht", job), ("nordlicht", theirs), ("no/such", theirs)] {
        let job = job.to_string();
        let fields = [("studio", studio), ("job", &*job)];
        let answer = form(&mut foreign, "/api/jobs/roster", &fields, Some(list)).await;
        assert_eq!((answer.status, &*answer.body), (StatusCode::NOT_FOUND, ""), "{studio}");
        assert_eq!(form(&mut stranger, "/api/jobs/roster", &fields, Some(list)).await.location(), "/sign-in");
    }
    let ours = job.to_string();
    let of_theirs = theirs.to_string();
    let mixed = form(&mut anna, "/api/jobs/roster", &[("studio", "nordlicht"), ("job", &of_theirs)], Some(list)).await;
    assert_eq!(mixed.status, StatusCode::NOT_FOUND);
    for studio in ["meerblick", "nordlicht"] {
        let way = [("studio", studio), ("draft", &*draft), ("columns", "first_name")];
        assert_eq!(form(&mut foreign, "/api/jobs/roster_again", &way, None).await.status, StatusCode::NOT_FOUND);
        assert_eq!(form(&mut stranger, "/api/jobs/roster_again", &way, None).await.location(), "/sign-in");
        let fields = [("studio", studio), ("draft", &*draft), ("digest", &*digest)];
        assert_eq!(foreign.call("/api/jobs/import_roster", &fields).await.status, StatusCode::NOT_FOUND);
        assert_eq!(foreign.call("/api/jobs/drop_roster", &fields[..2]).await.status, StatusCode::NOT_FOUND);
        for of in [&ours, &of_theirs] {
            let page = foreign.get(&format!("/studio/{studio}/jobs/{of}/roster/{draft}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
            assert!(!page.body.contains("Elif"), "{}", page.body);
        }
    }
    // Those who work here: an assistant brings no list, and a photographer does not read another one's.
    let colleagues = [(Role::Assistant, StatusCode::NOT_FOUND), (Role::Photographer, StatusCode::SEE_OTHER)];
    for (role, status) in colleagues {
        let mut colleague = colleague(&house, &scene, role).await;
        assert_eq!(colleague.get(&path).await.status, StatusCode::NOT_FOUND, "{role}");
        let way = [("studio", "nordlicht"), ("draft", &*draft), ("columns", "first_name")];
        let again = form(&mut colleague, "/api/jobs/roster_again", &way, None).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "{role}");
        let fields = [("studio", "nordlicht"), ("draft", &*draft), ("digest", &*digest)];
        assert_eq!(colleague.call("/api/jobs/import_roster", &fields).await.status, StatusCode::NOT_FOUND, "{role}");
        assert_eq!(colleague.call("/api/jobs/drop_roster", &fields[..2]).await.status, StatusCode::NOT_FOUND, "{role}");
        assert_eq!(all_rows(&house.store).await["roster_draft"], before["roster_draft"], "{role}");
        assert_eq!(send(&mut colleague, job, list).await.status, status, "{role}");
    }
    assert_eq!(anna.get(&path).await.status, StatusCode::OK);
    // Of our own studio under another job.
    let second = scene.photo_job("Second").await;
    assert_eq!(anna.get(&path.replace(&ours, &second.to_string())).await.status, StatusCode::NOT_FOUND);
    assert!(people(&scene, job).await.is_empty());
    // A day later it is gone for its own member too.
    house.clock.advance(TimeDelta::days(1));
    assert_eq!(house.clock.now(), noon() + TimeDelta::days(1));
    assert_ne!(anna.get(&path).await.status, StatusCode::OK);
}

// S60, T40
async fn the_page_says_who_was_erased_and_brings_them_back_for_a_tick_alone(house: TestHouse) {
    let scene = house.scene().await;
    let job = scene.photo_job("Ours").await;
    let mut anna = anna(&house).await;
    let list = b"Nachname;Vorname;Klasse\nKaya;Elif;1a\nSommer;Ida;1a\n";
    let (path, page) = shown(&mut anna, job, list).await;
    import(&mut anna, &path, &page).await;
    let elif = house.store.subjects(&scene.desk, job).await.unwrap()[0].id;
    house.store.erase_subject(&scene.desk, elif, GroupPhotos::KeepBack, noon()).await.unwrap();
    let (path, page) = shown(&mut anna, job, list).await;
    assert!(page.contains("1 line is about somebody who was erased at the family’s wish, and is left out"), "{page}");
    assert!(page.contains("Bring back who was erased") && page.contains("Elif Kaya"), "{page}");
    let (_, done) = import(&mut anna, &path, &page).await;
    assert!(done.contains("1 line is about somebody who was erased, and was left out."), "{done}");
    assert!(!people(&scene, job).await.contains("Elif"));
    let (path, page) = shown(&mut anna, job, list).await;
    anna.referer = Some(format!("{PUBLIC_URL}{path}"));
    let (draft, digest) = (value(&page, "draft"), value(&page, "digest"));
    let fields = [("studio", "nordlicht"), ("draft", &*draft), ("digest", &*digest), ("back", "yes")];
    anna.post("/api/jobs/import_roster", &fields).await;
    assert!(people(&scene, job).await.contains("Elif"));
    let (_, page) = shown(&mut anna, job, list).await;
    assert!(!page.contains("who was erased"), "{page}");
}
