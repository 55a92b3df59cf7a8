//! Every kind of viewer, state of a gallery, setting of the switches and mode in one table that a
//! person can read. `BLESS=1` writes it anew; the difference is to be read before it is committed.

#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "it/trees.rs"]
mod trees;

use std::fmt::Write;
use std::path::Path;

use domain::access::{AccessMode, Door, Pass, Rules, Switch, Tree, Viewer};
use trees::*;

const HEAD: &str = "\
Who sees which gallery of A > {B > {C}, D}.
A letter: open. In brackets: locked, asks for its password. A dot: hidden, as if it did not exist.
";

/// How B, in the middle, is protected.
const STATES: [&str; 3] = ["no password", "password", "given password"];

fn viewers() -> Vec<(&'static str, Switch, Option<Vec<Pass>>)> {
    let until = Some(now());
    let (link, gallery) = (the_link(), gallery("B"));
    let on = Switch::On;
    vec![
        ("a stranger", on, Some(vec![])),
        ("a member", on, None),
        ("login, nothing released", on, Some(vec![login("")])),
        ("login, A released", on, Some(vec![login("A")])),
        ("login, B released", on, Some(vec![login("B")])),
        ("login, C released", on, Some(vec![login("C")])),
        ("login, A and C released", on, Some(vec![login("A C")])),
        ("login, all released", on, Some(vec![login("A B C D")])),
        ("login, another's gallery", on, Some(vec![login("X")])),
        ("login B, logins are off", Switch::Off, Some(vec![login("B")])),
        ("open link to A", on, Some(vec![open_link("A")])),
        ("open link to B", on, Some(vec![open_link("B")])),
        ("open link to C", on, Some(vec![open_link("C")])),
        ("open link to B, expired", on, Some(vec![Pass::OpenLink { link, gallery, until }])),
        ("secure link to A", on, Some(vec![secure_link("A")])),
        ("secure link to B", on, Some(vec![secure_link("B")])),
        ("secure link to C", on, Some(vec![secure_link("C")])),
        ("secure link to B, expired", on, Some(vec![Pass::SecureLink { link, gallery, until }])),
        ("link to B, logins are off", Switch::Off, Some(vec![open_link("B")])),
        ("login A, open link to B", on, Some(vec![login("A"), open_link("B")])),
        ("login B, secure link to B", on, Some(vec![login("B"), secure_link("B")])),
        ("two open links, A and C", on, Some(vec![open_link("A"), open_link("C")])),
    ]
}

fn cell(tree: &Tree, rules: Rules, viewer: &Viewer) -> String {
    let sight = sight(tree, rules, viewer);
    let cells = ["A", "B", "C", "D"].map(|name| match sight.standing(gallery(name)).map(|s| s.door) {
        Some(Door::Open) => format!(" {name} "),
        Some(Door::Locked) => format!("({name})"),
        None => " . ".to_owned(),
    });
    cells.concat()
}

fn row(tree: impl Fn(&str) -> Tree, mode: AccessMode, logins: Switch, passes: Option<&[Pass]>) -> String {
    let rules = Rules { client_logins: logins, mode };
    let cells = STATES.map(|state| {
        let unlocked = if state == "given password" { "B" } else { "" };
        let viewer = passes.map_or(Viewer::Member, |passes| guest_who_unlocked(unlocked, passes));
        let password = if state == "no password" { "" } else { "locked" };
        cell(&tree(password), rules, &viewer)
    });
    cells.join(" | ")
}

fn matrix() -> String {
    let mut text = HEAD.to_owned();
    for mode in AccessMode::ALL {
        for (a, b) in [("", ""), ("on", ""), ("", "on"), ("on", "on")] {
            let tree = |password: &str| tree(&format!("A {a}\n  B {b} {password}\n    C\n  D\n"));
            let on: Vec<&str> = [("A", a), ("B", b)].iter().filter(|s| s.1 == "on").map(|s| s.0).collect();
            let on = if on.is_empty() { "nowhere".to_owned() } else { format!("at {}", on.join(" and ")) };
            writeln!(text, "\n{mode} mode, navigation on {on}").unwrap();
            let [first, second, third] = STATES.map(|state| format!("B: {state}"));
            writeln!(text, "{:28} {first:12} | {second:12} | {third}", "").unwrap();
            for (viewer, logins, passes) in viewers() {
                let row = row(tree, *mode, logins, passes.as_deref());
                writeln!(text, "{viewer:28} {}", row.trim_end()).unwrap();
            }
        }
    }
    text
}

#[test]
fn every_viewer_sees_of_every_gallery_what_is_written_down() {
    // S1, S12, S16, S17, S18, S20, S21, S22, S23, S24, S25, S30, S32
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access_matrix.txt");
    let matrix = matrix();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, &matrix).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap();
    for (line, (now, then)) in matrix.lines().zip(written.lines()).enumerate() {
        assert_eq!(now, then, "access_matrix.txt, line {}", line + 1);
    }
    assert_eq!(matrix, written);
}
