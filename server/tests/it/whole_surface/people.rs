//! A house with two studios in which everything is there once, and everybody who may or may not use it.

use bytes::Bytes;
use domain::access::{AccessMode, Change, Rules, Switch};
use domain::device::Device;
use domain::ids::MemberId;
use domain::photo_job::sorting::Way;
use domain::photo_job::{Consent, GroupPhotos, JobState};
use domain::roster::{Column, Guess, Table, TableRow};
use domain::studio::{Email, MemberName};
use store::fixtures::{PASSWORD, Scene, noon};
use store::{CardsSeen, JobCode, LinkKind, NewLogo, NewMember, Proposal, Reading, Role, SessionToken};

use crate::browser::{Browser, TestHouse};

/// What nobody else may ever read, wherever it stands.
pub const HIDDEN: [&str; 6] = ["Summer by the water", "Ceremony", "Familie Brandt", "IMG_1", "7KQM", "Mia"];

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
    pub jobs: JobIds,
}

/// One of everything of photo jobs.
pub struct JobIds {
    /// Parents find a name in it.
    pub job: String,
    pub group: String,
    pub subject: String,
    pub gallery: String,
    pub unsorted: String,
    pub photo: String,
    /// One that nobody is shown until somebody has looked: a person was erased who may be on it.
    pub unclear: String,
    /// A picture that looks like a card.
    pub card: String,
    /// The digest of what sorting by the cards would do.
    pub sorting: String,
    /// Of the group, and what is said of its people.
    pub group_photo: String,
    pub said: String,
    /// An extra card without a name.
    pub extra: String,
    /// In another job, of which parents read a list.
    pub listed: String,
    /// A list of names that waits to be imported, and what was shown of it.
    pub draft: String,
    pub shown: String,
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
    /// Somebody who came in by a subject's own code.
    pub mother: Browser,
    /// Somebody who typed the connection codes, and confirmed nothing.
    pub parent: Browser,
    /// Somebody who came in by the staff code.
    pub teacher: Browser,
    /// The owner of theirs.
    pub foreign: Browser,
    /// The owner of theirs, let in to ours as a client that holds nothing.
    pub both: Browser,
    /// Whoever runs the installation.
    pub operator: Browser,
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
        let own = scene.subject_code(ours.jobs.job.parse().unwrap(), ours.jobs.subject.parse().unwrap()).await;
        let mother = scene.enter(&own).await.unwrap();
        let parent = scene.enter(&connection("nordlicht", "finding")).await.unwrap();
        let parent = scene.enter_again(&connection("nordlicht", "listing"), Some(&parent)).await.unwrap();
        let teacher = scene.enter(&staff_code("nordlicht")).await.unwrap();
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
            mother: guest(&house, &mother),
            parent: guest(&house, &parent),
            teacher: guest(&house, &teacher),
            stranger: house.browser(),
            foreign,
            both,
            operator: operator(&house).await,
            house,
        }
    }

    /// Whoever does not work in our studio.
    pub fn not_members(&self) -> [(&'static str, Browser); 6] {
        [
            ("a stranger", self.stranger.clone()),
            ("a client without a release", self.empty.clone()),
            ("a client with a release", self.client.clone()),
            ("a member of another studio", self.foreign.clone()),
            ("a member of another studio who is a client here", self.both.clone()),
            ("whoever runs the installation", self.operator.clone()),
        ]
    }

    /// Whoever does not run the installation: everybody else.
    pub fn not_operators(&self) -> Vec<(&'static str, Browser)> {
        let clients = self.not_members().into_iter().chain(self.not_clients());
        let all = clients.chain(self.lesser(|_| true));
        all.filter(|(_, browser)| !browser.cookies.contains_key("operator")).collect()
    }

    /// Members of our studio who are not its owner, those of some roles.
    pub fn lesser(&self, which: impl Fn(Role) -> bool) -> Vec<(&'static str, Browser)> {
        let both = [
            (Role::Photographer, "our photographer", &self.photographer),
            (Role::Assistant, "our assistant", &self.assistant),
        ];
        both.into_iter().filter(|(role, ..)| which(*role)).map(|(_, who, browser)| (who, browser.clone())).collect()
    }

    /// Those who came in by codes of our photo jobs, but not by one of them.
    pub fn of_jobs(&self, but: &str) -> Vec<(&'static str, Browser)> {
        let all = [("a mother", &self.mother), ("a parent", &self.parent), ("a teacher", &self.teacher)];
        all.into_iter().filter(|(who, _)| *who != but).map(|(who, browser)| (who, browser.clone())).collect()
    }

    /// Whoever does not hold our gallery as a client.
    pub fn not_clients(&self) -> [(&'static str, Browser); 9] {
        [
            ("a mother", self.mother.clone()),
            ("a parent", self.parent.clone()),
            ("a teacher", self.teacher.clone()),
            ("a stranger", self.stranger.clone()),
            ("a client without a release", self.empty.clone()),
            ("the owner, who is no client", self.owner.clone()),
            ("a member of another studio", self.foreign.clone()),
            ("a member of another studio who is a client here", self.both.clone()),
            ("whoever runs the installation", self.operator.clone()),
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

/// The browser in which a link to the operator's page was used.
async fn operator(house: &TestHouse) -> Browser {
    let ticket = house.store.make_operator_ticket(noon()).await.unwrap();
    with(house.browser(), "operator", &house.store.enter_as_operator(&ticket, noon()).await.unwrap().unwrap())
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

/// The connection code of a job in which parents find a name, or read a list.
fn connection(studio: &str, how: &str) -> String {
    format!("parents-{how}-{studio}-41")
}

fn staff_code(studio: &str) -> String {
    format!("staff-room-{studio}-41")
}

/// A job in which parents find a name, and another one of which they read a list; both published.
async fn jobs(scene: &Scene<'_>, studio: &str, first_name: &str) -> JobIds {
    let store = scene.store;
    let mut made = Vec::new();
    for how in ["finding", "listing"] {
        let job = scene.photo_job("Autumn 2026").await;
        let group = scene.group(job, "1a").await;
        let subject = scene.subject(job, (first_name, "Sommer"), Some(group)).await;
        let gallery = store.subject(&scene.desk, subject).await.unwrap().0.gallery;
        scene.photo(gallery, "IMG_11.jpg", noon()).await;
        scene.job_code(job, JobCode::Connection, &connection(studio, how)).await;
        store.set_finding(&scene.desk, job, how == "finding").await.unwrap();
        store.set_job_state(&scene.desk, job, JobState::Published).await.unwrap();
        made.push((job, group, subject, gallery));
    }
    let (job, group, subject, gallery) = made[0];
    scene.job_code(job, JobCode::Staff, &staff_code(studio)).await;
    scene.group(job, "1b").await;
    assert!(store.ask_for_class(scene.studio.id, job, noon()).await.unwrap());
    let unsorted = store.photo_job(&scene.desk, job).await.unwrap().job.gallery;
    let unclear = scene.photo(unsorted, "IMG_10.jpg", noon()).await;
    let erased = scene.subject(job, ("Somebody", "Erased"), None).await;
    scene.protect(erased, true, Consent::Given, Consent::Given).await;
    store.erase_subject(&scene.desk, erased, GroupPhotos::KeepBack, noon()).await.unwrap();
    let photo = scene.photo(unsorted, "IMG_12.jpg", noon()).await;
    let cells = vec![format!("Listed {first_name}"), "Sommer".to_owned()];
    let reading = Reading {
        table: Table { rows: vec![TableRow { line: 1, cells }] },
        encoding: None,
        delimiter: None,
        columns: Guess { has_header: false, columns: vec![Column::FirstName, Column::LastName] },
    };
    let draft = store.keep_roster(&scene.desk, job, &reading, None, noon()).await.unwrap();
    let by_hand = scene.photo(unsorted, "IMG_13.jpg", noon()).await;
    let (from, to) = (scene.grant(unsorted).await, scene.grant(gallery).await);
    store.sort_photos(&scene.desk, &from, &to, &[by_hand], true, noon()).await.unwrap();
    // A card that looks like one, then one that was read and whose photograph the rule would sort.
    let card = scene.shot(unsorted, "IMG_14.jpg", 0, CardsSeen { codes: Vec::new(), unread: true }).await;
    scene.shot(unsorted, "IMG_15.jpg", 1, scene.card_of(job, subject).await).await;
    scene.shot(unsorted, "IMG_16.jpg", 2, CardsSeen::default()).await;
    let sorting = store.propose_sorting(&scene.desk, job, Way::Cards, true).await.unwrap().digest;
    let of_group = store.groups(&scene.desk, job).await.unwrap()[0].gallery;
    let group_photo = scene.photo(of_group, "IMG_13.jpg", noon()).await;
    store.print_extra_cards(&scene.desk, job, 1, noon()).await.unwrap();
    let extra = store.extra_cards(&scene.desk, job).await.unwrap()[0].subject.id;
    JobIds {
        job: job.to_string(),
        extra: extra.to_string(),
        group: group.to_string(),
        subject: subject.to_string(),
        gallery: gallery.to_string(),
        unsorted: unsorted.to_string(),
        photo: photo.to_string(),
        unclear: unclear.to_string(),
        card: card.to_string(),
        sorting,
        group_photo: group_photo.to_string(),
        said: store.job_photo(&scene.desk, job, group_photo).await.unwrap().said(),
        listed: made[1].2.to_string(),
        draft: draft.to_string(),
        shown: store.roster_preview(&scene.desk, draft, noon()).await.unwrap().digest,
    }
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
        jobs: jobs(scene, studio, if name.starts_with("Own") { "Ida" } else { "Mia" }).await,
    }
}
