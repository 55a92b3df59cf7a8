//! Finding by names, and the pages of a large studio.

use chrono::TimeDelta;
use domain::code::Code;
use domain::gallery::GalleryName;
use domain::search::Wanted;
use store::fixtures::{Scene, Throwaway, noon};
use store::{Happened, LinkKind, Shift};

on_both!(
    things_are_found_by_the_beginnings_of_the_words_of_their_names,
    who_is_let_in_is_found_by_those_alone_who_ask_for_it,
    a_name_that_was_changed_is_found_by_the_new_one_alone,
    a_name_that_is_given_while_old_names_are_indexed_is_found,
    what_is_gone_is_not_found,
    no_studio_finds_what_is_another_s,
    of_many_some_are_shown_and_that_there_are_more,
    brothers_come_in_pages_in_their_order,
    the_way_to_a_gallery_leads_through_all_above_it,
    logins_come_in_pages_in_the_order_of_names,
    how_much_there_is_is_counted_up_to_a_limit,
    the_first_visit_and_the_next_ones_are_told_apart,
    what_happened_is_forgotten_after_ninety_days,
    a_look_at_the_first_page_knows_the_look_before,
);

fn wanted(typed: &str) -> Wanted {
    Wanted::parse(typed).unwrap()
}

async fn galleries(studio: &Scene<'_>, typed: &str) -> Vec<String> {
    let found = studio.store.search(&studio.desk, &wanted(typed), true, 50).await.unwrap();
    found.galleries.into_iter().map(|gallery| [gallery.above, vec![gallery.name]].concat().join(" / ")).collect()
}

async fn things_are_found_by_the_beginnings_of_the_words_of_their_names(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let album = studio.gallery("Family album").await;
    let summer = studio.under(album, "Sommer am Ärmelkanal").await;
    studio.under(summer, "Abend, 14. August").await;
    studio.login("Familie Brandt", "7KQM-2XRD-9TFA", &[]).await;
    studio.link(summer, LinkKind::Open, None).await;
    assert_eq!(galleries(&studio, "arm som").await, ["Family album / Sommer am Ärmelkanal"]);
    assert_eq!(galleries(&studio, "aug 14").await, ["Family album / Sommer am Ärmelkanal / Abend, 14. August"]);
    assert_eq!(galleries(&studio, "a").await.len(), 3, "album, am, Abend");
    assert!(galleries(&studio, "ommer").await.is_empty());
    let found = studio.store.search(&studio.desk, &wanted("brand"), true, 50).await.unwrap();
    assert_eq!(found.logins[0].name, "Familie Brandt");
    assert!(found.galleries.is_empty() && !found.more);
}

// B06: who is let in is not for everybody who works in a studio, nor how many they are.
async fn who_is_let_in_is_found_by_those_alone_who_ask_for_it(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let summer = studio.gallery("Summer").await;
    for number in 0..3 {
        studio.login(&format!("Summer {number}"), &format!("7KQM-2XRD-9TF{number}"), &[]).await;
    }
    let label = "Summer, for the sailors".to_owned();
    let new = store::NewLink { kind: LinkKind::Open, label, expires_at: None };
    studio.store.create_link(&studio.desk, &studio.grant(summer).await, &new, noon()).await.unwrap();
    let found = async |who_is_let_in| {
        let found = studio.store.search(&studio.desk, &wanted("summer"), who_is_let_in, 2).await.unwrap();
        (found.galleries.len(), found.logins.len(), found.links.len(), found.more)
    };
    assert_eq!(found(true).await, (1, 2, 1, true));
    assert_eq!(found(false).await, (1, 0, 0, false));
}

async fn a_name_that_was_changed_is_found_by_the_new_one_alone(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let gallery = studio.gallery("Summer").await;
    let grant = studio.grant(gallery).await;
    studio.store.rename_gallery(&studio.desk, &grant, &GalleryName::parse("Autumn").unwrap()).await.unwrap();
    assert!(galleries(&studio, "summer").await.is_empty());
    assert_eq!(galleries(&studio, "autumn").await, ["Autumn"]);
    studio.set(gallery, |settings| settings.name = GalleryName::parse("Winter").unwrap()).await;
    assert!(galleries(&studio, "autumn").await.is_empty());
    assert_eq!(galleries(&studio, "winter").await, ["Winter"]);
}

