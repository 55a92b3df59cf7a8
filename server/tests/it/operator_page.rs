//! The operator's page: whoever runs the installation switches connection codes there (S44, S45, S46), and nobody else finds it.

use std::process::{Command, Output};

use chrono::TimeDelta;
use futures::future::join_all;
use http::{Method, StatusCode};
use store::fixtures::{Scene, School, all_rows};
use store::{JobCode, SessionToken};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

const ENTER: &str = "/api/operator/enter";
const SWITCH: &str = "/api/operator/connection_codes";
const ALLOW: [(&str, &str); 2] = [("studio", "nordlicht"), ("switch", "on")];
const FORBID: [(&str, &str); 3] = [("studio", "nordlicht"), ("switch", "off"), ("jobs", "1")];
const PARENTS: &str = "LINDENHOF-2026-HERBST";

/// The program, beside the server.
fn program(house: &TestHouse, words: &[&str]) -> Output {
    let data = &house.places.data;
    let mut program = Command::new(env!("CARGO_BIN_EXE_passepartout"));
    program.args(words).env_clear().env("DATA_DIR", data).env("PUBLIC_URL", PUBLIC_URL).output().unwrap()
}

/// A link to the operator's page by the manual clock of this house: its path.
async fn link(house: &TestHouse) -> String {
    let ticket = house.store.make_operator_ticket(house.clock.now()).await.unwrap();
    format!("/operator/enter/{}", ticket.reveal().as_str())
}

/// A browser in which a link was used.
async fn operator(house: &TestHouse) -> Browser {
    let mut browser = house.browser();
    browser.referer = Some(format!("{PUBLIC_URL}/operator/enter"));
    browser.get(&link(house).await).await;
    assert_eq!(browser.post(ENTER, &[]).await.location(), "/operator");
    browser
}

async fn allowed(scene: &Scene<'_>, school: &School) -> bool {
    scene.store.connection(&scene.desk, school.job).await.unwrap().allowed
}

/// A published job with a code for all parents.
async fn school(scene: &Scene<'_>) -> School {
    let school = scene.school().await;
    scene.job_code(school.job, JobCode::Connection, PARENTS).await;
    school
}

/// What a browser says in one sentence after it pressed the button.
fn told(answer: &Answer) -> Option<&str> {
    let (_, rest) = answer.body.split_once("role=\"alert\"")?;
    rest.split(['<', '>']).nth(1)
}

// S45
#[tokio::test]
async fn the_program_prints_a_link_that_opens_the_page_once_by_the_button_alone() {
    let house = TestHouse::new().await;
    house.scene().await;
    let before = all_rows(&house.store).await;
    let printed = program(&house, &["operator", "link"]);
    assert!(printed.status.success(), "{printed:?}");
    let line = String::from_utf8(printed.stdout).unwrap();
    let path = line.trim().strip_prefix(PUBLIC_URL).expect("a link to this installation").to_owned();
    let secret = path.strip_prefix("/operator/enter/").expect("the address of the door").to_owned();
    assert!(secret.len() == 64 && !String::from_utf8_lossy(&printed.stderr).contains(&secret), "in the log");
    let made = all_rows(&house.store).await;
    assert_ne!(made, before);
    for method in [Method::GET, Method::HEAD] {
        for _ in 0..3 {
            let mut scanner = house.browser();
            let opened = scanner.send(method.clone(), &path, &[("accept", "text/html")], Vec::new()).await;
            assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, "/operator/enter"));
            assert_eq!(opened.headers["referrer-policy"], "no-referrer");
            assert_eq!(opened.headers["cache-control"], "no-store");
            let door = scanner.get("/operator/enter").await;
            assert!(door.status == StatusCode::OK && !door.body.contains(&secret));
            assert_eq!(scanner.get("/operator").await.status, StatusCode::NOT_FOUND, "opening is not pressing");
        }
    }
    assert_eq!(all_rows(&house.store).await, made, "a look uses nothing up");
    let mut browser = house.browser();
    browser.get(&path).await;
    let mut late = browser.clone();
    let entered = browser.post(ENTER, &[]).await;
    assert_eq!(entered.location(), "/operator");
    let cookies: Vec<_> = entered.headers.get_all("set-cookie").iter().map(|it| it.to_str().unwrap()).collect();
    let cookie = cookies.iter().find(|cookie| cookie.starts_with("operator=")).expect("a session");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/;"),
        "{cookie}"
    );
    assert!(!browser.cookies.contains_key("letter"), "the link is kept after it was used");
    let page = browser.get("/operator").await;
    assert_eq!((page.status, &page.headers["cache-control"]), (StatusCode::OK, &"no-store".parse().unwrap()));
    assert!(page.headers["x-robots-tag"].to_str().unwrap().contains("noindex"));
    assert!(page.body.contains("Atelier Nordlicht") && page.body.contains("/nordlicht"));
    assert_eq!(late.call(ENTER, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(late.get("/operator").await.status, StatusCode::NOT_FOUND);
}

// S45
#[tokio::test]
async fn a_link_that_is_wrong_used_or_too_old_is_told_in_one_and_the_same_sentence() {
    let house = TestHouse::new().await;
    house.scene().await;
    let fresh = house.browser().get("/operator/enter").await.body;
    let used = link(&house).await;
    let mut first = house.browser();
    first.get(&used).await;
    first.post(ENTER, &[]).await;
    assert_eq!(first.get("/operator/enter").await.body, fresh, "the door looks the same from inside");
    let old = link(&house).await;
    house.clock.advance(TimeDelta::minutes(15));
    let mut said = Vec::new();
    for path in [used, old, format!("/operator/enter/{}", "0".repeat(64)), "/operator/enter/x".to_owned()] {
        let mut browser = house.browser();
        browser.referer = Some(format!("{PUBLIC_URL}/operator/enter"));
        let opened = browser.get(&path).await;
        assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, "/operator/enter"), "{path}");
        assert_eq!(browser.get("/operator/enter").await.body, fresh, "{path}");
        let back = browser.post(ENTER, &[]).await.location().to_owned();
        assert!(!browser.cookies.contains_key("operator"), "{path}");
        let page = browser.get(&back).await;
        said.push((back, told(&page).expect("a sentence").to_owned()));
    }
    assert!(said[0].1.contains("This link opens nothing, or no longer."), "{said:?}");
    assert!(said.iter().all(|one| *one == said[0]), "{said:?}");
}

