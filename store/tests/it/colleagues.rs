use chrono::TimeDelta;
use domain::device::Device;
use domain::studio::{Email, MemberName};
use store::fixtures::{Scene, Throwaway, a_member, noon};
use store::{Desk, Error, Role, SessionToken};

on_both!(
    of_two_owners_who_remove_each_other_at_once_one_stays,
    whoever_is_no_owner_any_more_changes_nobody,
    an_invitation_of_one_studio_is_nothing_in_another,
    of_many_who_use_an_invitation_at_once_one_joins,
    what_an_owner_opened_before_going_is_closed_behind_them,
    what_has_ended_is_swept_away,
);

async fn added(scene: &Scene<'_>, email: &str, role: Role) -> Desk {
    let id = scene.store.add_member(scene.studio.id, &a_member(email), role, noon()).await.unwrap();
    scene.store.desk(id, &scene.studio.address).await.unwrap().unwrap().1
}

async fn owners(scene: &Scene<'_>) -> usize {
    let people = scene.store.colleagues(&scene.desk).await.unwrap();
    people.iter().filter(|one| one.role == Role::Owner).count()
}

async fn invite(scene: &Scene<'_>, email: &str) -> SessionToken {
    let store = scene.store;
    let session = store.start_member_session(scene.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    let email = Email::parse(email).unwrap();
    let id = store.invite(&scene.desk, &session, &email, Role::Assistant, noon()).await.unwrap();
    store.fresh_invitation(&scene.desk, &session, id, noon()).await.unwrap().unwrap()
}

async fn of_two_owners_who_remove_each_other_at_once_one_stays(place: Throwaway) {
    for round in 0..8 {
        let scene = Scene::another(&place.store, &format!("studio-{round}")).await;
        let bea = added(&scene, &format!("bea-{round}@sued.example"), Role::Owner).await;
        let (store, anna) = (&place.store, &scene.desk);
        let (a, b) = if round % 2 == 0 {
            tokio::join!(store.remove_colleague(anna, bea.member()), store.remove_colleague(&bea, anna.member()))
        } else {
            let down = Role::Photographer;
            tokio::join!(store.change_role(anna, anna.member(), down), store.change_role(&bea, bea.member(), down))
        };
        assert_eq!(usize::from(a.is_ok()) + usize::from(b.is_ok()), 1, "{a:?} {b:?}");
        assert_eq!(owners(&scene).await, 1);
    }
}

async fn whoever_is_no_owner_any_more_changes_nobody(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let store = &place.store;
    let bea = added(&scene, "bea@sued.example", Role::Owner).await;
    let kim = added(&scene, "kim@neu.example", Role::Assistant).await;
    store.change_role(&scene.desk, bea.member(), Role::Photographer).await.unwrap();
    // Her page was open before: its proof says owner still.
    assert_eq!(bea.role(), Role::Owner);
    refused!(store.change_role(&bea, kim.member(), Role::Owner).await, Error::NotFound);
    refused!(store.remove_colleague(&bea, scene.desk.member()).await, Error::NotFound);
    let other = Scene::another(store, "meerblick").await;
    refused!(store.remove_colleague(&other.desk, kim.member()).await, Error::NotFound);
    refused!(store.change_role(&scene.desk, scene.desk.member(), Role::Assistant).await, Error::LastOwner);
    refused!(store.remove_colleague(&scene.desk, scene.desk.member()).await, Error::LastOwner);
    store.remove_colleague(&scene.desk, kim.member()).await.unwrap();
    assert!(store.desk(kim.member(), &scene.studio.address).await.unwrap().is_none());
}

async fn an_invitation_of_one_studio_is_nothing_in_another(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let other = Scene::another(&place.store, "meerblick").await;
    let store = &place.store;
    let token = invite(&scene, "kim@neu.example").await;
    let id = store.invitations(&scene.desk, noon()).await.unwrap()[0].id;
    assert!(store.invitations(&other.desk, noon()).await.unwrap().is_empty());
    refused!(store.revoke_invitation(&other.desk, id).await, Error::NotFound);
    let theirs = store.start_member_session(other.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    assert!(store.fresh_invitation(&other.desk, &theirs, id, noon()).await.unwrap().is_none());
    // Another session of a colleague, and the same session later: the link is shown once.
    let bea = added(&scene, "bea@sued.example", Role::Owner).await;
    let session = store.start_member_session(bea.member(), Device::UNKNOWN, noon()).await.unwrap();
    assert!(store.fresh_invitation(&bea, &session, id, noon()).await.unwrap().is_none());
    // Whoever accepts gets into the studio that invited, and into no other.
    store.join(&token, other.desk.member(), noon()).await.unwrap();
    let (_, desk) = store.desk(other.desk.member(), &scene.studio.address).await.unwrap().unwrap();
    assert_eq!(desk.role(), Role::Assistant);
    assert_eq!(store.colleagues(&other.desk).await.unwrap().len(), 1);
    refused!(store.join(&token, bea.member(), noon()).await, Error::NotFound);
}

async fn of_many_who_use_an_invitation_at_once_one_joins(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let other = Scene::another(&place.store, "meerblick").await;
    let store = &place.store;
    let token = invite(&scene, "kim@neu.example").await;
    let name = MemberName::parse("Kim Neu").unwrap();
    let new = || async { store.join_as_new(&token, &name, "$argon2id$never-verified", noon()).await.map(drop) };
    let (a, b, c, d) = tokio::join!(new(), store.join(&token, other.desk.member(), noon()), new(), new());
    let joined = [&a, &b, &c, &d].iter().filter(|one| one.is_ok()).count();
    assert_eq!(joined, 1, "{a:?} {b:?} {c:?} {d:?}");
    assert_eq!(store.colleagues(&scene.desk).await.unwrap().len(), 2);
}

async fn what_has_ended_is_swept_away(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let store = &place.store;
    let token = invite(&scene, "kim@neu.example").await;
    let anna = Email::parse("anna@nordlicht.example").unwrap();
    store.begin_reset(&anna, noon()).await.unwrap().unwrap();
    let week = TimeDelta::days(7);
    store.sweep_invitations(noon() + TimeDelta::minutes(29)).await.unwrap();
    assert_eq!(place.number("select count(*) from password_reset").await, 1);
    store.sweep_invitations(noon() + week - TimeDelta::seconds(1)).await.unwrap();
    assert_eq!(place.number("select count(*) from password_reset").await, 0);
    assert!(store.invited(&token, noon() + week - TimeDelta::seconds(1)).await.unwrap().is_some());
    assert!(store.invited(&token, noon() + week).await.unwrap().is_none());
    store.sweep_invitations(noon() + week).await.unwrap();
    assert_eq!(place.number("select count(*) from invitation").await, 0);
}

async fn what_an_owner_opened_before_going_is_closed_behind_them(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let store = &place.store;
    let bea = added(&scene, "bea@sued.example", Role::Owner).await;
    let session = store.start_member_session(bea.member(), Device::UNKNOWN, noon()).await.unwrap();
    let again = Email::parse("bea-again@sued.example").unwrap();
    store.invite(&bea, &session, &again, Role::Owner, noon()).await.unwrap();
    assert_eq!(place.number("select count(*) from invitation").await, 1);
    store.remove_colleague(&scene.desk, bea.member()).await.unwrap();
    assert_eq!(place.number("select count(*) from invitation").await, 0);
    // And a page that was open still invites nobody.
    refused!(store.invite(&bea, &session, &again, Role::Owner, noon()).await, Error::NotFound);
}
