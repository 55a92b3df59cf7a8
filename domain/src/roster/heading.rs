//! What the heads of columns mean, in the languages that schools write them in: en, de, fr, es, it, nl, pl, tr, uk, ar.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Column;

/// What a head of a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// What the column tells.
    Is(Column),
    /// "Name": a first name beside a last name, a last name beside a first name, alone both.
    SomeName,
    /// Known, and not needed: nothing is to be guessed from what stands below it.
    Known,
    /// A word that says nothing here.
    Unknown,
}

#[rustfmt::skip]
const FIRST_NAME: &[&str] = &[
    "first name", "firstname", "given name", "given names", "givenname", "forename", "forenames", "preferred name", "preferred first name", "legal first name",
    "Vorname", "Vornamen", "Rufname", "Vor-Name", "Vorname(n)", "VName",
    "prénom", "prénoms", "prénom usuel", "nombre de pila", "primer nombre", "nome proprio", "nome di battesimo",
    "voornaam", "voornamen", "roepnaam", "imię", "imiona", "pierwsze imię", "imię 1", "adı", "öğrenci adı", "öğrencinin adı",
    "ім'я", "імена", "الاسم الأول", "الاسم الشخصي", "اسم الطالب الأول",
];
#[rustfmt::skip]
const LAST_NAME: &[&str] = &[
    "last name", "lastname", "surname", "family name", "familyname", "legal last name", "legal surname", "second name",
    "Nachname", "Nachnamen", "Familienname", "Zuname", "NName", "Nach-Name",
    "nom de famille", "nom d'usage", "nom patronymique", "apellido", "apellidos", "primer apellido", "cognome", "cognomi",
    "achternaam", "familienaam", "nazwisko", "nazwiska", "soyad", "soyadı", "soy ad", "öğrenci soyadı", "öğrencinin soyadı",
    "прізвище", "اللقب", "اسم العائلة", "الاسم العائلي", "النسب", "الكنية", "العائلة",
];
#[rustfmt::skip]
const FULL_NAME: &[&str] = &[
    "full name", "fullname", "student name", "pupil name", "child name", "name of student", "name of child", "child's name", "pupil's name",
    "Schülername", "Schüler", "Schülerin", "Schüler/in", "Schüler:in", "Schülerinnen und Schüler", "SuS", "Kind", "Name des Kindes",
    "vor- und nachname", "name und vorname", "nachname und vorname", "vorname und nachname", "vollständiger Name",
    "nom et prénom", "nom et prénoms", "prénom et nom", "nom complet", "nom de l'élève", "élève", "nom/prénom", "prénom/nom",
    "nombre completo", "nombre y apellidos", "apellidos y nombre", "alumno", "alumna", "alumno/a", "nombre del alumno", "estudiante",
    "nome completo", "cognome e nome", "nome e cognome", "alunno", "alunna", "studente", "cognome nome", "nome cognome",
    "volledige naam", "naam leerling", "leerling", "voor- en achternaam", "imię i nazwisko", "nazwisko i imię", "uczeń", "nazwisko imię", "imię nazwisko",
    "ad soyad", "adı soyadı", "ad soyadı", "soyadı adı", "öğrenci", "öğrencinin adı soyadı", "öğrenci adı soyadı", "isim soyisim",
    "ПІБ", "П.І.Б.", "прізвище та ім'я", "прізвище, ім'я", "ім'я та прізвище", "прізвище ім'я по батькові", "прізвище, ім'я, по батькові", "учень", "ПІБ учня",
    "الاسم الكامل", "الاسم واللقب", "اللقب والاسم", "اسم الطالب", "اسم التلميذ", "الاسم الثلاثي", "الاسم الرباعي", "اسم الطالب الكامل",
];
const SOME_NAME: &[&str] = &["name", "names", "nom", "nome", "nombre", "naam", "ad", "isim", "الاسم", "اسم", "назва"];
#[rustfmt::skip]
const GROUP: &[&str] = &[
    "class", "class name", "form", "homeroom", "home room", "grade", "year group", "group", "tutor group", "registration group", "reg group", "division", "section",
    "Klasse", "Kl", "Klassenname", "Klassenbezeichnung", "Gruppe", "Lerngruppe", "Stammgruppe", "Kurs", "Klasse/Gruppe", "Gruppenname",
    "classe", "groupe", "division", "nom de la classe", "clase", "grupo", "curso", "aula", "gruppo", "sezione", "classe e sezione",
    "klas", "groep", "klasgroep", "stamgroep", "klasa", "oddział", "grupa", "sınıf", "sınıfı", "şube", "şubesi", "sınıf/şube", "grup",
    "клас", "група", "الصف", "القسم", "الفصل", "الشعبة", "الفوج", "المجموعة",
];
#[rustfmt::skip]
const IDENTIFIER: &[&str] = &[
    "id", "identifier", "student id", "studentid", "pupil id", "pupilid", "student number", "pupil number", "student no", "pupil no", "admission number", "admission no",
    "upn", "external id", "unique id", "learner id", "child id", "subject id",
    "Schülernummer", "Schüler-Nr", "Schülernr", "Schüler-ID", "Schüler Nummer", "Kennung", "Kennnummer", "Identnummer", "Matrikelnummer", "Schülerkennung", "Ident-Nr", "IdentNr", "Kind-Nr",
    "identifiant", "ine", "numéro élève", "n° élève", "matricule", "numéro national", "identificador", "nia", "nie", "matrícula", "número de alumno", "expediente",
    "identificativo", "matricola", "codice alunno", "codice fiscale", "leerlingnummer", "leerling-id", "stamnummer", "leerlingnr",
    "identyfikator", "numer ucznia", "nr ucznia", "nr legitymacji", "numer legitymacji", "öğrenci no", "öğrenci numarası", "okul no", "okul numarası", "kimlik",
    "ідентифікатор", "номер учня", "номер справи", "особова справа", "رقم الطالب", "رقم التلميذ", "المعرف", "رقم التسجيل", "الرقم المدرسي", "رقم القيد",
];
#[rustfmt::skip]
const CODE: &[&str] = &[
    "code", "access code", "password", "photo code", "gallery code", "Zugangscode", "Code", "Fotocode", "Galeriecode", "Zugangsschlüssel", "Kennwort", "Passwort",
    "code d'accès", "código", "código de acceso", "codice", "codice di accesso", "codice d'accesso", "toegangscode", "kod", "kod dostępu",
    "erişim kodu", "kodu", "код", "код доступу", "رمز", "الرمز", "رمز الدخول", "كود",
];
#[rustfmt::skip]
const ALSO_ACCEPT: &[&str] = &[
    "also accept", "also accepted", "alias", "aliases", "other spellings", "other names", "alternative names", "alternative spelling", "also known as", "aka", "known as", "nickname",
    "Auch akzeptieren", "auch", "auch als", "andere Schreibweise", "andere Schreibweisen", "weitere Schreibweisen", "Spitzname", "Alternativname",
    "accepter aussi", "autres orthographes", "autre orthographe", "surnom", "aceptar también", "otras grafías", "también", "apodo", "accettare anche", "altre grafie", "soprannome",
    "ook accepteren", "andere spelling", "andere schrijfwijze", "bijnaam", "akceptuj także", "inna pisownia", "inne pisownie", "pseudonim",
    "ayrıca kabul et", "diğer yazılış", "diğer yazımlar", "takma ad", "також приймати", "інше написання", "інші написання", "يقبل أيضا", "يُقبل أيضًا", "تهجئة أخرى", "أسماء أخرى",
];
#[rustfmt::skip]
const BIRTH_DATE: &[&str] = &[
    "date of birth", "birth date", "birthdate", "dob", "d.o.b.", "birthday", "born", "Geburtsdatum", "geb", "geb. am", "geboren", "geboren am", "Geburtstag", "GebDat", "Geb.-Datum", "Geb-Dat",
    "date de naissance", "naissance", "né(e) le", "né le", "née le", "ddn", "fecha de nacimiento", "nacimiento", "fecha nac", "fecha nacimiento", "data di nascita", "nascita", "nato il", "nato/a il", "data nascita",
    "geboortedatum", "geboren op", "data urodzenia", "data ur", "urodzony", "ur", "doğum tarihi", "doğum",
    "дата народження", "народження", "д.н.", "تاريخ الميلاد", "تاريخ الازدياد", "الميلاد", "تاريخ الولادة",
];
/// Words in the head of an address of e-mail.
const EMAIL: &[&str] = &[
    "mail",
    "email",
    "emails",
    "courriel",
    "correo",
    "eposta",
    "posta",
    "пошта",
    "имеил",
    "ел",
    "البريد",
    "بريد",
    "ايميل",
];
/// Words of whose address it is not: the child's own and the teacher's.
#[rustfmt::skip]
const NOT_A_GUARDIANS: &[&str] = &[
    "student", "pupil", "school", "teacher", "schuler", "kind", "schule", "lehrer", "lehrkraft", "klassenlehrer", "eleve", "enseignant", "ecole", "alumno", "alumna", "profesor", "alunno",
    "docente", "leerling", "leraar", "leerkracht", "ucznia", "nauczyciela", "szkoły", "öğrenci", "öğretmen", "учня", "вчителя", "школи", "الطالب", "المعلم", "المدرسة",
];
/// Heads whose cells look like something that they are not.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "no", "nr", "n", "number", "lfd nr", "laufende Nummer", "lfd", "lfdnr", "pos", "row", "numéro", "número", "numero", "nummer", "volgnummer", "numer", "lp", "l.p.", "sıra", "sıra no", "no.", "№ з/п", "номер", "الرقم", "رقم", "الرقم الترتيبي", "م", "ت", "ر.ت",
    "teacher", "class teacher", "Klassenlehrer", "Klassenlehrerin", "Klassenleitung", "Lehrer", "Lehrkraft", "Geschlecht", "gender", "sex", "Telefon", "Tel", "phone", "Ort", "Straße", "PLZ", "address",
    "Eintrittsdatum", "Aufnahmedatum", "Anmeldedatum", "entry date", "admission date", "Jahrgang", "Stufe", "Staatsangehörigkeit", "Konfession",
];
/// Words that are left out where the rest is looked for.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "the", "of", "a", "des", "der", "die", "das", "vom", "schuler", "schulers", "schulerin", "schulerinnen", "in", "kind", "kindes", "student", "students", "pupil", "pupils", "child", "childs", "s",
    "de", "del", "leleve", "lenfant", "eleve", "enfant", "alumno", "alumna", "nino", "dell", "alunno", "leerling", "van", "het", "kind", "ucznia", "dziecka", "ogrencinin", "ogrenci", "учня", "дитини", "الطالب", "التلميذ", "للطالب", "للتلميذ",
];

