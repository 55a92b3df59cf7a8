//! A studio is a tenant: nothing crosses it. The other studio's desk, and the other studio's proofs at one's own desk, on
//! every function that takes one.

use bytes::Bytes;
use domain::access::Grant;
use domain::code::Code;
use domain::gallery::{GalleryName, LoginName, Note};
use domain::ids::{ClientLoginId, GalleryId, PhotoId};
use domain::photo::{MediaType, Size};
use store::fixtures::{ReleaseChange, Scene, Throwaway, an_upload, noon, sha256};
use store::{ClientLoginDetails, Error, LinkKind, NewLink, PendingUpload, Shift};

on_both!(
    another_studios_desk_finds_nothing_and_changes_nothing,
    a_proof_for_another_studio_is_worth_nothing_at_a_desk,
    no_list_shows_a_row_of_another_studio,
    a_guest_of_one_studio_is_a_stranger_in_the_other,
);

/// What studio A owns.
struct Owned {
    gallery: GalleryId,
    login: ClientLoginId,
    photo: PhotoId,
    upload: PendingUpload,
}

async fn fill(studio: &Scene<'_>) -> Owned {
    let gallery = studio.gallery("Wedding").await;
    studio.lock(gallery, "rosenrot").await;
    let photo = studio.photo(gallery, "IMG_1.jpg", noon()).await;
    let login = studio.login("Familie Sommer", "sommer-2026", &[gallery]).await;
    studio.link(gallery, LinkKind::Open, None).await;
    let upload = an_upload("IMG_2.jpg", &Bytes::from_static(b"two"));
    let upload = studio.begin(gallery, &upload).await;
    Owned { gallery, login, photo, upload }
}

/// Everything that may not change, as one text for each kind of row.
async fn rows(place: &Throwaway) -> Vec<String> {
    let mut rows = Vec::new();
    for question in [
        "select name || '|' || cast(version as text) || '|' || cast(position as text) || coalesce(cast(deleted_at as text), '')
         from gallery order by id",
        "select name || '|' || email || '|' || note || coalesce(cast(deleted_at as text), '') from client_login order by id",
        "select file_name || '|' || state || coalesce(cast(deleted_at as text), '') from photo order by id",
        "select kind || '|' || label || coalesce(cast(revoked_at as text), '') from link order by id",
        "select file_name || case when photo_id is null then '' else ' ended' end from upload order by id",
        "select kind || cast(generation as text) from access_code order by id",
        "select 'release' from release order by gallery_id",
        "select 'part' from upload_part order by number",
    ] {
        rows.extend(place.texts(question).await);
    }
    rows
}

