//! A family's galleries and everybody who sees some of them, for stories about changes of who sees what.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Change, Difference, Effect, Way};
use domain::ids::{AccessChangeId, ClientLoginId, GalleryId, LinkId};
use store::fixtures::{Scene, Throwaway, noon};
use store::{AppliedChange, LinkKind, Proposal, SessionToken};

/// What each sees, in the open and behind doors.
pub type Seen = BTreeMap<Way, (BTreeSet<GalleryId>, BTreeSet<GalleryId>)>;

/// A family album with everything that the rule knows, and everybody who comes in by it.
pub struct Family<'a> {
    pub studio: Scene<'a>,
    pub album: GalleryId,
    pub summer: GalleryId,
    pub evening: GalleryId,
    pub sea: GalleryId,
    pub brandt: ClientLoginId,
    pub link: LinkId,
    pub guests: BTreeMap<Way, SessionToken>,
}

impl<'a> Family<'a> {
    pub async fn gather(place: &'a Throwaway) -> Self {
        let studio = Scene::first(&place.store, "nordlicht").await;
        let album = studio.gallery("Album").await;
        let summer = studio.under(album, "Summer").await;
        let evening = studio.under(summer, "Evening").await;
        let sea = studio.gallery("Sea").await;
        studio.open_navigation(album).await;
        studio.lock(summer, "rosenrot").await;
        let brandt = studio.login("Brandt", "brandt-2026", &[album, sea]).await;
        let wind = studio.login("Wind", "wind-und-meer", &[evening]).await;
        let far = studio.login("Far", "far-away-2026", &[album]).await;
        let token = studio.link(summer, LinkKind::Open, None).await;
        let grant = studio.grant(summer).await;
        let link = place.store.links(&studio.desk, &grant).await.unwrap()[0].id;
        let guests = BTreeMap::from([
            (Way::Login(brandt), studio.enter("brandt-2026").await.unwrap()),
            (Way::Login(wind), studio.enter("wind-und-meer").await.unwrap()),
            (Way::Login(far), studio.enter("far-away-2026").await.unwrap()),
            (Way::OpenLink(link), studio.follow(&token, None).await),
        ]);
        Self { studio, album, summer, evening, sea, brandt, link, guests }
    }

    /// What everybody sees, each in the browser they have open; locked galleries apart.
    pub async fn seen(&self) -> Seen {
        let store = self.studio.store;
        let studio = store.studio(&self.studio.studio.address).await.unwrap().unwrap();
        let mut seen = BTreeMap::new();
        for (way, token) in &self.guests {
            let sight = store.guest_sight(Some(token), &studio, noon()).await.unwrap().sight;
            seen.insert(*way, sight.galleries().partition(|gallery| sight.grant(*gallery).is_ok()));
        }
        seen
    }

    pub async fn asks(&self, change: Change) -> AccessChangeId {
        match self.studio.store.propose(&self.studio.desk, change, noon()).await.unwrap() {
            Proposal::Asks(id) => id,
            Proposal::Done(done) => panic!("done without a question: {done:?}"),
        }
    }

    pub async fn confirm(&self, id: AccessChangeId) -> AppliedChange {
        let (store, desk) = (self.studio.store, &self.studio.desk);
        let shown = store.proposed_change(desk, id, noon()).await.unwrap();
        store.confirm_change(desk, id, &shown.digest, noon()).await.unwrap()
    }

    pub async fn do_it(&self, change: Change) -> AppliedChange {
        self.confirm(self.asks(change).await).await
    }

    pub async fn do_at_once(&self, change: Change) -> AppliedChange {
        self.studio.store.at_once(&self.studio.desk, change, noon()).await.unwrap()
    }

    /// Takes back at once what nobody touched in between.
    pub async fn undo(&self, id: AccessChangeId) -> store::Result<AppliedChange> {
        match self.studio.store.undo_change(&self.studio.desk, id, noon()).await? {
            Proposal::Done(done) => Ok(done),
            Proposal::Asks(id) => panic!("it asks: {id}"),
        }
    }
}

/// What a difference says that each will see, in the open and behind doors.
pub fn changed(mut seen: Seen, difference: &Difference) -> Seen {
    for group in &difference.groups {
        for way in &group.who {
            let (open, locked) = seen.get_mut(way).unwrap();
            for (effect, galleries) in &group.what {
                for gallery in galleries {
                    let was = open.remove(gallery) | locked.remove(gallery);
                    let is_new = matches!(effect, Effect::Gains | Effect::GainsLocked);
                    assert_eq!(was, !is_new, "{effect:?}");
                    match effect {
                        Effect::Gains | Effect::Unlocks => open.insert(*gallery),
                        Effect::GainsLocked | Effect::Locks => locked.insert(*gallery),
                        Effect::Loses => true,
                    };
                }
            }
        }
    }
    seen
}