/// All that is known of heads, folded once.
pub(super) struct Headings {
    phrases: BTreeMap<String, Heading>,
    email: Vec<String>,
    not_a_guardians: Vec<String>,
    fillers: Vec<String>,
}

impl Headings {
    pub(super) fn new() -> Self {
        let lists = [
            (KNOWN, Heading::Known),
            (FIRST_NAME, Heading::Is(Column::FirstName)),
            (LAST_NAME, Heading::Is(Column::LastName)),
            (FULL_NAME, Heading::Is(Column::FullName)),
            (SOME_NAME, Heading::SomeName),
            (GROUP, Heading::Is(Column::Group)),
            (IDENTIFIER, Heading::Is(Column::Identifier)),
            (CODE, Heading::Is(Column::Code)),
            (ALSO_ACCEPT, Heading::Is(Column::AlsoAccept)),
            (BIRTH_DATE, Heading::Is(Column::BirthDate)),
        ];
        let phrases =
            lists.iter().flat_map(|(list, heading)| list.iter().map(|phrase| (fold(phrase), *heading))).collect();
        let all = |list: &[&str]| list.iter().map(|word| fold(word)).collect();
        Self { phrases, email: all(EMAIL), not_a_guardians: all(NOT_A_GUARDIANS), fillers: all(FILLERS) }
    }

