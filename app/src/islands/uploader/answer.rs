//! What the server's answers mean for a file, and why one is not taken.

use domain::photo::Unreadable;
use serde::Deserialize;

use crate::api::ApiError;

/// Why a file is not taken. Each has a sentence in [`super::words::UploaderWords`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// No bytes at all.
    Empty,
    /// More bytes than a photograph may have.
    TooManyBytes,
    /// More pixels than a photograph may have.
    TooManyPixels,
    /// Not a picture that we know.
    UnknownFormat,
    /// It ends in the middle.
    Incomplete,
    /// It cannot be decoded.
    Damaged,
    /// Looking at it took too long.
    TookTooLong,
    /// The browser cannot read it any more: moved, changed or on a disk that is gone.
    Unreachable,
    /// Its name, or its folder's, cannot be used.
    Name,
    /// Its folder lies deeper than galleries may.
    TooDeep,
    /// Something broke at our end.
    Failed,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 11] = [
        Self::Empty,
        Self::TooManyBytes,
        Self::TooManyPixels,
        Self::UnknownFormat,
        Self::Incomplete,
        Self::Damaged,
        Self::TookTooLong,
        Self::Unreachable,
        Self::Name,
        Self::TooDeep,
        Self::Failed,
    ];

    /// Its name among the words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooManyBytes => "too_many_bytes",
            Self::TooManyPixels => "too_many_pixels",
            Self::UnknownFormat => "unknown_format",
            Self::Incomplete => "incomplete",
            Self::Damaged => "damaged",
            Self::TookTooLong => "took_too_long",
            Self::Unreachable => "unreachable",
            Self::Name => "name",
            Self::TooDeep => "too_deep",
            Self::Failed => "failed",
        }
    }

    /// Whether the same file may be taken at another time.
    pub fn may_pass(self) -> bool {
        matches!(self, Self::Unreachable | Self::Failed | Self::TookTooLong)
    }
}

impl From<Unreadable> for Reason {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Empty => Self::Empty,
            Unreadable::TooManyBytes => Self::TooManyBytes,
            Unreadable::TooManyPixels => Self::TooManyPixels,
            Unreadable::UnknownFormat => Self::UnknownFormat,
            Unreadable::Incomplete => Self::Incomplete,
            Unreadable::Damaged => Self::Damaged,
            Unreadable::TookTooLong => Self::TookTooLong,
        }
    }
}

/// What keeps every file from going on until somebody does something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// The photographer has to sign in again.
    SignIn,
    /// The server's disk is full.
    NoSpace,
    /// The gallery is gone.
    NoGallery,
}

/// Why a request did not do what it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The connection is gone, or the server has too much to do: try again, however long it takes.
    Lost,
    /// Something did not fit; a few more attempts may help.
    Broken,
    /// The file is not taken.
    Refused(Reason),
    /// No file is taken.
    Halt(Halt),
}

#[derive(Deserialize)]
struct Refusal {
    refused: Unreadable,
}

/// What an answer that is not a success means. `status` 0 means that none came.
pub fn trouble(status: u16, body: &str) -> Trouble {
    if let Ok(Refusal { refused }) = serde_json::from_str(body) {
        return Trouble::Refused(refused.into());
    }
    if let Ok(error) = serde_json::from_str::<ApiError>(body) {
        match error {
            ApiError::SignIn => return Trouble::Halt(Halt::SignIn),
            ApiError::NoSpace => return Trouble::Halt(Halt::NoSpace),
            ApiError::Busy | ApiError::Slow { .. } => return Trouble::Lost,
            ApiError::TooDeep => return Trouble::Refused(Reason::TooDeep),
            ApiError::Field { .. } | ApiError::Fields(_) => return Trouble::Refused(Reason::Name),
            _ => {}
        }
    }
    match status {
        // 502 to 504: a proxy whose server restarts.
        0 | 408 | 425 | 429 | 502..=504 => Trouble::Lost,
        401 => Trouble::Halt(Halt::SignIn),
        413 => Trouble::Refused(Reason::TooManyBytes),
        507 => Trouble::Halt(Halt::NoSpace),
        _ => Trouble::Broken,
    }
}

/// How an upload begins.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Begun {
    /// Send these parts.
    Parts {
        /// The upload's id.
        upload: String,
        /// The length of every part but the last.
        part_bytes: u64,
        /// The numbers of the parts, from 0.
        missing: Vec<u32>,
    },
    /// The gallery has it already.
    Photo {
        /// The photograph's id.
        photo: String,
    },
}

/// How an upload ends.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Ended {
    /// The photograph's id.
    pub photo: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    // S70
    #[test]
    fn a_refused_file_is_refused_with_its_reason_and_no_other_is_held_up() {
        for unreadable in Unreadable::ALL {
            let body = format!(r#"{{"refused":"{unreadable}"}}"#);
            let reason = Reason::from(*unreadable);
            assert_eq!(trouble(422, &body), Trouble::Refused(reason));
        }
    }

    // S70
    #[test]
    fn a_lost_connection_and_a_busy_server_are_waited_for() {
        for status in [0, 429, 502, 503, 504] {
            assert_eq!(trouble(status, ""), Trouble::Lost);
        }
        assert_eq!(trouble(503, r#""busy""#), Trouble::Lost);
        let slow = r#"{"slow":{"retry_after":5}}"#;
        assert_eq!(trouble(500, slow), Trouble::Lost);
    }

    // S70
    #[test]
    fn what_concerns_every_file_halts_them_all() {
        assert_eq!(trouble(507, ""), Trouble::Halt(Halt::NoSpace));
        assert_eq!(trouble(500, r#""no_space""#), Trouble::Halt(Halt::NoSpace));
        assert_eq!(trouble(500, r#""sign_in""#), Trouble::Halt(Halt::SignIn));
    }

    // S70
    #[test]
    fn bytes_that_broke_on_their_way_are_sent_again() {
        assert_eq!(trouble(422, r#""failed""#), Trouble::Broken);
        assert_eq!(trouble(409, r#"{"missing":[1]}"#), Trouble::Broken);
    }

    // S70
    #[test]
    fn an_upload_begins_with_missing_parts_or_with_the_photograph_that_is_there() {
        let parts = r#"{"upload":"u","part_bytes":8,"missing":[0,2]}"#;
        let photo = r#"{"photo":"p","already_there":true}"#;
        assert!(matches!(serde_json::from_str(parts), Ok(Begun::Parts { missing, .. }) if missing == [0, 2]));
        assert!(matches!(serde_json::from_str(photo), Ok(Begun::Photo { photo }) if photo == "p"));
    }
}
