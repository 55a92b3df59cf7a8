//! The real program, started with a database that was restored from a backup (SECURITY section 4: retention).

use std::process::{Command, Stdio};

use domain::photo_job::GroupPhotos;
use http::StatusCode;
use store::fixtures::{Scene, Throwaway, noon};

use crate::program::Program;

/// The program, with the photographs where the address of that place says.
fn program(place: &Throwaway) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passepartout"));
    command.env("PHOTOS_URL", place.places.photos_url.as_ref().unwrap());
    command
}

// T40, S63
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t40_a_restored_database_serves_nobody_who_was_erased_from_its_first_answer_on() {
    let place = Throwaway::sqlite().await;
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let spring = scene.photo_job("Spring 2027").await;
    let Scene { studio, desk, .. } = scene;
    let (place, before) = place.with_backup().await;
    let scene = Scene { store: &place.store, studio, desk };
    place.store.erase_subject(&scene.desk, school.children[1], GroupPhotos::Delete, noon()).await.unwrap();
    place.store.delete_photo_job(&scene.desk, spring, noon()).await.unwrap();
    let list = place.deletion_list().await;
    assert_eq!(list.len(), 2);
    before.store.subject(&scene.desk, school.children[1]).await.unwrap();
    before.store.close().await;

    let running = Program::start_by(program(&before), &before.places.data, 0);
    let cookie = running.sign_in("anna@nordlicht.example").await;
    let of = |job, child: usize| format!("/studio/nordlicht/jobs/{job}/subjects/{}", school.children[child]);
    for (path, status) in [
        (of(school.job, 1), StatusCode::NOT_FOUND),
        (of(school.job, 0), StatusCode::OK),
        (format!("/studio/nordlicht/jobs/{spring}"), StatusCode::NOT_FOUND),
        (format!("/studio/nordlicht/jobs/{}", school.job), StatusCode::OK),
        (format!("/m/{}/s", school.photos[1]), StatusCode::NOT_FOUND),
        (format!("/m/{}/s", school.group_photos[0]), StatusCode::NOT_FOUND),
        (format!("/m/{}/s", school.photos[0]), StatusCode::OK),
        // Nobody reads the list over the network.
        (format!("/{}", list[0]), StatusCode::NOT_FOUND),
        (format!("/m/{}", list[0]), StatusCode::NOT_FOUND),
        (format!("/m/../{}", list[0]), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(running.look(&cookie, &path).await, status, "{path}");
    }
    running.kill();

    // What is on a list that cannot be read might be in this database again.
    std::fs::write(place.places.data.join("photos/erased/30010101T000000000000Z_of_another_kind"), b"").unwrap();
    let mut refused = program(&before);
    refused.arg("serve").env("DATA_DIR", &before.places.data).env("LISTEN", "127.0.0.1:0").env_remove("RUST_LOG");
    let refused = refused.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(!refused.status.success() && refused.stdout.is_empty(), "{said}");
    assert!(said.contains("cannot be read: what is erased/30010101T000000000000Z_of_another_kind?"), "{said}");
    assert!(said.contains("nothing is served without it"), "{said}");
}
