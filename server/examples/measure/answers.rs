//! Pages, thumbnails and codes: bytes and server time.

use std::sync::Arc;

use crate::around::{around, cpu, get, kilobytes, say};
use domain::code::Code;
use store::fixtures::{Scene, noon};
use store::{Places, Store};

const PHOTOGRAPHS: usize = 1_000;
const ROUNDS: u32 = 200;

/// Measures and prints.
pub async fn measure() {
    let folder = tempfile::tempdir_in("/dev/shm").expect("a folder in memory");
    let places = Places { data: folder.path().to_owned(), database_url: None, photos_url: None };
    let store = Arc::new(Store::open(&places, noon()).await.expect("a store"));
    let scene = Scene::first(&store, "nordlicht").await;
    let summer = scene.gallery("Summer by the water").await;
    let mut photo = None;
    for number in 0..PHOTOGRAPHS {
        photo = Some(scene.photo(summer, &format!("IMG_{number}.jpg"), noon()).await);
    }
    let photo = photo.expect("photographs");
    scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[summer]).await;
    let session = scene.enter("7KQM-2XRD-9TFA").await.expect("the code is right");
    let house = around(&store);
    let cookie = format!("guest={}", *session.reveal());

    for (what, path) in [
        ("front door", "/nordlicht".to_owned()),
        ("overview", "/nordlicht/overview".to_owned()),
        ("gallery of 1,000", format!("/nordlicht/g/{summer}")),
        ("one photograph", format!("/nordlicht/g/{summer}/{photo}")),
    ] {
        let weight = get(&house, &path, &cookie).await.len();
        say(&format!("{what}: HTML, compressed"), kilobytes(weight), "kB");
        let spent = cpu(ROUNDS, async || {
            get(&house, &path, &cookie).await;
        })
        .await;
        say(&format!("{what}: server CPU, compression included"), spent, "ms");
    }
    let path = format!("/m/{photo}/s");
    let spent = cpu(ROUNDS, async || {
        get(&house, &path, &cookie).await;
    })
    .await;
    say("one thumbnail, access checked", spent, "ms");
    look_ups(&scene).await;
}

/// A wrong code costs the same look-up as a right one, and writes nothing.
async fn look_ups(scene: &Scene<'_>) {
    let wrong = Code::parse("AAAA-AAAA-AAAA").expect("a code");
    let mut codes = 1;
    for many in [1_000, 100_000] {
        while codes < many {
            let code = Code::generated(store::code_entropy());
            scene.login("Somebody", &code.display(), &[]).await;
            codes += 1;
        }
        let spent = cpu(5_000, async || {
            let found = scene.store.enter_by_code(Some(&scene.studio), &wrong, None, noon()).await;
            assert!(matches!(found, Ok(None)), "a wrong code opened something");
        })
        .await;
        say(&format!("front-door look-up among {many} codes"), spent, "ms");
    }
}
