//! The roster of the demo's school, and the table of how its names are spelled.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::collections::BTreeSet;

use domain::name_match::Named;

const ROSTER: &str = include_str!("../../../server/demo/roster.csv");
pub const TABLE: &str = include_str!("../name_spellings.txt");

/// A row of the roster; children are told apart by their number.
pub struct Child {
    pub number: String,
    pub first: String,
    pub last: String,
    pub class: String,
    pub also: String,
}

impl Child {
    pub fn named(&self) -> Named<'_> {
        Named { first: &self.first, last: &self.last, also: &self.also }
    }
}

fn child(row: &str) -> Child {
    // The last cell alone is quoted: it has semicolons of its own.
    let cells: Vec<String> = row.splitn(7, ';').map(|cell| cell.trim_matches('"').to_owned()).collect();
    let [last, first, class, number, _, _, also] = cells.try_into().unwrap();
    Child { number, first, last, class, also }
}

/// All children of the roster.
pub fn children() -> Vec<Child> {
    ROSTER.lines().skip(1).map(child).collect()
}

/// The lines of the table: the children of the heading, whether they are found, first name, last name.
pub fn table() -> Vec<(BTreeSet<String>, bool, String, String)> {
    let mut children = BTreeSet::new();
    let mut lines = Vec::new();
    for line in TABLE.lines() {
        if let Some(heading) = line.strip_prefix("= ") {
            let (numbers, _) = heading.split_once(": ").unwrap_or_default();
            children = numbers.split(' ').filter(|number| !number.is_empty()).map(str::to_owned).collect();
        } else if let Some(typed) = line.strip_prefix(['+', '-']) {
            let (first, last) = typed.split_once('|').unwrap();
            let first = unescaped(first.strip_prefix(' ').and_then(|first| first.strip_suffix(' ')).unwrap());
            let last = unescaped(last.strip_prefix(' ').unwrap_or(last));
            lines.push((children.clone(), line.starts_with('+'), first, last));
        } else {
            assert!(line.is_empty() || line.starts_with('#'), "{line}");
        }
    }
    lines
}

/// `\u{a0}` stands for the character of that number.
fn unescaped(field: &str) -> String {
    let mut parts = field.split("\\u{");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap();
        text.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        text.push_str(rest);
    }
    text
}
