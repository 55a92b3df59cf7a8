//! Text files as programs write them.

use domain::roster::{Column, Delimiter, Encoding, FileProblem, MAX_COLUMNS, MAX_ROWS, guess};

use super::{cells, guessed};
use crate::sheets::{MAX_FILE, Wanted, read};

fn written(text: &str, encoding: Encoding) -> Vec<u8> {
    let codec = encoding_rs::Encoding::for_label(encoding.as_str().as_bytes()).unwrap();
    let (bytes, _, replaced) = codec.encode(text);
    assert!(!replaced, "{text}");
    bytes.into_owned()
}

// S60
#[test]
fn a_csv_of_a_german_excel_is_read() {
    let file = b"Nachname;Vorname;Klasse\r\nM\xfcller;J\xf6rg;1a\r\nGro\xdf;\"Anna; Lena\";1b\r\n";
    let sheet = guessed(file).unwrap();
    assert_eq!((sheet.encoding, sheet.delimiter), (Some(Encoding::Windows1252), Some(Delimiter::Semicolon)));
    let wanted = [
        (1, vec!["Nachname", "Vorname", "Klasse"]),
        (2, vec!["Müller", "Jörg", "1a"]),
        (3, vec!["Groß", "Anna; Lena", "1b"]),
    ];
    assert_eq!(cells(&sheet), wanted);
}

// S60
#[test]
fn the_old_pages_of_windows_are_told_apart_by_their_letters() {
    for (encoding, text) in [
        (
            Encoding::Windows1251,
            "Прізвище;Ім'я;Клас\nШевченко;Тарас;3-А\nКовальчук;Олена;3-Б\nБондаренко;Їжак Андрій;2-А\n",
        ),
        (
            Encoding::Windows1254,
            "Soyadı;Adı;Sınıf\nYıldız;Ayşe;3A\nÖztürk;Gökçe;3B\nŞahin;İbrahim;2A\nÇağlar;Işıl;2B\nKılıç;Oğuz;1A\n",
        ),
        (
            Encoding::Windows1250,
            "Nazwisko;Imię;Klasa\nWiśniewski;Łukasz;3a\nGłowacka;Małgorzata;3b\nŻółtek;Jędrzej;2a\n",
        ),
        (Encoding::Windows1256, "اللقب;الاسم;القسم\nالعلوي;محمد;3\nبن سالم;فاطمة;2\nالحسيني;مريم;1\n"),
        (Encoding::Windows1252, "Nom;Prénom;Classe\nLefèvre;Chloé;CE1\nGarçon;Zoë;CM2\nBénard;Anaïs;CP\n"),
    ] {
        let sheet = guessed(&written(text, encoding)).unwrap();
        assert_eq!(sheet.encoding, Some(encoding), "{text}");
        let wanted: Vec<Vec<&str>> = text.lines().map(|line| line.split(';').collect()).collect();
        assert_eq!(cells(&sheet).into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), wanted);
        let columns = guess(&sheet.table).columns;
        assert_eq!(columns, [Column::LastName, Column::FirstName, Column::Group], "{text}");
    }
}

// S60
#[test]
fn unicode_is_known_by_its_mark_or_by_its_bytes() {
    let text = "Nachname\tVorname\r\nĐặng\tThị Ánh\r\nМороз\tЇжак\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> = "Nachname\tVorname\r\nWeber\tMia\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (file, encoding) in [
        ([&b"\xff\xfe"[..], &little].concat(), Encoding::Utf16Le),
        ([&b"\xfe\xff"[..], &big].concat(), Encoding::Utf16Be),
        ([&b"\xef\xbb\xbf"[..], text.as_bytes()].concat(), Encoding::Utf8),
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (latin, Encoding::Utf16Le),
    ] {
        let sheet = guessed(&file).unwrap();
        assert_eq!((sheet.encoding, sheet.delimiter), (Some(encoding), Some(Delimiter::Tab)));
        assert_eq!(cells(&sheet)[0], (1, vec!["Nachname", "Vorname"]));
    }
}

