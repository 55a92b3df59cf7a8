//! T01: the power is cut in the middle of uploads, each time at another moment; nothing that was answered is lost.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use domain::ids::{PhotoId, StudioId};
use domain::photo::Size;
use futures::StreamExt;
use http::StatusCode;
use store::BlobKey;
use store::fixtures::{Scene, Throwaway, noon, sha256};

use crate::program::Program;
use crate::uploads::a_jpeg;

/// Files that are sent in each round; every eighth has two parts.
const FILES: usize = 24;
/// After so many answers the power is cut.
const CUTS: [usize; 5] = [3, 17, 34, 51, 68];

/// What the browser knows of a file.
#[derive(Default)]
struct Sent {
    whole: Vec<u8>,
    /// Parts that were answered as kept.
    kept: BTreeSet<usize>,
    photo: Option<PhotoId>,
}

// T01, S70
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_was_answered_survives_a_power_cut_at_any_moment() {
    let mut place = Throwaway::sqlite().await;
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (id, gallery) = (studio.studio.id, studio.gallery("Summer").await.to_string());
    // Nobody else may hold the database open: only then does the next who opens it find what a power cut leaves.
    place.store.close().await;
    let program = Program::start(&place.places.data, 0);
    let cookie = program.sign_in("anna@nordlicht.example").await;
    program.kill();

    let mut files = BTreeMap::new();
    for (round, cut) in CUTS.into_iter().enumerate() {
        for number in 0..FILES {
            let segments = if number % 8 == 7 { 130 } else { 0 };
            let whole = a_jpeg(&format!("{round} {number}"), segments);
            files.insert(format!("{round} {number}.jpg"), Sent { whole, ..Sent::default() });
        }
        let program = Program::start(&place.places.data, cut);
        send_all(&program, &cookie, &gallery, &mut files).await;
        program.kill();
        assert!(files.values().any(|file| file.photo.is_none()), "the power was cut too late in round {round}");
        place.store = place.open_again().await.unwrap();
        assert_nothing_is_lost(&place, id, &files).await;
        place.store.close().await;
    }

    let program = Program::start(&place.places.data, 0);
    send_all(&program, &cookie, &gallery, &mut files).await;
    program.kill();
    place.store = place.open_again().await.unwrap();
    assert_nothing_is_lost(&place, id, &files).await;
    let photos: BTreeSet<PhotoId> = files.values().filter_map(|file| file.photo).collect();
    assert_eq!(photos.len(), files.len());
    assert_eq!(place.number("select count(*) from photo").await, i64::try_from(files.len()).unwrap());
    // What the cuts left behind is swept: first to the trash, then for good.
    for later in [TimeDelta::days(3650), TimeDelta::days(3700)] {
        place.store.sweep_uploads(noon() + later).await.unwrap();
        place.store.sweep_objects(noon() + later).await.unwrap();
    }
    let sizes = place.number("select count(*) from photo where state = 'ready'").await;
    let sized = place.objects().await.iter().filter(|(name, _)| name.starts_with("d/")).count();
    assert!(sized >= usize::try_from(sizes).unwrap() * Size::ALL.len());
    assert_eq!(place.files().await - sized, files.len());
}

/// Sends what is not there yet, four files at a time, until all are there or the power is cut.
async fn send_all(program: &Program, cookie: &str, gallery: &str, files: &mut BTreeMap<String, Sent>) {
    let unfinished = files.iter_mut().filter(|(_, file)| file.photo.is_none());
    let sending = unfinished.map(|(name, file)| send(program, cookie, gallery, name, file));
    futures::stream::iter(sending).buffer_unordered(4).for_each(async |_| {}).await;
}

/// As a browser does it; `None` when the power was cut.
async fn send(program: &Program, cookie: &str, gallery: &str, name: &str, file: &mut Sent) -> Option<()> {
    let (status, begun) = program.announce(cookie, gallery, name, &file.whole).await?;
    assert_eq!(status, StatusCode::OK, "{begun}");
    if begun["already_there"] == true {
        // It had become a photograph, only the answer was lost.
        file.photo = Some(begun["photo"].as_str()?.parse().unwrap());
        return Some(());
    }
    let upload = begun["upload"].as_str()?;
    let missing: BTreeSet<usize> = serde_json::from_value(begun["missing"].clone()).unwrap();
    assert!(missing.is_disjoint(&file.kept), "{name} is asked for again: {missing:?} of {:?}", file.kept);
    for number in missing {
        let (status, answer) = program.put(cookie, upload, number, &file.whole).await?;
        assert_eq!(status, StatusCode::NO_CONTENT, "{answer}");
        file.kept.insert(number);
    }
    let (status, done) = program.complete(cookie, upload).await?;
    assert_eq!(status, StatusCode::CREATED, "{done}");
    file.photo = Some(done["photo"].as_str()?.parse().unwrap());
    Some(())
}

/// Every file that was answered as finished is there, byte for byte; and no photograph is known that is not there.
async fn assert_nothing_is_lost(place: &Throwaway, studio: StudioId, files: &BTreeMap<String, Sent>) {
    for (name, file) in files {
        let Some(photo) = file.photo else { continue };
        let original = place.store.blobs().get(BlobKey::Original(studio, photo)).await;
        let original = original.unwrap_or_else(|why| panic!("{name} is lost: {why}"));
        assert_eq!(sha256(&original), sha256(&file.whole), "{name}");
    }
    assert_eq!(place.photos_without_original().await, 0);
}
