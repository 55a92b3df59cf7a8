//! A house with two studios in which everything is there once, and everybody who may or may not use it.

use bytes::Bytes;
use domain::access::{AccessMode, Change, Rules, Switch};
use domain::device::Device;
use domain::ids::MemberId;
use domain::studio::{Email, MemberName};
use store::fixtures::{PASSWORD, Scene, noon};
use store::{LinkKind, NewLogo, NewMember, Proposal, Role, SessionToken};

use crate::browser::{Browser, TestHouse};

/// What nobody else may ever read, wherever it stands.
pub const HIDDEN: [&str; 5] = ["Summer by the water", "Ceremony", "Familie Brandt", "IMG_1", "7KQM"];

/// One of everything that an address or a form can name, of one studio.
pub struct Ids {
    pub studio: &'static str,
    /// At the top.
    pub gallery: String,
    /// At the top too.
    pub elsewhere: String,
    /// The second of two in `gallery`.
    pub inner: String,
    pub photo: String,
    pub login: String,
    pub link: String,
    /// The secret end of the link.
    pub token: String,
    /// A session of the owner's, as a form calls it.
    pub session: String,
    /// Somebody else who works there.
    pub colleague: String,
    pub invitation: String,
    /// The secret end of the invitation's link.
    pub invited: String,
    /// The deletion of a gallery.
    pub deletion: String,
    pub gone_login: String,
    /// A change that waits to be confirmed, and what was shown of it.
    pub change: String,
    pub digest: String,
    /// A change that was done.
    pub done: String,
}

/// The roles that a page or a function is meant for, as written in the tables beside: never asked of the program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Roles {
    All,
    NoAssistant,
    OwnerAlone,
}

impl Roles {
    pub fn hold(self, role: Role) -> bool {
        match self {
            Self::All => true,
            Self::NoAssistant => role != Role::Assistant,
            Self::OwnerAlone => role == Role::Owner,
        }
    }
}

/// Everybody.
pub struct People {
    pub house: TestHouse,
    pub ours: Ids,
    pub theirs: Ids,
    /// The owner of ours.
    pub owner: Browser,
    pub photographer: Browser,
    pub assistant: Browser,
    /// A client that holds `gallery`.
    pub client: Browser,
    /// A client that holds nothing.
    pub empty: Browser,
    pub stranger: Browser,
    /// The owner of theirs.
    pub foreign: Browser,
    /// The owner of theirs, let in to ours as a client that holds nothing.
    pub both: Browser,
}

impl People {
    pub async fn gather() -> Self {
        let house = TestHouse::new().await;
        let mut scene = house.scene().await;
        scene.set_rules(Rules { client_logins: Switch::On, mode: AccessMode::Staircase }).await;
        let names = ["Summer by the water", "Ceremony", "Familie Brandt", "7KQM-2XRD-9TFA"];
        let ours = filled(&scene, "nordlicht", names).await;
        let client = scene.enter("7KQM-2XRD-9TFA").await.unwrap();
        scene.login("Nobody yet", "8KQM-2XRD-9TFB", &[]).await;
        let empty = scene.enter("8KQM-2XRD-9TFB").await.unwrap();
        let other = Scene::another(&house.store, "meerblick").await;
        let names = ["Own gallery", "Own part", "Own login", "9KQM-2XRD-9TFC"];
        let theirs = filled(&other, "meerblick", names).await;
        let foreign = member(&house, other.desk.member()).await;
        let both = with(foreign.clone(), "guest", &empty);
        Self {
            ours,
            theirs,
            owner: member(&house, scene.desk.member()).await,
            photographer: colleague(&house, &scene, Role::Photographer).await,
            assistant: colleague(&house, &scene, Role::Assistant).await,
            client: guest(&house, &client),
            empty: guest(&house, &empty),
            stranger: house.browser(),
            foreign,
            both,
            house,
        }
    }