/// B02, B06, B25
async fn another_studios_desk_finds_nothing_and_changes_nothing(place: Throwaway) {
    let store = &place.store;
    let a = Scene::first(store, "nordlicht").await;
    let b = Scene::another(store, "suedlicht").await;
    let owned = fill(&a).await;
    let own = b.gallery("Own").await;
    let own_login = b.login("Familie Wind", "wind-und-meer", &[own]).await;
    let before = rows(&place).await;
    let desk = &b.desk;

    refused!(store.member_grant(desk, owned.gallery, noon()).await, Error::NotFound);
    let sight = store.member_sight(desk, owned.gallery, noon()).await.unwrap();
    assert_eq!(sight.galleries().count(), 0);

    refused!(store.client_login(desk, owned.login).await, Error::NotFound);
    refused!(store.reveal_code(desk, owned.login).await, Error::NotFound);
    refused!(store.releases(desk, owned.login).await, Error::NotFound);
    refused!(store.delete_client_login(desk, owned.login, noon()).await, Error::NotFound);
    let details = ClientLoginDetails {
        name: LoginName::parse("Mine now").unwrap(),
        code: Some((Code::parse("mine-now-2026").unwrap(), "mine-now-2026".to_owned())),
        email: None,
        note: Note::parse("").unwrap(),
    };
    refused!(store.change_client_login(desk, owned.login, &details).await, Error::NotFound);

    let adds = |gallery| ReleaseChange { add: [gallery].into(), ..ReleaseChange::default() };
    let removes = ReleaseChange { remove: [owned.gallery].into(), ..ReleaseChange::default() };
    let theirs = store.change_releases(desk, owned.login, &adds(own), noon()).await;
    refused!(theirs, Error::NotFound);
    let theirs = store.change_releases(desk, own_login, &adds(owned.gallery), noon()).await;
    refused!(theirs, Error::NotFound);
    store.change_releases(desk, own_login, &removes, noon()).await.unwrap();

    let grant = a.grant(owned.gallery).await;
    let link = store.links(&a.desk, &grant).await.unwrap()[0].id;
    refused!(store.revoke_link(desk, link, noon()).await, Error::NotFound);
    refused!(store.upload(desk, owned.upload.id).await, Error::NotFound);

    let own_grant = b.grant(own).await;
    let cover = store.choose_cover(desk, &own_grant, owned.photo).await;
    refused!(cover, Error::NotFound);
    let gone = store.delete_photos(desk, &own_grant, &[owned.photo], noon()).await;
    assert_eq!(gone.unwrap(), 0);
    let finished = store.finish_upload(desk, &own_grant, &owned.upload, MediaType::Jpeg, (1, 1), noon()).await;
    refused!(finished, Error::NotFound);

    let deletion = store.delete_gallery(&a.desk, &grant, noon()).await.unwrap();
    refused!(store.deletion(desk, deletion.id).await, Error::NotFound);
    refused!(store.restore_galleries(desk, deletion.id).await, Error::NotFound);
    store.restore_galleries(&a.desk, deletion.id).await.unwrap();
    assert_eq!(rows(&place).await, before);
}

/// B06. A member of one studio can be a guest of another, and so hold a proof for its galleries.
async fn a_proof_for_another_studio_is_worth_nothing_at_a_desk(place: Throwaway) {
    let store = &place.store;
    let a = Scene::first(store, "nordlicht").await;
    let b = Scene::another(store, "suedlicht").await;
    let owned = fill(&a).await;
    let own = b.gallery("Own").await;
    let own_grant = b.grant(own).await;
    let token = a.enter("sommer-2026").await.unwrap();
    let theirs: &Grant = &a.guest_grant(&token, owned.gallery).await;
    let desk = &b.desk;
    let before = rows(&place).await;

    let name = GalleryName::parse("Mine now").unwrap();
    let settings = a.settings(owned.gallery).await;
    let link = NewLink { kind: LinkKind::Open, label: String::new(), expires_at: None };
    let upload = an_upload("IMG_9.jpg", &Bytes::from_static(b"nine"));
    refused!(store.change_gallery(desk, theirs, &settings).await, Error::NotFound);
    refused!(store.rename_gallery(desk, theirs, &name).await, Error::NotFound);
    refused!(store.choose_cover(desk, theirs, owned.photo).await, Error::NotFound);
    refused!(store.gallery_password(desk, theirs).await, Error::NotFound);
    refused!(store.create_gallery(desk, Some(theirs), &name, noon()).await, Error::NotFound);
    refused!(store.move_gallery(desk, theirs, None).await, Error::NotFound);
    refused!(store.move_gallery(desk, &own_grant, Some(theirs)).await, Error::NotFound);
    refused!(store.shift_gallery(desk, theirs, Shift::Up).await, Error::NotFound);
    refused!(store.delete_gallery(desk, theirs, noon()).await, Error::NotFound);
    refused!(store.links(desk, theirs).await, Error::NotFound);
    refused!(store.create_link(desk, theirs, &link, noon()).await, Error::NotFound);
    refused!(store.studio_photos(desk, theirs).await, Error::NotFound);
    refused!(store.delete_photos(desk, theirs, &[owned.photo], noon()).await, Error::NotFound);
    refused!(store.removed_photos(desk, theirs, noon()).await, Error::NotFound);
    refused!(store.restore_removed(desk, theirs, noon()).await, Error::NotFound);
    refused!(store.arrival(desk, theirs).await, Error::NotFound);
    refused!(store.restore_photos(desk, theirs, &[owned.photo]).await, Error::NotFound);
    refused!(store.begin_upload(desk, theirs, &upload, noon()).await, Error::NotFound);
    let bytes = Bytes::from_static(b"two");
    store.put_part(&owned.upload, 0, sha256(&bytes), bytes).await.unwrap();
    let whole = store.upload(&a.desk, owned.upload.id).await.unwrap();
    let finished = store.finish_upload(desk, theirs, &whole, MediaType::Jpeg, (1, 1), noon()).await;
    refused!(finished, Error::NotFound);
    // The owner's own upload goes into the gallery it was begun for, and into no other.
    let elsewhere = a.gallery("Elsewhere").await;
    let grant = a.grant(elsewhere).await;
    let finished = store.finish_upload(&a.desk, &grant, &whole, MediaType::Jpeg, (1, 1), noon()).await;
    refused!(finished, Error::NotFound);

    let mut after = rows(&place).await;
    after.retain(|row| row != "part" && !row.starts_with("Elsewhere"));
    assert_eq!(after, before);
}

