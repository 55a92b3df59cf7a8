//! What a file of a roster is written in, as far as the photographer can see and change it (S60).

named! {
    /// The encoding of a text file.
    pub enum Encoding {
        /// UTF-8.
        Utf8 = "utf-8",
        /// UTF-16, low byte first: "Unicode text" of Excel.
        Utf16Le = "utf-16le",
        /// UTF-16, high byte first.
        Utf16Be = "utf-16be",
        /// Western Europe.
        Windows1252 = "windows-1252",
        /// Central Europe: Polish, Czech, Hungarian.
        Windows1250 = "windows-1250",
        /// Cyrillic.
        Windows1251 = "windows-1251",
        /// Greek.
        Windows1253 = "windows-1253",
        /// Turkish.
        Windows1254 = "windows-1254",
        /// Arabic.
        Windows1256 = "windows-1256",
        /// The Baltic.
        Windows1257 = "windows-1257",
        /// Western Europe on old Macs: "CSV (Macintosh)" of Excel. Never guessed.
        Macintosh = "macintosh",
    }
}

named! {
    /// What stands between the cells of a text file.
    pub enum Delimiter {
        /// `;`
        Semicolon = "semicolon",
        /// `,`
        Comma = "comma",
        /// A tab.
        Tab = "tab",
        /// `|`
        Pipe = "pipe",
    }
}

impl Delimiter {
    /// The sign itself.
    pub const fn sign(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
            Self::Pipe => '|',
        }
    }
}

named! {
    /// Why a file is no table. None of them is to be tried again with the same file.
    pub enum FileProblem {
        /// There is nothing in it.
        Empty = "empty",
        /// More than a roster can be, unpacked or as it is.
        TooLarge = "too_large",
        /// A workbook of Excel 97 to 2003 (`.xls`): to be saved as `.xlsx`.
        OldExcel = "old_excel",
        /// A binary workbook (`.xlsb`): to be saved as `.xlsx`.
        BinaryExcel = "binary_excel",
        /// An `OpenDocument` file, such as `LibreOffice` makes (`.ods`): to be saved as `.xlsx`.
        OpenDocument = "open_document",
        /// A file that opens with a password only.
        Encrypted = "encrypted",
        /// A PDF.
        Pdf = "pdf",
        /// A picture.
        Picture = "picture",
        /// Neither text nor a workbook.
        NotATable = "not_a_table",
        /// A workbook whose insides cannot be read.
        Damaged = "damaged",
        /// A text that is not in the encoding that was asked for.
        WrongEncoding = "wrong_encoding",
    }
}