// S45
#[tokio::test]
async fn who_tries_links_again_and_again_is_slow_and_shuts_nobody_else_out() {
    let house = TestHouse::new().await;
    house.scene().await;
    let path = link(&house).await;
    let mut guessing = house.browser();
    guessing.get(&format!("/operator/enter/{}", "0".repeat(64))).await;
    for _ in 0..10 {
        assert_eq!(guessing.call(ENTER, &[]).await.status, StatusCode::FORBIDDEN);
    }
    guessing.get(&path).await;
    assert_eq!(
        guessing.call(ENTER, &[]).await.status,
        StatusCode::TOO_MANY_REQUESTS,
        "and the right link is not used up"
    );
    // A flood from many networks, more than any other door would bear: this one is nobody's to close.
    let flood = |place| {
        let mut flood = house.browser();
        flood.address = [198, 51, place, 1];
        async move {
            for _ in 0..10 {
                assert_eq!(flood.call(ENTER, &[]).await.status, StatusCode::FORBIDDEN);
            }
        }
    };
    join_all((0..15).map(flood)).await;
    let mut elsewhere = house.browser();
    elsewhere.address = [203, 0, 113, 1];
    elsewhere.get(&path).await;
    assert_eq!(elsewhere.post(ENTER, &[]).await.location(), "/operator");
}

// S45
#[tokio::test]
async fn for_everybody_else_the_page_is_like_one_that_never_was() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene).await;
    let mut client = house.browser();
    client.enter("nordlicht", PARENTS).await;
    assert!(client.cookies.contains_key("guest"));
    let member = house.owner_of("anna@nordlicht.example").await;
    // Their secrets are nothing under the operator's name, either.
    let renamed = |browser: &Browser, of: &str| {
        let mut other = house.browser();
        other.cookies.insert("operator".to_owned(), browser.cookies[of].clone());
        other
    };
    let others = [
        ("a stranger", house.browser()),
        ("a member's session as the operator's", renamed(&member, "studio")),
        ("a client's session as the operator's", renamed(&client, "guest")),
        ("a link as a session", {
            let mut browser = house.browser();
            let secret = link(&house).await.rsplit('/').next().unwrap().to_owned();
            browser.cookies.insert("operator".to_owned(), secret);
            browser
        }),
        ("a member", member),
        ("a client", client),
    ];
    for (who, mut browser) in others {
        let nothing = browser.get("/nowhere-at-all").await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
        for path in ["/operator", "/operator?from=7s0f", "/operator/forbid/nordlicht", "/operator/forbid/nowhere"] {
            let answer = browser.get(path).await;
            assert_eq!((answer.status, answer.body), (StatusCode::NOT_FOUND, nothing.body.clone()), "{who} at {path}");
        }
        for (path, fields) in
            [(SWITCH, &FORBID[..]), (SWITCH, &FORBID[..2]), (SWITCH, &ALLOW), ("/api/operator/leave", &[])]
        {
            assert_eq!(browser.call(path, fields).await.status, StatusCode::NOT_FOUND, "{who} at {path}");
        }
        assert!(allowed(&scene, &school).await, "{who}");
    }
}

