//! `cargo xtask bench [SECTION...]`: what the program costs, beside what it must reach and beside a peer where one is on
//! this machine. Numbers of one machine on one day: only ratios of the same run compare.
//!
//! A section is a file in `bench/` with a function that measures and answers with rows, and a line in `SECTIONS`.

mod answers;
mod archive;
mod files;
mod guessing;
mod images;
mod running;
mod school;
mod start;

use crate::run::{Result, say};

/// One measured number.
pub struct Row {
    /// What was measured.
    pub what: String,
    /// The number, in `unit`.
    pub ours: f64,
    /// `ms`, `kB` (1,000 bytes), `MB`, `photos/s`; nothing where things are counted.
    pub unit: &'static str,
    /// The same by somebody else's program in the same run: its name, its number.
    pub peer: Option<(&'static str, f64)>,
    /// What it must not exceed (or fall short of, see `Limit`).
    pub limit: Option<Limit>,
}

/// A bound from the design's section 6.
#[derive(Clone, Copy)]
pub enum Limit {
    /// Small is good: at most this.
    AtMost(f64),
    /// Large is good: at least this.
    AtLeast(f64),
}

struct Section {
    name: &'static str,
    what: &'static str,
    measure: fn() -> Result<Vec<Row>>,
}

const SECTIONS: &[Section] = &[
    Section {
        name: "files",
        what: "what a first visit downloads besides HTML and photographs",
        measure: files::measure,
    },
    Section { name: "answers", what: "pages, thumbnails and codes: bytes and server time", measure: answers::measure },
    Section {
        name: "archive",
        what: "pages of a studio of 100,000 galleries beside one of 1,000",
        measure: archive::measure,
    },
    Section {
        name: "guessing",
        what: "a flood of wrong codes: what others notice, and what it learns",
        measure: guessing::measure,
    },
    Section {
        name: "school",
        what: "a photo job of 2,000 children beside one of 25, and 300 parents in a minute",
        measure: school::measure,
    },
    Section {
        name: "images",
        what: "photographs to their sizes, beside sharp and vipsthumbnail",
        measure: images::measure,
    },
    Section { name: "start", what: "the program itself: size, start, idle memory", measure: start::measure },
];

/// Measures the sections named, or all.
pub fn bench(words: &[String]) -> Result<()> {
    if let Some(unknown) = words.iter().find(|word| SECTIONS.iter().all(|section| section.name != *word)) {
        let known: Vec<_> = SECTIONS.iter().map(|section| format!("{}: {}", section.name, section.what)).collect();
        return Err(format!("there is no section {unknown}; there are:\n{}", known.join("\n")).into());
    }
    let wanted = SECTIONS.iter().filter(|section| words.is_empty() || words.iter().any(|word| word == section.name));
    let mut over = Vec::new();
    for section in wanted {
        say(format!("measures {}: {}", section.name, section.what));
        let rows = (section.measure)()?;
        println!(
            "\n| {} | ours | peer | ours / peer | must reach |\n| --- | ---: | ---: | ---: | ---: |",
            section.name
        );
        for row in &rows {
            println!("{}", line(row));
        }
        println!();
        over.extend(rows.iter().filter(|row| row.misses()).map(|row| row.what.clone()));
    }
    if over.is_empty() { Ok(()) } else { Err(format!("not reached: {}", over.join("; ")).into()) }
}

impl Row {
    fn misses(&self) -> bool {
        match self.limit {
            Some(Limit::AtMost(limit)) => self.ours > limit,
            Some(Limit::AtLeast(limit)) => self.ours < limit,
            None => false,
        }
    }
}

fn line(row: &Row) -> String {
    let unit = row.unit;
    let (peer, ratio) = row.peer.map_or_else(Default::default, |(name, peer)| {
        (format!("{peer:.3} {unit} ({name})"), format!("{:.2}", row.ours / peer))
    });
    let limit = match row.limit {
        Some(Limit::AtMost(limit)) => format!("<= {limit} {unit}"),
        Some(Limit::AtLeast(limit)) => format!(">= {limit} {unit}"),
        None => String::new(),
    };
    let mark = if row.misses() { " **missed**" } else { "" };
    format!("| {} | {:.3} {unit} | {peer} | {ratio} | {limit}{mark} |", row.what, row.ours)
}
