//! Text with delimiters: CSV as programs really write it (RFC 4180 where they keep to it).

use std::collections::BTreeMap;

use csv::{Reader, ReaderBuilder, StringRecord};
use domain::roster::{Delimiter, FileProblem, MAX_COLUMNS};

use super::rows::{Rows, cut};
use super::{Sheet, Wanted, encoding};

/// How many rows are looked at to guess the delimiter.
const SAMPLE: usize = 100;
/// The most line breaks in a cell. More of them are a quote that somebody forgot to close.
const MAX_BREAKS: usize = 20;

pub(super) fn read(file: &[u8], wanted: Wanted) -> Result<Sheet, FileProblem> {
    let (text, encoding) = encoding::decode(file, wanted.encoding)?;
    let (said, text, skipped) = said_first(&text);
    let delimiter = wanted.delimiter.or(said).unwrap_or_else(|| guess(text));
    let quoted = !records(text, delimiter, true).any(|record| record.iter().any(is_open_quote));
    let (mut rows, mut lines) = (Rows::default(), Lines { rest: text, place: 0, line: skipped + 1 });
    for record in records(text, delimiter, quoted) {
        let line = lines.of(&record);
        let mut cells: Vec<String> = record.iter().take(MAX_COLUMNS + 1).map(cut).collect();
        if rows.push(line, &mut cells)?.is_break() {
            break;
        }
    }
    Ok(Sheet { table: rows.into_table()?, encoding: Some(encoding), delimiter: Some(delimiter) })
}

/// `sep=;` in the first line is for Excel; and the number of lines that it takes.
fn said_first(text: &str) -> (Option<Delimiter>, &str, u32) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = first.trim_end_matches('\r').strip_prefix("sep=").map(|sign| sign.trim_matches('"'));
    let of = |sign: &str| Delimiter::ALL.iter().copied().find(|delimiter| sign == delimiter.sign().to_string());
    match said.and_then(of) {
        Some(delimiter) => (Some(delimiter), rest, 1),
        None => (None, text, 0),
    }
}

/// The delimiter by which most rows are of one length; of those the one that makes most columns.
fn guess(text: &str) -> Delimiter {
    let likely = [Delimiter::Tab, Delimiter::Semicolon, Delimiter::Pipe, Delimiter::Comma];
    let scored = likely.into_iter().rev().map(|delimiter| {
        let mut lengths = BTreeMap::<usize, usize>::new();
        for record in records(text, delimiter, true).filter(|record| record.len() > 1).take(SAMPLE) {
            *lengths.entry(record.len()).or_default() += 1;
        }
        let most = lengths.into_iter().map(|(length, rows)| (rows, length)).max();
        (most.unwrap_or_default(), delimiter)
    });
    let best = scored.max_by_key(|(score, _)| *score);
    best.filter(|((rows, _), _)| *rows > 0).map_or(Delimiter::Semicolon, |(_, delimiter)| delimiter)
}

fn records(text: &str, delimiter: Delimiter, quoted: bool) -> impl Iterator<Item = StringRecord> {
    let sign = u8::try_from(delimiter.sign()).unwrap_or(b';');
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(sign).quoting(quoted);
    let reader: Reader<&[u8]> = builder.from_reader(text.as_bytes());
    // Text in memory that is UTF-8 and rows of any length leave nothing to fail.
    reader.into_records().map_while(Result::ok)
}

/// Counts lines as an editor does: the reader of CSV counts neither blank ones nor `\r\n` as one.
struct Lines<'a> {
    /// What has not been counted.
    rest: &'a str,
    /// Where that begins.
    place: u64,
    /// Its line.
    line: u32,
}

impl Lines<'_> {
    /// The line in which a row begins; rows come in their order.
    fn of(&mut self, record: &StringRecord) -> u32 {
        let ahead = record.position().map_or(0, csv::Position::byte).saturating_sub(self.place);
        let ahead = usize::try_from(ahead).unwrap_or(usize::MAX).min(self.rest.len());
        let blank = self.rest[ahead..].len() - self.rest[ahead..].trim_start_matches(['\r', '\n']).len();
        let (passed, rest) = self.rest.split_at(ahead + blank);
        let breaks = passed.replace("\r\n", "\n").matches(['\r', '\n']).count();
        self.line = self.line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.place += (ahead + blank) as u64;
        self.rest = rest;
        self.line
    }
}

fn is_open_quote(cell: &str) -> bool {
    cell.matches('\n').nth(MAX_BREAKS).is_some()
}