/// Another instance goes on while one begins.
async fn a_name_that_is_given_while_old_names_are_indexed_is_found(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (renamed, deleted) = (studio.gallery("Summer").await, studio.gallery("Summer of love").await);
    studio.gallery("Spring").await;
    place.tamper("delete from name_word").await;
    let (grant, gone) = (studio.grant(renamed).await, studio.grant(deleted).await);
    let mut deletion = None;
    let meanwhile = async {
        studio.store.rename_gallery(&studio.desk, &grant, &GalleryName::parse("Autumn").unwrap()).await.unwrap();
        deletion = Some(studio.store.delete_gallery(&studio.desk, &gone, noon()).await.unwrap().id);
    };
    studio.store.index_names_while(meanwhile).await.unwrap();
    assert_eq!(galleries(&studio, "autumn").await, ["Autumn"]);
    assert_eq!(galleries(&studio, "spring").await, ["Spring"]);
    assert!(galleries(&studio, "summer").await.is_empty());
    studio.store.restore_galleries(&studio.desk, deletion.unwrap()).await.unwrap();
    assert_eq!(galleries(&studio, "summer").await, ["Summer of love"]);
}

async fn what_is_gone_is_not_found(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let top = studio.gallery("Wedding").await;
    studio.under(top, "Wedding party").await;
    let login = studio.login("Wedding couple", "7KQM-2XRD-9TFA", &[]).await;
    let grant = studio.grant(top).await;
    let deletion = studio.store.delete_gallery(&studio.desk, &grant, noon()).await.unwrap();
    studio.store.delete_client_login(&studio.desk, login, noon()).await.unwrap();
    let found = studio.store.search(&studio.desk, &wanted("wedding"), true, 50).await.unwrap();
    assert!(found.galleries.is_empty() && found.logins.is_empty());
    studio.store.restore_galleries(&studio.desk, deletion.id).await.unwrap();
    assert_eq!(galleries(&studio, "wedding").await.len(), 2, "what came back is found again");
}

// S32
async fn no_studio_finds_what_is_another_s(place: Throwaway) {
    let ours = Scene::first(&place.store, "nordlicht").await;
    let theirs = Scene::another(&place.store, "meerblick").await;
    let gallery = theirs.gallery("Summer").await;
    theirs.login("Summer", "7KQM-2XRD-9TFA", &[gallery]).await;
    theirs.link(gallery, LinkKind::Open, None).await;
    let found = place.store.search(&ours.desk, &wanted("s"), true, 50).await.unwrap();
    assert!(found.galleries.is_empty() && found.logins.is_empty() && found.links.is_empty());
    assert!(place.store.way_to(&ours.desk, gallery).await.is_err());
    assert!(place.store.tree_line(&ours.desk, gallery).await.is_err());
    assert!(place.store.brothers(&ours.desk, None, None, 9).await.unwrap().rows.is_empty());
    assert!(place.store.brothers(&ours.desk, None, Some(gallery), 9).await.is_err());
    assert!(place.store.events(&ours.desk, 9).await.unwrap().is_empty());
}

async fn of_many_some_are_shown_and_that_there_are_more(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    for number in 1..=12 {
        studio.gallery(&format!("Class {number}")).await;
    }
    let found = studio.store.search(&studio.desk, &wanted("class"), true, 10).await.unwrap();
    assert_eq!((found.galleries.len(), found.more), (10, true));
    let found = studio.store.search(&studio.desk, &wanted("class"), true, 12).await.unwrap();
    assert_eq!((found.galleries.len(), found.more), (12, false));
    assert_eq!(found.galleries[1].name, "Class 2", "as people count");
}

async fn brothers_come_in_pages_in_their_order(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let store = &place.store;
    let mut tops = Vec::new();
    for number in 0..5 {
        tops.push(studio.gallery(&format!("Top {number}")).await);
    }
    let inner = studio.under(tops[1], "Inner").await;
    let last = studio.grant(tops[4]).await;
    store.shift_gallery(&studio.desk, &last, Shift::Up).await.unwrap();
    tops.swap(3, 4);
    let first = store.brothers(&studio.desk, None, None, 2).await.unwrap();
    let ids = |rows: &[store::GalleryRowInTree]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!((ids(&first.rows), first.next), (tops[..2].to_vec(), Some(tops[2])));
    assert_eq!(first.rows.iter().map(|row| row.has_below).collect::<Vec<_>>(), [false, true]);
    let rest = store.brothers(&studio.desk, None, first.next, 3).await.unwrap();
    assert_eq!((ids(&rest.rows), rest.next), (tops[2..].to_vec(), None));
    let below = store.brothers(&studio.desk, Some(tops[1]), None, 3).await.unwrap();
    assert_eq!((ids(&below.rows), below.next), (vec![inner], None));
}

