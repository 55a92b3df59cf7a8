//! Access cards to print, and extra ones for people who are not on the list (S61).

use leptos::prelude::*;

use crate::api::Answer;

/// Leads to the access cards of a job as a PDF, with so many extra ones: new ones, which no other sheet has. `again` are the numbers
/// of a sheet that was made before: it is printed once more, and nothing else. `only` leaves everybody else's out. For whoever may
/// read the codes of the job now; others are led to where the password is asked, and no number is used up.
#[server(endpoint = "jobs/print_cards")]
pub async fn print_cards(
    studio: String,
    job: String,
    #[server(default)] extra: Option<String>,
    #[server(default)] again: Option<String>,
    #[server(default)] only: Option<String>,
    #[server(default)] per_page: Option<String>,
    #[server(default)] paper: Option<String>,
    #[server(default)] also: Option<String>,
    #[server(default)] large: Option<String>,
) -> Answer {
    use crate::api::forms::extra_cards;
    use crate::ctx::{Ctx, job_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let job = ctx.store().photo_job(&at.desk, job_id(&job)?).await?.job.id;
    let extra = extra_cards(&extra.unwrap_or_default())?;
    if !ctx.store().may_read_job_codes(&at.desk, ctx.member_session()?, job, ctx.now()).await? {
        return ctx.go(&at.path(&format!("/jobs/{job}/access")));
    }
    let (numbers, only) = if let Some(numbers) = again {
        (numbers, Some("extra".to_owned()))
    } else {
        let numbers = ctx.store().print_extra_cards(&at.desk, job, extra, ctx.now()).await?;
        (numbers.iter().map(i64::to_string).collect::<Vec<_>>().join("."), only)
    };
    let mut wanted = url::form_urlencoded::Serializer::new(String::new());
    wanted.append_pair("extra", &numbers);
    let chosen = [("only", only), ("per_page", per_page), ("paper", paper), ("also", also), ("large", large)];
    for (name, value) in chosen {
        wanted.extend_pairs(value.map(|value| (name, value)));
    }
    ctx.go(&at.path(&format!("/jobs/{job}/cards.pdf?{}", wanted.finish())))
}

/// Gives an extra card the name of whoever has it: from now on they are in the job like everybody else.
#[server(endpoint = "jobs/name_extra")]
pub async fn name_extra_card(
    studio: String,
    subject: String,
    first_name: String,
    last_name: String,
    #[server(default)] group: Option<String>,
) -> Answer {
    use crate::api::forms::SubjectForm;
    use crate::ctx::{Ctx, subject_id};
    let ctx = Ctx::current()?;
    let at = ctx.at_desk(&studio, domain::studio::Act::LetIn).await?;
    let (subject, job) = ctx.store().subject(&at.desk, subject_id(&subject)?).await?;
    let name = SubjectForm { first_name, last_name, group: group.unwrap_or_default() }.read()?;
    let shielded = ctx.store().name_extra_card(&at.desk, subject.id, &name).await?;
    let did = if shielded { "shielded" } else { "saved" };
    ctx.go(&at.path(&format!("/jobs/{job}/subjects/{}?did={did}", subject.id)))
}
