//! Failures in words that only members cause.

use crate::api::{ApiError, Field, Problem};
use crate::ui::words::Words;

/// What a failure means that no visitor can cause.
pub fn failed_at_desk(error: ApiError, words: Words) -> String {
    words.text(match error {
        ApiError::SignIn => "sign-in-first",
        ApiError::LastOwner => "last-owner",
        ApiError::ChangedMeanwhile => "changed-meanwhile",
        ApiError::IntoItself => "into-itself",
        ApiError::TooDeep => "too-deep",
        _ => "failed",
    })
}

/// What is the matter with a field that only members fill in.
pub fn at_desk(field: Field, problem: Problem, words: Words) -> String {
    words.text(match (field, problem) {
        (Field::Code, Problem::Taken) => "code-taken",
        (Field::Address, Problem::Taken) => "address-taken",
        (_, Problem::WorksHere) => "works-here",
        (Field::Email | Field::NewPassword, Problem::Taken) => "email-taken",
        (Field::Code, Problem::TooCommon) => "code-guessable",
        (Field::Token, Problem::Wrong) => "token-wrong",
        (Field::Photos, Problem::Unread) => "photos-none-deleted",
        (Field::Photos, _) => "photos-none-chosen",
        (Field::Parent, _) => "move-none-chosen",
        (Field::Subject, _) => "sort-none-chosen",
        (Field::Agreed, _) => "connection-not-agreed",
        (Field::Looked, _) => "sort-not-looked",
        (Field::Group, Problem::Taken) => "group-taken",
        (_, Problem::BeforeShoot) => "job-ends-before-shoot",
        (_, Problem::TooLate) => "job-ends-too-late",
        (Field::Extra, _) => "extra-cards-wrong",
        (Field::Again, _) => "job-delete-name-wrong",
        (_, Problem::Wrong) => "password-wrong",
        (_, Problem::Past) => "date-past",
        (_, Problem::Taken) => "field-taken",
        (_, Problem::Spelling) => "address-spelling",
        (_, Problem::Reserved) => "address-reserved",
        (_, Problem::NotAnEmail) => "not-an-email",
        (_, Problem::TooCommon) => "password-common",
        (_, Problem::NotAColour) => "not-a-colour",
        _ => "fields-wrong",
    })
}
