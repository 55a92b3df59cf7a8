//! What the columns of a table seem to be.

use domain::roster::{Column, MAX_COLUMNS, Table, guess};

use super::table;
use Column::{AlsoAccept, BirthDate, Code, FirstName, FullName, Group, GuardianEmail, Identifier, Ignored, LastName};

fn guessed(lines: &[&str]) -> (bool, Vec<Column>) {
    let guess = guess(&table(lines));
    (guess.has_header, guess.columns)
}

// S60
#[test]
fn the_header_of_a_german_school_is_understood() {
    let lines = [
        "Nachname;Vorname;Klasse;Schülernummer;Geburtsdatum;E-Mail Erziehungsberechtigte;Auch akzeptieren",
        "Öztürk;Elif;1a;20250001;14.03.2018;oeztuerk@example.org;Elif Oeztuerk",
    ];
    let all = vec![LastName, FirstName, Group, Identifier, BirthDate, GuardianEmail, AlsoAccept];
    assert_eq!(guessed(&lines), (true, all));
}

// S60
#[test]
fn name_beside_another_name_is_the_one_that_is_missing() {
    for (header, columns) in [
        ("Name;Vorname;Kl.", vec![LastName, FirstName, Group]),
        ("Nom;Prénom;Classe", vec![LastName, FirstName, Group]),
        ("Nombre;Apellidos;Curso", vec![FirstName, LastName, Group]),
        ("Nome;Cognome;Classe", vec![FirstName, LastName, Group]),
        ("Ad;Soyad;Sınıf", vec![FirstName, LastName, Group]),
        ("Naam;Klas;Leerlingnummer", vec![FullName, Group, Identifier]),
        ("الاسم;اللقب;القسم", vec![FirstName, LastName, Group]),
        ("Прізвище;Ім'я;Клас;Дата народження", vec![LastName, FirstName, Group, BirthDate]),
        ("Imię;Nazwisko;Klasa;Kod", vec![FirstName, LastName, Group, Code]),
        ("First name;Last name;Class;Access code", vec![FirstName, LastName, Group, Code]),
    ] {
        assert_eq!(guessed(&[header]), (true, columns), "{header}");
    }
}

// S60
#[test]
fn a_running_number_is_no_identifier_and_a_teacher_no_child() {
    let lines = [
        "Lfd. Nr.;Name;Vorname;Klassenlehrer;E-Mail Klassenlehrer;Eintrittsdatum",
        "1;Müller;Anna;Frau Weber;weber@example.org;01.08.2024",
        "2;Schmidt;Ben;Frau Weber;weber@example.org;01.08.2024",
    ];
    assert_eq!(guessed(&lines), (true, vec![Ignored, LastName, FirstName, Ignored, Ignored, Ignored]));
    let without = ["101;Müller;Anna", "102;Schmidt;Ben", "103;Weber;Mia"];
    assert_eq!(guessed(&without), (false, vec![Ignored, LastName, FirstName]));
}

// S60
#[test]
fn a_file_without_a_header_is_guessed_by_what_stands_in_it() {
    let lines = [
        "4711;Anna;Müller;1a;14.03.2018;m@example.org;ROSE-41-HAUS",
        "4790;Ben;Schmidt;1a;01.02.2018;s@example.org;BLAU-77-WALD",
        "4802;Mia;Weber;1b;30.11.2017;;GELB-19-MOND",
        "5133;Yusuf;Kaya;1b;09.09.2017;k@example.org;WEIN-52-BERG",
    ];
    let all = vec![Identifier, FirstName, LastName, Group, BirthDate, GuardianEmail, Code];
    assert_eq!(guessed(&lines), (false, all));
    let one = ["Müller, Anna", "Schmidt, Ben", "Weber, Mia"];
    assert_eq!(guessed(&one), (false, vec![FullName]));
    let mut word_first = vec!["Kurz;Lea;Vorklasse", "Lang;Tom;Vorklasse"];
    word_first.splice(1..1, ["Abel;Ida;1a", "Kaya;Elif;1b"].repeat(4));
    assert_eq!(guessed(&word_first), (false, vec![LastName, FirstName, Group]));
    let last_first = ["Schäfer;Quirin;3c", "Brandt;Tilda;3c"];
    assert_eq!(guessed(&last_first), (false, vec![LastName, FirstName, Group]));
}

// S60
#[test]
fn a_header_in_a_language_that_is_not_known_stands_out_from_what_is_below() {
    let lines = ["Efternamn;Förnamn;Född", "Berg;Emma;2017-03-14", "Lind;Hugo;2017-05-02"];
    assert_eq!(guessed(&lines), (true, vec![LastName, FirstName, BirthDate]));
}

// S60
#[test]
fn each_kind_of_column_is_there_once_and_at_most_a_hundred_are_looked_at() {
    let twice = guessed(&["Vorname;Vorname;Nachname;E-Mail Mutter;E-Mail Vater"]);
    assert_eq!(twice, (true, vec![FirstName, Ignored, LastName, GuardianEmail, Ignored]));
    let wide = vec!["x"; 300].join(";");
    assert_eq!(guessed(&[&wide]).1.len(), MAX_COLUMNS);
    assert_eq!(guess(&Table::default()).columns, []);
}
