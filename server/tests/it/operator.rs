//! What an operator does at the machine, beside a running server.

use std::path::Path;
use std::process::{Command, Output};

use http::StatusCode;

use crate::browser::{PUBLIC_URL, TestHouse};

fn reset(data: &Path, email: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_passepartout"))
        .args(["member", "reset", email])
        .env_clear()
        .env("DATA_DIR", data)
        .env("PUBLIC_URL", PUBLIC_URL)
        .output()
        .unwrap()
}

#[tokio::test]
async fn the_operator_prints_a_link_for_a_forgotten_password_and_it_works_once() {
    let house = TestHouse::new().await;
    house.scene().await;
    let printed = reset(&house.places.data, "Anna@Nordlicht.example");
    assert!(printed.status.success(), "{printed:?}");
    let line = String::from_utf8(printed.stdout).unwrap();
    let path = line.trim().strip_prefix(PUBLIC_URL).expect("a link to this installation").to_owned();
    assert!(!String::from_utf8_lossy(&printed.stderr).contains(path.rsplit('/').next().unwrap()), "in the log");
    let mut browser = house.browser();
    assert_eq!(browser.get(&path).await.location(), "/reset");
    assert_eq!(browser.get("/reset").await.status, StatusCode::OK);
    let mut late = browser.clone();
    let fields = [("email", "anna@nordlicht.example"), ("password", "quite another sentence")];
    assert_eq!(browser.post("/api/password/reset", &fields).await.location(), "/studios");
    assert_eq!(browser.get("/studio/nordlicht").await.status, StatusCode::OK);
    assert_eq!(late.call("/api/password/reset", &fields).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn for_nobody_and_nowhere_there_is_no_link_and_no_new_installation() {
    let house = TestHouse::new().await;
    house.scene().await;
    let empty = tempfile::tempdir().unwrap();
    for (data, email, said) in [
        (house.places.data.as_path(), "nobody@nordlicht.example", "nobody signs in with"),
        (house.places.data.as_path(), "not an e-mail", "nobody signs in with"),
        (empty.path(), "anna@nordlicht.example", "no installation has its keys"),
    ] {
        let printed = reset(data, email);
        assert!(!printed.status.success() && printed.stdout.is_empty(), "{printed:?}");
        assert!(String::from_utf8_lossy(&printed.stderr).contains(said), "{printed:?}");
    }
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}

fn connection_codes(data: &Path, address: &str, switch: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_passepartout"))
        .args(["studio", "connection-codes", address, switch])
        .env_clear()
        .env("DATA_DIR", data)
        .output()
        .unwrap()
}

// S45
#[tokio::test]
async fn the_operator_allows_a_studio_its_connection_codes_and_forbids_them_again() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let job = scene.photo_job("Autumn 2026").await;
    let allowed = async || house.store.connection(&scene.desk, job).await.unwrap().allowed;
    assert!(!allowed().await, "off until the operator allows it");
    for (switch, on) in [("on", true), ("off", false)] {
        let printed = connection_codes(&house.places.data, "nordlicht", switch);
        assert!(printed.status.success(), "{printed:?}");
        assert_eq!(allowed().await, on);
    }
    let printed = connection_codes(&house.places.data, "nowhere", "on");
    assert!(String::from_utf8_lossy(&printed.stderr).contains("no studio has the address nowhere"), "{printed:?}");
    assert!(!connection_codes(&house.places.data, "nordlicht", "perhaps").status.success());
}
