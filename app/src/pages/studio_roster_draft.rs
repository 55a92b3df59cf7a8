//! `/studio/{studio}/jobs/{job}/roster/{draft}`: what an import of a school's list would do, before it happens (S60).

use domain::roster::Column;
use domain::studio::Act;
use leptos::prelude::*;
use store::RosterPreview;

use crate::api::ApiError;
use crate::ctx::{AtDesk, Ctx, draft_id, job_id};
use crate::ui::desk::{DeskPage, Part, Toast, Trail};
use crate::ui::failure::message;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::roster_doubtful::doubtful;
use crate::ui::roster_lists::lists;
use crate::ui::roster_reading::reading_form;
use crate::ui::roster_told::{delimiter, encoding, file_problem};
use crate::ui::words::Words;

const IMPORT: &str = "/api/jobs/import_roster";
const DROP: &str = "/api/jobs/drop_roster";

/// Asks before a list is imported.
#[component]
pub fn StudioRosterDraft() -> impl IntoView {
    let (address, job, draft) = (param("studio"), param("job"), param("draft"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let preview = ctx.store().roster_preview(&at.desk, draft_id(&draft)?, ctx.now()).await?;
        if preview.draft.job != job_id(&job)? {
            return Err(ApiError::NotFound);
        }
        let card = ctx.store().photo_job(&at.desk, preview.draft.job).await?;
        let posted = Posted::current();
        let steps = vec![
            (at.path("/jobs"), words.text("desk-jobs")),
            (at.path(&format!("/jobs/{}", card.job.id)), card.job.name.clone()),
        ];
        let meanwhile = posted.error_of(IMPORT).map(|error| match error {
            ApiError::ChangedMeanwhile => words.text("roster-meanwhile"),
            error => message(error, words),
        });
        let meanwhile = meanwhile.map(|text| view! { <div class="notice bad" role="alert"><p>{text}</p></div> });
        let error = posted.get("file").map(|why| file_problem(why, words));
        let read_again = posted.get("read").is_some() && error.is_none();
        let settled = posted.get("did") == Some("settled");
        let toast = match (read_again, settled) {
            (true, _) => Some("roster-was-read"),
            (_, true) => Some("roster-was-settled"),
            _ => None,
        };
        let toast = toast.map(|key| view! { <Toast text=words.text(key) /> });
        let open = error.is_some() || posted.get("read").is_some() || !names_somebody(&preview);
        let how = how(&preview, words);
        let form = reading_form(&at, &preview.draft, error, words);
        let lists = lists(&preview, &posted, words);
        let doubtful = doubtful(&at, &preview, &posted, words);
        let title = words.text("roster-check");
        Ok(view! {
            <DeskPage at=at.clone() words title=title.clone() part=Part::Jobs first=false above=toast.into_any()>
                <header class="head">
                    <div>
                        <Trail label=words.text("trail") steps />
                        <h1>{title}</h1>
                        <p class="facts">{words.text("roster-check-lead")}</p>
                    </div>
                </header>
                {meanwhile}
                <div class="roster">
                    <details class="names" open=open>
                        <summary><h2>{words.text("roster-how")}</h2><span class="facts">{how}</span></summary>
                        {form}
                    </details>
                    {summary(&at, &preview, words)}
                    {doubtful}
                    {lists}
                </div>
            </DeskPage>
        }
        .into_any())
    })
}

/// Whether a column says who somebody is.
fn names_somebody(preview: &RosterPreview) -> bool {
    let columns = &preview.draft.reading.columns.columns;
    let has = |column| columns.contains(&column);
    has(Column::FullName) || (has(Column::FirstName) && has(Column::LastName))
}

/// How it was read, in a line.
fn how(preview: &RosterPreview, words: Words) -> String {
    let reading = &preview.draft.reading;
    let rows = reading.table.rows.len().saturating_sub(usize::from(reading.columns.has_header));
    let parts = [
        Some(words.count("roster-rows", i64::try_from(rows).unwrap_or(i64::MAX))),
        reading.encoding.map(|one| encoding(one, words)),
        reading.delimiter.map(|one| delimiter(one, words)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// What would happen, in sentences, and the button that does it.
fn summary(at: &AtDesk, preview: &RosterPreview, words: Words) -> AnyView {
    let comparison = &preview.comparison;
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let left_out = preview.roster.problems.iter().filter(|problem| problem.kind.leaves_the_row_out()).count();
    let does = !comparison.new.is_empty() || !comparison.changed.is_empty();
    let told = [
        ("roster-new", comparison.new.len()),
        ("roster-changed", comparison.changed.len()),
        ("roster-same", comparison.unchanged.len()),
        ("roster-kept", comparison.missing.len()),
        ("roster-asked", comparison.ambiguous.len()),
        ("roster-erased", preview.erased.len()),
        ("roster-left-out", left_out),
    ];
    let told = told.into_iter().filter(|(_, number)| *number > 0);
    let told = told.map(|(key, number)| view! { <li>{words.count(key, count(number))}</li> }).collect_view();
    let groups = (!preview.new_groups.is_empty()).then(|| {
        let names =
            [("count", count(preview.new_groups.len()).into()), ("names", preview.new_groups.join(", ").into())];
        view! { <li>{words.with("roster-new-groups", &names)}</li> }
    });
    let nothing = (!does).then(|| view! { <p><strong>{words.text("roster-nothing")}</strong></p> });
    let unnamed = (!names_somebody(preview)).then(|| view! { <p class="error">{words.text("roster-no-names")}</p> });
    let hidden = || {
        view! {
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="draft" value=preview.draft.id.to_string() />
        }
    };
    let erased = !preview.erased.is_empty();
    let back = erased.then(|| {
        view! {
            <label class="option">
                <input type="checkbox" name="back" value="yes" autocomplete="off" />
                <span><strong>{words.text("roster-bring-back")}</strong> " " <small>{words.text("roster-bring-back-more")}</small></span>
            </label>
        }
    });
    let import = (does || erased).then(|| {
        view! {
            <form class="stack" method="post" action=IMPORT>
                {hidden()}
                {back}
                <button class="button" name="digest" value=preview.digest.clone()>{words.text("roster-do")}</button>
            </form>
        }
    });
    view! {
        <section class="notice" aria-labelledby="s-does">
            <h2 id="s-does">{words.text("roster-does")}</h2>
            {nothing}
            {unnamed}
            <ul class="told">{told} {groups}</ul>
            <p class="facts">{words.text("roster-safe")}</p>
            <div class="acts">
                {import}
                <form method="post" action=DROP>{hidden()}<button class="button quiet">{words.text("roster-drop")}</button></form>
            </div>
        </section>
    }
    .into_any()
}