async fn the_way_to_a_gallery_leads_through_all_above_it(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let top = studio.gallery("Top").await;
    let middle = studio.under(top, "Middle").await;
    let low = studio.under(middle, "Low").await;
    assert_eq!(place.store.way_to(&studio.desk, low).await.unwrap(), [top, middle, low]);
    assert_eq!(place.store.way_to(&studio.desk, top).await.unwrap(), [top]);
}

async fn logins_come_in_pages_in_the_order_of_names(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    for (number, name) in ["Zoë", "anna 10", "Anna 9", "Bert", "anna 9"].iter().enumerate() {
        studio.login(name, &format!("7KQM-2XRD-9TF{number}"), &[]).await;
    }
    let names = |logins: &[store::ClientLogin]| logins.iter().map(|login| login.name.clone()).collect::<Vec<_>>();
    let (first, next) = place.store.client_logins(&studio.desk, None, 3).await.unwrap();
    assert_eq!(names(&first), ["Anna 9", "anna 9", "anna 10"]);
    let (rest, end) = place.store.client_logins(&studio.desk, next, 3).await.unwrap();
    assert_eq!((names(&rest), end), (vec!["Bert".to_owned(), "Zoë".to_owned()], None));
}

async fn how_much_there_is_is_counted_up_to_a_limit(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let top = studio.gallery("Top").await;
    studio.gallery("Other").await;
    studio.photo(top, "IMG_1.jpg", noon()).await;
    studio.login("Anna", "7KQM-2XRD-9TFA", &[]).await;
    let size = place.store.studio_size(&studio.desk, 10).await.unwrap();
    assert_eq!((size.galleries, size.photos, size.logins), (2, 1, 1));
    assert_eq!(place.store.studio_size(&studio.desk, 1).await.unwrap().galleries, 1);
}

async fn the_first_visit_and_the_next_ones_are_told_apart(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let gallery = studio.gallery("Summer").await;
    let login = studio.login("Anna", "7KQM-2XRD-9TFA", &[gallery]).await;
    let code = Code::parse("7KQM-2XRD-9TFA").unwrap();
    for minutes in [0, 1, 9, 60] {
        let at = noon() + TimeDelta::minutes(minutes);
        place.store.enter_by_code(Some(&studio.studio), &code, None, at).await.unwrap().unwrap();
    }
    assert!(studio.enter("9KQM-2XRD-9TFZ").await.is_none());
    let link = studio.link(gallery, LinkKind::Open, None).await;
    let session = studio.follow(&link, None).await;
    assert!(studio.follow(&link, Some(&session)).await == session, "who has the key gets no other one");
    studio.follow(&link, None).await;
    let happened: Vec<_> =
        place.store.events(&studio.desk, 9).await.unwrap().into_iter().map(|event| event.what).collect();
    let visit = |first| Happened::Visit { login, name: "Anna".to_owned(), first };
    assert_eq!(happened.len(), 3, "a wrong code is no visit, and one visit is one: {happened:?}");
    assert_eq!(happened.iter().filter(|what| **what == visit(true)).count(), 1);
    assert_eq!(happened.iter().filter(|what| **what == visit(false)).count(), 1);
    assert!(
        happened
            .iter()
            .any(|what| matches!(what, Happened::LinkFollowed { gallery_name, .. } if gallery_name == "Summer"))
    );
    place.store.delete_client_login(&studio.desk, login, noon()).await.unwrap();
    assert_eq!(place.store.events(&studio.desk, 9).await.unwrap().len(), 1, "nothing is told of whom is gone");
}

async fn what_happened_is_forgotten_after_ninety_days(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    studio.login("Anna", "7KQM-2XRD-9TFA", &[]).await;
    studio.enter("7KQM-2XRD-9TFA").await.unwrap();
    place.store.sweep_events(noon() + TimeDelta::days(89)).await.unwrap();
    assert_eq!(place.store.events(&studio.desk, 9).await.unwrap().len(), 1);
    place.store.sweep_events(noon() + TimeDelta::days(90)).await.unwrap();
    assert!(place.store.events(&studio.desk, 9).await.unwrap().is_empty());
}

async fn a_look_at_the_first_page_knows_the_look_before(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let at = |minutes| noon() + TimeDelta::minutes(minutes);
    let look = async |minutes| place.store.note_look(&studio.desk, at(minutes)).await.unwrap();
    assert_eq!(look(0).await, None);
    assert_eq!(look(10).await, None, "the same look");
    assert_eq!(look(60).await, Some(at(0)));
    assert_eq!(look(70).await, Some(at(0)), "still the same look");
    assert_eq!(look(200).await, Some(at(60)));
}
