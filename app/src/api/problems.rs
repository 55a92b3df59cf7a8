//! What the domain refuses, as facts for a browser.

use domain::TextProblem;
use domain::code::CodeProblem;
use domain::colour::ColourProblem;
use domain::gallery::GalleryPasswordProblem;
use domain::photo_job::EndProblem;
use domain::studio::{AddressProblem, EmailProblem, PasswordProblem, StudioAddress};
use store::Error;

use crate::api::{ApiError, Field, Problem};

/// Puts what the domain refuses at its field.
pub fn at<P: Into<Problem>>(field: Field) -> impl Fn(P) -> ApiError {
    move |problem| ApiError::Field { field, problem: problem.into() }
}

/// Puts what is in use already at its field; anything else stays what it is.
pub fn taken(error: Error, field: Field) -> ApiError {
    match error {
        Error::Taken(_) => at(field)(Problem::Taken),
        error => error.into(),
    }
}

/// Reads a studio's address.
pub fn address(typed: &str) -> Result<StudioAddress, Problem> {
    StudioAddress::parse(typed.trim()).map_err(|problem| match problem {
        AddressProblem::Length { .. } if typed.trim().is_empty() => Problem::Missing,
        AddressProblem::Length { min, .. } if typed.trim().chars().count() < min => Problem::TooShort { min },
        AddressProblem::Length { max, .. } => Problem::TooLong { max },
        AddressProblem::Spelling => Problem::Spelling,
        AddressProblem::Reserved => Problem::Reserved,
    })
}

impl From<TextProblem> for Problem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Missing => Self::Missing,
            TextProblem::TooLong { max } => Self::TooLong { max },
            TextProblem::Unprintable => Self::Unprintable,
        }
    }
}

impl From<ColourProblem> for Problem {
    fn from(problem: ColourProblem) -> Self {
        match problem {
            ColourProblem::NotAColour => Self::NotAColour,
        }
    }
}

impl From<EmailProblem> for Problem {
    fn from(problem: EmailProblem) -> Self {
        match problem {
            EmailProblem::Missing => Self::Missing,
            EmailProblem::TooLong { max } => Self::TooLong { max },
            EmailProblem::NotAnAddress => Self::NotAnEmail,
        }
    }
}

impl From<CodeProblem> for Problem {
    fn from(problem: CodeProblem) -> Self {
        match problem {
            CodeProblem::Missing => Self::Missing,
            CodeProblem::TooShort { min } => Self::TooShort { min },
            CodeProblem::TooLong { max } => Self::TooLong { max },
        }
    }
}

impl From<GalleryPasswordProblem> for Problem {
    fn from(problem: GalleryPasswordProblem) -> Self {
        match problem {
            GalleryPasswordProblem::TooShort { min } => Self::TooShort { min },
            GalleryPasswordProblem::TooLong { max } => Self::TooLong { max },
            GalleryPasswordProblem::Unprintable => Self::Unprintable,
        }
    }
}

impl From<EndProblem> for Problem {
    fn from(problem: EndProblem) -> Self {
        match problem {
            EndProblem::Past => Self::Past,
            EndProblem::BeforeShoot => Self::BeforeShoot,
            EndProblem::TooLate => Self::TooLate,
        }
    }
}

impl From<PasswordProblem> for Problem {
    fn from(problem: PasswordProblem) -> Self {
        match problem {
            PasswordProblem::TooShort { min } => Self::TooShort { min },
            PasswordProblem::TooLong { max } => Self::TooLong { max },
            PasswordProblem::Common => Self::TooCommon,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_whether_it_is_missing_too_short_too_long_misspelled_or_reserved() {
        let problem = |typed: &str| address(typed).map(drop).unwrap_err();
        assert_eq!(problem(" "), Problem::Missing);
        assert_eq!(problem("ab"), Problem::TooShort { min: 3 });
        assert_eq!(problem(&"a".repeat(41)), Problem::TooLong { max: 40 });
        assert_eq!(problem("Nordlicht"), Problem::Spelling);
        assert_eq!(problem("api"), Problem::Reserved);
        assert!(address(" nordlicht ").is_ok());
    }
}
