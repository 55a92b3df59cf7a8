//! `/studio/{studio}/changes/{change}`: what a change would change for whom, before it happens (S31).

use domain::studio::Act;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::ctx::Ctx;
use crate::ui::changes::{Named, back, is_an_end, part, question};
use crate::ui::desk::DeskPage;
use crate::ui::difference::{list, sentences};
use crate::ui::failure::message;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const CONFIRM: &str = "/api/changes/confirm";

/// Asks before a change happens.
#[component]
pub fn StudioChange() -> impl IntoView {
    let (address, change) = (param("studio"), param("change"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::KeepAccount).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let id = change.parse().map_err(|_| ApiError::NotFound)?;
        let proposed = ctx.store().proposed_change(&at.desk, id, ctx.now()).await?;
        at.must(proposed.change.act())?;
        let names = Named::of(&ctx, &at, &proposed.change).await?;
        let told = sentences(&ctx, &at, &proposed.difference, words).await?;
        let (title, go) = question(&proposed.change, &names, words);
        let meanwhile = Posted::current().error_of(CONFIRM).map(|error| match error {
            ApiError::ChangedMeanwhile => words.text("change-meanwhile"),
            ApiError::Busy => words.text("change-busy"),
            error => message(error, words),
        });
        // What takes away always asks; anything else that is taken back asks because something came in between.
        let came_between = proposed.undoes && !proposed.change.takes_away();
        let meanwhile = meanwhile.or_else(|| came_between.then(|| words.text("undo-meanwhile")));
        let meanwhile = meanwhile.map(|text| view! { <div class="notice bad" role="alert"><p>{text}</p></div> });
        let difference = if told.is_empty() {
            view! { <p>{words.text("change-same")}</p> }.into_any()
        } else {
            view! { <div class="notice">{list(&told)}</div> }.into_any()
        };
        let more = more(&proposed.change);
        let button = if is_an_end(&proposed.change) { "button danger" } else { "button" };
        let cancel = at.path(&back(&proposed.change, &names));
        Ok(view! {
            <DeskPage at=at.clone() words title=title.clone() part=part(&proposed.change) first=false>
                <header class="head">
                    <div>
                        <h1>{title}</h1>
                        <p class="facts">{words.text("change-lead")}</p>
                    </div>
                </header>
                <div class="asked">
                    {meanwhile}
                    {difference}
                    <p>{words.text(more)}</p>
                    <form class="acts" method="post" action=CONFIRM>
                        <input type="hidden" name="studio" value=at.studio.address.to_string() />
                        <input type="hidden" name="digest" value=proposed.digest />
                        <button class=button name="change" value=id.to_string()>{go}</button>
                        <a class="button quiet" href=cancel>{words.text("cancel")}</a>
                    </form>
                </div>
            </DeskPage>
        }
        .into_any())
    })
}

/// What else there is to know.
fn more(change: &domain::access::Change) -> &'static str {
    use domain::access::Change;
    match change {
        Change::DeleteLogin { .. } => "login-delete-loss",
        Change::RestoreLogin { .. } => "change-restore-login-more",
        Change::Delete { .. } => "change-delete-more",
        Change::Restore { .. } => "change-restore-more",
        Change::RevokeLink { .. } => "change-revoke-more",
        _ => "change-more",
    }
}
