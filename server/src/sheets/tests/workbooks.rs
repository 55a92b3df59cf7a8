//! Excel workbooks.

use domain::roster::Column::{BirthDate, Code, FirstName, Group, Identifier, Ignored, LastName};
use domain::roster::{FileProblem, MAX_COLUMNS, MAX_ROWS, guess};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{cells, guessed};

fn saved(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().unwrap()
}

// S60
#[test]
fn a_workbook_is_read_as_people_see_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let zeros = Format::new().set_num_format("00000");
    for (place, head) in (0..).zip(["Nachname", "Vorname", "Klasse", "Schüler-Nr.", "geb.", "PLZ", "Code"]) {
        sheet.write(0, place, head).unwrap();
    }
    sheet.write(2, 0, "Müller").unwrap();
    sheet.write(2, 1, "Anna\nLena").unwrap();
    sheet.write(2, 2, 12.0).unwrap();
    sheet.write(2, 3, 12_345_678_901_234.0).unwrap();
    sheet.write_with_format(2, 4, ExcelDateTime::from_ymd(2017, 3, 14).unwrap(), &day).unwrap();
    sheet.write_with_format(2, 5, 1099.0, &zeros).unwrap();
    sheet.write(2, 6, Formula::new("\"ROSE-\"&C3").set_result("ROSE-12")).unwrap();
    sheet.write(3, 0, 0.1 + 0.2).unwrap();
    sheet.write(3, 1, true).unwrap();
    sheet.write(3, 2, Formula::new("1+2").set_result("3")).unwrap();
    let moment = ExcelDateTime::from_ymd(2017, 3, 14).unwrap().and_hms(10, 30, 0).unwrap();
    sheet.write_with_format(3, 4, moment, &Format::new().set_num_format("dd.mm.yyyy hh:mm")).unwrap();
    let read = guessed(&saved(book)).unwrap();
    assert_eq!((read.encoding, read.delimiter), (None, None));
    let wanted = [
        (1, vec!["Nachname", "Vorname", "Klasse", "Schüler-Nr.", "geb.", "PLZ", "Code"]),
        (3, vec!["Müller", "Anna\nLena", "12", "12345678901234", "2017-03-14", "01099", "ROSE-12"]),
        (4, vec!["0.3", "TRUE", "3", "", "2017-03-14 10:30"]),
    ];
    assert_eq!(cells(&read), wanted);
    assert_eq!(guess(&read.table).columns, [LastName, FirstName, Group, Identifier, BirthDate, Ignored, Code]);
}

// S60
#[test]
fn the_first_sheet_with_something_on_it_is_read_and_a_hidden_one_last() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Leer").unwrap();
    book.add_worksheet().set_hidden(true).write(0, 0, "versteckt").unwrap();
    book.add_worksheet().write(4, 1, "Öztürk").unwrap();
    assert_eq!(cells(&guessed(&saved(book)).unwrap()), [(5, vec!["", "Öztürk"])]);
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(guessed(&saved(book)), Err(FileProblem::Empty));
}

// S60
#[test]
fn a_workbook_has_no_more_rows_and_columns_than_are_needed_to_see_that_there_are_too_many() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..u32::try_from(MAX_ROWS).unwrap() + 50 {
        sheet.write(row, 0, "Anna").unwrap();
    }
    assert_eq!(guessed(&saved(book)).unwrap().table.rows.len(), MAX_ROWS + 2);

    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Anna").unwrap();
    sheet.write(1_048_575, 16_383, "in the last corner").unwrap();
    let read = guessed(&saved(book)).unwrap();
    let sizes: Vec<_> = read.table.rows.iter().map(|row| (row.line, row.cells.len())).collect();
    assert_eq!(sizes, [(1, 1), (1_048_576, MAX_COLUMNS + 1)]);
}
