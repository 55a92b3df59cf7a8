//! What guards each door (SECURITY section 3, the table of budgets): who is asking decides which budgets of failures count.

use chrono::TimeDelta;
use domain::code::Code;
use domain::ids::{GalleryId, MemberId, PhotoJobId, StudioId};
use domain::studio::Email;
use store::{Budget, Door, Guessed, Queue};

use super::Ctx;

/// What was sent beside a secret.
#[derive(Clone, Default)]
pub struct Beside {
    /// The ticket that came with the words *please wait*.
    pub ticket: Option<String>,
    /// The solution of its puzzle.
    pub solution: Option<String>,
    /// What stands beside the code in a link that the studio made.
    pub companion: Option<String>,
}

/// What counts one attempt.
#[derive(Clone, Debug)]
pub struct Guard {
    /// Whom the attempt waits among, where it takes a turn.
    pub(super) queue: Queue,
    /// What counts in any case. Used up, it helps nothing to solve puzzles.
    pub(super) capped: Vec<Budget>,
    /// What counts for those without a ticket.
    pub(super) free: Vec<Budget>,
    /// What counts besides for those who waited and solved no puzzle: waiting alone costs nothing.
    pub(super) waited: Vec<Budget>,
    /// The door and the network where a ticket counts; empty where none is given.
    pub(super) place: Vec<String>,
    /// What known devices share at this door, and what guards them once that is used up: then they are strangers.
    pub(super) shared: Option<(Budget, Box<Guard>)>,
    /// Who is told of failures, and what of.
    pub(super) tells: Option<(StudioId, Guessed)>,
}

impl Guard {
    pub(super) fn new(queue: Queue, capped: Vec<Budget>, free: Vec<Budget>) -> Self {
        Self { queue, capped, free, waited: Vec::new(), place: Vec::new(), shared: None, tells: None }
    }

    fn only(queue: Queue, budget: Budget) -> Self {
        Self::new(queue, vec![budget], Vec::new())
    }

    /// What counts misses at the names of a job. No puzzle and no waiting room: who misses so often asks the studio.
    pub(super) fn of_names(capped: Vec<Budget>, studio: StudioId, job: PhotoJobId) -> Self {
        let mut guard = Self::new(Queue::Strangers, capped, Vec::new());
        guard.tells = Some((studio, Guessed::Names(job)));
        guard
    }

    /// Beside its own budget a known device is counted with the others: one right code makes many devices known.
    fn sharing(mut self, budget: Budget, strangers: Self) -> Self {
        self.capped.push(budget.clone());
        self.shared = Some((budget, Box::new(strangers)));
        self
    }

    /// The first symbols of a code are a budget of their own: of `SCHOOL2026A` to `SCHOOL2026Z` few are tried.
    pub(super) fn beginning(mut self, address: &str, code: Option<&Code>) -> Self {
        let Some(code) = code else { return self };
        let begins: String = code.canonical().chars().take(4).collect();
        let subject = format!("{address} {begins}");
        self.free.push(hourly("beginning of a code", &subject, 20));
        self.capped.push(hourly("beginning of a code, with puzzles", &subject, 60));
        self
    }
}

impl Ctx {
    /// A studio's front door, for a code that is typed. Strangers have at most 600 look-ups in any hour, puzzles solved,
    /// from wherever they come: 300 at once, and one every twelve seconds. All devices that are known there have as many
    /// once more, each of them ten. So there is an end at 1,200 an hour, half of it for those who held a right code before.
    pub(super) fn guard_studio(&self, address: &str, id: Option<StudioId>, code: Option<&Code>) -> Guard {
        let mut strangers = self.typed("studio", address).beginning(address, code);
        strangers.place = vec!["studio".to_owned(), address.to_owned(), self.visit.network.near.clone()];
        let mut guard = match id.and_then(|id| self.known(Door::Studio(id))) {
            Some(known) => known.sharing(hourly("studio, known", address, 600), strangers),
            None => strangers,
        };
        guard.tells = id.map(|id| (id, Guessed::Codes));
        guard
    }

    /// The same door, for a code with the companion that was made for it. It cannot have been guessed, but the code may be
    /// gone since: whoever tries a dead card again and again slows down the dead cards of their own network, and nothing
    /// else. What was right is given back, so that a card that counts is never slow by itself.
    pub(super) fn guard_companion(&self, studio: StudioId) -> Guard {
        let capped = vec![instance(), self.network_in_all("companion")];
        let mut guard = Guard::new(Queue::Known, capped, self.networks("companion"));
        guard.tells = Some((studio, Guessed::Codes));
        guard
    }

    /// A gallery's locked door, as [`store::Store::gallery_door`] tells it. Passwords of galleries are short words: all
    /// strangers have thirty failures an hour in any case. A device that a code let in knows nothing of the password, so all
    /// of those have thirty too. One network cannot use up what all newcomers have: ten at once, and one each six minutes.
    /// Only who gave this very password before is counted alone.
    pub(super) fn guard_gallery(&self, address: &str, studio: StudioId, gallery: GalleryId, door: Door<'_>) -> Guard {
        let name = gallery.to_string();
        let mut strangers = self.typed("studio", address);
        strangers.capped.push(hourly("gallery password", &name, 30));
        let from_here = format!("{name} {}", self.visit.network.near);
        strangers.capped.push(budget("gallery password, network", &from_here, 10, 360_000));
        strangers.place = vec!["gallery".to_owned(), name.clone(), self.visit.network.near.clone()];
        let mut guard = if let Some(known) = self.known(door) {
            known
        } else if let Some(known) = self.known(Door::Studio(studio)) {
            known.sharing(hourly("gallery password, known", &name, 30), strangers)
        } else {
            strangers
        };
        guard.tells = Some((studio, Guessed::Password(gallery)));
        guard
    }

