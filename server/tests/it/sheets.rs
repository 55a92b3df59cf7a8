//! Workbooks are read in a child process (S60; SECURITY B40 to B42): what is made to take memory or time ends the child,
//! not the server.

use std::io::{Cursor, Write};
use std::path::Path;

use bytes::Bytes;
use domain::roster::{Delimiter, FileProblem};
use server::sheets::{Sheet, SheetError, Wanted, read_apart};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const STRINGS: &str = "count=\"1\" uniqueCount=\"1\"><si><t>Anna</t></si>";
const ROW: &str = "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>";

/// A workbook that is right as far as its parts go, with these shared strings, this sheet and these styles.
fn book(strings: &str, sheet: &str, styles: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let parts = [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{main}\" {strings}</sst>")),
        ("xl/styles.xml", format!("<styleSheet xmlns=\"{main}\">{styles}</styleSheet>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>")),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

async fn read(file: Vec<u8>) -> Result<Sheet, SheetError> {
    read_apart(Path::new(env!("CARGO_BIN_EXE_passepartout")), Bytes::from(file), Wanted::default()).await
}

async fn problem(file: Vec<u8>) -> FileProblem {
    match read(file).await {
        Err(SheetError::File(problem)) => problem,
        other => panic!("{other:?}"),
    }
}

// S60
#[tokio::test]
async fn a_workbook_is_read_in_a_child_and_text_here() {
    let sheet = read(book(STRINGS, ROW, "")).await.unwrap();
    assert_eq!((sheet.table.rows[0].cells.as_slice(), sheet.delimiter), (&["Anna".to_owned()][..], None));
    let sheet = read(b"Anna;1a\n".to_vec()).await.unwrap();
    assert_eq!(sheet.delimiter, Some(Delimiter::Semicolon));
    let nowhere = read_apart(Path::new("/nowhere"), Bytes::from(book(STRINGS, ROW, "")), Wanted::default()).await;
    assert!(matches!(nowhere, Err(SheetError::NotRun(_))), "{nowhere:?}");
}

// S60
#[tokio::test]
async fn a_workbook_that_asks_for_memory_gets_none() {
    for count in ["40000000000", "99999999999999999", "18446744073709551615"] {
        let strings = format!("uniqueCount=\"{count}\"><si><t>Anna</t></si>");
        let told = problem(book(&strings, ROW, "")).await;
        assert!(matches!(told, FileProblem::TooLarge | FileProblem::Damaged), "{count}: {told}");
    }
    // A long name of a font, and a million cell formats that use it.
    let fonts = format!("<fonts><font><name val=\"{}\"/></font></fonts>", "x".repeat(4 << 20));
    let formats = format!("<cellXfs>{}</cellXfs>", "<xf fontId=\"0\"/>".repeat(1 << 20));
    assert_eq!(problem(book(STRINGS, ROW, &(fonts + &formats))).await, FileProblem::TooLarge);
}
