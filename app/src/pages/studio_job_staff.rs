//! The staff code on a job's page of codes: the code itself (S41), and how far it reaches (S42, S43).

use chrono::NaiveDate;
use leptos::prelude::*;
use store::{Group, JobCard};

use crate::api::{Answer, Field};
use crate::ctx::AtDesk;
use crate::islands;
use crate::pages::studio_job_access::{end, generated, other_code, there};
use crate::ui::fields::{Switch, TextField, form_error};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const STAFF: &str = "/api/jobs/staff_code";
const TERMS: &str = "/api/jobs/staff_terms";

/// The section about staff, on a day. `open`: codes are shown now.
pub fn staff_section(
    at: &AtDesk,
    card: &JobCard,
    code: Option<String>,
    groups: &[Group],
    (open, today): (bool, NaiveDate),
    posted: &Posted,
    words: Words,
) -> Answer<AnyView> {
    let error = posted.field(STAFF, Field::Code, words);
    let shown = code.as_deref().map(|code| there(code, open, words));
    let terms = code.is_some().then(|| terms(at, card, groups, posted, words));
    let button = words.text(if code.is_some() { "job-code-change" } else { "job-code-save" });
    let form = view! {
        <form class="stack" method="post" action=STAFF>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            {form_error(posted.general(STAFF, words))}
            <TextField name="code" id="staff-code" label=words.text("staff-code-new") value=generated()? spelled=true autocomplete="off" max=128 error=error hint=words.text("job-code-hint") />
            <div class="acts"><button class="button quiet">{button}</button></div>
        </form>
    };
    let form = view! { <islands::Form>{form}</islands::Form> }.into_any();
    let form = if code.is_some() {
        let ending = end(at, card, "staff", words.text("job-end-staff"));
        other_code(ending, form, posted.error_of(STAFF).is_some(), words)
    } else {
        form
    };
    let seen = card.job.staff.admit(card.job.ends_on, today).then(|| {
        let to = at.path(&format!("/as/staff/{}", card.job.id));
        view! { <p><a class="button quiet" href=to>{words.text("view-as-staff")}</a></p> }
    });
    Ok(view! {
        <section aria-labelledby="s-staff">
            <header><h2 id="s-staff">{words.text("staff-code")}</h2><p>{words.text("staff-code-more")}</p></header>
            <div class="stack">{shown} {seen} {terms} {form}</div>
        </section>
    }
    .into_any())
}

/// How far the code reaches. It holds from the next request on, for those who are inside too.
fn terms(at: &AtDesk, card: &JobCard, groups: &[Group], posted: &Posted, words: Words) -> AnyView {
    let staff = card.job.staff;
    let until = staff.until.map(|day| day.to_string()).unwrap_or_default();
    let options = groups.iter().map(|group| {
        let chosen = staff.group == Some(group.id);
        view! { <option value=group.id.to_string() selected=chosen>{group.name.clone()}</option> }
    });
    let form = view! {
        <form class="stack" method="post" action=TERMS>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="job" value=card.job.id.to_string() />
            {form_error(posted.general(TERMS, words))}
            <div class="field">
                <label for="staff-group">{words.text("staff-code-group")}</label>
                <select id="staff-group" name="group">
                    <option value="">{words.text("staff-code-group-all")}</option>
                    {options.collect_view()}
                </select>
            </div>
            <TextField name="until" id="staff-until" kind="date" label=words.text("staff-code-until") value=until optional=words.text("optional") error=posted.field(TERMS, Field::Date, words) hint=words.text("staff-code-until-more") />
            <Switch name="protected" on=staff.protected label=words.text("staff-code-protected") hint=words.text("staff-code-protected-more") />
            <Switch name="downloads" on=staff.downloads label=words.text("staff-code-downloads") hint=words.text("staff-code-downloads-more") />
            <div class="acts"><button class="button quiet">{words.text("staff-code-terms-save")}</button></div>
        </form>
    };
    view! { <islands::Form>{form}</islands::Form> }.into_any()
}
