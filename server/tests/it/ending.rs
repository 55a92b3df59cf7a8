//! T27: however access ends, the pages that stand open and the addresses of pictures that are known end with it: at once
//! where somebody does something, within two seconds where time runs out.

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Rules, Switch};
use domain::code::Code;
use domain::gallery::{LoginName, Note};
use domain::ids::{ClientLoginId, GalleryId, PhotoId};
use futures::future::join_all;
use http::{Method, StatusCode};
use store::fixtures::{Scene, noon};
use store::{ClientLoginDetails, LinkKind, NewLink, SessionToken};

use crate::browser::{Browser, TestHouse};

const CODE: &str = "7KQM-2XRD-9TFA";

/// How it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    CodeChanged,
    LoginDeleted,
    LoginsSwitchedOff,
    Withdrawn,
    VisitsEnded,
    Left,
    PasswordChanged,
    PasswordSet,
    LinkRevoked,
    TimeRanOut,
    GalleryDeleted,
    PhotographDeleted,
}

/// Somebody who looks at a picture.
struct Visit<'a> {
    house: &'a TestHouse,
    scene: Scene<'a>,
    gallery: GalleryId,
    photo: PhotoId,
    login: ClientLoginId,
    tag: String,
    browser: Browser,
}

impl<'a> Visit<'a> {
    /// By a code where a login's access ends, else by a link to a gallery with a password.
    async fn begin(house: &'a TestHouse, end: End) -> Self {
        let scene = house.scene().await;
        let gallery = scene.gallery("Summer by the water").await;
        let photo = scene.photo(gallery, "IMG_1.jpg", noon()).await;
        let login = scene.login("Familie Brandt", CODE, &[gallery]).await;
        let mut browser = house.browser();
        if matches!(end, End::PasswordChanged | End::PasswordSet | End::LinkRevoked) {
            let link = scene.link(gallery, LinkKind::Open, None).await;
            browser.get(&format!("/nordlicht/l/{}", *link.reveal())).await;
            if end == End::PasswordChanged {
                scene.lock(gallery, "rosenrot").await;
                let fields = [("studio", "nordlicht"), ("gallery", &*gallery.to_string()), ("password", "rosenrot")];
                browser.post("/api/gallery/unlock", &fields).await;
            }
        } else {
            browser.enter("nordlicht", CODE).await;
        }
        let mut visit = Self { house, scene, gallery, photo, login, tag: String::new(), browser };
        let shown = visit.browser.get(&format!("/m/{photo}/s")).await;
        assert_eq!(shown.status, StatusCode::OK, "{end:?}");
        shown.headers["etag"].to_str().unwrap().clone_into(&mut visit.tag);
        assert_eq!(visit.sees().await, [true; 4], "{end:?}");
        visit
    }

    /// The gallery's page, the photograph's, its picture, and the picture that the browser has and only asks about.
    async fn sees(&mut self) -> [bool; 4] {
        let (gallery, photo) = (self.gallery, self.photo);
        let (page, picture) = (format!("/nordlicht/g/{gallery}"), format!("/m/{photo}/s"));
        let kept = [("if-none-match", &*self.tag)];
        let shows = self.browser.get(&page).await.body.contains(&format!("/m/{photo}/"));
        let alone = self.browser.get(&format!("{page}/{photo}")).await.body.contains(&format!("/m/{photo}/"));
        let bytes = self.browser.get(&picture).await.status;
        let asked = self.browser.send(Method::GET, &picture, &kept, Vec::new()).await.status;
        assert!([StatusCode::OK, StatusCode::NOT_FOUND].contains(&bytes), "{bytes}");
        assert!([StatusCode::NOT_MODIFIED, StatusCode::NOT_FOUND].contains(&asked), "{asked}");
        [shows, alone, bytes == StatusCode::OK, asked == StatusCode::NOT_MODIFIED]
    }

