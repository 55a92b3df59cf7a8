use chrono::TimeDelta;
use domain::code::Code;
use domain::device::Device;
use domain::gallery::{LoginName, Note};
use store::fixtures::{Scene, Throwaway, noon};
use store::{ClientLoginDetails, Reveal};

on_both!(a_code_that_was_saved_is_read_for_ten_minutes_by_the_session_that_saved_it_and_no_later_code_is);

/// S9; SECURITY section 5
async fn a_code_that_was_saved_is_read_for_ten_minutes_by_the_session_that_saved_it_and_no_later_code_is(
    place: Throwaway,
) {
    let (store, studio) = (&place.store, Scene::first(&place.store, "nordlicht").await);
    let login = studio.login("Familie Sommer", "sommer-2026", &[]).await;
    let start = || store.start_member_session(studio.desk.member(), Device::UNKNOWN, noon());
    let (here, there) = (start().await.unwrap(), start().await.unwrap());
    let shown = async |session, why, minutes| {
        let then = noon() + TimeDelta::minutes(minutes);
        store.revealed_code(&studio.desk, session, login, why, then).await.unwrap()
    };
    store.allow_reveal(&studio.desk, &here, login, Reveal::Saved, noon()).await.unwrap();
    assert_eq!(shown(&here, Reveal::Saved, 9).await.as_deref(), Some("sommer-2026"));
    assert_eq!(shown(&here, Reveal::Saved, 10).await, None);
    assert_eq!(shown(&there, Reveal::Saved, 0).await, None);
    // Where the password is asked, saving does not count as giving it.
    assert_eq!(shown(&here, Reveal::Asked, 0).await, None);
    // A colleague gives another code meanwhile: that one was not saved here.
    let new = ClientLoginDetails {
        name: LoginName::parse("Familie Sommer").unwrap(),
        code: Some((Code::parse("herbst-2026").unwrap(), "herbst-2026".to_owned())),
        email: None,
        note: Note::parse("").unwrap(),
    };
    store.change_client_login(&studio.desk, login, &new).await.unwrap();
    assert_eq!(shown(&here, Reveal::Saved, 1).await, None);
    store.allow_reveal(&studio.desk, &here, login, Reveal::Saved, noon()).await.unwrap();
    assert_eq!(shown(&here, Reveal::Saved, 1).await.as_deref(), Some("herbst-2026"));
    store.end_reveals(&studio.desk, &here, login).await.unwrap();
    assert_eq!(shown(&here, Reveal::Saved, 1).await, None);
}
