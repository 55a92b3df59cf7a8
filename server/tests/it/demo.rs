//! The demo's studio, as it is before the first photograph is prepared.

use store::fixtures::{Throwaway, noon};

// S60, S83
#[tokio::test]
async fn the_demo_has_every_kind_of_thing_that_there_is_to_try() {
    let place = Throwaway::sqlite().await;
    let told = server::demo::make(&place.store, &place.places.data, "http://127.0.0.1:3000", noon()).await.unwrap();
    for (what, question, least) in [
        ("photographs", "select count(distinct sha256) from photo", 24),
        ("galleries in galleries", "select count(*) from gallery where parent_id is not null", 3),
        ("galleries with navigation on", "select count(*) from gallery where navigation = 1", 1),
        ("galleries with navigation off", "select count(*) from gallery where navigation = 0", 1),
        ("galleries with a password", "select count(*) from gallery where password_active = 1", 1),
        ("secure links", "select count(*) from link where kind = 'secure'", 1),
        ("client logins", "select count(*) from client_login", 3),
        ("releases", "select count(*) from release", 3),
        ("children of a school", "select count(*) from subject where first_name <> '' and last_name <> ''", 300),
        ("classes", "select count(*) from job_group", 10),
        ("children that share a name", "select count(*) from photo_job where homonyms = 1", 1),
        ("codes of a school", "select count(*) from access_code where kind in ('staff', 'connection', 'subject')", 302),
    ] {
        assert!(place.number(question).await >= least, "{what}");
    }
    // Everything to try them with is told, once, and the same at the next start.
    let codes = told.lines().filter(|line| line.split_whitespace().any(is_a_code)).count();
    assert!(codes >= 3, "{told}");
    assert!(told.contains("anna@nordlicht.example") && told.contains("/nordlicht/l/"), "{told}");
    assert!(told.contains("all parents, who then type") && told.contains("/studio/nordlicht/jobs/"), "{told}");
    let again = server::demo::make(&place.store, &place.places.data, "http://127.0.0.1:3000", noon()).await.unwrap();
    assert_eq!(again, told);
}

/// `7KQM-2XRD-9TFA`
fn is_a_code(word: &str) -> bool {
    word.len() == 14 && domain::code::check_symbol(word) == domain::code::Typed::Plausible
}
