//! The photographer's evening after a large school: a list of 2,000 comes in, cards are printed, a day of 20,000 photographs with
//! 2,000 cards between them is sorted.

use std::sync::Arc;

use axum::Router;
use domain::ids::PhotoJobId;
use domain::roster::{Table, TableRow, guess};
use store::fixtures::{Scene, noon};
use store::{Places, Reading, Store};

use crate::around::{around, cpu, get, kilobytes, say, spent};
use crate::visitor::Visitor;

const ROUNDS: u32 = 5;
const CLASSES: usize = 80;
const PHOTOS: usize = 9;

/// Measures and prints.
pub async fn measure() {
    let folder = tempfile::tempdir_in("/dev/shm").expect("a folder in memory");
    let places = Places { data: folder.path().to_owned(), database_url: None, photos_url: None };
    let store = Arc::new(Store::open(&places, noon()).await.expect("a store"));
    let scene = Scene::first(&store, "nordlicht").await;
    let house = around(&store);
    let token = store
        .start_member_session(scene.desk.member(), domain::device::Device::UNKNOWN, noon())
        .await
        .expect("a session");
    let mut photographer = Visitor::of_member(&token);
    let school = scene.large_school(CLASSES, 0).await;
    import(&scene, &house, &mut photographer, &school.names).await;
    print(&scene, &house, &mut photographer, school.job, &token).await;
    scene.large_day(&school, PHOTOS).await;
    sort(&scene, &house, &mut photographer, school.job).await;
}

/// A list of as many as are there: read, compared, imported; then the same list again.
async fn import(scene: &Scene<'_>, house: &Router, photographer: &mut Visitor, names: &[(String, String)]) {
    let job = scene.photo_job("Spring 2027").await;
    let mut lines = vec!["First name,Last name,Class".to_owned()];
    lines.extend(names.iter().enumerate().map(|(place, (first, last))| format!("{first},{last},Class {}", place / 25)));
    let cells = |line: &String| line.split(',').map(str::to_owned).collect();
    let rows: Vec<TableRow> = (1..).zip(&lines).map(|(line, text)| TableRow { line, cells: cells(text) }).collect();
    let reading = {
        let table = Table { rows };
        let columns = guess(&table);
        Reading { table, encoding: None, delimiter: None, columns }
    };
    let shown = async |photographer: &mut Visitor, what: &str| {
        let kept = scene.store.keep_roster(&scene.desk, job, &reading, None, noon()).await;
        let draft = kept.expect("a list").to_string();
        let path = format!("/studio/nordlicht/jobs/{job}/roster/{draft}");
        let mut page = String::new();
        let took = once(async || page = photographer.looks(house, &path).await).await;
        say(&format!("{what}: the page that says what it would do"), took, "ms");
        (draft, page)
    };
    let (draft, page) = shown(photographer, "a list of 2,000 new names").await;
    let fields = [("studio", "nordlicht"), ("draft", &*draft), ("digest", field(&page, "digest"))];
    let took = once(async || photographer.sends(house, "/api/jobs/import_roster", &fields).await).await;
    say("a list of 2,000 new names: imported", took, "ms");
    shown(photographer, "the same list again").await;
    let there = scene.store.subjects(&scene.desk, job).await.expect("subjects").len();
    assert_eq!(there, names.len(), "all of them, once");
}

/// All cards as one file, eight to a page, in two languages.
async fn print(
    scene: &Scene<'_>,
    house: &Router,
    photographer: &mut Visitor,
    job: PhotoJobId,
    token: &store::SessionToken,
) {
    scene.store.allow_job_codes(&scene.desk, token, job, noon()).await.expect("a job");
    let path = format!("/studio/nordlicht/jobs/{job}/cards.pdf?per_page=8&also=ar");
    let mut pdf = Vec::new();
    let took = once(async || pdf = get(house, &path, &photographer.cookie()).await).await;
    assert!(pdf.starts_with(b"%PDF-"), "cards");
    say("2,000 cards as PDF, in two languages", took, "ms");
    say("2,000 cards as PDF: how large", kilobytes(pdf.len()) / 1_000.0, "MB");
}

/// The desk with everything unsorted, the proposal, sorting, and the desk afterwards.
async fn sort(scene: &Scene<'_>, house: &Router, photographer: &mut Visitor, job: PhotoJobId) {
    let desk = format!("/studio/nordlicht/jobs/{job}/photos");
    let proposal = format!("{desk}?propose=cards");
    for (what, path) in [("the desk, all unsorted", &desk), ("the desk, with what sorting would do", &proposal)] {
        let spent = cpu(ROUNDS, async || drop(get(house, path, &photographer.cookie()).await)).await;
        say(&format!("18,000 photographs, 2,000 cards: {what}"), spent, "ms");
    }
    let page = photographer.looks(house, &proposal).await;
    let of = job.to_string();
    let fields = [
        ("studio", "nordlicht"),
        ("job", &*of),
        ("way", "cards"),
        ("digest", field(&page, "digest")),
        ("looked", "on"),
    ];
    let took = once(async || photographer.sends(house, "/api/jobs/sort_by", &fields).await).await;
    let unsorted = scene.store.photo_job(&scene.desk, job).await.expect("a job").unsorted;
    assert_eq!(unsorted, 0, "each photograph follows a card");
    say("18,000 photographs, 2,000 cards: sorted", took, "ms");
    let spent = cpu(ROUNDS, async || drop(get(house, &desk, &photographer.cookie()).await)).await;
    say("18,000 photographs, 2,000 cards: the desk, all in place", spent, "ms");
}

/// Milliseconds of this process' CPU for what is done once.
async fn once(work: impl AsyncFnOnce()) -> f64 {
    let before = spent();
    work().await;
    spent().saturating_sub(before).as_secs_f64() * 1_000.0
}

/// What a hidden field of a page holds.
fn field<'a>(page: &'a str, name: &str) -> &'a str {
    let begins = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&begins).expect("the field");
    rest.split_once('"').expect("its end").0
}