// S45
#[tokio::test]
async fn a_session_that_was_left_ended_or_is_eight_hours_old_opens_nothing() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene).await;
    let is_out = async |browser: &mut Browser| {
        assert_eq!(browser.get("/operator").await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.call(SWITCH, &FORBID).await.status, StatusCode::NOT_FOUND);
        assert!(allowed(&scene, &school).await);
    };
    let mut left = operator(&house).await;
    let kept = left.clone();
    let answer = left.post("/api/operator/leave", &[]).await;
    assert_eq!(answer.location(), "/operator/enter");
    assert!(answer.headers["clear-site-data"].to_str().unwrap().contains("cache"));
    assert!(!left.cookies.contains_key("operator"));
    for mut browser in [left, kept] {
        is_out(&mut browser).await;
    }
    let mut ended = operator(&house).await;
    let unused = link(&house).await;
    let done = program(&house, &["operator", "end"]);
    assert!(done.status.success(), "{done:?}");
    is_out(&mut ended).await;
    ended.get(&unused).await;
    assert_eq!(ended.call(ENTER, &[]).await.status, StatusCode::FORBIDDEN, "a link that nobody used is over, too");
    let mut old = operator(&house).await;
    house.clock.advance(TimeDelta::hours(8) - TimeDelta::milliseconds(1));
    assert_eq!(old.get("/operator").await.status, StatusCode::OK);
    house.clock.advance(TimeDelta::milliseconds(1));
    is_out(&mut old).await;
    let kept = async || all_rows(&house.store).await["operator_session"].len();
    assert_eq!(kept().await, 1);
    house.worker().tidy(house.clock.now()).await;
    assert_eq!(kept().await, 0, "and what has ended is swept away");
    // Whoever comes in anew in the same browser leaves no session behind.
    let mut twice = operator(&house).await;
    let before = twice.clone();
    twice.get(&link(&house).await).await;
    assert_eq!(twice.post(ENTER, &[]).await.location(), "/operator");
    is_out(&mut before.clone()).await;
}

// S45
#[tokio::test]
async fn the_operator_s_cookie_opens_nothing_of_any_studio() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer").await;
    let photo = scene.photo(gallery, "IMG_1.jpg", house.clock.now()).await;
    let mut operator = operator(&house).await;
    let token: SessionToken = SessionToken::parse(&operator.cookies["operator"]).unwrap();
    assert!(house.store.member(&token, house.clock.now()).await.unwrap().is_none());
    for path in ["/studio/nordlicht", "/studios", "/account"] {
        assert_eq!(operator.get(path).await.location(), "/sign-in", "{path}");
    }
    let own = format!("/nordlicht/g/{gallery}");
    let bytes = format!("/m/{photo}/m");
    for path in ["/nordlicht/overview", &own, &bytes] {
        assert_eq!(operator.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let rename = [("studio", "nordlicht"), ("gallery", &*gallery.to_string()), ("name", "Mine")];
    assert_eq!(operator.call("/api/galleries/rename", &rename).await.status, StatusCode::UNAUTHORIZED);
}

// S45
#[tokio::test]
async fn a_form_of_a_foreign_page_switches_nothing() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene).await;
    let mut operator = operator(&house).await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")] {
        for path in [SWITCH, ENTER, "/api/operator/leave"] {
            let headers = [("content-type", "application/x-www-form-urlencoded"), (name, value)];
            let body = b"studio=nordlicht&switch=off&jobs=1".to_vec();
            let answer = operator.send(Method::POST, path, &headers, body).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {name} {value}");
        }
    }
    assert!(allowed(&scene, &school).await);
    assert_eq!(operator.get("/operator").await.status, StatusCode::OK);
}

