//! The rows of a school's list of which no rule can tell who they are (S60): a person says it, and sees what that does before it
//! is imported.

use std::collections::HashMap;

use domain::ids::SubjectId;
use domain::roster::{Ambiguous, Particulars, Settled};
use leptos::prelude::*;
use store::RosterPreview;

use crate::ctx::AtDesk;
use crate::ui::fields::form_error;
use crate::ui::posted::Posted;
use crate::ui::roster_lists::{ROWS, SHORT, name, page_of, pages, place};
use crate::ui::words::Words;

const SETTLE: &str = "/api/jobs/settle_roster";
/// The list's name in the address.
const KEY: &str = "asked";

/// All doubtful rows, each with what it could be; nothing where none is in doubt.
pub fn doubtful(at: &AtDesk, preview: &RosterPreview, posted: &Posted, words: Words) -> Option<AnyView> {
    let all = &preview.doubtful;
    if all.is_empty() {
        return None;
    }
    let page = page_of(KEY, all.len(), posted);
    let by_id: HashMap<SubjectId, &Particulars> =
        preview.known.iter().map(|known| (known.id, &known.particulars)).collect();
    let rows = all.iter().skip((page - 1) * ROWS).take(ROWS).map(|asked| row(asked, preview, &by_id, words));
    let open = posted.get("list") == Some(KEY) || all.len() <= SHORT || posted.get("did") == Some("settled");
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let view = view! {
        <details class="names" id=KEY open=open>
            <summary><h3>{words.count("roster-doubtful", count)}</h3></summary>
            <p class="facts">{words.text("roster-asked-more")}</p>
            <form method="post" action=SETTLE>
                <input type="hidden" name="studio" value=at.studio.address.to_string() />
                <input type="hidden" name="draft" value=preview.draft.id.to_string() />
                {form_error(posted.general(SETTLE, words))}
                <ul class="list">{rows.collect_view()}</ul>
                <div class="acts"><button class="button quiet">{words.text("roster-settle")}</button></div>
            </form>
            {pages(KEY, page, all.len(), words)}
        </details>
    };
    Some(view.into_any())
}

/// One row, and who it is.
fn row(
    asked: &Ambiguous,
    preview: &RosterPreview,
    by_id: &HashMap<SubjectId, &Particulars>,
    words: Words,
) -> impl IntoView + use<> {
    let line = asked.row.line;
    let said = preview.draft.settled.get(&line).copied();
    let id = format!("asked-{line}");
    let option = |who: Option<Settled>, label: String| {
        let value = match who {
            None => String::new(),
            Some(Settled::New) => "new".to_owned(),
            Some(Settled::Is(id)) => id.to_string(),
        };
        view! { <option value=format!("{line} {value}") selected=said == who>{label}</option> }
    };
    let could_be = asked.could_be.iter().filter_map(|id| Some((id, by_id.get(id)?))).map(|(id, of)| {
        let who = [name(of), place(of)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        option(Some(Settled::Is(*id)), words.with("roster-settle-is", &[("who", who.into())]))
    });
    let told = asked.could_be.is_empty().then(|| words.text("roster-asked-nobody"));
    // Said, and not possible: two rows cannot be one person.
    let left = preview.comparison.ambiguous.iter().any(|left| left.row.line == line);
    let refused = (said.is_some() && left).then(|| words.text("roster-settle-twice"));
    let invalid = refused.is_some().then_some("true");
    let described = refused.is_some().then(|| format!("{id}-error"));
    let error = refused.map(|text| view! { <p class="error" id=format!("asked-{line}-error")>{text}</p> });
    view! {
        <li>
            <label class="name" for=id.clone()><bdi>{name(&asked.row.particulars)}</bdi></label>
            <span class="facts"><bdi>{place(&asked.row.particulars)}</bdi></span>
            <span class="facts">{words.with("roster-line", &[("line", line.into())])}</span>
            {told.map(|told| view! { <span class="facts">{told}</span> })}
            <select id=id name="choices[]" autocomplete="off" aria-invalid=invalid aria-describedby=described>
                {option(None, words.text("roster-settle-out"))}
                {could_be.collect_view()}
                {option(Some(Settled::New), words.text("roster-settle-new"))}
            </select>
            {error}
        </li>
    }
}
