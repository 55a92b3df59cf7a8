//! The access cards as they come out of the route, read by another program (poppler): in which languages they speak (S61).

use std::io::Write;
use std::process::{Command, Stdio};

use app::ui::words::Words;
use domain::studio::Language;
use http::StatusCode;
use store::fixtures::PASSWORD;

use crate::browser::{Answer, TestHouse};

on_both!(cards_speak_the_second_language_that_was_chosen_for_them_and_no_other);

/// What stands on the pages, with single spaces.
fn text(pdf: &Answer) -> String {
    assert_eq!(pdf.status, StatusCode::OK);
    let mut poppler = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler-utils is installed");
    let (mut to, bytes) = (poppler.stdin.take().unwrap(), pdf.bytes.clone());
    let written = std::thread::spawn(move || to.write_all(&bytes));
    let said = poppler.wait_with_output().unwrap();
    written.join().unwrap().unwrap();
    String::from_utf8(said.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

// S61
async fn cards_speak_the_second_language_that_was_chosen_for_them_and_no_other(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let job = school.job.to_string();
    let mut anna = house.owner_of("anna@nordlicht.example").await;
    let fields = [("studio", "nordlicht"), ("job", &*job), ("password", PASSWORD)];
    assert_eq!(anna.call("/api/jobs/reveal", &fields).await.status, StatusCode::OK);
    let languages = [Language::En, Language::De, Language::Fr];
    let titles = languages.map(|language| Words::of(language).text("card-title"));
    for (also, spoken) in [
        ("", [true, false, false]),
        ("de", [true, true, false]),
        ("fr", [true, false, true]),
        // Its own language is not a second one, and what is no language is none.
        ("en", [true, false, false]),
        ("xx", [true, false, false]),
    ] {
        // By the form, as by the address that it leads to.
        let fields = [("studio", "nordlicht"), ("job", &*job), ("per_page", "1"), ("also", also), ("extra", "0")];
        let led = anna.post("/api/jobs/print_cards", &fields).await.location().to_owned();
        let pdf = anna.get(&led).await;
        let text = text(&pdf);
        assert_eq!(titles.each_ref().map(|title| text.contains(title)), spoken, "{also}: {text}");
        let address = format!("/studio/nordlicht/jobs/{job}/cards.pdf?per_page=1&also={also}");
        assert!(anna.get(&address).await.bytes == pdf.bytes, "{also}");
        // In each language once on each card.
        assert_eq!(text.matches(&*titles[0]).count(), school.children.len(), "{also}: {text}");
        let second = spoken.iter().skip(1).position(|spoken| *spoken).map(|place| &titles[place + 1]);
        assert!(second.is_none_or(|title| text.matches(&**title).count() == school.children.len()), "{also}: {text}");
    }
}
