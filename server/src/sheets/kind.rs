//! What a file is, by its first bytes: never by its name or by what the browser says.

use domain::roster::FileProblem;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, as far as it is not something else.
    Text,
    /// A ZIP: a workbook, perhaps.
    Packed,
    /// Something that is no table.
    Other(FileProblem),
}

pub(super) fn of(file: &[u8]) -> Kind {
    let starts = |magic: &[u8]| file.starts_with(magic);
    let at = |place: usize, magic: &[u8]| file.get(place..).is_some_and(|rest| rest.starts_with(magic));
    let picture = [&b"\xff\xd8\xff"[..], b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*"].into_iter().any(starts)
        || (starts(b"RIFF") && at(8, b"WEBP"))
        || [&b"heic"[..], b"heix", b"mif1", b"avif"].into_iter().any(|brand| at(4, b"ftyp") && at(8, brand));
    if file.iter().all(u8::is_ascii_whitespace) {
        Kind::Other(FileProblem::Empty)
    } else if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        Kind::Packed
    } else if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Kind::Other(of_compound_file(file))
    } else if starts(b"%PDF") {
        Kind::Other(FileProblem::Pdf)
    } else if picture {
        Kind::Other(FileProblem::Picture)
    } else if is_markup(file) {
        Kind::Other(FileProblem::NotATable)
    } else {
        Kind::Text
    }
}

/// The container of old Office files and of new ones with a password. The names of its streams are UTF-16.
fn of_compound_file(file: &[u8]) -> FileProblem {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        file.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        FileProblem::Encrypted
    } else if has("Workbook") || has("Book") {
        FileProblem::OldExcel
    } else {
        FileProblem::NotATable
    }
}

/// A web page (old programs call it `.xls`), XML or rich text.
fn is_markup(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let head: Vec<u8> = file.trim_ascii_start().iter().take(16).map(u8::to_ascii_lowercase).collect();
    [&b"<html"[..], b"<!doctype", b"<?xml", b"<table", b"<meta", b"<style", b"<head", b"{\\rtf"]
        .into_iter()
        .any(|start| head.starts_with(start))
}
