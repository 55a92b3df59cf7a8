use super::*;

mod paper;
mod print;

/// A roster as a school of today has it.
const NAMES: [&str; 16] = [
    "Anna-Lena Müller-Lüdenscheid",
    "Nguyễn Thị Minh Khai",
    "Łucja Wiśniewska",
    "İpek Yıldırım",
    "Олександра Коваленко",
    "محمد الحسن",
    "Θεοδώρα Παπαδοπούλου",
    "Siobhán O’Connor",
    "Maximilian Alexander Freiherr von Hohenstein-Waldenburg",
    "Ada Lim",
    "יעל כהן",
    "ნინო ბერიძე",
    "Անի Հակոբյան",
    "محمد (Mohammed) الحسن",
    "Ẓāhir Ḥusaynī ʿAlī",
    "Ștefan Țurcanu Đặng Ğülşen Þórður Ħal",
];

const LONG: &str = "María de los Ángeles Guadalupe Inmaculada Concepción Fernández-Villaverde y Gutiérrez de la Cámara \
                    Ramírez-Montesinos, Tochter von Donaudampfschifffahrtsgesellschaftskapitänswitwe";

const SHEETS: [u8; 6] = [1, 2, 4, 6, 8, 10];

fn sheet(per_page: u8) -> Sheet {
    Sheet { per_page, paper: Paper::A4, large_print: false, crop_marks: false }
}

fn every_sheet() -> impl Iterator<Item = Sheet> {
    let papers = [Paper::A4, Paper::Letter].into_iter();
    papers.flat_map(|paper| {
        let small = SHEETS.map(|per_page| Sheet { paper, ..sheet(per_page) });
        let large = [1, 2].map(|per_page| Sheet { paper, large_print: true, ..sheet(per_page) });
        small.into_iter().chain(large)
    })
}

fn card(place: usize, name: &str) -> Card {
    let code = format!("7K2M-9QX4-{:04}", 1000 + place);
    let token = "Zq3_v8yXw-LkT0aBcDeFgHiJkLmNoPqRsTuVwXyZ012";
    let link = format!("https://fotos.example.org/nordlicht/#c={}&t={token}", code.replace('-', ""));
    Card { name: Some(name.to_owned()), group: "Klasse 3b".to_owned(), code, link }
}

/// All names, one of a length that no form would take, and one extra card.
fn roster() -> Vec<Card> {
    let mut cards: Vec<Card> = NAMES.iter().chain([&LONG]).enumerate().map(|(place, name)| card(place, name)).collect();
    cards.push(Card { name: None, ..card(cards.len(), "") });
    cards
}

fn job() -> Job {
    let german = CardWords {
        language: "de".to_owned(),
        title: "Eure Bilder".to_owned(),
        scan: "Scannen oder den Code eingeben auf".to_owned(),
        keep: "Bitte aufbewahren: Diese Karte ist der Schlüssel zu den Bildern Ihres Kindes.".to_owned(),
        until: Some("Die Bilder sind bis 31. August 2026 zu sehen.".to_owned()),
    };
    let arabic = CardWords {
        language: "ar".to_owned(),
        title: "صوركم".to_owned(),
        scan: "امسحوا الرمز ضوئيًا أو اكتبوه في".to_owned(),
        keep: "احتفظوا بهذه البطاقة: فهي مفتاح صور طفلكم.".to_owned(),
        until: Some("يمكن مشاهدة الصور حتى 31 أغسطس 2026.".to_owned()),
    };
    Job {
        studio: "Studio Nordlicht".to_owned(),
        organisation: "Grundschule am Seeufer".to_owned(),
        date: "12. Mai 2026".to_owned(),
        address: "fotos.example.org/nordlicht".to_owned(),
        words: vec![german, arabic],
    }
}
