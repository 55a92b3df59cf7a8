//! The server functions: the program's public interface. One file per noun; each function *loads, decides, acts*.
//!
//! Every form is plain HTML that posts to one of them. What goes wrong comes back as [`ApiError`], a closed set that
//! never holds what was typed: it travels in the address when a form was sent without scripts.

#![allow(missing_docs, reason = "`#[server]` makes a type of each function, whose fields are its arguments")]

pub mod account;
pub mod arrival;
pub mod changes;
pub mod children;
pub mod client_logins;
pub mod extra_cards;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
pub mod front_door;
pub mod galleries;
pub mod galleries_folder;
pub mod gallery_door;
pub mod gallery_photos;
pub mod invitations;
pub mod job_sorting;
pub mod language;
pub mod links;
pub mod members;
pub mod operator;
pub mod people;
pub mod photo_job_children;
pub mod photo_job_settings;
pub mod photo_jobs;
pub mod photos;
#[cfg(feature = "ssr")]
pub(crate) mod problems;
pub mod releases;
pub mod rosters;
pub mod studio;
pub mod studio_access;
pub mod studio_brand;

use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;
use server_fn::error::{FromServerFnError, ServerFnErrorErr};

/// The result of every server function.
pub type Answer<T = ()> = Result<T, ApiError>;

/// Everything that a browser is ever told about a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ApiError {
    /// There is no such thing, or not for you: the same.
    #[error("not found")]
    NotFound,
    /// A member has to sign in first.
    #[error("sign in")]
    SignIn,
    /// A code, password or token opened nothing, whatever the reason.
    #[error("rejected")]
    Rejected,
    /// Too many failures came before this one.
    #[error("slow down")]
    Slow {
        /// Seconds until the next attempt is allowed.
        retry_after: u32,
        /// Whether the page holds a ticket: with its puzzle solved the next attempt is allowed at once.
        #[serde(default)]
        ticket: bool,
    },
    /// What was typed into a field cannot be taken.
    #[error("field")]
    Field {
        /// The field.
        field: Field,
        /// What is the matter with it.
        problem: Problem,
    },
    /// What was typed into several fields cannot be taken.
    #[error("fields")]
    Fields(Problems),
    /// Nobody would be left who may do everything in the studio.
    #[error("last owner")]
    LastOwner,
    /// Somebody else changed it since the page was opened.
    #[error("changed meanwhile")]
    ChangedMeanwhile,
    /// A gallery cannot be put under itself.
    #[error("into itself")]
    IntoItself,
    /// Galleries cannot be nested so deep.
    #[error("too deep")]
    TooDeep,
    /// The server's disk is full.
    #[error("no space")]
    NoSpace,
    /// Too much at once; try again in a moment.
    #[error("busy")]
    Busy,
    /// Something broke; the log knows what.
    #[error("failed")]
    Failed,
}

/// A field of a form, as its `name` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// An access code.
    Code,
    /// A password.
    Password,
    /// A password that is to be.
    NewPassword,
    /// The one-time token of the first run.
    Token,
    /// A name.
    Name,
    /// A studio's name.
    StudioName,
    /// A studio's address.
    Address,
    /// An e-mail.
    Email,
    /// An internal note.
    Note,
    /// A day.
    Date,
    /// A label.
    Label,
    /// The line under a studio's name.
    Tagline,
    /// Photographs that were chosen.
    Photos,
    /// A studio's colour.
    Accent,
    /// A studio's greeting.
    Greeting,
    /// The gallery that another one is to lie in.
    Parent,
    /// The organisation of a photo job.
    Organisation,
    /// A group of a photo job.
    Group,
    /// A first name.
    FirstName,
    /// A last name.
    LastName,
    /// The subject or group that photographs are of.
    Subject,
    /// That something is agreed with an organisation.
    Agreed,
    /// That one may see a child's pictures.
    Entitled,
    /// That one has looked for cards among photographs.
    Looked,
    /// The last day of a photo job.
    Ends,
    /// The number of extra cards.
    Extra,
    /// A name that is typed once more, before something is deleted.
    Again,
}

/// What can be the matter with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was typed.
    Missing,
    /// Too short.
    TooShort {
        /// The fewest characters.
        min: usize,
    },
    /// Too long.
    TooLong {
        /// The most characters.
        max: usize,
    },
    /// Characters that cannot be printed.
    Unprintable,
    /// Something other than `a` to `z`, digits and single dashes.
    Spelling,
    /// An address that the program needs itself.
    Reserved,
    /// In use already.
    Taken,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a day.
    NotADate,
    /// A password that everybody tries, or a code that gives the studio's name away.
    TooCommon,
    /// Not the one that it should be.
    Wrong,
    /// A day that is over.
    Past,
    /// Not a colour.
    NotAColour,
    /// Somebody who works in the studio already.
    WorksHere,
    /// A box that has to be ticked.
    Unticked,
    /// Nothing of a list was chosen.
    Unchosen,
    /// A picture that is not read yet, or is there no more.
    Unread,
    /// The last day of a photo job, before its shoot.
    BeforeShoot,
    /// The last day of a photo job, years after its shoot.
    TooLate,
}

/// The problems of a form with several fields, in the order of its fields: the first four of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems([Option<(Field, Problem)>; 4]);

impl Problems {
    /// What is the matter with a field, if anything.
    pub fn of(&self, field: Field) -> Option<Problem> {
        let found = self.0.iter().flatten().find(|(named, _)| *named == field);
        found.map(|(_, problem)| *problem)
    }

    /// Notes one more; each field has one at most.
    pub fn note(&mut self, field: Field, problem: Problem) {
        let free = self.0.iter_mut().find(|place| place.is_none());
        if let Some(place) = free {
            *place = Some((field, problem));
        }
    }

    /// What was read from a field, or nothing and the problem noted.
    pub fn keep<T, P: Into<Problem>>(&mut self, field: Field, read: Result<T, P>) -> Option<T> {
        read.map_err(|problem| self.note(field, problem.into())).ok()
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Failed
    }
}

impl ApiError {
    /// A problem with a field.
    pub fn field(field: Field) -> impl Fn(Problem) -> Self {
        move |problem| Self::Field { field, problem }
    }
}
