//! `/{studio}`: the front door. A stranger sees the studio's brand and one large field, and nothing else (S12).

use leptos::prelude::*;

use crate::ctx::Ctx;
use crate::islands::CodeField;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::failure::message;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

/// The front door of a studio.
#[component]
pub fn FrontDoor() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let studio = ctx.studio(&address).await?;
        let words = Words::of(ctx.language(Some(&studio)));
        let error = Posted::current()
            .error_of("/api/front_door")
            .map(|error| message(error, words));
        let name = studio.name.to_string();
        Ok(view! {
            <Page title=name.clone() words class="door" side=Side::Visitor>
                <main>
                    <h1>{name}</h1>
                    <p class="greeting">{studio.tagline.clone()}</p>
                    <form method="post" action="/api/front_door">
                        <input type="hidden" name="studio" value=studio.address.to_string() />
                        <CodeField label=words.text("code-label") hide=words.text("code-hide") show=words.text("code-show") />
                        {error.map(|error| view! { <p class="error" id="code-error" role="alert">{error}</p> })}
                        <button class="button">{words.text("code-enter")}</button>
                    </form>
                    <p class="hint" id="code-hint">{words.text("code-hint")}</p>
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}