// S60
#[test]
fn the_photographer_corrects_what_was_guessed() {
    let file = b"Anna,M\xfcller;1a\n";
    let wanted = Wanted { encoding: Some(Encoding::Macintosh), delimiter: Some(Delimiter::Comma) };
    let sheet = read(file, wanted).unwrap();
    assert_eq!((sheet.encoding, sheet.delimiter), (wanted.encoding, wanted.delimiter));
    assert_eq!(cells(&sheet), [(1, vec!["Anna", "M¸ller;1a"])]);
    let wanted = Wanted { encoding: Some(Encoding::Utf8), delimiter: None };
    assert_eq!(read(file, wanted), Err(FileProblem::WrongEncoding));
    let wanted = Wanted { encoding: Some(Encoding::Utf16Le), delimiter: None };
    assert_eq!(read(b"Anna\n", wanted), Err(FileProblem::WrongEncoding));
}

// S60
#[test]
fn quotes_hold_delimiters_line_breaks_and_quotes() {
    let file = "Name,Klasse\n\n\"Müller, Anna\",1a\n\"Ben \"\"Benny\"\"\nSchmidt\",1b\n\nWeber \"Mia\",1c\n";
    let sheet = guessed(file.as_bytes()).unwrap();
    let wanted = [
        (1, vec!["Name", "Klasse"]),
        (3, vec!["Müller, Anna", "1a"]),
        (4, vec!["Ben \"Benny\"\nSchmidt", "1b"]),
        (7, vec!["Weber \"Mia\"", "1c"]),
    ];
    assert_eq!(cells(&sheet), wanted);
}

// S60
#[test]
fn a_quote_that_nobody_closed_swallows_no_children() {
    let mut file = "Nachname;Vorname\n\"Müller;Anna\n".to_owned();
    file.extend((0..40).map(|number| format!("Kind;{number}\n")));
    let sheet = guessed(file.as_bytes()).unwrap();
    assert_eq!(sheet.table.rows.len(), 42);
    assert_eq!(cells(&sheet)[1], (2, vec!["\"Müller", "Anna"]));
}

// S60
#[test]
fn the_delimiter_is_the_one_that_makes_columns() {
    for (file, delimiter) in [
        ("a;b;c\n1,5;2,5;3,5\n", Delimiter::Semicolon),
        ("Name;Klasse\nMüller, Anna;1a\nSchmidt, Ben;1a\n", Delimiter::Semicolon),
        ("a|b\nc|d\n", Delimiter::Pipe),
        ("a,b\nc,d;e\n", Delimiter::Comma),
        ("Müller;Anna\tx\n", Delimiter::Tab),
        ("sep=,\nMüller;Anna,1a\n", Delimiter::Comma),
    ] {
        assert_eq!(guessed(file.as_bytes()).unwrap().delimiter, Some(delimiter), "{file}");
    }
    let sheet = guessed(b"sep=,\r\na,b\r\n").unwrap();
    assert_eq!(cells(&sheet), [(2, vec!["a", "b"])]);
}

// S60
#[test]
fn one_column_rows_of_any_length_and_no_header_are_rows() {
    assert_eq!(cells(&guessed(b"Anna\nBen").unwrap()), [(1, vec!["Anna"]), (2, vec!["Ben"])]);
    assert_eq!(cells(&guessed(b"Anna\r\rBen\r").unwrap()), [(1, vec!["Anna"]), (3, vec!["Ben"])]);
    let ragged = guessed(b"a;b;;\n;;\nc\nd;e;f;g\n").unwrap();
    assert_eq!(cells(&ragged), [(1, vec!["a", "b"]), (3, vec!["c"]), (4, vec!["d", "e", "f", "g"])]);
}

// S60
#[test]
fn there_are_never_more_rows_than_are_needed_to_see_that_there_are_too_many() {
    let rows = |count: usize| "Kind;Anna\n".repeat(count);
    assert_eq!(guessed(rows(MAX_ROWS + 1).as_bytes()).unwrap().table.rows.len(), MAX_ROWS + 1);
    assert_eq!(guessed(rows(50_000).as_bytes()).unwrap().table.rows.len(), MAX_ROWS + 2);
    let wide = guessed("x;".repeat(MAX_FILE / 2).as_bytes()).unwrap();
    assert_eq!(wide.table.rows[0].cells.len(), MAX_COLUMNS + 1);
    assert_eq!(guessed(&vec![b'a'; MAX_FILE + 1]), Err(FileProblem::TooLarge));
}
