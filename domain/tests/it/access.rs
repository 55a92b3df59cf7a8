//! The rule in sentences.

use std::time::{Duration, Instant};

use domain::access::{Denied, Door, How, Navigation, Node, Reason, Tree, TreeProblem, Viewer, Way};

use crate::trees::*;

/// PRODUCT section 4, word for word.
const TABLE: &str = "
| navigation on at | R={A} | R={B1} | R={C} |
| --- | --- | --- | --- |
| A | A B1 B2 | A B1 B2 | C |
| B1 | A | B1 C | B1 C |
| none | A | B1 | C |
| A and B1 | all | all | **all** |
";

#[test]
fn the_table_of_the_product_holds_for_logins_and_open_links() {
    // S22, S23, S24, S25, S26, S27
    let mut cells = 0;
    for row in TABLE.lines().filter(|row| row.starts_with('|')).skip(2) {
        let columns: Vec<&str> = row.split('|').map(|cell| cell.trim().trim_matches('*')).collect();
        let tree = example(columns[1]);
        for (released, expected) in ["A", "B1", "C"].into_iter().zip(&columns[2..]) {
            let expected = galleries(if *expected == "all" { "A B1 C B2" } else { expected });
            for pass in [login(released), open_link(released)] {
                let visible = sight(&tree, STAIRCASE, &guest([pass])).galleries().collect();
                assert_eq!(expected, visible, "navigation on at {}, R={{{released}}}", columns[1]);
                cells += 1;
            }
        }
    }
    assert_eq!(cells, 24);
}

#[test]
fn a_new_gallerys_navigation_is_off() {
    assert_eq!(Navigation::default(), Navigation::Off); // S22
}

#[test]
fn down_implies_up_and_from_there_down_to_the_siblings() {
    let tree = example("A"); // S23, S25
    let sight = sight(&tree, STAIRCASE, &guest([login("B1")]));
    assert_eq!(sight.above(gallery("B1")), Some(gallery("A")));
    assert_eq!(names(sight.below(gallery("A"))), "B1 B2");
    assert_eq!(sight.below(gallery("B1")), []); // S24
}

#[test]
fn two_released_galleries_under_a_closed_parent_are_not_joined() {
    let tree = example(""); // S24
    let sight = sight(&tree, STAIRCASE, &guest([login("A B1 C")]));
    assert_eq!(names(sight.galleries()), "A B1 C");
    assert_eq!(sight.above(gallery("C")), None);
    assert_eq!(sight.below(gallery("A")), []);
    assert_eq!(sight.trail(gallery("C")), []);
}

#[test]
fn explicit_mode_shows_the_released_galleries_and_no_others() {
    let tree = tree("A on\n  B on locked\n    C\n  D\n"); // S30
    let viewer = guest([login("A B")]);
    assert_eq!(seen(&tree, EXPLICIT, &viewer), "A B");
    let sight = sight(&tree, EXPLICIT, &viewer);
    assert_eq!(sight.above(gallery("B")), Some(gallery("A")));
    assert_eq!(names(sight.below(gallery("A"))), "B");
}

#[test]
fn explicit_mode_joins_released_galleries_whatever_the_switches_say() {
    let sight = sight(&example(""), EXPLICIT, &guest([login("A B1 C")])); // S30
    assert_eq!(names(sight.trail(gallery("C"))), "A B1");
}

#[test]
fn links_follow_the_staircase_in_explicit_mode_too() {
    assert_eq!(seen(&example("A"), EXPLICIT, &guest([open_link("B1")])), "A B1 B2"); // S30
}

#[test]
fn galleries_of_two_passes_are_joined_only_by_an_edge_that_one_of_them_shows() {
    let sight = sight(&example("A"), EXPLICIT, &guest([login("A"), secure_link("B1")]));
    assert_eq!(names(sight.galleries()), "A B1");
    assert_eq!(sight.above(gallery("B1")), None);
    assert_eq!(sight.below(gallery("A")), []);
}

#[test]
fn a_stranger_sees_nothing_and_a_member_everything() {
    let tree = tree("A\n  B locked\n    C\n"); // S12
    assert_eq!(seen(&tree, STAIRCASE, &Viewer::stranger()), "");
    assert_eq!(seen(&tree, EXPLICIT, &Viewer::Member), "A B C");
    let sight = sight(&tree, STAIRCASE, &Viewer::Member);
    assert_eq!(names(sight.trail(gallery("C"))), "A B");
    assert_eq!(names(sight.below(gallery("A"))), "B");
}

#[test]
fn a_login_without_galleries_sees_none() {
    assert_eq!(seen(&example("A B1"), STAIRCASE, &guest([login("")])), ""); // S6
}

#[test]
fn hidden_and_nonexistent_are_the_same() {
    let sight = sight(&example(""), STAIRCASE, &guest([login("C elsewhere")])); // S32
    for name in ["A", "B2", "elsewhere", "nowhere"] {
        let gallery = gallery(name);
        assert_eq!(sight.grant(gallery), Err(Denied::Hidden), "{name}");
        assert_eq!(sight.standing(gallery), None);
        assert_eq!((sight.above(gallery), sight.below(gallery)), (None, vec![]));
        assert_eq!(sight.trail(gallery), []);
    }
    assert_eq!(names(sight.galleries()), "C");
}