    /// What the cell at the head of a column says.
    pub(super) fn read(&self, cell: &str) -> Heading {
        if cell.chars().nth(60).is_some() || cell.contains('@') {
            return Heading::Unknown;
        }
        let folded = fold(cell);
        if folded.is_empty() {
            return Heading::Unknown;
        }
        if let Some(heading) = self.phrases.get(&folded) {
            return *heading;
        }
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        if words.iter().any(|word| has(&self.email, word)) {
            let other = words.iter().any(|word| has(&self.not_a_guardians, word));
            return if other { Heading::Known } else { Heading::Is(Column::GuardianEmail) };
        }
        let telling: Vec<&str> =
            words.into_iter().filter(|word| !is_number(word) && !has(&self.fillers, word)).collect();
        if let Some(heading) = self.phrases.get(&telling.join(" ")) {
            return *heading;
        }
        self.all_the_same(&telling).unwrap_or(Heading::Unknown)
    }

    /// `Vorname (Rufname)`: each word alone says the same. `Nachname, Vorname`: both names.
    fn all_the_same(&self, words: &[&str]) -> Option<Heading> {
        let each: Option<Vec<Heading>> = words.iter().map(|word| self.phrases.get(*word).copied()).collect();
        let each = each?;
        let first = *each.first()?;
        let name = |heading: &Heading| {
            matches!(heading, Heading::SomeName | Heading::Is(Column::FirstName | Column::LastName))
        };
        match &each[..] {
            [one, other] if one != other && name(one) && name(other) => Some(Heading::Is(Column::FullName)),
            _ => each.iter().all(|heading| *heading == first).then_some(first),
        }
    }
}

