//! The demo's photo job: a school whose list comes in as a photographer's would (S60), with codes to try.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use domain::code::Code;
use domain::ids::{GroupId, PhotoJobId};
use domain::photo_job::{JobName, JobState, Organisation};
use domain::roster::guess;
use store::{Desk, JobCode, JobDetails, Operator, Reading, Store, Subject};

use super::{DemoError, Photographs, hang, parsed};
use crate::sheets::{self, Sheet, Wanted};

/// So many children of the first class have pictures, one each.
const PORTRAITS: [&str; 3] = ["chelsea", "coffee", "flower"];
/// The picture of the class.
const CLASS: &str = "garden";

/// Makes the job, published, and answers what to say on the terminal.
pub(super) async fn make(
    store: &Store,
    desk: &Desk,
    public_url: &str,
    now: DateTime<Utc>,
) -> Result<String, DemoError> {
    let details = JobDetails {
        name: parsed("Autumn portraits", JobName::parse)?,
        organisation: parsed("Schule am Lindenhof", Organisation::parse)?,
        shot_on: now.date_naive(),
    };
    let job = store.create_photo_job(desk, &details, now).await?;
    import(store, desk, job, now).await?;
    let groups = store.groups(desk, job).await?;
    let class = groups.first().ok_or_else(|| DemoError::Material("the classes".to_owned()))?;
    let children = of_class(store, desk, job, class.id).await?;
    for (child, photograph) in children.iter().zip(PORTRAITS) {
        hang(store, desk, &store.job_grant(desk, child.gallery).await?, photograph, now).await?;
    }
    hang(store, desk, &store.job_grant(desk, class.gallery).await?, CLASS, now).await?;
    store.set_job_state(desk, job, JobState::Published).await?;
    store.allow_connection_codes(&Operator::at_the_machine(), desk.studio(), now).await?;
    let mut text = format!("School    {public_url}/studio/nordlicht/jobs/{job}   with these codes at the same door:\n");
    for (which, whom) in [(JobCode::Staff, "staff: every class"), (JobCode::Connection, "all parents, who then type")] {
        let code = Code::generated(store::code_entropy());
        store.set_job_code(desk, job, which, &code, now).await?;
        let names = children.first().filter(|_| which == JobCode::Connection);
        let names = names.map(|child| format!(" {}, class {}", child.name(), class.name)).unwrap_or_default();
        let _ = writeln!(text, "            {}   {whom}{names}", code.display());
    }
    let codes = store.subject_codes(desk, job).await?;
    if let Some((child, code)) =
        children.first().and_then(|child| Some((child, codes.iter().find(|code| code.subject == child.id)?)))
    {
        let _ = writeln!(text, "            {}   {} alone", code.code.display(), child.name());
    }
    Ok(text)
}

/// Reads the school's file, and imports what that would do.
async fn import(store: &Store, desk: &Desk, job: PhotoJobId, now: DateTime<Utc>) -> Result<(), DemoError> {
    let bad = |problem: &dyn std::fmt::Display| DemoError::Material(format!("roster.csv: {problem}"));
    let file = Photographs::get("roster.csv").ok_or_else(|| bad(&"not there"))?;
    let Sheet { table, encoding, delimiter } =
        sheets::read(&file.data, Wanted::default()).map_err(|problem| bad(&problem))?;
    let columns = guess(&table);
    let reading = Reading { table, encoding, delimiter, columns };
    let draft = store.keep_roster(desk, job, &reading, None, now).await?;
    let shown = store.roster_preview(desk, draft, now).await?;
    store.import_roster(desk, draft, &shown.digest, false, now).await?;
    Ok(())
}

/// Children of a class with one first and one last name: nobody who tries a name has to think about it.
async fn of_class(store: &Store, desk: &Desk, job: PhotoJobId, class: GroupId) -> Result<Vec<Subject>, DemoError> {
    let all = store.subjects(desk, job).await?;
    let plain = |child: &Subject| child.name().split_whitespace().count() == 2;
    Ok(all.into_iter().filter(|child| child.group == Some(class) && plain(child)).collect())
}
