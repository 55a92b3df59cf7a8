//! What a guest is shown of one gallery that is asked for alone is what everything they see says of it (S32, S41): a page of one
//! gallery does not load the job around it, and must neither show nor hide more for that.

use domain::access::StaffTerms;
use domain::ids::GalleryId;
use domain::photo_job::Consent;
use store::fixtures::{Scene, School, Throwaway, noon};
use store::{JobCode, SessionToken};

on_both!(one_gallery_is_seen_as_among_all);

const STAFF: &str = "LEHRER-7Q2M-X9";
const CLIENT: &str = "brandt-2026";

/// Every gallery: of the job, of a tree, and one that nobody knows.
async fn everywhere(scene: &Scene<'_>, school: &School) -> Vec<GalleryId> {
    let own = scene.store.photo_job(&scene.desk, school.job).await.unwrap().job.gallery;
    let mut galleries = vec![own, GalleryId::from_random([7; 16])];
    for group in scene.store.groups(&scene.desk, school.job).await.unwrap() {
        galleries.push(group.gallery);
    }
    for child in school.children {
        galleries.push(scene.store.subject(&scene.desk, child).await.unwrap().0.gallery);
    }
    let album = scene.gallery("Album").await;
    let summer = scene.under(album, "Summer").await;
    scene.open_navigation(album).await;
    scene.lock(summer, "rosenrot").await;
    let evening = scene.under(summer, "Evening").await;
    scene.login("Brandt", CLIENT, &[album, evening]).await;
    galleries.extend([album, summer, evening]);
    galleries
}

/// Compares the two for every gallery; answers how many the guest sees.
async fn compared(scene: &Scene<'_>, token: Option<&SessionToken>, galleries: &[GalleryId], who: &str) -> usize {
    let whole = scene.store.guest_sight(token, &scene.studio, noon()).await.unwrap().sight;
    let mut seen = 0;
    for gallery in galleries {
        let alone = scene.store.guest_sight_at(token, &scene.studio, *gallery, noon()).await.unwrap().sight;
        assert_eq!(alone.grant(*gallery), whole.grant(*gallery), "{who}");
        assert_eq!(alone.standing(*gallery), whole.standing(*gallery), "{who}");
        assert_eq!(alone.trail(*gallery), whole.trail(*gallery), "{who}");
        assert_eq!(alone.below(*gallery), whole.below(*gallery), "{who}");
        for other in alone.galleries() {
            assert_eq!(alone.grant(other), whole.grant(other), "{who}: nothing besides");
        }
        seen += usize::from(whole.grant(*gallery).is_ok());
    }
    seen
}

// S32, S41, S42, S49, S63
async fn one_gallery_is_seen_as_among_all(place: Throwaway) {
    let scene = Scene::first(&place.store, "nordlicht").await;
    let school = scene.school().await;
    let galleries = everywhere(&scene, &school).await;
    scene.job_code(school.job, JobCode::Staff, STAFF).await;
    let terms = async |group, protected| {
        let terms = StaffTerms { group, until: None, protected, downloads: false };
        place.store.set_staff_terms(&scene.desk, school.job, terms).await.unwrap();
    };
    scene.protect(school.children[1], true, Consent::Given, Consent::Given).await;
    scene.protect(school.children[4], false, Consent::Refused, Consent::Refused).await;
    let child = scene.enter(&scene.subject_code(school.job, school.children[1]).await).await.unwrap();
    let staff = scene.enter(STAFF).await.unwrap();
    let both =
        scene.enter_again(&scene.subject_code(school.job, school.children[0]).await, Some(&staff)).await.unwrap();
    let client = scene.enter_again(CLIENT, Some(&both)).await.unwrap();
    let mut seen = Vec::new();
    for (group, protected) in
        [(None, false), (None, true), (Some(school.classes[1]), false), (Some(school.classes[1]), true)]
    {
        terms(group, protected).await;
        for (token, who) in [(None, "nobody"), (Some(&child), "a child"), (Some(&client), "staff, parent and client")] {
            seen.push(compared(&scene, token, &galleries, who).await);
        }
    }
    let (nobody, child, others) = (seen[0], seen[1], &seen[2..]);
    assert_eq!((nobody, child), (0, 2), "their own, and their class's: {seen:?}");
    let (whole, with_protected, of_group) = (others[0], others[3], others[6]);
    assert!(with_protected > whole && whole > of_group, "{seen:?}");
}