    async fn ends(&mut self, end: End) {
        let (store, desk, now) = (&self.house.store, &self.scene.desk, self.house.clock.now());
        let grant = self.scene.grant(self.gallery).await;
        match end {
            End::CodeChanged => {
                let new = "9KQM-2XRD-9TFC";
                let details = ClientLoginDetails {
                    name: LoginName::parse("Familie Brandt").unwrap(),
                    code: Some((Code::parse(new).unwrap(), new.to_owned())),
                    email: None,
                    note: Note::parse("").unwrap(),
                };
                store.change_client_login(desk, self.login, &details).await.unwrap();
            }
            End::LoginDeleted => store.delete_client_login(desk, self.login, now).await.unwrap(),
            End::LoginsSwitchedOff => {
                let rules = Rules { client_logins: Switch::Off, ..self.scene.studio.rules };
                store.change_rules(desk, rules).await.unwrap();
            }
            End::Withdrawn => self.scene.withdraw(self.login, &[self.gallery]).await,
            End::VisitsEnded => store.end_visits(desk, self.login).await.unwrap(),
            End::Left => {
                // Somebody else holds a copy of the cookie.
                self.browser.clone().post("/api/leave", &[("studio", "nordlicht")]).await;
            }
            End::PasswordChanged | End::PasswordSet => self.scene.lock(self.gallery, "another one").await,
            End::LinkRevoked => {
                let link = store.links(desk, &grant).await.unwrap()[0].id;
                store.revoke_link(desk, link, now).await.unwrap();
            }
            End::TimeRanOut => unreachable!("time does that"),
            End::GalleryDeleted => {
                store.delete_gallery(desk, &grant, now).await.unwrap();
            }
            End::PhotographDeleted => {
                store.delete_photos(desk, &grant, &[self.photo], now).await.unwrap();
            }
        }
    }
}

// T27, S8, S9
#[tokio::test]
async fn whatever_somebody_ends_is_over_for_open_pages_and_known_pictures_at_once() {
    let all = [
        End::CodeChanged,
        End::LoginDeleted,
        End::LoginsSwitchedOff,
        End::Withdrawn,
        End::VisitsEnded,
        End::Left,
        End::PasswordChanged,
        End::PasswordSet,
        End::LinkRevoked,
        End::GalleryDeleted,
        End::PhotographDeleted,
    ];
    join_all(all.map(|end| async move {
        let house = TestHouse::new().await;
        let mut visit = Visit::begin(&house, end).await;
        // Not even a moment later: the clock stands still.
        visit.ends(end).await;
        assert_eq!(visit.sees().await, [false; 4], "{end:?}");
    }))
    .await;
}

/// What a visitor who came at noon sees, asked so many milliseconds before and after the end: all four, or nothing.
async fn around(house: &TestHouse, visit: &mut Visit<'_>, end: DateTime<Utc>) {
    let mut at = async |milliseconds: i64| {
        house.clock.advance(end + TimeDelta::milliseconds(milliseconds) - house.clock.now());
        visit.sees().await
    };
    assert_eq!(at(-1).await, [true; 4]);
    let [pages @ .., _, _] = at(0).await;
    assert_eq!(pages, [false; 2], "pages are decided on anew each time");
    // What was decided a millisecond before the end is kept for two seconds.
    assert_eq!(at(1_999).await, [false; 4]);
}

// T27
#[tokio::test]
async fn a_link_that_runs_out_shows_no_picture_two_seconds_later() {
    let house = TestHouse::new().await;
    let mut visit = Visit::begin(&house, End::TimeRanOut).await;
    let end = noon() + TimeDelta::hours(1);
    let grant = visit.scene.grant(visit.gallery).await;
    let new = NewLink { kind: LinkKind::Open, label: String::new(), expires_at: Some(end) };
    house.store.create_link(&visit.scene.desk, &grant, &new, noon()).await.unwrap();
    let token = house.store.links(&visit.scene.desk, &grant).await.unwrap()[0].token.clone();
    visit.browser = house.browser();
    visit.browser.get(&format!("/nordlicht/l/{}", *SessionToken::parse(&token).unwrap().reveal())).await;
    around(&house, &mut visit, end).await;
}

// T27, SECURITY section 5: a guest's visit lasts twelve hours
#[tokio::test]
async fn a_visit_that_runs_out_shows_no_picture_two_seconds_later() {
    let house = TestHouse::new().await;
    let mut visit = Visit::begin(&house, End::TimeRanOut).await;
    around(&house, &mut visit, noon() + TimeDelta::hours(12)).await;
}
