//! Extra cards: printed, photographed, and given a name, over HTTP and without scripts (S61).

use domain::photo_job::sorting::Way;
use http::StatusCode;
use store::fixtures::{PASSWORD, Scene, School, all_rows, noon};
use store::{CardsSeen, ExtraCard};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

on_both!(
    a_number_that_was_printed_is_printed_again_only_for_whoever_asks_for_it,
    more_than_fifty_or_no_number_is_refused_at_its_field,
    a_family_opens_its_extra_card_and_the_studio_gives_it_a_name,
);

async fn extra(scene: &Scene<'_>, school: &School) -> Vec<ExtraCard> {
    scene.store.extra_cards(&scene.desk, school.job).await.unwrap()
}

/// What the form leads to.
async fn print(owner: &mut Browser, school: &School, number: &str) -> Answer {
    let job = school.job.to_string();
    owner.referer = Some(format!("{PUBLIC_URL}/studio/nordlicht/jobs/{job}/access"));
    let fields = [
        ("studio", "nordlicht"),
        ("job", &*job),
        ("extra", number),
        ("only", "extra"),
        ("per_page", "1"),
        ("also", ""),
    ];
    owner.post("/api/jobs/print_cards", &fields).await
}

fn pages(pdf: &Answer) -> usize {
    assert!(pdf.bytes.starts_with(b"%PDF-"), "{}", pdf.status);
    pdf.bytes.windows(9).filter(|bytes| *bytes == b"/MediaBox").count()
}

// S61
async fn a_number_that_was_printed_is_printed_again_only_for_whoever_asks_for_it(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let job = school.job.to_string();
    let access = format!("/studio/nordlicht/jobs/{job}/access");
    let before = all_rows(&house.store).await;
    assert_eq!(print(&mut owner, &school, "3").await.location(), access, "codes are shown after the password");
    assert_eq!(all_rows(&house.store).await, before, "and no number is used up");
    let fields = [("studio", "nordlicht"), ("job", &*job), ("password", PASSWORD)];
    assert_eq!(owner.call("/api/jobs/reveal", &fields).await.status, StatusCode::OK);
    let led = print(&mut owner, &school, "3").await.location().to_owned();
    let pdf = format!("/studio/nordlicht/jobs/{job}/cards.pdf?extra=");
    assert!(led.starts_with(&format!("{pdf}1.2.3&only=extra&per_page=1")), "{led}");
    let first = owner.get(&led).await;
    assert_eq!(pages(&first), 3);
    let cards = extra(&scene, &school).await;
    house.clock.advance(chrono::TimeDelta::minutes(2));
    // New cards are others, whether the first ones were used or lie somewhere.
    let next = print(&mut owner, &school, "2").await.location().to_owned();
    assert!(next.starts_with(&format!("{pdf}4.5&")), "{next}");
    assert!(pages(&owner.get(&next).await) == 2 && owner.get(&led).await.bytes == first.bytes);
    let page = owner.get(&access).await.body;
    let said =
        ["Printed on ", "and not used yet: extra cards 1, 2, 3.", "not used yet: extra cards 4, 5.", "value=\"1.2.3\""];
    assert!(said.iter().all(|said| page.contains(said)), "{page}");
    for card in &cards {
        assert!(!page.contains(&scene.subject_code(school.job, card.subject.id).await), "they are no one's yet");
    }
    // With everybody's cards.
    assert_eq!(pages(&owner.get(&led.replace("only=extra", "")).await), 8);
    // One is used: it is not printed again, whoever asks.
    scene.photo(cards[0].subject.gallery, "IMG_1.jpg", noon()).await;
    let fields =
        [("studio", "nordlicht"), ("job", &*job), ("extra", "0"), ("again", "1.2.3"), ("per_page", "1"), ("also", "")];
    let again = owner.post("/api/jobs/print_cards", &fields).await.location().to_owned();
    assert!(again.starts_with(&format!("{pdf}1.2.3&only=extra&per_page=1")), "{again}");
    assert_eq!(pages(&owner.get(&again).await), 2);
    assert!(owner.get(&access).await.body.contains("and not used yet: extra cards 2, 3."));
    let numbers: Vec<(i64, bool)> = extra(&scene, &school).await.iter().map(|card| (card.number, card.used)).collect();
    assert_eq!(numbers, [(1, true), (2, false), (3, false), (4, false), (5, false)]);
    // What was never made is none.
    for forged in ["6", "1", "", "x", "-1"] {
        assert_eq!(owner.get(&format!("{pdf}{forged}&only=extra")).await.location(), access, "{forged}");
    }
}

