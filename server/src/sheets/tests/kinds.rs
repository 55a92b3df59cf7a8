//! Files that are no tables are told by name.

use std::io::{Cursor, Write};

use domain::roster::FileProblem;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::guessed;

/// A ZIP of these parts.
pub(super) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The container of old Office files with a stream of this name in its directory.
fn compound(stream: &str) -> Vec<u8> {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 1016], &name].concat()
}

// S60
#[test]
fn what_is_no_table_is_told_by_name() {
    let open_document =
        packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"")]);
    let binary = packed(&[("[Content_Types].xml", b""), ("xl/workbook.bin", b"")]);
    let document = packed(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]);
    for (file, problem) in [
        (Vec::new(), FileProblem::Empty),
        (b" \r\n\t ".to_vec(), FileProblem::Empty),
        (b";;\n;;\n".to_vec(), FileProblem::Empty),
        (b"%PDF-1.7\n".to_vec(), FileProblem::Pdf),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), FileProblem::Picture),
        (b"\x89PNG\r\n\x1a\n".to_vec(), FileProblem::Picture),
        (b"\0\0\0\x18ftypheic".to_vec(), FileProblem::Picture),
        (compound("Workbook"), FileProblem::OldExcel),
        (compound("EncryptedPackage"), FileProblem::Encrypted),
        (compound("WordDocument"), FileProblem::NotATable),
        (open_document, FileProblem::OpenDocument),
        (binary, FileProblem::BinaryExcel),
        (document, FileProblem::NotATable),
        (b"<html><table><tr><td>Anna".to_vec(), FileProblem::NotATable),
        (b"\xef\xbb\xbf<?xml version=\"1.0\"?><Workbook/>".to_vec(), FileProblem::NotATable),
        (b"Anna;\x01\x02\x03;Ben".to_vec(), FileProblem::NotATable),
        (b"PK\x03\x04 and then nothing".to_vec(), FileProblem::Damaged),
        (packed(&[("xl/workbook.xml", b"<workbook")]), FileProblem::Damaged),
    ] {
        assert_eq!(guessed(&file), Err(problem), "{problem}");
    }
}
