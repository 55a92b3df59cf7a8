//! What the sorting desk of a photo job says that somebody has to look at, and what the cards would change; over HTTP (S62, S63).

use chrono::TimeDelta;
use domain::ids::{GalleryId, PhotoId};
use domain::photo_job::sorting::Way;
use http::StatusCode;
use store::CardsSeen;
use store::fixtures::{Scene, School, noon};

use crate::browser::{Browser, PUBLIC_URL, TestHouse};
use crate::job_cards::assistant;
use crate::job_photos::{STUDIO, anna, gallery_of, is_kept, shows};

on_both!(
    what_follows_the_card_of_somebody_withdrawn_is_named_until_it_is_sorted_and_erased_then,
    what_goes_from_one_family_to_another_is_named_with_both_before_it_is_sorted,
    what_no_clear_card_gives_to_a_family_any_more_is_named_with_it,
    a_picture_that_is_still_looked_at_is_not_deleted_for_it_may_be_a_card,
);

async fn own_gallery(scene: &Scene<'_>, school: &School) -> GalleryId {
    scene.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery
}

/// A picture of a child's card.
async fn card(scene: &Scene<'_>, school: &School, child: usize, second: i64) -> PhotoId {
    let card = scene.card_of(school.job, school.children[child]).await;
    scene.shot(own_gallery(scene, school).await, &format!("CARD_{second}.jpg"), second, card).await
}

async fn photo(scene: &Scene<'_>, school: &School, second: i64, cards: CardsSeen) -> PhotoId {
    scene.shot(own_gallery(scene, school).await, &format!("IMG_{second}.jpg"), second, cards).await
}

/// Sorts by cards, as it would be shown now.
async fn sort(scene: &Scene<'_>, school: &School) -> usize {
    let digest = scene.store.propose_sorting(&scene.desk, school.job, Way::Cards, true).await.unwrap().digest;
    scene.store.sort_job(&scene.desk, school.job, Way::Cards, (&digest, true), noon()).await.unwrap()
}

/// The line of the page that begins so.
fn line<'a>(page: &'a str, begins: &str) -> &'a str {
    let line = page.split_once(begins).unwrap_or_else(|| panic!("{begins}: {page}")).1;
    line.split_once("</li>").expect("its end").0
}

async fn of_child(house: &TestHouse, scene: &Scene<'_>, school: &School, child: usize) -> Browser {
    let mut family = house.browser();
    family.enter("nordlicht", &scene.subject_code(school.job, school.children[child]).await).await;
    family
}

// S62, S63, T40: nothing that is not sorted is forgotten
async fn what_follows_the_card_of_somebody_withdrawn_is_named_until_it_is_sorted_and_erased_then(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    card(&scene, &school, 0, 10).await;
    card(&scene, &school, 1, 20).await;
    let photo = photo(&scene, &school, 21, CardsSeen::default()).await;
    let mut anna = anna(&house).await;
    let mut helper = assistant(&house, &scene).await;
    let desk = format!("/studio/nordlicht/jobs/{}/photos", school.job);
    let named = "The consent of 1 person is withdrawn";
    assert!(!anna.get(&desk).await.body.contains(named));
    anna.post("/api/jobs/withdraw", &[STUDIO, ("subject", &school.children[1].to_string())]).await;
    house.clock.advance(TimeDelta::hours(21));
    house.worker().tidy(house.clock.now()).await;
    house.worker().work_off().await.unwrap();
    let page = anna.get(&format!("{desk}?propose=cards")).await.body;
    assert_eq!(page.matches(named).count(), 2, "on the desk and before one sorts: {page}");
    let line = line(&page, named);
    assert!(line.contains("Öztürk") && !line.contains("Müller"), "{line}");
    assert!(
        !helper.get(&format!("{desk}?propose=cards")).await.body.contains(named),
        "who withdrew is not theirs to know"
    );
    assert!(is_kept(&house, photo).await, "a card that was missed would erase another child's");
    let digest = house.store.propose_sorting(&scene.desk, school.job, Way::Cards, true).await.unwrap().digest;
    let job = school.job.to_string();
    let fields = [STUDIO, ("job", &job), ("way", "cards"), ("digest", &digest), ("looked", "on")];
    anna.post("/api/jobs/sort_by", &fields).await;
    assert!(!anna.get(&desk).await.body.contains(named));
    house.worker().tidy(house.clock.now()).await;
    house.worker().work_off().await.unwrap();
    assert!(!is_kept(&house, photo).await);
}

// S62: a card that was missed, or the pictures of two cameras that look like one
async fn what_goes_from_one_family_to_another_is_named_with_both_before_it_is_sorted(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    card(&scene, &school, 0, 10).await;
    let photo = photo(&scene, &school, 21, CardsSeen::default()).await;
    assert_eq!(sort(&scene, &school).await, 1);
    let mut family = of_child(&house, &scene, &school, 0).await;
    assert!(shows(&mut family, photo).await);
    let mut anna = anna(&house).await;
    let desk = format!("/studio/nordlicht/jobs/{}/photos", school.job);
    let named = "1 photograph hangs with one person, whose family may see it";
    assert!(!anna.get(&desk).await.body.contains(named));
    card(&scene, &school, 1, 20).await;
    let page = anna.get(&format!("{desk}?propose=cards")).await.body;
    assert_eq!(page.matches(named).count(), 2, "on the desk and before one sorts: {page}");
    let line = line(&page, named);
    assert!(line.contains("Anna Müller, 1a: 1 would go to Ben Öztürk"), "{line}");
    let here = format!("?of={}", gallery_of(&scene, &school, 0).await);
    assert!(line.contains(&here), "the way to where it hangs: {line}");
    assert!(shows(&mut family, photo).await, "nothing is sorted by looking");
    assert_eq!(sort(&scene, &school).await, 1);
    assert!(!shows(&mut family, photo).await);
    assert!(!anna.get(&desk).await.body.contains(named));
}

