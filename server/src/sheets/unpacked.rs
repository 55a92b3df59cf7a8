//! What a ZIP holds and how large it becomes, before anything of it is understood.

use std::io::{Cursor, Read, sink};

use domain::roster::FileProblem;
use zip::ZipArchive;

/// The most that all parts may be together, unpacked. The XML of 5,000 rows is below 10 MiB.
const MAX_UNPACKED: u64 = 32 << 20;
/// The most parts.
const MAX_PARTS: usize = 1_000;

/// Checks that the file is a workbook whose parts are what they say and not too large: first by what the directory
/// tells, then by unpacking all of it to nowhere.
///
/// # Errors
/// What else it is, or [`FileProblem::TooLarge`].
pub(super) fn check(file: &[u8]) -> Result<(), FileProblem> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| FileProblem::Damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(FileProblem::TooLarge);
    }
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(Into::into).collect();
    what(&names)?;
    let mut declared = 0u64;
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(|_| FileProblem::Damaged)?;
        if part.encrypted() {
            return Err(FileProblem::Encrypted);
        }
        declared = declared.saturating_add(part.size());
    }
    if declared > MAX_UNPACKED {
        return Err(FileProblem::TooLarge);
    }
    let mut unpacked = 0;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| FileProblem::Damaged)?;
        let mut part = part.take(MAX_UNPACKED - unpacked + 1);
        unpacked += std::io::copy(&mut part, &mut sink()).map_err(|_| FileProblem::Damaged)?;
        if unpacked > MAX_UNPACKED {
            return Err(FileProblem::TooLarge);
        }
    }
    Ok(())
}

/// By the names of its parts (ECMA-376, part 2; `OpenDocument` 1.3, part 2).
fn what(names: &[String]) -> Result<(), FileProblem> {
    let has = |end: &str| names.iter().any(|name| name == end || name.ends_with(&format!("/{end}")));
    if has("workbook.xml") {
        Ok(())
    } else if has("workbook.bin") {
        Err(FileProblem::BinaryExcel)
    } else if has("mimetype") && has("content.xml") {
        Err(FileProblem::OpenDocument)
    } else {
        Err(FileProblem::NotATable)
    }
}
