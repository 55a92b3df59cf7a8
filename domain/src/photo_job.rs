//! Photo jobs: one shoot at one organisation, with subjects, groups and codes (PRODUCT section 5). Who sees what of it is
//! decided in [`crate::access`].

pub mod file_names;
pub mod sorting;

use chrono::NaiveDate;

use crate::text::{self, TextProblem};

mod retention;

pub use retention::{
    EndProblem, Ending, check_end, end_after_release, erased_after_end, erased_after_withdrawal, latest_end,
    unread_after_withdrawal, usual_end,
};

/// The most extra cards that one print has (S61).
pub const EXTRA_CARDS: usize = 50;

named! {
    /// How far a job is (S40). Each state has its own plain message to parents (S57).
    #[derive(Default)]
    pub enum JobState {
        /// Being prepared: codes let in, and say that pictures will come.
        #[default]
        Planning = "planning",
        /// Its pictures are seen by those who hold a code.
        Published = "published",
        /// Its pictures are kept, and seen by members alone.
        Archived = "archived",
    }
}

named! {
    /// Whether those who answer for a subject agree that its pictures are shown (S63).
    #[derive(Default)]
    pub enum Consent {
        /// They do.
        #[default]
        Given = "given",
        /// They do not, or no more.
        Refused = "refused",
    }
}

named! {
    /// What becomes of photographs of a group that show somebody who is erased.
    pub enum GroupPhotos {
        /// They stay, and are held back for good.
        KeepBack = "keep_back",
        /// They are deleted.
        Delete = "delete",
    }
}

text! {
    /// A job's name: 1 to 200 characters.
    pub struct JobName: TextProblem;
}

impl JobName {
    /// Trims, composes and checks a typed name.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::line(typed, 200).map(Self)
    }
}

text! {
    /// The organisation that a job is for, a school mostly: 1 to 200 characters.
    pub struct Organisation: TextProblem;
}

impl Organisation {
    /// Trims, composes and checks a typed name.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::line(typed, 200).map(Self)
    }
}

text! {
    /// A group's name, a class mostly: 1 to 100 characters.
    pub struct GroupName: TextProblem;
}

impl GroupName {
    /// Trims, composes and checks a typed name.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        text::line(typed, 100).map(Self)
    }
}

text! {
    /// A subject's first or last name: at most 200 characters; a roster may lack one (S44).
    pub struct PersonName: TextProblem;
}

impl PersonName {
    /// Trims, composes and checks a typed name.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        match text::line(typed, 200) {
            Err(TextProblem::Missing) => Ok(Self(String::new())),
            line => line.map(Self),
        }
    }
}

/// What whoever holds a code of a job is told about it (S57).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The pictures are expected.
    Expected,
    /// Here they are.
    Here,
    /// They are no longer shown; whoever wants them asks the studio.
    Archived,
    /// The job is over, and its pictures are about to be deleted or are.
    Ended,
}

impl Told {
    /// What is told on a day.
    pub fn of(state: JobState, ends_on: NaiveDate, today: NaiveDate) -> Self {
        match state {
            _ if today > ends_on => Self::Ended,
            JobState::Planning => Self::Expected,
            JobState::Published => Self::Here,
            JobState::Archived => Self::Archived,
        }
    }
}