    /// The members' door. Nobody solves puzzles there.
    pub(super) fn guard_member(&self, email: Option<&Email>) -> Guard {
        let known = email.and_then(|email| self.known(Door::Member(email)));
        known.unwrap_or_else(|| self.guard_strangers("member", email.map_or("", Email::as_str)))
    }

    /// Whoever is signed in and gives the password once more is counted alone: a flood at the sign-in shuts nobody out who
    /// is inside.
    pub(super) fn guard_inside(member: MemberId) -> Guard {
        Guard::only(Queue::Known, hourly("inside", &member.to_string(), 10))
    }

    /// What guards `kind` and `subject` together, and the asker's networks against this kind: ten failures at once and
    /// then one a minute from one network, 60 an hour in all; 120 an hour from the network around it; 120 at once and then
    /// 600 an hour against one subject. None of them gives tickets.
    pub fn guard_strangers(&self, kind: &str, subject: &str) -> Guard {
        let mut free = self.networks(kind);
        free.push(budget(kind, subject, 120, 6_000));
        Guard::new(Queue::Strangers, vec![instance(), self.network_in_all(kind)], free)
    }

    /// Strangers who type, at a door that gives tickets: what is free, what is possible with puzzles, and what by waiting:
    /// two at once from one network and then one each half minute, thirty at once and then one a minute in all.
    fn typed(&self, kind: &str, subject: &str) -> Guard {
        let mut free = self.networks(kind);
        free.push(hourly(kind, subject, 120));
        let capped = vec![
            instance(),
            self.network_in_all(kind),
            hourly(&format!("{kind}, wide network, with puzzles"), &self.visit.network.far, 240),
            hourly(&format!("{kind}, with puzzles"), subject, 600),
        ];
        let mut guard = Guard::new(Queue::Strangers, capped, free);
        guard.waited = vec![
            budget(&format!("{kind}, waited"), subject, 30, 60_000),
            budget(&format!("{kind}, network, waited"), &self.visit.network.near, 2, 30_000),
        ];
        guard
    }

    /// The asker's networks: ten failures at once and then one a minute from the near one, 120 an hour from the far one.
    pub(super) fn networks(&self, kind: &str) -> Vec<Budget> {
        vec![
            budget(&format!("{kind}, network"), &self.visit.network.near, 10, 60_000),
            hourly(&format!("{kind}, wide network"), &self.visit.network.far, 120),
        ]
    }

    /// How many links may be followed from one network: five hundred at once, a school behind one address, and then one a
    /// second. A link cannot be guessed; this is for whoever would fill the database with visits.
    pub(super) fn crowd(&self) -> Budget {
        budget("links followed", &self.visit.network.near, CROWD, 1_000)
    }

    /// What the near network has in an hour, puzzles or not.
    pub(super) fn network_in_all(&self, kind: &str) -> Budget {
        hourly(&format!("{kind}, network in all"), &self.visit.network.near, 60)
    }

    /// A device that this door has let in before is counted alone, ten failures an hour, whatever others do from the same
    /// network or at the same door.
    fn known(&self, door: Door<'_>) -> Option<Guard> {
        let device = self.visit.known_device.as_ref()?;
        self.store().knows(device, door).then(|| Guard::only(Queue::Known, hourly("device", &device.name(), 10)))
    }
}

/// How many e-mails a member may ask for as their own: whether one is taken says whether somebody has an account here, in
/// whatever studio. Five at once, ten in any hour.
pub(super) fn emails_asked(member: MemberId) -> Budget {
    hourly("e-mails asked for", &member.to_string(), 10)
}

/// How many new accounts may fail in a studio because their e-mail has one: whoever invites chooses the e-mails, and could
/// open the invitations too. Ten at once, twenty in any hour; an account that is made costs nothing.
pub(super) fn emails_taken(studio: StudioId) -> Budget {
    hourly("e-mails taken", &studio.to_string(), 20)
}

/// See [`Ctx::crowd`].
const CROWD: i32 = 500;

/// All strangers together, at every door.
pub(super) fn instance() -> Budget {
    budget("instance", "", 2000, 30)
}

/// `failures` in any hour (an even number): half of them at once, and the other half one by one.
fn hourly(kind: &str, subject: &str, failures: i32) -> Budget {
    budget(kind, subject, failures / 2, 7_200_000 / i64::from(failures))
}

/// `burst` failures at once, one more each time `milliseconds` have passed.
pub(super) fn budget(kind: &str, subject: &str, burst: i32, milliseconds: i64) -> Budget {
    Budget {
        key: vec![kind.to_owned(), subject.chars().take(300).collect()],
        burst,
        interval: TimeDelta::milliseconds(milliseconds),
    }
}
