//! A school's list comes into a job (S60): over HTTP, without scripts, as a photographer sends it.

mod others;

use std::fmt::Write as _;

use domain::ids::PhotoJobId;
use http::{Method, StatusCode};
use rust_xlsxwriter::Workbook;
use store::fixtures::{Scene, all_rows};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

on_both!(
    the_list_of_a_school_is_read_shown_and_imported_and_again_changes_nothing,
    an_old_export_of_windows_is_read_by_its_letters_and_a_workbook_in_a_child,
    a_changed_list_says_what_changes_and_photographs_stay_with_their_child,
    what_was_guessed_is_corrected_and_a_way_that_is_none_is_said_with_nothing_lost,
    a_file_that_is_no_list_is_refused_in_words_and_nothing_is_kept,
    what_changed_meanwhile_is_shown_again_and_a_list_can_be_dropped,
    doubtful_lines_are_settled_on_the_page_and_shown_again_before_anything_happens,
);

const BOUNDARY: &str = "----a-boundary";
/// The list of a school: 369 children in 14 classes.
const ROSTER: &str = include_str!("../../demo/roster.csv");

/// A form as a browser sends it: fields, then a file if there is one.
async fn form(browser: &mut Browser, path: &str, fields: &[(&str, &str)], file: Option<&[u8]>) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    if let Some(file) = file {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"list\"; filename=\"../../x.exe\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("content-type", kind.as_str()), ("sec-fetch-site", "same-origin")];
    browser.send(Method::POST, path, &headers, body).await
}

async fn send(browser: &mut Browser, job: PhotoJobId, file: &[u8]) -> Answer {
    let job = job.to_string();
    form(browser, "/api/jobs/roster", &[("studio", "nordlicht"), ("job", &job)], Some(file)).await
}

/// Sends a list and answers where it is shown, and what is shown there.
async fn shown(browser: &mut Browser, job: PhotoJobId, file: &[u8]) -> (String, String) {
    let page = send(browser, job, file).await.location().to_owned();
    assert!(page.starts_with(&format!("/studio/nordlicht/jobs/{job}/roster/")), "{page}");
    let answer = browser.get(&page).await;
    assert_eq!(answer.status, StatusCode::OK, "{page}");
    (page, answer.body)
}

