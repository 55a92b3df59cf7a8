//! Addresses that are nearly right, and those that are not at all.

use std::convert::Infallible;

use axum::body::Body;
use bytes::Bytes;
use http::{Method, Request, StatusCode};
use store::LinkKind;
use store::fixtures::all_rows;
use tower::ServiceExt;

use crate::browser::{PUBLIC_URL, TestHouse};

#[tokio::test]
async fn a_slash_at_the_end_leads_to_the_address_without_it() {
    let house = TestHouse::new().await;
    house.scene().await;
    for (asked, clean) in [("/nordlicht/", "/nordlicht"), ("/studio/nordlicht/", "/studio/nordlicht")] {
        let answer = house.browser().get(asked).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::PERMANENT_REDIRECT, clean), "{asked}");
    }
    let mut browser = house.browser();
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    assert_eq!(browser.post("/nordlicht/", &[]).await.location(), "", "a form is not sent on");
}

// B52
#[tokio::test]
async fn no_address_of_ours_leads_to_another_host() {
    let house = TestHouse::new().await;
    for asked in
        ["//evil.example/", "//evil.example//", "///evil.example/", "/\\evil.example/", "//", "//evil.example/a/"]
    {
        let answer = house.browser().get(asked).await;
        assert_eq!(answer.headers.get("location"), None, "{asked}");
    }
}

// S32
#[tokio::test]
async fn what_is_in_no_table_looks_like_everything_else_that_is_not_there() {
    let house = TestHouse::new().await;
    let absent = house.browser().get("/nowhere/overview").await;
    assert!(absent.status == StatusCode::NOT_FOUND && absent.body.contains("<h1>"), "{}", absent.body);
    for path in ["/nowhere/a/b/c/d", "/nowhere/wp-login.php", "/nowhere/g"] {
        let answer = house.browser().get(path).await;
        assert_eq!((answer.status, &answer.body), (StatusCode::NOT_FOUND, &absent.body), "{path}");
        assert_eq!(answer.headers["content-security-policy"].len(), absent.headers["content-security-policy"].len());
    }
}

#[tokio::test]
async fn another_name_of_this_machine_leads_to_the_one_whose_forms_count() {
    let house = TestHouse::new().await;
    let mut browser = house.browser();
    let mut asked = async |host: &str, path: &str| {
        let answer = browser.send(Method::GET, path, &[("host", host)], Vec::new()).await;
        (answer.status, answer.headers.get("location").map(|to| to.to_str().unwrap().to_owned()))
    };
    for host in ["localhost:3000", "[::1]:3000"] {
        let (status, to) = asked(host, "/sign-in?a=1").await;
        assert_eq!((status, to.unwrap()), (StatusCode::TEMPORARY_REDIRECT, format!("{PUBLIC_URL}/sign-in?a=1")));
        let (_, to) = asked(host, "//evil.example").await;
        assert_eq!(to.unwrap(), format!("{PUBLIC_URL}//evil.example"), "it stays ours");
    }
    for host in ["127.0.0.1:3000", "localhost:8080", "localhost.evil.example:3000", "pictures.example"] {
        assert_eq!(asked(host, "/sign-in").await, (StatusCode::OK, None), "{host}");
    }
}

// S16
#[tokio::test]
async fn asking_about_a_link_does_not_follow_it() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let link = scene.link(summer, LinkKind::Open, None).await;
    let path = format!("/nordlicht/l/{}", link.reveal().as_str());
    let before = all_rows(&house.store).await;
    let asked = house.browser().send(Method::HEAD, &path, &[], Vec::new()).await;
    let nothing = house.browser().send(Method::HEAD, "/nordlicht/l/x", &[], Vec::new()).await;
    assert_eq!((asked.status, &asked.headers), (nothing.status, &nothing.headers));
    assert_eq!(all_rows(&house.store).await, before);
    house.browser().get(&path).await;
    assert_ne!(all_rows(&house.store).await, before, "following it is what makes a session");
}

// S16, T35
#[tokio::test]
async fn an_address_that_can_be_read_in_two_ways_runs_no_page() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let summer = scene.gallery("Summer").await;
    let link = scene.link(summer, LinkKind::Open, None).await;
    let token = link.reveal();
    let before = all_rows(&house.store).await;
    for beginning in [
        "/pkg/%2e%2e/nordlicht/l/",
        "/pkg/.%2E/nordlicht/l/",
        "/pkg/../nordlicht/l/",
        "/nordlicht/%2e/l/",
        "/nordlicht/l/./",
        "//nordlicht/l/",
        "/nordlicht//l/",
        "/nordlicht/l//",
        "/nordlicht\\l\\",
        "/nordlicht/l\\",
        "/x\\..\\nordlicht\\l\\",
        "/nordlicht%5cl%5c",
        "/nordlicht%2fl%2f",
        "/nordlicht/l%2f",
        "/nordlicht/%6c/",
    ] {
        for end in ["", "//"] {
            let path = format!("{beginning}{}{end}", token.as_str());
            for method in [Method::GET, Method::HEAD] {
                let asked = house.browser().send(method.clone(), &path, &[("accept", "text/html")], Vec::new()).await;
                // Who asks about a link by its form is answered before anything is read.
                let told = method == Method::HEAD && asked.status == StatusCode::NO_CONTENT;
                assert!(told || asked.status == StatusCode::NOT_FOUND, "{method} {path} {}", asked.status);
                assert_eq!(asked.headers.get("set-cookie"), None, "{method} {path}");
                assert_eq!(all_rows(&house.store).await, before, "{method} {path}");
            }
        }
    }
}

#[tokio::test]
async fn a_form_that_is_too_long_is_told_so_however_it_is_sent() {
    let house = TestHouse::new().await;
    let chunks = futures::stream::iter((0..1024).map(|_| Ok::<_, Infallible>(Bytes::from_static(&[b'x'; 4096]))));
    let request = Request::post("/api/language").header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Body::from_stream(chunks)).unwrap();
    let answer = house.browser().router.oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
}
