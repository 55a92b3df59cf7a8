//! A full disk: nothing half-written, everything readable, and all well again once there is room.

use std::path::{Path, PathBuf};
use std::process::Command;

use bytes::Bytes;
use domain::gallery::GalleryName;
use domain::photo::Size;
use futures::TryStreamExt;
use store::fixtures::{Scene, Throwaway, an_upload, noon, part_of, sha256};
use store::{Error, PART_BYTES, Places, Store};
use tempfile::TempDir;

/// T05: the database's own limit, reached inside a transaction.
#[tokio::test]
async fn a_full_database_says_so_and_the_next_write_finds_the_room_there_is() {
    let place = Throwaway::sqlite().await;
    let studio = Scene::first(&place.store, "nordlicht").await;
    for _ in 0..3 {
        // Fewer than there are: SQLite takes this as "not one more", for this connection.
        place.tamper("pragma max_page_count = 1").await;
        let before = place.store.gallery_tree(&studio.desk).await.unwrap().len();
        let made = galleries_until_it_is_full(&studio).await;
        assert_eq!(place.store.gallery_tree(&studio.desk).await.unwrap().len(), before + made);
        studio.gallery("Room again").await;
    }
}

/// T05: the disk's limit. Mounting a small disk takes root, or a user namespace to be root in; where a machine allows
/// neither, the story of the server with a limit on its files has to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_says_so_leaves_nothing_half_written_and_goes_on_reading() {
    let Some(disk) = SmallDisk::mount() else { return as_root_of_a_namespace() };
    let places = Places { data: disk.folder.path().join("data"), database_url: None, photos_url: None };
    let store = Store::open(&places, noon()).await.unwrap();
    let studio = Scene::first(&store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    let photo = studio.photo(wedding, "IMG_1.jpg", noon()).await;
    let large = Bytes::from(vec![7; usize::try_from(PART_BYTES).unwrap() + 5]);
    let upload = studio.begin(wedding, &an_upload("large.jpg", &large)).await;
    studio.send(&upload, &large).await;
    let small = Bytes::from(vec![8; 3 * 1024 * 1024]);
    let other = studio.begin(wedding, &an_upload("small.jpg", &small)).await;
    let before = files(&places.data);

    // Room for the database, none for a second copy of the file.
    let filler = disk.fill(2 * 1024 * 1024);
    refused!(studio.finish(&upload, noon()).await, Error::NoSpace);
    assert_eq!(files(&places.data), before);
    let part = part_of(&small, 0);
    refused!(store.put_part(&other, 0, sha256(&part), part).await, Error::NoSpace);
    assert_eq!(files(&places.data), before);

    // What is left is not for uploads: a file that would fit is not begun, and the studio goes on.
    let tiny = Bytes::from(vec![9; 1024 * 1024]);
    let grant = studio.grant(wedding).await;
    let begun = store.begin_upload(&studio.desk, &grant, &an_upload("tiny.jpg", &tiny), noon()).await;
    refused!(begun, Error::NoSpace);
    studio.gallery("In the rest of the room").await;

    // Room for nothing.
    let rest = disk.fill(0);
    galleries_until_it_is_full(&studio).await;
    assert_eq!(galleries_until_it_is_full(&studio).await, 0);
    let grant = studio.grant(wedding).await;
    assert_eq!(store.photo_count(&grant).await.unwrap(), 1);
    let (_, bytes) = store.photo_bytes(&grant, photo, Size::Small).await.unwrap();
    let bytes: Vec<Bytes> = bytes.try_collect().await.unwrap();
    assert_eq!(bytes.concat(), b"IMG_1.jpg");

    std::fs::remove_file(rest).unwrap();
    std::fs::remove_file(filler).unwrap();
    studio.finish(&upload, noon()).await.unwrap();
    studio.gallery("Room again").await;
}

/// Runs the story that needs root once more, in a namespace where it has it.
fn as_root_of_a_namespace() {
    const INSIDE: &str = "PASSEPARTOUT_TEST_NAMESPACE";
    assert!(std::env::var_os(INSIDE).is_none(), "root of a namespace may not mount");
    let unshare = |command: &mut Command| {
        let done = command.env(INSIDE, "1").output();
        done.is_ok_and(|done| done.status.success())
    };
    let namespace = || {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount"]);
        command
    };
    if unshare(namespace().args(["mount", "-t", "tmpfs", "tmpfs", "/mnt"])) {
        let story = "disk::a_full_disk_says_so_leaves_nothing_half_written_and_goes_on_reading";
        assert!(unshare(namespace().arg(std::env::current_exe().unwrap()).args([story, "--exact"])));
    }
}

/// How many galleries there was room for.
async fn galleries_until_it_is_full(studio: &Scene<'_>) -> usize {
    let name = GalleryName::parse(&"a long name ".repeat(10)).unwrap();
    for made in 0..5000 {
        match studio.store.create_gallery(&studio.desk, None, &name, noon()).await {
            Ok(_) => {}
            Err(Error::NoSpace) => return made,
            Err(error) => panic!("{error:?}"),
        }
    }
    panic!("it never gets full")
}

/// Every file of the photographs with its length, staged ones included.
fn files(data: &Path) -> Vec<(PathBuf, u64)> {
    let mut found = Vec::new();
    let mut folders = vec![data.join("photos")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                found.push((entry.path(), entry.metadata().unwrap().len()));
            }
        }
    }
    found.sort();
    found
}

/// A disk of 24 MiB that goes away with the test.
struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"]).arg(folder.path());
        mount.output().is_ok_and(|done| done.status.success()).then_some(Self { folder })
    }

    /// Takes all room but so many bytes.
    fn fill(&self, left: u64) -> PathBuf {
        let file = self.folder.path().join(format!("filler {left}"));
        let mut filler = std::fs::File::create(&file).unwrap();
        let full = std::io::copy(&mut std::io::repeat(0), &mut filler);
        assert_eq!(full.unwrap_err().kind(), std::io::ErrorKind::StorageFull);
        let length = filler.metadata().unwrap().len();
        filler.set_len(length.saturating_sub(left)).unwrap();
        file
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.folder.path()).output();
    }
}