#[test]
fn the_trail_stops_at_the_first_parent_that_may_not_be_shown() {
    let tree = tree("A\n  B on\n    C on\n      D\n"); // S32
    let sight = sight(&tree, STAIRCASE, &guest([login("A D")]));
    assert_eq!(names(sight.trail(gallery("D"))), "B C");
}

#[test]
fn a_grant_names_the_studio_and_the_gallery() {
    let sight = sight(&example(""), STAIRCASE, &guest([login("C")]));
    let grant = sight.grant(gallery("C")).unwrap();
    assert_eq!((grant.studio(), grant.gallery()), (studio(), gallery("C")));
}

#[test]
fn every_gallery_says_why_it_is_seen() {
    let sight = sight(&example("A B1"), STAIRCASE, &guest([login("B1"), open_link("C")])); // S35
    let reasons = |name: &str| sight.standing(gallery(name)).unwrap().reasons.clone();
    let of = |way, how, start: &str, top: &str| Reason { way, how, start: gallery(start), top: gallery(top) };
    let (login, link) = (Way::Login(the_login()), Way::OpenLink(the_link()));
    let (up, down) = (|from: &str| How::UpFrom(gallery(from)), |from: &str| How::DownFrom(gallery(from)));
    assert_eq!(reasons("A"), [of(login, up("B1"), "B1", "A"), of(link, up("B1"), "C", "A")]);
    assert_eq!(reasons("B1"), [of(login, How::Released, "B1", "B1"), of(link, up("C"), "C", "B1")]);
    assert_eq!(reasons("C"), [of(login, down("B1"), "B1", "B1"), of(link, How::Linked, "C", "C")]);
    assert_eq!(reasons("B2"), [of(login, down("A"), "B1", "A"), of(link, down("A"), "C", "A")]);
}

#[test]
fn a_gallery_reached_by_two_ways_is_listed_once() {
    assert_eq!(seen(&example("A"), STAIRCASE, &guest([login("A B1"), open_link("B2")])), "A B1 B2");
}

#[test]
fn sub_galleries_keep_the_order_of_the_tree() {
    let sight = sight(&tree("Z on\n  Y\n  M\n  A\n"), STAIRCASE, &guest([login("A")]));
    assert_eq!(names(sight.below(gallery("Z"))), "Y M A");
    assert_eq!(names(sight.galleries()), "Z Y M A");
}

#[test]
fn galleries_are_told_as_a_tree_is_read_in_whatever_order_they_are_kept() {
    let shelf = tree("A on\n  B on\n    C\n  D\nE\n");
    let kept = ["E", "C", "B", "D", "A"].map(|name| *shelf.node(gallery(name)).unwrap());
    let mixed = Tree::new(studio(), kept).unwrap();
    let sight = sight(&mixed, STAIRCASE, &guest([login("C E")]));
    assert_eq!(names(sight.galleries()), "E A B C D");
}

#[test]
fn what_is_no_tree_is_refused() {
    let node = |id: &str, parent: Option<&str>| Node {
        id: gallery(id),
        parent: parent.map(gallery),
        navigation: Navigation::Off,
        password_active: false,
    };
    let problem = |nodes: &[Node]| Tree::new(studio(), nodes.to_vec()).unwrap_err();
    assert_eq!(problem(&[node("A", None), node("A", None)]), TreeProblem::Twice);
    assert_eq!(problem(&[node("A", Some("B"))]), TreeProblem::UnknownParent);
    assert_eq!(problem(&[node("A", Some("A"))]), TreeProblem::Cycle);
    let ring = [node("R", None), node("A", Some("C")), node("B", Some("A")), node("C", Some("B"))];
    assert_eq!(problem(&ring), TreeProblem::Cycle);
}

#[test]
fn a_tree_knows_its_tops_and_how_deep_it_is() {
    let tree = tree("A\n  B\n    C\n  D\nE\n");
    assert_eq!((tree.levels(), names(tree.roots())), (3, "A E".to_owned()));
}

#[test]
fn parents_may_be_given_after_their_sub_galleries() {
    let nodes = ["C", "B", "A"].into_iter().zip([Some("B"), Some("A"), None]).map(|(id, parent)| Node {
        id: gallery(id),
        parent: parent.map(gallery),
        navigation: Navigation::On,
        password_active: false,
    });
    let tree = Tree::new(studio(), nodes).unwrap();
    assert_eq!(seen(&tree, STAIRCASE, &guest([login("C")])), "A B C");
}

/// Ten thousand galleries, each under the one that `parent` gives for it, all navigation on.
fn ten_thousand(parent: impl Fn(usize) -> usize) -> Tree {
    let id = |number: usize| gallery(&number.to_string());
    let nodes = (0..10_000).map(|number| Node {
        id: id(number),
        parent: (number > 0).then(|| id(parent(number))),
        navigation: Navigation::On,
        password_active: false,
    });
    Tree::new(studio(), nodes).unwrap()
}

#[test]
fn ten_thousand_galleries_resolve_quickly_in_any_shape() {
    let start = Instant::now();
    let last = gallery("9999");
    for (tree, depth) in [
        (ten_thousand(|number| number - 1), 9_999),
        (ten_thousand(|_| 0), 1),
        (ten_thousand(|number| number.saturating_sub(200)), 50),
    ] {
        let sight = sight(&tree, STAIRCASE, &guest([login("9999"), open_link("0")]));
        assert_eq!(sight.galleries().count(), 10_000);
        assert_eq!(sight.trail(last).len(), depth);
        assert_eq!(sight.standing(last).unwrap().door, Door::Open);
    }
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
}
