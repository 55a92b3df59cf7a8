//! From bytes to text: what a file is written in, guessed or told.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use domain::roster::{Encoding, FileProblem};

/// The text of a file, and what it was written in.
///
/// A byte order mark says it for sure; without one, text that is right as UTF-8 is UTF-8, every other byte zero is
/// UTF-16, and the rest is one of the old pages of Windows by the letters that stand together in it.
///
/// # Errors
/// [`FileProblem::WrongEncoding`] if the text is not in the encoding that was asked for; [`FileProblem::NotATable`] if
/// it is no text.
pub(super) fn decode(file: &[u8], wanted: Option<Encoding>) -> Result<(String, Encoding), FileProblem> {
    let encoding = wanted.unwrap_or_else(|| guess(file));
    let codec = codec(encoding);
    let marked = encoding_rs::Encoding::for_bom(file).filter(|(marked, _)| *marked == codec);
    let file = &file[marked.map_or(0, |(_, length)| length)..];
    let text = codec.decode_without_bom_handling_and_without_replacement(file);
    let text = text.ok_or(if wanted.is_some() { FileProblem::WrongEncoding } else { FileProblem::NotATable })?;
    if text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{80}'..='\u{9f}'))
    {
        return Err(if wanted.is_some() { FileProblem::WrongEncoding } else { FileProblem::NotATable });
    }
    Ok((text.into_owned(), encoding))
}

fn guess(file: &[u8]) -> Encoding {
    if let Some((marked, _)) = encoding_rs::Encoding::for_bom(file) {
        return Encoding::ALL.iter().copied().find(|encoding| codec(*encoding) == marked).unwrap_or(Encoding::Utf8);
    }
    let zeros =
        |place: usize| file.iter().skip(place).step_by(2).filter(|byte| **byte == 0).count() * 10 > file.len() * 3;
    if zeros(1) {
        return Encoding::Utf16Le;
    }
    if zeros(0) {
        return Encoding::Utf16Be;
    }
    if std::str::from_utf8(file).is_ok() {
        return Encoding::Utf8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(file, true);
    of_windows(detector.guess(None, Utf8Detection::Deny))
}

/// The page of Windows for whatever the letters look like: nobody exports anything else today.
fn of_windows(guessed: &'static encoding_rs::Encoding) -> Encoding {
    match guessed.name() {
        "windows-1250" | "ISO-8859-2" => Encoding::Windows1250,
        "windows-1251" | "ISO-8859-5" | "KOI8-U" | "IBM866" => Encoding::Windows1251,
        "windows-1253" | "ISO-8859-7" => Encoding::Windows1253,
        "windows-1254" => Encoding::Windows1254,
        "windows-1256" | "ISO-8859-6" => Encoding::Windows1256,
        "windows-1257" | "ISO-8859-4" | "ISO-8859-13" => Encoding::Windows1257,
        _ => Encoding::Windows1252,
    }
}

fn codec(encoding: Encoding) -> &'static encoding_rs::Encoding {
    match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Windows1250 => encoding_rs::WINDOWS_1250,
        Encoding::Windows1251 => encoding_rs::WINDOWS_1251,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
        Encoding::Windows1253 => encoding_rs::WINDOWS_1253,
        Encoding::Windows1254 => encoding_rs::WINDOWS_1254,
        Encoding::Windows1256 => encoding_rs::WINDOWS_1256,
        Encoding::Windows1257 => encoding_rs::WINDOWS_1257,
        Encoding::Macintosh => encoding_rs::MACINTOSH,
    }
}