fn has(list: &[String], word: &str) -> bool {
    list.iter().any(|listed| listed == word)
}

fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}

/// Lower case without marks and apostrophes; one space where anything else than a letter or a digit was.
fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | 'ʼ' | '`' | '´'))
        .flat_map(char::to_lowercase)
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == 'ı' { 'i' } else { c })
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    // S60
    #[test]
    fn heads_are_understood_in_ten_languages() {
        let headings = Headings::new();
        #[rustfmt::skip]
        let all = [
            (Column::FirstName, &["Vorname", "VORNAME", "Rufname", "Vorname (Rufname)", "Vorname des Kindes", "First Name", "first_name", "Given name(s)", "Prénom", "Prénom de l'élève", "Nombre de pila", "Voornaam", "Imię", "Imię ucznia", "Adı", "ADI", "Ім’я", "الاسم الأول"][..]),
            (Column::LastName, &["Nachname", "Familienname", "Last name", "Surname", "Nom de famille", "Apellidos", "Cognome", "Achternaam", "Nazwisko", "Soyadı", "SOYAD", "Прізвище", "اسم العائلة"]),
            (Column::FullName, &["Schülername", "Name, Vorname", "Nachname, Vorname", "Vor- und Nachname", "Full name", "Nom et prénom", "Apellidos y nombre", "Cognome e nome", "Imię i nazwisko", "Adı Soyadı", "ПІБ", "الاسم الكامل"]),
            (Column::Group, &["Klasse", "Kl.", "Klasse 2025/26", "Class", "Classe", "Clase", "Klas", "Klasa", "Sınıf", "Клас", "الصف"]),
            (Column::Identifier, &["Schüler-Nr.", "Schülernummer", "Student ID", "ID", "Identifiant", "Matrícula", "Matricola", "Leerlingnummer", "Identyfikator", "Okul No", "Номер учня", "رقم الطالب"]),
            (Column::Code, &["Code", "Zugangscode", "Access code", "Kod dostępu", "Код доступу", "رمز الدخول"]),
            (Column::AlsoAccept, &["Auch akzeptieren", "also accept", "Accepter aussi", "Також приймати"]),
            (Column::GuardianEmail, &["E-Mail Erziehungsberechtigte", "E-Mail", "email", "Parent e-mail", "Courriel des parents", "Correo electrónico", "E-posta", "Адреса ел. пошти", "البريد الإلكتروني"]),
            (Column::BirthDate, &["Geburtsdatum", "geb.", "geb. am", "Date of Birth", "DOB", "Date de naissance", "Né(e) le", "Data di nascita", "Geboortedatum", "Data urodzenia", "Doğum tarihi", "Дата народження", "تاريخ الميلاد"]),
        ];
        for (column, heads) in all {
            for head in heads {
                assert_eq!(headings.read(head), Heading::Is(column), "{head}");
            }
        }
    }

    // S60
    #[test]
    fn what_only_looks_like_a_head_is_not_taken_for_one() {
        let headings = Headings::new();
        for head in
            ["Nr.", "Lfd. Nr.", "Klassenlehrer", "E-Mail Schüler", "E-Mail Klassenlehrer", "Geschlecht", "№", "#"]
        {
            let read = headings.read(head);
            assert!(matches!(read, Heading::Known | Heading::Unknown), "{head}: {read:?}");
        }
        for head in
            ["Name der Mutter", "Vorname Vater", "Name Erziehungsberechtigte", "Anna", "1a", "", "anna@example.org"]
        {
            assert_eq!(headings.read(head), Heading::Unknown, "{head}");
        }
        assert_eq!(headings.read("Name"), Heading::SomeName);
        assert_eq!(headings.read("Nombre"), Heading::SomeName);
    }
}
