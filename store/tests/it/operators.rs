//! Who runs the installation (S44, S45, S46): links, sessions, and what is written down.

use chrono::{DateTime, TimeDelta, Utc};
use store::fixtures::{Scene, Throwaway, noon};
use store::{Error, JobCode, Operator, OperatorWay, SessionToken, Store};

on_both!(
    a_link_lets_in_once_and_for_a_quarter_of_an_hour,
    a_newer_link_ends_the_one_before,
    a_session_ends_by_itself_by_signing_out_and_with_all_others,
    neither_link_nor_session_is_kept_as_it_was_given,
    what_has_ended_is_swept_away,
    each_act_is_written_down_once_with_its_way,
    whoever_is_out_meanwhile_switches_nothing,
    nothing_is_forbidden_with_another_number_than_was_shown,
    studios_are_listed_by_name_a_part_at_a_time_with_numbers_alone,
);

fn after(time: TimeDelta) -> DateTime<Utc> {
    noon() + time
}

async fn entered(store: &Store) -> SessionToken {
    let ticket = store.make_operator_ticket(noon()).await.unwrap();
    store.enter_as_operator(&ticket, noon()).await.unwrap().expect("a fresh link")
}

// S45
async fn a_link_lets_in_once_and_for_a_quarter_of_an_hour(place: Throwaway) {
    let store = &place.store;
    let late = TimeDelta::minutes(15);
    let ticket = store.make_operator_ticket(noon()).await.unwrap();
    assert!(store.enter_as_operator(&ticket, after(late)).await.unwrap().is_none());
    let in_time = after(late - TimeDelta::milliseconds(1));
    let (a, b) = tokio::join!(store.enter_as_operator(&ticket, in_time), store.enter_as_operator(&ticket, in_time));
    let (a, b) = (a.unwrap(), b.unwrap());
    assert!(a.is_some() != b.is_some(), "of two at once one is let in");
    assert!(store.enter_as_operator(&ticket, in_time).await.unwrap().is_none(), "used");
    assert!(store.enter_as_operator(&a.or(b).unwrap(), in_time).await.unwrap().is_none(), "a session is no link");
    assert!(store.operator(&ticket, noon()).await.unwrap().is_none(), "a link is no session");
}

// S45
async fn a_newer_link_ends_the_one_before(place: Throwaway) {
    let store = &place.store;
    let first = store.make_operator_ticket(noon()).await.unwrap();
    let second = store.make_operator_ticket(noon()).await.unwrap();
    assert!(store.enter_as_operator(&first, noon()).await.unwrap().is_none());
    assert!(store.enter_as_operator(&second, noon()).await.unwrap().is_some());
}

// S45
async fn a_session_ends_by_itself_by_signing_out_and_with_all_others(place: Throwaway) {
    let store = &place.store;
    let there = async |session: &SessionToken, now| store.operator(session, now).await.unwrap().is_some();
    let [first, second, third] = [entered(store).await, entered(store).await, entered(store).await];
    let eight = TimeDelta::hours(8);
    assert!(there(&first, after(eight - TimeDelta::milliseconds(1))).await);
    assert!(!there(&first, after(eight)).await, "whatever was done meanwhile");
    store.end_operator_session(&first).await.unwrap();
    assert!(!there(&first, noon()).await && there(&second, noon()).await && there(&third, noon()).await);
    let unused = store.make_operator_ticket(noon()).await.unwrap();
    store.end_operator_sessions().await.unwrap();
    assert!(!there(&second, noon()).await && !there(&third, noon()).await);
    assert!(store.enter_as_operator(&unused, noon()).await.unwrap().is_none(), "a link that nobody used is over, too");
}

// S45
async fn neither_link_nor_session_is_kept_as_it_was_given(place: Throwaway) {
    let session = entered(&place.store).await;
    let ticket = place.store.make_operator_ticket(noon()).await.unwrap();
    let rows = format!("{:?}", store::fixtures::all_rows(&place.store).await).to_lowercase();
    for (secret, table) in [(session, "operator_session"), (ticket, "operator_ticket")] {
        assert!(!rows.contains(secret.reveal().as_str()), "{table}");
        assert!(rows.contains(&store::fixtures::hex(&secret.hash())), "{table}");
    }
}

// S45
async fn what_has_ended_is_swept_away(place: Throwaway) {
    let kept = async || {
        let tickets = place.number("select count(*) from operator_ticket").await;
        (tickets, place.number("select count(*) from operator_session").await)
    };
    entered(&place.store).await;
    place.store.make_operator_ticket(noon()).await.unwrap();
    place.store.sweep_operators(after(TimeDelta::minutes(14))).await.unwrap();
    assert_eq!(kept().await, (1, 1));
    place.store.sweep_operators(after(TimeDelta::minutes(15))).await.unwrap();
    assert_eq!(kept().await, (0, 1));
    place.store.sweep_operators(after(TimeDelta::hours(8))).await.unwrap();
    assert_eq!(kept().await, (0, 0));
}

