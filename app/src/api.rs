//! The server functions: the program's public interface. One file per noun; each function *loads, decides, acts*.
//!
//! Every form is plain HTML that posts to one of them. What goes wrong comes back as [`ApiError`], a closed set that
//! never holds what was typed: it travels in the address when a form was sent without scripts.

pub mod front_door;

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
    },
    /// What was typed into a field cannot be taken.
    #[error("field")]
    Field {
        /// The field.
        field: Field,
        /// What is the matter with it.
        problem: Problem,
    },
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
    /// A password that everybody tries.
    TooCommon,
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