// S61
async fn more_than_fifty_or_no_number_is_refused_at_its_field(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let job = school.job.to_string();
    let fields = [("studio", "nordlicht"), ("job", &*job), ("password", PASSWORD)];
    owner.call("/api/jobs/reveal", &fields).await;
    for number in ["51", "-1", "many", "99999999999999999999"] {
        let back = print(&mut owner, &school, number).await;
        let page = owner.get(back.location()).await.body;
        assert!(page.contains("id=\"extra-error\"") && page.contains("a number from 0 to 50"), "{number}: {page}");
    }
    assert!(extra(&scene, &school).await.is_empty());
    print(&mut owner, &school, "50").await;
    assert_eq!(extra(&scene, &school).await.len(), 50);
    assert!(print(&mut owner, &school, "").await.location().contains("extra=&"));
}

// S61, S62
async fn a_family_opens_its_extra_card_and_the_studio_gives_it_a_name(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    house.store.print_extra_cards(&scene.desk, school.job, 2, noon()).await.unwrap();
    let card = extra(&scene, &school).await.remove(1).subject;
    let own = house.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    scene.shot(own, "CARD.jpg", 1, scene.card_of(school.job, card.id).await).await;
    let photo = scene.shot(own, "IMG_1.jpg", 2, CardsSeen::default()).await;
    let job_page = format!("/studio/nordlicht/jobs/{}", school.job);
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let proposed = owner.get(&format!("{job_page}/photos?propose=cards")).await.body;
    assert!(proposed.contains("Extra card 2"), "{proposed}");
    let digest = house.store.propose_sorting(&scene.desk, school.job, Way::Cards, true).await.unwrap().digest;
    house.store.sort_job(&scene.desk, school.job, Way::Cards, (&digest, true), noon()).await.unwrap();

    let mut mother = house.browser();
    let code = scene.subject_code(school.job, card.id).await;
    assert_eq!(mother.enter("nordlicht", &code).await.location(), "/nordlicht/children");
    let page = mother.get("/nordlicht/children").await;
    assert!(page.body.contains("Your pictures") && page.body.contains(&format!("/m/{photo}/")), "{}", page.body);
    assert_eq!(mother.get(&format!("/m/{photo}/s")).await.status, StatusCode::OK);

    // What there is to do, with the way to where it is done.
    let subject = format!("{job_page}/subjects/{}", card.id);
    for (place, said) in
        [(job_page.clone(), "1 extra card has photographs"), (format!("{job_page}/photos"), "To look at")]
    {
        let body = owner.get(&place).await.body;
        assert!(body.contains(said) && body.contains(&subject), "{place}: {body}");
    }
    let page = owner.get(&job_page).await.body;
    assert!(!page.contains("not photographed yet") && !page.contains("Extra card 1"), "{page}");
    assert!(owner.get(&subject).await.body.contains("Who has this card?"));
    owner.referer = Some(format!("{PUBLIC_URL}{subject}"));
    let id = card.id.to_string();
    let nameless = [("studio", "nordlicht"), ("subject", &*id), ("first_name", " "), ("last_name", "")];
    let back = owner.post("/api/jobs/name_extra", &nameless).await;
    assert!(owner.get(back.location()).await.body.contains("first_name-error"));
    let class = school.classes[0].to_string();
    let fields =
        [("studio", "nordlicht"), ("subject", &*id), ("first_name", "Ole"), ("last_name", "Nimmt"), ("group", &*class)];
    let named = owner.post("/api/jobs/name_extra", &fields).await;
    assert_eq!(named.location(), format!("{subject}?did=saved"));
    let page = owner.get(&subject).await.body;
    assert!(page.contains("Ole Nimmt") && !page.contains("Who has this card?"), "{page}");
    assert!(owner.get(&job_page).await.body.contains("6 people"));
    assert!(mother.get("/nordlicht/children").await.body.contains("Ole"), "the visit goes on");
    assert_eq!(owner.call("/api/jobs/name_extra", &fields).await.status, StatusCode::CONFLICT);
}
