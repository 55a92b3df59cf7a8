//! What people may type as names, notes, addresses and passwords.

use domain::TextProblem;
use domain::gallery::{GalleryName, GalleryPassword, GalleryPasswordProblem, LoginName, Note};
use domain::studio::{
    AddressProblem, Email, EmailProblem, Language, MemberName, PasswordProblem, PersonalPassword, RESERVED,
    StudioAddress, StudioName,
};

#[test]
fn a_gallerys_name_is_trimmed_and_composed() {
    let name = GalleryName::parse("  Zu\u{308}rich 2024 \n").unwrap();
    assert_eq!(name.as_str(), "Zürich 2024");
    assert_eq!(name.to_string(), "Zürich 2024");
}

#[test]
fn a_gallerys_name_has_1_to_200_characters_that_can_be_seen() {
    let problem = |typed: &str| GalleryName::parse(typed).unwrap_err();
    for nothing in ["", "   ", "\t\n", "\u{200b}\u{2060}", "\u{3164}"] {
        assert_eq!(problem(nothing), TextProblem::Missing, "{nothing:?}");
    }
    assert!(GalleryName::parse(&"ä".repeat(200)).is_ok());
    assert!(GalleryName::parse(&"a\u{308}".repeat(200)).is_ok());
    assert_eq!(problem(&"a".repeat(201)), TextProblem::TooLong { max: 200 });
    assert_eq!(problem(&"a".repeat(5_000)), TextProblem::TooLong { max: 200 });
    for bad in ["a\u{0}b", "a\nb", "a\u{7f}b", "a\u{85}b", "a\u{202e}gpj", "a\u{2066}b", "a\u{2028}b"] {
        assert_eq!(problem(bad), TextProblem::Unprintable, "{bad:?}");
    }
}

#[test]
fn names_of_every_language_and_family_emoji_are_names() {
    for name in ["Łukasz & Żaneta", "محمد", "עִבְרִית", "結婚式", "👩‍👩‍👧 Familie", "O’Brien–Smith"]
    {
        assert_eq!(GalleryName::parse(name).unwrap().as_str(), name);
        assert!(LoginName::parse(name).is_ok() && MemberName::parse(name).is_ok());
        assert!(StudioName::parse(name).is_ok());
    }
    assert_eq!(StudioName::parse(&"a".repeat(101)), Err(TextProblem::TooLong { max: 100 }));
    assert_eq!(LoginName::parse(" "), Err(TextProblem::Missing)); // S2
}

#[test]
fn a_note_may_be_empty_and_have_lines() {
    assert!(Note::parse(" \r\n ").unwrap().is_empty());
    assert_eq!(Note::parse("one\r\n\ttwo\n").unwrap().as_str(), "one\n\ttwo");
    assert!(Note::parse(&"a".repeat(4000)).is_ok());
    assert_eq!(Note::parse(&"a".repeat(4001)), Err(TextProblem::TooLong { max: 4000 }));
    assert_eq!(Note::parse("a\u{1b}[31m"), Err(TextProblem::Unprintable));
}

#[test]
fn what_was_not_checked_cannot_be_deserialised() {
    assert_eq!(serde_json::to_string(&GalleryName::parse(" A ").unwrap()).unwrap(), "\"A\"");
    assert_eq!(serde_json::from_str::<GalleryName>("\" A \"").unwrap().as_str(), "A");
    assert!(serde_json::from_str::<GalleryName>("\"\"").is_err());
    assert!(serde_json::from_str::<StudioAddress>("\"api\"").is_err());
    assert!(serde_json::from_str::<Email>("\"nobody\"").is_err());
    assert!(serde_json::from_str::<Language>("\"xx\"").is_err());
    assert_eq!(serde_json::from_str::<Language>("\"de\"").unwrap(), Language::De);
}

#[test]
fn a_gallery_password_is_compared_exactly_after_trimming() {
    let password = |typed: &str| GalleryPassword::parse(typed).unwrap();
    assert_eq!(password(" Rose\u{301} 24 "), password("Rosé 24")); // S17
    assert_ne!(password("Rose 24"), password("rose 24")); // S18
    assert_ne!(password("Rose 24"), password("Rose24"));
    assert_eq!(format!("{:?}", password("secret")), "GalleryPassword(..)");
}

