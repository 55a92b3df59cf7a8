//! Trees of galleries in a few words, and what a viewer sees of them in one line.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{AccessMode, Door, Navigation, Node, Pass, Rules, Sight, Switch, Tree, Viewer, resolve};
use domain::ids::{ClientLoginId, GalleryId, LinkId, StudioId};
use uuid::Uuid;

pub const STAIRCASE: Rules = Rules { client_logins: Switch::On, mode: AccessMode::Staircase };
pub const EXPLICIT: Rules = Rules { client_logins: Switch::On, mode: AccessMode::Explicit };

pub fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

pub fn studio() -> StudioId {
    StudioId::from_uuid(Uuid::from_u128(1))
}

pub fn the_login() -> ClientLoginId {
    ClientLoginId::from_uuid(Uuid::from_u128(2))
}

pub fn the_link() -> LinkId {
    LinkId::from_uuid(Uuid::from_u128(3))
}

/// A gallery by its name (16 bytes at most), the same in every tree.
pub fn gallery(name: &str) -> GalleryId {
    let mut bytes = [0; 16];
    bytes[..name.len()].copy_from_slice(name.as_bytes());
    GalleryId::from_uuid(Uuid::from_bytes(bytes))
}

pub fn name(gallery: GalleryId) -> String {
    String::from_utf8_lossy(gallery.uuid().as_bytes()).trim_end_matches('\0').to_owned()
}

pub fn galleries(names: &str) -> BTreeSet<GalleryId> {
    names.split_whitespace().map(gallery).collect()
}

/// One gallery a line, two spaces deeper than its parent; `on` for its navigation, `locked` for an
/// active password.
pub fn tree(drawing: &str) -> Tree {
    let mut above: Vec<GalleryId> = Vec::new();
    let nodes: Vec<Node> = drawing
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            above.truncate((line.len() - line.trim_start().len()) / 2);
            let node = Node {
                id: gallery(words[0]),
                parent: above.last().copied(),
                navigation: Navigation::from(words.contains(&"on")),
                password_active: words.contains(&"locked"),
            };
            above.push(node.id);
            node
        })
        .collect();
    Tree::new(studio(), nodes).unwrap()
}

/// The example of PRODUCT section 4: A > {B1 > {C}, B2}, with navigation on at the named galleries.
pub fn example(on: &str) -> Tree {
    let on: Vec<&str> = on.split_whitespace().collect();
    let switch = |name: &str| if on.contains(&name) { "on" } else { "" };
    tree(&format!("A {}\n  B1 {}\n    C\n  B2\n", switch("A"), switch("B1")))
}

pub fn login(released: &str) -> Pass {
    Pass::Login { login: the_login(), released: galleries(released) }
}

pub fn open_link(to: &str) -> Pass {
    Pass::OpenLink { link: the_link(), gallery: gallery(to), until: None }
}

pub fn secure_link(to: &str) -> Pass {
    Pass::SecureLink { link: the_link(), gallery: gallery(to), until: None }
}

pub fn guest(passes: impl Into<Vec<Pass>>) -> Viewer {
    guest_who_unlocked("", passes)
}

pub fn guest_who_unlocked(names: &str, passes: impl Into<Vec<Pass>>) -> Viewer {
    Viewer::Guest { passes: passes.into(), unlocked: galleries(names) }
}

pub fn sight(tree: &Tree, rules: Rules, viewer: &Viewer) -> Sight {
    resolve(tree, rules, viewer, now())
}

/// What is visible, in the order of the tree; a locked gallery in brackets.
pub fn seen(tree: &Tree, rules: Rules, viewer: &Viewer) -> String {
    let sight = sight(tree, rules, viewer);
    let names = sight.galleries().map(|gallery| match sight.standing(gallery).unwrap().door {
        Door::Open => name(gallery),
        Door::Locked => format!("({})", name(gallery)),
    });
    names.collect::<Vec<_>>().join(" ")
}

pub fn names(galleries: impl IntoIterator<Item = GalleryId>) -> String {
    galleries.into_iter().map(name).collect::<Vec<_>>().join(" ")
}
