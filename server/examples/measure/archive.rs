//! What the pages of a studio cost in a small archive and in one a hundred times as large. A page that shows a constant
//! amount may not cost more than the logarithm.

use std::sync::Arc;

use crate::around::{around, cpu, get, kilobytes, say};
use store::fixtures::{Archive, Made, Scene, noon};
use store::{Places, Store};

/// Each page shows as much of it as of the large one: a hundred galleries at the top and in the large one, too.
const SMALL: Archive = Archive { tops: 250, shelf: true, below: 3, photos: 10, logins: 200, most: 100 };
const LARGE: Archive = Archive { tops: 25_000, shelf: true, below: 3, photos: 10, logins: 20_000, most: 100 };
const ROUNDS: u32 = 20;

/// Measures and prints.
pub async fn measure() {
    let small = measured(SMALL).await;
    let large = measured(LARGE).await;
    for ((what, small, _), (_, large, weight)) in small.into_iter().zip(large) {
        say(&format!("{what}: 100,000 galleries"), large, "ms");
        say(&format!("{what}: 100,000 galleries to 1,000"), large / small.max(0.001), "times");
        say(&format!("{what}: compressed"), weight, "kB");
    }
}

/// What each page costs, in milliseconds of CPU, and what it weighs.
async fn measured(archive: Archive) -> Vec<(String, f64, f64)> {
    let folder = tempfile::tempdir_in("/dev/shm").expect("a folder in memory");
    let places = Places { data: folder.path().to_owned(), database_url: None, photos_url: None };
    let store = Arc::new(Store::open(&places, noon()).await.expect("a store"));
    let scene = Scene::first(&store, "nordlicht").await;
    let made = archive.fill(&scene).await;
    let member = store
        .start_member_session(scene.desk.member(), domain::device::Device::UNKNOWN, noon())
        .await
        .expect("a session");
    let guest = scene.enter(&made.code).await.expect("the code is right");
    let house = around(&store);
    let (member, guest) = (format!("studio={}", *member.reveal()), format!("guest={}", *guest.reveal()));
    let mut costs = Vec::new();
    for (what, path, cookie) in
        pages(&made).into_iter().map(|(what, path, own)| (what, path, if own { &member } else { &guest }))
    {
        let weight = get(&house, &path, cookie).await.len();
        let spent = cpu(ROUNDS, async || {
            get(&house, &path, cookie).await;
        })
        .await;
        costs.push((what.to_owned(), spent, kilobytes(weight)));
    }
    costs
}

/// The pages, each with whether it is a member's.
fn pages(made: &Made) -> Vec<(&'static str, String, bool)> {
    let shelf = made.shelf.expect("a gallery with half of all");
    // One of those that lie in one large gallery, with stairs of its own.
    let middle = made.tops.len() / 12 * 6 + 3;
    let (top, inner, login) = (made.tops[middle], made.below[middle][2], made.logins[made.logins.len() / 2]);
    let heavy = made.logins[0];
    // Names that either archive has once: sixteen families share the numbers.
    let (number, family) = (made.logins.len() - 1, made.tops.len() / 16 - 1);
    let studio = |rest: String| format!("/studio/nordlicht{rest}");
    vec![
        ("home", studio(String::new()), true),
        ("tree, first page", studio("/galleries".to_owned()), true),
        ("tree, opened far down", studio(format!("/galleries?at={inner}")), true),
        ("tree, a name found", studio(format!("/galleries?find=brandt+{family}")), true),
        ("search", studio(format!("/search?find=familie+{number}")), true),
        ("logins, first page", studio("/logins".to_owned()), true),
        ("logins, further on", studio(format!("/logins?from={login}")), true),
        ("one login", studio(format!("/logins/{login}")), true),
        ("Add/remove galleries", studio(format!("/logins/{login}/galleries")), true),
        ("Who can see this", studio(format!("/galleries/{top}/who")), true),
        ("one gallery", studio(format!("/galleries/{top}")), true),
        ("one gallery with half of all", studio(format!("/galleries/{shelf}")), true),
        ("its settings", studio(format!("/galleries/{top}/settings")), true),
        ("moving it", studio(format!("/galleries/{inner}/move")), true),
        ("view as client", studio(format!("/as/login/{login}/overview")), true),
        ("overview", "/nordlicht/overview".to_owned(), false),
        ("a client's gallery", format!("/nordlicht/g/{}", made.below[3][0]), false),
        ("one login with many releases", studio(format!("/logins/{heavy}")), true),
    ]
}
