//! The photo job of a large school: 2,000 children and 20,000 photographs, and the minute after the e-mail to the parents.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use domain::ids::{GalleryId, PhotoId};
use store::fixtures::{LargeSchool, Scene, noon};
use store::{JobCode, Places, Store};

use crate::around::{around, cpu, get, kilobytes, say, spent};
use crate::visitor::Visitor;

const PARENTS: &str = "LINDENHOF-2026-HERBST";
const STAFF: &str = "STAFF-OF-THE-SCHOOL-1";
/// Classes of 25 in the small job and in the large one, and photographs of each child and class.
const CLASSES: [usize; 2] = [1, 80];
const PHOTOS: usize = 10;
const ROUNDS: u32 = 20;
/// Parents who come in one minute.
const COMING: u32 = 300;

/// Measures and prints.
pub async fn measure() {
    let small = measured(CLASSES[0], false).await;
    let large = measured(CLASSES[1], true).await;
    for ((what, small, _), (_, large, weight)) in small.into_iter().zip(large) {
        say(&format!("{what}: 2,000 children"), large, "ms");
        say(&format!("{what}: 2,000 children to 25"), large / small.max(0.001), "times");
        say(&format!("{what}: compressed"), weight, "kB");
    }
}

/// What each page costs, in milliseconds of CPU, and what it weighs.
async fn measured(classes: usize, rush: bool) -> Vec<(String, f64, f64)> {
    let folder = tempfile::tempdir_in("/dev/shm").expect("a folder in memory");
    let places = Places { data: folder.path().to_owned(), database_url: None, photos_url: None };
    let store = Arc::new(Store::open(&places, noon()).await.expect("a store"));
    let scene = Scene::first(&store, "nordlicht").await;
    let school = scene.large_school(classes, PHOTOS).await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    let (child, _) = store.subject(&scene.desk, school.subjects[0]).await.expect("a child");
    let class = store.groups(&scene.desk, school.job).await.expect("classes")[0].gallery;
    let pictures = [pictures(&scene, child.gallery).await, pictures(&scene, class).await];
    let house = around(&store);
    let own = scene.subject_code(school.job, school.subjects[0]).await;
    let mut mother = Visitor::from(0);
    mother.types(&house, &own).await;
    let mut teacher = Visitor::from(1);
    teacher.types(&house, STAFF).await;
    let member = store
        .start_member_session(scene.desk.member(), domain::device::Device::UNKNOWN, noon())
        .await
        .expect("a session");
    let member = format!("studio={}", *member.reveal());
    let job = school.job;
    let mut costs = Vec::new();
    for (what, path, cookie) in [
        ("a child's page", "/nordlicht/children".to_owned(), mother.cookie()),
        ("a child's gallery", format!("/nordlicht/g/{}", child.gallery), mother.cookie()),
        ("staff: a class", format!("/nordlicht/jobs/{job}"), teacher.cookie()),
        ("staff: a class's photographs", format!("/nordlicht/g/{class}"), teacher.cookie()),
        ("studio: the job", format!("/studio/nordlicht/jobs/{job}"), member.clone()),
        ("studio: its photographs", format!("/studio/nordlicht/jobs/{job}/photos"), member.clone()),
        ("studio: its codes", format!("/studio/nordlicht/jobs/{job}/access"), member.clone()),
    ] {
        let weight = get(&house, &path, &cookie).await.len();
        let spent = cpu(ROUNDS, async || {
            get(&house, &path, &cookie).await;
        })
        .await;
        costs.push((what.to_owned(), spent, kilobytes(weight)));
    }
    // Each picture once: the same again is answered from what was decided.
    for (what, of, cookie) in [
        ("a picture, for a parent", 0, mother.cookie()),
        ("a picture of a child, for staff", 0, teacher.cookie()),
        ("a picture of a class, for staff", 1, teacher.cookie()),
    ] {
        let next = std::cell::Cell::new(0);
        let spent = cpu(ROUNDS, async || {
            let picture = pictures[of][next.replace(next.get() + 1)];
            get(&house, &format!("/m/{picture}/s"), &cookie).await;
        })
        .await;
        costs.push((what.to_owned(), spent, 0.0));
    }
    if rush {
        parents(&house, &school).await;
    }
    costs
}

/// As many as there are rounds, those to warm up included.
async fn pictures(scene: &Scene<'_>, gallery: GalleryId) -> Vec<PhotoId> {
    let mut pictures = Vec::new();
    for number in 0..2 * ROUNDS {
        pictures.push(scene.photo(gallery, &format!("A_{number}.jpg"), noon()).await);
    }
    pictures
}

/// 300 parents in one minute, each from a home of its own: the code, the notice, the name, the child, its pictures.
async fn parents(house: &Router, school: &LargeSchool) {
    let begun = Instant::now();
    let mut beat = tokio::time::interval(Duration::from_mins(1) / COMING);
    let mut coming = tokio::task::JoinSet::new();
    let step = school.names.len() / COMING as usize;
    let before = spent();
    for parent in 0..COMING {
        beat.tick().await;
        let names = school.names[parent as usize * step].clone();
        let way = format!("/nordlicht/find/{}", school.job);
        coming.spawn(comes(house.clone(), parent, way, school.job.to_string(), names));
    }
    let mut took: Vec<(Duration, Duration)> = coming.join_all().await;
    let share = spent().saturating_sub(before).as_secs_f64() / begun.elapsed().as_secs_f64();
    let mut worst = |which: fn(&(Duration, Duration)) -> Duration| {
        took.sort_by_key(which);
        which(&took[took.len() * 99 / 100]).as_secs_f64() * 1_000.0
    };
    let (door, page) = (worst(|it| it.0), worst(|it| it.1));
    say("300 parents in a minute: the code, 99 of 100 within", door, "ms");
    say("300 parents in a minute: any other page, 99 of 100 within", page, "ms");
    say("300 parents in a minute: one processor is busy so much of the time", share * 100.0, "percent");
}

/// One parent: how long the code took, and the longest of the other pages.
async fn comes(house: Router, number: u32, way: String, job: String, names: (String, String)) -> (Duration, Duration) {
    let mut parent = Visitor::from(number + 2);
    let begun = Instant::now();
    parent.types(&house, PARENTS).await;
    let door = begun.elapsed();
    let mut longest = Duration::ZERO;
    let mut step = Instant::now();
    let mut lap = || {
        longest = longest.max(step.elapsed());
        step = Instant::now();
        longest
    };
    parent.looks(&house, &way).await;
    lap();
    parent.looks(&house, &format!("{way}?read=yes")).await;
    lap();
    let typed = [
        ("studio", "nordlicht"),
        ("job", &*job),
        ("first_name", &*names.0),
        ("last_name", &*names.1),
        ("group", ""),
        ("entitled", "yes"),
    ];
    parent.sends(&house, "/api/children/find", &typed).await;
    lap();
    let page = parent.looks(&house, "/nordlicht/children").await;
    assert!(page.contains(&names.0), "each finds their child");
    (door, lap())
}
