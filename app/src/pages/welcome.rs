//! `/`: nobody has to be here. Members find the way to sign in; clients learn that their studio has an address of its own.

use leptos::prelude::*;

use crate::ctx::Ctx;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::page::page;
use crate::ui::words::Words;

/// The root of the installation; while nobody has set it up, it leads to where that is done.
#[component]
pub fn Welcome() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        if ctx.store().is_new().await? {
            ctx.go("/first-run")?;
            return Ok(().into_any());
        }
        let words = Words::of(ctx.language(None));
        Ok(view! {
            <Page title="Passepartout" words class="door" side=Side::Visitor islands=false>
                <main>
                    <h1>"Passepartout"</h1>
                    <p class="greeting">{words.text("welcome")}</p>
                    <p class="on"><a class="button" href="/sign-in">{words.text("welcome-sign-in")}</a></p>
                    <p class="hint">{words.text("welcome-client")}</p>
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}