    /// Whoever does not work in our studio.
    pub fn not_members(&self) -> [(&'static str, Browser); 5] {
        [
            ("a stranger", self.stranger.clone()),
            ("a client without a release", self.empty.clone()),
            ("a client with a release", self.client.clone()),
            ("a member of another studio", self.foreign.clone()),
            ("a member of another studio who is a client here", self.both.clone()),
        ]
    }

    /// Members of our studio who are not its owner, those of some roles.
    pub fn lesser(&self, which: impl Fn(Role) -> bool) -> Vec<(&'static str, Browser)> {
        let both = [
            (Role::Photographer, "our photographer", &self.photographer),
            (Role::Assistant, "our assistant", &self.assistant),
        ];
        both.into_iter().filter(|(role, ..)| which(*role)).map(|(_, who, browser)| (who, browser.clone())).collect()
    }

    /// Whoever does not hold our gallery as a client.
    pub fn not_clients(&self) -> [(&'static str, Browser); 5] {
        [
            ("a stranger", self.stranger.clone()),
            ("a client without a release", self.empty.clone()),
            ("the owner, who is no client", self.owner.clone()),
            ("a member of another studio", self.foreign.clone()),
            ("a member of another studio who is a client here", self.both.clone()),
        ]
    }
}

/// Whether a browser has a member's session.
pub fn is_member(browser: &Browser) -> bool {
    browser.cookies.contains_key("studio")
}

fn with(mut browser: Browser, cookie: &str, token: &SessionToken) -> Browser {
    browser.cookies.insert(cookie.to_owned(), token.reveal().to_string());
    browser
}

fn guest(house: &TestHouse, token: &SessionToken) -> Browser {
    with(house.browser(), "guest", token)
}

async fn member(house: &TestHouse, member: MemberId) -> Browser {
    let token = house.store.start_member_session(member, Device::UNKNOWN, noon()).await.unwrap();
    with(house.browser(), "studio", &token)
}

async fn colleague(house: &TestHouse, scene: &Scene<'_>, role: Role) -> Browser {
    let new = NewMember {
        email: Email::parse(&format!("{role}@nordlicht.example")).unwrap(),
        name: MemberName::parse(&format!("The {role}")).unwrap(),
        password_hash: house.store.passwords().hash(PASSWORD, store::Queue::Strangers).await.unwrap(),
    };
    let id = house.store.add_member(scene.studio.id, &new, role, noon()).await.unwrap();
    // Signed in elsewhere, too.
    member(house, id).await;
    member(house, id).await
}

async fn filled(scene: &Scene<'_>, studio: &'static str, [name, part, login, code]: [&str; 4]) -> Ids {
    let store = scene.store;
    let gallery = scene.gallery(name).await;
    scene.under(gallery, &format!("{part}, before")).await;
    let inner = scene.under(gallery, part).await;
    let elsewhere = scene.gallery("Elsewhere").await;
    let photo = scene.photo(gallery, "IMG_1.jpg", noon()).await;
    let removed = scene.photo(gallery, "IMG_2.jpg", noon()).await;
    let grant = scene.grant(gallery).await;
    assert_eq!(store.delete_photos(&scene.desk, &grant, &[removed], noon()).await.unwrap(), 1);
    let login = scene.login(login, code, &[gallery]).await;
    let token = scene.link(gallery, LinkKind::Secure, None).await;
    let link = store.links(&scene.desk, &grant).await.unwrap()[0].id;
    let logo = NewLogo { png: Bytes::from_static(b"a logo"), width: 2, height: 1, ground: domain::studio::Ground::Any };
    store.change_logo(&scene.desk, &logo).await.unwrap();
    let new = NewMember {
        email: Email::parse(&format!("colleague@{studio}.example")).unwrap(),
        name: MemberName::parse("Bea Colleague").unwrap(),
        password_hash: "$argon2id$never-verified".to_owned(),
    };
    let colleague = store.add_member(scene.studio.id, &new, Role::Photographer, noon()).await.unwrap();
    let session = store.start_member_session(scene.desk.member(), Device::UNKNOWN, noon()).await.unwrap();
    let sessions = store.open_sessions(scene.desk.member(), &session, noon()).await.unwrap();
    let invited = Email::parse(&format!("invited@{studio}.example")).unwrap();
    let invitation = store.invite(&scene.desk, &session, &invited, Role::Assistant, noon()).await.unwrap();
    let invited = store.fresh_invitation(&scene.desk, &session, invitation, noon()).await.unwrap().unwrap();
    let thrown_away = scene.gallery("Thrown away").await;
    let thrown_away = scene.grant(thrown_away).await;
    let deletion = store.delete_gallery(&scene.desk, &thrown_away, noon()).await.unwrap();
    let gone_login = scene.login("Gone", "gone-and-away-1", &[elsewhere]).await;
    store.delete_client_login(&scene.desk, gone_login, noon()).await.unwrap();
    let open = |gallery| Change::Navigation { gallery, on: true };
    let Proposal::Asks(change) = store.propose(&scene.desk, open(gallery), noon()).await.unwrap() else {
        panic!("nobody would notice");
    };
    let shown = store.proposed_change(&scene.desk, change, noon()).await.unwrap();
    let Proposal::Done(done) = store.propose(&scene.desk, open(elsewhere), noon()).await.unwrap() else {
        panic!("somebody would notice");
    };
    Ids {
        studio,
        gallery: gallery.to_string(),
        elsewhere: elsewhere.to_string(),
        inner: inner.to_string(),
        photo: photo.to_string(),
        login: login.to_string(),
        link: link.to_string(),
        token: token.reveal().to_string(),
        session: sessions[0].name.clone(),
        colleague: colleague.to_string(),
        invitation: invitation.to_string(),
        invited: invited.reveal().to_string(),
        deletion: deletion.id.to_string(),
        gone_login: gone_login.to_string(),
        change: change.to_string(),
        digest: shown.digest,
        done: done.id.to_string(),
    }
}