/// What stands in a hidden field or on a button.
fn value(page: &str, name: &str) -> String {
    let (_, rest) =
        page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Presses "Import" on a page; answers where that leads, and what is there.
async fn import(browser: &mut Browser, path: &str, page: &str) -> (String, String) {
    browser.referer = Some(format!("{PUBLIC_URL}{path}"));
    let (draft, digest) = (value(page, "draft"), value(page, "digest"));
    let fields = [("studio", "nordlicht"), ("draft", &*draft), ("digest", &*digest)];
    let to = browser.post("/api/jobs/import_roster", &fields).await.location().to_owned();
    let page = browser.get(&to).await.body;
    (to, page)
}

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

/// What matters of a job's people, without the ids.
async fn people(scene: &Scene<'_>, job: PhotoJobId) -> String {
    let groups = scene.store.groups(&scene.desk, job).await.unwrap();
    let mut text = String::new();
    for subject in scene.store.subjects(&scene.desk, job).await.unwrap() {
        let group = groups.iter().find(|group| Some(group.id) == subject.group).map(|group| group.name.clone());
        writeln!(text, "{}|{}|{}|{group:?}", subject.first_name, subject.last_name, subject.identifier).unwrap();
    }
    text
}

/// The list of the school as Excel would write it.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let mut lines = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(ROSTER.as_bytes());
    for (row, line) in (0..).zip(lines.records()) {
        for (column, cell) in (0..).zip(&line.unwrap()) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The same in Windows-1252, as far as that has the letters.
fn western() -> (Vec<u8>, usize) {
    let mut bytes = Vec::new();
    let mut count = 0;
    for line in ROSTER.lines() {
        let (coded, _, lossy) = encoding_rs::WINDOWS_1252.encode(line);
        if !lossy {
            bytes.extend_from_slice(&coded);
            bytes.extend_from_slice(b"\r\n");
            count += 1;
        }
    }
    (bytes, count - 1)
}

// S54, S60
async fn the_list_of_a_school_is_read_shown_and_imported_and_again_changes_nothing(house: TestHouse) {
    let scene = house.scene().await;
    let job = scene.photo_job("Autumn 2026").await;
    let mut anna = anna(&house).await;
    let first = anna.get(&format!("/studio/nordlicht/jobs/{job}")).await.body;
    assert!(first.contains(&format!("/jobs/{job}/roster\"")), "{first}");
    let (path, page) = shown(&mut anna, job, ROSTER.as_bytes()).await;
    for said in ["369 new people", "14 new groups", "UTF-8", "Semicolon (;)", "1 to 50 of 369", "Vorklasse"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(page.contains("share a name") && page.contains("cannot be typed in Latin letters"), "{page}");
    assert!(people(&scene, job).await.is_empty(), "nothing happens before it is confirmed");
    // Fifty at a time.
    let second = anna.get(&format!("{path}?list=new&page=8")).await.body;
    assert!(second.contains("351 to 369 of 369"), "{second}");
    let (to, done) = import(&mut anna, &path, &page).await;
    assert!(to.contains("new=369") && done.contains("369 people are new"), "{to} {done}");
    assert_eq!(scene.store.subject_codes(&scene.desk, job).await.unwrap().len(), 369);
    let card = scene.store.photo_job(&scene.desk, job).await.unwrap();
    assert!(card.job.homonyms);
    let before = people(&scene, job).await;
    assert_eq!(before.lines().count(), 369);
    assert!(before.contains("Zoë|Böhm|260303|Some(\"Vorklasse\")"), "{before}");
    // The list is forgotten, and was never for the address.
    assert_eq!(anna.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(all_rows(&house.store).await["roster_draft"], Vec::<String>::new());
    // As a workbook, and once more as text.
    for file in [workbook(), ROSTER.as_bytes().to_vec()] {
        let (_, page) = shown(&mut anna, job, &file).await;
        assert!(page.contains("Nothing would change") && page.contains("369 people stay as before"), "{page}");
        assert!(!page.contains("name=\"digest\""), "{page}");
    }
    assert_eq!(people(&scene, job).await, before);
}

// S60
async fn an_old_export_of_windows_is_read_by_its_letters_and_a_workbook_in_a_child(house: TestHouse) {
    let scene = house.scene().await;
    let mut anna = anna(&house).await;
    let (western, count) = western();
    let job = scene.photo_job("Western").await;
    let (path, page) = shown(&mut anna, job, &western).await;
    assert!(page.contains("Windows-1252") && page.contains(&format!("{count} new people")), "{page}");
    let (to, _) = import(&mut anna, &path, &page).await;
    assert!(to.contains(&format!("new={count}")), "{to}");
    let there = people(&scene, job).await;
    assert!(there.contains("Max|Großmann|260165"), "{there}");
    let job = scene.photo_job("Workbook").await;
    let (path, page) = shown(&mut anna, job, &workbook()).await;
    assert!(!page.contains("name=\"encoding\"") && !page.contains("name=\"delimiter\""), "there is one way: {page}");
    import(&mut anna, &path, &page).await;
    assert_eq!(people(&scene, job).await.lines().count(), 369);
}

// S60, S62
async fn a_changed_list_says_what_changes_and_photographs_stay_with_their_child(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut anna = anna(&house).await;
    let list = "Nachname;Vorname;Klasse;Schülernummer\nÖztürk;Ben;1b;8\nRossi;Carla;1a;9\nNeu;Tom;2c;10\n";
    let (path, page) = shown(&mut anna, school.job, list.as_bytes()).await;
    for said in ["1 new person", "2 people change", "Group: 1a → 1b", "3 people of the job are not in the list", "2c"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    let ben = school.children[1];
    let (before, _) = scene.store.subject(&scene.desk, ben).await.unwrap();
    let code = scene.subject_code(school.job, ben).await;
    import(&mut anna, &path, &page).await;
    let (after, _) = scene.store.subject(&scene.desk, ben).await.unwrap();
    assert_eq!((after.gallery, after.photos, after.group), (before.gallery, 1, Some(school.classes[1])));
    assert_eq!(scene.subject_code(school.job, ben).await, code);
    // Whoever holds the code sees the pictures as before, and the other class now.
    let mut mother = house.browser();
    mother.enter("nordlicht", &code).await;
    for (photo, status) in [
        (school.photos[1], StatusCode::OK),
        (school.group_photos[1], StatusCode::OK),
        (school.group_photos[0], StatusCode::NOT_FOUND),
    ] {
        assert_eq!(mother.get(&format!("/m/{photo}/s")).await.status, status);
    }
}

// S60
async fn what_was_guessed_is_corrected_and_a_way_that_is_none_is_said_with_nothing_lost(house: TestHouse) {
    let scene = house.scene().await;
    let job = scene.photo_job("Autumn 2026").await;
    let mut anna = anna(&house).await;
    // Turkish letters, of which Windows-1252 makes others.
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1254.encode("A;B;C\nYıldız;Şule;1a\nIşık;Gökçe;1a\n");
    assert!(!lossy);
    let (path, page) = shown(&mut anna, job, &bytes).await;
    let draft = value(&page, "draft");
    let mut again = async |fields: &[(&str, &str)]| {
        let mut all = vec![("studio", "nordlicht"), ("draft", &*draft)];
        all.extend_from_slice(fields);
        let to = form(&mut anna, "/api/jobs/roster_again", &all, None).await.location().to_owned();
        assert!(to.starts_with(&path), "{to}");
        anna.get(&to).await.body
    };
    let names = [("columns", "last_name"), ("columns", "first_name"), ("columns", "group")];
    let way =
        [("encoding", "windows-1254"), ("delimiter", "semicolon"), ("header", "yes"), names[0], names[1], names[2]];
    let page = again(&way).await;
    assert!(page.contains("Şule Yıldız") && page.contains("2 new people"), "{page}");
    // Not that encoding: said, and read as before.
    let wrong = [("encoding", "utf-8"), ("delimiter", "semicolon"), ("header", "yes"), names[1], names[0], names[2]];
    let page = again(&wrong).await;
    assert!(page.contains("not written in that encoding") && page.contains("id=\"encoding-error\""), "{page}");
    assert!(page.contains("Yıldız Şule"), "what was chosen of the columns is kept: {page}");
    // The first line is no heading, and a column is nothing.
    let page = again(&[way[0], way[1], names[0], names[1], ("columns", "ignored")]).await;
    assert!(page.contains("B A") && page.contains("3 new people") && !page.contains("new group"), "{page}");
    // Another sign between the cells: other columns.
    let page = again(&[way[0], ("delimiter", "comma"), names[0], names[1], names[2]]).await;
    assert!(page.contains("No column holds first and last names"), "{page}");
    // A kind of column that there is not.
    let odd = [("studio", "nordlicht"), ("draft", &*draft), ("columns", "password")];
    assert_eq!(form(&mut anna, "/api/jobs/roster_again", &odd, None).await.status, StatusCode::NOT_FOUND);
}

// S60
async fn a_file_that_is_no_list_is_refused_in_words_and_nothing_is_kept(house: TestHouse) {
    let scene = house.scene().await;
    let job = scene.photo_job("Autumn 2026").await;
    let mut anna = anna(&house).await;
    let before = all_rows(&house.store).await;
    for (file, why, said) in [
        (Vec::new(), "empty", "There is nothing in this file."),
        (b"%PDF-1.7 ...".to_vec(), "pdf", "This is a PDF."),
        (b"\xff\xd8\xff\xe0 a photograph".to_vec(), "picture", "This is a picture"),
        (b"PK\x03\x04 and nothing".to_vec(), "damaged", "This Excel file is damaged."),
        (b"<html><table>".to_vec(), "not_a_table", "This is not a list"),
        (vec![b'a'; 4 * 1024 * 1024 + 1], "too_large", "too large for a list of names"),
        // A photograph by mistake: longer than any other thing that is sent in one go.
        (vec![b'a'; 20 * 1024 * 1024], "too_large", "too large for a list of names"),
    ] {
        let answer = send(&mut anna, job, &file).await;
        assert_eq!(answer.location(), format!("/studio/nordlicht/jobs/{job}/roster?file={why}"), "{}", answer.body);
        let page = anna.get(answer.location()).await.body;
        assert!(page.contains(said) && page.contains("id=\"list-error\""), "{said}: {page}");
    }
    assert_eq!(all_rows(&house.store).await, before);
}

// S60
async fn what_changed_meanwhile_is_shown_again_and_a_list_can_be_dropped(house: TestHouse) {
    let scene = house.scene().await;
    let job = scene.photo_job("Autumn 2026").await;
    let mut anna = anna(&house).await;
    let (path, page) = shown(&mut anna, job, b"Nachname;Vorname\nKaya;Elif\nRossi;Carla\n").await;
    scene.subject(job, ("Elif", "Kaya"), None).await;
    let (to, again) = import(&mut anna, &path, &page).await;
    assert!(to.starts_with(&path) && again.contains("Somebody changed this job meanwhile"), "{to}: {again}");
    assert!(again.contains("1 new person") && again.contains("1 person stays as before"), "{again}");
    let waits = anna.get(&format!("/studio/nordlicht/jobs/{job}/roster")).await.body;
    assert!(waits.contains(&path), "{waits}");
    let draft = value(&again, "draft");
    let dropped = anna.post("/api/jobs/drop_roster", &[("studio", "nordlicht"), ("draft", &draft)]).await;
    assert_eq!(dropped.location(), format!("/studio/nordlicht/jobs/{job}/roster"));
    assert_eq!(anna.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(people(&scene, job).await.lines().count(), 1);
}

// S60
async fn doubtful_lines_are_settled_on_the_page_and_shown_again_before_anything_happens(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut anna = anna(&house).await;
    let list = "Nachname;Vorname;Klasse\nMüller;Anna;2a\nMüller;Anna;2b\n";
    let (path, page) = shown(&mut anna, school.job, list.as_bytes()).await;
    assert!(page.contains("2 lines could be somebody who is here already, and are left out"), "{page}");
    assert!(page.contains("It is Anna Müller, 1a") && !page.contains("name=\"digest\""), "{page}");
    let draft = value(&page, "draft");
    let [first, second] = [school.children[0], school.children[3]];
    let mut settle = async |choices: [String; 2]| {
        anna.referer = Some(format!("{PUBLIC_URL}{path}"));
        let [one, other] = &choices;
        let fields = [("studio", "nordlicht"), ("draft", &*draft), ("choices[0]", one), ("choices[1]", other)];
        let to = anna.post("/api/jobs/settle_roster", &fields).await.location().to_owned();
        assert_eq!(to, format!("{path}?did=settled"));
        anna.get(&to).await.body
    };
    let twice = settle([format!("2 {first}"), format!("3 {first}")]).await;
    assert_eq!(twice.matches("Two lines cannot be the same person").count(), 2, "{twice}");
    let page = settle([format!("2 {second}"), "3 new".to_owned()]).await;
    for said in ["1 person changes", "1 new person", "Group: 1b → 2a", "Your answers count"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(page.contains(&format!("value=\"2 {second}\" selected")) && page.contains("value=\"3 new\" selected"));
    assert_eq!(people(&scene, school.job).await.lines().count(), 5, "nothing happens before it is confirmed");
    let (to, _) = import(&mut anna, &path, &page).await;
    assert!(to.contains("new=1&changed=1") && to.contains("asked=0"), "{to}");
    let there = people(&scene, school.job).await;
    assert!(there.contains("Anna|Müller||Some(\"1a\")") && there.contains("Anna|Müller||Some(\"2b\")"), "{there}");
    assert_eq!(scene.store.subject(&scene.desk, second).await.unwrap().0.photos, 1);
    // What is no choice is not there.
    let (_, page) = shown(&mut anna, school.job, list.as_bytes()).await;
    let draft = value(&page, "draft");
    for odd in ["2", "2 somebody", "x new", "-1 new", ""] {
        let fields = [("studio", "nordlicht"), ("draft", &*draft), ("choices[0]", odd)];
        let answer = anna.call("/api/jobs/settle_roster", &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{odd}");
    }
}
