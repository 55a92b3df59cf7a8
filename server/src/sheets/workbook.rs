//! An Excel workbook (`.xlsx`, ECMA-376): its first sheet with anything on it, as people see it.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxCellReader};
use domain::roster::{FileProblem, MAX_COLUMNS};

use super::rows::{Rows, cut};
use super::{Sheet, unpacked};

pub(super) fn read(file: &[u8]) -> Result<Sheet, FileProblem> {
    unpacked::check(file)?;
    let mut book = Xlsx::new(Cursor::new(file)).map_err(|_| FileProblem::Damaged)?;
    let mut sheets: Vec<_> =
        book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect();
    // What is hidden is read only if there is nothing else.
    sheets.sort_by_key(|sheet| sheet.visible != SheetVisible::Visible);
    for sheet in sheets {
        let cells = book.worksheet_cells_reader(&sheet.name).map_err(|_| FileProblem::Damaged)?;
        let rows = rows(cells)?;
        if !rows.is_empty() {
            return Ok(Sheet { table: rows.into_table()?, encoding: None, delimiter: None });
        }
    }
    Err(FileProblem::Empty)
}

/// One cell after the other, so that a cell in the last corner of a sheet costs no more than one in the first.
fn rows(mut reader: XlsxCellReader<'_, Cursor<&[u8]>>) -> Result<Rows, FileProblem> {
    let (mut rows, mut cells, mut line) = (Rows::default(), Vec::new(), 0);
    let styles = reader.styles().to_vec();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| FileProblem::Damaged)? {
        let (row, column) = cell.get_position();
        if row != line {
            if rows.push(line.saturating_add(1), &mut cells)?.is_break() {
                return Ok(rows);
            }
            line = row;
        }
        let text = shown(cell.get_value(), styles.get(style));
        if text.is_empty() {
            continue;
        }
        let place = usize::try_from(column).unwrap_or(MAX_COLUMNS).min(MAX_COLUMNS);
        if cells.len() <= place {
            cells.resize(place + 1, String::new());
        }
        cells[place] = text;
    }
    // The last row; that there are enough then changes nothing.
    let _ = rows.push(line.saturating_add(1), &mut cells)?;
    Ok(rows)
}

/// What stands in a cell. A formula shows what it last came to; an error shows nothing.
fn shown(value: &DataRef<'_>, style: Option<&Style>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cut(text),
        DataRef::SharedString(text) => cut(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => of_number(*number, style),
        DataRef::DateTime(time) => of_time(time),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Never `12.0` or `1.23E+10`; at most 15 digits that count, as Excel shows; zeros in front where the format says so.
fn of_number(number: f64, style: Option<&Style>) -> String {
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    let plain = format!("{}", if rounded == 0.0 { 0.0 } else { rounded });
    let zeros = style.and_then(|style| style.number_format.as_ref()).map(|format| format.format_code.as_str());
    match zeros {
        Some(zeros) if zeros.len() <= 30 && zeros.bytes().all(|byte| byte == b'0') && !plain.contains(['.', '-']) => {
            format!("{plain:0>width$}", width = zeros.len())
        }
        _ => plain,
    }
}

/// `2017-03-14`, with a time of day only if there is one; `10:30` without a day.
fn of_time(time: &ExcelDateTime) -> String {
    if time.is_duration() {
        return of_number(time.as_f64(), None);
    }
    let (year, month, day, hour, minute, _, _) = time.to_ymd_hms_milli();
    let (date, clock) = (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}"));
    match (time.as_f64() < 1.0, (hour, minute)) {
        (true, _) => clock,
        (false, (0, 0)) => date,
        (false, _) => format!("{date} {clock}"),
    }
}
