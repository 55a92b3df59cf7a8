//! T32: whatever changes something is refused unless one of our own pages sent it.

use http::{Method, StatusCode};
use store::fixtures::all_rows;

use crate::browser::TestHouse;

#[tokio::test]
async fn a_foreign_page_can_call_no_function_whatever_it_sends() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut owner = house.owner_of("anna@nordlicht.example").await;
    let before = all_rows(&house.store).await;
    let functions: Vec<(String, Method)> =
        server_fn::axum::server_fn_paths().map(|(path, method)| (path.to_owned(), method)).collect();
    assert!(functions.len() > 15, "the functions are not registered");
    for (path, method) in functions.iter().map(|(path, method)| (path.as_str(), method.clone())).chain([
        ("/api/studio/logo", Method::POST),
        ("/api/uploads", Method::POST),
        ("/api/uploads/nordlicht/x/0", Method::PUT),
        ("/api/uploads/nordlicht/x/complete", Method::POST),
    ]) {
        assert!(matches!(method, Method::POST | Method::PUT), "{path} takes secrets or writes: never GET");
        for kind in ["application/x-www-form-urlencoded", "text/plain", "application/json", "multipart/form-data", ""] {
            for (name, value) in [
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-site", "same-site"),
                ("origin", "https://evil.example"),
                ("origin", "null"),
            ] {
                let headers = [("content-type", kind), (name, value)];
                let answer = owner.send(method.clone(), path, &headers, b"studio=nordlicht".to_vec()).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {kind} {name} {value}");
            }
        }
    }
    assert_eq!(all_rows(&house.store).await, before, "something was written all the same");
}

// B28
#[tokio::test]
async fn a_forged_host_leads_nowhere() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut browser = house.browser();
    browser.referer = Some("https://evil.example/".to_owned());
    let answer = browser.enter("nordlicht", "AAAA-AAAA-AAAA").await;
    assert!(!answer.headers["location"].to_str().unwrap().contains("evil"));
}