/// B02
async fn no_list_shows_a_row_of_another_studio(place: Throwaway) {
    let store = &place.store;
    let a = Scene::first(store, "nordlicht").await;
    let b = Scene::another(store, "suedlicht").await;
    let owned = fill(&a).await;
    assert!(store.client_logins(&b.desk, None, 9).await.unwrap().0.is_empty());
    assert!(store.gallery_tree(&b.desk).await.unwrap().is_empty());
    let deleted = store.deleted(&b.desk, None, noon()).await.unwrap();
    assert!(deleted.galleries.is_empty() && deleted.logins.is_empty());
    let grant = a.grant(owned.gallery).await;
    refused!(store.holders(&b.desk, &grant).await, Error::NotFound);
    refused!(store.names_of_holders(&b.desk, &grant, 9).await, Error::NotFound);
    let studios = store.studios_of(b.desk.member()).await.unwrap();
    assert_eq!(studios.len(), 1);
    assert!(b.enter("sommer-2026").await.is_none());
    let member = a.desk.member();
    assert!(store.desk(member, &b.studio.address).await.unwrap().is_none());
    // One's own rows are there: the lists are empty for the right reason.
    assert_eq!(store.client_logins(&a.desk, None, 9).await.unwrap().0[0].id, owned.login);
    assert_eq!(store.gallery_tree(&a.desk).await.unwrap()[0].id, owned.gallery);
}

/// S11, B08
async fn a_guest_of_one_studio_is_a_stranger_in_the_other(place: Throwaway) {
    let store = &place.store;
    let a = Scene::first(store, "nordlicht").await;
    let b = Scene::another(store, "suedlicht").await;
    let owned = fill(&a).await;
    let own = b.gallery("Own").await;
    b.login("Familie Sommer", "sommer-2026", &[own]).await;
    let token = b.enter("sommer-2026").await.unwrap();
    assert!(a.guest(&token).await.guest.is_stranger());
    assert!(a.guest(&token).await.sight.grant(owned.gallery).is_err());
    assert!(a.guest(&token).await.sight.grant(own).is_err());
    // The proof for one's own gallery shows no photograph that hangs elsewhere.
    let grant = b.guest_grant(&token, own).await;
    assert!(store.photo_bytes(&grant, owned.photo, Size::ALL[0]).await.is_err());
    refused!(store.photo_around(&grant, owned.photo).await, Error::NotFound);
    // One browser may be a guest of both, each by itself.
    let both = a.enter_again("sommer-2026", Some(&token)).await.unwrap();
    assert_eq!(a.seen_by(&both).await, [owned.gallery].into());
    assert_eq!(b.seen_by(&both).await, [own].into());
}
