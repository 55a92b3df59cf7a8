//! A photograph that arrives while its job ends, or its child is erased, goes with them at once (T40). On SQLite one comes after
//! the other.

use domain::ids::GalleryId;
use domain::photo_job::GroupPhotos;
use store::fixtures::{Scene, Somebody, Throwaway, noon};

/// Somebody who has just put a photograph into a gallery and has not said so yet.
async fn arriving(place: &Throwaway, gallery: GalleryId) -> Somebody {
    let (mut somebody, gallery) = (place.database.as_ref().unwrap().somebody().await, gallery.uuid());
    // As `Store::finish_upload` does it.
    somebody.does(&format!("update gallery set version = version where id = '{gallery}' and deleted_at is null")).await;
    let copied = format!(
        "insert into photo (studio_id, gallery_id, id, file_name, sort_key, media_type, bytes, sha256, width, height,
                            state, created_at)
         select studio_id, gallery_id, gen_random_uuid(), 'Late.jpg', sort_key, media_type, bytes, sha256, width, height,
                'processing', created_at
         from photo where gallery_id = '{gallery}'"
    );
    somebody.does(&copied).await;
    somebody
}

/// Until somebody waits for somebody else.
async fn waits(place: &Throwaway) {
    let waiting =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while place.number(waiting).await == 0 {
        tokio::task::yield_now().await;
    }
}

/// Photographs that nobody erases yet, in galleries that are gone.
const LEFT: &str = "select count(*) from photo p join gallery g on g.studio_id = p.studio_id and g.id = p.gallery_id
 where g.deleted_at is not null and (p.state <> 'gone' or p.file_name <> '')";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_arrives_while_a_child_is_erased_is_erased_with_it() {
    let place = Throwaway::postgres().await;
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let gallery = place.store.subject(&scene.desk, school.children[1]).await.unwrap().0.gallery;
    let mut somebody = arriving(&place, gallery).await;
    let erases = place.store.erase_subject(&scene.desk, school.children[1], GroupPhotos::KeepBack, noon());
    let arrives = async {
        waits(&place).await;
        somebody.does("commit").await;
    };
    let (erased, ()) = futures::join!(erases, arrives);
    erased.unwrap();
    assert_eq!(place.number("select count(*) from photo where state = 'gone'").await, 2);
    assert_eq!(place.number(LEFT).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_arrives_while_a_job_ends_ends_with_it() {
    let place = Throwaway::postgres().await;
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let gallery = place.store.subject(&scene.desk, school.children[1]).await.unwrap().0.gallery;
    let mut somebody = arriving(&place, gallery).await;
    let arrives = async {
        waits(&place).await;
        somebody.does("commit").await;
    };
    let (ended, ()) = futures::join!(place.store.delete_photo_job(&scene.desk, school.job, noon()), arrives);
    ended.unwrap();
    assert_eq!(place.number("select count(*) from photo where state = 'gone'").await, 8);
    assert_eq!(place.number(LEFT).await, 0);
}
