//! Which galleries of a photo job a code or a confirmation opens (S41 to S50, S58, S63).
//!
//! A job has one gallery for each subject, one for each group, and one for photographs that nobody has sorted yet. They lie in no
//! tree: no client login, no link and no navigation reaches them, and what is decided here reaches nothing else.
//!
//! The rule, decision by decision:
//!
//! 1. Pictures are seen while the job is published and before its end. Members see everything at any time.
//! 2. A subject's own code opens that subject's gallery and the group's, never another subject's (S58).
//! 3. A confirmation opens the same, if the connection code works and the subject is not protected (S48, S63).
//! 4. The staff code opens every subject's gallery and every group's, of its scope and until its end (S41). Protected
//!    subjects are left out unless the job says otherwise.
//! 5. Whoever's consent is refused or withdrawn is seen by nobody (S63), whatever is held. Which photographs of a group are
//!    held back on behalf of a subject is asked of each photograph: the store's `shown_photo` says it once.
//! 6. Photographs that are not sorted are seen by members alone: nobody knows yet who is on them. So it is with those of an extra
//!    card without a name (S61), but for whoever has the card: its own code opens them.

use chrono::NaiveDate;
use serde::Serialize;

use super::sight::{Sight, Way};
use crate::ids::{GalleryId, GroupId, PhotoJobId, SubjectId};
use crate::photo_job::{Consent, JobState};

/// What a guest holds of a photo job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JobKey {
    /// The subject's own code.
    Own(SubjectId),
    /// The right to see the subject was confirmed, after the connection code.
    Confirmed(SubjectId),
    /// The staff code of the job: "global access".
    Staff(PhotoJobId),
}

/// How far the staff code reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffTerms {
    /// The one group that it opens; all of them otherwise.
    pub group: Option<GroupId>,
    /// Its last day.
    pub until: Option<NaiveDate>,
    /// Whether it opens protected subjects too.
    pub protected: bool,
    /// Whether whoever came in by it may keep files of the photographs (S41: "no-download").
    pub downloads: bool,
}

impl StaffTerms {
    /// Whether the staff code of a job that ends on that day lets anybody in.
    pub fn admit(&self, ends_on: NaiveDate, today: NaiveDate) -> bool {
        self.until.is_none_or(|until| today <= until) && today <= ends_on
    }

    /// Whether whoever came in by the staff code of such a job may keep files of the photographs (S41). What is on a screen
    /// can be kept by anybody: this says what was agreed, and what a download will ask.
    pub fn let_save(&self, state: JobState, ends_on: NaiveDate, today: NaiveDate) -> bool {
        self.downloads && state == JobState::Published && self.admit(ends_on, today)
    }
}

/// What the rule needs to know of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobRules {
    /// The job.
    pub id: PhotoJobId,
    /// How far it is.
    pub state: JobState,
    /// Its last day; afterwards nobody sees anything of it.
    pub ends_on: NaiveDate,
    /// Whether the connection code works: allowed by the operator, agreed with the organisation, and set (S45, S46).
    pub connection: bool,
    /// How far the staff code reaches.
    pub staff: StaffTerms,
}

/// A group and its gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupPlace {
    /// The group.
    pub id: GroupId,
    /// The gallery of its group photographs.
    pub gallery: GalleryId,
}

/// A subject and its gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubjectPlace {
    /// The subject.
    pub id: SubjectId,
    /// The gallery of its own photographs.
    pub gallery: GalleryId,
    /// The group it belongs to.
    pub group: Option<GroupId>,
    /// Not listed, not found by name, own code only (S63).
    pub protected: bool,
    /// Whether its pictures may be shown.
    pub consent: Consent,
    /// An extra card that nobody has given a name yet (S61).
    pub extra: bool,
}

/// A job with as much of it as is asked about: for a subject's key that subject and its group, for staff everything.
#[derive(Debug, Clone)]
pub struct JobPart {
    /// The job.
    pub rules: JobRules,
    /// Groups, in their order.
    pub groups: Vec<GroupPlace>,
    /// Subjects, in their order.
    pub subjects: Vec<SubjectPlace>,
}

impl JobRules {
    /// Whether its pictures are seen by anybody but members.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.state == JobState::Published && today <= self.ends_on
    }

    /// Whether the staff code lets anybody in.
    pub fn admits_staff(&self, today: NaiveDate) -> bool {
        self.staff.admit(self.ends_on, today)
    }

    /// Whether a subject may be listed, found by name and confirmed (S48, S63).
    pub fn admits_confirmation(&self, subject: &SubjectPlace) -> bool {
        self.connection && !subject.extra && !subject.protected && subject.consent == Consent::Given
    }
}

impl JobPart {
    /// The galleries that a key opens, groups first, each once.
    pub fn opens(&self, key: JobKey, today: NaiveDate) -> Vec<GalleryId> {
        if !self.rules.is_open(today) {
            return Vec::new();
        }
        match key {
            JobKey::Own(subject) => self.of_subject(subject, |_| true),
            JobKey::Confirmed(subject) => self.of_subject(subject, |place| self.rules.admits_confirmation(place)),
            JobKey::Staff(job) if job == self.rules.id && self.rules.admits_staff(today) => self.of_staff(),
            JobKey::Staff(_) => Vec::new(),
        }
    }

    fn of_subject(&self, subject: SubjectId, admits: impl Fn(&SubjectPlace) -> bool) -> Vec<GalleryId> {
        let shown = |place: &&SubjectPlace| place.id == subject && place.consent == Consent::Given && admits(place);
        let Some(place) = self.subjects.iter().find(shown) else {
            return Vec::new();
        };
        let group = self.groups.iter().find(|group| Some(group.id) == place.group);
        group.map(|group| group.gallery).into_iter().chain([place.gallery]).collect()
    }

    fn of_staff(&self) -> Vec<GalleryId> {
        let terms = self.rules.staff;
        let in_scope = |group: Option<GroupId>| terms.group.is_none_or(|scope| group == Some(scope));
        let groups = self.groups.iter().filter(|group| in_scope(Some(group.id))).map(|group| group.gallery);
        let subjects = self.subjects.iter().filter(|place| {
            let may_be_shown = place.consent == Consent::Given && !place.extra;
            in_scope(place.group) && may_be_shown && (terms.protected || !place.protected)
        });
        groups.chain(subjects.map(|place| place.gallery)).collect()
    }
}

impl Sight {
    /// Adds what a guest's key opens of a photo job.
    pub fn and_of_job(&mut self, part: &JobPart, key: JobKey, today: NaiveDate) {
        for gallery in part.opens(key, today) {
            self.add_alone(gallery, Way::Job(key));
        }
    }

    /// Adds galleries of the member's own studio: of a photo job, which lie in no tree.
    pub fn and_for_member(&mut self, galleries: impl IntoIterator<Item = GalleryId>) {
        for gallery in galleries {
            self.add_alone(gallery, Way::Member);
        }
    }
}
