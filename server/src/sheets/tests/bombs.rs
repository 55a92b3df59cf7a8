//! Workbooks that are made to take memory or time. What only the child's limits hold is tried where the child runs.

use domain::roster::FileProblem;

use super::guessed;
use super::kinds::packed;

/// A workbook that is right as far as its parts go, with these shared strings and this sheet.
pub(super) fn book(strings: &str, sheet: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let root = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let parts = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let strings = format!("<sst xmlns=\"{main}\" {strings}</sst>");
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>");
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

// S60
#[test]
fn a_small_file_that_unpacks_to_much_is_refused() {
    let blank = vec![b' '; 40 << 20];
    let one = packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &blank)]);
    assert!(one.len() < 1 << 20);
    assert_eq!(guessed(&one), Err(FileProblem::TooLarge));
    let several: Vec<(String, &[u8])> = (0..5).map(|number| (format!("xl/{number}.xml"), &blank[..10 << 20])).collect();
    let mut parts: Vec<(&str, &[u8])> = several.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    parts.push(("xl/workbook.xml", b"<workbook/>"));
    assert_eq!(guessed(&packed(&parts)), Err(FileProblem::TooLarge));
}

// S60
#[test]
fn a_directory_that_lies_about_sizes_helps_nobody() {
    let blank = vec![b' '; 40 << 20];
    let mut file = packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &blank)]);
    let (size, lie) = (u32::try_from(blank.len()).unwrap().to_le_bytes(), 1000u32.to_le_bytes());
    let places: Vec<usize> = (0..file.len() - 4).filter(|place| file[*place..*place + 4] == size).collect();
    assert!(places.len() >= 2, "in the part's own head and in the directory");
    for place in places {
        file[place..place + 4].copy_from_slice(&lie);
    }
    assert_eq!(guessed(&file), Err(FileProblem::Damaged));
}

// S60
#[test]
fn one_long_text_in_many_cells_is_cut() {
    let strings = format!("count=\"1\" uniqueCount=\"1\"><si><t>{}</t></si>", "x".repeat(1 << 20));
    let row = |number: usize| format!("<row r=\"{number}\">{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(90));
    let sheet: String = (1..=1000).map(row).collect();
    assert_eq!(guessed(&book(&strings, &sheet)), Err(FileProblem::TooLarge));
    let sheet = guessed(&book(&strings, "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>")).unwrap();
    assert_eq!(sheet.table.rows[0].cells[0].len(), 5_000);
}

// S60
#[test]
fn rows_in_any_order_and_cells_without_a_place_are_rows() {
    let strings = "count=\"1\" uniqueCount=\"1\"><si><t>Anna</t></si>";
    let cell = "<c t=\"s\"><v>0</v></c>";
    let sheet = format!("<row r=\"7\">{cell}{cell}</row><row r=\"3\">{cell}</row>");
    let lines: Vec<u32> = guessed(&book(strings, &sheet)).unwrap().table.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [7, 3]);
}