#[test]
fn a_gallery_password_has_6_to_64_characters() {
    let problem = |typed: &str| GalleryPassword::parse(typed).unwrap_err();
    assert_eq!(problem(" abcde "), GalleryPasswordProblem::TooShort { min: 6 });
    assert!(GalleryPassword::parse("äöüßéñ").is_ok());
    assert!(GalleryPassword::parse(&"a".repeat(64)).is_ok());
    assert_eq!(problem(&"a".repeat(65)), GalleryPasswordProblem::TooLong { max: 64 });
    assert_eq!(problem("abc\0def"), GalleryPasswordProblem::Unprintable);
}

#[test]
fn a_studios_address_is_short_plain_and_strict() {
    for address in ["abc", "foto-weber", "studio-7", "24h", "demo", &"a".repeat(40)] {
        assert_eq!(StudioAddress::parse(address).unwrap().as_str(), address);
    }
    for spelling in ["-ab", "ab-", "a--b", "Abc", "a b", "a_b", "äbc", "abc/", " abc", "a.b", "abc\n"] {
        assert_eq!(StudioAddress::parse(spelling), Err(AddressProblem::Spelling), "{spelling:?}");
    }
    for length in ["", "ab", &"a".repeat(41), &"a".repeat(100_000)] {
        assert_eq!(StudioAddress::parse(length), Err(AddressProblem::Length { min: 3, max: 40 }));
    }
}

#[test]
fn no_studio_takes_an_address_of_the_program() {
    for address in ["api", "pkg", "admin", "sign-in", "sign-out", "first-run", "healthz", "readyz", "well-known"] {
        assert_eq!(StudioAddress::parse(address), Err(AddressProblem::Reserved), "{address}");
    }
    for reserved in RESERVED {
        assert!(StudioAddress::parse(reserved).is_err(), "{reserved}");
    }
    assert!(RESERVED.is_sorted());
}

#[test]
fn an_email_has_one_spelling() {
    assert_eq!(Email::parse("  Anna.Weber@Example.ORG\n").unwrap().as_str(), "anna.weber@example.org");
    assert_eq!(Email::parse(" "), Err(EmailProblem::Missing));
    for odd in [
        "anna",
        "@example.org",
        "anna@",
        "a@b@c",
        "an na@example.org",
        "a@b.",
        "a@.b",
        "<a@b.org>",
        "a\0@b.org",
        "a@b.org, c",
    ] {
        assert_eq!(Email::parse(odd), Err(EmailProblem::NotAnAddress), "{odd:?}");
    }
    assert!(Email::parse(&format!("{}@example.org", "a".repeat(242))).is_ok());
    assert_eq!(Email::parse(&format!("{}@example.org", "a".repeat(243))), Err(EmailProblem::TooLong { max: 254 }));
    assert_eq!(Email::parse("jörg@müller.de").unwrap(), Email::parse("JÖRG@MÜLLER.DE").unwrap());
}

#[test]
fn a_persons_password_is_long_and_not_the_first_guess() {
    for good in ["korrekt pferd batterie", "Tr0ub4dor&3 zzz", "my cat sleeps all day", "ЖуравльЛетит9", "839201847562"]
    {
        assert_eq!(PersonalPassword::check(good), Ok(()), "{good}");
    }
    assert_eq!(PersonalPassword::check("elevenchars"), Err(PasswordProblem::TooShort { min: 12 }));
    assert_eq!(PersonalPassword::check("ääääääääääa"), Err(PasswordProblem::TooShort { min: 12 }));
    assert!(PersonalPassword::check(&"ab3 xK9!".repeat(32)).is_ok());
    assert_eq!(PersonalPassword::check(&"ab3 xK9!é".repeat(32)), Err(PasswordProblem::TooLong { max: 256 }));
    for common in [
        "password1234",
        "PasswordPassword",
        "Passwort2024!",
        "123456789012",
        "qwertyuiop12",
        "aaaaaaaaaaaa",
        "abababababab",
        "abcdefghijklm",
        "correct horse battery staple",
        "Fotografie2025",
        "Summer2024!!",
        "iloveyou1234",
        "1q2w3e4r5t6y",
        "passepartout1",
    ] {
        assert_eq!(PersonalPassword::check(common), Err(PasswordProblem::Common), "{common}");
    }
}
