//! `/operator/enter`: whoever runs the installation comes to the operator's page, by a link that the program prints on the server.
//! The link, `/operator/enter/{ticket}`, leads there at once. It looks the same for everybody, whatever they hold.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::ctx::Ctx;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::failure::message;
use crate::ui::fields::form_error;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const ENTER: &str = "/api/operator/enter";

/// The link to the operator's page.
#[component]
pub fn OpenOperatorLink() -> impl IntoView {
    let ticket = param("ticket");
    page(async move {
        Ctx::current()?.open_operator_link(&ticket)?;
        Ok(().into_any())
    })
}

/// The door: one button, which uses the link.
#[component]
pub fn OperatorEnter() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        let words = Words::at_desk(ctx.desk_language(None));
        let error = Posted::current().error_of(ENTER).map(|error| match error {
            ApiError::Rejected => words.text("operator-enter-rejected"),
            error => message(error, words),
        });
        Ok(view! {
            <Page title=words.text("operator-enter-title") words class="door gate" side=Side::Studio islands=false>
                <main>
                    <h1>{words.text("operator-enter-title")}</h1>
                    <p class="lead">{words.text("operator-enter-lead")}</p>
                    <form method="post" action=ENTER>
                        {form_error(error)}
                        <button class="button">{words.text("operator-enter")}</button>
                    </form>
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}