// S62: a card that is not clear comes late, or a file that cannot be read and may be one
async fn what_no_clear_card_gives_to_a_family_any_more_is_named_with_it(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let own = own_gallery(&scene, &school).await;
    card(&scene, &school, 0, 10).await;
    let behind = photo(&scene, &school, 21, CardsSeen::default()).await;
    assert_eq!(sort(&scene, &school).await, 1);
    let mut family = of_child(&house, &scene, &school, 0).await;
    let mut anna = anna(&house).await;
    let desk = format!("/studio/nordlicht/jobs/{}/photos", school.job);
    let named = "Photographs hang with 1 person though no clear card says so any more";
    assert!(!anna.get(&desk).await.body.contains(named));
    photo(&scene, &school, 20, CardsSeen { codes: Vec::new(), unread: true }).await;
    let page = anna.get(&desk).await.body;
    assert!(line(&page, named).contains("Müller"), "{page}");
    assert!(shows(&mut family, behind).await);
    assert_eq!(sort(&scene, &school).await, 1);
    assert!(!shows(&mut family, behind).await);
    assert!(!anna.get(&desk).await.body.contains(named));
    // A file of a second camera that writes no time stands by its name.
    scene.arriving(own, "IMG_15.jpg", noon()).await;
    let lease = scene.take_work(noon()).await;
    house.store.refuse_photo(&lease, domain::photo::Unreadable::Damaged).await.unwrap();
    let page = anna.get(&desk).await.body;
    assert!(page.contains("nobody’s by the cards until you remove the file"), "{page}");
}

// S62: what follows a card that was deleted would follow the card before
async fn a_picture_that_is_still_looked_at_is_not_deleted_for_it_may_be_a_card(house: TestHouse) {
    let scene = house.scene().await;
    let school = scene.school().await;
    let own = own_gallery(&scene, &school).await;
    let ready = photo(&scene, &school, 1, CardsSeen::default()).await;
    let busy = scene.arriving(own, "IMG_2.jpg", noon()).await;
    let mut anna = anna(&house).await;
    let gallery = own.to_string();
    let delete = async |anna: &mut Browser, photos: &[PhotoId]| {
        let ids: Vec<(String, String)> =
            photos.iter().enumerate().map(|(n, photo)| (format!("photos[{n}]"), photo.to_string())).collect();
        let mut fields = vec![STUDIO, ("gallery", gallery.as_str())];
        fields.extend(ids.iter().map(|(name, id)| (name.as_str(), id.as_str())));
        anna.post("/api/photos/delete", &fields).await
    };
    anna.referer = Some(format!("{PUBLIC_URL}/studio/nordlicht/jobs/{}/photos", school.job));
    let refused = delete(&mut anna, &[busy]).await.location().to_owned();
    let page = anna.get(&refused).await.body;
    assert!(page.contains("or is still being looked at"), "{page}");
    let done = delete(&mut anna, &[busy, ready]).await.location().to_owned();
    assert!(anna.get(&done).await.body.contains("1 photograph was deleted."));
    let page = anna.get(&format!("/studio/nordlicht/jobs/{}/photos", school.job)).await.body;
    assert!(page.contains("IMG_2.jpg") && !page.contains("IMG_1.jpg"), "{page}");
    // With a child, where it was brought by mistake, it would be shown once it is read: it goes where nobody sees it.
    let theirs = gallery_of(&scene, &school, 1).await;
    let astray = scene.arriving(theirs, "IMG_3.jpg", noon()).await;
    let (from, id) = (theirs.to_string(), astray.to_string());
    let to =
        anna.post("/api/photos/delete", &[STUDIO, ("gallery", &from), ("photos[0]", &id)]).await.location().to_owned();
    let page = anna.get(&to).await.body;
    assert!(
        page.contains("1 picture is still being looked at, and may be a card: it waits among the unsorted now."),
        "{page}"
    );
    let (mut family, mut helper) = (of_child(&house, &scene, &school, 1).await, assistant(&house, &scene).await);
    house.worker().work_off().await.unwrap();
    assert!(!shows(&mut family, astray).await);
    assert!(anna.get(&format!("/studio/nordlicht/jobs/{}/photos", school.job)).await.body.contains("IMG_3.jpg"));
    // What may be held back in its group leaves it by whoever decides about that alone.
    let class = house.store.groups(&scene.desk, school.job).await.unwrap()[0].gallery;
    let held = scene.arriving(class, "IMG_4.jpg", noon()).await;
    let (from, id) = (class.to_string(), held.to_string());
    let fields = [STUDIO, ("gallery", &*from), ("photos[0]", &*id)];
    assert_eq!(helper.call("/api/photos/delete", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(anna.call("/api/photos/delete", &fields).await.status, StatusCode::OK);
}
