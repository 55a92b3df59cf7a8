use store::fixtures::{PASSWORD, Scene, Throwaway, hex, noon};
use store::{Error, LinkKind, Queue, Store};

on_both!(
    a_store_opens_again_with_its_own_keys,
    other_keys_are_refused_and_nothing_is_changed,
    of_two_first_starts_with_different_keys_one_is_refused,
    sealed_copies_that_change_places_are_not_opened,
    no_secret_lies_in_the_tables,
    a_flood_of_new_passwords_leaves_room_for_those_who_are_known,
    a_flood_of_passwords_is_turned_away,
);

async fn a_store_opens_again_with_its_own_keys(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[]).await;
    let again = place.open_again().await.unwrap();
    assert_eq!(again.reveal_code(&studio.desk, login).await.unwrap(), "sommer-2026");
    assert!(!again.is_new().await.unwrap());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let file = std::fs::metadata(place.places.data.join("keys")).unwrap();
        assert_eq!(file.permissions().mode() & 0o777, 0o600);
    }
}

/// T25
async fn other_keys_are_refused_and_nothing_is_changed(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[]).await;
    let file = place.places.data.join("keys");
    let right = std::fs::read_to_string(&file).unwrap();
    let wrong = format!("1 {}\n", "5a".repeat(32));
    std::fs::write(&file, wrong).unwrap();
    refused!(place.open_again().await, Error::WrongKeys);
    for broken in ["", "1", "1 5a5a", "x y", "one 5a"] {
        std::fs::write(&file, broken).unwrap();
        refused!(place.open_again().await, Error::Corrupt(_));
    }
    // Lost keys are not replaced by new ones for an old database.
    std::fs::remove_file(&file).unwrap();
    refused!(place.open_again().await, Error::WrongKeys);
    assert!(!file.exists(), "a file that fits nothing was left behind");
    std::fs::write(&file, right).unwrap();
    let store = place.open_again().await.unwrap();
    assert_eq!(store.reveal_code(&studio.desk, login).await.unwrap(), "sommer-2026");
}

/// Two instances that begin at once on one database, each with a data folder of its own.
async fn of_two_first_starts_with_different_keys_one_is_refused(place: Throwaway) {
    if place.places.database_url.is_none() {
        // With SQLite the keys lie beside the file: there is no second folder.
        return;
    }
    place.tamper("delete from installation").await;
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let places = folders.each_ref().map(|folder| {
        let mut places = place.places.clone();
        folder.path().clone_into(&mut places.data);
        places
    });
    let (a, b) = tokio::join!(Store::open(&places[0], noon()), Store::open(&places[1], noon()));
    assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    let loser = if a.is_ok() { &places[1] } else { &places[0] };
    refused!(if a.is_ok() { b } else { a }, Error::WrongKeys);
    let left = std::fs::read_dir(&loser.data).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().contains("keys")), "they fit nothing");
}

/// T25
async fn sealed_copies_that_change_places_are_not_opened(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let (a, b) = (studio.gallery("a").await, studio.gallery("b").await);
    studio.lock(a, "rosenrot").await;
    studio.lock(b, "schneeweiss").await;
    let one = studio.login("Familie Sommer", "sommer-2026", &[]).await;
    let two = studio.login("Familie Wind", "wind-und-meer", &[]).await;
    studio.link(a, LinkKind::Open, None).await;
    studio.link(a, LinkKind::Secure, None).await;
    for swap in [
        "update access_code set sealed = o.sealed from (select id, sealed from access_code) o where o.id <> access_code.id",
        "update gallery set password_sealed = o.password_sealed from (select id, password_sealed from gallery) o
         where o.id <> gallery.id",
        "update link set token_sealed = o.token_sealed from (select id, token_sealed from link) o where o.id <> link.id",
    ] {
        assert_eq!(place.tamper(swap).await, 2);
    }
    let store = &place.store;
    for login in [one, two] {
        refused!(store.reveal_code(&studio.desk, login).await, Error::Corrupt("sealed secret"));
    }
    for gallery in [a, b] {
        let grant = studio.grant(gallery).await;
        refused!(store.gallery_password(&studio.desk, &grant).await, Error::Corrupt("sealed secret"));
    }
    let grant = studio.grant(a).await;
    refused!(store.links(&studio.desk, &grant).await, Error::Corrupt("sealed secret"));
}

/// T26
async fn no_secret_lies_in_the_tables(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let wedding = studio.gallery("Wedding").await;
    studio.lock(wedding, "rosenrot").await;
    studio.login("Familie Sommer", "sommer-2026", &[wedding]).await;
    let link = studio.link(wedding, LinkKind::Open, None).await;
    let token = studio.enter("sommer-2026").await.unwrap();
    let secrets =
        ["rosenrot", "sommer-2026", "SOMMER2026", PASSWORD, &link.reveal(), &token.reveal()].map(str::to_owned);
    // Blobs as hexadecimal digits, which is what `hex` and `encode` give.
    let blobs = if place.places.database_url.is_some() {
        "select encode(idx, 'hex') || encode(sealed, 'hex') from access_code
         union all select encode(password_index, 'hex') || encode(password_sealed, 'hex') from gallery
         union all select encode(token_hash, 'hex') || encode(token_sealed, 'hex') from link
         union all select encode(token_hash, 'hex') from session
         union all select password_hash from member"
    } else {
        "select hex(idx) || hex(sealed) from access_code
         union all select hex(password_index) || hex(password_sealed) from gallery
         union all select hex(token_hash) || hex(token_sealed) from link
         union all select hex(token_hash) from session
         union all select password_hash from member"
    };
    let rows = place.texts(blobs).await;
    assert_eq!(rows.len(), 5);
    for row in rows {
        for secret in &secrets {
            let hex = hex(secret.as_bytes());
            let row = row.to_lowercase();
            assert!(!row.contains(&secret.to_lowercase()) && !row.contains(&hex), "{secret}");
        }
    }
}

/// T23
async fn a_flood_of_new_passwords_leaves_room_for_those_who_are_known(place: Throwaway) {
    let passwords = place.store.passwords();
    let flood = futures::future::join_all((0..100).map(|_| passwords.hash(PASSWORD, Queue::Strangers)));
    let (flood, known) = tokio::join!(flood, passwords.hash(PASSWORD, Queue::Known));
    assert!(flood.iter().any(|it| matches!(it, Err(Error::Busy))));
    assert!(known.is_ok());
}

/// T23
async fn a_flood_of_passwords_is_turned_away(place: Throwaway) {
    let studio = Scene::first(&place.store, "nordlicht").await;
    let email = domain::studio::Email::parse("anna@nordlicht.example").unwrap();
    let tries = (0..100).map(|_| place.store.member_by_password(Some(&email), "a wrong password", Queue::Strangers));
    let tries = futures::future::join_all(tries).await;
    let busy = tries.iter().filter(|it| matches!(it, Err(Error::Busy))).count();
    let wrong = tries.iter().filter(|it| matches!(it, Ok(None))).count();
    assert_eq!(busy + wrong, 100);
    assert!(busy > 0 && wrong > 0, "{busy} busy, {wrong} wrong");
    // Afterwards there is room again.
    let found = place.store.member_by_password(Some(&email), PASSWORD, Queue::Strangers).await.unwrap();
    assert_eq!(found, Some(studio.desk.member()));
}