// S44, S45, S46
#[tokio::test]
async fn forbidding_says_first_what_ends_and_then_the_code_opens_nothing_at_once() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = school(&scene).await;
    let mut parent = house.browser();
    parent.enter("nordlicht", PARENTS).await;
    let find = format!("/nordlicht/find/{}?read=yes", school.job);
    assert_eq!(parent.get(&find).await.status, StatusCode::OK);
    let mut operator = operator(&house).await;
    let page = operator.get("/operator").await.body;
    assert!(page.contains("1 member") && page.contains("1 photo job") && page.contains("are allowed"), "{page}");
    for hidden in ["Anna", "Lindenhof", "Müller", "Autumn"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    // Nothing is done before it was told what would be.
    let asked = operator.post(SWITCH, &FORBID[..2]).await.location().to_owned();
    assert_eq!(asked, "/operator/forbid/nordlicht");
    let question = operator.get(&asked).await.body;
    assert!(
        question.contains("1 photo job has such a code.") && question.contains("name=\"jobs\" value=\"1\""),
        "{question}"
    );
    assert!(allowed(&scene, &school).await);
    // It is another number by now.
    operator.referer = Some(format!("{PUBLIC_URL}{asked}"));
    let other = scene.photo_job("Another").await;
    scene.job_code(other, JobCode::Connection, "all-parents-41-xqz").await;
    let back = operator.post(SWITCH, &FORBID).await.location().to_owned();
    assert!(back.starts_with(&asked), "{back}");
    let question = operator.get(&back).await.body;
    assert!(question.contains("changed this meanwhile") && question.contains("2 photo jobs have"), "{question}");
    assert!(allowed(&scene, &school).await);
    let shown = [FORBID[0], FORBID[1], ("jobs", "2")];
    assert_eq!(operator.post(SWITCH, &shown).await.location(), "/operator?did=off");
    assert!(!allowed(&scene, &school).await);
    assert_eq!(parent.get(&find).await.status, StatusCode::NOT_FOUND, "whoever was in is out");
    let refused = house.browser().call("/api/front_door", &[("studio", "nordlicht"), ("code", PARENTS)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    // There is nothing left to forbid.
    assert_eq!(operator.get(&asked).await.location(), "/operator");
    let page = operator.get("/operator?did=off").await.body;
    assert!(page.contains("are not allowed") && page.contains("Codes for all parents are forbidden."), "{page}");
    // And the way back is one press.
    assert_eq!(operator.post(SWITCH, &ALLOW).await.location(), "/operator?did=on");
    assert_eq!(parent.get(&find).await.status, StatusCode::OK);
    for (fields, why) in [
        ([("studio", "nowhere"), ("switch", "on")], "no such studio"),
        ([("studio", "nordlicht"), ("switch", "perhaps")], "no such switch"),
    ] {
        assert_eq!(operator.call(SWITCH, &fields).await.status, StatusCode::NOT_FOUND, "{why}");
    }
}

// S45
#[tokio::test]
async fn page_and_program_do_the_same_and_both_are_written_down() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let school = scene.school().await;
    let mut operator = operator(&house).await;
    assert!(operator.get("/operator").await.body.contains("Nothing yet"));
    let mut by_both = Vec::new();
    for (switch, fields) in [("on", &ALLOW[..]), ("off", &[FORBID[0], FORBID[1], ("jobs", "0")])] {
        operator.post(SWITCH, fields).await;
        let by_page = allowed(&scene, &school).await;
        let undone = if switch == "on" { "off" } else { "on" };
        for word in [undone, switch] {
            assert!(program(&house, &["studio", "connection-codes", "nordlicht", word]).status.success());
        }
        by_both.push((by_page, allowed(&scene, &school).await));
        house.clock.advance(TimeDelta::minutes(1));
    }
    assert_eq!(by_both, [(true, true), (false, false)]);
    let page = operator.get("/operator").await.body;
    let acts = page.split("What was done last").nth(1).unwrap();
    let count = |what: &str| acts.matches(what).count();
    assert_eq!(count("<li>"), 6, "{acts}");
    assert_eq!((count("on this page"), count("with the program on the server")), (2, 4), "{acts}");
    assert_eq!((count("parents allowed"), count("parents forbidden")), (3, 3), "{acts}");
}

// S45
#[tokio::test]
async fn of_many_studios_a_hundred_stand_on_a_page() {
    let house = TestHouse::new().await;
    house.scene().await;
    for number in 0..100 {
        let studio = store::fixtures::a_studio(&format!("further-{number}"));
        house.store.open_studio(&studio, house.clock.now()).await.unwrap();
    }
    let mut operator = operator(&house).await;
    let first = operator.get("/operator").await.body;
    let buttons = |page: &str| page.matches("name=\"switch\"").count();
    assert_eq!(buttons(&first), 100);
    let from = first.split("/operator?from=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let second = operator.get(&format!("/operator?from={from}")).await.body;
    assert_eq!(buttons(&second), 1);
    assert!(second.contains("From the beginning") && !second.contains("?from="));
    let nowhere = operator.get("/operator?from=00000000000000000000000000").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

// S45
#[tokio::test]
async fn the_operator_s_page_speaks_german_too() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    school(&scene).await;
    let mut operator = operator(&house).await;
    operator.cookies.insert("lang".to_owned(), "de".to_owned());
    for (path, said) in [
        ("/operator", "1 Fotoauftrag"),
        ("/operator/enter", "Seite öffnen"),
        ("/operator/forbid/nordlicht", "1 Fotoauftrag hat einen solchen Code."),
    ] {
        assert!(operator.get(path).await.body.contains(said), "{path}");
    }
}
