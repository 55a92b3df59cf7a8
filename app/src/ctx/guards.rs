//! What guards each door (SECURITY section 3, the table of budgets): who is asking decides which budgets of failures count.

use chrono::TimeDelta;
use domain::code::Code;
use domain::ids::{GalleryId, StudioId};
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
    /// The door and the network where a ticket counts; empty where none is given.
    pub(super) place: Vec<String>,
    /// Who is told of failures, and what of.
    pub(super) tells: Option<(StudioId, Guessed)>,
}

impl Guard {
    fn only(queue: Queue, budget: Budget) -> Self {
        Self { queue, capped: vec![budget], free: Vec::new(), place: Vec::new(), tells: None }
    }

    /// The first symbols of a code are a budget of their own: of `SCHOOL2026A` to `SCHOOL2026Z` few are tried.
    pub(super) fn beginning(mut self, address: &str, code: Option<&Code>) -> Self {
        let Some(code) = code else { return self };
        let begins: String = code.canonical().chars().take(4).collect();
        let subject = format!("{address} {begins}");
        self.free.push(budget("beginning of a code", &subject, 20, 180_000));
        self.capped.push(budget("beginning of a code, with puzzles", &subject, 60, 60_000));
        self
    }
}

impl Ctx {
    /// A studio's front door, for a code that is typed. With puzzles there are never more than 600 look-ups in any hour,
    /// whoever asks from wherever: 300 at once, and one every twelve seconds.
    pub(super) fn guard_studio(&self, address: &str, id: Option<StudioId>, code: Option<&Code>) -> Guard {
        let door = id.map(Door::Studio);
        let mut guard = self.known(door.as_slice()).unwrap_or_else(|| {
            let mut guard = self.typed("studio", address).beginning(address, code);
            guard.place = vec!["studio".to_owned(), address.to_owned(), self.visit.network.near.clone()];
            guard
        });
        guard.tells = id.map(|id| (id, Guessed::Codes));
        guard
    }

    /// The same door, for a code with the companion that was made for it. It cannot have been guessed, but the code may be
    /// gone since: whoever tries a dead card again and again slows down the dead cards of their own network, and nothing
    /// else. What was right is given back, so that a card that counts is never slow by itself.
    pub(super) fn guard_companion(&self, studio: StudioId) -> Guard {
        Guard {
            queue: Queue::Known,
            capped: vec![instance()],
            free: self.networks("companion", [10, 120], ""),
            place: Vec::new(),
            tells: Some((studio, Guessed::Codes)),
        }
    }

    /// A gallery's locked door. Passwords of galleries are short words: thirty failures an hour in any case.
    pub(super) fn guard_gallery(&self, address: &str, studio: StudioId, gallery: GalleryId) -> Guard {
        let known = self.known(&[Door::Gallery(gallery), Door::Studio(studio)]);
        let mut guard = known.unwrap_or_else(|| {
            let mut guard = self.typed("studio", address);
            guard.capped.push(budget("gallery password", &gallery.to_string(), 30, 120_000));
            guard.place = vec!["gallery".to_owned(), gallery.to_string(), self.visit.network.near.clone()];
            guard
        });
        guard.tells = Some((studio, Guessed::Password(gallery)));
        guard
    }

    /// The members' door. Nobody solves puzzles there.
    pub(super) fn guard_member(&self, email: Option<&Email>) -> Guard {
        let door = email.map(Door::Member);
        self.known(door.as_slice()).unwrap_or_else(|| self.guard_strangers("member", email.map_or("", Email::as_str)))
    }

    /// Whoever is signed in and gives the password once more is counted alone: a flood at the sign-in shuts nobody out who
    /// is inside.
    pub(super) fn guard_inside(member: domain::ids::MemberId) -> Guard {
        Guard::only(Queue::Known, budget("inside", &member.to_string(), 10, 360_000))
    }

    /// What guards `kind` and `subject` together, and the asker's networks against this kind: ten failures at once and
    /// then one a minute from one network; 120 an hour from the network around it; 120 at once and then 600 an hour
    /// against one subject. None of them gives tickets.
    pub fn guard_strangers(&self, kind: &str, subject: &str) -> Guard {
        let mut free = self.networks(kind, [10, 120], "");
        free.push(budget(kind, subject, 120, 6_000));
        Guard { queue: Queue::Strangers, capped: vec![instance()], free, place: Vec::new(), tells: None }
    }

    /// Strangers who type, at a door that gives tickets: what is free, and what is possible with puzzles.
    fn typed(&self, kind: &str, subject: &str) -> Guard {
        let mut free = self.networks(kind, [10, 120], "");
        free.push(budget(kind, subject, 120, 30_000));
        let mut capped = self.networks(kind, [60, 240], ", with puzzles");
        capped.push(budget(&format!("{kind}, with puzzles"), subject, 300, 12_000));
        capped.push(instance());
        Guard { queue: Queue::Strangers, capped, free, place: Vec::new(), tells: None }
    }

    /// The asker's networks: one failure a minute from the near one, as many an hour from the far one as at once.
    fn networks(&self, kind: &str, [near, far]: [i32; 2], how: &str) -> Vec<Budget> {
        vec![
            budget(&format!("{kind}, network{how}"), &self.visit.network.near, near, 60_000),
            budget(&format!("{kind}, wide network{how}"), &self.visit.network.far, far, 3_600_000 / i64::from(far)),
        ]
    }

    /// A device that one of these doors has let in before is counted alone, ten failures an hour, whatever others do from
    /// the same network or at the same door.
    fn known(&self, doors: &[Door<'_>]) -> Option<Guard> {
        let device = self.visit.known_device.as_ref()?;
        let known = doors.iter().any(|door| self.store().knows(device, *door));
        known.then(|| Guard::only(Queue::Known, budget("device", &device.name(), 10, 360_000)))
    }
}

/// All strangers together, at every door.
pub(super) fn instance() -> Budget {
    budget("instance", "", 2000, 30)
}

/// `burst` failures at once, one more each time `milliseconds` have passed.
pub(super) fn budget(kind: &str, subject: &str, burst: i32, milliseconds: i64) -> Budget {
    Budget {
        key: vec![kind.to_owned(), subject.chars().take(300).collect()],
        burst,
        interval: TimeDelta::milliseconds(milliseconds),
    }
}
