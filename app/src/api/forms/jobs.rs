//! Photo jobs and their subjects, as they were typed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::StaffTerms;
use domain::ids::GroupId;
use domain::photo_job::{EXTRA_CARDS, JobName, Organisation, PersonName, check_end};
use domain::roster::Settled;
use store::{JobDetails, NewSubject};

use super::day;
use crate::api::{Answer, ApiError, Field, Problem, Problems};

/// A job (S40).
pub struct JobForm {
    /// Its name.
    pub name: String,
    /// The organisation.
    pub organisation: String,
    /// The day of the shoot.
    pub date: String,
}

impl JobForm {
    /// Reads it.
    pub fn read(self) -> Answer<JobDetails> {
        let mut bad = Problems::default();
        let name = bad.keep(Field::Name, JobName::parse(&self.name));
        let organisation = bad.keep(Field::Organisation, Organisation::parse(&self.organisation));
        let shot_on = bad.keep(Field::Date, day(&self.date).and_then(|day| day.ok_or(Problem::Missing)));
        match (name, organisation, shot_on) {
            (Some(name), Some(organisation), Some(shot_on)) => Ok(JobDetails { name, organisation, shot_on }),
            _ => Err(ApiError::Fields(bad)),
        }
    }
}

/// Reads the last day of a job beside the rest of its form. The day that is there already may stay, whatever day it is today.
pub fn last_day_of_job(
    details: Answer<JobDetails>,
    typed: &str,
    there: NaiveDate,
    today: NaiveDate,
) -> Answer<(JobDetails, NaiveDate)> {
    let mut bad = match details {
        Err(ApiError::Fields(bad)) => bad,
        _ => Problems::default(),
    };
    let ends_on = day(typed).and_then(|day| day.ok_or(Problem::Missing));
    let ends_on = match (&details, ends_on) {
        (Ok(details), Ok(ends_on)) if ends_on != there => {
            check_end(details.shot_on, ends_on, today).map(|()| ends_on).map_err(Problem::from)
        }
        (_, ends_on) => ends_on,
    };
    match (details, bad.keep(Field::Ends, ends_on)) {
        (Ok(details), Some(ends_on)) => Ok((details, ends_on)),
        (Err(error), _) if !matches!(error, ApiError::Fields(_)) => Err(error),
        _ => Err(ApiError::Fields(bad)),
    }
}

/// How far the staff code of a job reaches (S41).
pub struct StaffTermsForm {
    /// The id of the one group that it opens, or nothing for all.
    pub group: String,
    /// Its last day, or nothing.
    pub until: String,
    /// Whether it opens protected subjects too.
    pub protected: bool,
    /// Whether files may be kept.
    pub downloads: bool,
}

impl StaffTermsForm {
    /// Reads it. A day that is over is refused: nobody ends a code by a day, there is a button for it.
    pub fn read(self, today: NaiveDate) -> Answer<StaffTerms> {
        let until = match day(&self.until) {
            Ok(Some(day)) if day < today => Err(Problem::Past),
            day => day,
        };
        let until = until.map_err(ApiError::field(Field::Date))?;
        Ok(StaffTerms { group: group(&self.group)?, until, protected: self.protected, downloads: self.downloads })
    }
}

/// The id of a group as a form spells it, or nothing.
fn group(typed: &str) -> Answer<Option<GroupId>> {
    match typed {
        "" => Ok(None),
        id => Ok(Some(id.parse().map_err(|_| ApiError::NotFound)?)),
    }
}

/// How many extra cards are wanted (S61): none if nothing was typed.
pub fn extra_cards(typed: &str) -> Answer<usize> {
    let number = match typed.trim() {
        "" => Some(0),
        typed => typed.parse().ok(),
    };
    number
        .filter(|number| *number <= EXTRA_CARDS)
        .ok_or(ApiError::Field { field: Field::Extra, problem: Problem::Wrong })
}

/// Who doubtful rows of a list are, by their lines: nothing for one that is left out (S60).
pub fn settled_rows(choices: &[String]) -> Answer<BTreeMap<u32, Option<Settled>>> {
    let read = |choice: &String| {
        let (line, who) = choice.split_once(' ')?;
        let who = match who {
            "" => None,
            "new" => Some(Settled::New),
            id => Some(Settled::Is(id.parse().ok()?)),
        };
        Some((line.parse().ok()?, who))
    };
    choices.iter().map(|choice| read(choice).ok_or(ApiError::NotFound)).collect()
}

/// A subject that is added by hand.
pub struct SubjectForm {
    /// Its first name.
    pub first_name: String,
    /// Its last name.
    pub last_name: String,
    /// The id of its group, or nothing.
    pub group: String,
}

impl SubjectForm {
    /// Reads it. One of the two names may be missing, as in a roster (S44).
    pub fn read(self) -> Answer<NewSubject> {
        let mut bad = Problems::default();
        let first_name = bad.keep(Field::FirstName, PersonName::parse(&self.first_name));
        let last_name = bad.keep(Field::LastName, PersonName::parse(&self.last_name));
        let (Some(first_name), Some(last_name)) = (first_name, last_name) else {
            return Err(ApiError::Fields(bad));
        };
        if first_name.as_str().is_empty() && last_name.as_str().is_empty() {
            return Err(ApiError::field(Field::FirstName)(Problem::Missing));
        }
        Ok(NewSubject {
            first_name,
            last_name,
            group: group(&self.group)?,
            identifier: String::new(),
            also_accept: String::new(),
            email: String::new(),
            birth_date: None,
        })
    }
}