// S45
async fn each_act_is_written_down_once_with_its_way(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let store = &place.store;
    let session = entered(store).await;
    let page = store.operator(&session, noon()).await.unwrap().unwrap();
    let machine = Operator::at_the_machine();
    let minute = |number| after(TimeDelta::minutes(number));
    store.forbid_connection_codes(&page, scene.studio.id, None, minute(1)).await.unwrap();
    assert!(store.operator_acts(&page, 50).await.unwrap().is_empty(), "it was forbidden already");
    for number in [2, 3] {
        store.allow_connection_codes(&machine, scene.studio.id, minute(number)).await.unwrap();
    }
    store.forbid_connection_codes(&page, scene.studio.id, Some(0), minute(4)).await.unwrap();
    let acts = store.operator_acts(&machine, 50).await.unwrap();
    let acts: Vec<_> = acts.iter().map(|act| (act.at, act.studio.as_str(), act.allowed, act.way)).collect();
    let name = scene.studio.name.as_str();
    assert_eq!(acts, [(minute(4), name, false, OperatorWay::Page), (minute(2), name, true, OperatorWay::Machine)]);
    let last = store.operator_acts(&machine, 1).await.unwrap();
    assert!(last.len() == 1 && last[0].at == minute(4));
}

// S45
async fn whoever_is_out_meanwhile_switches_nothing(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let store = &place.store;
    let session = entered(store).await;
    let page = store.operator(&session, noon()).await.unwrap().unwrap();
    store.end_operator_sessions().await.unwrap();
    refused!(store.allow_connection_codes(&page, scene.studio.id, noon()).await, Error::NotFound);
    refused!(store.forbid_connection_codes(&page, scene.studio.id, Some(0), noon()).await, Error::NotFound);
    assert_eq!(place.number("select count(*) from studio where connection_codes").await, 0);
    assert_eq!(place.number("select count(*) from operator_act").await, 0);
}

// S44, S45
async fn nothing_is_forbidden_with_another_number_than_was_shown(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let other = Scene::another(&place.store, "meerblick").await;
    let (store, operator) = (&place.store, Operator::at_the_machine());
    let shown = async || store.operated_studio(&operator, &scene.studio.address).await.unwrap().coded;
    let [with, without] = [scene.photo_job("With").await, scene.photo_job("Without").await];
    scene.job_code(without, JobCode::Staff, "staff-room-41-xqz").await;
    assert_eq!(shown().await, 0, "a staff code is another thing");
    scene.job_code(with, JobCode::Connection, "all-parents-41-xqz").await;
    let theirs = other.photo_job("Theirs").await;
    other.job_code(theirs, JobCode::Connection, "all-parents-41-xqz").await;
    assert_eq!(shown().await, 1, "of this studio");
    let forbid = async |number| store.forbid_connection_codes(&operator, scene.studio.id, number, noon()).await;
    refused!(forbid(Some(0)).await, Error::ChangedMeanwhile);
    assert!(store.connection(&scene.desk, with).await.unwrap().allowed);
    forbid(Some(1)).await.unwrap();
    assert!(!store.connection(&scene.desk, with).await.unwrap().allowed);
    assert!(store.connection(&other.desk, theirs).await.unwrap().allowed, "the other studio's are as they were");
    assert_eq!(shown().await, 1, "allowed again it counts again");
}

// S45
async fn studios_are_listed_by_name_a_part_at_a_time_with_numbers_alone(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let operator = Operator::at_the_machine();
    for address in ["studio-10", "studio-9", "zebra"] {
        Scene::another(&place.store, address).await;
    }
    place.write("update studio set name = address where address <> 'nordlicht'").await;
    place.write("update studio set name = 'yak' where address = 'nordlicht'").await;
    place.write("update studio set name = 'Zebra' where address = 'zebra'").await;
    scene.photo_job("Autumn 2026").await;
    let gone = scene.photo_job("Gone").await;
    place.store.delete_photo_job(&scene.desk, gone, noon()).await.unwrap();
    let part = async |from, most| {
        let (studios, next) = place.store.operated_studios(&operator, from, most).await.unwrap();
        (studios.into_iter().map(|studio| studio.name).collect::<Vec<_>>(), next)
    };
    let all = ["studio-9", "studio-10", "yak", "Zebra"];
    assert_eq!(part(None, 100).await, (all.map(str::to_owned).to_vec(), None));
    let (first, next) = part(None, 3).await;
    assert_eq!(first, all[..3]);
    assert_eq!(part(next, 3).await, (vec!["Zebra".to_owned()], None));
    let nowhere = domain::ids::StudioId::from_random([7; 16]);
    refused!(place.store.operated_studios(&operator, Some(nowhere), 3).await, Error::NotFound);
    let ours = place.store.operated_studio(&operator, &scene.studio.address).await.unwrap();
    assert_eq!((ours.members, ours.jobs, ours.coded, ours.connection_codes), (1, 1, 0, false));
    assert_eq!((ours.since, ours.address.as_str()), (noon(), "nordlicht"));
}
