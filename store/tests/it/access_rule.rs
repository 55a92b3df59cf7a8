//! The same galleries and releases once in the tables and once in hand: both must give the same sight.

use std::collections::BTreeSet;

use domain::access::{AccessMode, Navigation, Node, Pass, Rules, Sight, Switch, Tree, Viewer, resolve};
use domain::ids::GalleryId;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use store::fixtures::{Scene, Throwaway, noon};
use store::{LinkKind, SessionToken};

on_both!(a_guests_sight_is_what_the_rule_says_of_the_same_tree);

/// One gallery of a forest: its parent is one of those before it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a coin of its own")]
struct Planned {
    parent: Option<prop::sample::Index>,
    open: bool,
    locked: bool,
    released: bool,
    linked: Option<bool>,
    unlocked: bool,
}

fn forests() -> impl Strategy<Value = Vec<Planned>> {
    let gallery = (
        prop::option::weighted(0.8, any::<prop::sample::Index>()),
        any::<bool>(),
        prop::bool::weighted(0.25),
        prop::bool::weighted(0.3),
        prop::option::weighted(0.15, any::<bool>()),
        any::<bool>(),
    );
    let gallery = gallery.prop_map(|(parent, open, locked, released, linked, unlocked)| Planned {
        parent,
        open,
        locked,
        released,
        linked,
        unlocked,
    });
    prop::collection::vec(gallery, 1..9)
}

/// S17 to S30
async fn a_guests_sight_is_what_the_rule_says_of_the_same_tree(place: Throwaway) {
    let mut studio = Scene::first(&place.store, "nordlicht").await;
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[26; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    for round in 0..24 {
        let forest = forests().new_tree(&mut runner).unwrap().current();
        compare(&mut studio, round, &forest).await;
    }
}

async fn compare(studio: &mut Scene<'_>, round: usize, forest: &[Planned]) {
    let mut nodes: Vec<Node> = Vec::new();
    let mut released = BTreeSet::new();
    let mut links = Vec::new();
    let mut locked = Vec::new();
    for planned in forest {
        let parent = planned.parent.filter(|_| !nodes.is_empty()).map(|index| nodes[index.index(nodes.len())].id);
        let id = match parent {
            Some(parent) => studio.under(parent, "gallery").await,
            None => studio.gallery("gallery").await,
        };
        if planned.open {
            studio.open_navigation(id).await;
        }
        if planned.locked {
            studio.lock(id, "rosenrot").await;
            locked.extend(planned.unlocked.then_some(id));
        }
        if planned.released {
            released.insert(id);
        }
        if let Some(secure) = planned.linked {
            let kind = if secure { LinkKind::Secure } else { LinkKind::Open };
            links.push((id, kind));
        }
        nodes.push(Node { id, parent, navigation: Navigation::from(planned.open), password_active: planned.locked });
    }

    let code = format!("code-of-round-{round}");
    let galleries: Vec<_> = released.iter().copied().collect();
    let login = studio.login("Familie Sommer", &code, &galleries).await;
    let mut token: Option<SessionToken> = studio.enter(&code).await;
    let mut passes = vec![Pass::Login { login, released }];
    for (gallery, kind) in links {
        let secret = studio.link(gallery, kind, None).await;
        token = Some(studio.follow(&secret, token.as_ref()).await);
        let grant = studio.grant(gallery).await;
        let link = studio.store.links(&studio.desk, &grant).await.unwrap()[0].id;
        let until = None;
        passes.push(match kind {
            LinkKind::Open => Pass::OpenLink { link, gallery, until },
            LinkKind::Secure => Pass::SecureLink { link, gallery, until },
        });
    }
    for gallery in &locked {
        token = studio.unlock(*gallery, "rosenrot", token.as_ref()).await;
    }
    let token = token.expect("every key was right");

    let tree = Tree::new(studio.studio.id, nodes).unwrap();
    let viewer = Viewer::Guest { passes, unlocked: locked.into_iter().collect() };
    for (client_logins, mode) in
        [(Switch::On, AccessMode::Staircase), (Switch::On, AccessMode::Explicit), (Switch::Off, AccessMode::Staircase)]
    {
        let rules = Rules { client_logins, mode };
        studio.set_rules(rules).await;
        let stored = studio.guest(&token).await.sight;
        let ruled = resolve(&tree, rules, &viewer, noon());
        assert_eq!(said(&stored), said(&ruled), "{forest:?} {rules:?}");
    }
    let rules = Rules { client_logins: Switch::On, mode: AccessMode::Staircase };
    studio.set_rules(rules).await;
}

/// Everything that a sight says, in an order of its own.
fn said(sight: &Sight) -> Vec<impl PartialEq + std::fmt::Debug> {
    let galleries: BTreeSet<GalleryId> = sight.galleries().collect();
    galleries
        .into_iter()
        .map(|gallery| {
            let standing = sight.standing(gallery).unwrap();
            let reasons: BTreeSet<_> = standing.reasons.iter().copied().collect();
            (gallery, standing.door, reasons, sight.above(gallery), sight.below(gallery))
        })
        .collect()
}
