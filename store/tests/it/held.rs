use chrono::TimeDelta;
use store::fixtures::{Throwaway, hex, noon};

/// Needs no database; one is enough.
const DOOR: [&str; 2] = ["studio", "nordlicht"];

#[tokio::test]
async fn what_was_typed_opens_at_its_own_door_for_a_quarter_of_an_hour() {
    let place = Throwaway::sqlite().await;
    let sealed = place.store.hold("7KQM 2xrd–9tfa ", &DOOR, noon()).unwrap();
    let open = |door: &[&str], milliseconds| {
        let held = place.store.held(&sealed, door, noon() + TimeDelta::milliseconds(milliseconds));
        held.map(|typed| typed.to_string())
    };
    assert_eq!(open(&DOOR, 0).as_deref(), Some("7KQM 2xrd–9tfa "), "as it was typed");
    assert!(open(&DOOR, 900_000).is_some() && open(&DOOR, 900_001).is_none() && open(&DOOR, -1).is_none());
    for other in [&["studio", "meerblick"][..], &["gallery", "nordlicht"], &["studion", "ordlicht"], &["studio"], &[]] {
        assert_eq!(open(other, 0), None, "{other:?}");
    }
    let elsewhere = Throwaway::sqlite().await;
    assert!(elsewhere.store.held(&sealed, &DOOR, noon()).is_none());
}

#[tokio::test]
async fn nothing_of_it_can_be_read_or_changed() {
    let place = Throwaway::sqlite().await;
    let sealed = place.store.hold("rosenrot", &DOOR, noon()).unwrap();
    assert!(!sealed.contains(&hex(b"rosenrot")));
    assert_ne!(
        place.store.hold("rosenrot", &DOOR, noon()).unwrap(),
        sealed,
        "the same twice tells that it is the same"
    );
    for at in 0..sealed.len() {
        let mut forged = sealed.clone().into_bytes();
        forged[at] = if forged[at] == b'0' { b'1' } else { b'0' };
        assert!(place.store.held(std::str::from_utf8(&forged).unwrap(), &DOOR, noon()).is_none(), "sign {at}");
    }
    for bad in ["", "0", "zz", &sealed[2..], &sealed[..48], &sealed.to_uppercase(), &format!("{sealed}00"), "ä"] {
        assert!(place.store.held(bad, &DOOR, noon()).is_none(), "{bad}");
    }
}

#[tokio::test]
async fn nothing_is_kept_of_what_is_nothing_or_too_long_to_be_right() {
    let place = Throwaway::sqlite().await;
    let length = |typed: &str| place.store.hold(typed, &DOOR, noon()).map(|sealed| sealed.len());
    assert_eq!((length(""), length(&"A".repeat(513))), (None, None));
    assert_eq!((length("A"), length(&"A".repeat(512))), (Some(98), Some(1120)));
}
